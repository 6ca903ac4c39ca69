//! `wxp`: signs and checks WeChat Pay V2 messages offline, so that no secret is ever pasted
//! into a web page. `wxp --help` tells the rest.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod endpoints;
mod input;
mod output;
mod report;
mod secret;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use serde_json::{Value as Json, json};
use wxp_core::{Algorithm, Canonical, Endpoint, Explanation, Key, Value, Verdict, explain, xml};

use crate::endpoints::Origin;
use crate::input::Input;
use crate::output::Output;
use crate::report::Refusal;
use crate::secret::Secret;

/// Signs, reads and verifies WeChat Pay V2 messages, offline.
///
/// The input is a flat XML document, or lines of `name=value`. The API key is read from the file
/// given with --key-file or, to try things out, from the environment variable `WXP_KEY`; never from
/// an argument. It shows as *** wherever it would be printed, and is never signed as a part of a
/// field.
///
/// Exit status: 0 done, authentic or explained, 1 refused, malformed, unsigned, not authentic or
/// not explained, 2 wrong usage.
#[derive(Parser)]
#[command(name = "wxp", version, max_term_width = 100)]
struct Options {
    /// A file with the API key, which only its owner may read; one line end after it is ignored
    #[arg(long, value_name = "FILE", global = true)]
    key_file: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the string that is signed, without the key
    Canonical {
        #[command(flatten)]
        input: File,
    },
    /// Print the signed XML document
    Sign {
        #[command(flatten)]
        kind: Kind,
        /// The operation, by path or address: refuse what it would refuse
        #[arg(long, value_name = "PATH", value_parser = endpoints::endpoint)]
        endpoint: Option<Endpoint>,
        #[command(flatten)]
        input: File,
    },
    /// Print the fields in canonical order as one JSON object
    Read {
        /// Print one line of JSON, also for a refusal
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        input: File,
    },
    /// Verify a message and say what it means
    Verify {
        #[command(flatten)]
        kind: Kind,
        /// What the message is: the answer of an operation, by its path or address, or a notice,
        /// by its name
        #[arg(long, value_name = "PATH|NOTICE", default_value = "payment")]
        endpoint: Origin,
        /// Print one line of JSON
        #[arg(long)]
        json: bool,
        /// On a mismatch, print the signature this key would have made
        #[arg(long)]
        show: bool,
        #[command(flatten)]
        input: File,
    },
    /// Find the mistake behind a signature that does not match
    ///
    /// Prints its number and sentence, and the fields as they should be signed, with the one at
    /// fault marked; never the key or the right signature.
    Explain {
        #[command(flatten)]
        kind: Kind,
        /// Print one line of JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        input: File,
    },
    /// Print what is known about the operations of the API
    Endpoints {
        /// Print JSON
        #[arg(long)]
        json: bool,
        /// Only operations with all of these words in their row, such as `refund` or `unsigned`
        words: Vec<String>,
    },
}

#[derive(Args)]
struct File {
    /// The file to read; standard input if absent or `-`
    file: Option<PathBuf>,
}

#[derive(Args)]
struct Kind {
    /// How the message is signed: MD5 or HMAC-SHA256
    #[arg(long = "type", value_name = "TYPE", value_parser = algorithm)]
    algorithm: Algorithm,
}

fn algorithm(name: &str) -> Result<Algorithm, String> {
    Algorithm::from_name(name).ok_or_else(|| "it is MD5 or HMAC-SHA256".into())
}

/// Why the tool stops early.
enum Failure {
    /// Exit status 2.
    Usage(String),
    /// Exit status 1; a report has been printed if there is no text.
    Refused(Option<String>),
}

impl From<Refusal<'_>> for Failure {
    fn from(refusal: Refusal<'_>) -> Self {
        Self::Refused(Some(refusal.to_string()))
    }
}

