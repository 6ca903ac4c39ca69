//! What WeChat Pay sends to the merchant by itself, and the replies it expects.

use core::ffi::CStr;

use crate::base::texts::text_of;
use crate::protocol::{Family, Signed};

/// Declares the kinds, each with its permanent number and the name by which it is found.
macro_rules! notices {
    (
        $(#[$enum_meta:meta])+
        pub enum $Enum:ident;

        $($(#[$doc:meta])+ $Name:ident = $number:literal, $name:literal;)+
    ) => {
        $(#[$enum_meta])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        // The numbers themselves, so that there is no table of them.
        #[repr(u16)]
        pub enum $Enum {
            $($(#[$doc])+ $Name = $number,)+
        }

        impl $Enum {
            /// Every kind.
            pub const ALL: [Self; [$($number),+].len()] = [$(Self::$Name),+];

            /// The name by which [`find`](Self::find) finds it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Name => $name,)+ }
            }

            /// The name of the kind with this number, for C.
            pub(crate) fn c_name_of(number: u16) -> Option<&'static CStr> {
                text_of(number, &[$($number),+], concat!($($name, "\0"),+))
            }
        }
    };
}

notices! {
    /// A kind of notification.
    ///
    /// Notices come twice and more, also in parallel: lock by order, and acknowledge one that has been
    /// handled already. A payment notice that is not acknowledged comes again after 15, 15 and 30
    /// seconds, 3, 10, 20, 30, 30, 30 and 60 minutes, and 3, 3, 3, 6 and 6 hours; then no more (pages
    /// of the payment notice). Notices can also fail to come: query when nothing arrives.
    ///
    /// ```
    /// use wxp_core::Notice;
    ///
    /// assert_eq!(Notice::find("payment"), Some(Notice::Payment));
    /// assert!(Notice::Payment.acknowledgement(true).unwrap().contains("SUCCESS"));
    /// ```
    pub enum Notice;

    /// A payment; signed with the algorithm of the order. Quick Pay sends none.
    Payment = 1001, "payment";
    /// A combined payment; the orders within it are JSON.
    CombinedPayment = 1002, "combined-payment";
    /// The result of a deduction under a contract.
    Deduction = 1003, "deduction";
    /// A contract signed or ended, as `change_type` says (`ADD`, `DELETE`).
    Contract = 1004, "contract";
    /// A refund. Not signed, and sealed in `req_info`, which `UnconfirmedRefund` opens (feature
    /// `refund`): confirm it with a refund query.
    Refund = 1005, "refund";
    /// A vehicle's or its user's state.
    Vehicle = 1006, "vehicle";
    /// A rental's events (`wxv`), sealed in `event_ciphertext` under the `APIv3` key.
    Rental = 1007, "rental";
    /// A risk report about a merchant.
    Risk = 1008, "risk";
    /// A scanned code of Native mode 1; [`NativeReply`](crate::NativeReply) answers it.
    NativeScan = 1009, "native-scan";
}

impl Notice {
    /// The permanent number of this kind. Numbers are never reused.
    #[allow(clippy::as_conversions, reason = "the discriminant of an enum, in a const fn")]
    #[must_use]
    pub const fn number(self) -> u16 {
        self as u16
    }

    /// The kind with this number.
    pub(crate) fn of(number: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.number() == number)
    }

    /// The kind called `name`.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.name() == name)
    }

    /// Who signs it.
    #[must_use]
    pub const fn signed(self) -> Signed {
        match self {
            Self::Refund => Signed::Never,
            _ => Signed::Always,
        }
    }

    /// Whether its messages have no `return_code`.
    pub(crate) const fn lacks_protocol_field(self) -> bool {
        matches!(self, Self::Vehicle | Self::Rental | Self::NativeScan)
    }

    /// What decides over its meaning.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::Payment | Self::CombinedPayment => Family::Payment,
            Self::Deduction => Family::DeductionNotice,
            Self::Contract => Family::Contract,
            Self::Vehicle | Self::NativeScan => Family::Event,
            Self::Risk => Family::Other,
            Self::Rental | Self::Refund => Family::Sealed,
        }
    }

    /// The body to reply with, within 5 seconds, with HTTP status 200 and nothing around it:
    /// whether the notice was taken, or is to be sent again. `None` where no fixed text is known:
    /// for the signed reply to a scanned code, and for risk reports.
    ///
    /// Take a notice only if it is authentic, and of an order and an amount that are yours.
    #[must_use]
    pub const fn acknowledgement(self, taken: bool) -> Option<&'static str> {
        match (self, taken) {
            (Self::NativeScan | Self::Risk, _) => None,
            (Self::Rental, true) => {
                Some("<xml><code><![CDATA[SUCCESS]]></code><message><![CDATA[OK]]></message></xml>")
            }
            (Self::Rental, false) => {
                Some("<xml><code><![CDATA[FAIL]]></code><message><![CDATA[]]></message></xml>")
            }
            (_, true) => Some(
                "<xml><return_code><![CDATA[SUCCESS]]></return_code>\
                 <return_msg><![CDATA[OK]]></return_msg></xml>",
            ),
            (_, false) => Some(
                "<xml><return_code><![CDATA[FAIL]]></return_code>\
                 <return_msg><![CDATA[]]></return_msg></xml>",
            ),
        }
    }
}
