//! Numbered kinds: a permanent number, a name, and one clause of English and of Chinese each,
//! declared once.

/// Declares an enum of kinds and what everything that lists them reads. A kind that carries values
/// names them, with what [`ALL`](crate::ErrorKind::ALL) has in its place.
macro_rules! kinds {
    (
        $(#[$enum_meta:meta])+
        pub enum $Enum:ident;

        $(#[$code_meta:meta])+
        code;

        $($(#[$doc:meta])+
        $name:ident $({ $($(#[$inner:meta])+ $field:ident: $type:ty = $default:literal),+ })?
            = $code:literal, $english:literal, $chinese:literal;)+
    ) => {
        $(#[$enum_meta])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "defmt", derive(defmt::Format))]
        #[non_exhaustive]
        // The numbers themselves, so that there is no table of them.
        #[repr(u8)]
        pub enum $Enum {
            $($(#[$doc])+ $name $({ $($(#[$inner])+ $field: $type),+ })? = $code,)+
        }

        impl $Enum {
            /// All of them, by their numbers. Those that carry a value have 0 or an empty text
            /// here.
            pub const ALL: &'static [Self] = &[$(Self::$name $({ $($field: $default),+ })?,)+];

            $(#[$code_meta])+
            #[must_use]
            pub const fn code(self) -> i32 {
                match self { $(Self::$name $({ $($field: _),+ })? => $code,)+ }
            }

            /// One clause, without place or figures.
            // Inlined, so that a language that a program never names is not linked.
            #[inline]
            #[must_use]
            pub const fn text(self, language: $crate::base::Language) -> &'static str {
                match language {
                    $crate::base::Language::English => self.english(),
                    $crate::base::Language::Chinese => self.chinese(),
                }
            }

            // One table of texts a language, not one for each caller.
            #[inline(never)]
            const fn english(self) -> &'static str {
                match self { $(Self::$name $({ $($field: _),+ })? => $english,)+ }
            }

            #[inline(never)]
            const fn chinese(self) -> &'static str {
                match self { $(Self::$name $({ $($field: _),+ })? => $chinese,)+ }
            }

            /// The [`text`](Self::text) of the one with this number, for C.
            #[inline]
            pub(crate) fn c_text_of(
                code: i32,
                language: $crate::base::Language,
            ) -> Option<&'static core::ffi::CStr> {
                let all: &'static str = match language {
                    $crate::base::Language::English => concat!($($english, "\0"),+),
                    $crate::base::Language::Chinese => concat!($($chinese, "\0"),+),
                };
                let code = u8::try_from(code).ok()?;
                $crate::base::texts::text_of(code, &[$($code),+], all)
            }

            /// The name as it is written in Rust, such as `Truncated`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name $({ $($field: _),+ })? => stringify!($name),)+ }
            }
        }
    };
}

pub(crate) use kinds;
