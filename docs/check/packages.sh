#!/usr/bin/env bash
# Builds a package of this commit, for registries.sh: packages.sh NAME FOLDER, with a name from below. Each is for
# this machine alone, so that it is built quickly; `make dist` builds those of a release.
set -eu
name=$1 out=$2
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml)

# libwxp where the packages for Composer and NuGet take it from.
native() {
    rm -rf "$out/native" && mkdir -p "$out/native"
    ln -s "$out/libwxp" "$out/native/linux-$(uname -m)"
}

case $name in
    libwxp) # with the command
        make install PREFIX="$out/libwxp" LIBDIR=lib INCLUDEDIR=include BINDIR=bin DESTDIR= PROFILE=release
        ;;
    wheel) # of a copy, because building leaves files
        rm -rf "$out/python" "$out/wheel"
        cp -rL ffi/bindings/python "$out/python"
        sed -i 's/^version = "\(.*\)"$/version = "\1+commit"/' "$out/python/pyproject.toml"
        WXP_PREFIX=$out/libwxp python3 -m pip wheel --quiet --no-deps --wheel-dir "$out/wheel" "$out/python"
        # So that no other package of this name fits.
        echo "wxp == $version+commit" >"$out/constraint.txt"
        ;;
    npm)
        ffi/bindings/javascript/build
        cp "target/javascript/wxp-$version.tgz" "$out"
        ;;
    composer)
        native
        rm -rf "$out/composer" && mkdir -p "$out/composer/packages"
        python3 -B ffi/bindings/php/pack.py library "$out/native" "$out/composer/packages"
        printf '{ "repositories": [{ "type": "artifact", "url": "%s" }, { "packagist.org": false }] }\n' \
            "$out/composer/packages" >"$out/composer/config.json"
        ;;
    dotnet) # the package for NuGet, and the command of .NET Core 3.1 on .NET 8: see runtime/fetch.sh
        native
        WXP_NATIVE=$out/native bash ffi/bindings/dotnet/packages/build
        source ffi/bindings/dotnet/runtime/fetch.sh
        # shellcheck disable=SC2154 # fetch.sh says where they are
        python3 ffi/bindings/dotnet/runtime/sdk.py "$sdk" "$runtime"
        rm -rf "$out/dotnet" && mkdir -p "$out/dotnet/packages" "$out/dotnet/home/.nuget/NuGet"
        cp target/packages/dotnet/feed/*.nupkg "$out/dotnet/packages"
        ln -s "$sdk" "$out/dotnet/sdk"
        printf '<configuration><packageSources><clear /><add key="wxp" value="%s" /></packageSources></configuration>\n' \
            "$out/dotnet/packages" >"$out/dotnet/home/.nuget/NuGet/NuGet.Config"
        ;;
    bare_metal) # the archive for devices, with the library for a Cortex-M4
        target=thumbv7em-none-eabi folder=$out/libwxp-$version-bare-metal
        rm -rf "$folder" && mkdir -p "$folder/lib/$target" && cp -r include "$folder"
        cargo rustc --quiet --locked --profile embedded --target $target --package wxp-ffi --crate-type staticlib
        CROSS=arm-none-eabi- sh ffi/packaging/archive.sh "${CARGO_TARGET_DIR:-target}/$target/embedded/libwxp.a" \
            "$folder/lib/$target/libwxp.a"
        tar -czf "$folder.tar.gz" -C "$out" "$(basename "$folder")"
        ;;
    *) exit 2 ;;
esac
