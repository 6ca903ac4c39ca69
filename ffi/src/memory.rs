//! From pointers of C to borrowed types: the only place where slices are made of pointers.

use core::ffi::c_char;
use core::slice;

use wxp_core::abi::{self, Writer};
use wxp_core::{Error, ErrorKind, Field};

use crate::field::wxp_field;
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

/// As [`objects`], for writing, where [`Outputs`] handed it out.
///
/// # Safety
///
/// The contract, and nothing else refers to them as long as the slice lives.
unsafe fn claimed<'a, T>(start: *mut T, len: usize) -> &'a mut [T] {
    if len == 0 {
        return &mut [];
    }
    // SAFETY: not null, aligned, of a size that an object can have, and the contract.
    unsafe { slice::from_raw_parts_mut(start, len) }
}

/// Whether there can be so many objects here.
pub(crate) fn check<T>(start: *const T, len: usize) -> Result<(), wxp_status> {
    Range::of(start, len).check(align_of::<T>())
}

/// `len` bytes of UTF-8.
///
/// # Safety
///
/// The contract.
pub(crate) unsafe fn text<'a>(start: *const c_char, len: usize) -> Result<&'a str, wxp_status> {
    // SAFETY: the contract, and they are UTF-8.
    unsafe { check_text(start, len) }.map(|()| unsafe { checked_text(start, len) })
}

/// Whether this is [`text`].
///
/// # Safety
///
/// The contract.
pub(crate) unsafe fn check_text(start: *const c_char, len: usize) -> Result<(), wxp_status> {
    // SAFETY: the contract.
    let bytes = unsafe { objects(start.cast::<u8>(), len) }?;
    if abi::is_text(bytes) { Ok(()) } else { Err(WXP_E_NOT_UTF8) }
}

/// The text that bytes are, or why the reader refuses such a document.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, Error> {
    abi::check_text(bytes)?;
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

/// A range of memory, in bytes.
#[derive(Clone, Copy)]
#[repr(C)]
struct Range {
    start: usize,
    size: usize,
}

impl Range {
    /// Objects; more than fit into memory are too many bytes.
    fn of<T>(start: *const T, len: usize) -> Self {
        Self { start: start.addr(), size: len.saturating_mul(size_of::<T>()) }
    }

    /// Where the texts of a table are.
    fn texts_of(fields: &[wxp_field]) -> &[Self] {
        const { assert!(size_of::<wxp_field>() == 2 * size_of::<Self>()) };
        // SAFETY: a field is two texts, each of which is an address and a size in bytes.
        unsafe { slice::from_raw_parts(fields.as_ptr().cast(), fields.len().saturating_mul(2)) }
    }

    /// Whether there can be an object, which is not empty.
    // One copy for all types.
    #[cfg_attr(target_os = "none", inline(never))]
    fn check(self, align: usize) -> Result<(), wxp_status> {
        match self.start.checked_add(self.size) {
            _ if self.start == 0 => Err(WXP_E_NULL),
            _ if self.start & align.wrapping_sub(1) != 0 => Err(WXP_E_ALIGNMENT),
            Some(_) if isize::try_from(self.size).is_ok() => Ok(()),
            _ => Err(WXP_E_LENGTH),
        }
    }

    /// Whether it has a byte in common with one of these, all of which may be anything. One that is
    /// too large for an object has none.
    #[cfg_attr(target_os = "none", inline(never))]
    fn overlaps_any(self, others: &[Self]) -> bool {
        let end = self.start.wrapping_add(self.size);
        others.iter().any(|other| {
            other.start < end
                && other.start.wrapping_add(other.size) > self.start
                && other.size > 0
                && isize::try_from(other.size).is_ok()
        })
    }
}

/// What a call reads.
pub(crate) trait Inputs {
    /// How many ranges that is, and how many tables; at most.
    const RANGES: usize = 1;
    const TABLES: usize = 0;

    /// Notes what outputs have to lie apart from.
    fn note<'i>(&'i self, outputs: &mut Outputs<'i>);
}

