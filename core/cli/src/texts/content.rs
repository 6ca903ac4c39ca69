//! What is in refund notices and bills, and what had to be undone to read it.

use core::fmt::Display;

use super::texts;

texts! {
    unconfirmed(path: impl Display) =
        "unconfirmed: nobody signed this; confirm it with refundquery ({path}) before money or \
         goods depend on it",
        "未经确认：内容没有签名；在据此处理资金或货物之前，请用查询退款接口（{path}）确认";
    cannot_open(blocks: usize) =
        "the form is right ({blocks} blocks), but this key does not open it: it is sealed with the \
         API key of the merchant who ordered the refund, or of its service provider; not with the \
         APIv3 key, the app secret or the certificate's password. Or the text was changed",
        "形式正确（{blocks}个分组），但此密钥无法解密：密文使用发起退款的商户号（或其服务商）的API密钥，\
         不是APIv3密钥、AppSecret或证书密码；也可能密文已被改动";
    empty_req_info() = "req_info is empty", "req_info 为空";
    undone_quotes() =
        "quotation marks around it were taken off",
        "已去掉外层引号";
    undone_json_escapes() =
        "it was escaped as in JSON (such as `\\/`); this was undone",
        "内容带有 JSON 转义（例如 `\\/`），已还原";
    undone_percent_escapes() =
        "it was percent-encoded (such as %2B); this was undone",
        "内容经过 URL 编码（例如 %2B），已还原";
    undone_url_safe() =
        "it was in the alphabet for URLs (- and _); + and / were put back",
        "使用了 URL 安全字符（- 和 _），已还原为 + 和 /";
    undone_line_breaks() =
        "line breaks in it were taken out",
        "已去掉其中的换行";
    undone_blanks(count: usize) =
        "blanks stood where + was, as form decoding leaves them; they were put back: {count}",
        "有{count}处 + 变成了空格（表单解码所致），已还原";
    dropped_blanks(count: usize) =
        "blanks in it were taken out: {count}",
        "已去掉其中的{count}个空格";
    undone_padding() =
        "the = at its end were missing; they were put back",
        "末尾缺少 =，已补上";
    blank_in_base64(at: usize) =
        "a blank at byte {at}: most likely it was a +, but the length fits neither with + nor \
         without the blanks, so more was changed; take the text as it arrived",
        "第{at}字节是空格：原来多半是 +，但无论还原还是去掉，长度都不符，说明还有别的改动；请使用原始报文";
    not_base64(at: usize, found: impl Display) =
        "not Base64: `{found}` at byte {at}; take the text as it arrived",
        "不是 Base64：第{at}字节为 `{found}`；请使用原始报文";
    no_whole_groups(length: usize) =
        "{length} characters, no multiple of 4: the text was cut off or changed",
        "长度为{length}个字符，不是4的倍数：内容被截断或改动";
    no_whole_blocks(length: usize, over: usize) =
        "{length} bytes once decoded, no multiple of 16 ({over} over): the text was cut off or changed",
        "解码后为{length}字节，不是16的倍数（多出{over}字节）：内容被截断或改动";

    undone_entities() =
        "it was escaped for HTML (such as &lt;xml&gt;); this was undone",
        "内容经过 HTML 转义（例如 &lt;xml&gt;），已还原";
    undone_url_encoding() =
        "the document was percent-encoded (such as %3Cxml%3E); this was undone",
        "报文经过 URL 编码（例如 %3Cxml%3E），已还原";
    undone_label() =
        "what stands before the first name was left out",
        "已去掉第一个字段名之前的内容";

    undone_object() =
        "the object that has the signature was taken out of the text around it",
        "已从文本中取出含签名的对象";

    undone_gzip() =
        "the bill was compressed with gzip (tar_type=GZIP); it was unpacked",
        "账单经过 gzip 压缩（tar_type=GZIP），已解压";
    no_bill(reason: impl Display, code: impl Display) =
        "no bill: the gateway refused the call: \"{reason}\" ({code}); `wxp verify --endpoint \
         /pay/downloadbill` says what to do",
        "不是对账单：网关拒绝了请求：“{reason}”（{code}）；可用 `wxp verify --endpoint /pay/downloadbill` 查看处理建议";
    broken_gzip(error: impl Display) =
        "this begins as gzip and cannot be unpacked: {error}; download it anew",
        "开头是 gzip，但无法解压：{error}；请重新下载";
    bill_not_utf8(at: usize) =
        "not UTF-8 at byte {at}: a spreadsheet may have saved it in GBK; take the file as it was \
         downloaded",
        "第{at}字节起不是 UTF-8：可能被表格软件另存为 GBK；请使用下载的原始文件";
    undone_blank_lines(count: usize) =
        "blank lines were left out: {count}",
        "已略去{count}个空行";
    undone_back_ticks() =
        "the back-ticks before the values are gone, as after a spreadsheet: cells were parted at \
         commas, and each line has as many as its names",
        "数据前的反引号 ` 已丢失（多为表格软件所致）：已按逗号分列，各行列数与表头一致";
    bill_line(line: usize, error: impl Display, begins: impl Display) =
        "line {line}: {error}: {begins}",
        "第{line}行：{error}：{begins}";
    bill_cells(line: usize, due: u32, found: u32, begins: impl Display) =
        "line {line}: {due} cells due, {found} found: {begins}",
        "第{line}行：应有{due}列，实有{found}列：{begins}";
    rows_agree() = "(the rows agree)", "（与明细一致）";
    rows_differ(found: impl Display) =
        "(the rows say {found}: rows are missing or were changed)",
        "（明细合计为{found}：明细缺失或被改动）";
}
