//! Which second signature some fields are.

use crate::base::kinds::kinds;
use crate::field::{Field, Fields};
use crate::value::Value;

kinds! {
    /// A signature that the customer's side takes, as it is recognized by the fields around it.
    ///
    /// ```
    /// use wxp_core::{Field, SecondSignature};
    ///
    /// let table = [
    ///     Field::new("appId", "wxd678efh567hg6787")?,
    ///     Field::new("nonceStr", "5K8264ILTKCH16CQ2502SI8ZNMTM67VS")?,
    ///     Field::new("package", "prepay_id=wx201410272009395522657a690389285100")?,
    ///     Field::new("signType", "MD5")?,
    ///     Field::new("timeStamp", "1414561699")?,
    ///     Field::new("paySign", "F9F536C7D2EB94E401B419C84D13E046")?,
    /// ];
    /// let second = SecondSignature::of(&table[..]);
    /// assert_eq!(second, Some(SecondSignature::Jsapi));
    /// assert_eq!(SecondSignature::Jsapi.offered(&table[..]).unwrap(), "F9F536C7D2EB94E401B419C84D13E046");
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    pub enum SecondSignature;

    /// The permanent number of this signature. Numbers are never reused.
    code;

    /// What a page in WeChat or a mini program takes: see [`JsapiPayment`](crate::JsapiPayment).
    Jsapi = 1,
        "the second signature of a page or a mini program (JSAPI, paySign)",
        "公众号网页或小程序调起支付（JSAPI）的签名（paySign）";
    /// What an app takes: see [`AppPayment`](crate::AppPayment).
    App = 2, "the second signature of an app", "APP调起支付的签名";
    /// The text of a QR code: see [`NativeCode`](crate::NativeCode).
    NativeCode = 3,
        "the signature of a product's QR code (Native mode 1)",
        "Native支付模式1（扫码前不下单）的商品二维码签名";
}

impl SecondSignature {
    /// Which second signature these fields are, if any. Their names may have any letter case, and
    /// underscores or none.
    #[must_use]
    pub fn of(fields: &(impl Fields + ?Sized)) -> Option<Self> {
        let has = |name: &str| find(fields, name).is_some();
        if has("product_id") && has("time_stamp") && has("mch_id") && !has("out_trade_no") {
            return Some(Self::NativeCode);
        }
        let (_, package) = find(fields, "package")?;
        if package.value().starts_with("sendid") || !(has("time_stamp") || has("pay_sign")) {
            // The red packet of a mini program, or no such signature.
            return None;
        }
        let is_page = has("pay_sign") || package.value().starts_with(PACKAGE_OF_PAGES);
        let is_app = package.value() == PACKAGE_OF_APPS || has("prepay_id") && !is_page;
        let is_app = has("partner_id") || is_app;
        Some(if is_app { Self::App } else { Self::Jsapi })
    }

    /// The names of the fields that are signed, in signing order.
    #[must_use]
    pub const fn signed(self) -> &'static [&'static str] {
        match self {
            Self::Jsapi => &["appId", "nonceStr", "package", "signType", "timeStamp"],
            Self::App => &["appid", "noncestr", "package", "partnerid", "prepayid", "timestamp"],
            Self::NativeCode => &["appid", "mch_id", "nonce_str", "product_id", "time_stamp"],
        }
    }

    /// The field that is signed under this name, however it is called in the table, and its index.
    ///
    /// ```
    /// use wxp_core::{Field, SecondSignature};
    ///
    /// let table = [Field::new("packageValue", "Sign=WXPay")?, Field::new("nonceStr", "SbGxX7ve")?];
    /// let (index, nonce) = SecondSignature::App.part(&table[..], "noncestr").unwrap();
    /// assert_eq!((index, nonce.name()), (1, "nonceStr"));
    /// assert!(SecondSignature::App.part(&table[..], "package").is_some());
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    pub fn part<'f>(
        self,
        fields: &'f (impl Fields + ?Sized),
        name: &str,
    ) -> Option<(usize, Field<'f>)> {
        find(fields, name)
    }

    /// The signature among the fields: `paySign`, or else `sign`.
    pub fn offered(self, fields: &(impl Fields + ?Sized)) -> Option<Value<'_>> {
        self.offered_at(fields).map(|(_, field)| field.value())
    }

    /// The same as a field, with its index.
    pub(crate) fn offered_at(self, fields: &(impl Fields + ?Sized)) -> Option<(usize, Field<'_>)> {
        let pay_sign = if let Self::Jsapi = self { find(fields, "pay_sign") } else { None };
        pay_sign.or_else(|| find(fields, "sign"))
    }
}

/// The `package` of every app.
pub(crate) const PACKAGE_OF_APPS: &str = "Sign=WXPay";
/// What the `package` of a page begins with.
pub(crate) const PACKAGE_OF_PAGES: &str = "prepay_id=";

/// What the SDK of Android calls `package`, which is a word of Java.
const PACKAGE_IN_JAVA: &str = "packageValue";

/// The field of this name or else the first one whose name differs from it only in letter case or
/// underscores, unless it is empty; and its index.
pub(crate) fn find<'f>(
    fields: &'f (impl Fields + ?Sized),
    name: &str,
) -> Option<(usize, Field<'f>)> {
    let all = || {
        let all = (0..fields.len()).filter_map(|index| Some((index, fields.at(index)?)));
        all.filter(|(_, field)| !field.value().is_empty())
    };
    let is_alike = |field: &Field<'_>| {
        letters(field.name()).eq(letters(name))
            || name == "package" && field.name() == PACKAGE_IN_JAVA
    };
    let exactly = all().find(|(_, field)| field.name() == name);
    exactly.or_else(|| all().find(|(_, field)| is_alike(field)))
}

/// What counts of a name.
fn letters(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(|byte| *byte != b'_').map(|byte| byte.to_ascii_lowercase())
}
