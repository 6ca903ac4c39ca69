//! Which fields are signed.

use crate::field::{Field, Fields};
use crate::names::{ERR_CODE, RESULT_CODE, RETURN_CODE, RETURN_MSG, SIGN, SIGN_TYPE};

#[derive(Clone, Copy)]
pub(super) enum Choice {
    Signed,
    /// All but the fields at these indices, some of which can be the same.
    Without([u8; LEFT_OUT_MAX]),
    /// All but the field at this index and those that belong to it.
    WithoutGroup(Group, u8),
    /// Only those that a program knows.
    Known(Model),
    EmptyToo,
    /// Empty values as this one of [`ABSENT`].
    EmptyAs(u8),
    SignToo,
    SignEmptied,
    WithoutSignType,
    /// With a `sign_type` that says something else than the message.
    SignTypeAs(SignType),
}

/// The most fields that are left out without belonging together.
pub(super) const LEFT_OUT_MAX: usize = 3;

/// How languages and libraries write a value that is not there.
pub(super) const ABSENT: [&str; 10] =
    ["null", "undefined", "None", "nil", "NULL", "(null)", "<nil>", "Array", "[]", "{}"];

/// A `sign_type` that was signed.
#[derive(Clone, Copy)]
pub(super) struct SignType {
    /// Whether the message has one, which says something else.
    pub(super) replaces: bool,
    /// Whether it names the algorithm that was used.
    pub(super) is_true: bool,
    pub(super) name: &'static str,
}

/// What makes fields belong together.
#[derive(Clone, Copy)]
pub(super) enum Group {
    /// They are one list: `coupon_id_0`, `coupon_id_1`.
    List,
    /// They are one item of lists: `coupon_id_0`, `coupon_fee_0`.
    Item,
    /// They are items of lists about the same: `coupon_id_0`, `coupon_fee_1`.
    Lists,
    /// They begin with the same word: `coupon_fee`, `coupon_id_0`; `sub_appid`, `sub_mch_id`.
    Word,
    /// They belong to any list.
    AllLists,
}

impl Group {
    pub(super) const ALL: [Self; 5] =
        [Self::List, Self::Item, Self::Lists, Self::Word, Self::AllLists];

    fn unites(self, name: &str, other: &str) -> bool {
        let word = |name: &str| name.bytes().position(|byte| byte == b'_');
        let same_word = || {
            word(name).is_some_and(|len| {
                let len = len.saturating_add(1);
                name.as_bytes().get(..len) == other.as_bytes().get(..len)
            })
        };
        if let Self::Word = self {
            return same_word();
        }
        let (Some((list, item)), Some((other_list, other_item))) =
            (numbered(name), numbered(other))
        else {
            return false;
        };
        match self {
            Self::List => list == other_list,
            Self::Item => item == other_item && same_word(),
            Self::Lists => same_word(),
            Self::Word | Self::AllLists => true,
        }
    }
}

/// The name of the list, and the numbers behind it.
fn numbered(name: &str) -> Option<(&str, &str)> {
    let digits = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let mut end = name.len();
    for _ in 0..2 {
        let head = name.get(..end)?;
        let before = head.len().checked_sub(digits(head))?;
        match head.get(..before)?.strip_suffix('_') {
            Some(list) if before < head.len() && !list.is_empty() => end = list.len(),
            _ => break,
        }
    }
    (end < name.len()).then(|| name.split_at_checked(end)).flatten()
}

/// The fields that a program knows, and so signs.
#[derive(Clone, Copy)]
pub(super) enum Model {
    /// Those that a common request or notice cannot be without.
    Required,
    /// Those on the pages of 2014, when most SDKs were written.
    Common,
    /// Those that are no answer's status.
    WithoutStatus,
}

/// Sorted.
const REQUIRED: &[&str] = &[
    "amount",
    "appid",
    "auth_code",
    "bank_type",
    "body",
    "cash_fee",
    "check_name",
    "desc",
    "is_subscribe",
    "mch_appid",
    "mch_billno",
    "mch_id",
    "mchid",
    "nonce_str",
    "notify_url",
    "openid",
    "out_refund_no",
    "out_trade_no",
    "partner_trade_no",
    "prepay_id",
    "product_id",
    "refund_fee",
    "refund_id",
    RESULT_CODE,
    RETURN_CODE,
    "spbill_create_ip",
    "time_end",
    "total_amount",
    "total_fee",
    "trade_type",
    "transaction_id",
    "wxappid",
];

