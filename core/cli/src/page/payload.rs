//! Second signatures, of what a page's form has.

use wxp_core::ContractPage;

use super::Question;
use crate::commands::payload::{self, Fresh, Order};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;

/// Makes the second signature of the kind `kind`, of the input if there is one, and of the members
/// of the question.
pub(super) fn run(question: &Question, input: Vec<u8>, console: &Console) -> Result<(), Failure> {
    let text = |name| question.text(name).unwrap_or_default();
    let fresh = Fresh {
        nonce: text("nonce").to_owned(),
        timestamp: text("timestamp").parse().unwrap_or_default(),
    };
    let input = (!input.is_empty()).then(|| Input::of(input, console)).transpose()?;
    let order = Order {
        appid: question.text("appid"),
        prepay_id: question.text("prepay_id"),
        answer: input.as_ref(),
    };
    let algorithm = question.algorithm();
    match (text("kind"), &input) {
        ("jsapi", _) => payload::jsapi(&order, algorithm, &fresh, console),
        ("app", _) => payload::app(question.text("mch_id"), &order, algorithm, &fresh, console),
        ("native", _) => {
            payload::native([text("appid"), text("mch_id"), text("product_id")], &fresh, console)
        }
        ("red-packet", _) => payload::red_packet(text("appid"), text("package"), &fresh, console),
        ("contract", Some(input)) => {
            payload::contract(page(text("page")), algorithm, input, console)
        }
        (other, _) => Err(Failure::Usage(format!("nothing to make of {other:?}"))),
    }
}

fn page(name: &str) -> ContractPage {
    match name {
        "h5" => ContractPage::H5,
        "partner-official-account" => ContractPage::PartnerOfficialAccount,
        "partner-h5" => ContractPage::PartnerH5,
        _ => ContractPage::OfficialAccount,
    }
}
