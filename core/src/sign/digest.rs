//! MD5, SHA-256 and HMAC-SHA256 of texts that come piece by piece.

mod engine;
mod hash;
pub(crate) mod md5;

pub(crate) use self::engine::Engine;
use self::hash::Words;
pub(crate) use self::hash::{BLOCK, Hash};
use crate::base::{ROOMY, bytes};
use crate::sign::Signature;

/// A running digest.
pub(crate) type Digest<'e> = Gathering<'e, GATHERED>;

/// How much is gathered before it is hashed, in bytes. With room it is most messages: handing each
/// name, value and separator to the hash costs more than the copy. More costs more to clear than it
/// saves.
const GATHERED: usize = if ROOMY { 8 * BLOCK } else { BLOCK };

/// A running digest that hashes `N` bytes at once, which are whole blocks.
///
/// Nothing here is wiped when it is dropped. Digests that absorb a secret live below
/// [`wiped`](crate::sign::stack::wiped).
pub(crate) struct Gathering<'e, const N: usize> {
    engine: &'e Engine,
    words: Words,
    gathered: [u8; N],
    /// The length of what is gathered; less than `N` between two calls.
    len: usize,
    /// The length of all that was hashed, in bytes.
    hashed: u64,
}

impl<'e, const N: usize> Gathering<'e, N> {
    pub(crate) fn new(engine: &'e Engine) -> Self {
        // HMAC has hashed a pad.
        let hashed = if engine.outer().is_some() { BLOCK_LEN } else { 0 };
        Self { engine, words: *engine.inner(), gathered: [0; N], len: 0, hashed }
    }

    #[inline(never)]
    pub(crate) fn update(&mut self, mut text: &[u8]) {
        loop {
            let room = self.gathered.get_mut(self.len..).unwrap_or_default();
            let Some((head, rest)) = text.split_at_checked(room.len()) else { break };
            bytes::copy(room, head);
            self.hash(N);
            text = rest;
        }
        let end = self.len.wrapping_add(text.len());
        bytes::copy(self.gathered.get_mut(self.len..end).unwrap_or_default(), text);
        self.len = end;
    }

    /// Absorbs `name=text&`.
    // Left to the compiler, it is a call in the library, and signing takes a twelfth more.
    #[inline(always)]
    pub(crate) fn update_field(&mut self, name: &[u8], text: &[u8]) {
        if ROOMY {
            // Room for all is looked for while it is put there; what was put in vain does not count.
            let room = self.gathered.get_mut(self.len..).unwrap_or_default();
            let texts = [name, b"=", text, b"&"];
            let rest = texts.into_iter().try_fold(room, bytes::append);
            if let Some(rest @ [_, ..]) = rest {
                self.len = N.wrapping_sub(rest.len());
                return;
            }
        }
        self.update(name);
        self.update(b"=");
        self.update(text);
        self.update(b"&");
    }

    /// The signature of all that was absorbed.
    pub(crate) fn finish(&mut self) -> Signature {
        let len = self.engine.hash().len();
        Signature::of_digest(self.end(), len)
    }

    /// The digest of all that was absorbed, with zeros behind it if it is shorter. It takes the place
    /// of what was gathered.
    pub(crate) fn end(&mut self) -> &[u8; 32] {
        let mut outer = self.engine.outer();
        loop {
            self.pad();
            self.engine.hash().spell(&self.words, &mut self.gathered);
            let Some(words) = outer.take() else { break };
            (self.words, self.hashed, self.len) = (*words, BLOCK_LEN, self.engine.hash().len());
        }
        self.gathered.first_chunk().unwrap_or(&[0; 32])
    }

    /// Pads what is gathered to whole blocks with a one, zeros and the length, and hashes it.
    #[inline(always)]
    fn pad(&mut self) {
        let len = self.hashed.wrapping_add(u64::try_from(self.len).unwrap_or_default());
        let mut end = (self.len | (BLOCK - 1)).wrapping_add(1);
        let tail = self.gathered.get_mut(self.len..end).unwrap_or_default();
        tail.fill(0);
        tail.iter_mut().take(1).for_each(|byte| *byte = 0x80);
        if tail.len() <= LENGTH_LEN {
            self.hash(end);
            end = BLOCK;
            self.gathered.iter_mut().take(BLOCK).for_each(|byte| *byte = 0);
        }
        if let Some(last) = self.gathered.get_mut(..end).and_then(|block| block.last_chunk_mut()) {
            *last = self.engine.hash().spell_length(len);
        }
        self.hash(end);
    }

    /// Hashes this many of the gathered bytes, which are whole blocks.
    fn hash(&mut self, len: usize) {
        let blocks = self.gathered.get(..len).unwrap_or_default().as_chunks().0;
        self.engine.hash().absorb(&mut self.words, blocks);
        self.hashed = self.hashed.wrapping_add(u64::try_from(len).unwrap_or_default());
        self.len = 0;
    }
}

