//! `signtool`: signs and checks WeChat Pay V2 messages offline, so that no secret is ever pasted
//! into a web page. `signtool --help` tells the rest.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod endpoints;
mod input;
mod report;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fmt, fs};

use clap::{Args, Parser, Subcommand};
use serde_json::{Value as Json, json};
use wxp_core::{
    Algorithm, Canonical, Endpoint, Explanation, Key, Value, Verdict, explain, names, xml,
};
use zeroize::Zeroize;

use crate::endpoints::Origin;
use crate::input::Input;
use crate::report::Refusal;

/// Signs, reads and verifies WeChat Pay V2 messages, offline.
///
/// The input is a flat XML document, or lines of `name=value`. The API key is read from the file
/// given with --key-file or from the environment variable `WXP_KEY`, never from an argument.
///
/// Exit status: 0 done, authentic or explained, 1 refused, malformed, unsigned, not authentic or
/// not explained, 2 wrong usage.
#[derive(Parser)]
#[command(name = "signtool", version, max_term_width = 100)]
struct Options {
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
        secret: Secret,
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
        secret: Secret,
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
        secret: Secret,
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
struct Secret {
    /// How the message is signed: MD5 or HMAC-SHA256
    #[arg(long = "type", value_name = "TYPE", value_parser = algorithm)]
    algorithm: Algorithm,
    /// A file with the API key; one line end after it is ignored
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
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
    match run(&Options::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Refused(why)) => {
            why.iter().for_each(|why| eprintln!("signtool: {why}"));
            ExitCode::from(1)
        }
        Err(Failure::Usage(why)) => {
            eprintln!("signtool: {why}");
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Canonical { input } => {
            let input = load(input)?;
            let fields = input.fields()?;
            let order = Canonical::of(&fields).map_err(|error| input.refuse(error))?;
            print(order)
        }
        Command::Sign { secret, endpoint, input } => {
            sign(&secret.key()?, endpoint.as_ref(), &load(input)?)
        }
        Command::Read { json, input } => read(&load(input)?, *json),
        Command::Verify { secret, endpoint, json, show, input } => {
            verify(&secret.key()?, *endpoint, &load(input)?, *json, *show)
        }
        Command::Explain { secret, json, input } => {
            explain_mismatch(&secret.key()?, &load(input)?, *json)
        }
        Command::Endpoints { json: true, words } => print(endpoints::json(words)),
        Command::Endpoints { json: false, words } => match endpoints::table(words) {
            Some(table) => print(table),
            None => Err(Failure::Refused(Some("no operation has all of these words".into()))),
        },
    }
}

fn load(input: &File) -> Result<Input, Failure> {
    Input::load(input.file.as_deref()).map_err(Failure::Usage)
}

impl Secret {
    fn key(&self) -> Result<Key, Failure> {
        let mut secret = match &self.key_file {
            Some(path) => {
                fs::read(path).map_err(|e| Failure::Usage(format!("{}: {e}", path.display())))?
            }
            None => env::var_os("WXP_KEY").map(std::ffi::OsString::into_encoded_bytes).ok_or_else(
                || Failure::Usage("no API key: set WXP_KEY or give --key-file".into()),
            )?,
        };
        let line_end = match &secret[..] {
            [.., b'\r', b'\n'] => 2,
            [.., b'\n'] => 1,
            _ => 0,
        };
        let len = if self.key_file.is_some() { secret.len() - line_end } else { secret.len() };
        let key = Key::new(self.algorithm, &secret[..len]);
        secret.as_mut_slice().zeroize();
        key.map_err(|error| Failure::Usage(format!("this is no API key: {error}")))
    }
}

fn sign(key: &Key, endpoint: Option<&Endpoint>, input: &Input) -> Result<(), Failure> {
    let fields = input.fields()?;
    let order = Canonical::of(&fields).map_err(|error| input.refuse(error))?;
    let claimed = order.get(names::SIGN_TYPE).filter(|value| !value.is_empty());
    if claimed.is_some_and(|name| name != key.algorithm().name()) {
        return Err(Failure::Usage(format!(
            "the field sign_type does not say {}, as --type does",
            key.algorithm().name()
        )));
    }
    if let Some(endpoint) = endpoint {
        let warning = endpoints::objections(&order, key, endpoint);
        let warning = warning.map_err(|why| Failure::Refused(Some(format!("refused: {why}"))))?;
        warning.iter().for_each(|warning| eprintln!("signtool: warning: {warning}"));
    }
    let signature = key.sign(&order).map_err(|error| input.refuse(error))?;
    let len = xml::len(&order, &signature).map_err(|error| input.refuse(error))?;
    let mut out = vec![0; len];
    print(xml::write(&order, &signature, &mut out).map_err(|error| input.refuse(error))?)
}

fn read(input: &Input, json: bool) -> Result<(), Failure> {
    let refuse = |refusal| refuse(&refusal, json.then(|| json!({})));
    let mut slots = Vec::new();
    let reply = input.reply(&mut slots, false).map_err(refuse)?;
    let object = report::object(reply.unverified());
    if json { print(object) } else { print(format_args!("{object:#}")) }
}

fn verify(key: &Key, origin: Origin, input: &Input, json: bool, show: bool) -> Result<(), Failure> {
    let refuse = |refusal| refuse(&refusal, json.then(|| json!({ "verdict": "Untrusted" })));
    let mut slots = Vec::new();
    let reply = input.reply(&mut slots, origin.nests()).map_err(refuse)?;
    let records = origin.nests().then(|| input.records()).transpose().map_err(refuse)?;
    let verdict = reply.judge(key, origin.source());
    if json {
        print(report::verdict_json(&verdict, origin.source(), records))?;
    } else {
        print(report::verdict_text(&verdict, origin.source(), records))?;
    }
    if let Verdict::Untrusted(_) = verdict {
        let order = Canonical::of(reply.unverified()).map_err(|error| input.refuse(error))?;
        report::print_expectation(&order, key, show);
    }
    match verdict {
        Verdict::Refused { .. } | Verdict::Unvouched(_) | Verdict::Untrusted(_) => {
            Err(Failure::Refused(None))
        }
        _ => Ok(()),
    }
}

fn explain_mismatch(key: &Key, input: &Input, json: bool) -> Result<(), Failure> {
    let refuse = |refusal| refuse(&refusal, json.then(|| json!({})));
    let fields = input.fields_in_order().map_err(refuse)?;
    let order = Canonical::of(&fields).map_err(|error| refuse(input.refuse(error)))?;
    let explanation = explain(key, &order, order.get(names::SIGN).unwrap_or(Value::new("")));
    if json {
        print(report::explanation_json(explanation, &fields, &order))?;
    } else {
        print(report::explanation_text(explanation, &fields, &order))?;
    }
    match explanation {
        Explanation::Unknown => Err(Failure::Refused(None)),
        Explanation::Right | Explanation::Mistake { .. } => Ok(()),
    }
}

/// Ends the call: with this report on standard output, or else with a text on standard error.
fn refuse(refusal: &Refusal<'_>, report: Option<Json>) -> Failure {
    let Some(mut report) = report else { return Failure::Refused(Some(refusal.to_string())) };
    report["error"] = refusal.to_json();
    print(report).err().unwrap_or(Failure::Refused(None))
}

/// Prints a line on standard output. A reader that has seen enough, as `head` has, is no failure.
fn print(line: impl fmt::Display) -> Result<(), Failure> {
    match writeln!(io::stdout(), "{line}") {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Usage(e.to_string())),
        _ => Ok(()),
    }
}
