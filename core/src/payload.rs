//! Second signatures: what a page, a mini program or an app needs to open the cashier.
//!
//! They are made on the server. The API key never goes to the customer's side, which gets the
//! finished JSON.

mod contract;
mod native;
pub(crate) mod second;
mod text;
mod workwx;

pub use contract::ContractPage;
pub use native::{NativeCode, NativeReply};
pub use second::SecondSignature;
pub use workwx::WorkwxRequest;

use crate::base::ShortText;
use crate::error::{Error, ErrorKind};
use crate::field::Fields;
use crate::sign::{Algorithm, Canonical, Key, Signature, imitation};
use crate::value::Value;

/// A payment in a page within WeChat (`WeixinJSBridge`, `chooseWXPay`) or in a mini program
/// (`requestPayment`).
///
/// Sign it with the algorithm of the order. `chooseWXPay` takes `timeStamp` under the name of
/// `timestamp`; signed is the former all the same (page of the JSAPI parameters).
///
/// ```
/// use wxp_core::{Algorithm, JsapiPayment, Key};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let payment = JsapiPayment {
///     appid: "wxd678efh567hg6787",
///     prepay_id: "wx201410272009395522657a690389285100",
///     nonce: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
///     timestamp: 1_414_561_699,
/// };
/// let mut out = [0; 512];
/// let json = payment.write(&key, &mut out)?;
/// assert!(json.ends_with(r#""paySign":"F9F536C7D2EB94E401B419C84D13E046"}"#));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct JsapiPayment<'a> {
    /// The official account or mini program: in partner mode `sub_appid`, if the order has it.
    pub appid: &'a str,
    /// The order, as `/pay/unifiedorder` answered it; it lives for two hours.
    pub prepay_id: &'a str,
    /// Unpredictable text, at most 32 characters; see [`Nonce`](crate::Nonce).
    pub nonce: &'a str,
    /// The present time, in seconds since 1970 (UTC).
    pub timestamp: u64,
}

impl<'a> JsapiPayment<'a> {
    /// The payment of an order: the fields of the request or of the answer that have `prepay_id`,
    /// and `appid` or, in partner mode, `sub_appid`, which then takes its place.
    ///
    /// The page of an official account of the partner's own needs its appid: leave `sub_appid` out
    /// of such an order, or set [`appid`](Self::appid).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Missing`] with 0 for the appid and 2 for `prepay_id`, which [`write`](Self::write)
    /// would miss.
    ///
    /// ```
    /// use wxp_core::{Canonical, Field, JsapiPayment};
    ///
    /// let answer = [
    ///     Field::new("appid", "wx0000000000000001")?,
    ///     Field::new("prepay_id", "wx201410272009395522657a690389285100")?,
    ///     Field::new("sub_appid", "wx0000000000000002")?,
    /// ];
    /// let order = Canonical::of(&answer)?;
    /// let payment = JsapiPayment::of_order(&order, "5K8264ILTKCH16CQ2502SI8ZNMTM67VS", 1_414_561_699)?;
    /// assert_eq!(payment.appid, "wx0000000000000002");
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    pub fn of_order(
        order: &'a Canonical<'_, impl Fields + ?Sized>,
        nonce: &'a str,
        timestamp: u64,
    ) -> Result<Self, Error> {
        let appid = either(order, ["sub_appid", "appid"], 0)?;
        let prepay_id = either(order, ["prepay_id"], 2)?;
        Ok(Self { appid, prepay_id, nonce, timestamp })
    }

    /// Writes `appId`, `nonceStr`, `package`, `signType`, `timeStamp` and `paySign` as JSON to the
    /// beginning of `out`; all of them are texts.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Missing`], [`ErrorKind::LeakedSecret`] and [`ErrorKind::Imitation`] with the
    /// index of a text in that order that is empty or imitates a field, and [`ErrorKind::Space`]
    /// with the exact length needed, in bytes; `out` is then as it was.
    pub fn write<'o>(&self, key: &Key, out: &'o mut [u8]) -> Result<&'o str, Error> {
        let parts = [
            ("appId", "", self.appid),
            ("nonceStr", "", self.nonce),
            ("package", "prepay_id=", self.prepay_id),
            ("signType", "", key.algorithm().name()),
            ("timeStamp", "", &seconds(self.timestamp)),
        ];
        write_json(&parts, ("paySign", &sign(key, &parts)?), out)
    }
}