fn main() -> ExitCode {
    let mut output = Output { secret: Secret::from_environment() };
    let options = match Options::try_parse() {
        Ok(options) => options,
        Err(error) if error.use_stderr() => {
            output.complain(error.render().to_string().trim_end());
            return ExitCode::from(2);
        }
        Err(help) => help.exit(),
    };
    let secret = options.key_file.as_deref().map(Secret::from_file).transpose();
    let done = secret.map_err(Failure::Usage).and_then(|secret| {
        output.secret = secret.or(output.secret.take());
        run(&options.command, &output)
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Refused(why)) => {
            why.iter().for_each(|why| output.complain(format_args!("wxp: {why}")));
            ExitCode::from(1)
        }
        Err(Failure::Usage(why)) => {
            output.complain(format_args!("wxp: {why}"));
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command, output: &Output) -> Result<(), Failure> {
    let load = |input: &File| Input::load(input.file.as_deref(), output).map_err(Failure::Usage);
    match command {
        Command::Canonical { input } => {
            let input = load(input)?;
            let fields = input.fields()?;
            let order = Canonical::of(&fields).map_err(|error| input.refuse(error))?;
            output.print(order)
        }
        Command::Sign { kind, endpoint, input } => {
            sign(&output.key(kind.algorithm)?, endpoint.as_ref(), &load(input)?, output)
        }
        Command::Read { json, input } => read(&load(input)?, *json, output),
        Command::Verify { kind, endpoint, json, show, input } => {
            let key = output.key(kind.algorithm)?;
            verify(&key, *endpoint, &load(input)?, (*json, *show), output)
        }
        Command::Explain { kind, json, input } => {
            explain_mismatch(&output.key(kind.algorithm)?, &load(input)?, *json, output)
        }
        Command::Endpoints { json: true, words } => output.print(endpoints::json(words)),
        Command::Endpoints { json: false, words } => match endpoints::table(words) {
            Some(table) => output.print(table),
            None => Err(Failure::Refused(Some("no operation has all of these words".into()))),
        },
    }
}

fn sign(
    key: &Key,
    endpoint: Option<&Endpoint>,
    input: &Input,
    output: &Output,
) -> Result<(), Failure> {
    let fields = input.fields()?;
    let order = Canonical::of(&fields).map_err(|error| input.refuse(error))?;
    let claimed = order.get("sign_type").filter(|value| !value.is_empty());
    if claimed.is_some_and(|name| name != key.algorithm().name()) {
        return Err(Failure::Usage(format!(
            "the field sign_type does not say {}, as --type does",
            key.algorithm().name()
        )));
    }
    if let Some(endpoint) = endpoint {
        let warning = endpoints::objections(&order, key, endpoint);
        let warning = warning.map_err(|why| Failure::Refused(Some(format!("refused: {why}"))))?;
        warning.iter().for_each(|warning| output.complain(format_args!("wxp: warning: {warning}")));
    }
    let signature = key.sign(&order).map_err(|error| input.refuse(error))?;
    let len = xml::len(&order, &signature).map_err(|error| input.refuse(error))?;
    let mut out = vec![0; len];
    output.print(xml::write(&order, &signature, &mut out).map_err(|error| input.refuse(error))?)
}

fn read(input: &Input, json: bool, output: &Output) -> Result<(), Failure> {
    let refuse = |refusal| refuse(&refusal, json.then(|| json!({})), output);
    let mut slots = Vec::new();
    let reply = input.reply(&mut slots, false).map_err(refuse)?;
    let object = report::object(reply.unverified());
    if json { output.print(object) } else { output.print(format_args!("{object:#}")) }
}

fn verify(
    key: &Key,
    origin: Origin,
    input: &Input,
    (json, show): (bool, bool),
    output: &Output,
) -> Result<(), Failure> {
    let refuse =
        |refusal| refuse(&refusal, json.then(|| json!({ "verdict": "Untrusted" })), output);
    let mut slots = Vec::new();
    let reply = input.reply(&mut slots, origin.nests()).map_err(refuse)?;
    let records = origin.nests().then(|| input.records()).transpose().map_err(refuse)?;
    let verdict = reply.judge(key, origin.source());
    if json {
        output.print(report::verdict_json(&verdict, origin.source(), records))?;
    } else {
        output.print(report::verdict_text(&verdict, origin.source(), records))?;
    }
    if let Verdict::Untrusted(_) = verdict {
        let order = Canonical::of(reply.unverified()).map_err(|error| input.refuse(error))?;
        output.complain(report::expectation(&order, key, show));
    }
    match verdict {
        Verdict::Refused { .. } | Verdict::Unvouched(_) | Verdict::Untrusted(_) => {
            Err(Failure::Refused(None))
        }
        _ => Ok(()),
    }
}

fn explain_mismatch(key: &Key, input: &Input, json: bool, output: &Output) -> Result<(), Failure> {
    let refuse = |refusal| refuse(&refusal, json.then(|| json!({})), output);
    let fields = input.fields_in_order().map_err(refuse)?;
    let order = Canonical::of(&fields).map_err(|error| refuse(input.refuse(error)))?;
    let explanation = explain(key, &order, order.get("sign").unwrap_or(Value::new("")));
    if json {
        output.print(report::explanation_json(explanation, &fields, &order))?;
    } else {
        output.print(report::explanation_text(explanation, &fields, &order))?;
    }
    match explanation {
        Explanation::Right | Explanation::Mistake { .. } => Ok(()),
        _ => Err(Failure::Refused(None)),
    }
}

/// Ends the call: with this report on standard output, or else with a text on standard error.
fn refuse(refusal: &Refusal<'_>, report: Option<Json>, output: &Output) -> Failure {
    let Some(mut report) = report else { return Failure::Refused(Some(refusal.to_string())) };
    report["error"] = refusal.to_json();
    output.print(report).err().unwrap_or(Failure::Refused(None))
}
