//! The arguments of the command.

mod payload;

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Command as Clap, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use wxp_core::Algorithm;

use crate::language::Language;
use crate::texts;

pub(crate) use self::payload::Payload;

/// The heading of options that every command takes.
const EVERYWHERE: &str = "Options of every command";

/// Signs, checks and explains WeChat Pay V2 messages, offline.
///
/// The input is an XML document, or lines of `name=value`. The API key is read from the file
/// given with --key-file or, to try things out, from the environment variable `WXP_KEY`; never from
/// an argument. It shows as *** wherever it would be printed, and is never signed as a part of a
/// field.
///
/// Exit status: 0 done, authentic or explained, 1 refused, malformed, unsigned, not authentic, not
/// explained or not as it should be, 2 wrong usage.
#[derive(Parser)]
#[command(name = "wxp", version, max_term_width = 100)]
pub(crate) struct Options {
    /// A file with the API key, which only its owner may read; one line end after it is ignored
    #[arg(long, value_name = "FILE", global = true, help_heading = EVERYWHERE)]
    pub(crate) key_file: Option<PathBuf>,
    /// Print one line of JSON, also for a refusal
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub(crate) json: bool,
    /// The language of results; that of the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`) if absent
    #[arg(long, value_name = "LANGUAGE", global = true, value_parser = ["en", "zh"], help_heading = EVERYWHERE)]
    #[allow(
        dead_code,
        reason = "read before the arguments are parsed, because help is a text, too"
    )]
    lang: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Print the signed XML document
    Sign {
        #[command(flatten)]
        kind: Kind,
        #[command(flatten)]
        operation: Operation,
        #[command(flatten)]
        input: File,
    },
    /// Hold a request against its operation, and print what the gateway would refuse
    Check {
        #[command(flatten)]
        kind: Kind,
        /// The operation, by path or address
        #[arg(long, value_name = "PATH")]
        endpoint: String,
        #[command(flatten)]
        input: File,
    },
    /// Verify an answer or a notice, and say what it means
    Verify {
        /// How the message has to be signed: MD5 or HMAC-SHA256, as the order was
        #[arg(long = "type", value_name = "TYPE", value_parser = algorithm())]
        algorithm: Option<Algorithm>,
        /// What the message is: the answer of an operation, by its path or address, or a notice,
        /// by its name
        #[arg(long, value_name = "PATH|NOTICE")]
        endpoint: Option<String>,
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
        #[command(flatten)]
        operation: Operation,
        #[command(flatten)]
        input: File,
    },
    /// Print the string that is signed, without the key
    Canonical {
        #[command(flatten)]
        input: File,
    },
    /// Print the fields in canonical order
    Read {
        #[command(flatten)]
        input: File,
    },
    /// Open what is sealed in a refund notice, or in its `req_info` alone
    Open {
        #[command(flatten)]
        input: File,
    },
    /// Make a second signature: what a page, a mini program or an app needs to pay
    Payload {
        #[command(subcommand)]
        payload: Payload,
    },
    /// Print a bill, and check its totals
    Bill {
        #[command(flatten)]
        input: File,
    },
    /// Check the files of the merchant's certificate, or say what each is for
    Certificate {
        /// The files, such as `apiclient_cert.p12`; none to be told what there are
        files: Vec<PathBuf>,
        /// The merchant number, which is the password of the p12 unless somebody changed it
        #[arg(long, value_name = "NUMBER")]
        mch_id: Option<String>,
    },
    /// Print what is known about the operations of the API
    Endpoints {
        /// Only operations with all of these words in their row, such as `refund` or `unsigned`
        words: Vec<String>,
    },
    /// Print the business categories that merchants are registered under
    Categories {
        /// Only categories with all of these words in their row
        words: Vec<String>,
    },
    /// Print a script that completes commands and options in a shell
    Completions { shell: Shell },
}

#[derive(Args)]
pub(crate) struct File {
    /// The file to read; standard input if absent or `-`
    file: Option<PathBuf>,
}

impl File {
    pub(crate) fn path(&self) -> Option<&Path> {
        self.file.as_deref()
    }
}

#[derive(Args)]
pub(crate) struct Kind {
    /// How it is signed: MD5 or HMAC-SHA256. If absent as the gateway takes it: what the field
    /// `sign_type` says, or else what the operation takes, or else MD5
    #[arg(long = "type", value_name = "TYPE", value_parser = algorithm())]
    pub(crate) algorithm: Option<Algorithm>,
}

#[derive(Args)]
pub(crate) struct Operation {
    /// The operation, by path or address: say what it would refuse
    #[arg(long, value_name = "PATH")]
    pub(crate) endpoint: Option<String>,
}

fn algorithm() -> impl TypedValueParser<Value = Algorithm> {
    let names = [Algorithm::Md5, Algorithm::HmacSha256].map(Algorithm::name);
    PossibleValuesParser::new(names)
        .try_map(|name| Algorithm::from_name(&name).ok_or("not an algorithm of the protocol"))
}

/// The command as it is parsed, whose short help is in this language.
pub(crate) fn command(language: Language) -> Clap {
    let mut command = Options::command();
    if language == Language::English {
        return command;
    }
    command = command.about(texts::about(language));
    for (name, about) in texts::COMMANDS {
        command = command.mut_subcommand(name, |one| one.about(about(language)));
    }
    command
}
