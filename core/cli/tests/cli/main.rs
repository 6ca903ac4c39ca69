//! The command-line behaviour of the offline signature tool.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use data_encoding::HEXUPPER;
use md5::{Digest, Md5};
use wxp_core::{Canonical, Field, xml};

mod bill;
mod certificate;
mod field_cases;
mod layers;
mod open;
mod payload;
mod secrets;
mod signing;
mod speech;
mod verifying;

use secrets::key_file;

const KEY: &str = "192006250b4c09247ec02edce69f6a2d";
const ORDER: &str = "appid=wxd930ea5d5a258f4f\nmch_id=10000100\ndevice_info=1000\n\
    body=test\nnonce_str=ibuaiVcKdpRxkhJA\n";

/// Exit status, standard output and standard error of one call.
fn wxp(key: Option<&str>, arguments: &[&str], input: &str) -> (i32, String, String) {
    call(key, arguments, input.as_bytes())
}

/// The same, with any bytes as the input.
fn call(key: Option<&str>, arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut command = command(arguments);
    command.envs(key.map(|key| ("WXP_KEY", key)));
    finish(command, input)
}

/// The tool with these arguments, in an environment that says nothing of keys, languages and
/// colours.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wxp"));
    command.args(arguments);
    for name in ["WXP_KEY", "LC_ALL", "LC_MESSAGES", "LANG", "CLICOLOR_FORCE", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

fn finish(mut command: Command, input: &[u8]) -> (i32, String, String) {
    let piped = || Stdio::piped();
    let mut child = command.stdin(piped()).stdout(piped()).stderr(piped()).spawn().unwrap();
    // A call that ends before it has read everything closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn data(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data").join(path);
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn canonical_prints_the_string_without_the_key() {
    let (status, out, _) = wxp(None, &["canonical"], ORDER);
    assert_eq!(status, 0);
    let expected = "appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100\
        &nonce_str=ibuaiVcKdpRxkhJA\n";
    assert_eq!(out, expected);
}

#[test]
fn read_prints_the_fields_in_canonical_order() {
    let (status, out, _) = wxp(None, &["read", "--json"], "<xml><b>&amp;</b><a/></xml>");
    assert_eq!((status, &*out), (0, "{\"fields\":{\"a\":\"\",\"b\":\"&\"}}\n"));
}

#[test]
fn refusals_mark_the_place() {
    let (status, out, err) = wxp(None, &["read"], "<xml>\n<fee>1<!-- -->00</fee></xml>");
    assert_eq!((status, &*out), (1, ""));
    let expected = "wxp: refused: a comment, at byte 12\n  \
        Comment (51), line 2, byte 7 of the line:\n  \
        <fee>1<!-- -->00</fee></xml>\n        ^\n";
    assert_eq!(err, expected);

    // Chinese text is shown as it is, however much of it there is, and the mark stands below.
    let document =
        format!("<xml><body>{}<!-- -->{}</body></xml>", "会员".repeat(20), "充值".repeat(20));
    let (_, _, err) = wxp(None, &["read"], &document);
    let lines: Vec<_> = err.lines().collect();
    assert_eq!(
        lines[2],
        format!("  {}<!-- -->{}", "会员".repeat(6), "充值".repeat(4) + "充"),
        "{err}"
    );
    assert_eq!(lines[3], format!("  {}^", " ".repeat(24)));

    let (status, out, err) = wxp(None, &["read", "--json"], "<xml><a>");
    assert_eq!((status, &*err), (1, ""));
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&json["error"]["kind"], &json["error"]["offset"]),
        (&"Truncated".into(), &8.into())
    );

    let (status, _, err) = wxp(None, &["canonical"], "a=1\nb=2\na=3\n");
    assert_eq!(status, 1);
    assert!(err.contains("line 3"), "{err}");
}

#[test]
fn other_bodies_are_called_by_their_names() {
    for (body, name) in [
        ("<html><h1>502 Bad Gateway</h1></html>", "a web page"),
        ("<html><h1>hello</h1></html>", "query what became of the call"),
        (
            "{\"resource\":{\"ciphertext\":\"x\",\"nonce\":\"y\",\"algorithm\":\"AEAD_AES_256_GCM\"}}",
            "APIv3",
        ),
        ("交易时间,订单金额\n总交易单数,订单总金额\n`0,`0.00\n", "`wxp bill` prints bills"),
        ("\u{1f}\u{8b}", "neither XML nor"),
    ] {
        let (status, _, err) = wxp(None, &["read"], body);
        assert!(status == 1 && err.contains(name), "{err}");
    }
}

#[test]
fn every_refusal_of_lines_is_json_too() {
    for command in
        [&["read", "--json"][..], &["verify", "--endpoint", "payment", "--type", "MD5", "--json"]]
    {
        for (input, kind, offset) in [
            ("a=1\na=2\n", "DuplicateField", 4),
            ("a=1\nb\n", "NotXml", 4),
            ("<xml>", "Truncated", 5),
        ] {
            let (status, out, err) = wxp(Some(KEY), command, input);
            assert_eq!((status, &*err), (1, ""), "{input}");
            let json: serde_json::Value = serde_json::from_str(&out).unwrap();
            assert_eq!(
                (&json["error"]["kind"], &json["error"]["offset"]),
                (&kind.into(), &offset.into())
            );
        }
    }
}

#[test]
fn lines_may_begin_with_a_byte_order_mark_and_end_as_on_windows() {
    let (status, out, _) = wxp(None, &["canonical"], "\u{feff}b=2\r\n\r\na=1\r\n");
    assert_eq!((status, &*out), (0, "a=1&b=2\n"));
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in [
        &["verify", "--endpoint", "payment"][..],
        &["verify", "--type", "MD5"],
        &["sign", "--type", "SHA1"],
        &["sign", "--type", "MD5", "--endpoint", "payment"],
        &["verify", "--type", "MD5", "--endpoint", "/pay/nothing"],
        &["verfy"],
        &[],
        &["read", "/no/such/file"],
    ] {
        assert_eq!(wxp(Some(KEY), arguments, ORDER).0, 2, "{arguments:?}");
    }
    assert_eq!(wxp(None, &["--help"], "").0, 0);
}
