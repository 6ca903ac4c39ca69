//! MD5 or HMAC-SHA256 behind one `update` and `finish`.

mod engine;
mod gathering;
mod streaming;

pub(crate) use self::engine::{Absorb, BLOCK, Engine};
use crate::base::ROOMY;

/// A running digest: the gathering one where there is room.
pub(crate) type Digest = <Choice<ROOMY> as Choose>::Digest;

/// A type, chosen by a constant: both are compiled and tested everywhere.
pub(crate) trait Choose {
    type Digest;
}

pub(crate) struct Choice<const IS_ROOMY: bool>;

impl Choose for Choice<true> {
    type Digest = gathering::Digest;
}

impl Choose for Choice<false> {
    type Digest = streaming::Digest;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::{Algorithm, Signature};

    fn digest<D: Absorb>(engine: &Engine, pieces: &[&[u8]]) -> Signature {
        let mut digest = D::new(engine);
        pieces.iter().for_each(|piece| digest.update(piece));
        digest.update_all([b"a", b"", b"bc"]);
        digest.finish()
    }

    #[test]
    fn both_ways_to_digest_give_the_same_signature() {
        let text: Vec<u8> = (0..=u8::MAX).cycle().take(1500).collect();
        for algorithm in [Algorithm::Md5, Algorithm::HmacSha256] {
            let engine = Engine::new(algorithm, b"192006250b4c09247ec02edce69f6a2d").unwrap();
            for len in 0..text.len() {
                let (head, tail) = text[..len].split_at(len / 3);
                let gathered = digest::<gathering::Digest>(&engine, &[head, tail]);
                let streamed = digest::<streaming::Digest>(&engine, &[head, tail]);
                assert_eq!(gathered.as_str(), streamed.as_str());
            }
        }
    }
}
