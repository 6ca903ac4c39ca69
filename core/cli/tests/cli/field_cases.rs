//! Messages that people really had in hand, and what they have to be told; see the README of
//! `core/tests/data/field_cases`.

use super::*;

/// A row of `field_cases.tsv`.
struct Case {
    file: String,
    arguments: Vec<String>,
    status: i32,
    texts: Vec<String>,
    waits: bool,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data/field_cases")
}

fn cases() -> Vec<Case> {
    let index = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/field_cases.tsv");
    let index = std::fs::read_to_string(index).unwrap();
    let case = |line: &str| {
        let [file, arguments, status, texts, waits] =
            line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        Case {
            file: file.to_owned(),
            arguments: arguments.split(' ').map(str::to_owned).collect(),
            status: status.parse().unwrap(),
            texts: texts.split(" | ").map(str::to_owned).collect(),
            waits: !waits.is_empty(),
        }
    };
    index.lines().skip(1).map(case).collect()
}

/// Every input there is, by its path.
fn inputs() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path().to_str().unwrap().to_owned());
    let is_input = |path: &String| !path.ends_with(".md");
    paths.filter(is_input).collect()
}

/// What is wrong with the answer to a case.
fn faults(case: &Case, key: &str) -> Vec<String> {
    let path = folder().join(&case.file);
    let mut arguments: Vec<&str> = case.arguments.iter().map(String::as_str).collect();
    arguments.extend(["--key-file", key, path.to_str().unwrap()]);
    let (status, out, err) = wxp(None, &arguments, "");
    let shown = out + &err;
    let mut faults = Vec::new();
    if status != case.status {
        faults.push(format!("status {status}"));
    }
    for text in &case.texts {
        match text.strip_prefix('!') {
            Some(text) if shown.contains(text) => faults.push(format!("has {text:?}")),
            None if !shown.contains(text) => faults.push(format!("lacks {text:?}")),
            _ => {}
        }
    }
    if !faults.is_empty() {
        faults.push(format!("wxp {} {}:\n{shown}", case.arguments.join(" "), case.file));
    }
    faults
}

#[test]
fn every_holder_is_told_what_to_know() {
    let key = key_file(&PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("key-cases"), KEY, 0o600);
    let cases = cases();
    let mut wrong = Vec::new();
    for case in &cases {
        match (faults(case, &key), case.waits) {
            (faults, false) => wrong.extend(faults),
            (faults, true) if faults.is_empty() => {
                wrong.push(format!("waits no longer: {} {:?}", case.file, case.arguments));
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Each input has a row.
    let inputs = inputs();
    assert_eq!(inputs.len(), 40);
    let has_row = |path: &&String| cases.iter().any(|case| path.ends_with(&*case.file));
    assert_eq!(inputs.iter().filter(has_row).count(), inputs.len());
}

/// Every command that reads a message, with options that let it go far.
const COMMANDS: [&str; 15] = [
    "canonical",
    "read",
    "sign",
    "sign --type HMAC-SHA256 --endpoint /pay/unifiedorder",
    "check --endpoint /pay/unifiedorder",
    "verify",
    "verify --type MD5",
    "verify --type MD5 --endpoint payment --show",
    "verify --endpoint refund",
    "explain --endpoint /pay/unifiedorder",
    "open",
    "payload contract --page h5",
    "payload check",
    "bill",
    "certificate --mch-id 1900000001",
];

#[test]
fn the_secret_is_in_no_output_of_any_command() {
    let key = key_file(&PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("key-loop"), KEY, 0o600);
    let mut calls = 0;
    for input in inputs().iter().chain([&key]) {
        for command in COMMANDS {
            for format in ["--lang en", "--lang zh", "--json"] {
                let mut arguments: Vec<&str> = command.split(' ').collect();
                arguments.extend(format.split(' '));
                arguments.extend(["--key-file", &key, input]);
                let (status, out, err) = wxp(None, &arguments, "");
                assert!((0..=2).contains(&status), "{arguments:?}: {status}");
                assert!(!out.contains(KEY) && !err.contains(KEY), "{arguments:?}: {out}{err}");
                // Nor a part that is long enough to tell.
                let part = KEY.split_at(16).0;
                assert!(!out.contains(part) && !err.contains(part), "{arguments:?}: {out}{err}");
                calls += 1;
            }
        }
    }
    assert_eq!(calls, 41 * COMMANDS.len() * 3);
}