/// A payment in an app, through WeChat's Open SDK.
///
/// Sign it with the algorithm of the order. The SDKs call the members by names of their own; signed
/// are these, in lower case (page of the APP parameters).
///
/// ```
/// use wxp_core::{Algorithm, AppPayment, Key};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let payment = AppPayment {
///     appid: "wxd930ea5d5a258f4f",
///     mch_id: "1900000109",
///     prepay_id: "1101000000140415649af9fc314aa427",
///     nonce: "1101000000140429eb40476f8896f4c9",
///     timestamp: 1_398_746_574,
/// };
/// let mut out = [0; 512];
/// let json = payment.write(&key, &mut out)?;
/// assert!(json.ends_with(r#""sign":"5D072367671D5598B65829D2EB113643"}"#));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AppPayment<'a> {
    /// The app, as registered on the Open Platform: in partner mode `sub_appid`, if the order has
    /// it.
    pub appid: &'a str,
    /// The merchant, sent as `partnerid`: in partner mode `sub_mch_id`.
    pub mch_id: &'a str,
    /// The order, as `/pay/unifiedorder` answered it; it lives for two hours.
    pub prepay_id: &'a str,
    /// Unpredictable text, at most 32 characters; see [`Nonce`](crate::Nonce).
    pub nonce: &'a str,
    /// The present time, in seconds since 1970 (UTC).
    pub timestamp: u64,
}

impl<'a> AppPayment<'a> {
    /// The payment of an order: the fields of the request or of the answer that have `prepay_id`,
    /// `appid` and `mch_id`. In partner mode `sub_appid` and `sub_mch_id` take their places (page
    /// of the APP parameters for partners; `WxJava` and others do the same).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Missing`] with 0 for the appid, 3 for the merchant, and 4 for `prepay_id`.
    ///
    /// ```
    /// use wxp_core::{AppPayment, Canonical, Field};
    ///
    /// let answer = [
    ///     Field::new("appid", "wx0000000000000001")?,
    ///     Field::new("mch_id", "1900000001")?,
    ///     Field::new("prepay_id", "1101000000140415649af9fc314aa427")?,
    ///     Field::new("sub_appid", "wx0000000000000002")?,
    ///     Field::new("sub_mch_id", "1900000002")?,
    /// ];
    /// let order = Canonical::of(&answer)?;
    /// let payment = AppPayment::of_order(&order, "1101000000140429eb40476f8896f4c9", 1_398_746_574)?;
    /// assert_eq!((payment.appid, payment.mch_id), ("wx0000000000000002", "1900000002"));
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    pub fn of_order(
        order: &'a Canonical<'_, impl Fields + ?Sized>,
        nonce: &'a str,
        timestamp: u64,
    ) -> Result<Self, Error> {
        let appid = either(order, ["sub_appid", "appid"], 0)?;
        let mch_id = either(order, ["sub_mch_id", "mch_id"], 3)?;
        let prepay_id = either(order, ["prepay_id"], 4)?;
        Ok(Self { appid, mch_id, prepay_id, nonce, timestamp })
    }

    /// Writes `appid`, `noncestr`, `package`, `partnerid`, `prepayid`, `timestamp` and `sign` as
    /// JSON to the beginning of `out`; all of them are texts.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Missing`], [`ErrorKind::LeakedSecret`] and [`ErrorKind::Imitation`] with the
    /// index of a text in that order that is empty or imitates a field, and [`ErrorKind::Space`]
    /// with the exact length needed, in bytes; `out` is then as it was.
    pub fn write<'o>(&self, key: &Key, out: &'o mut [u8]) -> Result<&'o str, Error> {
        let parts = [
            ("appid", "", self.appid),
            ("noncestr", "", self.nonce),
            ("package", "", "Sign=WXPay"),
            ("partnerid", "", self.mch_id),
            ("prepayid", "", self.prepay_id),
            ("timestamp", "", &seconds(self.timestamp)),
        ];
        write_json(&parts, ("sign", &sign(key, &parts)?), out)
    }
}

