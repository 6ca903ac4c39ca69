//! The registers that a call leaves behind, cleared when a secret has been in them.
//!
//! Digests and copies use them, and what the program does next may put them on its stack: the dynamic
//! linker saves all of them when a function is called for the first time.

/// Clears the registers that calls need not preserve.
#[inline(never)]
pub(crate) fn clear() {
    #[cfg(not(miri))]
    machine::clear();
}

/// Assembly that repeats a line, in which `\n` stands for each of these in turn.
#[cfg(any(target_arch = "aarch64", target_arch = "x86", target_arch = "x86_64"))]
macro_rules! for_each {
    ($names:literal, $line:literal) => {
        // SAFETY: it changes nothing but registers, which are declared as clobbered.
        unsafe {
            core::arch::asm!(
                concat!(".irp n, ", $names),
                $line,
                ".endr",
                clobber_abi("C"),
                options(nomem, nostack)
            )
        }
    };
}

#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
mod machine {
    // This library is compiled for less, but libc copies with all that the processor has.
    cpufeatures::new!(avx, "avx");
    cpufeatures::new!(avx512vl, "avx512vl");

    pub(super) fn clear() {
        if avx::get() {
            // All but the first 16 bytes of each.
            for_each!("all", "vzeroupper");
        }
        for_each!("0, 1, 2, 3, 4, 5", "xorps xmm\\n, xmm\\n");
        #[cfg(not(all(target_arch = "x86_64", windows)))]
        for_each!("6, 7", "xorps xmm\\n, xmm\\n");
        #[cfg(all(target_arch = "x86_64", not(windows)))]
        for_each!("8, 9, 10, 11, 12, 13, 14, 15", "xorps xmm\\n, xmm\\n");
        #[cfg(target_arch = "x86_64")]
        if avx512vl::get() {
            for_each!(
                "16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31",
                "vpxord xmm\\n, xmm\\n, xmm\\n"
            );
        }
        for_each!("eax, ecx, edx", "xor \\n, \\n");
        #[cfg(target_arch = "x86_64")]
        for_each!("r8d, r9d, r10d, r11d", "xor \\n, \\n");
        #[cfg(all(target_arch = "x86_64", not(windows)))]
        for_each!("esi, edi", "xor \\n, \\n");
    }
}

#[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
mod machine {
    pub(super) fn clear() {
        for_each!(
            "0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31",
            "movi v\\n\\().2d, #0"
        );
        // Calls preserve their lower halves.
        for_each!("8, 9, 10, 11, 12, 13, 14, 15", "mov v\\n\\().d[1], xzr");
        for_each!("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17", "mov x\\n, xzr");
    }
}

#[cfg(not(any(
    all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"),
    all(target_arch = "aarch64", target_feature = "neon")
)))]
mod machine {
    pub(super) const fn clear() {}
}
