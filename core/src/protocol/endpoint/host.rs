//! The hosts that serve the operations.

/// A host, and those that stand in for it.
///
/// ```
/// use wxp_core::Host;
///
/// assert_eq!(Host::Api.name(), "api.mch.weixin.qq.com");
/// assert_eq!(Host::Api.backup(), Some("api2.mch.weixin.qq.com"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Host {
    /// The host of nearly all operations.
    Api,
    /// The host of risk and real-name operations.
    Fraud,
    /// The host of the authorization page.
    PayApp,
    /// The host of face payment devices.
    Face,
}

impl Host {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Api => "api.mch.weixin.qq.com",
            Self::Fraud => "fraud.mch.weixin.qq.com",
            Self::PayApp => "payapp.mch.weixin.qq.com",
            Self::Face => "payapp.weixin.qq.com",
        }
    }

    /// The same service at another site. Switch to it when no connection can be made, and keep the
    /// order number.
    #[must_use]
    pub const fn backup(self) -> Option<&'static str> {
        match self {
            Self::Api => Some("api2.mch.weixin.qq.com"),
            _ => None,
        }
    }

    /// The same service at entrances abroad, for merchants of WeChat Pay Global: Hong Kong, the
    /// United States, Europe. Choose by where your *server* stands; each is the others' substitute,
    /// as is the name itself (WeChat Pay Global, business connectivity).
    #[must_use]
    pub const fn regional(self) -> &'static [&'static str] {
        match self {
            Self::Api => {
                &["apihk.mch.weixin.qq.com", "apius.mch.weixin.qq.com", "apieu.mch.weixin.qq.com"]
            }
            _ => &[],
        }
    }
}
