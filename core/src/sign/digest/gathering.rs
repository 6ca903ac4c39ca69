//! A digest that gathers what it absorbs, for machines with room: names, values and separators are
//! short, and handing each to the algorithm costs more than the copy.

use hmac::digest::block_api::{Block, Buffer};
use md5::block_api::Md5Core;

use super::engine::{Absorb, BLOCK, Engine};
use crate::base::bytes;
use crate::sign::Signature;

/// How much is gathered before it is digested, in bytes: most messages. More costs more to clear
/// than it saves.
const GATHERED: usize = 8 * BLOCK;

/// A running digest.
///
/// Names, values and separators are short: they are gathered here, since handing each to the
/// algorithm costs more, and digested many blocks at once.
pub(crate) struct Digest {
    engine: Engine,
    gathered: [u8; GATHERED],
    len: usize,
}

impl Absorb for Digest {
    fn new(start: &Engine) -> Self {
        Self { engine: start.clone(), gathered: [0; GATHERED], len: 0 }
    }

    fn update(&mut self, mut text: &[u8]) {
        loop {
            let room = self.gathered.get_mut(self.len..).unwrap_or_default();
            if let Some(room) = room.get_mut(..text.len()) {
                bytes::copy(room, text);
                self.len = self.len.wrapping_add(text.len());
                return;
            }
            let (head, rest) = text.split_at_checked(room.len()).unwrap_or_default();
            bytes::copy(room, head);
            self.len = 0;
            self.engine.update(Block::<Md5Core>::slice_as_chunks(&self.gathered).0);
            text = rest;
        }
    }

    /// Room for all is looked for once.
    // Left to the compiler, it is a call in the library, and signing takes a twelfth more.
    #[inline(always)]
    fn update_all<const N: usize>(&mut self, texts: [&[u8]; N]) {
        let len = texts.iter().fold(self.len, |sum, text| sum.saturating_add(text.len()));
        match self.gathered.get_mut(self.len..len) {
            Some(room) => {
                texts.iter().fold(room, |room, text| bytes::append(room, text));
                self.len = len;
            }
            None => texts.iter().for_each(|text| self.update(text)),
        }
    }

    fn finish(&mut self) -> Signature {
        let gathered = self.gathered.get(..self.len).unwrap_or_default();
        // Filled in place: moving it would leave a copy that is not wiped.
        let mut rest = Buffer::<Md5Core>::default();
        rest.digest_blocks(gathered, |blocks| self.engine.update(blocks));
        self.engine.finish(&mut rest)
    }
}

impl Digest {
    /// Wipes all of it: the secret, which comes last, can lie at both ends.
    fn wipe(&mut self) {
        self.gathered.fill(0);
        zeroize::optimization_barrier(&self.gathered);
    }
}

impl Drop for Digest {
    fn drop(&mut self) {
        self.wipe();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::Algorithm;

    #[test]
    fn a_secret_across_the_end_of_the_room_is_wiped() {
        let start = Engine::new(Algorithm::Md5, b"").unwrap();
        for len in [0, GATHERED - 8, GATHERED, 3 * GATHERED - 1] {
            let mut digest = Digest::new(&start);
            digest.update(&vec![b'a'; len]);
            digest.update_all([b"secret secret secret"]);
            digest.finish();
            assert!(digest.gathered.contains(&b's'));
            digest.wipe();
            assert_eq!(digest.gathered, [0; GATHERED]);
        }
    }
}
