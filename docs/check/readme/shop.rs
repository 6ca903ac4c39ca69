//! Stands for a shop whose HTTPS client answers every request with a payment of the order 42.

mod order;

fn post(path: &str, request: &str) -> Vec<u8> {
    assert!(path == "/pay/micropay" && request.contains("<sign>"));
    std::fs::read("answer.xml").unwrap()
}

fn main() {
    let secret = std::fs::read("key").unwrap();
    let key = wxp_core::Key::new(wxp_core::Algorithm::HmacSha256, secret.trim_ascii_end()).unwrap();
    println!("{}", order::pay(&key, "ibuaiVcKdpRxkhJA", post).unwrap());
}
