# Makes pip, npm, Composer, NuGet, cargo, pkg-config and git take the packages of wxp from this commit, as they will
# take those of a release. To be sourced by bash in a page's folder, before its first block. Everything else that
# a page installs comes from the registries.
#
# libwxp, the command and the wheel are built now, because most pages need them. The others are built when their
# tool is first called. What is built is below target/docs/registries, and is kept until a source changes.
registries_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
registries=$registries_root/target/docs/registries
registries_sources=$(cd "$registries_root" &&
    git ls-files -z --cached --others --exclude-standard core ffi include Cargo.toml Cargo.lock docs/check/packages.sh |
    xargs -0 sha256sum 2>/dev/null | sha256sum)

# registries_have NAME: what packages.sh builds from this state of the sources. One at a time.
registries_have() {
    [ "$(cat "$registries/$1.built" 2>/dev/null)" = "$registries_sources" ] && return
    mkdir -p "$registries"
    (
        flock 9
        [ "$(cat "$registries/$1.built" 2>/dev/null)" = "$registries_sources" ] && exit
        echo "builds $1 …" >&2
        # Not with what is set below for the pages.
        unset PIP_CONSTRAINT
        if ! "$registries_root/docs/check/packages.sh" "$1" "$registries" >"$registries/$1.log" 2>&1 9>&-; then
            tail -n 20 "$registries/$1.log" >&2
            exit 1
        fi
        echo "$registries_sources" >"$registries/$1.built"
    ) 9>"$registries/lock"
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
        [ "${arguments[index]}" != wxp ] || arguments[index]=$(echo "$registries"/wxp-*.tgz)
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
