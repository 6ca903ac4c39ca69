//! The business categories a merchant is registered under.

use core::ffi::CStr;

use crate::base::Language;
use crate::base::texts::text_of;

/// A business category of a merchant: a value of the field `business_category`.
///
/// `/secapi/mch/addInstitutionsub` takes it, as three digits. It is not an ISO 18245 merchant
/// category code: the same call has the separate field `mcc` for that.
///
/// ```
/// use wxp_core::{BusinessCategory, Language};
///
/// let category = BusinessCategory::find(485).unwrap();
/// assert_eq!((category.code(), category.name(Language::English)), (485, "Food"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BusinessCategory {
    code: u16,
}

/// Names in one constant for each language, so that a language that a program never names is not
/// linked.
macro_rules! categories {
    ($($code:literal => $english:literal, $chinese:literal;)+) => {
        const CATEGORIES: &[BusinessCategory] = &[$(BusinessCategory { code: $code }),+];
        const CODES: &[u16] = &[$($code),+];
        const ENGLISH: &str = concat!($($english, "\0"),+);
        const CHINESE: &str = concat!($($chinese, "\0"),+);
    };
}

categories! {
    343 => "Shoes & garments", "鞋服";
    484 => "Comprehensive mall", "综合商城";
    485 => "Food", "食品";
    486 => "Cosmetics", "化妆品";
    487 => "Maternal and infant", "母婴";
    488 => "Digital appliance", "数码家电";
    489 => "Logistics", "物流";
    490 => "Education industry", "教育行业";
    491 => "Hotel industry", "酒店行业";
    492 => "Stationery/office supplies", "文具/办公用品";
    493 => "Air ticket", "机票";
    494 => "Other trade industry", "其他贸易行业";
    528 => "Overseas education", "海外教育";
    529 => "Travel ticket", "旅游票务";
    530 => "Car rental", "租车";
    531 => "International conference", "国际会议";
    532 => "Software", "软件";
    533 => "Medical service", "医疗服务";
}

impl BusinessCategory {
    /// The categories that the interface-rules page lists under "Merchant Category Codes", by
    /// code.
    pub const ALL: &'static [Self] = CATEGORIES;

    /// The category with this code. `None` is no proof of a mistake: the examples of the call use
    /// 344 and 644, so the gateway's list is longer than the published one.
    #[must_use]
    pub fn find(code: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|category| category.code == code)
    }

    /// The code, three decimal digits on the wire.
    #[must_use]
    pub const fn code(self) -> u16 {
        self.code
    }

    /// The name.
    #[inline]
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        let name = Self::c_name_of(self.code, language);
        name.and_then(|name| name.to_str().ok()).unwrap_or_default()
    }

    /// The [`name`](Self::name) of the category with this code, for C.
    #[inline]
    pub(crate) fn c_name_of(code: u16, language: Language) -> Option<&'static CStr> {
        let all = match language {
            Language::English => ENGLISH,
            Language::Chinese => CHINESE,
        };
        text_of(code, CODES, all)
    }
}
