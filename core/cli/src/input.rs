//! What the tool is given: a document, or lines of `name=value`.

use std::path::Path;
use std::{fs, io};

use serde_json::Value as Json;
use wxp_core::{Body, Error, ErrorKind, Field, Language, Reply, xml};

use crate::output::Output;
use crate::report::{self, Refusal};

pub(crate) struct Input {
    bytes: Vec<u8>,
    /// As far as it may be shown.
    shown: Vec<u8>,
}

impl Input {
    pub(crate) fn load(file: Option<&Path>, output: &Output) -> Result<Self, String> {
        let name = file.map_or("standard input".into(), |path| path.display().to_string());
        let bytes = match file {
            Some(path) if path.as_os_str() != "-" => fs::read(path),
            _ => {
                let mut bytes = Vec::new();
                io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes).map(|_| bytes)
            }
        };
        let bytes = bytes.map_err(|e| format!("{name}: {e}"))?;
        Ok(Self { shown: output.starred(&bytes), bytes })
    }

    /// Whether this is XML, and not lines.
    fn is_document(&self) -> bool {
        matches!(Body::of(&self.bytes), Body::Xml | Body::Empty)
    }

    /// The fields in the order of the input, also those of a document.
    pub(crate) fn fields_in_order(&self) -> Result<Vec<Field<'_>>, Refusal<'_>> {
        let fields = self.fields()?;
        if !self.is_document() {
            return Ok(fields);
        }
        xml::read(&self.bytes).collect::<Result<_, _>>().map_err(|error| self.refuse(error))
    }

    /// The fields: of lines in their order, of a document by name.
    pub(crate) fn fields(&self) -> Result<Vec<Field<'_>>, Refusal<'_>> {
        let body = Body::of(&self.bytes);
        if matches!(body, Body::Gzip | Body::Html | Body::Json) {
            let name = body.text(Language::English);
            let message = format!("{name}, not a message of the protocol");
            return Err(Refusal::new(ErrorKind::NotXml, message, &self.shown, 0));
        }
        if !self.is_document() {
            return self.lines().map(|(offset, line)| self.field(offset, line)).collect();
        }
        let mut slots = Vec::new();
        self.fill(&mut slots, |document, slots| xml::read_into(document, slots).map(drop))?;
        Ok(slots)
    }

    /// The message that this is, in slots that grow as needed.
    pub(crate) fn reply<'s, 'a>(
        &'a self,
        slots: &'s mut Vec<Field<'a>>,
        nested: bool,
    ) -> Result<Reply<'s, 'a>, Refusal<'a>> {
        if nested && self.is_document() {
            self.fill(slots, |document, slots| Reply::read_nested(document, slots).map(drop))?;
            return Reply::read_nested(&self.bytes, slots).map_err(|error| self.refuse(error));
        }
        *slots = self.fields()?;
        Reply::of(slots).map_err(|error| self.refuse(error))
    }

    /// The records of a nested document; lines have none.
    pub(crate) fn records(&self) -> Result<Json, Refusal<'_>> {
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
    ) -> Result<(), Refusal<'a>> {
        while let Err(error) = read(&self.bytes, slots) {
            self.grow(slots, error)?;
        }
        Ok(())
    }

    fn grow<'a>(&'a self, slots: &mut Vec<Field<'a>>, error: Error) -> Result<(), Refusal<'a>> {
        match error.kind() {
            ErrorKind::Space { needed } => slots.resize(needed, Field::EMPTY),
            _ => return Err(self.refuse(error)),
        }
        Ok(())
    }

    /// The lines that are not blank, each with its offset.
    fn lines(&self) -> impl Iterator<Item = (usize, &[u8])> {
        // Some editors begin a text with a byte order mark.
        let text = self.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.bytes);
        let mut offset = self.bytes.len() - text.len();
        let lines = text.split_inclusive(|byte| *byte == b'\n').map(move |line| {
            offset += line.len();
            (offset - line.len(), line)
        });
        let trim = |line: &'_ [u8]| {
            line.len() - line.iter().rev().take_while(|b| matches!(b, b'\r' | b'\n')).count()
        };
        lines.map(move |(at, line)| (at, &line[..trim(line)])).filter(|(_, line)| !line.is_empty())
    }

    fn field<'a>(&'a self, offset: usize, line: &'a [u8]) -> Result<Field<'a>, Refusal<'a>> {
        let line = str::from_utf8(line).map_err(|e| {
            Refusal::new(
                ErrorKind::NotUtf8,
                "bytes that are not UTF-8".into(),
                &self.shown,
                offset + e.valid_up_to(),
            )
        })?;
        let (name, value) = line.split_once('=').ok_or_else(|| {
            let message = "neither XML nor a line of name=value".into();
            Refusal::new(ErrorKind::NotXml, message, &self.shown, offset)
        })?;
        Field::new(name, value).map_err(|error| {
            let position = offset + error.position();
            Refusal::new(
                error.kind(),
                error.kind().text(Language::English).into(),
                &self.shown,
                position,
            )
        })
    }

    /// An error about these fields or this document, shown where it is.
    pub(crate) fn refuse(&self, error: Error) -> Refusal<'_> {
        let starts: Vec<(usize, &[u8])> =
            if self.is_document() { vec![] } else { self.lines().collect() };
        let value_at = |index: usize| {
            let (offset, line) = starts.get(index)?;
            Some(offset + line.iter().position(|byte| *byte == b'=')? + 1)
        };
        let offset = match error.kind() {
            ErrorKind::DuplicateField => {
                starts.get(error.position()).map_or(0, |(offset, _)| *offset)
            }
            ErrorKind::Character { field } | ErrorKind::LeakedSecret { field } => {
                value_at(field).map_or(0, |start| start + error.position())
            }
            _ => error.position(),
        };
        Refusal::new(error.kind(), error.to_string(), &self.shown, offset)
    }
}
