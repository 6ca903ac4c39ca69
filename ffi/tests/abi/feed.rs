//! The data files of the core's tests, and the core's results for them, in a form that a C program
//! reads with a few lines: a sequence of items, each with its length, a colon, its bytes and a line
//! end.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use data_encoding::BASE64;
use serde_json::Value as Json;
use wxp_core::{
    Action, Advice, Algorithm, Algorithms, Canonical, Endpoint, Error, ErrorKind, Field, Format,
    Key, Language, Method, Notice, OrderState, Outcome, Repeat, Reply, SignType, Signed, Source,
    Value, Verdict, abi, xml,
};

use crate::tools::{FOLDER, project};

mod explain;
mod kinds;
mod payload;
mod records;
mod request;

/// The API key of the published example.
const API_KEY: &str = "192006250b4c09247ec02edce69f6a2d";

/// The feed, written once.
pub(crate) fn file() -> &'static Path {
    static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
        let mut feed = Feed(Vec::new());
        vectors(&mut feed);
        attacks(&mut feed);
        samples(&mut feed);
        kinds::kinds(&mut feed);
        kinds::expectations(&mut feed);
        records::nested(&mut feed);
        endpoints(&mut feed);
        payload::payloads(&mut feed);
        payload::refunds(&mut feed);
        explain::explanations(&mut feed);
        request::requests(&mut feed);
        let path = Path::new(FOLDER).join("feed");
        fs::write(&path, feed.0).unwrap();
        path
    });
    &FILE
}

struct Feed(Vec<u8>);

impl Feed {
    fn item(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        self.0.extend(format!("{}:", bytes.as_ref().len()).bytes());
        self.0.extend(bytes.as_ref());
        self.0.push(b'\n');
        self
    }

    /// What is said in each language.
    fn texts(&mut self, text: impl Fn(Language) -> &'static str) {
        for language in Language::ALL {
            self.item(text(language));
        }
    }

    fn number(&mut self, number: impl ToString) -> &mut Self {
        self.item(number.to_string())
    }

    fn fields(&mut self, fields: &[(String, String)]) {
        self.number(fields.len());
        for (name, value) in fields {
            self.item(name).item(value);
        }
    }
}

fn data(path: &str) -> Vec<u8> {
    let path = project("core/tests/data").join(path);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &str) -> Vec<Json> {
    let Json::Array(cases) = serde_json::from_slice(&data(path)).unwrap() else { panic!("{path}") };
    cases
}

fn text(json: &Json) -> &str {
    json.as_str().unwrap_or_else(|| panic!("{json}"))
}

fn algorithm(algorithm: Algorithm) -> u32 {
    match algorithm {
        Algorithm::Md5 => 1,
        Algorithm::HmacSha256 => 2,
    }
}

/// What is signed, for each vector: algorithm, secret and whether it makes a key; the string and
/// the signature; the fields.
fn vectors(feed: &mut Feed) {
    for vector in json("vectors.json").iter().filter(|vector| vector["type"] == "sign") {
        let (name, secret) = (Algorithm::from_name(text(&vector["sign_type"])), &vector["key"]);
        let made = Key::nonstandard(name.unwrap(), text(secret).as_bytes());
        let string = text(&vector["canonical_string"]);
        let pair = |pair: &Json| (text(&pair[0]).to_owned(), text(&pair[1]).to_owned());
        let fields: Vec<_> = vector["fields"].as_array().unwrap().iter().map(pair).collect();
        feed.item("sign").item(text(&vector["id"]));
        feed.number(algorithm(name.unwrap())).item(text(secret)).number(code(made.err()));
        feed.item(string.strip_suffix(&format!("&key={}", text(secret))).unwrap());
        feed.item(text(&vector["sign"])).fields(&fields);
    }
}

fn code(error: Option<Error>) -> i32 {
    error.map_or(0, |error| error.kind().code())
}

