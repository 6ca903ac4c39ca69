//! The ABI: what the source of `wxp-ffi` declares, in the order of the headers.

/// Everything that programs can use.
#[derive(Debug)]
pub struct Abi {
    /// In the order in which they include each other.
    pub headers: Vec<Header>,
}

/// One file for programs in C.
#[derive(Debug)]
pub struct Header {
    /// Its name, such as `wxp.h`.
    pub file: &'static str,
    /// In the order in which a program uses them.
    pub sections: Vec<Section>,
}

/// What belongs to one subject. It is one module of the source.
#[derive(Debug)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// In the order of the source, as all of these.
    pub constants: Vec<Constant>,
    /// Structs, and other names for types.
    pub types: Vec<Declared>,
    /// What the library exports.
    pub functions: Vec<Function>,
}

/// The paragraphs of a comment.
pub type Doc = Vec<String>;

/// A number.
#[derive(Debug)]
pub struct Constant {
    /// In C, such as `WXP_OK`.
    pub name: String,
    /// Never negative.
    pub value: u32,
    /// The enum that it belongs to, if its name does not tell.
    pub group: Option<&'static str>,
    /// For readers of C.
    pub doc: Doc,
}

/// A type that the ABI declares.
#[derive(Debug)]
pub struct Declared {
    /// In C, such as `wxp_field`.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// For readers of C.
    pub doc: Doc,
}

/// What a declared type is.
#[derive(Debug)]
pub enum Kind {
    /// Another name for a type.
    Alias(Type),
    /// A struct with these members.
    Struct(Vec<Member>),
}

/// A member of a struct.
#[derive(Debug)]
pub struct Member {
    /// In C.
    pub name: String,
    /// What it holds.
    pub kind: Type,
    /// For readers of C.
    pub doc: Doc,
}

/// An exported function.
#[derive(Debug)]
pub struct Function {
    /// In C, such as `wxp_sign`.
    pub name: String,
    /// What it returns; `void` if nothing.
    pub result: Type,
    /// In order.
    pub parameters: Vec<Parameter>,
    /// For readers of C.
    pub doc: Doc,
}

/// A parameter of a function.
#[derive(Debug)]
pub struct Parameter {
    /// In C.
    pub name: String,
    /// What it takes.
    pub kind: Type,
}

/// A type: `const char **` is `char` behind two pointers, of which the inner one is to constants.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Type {
    /// In C, such as `size_t` or `wxp_field`.
    pub name: String,
    /// From the inside: whether what each points to is constant.
    pub pointers: Vec<bool>,
    /// How many of them a member holds, if it is an array.
    pub array: Option<usize>,
}

impl Abi {
    /// All sections of all headers.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.headers.iter().flat_map(|header| &header.sections)
    }

    /// All constants of all headers.
    pub fn constants(&self) -> impl Iterator<Item = &Constant> {
        self.sections().flat_map(|section| &section.constants)
    }

    /// All types of all headers.
    pub fn types(&self) -> impl Iterator<Item = &Declared> {
        self.sections().flat_map(|section| &section.types)
    }

    /// All functions of all headers.
    pub fn functions(&self) -> impl Iterator<Item = &Function> {
        self.sections().flat_map(|section| &section.functions)
    }
}
