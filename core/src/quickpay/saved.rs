//! A payment as bytes, for terminals that can lose power at any moment.
//!
//! ```text
//! version, stage, task, flags, queries, reverses, elapsed (2), wait (2), checksum (2)
//! ```
//!
//! Numbers of two bytes have the higher one first; the checksum is CRC-16/XMODEM over the rest.

use super::{Ending, QuickPay, Request, Stage, Task, Timing};

const VERSION: u8 = 1;

/// Every stage, by its number in the bytes.
const STAGES: [Stage; 12] = [
    Stage::Paying,
    Stage::Querying,
    Stage::Confirming,
    Stage::Rechecking,
    Stage::Reversing,
    Stage::Settling,
    Stage::Finished(Ending::Paid),
    Stage::Finished(Ending::NotPaid),
    Stage::Finished(Ending::Reversed),
    Stage::Finished(Ending::NotAnswered),
    Stage::Finished(Ending::NotReversible),
    Stage::Finished(Ending::NotSent),
];

/// Every task, by its number in the bytes.
const TASKS: [Task; 4] = [
    Task::Wait,
    Task::Send(Request::Order),
    Task::Send(Request::Query),
    Task::Send(Request::Reverse),
];

impl QuickPay {
    /// The length of a saved payment, in bytes.
    pub const LEN: usize = 12;

    /// The payment as bytes, to be saved before its [`step`](Self::step) is carried out.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::LEN] {
        let number = |position: Option<usize>| {
            position.and_then(|position| u8::try_from(position).ok()).unwrap_or(u8::MAX)
        };
        let stage = number(STAGES.iter().position(|stage| *stage == self.stage));
        let task = number(TASKS.iter().position(|task| *task == self.task));
        let flags = u8::from(self.is_given_up)
            | (u8::from(self.is_irreversible) << 1)
            | (u8::from(self.may_be_reversed) << 2)
            | (u8::from(self.is_asked) << 3);
        let ([e1, e0], [w1, w0]) = (self.elapsed.to_be_bytes(), self.wait.to_be_bytes());
        let state = [VERSION, stage, task, flags, self.queries, self.reverses, e1, e0, w1, w0];
        let [c1, c0] = checksum(&state).to_be_bytes();
        [VERSION, stage, task, flags, self.queries, self.reverses, e1, e0, w1, w0, c1, c0]
    }

    /// The payment that a terminal which was off has back from its bytes; `None` if they are
    /// damaged, or none of these. It never asks for its order again, since nobody knows whether it
    /// was sent. Tell it [`Event::Resumed`](super::Event::Resumed), with the seconds that have
    /// passed since it was saved, or 0 if nobody knows.
    #[must_use]
    pub fn resume(bytes: &[u8; Self::LEN], timing: Timing) -> Option<Self> {
        let mut payment = Self::from_bytes(bytes, timing)?;
        payment.resumed();
        Some(payment)
    }

    /// The payment exactly as it was, with the request in hand still under way, for a program that
    /// goes on running and keeps nothing but the bytes; see [`now`](Self::now).
    #[must_use]
    pub fn from_bytes(bytes: &[u8; Self::LEN], timing: Timing) -> Option<Self> {
        let [state @ .., c1, c0] = bytes;
        let [VERSION, stage, task, flags @ 0..=15, queries, reverses, e1, e0, w1, w0] = *state
        else {
            return None;
        };
        if checksum(state) != u16::from_be_bytes([*c1, *c0]) {
            return None;
        }
        Some(Self {
            timing,
            stage: *STAGES.get(usize::from(stage))?,
            task: *TASKS.get(usize::from(task))?,
            elapsed: u16::from_be_bytes([e1, e0]),
            wait: u16::from_be_bytes([w1, w0]),
            queries,
            reverses,
            is_given_up: flags & 1 != 0,
            is_irreversible: flags & 2 != 0,
            may_be_reversed: flags & 4 != 0,
            is_asked: flags & 8 != 0,
        })
    }
}

/// CRC-16/XMODEM.
fn checksum(bytes: &[u8]) -> u16 {
    let mut checksum = 0_u16;
    for byte in bytes {
        checksum ^= u16::from(*byte) << 8;
        for _ in 0..8 {
            let carry = checksum & 0x8000 != 0;
            checksum <<= 1;
            checksum ^= if carry { 0x1021 } else { 0 };
        }
    }
    checksum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_xmodem() {
        assert_eq!(checksum(b"123456789"), 0x31C3);
    }
}
