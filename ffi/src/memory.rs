//! From pointers of C to borrowed types: the only place where slices are made of pointers.

use core::ffi::c_char;
use core::slice;

use wxp_core::abi::Writer;
use wxp_core::{Error, ErrorKind, Field};

use crate::status::{
    self, WXP_E_ALIGNMENT, WXP_E_LENGTH, WXP_E_NOT_UTF8, WXP_E_NULL, WXP_E_OVERLAP, WXP_E_SPACE,
    WXP_OK, wxp_status,
};

/// The status of what an export does. The feature is the control of the proof that nothing panics.
#[allow(clippy::assertions_on_constants, reason = "it is constant for one build only")]
pub(crate) fn status(body: impl FnOnce() -> Result<(), wxp_status>) -> wxp_status {
    assert!(!cfg!(feature = "panic"), "on purpose");
    body().err().unwrap_or(WXP_OK)
}

/// `len` objects of C. NULL with a length of 0 is no objects.
///
/// # Safety
///
/// The contract.
pub(crate) unsafe fn objects<'a, T>(start: *const T, len: usize) -> Result<&'a [T], wxp_status> {
    if len == 0 {
        return Ok(&[]);
    }
    check(start, len)?;
    // SAFETY: not null, aligned, of a size that an object can have, and the contract.
    Ok(unsafe { slice::from_raw_parts(start, len) })
}

/// As [`objects`], for writing.
///
/// # Safety
///
/// The contract, and nothing else refers to them as long as the slice lives.
unsafe fn objects_mut<'a, T>(start: *mut T, len: usize) -> Result<&'a mut [T], wxp_status> {
    if len == 0 {
        return Ok(&mut []);
    }
    check(start, len)?;
    // SAFETY: not null, aligned, of a size that an object can have, and the contract.
    Ok(unsafe { slice::from_raw_parts_mut(start, len) })
}

/// Whether there can be so many objects here.
pub(crate) fn check<T>(start: *const T, len: usize) -> Result<(), wxp_status> {
    let size = len.checked_mul(size_of::<T>()).filter(|size| isize::try_from(*size).is_ok());
    match size.and_then(|size| start.addr().checked_add(size)) {
        _ if start.is_null() => Err(WXP_E_NULL),
        _ if !start.is_aligned() => Err(WXP_E_ALIGNMENT),
        None => Err(WXP_E_LENGTH),
        Some(_) => Ok(()),
    }
}

/// `len` bytes of UTF-8.
///
/// # Safety
///
/// The contract.
pub(crate) unsafe fn text<'a>(start: *const c_char, len: usize) -> Result<&'a str, wxp_status> {
    // SAFETY: the contract.
    let bytes = unsafe { objects(start.cast::<u8>(), len) }?;
    if wxp_core::abi::ROOMY && bytes.is_ascii() {
        // SAFETY: ASCII is UTF-8.
        return Ok(unsafe { core::str::from_utf8_unchecked(bytes) });
    }
    if !wxp_core::abi::is_utf8(bytes) {
        return Err(WXP_E_NOT_UTF8);
    }
    // SAFETY: it is UTF-8.
    Ok(unsafe { core::str::from_utf8_unchecked(bytes) })
}

/// As [`text`], of text that has been checked before.
///
/// # Safety
///
/// The contract, and [`text`] accepted these bytes in the same call.
pub(crate) unsafe fn checked_text<'a>(start: *const c_char, len: usize) -> &'a str {
    if len == 0 {
        return "";
    }
    // SAFETY: the contract, and the bytes are known to be there, and to be UTF-8.
    unsafe { core::str::from_utf8_unchecked(slice::from_raw_parts(start.cast(), len)) }
}

/// One object that is read.
///
/// # Safety
///
/// The contract.
pub(crate) unsafe fn object<'a, T>(start: *const T) -> Result<&'a T, wxp_status> {
    // SAFETY: the contract.
    unsafe { objects(start, 1) }?.first().ok_or(WXP_E_NULL)
}

/// As [`object`], or none for NULL.
///
/// # Safety
///
/// The contract.
pub(crate) unsafe fn optional<'a, T>(start: *const T) -> Result<Option<&'a T>, wxp_status> {
    // SAFETY: the contract.
    if start.is_null() { Ok(None) } else { unsafe { object(start) }.map(Some) }
}

/// A range of memory, by address and size in bytes.
type Range = (usize, usize);

/// What a call reads: any number of ranges.
pub(crate) trait Inputs {
    /// Whether one of them has a byte in common with a range.
    fn overlaps(&self, range: Range) -> bool;
}

/// The most ranges that a call writes to.
const OUTPUTS_MAX: usize = 6;

/// Hands out what a call writes to. Each output lies apart from everything that the call reads, and
/// from the other outputs; otherwise it is `WXP_E_OVERLAP`.
pub(crate) struct Outputs<'i, I: ?Sized> {
    inputs: &'i I,
    taken: heapless::Vec<Range, OUTPUTS_MAX, u8>,
}

impl<'i, I: Inputs + ?Sized> Outputs<'i, I> {
    pub(crate) const fn apart_from(inputs: &'i I) -> Self {
        Self { inputs, taken: heapless::Vec::new() }
    }

    fn take<T>(&mut self, start: *const T, len: usize) -> Result<(), wxp_status> {
        if len > 0 {
            check(start, len)?;
        }
        self.claim((start.addr(), len.saturating_mul(size_of::<T>())))
    }

