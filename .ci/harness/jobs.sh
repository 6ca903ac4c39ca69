# Runs checks side by side; to be sourced after checks.sh. The output of each job is shown as a block
# when it ends.

slots=${JOBS:-$(nproc)}
declare -A running=()
begun=$SECONDS

# job NAME FUNCTION: runs a function that makes checks, as soon as there is a slot for it.
job() {
    local name=$1 folder
    [ ${#running[@]} -lt "$slots" ] || ended
    folder=$log/jobs/$name
    mkdir -p "$folder"
    echo "$(minutes) begins: $name"
    (
        log=$folder passed=0 failed=0 failures=()
        "$2"
        { echo "$passed $failed"; printf "$name: %s\n" "${failures[@]}"; } >"$folder/counts"
    ) &>"$folder/output" &
    running[$!]=$name
}

# alone NAME FUNCTION: the same, once all others have ended.
alone() {
    all_ended
    job "$@"
    all_ended
}

all_ended() {
    while [ ${#running[@]} -gt 0 ]; do ended; done
}

# Waits until one of the jobs ends, and shows it.
ended() {
    local pid name p=0 f=1 lines=()
    wait -n -p pid "${!running[@]}"
    name=${running[$pid]}
    unset "running[$pid]"
    # A job that breaks off has no counts.
    mapfile -t lines < <(cat "$log/jobs/$name/counts" 2>/dev/null || printf '%s\n' "0 1" "$name: broke off")
    read -r p f <<<"${lines[0]}"
    passed=$((passed + p))
    failed=$((failed + f))
    [ "$f" -eq 0 ] || failures+=("${lines[@]:1}")
    echo "$(minutes) ended: $name, $p passed, $f failed"
    sed 's/^/    /' "$log/jobs/$name/output"
}

minutes() {
    printf '[%2d:%02d]' $(((SECONDS - begun) / 60)) $(((SECONDS - begun) % 60))
}
