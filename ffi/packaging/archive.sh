#!/bin/sh
# Makes the archive that users get of the one that cargo built: archive.sh BUILT ARCHIVE. It has one
# object, and no global symbols but wxp_*. So it collides with nothing: not with the compiler's own
# library, nor a C library, nor other code in Rust. Each function keeps its section, for
# --gc-sections.
#
# CROSS is what the names of the target's tools begin with, such as arm-none-eabi-. LD, OBJCOPY and
# AR name a tool, with options if need be, such as LD="ld -m elf_i386".
set -eu
built=$1 archive=$2
folder=$(mktemp -d "$(dirname "$archive")/archive.XXXXXX")
trap 'rm -rf "$folder"' EXIT

# readelf, since nm reads what it takes for LLVM's code in Rust's own objects, and gives up.
exports=$(readelf -sW "$built" 2>/dev/null |
    awk '$5 == "GLOBAL" && $7 != "UND" && $8 ~ /^wxp_/ { print "-u", $8 }')
[ -n "$exports" ] || { echo "$built exports nothing"; exit 1; }

# Of Rust's own library comes in what these need. `--unique`: sections of one name stay apart.
# shellcheck disable=SC2086
${LD:-${CROSS-}ld} -r --unique $exports -o "$folder/wxp.o" "$built"
# Nothing unwinds, and the tables for it would need Rust's unwinder.
${OBJCOPY:-${CROSS-}objcopy} --wildcard --strip-debug --keep-global-symbol='wxp_*' \
    --remove-section='.ARM.ex*' --remove-section='.eh_frame*' --remove-section='.gcc_except_table*' \
    --strip-unneeded-symbol='__aeabi_unwind_*' --strip-unneeded-symbol='rust_eh_personality' \
    --remove-section='.llvm*' "$folder/wxp.o"
${AR:-${CROSS-}ar} rcsD "$folder/libwxp.a" "$folder/wxp.o"
mv "$folder/libwxp.a" "$archive"
