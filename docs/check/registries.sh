# Makes pip, npm, Composer, NuGet, cargo and pkg-config take the packages of wxp from this commit, as the
# registries will once it is released. To be sourced by bash in a page's folder, before its first block.
# Everything else that a page installs comes from the registries.
#
# libwxp, the command and the wheel are built now, as most pages need them. The others are built when their tool
# is first called. What is built is below target/docs/registries, and is kept until a source changes.
registries_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
registries=$registries_root/target/docs/registries
registries_sources=$(cd "$registries_root" && {
    git rev-parse HEAD:core HEAD:ffi HEAD:include HEAD:Cargo.lock
    git diff HEAD -- core ffi include Cargo.toml Cargo.lock
    git ls-files --others --exclude-standard core ffi include
} | sha256sum)
registries_version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$registries_root/Cargo.toml")

# registries_have NAME: what `registries_make_NAME` builds from this state of the sources. One at a time.
registries_have() {
    [ "$(cat "$registries/$1.built" 2>/dev/null)" = "$registries_sources" ] && return
    mkdir -p "$registries"
    (
        flock 9
        [ "$(cat "$registries/$1.built" 2>/dev/null)" = "$registries_sources" ] && exit
        echo "builds $1 …" >&2
        # Not with what is set below for the pages.
        unset -f pip npm composer dotnet cargo
        unset PIP_CONSTRAINT
        (set -e; cd "$registries_root"; "registries_make_$1") >"$registries/$1.log" 2>&1 9>&- ||
            { tail -n 20 "$registries/$1.log" >&2; exit 1; }
        echo "$registries_sources" >"$registries/$1.built"
    ) 9>"$registries/lock"
}

registries_make_libwxp() {
    make install PREFIX="$registries/libwxp" LIBDIR=lib INCLUDEDIR=include BINDIR=bin DESTDIR= PROFILE=release
}

# The wheel, for this machine alone. Of a copy, because building leaves files.
registries_make_wheel() {
    local copy=$registries/python
    rm -rf "$copy" "$registries/wheel" && cp -rL ffi/bindings/python "$copy"
    sed -i 's/^version = "\(.*\)"$/version = "\1+commit"/' "$copy/pyproject.toml"
    WXP_PREFIX=$registries/libwxp python3 -m pip wheel --quiet --no-deps --wheel-dir "$registries/wheel" "$copy"
    rm -rf "$copy"
    # So that no other package of this name fits.
    echo "wxp == $registries_version+commit" >"$registries/constraint.txt"
}

registries_make_npm() {
    ffi/bindings/javascript/build
}

# libwxp where the packages for Composer and NuGet take it from, for this machine alone.
registries_native() {
    rm -rf "$registries/native" && mkdir -p "$registries/native"
    ln -s "$registries/libwxp" "$registries/native/linux-$(uname -m)"
}

registries_make_composer() {
    registries_native
    rm -rf "$registries/composer" && mkdir -p "$registries/composer/packages"
    python3 -B ffi/bindings/php/pack.py library "$registries/native" "$registries/composer/packages"
    echo '{ "repositories": [{ "type": "artifact", "url": "'"$registries/composer/packages"'" },
        { "packagist.org": false }] }' >"$registries/composer/config.json"
}

# NuGet's package, and the command `dotnet` of .NET Core 3.1 on .NET 8, because there is no SDK of .NET 8 in any
# registry that the tests use. Only x86-64 has these.
registries_make_dotnet() {
    registries_native
    WXP_NATIVE=$registries/native bash ffi/bindings/dotnet/packages/build
    source ffi/bindings/dotnet/runtime/fetch.sh
    python3 ffi/bindings/dotnet/runtime/sdk.py "$sdk" "$runtime"
    rm -rf "$registries/dotnet" && mkdir -p "$registries/dotnet/packages" "$registries/dotnet/home/.nuget/NuGet"
    cp target/packages/dotnet/feed/*.nupkg "$registries/dotnet/packages"
    ln -s "$sdk" "$registries/dotnet/sdk"
    echo '<configuration><packageSources><clear /><add key="wxp" value="'"$registries/dotnet/packages"'" />
        </packageSources></configuration>' >"$registries/dotnet/home/.nuget/NuGet/NuGet.Config"
}

# The archive for devices, with the library for a Cortex-M4 alone.
registries_make_bare_metal() {
    local target=thumbv7em-none-eabi name=libwxp-$registries_version-bare-metal
    local folder=$registries/$name
    rm -rf "$folder" && mkdir -p "$folder/lib/$target" && cp -r include "$folder"
    cargo rustc --quiet --locked --profile embedded --target $target --package wxp-ffi --crate-type staticlib
    CROSS=arm-none-eabi- sh ffi/packaging/archive.sh "${CARGO_TARGET_DIR:-target}/$target/embedded/libwxp.a" \
        "$folder/lib/$target/libwxp.a"
    tar -czf "$folder.tar.gz" -C "$registries" "$name"
}

registries_have libwxp && registries_have wheel || return
export PIP_FIND_LINKS="$registries/wheel ${PIP_FIND_LINKS-}" PIP_CONSTRAINT=$registries/constraint.txt
export PIP_DISABLE_PIP_VERSION_CHECK=1
export PKG_CONFIG_PATH=$registries/libwxp/lib/pkgconfig LD_LIBRARY_PATH=$registries/libwxp/lib
export PATH=$registries/libwxp/bin:$registries/command/bin:$PATH

# `git clone` takes this commit.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=url.file://$registries_root.insteadOf
export GIT_CONFIG_VALUE_0=https://github.com/wxp-rs/wxp

# `npm install wxp` takes the packed file.
npm() {
    registries_have npm || return
    local arguments=("$@") index
    for index in "${!arguments[@]}"; do
        [ "${arguments[index]}" != wxp ] ||
            arguments[index]=$registries_root/target/javascript/wxp-$registries_version.tgz
    done
    command npm "${arguments[@]}"
}

composer() {
    registries_have composer &&
        COMPOSER_HOME=$registries/composer COMPOSER_ALLOW_SUPERUSER=1 command composer "$@"
}

dotnet() {
    registries_have dotnet || return
    DOTNET_CLI_HOME=$registries/dotnet/home NUGET_PACKAGES=$PWD/.nuget DOTNET_ROOT=$registries/dotnet/sdk \
        DOTNET_ROLL_FORWARD=LatestMajor DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_NOLOGO=1 \
        DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false \
        "$registries/dotnet/sdk/dotnet" "$@"
}

# `cargo add wxp-core` and `cargo install wxp` take the crates of this repository. What pages compile is kept, so
# that crates of others are compiled once.
cargo() {
    local arguments=("$@") index target=$registries/cargo
    for index in "${!arguments[@]}"; do
        case $1:${arguments[index]} in
            add:wxp-core) arguments[index]=--path=$registries_root/core ;;
            install:wxp)
                arguments[index]=--path=$registries_root/core/cli
                arguments+=(--locked --root "$registries/command")
                target=${CARGO_TARGET_DIR:-$registries_root/target}
                ;;
        esac
    done
    CARGO_TARGET_DIR=$target command cargo "${arguments[@]}"
}
