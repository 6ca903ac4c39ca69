//! Nonces and times.

use proptest::prelude::*;
use wxp_core::{BeijingTime, Nonce};

proptest! {
    #[test]
    fn a_nonce_is_its_entropy_in_32_digits(entropy in any::<[u8; 16]>()) {
        let nonce = Nonce::from_entropy(entropy);
        prop_assert_eq!(nonce.as_str(), data_encoding::HEXLOWER.encode(&entropy));
    }

    #[test]
    fn times_are_written_and_parsed_alike(seconds in 0..253_402_272_000_u64) {
        let time = BeijingTime::from_unix(seconds).unwrap();
        prop_assert_eq!(time.to_unix(), seconds);
        prop_assert_eq!(BeijingTime::parse(&time.to_string()), Some(time));
        prop_assert_eq!(BeijingTime::parse(&format!("{time:#}")), Some(time));
    }
}

#[test]
fn known_seconds_have_known_times() {
    // TZ=UTC-8 date -d "2100-03-01" +%s
    for (seconds, text) in [
        (0, "19700101080000"),
        (57_599, "19700101235959"),
        (951_753_600, "20000229000000"),
        (1_411_718_400, "20140926160000"),
        (4_107_484_800, "21000228160000"),
        (4_107_513_600, "21000301000000"),
        (253_402_271_999, "99991231235959"),
    ] {
        assert_eq!(BeijingTime::from_unix(seconds).unwrap().to_string(), text);
        assert_eq!(BeijingTime::parse(text).unwrap().to_unix(), seconds);
    }
    assert_eq!(BeijingTime::from_unix(253_402_272_000), None);
    assert_eq!(BeijingTime::from_unix(u64::MAX), None);
}

#[test]
fn every_day_follows_the_one_before() {
    // Up to the year 2400, against the calendar's rule written out.
    let (mut year, mut month, mut day) = (1970, 1, 1);
    for count in 0..157_000_u64 {
        let time = BeijingTime::from_unix(count * 86_400).unwrap();
        assert_eq!(time.to_string(), format!("{year:04}{month:02}{day:02}080000"));
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        day += 1;
        if day > length {
            (month, day) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
}

#[test]
fn texts_that_are_no_times_are_refused() {
    for text in [
        "",
        "2015080613334",
        "201508061333466",
        "20150229000000",
        "21000229000000",
        "20151301000000",
        "20150001000000",
        "20150100000000",
        "20150131240000",
        "20150131006000",
        "20150131000060",
        "2015080613334x",
        "+0150806133346",
        "2015/08/06 13:33:46",
        "2015-08-06T13:33:46",
        "2015-08-06 13:33-46",
        "19700101075959",
        "00000101000000",
        "2015\u{e9}-08-06 13:33:4",
    ] {
        assert_eq!(BeijingTime::parse(text), None, "{text}");
    }
}
