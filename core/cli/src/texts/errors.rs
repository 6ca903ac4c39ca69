//! What is wrong with the arguments, the key or the input, and what to do about it.

use core::fmt::Display;

use super::texts;

texts! {
    refused() = "refused: ", "拒绝：";
    note() = "note: ", "提示：";
    warning() = "warning: ", "警告：";
    place(kind: impl Display, line: usize, column: usize) =
        "{kind}, line {line}, byte {column} of the line:",
        "{kind}，第{line}行第{column}字节：";
    standard_input() = "standard input", "标准输入";
    unreadable(name: impl Display, error: impl Display) =
        "{name}: {error}: give the path of a file that this account can read",
        "{name}：{error}：请给出当前帐号可以读取的文件路径";

    no_key() =
        "no API key: put it into a file that only you can read and give its path with --key-file \
         (WXP_KEY also works, for trying things out)",
        "没有API密钥：请把密钥写入只有自己能读取的文件，用 --key-file 给出路径（试用时也可设置环境变量 WXP_KEY）";
    bad_key(error: impl Display) =
        "this is no API key: {error}; copy it anew from the merchant platform (API security)",
        "这不是API密钥：{error}；请从商户平台（账户中心-API安全）重新复制";
    key_file_open() =
        "other accounts can read or change this file: give a key to its owner alone, with chmod 600",
        "其他帐号可以读取或修改此文件：密钥文件只应属主可读，请执行 chmod 600";

    no_such_origin(name: impl Display, notices: impl Display, similar: impl Display) =
        "no operation or notice ({notices}) is called {name}{similar}",
        "没有名为 {name} 的接口或通知（{notices}）{similar}";
    no_such_operation(name: impl Display, similar: impl Display) =
        "no operation is called {name}{similar}",
        "没有名为 {name} 的接口{similar}";
    did_you_mean(names: impl Display) = "; did you mean {names}?", "；是否指 {names}？";
    which_type() =
        "say with --type how the message has to be signed: MD5 or HMAC-SHA256, as the order was \
         (MD5 unless its sign_type said otherwise)",
        "请用 --type 指明应使用的签名算法：MD5 或 HMAC-SHA256，与下单时一致（下单时未传 sign_type 则为 MD5）";
    which_endpoint(notices: impl Display) =
        "say with --endpoint what the message is: a notice ({notices}), or the answer of an \
         operation, such as /pay/unifiedorder, /pay/orderquery, /pay/micropay or \
         /secapi/pay/refund; `wxp endpoints` lists all of them",
        "请用 --endpoint 指明消息的来源：通知（{notices}），或接口的应答，例如 /pay/unifiedorder、\
         /pay/orderquery、/pay/micropay、/secapi/pay/refund；`wxp endpoints` 列出全部接口";
    looks_like(name: impl Display) =
        "this looks like a refund notice: verify it with --endpoint {name}, and open it with `wxp open`",
        "这看起来是退款结果通知：请加上 --endpoint {name} 验证，并用 `wxp open` 解密";
    authentic_notice(name: impl Display) =
        "say with --endpoint what you take the message for: it is authentic, its signature is right, \
         and its fields are those of the notice {name} (--endpoint {name})",
        "请用 --endpoint 指明消息的来源：签名正确，字段与通知 {name} 相符（--endpoint {name}）";
    authentic_answer(path: impl Display) =
        "say with --endpoint what you take the message for: it is authentic, its signature is right, \
         but it is no notice: its fields are those of an answer to {path} (--endpoint {path})",
        "请用 --endpoint 指明消息的来源：签名正确，但不是通知，字段与接口 {path} 的应答相符\
         （--endpoint {path}）";
    is_unsigned() = "; the message has no signature", "；该消息没有签名";
    is_authentic() = "; its signature is right", "；签名正确";
    is_not_authentic() =
        "; its signature is not right with this API key: `wxp explain` says what may be wrong",
        "；用此API密钥验证，签名不正确：可用 `wxp explain` 查找原因";
    contradiction(algorithm: impl Display) =
        "the field sign_type does not say {algorithm}, which was asked for: ask for none, or correct \
         the field",
        "字段 sign_type 与指定的 {algorithm} 不一致：请不要指定算法，或修改该字段";
    no_row() =
        "no row has all of these words: leave one out",
        "没有同时包含这些词的行：请减少搜索词";

    web_page(says: impl Display) =
        "a web page, not a message of the protocol: {says}",
        "网页，不是本协议的消息：{says}";
    unknown_page() =
        "a web page, not a message of the protocol: it comes from a server or proxy on the way; look \
         at its text, and query what became of the call",
        "网页，不是本协议的消息：来自中间的服务器或代理；请查看其内容，并查询业务结果";
    print_bill(kind: impl Display) =
        "{kind}, not a message: `wxp bill` prints bills",
        "{kind}，不是消息：请用 `wxp bill` 查看账单";
    taken_apart(kind: impl Display) =
        "this is {kind}; its fields were taken out of it",
        "这是{kind}，已取出其中的字段";
    map_taken_apart() =
        "this is a map as Java or Go prints it; its fields were taken out of it, each value up to the \
         next name, which is a guess: nothing in it is escaped",
        "这是Java或Go打印的map，已取出其中的字段；各值取到下一个字段名为止，这只是推测：其中没有转义";
    parted_by_guess() =
        "it was taken apart at each `&name=`, which is a guess: a value may hold one",
        "按每个 `&name=` 拆分，这只是推测：值中也可能含有 `&name=`";
    held_key() =
        "the API key is in this text (key=***): never paste such a string anywhere, and change \
         the key if others have seen it",
        "这段文本含有API密钥（key=***）：切勿粘贴到别处；如果已被他人看到，请更换密钥";
    no_second() =
        "no second signature: a page or a mini program has package and paySign, an app partnerid and \
         prepayid, a product's QR code product_id and time_stamp",
        "不是调起支付的签名：网页和小程序有 package 和 paySign，APP 有 partnerid 和 prepayid，\
         商品二维码有 product_id 和 time_stamp";
    of_another_appid(given: impl Display, due: impl Display) =
        "the order is not of the appid {given}: give {due}, or no appid",
        "该订单不属于 appid {given}：请使用 {due}，或不填 appid";
    wrong_answer() =
        "the signature of the order's answer is not right, so nothing was made of it; `explain` \
         finds the mistake",
        "下单应答的签名不正确，未据此生成内容；请先查找签名错误的原因";
    no_prepay_id() =
        "the order has no prepay_id: give the answer of /pay/unifiedorder, as it was received",
        "其中没有 prepay_id：请提供统一下单（/pay/unifiedorder）的原始应答";
    no_time() =
        "no time: give seconds since 1970, yyyyMMddHHmmss or yyyy-MM-dd HH:mm:ss",
        "不是时间：请输入1970年以来的秒数、yyyyMMddHHmmss 或 yyyy-MM-dd HH:mm:ss";
    no_amount() =
        "no amount of this currency, such as 12.34",
        "不是该币种的金额，例如 12.34";
    neither_nor() =
        "neither XML nor a line of name=value",
        "既不是 XML，也不是 name=value 形式的一行";
    about_field(name: impl Display, error: impl Display) =
        "{name}: {error}",
        "字段 {name}：{error}";
}
