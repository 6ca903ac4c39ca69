//! Small functions that copy, fill and compare memory, for devices without an operating system. The
//! compiler calls them. Rust has its own, which are unrolled: they take more than 1 KB of a program
//! that signs. Those are weak symbols, so these replace them. Only this library calls these:
//! `archive.sh` makes them local.
//!
//! They work by words where the addresses are aligned, else by bytes. They begin at the end, because
//! such loops need the fewest instructions. In each loop, reading or writing is volatile: otherwise
//! the compiler would see what the loop does, and replace it by a call of the function that it is in.

type Word = usize;
const WORD: usize = size_of::<Word>();

/// Whether the processor reads words at any address. ARM processors do from version 7 on. Rust does
/// not tell the version, but those also have compare-and-swap. Where this guess is wrong, the compiler
/// puts words together from bytes.
#[cfg(not(test))]
const ANYWHERE: bool = cfg!(all(target_arch = "arm", target_has_atomic = "32"));

/// How many of `len` bytes are whole words.
const fn in_words(len: usize) -> usize {
    len & !(WORD - 1)
}

/// Copies; `to` may overlap the end of `from`, but not its beginning.
///
/// # Safety
///
/// There are `len` bytes to read, and as many to write.
#[inline(always)]
unsafe fn copy_down<const ANYWHERE: bool>(to: *mut u8, from: *const u8, len: usize) {
    let aligned = (to.addr() | from.addr()).is_multiple_of(WORD);
    let words = if ANYWHERE || aligned { in_words(len) } else { 0 };
    let mut at = len;
    // SAFETY: from `len` down to 0, by what is copied at once; and words are aligned, but for
    // `read` and `write`, which need not be.
    unsafe {
        while at != words {
            at = at.wrapping_sub(1);
            to.add(at).write(from.add(at).read_volatile());
        }
        while at != 0 {
            at = at.wrapping_sub(WORD);
            if ANYWHERE {
                let word = from.add(at).cast::<Packed>().read_volatile().0;
                to.add(at).cast::<Word>().write_unaligned(word);
            } else {
                let word = from.add(at).cast::<Word>().read_volatile();
                to.add(at).cast::<Word>().write(word);
            }
        }
    }
}

/// A word that need not be aligned.
#[repr(C, packed)]
struct Packed(Word);

/// Copies; `to` may overlap the beginning of `from`, but not its end.
///
/// # Safety
///
/// As for [`copy_down`].
#[inline(always)]
unsafe fn copy_up(to: *mut u8, from: *const u8, len: usize) {
    let mut at = 0_usize;
    while at != len {
        // SAFETY: from 0 up to `len`.
        unsafe { to.add(at).write(from.add(at).read_volatile()) };
        at = at.wrapping_add(1);
    }
}

/// Copies; `to` and `from` may overlap.
///
/// # Safety
///
/// As for [`copy_down`].
#[inline(always)]
unsafe fn copy<const ANYWHERE: bool>(to: *mut u8, from: *const u8, len: usize) {
    // SAFETY: the same.
    unsafe {
        if to.cast_const() < from {
            copy_up(to, from, len);
        } else {
            copy_down::<ANYWHERE>(to, from, len);
        }
    }
}

/// # Safety
///
/// There are `len` bytes to write.
#[inline(always)]
unsafe fn fill(to: *mut u8, len: usize, byte: u8) {
    let words = if to.addr().is_multiple_of(WORD) { in_words(len) } else { 0 };
    let word = Word::from(byte).wrapping_mul(Word::MAX / 255);
    let mut at = len;
    // SAFETY: from `len` down to 0, by what is written at once; and words are aligned.
    unsafe {
        while at != words {
            at = at.wrapping_sub(1);
            to.add(at).write_volatile(byte);
        }
        while at != 0 {
            at = at.wrapping_sub(WORD);
            to.add(at).cast::<Word>().write_volatile(word);
        }
    }
}

/// Less than 0, 0, or more than 0, by the first bytes that differ.
///
/// # Safety
///
/// There are `len` bytes to read at both.
#[inline(always)]
unsafe fn compare(one: *const u8, other: *const u8, len: usize) -> i32 {
    let mut at = 0_usize;
    while at != len {
        // SAFETY: from 0 up to `len`.
        let (one, other) = unsafe { (one.add(at).read_volatile(), other.add(at).read_volatile()) };
        if one != other {
            return i32::from(one).wrapping_sub(i32::from(other));
        }
        at = at.wrapping_add(1);
    }
    0
}

// The compiler calls these for objects of Rust, so what they are told of memory is right.

#[cfg(not(test))]
#[inline(never)]
#[unsafe(no_mangle)]
unsafe extern "C" fn memcmp(one: *const u8, other: *const u8, len: usize) -> i32 {
    // SAFETY: the caller's.
    unsafe { compare(one, other, len) }
}

// It has to say only whether there is a difference.
#[cfg(not(test))]
core::arch::global_asm!(".globl bcmp", ".set bcmp, memcmp");

/// By the names that they have elsewhere.
#[cfg(all(not(test), not(target_arch = "arm")))]
mod names {
    use super::{ANYWHERE, copy, copy_down, fill};

