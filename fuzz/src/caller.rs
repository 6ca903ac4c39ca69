//! A program in C that calls all functions of the C ABI, with memory that ends exactly where its
//! length says, with none, with room that is too small or lies over the input, and with impossible
//! lengths.
//!
//! The pointers keep the contract of the header: NULL, or so many bytes as are said; only lengths
//! that no memory can have are made up.

use std::ffi::{CStr, c_char};
use std::ptr;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use wxp_abi::bill::*;
use wxp_abi::document::*;
use wxp_abi::endpoint::*;
use wxp_abi::explain::*;
use wxp_abi::facts::*;
use wxp_abi::field::*;
use wxp_abi::key::*;
use wxp_abi::nested::*;
use wxp_abi::packed::*;
use wxp_abi::payload::*;
use wxp_abi::quickpay::*;
use wxp_abi::refund::*;
use wxp_abi::sign::*;
use wxp_abi::status::*;
use wxp_abi::verdict::*;

use crate::{SECRET, input};

/// Makes the calls that these bytes say.
pub fn run(data: &[u8]) {
    let _ = Caller::new(data).and_then(Caller::run);
}

/// A program in C, as far as its memory is concerned. Each block is allocated by itself, so that
/// the sanitizer sees every byte too much.
struct Caller<'a> {
    u: Unstructured<'a>,
    document: Box<[u8]>,
    key: Box<wxp_key>,
    /// Points into the document, the scratch or the texts, all of which live as long.
    fields: Box<[wxp_field]>,
    scratch: Box<[u8]>,
    texts: Vec<Box<[u8]>>,
}

/// What a text or a table is passed as.
type Span<T> = (*const T, usize);

impl<'a> Caller<'a> {
    fn new(data: &'a [u8]) -> Result<Self> {
        // The calls come from the first bytes, and the document from the rest.
        let (head, tail) = data.split_at(data.len().min(64).min(data.len() / 2));
        let mut key = Box::new(wxp_key { opaque: [0; 32] });
        let mut u = Unstructured::new(head);
        let algorithm = u.int_in_range(0..=3)?;
        let init = [wxp_key_init, wxp_key_init_nonstandard][usize::from(u.arbitrary::<bool>()?)];
        // SAFETY: a key's room, and a text of so many bytes.
        let status = unsafe { init(&mut *key, algorithm, SECRET.as_ptr().cast(), SECRET.len()) };
        assert_eq!(status == WXP_OK, matches!(algorithm, WXP_MD5 | WXP_HMAC_SHA256));
        let document = input::document(tail).into_boxed_slice();
        Ok(Self { u, document, key, fields: [].into(), scratch: [].into(), texts: Vec::new() })
    }

    fn run(mut self) -> Result<()> {
        self.fill()?;
        while !self.u.is_empty() {
            let status = self.call()?;
            // SAFETY: the text is static.
            let text = unsafe { CStr::from_ptr(wxp_status_text(status)) };
            assert_ne!(text, c"not a status", "{status}");
        }
        // SAFETY: a key's room.
        unsafe { wxp_key_wipe(&mut *self.key) };
        assert_eq!(self.key.opaque, [0; 32]);
        Ok(())
    }

    /// A table of what the document holds, or of pieces of its bytes.
    fn fill(&mut self) -> Result<()> {
        let wide = self.u.arbitrary::<bool>()?;
        let capacity = usize::from(self.u.arbitrary::<u8>()?);
        self.fields = vec![EMPTY; capacity].into();
        self.scratch = vec![0; if wide { self.document.len() } else { capacity }].into();
        let (mut count, mut fault) = (usize::MAX, usize::MAX);
        let read = [wxp_xml_read, wxp_xml_read_nested][usize::from(self.u.arbitrary::<bool>()?)];
        // SAFETY: so many objects as are said, each in memory of its own.
        let status = unsafe {
            read(
                self.document.as_ptr().cast(),
                self.document.len(),
                self.fields.as_mut_ptr(),
                capacity,
                &mut count,
                self.scratch.as_mut_ptr().cast(),
                self.scratch.len(),
                &mut fault,
            )
        };
        match status {
            WXP_OK => {
                assert!(count <= capacity);
                self.fields = self.fields[..count].into();
            }
            WXP_E_SPACE => assert!(count > capacity || fault > self.scratch.len()),
            WXP_E_TOO_MANY_FIELDS => {}
            40..60 => assert!(fault <= self.document.len()),
            _ => panic!("{status}"),
        }
        if status != WXP_OK {
            assert!(self.fields.iter().all(|field| field.name.is_null() || field.name_len == 0));
            let pieces = self.document.chunks(1 + usize::from(self.u.arbitrary::<u8>()?));
            self.texts = pieces.take(40).map(Into::into).collect();
            let text = |text: &[u8]| (text.as_ptr().cast::<c_char>(), text.len());
            let pairs = self.texts.chunks_exact(2).map(|pair| (text(&pair[0]), text(&pair[1])));
            self.fields = pairs
                .map(|((name, name_len), (value, value_len))| wxp_field {
                    name,
                    name_len,
                    value,
                    value_len,
                })
                .collect();
        }
        Ok(())
    }

