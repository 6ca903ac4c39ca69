//! The merchant certificate as it is delivered, and who needs which file of it.

use crate::base::Language;

/// A file of the merchant certificate, under the name it is delivered with.
///
/// Calls that take money back or pay it out need the certificate. Keep the files outside the web
/// root, in a directory that only the calling program can read.
///
/// ```
/// use wxp_core::CertificateFile;
///
/// let secret: Vec<_> = CertificateFile::ALL.iter().filter(|f| f.holds_private_key()).collect();
/// assert_eq!(secret, [&CertificateFile::Pkcs12, &CertificateFile::PrivateKey]);
/// assert_eq!(CertificateFile::PrivateKey.name(), "apiclient_key.pem");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CertificateFile {
    /// Certificate and private key in one, in PKCS #12 form.
    Pkcs12,
    /// The certificate alone, in PEM form. If it is missing:
    /// `openssl pkcs12 -clcerts -nokeys -in apiclient_cert.p12 -out apiclient_cert.pem`.
    Certificate,
    /// The private key alone, in PEM form. If it is missing:
    /// `openssl pkcs12 -nocerts -in apiclient_cert.p12 -out apiclient_key.pem`.
    PrivateKey,
    /// The root certificate of WeChat Pay's servers, in PEM form. Optional: only a system without
    /// root certificates of its own needs it.
    RootCa,
}

impl CertificateFile {
    /// All four files, by name.
    pub const ALL: [Self; 4] = [Self::Pkcs12, Self::Certificate, Self::PrivateKey, Self::RootCa];

    /// The file's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pkcs12 => "apiclient_cert.p12",
            Self::Certificate => "apiclient_cert.pem",
            Self::PrivateKey => "apiclient_key.pem",
            Self::RootCa => "rootca.pem",
        }
    }

    /// What is in it, in a few words.
    #[inline]
    #[must_use]
    pub const fn content(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Pkcs12, Language::English) => "the certificate and its private key, as PKCS #12",
            (Self::Pkcs12, Language::Chinese) => "证书和私钥，PKCS #12格式",
            (Self::Certificate, Language::English) => "the certificate alone, as PEM",
            (Self::Certificate, Language::Chinese) => "仅证书，PEM格式",
            (Self::PrivateKey, Language::English) => "the private key alone, as PEM",
            (Self::PrivateKey, Language::Chinese) => "仅私钥，PEM格式",
            (Self::RootCa, Language::English) => {
                "the root certificate of WeChat Pay's servers, as PEM"
            }
            (Self::RootCa, Language::Chinese) => "微信支付服务器的根证书，PEM格式",
        }
    }

    /// Whether the file holds the merchant's private key, so that it must never leave the server.
    #[must_use]
    pub const fn holds_private_key(self) -> bool {
        matches!(self, Self::Pkcs12 | Self::PrivateKey)
    }

    /// Whether the file is locked with a password which, unless somebody changed it, is the
    /// merchant number (`mch_id`).
    #[must_use]
    pub const fn password_is_mch_id(self) -> bool {
        matches!(self, Self::Pkcs12)
    }
}

/// What a program that calls the API with a certificate is built on.
///
/// ```
/// use wxp_core::{CertificateFile, Runtime};
///
/// assert_eq!(Runtime::DotNet.files(), [CertificateFile::Pkcs12]);
/// assert_eq!(Runtime::Php.files(), [CertificateFile::Certificate, CertificateFile::PrivateKey]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Runtime {
    /// cURL, as a program or a library.
    Curl,
    /// .NET, with a framework newer than 2.0; on Windows a double-click installs the file.
    DotNet,
    /// Go.
    Go,
    /// Java.
    Java,
    /// Node.js.
    Node,
    /// PHP, which cannot use the PKCS #12 form.
    Php,
    /// Python.
    Python,
}

impl Runtime {
    /// The files it calls with. [`CertificateFile::RootCa`] is never among them: it is optional.
    ///
    /// The interface-rules page decides for .NET and PHP. It gives all others the PKCS #12 form,
    /// but most of their TLS libraries are fed with PEM; those have it here.
    #[must_use]
    pub const fn files(self) -> &'static [CertificateFile] {
        match self {
            Self::DotNet | Self::Java => &[CertificateFile::Pkcs12],
            Self::Curl | Self::Go | Self::Node | Self::Php | Self::Python => {
                &[CertificateFile::Certificate, CertificateFile::PrivateKey]
            }
        }
    }
}
