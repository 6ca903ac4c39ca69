//! Fields, and tables of them that are signed where they lie.

use core::ffi::c_char;

use wxp_core::abi;
use wxp_core::{Canonical, ErrorKind, Field, Fields, Signature, Value, sort_by_name, xml};

use crate::memory::{Inputs, Outputs, check_text, checked_text, objects, status, text};
use crate::status::{self, WXP_E_ARGUMENT, wxp_status};

/// A field. One with an empty value is treated as absent: it is neither signed nor sent.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_field {
    /// Such as "total_fee".
    pub name: *const c_char,
    /// In bytes, at most 64.
    pub name_len: usize,
    /// Plain text, not escaped.
    pub value: *const c_char,
    /// In bytes.
    pub value_len: usize,
}

/// A piece of text, without a NUL at the end.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_text {
    /// Not NULL.
    pub text: *const c_char,
    /// In bytes.
    pub len: usize,
}

impl wxp_text {
    pub(crate) const fn of(text: &str) -> Self {
        Self { text: text.as_ptr().cast(), len: text.len() }
    }
}

impl wxp_field {
    pub(crate) const EMPTY: Self =
        Self { name: core::ptr::null(), name_len: 0, value: core::ptr::null(), value_len: 0 };

    pub(crate) const fn of_bytes(name: &[u8], value: &[u8]) -> Self {
        Self {
            name: name.as_ptr().cast(),
            name_len: name.len(),
            value: value.as_ptr().cast(),
            value_len: value.len(),
        }
    }

    pub(crate) const fn of(name: &str, value: &str) -> Self {
        let (name, value) = (wxp_text::of(name), wxp_text::of(value));
        Self { name: name.text, name_len: name.len, value: value.text, value_len: value.len }
    }
}

/// The first field of this name, also if its value is empty. NULL if there is none.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_find(
    fields: *const wxp_field,
    count: usize,
    name: *const c_char,
    name_len: usize,
) -> *const wxp_field {
    // SAFETY: the contract.
    let found = unsafe { (objects(fields, count), objects(name.cast::<u8>(), name_len)) };
    let (Ok(fields), Ok(name)) = found else { return core::ptr::null() };
    // SAFETY: the contract.
    let is = |field: &&wxp_field| unsafe { field.name() }.is_ok_and(|other| other == name);
    fields.iter().find(is).map_or(core::ptr::null(), |field| field)
}

/// 1 if the field of this name has this value, else 0. A missing field has the empty value.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_field_is(
    fields: *const wxp_field,
    count: usize,
    name: *const c_char,
    name_len: usize,
    value: *const c_char,
    value_len: usize,
) -> i32 {
    // SAFETY: the contract.
    let found = unsafe { (objects(fields, count), objects(name.cast::<u8>(), name_len)) };
    let (Ok(fields), Ok(name)) = found else { return 0 };
    // SAFETY: the contract.
    let is = |field: &&wxp_field| unsafe { field.name() }.is_ok_and(|other| other == name);
    let field = fields.iter().find(is).unwrap_or(&wxp_field::EMPTY);
    // SAFETY: the contract.
    let values = unsafe {
        (objects(field.value.cast::<u8>(), field.value_len), objects(value.cast::<u8>(), value_len))
    };
    i32::from(matches!(values, (Ok(found), Ok(value)) if found == value))
}

/// Reads an amount such as the value of total_fee: digits without sign, spaces or leading zeros, in
/// the currency's smallest unit (fen for CNY). Fails with WXP_E_ARGUMENT for anything else.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_fen_parse(
    amount: *const c_char,
    amount_len: usize,
    fen: *mut u64,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let amount = unsafe { text(amount, amount_len) }?;
        // SAFETY: the contract.
        let place = unsafe { Outputs::apart_from(amount).out(fen) }?;
        place.put(Value::new(amount).parse_u64().ok_or(WXP_E_ARGUMENT)?);
        Ok(())
    })
}

/// What is wrong with a table.
pub(crate) struct Fault {
    pub(crate) status: wxp_status,
    pub(crate) index: usize,
    pub(crate) offset: usize,
}

const ANY: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// # Safety
///
/// The contract.
#[inline(never)]
pub(crate) unsafe fn check(fields: &[wxp_field]) -> Result<(), Fault> {
    // SAFETY: the contract.
    let table = unsafe { Table::checked(fields) }?;
    let order = Canonical::over(&table).map_err(|error| Fault {
        status: status::of(error),
        index: error.position(),
        offset: 0,
    })?;
    // Any signature has the length of this one, or another that makes no difference.
    let Ok(signature) = Signature::parse(ANY) else { return Ok(()) };
    xml::len(&order, &signature).map(drop).map_err(|error| Fault {
        status: status::of(error),
        index: match error.kind() {
            ErrorKind::Character { field } => field,
            _ => 0,
        },
        offset: error.position(),
    })
}

