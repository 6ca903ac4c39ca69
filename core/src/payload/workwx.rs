//! The inner signature of Enterprise WeChat.

use crate::error::{Error, ErrorKind};
use crate::field::Fields;
use crate::sign::{Algorithm, Canonical, Key, Signature};

/// A request on behalf of an enterprise, which has a signature of its own within the ordinary one:
/// the field `workwx_sign` (page 90281 of the Enterprise WeChat documentation).
///
/// Sign this first, then add it to the table and sign the whole with the API key.
///
/// ```
/// use wxp_core::{Algorithm, Canonical, Field, Key, WorkwxRequest};
///
/// // The enterprise's payment secret, not the merchant's API key.
/// let secret = Key::nonstandard(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let table = [
///     Field::new("act_name", "Spring tea")?,
///     Field::new("mch_billno", "11111234567890")?,
///     Field::new("mch_id", "10000098")?,
///     Field::new("nonce_str", "qFKEgfig76DF9912fewmkp")?,
///     Field::new("re_openid", "oxTWIuGaIt6gTKsQRLau2M0yL16E")?,
///     Field::new("total_amount", "1000")?,
///     Field::new("wishing", "Good luck!")?, // not among the fields that this signature covers
///     Field::new("wxappid", "wx123456789")?,
/// ];
/// let signature = WorkwxRequest::RedPacket.sign(&secret, &Canonical::of(&table)?)?;
/// assert_eq!(signature.as_str(), "06FFC1E965F13A0AE803D78D020FFEEE");
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WorkwxRequest {
    /// A red packet, `/mmpaymkttransfers/sendworkwxredpack`.
    RedPacket,
    /// A payment to a member of the staff, `/mmpaymkttransfers/promotion/paywwsptrans2pocket`.
    StaffPayment,
}

impl WorkwxRequest {
    /// The fields that the inner signature covers, in signing order.
    #[must_use]
    pub const fn signed(self) -> &'static [&'static str] {
        match self {
            Self::RedPacket => &[
                "act_name",
                "mch_billno",
                "mch_id",
                "nonce_str",
                "re_openid",
                "total_amount",
                "wxappid",
            ],
            Self::StaffPayment => &[
                "amount",
                "appid",
                "desc",
                "mch_id",
                "nonce_str",
                "openid",
                "partner_trade_no",
                "ww_msg_type",
            ],
        }
    }

    /// The inner signature of a request, under a key made from the enterprise's payment secret.
    /// The table may have any other fields besides.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlgorithmMismatch`] for a key that is not for MD5, [`ErrorKind::Missing`] with
    /// the index in [`signed`](Self::signed) of the first field that the table lacks, and
    /// [`ErrorKind::LeakedSecret`] as [`Key::sign`].
    pub fn sign(
        self,
        secret: &Key,
        fields: &Canonical<'_, impl Fields + ?Sized>,
    ) -> Result<Signature, Error> {
        secret.require(Algorithm::Md5)?;
        let signed = self.signed();
        if let Some(index) = signed.iter().position(|name| fields.stated(name).is_none()) {
            return Err(Error::new(ErrorKind::Missing, index));
        }
        let covered = || fields.indexed().filter(|(_, field)| signed.contains(&field.name()));
        secret.refuse_leak(covered().map(|(index, field)| (index, field.value())))?;
        Ok(secret.sign_fields(covered().map(|(_, field)| field), b"&secret="))
    }
}
