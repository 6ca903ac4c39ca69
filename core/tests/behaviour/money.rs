//! Amounts, as integers and in decimals.

use proptest::prelude::*;
use proptest::sample::select;
use wxp_core::{Amount, Currency};

fn currency(code: &str) -> Currency {
    Currency::find(code).unwrap()
}

#[test]
fn decimals_have_known_amounts() {
    for (code, text, units) in [
        ("CNY", "0.47", 47),
        ("CNY", "0.0", 0),
        ("CNY", "45.0", 4_500),
        ("CNY", "45", 4_500),
        ("CNY", "0.00000", 0),
        ("CNY", "0.01000", 1),
        ("CNY", "-0.05", -5),
        ("CNY", "-0", 0),
        ("CNY", "007.10", 710),
        ("CNY", "92233720368547758.07", i64::MAX),
        ("CNY", "-92233720368547758.08", i64::MIN),
        ("JPY", "100", 100),
        ("JPY", "100.00", 100),
        ("JPY", "9223372036854775807", i64::MAX),
        ("JPY", "-9223372036854775808", i64::MIN),
        ("KRW", "-7.0", -7),
        ("ISK", "12", 12),
    ] {
        assert_eq!(currency(code).parse_decimal(text), Some(units), "{text} {code}");
    }
}

#[test]
fn texts_that_are_no_decimals_are_refused() {
    for (code, text) in [
        ("CNY", ""),
        ("CNY", "-"),
        ("CNY", "."),
        ("CNY", ".47"),
        ("CNY", "-.47"),
        ("CNY", "47."),
        ("CNY", "0.471"),
        ("CNY", "0.47001"),
        ("CNY", "0.470x"),
        ("CNY", "0.4.7"),
        ("CNY", "0.00.0"),
        ("CNY", "--1"),
        ("CNY", "+1"),
        ("CNY", "0.-1"),
        ("CNY", " 1"),
        ("CNY", "1 "),
        ("CNY", "`0.47"),
        ("CNY", "1,000.00"),
        ("CNY", "1e2"),
        ("CNY", "0x1"),
        ("CNY", "\u{ff11}"),
        ("CNY", "92233720368547758.08"),
        ("CNY", "-92233720368547758.09"),
        ("CNY", "92233720368547758070"),
        ("JPY", "0.5"),
        ("JPY", "100.01"),
        ("JPY", "9223372036854775808"),
    ] {
        assert_eq!(currency(code).parse_decimal(text), None, "{text} {code}");
    }
}

#[test]
fn amounts_have_known_decimals() {
    for (code, units, text) in [
        ("CNY", 0, "0.00"),
        ("CNY", 9, "0.09"),
        ("CNY", -9, "-0.09"),
        ("CNY", -100, "-1.00"),
        ("CNY", i64::MAX, "92233720368547758.07"),
        ("CNY", i64::MIN, "-92233720368547758.08"),
        ("JPY", 0, "0"),
        ("JPY", -100, "-100"),
        ("KRW", i64::MIN, "-9223372036854775808"),
    ] {
        assert_eq!(Amount { units, currency: currency(code) }.to_string(), text);
    }
}

proptest! {
    #[test]
    fn amounts_are_written_and_parsed_alike(
        units in any::<i64>(),
        currency in select(Currency::ALL),
        zeros in "0{0,9}",
    ) {
        let text = Amount { units, currency }.to_string();
        prop_assert_eq!(currency.parse_decimal(&text), Some(units));
        let point = if currency.fraction_digits() == 0 { ".0" } else { "" };
        prop_assert_eq!(currency.parse_decimal(&format!("{text}{point}{zeros}")), Some(units));
        prop_assert_eq!(currency.parse_decimal(&format!("{text}{point}{zeros}1")), None);
    }
}
