//! The C ABI as programs load it: the shared library, built for speed, behind pointers to its
//! functions. The only unsafe code here.

#![allow(clippy::too_many_arguments, reason = "pointers and lengths go in pairs")]

use std::env;
use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::PathBuf;
use std::process::Command;

use libloading::{Library, Symbol};
use wxp_core::{Algorithm, Source};

use crate::workload::SECRET;

/// A `wxp_field`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Record {
    name: *const u8,
    name_len: usize,
    value: *const u8,
    value_len: usize,
}

impl Record {
    const EMPTY: Self = Self::of("", "");

    /// The field of a name and a value.
    #[must_use]
    pub const fn of(name: &'static str, value: &'static str) -> Self {
        Self {
            name: name.as_ptr(),
            name_len: name.len(),
            value: value.as_ptr(),
            value_len: value.len(),
        }
    }
}

/// A `wxp_key`.
#[repr(C)]
pub struct Key([u64; 32]);

/// A `wxp_verdict`; all that is looked at is what comes second.
#[repr(C)]
struct Verdict {
    fault_field: [usize; 2],
    verdict: i32,
    rest: [i32; 11],
}

/// What a document is read into: room for more fields and bytes than the workloads' have.
pub struct Slots {
    records: [Record; 128],
    count: usize,
    scratch: [u8; 8192],
}

impl Default for Slots {
    fn default() -> Self {
        Self { records: [Record::EMPTY; 128], count: 0, scratch: [0; 8192] }
    }
}

type Init = unsafe extern "C" fn(*mut Key, u32, *const u8, usize) -> i32;
type Out =
    unsafe extern "C" fn(*const Key, *const Record, usize, *mut u8, usize, *mut usize) -> i32;
type Read = unsafe extern "C" fn(
    *const u8,
    usize,
    *mut Record,
    usize,
    *mut usize,
    *mut u8,
    usize,
    *mut usize,
) -> i32;
type Verify = unsafe extern "C" fn(*const Key, *const Record, usize) -> i32;
type Judge = unsafe extern "C" fn(*const Key, i32, *const Record, usize, *mut Verdict) -> i32;

/// The functions of the library.
pub struct Libwxp {
    key_init: Symbol<'static, Init>,
    sign: Symbol<'static, Out>,
    xml_write: Symbol<'static, Out>,
    xml_read: Symbol<'static, Read>,
    verify: Symbol<'static, Verify>,
    judge: Symbol<'static, Judge>,
}

impl Libwxp {
    /// `WXP_SUCCEEDED`.
    pub const SUCCEEDED: i32 = 1;

    /// Builds the library as `make install PROFILE=release` does, and loads it for as long as the
    /// program lives.
    #[must_use]
    pub fn load() -> &'static Self {
        // SAFETY: the library does nothing when it is loaded, and the functions have these types in
        // `wxp.h`.
        unsafe {
            let library: &'static Library = Box::leak(Box::new(Library::new(built()).unwrap()));
            Box::leak(Box::new(Self {
                key_init: library.get(b"wxp_key_init\0").unwrap(),
                sign: library.get(b"wxp_sign\0").unwrap(),
                xml_write: library.get(b"wxp_xml_write\0").unwrap(),
                xml_read: library.get(b"wxp_xml_read\0").unwrap(),
                verify: library.get(b"wxp_verify\0").unwrap(),
                judge: library.get(b"wxp_judge\0").unwrap(),
            }))
        }
    }

    /// The prepared key of an algorithm.
    #[must_use]
    pub fn key(&self, algorithm: Algorithm) -> Key {
        let algorithm = match algorithm {
            Algorithm::Md5 => 1,
            Algorithm::HmacSha256 => 2,
        };
        let mut key = Key([0; 32]);
        // SAFETY: the key is as large as it has to be.
        let status =
            unsafe { (self.key_init)(&raw mut key, algorithm, SECRET.as_ptr(), SECRET.len()) };
        assert_eq!(status, 0);
        key
    }

    /// `wxp_sign`.
    #[must_use]
    pub fn sign<'o>(&self, key: &Key, fields: &[Record], out: &'o mut [u8]) -> &'o str {
        Self::text(&self.sign, key, fields, out)
    }

    /// `wxp_xml_write`.
    #[must_use]
    pub fn xml_write<'o>(&self, key: &Key, fields: &[Record], out: &'o mut [u8]) -> &'o str {
        Self::text(&self.xml_write, key, fields, out)
    }

    fn text<'o>(function: &Out, key: &Key, fields: &[Record], out: &'o mut [u8]) -> &'o str {
        let (start, capacity) = (out.as_mut_ptr(), out.len());
        let mut len = 0;
        // SAFETY: the pointers are those of slices, and the text is UTF-8.
        unsafe {
            let status =
                function(key, fields.as_ptr(), fields.len(), start, capacity, &raw mut len);
            assert_eq!(status, 0);
            str::from_utf8_unchecked(&out[..len])
        }
    }

    /// `wxp_xml_read`; the number of fields.
    pub fn xml_read(&self, document: &'static str, slots: &mut Slots) -> usize {
        let mut fault = 0;
        // SAFETY: the pointers are those of slices; the document outlives the records.
        let status = unsafe {
            (self.xml_read)(
                document.as_ptr(),
                document.len(),
                slots.records.as_mut_ptr(),
                slots.records.len(),
                &raw mut slots.count,
                slots.scratch.as_mut_ptr(),
                slots.scratch.len(),
                &raw mut fault,
            )
        };
        assert_eq!(status, 0);
        slots.count
    }

    /// `wxp_verify`.
    #[must_use]
    pub fn verify(&self, key: &Key, slots: &Slots) -> bool {
        // SAFETY: `xml_read` has filled the slots.
        unsafe { (self.verify)(key, slots.records.as_ptr(), slots.count) == 0 }
    }

    /// `wxp_judge`; the number of the verdict.
    #[must_use]
    pub fn judge(&self, key: &Key, source: Source, slots: &Slots) -> i32 {
        let mut verdict = Verdict { fault_field: [0; 2], verdict: 0, rest: [0; 11] };
        // SAFETY: `xml_read` has filled the slots.
        let status = unsafe {
            (self.judge)(
                key,
                i32::from(source.number()),
                slots.records.as_ptr(),
                slots.count,
                &raw mut verdict,
            )
        };
        assert_eq!(status, 0);
        verdict.verdict
    }
}

/// The library's file, which is made anew if something has changed.
fn built() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--release", "--locked", "--quiet", "--package", "wxp-ffi"]);
    let status = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap();
    assert!(status.success(), "libwxp cannot be built");
    // Beside this program, which is optimized as well.
    let program = env::current_exe().unwrap();
    let release = program.ancestors().find(|folder| folder.ends_with("release"));
    release.expect("an optimized program").join(format!("{DLL_PREFIX}wxp{DLL_SUFFIX}"))
}
