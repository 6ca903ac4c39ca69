# What the checks of all folders share; to be sourced by bash. A script runs every check, goes on
# after a failure, and ends with "N passed, N failed". checks.py is the same for Python.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
passed=0
failed=0
failures=()
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

# check NAME COMMAND…: one check, and whether it passed. Its output, which is in $log/check, is shown
# only if it fails.
check() {
    local name=$1 start=$SECONDS
    shift
    printf '%-60s ' "$name"
    if "$@" >"$log/check" 2>&1; then
        passed=$((passed + 1))
        echo "ok ($((SECONDS - start)) s)"
    else
        failed=$((failed + 1))
        failures+=("$name")
        echo FAILED
        cat "$log/check"
        return 1
    fi
}

# shown NAME COMMAND…: a check whose output is a result.
shown() {
    check "$@" && cat "$log/check"
}

# tests NAME PASSED FAILED COMMAND…: a run whose counts the awk programs PASSED and FAILED find in
# its output, which is shown if it fails, or if `loud` is set.
tests() {
    local name=$1 count_passed=$2 count_failed=$3 start=$SECONDS status p f
    shift 3
    printf '%-60s ' "$name"
    "$@" >"$log/tests" 2>&1
    status=$?
    p=$(awk "$count_passed" "$log/tests")
    f=$(awk "$count_failed" "$log/tests")
    # A run that crashes, or that tests nothing, has no counts.
    if [ "$f" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$p" -eq 0 ]; }; then
        f=1
    fi
    passed=$((passed + p))
    failed=$((failed + f))
    if [ "$f" -eq 0 ]; then
        echo "$p ok ($((SECONDS - start)) s)"
        [ -z "${loud-}" ] || sed '$d; s/^/  /' "$log/tests"
    else
        failures+=("$name")
        echo FAILED
        cat "$log/tests"
        return 1
    fi
}

# tests_of NAME COMMAND…: a run that ends with "N passed, N failed".
tests_of() {
    local name=$1
    shift
    tests "$name" '/^[0-9]+ passed, [0-9]+ failed$/ { n = $1 } END { print n + 0 }' \
        '/^[0-9]+ passed, [0-9]+ failed$/ { n = $3 } END { print n + 0 }' "$@"
}

# cargo_tests NAME COMMAND…: a run of `cargo test`.
cargo_tests() {
    local name=$1
    shift
    tests "$name" '/^test result:/ { n += $4 } END { print n + 0 }' \
        '/^test result:/ { n += $6 } END { print n + 0 }' "$@"
}

# library: libwxp and its header, as users install it, below target/bindings/wxp. Who runs several
# scripts at once installs it before, and sets WXP_INSTALLED.
library() {
    [ -n "${WXP_INSTALLED-}" ] || make -s install PREFIX=target/bindings/wxp COMMAND=no &>"$log/library" || {
        cat "$log/library"
        echo "0 passed, 1 failed"
        exit 1
    }
    export WXP_LIBRARY=$PWD/target/bindings/wxp/lib/libwxp.so.1
}

finish() {
    [ "$failed" -eq 0 ] || printf 'FAILED: %s\n' "${failures[@]}"
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
}
