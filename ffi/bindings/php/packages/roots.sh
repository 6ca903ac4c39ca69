# Where the packages for PHP are made, and the Debian roots for them; to be sourced after checks.sh.
bindings=ffi/bindings
out=$PWD/target/packages/php
packages=$out/packages
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml)
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
# What is needed to make roots.
can_root() { [ "$(id -u)" -eq 0 ] && command -v debootstrap >/dev/null; }

# root NAME SUITE PACKAGES [COMMANDS]: a Debian with nothing but these packages and what the commands add,
# kept for the next time.
root() {
    [ -f "$out/roots/$1/complete" ] && return
    rm -rf "${out:?}/roots/$1"
    mkdir -p "$out/roots"
    debootstrap --variant=minbase "--include=$3" "$2" "$out/roots/$1" "$mirror" &&
        { [ $# -lt 4 ] || in_root "$1" "$4"; } && touch "$out/roots/$1/complete"
}
in_root() {
    chroot "$out/roots/$1" env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
        LC_ALL=C.UTF-8 sh -c "cd /root && $2"
}
