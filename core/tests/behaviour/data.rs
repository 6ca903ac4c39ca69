//! The data files under `tests/data`, which every language's tests read.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;
use wxp_core::{Algorithm, Field, Key};

/// The API key of the published example.
pub(crate) const API_KEY: &str = "192006250b4c09247ec02edce69f6a2d";

pub(crate) fn bytes(path: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(path);
    fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

pub(crate) fn text(path: &str) -> String {
    String::from_utf8(bytes(path)).unwrap()
}

pub(crate) fn json(path: &str) -> Json {
    serde_json::from_slice(&bytes(path)).unwrap()
}

/// The rows of a table of tab-separated values, by the names in its first line.
pub(crate) fn tsv(path: &str) -> Vec<HashMap<String, String>> {
    let text = text(path);
    let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned));
    let names: Vec<String> = lines.next().unwrap().collect();
    lines.map(|cells| names.iter().cloned().zip(cells).collect()).collect()
}

/// A key of any length, so that vectors with odd ones can be used.
pub(crate) fn key(algorithm: Algorithm, secret: &str) -> Key {
    Key::nonstandard(algorithm, secret.as_bytes()).unwrap()
}

pub(crate) fn field<'a>(name: &'a str, value: &'a str) -> Field<'a> {
    Field::new(name, value).unwrap_or_else(|e| panic!("{name:?}: {e}"))
}

/// Pairs as a table.
pub(crate) fn table<'a, S: AsRef<str>>(pairs: &'a [(S, S)]) -> Vec<Field<'a>> {
    pairs.iter().map(|(name, value)| field(name.as_ref(), value.as_ref())).collect()
}

/// Fields as owned pairs, for comparing.
pub(crate) fn pairs(fields: &[Field<'_>]) -> Vec<(String, String)> {
    fields.iter().map(|field| (field.name().to_owned(), field.value().to_string())).collect()
}
