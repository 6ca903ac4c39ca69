//! The inverse cipher of AES-256 (FIPS 197), one block at a time.
//!
//! The rounds are those of the crate `aes`, by the processor's instructions where it has them and
//! in constant time everywhere. Only the key schedule is made here, out of the same rounds: that of
//! the crate has bounds checks of which the linker cannot see that they never fail.

use aes::Block;
use aes::hazmat::{cipher_round, equiv_inv_cipher_round, inv_mix_columns, mix_columns};
use zeroize::Zeroize;

/// The block length, in bytes.
pub(super) const BLOCK: usize = 16;

/// A key that is prepared for decryption; wiped when it is dropped.
pub(super) struct Decryptor {
    /// The key of each round, the last one for the block as it is at first; with mixed columns
    /// where it is added after mixing.
    round_keys: [u128; 15],
}

impl Decryptor {
    pub(super) fn new(key: &[u8; 32]) -> Self {
        let mut round_keys = [0; 15];
        let mut halves = key.as_chunks().0.iter().map(|half| u128::from_be_bytes(*half));
        let (mut before, mut last) = (halves.next().unwrap_or(0), halves.next().unwrap_or(0));
        let mut constant = 1 << 24;
        for (index, slot) in round_keys.iter_mut().enumerate() {
            *slot = before;
            let mut word = substitute(last);
            if index.is_multiple_of(2) {
                word = word.rotate_left(8) ^ constant;
                constant <<= 1;
            }
            // Each word takes in the one before it, the first one the word made of the last.
            let mut next = before ^ (u128::from(word) << 96);
            next ^= next >> 32;
            next ^= next >> 64;
            (before, last) = (last, next);
        }
        let [_, mixed @ .., _] = &mut round_keys;
        for round_key in mixed {
            let mut columns = Block::from(round_key.to_be_bytes());
            inv_mix_columns(&mut columns);
            *round_key = u128::from_be_bytes(columns.into());
        }
        Self { round_keys }
    }

    pub(super) fn decrypt(&self, block: [u8; BLOCK]) -> [u8; BLOCK] {
        let [first, middle @ .., last] = &self.round_keys;
        let mut state = Block::from((u128::from_be_bytes(block) ^ last).to_be_bytes());
        for round_key in middle.iter().rev() {
            equiv_inv_cipher_round(&mut state, &round_key.to_be_bytes().into());
        }
        // The last round does not mix the columns.
        equiv_inv_cipher_round(&mut state, &Block::default());
        mix_columns(&mut state);
        (u128::from_be_bytes(state.into()) ^ first).to_be_bytes()
    }
}

impl Drop for Decryptor {
    fn drop(&mut self) {
        self.round_keys.zeroize();
    }
}

/// `SubWord` of the last word.
fn substitute(words: u128) -> u32 {
    const FIRST: u128 = 0xFFFF_FFFF;
    // In four equal columns, which shifting the rows leaves as they are.
    let word = words & FIRST;
    let columns = word | word << 32 | word << 64 | word << 96;
    let mut columns = Block::from(columns.to_be_bytes());
    cipher_round(&mut columns, &Block::default());
    inv_mix_columns(&mut columns);
    let [a, b, c, d, ..] = <[u8; BLOCK]>::from(columns);
    u32::from_be_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use aes::Aes256Enc;
    use aes::cipher::{BlockCipherEncrypt, KeyInit};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_example_of_the_standard_decrypts() {
        // FIPS 197, appendix C.3.
        let key = core::array::from_fn(|index| u8::try_from(index).unwrap());
        let block = 0x8ea2_b7ca_5167_45bf_eafc_4990_4b49_6089_u128.to_be_bytes();
        let text = 0x0011_2233_4455_6677_8899_aabb_ccdd_eeff_u128.to_be_bytes();
        assert_eq!(Decryptor::new(&key).decrypt(block), text);
    }

    proptest! {
        #[test]
        fn what_another_program_encrypts_decrypts(
            key in any::<[u8; 32]>(), text in any::<[u8; BLOCK]>(),
        ) {
            let mut block = text.into();
            Aes256Enc::new(&key.into()).encrypt_block(&mut block);
            prop_assert_eq!(Decryptor::new(&key).decrypt(block.into()), text);
        }
    }
}
