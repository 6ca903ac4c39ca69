//! What is found about the files: what is in them, and what is not as it should be.

use std::time::SystemTime;

use serde_json::{Value as Json, json};

use super::files::{Content, File, Opened, open};
use super::x509::{Certificate, PrivateKey, time};
use crate::language::Language;
use crate::{style, texts};

/// How long before its end a certificate is called to mind, in days.
const SOON: i64 = 30;

const DAY: i64 = 24 * 60 * 60;

/// All that is found.
#[derive(Default)]
pub(crate) struct Findings {
    files: Vec<Json>,
    certificates: Vec<Json>,
    /// What is said of each file, by its name.
    lines: Vec<(String, String)>,
    /// What to put right: a word for programs and a text for people.
    pub(crate) objections: Vec<(&'static str, String)>,
}

/// A certificate or a key, and which file it is in.
type Of<'f, T> = (&'f str, T);

impl Findings {
    pub(crate) fn of(files: &[File], mch_id: Option<&str>, language: Language) -> Self {
        let mut findings = Self::default();
        let mut certificates: Vec<Of<'_, &Certificate>> = Vec::new();
        let mut keys: Vec<Of<'_, &PrivateKey>> = Vec::new();
        for file in files {
            if let Content::Pem { certificates: some, keys: more, .. } = &file.content {
                certificates.extend(some.iter().map(|one| (&*file.name, one)));
                keys.extend(more.iter().map(|one| (&*file.name, one)));
            }
        }
        let known = certificates.iter().find_map(|(_, one)| one.merchant.clone());
        let passwords: Vec<_> = mch_id.map(str::to_owned).into_iter().chain(known).collect();
        let opened: Vec<_> =
            files.iter().map(|file| (file, findings.file(file, &passwords, language))).collect();
        for (file, opened) in &opened {
            if let Some((some, more)) = opened {
                certificates.extend(some.iter().map(|one| (&*file.name, one)));
                keys.extend(more.iter().map(|one| (&*file.name, one)));
            }
        }
        for (name, certificate) in &certificates {
            findings.certificate(name, certificate, mch_id, language);
        }
        findings.pairs(&certificates, &keys, language);
        findings
    }

    fn object(&mut self, kind: &'static str, text: String) {
        self.objections.push((kind, text));
    }

    fn say(&mut self, name: &str, text: impl core::fmt::Display) {
        self.lines.push((style::shown(name), text.to_string()));
    }

    /// What a file is, and who may read it; what was in it if it had to be opened.
    fn file(
        &mut self,
        file: &File,
        passwords: &[String],
        language: Language,
    ) -> Option<(Vec<Certificate>, Vec<PrivateKey>)> {
        let name = &*file.name;
        let mut opens = Json::Null;
        let mut inside = None;
        match &file.content {
            Content::Pem { certificates, keys, is_locked } => {
                let (some, more) = (certificates.len(), keys.len());
                self.say(name, texts::pem_has(language, some, more));
                if *is_locked {
                    self.say(name, texts::key_locked(language));
                }
            }
            Content::Other => self.object("Unknown", texts::no_certificate_file(language, name)),
            Content::Pkcs12(_) if passwords.is_empty() => {
                self.object("Password", texts::p12_needs_number(language, name));
            }
            Content::Pkcs12(bytes) => {
                let attempts = || passwords.iter().map(|password| open(bytes, password));
                let is_open = |opened: &Opened| matches!(opened, Opened::With(..));
                match attempts().find(is_open).or_else(|| attempts().next()) {
                    Some(Opened::With(certificates, keys)) => {
                        self.say(name, style::good(texts::p12_opens(language)));
                        opens = true.into();
                        inside = Some((certificates, keys));
                    }
                    Some(Opened::Broken(why)) => {
                        self.object("Broken", texts::p12_broken(language, name, why));
                    }
                    _ => {
                        opens = false.into();
                        self.object("Password", texts::p12_refuses(language, name));
                    }
                }
            }
        }
        if file.is_open && file.is_secret() {
            self.object("OpenToOthers", texts::file_open_to_others(language, name));
        } else if file.is_secret() {
            self.say(name, texts::file_kept(language));
        }
        self.files.push(json!({
            "file": name,
            "private_key": file.is_secret(),
            "open_to_others": file.is_open,
            "opens_with_mch_id": opens,
        }));
        inside
    }

