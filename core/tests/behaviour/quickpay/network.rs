//! A network that loses, delays, doubles and reorders messages, and is down at times.

use wxp_core::quickpay::Request;

use super::gateway::Answer;
use crate::random::Random;

/// A message under way, and the number of its connection.
#[derive(Clone, Copy)]
pub(crate) enum Message {
    Request(Request, u32),
    /// `None` is an answer that cannot be believed or read.
    Answer(Request, u32, Option<Answer>),
}

pub(crate) struct Network {
    /// Messages, and when they arrive.
    under_way: Vec<(u64, Message)>,
    /// Percent of the messages that get lost, and that arrive twice.
    loss: u64,
    doubles: u64,
    /// From when until when no connection can be made.
    down: (u64, u64),
}

impl Network {
    pub(crate) fn new(random: &mut Random) -> Self {
        let loss = random.one_of([0, 5, 30, 60, 95]);
        let doubles = random.one_of([5, 5, 50]);
        let from = random.one_of([0, 1, 10, 60]) * random.below(4);
        let seconds = if random.chance(15) { random.one_of([3, 20, 90, 600]) } else { 0 };
        Self { under_way: Vec::new(), loss, doubles, down: (from, from + seconds) }
    }

    pub(crate) const fn is_down(&self, now: u64) -> bool {
        self.down.0 <= now && now < self.down.1
    }

    pub(crate) fn send(&mut self, message: Message, now: u64, random: &mut Random) {
        let delays = match message {
            Message::Request(..) => [0, 1, 3, 12],
            Message::Answer(..) => [1, 1, 2, 20],
        };
        for _ in 0..=u64::from(random.chance(self.doubles)) {
            if !random.chance(self.loss) {
                self.under_way.push((now + random.one_of(delays), message));
            }
        }
    }

    /// What arrives now, in any order.
    pub(crate) fn arrived(&mut self, now: u64) -> Option<Message> {
        let at = self.under_way.iter().position(|(time, _)| *time <= now)?;
        Some(self.under_way.swap_remove(at).1)
    }
}
