//! The fields of one operation, and what a request of it lacks.

use super::Need;
use super::conditions::Condition;
use super::finding::{Finding, FindingKind};
use super::form;
use super::known::Known;
use super::near::{Nearness, nearness};
use super::operations::{Entry, Rule, entries_of};
use crate::field::Field;
use crate::names::SIGN_TYPE;
use crate::protocol::{Algorithms, Endpoint, Method, SignType};
use crate::sign::Algorithm;
use crate::value::Value;

/// An operation with its fields: those of the table, and those that the catalogue knows of.
pub(super) struct Operation {
    entries: heapless::Vec<Entry, MOST, u8>,
    /// Whether its fields are published.
    published: bool,
    /// Whether the gateway refuses other fields.
    strict: bool,
    endpoint: Endpoint,
    algorithm: Algorithm,
}

/// More than the most fields that an operation has.
const MOST: usize = 48;

/// Some fields of an operation, one bit for each in their order.
pub(super) type Set = u64;

impl Operation {
    #[inline(never)]
    pub(super) fn of(endpoint: Endpoint, algorithm: Algorithm) -> Self {
        let (own, strict) = entries_of(endpoint.number).unwrap_or_default();
        let mut entries = heapless::Vec::new();
        for entry in own {
            let _ = entries.push(*entry);
        }
        let mut common = |is: bool, rule, known| {
            let _ = is && entries.push(Entry::new(rule, known)).is_ok();
        };
        common(true, Rule::May, Known::sign);
        common(endpoint.nonce, Rule::Needs, Known::nonce_str);
        common(endpoint.sign_type != SignType::Absent, Rule::May, Known::sign_type);
        Self { entries, published: !own.is_empty(), strict, endpoint, algorithm }
    }

