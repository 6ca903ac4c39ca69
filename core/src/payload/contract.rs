//! The pages on which a customer signs a contract about deductions.

use crate::base::Writer;
use crate::error::{Error, ErrorKind};
use crate::field::Fields;
use crate::payload::text;
use crate::protocol::Endpoint;
use crate::protocol::notify_url::check_notify_url;
use crate::sign::{Canonical, Key, imitation};
use crate::xml;

/// The longest address of a page, in bytes (pages of the contract API).
const ADDRESS_MAX: usize = 1024;

/// A page on which a customer signs a contract, asked for by its address. Who opens the address
/// depends on the page: see its variant.
///
/// ```
/// use wxp_core::{Algorithm, Canonical, ContractPage, Field, Key};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let table = [
///     Field::new("appid", "wxd930ea5d5a258f4f")?,
///     Field::new("mch_id", "10000100")?,
///     Field::new("notify_url", "https://shop.example/contract")?,
///     Field::new("timestamp", "1414488825")?,
/// ];
/// let mut out = [0; 1024];
/// let page = ContractPage::OfficialAccount;
/// let address = page.write(&key, &Canonical::of(&table)?, &mut out)?;
/// assert!(address.starts_with("https://api.mch.weixin.qq.com/papay/entrustweb?appid=wxd930"));
/// assert!(address.contains("&notify_url=https%3A%2F%2Fshop.example%2Fcontract&"));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContractPage {
    /// In WeChat, from an official account: the customer's WeChat opens the address.
    OfficialAccount,
    /// In a browser outside of WeChat: the merchant's own back end requests the address (`GET`),
    /// and the customer's browser opens the `redirect_url` of the XML answer, which is not signed.
    /// State `sign_type`, since pages differ on the default.
    H5,
    /// As [`OfficialAccount`](Self::OfficialAccount), for a service provider.
    PartnerOfficialAccount,
    /// As [`H5`](Self::H5), for a service provider.
    PartnerH5,
}

impl ContractPage {
    /// The operation that the address belongs to.
    #[must_use]
    pub const fn endpoint(self) -> Endpoint {
        const OFFICIAL_ACCOUNT: Endpoint = endpoint("/papay/entrustweb");
        const H5: Endpoint = endpoint("/papay/h5entrustweb");
        const PARTNER_OFFICIAL_ACCOUNT: Endpoint = endpoint("/papay/partner/entrustweb");
        const PARTNER_H5: Endpoint = endpoint("/papay/partner/h5entrustweb");
        match self {
            Self::OfficialAccount => OFFICIAL_ACCOUNT,
            Self::H5 => H5,
            Self::PartnerOfficialAccount => PARTNER_OFFICIAL_ACCOUNT,
            Self::PartnerH5 => PARTNER_H5,
        }
    }

    /// Writes the page's address to the beginning of `out`: the fields that are signed as its
    /// query, and `sign` last.
    ///
    /// Values are signed as they are in the table and percent-encoded here, once, with capital
    /// digits; so `notify_url` is not encoded yet.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlgorithmMismatch`] for a key that the page does not take,
    /// [`ErrorKind::Imitation`] with the index of a value in the caller's table that imitates a
    /// field, [`ErrorKind::LeakedSecret`] as [`Key::sign`], [`ErrorKind::Character`] for a value
    /// that cannot be sent, what [`check_notify_url`] finds in `notify_url`,
    /// [`ErrorKind::AddressLength`] beyond 1024 bytes, and [`ErrorKind::Space`] with the exact
    /// length needed, in bytes; `out` is then as it was.
    pub fn write<'o>(
        self,
        key: &Key,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        out: &'o mut [u8],
    ) -> Result<&'o str, Error> {
        let endpoint = self.endpoint();
        if !endpoint.allows(key.algorithm()) {
            return Err(ErrorKind::AlgorithmMismatch.into());
        }
        let signature = key.sign(fields)?;
        let mut all = fields.indexed();
        let refused = all.find(|(_, field)| imitation::is_refused(field.name(), field.value()));
        if let Some((index, _)) = refused {
            return Err(Error::new(ErrorKind::Imitation, index));
        }
        // What cannot be sent in a document cannot be sent here.
        xml::len(fields, &signature)?;
        if let Some(address) = fields.stated("notify_url") {
            // None that is encoded already, or written with references, passes this.
            check_notify_url(address.as_str().unwrap_or_default())?;
        }
        let address = |writer: &mut Writer<'_>| {
            writer.put("https://");
            writer.put(endpoint.host.name());
            writer.put(endpoint.path);
            writer.put("?");
            for field in fields.iter() {
                writer.put(field.name());
                writer.put("=");
                writer.percent(field.value());
                writer.put("&");
            }
            writer.put("sign=");
            writer.put(signature.as_str());
        };
        if text::len(address) > ADDRESS_MAX {
            return Err(Error::new(ErrorKind::AddressLength, ADDRESS_MAX));
        }
        text::write(out, address)
    }
}

/// An operation of the catalogue, found while compiling.
#[allow(clippy::unwrap_used, reason = "only constants are made with it")]
const fn endpoint(path: &str) -> Endpoint {
    Endpoint::find(path).unwrap()
}
