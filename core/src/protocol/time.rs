//! Points in time as the protocol writes them: Beijing time, without a time-zone database.

use core::fmt;

use crate::base::ShortText;

/// Beijing is eight hours ahead of UTC all year round (no daylight saving since 1991, before the
/// protocol existed).
const OFFSET: u64 = 8 * 3_600;

/// Seconds in a day.
const DAY: u64 = 86_400;

/// A second in Beijing time, from 1970 to 9999.
///
/// `time_start`, `time_expire` and `time_end` have the form `yyyyMMddHHmmss`, which `{}` writes;
/// `success_time` and the times of red packets have `yyyy-MM-dd HH:mm:ss`, which `{:#}` writes.
///
/// ```
/// use wxp_core::BeijingTime;
///
/// let time = BeijingTime::from_unix(1_438_839_226).unwrap();
/// assert_eq!(time.to_string(), "20150806133346");
/// assert_eq!(format!("{time:#}"), "2015-08-06 13:33:46");
/// assert_eq!(BeijingTime::parse("2015-08-06 13:33:46"), Some(time));
/// assert_eq!(time.to_unix(), 1_438_839_226);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BeijingTime {
    /// Seconds since 1970-01-01 00:00:00 in Beijing.
    local: u64,
}

/// The first second of the year 10000, in Beijing.
const END: u64 = 253_402_300_800;

impl BeijingTime {
    /// The Beijing time of a number of seconds since 1970-01-01 00:00:00 UTC; `None` after the year
    /// 9999.
    #[must_use]
    pub const fn from_unix(seconds: u64) -> Option<Self> {
        match seconds.checked_add(OFFSET) {
            Some(local) if local < END => Some(Self { local }),
            _ => None,
        }
    }

    /// Seconds since 1970-01-01 00:00:00 UTC.
    #[must_use]
    pub const fn to_unix(self) -> u64 {
        self.local.saturating_sub(OFFSET)
    }

    /// The time written in `text`, in either form; `None` if it is neither, or no such time
    /// exists, or it is before 1970 in UTC.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let separators: &[(usize, u8)] = match bytes.len() {
            14 => &[],
            19 => &[(4, b'-'), (7, b'-'), (10, b' '), (13, b':'), (16, b':')],
            _ => return None,
        };
        let mut rest = bytes.iter().enumerate();
        let mut number = |digits: usize| {
            let mut number = 0_u32;
            let mut left = digits;
            while left > 0 {
                let (index, byte) = rest.next()?;
                match separators.iter().find(|(at, _)| *at == index) {
                    Some((_, separator)) if byte == separator => continue,
                    None if byte.is_ascii_digit() => {}
                    _ => return None,
                }
                let digit = u32::from(byte.wrapping_sub(b'0'));
                number = number.wrapping_mul(10).wrapping_add(digit);
                left = left.wrapping_sub(1);
            }
            Some(number)
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let (hour, minute, second) = (number(2)?, number(2)?, number(2)?);
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let of_day = hour.wrapping_mul(3_600).wrapping_add(minute.wrapping_mul(60));
        let midnight = u64::from(days(year, month, day)?).wrapping_mul(DAY);
        let time = Self { local: midnight.wrapping_add(of_day.wrapping_add(second).into()) };
        // Wherever a date does not exist, counting days and back gives another one.
        (time.date() == (year, month, day) && time.local >= OFFSET).then_some(time)
    }

    /// The text in the form `yyyyMMddHHmmss`.
    #[must_use]
    pub fn plain(self) -> ShortText {
        self.text("", "", "")
    }

    /// The text in the form `yyyy-MM-dd HH:mm:ss`.
    #[must_use]
    pub fn spaced(self) -> ShortText {
        self.text("-", " ", ":")
    }

    fn text(self, in_date: &str, between: &str, in_time: &str) -> ShortText {
        let (year, month, day) = self.date();
        let (_, second) = self.day();
        let mut text = ShortText::default();
        text.push_number(year.into(), 4);
        let two = [
            (in_date, month),
            (in_date, day),
            (between, second / 3_600),
            (in_time, second / 60 % 60),
            (in_time, second % 60),
        ];
        for (separator, number) in two {
            text.push(separator);
            text.push_number(number.into(), 2);
        }
        text
    }

    /// Days since 1970-01-01, and seconds since midnight. Every time there is has less than 2^22
    /// days, so that all else is arithmetic with 32 bits.
    fn day(self) -> (u32, u32) {
        let number = |value| u32::try_from(value).unwrap_or_default();
        (number(self.local / DAY), number(self.local % DAY))
    }

    /// Year, month and day.
    fn date(self) -> (u32, u32, u32) {
        // Years begin in March here, so that leap days come last, and 400 of them, an era, have
        // always the same length (Hinnant, "chrono-compatible low-level date algorithms").
        let days = self.day().0.wrapping_add(EPOCH);
        let (era, day) = (days / ERA, days % ERA);
        let leaps = (day / 1_460).wrapping_sub(day / 36_524).wrapping_add(day / 146_096);
        let year = day.wrapping_sub(leaps) / 365;
        let day = day.wrapping_sub(days_before(year));
        let month = day.wrapping_mul(5).wrapping_add(2) / 153;
        let day = day.wrapping_sub(days_before_month(month)).wrapping_add(1);
        let year = year.wrapping_add(era.wrapping_mul(400));
        if month < 10 {
            (year, month.wrapping_add(3), day)
        } else {
            (year.wrapping_add(1), month.wrapping_sub(9), day)
        }
    }
}

/// Days in 400 years.
const ERA: u32 = 146_097;
/// Days from the first of March of the year 0 to 1970-01-01.
const EPOCH: u32 = 719_468;

/// Days since 1970-01-01, for a month and a day that need not exist.
fn days(year: u32, month: u32, day: u32) -> Option<u32> {
    let (year, month) = match month {
        1 | 2 => (year.checked_sub(1)?, month.wrapping_add(9)),
        _ => (year, month.checked_sub(3)?),
    };
    let eras = (year / 400).wrapping_mul(ERA);
    let before = days_before(year % 400).wrapping_add(days_before_month(month));
    eras.wrapping_add(before).wrapping_add(day).checked_sub(EPOCH.wrapping_add(1))
}

/// Days of an era before its year, for years that begin in March.
const fn days_before(year: u32) -> u32 {
    year.wrapping_mul(365).wrapping_add(year / 4).wrapping_sub(year / 100)
}

/// Days of a year that begins in March before its month, from 0.
const fn days_before_month(month: u32) -> u32 {
    month.wrapping_mul(153).wrapping_add(2) / 5
}

impl fmt::Display for BeijingTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&if f.alternate() { self.spaced() } else { self.plain() })
    }
}