    /// Some objects as they are passed: all of them, none, or what no caller should pass.
    fn span<T>(&mut self, objects: Span<T>) -> Result<Span<T>> {
        Ok(match self.u.int_in_range(0..=15)? {
            0 => (ptr::null(), objects.1),
            1 => (ptr::null(), 0),
            2 => (objects.0, objects.1 / 2),
            3 => (objects.0, usize::MAX - usize::from(self.u.arbitrary::<u8>()?)),
            // Aligned for nothing that is larger than a byte.
            4 if size_of::<T>() > 1 && objects.1 > 1 => {
                (objects.0.wrapping_byte_add(1), objects.1 - 1)
            }
            _ => objects,
        })
    }

    fn text(&mut self) -> Result<Span<c_char>> {
        let words: [&str; 12] = [
            "payment",
            "refund",
            "/pay/micropay",
            "/pay/orderquery",
            "/mmpaymkttransfers/gethbinfo",
            "https://api.mch.weixin.qq.com/pay/refund?a",
            "sign",
            "refund_status",
            "CNY",
            "20091225091010",
            "SYSTEMERROR",
            "100.00",
        ];
        let text = match self.u.int_in_range(0..=3)? {
            0 => self.document.as_ref(),
            1 => self.texts.first().map_or(b"".as_slice(), |text| text),
            _ => self.u.choose(&words)?.as_bytes(),
        };
        // Kept, so that what is passed lives as long as the caller.
        self.texts.push(text.into());
        let text = self.texts.last().map_or(b"".as_slice(), |text| text);
        let span = (text.as_ptr().cast(), text.len());
        self.span(span)
    }

    fn table(&mut self) -> Result<Span<wxp_field>> {
        self.span((self.fields.as_ptr(), self.fields.len()))
    }

    fn key(&mut self) -> Result<*const wxp_key> {
        let is_given = self.u.ratio(15, 16)?;
        Ok(if is_given { &*self.key } else { ptr::null() })
    }

    /// Calls with room for a text and checks what has been said about it.
    fn written(
        &mut self,
        write: impl FnOnce(*mut c_char, usize, *mut usize) -> wxp_status,
    ) -> Result<wxp_status> {
        let capacity = usize::from(self.u.arbitrary::<u16>()? % 2048);
        let mut own = vec![0xAA_u8; capacity].into_boxed_slice();
        let (mut len, untouched) = (usize::MAX, usize::MAX);
        let start: *mut u8 = match self.u.int_in_range(0..=7)? {
            0 => ptr::null_mut(),
            // Over the input, which may be what is read.
            1 if capacity <= self.document.len() => self.document.as_mut_ptr(),
            _ => own.as_mut_ptr(),
        };
        let place = if self.u.ratio(1, 32)? { ptr::null_mut() } else { &raw mut len };
        let status = write(start.cast(), capacity, place);
        match status {
            WXP_OK => assert!(len <= capacity && (!start.is_null() || len == 0)),
            WXP_E_SPACE => assert!(len > capacity && len != untouched),
            _ => assert_eq!(len, untouched),
        }
        if status == WXP_OK && start == own.as_mut_ptr() {
            assert!(std::str::from_utf8(&own[..len]).is_ok());
        }
        Ok(status)
    }

    /// Room for cells, counts and faults, as bills are read into.
    fn cells(&mut self, totals: bool) -> Result<wxp_status> {
        let bill = self.text()?;
        let capacity = usize::from(self.u.arbitrary::<u8>()?);
        let mut cells = vec![wxp_text { text: ptr::null(), len: 0 }; capacity].into_boxed_slice();
        let (mut rows, mut columns, mut fault) = (0, 0, 0);
        let read = if totals { wxp_bill_totals } else { wxp_bill_read };
        // SAFETY: the contract, kept by `text`.
        let status = unsafe {
            read(bill.0, bill.1, cells.as_mut_ptr(), capacity, &mut rows, &mut columns, &mut fault)
        };
        if status == WXP_OK {
            for cell in &cells[..(rows + 1) * columns] {
                // SAFETY: a cell points into the bill.
                let text = unsafe { std::slice::from_raw_parts(cell.text.cast::<u8>(), cell.len) };
                assert!(std::str::from_utf8(text).is_ok());
            }
        }
        Ok(status)
    }

