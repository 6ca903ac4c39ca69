//! The command: arguments, files and streams around what the tool does.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::commands::sign::Request;
use crate::commands::verify::Claim;
use crate::commands::{
    bill, categories, certificate, endpoints, explain, open, read, sign, verify,
};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{self, Input};
use crate::language;
use crate::operations::{self, Origin};
use crate::options::{self, Command, File, Options};
use crate::secret::Secret;

/// Runs the command `wxp` with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let language = language::chosen(&arguments);
    let mut console = Console::of_command(language, Secret::from_environment());
    let matches = options::command(language).try_get_matches_from(arguments);
    let options = match matches.and_then(|matches| Options::from_arg_matches(&matches)) {
        Ok(options) => options,
        Err(error) if error.use_stderr() => {
            console.complain(error.render().ansi().to_string().trim_end());
            return ExitCode::from(2);
        }
        Err(help) => help.exit(),
    };
    console.set_json(options.json);
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
        Command::Payload { payload } => payload.run(console),
        Command::Bill { input } => {
            let bytes = input::bytes(input.path(), language)?;
            bill::run(bill::unpacked(bytes, console)?, console)
        }
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