/// A red packet that is opened in a mini program. Only MD5 signs it.
///
/// ```
/// use wxp_core::{Algorithm, Key, MiniProgramRedPacket};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let packet = MiniProgramRedPacket {
///     appid: "wx8888888888888888",
///     package: "sendid=242e8abd163d3&ver=8",
///     nonce: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
///     timestamp: 1_414_561_699,
/// };
/// let mut out = [0; 512];
/// let json = packet.write(&key, &mut out)?;
/// assert!(json.contains(r#""package":"sendid%3D242e8abd163d3%26ver%3D8""#));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MiniProgramRedPacket<'a> {
    /// The mini program.
    pub appid: &'a str,
    /// The packet, as `/mmpaymkttransfers/sendminiprogramhb` answered it, not percent-encoded.
    pub package: &'a str,
    /// Unpredictable text, at most 32 characters; see [`Nonce`](crate::Nonce).
    pub nonce: &'a str,
    /// The present time, in seconds since 1970 (UTC).
    pub timestamp: u64,
}

impl MiniProgramRedPacket<'_> {
    /// Writes `appId`, `nonceStr`, `package`, `timeStamp`, `signType` and `paySign` as JSON to the
    /// beginning of `out`. `package` is signed raw and sent percent-encoded, `signType` is sent
    /// but not signed (page of the mini-program red packet).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlgorithmMismatch`] for a key that is not for MD5, [`ErrorKind::Missing`],
    /// [`ErrorKind::LeakedSecret`] and [`ErrorKind::Imitation`] with the index of a text in that
    /// order that is empty or imitates a field (`package` may), and [`ErrorKind::Space`] with the
    /// exact length needed, in bytes; `out` is then as it was.
    pub fn write<'o>(&self, key: &Key, out: &'o mut [u8]) -> Result<&'o str, Error> {
        key.require(Algorithm::Md5)?;
        let time = seconds(self.timestamp);
        let sign = sign(
            key,
            &[
                ("appId", "", self.appid),
                ("nonceStr", "", self.nonce),
                ("package", "", self.package),
                ("timeStamp", "", &time),
            ],
        )?;
        text::write(out, |writer| {
            writer.member("appId", "", self.appid);
            writer.member("nonceStr", "", self.nonce);
            writer.put(",\"package\":\"");
            writer.percent(Value::new(self.package));
            writer.put("\"");
            writer.member("timeStamp", "", &time);
            writer.member("signType", "", Algorithm::Md5.name());
            writer.member("paySign", "", sign.as_str());
            writer.put("}");
        })
    }
}

/// The text of the first of these fields that an order has.
fn either<'a, const N: usize>(
    order: &'a Canonical<'_, impl Fields + ?Sized>,
    names: [&str; N],
    index: usize,
) -> Result<&'a str, Error> {
    let stated = names.into_iter().find_map(|name| order.stated(name));
    // The fields of an order have no escapes.
    stated.and_then(|value| value.as_str()).ok_or(Error::new(ErrorKind::Missing, index))
}

/// A signed field: its name, what its text always begins with, and the rest of its text.
pub(crate) type Part<'a> = (&'static str, &'static str, &'a str);

/// The signature of parts that are sorted by name.
pub(crate) fn sign(key: &Key, parts: &[Part<'_>]) -> Result<Signature, Error> {
    if let Some(index) = parts.iter().position(|(_, _, text)| text.is_empty()) {
        return Err(Error::new(ErrorKind::Missing, index));
    }
    let signature = key.sign_pieces(|| {
        parts.iter().enumerate().flat_map(|(index, (name, constant, text))| {
            let separator = if index > 0 { "&" } else { "" };
            [separator, name, "=", constant, text].map(|piece| (index, piece))
        })
    })?;
    let is_refused = |(name, constant, text): &Part<'_>| {
        // The package of a red packet is WeChat Pay's own text.
        (*name, *constant) != ("package", "") && imitation::is_refused(name, Value::new(text))
    };
    if let Some(index) = parts.iter().position(is_refused) {
        return Err(Error::new(ErrorKind::Imitation, index));
    }
    Ok(signature)
}

/// Seconds as they are signed and sent.
pub(crate) fn seconds(timestamp: u64) -> ShortText {
    let mut text = ShortText::default();
    text.push_number(timestamp, 1);
    text
}

fn write_json<'o>(
    parts: &[Part<'_>],
    (name, signature): (&str, &Signature),
    out: &'o mut [u8],
) -> Result<&'o str, Error> {
    text::write(out, |writer| {
        for (name, constant, text) in parts {
            writer.member(name, constant, text);
        }
        writer.member(name, "", signature.as_str());
        writer.put("}");
    })
}
