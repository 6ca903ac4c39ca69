//! The numbers and declarations of both PHP bindings: marked blocks in files that are written by
//! hand.

use crate::enums::{self, ENUMS, camel};
use crate::header;
use crate::model::{Abi, Function};
use crate::text::fill;

/// `wxp.stub.php`, from which PHP's own `gen_stub.php` makes `wxp_arginfo.h`.
pub(crate) fn stub(abi: &Abi, file: &str) -> Result<String, String> {
    let mut constants = String::new();
    for (name, number) in statuses(abi) {
        constants += &format!("/** @var int */\nconst {name} = {number};\n");
    }
    fill(file, &[("enums", enums(abi, " {")), ("statuses", constants)])
}

/// `wxp.php`, over FFI.
pub(crate) fn file(abi: &Abi, file: &str) -> Result<String, String> {
    let mut constants = String::new();
    for (name, number) in statuses(abi) {
        constants += &format!("public const {name} = {number};\n");
    }
    let size = |name: &str| abi.constants().find(|one| one.name == name).map_or(0, |one| one.value);
    let declarations = format!(
        "public const ABI_VERSION = {};\n\n/** What is known of a list of fields. */\n\
         public const FIELDS_HELD_KEY = {};\npublic const FIELDS_GUESSED = {};\n\n/** What is used of the headers of libwxp. */\n\
         public const DECLARATIONS = <<<'C'\n{}    C;\n",
        size("WXP_ABI_VERSION"),
        size("WXP_FIELDS_HELD_KEY"),
        size("WXP_FIELDS_GUESSED"),
        declarations(abi, file),
    );
    let blocks = [
        ("enums", enums(abi, "\n{")),
        ("statuses", constants),
        ("most", format!("private const MOST = {};\n", size("WXP_PACKED_MAX"))),
        ("declarations", declarations),
    ];
    fill(file, &blocks)
}

fn enums(abi: &Abi, open: &str) -> String {
    let mut all = Vec::new();
    for row in enums::bound().filter(|row| row.name != "Status") {
        let mut text = format!("/** {} */\nenum {}: int{open}\n", row.doc, row.name);
        for (name, constant) in row.members(abi) {
            text += &format!("    case {} = {};\n", camel(name), constant.value);
        }
        all.push(text + "}\n");
    }
    all.join("\n")
}

/// Constants of `Error`; what is done is no error.
fn statuses(abi: &Abi) -> impl Iterator<Item = (&str, u32)> {
    let pair = |(name, constant): (_, &crate::model::Constant)| (name, constant.value);
    ENUMS[0].members(abi).map(pair).filter(|(name, _)| *name != "OK")
}

/// The functions that a file calls, and the types that they take: PHP parses them at each start.
fn declarations(abi: &Abi, file: &str) -> String {
    let is_called = |function: &&Function| {
        [format!(">{}(", function.name), format!("'{}'", function.name)]
            .iter()
            .any(|call| file.contains(call))
    };
    let functions: Vec<&Function> = abi.functions().filter(is_called).collect();
    let mut text = String::new();
    for declared in abi.types() {
        text += &header::bare_type(declared);
    }
    for function in functions {
        text += &header::bare(function);
    }
    text.lines().fold(String::new(), |text, line| text + "    " + line + "\n")
}
