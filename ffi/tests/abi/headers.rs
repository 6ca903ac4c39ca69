//! The header, for every compiler and standard that its users have.

use std::path::Path;
use std::process::Command;

use wxp_core::{Cause, ErrorKind, Explanation, abi};

use crate::tools::{FOLDER, STRICT, header, library, project, run};

const C: [&str; 4] = ["c90", "c99", "c11", "c2x"];
const CPP: [&str; 2] = ["c++98", "c++17"];

/// Compiles a file and discards what comes of it.
fn compile(compiler: &str, language: &str, standard: &str, flags: &[&str], file: &Path) {
    let mut command = Command::new(compiler);
    command.args(["-x", language, &format!("-std={standard}"), "-fsyntax-only"]).args(STRICT);
    run(command.args(flags).arg("-I").arg(project("include")).arg(file));
}

/// Alone, and in a program that uses it twice and asserts the layout of all structs.
fn both(compiler: &str, language: &str, standard: &str, flags: &[&str]) {
    compile(compiler, language, standard, flags, &project("include/wxp.h"));
    compile(compiler, language, standard, flags, &project("ffi/tests/c/header.c"));
}

#[test]
fn gcc_takes_it_in_every_standard() {
    C.iter().for_each(|standard| both("gcc", "c", standard, &[]));
    CPP.iter().for_each(|standard| both("g++", "c++", standard, &[]));
}

#[test]
fn clang_takes_it_in_every_standard() {
    C.iter().for_each(|standard| both("clang", "c", standard, &[]));
    CPP.iter().for_each(|standard| both("clang++", "c++", standard, &[]));
}

#[test]
fn it_fits_32_bit_machines() {
    both("gcc", "c", "c99", &["-m32"]);
}

#[test]
fn macros_and_functions_agree_and_every_number_has_a_text() {
    let program = Path::new(FOLDER).join("header");
    let mut command = Command::new("gcc");
    command.arg("-I").arg(project("include")).arg("-o").arg(&program);
    run(command.arg(project("ffi/tests/c/header.c")).arg(library("libwxp.a")));
    let texts = run(&mut Command::new(program));
    let causes: Vec<_> = texts.lines().filter_map(|line| line.strip_prefix("cause ")).collect();
    assert_eq!(causes.len(), 101);
    for line in causes {
        let (code, text) = line.split_once(' ').unwrap();
        match abi::cause_text(code.parse().unwrap()) {
            Some(expected) => assert_eq!(text, expected.to_str().unwrap()),
            None if code == "0" => assert_eq!(text, Explanation::Right.text()),
            None if code == "1" => assert_eq!(text, Explanation::Unknown.text()),
            None => assert_eq!(text, "not a cause", "{line}"),
        }
    }
    let texts: Vec<_> = texts.lines().filter(|line| !line.starts_with("cause ")).collect();
    assert_eq!(texts.len(), 106);
    for line in texts {
        let (code, text) = line.split_once(' ').unwrap();
        match abi::error_text(code.parse().unwrap()) {
            Some(expected) => assert_eq!(text, expected.to_str().unwrap()),
            None if statuses().iter().any(|(_, number)| number == code) => {
                assert!(!text.is_empty() && text != "not a status", "{line}");
            }
            None => assert_eq!(text, "not a status", "{line}"),
        }
    }
}

/// The macros of numbers: names behind `WXP_`, and numbers.
fn macros() -> Vec<(String, String)> {
    let defines = header();
    let defines = defines.lines().filter_map(|line| line.strip_prefix("#define WXP_"));
    let pairs = defines.filter_map(|define| define.split_once(' '));
    pairs.map(|(name, number)| (name.to_owned(), number.to_owned())).collect()
}

/// The macros of statuses.
fn statuses() -> Vec<(String, String)> {
    macros().into_iter().filter(|(name, _)| name == "OK" || name.starts_with("E_")).collect()
}

#[test]
fn causes_are_the_numbers_of_the_core() {
    let mut expected = vec![("CAUSE_NONE".to_owned(), 0), ("CAUSE_UNKNOWN".to_owned(), 1)];
    let cause = |cause: &Cause| (format!("CAUSE{}", upper(cause.name())), cause.code());
    expected.extend(Cause::ALL.iter().map(cause));
    let causes = macros().into_iter().filter(|(name, _)| name.starts_with("CAUSE_"));
    let causes: Vec<_> = causes.map(|(name, code)| (name, code.parse().unwrap())).collect();
    assert_eq!(causes, expected);
}

#[test]
fn statuses_are_the_numbers_of_the_core() {
    let kind = |kind: &ErrorKind| (format!("E{}", upper(kind.name())), kind.code().to_string());
    let expected: Vec<(String, String)> = ErrorKind::ALL.iter().map(kind).collect();
    // Comparing is no error of the core, which says what differs.
    let is_shared = |(name, code): &(String, String)| code.len() > 1 && name != "E_DIFFERS";
    let shared: Vec<(String, String)> = statuses().into_iter().filter(is_shared).collect();
    assert_eq!(shared, expected);
    assert_eq!(statuses().len(), expected.len() + 11);
}

/// `SecretLength` as `_SECRET_LENGTH`.
fn upper(name: &str) -> String {
    let mark = |c: char| if c.is_ascii_uppercase() { format!("_{c}") } else { c.to_string() };
    name.chars().map(mark).collect::<String>().to_ascii_uppercase()
}

#[test]
fn foreign_function_interfaces_find_bare_declarations() {
    let mut command = Command::new("cpp");
    command.args(["-P", "-nostdinc", "-std=c99", "-DWXP_CDEF", "-DWXP_API="]);
    let bare = run(command.arg(project("include/wxp.h")));
    assert!(!bare.contains('#') && !bare.contains("__attribute__"), "{bare}");
    assert!(!bare.contains("WXP_"), "{bare}");
    assert_eq!(bare.matches("wxp_status wxp_sign(").count(), 1);
}
