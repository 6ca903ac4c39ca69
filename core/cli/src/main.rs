//! `wxp`: signs and checks WeChat Pay V2 messages offline, so that no secret is ever pasted into a
//! web page. `wxp --help` tells the rest.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod commands;
mod console;
mod failure;
mod findings;
mod input;
mod language;
mod operations;
mod options;
mod report;
mod secret;
mod style;
mod texts;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::commands::sign::Request;
use crate::commands::verify::Claim;
use crate::commands::{
    bill, categories, certificate, endpoints, explain, open, payload, read, sign, verify,
};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::operations::Origin;
use crate::options::{Command, File, Options};
use crate::secret::Secret;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let language = language::chosen(&arguments);
    let mut console = Console::new(language, false, Secret::from_environment());
    let matches = options::command(language).try_get_matches_from(arguments);
    let options = match matches.and_then(|matches| Options::from_arg_matches(&matches)) {
        Ok(options) => options,
        Err(error) if error.use_stderr() => {
            console.complain(error.render().ansi().to_string().trim_end());
            return ExitCode::from(2);
        }
        Err(help) => help.exit(),
    };
    console.json = options.json;
    let secret = options.key_file.as_deref().map(|path| Secret::from_file(path, language));
    let done = secret.transpose().and_then(|secret| {
        console.secret = secret.or(console.secret.take());
        run(&options.command, &console)
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => console.fail(failure),
    }
}

fn run(command: &Command, console: &Console) -> Result<(), Failure> {
    let language = console.language;
    let load = |input: &File| Input::load(input.path(), console);
    let request = |kind: &options::Kind, endpoint: Option<&str>| {
        let endpoint = endpoint.map(|text| operations::endpoint(text, language)).transpose()?;
        Ok::<_, Failure>(Request { algorithm: kind.algorithm, endpoint })
    };
    match command {
        Command::Sign { kind, operation, input } => {
            sign::sign(request(kind, operation.endpoint.as_deref())?, &load(input)?, console)
        }
        Command::Check { kind, endpoint, input } => {
            sign::check(request(kind, Some(endpoint))?, &load(input)?, console)
        }
        Command::Verify { algorithm, endpoint, show, input } => {
            let origin = endpoint.as_deref().map(|text| Origin::find(text, language));
            let claim = Claim { algorithm: *algorithm, origin: origin.transpose()?, show: *show };
            verify::run(claim, &load(input)?, console)
        }
        Command::Explain { kind, operation, input } => {
            explain::run(request(kind, operation.endpoint.as_deref())?, &load(input)?, console)
        }
        Command::Canonical { input } => read::canonical(&load(input)?, console),
        Command::Read { input } => read::read(&load(input)?, console),
        Command::Open { input } => open::run(&load(input)?, console),
        Command::Payload { payload } => payload::run(payload, console),
        Command::Bill { input } => bill::run(input.path(), console),
        Command::Certificate { files, mch_id } => {
            certificate::run(files, mch_id.as_deref(), console)
        }
        Command::Endpoints { words } => endpoints::run(words, console),
        Command::Categories { words } => categories::run(words, console),
        Command::Completions { shell } => {
            let mut command = options::command(language);
            // By way of a buffer, because a closed pipe is no reason to panic.
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut command, "wxp", &mut script);
            console.data(String::from_utf8_lossy(&script).trim_end())
        }
    }
}