/// Sorted, besides those that are required.
const COMMON: &[&str] = &[
    "attach",
    "cash_fee_type",
    "code_url",
    "detail",
    "device_info",
    ERR_CODE,
    "err_code_des",
    "fee_type",
    "goods_tag",
    "limit_pay",
    "op_user_id",
    RETURN_MSG,
    "settlement_total_fee",
    SIGN_TYPE,
    "sub_appid",
    "sub_mch_id",
    "time_expire",
    "time_start",
    "trade_state",
    "trade_state_desc",
];

const STATUS: &[&str] = &[ERR_CODE, "err_code_des", RESULT_CODE, RETURN_CODE, RETURN_MSG];

impl Model {
    fn knows(self, name: &str) -> bool {
        match self {
            Self::Required => REQUIRED.contains(&name),
            Self::Common => REQUIRED.contains(&name) || COMMON.contains(&name),
            Self::WithoutStatus => !STATUS.contains(&name),
        }
    }
}

impl Choice {
    /// Whether the field is signed, if nothing is done to its value.
    pub(super) fn takes(
        self,
        table: &(impl Fields + ?Sized),
        index: usize,
        field: &Field<'_>,
    ) -> bool {
        let signed = field.is_signed();
        match self {
            Self::Signed | Self::SignEmptied => signed,
            Self::Without(indices) => {
                signed && !indices.iter().any(|other| index == usize::from(*other))
            }
            Self::WithoutGroup(group, other) => {
                let base = table.at(usize::from(other));
                signed && !base.is_some_and(|base| group.unites(base.name(), field.name()))
            }
            Self::Known(model) => signed && model.knows(field.name()),
            Self::EmptyToo | Self::EmptyAs(_) => field.name() != SIGN,
            Self::SignToo => !field.value().is_empty(),
            Self::WithoutSignType | Self::SignTypeAs(_) => signed && field.name() != SIGN_TYPE,
        }
    }

    /// Whether the choice differs from the right one in this field.
    pub(super) fn concerns(
        self,
        table: &(impl Fields + ?Sized),
        index: usize,
        field: &Field<'_>,
    ) -> bool {
        self.takes(table, index, field) != field.is_signed()
    }

    /// Whether it is one that differs from the right one, and not a smaller one as well.
    pub(super) fn is_apt(self, table: &(impl Fields + ?Sized)) -> bool {
        let concerns = |index: &usize| {
            table.at(*index).is_some_and(|field| self.concerns(table, *index, &field))
        };
        let mut concerned = (0..table.len()).filter(concerns);
        match self {
            Self::Signed | Self::SignEmptied => true,
            Self::SignTypeAs(sign_type) => sign_type.replaces == concerned.next().is_some(),
            Self::Without(indices) => {
                let signed = |index: &u8| {
                    table.at(usize::from(*index)).is_some_and(|field| field.is_signed())
                };
                indices.iter().all(signed)
            }
            // A group is tried once, with the first of its fields.
            Self::WithoutGroup(_, index) => {
                concerned.next() == Some(usize::from(index)) && concerned.next().is_some()
            }
            // Where a program does not know one of the fields, that one was left out.
            Self::Known(_) => concerned.nth(1).is_some(),
            Self::EmptyToo | Self::EmptyAs(_) | Self::SignToo | Self::WithoutSignType => {
                concerned.next().is_some()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_lists_are_taken_apart() {
        for (name, expected) in [
            ("coupon_id_0", Some(("coupon_id", "_0"))),
            ("coupon_id_0_12", Some(("coupon_id", "_0_12"))),
            ("a_1_2_3", Some(("a_1", "_2_3"))),
            ("coupon_id", None),
            ("coupon_id0", None),
            ("coupon_id_", None),
            ("_0", None),
            ("0_0", Some(("0", "_0"))),
        ] {
            assert_eq!(numbered(name), expected, "{name}");
        }
    }

    #[test]
    fn names_are_sorted() {
        assert!([REQUIRED, COMMON, STATUS].iter().all(|names| names.is_sorted()));
        assert!(!COMMON.iter().any(|name| REQUIRED.contains(name)));
    }
}
