//! Native mode 1: a code that stands for a product, and the reply when a customer has scanned it.

use crate::error::{Error, ErrorKind};
use crate::field::Field;
use crate::names::{FAIL, RESULT_CODE, RETURN_CODE, SUCCESS};
use crate::payload::{seconds, sign, text};
use crate::sign::{Algorithm, Canonical, Key, imitation};
use crate::value::Value;
use crate::xml;

/// The text of a QR code that stands for a product. Only MD5 signs it.
///
/// ```
/// use wxp_core::{Algorithm, Key, NativeCode};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let code = NativeCode {
///     appid: "wx2421b1c4370ec43b",
///     mch_id: "10000100",
///     product_id: "1",
///     nonce: "f6808210402125e30663234f94c87a8c",
///     timestamp: 1_415_949_957,
/// };
/// let mut out = [0; 256];
/// let text = code.write(&key, &mut out)?;
/// assert!(text.starts_with("weixin://wxpay/bizpayurl?sign=62C618B41B3C5F9050AB94C0580DDA8E&"));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NativeCode<'a> {
    /// The official account.
    pub appid: &'a str,
    /// The merchant.
    pub mch_id: &'a str,
    /// The merchant's own name for the product, at most 32 characters.
    pub product_id: &'a str,
    /// Unpredictable text, at most 32 characters; see [`Nonce`](crate::Nonce).
    pub nonce: &'a str,
    /// The present time, in seconds since 1970 (UTC).
    pub timestamp: u64,
}

impl NativeCode<'_> {
    /// Writes the text to the beginning of `out`. Values are signed raw and percent-encoded.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlgorithmMismatch`] for a key that is not for MD5, [`ErrorKind::Missing`] and
    /// [`ErrorKind::Imitation`] and [`ErrorKind::LeakedSecret`] with the index of a text that is
    /// empty or imitates a field, in the order `appid`, `mch_id`, `nonce_str`, `product_id`, and
    /// [`ErrorKind::Space`] with the exact length needed, in bytes; `out` is then as it was.
    pub fn write<'o>(&self, key: &Key, out: &'o mut [u8]) -> Result<&'o str, Error> {
        key.require(Algorithm::Md5)?;
        let time = seconds(self.timestamp);
        let sign = sign(
            key,
            &[
                ("appid", "", self.appid),
                ("mch_id", "", self.mch_id),
                ("nonce_str", "", self.nonce),
                ("product_id", "", self.product_id),
                ("time_stamp", "", &time),
            ],
        )?;
        text::write(out, |writer| {
            writer.put("weixin://wxpay/bizpayurl?sign=");
            writer.put(sign.as_str());
            for (name, text) in [
                ("&appid=", self.appid),
                ("&mch_id=", self.mch_id),
                ("&product_id=", self.product_id),
                ("&time_stamp=", &*time),
                ("&nonce_str=", self.nonce),
            ] {
                writer.put(name);
                writer.percent(Value::new(text));
            }
        })
    }
}

/// The reply to the notice that a code was scanned; see
/// [`Notice::NativeScan`](crate::Notice::NativeScan). Only MD5 signs it.
///
/// ```
/// use wxp_core::{Algorithm, Key, NativeReply};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let reply = NativeReply {
///     appid: "wx2421b1c4370ec43b",
///     mch_id: "10000100",
///     nonce: "f6808210402125e30663234f94c87a8c",
///     order: Err("sold out"),
/// };
/// let mut out = [0; 512];
/// let document = reply.write(&key, &mut out)?;
/// assert!(document.contains("<err_code_des>sold out</err_code_des>"));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NativeReply<'a> {
    /// The official account.
    pub appid: &'a str,
    /// The merchant.
    pub mch_id: &'a str,
    /// The text that the notice has as `nonce_str`, or a new one.
    pub nonce: &'a str,
    /// The `prepay_id` of the order that was placed, or what to tell the customer if none was.
    pub order: Result<&'a str, &'a str>,
}

impl NativeReply<'_> {
    /// Writes the signed document to the beginning of `out`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlgorithmMismatch`] for a key that is not for MD5, [`ErrorKind::Missing`],
    /// [`ErrorKind::Imitation`], [`ErrorKind::LeakedSecret`] and [`ErrorKind::Character`] with the
    /// index of the field in the order `appid`, `err_code_des`, `mch_id`, `nonce_str`, `prepay_id`,
    /// and [`ErrorKind::Space`] with the exact length needed, in bytes; `out` is then as it was.
    pub fn write<'o>(&self, key: &Key, out: &'o mut [u8]) -> Result<&'o str, Error> {
        key.require(Algorithm::Md5)?;
        let (code, prepay_id, message) = match self.order {
            Ok(prepay_id) => (SUCCESS, prepay_id, ""),
            Err(message) => (FAIL, "", message),
        };
        let table = [
            Field::prechecked("appid", self.appid),
            Field::prechecked("err_code_des", message),
            Field::prechecked("mch_id", self.mch_id),
            Field::prechecked("nonce_str", self.nonce),
            Field::prechecked("prepay_id", prepay_id),
            Field::prechecked(RESULT_CODE, code),
            Field::prechecked(RETURN_CODE, SUCCESS),
        ];
        let unused = if self.order.is_ok() { "err_code_des" } else { "prepay_id" };
        let missing = |field: &Field<'_>| field.value().is_empty() && field.name() != unused;
        if let Some(index) = table.iter().position(missing) {
            return Err(Error::new(ErrorKind::Missing, index));
        }
        let fields = Canonical::of_sorted(&table[..]);
        let signature = key.sign(&fields)?;
        let is_refused = |field: &Field<'_>| imitation::is_refused(field.name(), field.value());
        match table.iter().position(is_refused) {
            Some(index) => Err(Error::new(ErrorKind::Imitation, index)),
            None => xml::write(&fields, &signature, out),
        }
    }
}