/// The most that a call reads, and the most ranges that it writes to.
const RANGES_MAX: usize = 3;
const TABLES_MAX: usize = 2;
const OUTPUTS_MAX: usize = 6;

/// Hands out what a call writes to. Each output lies apart from everything that the call reads, and
/// from the other outputs; otherwise it is `WXP_E_OVERLAP`.
pub(crate) struct Outputs<'i> {
    texts: heapless::Vec<&'i [Range], TABLES_MAX, u8>,
    /// What else is read, and the outputs that have been handed out.
    taken: heapless::Vec<Range, { RANGES_MAX + OUTPUTS_MAX }, u8>,
}

impl<'i> Outputs<'i> {
    pub(crate) fn apart_from<I: Inputs + ?Sized>(inputs: &'i I) -> Self {
        const { assert!(I::RANGES <= RANGES_MAX && I::TABLES <= TABLES_MAX, "more than fit") };
        let mut outputs = Self { texts: heapless::Vec::new(), taken: heapless::Vec::new() };
        inputs.note(&mut outputs);
        outputs
    }

    /// Notes objects that are read.
    pub(crate) fn note<T>(&mut self, objects: &[T]) {
        // There is room, as `apart_from` asserts.
        let _ = self.taken.push(Range::of(objects.as_ptr(), objects.len()));
    }

    /// Notes a table that is read, and the texts that it points to.
    pub(crate) fn note_table(&mut self, fields: &'i [wxp_field]) {
        self.note(fields);
        let _ = self.texts.push(Range::texts_of(fields));
    }

    fn take<T>(&mut self, start: *const T, len: usize) -> Result<(), wxp_status> {
        self.claim(Range::of(start, len), align_of::<T>())
    }

    // One copy for outputs of all types.
    #[inline(never)]
    fn claim(&mut self, range: Range, align: usize) -> Result<(), wxp_status> {
        if range.size == 0 {
            return Ok(());
        }
        range.check(align)?;
        if range.overlaps_any(&self.taken)
            || self.texts.iter().any(|texts| range.overlaps_any(texts))
        {
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
        Ok(unsafe { claimed(start, len) })
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

impl<T> Inputs for [T] {
    fn note<'i>(&'i self, outputs: &mut Outputs<'i>) {
        outputs.note(self);
    }
}

impl Inputs for str {
    fn note<'i>(&'i self, outputs: &mut Outputs<'i>) {
        outputs.note(self.as_bytes());
    }
}

impl<T> Inputs for Option<&T> {
    fn note<'i>(&'i self, outputs: &mut Outputs<'i>) {
        outputs.note(self.map_or(&[][..], slice::from_ref));
    }
}

impl Inputs for () {
    const RANGES: usize = 0;

    fn note<'i>(&'i self, _: &mut Outputs<'i>) {}
}

impl<A: Inputs + ?Sized, B: Inputs + ?Sized> Inputs for (&A, &B) {
    const RANGES: usize = A::RANGES + B::RANGES;
    const TABLES: usize = A::TABLES + B::TABLES;

    fn note<'i>(&'i self, outputs: &mut Outputs<'i>) {
        self.0.note(outputs);
        self.1.note(outputs);
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
        let fits = text.len() <= self.capacity;
        if fits {
            // SAFETY: it was handed out, and the text lies elsewhere.
            unsafe { self.start.copy_from_nonoverlapping(text.as_ptr(), text.len()) };
        }
        self.len.put(text.len());
        if fits { Ok(()) } else { Err(WXP_E_SPACE) }
    }

    /// Writes what `write` writes, which it is asked for twice, or only says how long it is.
    pub(crate) fn write(self, write: impl Fn(&mut Writer<'_>)) -> Result<(), wxp_status> {
        let mut measure = Writer::default();
        write(&mut measure);
        let fits = measure.written() <= self.capacity;
        if fits {
            // SAFETY: it was handed out, and this is the beginning.
            write(&mut Writer::new(unsafe { claimed(self.start, measure.written()) }));
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
        // SAFETY: it was handed out.
        match write(unsafe { claimed(self.start, self.capacity) }) {
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
