//! The catalogue: one operation a row, sorted by path.
//!
//! Rows list deviations. The default is: `POST` to the main host, no client certificate, MD5 and no
//! `sign_type`, an answer that is flat XML and signed, a request with `nonce_str` that may be
//! repeated only as it is.
//!
//! Each row begins with its permanent number. A new row takes the next one that was never used.
//!
//! Source: WeChat's API definitions (136 operations, seven of them in the sandbox), and the pages
//! of the single operations where those say more, or name an operation more (`hbpreorder`).

use super::path::{Path, padded, padded_len};
use super::{Algorithms, Endpoint, Format, Host, Method, Repeat, SignType};
use crate::protocol::Family::{self, *};
use crate::protocol::Signed;
use Host::{Face, Fraud, PayApp};

/// Divides the rows into facts and texts, so that the texts are linked only where somebody asks for
/// them. Those for people lie one behind the other, each with a NUL at its end. Each path is a
/// constant of its own, so that a program links only those of the operations that it names.
macro_rules! catalogue {
    ($($number:literal: $method:ident($path:literal)$(.$fact:ident($($value:ident)?))* => $english:literal, $chinese:literal,)+) => {
        pub(super) const ROWS: &[Row] = &[$($method($number)$(.$fact($($value)?))*),+];
        pub(super) const PATHS: &[Path] = &[$(Path::new(&padded::<{ padded_len($path) }>($path))),+];
        pub(super) const ENGLISH: &str = concat!($($english, "\0"),+);
        pub(super) const CHINESE: &str = concat!($($chinese, "\0"),+);
    };
}