    /// One call of one function.
    fn call(&mut self) -> Result<wxp_status> {
        let function = self.u.int_in_range(0..=32)?;
        // SAFETY: for all calls the contract, kept by what makes the arguments.
        Ok(match function {
            0 => {
                let (fields, name) = (self.table()?, self.text()?);
                let (n, m) = (self.u.arbitrary::<u8>()?.into(), self.u.arbitrary::<u8>()?.into());
                let found = unsafe {
                    [
                        wxp_find(fields.0, fields.1, name.0, name.1),
                        wxp_find_numbered(fields.0, fields.1, name.0, name.1, n),
                        wxp_find_numbered_in(fields.0, fields.1, name.0, name.1, n, m),
                    ]
                };
                let all = self.fields.as_ptr_range();
                assert!(found.iter().all(|field| field.is_null() || all.contains(field)));
                WXP_OK
            }
            1 => {
                let fields = self.table()?;
                let (mut index, mut offset) = (0, 0);
                let status = unsafe { wxp_check(fields.0, fields.1, &mut index, &mut offset) };
                assert!(status == WXP_OK || index <= fields.1);
                status
            }
            2 => {
                let (key, fields) = (self.key()?, self.table()?);
                self.written(|out, room, len| unsafe {
                    wxp_sign(key, fields.0, fields.1, out, room, len)
                })?
            }
            3 => {
                let (key, fields) = (self.key()?, self.table()?);
                unsafe { wxp_verify(key, fields.0, fields.1) }
            }
            4 => {
                let fields = self.table()?;
                self.written(|out, room, len| unsafe {
                    wxp_canonical(fields.0, fields.1, out, room, len)
                })?
            }
            5 => {
                let (key, fields) = (self.key()?, self.table()?);
                self.written(|out, room, len| unsafe {
                    wxp_xml_write(key, fields.0, fields.1, out, room, len)
                })?
            }
            6 => self.records()?,
            7 => {
                let text = self.text()?;
                let body = unsafe { wxp_body(text.0, text.1) };
                assert!((0..=5).contains(&body));
                WXP_OK
            }
            8 => self.judged()?.0,
            9 => {
                let (endpoint, code) = (self.text()?, self.text()?);
                let (mut action, mut advice) = (-1, ptr::null());
                let status = unsafe {
                    wxp_advice(endpoint.0, endpoint.1, code.0, code.1, &mut action, &mut advice)
                };
                assert_eq!(status == WXP_OK, !advice.is_null());
                status
            }
            10 => {
                let (notice, taken) = (self.text()?, self.u.arbitrary::<u8>()?.into());
                self.written(|out, room, len| unsafe {
                    wxp_acknowledge(notice.0, notice.1, taken, out, room, len)
                })?
            }
            11 => {
                let (index, address) = (self.u.arbitrary::<u8>()?.into(), self.text()?);
                // SAFETY: numbers, and pointers that may be NULL.
                let mut endpoint: Box<wxp_endpoint> = unsafe { Box::new(std::mem::zeroed()) };
                let status = unsafe { wxp_endpoint_at(index, &mut *endpoint) };
                assert_eq!(status == WXP_OK, index < wxp_endpoint_count());
                unsafe { wxp_endpoint_find(address.0, address.1, &mut *endpoint) }
            }
            12 => self.paid()?,
            13 => {
                let (key, kind, fields) =
                    (self.key()?, self.u.int_in_range(0..=12)?, self.table()?);
                let mut missing = 0;
                self.written(|out, room, len| unsafe {
                    wxp_payload(key, kind, fields.0, fields.1, out, room, len, &mut missing)
                })?
            }
            14 => {
                let (key, text) = (self.key()?, self.text()?);
                let room = usize::from(self.u.arbitrary::<u16>()? % 2048);
                let mut out = vec![0; room].into_boxed_slice();
                let mut len = 0;
                unsafe {
                    wxp_unconfirmed_refund(key, text.0, text.1, out.as_mut_ptr(), room, &mut len)
                }
            }
            15 => {
                let (key, fields, offered) = (self.key()?, self.table()?, self.text()?);
                let (mut cause, mut field) = (0, 0);
                let status = unsafe {
                    wxp_explain(
                        key, fields.0, fields.1, offered.0, offered.1, &mut cause, &mut field,
                    )
                };
                assert!(status != WXP_OK || field == usize::MAX || field < fields.1);
                assert!(!wxp_cause_text(cause).is_null());
                status
            }
            16 => {
                let entropy = self.text()?;
                self.written(|out, room, len| unsafe {
                    wxp_nonce(entropy.0.cast(), entropy.1, out, room, len)
                })?
            }
            17 => {
                let (seconds, form) = (self.u.arbitrary()?, self.u.int_in_range(0..=3)?);
                self.written(|out, room, len| unsafe {
                    wxp_time_format(seconds, form, out, room, len)
                })?
            }
            18 => {
                let time = self.text()?;
                unsafe { wxp_time_parse(time.0, time.1, &mut 0) }
            }
            19 => {
                let (units, currency) = (self.u.arbitrary()?, self.text()?);
                self.written(|out, room, len| unsafe {
                    wxp_amount_format(units, currency.0, currency.1, out, room, len)
                })?
            }
            20 => {
                let (amount, currency) = (self.text()?, self.text()?);
                unsafe { wxp_amount_parse(amount.0, amount.1, currency.0, currency.1, &mut 0) }
            }
            21 => {
                let address = self.text()?;
                unsafe { wxp_check_notify_url(address.0, address.1, &mut 0, &mut 0) }
            }
            22 => {
                let name = self.text()?;
                let _ = unsafe { wxp_field_limit(name.0, name.1) };
                WXP_OK
            }
            23 => {
                let code = self.u.arbitrary()?;
                self.written(|out, room, len| unsafe { wxp_category_name(code, out, room, len) })?
            }
            24 => self.cells(false)?,
            25 => self.cells(true)?,
            26 => {
                let (key, packed) = (self.key()?, self.packed()?);
                self.written(|out, room, len| unsafe {
                    wxp_sign_packed(key, packed.0, packed.1, out, room, len)
                })?
            }
            27 => {
                let (key, packed) = (self.key()?, self.packed()?);
                unsafe { wxp_verify_packed(key, packed.0, packed.1) }
            }
            28 => {
                let packed = self.packed()?;
                self.written(|out, room, len| unsafe {
                    wxp_canonical_packed(packed.0, packed.1, out, room, len)
                })?
            }
            29 => {
                let (key, packed) = (self.key()?, self.packed()?);
                self.written(|out, room, len| unsafe {
                    wxp_xml_write_packed(key, packed.0, packed.1, out, room, len)
                })?
            }
            30 => {
                let document = self.text()?;
                let mut fault = 0;
                self.written(|out, room, len| unsafe {
                    wxp_xml_read_packed(document.0, document.1, out, room, len, &mut fault)
                })?
            }
            31 => {
                let (key, endpoint, packed) = (self.key()?, self.text()?, self.packed()?);
                let mut verdict = no_verdict();
                unsafe {
                    wxp_judge_packed(key, endpoint.0, endpoint.1, packed.0, packed.1, &mut *verdict)
                }
            }
            _ => {
                let (key, kind, packed) =
                    (self.key()?, self.u.int_in_range(0..=12)?, self.packed()?);
                let mut missing = 0;
                self.written(|out, room, len| unsafe {
                    wxp_payload_packed(key, kind, packed.0, packed.1, out, room, len, &mut missing)
                })?
            }
        })
    }

