//! The stack below a call, wiped when the call is over.
//!
//! Digests keep what they absorb in registers, and the compiler puts those on the stack as it
//! likes; so it does with copies of what is moved. No variable owns these copies, so no `Drop`
//! reaches them.

/// What signing and verifying use, in bytes, as far as the secret reaches: what was measured, and a
/// margin. The tests of the C ABI, and those on devices, find what more would have to be wiped.
pub const DEPTH: usize = MARGIN
    + if cfg!(target_pointer_width = "64") {
        1536
    } else if cfg!(target_arch = "x86") {
        1280
    } else if cfg!(target_arch = "arm") {
        // No path of calls is deeper on a Cortex-M: `make size` adds up their frames.
        648
    } else {
        896
    };

/// For compilers that need more than those it was measured with. The same tests build without it as
/// well, and fail as soon as a compiler needs it.
const MARGIN: usize = if cfg!(wxp_no_margin) {
    0
} else if cfg!(target_arch = "arm") {
    16
} else {
    128
};

/// Calls a function that handles a secret, and then wipes the first `LEN` bytes of the stack that
/// it used.
#[inline(always)]
pub fn wiped<const LEN: usize, T>(call: impl FnOnce() -> T) -> T {
    let result = below(call);
    // Functions push registers that they do not need, to align the stack. The first one here does
    // so with what the call left in them, where the second one wipes it.
    wipe::<64>();
    wipe::<LEN>();
    result
}

/// Never a part of its caller, whose own stack is not wiped.
#[inline(never)]
fn below<T>(call: impl FnOnce() -> T) -> T {
    call()
}

/// Its frame overlaps the one that [`below`] used.
#[inline(never)]
fn wipe<const LEN: usize>() {
    let room = [0_u8; LEN];
    zeroize::optimization_barrier(&room);
}
