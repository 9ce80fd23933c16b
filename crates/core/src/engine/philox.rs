//! The generator: Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random
//! numbers: as easy as 1, 2, 3", doi:10.1145/2063384.2063405), a keyed function of a
//! 128-bit counter, and its words as uniforms.

/// 2⁻³¹
pub(super) const STEP: f32 = 1.0 / (1u32 << 31) as f32;
/// The largest number below 1.
pub(super) const BELOW_ONE: f32 = 1.0 - f32::EPSILON / 2.0;

/// A word as a uniform in [0, 1): 31 bits, so that small probabilities are met to
/// within 2⁻³¹; never 1.
#[inline(always)]
pub(super) fn uniform(word: u32) -> f32 {
    let value = (word >> 1) as i32 as f32 * STEP;
    if value < BELOW_ONE { value } else { BELOW_ONE }
}

pub(super) const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
pub(super) const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
pub(super) const ROUNDS: u32 = 10;

/// Four words of a counter under a key: Philox4x32-10.
#[inline(always)]
pub(super) fn philox(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let [mut a, mut b, mut c, mut d] = counter;
    let [mut key_0, mut key_1] = key;
    for _ in 0..ROUNDS {
        let first = u64::from(MULTIPLIERS[0]) * u64::from(a);
        let second = u64::from(MULTIPLIERS[1]) * u64::from(c);
        a = (second >> 32) as u32 ^ b ^ key_0;
        b = second as u32;
        c = (first >> 32) as u32 ^ d ^ key_1;
        d = first as u32;
        key_0 = key_0.wrapping_add(WEYL[0]);
        key_1 = key_1.wrapping_add(WEYL[1]);
    }
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn philox_gives_the_published_test_vectors() {
        // Random123, tests/kat_vectors: philox4x32 10.
        assert_eq!(philox([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(
            philox([u32::MAX; 4], [u32::MAX; 2]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        assert_eq!(
            philox(
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0]
            ),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn uniforms_lie_below_one_and_reach_near_zero() {
        assert_eq!(uniform(0), 0.0);
        assert!(uniform(u32::MAX) < 1.0);
        assert!(uniform(2) < 1e-9);
    }
}
