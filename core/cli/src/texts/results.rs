//! What messages mean, and what is found about requests and signatures.

use core::fmt::Display;

use super::texts;

texts! {
    succeeded() =
        "authentic, and the operation was done",
        "签名正确，业务已成功";
    accepted() =
        "authentic, and the operation was taken on, but is not done yet",
        "签名正确，请求已受理，但尚未完成";
    failed() =
        "authentic, and the operation was not done",
        "签名正确，业务未成功";
    unsettled() =
        "authentic, but the outcome is not known: query, never pay again",
        "签名正确，但结果不明确：请查询，切勿换单重新支付";
    no_reason() = "no reason", "未说明原因";
    gateway_refused(reason: impl Display) =
        "the gateway refused the call, unsigned: \"{reason}\"",
        "网关拒绝了请求（无签名）：“{reason}”";
    says_done() = "done", "已成功";
    says_accepted() = "taken on, but not done yet", "已受理，尚未完成";
    says_failed() = "not done", "未成功";
    says_unsettled() = "not known to be done", "结果不明确";
    unvouched(account: impl Display) =
        "unsigned, so worth no more than the connection; it says: {account}",
        "没有签名，可信程度只取决于连接本身；其内容称：{account}";
    untrusted(error: impl Display) =
        "treat it as if no answer had come: {error}",
        "请视同没有收到应答：{error}";
    advice(text: impl Display, action: impl Display) =
        "advice: {text} ({action})",
        "建议：{text}（{action}）";
    ambiguous() =
        "a value holds `&name=`; this signature fits other fields as well",
        "某个值含有 `&name=`，同一签名也适用于其他字段组合";
    is_another(name: impl Display) =
        "the signature is right, but this is another message: its fields are those of {name} \
         (--endpoint {name})",
        "签名正确，但这是另一种消息：字段与 {name} 相符（--endpoint {name}）";
    look_at_certificate() =
        "this is about the merchant's certificate: `wxp certificate FILE…` says whether its files fit, and \
         when they expire",
        "这与商户API证书有关：可用 `wxp certificate 文件…` 检查证书文件是否匹配、何时到期";
    no_req_info() =
        "no refund notice: it has no req_info",
        "不是退款结果通知：没有 req_info";
    but_authentic(name: impl Display) =
        "; its signature is right, and its fields are those of {name}",
        "；签名正确，字段与 {name} 相符";

    expected(count: usize, algorithm: impl Display, found: impl Display) =
        "  expected        a signature of {count} fields with {algorithm} and this API key\n  \
           found           {found}",
        "  应为            用 {algorithm} 和此API密钥对 {count} 个字段所做的签名\n  \
           实为            {found}";
    no_signature() = "none", "没有签名";
    right_signature(sign: impl Display) = "{sign}, which is right", "{sign}，签名正确";
    form_of(sign: impl Display, algorithm: impl Display) =
        "{sign}, in the form of {algorithm}",
        "{sign}，形式与 {algorithm} 相符";
    no_signature_form() =
        "something that is no signature",
        "不是签名的内容";
    this_key_makes(sign: impl Display) =
        "  this key makes  {sign}",
        "  此密钥的结果    {sign}";
    the_key() = "(the API key)", "（API密钥）";
    not_signed(name: impl Display) = "{name} is not signed", "{name} 不参与签名";

    this_is(what: impl Display) = "this is {what}", "这是{what}";
    is_missing(name: impl Display) = "{name} is missing", "缺少 {name}";
    here_called(name: impl Display) = "(called {name} here)", "（此处写作 {name}）";

    left_to_check() = "what is left to check, the likeliest first:", "还需检查（按可能性排序）：";

    left_out_as_sign() = "the signature itself is not signed", "sign 本身不参与签名";
    left_out_as_empty() = "empty values are not signed", "空值不参与签名";

    was_it_taken() = "Did the gateway accept the call?", "网关是否受理了请求？";
    is_it_authentic() = "Is the signature right?", "签名是否正确？";
    is_it_of_the_kind(name: impl Display) =
        "Is it a message of this kind ({name})?",
        "是否确为此类消息（{name}）？";
    was_it_done() = "Was the operation done?", "业务是否成功？";
    what_became() = "What became of the transaction?", "交易的最终结果如何？";
    not_there(name: impl Display) = "no {name}", "没有 {name}";
    signs_sometimes() =
        "this message has no signature; its source signs only some of them",
        "此消息没有签名；来源方只对部分消息签名";
    signs_never() =
        "its source does not sign; trust it only as far as the connection",
        "来源方不签名；可信程度只取决于连接本身";
    algorithm_and_fields(algorithm: impl Display, count: usize) =
        "{algorithm} over {count} fields",
        "{algorithm}，覆盖{count}个字段";

    certain() = "refused: ", "会被拒绝：";
    doubtful() = "doubtful: ", "存疑：";
    will_be_refused() =
        "nothing was signed: correct what is named, or leave out --endpoint to sign it all the same",
        "没有签名：请改正上述问题；如仍要签名，请去掉 --endpoint";
    nothing_found() =
        "nothing to object to: the fields, their form and the algorithm are those of the operation",
        "未发现问题：字段、取值形式与签名算法均符合该接口";
    other_root(root: impl Display) =
        "the root of the document is `{root}`; requests have `xml`",
        "文档的根元素是 `{root}`，请求的根元素应为 `xml`";
}
