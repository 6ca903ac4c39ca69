//! The currencies of the protocol, and the two ways it writes amounts in them.

use core::{fmt, iter};

use crate::base::ShortText;

/// A currency that the field `fee_type` takes.
///
/// ```
/// use wxp_core::Currency;
///
/// assert_eq!(Currency::CNY.parse_decimal("0.47"), Some(47));
/// let yen = Currency::find("JPY").unwrap();
/// assert_eq!((yen.code(), yen.fraction_digits()), ("JPY", 0));
/// assert_eq!(yen.parse_decimal("100.00"), Some(100));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency {
    code: &'static str,
    fraction_digits: u8,
}

impl Currency {
    /// The yuan, in fen: the currency of a message without `fee_type`.
    pub const CNY: Self = Self::new("CNY", 2);

    /// The currencies of the global parameter pages, which have all those of the list of 2016, by
    /// code.
    ///
    /// The pages name JPY and KRW as having no fraction; that ISK has none is ISO 4217.
    pub const ALL: &'static [Self] = &[
        Self::new("AED", 2),
        Self::new("AUD", 2),
        Self::new("CAD", 2),
        Self::new("CHF", 2),
        Self::CNY,
        Self::new("CZK", 2),
        Self::new("DKK", 2),
        Self::new("EUR", 2),
        Self::new("GBP", 2),
        Self::new("HKD", 2),
        Self::new("HUF", 2),
        Self::new("IDR", 2),
        Self::new("ISK", 0),
        Self::new("JPY", 0),
        Self::new("KHR", 2),
        Self::new("KRW", 0),
        Self::new("MNT", 2),
        Self::new("MOP", 2),
        Self::new("MYR", 2),
        Self::new("NOK", 2),
        Self::new("NZD", 2),
        Self::new("PHP", 2),
        Self::new("QAR", 2),
        Self::new("RUB", 2),
        Self::new("SEK", 2),
        Self::new("SGD", 2),
        Self::new("THB", 2),
        Self::new("TRY", 2),
        Self::new("TWD", 2),
        Self::new("USD", 2),
    ];

    const fn new(code: &'static str, fraction_digits: u8) -> Self {
        Self { code, fraction_digits }
    }

    /// The currency with this code of ISO 4217, in capitals.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|currency| currency.code == code)
    }

    /// The text of `fee_type` for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// How many decimal digits its smallest unit is away from the whole: 2, or 0 for a currency
    /// without fraction.
    #[must_use]
    pub const fn fraction_digits(self) -> u8 {
        self.fraction_digits
    }

    /// The amount that `text` writes in decimals, in smallest units (fen for CNY).
    ///
    /// Bills write amounts so, while all messages of the API have plain integers. One leading `-`
    /// is taken, because settlements report refunds as negative amounts. Any number of digits may
    /// follow the point, but those beyond the smallest unit must be zeros, as in `0.01000`: nothing
    /// is rounded. `None` for any other text, such as one with the back-tick that bills put before
    /// values, and for amounts beyond 64 bits.
    #[must_use]
    pub fn parse_decimal(self, text: &str) -> Option<i64> {
        let (negative, number) = match text.as_bytes() {
            [b'-', number @ ..] => (true, number),
            number => (false, number),
        };
        let mut parts = number.splitn(2, |byte| *byte == b'.');
        let (whole, fraction) = (parts.next()?, parts.next().unwrap_or(b"0"));
        let digits = usize::from(self.fraction_digits);
        let exact = fraction.iter().skip(digits).all(|byte| *byte == b'0');
        if whole.is_empty() || fraction.is_empty() || !exact {
            return None;
        }
        let fraction = fraction.iter().chain(iter::repeat(&b'0')).take(digits);
        // Downwards from zero, because that side reaches one further.
        let below = whole.iter().chain(fraction).try_fold(0_i64, |above, byte| {
            let digit = byte.wrapping_sub(b'0');
            let above = if digit > 9 { None } else { above.checked_mul(10) };
            above?.checked_sub(i64::from(digit))
        })?;
        if negative { Some(below) } else { below.checked_neg() }
    }
}

/// An amount of money, displayed as bills write it: in decimals, without the currency's code.
///
/// ```
/// use wxp_core::{Amount, Currency};
///
/// assert_eq!(Amount { units: 47, currency: Currency::CNY }.to_string(), "0.47");
/// assert_eq!(Amount { units: -100, currency: Currency::CNY }.to_string(), "-1.00");
/// let yen = Currency::find("JPY").unwrap();
/// assert_eq!(Amount { units: 100, currency: yen }.to_string(), "100");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// How many of the currency's smallest unit: the integer that the API's fields have.
    pub units: i64,
    /// The currency.
    pub currency: Currency,
}

impl Amount {
    /// The text that this displays as.
    #[must_use]
    pub fn decimal(&self) -> ShortText {
        let unit = 10_u64.wrapping_pow(self.currency.fraction_digits.into());
        let units = self.units.unsigned_abs();
        let mut text = ShortText::default();
        text.push(if self.units < 0 { "-" } else { "" });
        text.push_number(units.checked_div(unit).unwrap_or_default(), 1);
        if unit > 1 {
            text.push(".");
            let fraction = units.checked_rem(unit).unwrap_or_default();
            text.push_number(fraction, self.currency.fraction_digits.into());
        }
        text
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.decimal())
    }
}
