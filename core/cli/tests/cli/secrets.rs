//! The API key is in nothing that the tool prints, and is read only from a file that only its owner
//! can read.

use std::path::Path;

use super::*;

/// A file with this content and these rights, where files have them.
pub(crate) fn key_file(path: &Path, content: &str, mode: u32) -> String {
    std::fs::write(path, content).unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[cfg(unix)]
#[test]
fn a_key_file_that_others_can_read_is_refused() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("key-shared");
    for (mode, status) in
        [(0o644, 2), (0o640, 2), (0o604, 2), (0o620, 2), (0o602, 2), (0o600, 0), (0o400, 0)]
    {
        let _ = std::fs::remove_file(&path);
        let file = key_file(&path, KEY, mode);
        let arguments = ["--key-file", &file, "sign", "--type", "MD5"];
        let (found, _, err) = wxp(None, &arguments, ORDER);
        assert_eq!(found, status, "{mode:o}: {err}");
        assert_eq!(err.contains("chmod 600"), status == 2, "{err}");
    }
}

/// What the key is hidden by, and nothing of the key itself.
fn assert_hidden(what: &str, shown: &str) {
    assert!(shown.contains("***") && !shown.contains(KEY.split_at(8).0), "{what}: {shown}");
}

/// Inputs that hold the key: by itself, in a string that was signed, percent-encoded, in JSON.
fn leaks() -> Vec<String> {
    let digits: String = KEY.bytes().map(|byte| format!("%{byte:02x}")).collect();
    [
        format!("attach={KEY}\n"),
        format!("key={KEY}\n"),
        format!("attach=appid=wx1&body=test&key={KEY}\n"),
        format!("attach=appid%3Dwx1%26key%3D{KEY}%26a\n"),
        format!("attach={digits}\n"),
        format!("attach={{\"key\":\"{KEY}\"}}\n"),
        format!("<xml><attach>a=1&amp;key={KEY}</attach></xml>"),
        format!("<xml><key><![CDATA[{KEY}]]></key></xml>"),
    ]
    .into()
}

#[test]
fn the_key_shows_in_no_output() {
    for input in leaks() {
        for command in [
            &["canonical"][..],
            &["read"],
            &["read", "--json"],
            &["explain", "--type", "MD5"],
            &["explain", "--type", "MD5", "--json"],
        ] {
            let (_, out, err) = wxp(Some(KEY), command, &input);
            assert_hidden(&format!("{command:?} {input}"), &(out + &err));
            assert!(!err.contains(KEY), "{err}");
        }
    }
    // What is believed, and the gateway's reasons, are shown as well; and the key comes from a
    // file.
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("key-hidden");
    let file = key_file(&path, &format!("{KEY}\n"), 0o600);
    let refusal = format!("return_code=FAIL\nreturn_msg=a=1&key={KEY}\n");
    for input in [notice_with_key(), refusal] {
        for format in [&["--json"][..], &[]] {
            let arguments = [
                &["verify", "--endpoint", "payment", "--type", "MD5", "--key-file", &file],
                format,
            ]
            .concat();
            let (_, out, err) = wxp(None, &arguments, &input);
            assert_hidden(&input, &out);
            assert!(!err.contains(KEY), "{err}");
        }
    }
}

/// An authentic payment notice whose `attach` is the key; signed by hand, as the library refuses
/// to.
fn notice_with_key() -> String {
    let notice = data("workloads/W3.MD5.xml");
    let mut slots = [Field::EMPTY; 64];
    let fields = xml::read_into(notice.as_bytes(), &mut slots).unwrap();
    let canonical = Canonical::of(fields).unwrap().to_string();
    let mut lines: Vec<_> = canonical.split('&').map(str::to_owned).collect();
    let attach = lines.iter_mut().find(|line| line.starts_with("attach=")).unwrap();
    *attach = format!("attach={KEY}");
    let sign = Md5::digest(format!("{}&key={KEY}", lines.join("&")));
    format!("{}\nsign={}\n", lines.join("\n"), HEXUPPER.encode(&sign))
}

#[test]
fn a_pasted_signed_string_is_shown_without_its_key() {
    for (input, shown) in [
        (format!("attach=a%3D1%26key%3D{KEY}\n"), "attach=a%3D1%26key%3D***\n"),
        (format!("key={KEY}\n"), "key=***\n"),
        // Other names, and what has another length.
        (format!("monkey={KEY}\n"), &*format!("monkey={KEY}\n")),
        (format!("key={KEY}0\n"), &*format!("key={KEY}0\n")),
    ] {
        assert_eq!(wxp(None, &["canonical"], &input), (0, shown.to_owned(), String::new()));
    }
    // What is taken apart has no key any more, and the tool says so.
    for (input, shown) in [
        (format!("attach=a=1&key={KEY}\n"), "attach=a=1\n"),
        (format!("b=2&a=1&key={KEY}"), "a=1&b=2\n"),
    ] {
        let (status, out, err) = wxp(None, &["canonical"], &input);
        assert_eq!((status, &*out), (0, shown));
        assert!(err.contains("key=***") && err.contains("a guess"), "{err}");
    }
    let (_, out, _) = wxp(None, &["read"], &format!("key={KEY}\n"));
    assert_eq!(out, "  key  ***\n");
}

#[test]
fn sign_refuses_fields_that_hold_the_key() {
    for input in leaks().iter().filter(|input| input.contains(KEY)) {
        for algorithm in ["MD5", "HMAC-SHA256"] {
            let (status, out, err) = wxp(Some(KEY), &["sign", "--type", algorithm], input);
            assert_eq!((status, &*out), (1, ""), "{input}");
            assert!(err.contains("a value that holds the API key") && err.contains("(28)"));
            assert!(!err.contains(KEY), "{err}");
        }
    }
    let (_, _, err) = wxp(Some(KEY), &["sign", "--type", "MD5"], &format!("a=1\nb=k={KEY}&c\n"));
    let expected = format!("line 2, byte 5 of the line:\n  b=k={}&c\n      ^\n", "*".repeat(32));
    assert!(err.ends_with(&expected), "{err}");
}

#[test]
fn errors_show_the_key_neither_in_part_nor_from_the_arguments() {
    // The place is within the key, or cuts it.
    for input in [
        format!("{}{KEY}{KEY}=1\n", "a".repeat(20)),
        format!("<xml><a>{KEY}{}<!---->", "b".repeat(20)),
        KEY.to_owned(),
    ] {
        let (status, _, err) = wxp(Some(KEY), &["read"], &input);
        assert_eq!(status, 1);
        assert_hidden(&input, &err);
    }
    for arguments in [&["sign", "--type", KEY][..], &[KEY], &["read", KEY]] {
        let (status, out, err) = wxp(Some(KEY), arguments, "");
        assert_eq!((status, &*out), (2, ""));
        assert_hidden(&format!("{arguments:?}"), &err);
    }
}
