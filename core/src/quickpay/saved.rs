//! A payment as bytes, for terminals that can lose power at any moment.
//!
//! ```text
//! version, stage, task, flags, queries, reverses, elapsed (2), wait (2), checksum (2)
//! ```
//!
//! Numbers of two bytes have the higher one first; the checksum is CRC-16/XMODEM over the rest.

use super::{Ending, QuickPay, Request, Stage, Task, Timing};

const VERSION: u8 = 1;

impl Stage {
    /// The number in the bytes.
    const fn number(self) -> u8 {
        match self {
            Self::Paying => 0,
            Self::Querying => 1,
            Self::Confirming => 2,
            Self::Rechecking => 3,
            Self::Reversing => 4,
            Self::Settling => 5,
            Self::Finished(Ending::Paid) => 6,
            Self::Finished(Ending::NotPaid) => 7,
            Self::Finished(Ending::Reversed) => 8,
            Self::Finished(Ending::NotAnswered) => 9,
            Self::Finished(Ending::NotReversible) => 10,
            Self::Finished(Ending::NotSent) => 11,
        }
    }

    const fn of(number: u8) -> Option<Self> {
        Some(match number {
            0 => Self::Paying,
            1 => Self::Querying,
            2 => Self::Confirming,
            3 => Self::Rechecking,
            4 => Self::Reversing,
            5 => Self::Settling,
            6 => Self::Finished(Ending::Paid),
            7 => Self::Finished(Ending::NotPaid),
            8 => Self::Finished(Ending::Reversed),
            9 => Self::Finished(Ending::NotAnswered),
            10 => Self::Finished(Ending::NotReversible),
            11 => Self::Finished(Ending::NotSent),
            _ => return None,
        })
    }
}

impl Task {
    /// The number in the bytes.
    const fn number(self) -> u8 {
        match self {
            Self::Wait => 0,
            Self::Send(Request::Order) => 1,
            Self::Send(Request::Query) => 2,
            Self::Send(Request::Reverse) => 3,
        }
    }

    const fn of(number: u8) -> Option<Self> {
        Some(match number {
            0 => Self::Wait,
            1 => Self::Send(Request::Order),
            2 => Self::Send(Request::Query),
            3 => Self::Send(Request::Reverse),
            _ => return None,
        })
    }
}

impl QuickPay {
    /// The length of a saved payment, in bytes.
    pub const LEN: usize = 12;

    /// The payment as bytes, to be saved before its [`step`](Self::step) is carried out.
    #[inline]
    #[must_use]
    pub const fn to_bytes(&self) -> [u8; Self::LEN] {
        let (stage, task) = (self.stage.number(), self.task.number());
        let flags = bit(self.is_given_up, 1)
            | bit(self.is_irreversible, 2)
            | bit(self.may_be_reversed, 4)
            | bit(self.is_asked, 8);
        let ([e1, e0], [w1, w0]) = (self.elapsed.to_be_bytes(), self.wait.to_be_bytes());
        let (queries, reverses) = (self.queries, self.reverses);
        let mut bytes = [VERSION, stage, task, flags, queries, reverses, e1, e0, w1, w0, 0, 0];
        let sum = checksum(&bytes);
        let [.., c1, c0] = &mut bytes;
        [*c1, *c0] = sum;
        bytes
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
    #[inline]
    #[must_use]
    pub fn from_bytes(bytes: &[u8; Self::LEN], timing: Timing) -> Option<Self> {
        let [VERSION, stage, task, flags @ 0..=15, queries, reverses, e1, e0, w1, w0, sum @ ..] =
            *bytes
        else {
            return None;
        };
        if checksum(bytes) != sum {
            return None;
        }
        Some(Self {
            timing,
            stage: Stage::of(stage)?,
            task: Task::of(task)?,
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

const fn bit(is: bool, bit: u8) -> u8 {
    if is { bit } else { 0 }
}

/// CRC-16/XMODEM of all bytes but its own.
// One copy for both ways.
#[inline(never)]
const fn checksum([bytes @ .., _, _]: &[u8; QuickPay::LEN]) -> [u8; 2] {
    let (mut checksum, mut rest) = (0_u16, bytes.as_slice());
    while let [byte, others @ ..] = rest {
        checksum ^= u16::from_be_bytes([*byte, 0]);
        let mut bits = 8_u8;
        while bits > 0 {
            let carry = checksum & 0x8000 != 0;
            checksum <<= 1;
            checksum ^= if carry { 0x1021 } else { 0 };
            bits = bits.saturating_sub(1);
        }
        rest = others;
    }
    checksum.to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_and_task_is_found_by_its_number() {
        for number in 0..=u8::MAX {
            let (stage, task) = (Stage::of(number), Task::of(number));
            assert_eq!(stage.map(Stage::number), (number < 12).then_some(number));
            assert_eq!(task.map(Task::number), (number < 4).then_some(number));
        }
    }

    #[test]
    fn the_checksum_is_that_of_xmodem() {
        assert_eq!(checksum(b"\x00123456789??"), [0x31, 0xC3]);
    }
}
