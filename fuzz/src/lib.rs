//! What the fuzz targets share: documents and tables that are built from the fuzzer's bytes, and
//! what shares no code with wxp and has to agree with it.

pub mod caller;
pub mod input;
pub mod oracle;
pub mod peers;
pub mod quickpay;
pub mod random;

pub use random::Random;

/// The API key of the published example, which the seeds are signed with.
pub const SECRET: &str = "192006250b4c09247ec02edce69f6a2d";

/// A name and a value.
pub type Pair = (String, String);

/// Fields as owned pairs, for comparing.
#[must_use]
pub fn pairs(fields: &[wxp_core::Field<'_>]) -> Vec<Pair> {
    fields.iter().map(|field| (field.name().to_owned(), field.value().to_string())).collect()
}

/// Pairs as a table.
#[must_use]
pub fn table(pairs: &[Pair]) -> Vec<wxp_core::Field<'_>> {
    let field = |(name, value): &'_ Pair| wxp_core::Field::new(name, value).map(drop);
    assert!(pairs.iter().all(|pair| field(pair).is_ok()), "{pairs:?}");
    pairs.iter().map(|(name, value)| wxp_core::Field::prechecked(name, value)).collect()
}
