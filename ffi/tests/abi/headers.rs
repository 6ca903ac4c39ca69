//! The headers, for every compiler and standard that its users have.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use wxp_core::{Cause, ErrorKind, Explanation, Language, abi};
use wxp_generate::enums::ENUMS;
use wxp_generate::model::Constant;

use crate::tools::{FOLDER, STRICT, library, project, run};

const C: [&str; 4] = ["c90", "c99", "c11", "c2x"];
const HEADERS: [&str; 3] = ["wxp.h", "wxp_protocol.h", "wxp_packed.h"];
const CPP: [&str; 2] = ["c++98", "c++17"];

/// Compiles a file and discards what comes of it.
fn compile(compiler: &str, language: &str, standard: &str, flags: &[&str], file: &Path) {
    let mut command = Command::new(compiler);
    command.args(["-x", language, &format!("-std={standard}"), "-fsyntax-only"]).args(STRICT);
    run(command.args(flags).arg("-I").arg(project("include")).arg(file));
}

/// Each alone, and in a program that uses them twice and asserts the layout of all structs.
fn all(compiler: &str, language: &str, standard: &str, flags: &[&str]) {
    for header in HEADERS {
        compile(compiler, language, standard, flags, &project("include").join(header));
    }
    compile(compiler, language, standard, flags, &project("ffi/tests/c/header.c"));
}

#[test]
fn gcc_takes_them_in_every_standard() {
    C.iter().for_each(|standard| all("gcc", "c", standard, &[]));
    CPP.iter().for_each(|standard| all("g++", "c++", standard, &[]));
}

#[test]
fn clang_takes_them_in_every_standard() {
    C.iter().for_each(|standard| all("clang", "c", standard, &[]));
    CPP.iter().for_each(|standard| all("clang++", "c++", standard, &[]));
}

#[test]
fn they_fit_32_bit_machines() {
    all("gcc", "c", "c99", &["-m32"]);
}

#[test]
fn every_number_has_a_text() {
    let program = Path::new(FOLDER).join("header");
    let mut command = Command::new("gcc");
    command.arg("-I").arg(project("include")).arg("-o").arg(&program);
    run(command.arg(project("ffi/tests/c/header.c")).arg(library("libwxp.a")));
    let texts = run(&mut Command::new(program));
    for (language, tag) in Language::ALL.into_iter().zip(0..) {
        let of = |kind: &str| -> Vec<_> {
            let start = format!("{kind} {tag} ");
            texts.lines().filter_map(|line| line.strip_prefix(&*start)).collect()
        };
        causes_have_texts(&of("cause"), language);
        statuses_have_texts(&of("status"), language);
    }
}

fn causes_have_texts(lines: &[&str], language: Language) {
    assert_eq!(lines.len(), 101);
    let none = if language == Language::English { "not a cause" } else { "不是原因编号" };
    for line in lines {
        let (code, text) = line.split_once(' ').unwrap();
        match abi::cause_text(code.parse().unwrap(), language) {
            Some(expected) => assert_eq!(text, expected.to_str().unwrap()),
            None if code == "0" => assert_eq!(text, Explanation::Right.text(language)),
            None if code == "1" => assert_eq!(text, Explanation::Unknown.text(language)),
            None => assert_eq!(text, none, "{line}"),
        }
    }
}

fn statuses_have_texts(lines: &[&str], language: Language) {
    let statuses = members("Status");
    assert_eq!(lines.len(), 106);
    let none = if language == Language::English { "not a status" } else { "不是状态码" };
    let mut own = HashSet::new();
    for line in lines {
        let (code, text) = line.split_once(' ').unwrap();
        match abi::error_text(code.parse().unwrap(), language) {
            Some(expected) => assert_eq!(text, expected.to_str().unwrap()),
            None if statuses.iter().any(|(_, number)| number.to_string() == code) => {
                assert_eq!(text.is_ascii(), language == Language::English, "{line}");
                assert!(!text.is_empty() && text != none && own.insert(text), "{line}");
            }
            None => assert_eq!(text, none, "{line}"),
        }
    }
    assert_eq!(own.len(), 11);
}

/// The members of an enum of the ABI, and their numbers.
fn members(name: &str) -> Vec<(String, i32)> {
    let abi = wxp_generate::abi().unwrap();
    let row = ENUMS.iter().find(|row| row.name == name).unwrap();
    let pair = |(name, constant): (&str, &Constant)| {
        (name.to_owned(), i32::try_from(constant.value).unwrap())
    };
    row.members(&abi).map(pair).collect()
}

#[test]
fn causes_are_the_numbers_of_the_core() {
    let mut expected = vec![("NONE".to_owned(), 0), ("UNKNOWN".to_owned(), 1)];
    expected.extend(Cause::ALL.iter().map(|cause| (upper(cause.name()), cause.code())));
    assert_eq!(members("Cause"), expected);
}

#[test]
fn statuses_are_the_numbers_of_the_core() {
    let kind = |kind: &ErrorKind| (upper(kind.name()), kind.code());
    let expected: Vec<(String, i32)> = ErrorKind::ALL.iter().map(kind).collect();
    // Comparing is no error of the core, which says what differs.
    let is_shared = |(name, code): &(String, i32)| *code >= 10 && name != "DIFFERS";
    let shared: Vec<(String, i32)> = members("Status").into_iter().filter(is_shared).collect();
    assert_eq!(shared, expected);
    assert_eq!(members("Status").len(), expected.len() + 11);
}

/// `SecretLength` as `SECRET_LENGTH`.
fn upper(name: &str) -> String {
    let mark = |c: char| if c.is_ascii_uppercase() { format!("_{c}") } else { c.to_string() };
    name.chars().map(mark).collect::<String>().trim_start_matches('_').to_ascii_uppercase()
}

#[test]
fn foreign_function_interfaces_find_bare_declarations() {
    let mut command = Command::new("cpp");
    command.args(["-P", "-nostdinc", "-std=c99", "-DWXP_CDEF", "-DWXP_API="]);
    command.arg("-I").arg(project("include"));
    let bare = run(command.arg(project("include/wxp_packed.h")));
    assert!(!bare.contains('#') && !bare.contains("__attribute__"), "{bare}");
    assert!(!bare.contains("WXP_API") && !bare.contains("WXP_MUST_USE"), "{bare}");
    assert_eq!(bare.matches("wxp_status wxp_sign(").count(), 1);
    for constant in
        wxp_generate::abi().unwrap().headers[0].sections.iter().flat_map(|s| &s.constants)
    {
        assert!(bare.contains(&format!("{} = {}", constant.name, constant.value)), "{bare}");
    }
}

#[test]
fn what_is_generated_is_current() {
    for file in wxp_generate::generate(&wxp_generate::abi().unwrap()).unwrap() {
        let text = fs::read_to_string(&file.path).unwrap_or_default();
        assert!(text == file.text, "{} is not current: make generate", file.path.display());
    }
}

#[test]
fn the_first_header_fits_a_sitting() {
    let header = fs::read_to_string(project("include/wxp.h")).unwrap();
    assert!(header.lines().count() <= 500);
    assert!(header.lines().position(|line| line.starts_with("WXP_API")).unwrap() < 100);
    for header in HEADERS {
        let header = fs::read_to_string(project("include").join(header)).unwrap();
        assert!(header.lines().all(|line| line.len() <= 100));
    }
}
