//! The fields of requests.

use core::ffi::c_char;

use wxp_core::abi::Writer;
use wxp_core::{Algorithm, Endpoint, Finding, FindingKind, abi, check_request};

use crate::field::{Table, wxp_field, wxp_text};
use crate::key::{WXP_HMAC_SHA256, WXP_MD5};
use crate::memory::{Inputs, Out, Outputs, object, status, text};
use crate::status::{self, WXP_E_ARGUMENT, WXP_E_NOT_FOUND, WXP_E_SPACE, wxp_status};

/// One thing that is wrong, or doubtful, with a request. Names are static, except that `field`
/// points into the table if it names a field of it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_finding {
    /// A WXP_FINDING_ number.
    pub kind: i32,
    /// 1 if the gateway is known to refuse such a request; 0 if it is only not documented that it
    /// takes it.
    pub certain: i32,
    /// The index of the field in the table, or SIZE_MAX if it is missing.
    pub index: usize,
    /// The offset in the value of the first byte that cannot stand there, or 0.
    pub offset: usize,
    /// The most characters that the value may have, if it has more; else 0.
    pub limit: usize,
    /// The name of the field.
    pub field: wxp_text,
    /// The name that was meant, if `field` is none of the operation and another one is close to it;
    /// else empty.
    pub meant: wxp_text,
    /// The fields any of which would do in place of a missing one; empty behind the last one.
    pub others: [wxp_text; 3],
    /// The field that makes a missing one necessary, with the value that does; else empty.
    pub because: wxp_text,
    /// An empty value stands for any.
    pub because_value: wxp_text,
    /// For wxp_finding_text.
    pub details: [u16; 5],
}

/// Checks a request of an operation before it is sent: which fields it lacks, which are none of the
/// operation, and which values have another form or length than they should. *found is how many
/// findings there are, those about fields in the order of the table, and then what is missing.
/// `algorithm` is WXP_MD5 or WXP_HMAC_SHA256: the one that signs. The field sign is not needed.
///
/// The gateway answers many of these mistakes with a signature error, though the signature is
/// right. Nothing else in this library refuses a request because of them.
///
/// Fails with WXP_E_NOT_FOUND if there is no such operation, and with WXP_E_SPACE if there are more
/// than `capacity` findings; *found is the number of them then, too.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_check_request(
    source: i32,
    algorithm: u32,
    fields: *const wxp_field,
    count: usize,
    findings: *mut wxp_finding,
    capacity: usize,
    found: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let table = unsafe { Table::at(fields, count) }?;
        // SAFETY: the contract.
        unsafe { check(source, algorithm, &table, &table, (findings, capacity, found)) }
    })
}

/// Where findings are written to: the first one, how many have room, and how many there are.
pub(crate) type Places = (*mut wxp_finding, usize, *mut usize);

/// Checks the fields of a table, which lie in `inputs`.
///
/// # Safety
///
/// The contract.
pub(crate) unsafe fn check(
    source: i32,
    algorithm: u32,
    table: &Table<'_>,
    inputs: &impl Inputs,
    (findings, capacity, found): Places,
) -> Result<(), wxp_status> {
    let mut outputs = Outputs::apart_from(inputs);
    // SAFETY: the contract.
    let (findings, found) = unsafe { (outputs.objects(findings, capacity)?, outputs.out(found)?) };
    put_findings(source, algorithm, table, findings, found)
}

/// Writes the findings if all of them have room.
// One copy for both forms of tables.
#[inline(never)]
fn put_findings(
    source: i32,
    algorithm: u32,
    table: &Table<'_>,
    findings: &mut [wxp_finding],
    found: Out<usize>,
) -> Result<(), wxp_status> {
    let operation = u16::try_from(source).ok().and_then(abi::operation).ok_or(WXP_E_NOT_FOUND)?;
    let algorithm = match algorithm {
        WXP_MD5 => Algorithm::Md5,
        WXP_HMAC_SHA256 => Algorithm::HmacSha256,
        _ => return Err(WXP_E_ARGUMENT),
    };
    let count = write(operation, algorithm, table, &mut []);
    found.put(count);
    if count > findings.len() {
        return Err(WXP_E_SPACE);
    }
    write(operation, algorithm, table, findings);
    Ok(())
}

/// Writes as many findings as have room, and says how many there are.
// One copy: it is done twice, so that findings are written only if all of them have room.
#[inline(never)]
fn write(
    operation: Endpoint,
    algorithm: Algorithm,
    table: &Table<'_>,
    findings: &mut [wxp_finding],
) -> usize {
    let (mut places, mut count) = (findings.iter_mut(), 0_usize);
    for finding in check_request(operation, algorithm, table) {
        if let Some(place) = places.next() {
            *place = wxp_finding::of(&finding);
        }
        count = count.saturating_add(1);
    }
    count
}

/// Writes a finding as one sentence, in English or in Chinese. Only `kind`, `field`, `offset` and
/// `details` are read; the table it is about has to be there still. Fails with WXP_E_ARGUMENT if
/// it is no finding.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_finding_text(
    finding: *const wxp_finding,
    language: i32,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let given = unsafe { object(finding) }?;
        // SAFETY: the contract.
        let field = unsafe { text(given.field.text, given.field.len) }?;
        let inputs = (&Some(given), field);
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&inputs).buffer(out, capacity, len) }?;
        let finding = abi::finding_of(given.kind, field, given.details);
        let mut finding = finding.ok_or(WXP_E_ARGUMENT)?;
        finding.offset = given.offset;
        let language = status::language(language);
        room.write(|writer| abi::say_finding(&finding, language, &mut |piece| put(writer, piece)))
    })
}

// One copy: a sentence has many pieces.
#[inline(never)]
fn put(writer: &mut Writer<'_>, piece: &str) {
    writer.put(piece);
}

impl wxp_finding {
    fn of(finding: &Finding<'_>) -> Self {
        let [first, second, third] = abi::finding_names(finding).map(wxp_text::of);
        let none = wxp_text::of("");
        let is_stranger = finding.kind == FindingKind::NotAField;
        let (meant, others) =
            if is_stranger { (first, [none; 3]) } else { (none, [first, second, third]) };
        let (because, because_value) = finding.condition().unwrap_or_default();
        Self {
            kind: finding.kind.code(),
            certain: i32::from(finding.certain),
            index: finding.index.unwrap_or(usize::MAX),
            offset: finding.offset,
            limit: finding.limit().unwrap_or(0),
            field: wxp_text::of(finding.field),
            meant,
            others,
            because: wxp_text::of(because),
            because_value: wxp_text::of(because_value),
            details: abi::finding_details(finding),
        }
    }
}
