//! A file of the certificate, as it is on the disk.

use std::path::Path;
use std::{fs, io};

use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error as P12Error;
use x509_parser::pem::Pem;
use zeroize::Zeroizing;

use super::x509::{Certificate, PrivateKey};
use crate::failure::Failure;
use crate::language::Language;
use crate::{secret, texts};

/// What PEM calls a private key that is locked with a password.
const LOCKED: &str = "ENCRYPTED PRIVATE KEY";

/// A file, and what is in it.
pub(crate) struct File {
    pub(crate) name: String,
    /// Whether other accounts than the owner can read or change it.
    pub(crate) is_open: bool,
    pub(crate) content: Content,
}

/// What a file turned out to be.
pub(crate) enum Content {
    /// Binary, and so most likely PKCS #12.
    Pkcs12(Zeroizing<Vec<u8>>),
    /// PEM: certificates and private keys.
    Pem { certificates: Vec<Certificate>, keys: Vec<PrivateKey>, is_locked: bool },
    /// Neither.
    Other,
}

impl File {
    pub(crate) fn read(path: &Path, language: Language) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let fail = |error: io::Error| Failure::Usage(texts::unreadable(language, &name, error));
        let mut file = fs::File::open(path).map_err(fail)?;
        let is_open = secret::is_open_to_others(&file).map_err(fail)?;
        let mut bytes = Zeroizing::new(Vec::new());
        io::Read::read_to_end(&mut file, &mut bytes).map_err(fail)?;
        Ok(Self { is_open, content: Content::of(bytes), name })
    }

    /// Whether a private key is in it, so that nobody else may read it.
    pub(crate) const fn is_secret(&self) -> bool {
        match &self.content {
            Content::Pkcs12(_) => true,
            Content::Pem { keys, is_locked, .. } => *is_locked || !keys.is_empty(),
            Content::Other => false,
        }
    }
}

impl Content {
    fn of(bytes: Zeroizing<Vec<u8>>) -> Self {
        // The tag that everything in DER begins with that is made of parts.
        if bytes.starts_with(&[0x30]) {
            return Self::Pkcs12(bytes);
        }
        let (mut certificates, mut keys, mut is_locked) = (Vec::new(), Vec::new(), false);
        for pem in Pem::iter_from_buffer(&bytes).filter_map(Result::ok) {
            let contents = Zeroizing::new(pem.contents);
            match &*pem.label {
                "CERTIFICATE" => certificates.extend(Certificate::read(&contents)),
                "PRIVATE KEY" => keys.push(PrivateKey::of_pkcs8(&contents)),
                "RSA PRIVATE KEY" => keys.push(PrivateKey::of_pkcs1(&contents)),
                LOCKED => is_locked = true,
                _ => {}
            }
        }
        // How PEM locked private keys before PKCS #8.
        let is_old = |line: &[u8]| line.starts_with(b"Proc-Type: 4,ENCRYPTED");
        is_locked |= bytes.split(|byte| *byte == b'\n').any(is_old);
        if certificates.is_empty() && keys.is_empty() && !is_locked {
            return Self::Other;
        }
        Self::Pem { certificates, keys, is_locked }
    }
}

/// How an attempt to open a PKCS #12 file ended.
pub(crate) enum Opened {
    With(Vec<Certificate>, Vec<PrivateKey>),
    WrongPassword,
    /// Not PKCS #12, or in a form that is not read.
    Broken(String),
}

pub(crate) fn open(bytes: &[u8], password: &str) -> Opened {
    match Pkcs12Archive::from_pkcs12(bytes, password) {
        Ok(archive) => {
            let certificates = archive.certs.iter();
            let certificates = certificates.filter_map(|bag| Certificate::read(bag.cert.as_der()));
            let keys = archive.keys.iter().map(|bag| PrivateKey::of_pkcs8(bag.key.as_der()));
            Opened::With(certificates.collect(), keys.collect())
        }
        Err(P12Error::MacError(_)) => Opened::WrongPassword,
        Err(error) => Opened::Broken(error.to_string()),
    }
}
