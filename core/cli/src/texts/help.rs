//! Short help.

use super::texts;
use crate::language::Language;

/// A text of the table below.
type Text = fn(Language) -> String;

/// The commands, and what each of them does.
pub(crate) const COMMANDS: [(&str, Text); 13] = [
    ("sign", sign),
    ("check", check),
    ("verify", verify),
    ("explain", explain),
    ("canonical", canonical),
    ("read", read),
    ("open", open),
    ("payload", payload),
    ("bill", bill),
    ("certificate", certificate),
    ("endpoints", endpoints),
    ("categories", categories),
    ("completions", completions),
];

texts! {
    about() =
        "Signs, checks and explains WeChat Pay V2 messages, offline",
        "离线签名、检查和解释微信支付 V2 消息";
    sign() = "Print the signed XML document", "签名并输出 XML";
    check() =
        "Hold a request against its operation, and print what the gateway would refuse",
        "按接口检查请求，列出网关会拒绝的问题";
    verify() =
        "Verify an answer or a notice, and say what it means",
        "验证应答或通知，并说明其含义";
    explain() =
        "Find the mistake behind a signature that does not match",
        "查找签名错误的原因";
    canonical() =
        "Print the string that is signed, without the key",
        "输出待签名字符串（不含密钥）";
    read() = "Print the fields in canonical order", "按签名顺序输出各字段";
    open() =
        "Open what is sealed in a refund notice, or in its req_info alone",
        "解密退款结果通知，或单独的 req_info";
    payload() =
        "Make a second signature: what a page, a mini program or an app needs to pay",
        "生成调起支付的二次签名（JSAPI、小程序、APP等）";
    bill() = "Print a bill, and check its totals", "输出对账单并核对合计";
    certificate() =
        "Check the files of the merchant's certificate, or say what each is for",
        "检查商户证书文件，或说明各文件的用途";
    endpoints() =
        "Print what is known about the operations of the API",
        "列出各接口的特性";
    categories() =
        "Print the business categories that merchants are registered under",
        "列出商户的行业类目";
    completions() =
        "Print a script that completes commands and options in a shell",
        "输出 shell 自动补全脚本";
}
