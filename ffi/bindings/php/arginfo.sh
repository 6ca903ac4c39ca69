#!/bin/sh
# Makes wxp_arginfo.h of wxp.stub.php, with PHP's own gen_stub.php; --check only says whether it is
# current. Without php8.2-dev and php-parser it says what to install.
set -eu
cd "$(dirname "$0")"

current() {
    grep -q "Stub hash: $(sha1sum <wxp.stub.php | cut -d' ' -f1) " wxp_arginfo.h
}
if current; then
    exit
elif [ "${1:-}" = --check ]; then
    echo "ffi/bindings/php/wxp_arginfo.h is not current; run: make generate"
    exit 1
fi

php=$(command -v php8.2 || command -v php || true)
config=$(command -v php-config8.2 || command -v php-config || true)
generator=
if [ -n "$php" ] && [ -n "$config" ]; then
    generator=$("$config" --prefix)/lib/php/$("$config" --phpapi)/build/gen_stub.php
fi
parser=${PHP_PARSER:-/usr/share/php}
if ! [ -f "$generator" ] || ! [ -d "$parser/PhpParser" ]; then
    echo "wxp_arginfo.h is not current: install php8.2-cli php8.2-dev php-parser, and run: make generate"
    exit 1
fi

# It looks for the parser beside itself, under the name of one release.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$generator" "$work"
folder=$work/PHP-Parser-$(sed -n 's/^ *\$version = "\(.*\)";$/\1/p' "$generator")
mkdir "$folder"
ln -s "$parser" "$folder/lib"
"$php" "$work/gen_stub.php" wxp.stub.php
current