impl wxp_field {
    /// # Safety
    ///
    /// The contract.
    unsafe fn name(&self) -> Result<&[u8], wxp_status> {
        // SAFETY: the contract.
        unsafe { objects(self.name.cast::<u8>(), self.name_len) }
    }

    /// # Safety
    ///
    /// The contract.
    unsafe fn check(&self) -> Result<(), (wxp_status, usize)> {
        // A right name is text. Only to be faster: small machines leave it out.
        // SAFETY: the contract.
        let is_right = abi::ROOMY && unsafe { self.name() }.is_ok_and(Field::is_name);
        if !is_right {
            // SAFETY: the contract.
            unsafe { check_text(self.name, self.name_len) }.map_err(|status| (status, 0))?;
        }
        // SAFETY: the contract.
        unsafe { check_text(self.value, self.value_len) }.map_err(|status| (status, 0))?;
        if is_right {
            return Ok(());
        }
        // SAFETY: it has been checked.
        let name = unsafe { checked_text(self.name, self.name_len) };
        Field::new(name, "").map(drop).map_err(|error| (status::of(error), error.position()))
    }
}

/// A table of C whose fields have been checked; it is signed where it lies.
pub(crate) struct Table<'a> {
    fields: &'a [wxp_field],
}

impl<'a> Table<'a> {
    /// # Safety
    ///
    /// The contract.
    pub(crate) unsafe fn at(fields: *const wxp_field, count: usize) -> Result<Self, wxp_status> {
        // SAFETY: the contract.
        unsafe { Self::checked(objects(fields, count)?) }.map_err(|fault| fault.status)
    }

    /// # Safety
    ///
    /// The contract.
    pub(crate) unsafe fn checked(fields: &'a [wxp_field]) -> Result<Self, Fault> {
        for (index, field) in fields.iter().enumerate() {
            // SAFETY: the contract.
            let checked = unsafe { field.check() };
            checked.map_err(|(status, offset)| Fault { status, index, offset })?;
        }
        Ok(Self { fields })
    }

    /// # Safety
    ///
    /// The contract, and `Field::new` accepts every field.
    pub(crate) const unsafe fn trusted(fields: &'a [wxp_field]) -> Self {
        Self { fields }
    }

    /// What comes of the table in signing order.
    pub(crate) fn in_order<R>(
        &self,
        body: impl FnOnce(&Canonical<'_, Self>) -> Result<R, wxp_status>,
    ) -> Result<R, wxp_status> {
        abi::in_order(self, body).map_err(status::of)?
    }

    // One copy on devices: it is larger than it looks.
    #[cfg_attr(target_os = "none", inline(never))]
    #[cfg_attr(not(target_os = "none"), inline)]
    fn texts(&self, index: usize) -> Option<(&'a str, &'a str)> {
        let field = self.fields.get(index)?;
        // SAFETY: the table was checked under the contract, which holds until the call returns.
        unsafe {
            let value = checked_text(field.value, field.value_len);
            Some((checked_text(field.name, field.name_len), value))
        }
    }

    // Inlined, so that it is known of every value that it is plain text: what decodes the others is
    // not linked.
    #[inline(always)]
    fn at_index(&self, index: usize) -> Option<Field<'a>> {
        self.texts(index).map(|(name, value)| Field::prechecked(name, value))
    }
}

impl Inputs for Table<'_> {
    const TABLES: usize = 1;

    fn note<'i>(&'i self, outputs: &mut Outputs<'i>) {
        outputs.note_table(self.fields);
    }
}

/// A table of which only the addresses are looked at.
pub(crate) struct Unchecked<'a>(pub(crate) &'a [wxp_field]);

impl Inputs for Unchecked<'_> {
    const TABLES: usize = 1;

    fn note<'i>(&'i self, outputs: &mut Outputs<'i>) {
        outputs.note_table(self.0);
    }
}

/// Sorts checked fields by name; the second one of two equal names is the error.
pub(crate) fn sort(fields: &mut [wxp_field]) -> Result<(), &str> {
    // SAFETY: the names have been checked.
    sort_by_name(fields, |field| unsafe { checked_text(field.name, field.name_len) })
}

impl Fields for Table<'_> {
    fn len(&self) -> usize {
        self.fields.len()
    }

    #[inline(always)]
    fn at(&self, index: usize) -> Option<Field<'_>> {
        self.at_index(index)
    }
}
