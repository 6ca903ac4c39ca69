//! How C declares the types and functions of the ABI, as cbindgen says.

use std::collections::HashMap;
use std::path::PathBuf;

use cbindgen::{Builder, Config, ItemType, Language, Layout, Style};

use crate::model::{Member, Parameter, Type};

/// The declarations of cbindgen, by name.
pub(crate) struct Declarations(HashMap<String, String>);

impl Declarations {
    /// What these files declare.
    ///
    /// # Errors
    ///
    /// What cbindgen finds wrong, as a text.
    pub(crate) fn read(sources: impl Iterator<Item = PathBuf>) -> Result<Self, String> {
        let mut config = Config {
            language: Language::C,
            style: Style::Type,
            no_includes: true,
            documentation: false,
            usize_is_size_t: true,
            line_length: usize::MAX,
            ..Config::default()
        };
        config.function.args = Layout::Horizontal;
        config.export.item_types = vec![ItemType::Structs, ItemType::Typedefs, ItemType::Functions];
        let builder = sources.fold(Builder::new().with_config(config), Builder::with_src);
        let mut text = Vec::new();
        builder.generate().map_err(|why| why.to_string())?.write(&mut text);
        let text = String::from_utf8(text).map_err(|why| why.to_string())?;
        let mut all = HashMap::new();
        for declaration in declarations(&text) {
            let name = name(&declaration).ok_or(format!("no name in: {declaration}"))?;
            all.insert(name, declaration);
        }
        Ok(Self(all))
    }

    /// The type that a typedef names.
    pub(crate) fn alias(&self, name: &str) -> Result<Type, String> {
        let text = self.get(name)?;
        Ok(variable(text.strip_prefix("typedef ").unwrap_or(text)).0)
    }

    /// The members of a struct.
    pub(crate) fn members(&self, name: &str) -> Result<Vec<Member>, String> {
        let (_, body) = self.get(name)?.split_once('{').ok_or(format!("{name} is no struct"))?;
        let (body, _) = body.split_once('}').unwrap_or((body, ""));
        let members = body.split(';').map(str::trim).filter(|member| !member.is_empty());
        let member = |(kind, name)| Member { name, kind, doc: Vec::new() };
        Ok(members.map(|one| member(variable(one))).collect())
    }

    /// What a function returns, and takes.
    pub(crate) fn function(&self, name: &str) -> Result<(Type, Vec<Parameter>), String> {
        let (head, rest) =
            self.get(name)?.split_once('(').ok_or(format!("{name} is no function"))?;
        let parameters = rest.trim_end_matches(')').split(',').map(str::trim);
        let parameters = parameters.filter(|one| *one != "void").map(variable);
        let parameter = |(kind, name)| Parameter { name, kind };
        Ok((variable(head).0, parameters.map(parameter).collect()))
    }

    fn get(&self, name: &str) -> Result<&str, String> {
        self.0.get(name).map(String::as_str).ok_or(format!("cbindgen does not declare {name}"))
    }
}

/// The declarations of a text, without their semicolons, each on one line.
fn declarations(text: &str) -> Vec<String> {
    let (mut all, mut declaration, mut depth) = (Vec::new(), String::new(), 0);
    for word in text.split_whitespace().flat_map(|word| word.split_inclusive([';', '{', '}'])) {
        depth += word.matches('{').count();
        depth -= word.matches('}').count();
        match word.strip_suffix(';') {
            Some(last) if depth == 0 => all.push(std::mem::take(&mut declaration) + " " + last),
            _ => declaration += &format!(" {word}"),
        }
    }
    all.iter().map(|declaration| declaration.trim().to_owned()).collect()
}

/// What a declaration names.
fn name(declaration: &str) -> Option<String> {
    let is_type = declaration.starts_with("typedef");
    let head = if is_type { declaration } else { declaration.split_once('(')?.0 };
    head.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_owned)
}

/// The type and the name of a variable, parameter or member.
fn variable(text: &str) -> (Type, String) {
    let (text, array) = match text.split_once('[') {
        Some((text, len)) => (text, len.trim_end_matches(']').parse().ok()),
        None => (text, None),
    };
    let end = text.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
    let (kind, name) = text.split_at(end);
    let mut words = kind.split(['*', ' ']).filter(|word| !word.is_empty());
    let base = words.find(|word| *word != "const").unwrap_or_default();
    // Each `*` points to what is before it, as in `const char *const *`.
    let before_stars = kind.split('*').take(kind.matches('*').count());
    let pointers = before_stars.map(|part| part.contains("const")).collect();
    (Type { name: base.to_owned(), pointers, array }, name.to_owned())
}
