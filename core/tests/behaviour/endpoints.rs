//! The catalogue against WeChat's API definitions, row by row.

use wxp_core::{
    Algorithm, Algorithms, Endpoint, Family, Format, Host, Language, Method, Notice, Repeat,
    SignType, Signed,
};

use crate::data;

/// Where the pages of an operation say more than the definitions, or contradict them: path, column,
/// what the catalogue says instead, and why.
const CORRECTIONS: &[(&str, &str, &str, &str)] = &[
    ("/appauth/authindex", "sign_types", "none", "its definition has no sign"),
    ("/appauth/getaccesstoken", "sign_types", "HMAC (required)", "its definition requires it"),
    ("/papay/h5entrustweb", "sign_types", H5, "pages differ on the default, so state it"),
    ("/papay/partner/h5entrustweb", "sign_types", H5, "pages differ on the default, so state it"),
    ("/pay/downloadbill", "sign_types", "MD5/HMAC", "the pages of 2016 have the field"),
    ("/payitil/report", "sign_types", "MD5/HMAC", "the pages of 2016 have the field"),
    ("/pay/downloadfundflow", "sign_types", "HMAC (required)", "its page allows nothing else"),
    ("/risk/getviolation", "sign_types", "HMAC (required)", "its page requires it"),
    ("/sandboxnew/pay/micropay", "sign_types", "MD5", "the sandbox takes MD5 only"),
    ("/sandboxnew/pay/orderquery", "sign_types", "MD5", "the sandbox takes MD5 only"),
    ("/sandboxnew/pay/refund", "sign_types", "MD5", "the sandbox takes MD5 only"),
    ("/sandboxnew/pay/refundquery", "sign_types", "MD5", "the sandbox takes MD5 only"),
    ("/sandboxnew/pay/unifiedorder", "sign_types", "MD5", "the sandbox takes MD5 only"),
    ("/sandboxnew/pay/downloadbill", "answer_format", "text or XML", "as the bill it imitates"),
    ("/mmpaysptrans/pay_bank", "answer_signed", "optional", "its published answer has no sign"),
];

const H5: &str = "MD5/HMAC (required)";

#[test]
fn every_row_is_that_of_the_definitions() {
    let rows = data::tsv("endpoints.tsv");
    assert_eq!((rows.len(), Endpoint::COUNT), (137, 137));
    let mut corrections = CORRECTIONS.to_vec();
    for (row, endpoint) in rows.iter().zip(Endpoint::all()) {
        let path = &*row["path"];
        let mut column = |name: &str| {
            let at = corrections.iter().position(|(p, column, ..)| (*p, *column) == (path, name));
            at.map_or(row[name].clone(), |at| corrections.remove(at).2.to_owned())
        };
        assert_eq!(endpoint.path, path);
        assert_eq!(
            endpoint.method,
            if row["method"] == "GET" { Method::Get } else { Method::Post }
        );
        let host = match &*row["host"] {
            "A" => Host::Api,
            "F" => Host::Fraud,
            "PA" => Host::PayApp,
            "PF" => Host::Face,
            other => panic!("{other}"),
        };
        assert_eq!(endpoint.host, host, "{path}");
        assert_eq!(endpoint.certificate, row["certificate"] == "yes", "{path}");
        let signing = match &*column("sign_types") {
            "none" => (Algorithms::None, SignType::Absent),
            "no field" => (Algorithms::Md5, SignType::Absent),
            "MD5" => (Algorithms::Md5, SignType::Optional),
            "HMAC (required)" => (Algorithms::HmacSha256, SignType::Required),
            "MD5/HMAC" => (Algorithms::Either, SignType::Optional),
            "MD5/HMAC (required)" | "HMAC/MD5 (required)" | "MD5/HMAC (required, form field)" => {
                (Algorithms::Either, SignType::Required)
            }
            other => panic!("{path}: {other}"),
        };
        assert_eq!((endpoint.algorithms, endpoint.sign_type), signing, "{path}");
        let signed = match &*column("answer_signed") {
            "yes" => Signed::Always,
            "optional" => Signed::Sometimes,
            "no" => Signed::Never,
            other => panic!("{path}: {other}"),
        };
        assert_eq!(endpoint.signed, signed, "{path}");
        let format = match &*column("answer_format") {
            // Coupons number their fields in answers of other operations, too.
            "flat XML" | "flat XML + $n" | "flat XML (multipart request)" => Format::Flat,
            "nested XML" => Format::Nested,
            "text or XML" => Format::Text,
            "JSON" => Format::Json,
            "page / redirect" => Format::Page,
            other => panic!("{path}: {other}"),
        };
        assert_eq!(endpoint.format, format, "{path}");
        let purpose = &*row["purpose"];
        // What takes a query lists no nonce_str in it.
        let query = endpoint.method == Method::Get;
        assert_eq!(endpoint.nonce, !purpose.contains("no nonce_str") && !query, "{path}");
        assert_eq!(endpoint.deprecated, purpose.contains("deprecated"), "{path}");
        let words = purpose.split([';', '(', ',']).next().unwrap().trim();
        let own_words = endpoint.deprecated || path.contains("/partner/") || path.contains("xdc");
        assert!(
            endpoint.purpose(Language::English).starts_with(words) || own_words,
            "{path}: {words}"
        );
    }
    assert!(corrections.is_empty(), "{corrections:?}");
}

