#!/bin/sh
# A tour of wxp with its offline tool: what it signs, what it accepts, what it refuses.
set -eu
cd "$(dirname "$0")/../.."

printf 'Building wxp; from nothing this takes less than a minute.\n'
cargo build --package wxp
tool=${CARGO_TARGET_DIR:-target}/debug/wxp
notice=core/tests/data/workloads/W3.MD5.xml

# The key of WeChat's published example. Yours belongs in a file of your own, with --key-file.
WXP_KEY=192006250b4c09247ec02edce69f6a2d
export WXP_KEY

if [ -t 1 ]; then bold='\033[1m' plain='\033[0m'; else bold='' plain=''; fi
say() { printf "\n$bold%s$plain\n" "$*"; }
wxp() {
    printf '\n$ wxp %s\n' "$*"
    "$tool" "$@" || printf '(exit status %s)\n' "$?"
}
order() {
    printf 'appid=wxd930ea5d5a258f4f\nmch_id=10000100\ndevice_info=1000\nbody=test\n'
    printf 'nonce_str=ibuaiVcKdpRxkhJA\n'
}

say "1. The example that WeChat publishes: five fields, the string to sign, the document"
order
order | wxp canonical
order | wxp sign --type MD5
order | wxp sign --type HMAC-SHA256

say "2. A payment notice, signed with MD5 and that key: verified and judged"
wxp verify --type MD5 --endpoint payment "$notice"

say "3. The same notice with one bit flipped in the amount"
sed 's/<total_fee>100</<total_fee>101</' "$notice" | wxp verify --type MD5 --endpoint payment

say "4. The same notice without its signature"
sed 's|<sign>.*</sign>||' "$notice" | wxp verify --type MD5 --endpoint payment

say "5. The same notice with a second amount"
sed 's|</xml>|<total_fee>1</total_fee></xml>|' "$notice" | wxp verify --type MD5 --endpoint payment

say "6. The same notice behind a DOCTYPE that reads a file (XXE)"
sed 's|<xml>|<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml>|' "$notice" |
    wxp verify --type MD5 --endpoint payment

say "7. The same notice, shown to a merchant who agreed on HMAC-SHA256"
wxp verify --type HMAC-SHA256 --endpoint payment "$notice"

say "8. An answer that nobody signs: unvouched, its outcome open, and what to do"
wxp verify --type MD5 --endpoint /mmpaymkttransfers/sendredpack \
    core/tests/data/samples/rsp_sendredpack_fail.xml

say "9. A refund notice: what is sealed in it, which nobody signed"
wxp open core/tests/data/field_cases/20-refund-notice.xml

say "10. What is known about the operations that have to do with refunds"
wxp endpoints refund

say "What next: cargo install --path core/cli, and wxp --help"