    /// The table, packed, and perhaps cut.
    fn packed(&mut self) -> Result<Span<c_char>> {
        let mut packed = Vec::new();
        // SAFETY: the fields point to what lives as long as the caller.
        let text = |start: *const c_char, len| match len {
            0 => b"".as_slice(),
            _ => unsafe { std::slice::from_raw_parts(start.cast::<u8>(), len) },
        };
        for field in &self.fields {
            packed.extend_from_slice(text(field.name, field.name_len));
            packed.push(0);
            packed.extend_from_slice(text(field.value, field.value_len));
            packed.push(0);
        }
        self.texts.push(packed.into());
        let packed = self.texts.last().map_or(b"".as_slice(), |text| text);
        let span = (packed.as_ptr().cast(), packed.len());
        self.span(span)
    }

    /// Room for records, their fields and decoded values: drawn, and then as much as is needed.
    fn records(&mut self) -> Result<wxp_status> {
        let document = self.text()?;
        let mut room = [0; 3];
        for size in &mut room {
            *size = usize::from(self.u.arbitrary::<u8>()? % 32);
        }
        let (status, needed) = read_records(document, room);
        if status == WXP_E_SPACE {
            assert!(needed.iter().zip(room).any(|(needed, room)| *needed > room));
            assert_eq!(read_records(document, needed).0, WXP_OK);
            assert_eq!(read_records(document, needed.map(|size| size.saturating_sub(1))).0, status);
        }
        Ok(status)
    }