#[test]
fn every_list_of_the_documents_holds() {
    let mut counts = std::collections::BTreeMap::new();
    for row in data::tsv("facts/endpoint_lists.tsv") {
        let (list, pattern) = (&*row["list"], &*row["path"]);
        let fits = |path: &str| match pattern.strip_suffix('*') {
            Some(prefix) => path.starts_with(prefix),
            None => path == pattern,
        };
        let matching: Vec<_> = Endpoint::all().filter(|e| fits(e.path)).collect();
        assert!(!matching.is_empty(), "{pattern}");
        *counts.entry(list.to_owned()).or_insert(0) += matching.len();
        for e in matching {
            // The one operation of its folder that has no sign_type, in the definitions.
            if (list, e.path) == ("hmac only", "/applyment/micro/signcontract") {
                continue;
            }
            let holds = match list {
                "hmac only" => {
                    e.algorithms == Algorithms::HmacSha256 && e.sign_type == SignType::Required
                }
                "md5 only" => e.algorithms == Algorithms::Md5 && e.sign_type != SignType::Required,
                "either" => e.algorithms == Algorithms::Either,
                "never signed" => e.signed == Signed::Never,
                "sometimes signed" => e.signed == Signed::Sometimes,
                "no nonce" => !e.nonce,
                "nested" => e.format == Format::Nested,
                "safe" => e.repeat == Repeat::Safe,
                "identical" => e.repeat == Repeat::Identical,
                other => panic!("{other}"),
            };
            assert!(holds, "{list}: {}", e.path);
        }
    }
    // The lists are complete: the catalogue has no more of these than they name.
    let all = || Endpoint::all();
    assert_eq!(counts["no nonce"], all().filter(|e| !e.nonce).count());
    assert_eq!(counts["nested"], all().filter(|e| e.format == Format::Nested).count());
    let sometimes = all().filter(|e| e.signed == Signed::Sometimes).count();
    assert_eq!(counts["sometimes signed"], sometimes);
    assert_eq!(counts["either"], all().filter(|e| e.algorithms == Algorithms::Either).count());
}

#[test]
fn the_algorithm_of_a_request_is_that_of_its_endpoint() {
    for endpoint in Endpoint::all() {
        let default = endpoint.default_algorithm();
        assert!(default.is_none_or(|default| endpoint.allows(default)), "{}", endpoint.path);
        assert_eq!(default.is_none(), endpoint.algorithms == Algorithms::None);
        let both = endpoint.allows(Algorithm::Md5) && endpoint.allows(Algorithm::HmacSha256);
        assert_eq!(both, endpoint.algorithms == Algorithms::Either, "{}", endpoint.path);
        if both {
            assert_eq!(default, Some(Algorithm::Md5), "{}", endpoint.path);
        }
    }
}

