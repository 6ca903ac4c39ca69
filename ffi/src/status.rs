//! What a call came to.

use core::ffi::{CStr, c_char};

use wxp_core::{Error, ErrorKind, Language, abi};

/// English.
pub const WXP_ENGLISH: i32 = 0;
/// Chinese, in simplified characters.
pub const WXP_CHINESE: i32 = 1;

/// WXP_OK or a WXP_E_ number. Its decade tells the source: below 10 the call, 10s the key, 20s the
/// caller's fields, 30s the caller's buffer, 40s XML that is not well-formed, 50s XML that is
/// refused on purpose, 60s authenticity, 70s a bill.
pub type wxp_status = i32;

/// Done.
pub const WXP_OK: wxp_status = 0;

/// A pointer is NULL and must not be.
pub const WXP_E_NULL: wxp_status = 1;
/// A length that no object in memory can have.
pub const WXP_E_LENGTH: wxp_status = 2;
/// A pointer is not aligned for its type.
pub const WXP_E_ALIGNMENT: wxp_status = 3;
/// An output overlaps an input or another output.
pub const WXP_E_OVERLAP: wxp_status = 4;
/// Not a key of wxp_key_init: zeroed, wiped or foreign.
pub const WXP_E_KEY: wxp_status = 5;
/// An unknown number, or a value out of range.
pub const WXP_E_ARGUMENT: wxp_status = 6;
/// Nothing has this name or number.
pub const WXP_E_NOT_FOUND: wxp_status = 7;
/// A malformed packed table.
pub const WXP_E_PACKED: wxp_status = 8;
/// The library computes wrongly on this machine.
pub const WXP_E_SELF_TEST: wxp_status = 9;
/// A field differs from the caller's records.
pub const WXP_E_DIFFERS: wxp_status = 69;

// The others are the kinds of errors of the core; these have names here too.
/// [`ErrorKind::DuplicateField`]
pub const WXP_E_DUPLICATE_FIELD: wxp_status = ErrorKind::DuplicateField.code();
/// [`ErrorKind::TooManyFields`]
pub const WXP_E_TOO_MANY_FIELDS: wxp_status = ErrorKind::TooManyFields.code();
/// [`ErrorKind::Missing`]
pub const WXP_E_MISSING: wxp_status = ErrorKind::Missing.code();
/// [`ErrorKind::Space`]
pub const WXP_E_SPACE: wxp_status = ErrorKind::Space { needed: 0 }.code();
/// [`ErrorKind::NotUtf8`]
pub const WXP_E_NOT_UTF8: wxp_status = ErrorKind::NotUtf8.code();
/// [`ErrorKind::Duplicate`]
pub const WXP_E_DUPLICATE: wxp_status = ErrorKind::Duplicate.code();
/// [`ErrorKind::Root`]
pub const WXP_E_ROOT: wxp_status = ErrorKind::Root.code();

/// The text of a number that the core does not know. All lie in one constant for each language, so
/// that only those who ask link them.
macro_rules! own_texts {
    ($number:expr, $language:expr, $($known:expr => $english:literal, $chinese:literal;)+) => {
        wxp_core::abi::text_of($number, &[$($known),+], match $language {
            wxp_core::Language::English => concat!($($english, "\0"),+),
            wxp_core::Language::Chinese => concat!($($chinese, "\0"),+),
        })
    };
}
pub(crate) use own_texts;

/// A text of C in one language or the other. Both are one constant: compilers put single literals of
/// a whole library into one section, so that a program that uses any of them links all.
macro_rules! either_text {
    ($language:expr, $english:literal, $chinese:literal) => {{
        const BOTH: &str = concat!($english, "\0", $chinese, "\0");
        const CHINESE: usize = concat!($english, "\0").len();
        let text = match $language {
            wxp_core::Language::English => BOTH.as_ptr(),
            wxp_core::Language::Chinese => BOTH.as_ptr().wrapping_add(CHINESE),
        };
        text.cast::<core::ffi::c_char>()
    }};
}
pub(crate) use either_text;

/// A status as one clause, in English or in Chinese: static, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_status_text(status: wxp_status, language: i32) -> *const c_char {
    let language = self::language(language);
    let own = own_texts! { status, language,
        WXP_OK => "done", "成功";
        WXP_E_NULL => "NULL where something has to be", "指针为NULL，此处不允许";
        WXP_E_LENGTH => "a length that no object in memory can have", "长度过大，内存中不可能有这样的对象";
        WXP_E_ALIGNMENT => "a pointer that is not aligned for what it points to", "指针没有按所指类型对齐";
        WXP_E_OVERLAP => "an output lies over an input or another output", "输出与输入或另一个输出重叠";
        WXP_E_KEY => "not a key that was initialised", "不是已初始化的密钥";
        WXP_E_ARGUMENT => "a number that is none of those listed, or a value out of range", "未列出的编号，或超出范围的值";
        WXP_E_NOT_FOUND => "nothing of that name or number", "没有此名称或编号";
        WXP_E_PACKED => "not a packed table", "不是打包的字段表";
        WXP_E_SELF_TEST => "the library computes wrongly on this machine", "本库在此机器上计算有误";
        WXP_E_DIFFERS => "a field that is not what the caller's records say", "字段与调用方的记录不一致";
    };
    let text = own.or_else(|| abi::error_text(status, language));
    text.map_or(either_text!(language, "not a status", "不是状态码"), CStr::as_ptr)
}

/// The language with this number; English for any other.
pub(crate) const fn language(number: i32) -> Language {
    match number {
        WXP_CHINESE => Language::Chinese,
        _ => Language::English,
    }
}

/// The status of an error of the core, which has the same number.
pub(crate) fn of(error: Error) -> wxp_status {
    error.kind().code()
}
