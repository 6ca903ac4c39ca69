//! In which language, form and colours the tool speaks.

use super::*;

/// A call with these variables in the environment.
fn with(variables: &[(&str, &str)], arguments: &[&str]) -> (i32, String, String) {
    let mut command = command(arguments);
    command.envs(variables.iter().copied());
    finish(command, b"a=1\na=2\n")
}

#[test]
fn the_language_is_what_was_asked_for_or_else_that_of_the_environment() {
    for (variables, arguments, is_chinese) in [
        (&[][..], &["read"][..], false),
        (&[("LANG", "zh_CN.UTF-8")], &["read"], true),
        (&[("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "C")], &["read"], false),
        (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_TW"), ("LC_MESSAGES", "C")], &["read"], true),
        (&[("LANG", "de_DE.UTF-8")], &["read"], false),
        (&[("LC_ALL", ""), ("LANG", "zh")], &["read"], true),
        (&[("LANG", "zh_CN.UTF-8")], &["read", "--lang", "en"], false),
        (&[], &["--lang=zh", "read"], true),
        (&[], &["read", "--lang", "zh", "--json"], true),
    ] {
        let (status, out, err) = with(variables, arguments);
        assert_eq!(status, 1);
        let shown = out + &err;
        let has_chinese = shown.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert_eq!(has_chinese, is_chinese, "{variables:?} {arguments:?}: {shown}");
    }
    assert_eq!(with(&[], &["read", "--lang", "fr"]).0, 2);
    let (_, out, _) = with(&[("LANG", "zh_CN.UTF-8")], &["-h"]);
    assert!(out.contains("查找签名错误的原因"), "{out}");
}

#[test]
fn colours_are_only_where_they_are_wanted() {
    let is_coloured = |variables: &[(&str, &str)], arguments: &[&str]| {
        let (_, out, err) = with(variables, arguments);
        (out + &err).contains('\u{1b}')
    };
    assert!(!is_coloured(&[], &["read"]));
    assert!(is_coloured(&[("CLICOLOR_FORCE", "1")], &["read"]));
    assert!(!is_coloured(&[("NO_COLOR", "1")], &["read"]));
    // Never in what programs read.
    assert!(!is_coloured(&[("CLICOLOR_FORCE", "1")], &["read", "--json"]));
    let (_, document, _) = {
        let mut command = command(&["sign", "--type", "MD5"]);
        command.envs([("CLICOLOR_FORCE", "1"), ("WXP_KEY", KEY)]);
        finish(command, ORDER.as_bytes())
    };
    assert!(document.starts_with("<xml>") && !document.contains('\u{1b}'), "{document}");
}

#[test]
fn what_a_terminal_would_obey_is_escaped() {
    for value in ["\u{9b}31m", "\u{202e}abc", "\u{1b}]0;title\u{7}"] {
        let (_, out, err) = wxp(None, &["read"], &format!("a={value}\n"));
        let shown = out + &err;
        assert!(!shown.contains(value), "{shown:?}");
        assert!(!shown.contains(['\u{9b}', '\u{202e}', '\u{1b}']), "{shown:?}");
    }
}

#[test]
fn every_command_has_a_form_for_programs() {
    let notice = data("workloads/W3.MD5.xml");
    let sealed = data("field_cases/20-refund-notice.xml");
    let bill = data("samples/bill_all.csv");
    for (arguments, input, members) in [
        (&["sign"][..], ORDER, &["document", "algorithm", "sign", "findings"][..]),
        (&["check", "--endpoint", "/pay/micropay"], ORDER, &["algorithm", "findings"]),
        (
            &["verify", "--type", "MD5", "--endpoint", "payment"],
            &notice,
            &["verdict", "text", "outcome", "ambiguous", "fields"],
        ),
        (
            &["verify", "--type", "MD5", "--endpoint", "/pay/micropay"],
            ORDER,
            &["verdict", "text", "advice", "error", "signature"],
        ),
        (&["explain"], &notice, &["text", "right", "signed"]),
        (&["explain", "--endpoint", "/pay/micropay"], &notice, &["findings"]),
        (&["canonical"], ORDER, &["canonical", "signed_fields"]),
        (&["read"], ORDER, &["fields"]),
        (&["open"], &sealed, &["unconfirmed", "confirm_with"]),
        (&["bill"], &bill, &["columns", "rows", "totals", "checks"]),
        (&["certificate"], "", &["files", "runtimes"]),
        (&["payload", "jsapi", "--appid", "a", "--prepay-id", "b"], "", &["kind", "text"]),
        (&["verify", "--type", "MD5"], ORDER, &["error"]),
        (&["read"], "<xml>", &["error"]),
        (&["sign", "--endpoint", "/pay/facepay"], ORDER, &["findings", "error"]),
        (&["read", "/no/such/file"], "", &["error"]),
    ] {
        let all = [arguments, &["--json"]].concat();
        let (status, out, err) = wxp(Some(KEY), &all, input);
        assert_eq!((err.is_empty() && status < 3, out.lines().count()), (true, 1), "{all:?} {err}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        let has_all = members.iter().all(|member| !report[member].is_null());
        assert!(has_all, "{all:?}: {out}");
    }
    for command in ["endpoints", "categories"] {
        let (status, out, _) = wxp(None, &[command, "--json"], "");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert!(status == 0 && report.as_array().unwrap().len() > 10, "{out}");
    }
}

#[test]
fn shells_get_their_completions() {
    for (shell, text) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef wxp"),
        ("fish", "complete -c wxp"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let (status, out, _) = wxp(None, &["completions", shell], "");
        assert!(status == 0 && out.contains(text) && out.contains("explain"), "{out}");
    }
    assert_eq!(wxp(None, &["completions", "dos"], "").0, 2);
}

#[test]
fn categories_are_listed_and_filtered() {
    let (status, out, _) = wxp(None, &["categories", "food"], "");
    assert_eq!((status, &*out), (0, "485  Food\n"));
    // In the words of the other language too.
    let (status, out, _) = wxp(None, &["categories", "食品"], "");
    assert_eq!((status, &*out), (0, "485  Food\n"));
    let (status, out, _) = wxp(None, &["categories", "--lang", "zh", "food"], "");
    assert_eq!((status, &*out), (0, "485  食品\n"));
    assert_eq!(wxp(None, &["categories", "nothing"], "").0, 1);
}