#[test]
fn of_operations_that_move_money_only_reversing_is_safe_to_repeat() {
    for endpoint in Endpoint::all().filter(|e| e.family.moves_money()) {
        let safe = endpoint.repeat == Repeat::Safe;
        assert_eq!(safe, endpoint.family == Family::Reverse, "{}", endpoint.path);
    }
    for endpoint in Endpoint::all().filter(|e| e.family.asks_for_status()) {
        assert!(endpoint.repeat == Repeat::Safe && !endpoint.family.moves_money());
    }
}

#[test]
fn an_endpoint_is_found_however_its_address_is_written() {
    for endpoint in Endpoint::all() {
        let path = endpoint.path;
        for address in [
            path.to_owned(),
            format!("{path}?a=/b/c&u=https://x/y"),
            format!("{path}#top"),
            format!("https://{}{path}", endpoint.host.name()),
            format!("HTTPS://127.0.0.1:8443{path}?x"),
            format!("{}{path}", endpoint.host.name()),
            format!("//{}{path}", endpoint.host.name()),
        ] {
            assert_eq!(Endpoint::find(&address), Some(endpoint), "{address}");
        }
        for address in [
            format!("{path}/"),
            format!("{path}x"),
            format!("/x{path}"),
            format!("/{path}x"),
            path[1..].to_owned(),
            path[..path.len() - 1].to_owned(),
            path.replace('/', "//"),
        ] {
            let found = Endpoint::find(&address).map(|found| found.path);
            assert_ne!(found, Some(path), "{address}");
        }
    }
    for address in
        ["", "/", "?", "//", "https://", "https://api.mch.weixin.qq.com", "/PAY/MICROPAY"]
    {
        assert_eq!(Endpoint::find(address), None, "{address}");
    }
}

#[test]
fn a_sandbox_has_its_own_operations_and_imitates_the_others() {
    let path = |address: &str| Endpoint::find(address).map(|endpoint| endpoint.path);
    assert_eq!(path("/sandboxnew/pay/micropay"), Some("/sandboxnew/pay/micropay"));
    assert_eq!(path("/xdc/apiv2sandbox/pay/micropay"), Some("/xdc/apiv2sandbox/pay/micropay"));
    assert_eq!(path("/sandboxnew/pay/closeorder"), Some("/pay/closeorder"));
    assert_eq!(path("/xdc/apiv2sandbox/pay/refundquery"), Some("/pay/refundquery"));
    assert_eq!(path("/sandbox/pay/unifiedorder"), Some("/pay/unifiedorder"));
    assert_eq!(path("/sandboxnew/sandboxnew/pay/micropay"), Some("/sandboxnew/pay/micropay"));
    assert_eq!(path("/sandboxnewpay/closeorder"), None);
}

#[test]
fn notices_have_names_and_replies() {
    for notice in Notice::ALL {
        assert_eq!(Notice::find(notice.name()), Some(notice));
        for taken in [true, false] {
            let Some(reply) = notice.acknowledgement(taken) else { continue };
            let fields = data::pairs(
                wxp_core::xml::read_into(reply.as_bytes(), &mut [wxp_core::Field::EMPTY; 2])
                    .unwrap(),
            );
            assert_eq!(fields[0].1, if taken { "SUCCESS" } else { "FAIL" });
        }
    }
    let squeezed =
        |file: &str| data::text(&format!("samples/{file}")).split_whitespace().collect::<String>();
    assert_eq!(Notice::Payment.acknowledgement(true).unwrap(), squeezed("ack_ok.xml"));
    assert_eq!(Notice::Rental.acknowledgement(true).unwrap(), squeezed("ack_wxv.xml"));
    assert_eq!(Notice::NativeScan.acknowledgement(true), None);
    assert_eq!(Notice::find("Payment"), None);
}

#[test]
fn only_the_main_host_has_substitutes() {
    assert_eq!(Host::Api.backup(), Some("api2.mch.weixin.qq.com"));
    let regional = ["hk", "us", "eu"].map(|region| format!("api{region}.mch.weixin.qq.com"));
    assert_eq!(Host::Api.regional(), regional);
    for host in [Host::Fraud, Host::PayApp, Host::Face] {
        assert_eq!((host.backup(), host.regional().len()), (None, 0), "{host:?}");
    }
}
