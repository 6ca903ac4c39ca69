#!/bin/sh
# Lays libwxp down for programs in C: headers, libraries, and what pkg-config and CMake look for; and
# the command wxp, unless COMMAND=no. Or takes exactly that away. See `make install` and `make uninstall`.
#
# CARGO_BUILD_TARGET names another machine to build for, and BUILD what to build with in place of `cargo
# build`. archive.sh and dll.sh say which tools can be named.
set -eu
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml)
abi=$(sed -n 's/^#define WXP_ABI_VERSION *\([0-9]*\).*/\1/p' include/wxp.h)
# What cargo makes, how it is installed, the links to it, and what CMake has to know of it.
case ${CARGO_BUILD_TARGET:-$(uname -s)} in
    *-apple-* | Darwin)
        made=libwxp.dylib shared=libwxp.$version.dylib links="libwxp.$abi.dylib libwxp.dylib"
        fact="SONAME \"@rpath/libwxp.$abi.dylib\""
        ;;
    *-windows-*)
        made=wxp.dll shared=wxp.dll links=
        # shellcheck disable=SC2016
        fact='IMPLIB "${_wxp_libdir}/wxp.lib"'
        ;;
    *)
        made=libwxp.so shared=libwxp.so.$version links="libwxp.so.$abi libwxp.so"
        fact="SONAME \"libwxp.so.$abi\""
        ;;
esac

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
# Windows looks for libraries where programs are.
[ "$made" = wxp.dll ] && shareddir=$bindir || shareddir=$libdir

include=${DESTDIR:-}$includedir
lib=${DESTDIR:-}$libdir
bin=${DESTDIR:-}$bindir
shared=${DESTDIR:-}$shareddir/$shared
share=${DESTDIR:-}$prefix/share/wxp

if [ "$1" = uninstall ]; then
    rm -f "$bin/wxp" "$include/wxp.h" "$include/wxp_protocol.h" "$include/wxp_packed.h" "$share/wxp.cdef.h" "$lib/pkgconfig/wxp.pc" \
        "$lib/libwxp.a" "$shared" "$lib/libwxp.dll.a" "$lib/wxp.lib" \
        "$lib/cmake/wxp/wxpConfig.cmake" "$lib/cmake/wxp/wxpConfigVersion.cmake"
    for link in $links; do rm -f "$lib/$link"; done
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
command=${COMMAND:-release}
if [ "$command" != no ]; then
    ${BUILD:-cargo build} --profile "$command" --locked --package wxp --target-dir "$target"
fi
profile=${PROFILE:-release}
if [ "$profile" = embedded ]; then
    # Where the processor has no instructions for SHA-256, the small form of it.
    RUSTFLAGS="${RUSTFLAGS:-} --cfg sha2_backend_soft=\"compact\""
    export RUSTFLAGS
fi
${BUILD:-cargo build} --profile "$profile" --locked --package wxp-ffi --target-dir "$target"
output=$(built "$profile")

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
    sed -e "s|@VERSION@|$version|; s|@FACT@|$fact|" \
        -e "s|@SHARED@|$(way "$libdir" "$shareddir/${shared##*/}")|" \
        -e "s|@PREFIX@|$(way "$libdir" "$prefix")|" \
        -e "s|@INCLUDEDIR@|$(way "$libdir" "$includedir")|" "ffi/packaging/$1.in"
}

umask 022
install -d "$include" "${shared%/*}" "$lib/pkgconfig" "$lib/cmake/wxp" "$share"
install -m 644 include/*.h "$include"
sh ffi/packaging/archive.sh "$output/libwxp.a" "$lib/libwxp.a"
if [ "$made" = wxp.dll ]; then
    sh ffi/packaging/dll.sh "$lib/libwxp.a" "$shared" "$lib/wxp.lib"
    # Where MinGW looks for it.
    cp "$lib/wxp.lib" "$lib/libwxp.dll.a"
else
    install -m 755 "$output/$made" "$shared"
    # Other linkers than that of the system bring the C library in all the same, and what cargo links for
    # ARM asks for Rust's unwinder. The archive does neither.
    case ${BUILD:+other}-$made-${CARGO_BUILD_TARGET:-$(uname -m)} in
        other-libwxp.so-* | *-libwxp.so-arm*)
            ${LD:-${CROSS-}ld} -shared -s -soname "libwxp.so.$abi" -z now -z noexecstack --gc-sections \
                --whole-archive "$lib/libwxp.a" -o "$shared"
            ;;
        *-libwxp.so-*) ${STRIP:-${CROSS-}strip} "$shared" ;;
    esac
fi
if [ "$command" != no ]; then
    install -d "$bin"
    install -m 755 "$(built "$command")/wxp" "$bin"
    ${STRIP:-${CROSS-}strip} "$bin/wxp"
fi
file=${shared##*/}
for link in $links; do
    ln -sf "$file" "$lib/$link"
    file=$link
done
fill wxp.pc >"$lib/pkgconfig/wxp.pc"
fill wxpConfig.cmake >"$lib/cmake/wxp/wxpConfig.cmake"
fill wxpConfigVersion.cmake >"$lib/cmake/wxp/wxpConfigVersion.cmake"
sh ffi/packaging/declarations.sh include >"$share/wxp.cdef.h"