fn attacks(feed: &mut Feed) {
    let cases: Json = serde_json::from_slice(&data("attacks.json")).unwrap();
    for case in cases["cases"].as_array().unwrap() {
        let document = match &case["input"] {
            Json::String(text) => text.clone().into_bytes(),
            _ => BASE64.decode(text(&case["input_b64"]).as_bytes()).unwrap(),
        };
        read(feed, text(&case["name"]), &document);
        records::records(feed, text(&case["name"]), &document);
    }
}

/// What is read of a document: status and place of the fault, or the fields.
fn read(feed: &mut Feed, name: &str, document: &[u8]) {
    let mut slots = [Field::EMPTY; 1024];
    let result = xml::read_rooted_into(document, abi::ROOT, &mut slots);
    let error = result.err();
    feed.item("read").item(name).item(document).number(code(error));
    feed.number(error.map_or(0, |error| error.position()));
    feed.fields(&pairs(result.unwrap_or_default()));
}

fn pairs(fields: &[Field<'_>]) -> Vec<(String, String)> {
    fields.iter().map(|field| (field.name().to_owned(), field.value().to_string())).collect()
}

/// All samples as documents, and those that are answered or sent by WeChat as messages: as they
/// stand, and signed with a key that is known.
fn samples(feed: &mut Feed) {
    for entry in json("samples/index.json") {
        let file = text(&entry["file"]);
        let document = data(&format!("samples/{file}"));
        read(feed, file, &document);
        records::records(feed, file, &document);
        if !matches!(text(&entry["direction"]), "response" | "notification") {
            continue;
        }
        // Some were copied from web pages that indent with blanks which are none to XML.
        let document = match String::from_utf8(document) {
            Ok(text) => text.replace('\u{a0}', " ").into_bytes(),
            Err(other) => other.into_bytes(),
        };
        let endpoint = match text(&entry["endpoint"]) {
            "payment notify" => "payment",
            "refund notify" => "refund",
            "vehicle state notify" => "vehicle",
            "native mode 1 callback" => "native-scan",
            rental if rental.starts_with("wxv ") => "rental",
            "any" => "/pay/unifiedorder",
            path => path,
        };
        judge(feed, file, endpoint, &document);
        let mut slots = [Field::EMPTY; 64];
        let Ok((fields, _)) = xml::read_nested_into(&document, &mut slots) else { continue };
        let fields = pairs(fields);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
        judge(feed, &format!("{file}, signed"), endpoint, signed(&fields).as_bytes());
    }
}

/// A document, signed with a key that is known.
fn signed(pairs: &[(&str, &str)]) -> String {
    let fields: Vec<_> = pairs.iter().map(|(n, v)| Field::new(n, v).unwrap()).collect();
    let order = Canonical::of(&fields).unwrap();
    let mut out = [0; 4096];
    xml::write(&order, &key().sign(&order).unwrap(), &mut out).unwrap().to_owned()
}

fn key() -> Key {
    Key::new(Algorithm::Md5, API_KEY.as_bytes()).unwrap()
}

fn source(endpoint: &str) -> Source {
    let at = Endpoint::find(endpoint).map(Source::from);
    at.or_else(|| Notice::find(endpoint).map(Source::from)).unwrap()
}

/// What a document means: whether it can nest, is read at all, and then the verdict.
fn judge(feed: &mut Feed, name: &str, endpoint: &str, document: &[u8]) {
    let at = Endpoint::find(endpoint);
    let nests = at.is_some_and(|endpoint| endpoint.format == Format::Nested);
    let source = source(endpoint);
    let mut slots = [Field::EMPTY; 128];
    let reply = match nests {
        true => Reply::read_nested(document, &mut slots),
        false => Reply::read(document, &mut slots),
    };
    feed.item("judge").item(name).number(algorithm(Algorithm::Md5)).item(API_KEY);
    feed.item(endpoint).number(i32::from(nests)).item(document);
    let reply = match reply {
        Ok(reply) => reply,
        Err(error) => {
            feed.number(error.kind().code());
            return;
        }
    };
    let number = |outcome| match outcome {
        Outcome::Succeeded => 1,
        Outcome::Accepted => 2,
        Outcome::Failed => 3,
        Outcome::Unsettled => 4,
    };
    let mut field = "";
    let (verdict, outcome, fault, message, advice) = match reply.judge(&key(), source) {
        Verdict::Succeeded(message)
        | Verdict::Accepted(message)
        | Verdict::Failed(message)
        | Verdict::Unsettled(message) => (
            number(message.outcome()),
            number(message.outcome()),
            0,
            Some(message),
            message.advice(),
        ),
        Verdict::Refused { advice, .. } => (5, 0, 0, None, Some(advice)),
        Verdict::Unvouched(message) => (6, number(message.outcome()), 0, None, message.advice()),
        Verdict::Untrusted(why) => {
            let advice = Advice::of(source.family(), Value::new(""));
            let advice = source.family().moves_money().then_some(advice);
            field = match why.kind() {
                ErrorKind::Lacks { field } | ErrorKind::Foreign { field } => field,
                ErrorKind::Ambiguous => reply.unverified()[why.position()].name(),
                _ => "",
            };
            (0, 0, why.kind().code(), None, advice)
        }
    };
    let ambiguous = message.is_some_and(|message| message.is_ambiguous());
    feed.number(0).number(verdict).number(outcome).number(fault).number(i32::from(ambiguous));
    feed.number(advice.map_or(0, action));
    feed.texts(|language| advice.map_or("", |advice| advice.text(language)));
    feed.item(field).item(source.name());
    feed.number(order(message.map_or(OrderState::Unknown, |message| message.order())));
}

fn order(state: OrderState) -> i32 {
    match state {
        OrderState::Paid => 1,
        OrderState::Refunded => 2,
        OrderState::Unpaid => 3,
        OrderState::Paying => 4,
        OrderState::PayError => 5,
        OrderState::Closed => 6,
        OrderState::Absent => 7,
        _ => 0,
    }
}

fn action(advice: Advice) -> i32 {
    match advice.action() {
        Action::Query => 1,
        Action::Repeat => 2,
        Action::NewNumber => 3,
        Action::Customer => 4,
        Action::Setup => 5,
        Action::Program => 6,
        Action::Done => 7,
        _ => panic!("{advice:?}"),
    }
}

/// The facts about each endpoint, with its advice about some codes.
fn endpoints(feed: &mut Feed) {
    let codes = ["SYSTEMERROR", "USERPAYING", "ORDERPAID", "NOTENOUGH", "No Bill Exist", "NEW", ""];
    for endpoint in Endpoint::all() {
        feed.item("endpoint").item(endpoint.path).item(endpoint.host.name());
        feed.item(endpoint.host.backup().unwrap_or(""));
        feed.texts(|language| endpoint.purpose(language));
        let algorithms = match endpoint.algorithms {
            Algorithms::None => 0,
            Algorithms::Md5 => 1,
            Algorithms::HmacSha256 => 2,
            Algorithms::Either => 3,
        };
        let sign_type = match endpoint.sign_type {
            SignType::Absent => 0,
            SignType::Optional => 1,
            SignType::Required => 2,
        };
        let signed = match endpoint.signed {
            Signed::Never => 0,
            Signed::Sometimes => 1,
            Signed::Always => 2,
        };
        let format = match endpoint.format {
            Format::Flat => 0,
            Format::Nested => 1,
            Format::Text => 2,
            Format::Json => 3,
            Format::Page => 4,
            other => panic!("{other:?}"),
        };
        feed.number(u8::from(endpoint.method == Method::Get));
        feed.number(u8::from(endpoint.certificate)).number(algorithms);
        let default = endpoint.default_algorithm().map_or(0, algorithm);
        feed.number(default).number(sign_type).number(signed);
        feed.number(format).number(u8::from(endpoint.nonce));
        feed.number(u8::from(endpoint.repeat == Repeat::Safe));
        feed.number(u8::from(endpoint.family.moves_money()));
        feed.number(u8::from(endpoint.deprecated)).number(codes.len());
        for code in codes {
            let advice = Advice::of(endpoint.family, Value::new(code));
            feed.item(code).number(action(advice));
            feed.texts(|language| advice.text(language));
        }
    }
}
