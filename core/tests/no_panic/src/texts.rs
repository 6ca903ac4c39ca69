//! What is said to people, in a language that is known only when it runs.

use wxp_core::{
    Advice, Algorithm, BusinessCategory, Canonical, Cause, CertificateFile, Endpoint, Error,
    ErrorKind, Explanation, Family, Field, Language, Marked, Value, check_request, xml,
};

use crate::{Buffer, run, show};

/// Says everything that can be said.
#[unsafe(no_mangle)]
pub extern "C" fn texts(number: usize, text: &Buffer, lens: &[usize; 2], zh: bool) -> i32 {
    run(|| {
        let bytes = text.get(..lens[0]).unwrap_or_default();
        let name = core::str::from_utf8(bytes).unwrap_or_default();
        let document = text.get(..lens[1]).unwrap_or_default();
        let language = Language::find(name).unwrap_or(match zh {
            true => Language::Chinese,
            false => Language::English,
        });
        let kind = ErrorKind::ALL.get(number).copied().unwrap_or(ErrorKind::Unsigned);
        let error = xml::read(document).find_map(Result::err).unwrap_or(Error::from(kind));
        let cause = Cause::ALL.get(number).copied().unwrap_or(Cause::Missing);
        let advice = Advice::of(Family::Other, Value::new(name));
        let endpoint = Endpoint::all().nth(number);
        let category = BusinessCategory::ALL.get(number).map_or("", |one| one.name(language));
        let file = CertificateFile::ALL.get(number).map_or("", |file| file.content(language));
        let algorithm =
            name.parse::<Algorithm>().err().map_or("", |unknown| unknown.text(language));
        let said = [
            kind.text(language),
            Explanation::Mistake { cause, fields: Marked::NONE }.text(language),
            Explanation::Unknown.text(language),
            advice.text(language),
            endpoint.map_or("", |endpoint| endpoint.purpose(language)),
            category,
            file,
            algorithm,
            language.tag(),
        ];
        let table = [Field::new(name, name)?];
        let order = Canonical::of(&table)?;
        let mut findings = endpoint.map(|it| check_request(it, Algorithm::Md5, &table[..]));
        let finding = findings.as_mut().and_then(Iterator::next);
        let shown = [
            show(error.in_language(language)),
            finding.is_some_and(|finding| show(finding.in_language(language))),
            order.expect(&table[..]).is_err_and(|fault| show(fault.in_language(language))),
        ];
        let len = said.iter().fold(0_usize, |len, text| len.wrapping_add(text.len()));
        Ok(i32::from(len == number) + shown.map(i32::from).iter().sum::<i32>())
    })
}
