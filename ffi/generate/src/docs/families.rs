//! What people call the families of operations.

use wxp_core::{Endpoint, Family, Language};

use super::say;

/// The families of all operations, in the order in which people meet them.
pub(super) fn all() -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for endpoint in Endpoint::all() {
        if !families.contains(&endpoint.family) {
            families.push(endpoint.family);
        }
    }
    families.sort_by_key(|family| NAMES.iter().position(|(known, ..)| known == family));
    families
}

/// The name of a family.
pub(super) fn name(family: Family, language: Language) -> Result<&'static str, String> {
    let row = NAMES.iter().find(|(known, ..)| *known == family);
    let (_, english, chinese) = row.ok_or(format!("{family:?} has no name in docs/families.rs"))?;
    Ok(say(language, english, chinese))
}

/// The names of several families, with one for all payouts and one for all queries.
pub(super) fn names(families: &[Family], language: Language) -> Result<String, String> {
    let mut left = families.to_vec();
    let mut names = Vec::new();
    for (is_in, english, chinese) in SETS {
        let set: Vec<Family> = all().into_iter().filter(|family| is_in(*family)).collect();
        if set.iter().all(|family| left.contains(family)) {
            left.retain(|family| !set.contains(family));
            names.push(say(language, english, chinese));
        }
    }
    for family in left {
        names.push(name(family, language)?);
    }
    Ok(names.join(say(language, ", ", "、")))
}

type Set = (fn(Family) -> bool, &'static str, &'static str);

const SETS: [Set; 2] = [
    (|family| family.is_payout(), "all payouts", "各类付款"),
    (|family| family.asks_for_status(), "all queries", "各类查询"),
];

const NAMES: [(Family, &str, &str); 36] = [
    (Family::Payment, "Quick Pay", "付款码支付"),
    (Family::Order, "orders", "统一下单"),
    (Family::OrderQuery, "order queries", "查询订单"),
    (Family::Close, "closing orders", "关闭订单"),
    (Family::Reverse, "reverses", "撤销订单"),
    (Family::Refund, "refunds", "申请退款"),
    (Family::RefundQuery, "refund queries", "查询退款"),
    (Family::Bill, "bills", "对账单"),
    (Family::OpenId, "payment code to openid", "付款码查询openid"),
    (Family::RedPacket, "red packets", "发放红包"),
    (Family::RedPacketQuery, "red packet queries", "查询红包"),
    (Family::Transfer, "payments to wallets", "付款到零钱"),
    (Family::TransferQuery, "queries of payments to wallets", "查询付款到零钱"),
    (Family::BankTransfer, "payments to bank cards", "付款到银行卡"),
    (Family::BankTransferQuery, "queries of payments to bank cards", "查询付款到银行卡"),
    (Family::Withdrawal, "withdrawals", "提现"),
    (Family::WithdrawalQuery, "withdrawal queries", "查询提现"),
    (Family::Coupon, "sending coupons", "发放代金券"),
    (Family::CouponQuery, "coupon queries", "查询代金券"),
    (Family::CouponStock, "coupon batch queries", "查询代金券批次"),
    (Family::ProfitSharing, "profit sharing", "分账"),
    (Family::ProfitSharingQuery, "profit sharing queries", "查询分账"),
    (Family::ShareReturn, "returns of shares", "分账回退"),
    (Family::ShareReturnQuery, "queries of returned shares", "查询分账回退"),
    (Family::Deduction, "contract deductions", "委托代扣"),
    (Family::DeductionNotice, "notices of deductions", "扣款结果通知"),
    (Family::ContractQuery, "contract queries", "查询签约"),
    (Family::UserQuery, "user state queries", "查询用户状态"),
    (Family::Rental, "rentals", "租借订单"),
    (Family::RentalQuery, "rental queries", "查询租借订单"),
    (Family::CombinedQuery, "combined order queries", "查询合单"),
    (Family::Customs, "customs declarations", "报关"),
    (Family::CustomsQuery, "customs queries", "查询报关"),
    (Family::Contract, "notices of contracts", "签约、解约通知"),
    (Family::Sealed, "refund notices", "退款结果通知"),
    (Family::Other, "other operations", "其他接口"),
];
