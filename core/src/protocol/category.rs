//! The business categories a merchant is registered under.

/// A business category of a merchant: a value of the field `business_category`.
///
/// `/secapi/mch/addInstitutionsub` takes it, as three digits. It is not an ISO 18245 merchant
/// category code: the same call has the separate field `mcc` for that.
///
/// ```
/// use wxp_core::BusinessCategory;
///
/// let category = BusinessCategory::find(485).unwrap();
/// assert_eq!((category.code(), category.name()), (485, "Food"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BusinessCategory {
    code: u16,
    name: &'static str,
}

impl BusinessCategory {
    /// The categories that the interface-rules page lists under "Merchant Category Codes", by
    /// code.
    pub const ALL: &'static [Self] = &[
        Self { code: 343, name: "Shoes & garments" },
        Self { code: 484, name: "Comprehensive mall" },
        Self { code: 485, name: "Food" },
        Self { code: 486, name: "Cosmetics" },
        Self { code: 487, name: "Maternal and infant" },
        Self { code: 488, name: "Digital appliance" },
        Self { code: 489, name: "Logistics" },
        Self { code: 490, name: "Education industry" },
        Self { code: 491, name: "Hotel industry" },
        Self { code: 492, name: "Stationery/office supplies" },
        Self { code: 493, name: "Air ticket" },
        Self { code: 494, name: "Other trade industry" },
        Self { code: 528, name: "Overseas education" },
        Self { code: 529, name: "Travel ticket" },
        Self { code: 530, name: "Car rental" },
        Self { code: 531, name: "International conference" },
        Self { code: 532, name: "Software" },
        Self { code: 533, name: "Medical service" },
    ];

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

    /// The name in English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }
}
