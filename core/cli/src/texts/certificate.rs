//! What the files of the merchant's certificate are, and what is wrong with them.

use core::fmt::Display;

use super::texts;

texts! {
    password_is_mch_id() =
        "; the password is the merchant number unless somebody changed it",
        "；密码默认为商户号";
    never_leaves() =
        "; must never leave the server",
        "；绝不可离开服务器";
    seldom_needed() =
        "; only for systems without root certificates of their own",
        "；系统没有内置根证书时才需要";
    who_needs_which() = "who needs which:", "各运行环境使用的文件：";
    keep_files() =
        "Keep them outside the web root, where only the calling program can read them. Calls that \
         pay out or give money back need them: see `wxp endpoints` (column certificate).",
        "请放在网站目录之外、只有调用程序能读取的位置。付款、退款等接口需要证书：见 `wxp endpoints` 的 certificate 列。";

    objection() = "wrong: ", "问题：";
    pem_has(certificates: usize, keys: usize) =
        "PEM (certificates: {certificates}, private keys: {keys})",
        "PEM（证书{certificates}个，私钥{keys}个）";
    key_locked() =
        "its private key is locked with a password, so it was not looked at",
        "私钥加了密码，未能检查";
    no_certificate_file(name: impl Display) =
        "{name}: neither PKCS #12 nor PEM with a certificate or a private key",
        "{name}：既不是 PKCS #12，也不是含证书或私钥的 PEM";
    p12_opens() =
        "PKCS #12, opens with the merchant number",
        "PKCS #12，可用商户号作密码打开";
    p12_refuses(name: impl Display) =
        "{name}: does not open with this merchant number: the number is another one, or somebody \
         changed the password",
        "{name}：用此商户号无法打开：商户号不对，或密码被修改过";
    p12_needs_number(name: impl Display) =
        "{name}: give the merchant number with --mch-id to see whether it opens",
        "{name}：请用 --mch-id 给出商户号，以检查能否打开";
    p12_broken(name: impl Display, error: impl Display) =
        "{name}: no PKCS #12 file, or a damaged one: {error}; download it anew",
        "{name}：不是 PKCS #12 文件，或文件已损坏：{error}；请重新下载";
    file_open_to_others(name: impl Display) =
        "{name}: other accounts can read or change it, and it holds a private key: chmod 600",
        "{name}：含有私钥，而其他帐号可以读取或修改：请执行 chmod 600";
    file_kept() =
        "only its owner can read it",
        "只有属主可以读取";
    certificate_of(subject: impl Display, issuer: impl Display, serial: impl Display) =
        "certificate of {subject}, issued by {issuer}, serial number {serial}",
        "证书主体 {subject}，颁发者 {issuer}，序列号 {serial}";
    merchant(number: impl Display) = "merchant number {number}", "商户号 {number}";
    no_merchant() =
        "no merchant number in its subject",
        "证书主体中没有商户号";
    valid_until(time: impl Display, days: i64) =
        "valid until {time} (Beijing time), {days} days",
        "有效期至 {time}（北京时间），剩余{days}天";
    not_yet(name: impl Display, time: impl Display) =
        "{name}: valid only from {time} (Beijing time) on: is the clock right?",
        "{name}：{time}（北京时间）起才有效：请检查系统时间";
    expired(name: impl Display, time: impl Display) =
        "{name}: expired at {time} (Beijing time): apply for a new one on the merchant platform",
        "{name}：已于 {time}（北京时间）过期：请在商户平台申请新证书";
    expires_soon(name: impl Display, days: i64) =
        "{name}: expires in {days} days: apply for a new one on the merchant platform",
        "{name}：{days}天后过期：请在商户平台申请新证书";
    other_merchant(name: impl Display, found: impl Display, asked: impl Display) =
        "{name}: is of merchant {found}, not of {asked}",
        "{name}：属于商户号 {found}，而不是 {asked}";
    key_fits(certificate: impl Display) =
        "the private key fits the certificate in {certificate}",
        "私钥与 {certificate} 中的证书匹配";
    key_of_another(name: impl Display) =
        "{name}: the private key belongs to none of these certificates: take both from one download",
        "{name}：私钥与这些证书都不匹配：请使用同一次下载的证书与私钥";
    key_unknown(name: impl Display) =
        "{name}: the private key is not RSA, or damaged: WeChat Pay's are RSA",
        "{name}：私钥不是 RSA 或已损坏：微信支付的私钥为 RSA";
}