    /// What is said about a field, in the first of two turns, or in the second one.
    /// `is_repeated` says whether the table has it already.
    #[inline(never)]
    pub(super) fn of_field<'f>(
        &self,
        (index, field): (usize, Field<'f>),
        first: bool,
        is_repeated: bool,
        given: Set,
    ) -> Option<Finding<'f>> {
        let mut finding = match (self.find(field.name()), first) {
            (None, true) => self.stranger(field.name(), given),
            (None, false) => None,
            (Some(_), true) if is_repeated => {
                Some(Finding::new(FindingKind::Twice, true, field.name()))
            }
            (Some(known), true) => Self::length(known, field),
            (Some(known), false) => self.form(known, field),
        }?;
        finding.index = Some(index);
        Some(finding)
    }

    /// The field at this place among those of the operation, and whether it is needed.
    pub(super) fn at(&self, place: usize) -> Option<(Known, Need)> {
        let entry = self.entries.get(place)?;
        let need = match entry.rule() {
            Rule::May => Need::Optional,
            Rule::Needs => Need::Required,
            Rule::Should => Need::Advised,
            Rule::One => Need::One,
            Rule::Or => Need::Or,
        };
        Some((entry.known(), need))
    }

    /// How many turns there are of [`of_whole`](Self::of_whole).
    pub(super) fn turns(&self) -> usize {
        self.entries.len().saturating_add(2)
    }

    /// What is said about the request as a whole, turn by turn.
    #[inline(never)]
    pub(super) fn of_whole(&self, turn: usize, given: Set) -> Option<Finding<'static>> {
        match turn.checked_sub(self.entries.len()) {
            None => self.missing(turn, given),
            Some(0) => self.algorithm(),
            Some(_) => self.sign_type(given),
        }
    }

    /// The field with this name.
    pub(super) fn find(&self, name: &str) -> Option<Known> {
        let place = usize::try_from(self.set_of(name).trailing_zeros()).ok()?;
        self.entries.get(place).map(|entry| entry.known())
    }

    /// The entries of the field with this name. It has several if there are several choices that
    /// it is part of.
    #[inline(never)]
    pub(super) fn set_of(&self, name: &str) -> Set {
        let mut set = 0;
        for (place, entry) in self.entries.iter().enumerate() {
            if entry.known().is(name) {
                set |= bit(place);
            }
        }
        set
    }

    /// The entries of the choice that the entry at `place` is part of, or that one alone.
    #[inline(never)]
    fn choice(&self, place: usize) -> Set {
        let mut set = 0;
        for (other, entry) in self.entries.iter().enumerate() {
            if entry.rule() == Rule::Or {
                set |= bit(other);
            } else if other > place {
                break;
            } else {
                set = bit(other);
            }
        }
        set
    }

    /// Whether a request that has `given` is refused because the entry at `place` is missing.
    fn is_lacking(&self, place: usize, entry: Entry, given: Set) -> bool {
        match entry.rule() {
            Rule::Needs | Rule::One | Rule::Or => given & self.choice(place) == 0,
            Rule::Should => false,
            Rule::May => {
                let is_sign_type = entry.known() == Known::sign_type;
                is_sign_type && given & bit(place) == 0 && self.must_state() == Some(true)
            }
        }
    }

    /// What is said about the entry at `place` if it is missing.
    fn missing(&self, place: usize, given: Set) -> Option<Finding<'static>> {
        let entry = self.entries.get(place)?;
        let choice = self.choice(place);
        if matches!(entry.rule(), Rule::May | Rule::Or) || given & choice != 0 {
            return None;
        }
        let certain = entry.rule() != Rule::Should;
        let mut finding = Finding::new(FindingKind::Missing, certain, entry.known().as_str());
        let mut slots = finding.others.iter_mut();
        for (other, entry) in self.entries.iter().enumerate() {
            if other > place && choice & bit(other) != 0 {
                slots.next().map(|slot| slot.replace(entry.known()));
            }
        }
        Some(finding)
    }

    /// What is said about the fields that are needed because of another one, which has `value`.
    #[inline(never)]
    pub(super) fn missing_for(
        &self,
        condition: Condition,
        given: Set,
        value: Value<'_>,
    ) -> Option<Finding<'static>> {
        let (field, expected) = condition.parts();
        let is_met = expected.is_empty() || is(value, expected);
        if !is_met || self.set_of(field) == 0 {
            return None;
        }
        let mut finding = Finding::new(FindingKind::MissingFor, condition.is_certain(), "");
        finding.condition = Some(condition);
        let mut slots = finding.others.iter_mut();
        for known in condition.needs() {
            let set = self.set_of(known.as_str());
            if given & set != 0 {
                return None;
            }
            if set == 0 || known.is(finding.field) {
                continue;
            }
            if finding.field.is_empty() {
                finding.field = known.as_str();
            } else {
                slots.next().map(|slot| slot.replace(known));
            }
        }
        (!finding.field.is_empty()).then_some(finding)
    }

    /// Whether the algorithm has to be stated in `sign_type`, and whether a request without that is
    /// known to be refused. A page in the browser has a default of its own.
    fn must_state(&self) -> Option<bool> {
        let Endpoint { sign_type, method, .. } = self.endpoint;
        match (sign_type, self.algorithm) {
            (SignType::Absent, _) | (SignType::Optional, Algorithm::Md5) => None,
            (SignType::Required, Algorithm::Md5) => Some(false),
            (_, Algorithm::HmacSha256) => {
                Some(method == Method::Post && self.endpoint.allows(self.algorithm))
            }
        }
    }

    /// What is said about the algorithm.
    fn algorithm(&self) -> Option<Finding<'static>> {
        let Endpoint { algorithms, .. } = self.endpoint;
        if algorithms == Algorithms::None {
            return Some(Finding::new(FindingKind::NotSigned, false, "sign"));
        }
        // A page that lists no algorithms may have been written before there were two.
        let certain = self.strict || algorithms == Algorithms::HmacSha256;
        let finding = Finding::new(FindingKind::AlgorithmNotTaken, certain, SIGN_TYPE);
        (!self.endpoint.allows(self.algorithm)).then_some(finding)
    }

    /// What is said about a missing `sign_type`.
    fn sign_type(&self, given: Set) -> Option<Finding<'static>> {
        let certain = self.must_state()?;
        let is_given = given & self.set_of(SIGN_TYPE) != 0;
        let finding = Finding::new(FindingKind::SignTypeMissing, certain, SIGN_TYPE);
        (!is_given).then_some(finding)
    }

    /// What is said about a field that is not one of the operation.
    fn stranger<'f>(&self, name: &'f str, given: Set) -> Option<Finding<'f>> {
        if !self.published {
            return None;
        }
        let mut finding = Finding::new(FindingKind::NotAField, self.strict, name);
        let mut best = u8::MAX;
        for (place, entry) in self.entries.iter().enumerate() {
            let Some(nearness) = nearness(name, entry.known()) else { continue };
            let is_given = given & bit(place) != 0;
            let other_letters = nearness != Nearness::Letters;
            // What is there was hardly meant by another name, too.
            if is_given && other_letters {
                continue;
            }
            let is_lacking = self.is_lacking(place, *entry, given);
            // The nearest one, and among others rather one that the request lacks.
            let far = [is_given, other_letters, !is_lacking, nearness == Nearness::Edits];
            let rank = far.into_iter().fold(0, |rank, is_far| rank << 1 | u8::from(is_far));
            if rank < best {
                best = rank;
                finding.certain = self.strict || is_lacking;
                finding.others = [Some(entry.known()), None, None];
            }
        }
        Some(finding)
    }

    /// What is said about the length of a value.
    fn length<'f>(known: Known, field: Field<'f>) -> Option<Finding<'f>> {
        let offset = end_of(field.value(), known.most()?)?;
        let certain = known.form().0 != form::Form::Json;
        let finding = Finding::new(FindingKind::TooLong, certain, field.name());
        Some(Finding { offset, known: Some(known), ..finding })
    }

    /// What is said about the form of a value.
    fn form<'f>(&self, known: Known, field: Field<'f>) -> Option<Finding<'f>> {
        if known == Known::sign_type {
            // Whether lower case is refused is not known.
            let is = |text| is(field.value(), text);
            let certain = !is("md5") && !is("hmac-sha256");
            let finding = Finding::new(FindingKind::SignTypeDiffers, certain, field.name());
            return (!is(self.algorithm.name())).then_some(finding);
        }
        let fault = form::fault(known, field.value())?;
        let finding = Finding::new(fault.kind, fault.certain, field.name());
        Some(Finding { offset: fault.offset, known: Some(known), ..finding })
    }
}

fn bit(place: usize) -> Set {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or_default()
}

// One copy.
#[inline(never)]
fn is(value: Value<'_>, text: &str) -> bool {
    value == text
}

/// The offset of the character behind the first `most`; `None` if there is none.
fn end_of(value: Value<'_>, most: usize) -> Option<usize> {
    let (mut rest, mut offset) = (most, 0_usize);
    for chunk in value.chunks() {
        for byte in chunk.bytes() {
            // Bytes that continue a character of UTF-8 begin with the bits 10.
            if byte & 0xC0 != 0x80 {
                match rest.checked_sub(1) {
                    Some(fewer) => rest = fewer,
                    None => return Some(offset),
                }
            }
            offset = offset.saturating_add(1);
        }
    }
    None
}
