//! The totals of a bill, held against its rows.

use serde_json::{Value as Json, json};
use wxp_core::{Bill, Row};

use crate::language::Language;
use crate::{style, texts};

/// What a total says about the rows.
#[derive(Clone, Copy)]
enum Sum {
    /// How many there are.
    Count,
    /// What a column adds up to.
    Of(&'static [&'static str]),
    /// How many rows go this way (收支类型).
    CountOf(&'static str),
    /// What these rows add up to.
    Moved(&'static str),
}

/// The totals by name (pages of downloadbill and downloadfundflow; names differ with the bill's
/// age).
const TOTALS: [(&str, Sum); 15] = [
    ("总交易单数", Sum::Count),
    ("应结订单总金额", Sum::Of(&["应结订单金额"])),
    ("退款总金额", Sum::Of(&["退款金额"])),
    ("充值券退款总金额", Sum::Of(&["充值券退款金额"])),
    ("手续费总金额", Sum::Of(&["手续费"])),
    ("订单总金额", Sum::Of(&["订单金额"])),
    ("申请退款总金额", Sum::Of(&["申请退款金额"])),
    ("总交易额", Sum::Of(&["总金额"])),
    ("总退款金额", Sum::Of(&["退款金额"])),
    ("总代金券或立减优惠退款金额", Sum::Of(&["代金券或立减优惠退款金额", "企业红包退款金额"])),
    ("资金流水总笔数", Sum::Count),
    ("收入笔数", Sum::CountOf("收入")),
    ("收入金额", Sum::Moved("收入")),
    ("支出笔数", Sum::CountOf("支出")),
    ("支出金额", Sum::Moved("支出")),
];

/// What a bill calls the amount of a movement of funds.
const MOVED: [&str; 2] = ["收支金额（元）", "收支金额(元)"];

/// A total, and what the rows add up to.
pub(crate) struct Check {
    pub(crate) name: &'static str,
    says: Decimal,
    found: Decimal,
}

impl Check {
    pub(crate) fn agrees(&self) -> bool {
        self.says == self.found
    }

    pub(crate) fn to_json(&self) -> Json {
        json!({
            "total": self.name,
            "says": self.says.to_string(),
            "rows": self.found.to_string(),
            "agrees": self.agrees(),
        })
    }

    /// What is said behind the total.
    pub(crate) fn text(&self, language: Language) -> String {
        if self.agrees() {
            format!("  {}", style::good(texts::rows_agree(language)))
        } else {
            format!("  {}", style::bad(texts::rows_differ(language, self.found)))
        }
    }
}

/// The totals that can be checked: those whose columns the bill has, with numbers in them.
pub(crate) fn check(bill: &Bill<'_>) -> Vec<Check> {
    let one = |(name, sum): &(&'static str, Sum)| {
        let says = Decimal::parse(bill.totals().get(name)?)?;
        Some(Check { name, says, found: found(bill, *sum)? })
    };
    TOTALS.iter().filter_map(one).collect()
}

fn found(bill: &Bill<'_>, sum: Sum) -> Option<Decimal> {
    let goes = |row: &Row<'_>, way| row.get("收支类型") == Some(way);
    match sum {
        Sum::Count => Some(Decimal::of(bill.rows().count())),
        Sum::Of(columns) => bill.rows().map(|row| cell(&row, columns)).sum(),
        Sum::CountOf(way) => Some(Decimal::of(bill.rows().filter(|row| goes(row, way)).count())),
        Sum::Moved(way) => {
            let rows = bill.rows().filter(|row| goes(row, way));
            rows.map(|row| cell(&row, &MOVED)).sum()
        }
    }
}

/// The number in the first of these columns that there is.
fn cell(row: &Row<'_>, columns: &[&str]) -> Option<Decimal> {
    Decimal::parse(columns.iter().find_map(|column| row.get(column))?)
}

/// A decimal number, in units of 10⁻⁸.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal(i128);

const PLACES: usize = 8;

impl Decimal {
    fn of(count: usize) -> Self {
        Self(i128::try_from(count).unwrap_or(i128::MAX).saturating_mul(10_i128.pow(8)))
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (digits, is_negative) = match text.strip_prefix('-') {
            Some(digits) => (digits, true),
            None => (text, false),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_number(whole) || !is_number(fraction) {
            return None;
        }
        if whole.len() > 18 || fraction.len() > PLACES {
            return None;
        }
        let units: i128 = format!("{whole}{fraction:0<PLACES$}").parse().ok()?;
        Some(Self(if is_negative { -units } else { units }))
    }
}

impl core::iter::Sum<Self> for Decimal {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self(all.fold(0, |sum, one| sum.saturating_add(one.0)))
    }
}

impl core::fmt::Display for Decimal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let units = self.0.unsigned_abs();
        let (whole, fraction) = (units / 10_u128.pow(8), units % 10_u128.pow(8));
        let fraction = format!("{fraction:0PLACES$}");
        let fraction = fraction.trim_end_matches('0');
        write!(f, "{sign}{whole}")?;
        if fraction.is_empty() { Ok(()) } else { write!(f, ".{fraction}") }
    }
}
