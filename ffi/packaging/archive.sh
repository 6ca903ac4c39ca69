#!/bin/sh
# Makes the archive that users get of the one that cargo built: archive.sh BUILT ARCHIVE. It has one
# object, and no global symbols but wxp_*. So it collides with nothing: not with the compiler's own
# library, nor a C library, nor other code in Rust. Each function keeps its section, for
# --gc-sections.
#
# CROSS is what the names of the target's tools begin with, such as arm-none-eabi-. LD, OBJCOPY and
# AR name a tool, with options if need be, such as LD="ld -m elf_i386".
set -eu
built=$(realpath "$1") archive=$2
folder=$(mktemp -d "$(dirname "$archive")/archive.XXXXXX")
trap 'rm -rf "$folder"' EXIT

exports=$(sed -n 's/^WXP_API .*\b\(wxp_[a-z0-9_]*\)(.*/-u \1/p' "$(dirname "$0")"/../../include/*.h | sort -u)

case ${CARGO_BUILD_TARGET-} in
    *-apple-*)
        # No linker for Mach-O that runs here puts objects together. One of them is all of wxp, and needs
        # nothing but functions of the system; the others are the compiler's.
        (cd "$folder" && ${AR:-ar} x "$built")
        mv "$folder"/wxp.*.o "$folder/wxp.o"
        ${OBJCOPY:-objcopy} --wildcard --strip-debug --keep-global-symbol='_wxp_*' "$folder/wxp.o"
        ;;
    *)
        # Of Rust's own library comes in what these need. `--unique`: sections of one name stay apart.
        # shellcheck disable=SC2086
        ${LD:-${CROSS-}ld} -r --unique $exports -o "$folder/wxp.o" "$built"
        # Nothing unwinds, and the tables for it would need Rust's unwinder.
        ${OBJCOPY:-${CROSS-}objcopy} --wildcard --strip-debug --keep-global-symbol='wxp_*' \
            --remove-section='.ARM.ex*' --remove-section='.eh_frame*' --remove-section='.gcc_except_table*' \
            --strip-unneeded-symbol='__aeabi_unwind_*' --strip-unneeded-symbol='rust_eh_personality' \
            --remove-section='.llvm*' "$folder/wxp.o"
        ;;
esac
${AR:-${CROSS-}ar} rcsD "$folder/libwxp.a" "$folder/wxp.o"
mv "$folder/libwxp.a" "$archive"
