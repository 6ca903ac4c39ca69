//! The catalogue: one operation a row, sorted by path.
//!
//! A row says only what is special. What goes without saying: `POST` to the main host, no client
//! certificate, MD5 and no `sign_type`, an answer that is flat XML and signed, a request with
//! `nonce_str` that may be repeated only as it is.
//!
//! Source: WeChat's API definitions (136 operations, seven of them in the sandbox), and the pages
//! of the single operations where those say more.

use super::{Algorithms, Endpoint, Format, Host, Method, Repeat, SignType};
use crate::family::Family::{self, *};
use crate::source::Signed;
use Host::{Face, Fraud, PayApp};

/// Divides the rows into what judging needs and what only people read, so that the texts are
/// linked only where somebody asks for them. Texts lie one behind the other, each with a NUL at its
/// end: pointers to them would take as much room as they do.
macro_rules! catalogue {
    ($($method:ident($path:literal)$(.$fact:ident($($value:ident)?))* => $purpose:literal,)+) => {
        pub(super) const ROWS: &[Row] = &[$($method($path)$(.$fact($($value)?))*),+];
        pub(super) const PATHS: &[u8] = concat!($($path, "\0"),+).as_bytes();
        pub(super) const PURPOSES: &[u8] = concat!($($purpose, "\0"),+).as_bytes();
    };
}

