//! The files of the certificate, made by `openssl` as WeChat Pay delivers them.

use std::fs;
use std::path::Path;

use super::*;

const MCH_ID: &str = "1900000109";

/// A folder with the files of two merchants: `apiclient_cert.p12` in the old ciphers, `new.p12` in
/// today's, `apiclient_cert.pem`, `apiclient_key.pem`, `old.pem`, `soon.pem`, `other.pem` and more.
/// `None` where there is no openssl.
fn files() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("certificate");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let openssl = |arguments: &str| {
        let arguments = arguments.split(' ').map(|word| word.replace('+', " "));
        let output = Command::new("openssl").args(arguments).current_dir(&folder).output();
        output.ok().map(|output| {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{said}");
        })
    };
    let subject = format!("/C=CN/O=微信商户系统/OU=测试公司/CN={MCH_ID}");
    let new = "req -x509 -utf8 -newkey rsa:2048 -nodes -days 400";
    openssl(&format!("{new} -subj {subject} -keyout apiclient_key.pem -out apiclient_cert.pem"))?;
    openssl(&format!("{new} -subj /CN=nobody -keyout other_key.pem -out other.pem"))?;
    let again = "x509 -in apiclient_cert.pem -signkey apiclient_key.pem -days";
    openssl(&format!("{again} -1 -out old.pem"))?;
    openssl(&format!("{again} 20 -out soon.pem"))?;
    let export = format!(
        "pkcs12 -export -in apiclient_cert.pem -inkey apiclient_key.pem -passout pass:{MCH_ID}"
    );
    let old = "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-RC2-40 -macalg sha1";
    // Before version 3 the old ciphers need no leave.
    let leave = Command::new("openssl").args(["pkcs12", "-help"]).output().unwrap();
    let leave = String::from_utf8_lossy(&leave.stderr).contains("-legacy");
    let leave = if leave { " -legacy" } else { "" };
    openssl(&format!("{export}{leave} {old} -out apiclient_cert.p12"))?;
    openssl(&format!("{export} -out new.p12"))?;
    openssl("rsa -in apiclient_key.pem -aes128 -passout pass:123456 -out locked.pem")?;
    for file in fs::read_dir(&folder).unwrap() {
        restrict(&file.unwrap().path(), 0o600);
    }
    Some(folder)
}

fn restrict(path: &Path, mode: u32) {
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
    #[cfg(not(unix))]
    let _ = (path, mode);
}

fn certificate(folder: &Path, arguments: &[&str]) -> (i32, serde_json::Value) {
    let mut all = vec!["certificate".to_owned(), "--json".to_owned()];
    all.extend(arguments.iter().map(|argument| {
        let path = folder.join(argument);
        if path.exists() { path.to_str().unwrap().to_owned() } else { (*argument).to_owned() }
    }));
    let all: Vec<_> = all.iter().map(String::as_str).collect();
    let (status, out, err) = wxp(None, &all, "");
    assert_eq!(err, "");
    (status, serde_json::from_str(&out).unwrap())
}

#[test]
fn files_are_described_where_none_is_given() {
    let (status, out, err) = wxp(None, &["certificate"], "");
    assert_eq!((status, &*err), (0, ""));
    for name in ["apiclient_cert.p12", "apiclient_key.pem", "rootca.pem", "PHP "] {
        assert!(out.contains(name), "{out}");
    }
    let (_, out, _) = wxp(None, &["certificate", "--json"], "");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["files"][0]["password_is_mch_id"], true);
    assert_eq!(report["runtimes"].as_array().unwrap().len(), 7);
}

#[test]
fn real_files_are_opened_and_held_against_one_another() {
    let Some(folder) = files() else { return };
    // What is as it should be.
    for arguments in [
        &["apiclient_cert.p12", "--mch-id", MCH_ID][..],
        &["new.p12", "--mch-id", MCH_ID],
        // The certificate tells the number.
        &["apiclient_cert.p12", "apiclient_cert.pem", "apiclient_key.pem"],
        &["other.pem", "other_key.pem"],
        &["apiclient_cert.pem", "locked.pem"],
    ] {
        let (status, report) = certificate(&folder, arguments);
        assert_eq!((status, report["objections"].as_array().unwrap().len()), (0, 0), "{report}");
    }
    let (_, report) = certificate(&folder, &["apiclient_cert.p12", "--mch-id", MCH_ID]);
    assert_eq!(report["files"][0]["opens_with_mch_id"], true);
    let found = &report["certificates"][0];
    assert_eq!(found["merchant"], MCH_ID);
    assert!(found["serial"].as_str().unwrap().len() >= 36, "{report}");
    assert!([399, 400].map(serde_json::Value::from).contains(&found["days_left"]), "{report}");
    let shown = wxp(
        None,
        &["certificate", folder.join("apiclient_cert.p12").to_str().unwrap(), "--mch-id", MCH_ID],
        "",
    );
    assert!(shown.1.contains("\n  the private key fits the certificate in "), "{}", shown.1);

    // What is not.
    fs::write(folder.join("damaged.p12"), [0x30, 0x82, 1, 0, 2]).unwrap();
    fs::write(folder.join("text.pem"), "-----BEGIN NOTHING-----\n").unwrap();
    restrict(&folder.join("damaged.p12"), 0o600);
    fs::copy(folder.join("apiclient_key.pem"), folder.join("open.pem")).unwrap();
    restrict(&folder.join("open.pem"), 0o640);
    for (arguments, kind) in [
        (&["apiclient_cert.p12", "--mch-id", "1900000108"][..], "Password"),
        (&["apiclient_cert.p12"], "Password"),
        (&["damaged.p12", "--mch-id", MCH_ID], "Broken"),
        (&["apiclient_cert.pem", "other_key.pem"], "OtherKey"),
        (&["apiclient_cert.p12", "apiclient_cert.pem", "--mch-id", "1900000108"], "OtherMerchant"),
        (&["old.pem"], "Expired"),
        (&["soon.pem"], "ExpiresSoon"),
        (&["text.pem"], "Unknown"),
    ] {
        let (status, report) = certificate(&folder, arguments);
        let objections = report["objections"].as_array().unwrap();
        let has_it = objections.iter().any(|objection| objection["kind"] == kind);
        assert!(status == 1 && has_it, "{kind}: {report}");
    }
    if cfg!(unix) {
        let (status, report) = certificate(&folder, &["apiclient_cert.pem", "open.pem"]);
        assert_eq!((status, &report["objections"][0]["kind"]), (1, &"OpenToOthers".into()));
    }
}

#[test]
fn a_missing_file_is_wrong_usage() {
    let (status, out, err) = wxp(None, &["certificate", "/no/such.pem"], "");
    assert!(status == 2 && out.is_empty() && err.contains("/no/such.pem"), "{err}");
}
