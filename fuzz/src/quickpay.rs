//! Quick Pay on a bad network, as the core's tests have it.

use crate::Random;

#[path = "../../core/tests/behaviour/quickpay/gateway.rs"]
#[allow(dead_code)]
mod gateway;
#[path = "../../core/tests/behaviour/quickpay/network.rs"]
#[allow(dead_code)]
mod network;
#[path = "../../core/tests/behaviour/quickpay/terminal.rs"]
#[allow(dead_code)]
mod terminal;

/// One payment; panics if it does not end as it should.
pub fn pay(random: Random<'_>) {
    let report = terminal::pay(random, terminal::Mistake::None);
    assert!(report.is_right(), "{report:?}");
}