    #[unsafe(no_mangle)]
    unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, len: usize) -> *mut u8 {
        // SAFETY: the caller's.
        unsafe { copy_down::<ANYWHERE>(to, from, len) };
        to
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, len: usize) -> *mut u8 {
        // SAFETY: the caller's.
        unsafe { copy::<ANYWHERE>(to, from, len) };
        to
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn memset(to: *mut u8, byte: i32, len: usize) -> *mut u8 {
        let [byte, ..] = byte.to_le_bytes();
        // SAFETY: the caller's.
        unsafe { fill(to, len, byte) };
        to
    }
}

/// By the names that they have on ARM; those that end in 4 or 8 are for what is aligned so.
#[cfg(all(not(test), target_arch = "arm"))]
mod names {
    use super::{ANYWHERE, copy, copy_down, fill};

    #[unsafe(no_mangle)]
    unsafe extern "C" fn __aeabi_memcpy(to: *mut u8, from: *const u8, len: usize) {
        // SAFETY: the caller's.
        unsafe { copy_down::<ANYWHERE>(to, from, len) };
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn __aeabi_memmove(to: *mut u8, from: *const u8, len: usize) {
        // SAFETY: the caller's.
        unsafe { copy::<ANYWHERE>(to, from, len) };
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn __aeabi_memset(to: *mut u8, len: usize, byte: i32) {
        let [byte, ..] = byte.to_le_bytes();
        // SAFETY: the caller's.
        unsafe { fill(to, len, byte) };
    }

    // Most programs need no other filling.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn __aeabi_memclr(to: *mut u8, len: usize) {
        // SAFETY: the caller's.
        unsafe { fill(to, len, 0) };
    }

    core::arch::global_asm!(
        ".irp name, memcpy, memmove, memset, memclr",
        ".globl __aeabi_\\name\\()4, __aeabi_\\name\\()8",
        ".set __aeabi_\\name\\()4, __aeabi_\\name",
        ".set __aeabi_\\name\\()8, __aeabi_\\name",
        ".endr",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAX: usize = 70;

    /// Two distances from a word's beginning, and a length: all of them.
    fn everywhere(mut test: impl FnMut(usize, usize, usize)) {
        for to in 0..2 * WORD {
            for from in 0..2 * WORD {
                for len in 0..=MAX {
                    test(to, from, len);
                }
            }
        }
    }

    /// Words, so that the beginning is aligned; bytes near each other differ.
    fn room() -> [Word; 4 * MAX / WORD] {
        let mut room = [0; 4 * MAX / WORD];
        for (byte, value) in bytes(&mut room).iter_mut().zip((0..=250).cycle()) {
            *byte = value;
        }
        room
    }

    fn bytes(room: &mut [Word]) -> &mut [u8] {
        // SAFETY: the same memory, in bytes.
        unsafe { core::slice::from_raw_parts_mut(room.as_mut_ptr().cast(), size_of_val(room)) }
    }

    #[test]
    fn copies() {
        let ways: [unsafe fn(*mut u8, *const u8, usize); 4] =
            [copy_down::<false>, copy_down::<true>, copy::<false>, copy::<true>];
        for copy in ways {
            everywhere(|to, from, len| {
                let (mut room, mut source) = (room(), room());
                let (room, source) = (bytes(&mut room), bytes(&mut source));
                source.reverse();
                let mut expected = room.to_vec();
                expected[to..to + len].copy_from_slice(&source[from..from + len]);
                // SAFETY: both are long enough.
                unsafe { copy(room.as_mut_ptr().add(to), source.as_ptr().add(from), len) };
                assert_eq!(room, expected, "{to} {from} {len}");
            });
        }
    }

    #[test]
    fn copies_what_overlaps() {
        for copy in [copy::<false>, copy::<true>] {
            everywhere(|to, from, len| {
                let mut room = room();
                let room = bytes(&mut room);
                let mut expected = room.to_vec();
                expected.copy_within(from..from + len, to);
                let start = room.as_mut_ptr();
                // SAFETY: both are in the room.
                unsafe { copy(start.add(to), start.add(from), len) };
                assert_eq!(room, expected, "{to} {from} {len}");
            });
        }
    }

    #[test]
    fn fills() {
        everywhere(|to, _, len| {
            let mut room = room();
            let room = bytes(&mut room);
            let byte = 0xA5;
            let mut expected = room.to_vec();
            expected[to..to + len].fill(byte);
            // SAFETY: the room is long enough.
            unsafe { fill(room.as_mut_ptr().add(to), len, byte) };
            assert_eq!(room, expected, "{to} {len}");
        });
    }

    #[test]
    fn compares() {
        everywhere(|at, place, len| {
            let (mut one, mut other) = (room(), room());
            let (one, other) =
                (&mut bytes(&mut one)[at..at + len], &mut bytes(&mut other)[at..at + len]);
            if let Some(byte) = other.get_mut(place * 5) {
                *byte = byte.wrapping_add(128);
            }
            // SAFETY: both are as long.
            let found = unsafe { compare(one.as_ptr(), other.as_ptr(), len) };
            assert_eq!(found.cmp(&0), (*one).cmp(other));
        });
    }
}