catalogue! {
    get("/appauth/authindex").on(PayApp).unsigned().page().safe()
        => "OAuth-like authorization page, obtain code",
    get("/appauth/getaccesstoken").unsigned().json() => "exchange code for access token",
    post("/applyment/micro/getstate").cert().hmac().safe().deprecated() => "onboarding status",
    post("/applyment/micro/getupgradestate").cert().hmac().safe().deprecated() => "upgrade status",
    post("/applyment/micro/modifyarchives").cert().hmac().deprecated() => "change settlement card",
    post("/applyment/micro/modifycontactinfo").cert().hmac().deprecated() => "change contact data",
    post("/applyment/micro/signcontract").cert().unsigned().no_nonce().deprecated()
        => "contract filing",
    post("/applyment/micro/submit").cert().hmac().deprecated() => "small merchant onboarding",
    post("/applyment/micro/submitupgrade").cert().hmac().deprecated() => "upgrade application",
    post("/billcommentsp/batchquerycomment").cert().hmac().bill() => "order comments",
    post("/cgi-bin/mch/customs/customdeclareorder").no_nonce() => "customs declaration submit",
    post("/cgi-bin/mch/customs/customdeclarequery").md5().no_nonce().safe()
        => "customs declaration query",
    post("/cgi-bin/mch/newcustoms/customdeclareredeclare").md5().no_nonce()
        => "customs declaration re-push",
    post("/deposit/consume").cert().hmac().of(Deduction) => "capture deposit",
    post("/deposit/facepay").hmac().of(Payment) => "deposit by face",
    post("/deposit/micropay").either().stated().of(Payment) => "deposit by pay code",
    post("/deposit/orderquery").either().of(OrderQuery) => "deposit order query",
    post("/deposit/refund").cert().either().of(Refund) => "deposit refund",
    post("/deposit/refundquery").either().of(RefundQuery) => "deposit refund query",
    post("/deposit/reverse").cert().either().of(Reverse) => "deposit revoke",
    post("/deposit/unifiedorder").either().stated().of(Order) => "deposit order (JSAPI/APP)",
    post("/face/get_wxpayface_authinfo").on(Face).either().stated().safe()
        => "face device credential",
    post("/fund/queryautowithdrawbydate").cert().hmac().sometimes().of(BankTransferQuery).deprecated()
        => "auto withdrawal status",
    post("/fund/reautowithdrawbydate").cert().hmac().sometimes().of(BankTransfer).deprecated()
        => "retry withdrawal",
    post("/mchrisk/bankquerymchauditinfo").hmac().safe() => "audit state (bank)",
    post("/mchrisk/channelquerymchauditinfo").hmac().safe() => "audit state (channel)",
    post("/mchrisk/querymchrisk").cert().hmac().unsigned().safe() => "risk merchant check",
    post("/mchrisk/setmchriskcallback").hmac().unsigned() => "risk callback URL",
    post("/mchrisk/syncmchriskresult").cert().hmac().unsigned() => "risk result sync",
    post("/mmpaymkttransfers/gethbinfo").cert().unsigned().nested().of(RedPacketQuery)
        => "red packet query",
    post("/mmpaymkttransfers/gettransferinfo").cert().unsigned().of(TransferQuery)
        => "transfer query",
    post("/mmpaymkttransfers/promotion/paywwsptrans2pocket").cert().unsigned().of(Transfer)
        => "pay staff (Enterprise WeChat)",
    post("/mmpaymkttransfers/promotion/querywwsptrans2pocket").cert().unsigned().of(TransferQuery)
        => "query staff payment",
    post("/mmpaymkttransfers/promotion/transfers").cert().unsigned().of(Transfer)
        => "transfer to user wallet",
    post("/mmpaymkttransfers/query_coupon_stock").sometimes().of(Coupon) => "coupon batch query",
    post("/mmpaymkttransfers/querycouponsinfo").of(Coupon) => "coupon query",
    post("/mmpaymkttransfers/queryworkwxredpack").cert().sometimes().of(RedPacketQuery)
        => "enterprise red packet query",
    post("/mmpaymkttransfers/send_coupon").cert().of(Coupon) => "send coupon",
    post("/mmpaymkttransfers/sendgroupredpack").cert().unsigned().of(RedPacket).deprecated()
        => "group red packet",
    post("/mmpaymkttransfers/sendminiprogramhb").cert().unsigned().of(RedPacket)
        => "mini-program red packet",
    post("/mmpaymkttransfers/sendredpack").cert().unsigned().of(RedPacket) => "red packet",
    post("/mmpaymkttransfers/sendworkwxredpack").cert().sometimes().of(RedPacket)
        => "enterprise red packet",
    post("/mmpaysptrans/pay_bank").cert().sometimes().of(BankTransfer) => "transfer to bank card",
    post("/mmpaysptrans/query_bank").cert().unsigned().of(BankTransferQuery)
        => "query bank transfer",
    post("/papay/deletecontract").no_nonce() => "cancel deduction contract",
    get("/papay/entrustweb").unsigned().page().no_nonce().safe()
        => "contract page (official account)",
    get("/papay/h5entrustweb").hmac().unstated().unsigned().no_nonce().safe()
        => "contract page (H5)",
    post("/papay/partner/deletecontract").no_nonce() => "cancel deduction contract (partner)",
    get("/papay/partner/entrustweb").unsigned().page().no_nonce().safe()
        => "contract page (official account, partner)",
    get("/papay/partner/h5entrustweb").hmac().unstated().unsigned().no_nonce().safe()
        => "contract page (H5, partner)",
    post("/papay/partner/preentrustweb").either().no_nonce().safe()
        => "contract pre-sign (APP / mini program, partner)",
    post("/papay/partner/querycontract").no_nonce().of(ContractQuery) => "contract query (partner)",
    post("/papay/preentrustweb").either().no_nonce().safe()
        => "contract pre-sign (APP / mini program)",
    post("/papay/querycontract").no_nonce().of(ContractQuery) => "contract query",
    post("/pay/closecombinedorder").hmac().of(Close) => "close combined order",
    post("/pay/closeorder").either().of(Close) => "close order",
    post("/pay/combinedorder").hmac().of(Order) => "combined order",
    post("/pay/contractorder").of(Order) => "pay and sign contract",
    post("/pay/downloadbill").either().bill() => "trade bill",
    post("/pay/downloadfundflow").cert().hmac().bill() => "fund bill",
    post("/pay/facepay").hmac().of(Payment) => "face payment",
    post("/pay/facepayquery").either().of(OrderQuery) => "face payment query",
    post("/pay/micropay").either().of(Payment) => "Quick Pay (pay code)",
    post("/pay/orderquery").either().of(OrderQuery) => "order query",
    post("/pay/paporderquery").of(OrderQuery) => "deduction order query",
    post("/pay/pappayapply").of(Deduction) => "deduction request",
    post("/pay/partner/paporderquery").of(OrderQuery) => "deduction order query (partner)",
    post("/pay/partner/pappayapply").of(Deduction) => "deduction request (partner)",
    post("/pay/profitsharingaddreceiver").hmac() => "add receiver",
    post("/pay/profitsharingmerchantratioquery").hmac().safe() => "max ratio query",
    post("/pay/profitsharingorderamountquery").hmac().sometimes().safe() => "unsplit amount query",
    post("/pay/profitsharingquery").hmac().of(ProfitSharingQuery) => "split query",
    post("/pay/profitsharingremovereceiver").hmac() => "remove receiver",
    post("/pay/profitsharingreturnquery").hmac().of(ProfitSharingQuery) => "return query",
    post("/pay/querycombinedorder").hmac().of(OrderQuery) => "combined order query",
    post("/pay/queryexchagerate").no_nonce().safe() => "exchange rate",
    post("/pay/refundquery").either().of(RefundQuery) => "refund query",
    post("/pay/refundqueryv2").either().of(RefundQuery) => "refund query with goods",
    post("/pay/settlementquery").sometimes().nested().safe() => "settlement query",
    post("/pay/unifiedorder").either().of(Order) => "unified order",
    post("/payitil/report").either().unsigned().safe() => "call quality report",
    post("/risk/getcertficates").hmac().sometimes().safe() => "platform certificates",
    post("/risk/getpublickey").on(Fraud).cert().either().stated().unsigned().safe()
        => "RSA public key",
    post("/risk/getviolation").cert().hmac().unsigned().safe() => "violation query",
    post("/sandboxnew/pay/downloadbill").bill().deprecated() => "trade bill, sandbox",
    post("/sandboxnew/pay/getsignkey").unsigned().safe().deprecated() => "sandbox key",
    post("/sandboxnew/pay/micropay").md5().of(Payment).deprecated() => "Quick Pay, sandbox",
    post("/sandboxnew/pay/orderquery").md5().of(OrderQuery).deprecated() => "order query, sandbox",
    post("/sandboxnew/pay/refund").md5().of(Refund).deprecated() => "refund, sandbox",
    post("/sandboxnew/pay/refundquery").md5().of(RefundQuery).deprecated()
        => "refund query, sandbox",
    post("/sandboxnew/pay/unifiedorder").md5().of(Order).deprecated() => "unified order, sandbox",
    post("/secapi/mch/addInstitutionsub").cert().no_nonce()
        => "institution onboards sub-merchant (global)",
    post("/secapi/mch/addsubdevconfig").cert().no_nonce() => "sub-merchant dev config",
    post("/secapi/mch/channelsetting").cert().no_nonce() => "channel number setting",
    post("/secapi/mch/modifyInstitutionsub").cert().no_nonce() => "modify sub-merchant (global)",
    post("/secapi/mch/modifymchinfo").cert().no_nonce() => "modify sub-merchant (bank)",
    post("/secapi/mch/queryInstitutionsub").cert().no_nonce().safe()
        => "query sub-merchant (global)",
    post("/secapi/mch/querysubdevconfig").cert().no_nonce().safe() => "dev config query",
    post("/secapi/mch/submchmanage").cert().unsigned().nested().no_nonce()
        => "bank sub-merchant add/query (?action=)",
    post("/secapi/mch/uploadmedia").cert().either().stated().no_nonce()
        => "image upload (multipart)",
    post("/secapi/mkt/addrecommendconf").cert().deprecated() => "follow-account config",
    post("/secapi/pay/facepayreverse").cert().either().of(Reverse) => "face payment revoke",
    post("/secapi/pay/multiprofitsharing").cert().hmac().of(ProfitSharing) => "split (multiple)",
    post("/secapi/pay/profitsharing").cert().hmac().of(ProfitSharing) => "split (single)",
    post("/secapi/pay/profitsharingfinish").cert().hmac().of(ProfitSharing) => "finish split",
    post("/secapi/pay/profitsharingreturn").cert().hmac().of(ProfitSharing) => "return split money",
    post("/secapi/pay/refund").cert().either().of(Refund) => "refund",
    post("/secapi/pay/refundv2").cert().either().of(Refund) => "refund with goods",
    post("/secapi/pay/reverse").cert().either().of(Reverse) => "revoke",
    post("/secsvc/getrealnameinfo").on(Fraud).hmac().sometimes().safe()
        => "real-name authorization",
    post("/secsvc/realnameauth").on(Fraud).either().stated().sometimes().safe()
        => "real-name check",
    post("/tools/authcodetoopenid").of(OpenId) => "pay code to openid",
    post("/tools/shorturl").either().safe() => "short URL",
    post("/transit/partnerpay/payapply").hmac().of(Deduction) => "transit deduction (partner)",
    post("/transit/partnerpay/queryorder").hmac().of(OrderQuery) => "transit order query (partner)",
    post("/transit/partnerpay/querystate").hmac().safe() => "transit user state (partner)",
    post("/transit/pay/payapply").hmac().of(Deduction) => "transit deduction",
    post("/transit/pay/querystate").hmac().safe() => "transit user state",
    post("/transit/queryorder").hmac().of(OrderQuery) => "transit order query",
    post("/vehicle/partnerpay/notification").hmac() => "parking entry notice (partner)",
    post("/vehicle/partnerpay/payapply").hmac().of(Deduction) => "parking deduction (partner)",
    post("/vehicle/partnerpay/querystate").hmac().safe() => "parking user state (partner)",
    post("/vehicle/pay/notification").hmac() => "parking entry notice",
    post("/vehicle/pay/payapply").hmac().of(Deduction) => "parking deduction",
    post("/vehicle/pay/querystate").hmac().safe() => "parking user state",
    post("/wxv/cancelbill").cert().hmac() => "rental cancel",
    post("/wxv/changerentmoney").cert().hmac() => "rental change",
    post("/wxv/createhotelbill").cert().hmac().of(Order) => "hotel order",
    post("/wxv/createrentbill").cert().hmac().of(Order) => "rental order",
    post("/wxv/finishhotelbill").cert().hmac().of(Deduction) => "hotel finish",
    post("/wxv/finishrentbill").cert().hmac().of(Deduction) => "rental finish",
    post("/wxv/queryhotelbill").cert().hmac().safe() => "hotel query",
    post("/wxv/queryrentbill").cert().hmac().safe() => "rental query",
    post("/xdc/apiv2getsignkey/sign/getsignkey").unsigned().safe() => "key of the newer sandbox",
    post("/xdc/apiv2sandbox/pay/micropay").either().of(Payment) => "Quick Pay, newer sandbox",
    post("/xdc/apiv2sandbox/pay/orderquery").either().of(OrderQuery)
        => "order query, newer sandbox",
}