const BLOCK_LEN: u64 = 64;

/// The length of the length that ends the padding, in bytes.
const LENGTH_LEN: usize = 8;

#[cfg(test)]
mod tests {
    use hmac::{Hmac, KeyInit, Mac};
    use proptest::prelude::*;
    use sha2::Sha256;

    use super::*;
    use crate::sign::Algorithm;

    const SECRET: &[u8] = b"192006250b4c09247ec02edce69f6a2d";

    /// What other crates make of the text.
    fn others(algorithm: Option<Algorithm>, text: &[u8]) -> Vec<u8> {
        use sha2::Digest;
        match algorithm {
            None => Sha256::digest(text).to_vec(),
            Some(Algorithm::Md5) => ::md5::Md5::digest(text).to_vec(),
            Some(Algorithm::HmacSha256) => {
                let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(SECRET).unwrap();
                mac.chain_update(text).finalize().into_bytes().to_vec()
            }
        }
    }

    fn ours<const N: usize>(algorithm: Option<Algorithm>, pieces: &[&[u8]]) -> Vec<u8> {
        let engine = match algorithm {
            None => Engine::plain(Hash::Sha256),
            Some(algorithm) => Engine::new(algorithm, SECRET).unwrap(),
        };
        let mut digest = Gathering::<N>::new(&engine);
        for pieces in pieces.chunks(2) {
            match pieces {
                [name, text] => digest.update_field(name, text),
                _ => digest.update(pieces[0]),
            }
        }
        digest.end()[..engine.hash().len()].to_vec()
    }

    /// Pairs as fields.
    fn spelled(pieces: &[&[u8]]) -> Vec<u8> {
        let spell = |pieces: &[&[u8]]| match pieces {
            [name, text] => [name, &b"="[..], text, b"&"].concat(),
            _ => pieces.concat(),
        };
        pieces.chunks(2).flat_map(spell).collect()
    }

    fn all<const N: usize>(pieces: &[&[u8]]) {
        for algorithm in [None, Some(Algorithm::Md5), Some(Algorithm::HmacSha256)] {
            assert_eq!(ours::<N>(algorithm, pieces), others(algorithm, &spelled(pieces)));
        }
    }

    /// The test suite of RFC 1321.
    #[test]
    fn md5_has_the_digests_of_its_rfc() {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        for (text, digest) in [
            ("", "D41D8CD98F00B204E9800998ECF8427E"),
            ("a", "0CC175B9C0F1B6A831C399E269772661"),
            ("abc", "900150983CD24FB0D6963F7D28E17F72"),
            ("message digest", "F96B697D7CB7938D525A2F31AAF161D0"),
            ("abcdefghijklmnopqrstuvwxyz", "C3FCD3D76192E4007DFB496CCA67E13B"),
            (alphabet, "D174AB98D277D9F5A5611C2C9F419D9F"),
            (&"1234567890".repeat(8), "57EDF4A22BE3C955AC49DA2E2107B67A"),
        ] {
            let engine = Engine::plain(Hash::Md5);
            let mut small = Gathering::<BLOCK>::new(&engine);
            small.update(text.as_bytes());
            assert_eq!(small.finish().as_str(), digest);
            let mut large = Gathering::<{ 8 * BLOCK }>::new(&engine);
            large.update(text.as_bytes());
            assert_eq!(large.finish().as_str(), digest);
        }
    }

    #[test]
    fn every_length_has_the_digest_that_other_crates_make() {
        let text: Vec<u8> = (0..=u8::MAX).cycle().take(1024).collect();
        for len in 0..=text.len() {
            let (head, tail) = text[..len].split_at(len / 3);
            all::<BLOCK>(&[head, tail]);
            all::<{ 8 * BLOCK }>(&[head, tail]);
            all::<{ 8 * BLOCK }>(&[head, tail, b""]);
        }
    }

    #[test]
    fn every_split_has_the_digest_that_other_crates_make() {
        let text: Vec<u8> = (0..=u8::MAX).cycle().take(600).collect();
        for len in [55, 56, 63, 64, 65, 119, 120, 128, 511, 512, 513, 600] {
            for split in 0..=len {
                let (head, tail) = text[..len].split_at(split);
                all::<BLOCK>(&[head, tail]);
                all::<{ 8 * BLOCK }>(&[head, tail]);
            }
        }
    }

    proptest! {
        #[test]
        fn pieces_have_the_digest_that_other_crates_make(
            pieces in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..200), 0..12),
        ) {
            let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
            all::<BLOCK>(&pieces);
            all::<{ 8 * BLOCK }>(&pieces);
        }
    }
}
