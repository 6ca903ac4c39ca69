#!/bin/sh
# Makes the DLL for Windows of the archive that archive.sh made, and its import library: dll.sh ARCHIVE DLL
# LIBRARY. It has no start-up code of a C library, exports what the headers declare, and needs nothing but
# the functions for memory of msvcrt.dll, which is part of every Windows. COFF_LINK is a linker with the options
# of Microsoft's, DLLTOOL what makes import libraries.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

printf '%s\n' 'LIBRARY msvcrt.dll' EXPORTS memcpy memmove memset memcmp >"$folder/msvcrt.def"
${DLLTOOL:-llvm-dlltool} -m i386:x86-64 -d "$folder/msvcrt.def" -l "$folder/msvcrt.lib"
{
    printf '%s\n' 'LIBRARY wxp.dll' EXPORTS
    sed -n 's/^WXP_API .*\b\(wxp_[a-z0-9_]*\)(.*/\1/p' "$(dirname "$0")"/../../include/*.h | sort -u
} >"$folder/wxp.def"
# /Brepro: the same bytes each time.
${COFF_LINK:-lld-link} /dll /noentry /machine:x64 /Brepro /opt:ref /nodefaultlib /def:"$folder/wxp.def" \
    /out:"$2" /implib:"$3" "$1" "$folder/msvcrt.lib"
