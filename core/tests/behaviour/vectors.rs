//! Every signature vector and every workload: the same string, the same signature, and it verifies.

use serde_json::Value as Json;
use wxp_core::{Algorithm, Canonical, ErrorKind, Field, Key, xml};

use crate::data::{self, field, table};

fn text<'a>(vector: &'a Json, name: &str) -> &'a str {
    vector[name].as_str().unwrap_or_else(|| panic!("{name} in {vector}"))
}

#[test]
fn every_vector_is_signed_alike() {
    let vectors = data::json("vectors.json");
    let signed = vectors.as_array().unwrap().iter().filter(|vector| vector["type"] == "sign");
    let mut count = 0;
    for vector in signed {
        let (id, secret) = (text(vector, "id"), text(vector, "key"));
        let algorithm = Algorithm::from_name(text(vector, "sign_type")).unwrap();
        count += 1;
        if secret.len() > 64 {
            let refused = Key::nonstandard(algorithm, secret.as_bytes()).unwrap_err();
            assert_eq!(refused.kind(), ErrorKind::SecretLength { found: secret.len() }, "{id}");
            assert!(matches!(id, "D-68" | "D-69"), "{id}");
            continue;
        }
        let key = data::key(algorithm, secret);
        let pairs: Vec<(&str, &str)> = vector["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| (pair[0].as_str().unwrap(), pair[1].as_str().unwrap()))
            .collect();
        let fields = table(&pairs);
        let fields = Canonical::of(&fields).unwrap();
        assert_eq!(format!("{fields}&key={secret}"), text(vector, "canonical_string"), "{id}");
        assert_eq!(key.sign(&fields).unwrap().as_str(), text(vector, "sign"), "{id}");

        let mut received: Vec<_> = pairs.into_iter().filter(|(name, _)| *name != "sign").collect();
        received.push(("sign", text(vector, "sign")));
        key.verify(&Canonical::of(&table(&received)).unwrap())
            .unwrap_or_else(|e| panic!("{id}: {e}"));
    }
    assert_eq!(count, 71);
}

#[test]
fn requests_of_the_workloads_are_signed_alike() {
    let secret = data::text("workloads/key.txt");
    for (workload, (suffix, algorithm)) in ["W1", "W2"].into_iter().flat_map(|workload| {
        [("MD5", Algorithm::Md5), ("HMAC", Algorithm::HmacSha256)].map(|kind| (workload, kind))
    }) {
        let tsv = data::text(&format!("workloads/{workload}.fields.tsv"));
        let fields: Vec<Field<'_>> = tsv
            .lines()
            .map(|line| line.split_once('\t').unwrap())
            .map(|(n, v)| field(n, v))
            .collect();
        let fields = Canonical::of(&fields).unwrap();
        let canonical = data::text(&format!("workloads/{workload}.canonical"));
        assert_eq!(format!("{fields}&key={}", secret.trim()), canonical);
        let key = data::key(algorithm, secret.trim());
        let expected = data::text(&format!("workloads/{workload}.sign.{suffix}"));
        assert_eq!(key.sign(&fields).unwrap().as_str(), expected.trim(), "{workload} {suffix}");
    }
}

#[test]
fn documents_of_the_workloads_verify() {
    let secret = data::text("workloads/key.txt");
    for workload in ["W3", "W3s", "W4", "W4s"] {
        for (suffix, algorithm) in [("MD5", Algorithm::Md5), ("HMAC", Algorithm::HmacSha256)] {
            let document = data::bytes(&format!("workloads/{workload}.{suffix}.xml"));
            let mut slots = [Field::EMPTY; 128];
            let fields = xml::read_into(&document, &mut slots).unwrap();
            let key = data::key(algorithm, secret.trim());
            key.verify(&Canonical::of(fields).unwrap()).unwrap();
        }
    }
}
