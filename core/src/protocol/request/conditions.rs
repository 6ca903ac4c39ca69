//! Fields that the value of another field makes necessary.

use super::known::{Known, first};

/// A row of the table, by its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Condition(u8);

struct Row {
    /// What is needed then: one of these, as far as the operation has them. A single one fills the
    /// places.
    needs: [Known; 3],
    /// Whether a request without it is known to be refused.
    certain: bool,
}

macro_rules! conditions {
    ($($field:ident $(= $value:literal)? $certain:ident $needs:ident $($more:ident $most:ident)?;)+) => {
        /// The field of each row and, unless any value does, `=` and the value.
        const TEXTS: &str = concat!($(stringify!($field), $("=", $value,)? "\0"),+);
        static ROWS: &[Row] = &[$(Row {
            needs: conditions!(@ $needs $($more $most)?),
            certain: conditions!(@ $certain),
        }),+];
    };
    (@ certain) => { true };
    (@ doubtful) => { false };
    (@ $needs:ident) => { [Known::$needs; 3] };
    (@ $needs:ident $more:ident $most:ident) => { [Known::$needs, Known::$more, Known::$most] };
}

// That H5 orders without scene_info are refused is reported (smartwalle/wxpay 14); that Native
// orders without product_id are is not. That sub_openid needs sub_appid is on the partner's page of
// unifiedorder; that orders without are refused is not reported.
conditions! {
    check_name = "FORCE_CHECK" certain re_user_name;
    sub_order_no doubtful fee_type_3;
    sub_order_no doubtful order_fee;
    sub_order_no doubtful product_fee;
    sub_order_no doubtful transport_fee;
    trade_type = "JSAPI" certain openid sub_openid combine_openid;
    trade_type = "MWEB" certain scene_info;
    trade_type = "NATIVE" doubtful product_id;
    ww_msg_type = "APPROVAL_MSG" certain approval_number;
    ww_msg_type = "APPROVAL_MSG" certain approval_type;
    sub_openid doubtful sub_appid;
}

impl Condition {
    /// The row at this place.
    pub(super) fn at(place: usize) -> Option<Self> {
        let place = u8::try_from(place).ok()?;
        (usize::from(place) < ROWS.len()).then_some(Self(place))
    }

    /// The row with this number, for C; 0 is none.
    pub(super) fn of(number: u16) -> Option<Self> {
        Self::at(usize::from(number).checked_sub(1)?)
    }

    pub(super) fn number(self) -> u16 {
        u16::from(self.0).saturating_add(1)
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.get(usize::from(self.0))
    }

    /// The field, and behind `=` its value, unless any does.
    #[inline(never)]
    pub(super) fn text(self) -> &'static str {
        let (mut text, mut rest) = first(TEXTS, 0);
        for _ in 0..self.0 {
            (text, rest) = first(rest, 0);
        }
        text
    }

    /// The field, and its value or an empty text for any.
    pub(super) fn parts(self) -> (&'static str, &'static str) {
        first(self.text(), b'=')
    }

    pub(super) fn needs(self) -> [Known; 3] {
        self.row().map_or([Known::sign; 3], |row| row.needs)
    }

    pub(super) fn is_certain(self) -> bool {
        self.row().is_some_and(|row| row.certain)
    }
}
