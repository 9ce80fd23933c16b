//! The generator in vectors of 512 bits: the same numbers as in plain code, with four
//! vectors under way at once, so that none waits for a product.

use std::arch::x86_64::*;

use crate::engine::philox::{BELOW_ONE, MULTIPLIERS, ROUNDS, STEP, WEYL};

/// Families in a vector: a word of each stands in the lower half of 64 bits.
const WIDTH: usize = 8;

/// What the counter of every family has in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Common {
    pub key: [u32; 2],
    /// The last two words of the counter.
    pub tail: [u32; 2],
    pub calendar_week: u32,
    /// What stands below the week in the second word, and its bits.
    pub block: u32,
}

/// Fills columns for as many families as make whole pairs of vectors; returns how many.
///
/// All slices must hold as many rows as `families`.
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw")]
pub(super) fn fill<const BLOCK_BITS: u32>(
    common: Common,
    families: &[u32],
    referral_week: &[u32],
    columns: &mut [&mut [f32]; 4],
) -> usize {
    const FOUR: usize = 4 * WIDTH;
    const TWO: usize = 2 * WIDTH;
    let rows = families.len();
    let mut row = 0;
    while rows - row >= FOUR {
        some::<4, BLOCK_BITS>(common, row, families, referral_week, columns);
        row += FOUR;
    }
    while rows - row >= TWO {
        some::<2, BLOCK_BITS>(common, row, families, referral_week, columns);
        row += TWO;
    }
    row
}

/// Fills the rows of so many vectors from `first`.
#[inline]
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw")]
fn some<const VECTORS: usize, const BLOCK_BITS: u32>(
    common: Common,
    first: usize,
    families: &[u32],
    referral_week: &[u32],
    columns: &mut [&mut [f32]; 4],
) {
    let word = |word: u32| _mm512_set1_epi64(i64::from(word));
    let multipliers = MULTIPLIERS.map(word);
    let mut a = [_mm512_setzero_si512(); VECTORS];
    let mut b = a;
    let mut c = [word(common.tail[0]); VECTORS];
    let mut d = [word(common.tail[1]); VECTORS];
    let calendar_week = _mm256_set1_epi32(common.calendar_week.cast_signed());
    let block = _mm256_set1_epi32(common.block.cast_signed());
    let shift = _mm_cvtsi32_si128(BLOCK_BITS.cast_signed());
    for vector in 0..VECTORS {
        let rows = first + vector * WIDTH..first + (vector + 1) * WIDTH;
        // SAFETY: the slices are as long as a vector; indexing checked that they exist.
        let (families, referral_week) = unsafe {
            (
                _mm256_loadu_si256(families[rows.clone()].as_ptr().cast()),
                _mm256_loadu_si256(referral_week[rows].as_ptr().cast()),
            )
        };
        let week = _mm256_sub_epi32(calendar_week, referral_week);
        let second = _mm256_or_si256(_mm256_sll_epi32(week, shift), block);
        a[vector] = _mm512_cvtepu32_epi64(families);
        b[vector] = _mm512_cvtepu32_epi64(second);
    }
    let [mut key_0, mut key_1] = common.key;
    for _ in 0..ROUNDS {
        let keys = [word(key_0), word(key_1)];
        for vector in 0..VECTORS {
            /// Exclusive or of three.
            const XOR: i32 = 0x96;
            // Upper halves are left as they come: products read lower halves alone.
            let from_a = _mm512_mul_epu32(multipliers[0], a[vector]);
            let from_c = _mm512_mul_epu32(multipliers[1], c[vector]);
            let (high_a, high_c) =
                (_mm512_srli_epi64::<32>(from_a), _mm512_srli_epi64::<32>(from_c));
            a[vector] = _mm512_ternarylogic_epi64::<XOR>(high_c, b[vector], keys[0]);
            b[vector] = from_c;
            c[vector] = _mm512_ternarylogic_epi64::<XOR>(high_a, d[vector], keys[1]);
            d[vector] = from_a;
        }
        key_0 = key_0.wrapping_add(WEYL[0]);
        key_1 = key_1.wrapping_add(WEYL[1]);
    }
    let lower_halves = _mm512_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
    let (step, below_one) = (_mm512_set1_ps(STEP), _mm512_set1_ps(BELOW_ONE));
    for (column, words) in columns.iter_mut().zip([&a, &b, &c, &d]) {
        for pair in 0..VECTORS / 2 {
            let words =
                _mm512_permutex2var_epi32(words[2 * pair], lower_halves, words[2 * pair + 1]);
            let value = _mm512_cvtepi32_ps(_mm512_srli_epi32::<1>(words));
            let uniform = _mm512_min_ps(_mm512_mul_ps(value, step), below_one);
            let rows = first + pair * 2 * WIDTH..first + (pair + 1) * 2 * WIDTH;
            // SAFETY: the slice is as long as a vector; indexing checked that it exists.
            unsafe { _mm512_storeu_ps(column[rows].as_mut_ptr(), uniform) };
        }
    }
}
