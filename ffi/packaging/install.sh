#!/bin/sh
# Lays libwxp down for programs in C: headers, libraries, and what pkg-config and CMake look for; and
# the command wxp, unless COMMAND=no. Or takes exactly that away. See `make install` and `make uninstall`; this is for ELF systems.
set -eu
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml)
soname=libwxp.so.$(sed -n 's/^#define WXP_ABI_VERSION *\([0-9]*\).*/\1/p' include/wxp.h)

# below FOLDER PATH: an absolute path as it is, another one below the folder.
below() {
    case $2 in
        /*) echo "${2%/}" ;;
        *) echo "$1/${2%/}" ;;
    esac
}
prefix=$(below "$PWD" "${PREFIX:-/usr/local}")
libdir=$(below "$prefix" "${LIBDIR:-lib}")
includedir=$(below "$prefix" "${INCLUDEDIR:-include}")
bindir=$(below "$prefix" "${BINDIR:-bin}")

include=${DESTDIR:-}$includedir
lib=${DESTDIR:-}$libdir
bin=${DESTDIR:-}$bindir
share=${DESTDIR:-}$prefix/share/wxp

if [ "$1" = uninstall ]; then
    rm -f "$bin/wxp" "$include/wxp.h" "$include/wxp_protocol.h" "$include/wxp_packed.h" "$share/wxp.cdef.h" "$lib/pkgconfig/wxp.pc" \
        "$lib/libwxp.a" "$lib/libwxp.so" "$lib/$soname" "$lib/libwxp.so.$version" \
        "$lib/cmake/wxp/wxpConfig.cmake" "$lib/cmake/wxp/wxpConfigVersion.cmake"
    for folder in "$lib/cmake/wxp" "$share"; do
        rmdir "$folder" 2>/dev/null || true # unless it is gone, or holds something else
    done
    exit
fi

target=${CARGO_TARGET_DIR:-target}
# built PROFILE: the folder where cargo puts what it builds with a profile.
built() {
    [ "$1" = dev ] && set -- debug
    echo "$target/${CARGO_BUILD_TARGET:+$CARGO_BUILD_TARGET/}$1"
}
# For a host, so not as small as the library may have to be.
command=${COMMAND:-release}
if [ "$command" != no ]; then
    cargo build --profile "$command" --locked --package wxp --target-dir "$target"
fi
profile=${PROFILE:-embedded}
if [ "$profile" = embedded ]; then
    # Where the processor has no instructions for SHA-256, the small form of it.
    RUSTFLAGS="${RUSTFLAGS:-} --cfg sha2_backend_soft=\"compact\""
    export RUSTFLAGS
fi
cargo build --profile "$profile" --locked --package wxp-ffi --target-dir "$target"
made=$(built "$profile")

# way FROM TO: from one folder to another, so that the whole tree can be moved.
way() {
    common=$1
    up=
    until case $2/ in "$common"/*) true ;; *) false ;; esac do
        common=${common%/*}
        up=../$up
    done
    rest=${2#"$common"}
    rest=$up${rest#/}
    echo "${rest%/}"
}
# fill NAME: a file of this folder, with what depends on version and folders.
fill() {
    sed -e "s|@VERSION@|$version|; s|@SONAME@|$soname|" \
        -e "s|@PREFIX@|$(way "$libdir" "$prefix")|" \
        -e "s|@INCLUDEDIR@|$(way "$libdir" "$includedir")|" "ffi/packaging/$1.in"
}

umask 022
install -d "$include" "$lib/pkgconfig" "$lib/cmake/wxp" "$share"
install -m 644 include/*.h "$include"
sh ffi/packaging/archive.sh "$made/libwxp.a" "$lib/libwxp.a"
install -m 755 "$made/libwxp.so" "$lib/libwxp.so.$version"
"${STRIP:-${CROSS-}strip}" "$lib/libwxp.so.$version"
if [ "$command" != no ]; then
    install -d "$bin"
    install -m 755 "$(built "$command")/wxp" "$bin"
    "${STRIP:-${CROSS-}strip}" "$bin/wxp"
fi
ln -sf "libwxp.so.$version" "$lib/$soname"
ln -sf "$soname" "$lib/libwxp.so"
fill wxp.pc >"$lib/pkgconfig/wxp.pc"
fill wxpConfig.cmake >"$lib/cmake/wxp/wxpConfig.cmake"
fill wxpConfigVersion.cmake >"$lib/cmake/wxp/wxpConfigVersion.cmake"
sh ffi/packaging/declarations.sh include >"$share/wxp.cdef.h"
