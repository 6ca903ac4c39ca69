//! The checks a caller may run before it sends: addresses and lengths.

use wxp_core::ErrorKind::*;
use wxp_core::Transport::*;
use wxp_core::{Endpoint, ErrorKind, Transport, check_notify_url, limit_of};

fn refusal(address: &str) -> (ErrorKind, usize) {
    let error = check_notify_url(address).map_err(|error| (error.kind(), error.position()));
    error.map(|transport| panic!("{address}: {transport:?}")).unwrap_err()
}

/// An address of so many bytes.
fn address(len: usize) -> String {
    format!("https://shop.example/{}", "x".repeat(len - 21))
}

#[test]
fn addresses_to_be_notified_at() {
    for (address, transport) in [
        ("https://shop.example/paid", Https),
        ("HTTPS://SHOP.EXAMPLE/PAID", Https),
        ("http://wxpay.wxutil.com/pub_v2/pay/notify.v2.php", PlainHttp),
        ("hTTp://shop.example/", PlainHttp),
        ("https://shop.example:8443/paid", Https),
        ("https://shop.example:/paid", Https),
        ("https://a_b.shop-2.example/a//b;c=1,d/@:~%3f!", Https),
        ("https://203.0.113.7/paid", Https),
        ("https://[2001:db8::7]/paid", Https),
        ("https://[::ffff:203.0.113.7]:443/paid", Https),
        (&address(256), Https),
    ] {
        let found: Transport = check_notify_url(address).unwrap();
        assert_eq!(found, transport, "{address}");
    }
}

#[test]
fn addresses_that_are_refused() {
    for (address, kind, position) in [
        ("", NotifyUrl, 0),
        ("shop.example/paid", NotifyUrl, 0),
        ("/paid", NotifyUrl, 0),
        ("//shop.example/paid", NotifyUrl, 0),
        ("ftp://shop.example/paid", NotifyUrl, 0),
        ("https:/shop.example/paid", NotifyUrl, 0),
        ("https:shop.example/paid", NotifyUrl, 0),
        (" https://shop.example/paid", NotifyUrl, 0),
        ("\u{ff48}ttps://shop.example/paid", NotifyUrl, 0),
        ("https://", NotifyUrl, 8),
        ("https:///paid", NotifyUrl, 8),
        ("http://:80/paid", NotifyUrl, 7),
        ("https://.example/paid", NotifyUrl, 8),
        ("https://shop.example", NotifyUrl, 20),
        ("https://shop.example:443", NotifyUrl, 24),
        ("https://user@shop.example/paid", NotifyUrl, 12),
        ("https://user:secret@shop.example/paid", NotifyUrl, 13),
        ("https://10:10@shop.example/paid", NotifyUrl, 13),
        ("https://shop.example:x/paid", NotifyUrl, 21),
        ("https://shop.example:1:2/paid", NotifyUrl, 22),
        ("https://shop.example\\paid", NotifyUrl, 20),
        ("https://shop%2eexample/paid", NotifyUrl, 12),
        ("https://2001:db8::7/paid", NotifyUrl, 13),
        ("https://[2001:db8::7/paid", NotifyUrl, 20),
        ("https://[2001:db8::7]x/paid", NotifyUrl, 21),
        ("https://[]/paid", NotifyUrl, 9),
        ("https://[fe80::1%25eth0]/paid", NotifyUrl, 16),
        ("https://shop[1]/paid", NotifyUrl, 12),
        ("https://shop.example/paid#now", NotifyUrl, 25),
        ("https://shop.example#now", NotifyUrl, 20),
        ("https://shop.example/a b", NotifyUrl, 22),
        ("https://shop.example/paid\n", NotifyUrl, 25),
        ("https://shop.example/paid\0", NotifyUrl, 25),
        ("https://shop.example/\u{7f}", NotifyUrl, 21),
        ("https://shop.example/\u{4ed8}", NotifyUrl, 21),
        ("https://\u{5e97}.example/paid", NotifyUrl, 8),
        ("https://shop.example/paid?", NotifyUrlQuery, 25),
        ("https://shop.example/paid?id=1#now", NotifyUrlQuery, 25),
        ("https://shop.example?id=1", NotifyUrlQuery, 20),
        ("http://?id=1", NotifyUrlQuery, 7),
        (&address(257), NotifyUrl, 256),
        (&format!("{}?id=1", address(256)), NotifyUrl, 256),
        (&format!("https://{}", "x".repeat(300)), NotifyUrl, 256),
    ] {
        assert_eq!(refusal(address), (kind, position), "{address}");
    }
}

#[test]
fn a_limit_belongs_to_an_operation() {
    let limit = |path: &str, name| limit_of(Endpoint::find(path).unwrap(), name);
    assert_eq!(limit("/mmpaymkttransfers/promotion/transfers", "desc"), Some(100));
    assert_eq!(limit("/mmpaysptrans/pay_bank", "desc"), Some(512));
    assert_eq!(limit("/papay/entrustweb", "contract_display_account"), Some(32));
    // A partner's field, which the page of a merchant does not name.
    assert_eq!(limit("/pay/unifiedorder", "sub_mch_id"), Some(32));
    for name in ["total_fee", "refund_id_0", "sub_mch_id_0", "out_trade_n", "", "0"] {
        assert_eq!(limit("/pay/unifiedorder", name), None, "{name}");
    }
}
