//! A program in C that calls all functions of the C ABI, with memory that ends exactly where its
//! length says, with none, with room that is too small or lies over the input, and with impossible
//! lengths.
//!
//! The pointers keep the contract of the header: NULL, or so many bytes as are said; only lengths
//! that no memory can have are made up.

use std::ffi::{CStr, c_char};
use std::ptr;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use wxp_abi::document::*;
use wxp_abi::field::*;
use wxp_abi::key::*;
use wxp_abi::nested::*;
use wxp_abi::status::*;

use crate::{SECRET, input};

mod calls;
mod checked;

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
            let language = self.u.arbitrary::<u8>()?.into();
            // SAFETY: the text is static.
            let text = unsafe { CStr::from_ptr(wxp_status_text(status, language)) };
            assert!(text != c"not a status" && text != c"不是状态码", "{status}");
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
            40..60 | WXP_E_ROOT => assert!(fault <= self.document.len()),
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
}

const EMPTY: wxp_field =
    wxp_field { name: ptr::null(), name_len: 0, value: ptr::null(), value_len: 0 };