    fn judged(&mut self) -> Result<(wxp_status, Box<wxp_verdict>)> {
        let (key, endpoint, fields) = (self.key()?, self.text()?, self.table()?);
        let mut verdict = no_verdict();
        // SAFETY: the contract, kept by what makes the arguments.
        let status =
            unsafe { wxp_judge(key, endpoint.0, endpoint.1, fields.0, fields.1, &mut *verdict) };
        let is_authentic = (WXP_SUCCEEDED..=WXP_UNSETTLED).contains(&verdict.verdict);
        if status == WXP_OK && is_authentic {
            // SAFETY: as above.
            assert_eq!(unsafe { wxp_verify(key, fields.0, fields.1) }, WXP_OK);
        }
        Ok((status, verdict))
    }

    fn paid(&mut self) -> Result<wxp_status> {
        let mut payment = Box::new(wxp_quickpay { opaque: self.u.arbitrary()? });
        if self.u.ratio(7, 8)? {
            // SAFETY: room for a payment.
            assert_eq!(unsafe { wxp_quickpay_new(&mut *payment) }, WXP_OK);
        }
        let mut status = WXP_OK;
        for _ in 0..self.u.int_in_range(1..=6)? {
            let mut verdict = no_verdict();
            verdict.verdict = self.u.int_in_range(-1..=7)?;
            let verdict: *const wxp_verdict =
                if self.u.arbitrary()? { &*verdict } else { ptr::null() };
            let (event, seconds) = (self.u.int_in_range(-1..=8)?, self.u.arbitrary()?);
            let (mut step, mut wait) = (0, 0);
            // SAFETY: objects, or NULL where it may be.
            status = unsafe {
                wxp_quickpay_next(
                    &mut *payment,
                    ptr::null(),
                    event,
                    verdict,
                    seconds,
                    &mut step,
                    &mut wait,
                )
            };
            assert_eq!(status == WXP_OK, (1..=9).contains(&step));
        }
        Ok(status)
    }
}

/// Reads records into room for so many records, fields and bytes; the status and, if it is more,
/// how much is needed.
fn read_records(document: Span<c_char>, room: [usize; 3]) -> (wxp_status, [usize; 3]) {
    const NONE: wxp_record =
        wxp_record { name: ptr::null(), name_len: 0, fields: ptr::null(), count: 0 };
    let mut records = vec![NONE; room[0]].into_boxed_slice();
    let mut fields = vec![EMPTY; room[1]].into_boxed_slice();
    let mut scratch = vec![0; room[2]].into_boxed_slice();
    let untouched = [usize::MAX; 3];
    let [mut found, mut count, mut fault] = untouched;
    // SAFETY: the contract, kept by `text`; so many objects as are said, each in memory of its own.
    let status = unsafe {
        wxp_xml_records(
            document.0,
            document.1,
            records.as_mut_ptr(),
            room[0],
            &mut found,
            fields.as_mut_ptr(),
            room[1],
            &mut count,
            scratch.as_mut_ptr(),
            room[2],
            &mut fault,
        )
    };
    if status != WXP_OK {
        assert!(records.iter().all(|record| record.name.is_null() && record.fields.is_null()));
        assert!(fields.iter().all(|field| field.name.is_null() && field.value.is_null()));
        assert!(status == WXP_E_SPACE || [found, count] == untouched[1..]);
        return (status, [found, count, fault]);
    }
    assert!(found <= room[0] && fault == usize::MAX);
    let mut at = fields.as_ptr();
    for record in &records[..found] {
        assert!((1..=128).contains(&record.count) && record.fields == at);
        for name in fields_of(record).iter().map(|field| (field.name, field.name_len)) {
            // SAFETY: what was read.
            let field = unsafe { wxp_find(record.fields, record.count, name.0, name.1) };
            // SAFETY: it was found, so there is one.
            assert_eq!(unsafe { (*field).name }, name.0);
        }
        at = at.wrapping_add(record.count);
    }
    assert_eq!(at, fields.as_ptr().wrapping_add(count));
    (status, [found, count, room[2]])
}

fn fields_of(record: &wxp_record) -> &[wxp_field] {
    // SAFETY: what was read.
    unsafe { std::slice::from_raw_parts(record.fields, record.count) }
}

const EMPTY: wxp_field =
    wxp_field { name: ptr::null(), name_len: 0, value: ptr::null(), value_len: 0 };

fn no_verdict() -> Box<wxp_verdict> {
    // SAFETY: numbers, and a pointer that may be NULL.
    Box::new(unsafe { std::mem::zeroed() })
}
