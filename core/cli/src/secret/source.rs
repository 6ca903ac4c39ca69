//! The files and the environment that the API key comes from.

use core::fmt::Display;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::{env, io};

use super::Secret;
use crate::failure::Failure;
use crate::language::Language;
use crate::texts;

/// The room for a key, in bytes; half of it is read.
const ROOM: usize = 4096;

impl Secret {
    pub(crate) fn from_environment() -> Option<Self> {
        env::var_os("WXP_KEY").map(|secret| Self(secret.into_encoded_bytes()))
    }

    /// The content of a file, without one line end after it.
    pub(crate) fn from_file(path: &Path, language: Language) -> Result<Self, Failure> {
        let refuse = |why: &dyn Display| Failure::Usage(format!("{}: {why}", path.display()));
        let file = File::open(path).map_err(|e| refuse(&e))?;
        if is_open_to_others(&file).map_err(|e| refuse(&e))? {
            return Err(refuse(&texts::key_file_open(language)));
        }
        // So much room that it never moves and leaves a copy behind.
        let mut secret = Self(Vec::with_capacity(ROOM));
        let most = u64::try_from(ROOM / 2).unwrap_or(u64::MAX);
        file.take(most).read_to_end(&mut secret.0).map_err(|e| refuse(&e))?;
        let line_end = match &secret.0[..] {
            [.., b'\r', b'\n'] => 2,
            [.., b'\n'] => 1,
            _ => 0,
        };
        secret.0.truncate(secret.0.len() - line_end);
        Ok(secret)
    }
}

/// Whether other accounts than the owner have any right to a file. What is no file in a folder,
/// such as a pipe, is not kept.
#[cfg(unix)]
pub(crate) fn is_open_to_others(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    let about = file.metadata()?;
    Ok(about.is_file() && about.permissions().mode() & 0o077 != 0)
}

/// Elsewhere, rights are no matter of nine bits.
#[cfg(not(unix))]
pub(crate) fn is_open_to_others(_: &File) -> io::Result<bool> {
    Ok(false)
}
