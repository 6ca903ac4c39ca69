//! Writes what is generated from the source of the C ABI: the headers, and what the bindings
//! declare of the library. `ffi/src` is read once; everything else follows from that. The generated
//! pages and pictures of the documentation follow from the core's tables.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    reason = "a tool of this project, which runs on its own source"
)]

mod declarations;
mod docs;
mod dotnet;
pub mod enums;
mod header;
mod javascript;
pub mod model;
mod php;
mod prose;
mod python;
mod source;
mod text;

use std::fs;
use std::path::{Path, PathBuf};

use crate::model::{Abi, Constant};

/// A file that is generated.
#[derive(Debug)]
pub struct Generated {
    /// Where it is.
    pub path: PathBuf,
    /// What has to be in it.
    pub text: String,
}

/// The folder of the project.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The ABI that `ffi/src` declares.
///
/// # Errors
///
/// What is wrong with the source, as a text.
pub fn abi() -> Result<Abi, String> {
    source::read(&root().join("ffi/src"))
}

/// Everything that is generated.
///
/// # Errors
///
/// What is wrong with the source or a file that parts are generated of, as a text.
pub fn generate(abi: &Abi) -> Result<Vec<Generated>, String> {
    let mut all = Vec::new();
    for one in &abi.headers {
        let template = read(&root().join("ffi/generate/headers").join(one.file))?;
        let path = root().join("include").join(one.file);
        all.push(Generated { path, text: header::write(one, &template) });
    }
    let bindings = root().join("ffi/bindings");
    let mut add = |file: &str, write: &dyn Fn(&Path) -> Result<String, String>| {
        let path = bindings.join(file);
        all.push(Generated { text: write(&path).map_err(|why| format!("{file}: {why}"))?, path });
        Ok::<(), String>(())
    };
    add("tests/numbers.json", &|_| Ok(numbers(abi)))?;
    add("dotnet/src/Numbers.g.cs", &|_| dotnet::numbers(abi))?;
    add("dotnet/src/Native.g.cs", &|_| Ok(dotnet::native(abi)))?;
    add("python/wxp/numbers.py", &|_| python::numbers(abi))?;
    add("javascript/src/numbers.ts", &|_| javascript::numbers(abi))?;
    add("javascript/src/abi.ts", &|_| Ok(javascript::declarations(abi)))?;
    add("php/wxp.stub.php", &|path| php::stub(abi, &read(path)?))?;
    add("php-ffi/wxp.php", &|path| php::file(abi, &read(path)?))?;
    all.extend(docs::generate()?);
    Ok(all)
}

/// The numbers of the enums, for tests: in JSON, with names as in PHP and C#.
fn numbers(abi: &Abi) -> String {
    let mut enums = Vec::new();
    for row in enums::bound() {
        let member = |(name, constant): (&str, &Constant)| {
            format!("    \"{}\": {}", enums::camel(name), constant.value)
        };
        let members: Vec<String> = row.members(abi).map(member).collect();
        enums.push(format!("  \"{}\": {{\n{}\n  }}", row.name, members.join(",\n")));
    }
    format!("{{\n{}\n}}\n", enums.join(",\n"))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))
}
