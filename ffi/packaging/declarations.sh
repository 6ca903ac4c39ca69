#!/bin/sh
# Prints the bare declarations of the headers in a folder, for what reads C but has no preprocessor: PHP FFI, cffi,
# LuaJIT. They are also how a release remembers its ABI.
#
#   declarations.sh INCLUDE
set -eu
printf '#include "%s"\n' wxp_protocol.h wxp_packed.h |
    "${CC:-cc}" -E -P -nostdinc -std=c99 -DWXP_CDEF -DWXP_API= -I"$1" -
