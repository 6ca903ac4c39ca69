//! The calls, one of each function; which one, and with what, is drawn.

use std::ffi::CStr;
use std::ptr;

use libfuzzer_sys::arbitrary::Result;
use wxp_abi::advice::*;
use wxp_abi::body::*;
use wxp_abi::check::*;
use wxp_abi::document::*;
use wxp_abi::endpoint::*;
use wxp_abi::expect::*;
use wxp_abi::explain::*;
use wxp_abi::facts::*;
use wxp_abi::field::*;
use wxp_abi::list::*;
use wxp_abi::nonce::*;
use wxp_abi::packed::*;
use wxp_abi::packing::*;
use wxp_abi::payload::*;
use wxp_abi::refund::*;
use wxp_abi::second::*;
use wxp_abi::sign::*;
use wxp_abi::status::*;
use wxp_abi::verdict::*;

use super::Caller;
use super::checked::no_verdict;

impl Caller<'_> {
    /// One call of one function.
    pub(super) fn call(&mut self) -> Result<wxp_status> {
        let function = self.u.int_in_range(0..=45)?;
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
                let (body, page) = unsafe { (wxp_body(text.0, text.1), wxp_page(text.0, text.1)) };
                assert_ne!(wxp_body_text(body, 0), wxp_body_text(-1, 0));
                assert_eq!(page == 0, wxp_page_text(page, 0) == wxp_page_text(-1, 0));
                let (mut layer, mut traits, mut fault) = (-1, -1, 0);
                // What is undone need not be UTF-8.
                let mut out = vec![0; usize::from(self.u.arbitrary::<u16>()?)];
                let (room, mut len) = (out.len(), usize::MAX);
                let status = unsafe {
                    let out = out.as_mut_ptr();
                    wxp_body_undo(text.0, text.1, &mut layer, out, room, &mut len, &mut fault)
                };
                assert!(status != WXP_OK || len <= room);
                assert_eq!(status == WXP_OK, layer >= 0);
                let mut scratch = vec![0; usize::from(self.u.arbitrary::<u16>()?)];
                self.written(|out, room, len| unsafe {
                    let scratch = (scratch.as_mut_ptr(), scratch.len());
                    wxp_body_fields_packed(
                        text.0,
                        text.1,
                        scratch.0,
                        scratch.1,
                        out,
                        room,
                        len,
                        &mut traits,
                        &mut fault,
                    )
                })?
            }
            8 => self.judged()?.0,
            9 => {
                let (source, code) = (self.source()?, self.text()?);
                let (mut action, mut advice) = (-1, 0);
                let status =
                    unsafe { wxp_advice(source, code.0, code.1, &mut action, &mut advice) };
                let language = self.u.arbitrary::<u8>()?.into();
                assert_eq!(status == WXP_OK, !wxp_advice_text(advice, language).is_null());
                status
            }
            10 => {
                let (notice, taken) = (self.source()?, self.u.arbitrary::<u8>()?.into());
                self.written(|out, room, len| unsafe {
                    wxp_acknowledge(notice, taken, out, room, len)
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
                let mut missing = wxp_text { text: ptr::null(), len: 0 };
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
                let (mut cause, mut marked, mut count) = (0, [0; 3], 0);
                let room = self.u.int_in_range(0..=marked.len())?;
                let status = unsafe {
                    wxp_explain(
                        key,
                        fields.0,
                        fields.1,
                        offered.0,
                        offered.1,
                        &mut cause,
                        marked.as_mut_ptr(),
                        room,
                        &mut count,
                    )
                };
                assert!(status != WXP_OK || count <= fields.1);
                assert!(marked[..count.min(room)].iter().all(|index| *index < fields.1));
                assert!(marked[count.min(room)..].iter().all(|index| *index == 0));
                let (sender, rank) = (self.u.int_in_range(0..=2)?, self.u.int_in_range(0..=10)?);
                let hint = wxp_hint(cause, sender, rank);
                assert!(hint == 0 || wxp_hint_text(hint, 1) != wxp_hint_text(0, 1));
                let _ = unsafe { wxp_refusal_hint(offered.0, offered.1, rank) };
                let mut second = 0;
                let _ = unsafe {
                    wxp_explain_second(
                        key,
                        fields.0,
                        fields.1,
                        offered.0,
                        offered.1,
                        &mut second,
                        &mut cause,
                        marked.as_mut_ptr(),
                        room,
                        &mut count,
                    )
                };
                let language = self.u.arbitrary::<u8>()?.into();
                assert!(!wxp_cause_text(cause, language).is_null());
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
                let (source, name) = (self.source()?, self.text()?);
                let _ = unsafe { wxp_field_limit(source, name.0, name.1) };
                WXP_OK
            }
            23 => {
                let code = self.u.arbitrary()?;
                let language = self.u.arbitrary::<u8>()?.into();
                let names =
                    [wxp_category_name(code, language), wxp_endpoint_purpose(code, language)];
                for name in names.into_iter().filter(|name| !name.is_null()) {
                    // SAFETY: the text is static.
                    assert!(!unsafe { CStr::from_ptr(name) }.is_empty());
                }
                WXP_OK
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
                let (key, source, packed) = (self.key()?, self.source()?, self.packed()?);
                let mut verdict = no_verdict();
                unsafe { wxp_judge_packed(key, source, packed.0, packed.1, &mut *verdict) }
            }
            32 => {
                let (expected, fields) = (self.table()?, self.table()?);
                let (_, verdict) = self.judged()?;
                let mut differs = wxp_text { text: ptr::null(), len: 0 };
                let status = unsafe {
                    wxp_expect(&*verdict, fields.0, fields.1, expected.0, expected.1, &mut differs)
                };
                assert_eq!(status == WXP_E_DIFFERS, differs.len > 0);
                status
            }
            33 => {
                let (expected, packed) = (self.packed()?, self.packed()?);
                let (_, verdict) = self.judged()?;
                let mut differs = wxp_text { text: ptr::null(), len: 0 };
                let (one, other) = ((packed.0, packed.1), (expected.0, expected.1));
                unsafe {
                    wxp_expect_packed(&*verdict, one.0, one.1, other.0, other.1, &mut differs)
                }
            }
            34 => {
                let document = self.text()?;
                let mut fault = 0;
                self.written(|out, room, len| unsafe {
                    wxp_refund_read_packed(document.0, document.1, out, room, len, &mut fault)
                })?
            }
            35 => {
                let source = self.source()?;
                let name = wxp_source_name(source);
                assert!(name.is_null() || unsafe { *name } != 0);
                WXP_OK
            }
            36 => {
                let name = self.text()?;
                unsafe { wxp_source_find(name.0, name.1, &mut 0) }
            }
            37 => {
                let amount = self.text()?;
                unsafe { wxp_fen_parse(amount.0, amount.1, &mut 0) }
            }
            38 => {
                let (fields, name, value) = (self.table()?, self.text()?, self.text()?);
                let is =
                    unsafe { wxp_field_is(fields.0, fields.1, name.0, name.1, value.0, value.1) };
                assert!((0..=1).contains(&is));
                WXP_OK
            }
            39 => {
                let packed = self.packed()?;
                let (mut index, mut offset) = (0, 0);
                let status =
                    unsafe { wxp_check_packed(packed.0, packed.1, &mut index, &mut offset) };
                assert!(status == WXP_OK || index <= WXP_PACKED_MAX);
                status
            }
            40 => {
                let (key, packed, offered) = (self.key()?, self.packed()?, self.text()?);
                let (mut cause, mut marked, mut count) = (0, [0; 3], 0);
                unsafe {
                    wxp_explain_packed(
                        key,
                        packed.0,
                        packed.1,
                        offered.0,
                        offered.1,
                        &mut cause,
                        marked.as_mut_ptr(),
                        marked.len(),
                        &mut count,
                    )
                }
            }
            41 => {
                let document = self.text()?;
                let mut fault = 0;
                self.written(|out, room, len| unsafe {
                    wxp_xml_read_nested_packed(document.0, document.1, out, room, len, &mut fault)
                })?
            }
            42 => {
                let document = self.text()?;
                let mut fault = 0;
                self.written(|out, room, len| unsafe {
                    wxp_xml_records_packed(document.0, document.1, out, room, len, &mut fault)
                })?
            }
            43 => self.found(false)?,
            44 => self.found(true)?,
            _ => {
                let (key, kind, packed) =
                    (self.key()?, self.u.int_in_range(0..=12)?, self.packed()?);
                let mut missing = wxp_text { text: ptr::null(), len: 0 };
                self.written(|out, room, len| unsafe {
                    wxp_payload_packed(key, kind, packed.0, packed.1, out, room, len, &mut missing)
                })?
            }
        })
    }
}
