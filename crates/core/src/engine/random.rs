//! Random numbers by slot: every uniform is a pure function of seed, parameter draw,
//! replicate, family, week and slot (docs/model.md, section 3).
//!
//! The generator is Philox4x32-10 (`philox.rs`). The key is the seed; the counter holds
//! who, when and what for. A block of four words serves four slots, grouped by when they
//! are needed.

use std::convert::Infallible;

use rand::TryRng;

use crate::engine::philox::{philox, uniform};
#[cfg(target_arch = "x86_64")]
use crate::engine::random_wide;
use crate::engine::vector::{self, VectorKernel};
use crate::model::cohort::CHUNK;

/// What a block of four uniforms is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Block {
    /// Every family, every week: factor change (slot 0), life event (2),
    /// placement (7), reunification (9).
    Always = 0,
    /// Engaged families: attended visits (4), rupture (5), repair (6), dropout (8).
    Contact = 1,
    /// When something happened: which factor (1), size of the life event (3),
    /// siblings placed (10).
    Event = 2,
    /// Acceptance, at referral.
    Acceptance = 3,
    /// A helper's week: absence, replacement, skill of the new helper.
    Helper = 4,
    /// Skill of a helper at the start.
    FirstHelper = 5,
    /// Initial state; what stands for the week counts its groups of four.
    Initial = 6,
    /// Parameter draws.
    Parameter = 15,
}

/// Bits of the counter word that hold the block; the week stands above them.
const BLOCK_BITS: u32 = 4;

/// Random numbers of one replicate under one parameter draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streams {
    key: [u32; 2],
    replicate: u32,
    draw: u32,
}

impl Streams {
    /// The numbers of a replicate and draw under a seed.
    pub fn new(seed: u64, draw: u32, replicate: u32) -> Self {
        Self { key: [seed as u32, (seed >> 32) as u32], replicate, draw }
    }

    /// Four uniforms of one family or helper in one week.
    #[inline(always)]
    pub fn uniforms(&self, entity: u32, week: u32, block: Block) -> [f32; 4] {
        self.words(entity, week, block as u32).map(uniform)
    }

    #[inline(always)]
    fn words(&self, entity: u32, week: u32, block: u32) -> [u32; 4] {
        philox([entity, week << BLOCK_BITS | block, self.replicate, self.draw], self.key)
    }

    /// Four columns of uniforms, one row a family; `referral_week` counts from the
    /// calendar week of the first, so that a family's own week goes into the counter.
    #[inline(always)]
    pub fn fill(
        &self,
        families: &[u32],
        referral_week: &[u32],
        calendar_week: u32,
        block: Block,
        columns: [&mut [f32]; 4],
    ) {
        let rows = families.len();
        let referral_week = &referral_week[..rows];
        let [first, second, third, fourth] = columns;
        let (first, second) = (&mut first[..rows], &mut second[..rows]);
        let (third, fourth) = (&mut third[..rows], &mut fourth[..rows]);
        let begin = self.fill_wide(
            families,
            referral_week,
            calendar_week,
            block,
            &mut [&mut *first, &mut *second, &mut *third, &mut *fourth],
        );
        for row in begin..rows {
            let week = calendar_week.wrapping_sub(referral_week[row]);
            let words = self.words(families[row], week, block as u32);
            first[row] = uniform(words[0]);
            second[row] = uniform(words[1]);
            third[row] = uniform(words[2]);
            fourth[row] = uniform(words[3]);
        }
    }

    /// Fills the first rows in the widest vectors, where the machine has them; returns
    /// how many.
    #[inline(always)]
    fn fill_wide(
        &self,
        families: &[u32],
        referral_week: &[u32],
        calendar_week: u32,
        block: Block,
        columns: &mut [&mut [f32]; 4],
    ) -> usize {
        #[cfg(target_arch = "x86_64")]
        if vector::width() == vector::Width::Bits512 {
            let common = random_wide::Common {
                key: self.key,
                tail: [self.replicate, self.draw],
                calendar_week,
                block: block as u32,
            };
            // SAFETY: this width is used only where its instructions were found.
            return unsafe {
                random_wide::fill::<BLOCK_BITS>(common, families, referral_week, columns)
            };
        }
        let _ = (families, referral_week, calendar_week, block, columns);
        0
    }

    /// [`Streams::fill`] with the widest vectors of the machine, for measuring it alone.
    pub fn fill_fast(
        &self,
        families: &[u32],
        referral_week: &[u32],
        calendar_week: u32,
        block: Block,
        columns: [&mut [f32]; 4],
    ) {
        vector::run(Fill { streams: self, families, referral_week, calendar_week, block, columns });
    }