/// An [`Endpoint`] without its path.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// The path's length, in bytes.
    pub(super) path_len: u8,
    method: Method,
    host: Host,
    certificate: bool,
    algorithms: Algorithms,
    sign_type: SignType,
    signed: Signed,
    format: Format,
    nonce: bool,
    repeat: Repeat,
    family: Family,
    deprecated: bool,
}

const fn get(path: &str) -> Row {
    Row { method: Method::Get, ..post(path) }
}

#[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "no path is so long")]
const fn post(path: &str) -> Row {
    Row {
        path_len: path.len() as u8,
        method: Method::Post,
        host: Host::Api,
        certificate: false,
        algorithms: Algorithms::Md5,
        sign_type: SignType::Absent,
        signed: Signed::Always,
        format: Format::Flat,
        nonce: true,
        repeat: Repeat::Identical,
        family: Other,
        deprecated: false,
    }
}

impl Row {
    pub(super) const fn at(&self, path: &'static str) -> Endpoint {
        Endpoint {
            path,
            method: self.method,
            host: self.host,
            certificate: self.certificate,
            algorithms: self.algorithms,
            sign_type: self.sign_type,
            signed: self.signed,
            format: self.format,
            nonce: self.nonce,
            repeat: self.repeat,
            family: self.family,
            deprecated: self.deprecated,
        }
    }

