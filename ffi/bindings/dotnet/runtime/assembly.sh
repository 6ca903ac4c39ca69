# The assemblies of the package; to be sourced after fetch.sh.
targets=(net8.0 netstandard2.0 netstandard2.1)

# assembly TARGET FOLDER: FOLDER/TARGET/Wxp.{dll,xml}. There is nothing here to compile .NET Standard 2.0
# against, so that one is of mono's assemblies.
assembly() {
    local kind=$1 folder=$2/$1
    [ "$kind" != netstandard2.0 ] || kind=mono
    mkdir -p "$folder"
    csharp "$kind" -target:library -nullable:enable "-doc:$folder/Wxp.xml" "-out:$folder/Wxp.dll" \
        ffi/bindings/dotnet/src/*.cs
}