    /// Uniforms for the initial state of consecutive families, a column for each
    /// decision.
    #[inline(always)]
    pub fn fill_initial<const COLUMNS: usize>(
        &self,
        first_family: u32,
        columns: &mut [[f32; CHUNK]; COLUMNS],
    ) {
        let families: [u32; CHUNK] = std::array::from_fn(|row| first_family + row as u32);
        let mut spare = [[0.0; CHUNK]; 4];
        for (index, four) in columns.chunks_mut(4).enumerate() {
            let [a, b, c, d] = &mut spare;
            // The week stands for the number of the block: the initial state has no week.
            let block = Block::Initial;
            self.fill(&families, &[0; CHUNK], index as u32, block, [a, b, c, d]);
            for (column, uniforms) in four.iter_mut().zip(&spare) {
                *column = *uniforms;
            }
        }
    }

    /// A generator for purposes that need an open number of draws, one for each
    /// `purpose`; it shares no counter with the slots.
    pub fn sequence(&self, purpose: u32) -> Sequence {
        Sequence { streams: *self, purpose, next_block: 0, words: [0; 4], used: 4 }
    }
}

struct Fill<'a> {
    streams: &'a Streams,
    families: &'a [u32],
    referral_week: &'a [u32],
    calendar_week: u32,
    block: Block,
    columns: [&'a mut [f32]; 4],
}

impl VectorKernel for Fill<'_> {
    #[inline(always)]
    fn run(self) {
        let Fill { streams, families, referral_week, calendar_week, block, columns } = self;
        streams.fill(families, referral_week, calendar_week, block, columns);
    }
}

/// A Philox generator that counts on by itself; works with everything in `rand`.
#[derive(Clone, Debug)]
pub struct Sequence {
    streams: Streams,
    purpose: u32,
    next_block: u32,
    words: [u32; 4],
    used: usize,
}

impl TryRng for Sequence {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        if self.used == self.words.len() {
            let block = Block::Parameter as u32;
            self.words = self.streams.words(self.purpose, self.next_block, block);
            self.next_block += 1;
            self.used = 0;
        }
        let word = self.words[self.used];
        self.used += 1;
        Ok(word)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let low = u64::from(self.try_next_u32()?);
        Ok(u64::from(self.try_next_u32()?) << 32 | low)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for four in bytes.chunks_mut(4) {
            let word = self.try_next_u32()?.to_le_bytes();
            four.copy_from_slice(&word[..four.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::RngExt;
    use statrs::distribution::{ChiSquared, ContinuousCDF};

    #[test]
    fn a_column_holds_the_numbers_of_its_families() {
        let streams = Streams::new(7, 2, 3);
        // Whole vectors, pairs of them, and what is left over.
        for rows in [1, 15, 16, 31, 32, 48, 63, 64, 128] {
            let families: Vec<u32> = (0..rows as u32).map(|row| row * 0x0100_0007).collect();
            let referral: Vec<u32> = (0..rows as u32).map(|row| row % 5).collect();
            let mut columns = [(); 4].map(|()| vec![0.0f32; rows]);
            let [a, b, c, d] = &mut columns;
            streams.fill(&families, &referral, 9, Block::Contact, [a, b, c, d]);
            for row in 0..rows {
                let four = streams.uniforms(families[row], 9 - referral[row], Block::Contact);
                for slot in 0..4 {
                    assert_eq!(columns[slot][row], four[slot], "row {row} of {rows}");
                }
            }
        }
    }

    #[test]
    fn families_weeks_blocks_replicates_and_draws_have_numbers_of_their_own() {
        let base = Streams::new(1, 0, 0).uniforms(5, 6, Block::Always);
        assert_ne!(base, Streams::new(2, 0, 0).uniforms(5, 6, Block::Always));
        assert_ne!(base, Streams::new(1, 1, 0).uniforms(5, 6, Block::Always));
        assert_ne!(base, Streams::new(1, 0, 1).uniforms(5, 6, Block::Always));
        assert_ne!(base, Streams::new(1, 0, 0).uniforms(6, 6, Block::Always));
        assert_ne!(base, Streams::new(1, 0, 0).uniforms(5, 7, Block::Always));
        assert_ne!(base, Streams::new(1, 0, 0).uniforms(5, 6, Block::Contact));
        assert_ne!(base, Streams::new(1 << 40 | 1, 0, 0).uniforms(5, 6, Block::Always));
    }

    /// One test at the 0.1 % level with a fixed seed: it cannot fail by chance, and
    /// a generator that leans would.
    #[test]
    fn uniforms_fill_a_hundred_bins_evenly() {
        let streams = Streams::new(20_261_122, 0, 0);
        let mut bins = [0u32; 100];
        for family in 0..25_000 {
            for u in streams.uniforms(family, family % 104, Block::Always) {
                bins[(u * 100.0) as usize] += 1;
            }
        }
        let expected = 1000.0;
        let statistic: f64 =
            bins.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum();
        let p_value = 1.0 - ChiSquared::new(99.0).unwrap().cdf(statistic);
        assert!(p_value > 0.001, "p = {p_value}");
    }

    #[test]
    fn a_sequence_serves_rand() {
        let mut sequence = Streams::new(1, 0, 0).sequence(3);
        let mean = (0..10_000).map(|_| sequence.random::<f64>()).sum::<f64>() / 10_000.0;
        // Standard error 0.0029.
        assert!((mean - 0.5).abs() < 0.012, "{mean}");
    }
}
