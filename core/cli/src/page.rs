//! The tool for a page: what is asked as JSON, the input and the API key as bytes, and the answer as
//! JSON, which is what the command prints with `--json`.

mod facts;
mod payload;
mod recognize;

use serde_json::{Value as Json, json};
use wxp_core::Algorithm;

use crate::commands::sign::{self, Request};
use crate::commands::verify::{self, Claim};
use crate::commands::{bill, categories, endpoints, explain, open, read};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::language::Language;
use crate::operations::{self, Origin};
use crate::secret::Secret;
use crate::texts;

/// What a page asks.
struct Question(Json);

impl Question {
    /// A member that is a text, and not empty.
    fn text(&self, name: &str) -> Option<&str> {
        self.0[name].as_str().filter(|text| !text.is_empty())
    }

    /// The algorithm that is asked for; none means the one that the gateway takes.
    fn algorithm(&self) -> Option<Algorithm> {
        self.text("type").and_then(Algorithm::from_name)
    }

    fn words(&self) -> Vec<String> {
        self.text("words").unwrap_or_default().split_whitespace().map(str::to_owned).collect()
    }
}

/// Answers a page: `command`, `lang`, `type`, `endpoint` and `show` of the question are those of the
/// command `wxp`; `unpacked` says that the input came compressed. An empty key is none. The answer has the members of that command's JSON, and
/// `status`, what would be its exit status.
///
/// The key is wiped, and shows nowhere in the answer.
#[must_use]
pub fn answer(question: &str, input: Vec<u8>, key: Vec<u8>) -> String {
    let question = Question(serde_json::from_str(question).unwrap_or_default());
    let language = question.text("lang").and_then(Language::find).unwrap_or(Language::English);
    let secret = Secret::of_page(key);
    let console = Console::of_page(language, (!secret.is_empty()).then_some(secret));
    let status = match run(&question, input, &console) {
        Ok(()) => 0,
        Err(failure) => console.report_failure(failure),
    };
    console.kept(|report| {
        // A list has no members.
        if report.is_array() {
            *report = json!({ "rows": report.take() });
        }
        report["status"] = status.into();
    })
}

fn run(question: &Question, input: Vec<u8>, console: &Console) -> Result<(), Failure> {
    let language = console.language;
    let endpoint = || {
        let named = question.text("endpoint").map(|text| operations::endpoint(text, language));
        named.transpose()
    };
    let request =
        || Ok::<_, Failure>(Request { algorithm: question.algorithm(), endpoint: endpoint()? });
    let load = |input| Input::of(input, console);
    match question.text("command").unwrap_or_default() {
        "recognize" => recognize::run(input, console),
        "sign" => sign::sign(request()?, &load(input)?, console),
        "check" => sign::check(request()?, &load(input)?, console),
        "verify" => {
            let origin = question.text("endpoint").map(|text| Origin::find(text, language));
            let show = question.0["show"] == true;
            let claim =
                Claim { algorithm: question.algorithm(), origin: origin.transpose()?, show };
            verify::run(claim, &load(input)?, console)
        }
        "explain" => explain::run(request()?, &load(input)?, console),
        "canonical" => read::canonical(&load(input)?, console),
        "read" => read::read(&load(input)?, console),
        "open" => open::run(&load(input)?, console),
        "bill" => {
            if question.0["unpacked"] == true {
                console.undone("gzip", &texts::undone_gzip(language));
            }
            bill::run(input, console)
        }
        "payload" => payload::run(question, input, console),
        "endpoints" => endpoints::run(&question.words(), console),
        "operation" => facts::operation(question.text("endpoint").unwrap_or_default(), console),
        "codes" => facts::codes(console),
        "categories" => categories::run(&question.words(), console),
        "choices" => facts::choices(console),
        "nonce" => facts::nonce(&input, console),
        "time" => facts::time(question.text("words").unwrap_or_default(), console),
        "amount" => facts::amount(
            question.text("words").unwrap_or_default(),
            question.text("currency").unwrap_or("CNY"),
            console,
        ),
        other => Err(Failure::Usage(format!("no such command: {other}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "192006250b4c09247ec02edce69f6a2d";

    fn asked(question: Json, input: &str) -> Json {
        let text = answer(&question.to_string(), input.into(), KEY.into());
        assert!(!text.contains(KEY), "{text}");
        serde_json::from_str(&text).unwrap_or_default()
    }

    #[test]
    fn a_page_is_told_what_the_command_prints() {
        let explained = asked(
            json!({ "command": "explain" }),
            "body=tea \nsign=E14C8B2F4FEA52753D6BE1E772A83DEE\n",
        );
        assert_eq!(explained["status"], 0, "{explained}");
        assert_eq!(explained["cause"]["kind"], "ValueTrimmed");
        assert_eq!(explained["marks"], json!([{ "field": "body", "characters": [[3, 4]] }]));
        assert_eq!(explained["steps"][1]["left_out"], "the signature itself is not signed");
        let refused = asked(json!({ "command": "sign", "lang": "zh" }), "");
        assert_eq!((&refused["status"], &refused["error"]["code"]), (&json!(1), &json!(42)));
        assert_eq!(asked(json!({ "command": "bake" }), "")["status"], 2);
    }

    #[test]
    fn the_key_is_hidden_wherever_it_stands() {
        let read = asked(json!({ "command": "read" }), &format!("a=1&key={KEY}"));
        assert_eq!(read["fields"], json!({ "a": "1" }), "{read}");
        let signed = asked(json!({ "command": "sign" }), &format!("a={KEY}"));
        assert_eq!(signed["error"]["kind"], "LeakedSecret", "{signed}");
        let read = asked(json!({ "command": "read" }), &format!("attach=x{KEY}x"));
        assert_eq!(read["fields"], json!({ "attach": "x***x" }), "{read}");
    }

    #[test]
    fn inputs_are_recognized() {
        for (input, due) in [
            ("", "empty"),
            ("appid=wx1\nbody=tea", "request"),
            ("<xml><return_code>SUCCESS</return_code></xml>", "reply"),
            ("<xml><return_code>SUCCESS</return_code><req_info>A</req_info></xml>", "refund"),
            ("{\"appId\":\"wx1\",\"package\":\"prepay_id=1\",\"timeStamp\":\"1\"}", "second"),
            ("<html><h1>502 Bad Gateway</h1></html>", "page"),
            ("hello", "text"),
            ("l3q/UB6nGZvnPZkGHXVbrdZ0xkWUbJvvqD0cGLVTbJo=", "sealed"),
        ] {
            let seen = asked(json!({ "command": "recognize" }), input);
            assert_eq!(seen["is"], due, "{input}: {seen}");
        }
    }

    #[test]
    fn a_judgment_is_a_chain_of_questions() {
        let input = "return_code=SUCCESS\nresult_code=FAIL\nsign=00000000000000000000000000000000";
        let judged = asked(
            json!({ "command": "verify", "type": "MD5", "endpoint": "/pay/orderquery" }),
            input,
        );
        let answers: Vec<_> = judged["questions"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| one["answer"].clone())
            .collect();
        assert_eq!(answers, ["yes", "no", "unasked", "unasked", "unasked"], "{judged}");
    }
}
