//! What the tool is given: a document, or a list of fields, once all layers around it are off.

mod foreign;
mod layers;
mod list;
mod map;

use core::fmt::Display;
#[cfg(feature = "command")]
use std::{fs, io, path::Path};

use serde_json::Value as Json;
use wxp_core::body::WebPage;
use wxp_core::{Body, Error, ErrorKind, Field, Reply, xml};

pub(crate) use self::layers::peeled;
use self::list::List;
use crate::console::Console;
#[cfg(feature = "command")]
use crate::failure::Failure;
use crate::failure::Refusal;
use crate::language::Language;
use crate::{report, texts};

pub(crate) struct Input {
    bytes: Vec<u8>,
    /// As far as it may be shown.
    shown: Vec<u8>,
    body: Body,
    /// The fields of what is no document, or why there are none.
    list: Result<List, Error>,
    language: Language,
}

impl Input {
    #[cfg(feature = "command")]
    pub(crate) fn load(file: Option<&Path>, console: &Console) -> Result<Self, Failure> {
        Ok(Self::of(bytes(file, console.language)?, console)?)
    }

    pub(crate) fn of(bytes: Vec<u8>, console: &Console) -> Result<Self, Refusal> {
        let bytes = peeled(bytes, console)?;
        let (body, list) = (Body::of(&bytes), List::read(&bytes));
        if let Ok(list) = &list {
            list.remark(body, console);
        }
        Ok(Self { shown: console.starred(&bytes), bytes, body, list, language: console.language })
    }

    /// The input as a text, for what is neither a document nor a list.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) const fn body(&self) -> Body {
        self.body
    }

    /// The root of a document if it is not the one that requests have.
    pub(crate) fn other_root(&self) -> Option<String> {
        let mut reader = xml::read(&self.bytes);
        let is_whole = self.is_document() && reader.all(|field| field.is_ok());
        (is_whole && reader.root() != "xml").then(|| reader.root().to_owned())
    }

    /// Whether this is XML, and not a list. What is empty is refused as XML.
    const fn is_document(&self) -> bool {
        matches!(self.body, Body::Xml | Body::Empty)
    }

    /// The fields in the order of the input, also those of a document.
    pub(crate) fn fields_in_order(&self) -> Result<Vec<Field<'_>>, Refusal> {
        let fields = self.fields()?;
        if !self.is_document() {
            return Ok(fields);
        }
        xml::read(&self.bytes).collect::<Result<_, _>>().map_err(|error| self.refuse(error))
    }

    /// The fields: of a list in their order, of a document by name.
    pub(crate) fn fields(&self) -> Result<Vec<Field<'_>>, Refusal> {
        if self.is_document() {
            let mut slots = Vec::new();
            self.fill(&mut slots, |document, slots| xml::read_into(document, slots).map(drop))?;
            return Ok(slots);
        }
        match &self.list {
            Ok(list) => list.fields().map_err(|error| self.refuse_field(error, &[])),
            Err(error) => Err(self.refuse_list(*error)),
        }
    }

    /// The message that this is, in slots that grow as needed.
    pub(crate) fn reply<'s, 'a>(
        &'a self,
        slots: &'s mut Vec<Field<'a>>,
        nested: bool,
    ) -> Result<Reply<'s, 'a>, Refusal> {
        if nested && self.is_document() {
            self.fill(slots, |document, slots| Reply::read_nested(document, slots).map(drop))?;
            return Reply::read_nested(&self.bytes, slots).map_err(|error| self.refuse(error));
        }
        *slots = self.fields()?;
        // Sorted or not: a refusal names a field of the table as it was.
        let fields = slots.clone();
        Reply::of(slots).map_err(|error| self.refuse_field(error, &fields))
    }

    /// The records of a nested document; lists have none.
    pub(crate) fn records(&self) -> Result<Json, Refusal> {
        let mut records = xml::records(&self.bytes);
        let mut slots = Vec::new();
        let mut list = Vec::new();
        while self.is_document() {
            match records.next_into(&mut slots).map(|record| record.map(report::record)) {
                Ok(Some(record)) => list.push(record),
                Ok(None) => break,
                Err(error) => self.grow(&mut slots, error)?,
            }
        }
        Ok(list.into())
    }

    /// Reads until there are slots enough. The first attempt has none and so learns how many are
    /// needed.
    fn fill<'a>(
        &'a self,
        slots: &mut Vec<Field<'a>>,
        read: impl Fn(&'a [u8], &mut [Field<'a>]) -> Result<(), Error>,
    ) -> Result<(), Refusal> {
        while let Err(error) = read(&self.bytes, slots) {
            self.grow(slots, error)?;
        }
        Ok(())
    }

    fn grow<'a>(&'a self, slots: &mut Vec<Field<'a>>, error: Error) -> Result<(), Refusal> {
        match error.kind() {
            ErrorKind::Space { needed } => slots.resize(needed, Field::EMPTY),
            _ => return Err(self.refuse(error)),
        }
        Ok(())
    }

    /// Why something of another kind has no fields.
    fn refuse_list(&self, error: Error) -> Refusal {
        let language = self.language;
        let what = self.body.text(language);
        let message = match self.body {
            Body::Html => match WebPage::of(&self.bytes) {
                Some(page) => texts::web_page(language, page.text(language)),
                None => texts::unknown_page(language),
            },
            Body::Bill | Body::Gzip => texts::print_bill(language, what),
            Body::ApiV3 => what.to_owned(),
            Body::Text => {
                let message = texts::neither_nor(language);
                return self.refusal(ErrorKind::NotXml, &message, list::no_pair(&self.bytes));
            }
            _ => return self.refusal(error.kind(), &error.in_language(language), error.position()),
        };
        self.refusal(ErrorKind::NotXml, &message, 0)
    }

    /// An error about this document, shown where it is.
    pub(crate) fn refuse(&self, error: Error) -> Refusal {
        self.refusal(error.kind(), &error.in_language(self.language), error.position())
    }

    /// An error about one of these fields, with its name, and its place if it is in a line.
    pub(crate) fn refuse_field(&self, error: Error, fields: &[Field<'_>]) -> Refusal {
        let index = match error.kind() {
            ErrorKind::Character { field } | ErrorKind::LeakedSecret { field } => field,
            _ => error.position(),
        };
        let message = error.in_language(self.language).to_string();
        let message = match fields.get(index) {
            Some(field) => texts::about_field(self.language, field.name(), message),
            None => message,
        };
        match list::place_of(&self.bytes, self.body, error) {
            Some(offset) => self.refusal(error.kind(), &message, offset),
            None => Refusal::numbered(error.kind(), message),
        }
    }

    /// Whether the API key was in a text that was taken apart.
    pub(crate) fn held_key(&self) -> bool {
        self.list.as_ref().is_ok_and(|list| list.held_key)
    }

    fn refusal(&self, kind: ErrorKind, message: &dyn Display, offset: usize) -> Refusal {
        Refusal::numbered(kind, message.to_string()).at(&self.shown, offset)
    }
}

#[cfg(feature = "command")]
/// The content of a file; of standard input if there is no file, or if it is called `-`.
pub(crate) fn bytes(file: Option<&Path>, language: Language) -> Result<Vec<u8>, Failure> {
    let (name, bytes) = match file.filter(|path| path.as_os_str() != "-") {
        Some(path) => (path.display().to_string(), fs::read(path)),
        None => {
            let mut bytes = Vec::new();
            let read = io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes);
            (texts::standard_input(language), read.map(|_| bytes))
        }
    };
    bytes.map_err(|error| Failure::Usage(texts::unreadable(language, name, error)))
}
