//! Requests before they are sent.

use wxp_core::{Algorithm, Endpoint, Field, check_request};

use crate::{Buffer, run, show};

/// Checks two fields of any operation, and says what is found.
#[unsafe(no_mangle)]
pub extern "C" fn request(text: &Buffer, name: usize, value: usize, path: usize) -> i32 {
    run(|| {
        let text = |from: usize, to| text.get(from..to).and_then(|text| str::from_utf8(text).ok());
        let (name, value) = (text(0, name).unwrap_or(""), text(name, value).unwrap_or(""));
        const ORDER: Endpoint = Endpoint::find("/pay/unifiedorder").unwrap();
        let endpoint = Endpoint::find(text(0, path).unwrap_or("")).unwrap_or(ORDER);
        let table = [Field::new(name, value)?, Field::new(value, name)?];
        let findings = check_request(endpoint, Algorithm::HmacSha256, &table[..]);
        let said = findings.map(|finding| {
            let is_said = show(finding);
            let others = finding.alternatives().count().saturating_add(finding.values().count());
            let is_more = finding.meant().is_some() || finding.condition().is_some();
            usize::from(is_said).saturating_add(others).saturating_add(usize::from(is_more))
        });
        Ok(said.fold(0, |sum, said| sum.saturating_add(i32::try_from(said).unwrap_or(0))))
    })
}
