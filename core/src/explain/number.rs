//! Other ways to write a whole number.

use crate::value::Value;

/// The longest number that is written in another way, in digits: a `transaction_id` has 28.
const DIGITS_MAX: usize = 32;

/// Room for its other forms.
pub(super) type Number = heapless::String<{ DIGITS_MAX + 16 }, u8>;

#[derive(Clone, Copy)]
pub(super) enum Form {
    /// `100.0`, as floating-point numbers are printed.
    Tenths,
    /// `100.00`.
    Hundredths,
    /// Fen as yuan: `1.00`.
    Yuan,
    /// Fen as yuan, without zeros at the end: `1`, `1.5`.
    YuanShort,
    /// Fen as yuan, as floating-point numbers are printed: `1.0`, `1.5`.
    YuanFloat,
    /// Without the zeros before it and behind the point: `100` for `0100`, `100.0`.
    Plain,
    /// `1,000`.
    Grouped,
    Exponent(Exponent),
}

/// How languages write an exponent.
#[derive(Clone, Copy)]
pub(super) enum Exponent {
    /// `1.0E7`.
    Java,
    /// `1e+07`: `%g` of C, Python.
    C,
    /// `1E+07`.
    DotNet,
    /// `1.0E+7`.
    Php,
    /// `1e7`.
    Json,
}

impl Form {
    pub(super) const ALL: [Self; 12] = [
        Self::Tenths,
        Self::Hundredths,
        Self::Yuan,
        Self::YuanShort,
        Self::YuanFloat,
        Self::Plain,
        Self::Grouped,
        Self::Exponent(Exponent::Java),
        Self::Exponent(Exponent::C),
        Self::Exponent(Exponent::DotNet),
        Self::Exponent(Exponent::Php),
        Self::Exponent(Exponent::Json),
    ];

    /// The number in this form, if the value is a number that has it.
    pub(super) fn write(self, value: Value<'_>) -> Option<Number> {
        let mut text = Number::new();
        let mut fits = true;
        value.visit(|piece| fits &= text.push_str(piece).is_ok());
        if !fits || text.len() > DIGITS_MAX {
            return None;
        }
        let point = text.bytes().position(|byte| byte == b'.').unwrap_or(text.len());
        let (whole, fraction) = text.split_at_checked(point)?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let zeros = fraction.bytes().skip(1).all(|byte| byte == b'0');
        if whole.is_empty() || !digits(whole) || !zeros {
            return None;
        }
        if let Self::Plain = self {
            let short = whole.trim_start_matches('0');
            return joined(&[if short.is_empty() { "0" } else { short }]);
        }
        if whole.len() < text.len() {
            return None;
        }
        match self {
            Self::Tenths => joined(&[whole, ".0"]),
            Self::Hundredths => joined(&[whole, ".00"]),
            Self::Yuan | Self::YuanShort | Self::YuanFloat => self.in_yuan(whole),
            Self::Grouped => grouped(whole),
            Self::Exponent(exponent) => exponent.write(whole),
            Self::Plain => None,
        }
    }

    fn in_yuan(self, fen: &str) -> Option<Number> {
        let padded = match fen.len() {
            1 => joined(&["00", fen]),
            2 => joined(&["0", fen]),
            _ => joined(&[fen]),
        }?;
        let (yuan, rest) = padded.split_at_checked(padded.len().checked_sub(2)?)?;
        let short = rest.trim_end_matches('0');
        match (self, short) {
            (Self::Yuan, _) => joined(&[yuan, ".", rest]),
            (Self::YuanFloat, "") => joined(&[yuan, ".0"]),
            (_, "") => joined(&[yuan]),
            _ => joined(&[yuan, ".", short]),
        }
    }
}

impl Exponent {
    fn write(self, digits: &str) -> Option<Number> {
        let significant = digits.trim_end_matches('0');
        let (first, rest) = significant.split_at_checked(1)?;
        let exponent = u8::try_from(digits.len().checked_sub(1)?).ok()?;
        if first == "0" || exponent == 0 {
            return None;
        }
        let (bare, mark, padded) = match self {
            Self::Java => (".0", "E", false),
            Self::C => ("", "e+", true),
            Self::DotNet => ("", "E+", true),
            Self::Php => (".0", "E+", false),
            Self::Json => ("", "e", false),
        };
        let mut number = match rest {
            "" => joined(&[first, bare, mark]),
            _ => joined(&[first, ".", rest, mark]),
        }?;
        let digit = |value: u8| char::from(b'0'.saturating_add(value));
        if padded || exponent > 9 {
            number.push(digit(exponent / 10)).ok()?;
        }
        number.push(digit(exponent % 10)).ok()?;
        Some(number)
    }
}

/// The digits in groups of three.
fn grouped(digits: &str) -> Option<Number> {
    let mut number = Number::new();
    let mut left = digits.len();
    for digit in digits.chars() {
        if left < digits.len() && left.is_multiple_of(3) {
            number.push(',').ok()?;
        }
        number.push(digit).ok()?;
        left = left.saturating_sub(1);
    }
    Some(number)
}

fn joined(pieces: &[&str]) -> Option<Number> {
    let mut number = Number::new();
    pieces.iter().try_for_each(|piece| number.push_str(piece)).ok()?;
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_every_form() {
        for (number, forms) in [
            ("100", "100.0 100.00 1.00 1 1.0 100 100 1.0E2 1e+02 1E+02 1.0E+2 1e2"),
            ("5", "5.0 5.00 0.05 0.05 0.05 5 5 - - - - -"),
            ("50", "50.0 50.00 0.50 0.5 0.5 50 50 5.0E1 5e+01 5E+01 5.0E+1 5e1"),
            ("0", "0.0 0.00 0.00 0 0.0 0 0 - - - - -"),
            ("007", "007.0 007.00 0.07 0.07 0.07 7 007 - - - - -"),
            ("100.00", "- - - - - 100 - - - - - -"),
            (
                "12345678900",
                "12345678900.0 12345678900.00 123456789.00 123456789 123456789.0 12345678900 \
                 12,345,678,900 1.23456789E10 1.23456789e+10 1.23456789E+10 1.23456789E+10 \
                 1.23456789e10",
            ),
            ("1.5", "- - - - - - - - - - - -"),
            ("", "- - - - - - - - - - - -"),
            ("-1", "- - - - - - - - - - - -"),
            ("123456789012345678901234567890123", "- - - - - - - - - - - -"),
        ] {
            let written = Form::ALL.map(|form| form.write(Value::new(number)));
            let written = written.map(|form| form.map_or("-".to_owned(), |text| text.to_string()));
            assert_eq!(written.join(" "), forms, "{number}");
        }
    }
}
