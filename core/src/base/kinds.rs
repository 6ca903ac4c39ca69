//! Numbered kinds: a permanent number, a name and one clause of English each, declared once.

/// Declares an enum of kinds and what everything that lists them reads. A kind that carries a value
/// names it, with what [`ALL`](crate::ErrorKind::ALL) has in its place.
macro_rules! kinds {
    (
        $(#[$enum_meta:meta])+
        pub enum $Enum:ident;

        $(#[$code_meta:meta])+
        code;

        $($(#[$doc:meta])+
        $name:ident $({ $(#[$inner:meta])+ $field:ident: $type:ty = $default:literal })?
            = $code:literal, $text:literal;)+
    ) => {
        $(#[$enum_meta])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        // The numbers themselves, so that there is no table of them.
        #[repr(u8)]
        pub enum $Enum {
            $($(#[$doc])+ $name $({ $(#[$inner])+ $field: $type })? = $code,)+
        }

        impl $Enum {
            /// All of them, by their numbers. Those that carry a value have 0 or an empty text
            /// here.
            pub const ALL: &'static [Self] = &[$(Self::$name $({ $field: $default })?,)+];

            $(#[$code_meta])+
            #[must_use]
            pub const fn code(self) -> i32 {
                match self { $(Self::$name $({ $field: _ })? => $code,)+ }
            }

            /// One clause of English, without place or figures.
            // One table of texts, not one for each caller.
            #[inline(never)]
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name $({ $field: _ })? => $text,)+ }
            }

            /// The [`text`](Self::text) of the one with this number, for C.
            pub(crate) const fn c_text_of(code: i32) -> Option<&'static core::ffi::CStr> {
                match code {
                    $($code => Some(const { $crate::base::texts::c_str(concat!($text, "\0")) }),)+
                    _ => None,
                }
            }

            /// The name as it is written in Rust, such as `Truncated`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name $({ $field: _ })? => stringify!($name),)+ }
            }
        }
    };
}

pub(crate) use kinds;
