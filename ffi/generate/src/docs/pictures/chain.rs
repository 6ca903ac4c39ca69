//! The questions that judging asks, in order, and the verdict where the answer is no. The verdicts are
//! those that the core gives for a message of each kind.

use wxp_core::{Algorithm, Canonical, Endpoint, Field, Key, Language, Reply, Verdict, xml};

use super::super::say;
use super::svg::Svg;

/// A question: its text, the fields that answer it, and the messages for which the answer is no.
struct Question {
    text: [&'static str; 2],
    fields: [&'static str; 2],
    messages: &'static [Message],
}

/// A message, by what it differs in from one about a payment, and what to do about it.
struct Message {
    change: Change,
    then: [&'static str; 2],
}

enum Change {
    /// Not one plain document.
    Doctype,
    /// Changed after it was signed.
    Forged,
    /// Not signed.
    Unsigned(&'static [(&'static str, &'static str)]),
    /// As an answer of this operation, with other fields.
    Signed(&'static str, &'static [(&'static str, &'static str)]),
    /// Without a field that is due.
    Without(&'static str),
}

use Change::{Doctype, Forged, Signed, Unsigned, Without};

const QUERY: &str = "/pay/orderquery";
const AGAIN: [&str; 2] = ["as if no answer had come: query", "视同没有收到应答：请查询"];

const QUESTIONS: [Question; 6] = [
    Question {
        text: ["Is it one plain XML document?", "是否为一份规范的XML文档？"],
        fields: ["no DOCTYPE, no attribute, no field twice", "没有DOCTYPE、属性和重复的字段"],
        messages: &[Message { change: Doctype, then: AGAIN }],
    },
    Question {
        text: ["Did the gateway accept the call?", "网关是否受理了请求？"],
        fields: ["return_code", "return_code"],
        messages: &[Message {
            change: Unsigned(&[("return_code", "FAIL"), ("return_msg", "签名错误")]),
            then: ["nobody signed it: mend the request, and query", "没有签名：请修正请求，并查询"],
        }],
    },
    Question {
        text: ["Is the signature right?", "签名是否正确？"],
        fields: ["sign, over every other field", "sign，覆盖其他所有字段"],
        messages: &[Message { change: Forged, then: AGAIN }],
    },
    Question {
        text: ["Is it a message of this kind?", "是否确为此类消息？"],
        fields: [
            "it has every field that is due, and no foreign one",
            "应有的字段齐全，没有不应有的字段",
        ],
        messages: &[Message { change: Without("transaction_id"), then: AGAIN }],
    },
    Question {
        text: ["Was the operation done?", "业务是否成功？"],
        fields: ["result_code; err_code decides if not", "result_code；失败时由err_code决定"],
        messages: &[
            Message {
                change: Signed(
                    "/pay/micropay",
                    &[("result_code", "FAIL"), ("err_code", "NOTENOUGH")],
                ),
                then: ["NOTENOUGH: not paid", "NOTENOUGH：未支付"],
            },
            Message {
                change: Signed(
                    "/pay/micropay",
                    &[("result_code", "FAIL"), ("err_code", "SYSTEMERROR")],
                ),
                then: ["SYSTEMERROR: query, same number", "SYSTEMERROR：用原单号查询"],
            },
        ],
    },
    Question {
        text: ["What became of the transaction?", "交易的最终结果如何？"],
        fields: [
            "trade_state, status …; an order is only accepted",
            "trade_state、status等；下单只表示已受理",
        ],
        messages: &[
            Message {
                change: Signed(QUERY, &[]),
                then: ["SUCCESS: compare, deliver once", "SUCCESS：核对后只发货一次"],
            },
            Message {
                change: Signed(
                    "/pay/unifiedorder",
                    &[("prepay_id", "wx1"), ("trade_type", "JSAPI")],
                ),
                then: ["an order, a refund: not done yet", "下单、退款：尚未完成"],
            },
            Message {
                change: Signed(QUERY, &[("trade_state", "CLOSED")]),
                then: ["CLOSED: not paid", "CLOSED：未支付"],
            },
            Message {
                change: Signed(QUERY, &[("trade_state", "USERPAYING")]),
                then: ["USERPAYING: query again", "USERPAYING：请再查询"],
            },
        ],
    },
];

pub(super) fn draw(language: Language) -> Result<String, String> {
    let mut svg =
        Svg::new((900.0, 614.0), say(language, "How wxp judges a message", "wxp如何判断一条消息"));
    svg.text(
        (16.0, 28.0),
        "title",
        say(language, "How wxp judges an answer or a notice", "wxp如何判断一条应答或通知"),
    );
    let mut y = 50.0;
    for (number, question) in (1..).zip(&QUESTIONS) {
        let rows = question.messages.len() as f64;
        let height = (rows * 38.0).max(54.0);
        svg.rect((16.0, y), (400.0, height), "box");
        let text = say(language, question.text[0], question.text[1]);
        svg.spans(
            (30.0, y + height / 2.0 - 4.0),
            "bold",
            &[("accent", &format!("{number}  ")), ("", text)],
        );
        let fields = say(language, question.fields[0], question.fields[1]);
        svg.text((30.0, y + height / 2.0 + 17.0), "small faint", fields);
        if number < QUESTIONS.len() {
            svg.line(&[(60.0, y + height), (60.0, y + height + 20.0)], "line arrow");
            svg.text((70.0, y + height + 15.0), "small faint", say(language, "yes", "是"));
        }
        let top = y + (height - rows * 38.0) / 2.0;
        for (row, message) in (0_u8..).zip(question.messages) {
            let middle = top + f64::from(row) * 38.0 + 19.0;
            let verdict =
                verdict(&message.change).map_err(|why| format!("{}: {why}", question.text[0]))?;
            svg.line(&[(416.0, middle), (486.0, middle)], "line arrow");
            if number < QUESTIONS.len() && row == 0 {
                svg.text((436.0, middle - 6.0), "small faint", say(language, "no", "否"));
            }
            let class = class(verdict);
            svg.rect((486.0, middle - 16.0), (398.0, 32.0), class);
            let then = say(language, message.then[0], message.then[1]);
            svg.spans(
                (498.0, middle + 5.0),
                "small",
                &[(&format!("{class} bold"), verdict), ("", "  "), ("", then)],
            );
        }
        y += height + 20.0;
    }
    Ok(svg.finish())
}

fn class(verdict: &str) -> &'static str {
    match verdict {
        "Succeeded" => "good",
        "Accepted" => "accent",
        "Failed" => "bad",
        _ => "open",
    }
}

/// What the core says of such a message.
fn verdict(change: &Change) -> Result<&'static str, String> {
    let key = Key::new(Algorithm::HmacSha256, b"192006250b4c09247ec02edce69f6a2d")
        .map_err(|why| why.to_string())?;
    let (path, document) = match change {
        Doctype => (QUERY, format!("<!DOCTYPE xml>{}", signed(&key, &paid(&[]))?)),
        Forged => (QUERY, signed(&key, &paid(&[]))?.replace(">100<", ">1<")),
        Unsigned(fields) => (QUERY, unsigned(fields)),
        Signed(QUERY, others) => (QUERY, signed(&key, &paid(others))?),
        Signed(path, others) => (*path, signed(&key, &common(others))?),
        Without(name) => {
            let fields: Vec<_> = paid(&[]).into_iter().filter(|(other, _)| other != name).collect();
            (QUERY, signed(&key, &fields)?)
        }
    };
    let endpoint = Endpoint::find(path).ok_or(format!("no {path}"))?;
    let mut slots = [Field::EMPTY; 64];
    // What cannot be read is as if no answer had come, as what is not trusted.
    let Ok(reply) = Reply::read(document.as_bytes(), &mut slots) else { return Ok("Untrusted") };
    Ok(match reply.judge(&key, endpoint) {
        Verdict::Succeeded(_) => "Succeeded",
        Verdict::Accepted(_) => "Accepted",
        Verdict::Failed(_) => "Failed",
        Verdict::Unsettled(_) => "Unsettled",
        Verdict::Refused { .. } => "Refused",
        Verdict::Unvouched(_) => "Unvouched",
        Verdict::Untrusted(_) => "Untrusted",
    })
}

type Fields = Vec<(&'static str, &'static str)>;

/// The fields of every signed answer, with others added or changed.
fn common(others: &[(&'static str, &'static str)]) -> Fields {
    let fields = [
        ("return_code", "SUCCESS"),
        ("result_code", "SUCCESS"),
        ("appid", "wxd930ea5d5a258f4f"),
        ("mch_id", "10000100"),
        ("nonce_str", "ibuaiVcKdpRxkhJA"),
    ];
    changed(fields.to_vec(), others)
}

/// An answer that says that an order is paid.
fn paid(others: &[(&'static str, &'static str)]) -> Fields {
    let fields = [
        ("openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"),
        ("trade_type", "MICROPAY"),
        ("trade_state", "SUCCESS"),
        ("bank_type", "CMC"),
        ("total_fee", "100"),
        ("cash_fee", "100"),
        ("transaction_id", "1008450740201411110005820873"),
        ("out_trade_no", "20260101001"),
        ("time_end", "20260101120000"),
        ("trade_state_desc", "ok"),
    ];
    let fields = changed(common(&[]), &fields);
    changed(fields, others)
}

fn changed(mut fields: Fields, others: &[(&'static str, &'static str)]) -> Fields {
    fields.retain(|(name, _)| others.iter().all(|(other, _)| other != name));
    fields.extend(others);
    fields
}

fn signed(key: &Key, fields: &[(&str, &str)]) -> Result<String, String> {
    let fields: Result<Vec<Field<'_>>, _> =
        fields.iter().map(|(name, value)| Field::new(name, value)).collect();
    let fields = fields.map_err(|why| why.to_string())?;
    let fields = Canonical::of(&fields[..]).map_err(|why| why.to_string())?;
    let signature = key.sign(&fields).map_err(|why| why.to_string())?;
    let mut buffer = [0; 2048];
    Ok(xml::write(&fields, &signature, &mut buffer).map_err(|why| why.to_string())?.to_owned())
}

fn unsigned(fields: &[(&str, &str)]) -> String {
    let fields: String =
        fields.iter().map(|(name, value)| format!("<{name}>{value}</{name}>")).collect();
    format!("<xml>{fields}</xml>")
}
