//! Headers for C. Each is a template whose line `@sections@` is replaced.

use crate::enums::Enum;
use crate::model::{
    Constant, Declared, Doc, Function, Header, Kind, Member, Parameter, Section, Type,
};
use crate::text::{WIDTH, list, wrap};

/// A header, finished.
pub(crate) fn write(header: &Header, template: &str) -> String {
    let sections: Vec<String> = header.sections.iter().map(section).collect();
    template.replace("@sections@\n", &sections.join("\n"))
}

fn section(section: &Section) -> String {
    let rule = "-".repeat(WIDTH - 24 - section.title.len());
    let mut text = format!("/* {} {} {rule} */\n", "-".repeat(16), section.title);
    for group in section.constants.chunk_by(same_group) {
        text += "\n";
        text += &if is_version(&group[0]) { macros(group) } else { constants(group) };
    }
    for declared in &section.types {
        text += "\n";
        text += &declaration(declared);
    }
    for one in &section.functions {
        text += "\n";
        text += &function(one);
    }
    text
}

fn same_group(one: &Constant, other: &Constant) -> bool {
    let name = |constant| Enum::of(constant).map(|row| row.name);
    name(one) == name(other)
}

/// What programs ask for with `#if`.
fn is_version(constant: &Constant) -> bool {
    constant.name.contains("_VERSION")
}

/// Macros; tools that read bare declarations see none, and get an enum.
fn macros(group: &[Constant]) -> String {
    let mut text = String::from("#ifndef WXP_CDEF\n");
    for Constant { name, value, doc, .. } in group {
        text += &format!("#define {name:17} {value} /**< {} */\n", doc.join(" "));
    }
    let pair = |constant: &Constant| format!("{} = {}", constant.name, constant.value);
    let pairs: Vec<String> = group.iter().map(pair).collect();
    text + "#else\n" + &list("enum { ", &pairs, " };", "       ") + "#endif\n"
}

fn constants(group: &[Constant]) -> String {
    if let [only] = group {
        return comment(&only.doc, "") + &format!("enum {{ {} = {} }};\n", only.name, only.value);
    }
    let title = Enum::of(&group[0]).map(|row| comment(&vec![row.doc.to_owned()], ""));
    let last = group.len() - 1;
    let pair = |(index, constant): (usize, &Constant)| {
        let comma = if index < last { "," } else { "" };
        format!("{} = {}{comma}", constant.name, constant.value)
    };
    let pairs: Vec<String> = group.iter().enumerate().map(pair).collect();
    let rows = pairs.iter().zip(group).map(|(pair, constant)| (&**pair, &constant.doc));
    title.unwrap_or_default() + "enum {\n" + &commented(rows) + "};\n"
}

/// Without comments and macros, in lines of a limited width: for tools that read C.
pub(crate) fn bare(function: &Function) -> String {
    let open = variable(&function.result, &function.name) + "(";
    list(&open, &parameters(function), ");", "    ")
}

/// As [`bare`], of a type.
pub(crate) fn bare_type(declared: &Declared) -> String {
    let name = &declared.name;
    match &declared.kind {
        Kind::Alias(kind) => format!("typedef {};\n", variable(kind, name)),
        Kind::Struct(members) => {
            let member = |one: &Member| variable(&one.kind, &one.name) + ";";
            let members = members.iter().map(member).collect::<Vec<_>>().join(" ");
            let lines = wrap(&format!("typedef struct {{ {members} }} {name};"), WIDTH - 12);
            lines.join("\n    ") + "\n"
        }
    }
}

fn parameters(function: &Function) -> Vec<String> {
    let one = |one: &Parameter| variable(&one.kind, &one.name);
    let all: Vec<String> = function.parameters.iter().map(one).collect();
    if all.is_empty() { vec!["void".to_owned()] } else { all }
}

fn declaration(declared: &Declared) -> String {
    let name = &declared.name;
    let comment = comment(&declared.doc, "");
    match &declared.kind {
        Kind::Alias(kind) => format!("{comment}typedef {};\n", variable(kind, name)),
        Kind::Struct(members) => {
            let lines: Vec<String> =
                members.iter().map(|one| variable(&one.kind, &one.name) + ";").collect();
            let rows = lines.iter().zip(members).map(|(line, one)| (&**line, &one.doc));
            format!("{comment}typedef struct {name} {{\n{}}} {name};\n", commented(rows))
        }
    }
}

fn function(function: &Function) -> String {
    let must_use = if function.result.name == "void" { "" } else { "WXP_MUST_USE " };
    let head = variable(&function.result, &function.name);
    let open = format!("WXP_API {must_use}{head}(");
    comment(&function.doc, "") + &list(&open, &parameters(function), ");", "    ")
}

/// A variable, parameter, member or function of a type.
pub(crate) fn variable(kind: &Type, name: &str) -> String {
    let mut text = kind.name.clone();
    for (index, constant) in kind.pointers.iter().enumerate() {
        match (index, constant) {
            (0, true) => text = format!("const {text} *"),
            (0, false) => text += " *",
            (_, true) => text += "const *",
            (_, false) => text += "*",
        }
    }
    let gap = if kind.pointers.is_empty() { " " } else { "" };
    let array = kind.array.map_or(String::new(), |len| format!("[{len}]"));
    text + gap + name + &array
}

/// A comment before what it is about.
fn comment(doc: &Doc, indent: &str) -> String {
    let line = format!("{indent}/** {} */\n", doc.join("\n"));
    if doc.len() == 1 && line.len() <= WIDTH + 1 {
        return line;
    }
    let paragraphs = doc.iter().map(|paragraph| {
        let lines = wrap(paragraph, WIDTH - 3 - indent.len());
        lines.iter().fold(String::new(), |text, line| text + indent + " * " + line + "\n")
    });
    let paragraphs: Vec<String> = paragraphs.collect();
    format!("{indent}/**\n{}{indent} */\n", paragraphs.join(&format!("{indent} *\n")))
}

/// The most columns before a comment; longer lines have theirs further right.
const COLUMN: usize = 30;

/// Lines with comments behind them, which begin in the same column.
fn commented<'a>(rows: impl Iterator<Item = (&'a str, &'a Doc)> + Clone) -> String {
    let len = |(line, _): (&str, _)| Some(line.len()).filter(|len| *len <= COLUMN);
    let column = rows.clone().filter_map(len).max().unwrap_or(COLUMN) + 3;
    let mut text = String::new();
    for (line, doc) in rows {
        let start = format!("  {line:width$} /**< ", width = column - 3);
        let lines = wrap(&doc.join(" "), WIDTH - start.len() - " */".len());
        text = text + &start + &lines.join(&format!("\n{}", " ".repeat(start.len()))) + " */\n";
    }
    text
}
