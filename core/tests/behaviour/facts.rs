//! The tables of facts. Each row is compared with files that were written from WeChat's documents.

use wxp_core::{
    Algorithm, BusinessCategory, CertificateFile, Currency, Endpoint, FindingKind, Language,
    Runtime, check_request, limit_of,
};

use crate::data::{self, field};

/// The two columns of a table under `data/facts`, without the heads of the columns.
fn rows(file: &str) -> Vec<(String, usize)> {
    let table = data::text(&format!("facts/{file}"));
    let rows = table.lines().skip(1).map(|line| line.split_once('\t').unwrap());
    rows.map(|(text, number)| (text.to_owned(), number.parse().unwrap())).collect()
}

#[test]
fn business_categories_are_those_of_the_page() {
    let listed: Vec<_> = BusinessCategory::ALL
        .iter()
        .map(|category| (category.name(Language::English).to_owned(), usize::from(category.code())))
        .collect();
    assert_eq!(listed, rows("categories.tsv"));
    assert_eq!(listed.len(), 18);
    for category in BusinessCategory::ALL {
        assert_eq!(BusinessCategory::find(category.code()), Some(*category));
    }
    for unknown in [0, 344, 483, 495, 644, u16::MAX] {
        assert_eq!(BusinessCategory::find(unknown), None);
    }
}

#[test]
fn currencies_are_those_of_the_pages() {
    let listed: Vec<_> = Currency::ALL
        .iter()
        .map(|currency| (currency.code().to_owned(), usize::from(currency.fraction_digits())))
        .collect();
    assert_eq!(listed, rows("currencies.tsv"));
    assert_eq!(listed.len(), 30);
    for currency in Currency::ALL {
        assert_eq!(Currency::find(currency.code()), Some(*currency));
    }
    for unknown in ["", "cny", "CN", "CNYX", "XTS", "RMB"] {
        assert_eq!(Currency::find(unknown), None);
    }
    assert_eq!(Currency::CNY.code(), "CNY");
}

#[test]
fn field_lengths_are_those_of_the_tables() {
    let rows = data::tsv("facts/field_lengths.tsv");
    assert_eq!(rows.len(), 1302);
    for row in rows {
        let endpoint = Endpoint::find(&row["operation"]).unwrap();
        let name = &*row["field"];
        let limit: Option<usize> = row["characters"].parse().ok();
        assert_eq!(limit_of(endpoint, name), limit, "{row:?}");
        let too_long = |len: usize| {
            let text = "\u{4ed8}".repeat(len);
            let fields = [field(name, &text)];
            let findings = check_request(endpoint, Algorithm::Md5, &fields[..]);
            let mut too_long = findings.filter(|finding| finding.kind == FindingKind::TooLong);
            too_long.next().map(|finding| (finding.limit(), finding.offset))
        };
        let expected = limit.map(|limit| (Some(limit), 3 * limit));
        assert_eq!(too_long(limit.unwrap_or(20_000) + 1), expected, "{row:?}");
        assert_eq!(too_long(limit.unwrap_or(20_000)), None, "{row:?}");
    }
}

#[test]
fn certificate_files_are_those_of_the_page() {
    let listed = CertificateFile::ALL
        .map(|file| (file.name(), file.holds_private_key(), file.password_is_mch_id()));
    assert_eq!(
        listed,
        [
            ("apiclient_cert.p12", true, true),
            ("apiclient_cert.pem", false, false),
            ("apiclient_key.pem", true, false),
            ("rootca.pem", false, false),
        ]
    );
}

#[test]
fn runtimes_have_the_files_they_can_use() {
    const P12: &[CertificateFile] = &[CertificateFile::Pkcs12];
    const PEM: &[CertificateFile] = &[CertificateFile::Certificate, CertificateFile::PrivateKey];
    for (runtime, files) in [
        (Runtime::Curl, PEM),
        (Runtime::DotNet, P12),
        (Runtime::Go, PEM),
        (Runtime::Java, P12),
        (Runtime::Node, PEM),
        (Runtime::Php, PEM),
        (Runtime::Python, PEM),
    ] {
        assert_eq!(runtime.files(), files, "{runtime:?}");
    }
}