    // One copy for outputs of all types.
    #[inline(never)]
    fn claim(&mut self, range: Range) -> Result<(), wxp_status> {
        if self.inputs.overlaps(range) || self.taken.iter().any(|other| overlap(range, *other)) {
            return Err(WXP_E_OVERLAP);
        }
        self.taken.push(range).map_err(|_| WXP_E_OVERLAP)
    }

    /// One object that a result is written to, all at once.
    ///
    /// # Safety
    ///
    /// The contract.
    pub(crate) unsafe fn out<T>(&mut self, start: *mut T) -> Result<Out<T>, wxp_status> {
        self.take(start, 1).map(|()| Out(start))
    }

    /// A table of `len` objects that is written to.
    ///
    /// # Safety
    ///
    /// The contract.
    pub(crate) unsafe fn objects<'a, T>(
        &mut self,
        start: *mut T,
        len: usize,
    ) -> Result<&'a mut [T], wxp_status> {
        self.take(start, len)?;
        // SAFETY: the contract; what else the call reads or writes lies elsewhere.
        unsafe { objects_mut(start, len) }
    }

    /// A buffer for a text, and the output for its length.
    ///
    /// # Safety
    ///
    /// The contract.
    pub(crate) unsafe fn buffer(
        &mut self,
        start: *mut c_char,
        capacity: usize,
        len: *mut usize,
    ) -> Result<OutBuffer, wxp_status> {
        self.take(start, capacity)?;
        // SAFETY: the contract.
        let len = unsafe { self.out(len) }?;
        Ok(OutBuffer { start: start.cast(), capacity, len })
    }
}

/// Whether two ranges have a byte in common. One that is too large for an object has none.
pub(crate) fn overlap(one: Range, other: Range) -> bool {
    let is_object = |(_, size): Range| size > 0 && isize::try_from(size).is_ok();
    is_object(one)
        && is_object(other)
        && one.0 < other.0.saturating_add(other.1)
        && other.0 < one.0.saturating_add(one.1)
}

impl<T> Inputs for [T] {
    fn overlaps(&self, range: Range) -> bool {
        overlap(range, (self.as_ptr().addr(), size_of_val(self)))
    }
}

impl Inputs for str {
    fn overlaps(&self, range: Range) -> bool {
        self.as_bytes().overlaps(range)
    }
}

impl<T> Inputs for Option<&T> {
    fn overlaps(&self, range: Range) -> bool {
        self.is_some_and(|object| slice::from_ref(object).overlaps(range))
    }
}

impl Inputs for () {
    fn overlaps(&self, _: Range) -> bool {
        false
    }
}

impl<A: Inputs + ?Sized, B: Inputs + ?Sized> Inputs for (&A, &B) {
    fn overlaps(&self, range: Range) -> bool {
        self.0.overlaps(range) || self.1.overlaps(range)
    }
}

/// One object that a result is written to, all at once; see [`Outputs::out`].
pub(crate) struct Out<T>(*mut T);

impl<T> Out<T> {
    pub(crate) fn put(self, object: T) {
        // SAFETY: not null, aligned, and the contract of `Outputs::out`.
        unsafe { self.0.write(object) }
    }
}

/// Where a text is written to, and where its length goes; see [`Outputs::buffer`].
pub(crate) struct OutBuffer {
    start: *mut u8,
    capacity: usize,
    len: Out<usize>,
}

impl OutBuffer {
    /// Writes a text that is not in this buffer, or only says how long it is.
    pub(crate) fn put(self, text: &str) -> Result<(), wxp_status> {
        self.put_bytes(text.as_bytes())
    }

    /// As [`put`](Self::put), of bytes that are known to be UTF-8.
    pub(crate) fn put_bytes(self, text: &[u8]) -> Result<(), wxp_status> {
        self.write(|writer| writer.append(text))
    }

    /// Writes what `write` writes, which it is asked for twice, or only says how long it is.
    pub(crate) fn write(self, write: impl Fn(&mut Writer<'_>)) -> Result<(), wxp_status> {
        let mut measure = Writer::default();
        write(&mut measure);
        let fits = measure.written() <= self.capacity;
        if fits {
            // SAFETY: it was checked when it was handed out, and this is the beginning.
            let room = unsafe { objects_mut(self.start, measure.written()) }?;
            write(&mut Writer::new(room));
        }
        self.len.put(measure.written());
        if fits { Ok(()) } else { Err(WXP_E_SPACE) }
    }

    /// Lets the core fill the beginning of the room, and says how much of it that is or, if there
    /// is too little, would be.
    pub(crate) fn fill(
        self,
        write: impl FnOnce(&mut [u8]) -> Result<usize, Error>,
    ) -> Result<(), wxp_status> {
        // SAFETY: it was checked when it was handed out.
        match write(unsafe { objects_mut(self.start, self.capacity) }?) {
            Ok(len) => {
                self.len.put(len);
                Ok(())
            }
            Err(error) => {
                if let ErrorKind::Space { needed } = error.kind() {
                    self.len.put(needed);
                }
                Err(status::of(error))
            }
        }
    }
}

/// Puts a field's name and value down, with these texts behind them.
pub(crate) fn put_field(writer: &mut Writer<'_>, field: Field<'_>, between: &str, after: &str) {
    writer.put(field.name());
    writer.put(between);
    field.value().chunks().for_each(|chunk| writer.put(&chunk));
    writer.put(after);
}
