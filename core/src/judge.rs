//! What an answer or a notice means, and what to do next.

mod advice;
mod ambiguity;
mod expect;
mod ground;
mod judgment;
mod lexicon;
mod message;
mod numbered;
mod outcome;
mod reply;
mod status;
mod verdict;

pub use advice::{Action, Advice};
pub use expect::Difference;
#[cfg(feature = "alloc")]
pub(crate) use expect::compare;
pub use judgment::{Judgment, Trust};
pub use message::{Message, Unvouched, Verified};
pub use numbered::Numbered;
pub use outcome::{OrderState, Outcome};
pub use reply::Reply;
pub use status::{
    BankTransferStatus, ContractResult, ContractState, CouponCount, CouponResult, CouponState,
    CustomsState, ProfitSharingStatus, Recall, RedPacketStatus, RefundStatus, RentalState,
    ShareReturnStatus, TradeState, TransferStatus, UserState,
};
pub use verdict::Verdict;