    const fn on(self, host: Host) -> Self {
        Self { host, ..self }
    }

    const fn cert(self) -> Self {
        Self { certificate: true, ..self }
    }

    const fn md5(self) -> Self {
        Self { sign_type: SignType::Optional, ..self }
    }

    /// Since MD5 is the default, another algorithm has to be stated.
    const fn hmac(self) -> Self {
        Self { algorithms: Algorithms::HmacSha256, sign_type: SignType::Required, ..self }
    }

    const fn either(self) -> Self {
        Self { algorithms: Algorithms::Either, sign_type: SignType::Optional, ..self }
    }

    const fn stated(self) -> Self {
        Self { sign_type: SignType::Required, ..self }
    }

    const fn unstated(self) -> Self {
        Self { sign_type: SignType::Absent, ..self }
    }

    const fn unsigned(self) -> Self {
        Self { signed: Signed::Never, ..self }
    }

    const fn sometimes(self) -> Self {
        Self { signed: Signed::Sometimes, ..self }
    }

    const fn nested(self) -> Self {
        Self { format: Format::Nested, ..self }
    }

    const fn page(self) -> Self {
        Self { format: Format::Page, ..self }
    }

    const fn json(self) -> Self {
        Self { format: Format::Json, ..self }
    }

    const fn no_nonce(self) -> Self {
        Self { nonce: false, ..self }
    }

    const fn safe(self) -> Self {
        Self { repeat: Repeat::Safe, ..self }
    }

    /// Queries, closing and reversing can be repeated at any time (Quick Pay pages).
    const fn of(self, family: Family) -> Self {
        let row = Self { family, ..self };
        if family.asks_for_status() || matches!(family, Close | Reverse | OpenId) {
            return row.safe();
        }
        row
    }

    const fn bill(self) -> Self {
        Self { format: Format::Text, ..self.unsigned().of(Bill).safe() }
    }

    const fn deprecated(self) -> Self {
        Self { deprecated: true, ..self }
    }
}
