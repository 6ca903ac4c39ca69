//! The merchant's certificate: what its files are for, and whether those at hand belong together.

mod files;
mod judge;
mod x509;

use std::path::PathBuf;

use serde_json::{Value as Json, json};
use wxp_core::{CertificateFile, Runtime};

use self::files::File;
use self::judge::Findings;
use crate::console::Console;
use crate::failure::Failure;
use crate::language::Language;
use crate::{style, texts};

/// What programs are built on, with the names that readers know.
const RUNTIMES: [(Runtime, &str); 7] = [
    (Runtime::Curl, "cURL"),
    (Runtime::DotNet, ".NET"),
    (Runtime::Go, "Go"),
    (Runtime::Java, "Java"),
    (Runtime::Node, "Node.js"),
    (Runtime::Php, "PHP"),
    (Runtime::Python, "Python"),
];

/// Looks at these files, or says what there are.
pub(crate) fn run(
    paths: &[PathBuf],
    mch_id: Option<&str>,
    console: &Console,
) -> Result<(), Failure> {
    if paths.is_empty() {
        return describe(console);
    }
    let read = |path: &PathBuf| File::read(path, console.language);
    let files = paths.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let findings = Findings::of(&files, mch_id, console.language);
    if console.json() {
        console.report(findings.to_json())?;
    } else {
        console.show(findings.text(console.language))?;
    }
    if findings.objections.is_empty() { Ok(()) } else { Err(Failure::Reported) }
}

/// What each file is for, and who needs which.
fn describe(console: &Console) -> Result<(), Failure> {
    let language = console.language;
    if console.json() {
        let file = |file: &CertificateFile| {
            json!({
                "file": file.name(),
                "holds_private_key": file.holds_private_key(),
                "password_is_mch_id": file.password_is_mch_id(),
                "text": purpose(*file, language),
            })
        };
        let runtime = |(runtime, name): &(Runtime, &str)| json!({ "runtime": name, "files": runtime.files().iter().map(|f| f.name()).collect::<Json>() });
        return console.report(json!({
            "files": CertificateFile::ALL.iter().map(file).collect::<Json>(),
            "runtimes": RUNTIMES.iter().map(runtime).collect::<Json>(),
        }));
    }
    let rows = CertificateFile::ALL.map(|file| [file.name().to_owned(), purpose(file, language)]);
    let runtimes = RUNTIMES.map(|(runtime, name)| {
        let files: Vec<_> = runtime.files().iter().map(|file| file.name()).collect();
        [name.to_owned(), files.join(", ")]
    });
    console.show(format!(
        "{}\n\n{}\n{}\n\n{}",
        style::table(&rows),
        style::faint(texts::who_needs_which(language)),
        style::table(&runtimes),
        texts::keep_files(language),
    ))
}

fn purpose(file: CertificateFile, language: Language) -> String {
    let mut text = file.content(language).to_owned();
    if file.password_is_mch_id() {
        text += &texts::password_is_mch_id(language);
    }
    if file.holds_private_key() {
        text += &texts::never_leaves(language);
    }
    if file == CertificateFile::RootCa {
        text += &texts::seldom_needed(language);
    }
    text
}