catalogue! {
    1: get("/appauth/authindex").on(PayApp).plain().unsigned().page().no_nonce().safe()
        => "OAuth-like authorization page, obtain code", "网页授权，获取code",
    2: get("/appauth/getaccesstoken").hmac().unsigned().json().no_nonce()
        => "exchange code for access token", "用code换取访问令牌",
    3: post("/applyment/micro/getstate").cert().hmac().safe().deprecated()
        => "onboarding status", "查询入驻申请状态",
    4: post("/applyment/micro/getupgradestate").cert().hmac().safe().deprecated()
        => "upgrade status", "查询升级申请状态",
    5: post("/applyment/micro/modifyarchives").cert().hmac().deprecated()
        => "change settlement card", "修改结算银行卡",
    6: post("/applyment/micro/modifycontactinfo").cert().hmac().deprecated()
        => "change contact data", "修改联系信息",
    7: post("/applyment/micro/signcontract").cert().unsigned().no_nonce().deprecated()
        => "contract filing", "合同备案",
    8: post("/applyment/micro/submit").cert().hmac().deprecated()
        => "small merchant onboarding", "申请小微商户入驻",
    9: post("/applyment/micro/submitupgrade").cert().hmac().deprecated()
        => "upgrade application", "申请小微商户升级",
    10: post("/billcommentsp/batchquerycomment").cert().hmac().bill()
        => "order comments", "拉取订单评价",
    11: post("/cgi-bin/mch/customs/customdeclareorder").no_nonce().of(Customs)
        => "customs declaration submit", "提交报关",
    12: post("/cgi-bin/mch/customs/customdeclarequery").md5().no_nonce().of(CustomsQuery)
        => "customs declaration query", "查询报关",
    13: post("/cgi-bin/mch/newcustoms/customdeclareredeclare").md5().no_nonce().of(Customs)
        => "customs declaration re-push", "重推报关",
    14: post("/deposit/consume").cert().hmac().of(Deduction) => "capture deposit", "消费押金",
    15: post("/deposit/facepay").hmac().of(Payment) => "deposit by face", "人脸支付押金",
    16: post("/deposit/micropay").either().stated().of(Payment)
        => "deposit by pay code", "付款码支付押金",
    17: post("/deposit/orderquery").either().of(OrderQuery)
        => "deposit order query", "查询押金订单",
    18: post("/deposit/refund").cert().either().of(Refund) => "deposit refund", "押金退款",
    19: post("/deposit/refundquery").either().of(RefundQuery)
        => "deposit refund query", "查询押金退款",
    20: post("/deposit/reverse").cert().either().of(Reverse) => "deposit revoke", "撤销押金订单",
    21: post("/deposit/unifiedorder").either().stated().of(Order)
        => "deposit order (JSAPI/APP)", "押金下单（JSAPI/APP）",
    22: post("/face/get_wxpayface_authinfo").on(Face).either().stated().safe()
        => "face device credential", "获取刷脸设备调用凭证",
    23: post("/fund/queryautowithdrawbydate").cert().hmac().sometimes().of(WithdrawalQuery).deprecated()
        => "auto withdrawal status", "查询自动提现状态",
    24: post("/fund/reautowithdrawbydate").cert().hmac().sometimes().of(Withdrawal).deprecated()
        => "retry withdrawal", "重新发起提现",
    25: post("/mchrisk/bankquerymchauditinfo").hmac().safe()
        => "audit state (bank)", "查询商户审核状态（银行）",
    26: post("/mchrisk/channelquerymchauditinfo").hmac().safe()
        => "audit state (channel)", "查询商户审核状态（渠道）",
    27: post("/mchrisk/querymchrisk").cert().hmac().unsigned().safe()
        => "risk merchant check", "查询商户风险",
    28: post("/mchrisk/setmchriskcallback").hmac().unsigned()
        => "risk callback URL", "设置风险通知回调地址",
    29: post("/mchrisk/syncmchriskresult").cert().hmac().unsigned()
        => "risk result sync", "同步风险处理结果",
    30: post("/mmpaymkttransfers/gethbinfo").cert().unsigned().nested().of(RedPacketQuery)
        => "red packet query", "查询红包记录",
    31: post("/mmpaymkttransfers/gettransferinfo").cert().unsigned().of(TransferQuery)
        => "transfer query", "查询付款到零钱",
    137: post("/mmpaymkttransfers/hbpreorder").cert().sometimes().of(RedPacket)
        => "red packet for a shake (beacon)", "摇一摇红包",
    32: post("/mmpaymkttransfers/promotion/paywwsptrans2pocket").cert().unsigned().of(Transfer)
        => "pay staff (Enterprise WeChat)", "向员工付款（企业微信）",
    33: post("/mmpaymkttransfers/promotion/querywwsptrans2pocket").cert().unsigned().of(TransferQuery)
        => "query staff payment", "查询向员工付款",
    34: post("/mmpaymkttransfers/promotion/transfers").cert().unsigned().of(Transfer)
        => "transfer to user wallet", "付款到零钱",
    35: post("/mmpaymkttransfers/query_coupon_stock").sometimes().of(CouponStock)
        => "coupon batch query", "查询代金券批次",
    36: post("/mmpaymkttransfers/querycouponsinfo").of(CouponQuery) => "coupon query", "查询代金券",
    37: post("/mmpaymkttransfers/queryworkwxredpack").cert().sometimes().of(RedPacketQuery)
        => "enterprise red packet query", "查询企业红包记录",
    38: post("/mmpaymkttransfers/send_coupon").cert().of(Coupon) => "send coupon", "发放代金券",
    39: post("/mmpaymkttransfers/sendgroupredpack").cert().unsigned().of(RedPacket).deprecated()
        => "group red packet", "发放裂变红包",
    40: post("/mmpaymkttransfers/sendminiprogramhb").cert().unsigned().of(RedPacket)
        => "mini-program red packet", "发放小程序红包",
    41: post("/mmpaymkttransfers/sendredpack").cert().unsigned().of(RedPacket)
        => "red packet", "发放普通红包",
    42: post("/mmpaymkttransfers/sendworkwxredpack").cert().sometimes().of(RedPacket)
        => "enterprise red packet", "发放企业红包",
    43: post("/mmpaysptrans/pay_bank").cert().sometimes().of(BankTransfer)
        => "transfer to bank card", "付款到银行卡",
    44: post("/mmpaysptrans/query_bank").cert().unsigned().of(BankTransferQuery)
        => "query bank transfer", "查询付款到银行卡",
    45: post("/papay/deletecontract").no_nonce() => "cancel deduction contract", "申请解约",
    46: get("/papay/entrustweb").unsigned().page().no_nonce().safe()
        => "contract page (official account)", "签约页面（公众号）",
    47: get("/papay/h5entrustweb").either().stated().unsigned().no_nonce().safe()
        => "contract page (H5)", "签约页面（H5）",
    48: post("/papay/partner/deletecontract").no_nonce()
        => "cancel deduction contract (partner)", "申请解约（服务商）",
    49: get("/papay/partner/entrustweb").unsigned().page().no_nonce().safe()
        => "contract page (official account, partner)", "签约页面（公众号，服务商）",
    50: get("/papay/partner/h5entrustweb").either().stated().unsigned().no_nonce().safe()
        => "contract page (H5, partner)", "签约页面（H5，服务商）",
    51: post("/papay/partner/preentrustweb").either().no_nonce().safe()
        => "contract pre-sign (APP / mini program, partner)", "预签约（APP、小程序，服务商）",
    52: post("/papay/partner/querycontract").no_nonce().of(ContractQuery)
        => "contract query (partner)", "查询签约关系（服务商）",
    53: post("/papay/preentrustweb").either().no_nonce().safe()
        => "contract pre-sign (APP / mini program)", "预签约（APP、小程序）",
    54: post("/papay/querycontract").no_nonce().of(ContractQuery)
        => "contract query", "查询签约关系",
    55: post("/pay/closecombinedorder").hmac().of(Close) => "close combined order", "关闭合单订单",
    56: post("/pay/closeorder").either().of(Close) => "close order", "关闭订单",
    57: post("/pay/combinedorder").hmac().of(Order) => "combined order", "合单下单",
    58: post("/pay/contractorder").of(Order) => "pay and sign contract", "支付中签约",
    59: post("/pay/downloadbill").either().bill() => "trade bill", "下载交易账单",
    60: post("/pay/downloadfundflow").cert().hmac().bill() => "fund bill", "下载资金账单",
    61: post("/pay/facepay").hmac().of(Payment) => "face payment", "人脸支付",
    62: post("/pay/facepayquery").either().of(OrderQuery)
        => "face payment query", "查询人脸支付订单",
    63: post("/pay/micropay").either().of(Payment) => "Quick Pay (pay code)", "付款码支付",
    64: post("/pay/orderquery").either().of(OrderQuery) => "order query", "查询订单",
    65: post("/pay/paporderquery").of(OrderQuery) => "deduction order query", "查询扣款订单",
    66: post("/pay/pappayapply").of(Deduction) => "deduction request", "申请扣款",
    67: post("/pay/partner/paporderquery").of(OrderQuery)
        => "deduction order query (partner)", "查询扣款订单（服务商）",
    68: post("/pay/partner/pappayapply").of(Deduction)
        => "deduction request (partner)", "申请扣款（服务商）",
    69: post("/pay/profitsharingaddreceiver").hmac() => "add receiver", "添加分账接收方",
    70: post("/pay/profitsharingmerchantratioquery").hmac().safe()
        => "max ratio query", "查询最大分账比例",
    71: post("/pay/profitsharingorderamountquery").hmac().sometimes().safe()
        => "unsplit amount query", "查询订单待分账金额",
    72: post("/pay/profitsharingquery").hmac().of(ProfitSharingQuery)
        => "split query", "查询分账结果",
    73: post("/pay/profitsharingremovereceiver").hmac() => "remove receiver", "删除分账接收方",
    74: post("/pay/profitsharingreturnquery").hmac().of(ShareReturnQuery)
        => "return query", "查询分账回退结果",
    75: post("/pay/querycombinedorder").hmac().of(CombinedQuery)
        => "combined order query", "查询合单订单",
    76: post("/pay/queryexchagerate").no_nonce().safe() => "exchange rate", "查询汇率",
    77: post("/pay/refundquery").either().of(RefundQuery) => "refund query", "查询退款",
    78: post("/pay/refundqueryv2").either().of(RefundQuery)
        => "refund query with goods", "查询退款（含单品）",
    79: post("/pay/settlementquery").sometimes().nested().safe()
        => "settlement query", "查询结算资金",
    80: post("/pay/unifiedorder").either().of(Order) => "unified order", "统一下单",
    81: post("/payitil/report").either().unsigned().safe()
        => "call quality report", "上报接口调用质量（交易保障）",
    82: post("/risk/getcertficates").hmac().sometimes().safe()
        => "platform certificates", "获取平台证书",
    83: post("/risk/getpublickey").on(Fraud).cert().either().stated().unsigned().safe()
        => "RSA public key", "获取RSA公钥",
    84: post("/risk/getviolation").cert().hmac().unsigned().safe()
        => "violation query", "查询违规记录",
    85: post("/sandboxnew/pay/downloadbill").bill().deprecated()
        => "trade bill, sandbox", "下载交易账单（沙箱）",
    86: post("/sandboxnew/pay/getsignkey").unsigned().safe().deprecated()
        => "sandbox key", "获取沙箱密钥",
    87: post("/sandboxnew/pay/micropay").md5().of(Payment).deprecated()
        => "Quick Pay, sandbox", "付款码支付（沙箱）",
    88: post("/sandboxnew/pay/orderquery").md5().of(OrderQuery).deprecated()
        => "order query, sandbox", "查询订单（沙箱）",
    89: post("/sandboxnew/pay/refund").md5().of(Refund).deprecated()
        => "refund, sandbox", "申请退款（沙箱）",
    90: post("/sandboxnew/pay/refundquery").md5().of(RefundQuery).deprecated()
        => "refund query, sandbox", "查询退款（沙箱）",
    91: post("/sandboxnew/pay/unifiedorder").md5().of(Order).deprecated()
        => "unified order, sandbox", "统一下单（沙箱）",
    92: post("/secapi/mch/addInstitutionsub").cert().no_nonce()
        => "institution onboards sub-merchant (global)", "机构录入子商户（境外）",
    93: post("/secapi/mch/addsubdevconfig").cert().no_nonce()
        => "sub-merchant dev config", "配置子商户开发参数",
    94: post("/secapi/mch/channelsetting").cert().no_nonce()
        => "channel number setting", "设置渠道号",
    95: post("/secapi/mch/modifyInstitutionsub").cert().no_nonce()
        => "modify sub-merchant (global)", "修改子商户（境外）",
    96: post("/secapi/mch/modifymchinfo").cert().no_nonce()
        => "modify sub-merchant (bank)", "修改子商户（银行）",
    97: post("/secapi/mch/queryInstitutionsub").cert().no_nonce().safe()
        => "query sub-merchant (global)", "查询子商户（境外）",
    98: post("/secapi/mch/querysubdevconfig").cert().no_nonce().safe()
        => "dev config query", "查询子商户开发参数",
    99: post("/secapi/mch/submchmanage").cert().unsigned().nested().no_nonce()
        => "bank sub-merchant add/query (?action=)", "录入、查询特约商户（银行，?action=）",
    100: post("/secapi/mch/uploadmedia").cert().either().stated().no_nonce()
        => "image upload (multipart)", "上传图片（multipart）",
    101: post("/secapi/mkt/addrecommendconf").cert().deprecated()
        => "follow-account config", "配置推荐关注的公众号",
    102: post("/secapi/pay/facepayreverse").cert().either().of(Reverse)
        => "face payment revoke", "撤销人脸支付订单",
    103: post("/secapi/pay/multiprofitsharing").cert().hmac().of(ProfitSharing)
        => "split (multiple)", "多次分账",
    104: post("/secapi/pay/profitsharing").cert().hmac().of(ProfitSharing)
        => "split (single)", "单次分账",
    105: post("/secapi/pay/profitsharingfinish").cert().hmac().of(ProfitSharing)
        => "finish split", "完结分账",
    106: post("/secapi/pay/profitsharingreturn").cert().hmac().of(ShareReturn)
        => "return split money", "分账回退",
    107: post("/secapi/pay/refund").cert().either().of(Refund) => "refund", "申请退款",
    108: post("/secapi/pay/refundv2").cert().either().of(Refund)
        => "refund with goods", "申请退款（含单品）",
    109: post("/secapi/pay/reverse").cert().either().of(Reverse) => "revoke", "撤销订单",
    110: post("/secsvc/getrealnameinfo").on(Fraud).hmac().sometimes().safe()
        => "real-name authorization", "实名信息授权",
    111: post("/secsvc/realnameauth").on(Fraud).either().stated().sometimes().safe()
        => "real-name check", "实名信息校验",
    112: post("/tools/authcodetoopenid").of(OpenId) => "pay code to openid", "付款码查询openid",
    113: post("/tools/shorturl").either().safe() => "short URL", "转换短链接",
    114: post("/transit/partnerpay/payapply").hmac().of(Deduction)
        => "transit deduction (partner)", "公共交通扣款（服务商）",
    115: post("/transit/partnerpay/queryorder").hmac().of(OrderQuery)
        => "transit order query (partner)", "查询公共交通订单（服务商）",
    116: post("/transit/partnerpay/querystate").hmac().of(UserQuery)
        => "transit user state (partner)", "查询公共交通用户状态（服务商）",
    117: post("/transit/pay/payapply").hmac().of(Deduction) => "transit deduction", "公共交通扣款",
    118: post("/transit/pay/querystate").hmac().of(UserQuery)
        => "transit user state", "查询公共交通用户状态",
    119: post("/transit/queryorder").hmac().of(OrderQuery)
        => "transit order query", "查询公共交通订单",
    120: post("/vehicle/partnerpay/notification").hmac()
        => "parking entry notice (partner)", "停车入场通知（服务商）",
    121: post("/vehicle/partnerpay/payapply").hmac().of(Deduction)
        => "parking deduction (partner)", "停车扣款（服务商）",
    122: post("/vehicle/partnerpay/querystate").hmac().of(UserQuery)
        => "parking user state (partner)", "查询停车用户状态（服务商）",
    123: post("/vehicle/pay/notification").hmac() => "parking entry notice", "停车入场通知",
    124: post("/vehicle/pay/payapply").hmac().of(Deduction) => "parking deduction", "停车扣款",
    125: post("/vehicle/pay/querystate").hmac().of(UserQuery)
        => "parking user state", "查询停车用户状态",
    126: post("/wxv/cancelbill").cert().hmac() => "rental cancel", "取消租借订单",
    127: post("/wxv/changerentmoney").cert().hmac() => "rental change", "修改租借金额",
    128: post("/wxv/createhotelbill").cert().hmac().of(Rental) => "hotel order", "创建酒店订单",
    129: post("/wxv/createrentbill").cert().hmac().of(Rental) => "rental order", "创建租借订单",
    130: post("/wxv/finishhotelbill").cert().hmac().of(Deduction) => "hotel finish", "完结酒店订单",
    131: post("/wxv/finishrentbill").cert().hmac().of(Deduction) => "rental finish", "完结租借订单",
    132: post("/wxv/queryhotelbill").cert().hmac().of(RentalQuery) => "hotel query", "查询酒店订单",
    133: post("/wxv/queryrentbill").cert().hmac().of(RentalQuery) => "rental query", "查询租借订单",
    134: post("/xdc/apiv2getsignkey/sign/getsignkey").unsigned().safe()
        => "key of the newer sandbox", "获取新版沙箱密钥",
    135: post("/xdc/apiv2sandbox/pay/micropay").either().of(Payment)
        => "Quick Pay, newer sandbox", "付款码支付（新版沙箱）",
    136: post("/xdc/apiv2sandbox/pay/orderquery").either().of(OrderQuery)
        => "order query, newer sandbox", "查询订单（新版沙箱）",
}

/// An [`Endpoint`] without its path.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// The permanent number.
    pub(super) number: u8,
    method: Method,
    host: Host,
    certificate: bool,
    algorithms: Algorithms,
    sign_type: SignType,
    pub(super) signed: Signed,
    format: Format,
    nonce: bool,
    repeat: Repeat,
    pub(super) family: Family,
    deprecated: bool,
}

const fn get(number: u8) -> Row {
    Row { method: Method::Get, ..post(number) }
}

const fn post(number: u8) -> Row {
    Row {
        number,
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
    #[allow(clippy::as_conversions, reason = "from u8, in a const fn")]
    pub(super) const fn at(&self, path: &'static str) -> Endpoint {
        Endpoint {
            number: self.number as u16,
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

    /// The request is not signed at all.
    const fn plain(self) -> Self {
        Self { algorithms: Algorithms::None, ..self }
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