    fn certificate(
        &mut self,
        name: &str,
        certificate: &Certificate,
        mch_id: Option<&str>,
        language: Language,
    ) {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let now = now.ok().and_then(|now| i64::try_from(now.as_secs()).ok()).unwrap_or(0);
        let days = (certificate.not_after - now).div_euclid(DAY);
        let end = time(certificate.not_after);
        let merchant = certificate.merchant.as_deref();
        self.certificates.push(json!({
            "file": name,
            "subject": certificate.subject,
            "issuer": certificate.issuer,
            "merchant": merchant,
            "serial": certificate.serial,
            "not_before": time(certificate.not_before),
            "not_after": end,
            "days_left": days,
        }));
        let (subject, issuer) =
            (style::shown(&certificate.subject), style::shown(&certificate.issuer));
        self.say(name, texts::certificate_of(language, &subject, &issuer, &certificate.serial));
        let number = merchant.map_or_else(
            || texts::no_merchant(language),
            |merchant| texts::merchant(language, merchant),
        );
        self.say(name, number);
        self.say(name, texts::valid_until(language, &end, days));
        if now < certificate.not_before {
            self.object("NotYet", texts::not_yet(language, name, time(certificate.not_before)));
        }
        if days < 0 {
            self.object("Expired", texts::expired(language, name, &end));
        } else if days < SOON {
            self.object("ExpiresSoon", texts::expires_soon(language, name, days));
        }
        if let (Some(asked), Some(found)) = (mch_id, merchant)
            && asked != found
        {
            self.object("OtherMerchant", texts::other_merchant(language, name, found, asked));
        }
    }

    /// Whether each private key belongs to one of the certificates.
    fn pairs(
        &mut self,
        certificates: &[Of<'_, &Certificate>],
        keys: &[Of<'_, &PrivateKey>],
        language: Language,
    ) {
        if certificates.is_empty() {
            return;
        }
        for (name, key) in keys {
            let fit = |(_, certificate): &&Of<'_, &Certificate>| certificate.fits(key);
            // Of its own file, if there is one.
            let mut fitting = certificates.iter().filter(|one| fit(one) == Some(true));
            let first = fitting.clone().next();
            if let Some((of, _)) = fitting.find(|(of, _)| of == name).or(first) {
                self.say(name, style::good(texts::key_fits(language, of)));
            } else if certificates.iter().all(|one| fit(&one).is_none()) {
                self.object("NotRsa", texts::key_unknown(language, name));
            } else {
                self.object("OtherKey", texts::key_of_another(language, name));
            }
        }
    }

    pub(crate) fn to_json(&self) -> Json {
        let objection = |(kind, text): &(&str, String)| json!({ "kind": kind, "text": text });
        json!({
            "files": self.files,
            "certificates": self.certificates,
            "objections": self.objections.iter().map(objection).collect::<Json>(),
        })
    }

    pub(crate) fn text(&self, language: Language) -> String {
        let mut lines: Vec<String> = Vec::new();
        let names = self.files.iter().filter_map(|file| file["file"].as_str()).map(style::shown);
        for name in names {
            let said: Vec<_> = self.lines.iter().filter(|(of, _)| *of == name).collect();
            if !said.is_empty() {
                lines.push(style::faint(&name));
                lines.extend(said.iter().map(|(_, text)| format!("  {text}")));
            }
        }
        for (_, text) in &self.objections {
            lines.push(format!("{}{text}", style::bad(texts::objection(language))));
        }
        lines.join("\n")
    }
}
