//! Sums of measured values that are the same bits in any order and for any split.
//!
//! Sums of floating-point numbers depend on their order; sums of whole numbers do not.
//! A value is kept in fixed point with 72 binary places (an error of 10⁻²²; tables
//! show twelve digits), its square and products of two values without any further
//! error, in 256 bits. From such sums a variance is one quotient of whole numbers:
//! what is the same in every replicate has a variance of exactly zero.

use serde::{Deserialize, Serialize};

/// Binary places of a value.
const PLACES: i32 = 72;

/// 2⁷², by which a value is multiplied to become a whole number.
const SCALE: f64 = (1u128 << PLACES) as f64;

/// Largest value that is kept, 2³⁰; no outcome comes near it. A million replicates of
/// it still fit, and so do the squares of their sum.
const LARGEST: f64 = (1u64 << 30) as f64;

/// Largest variance that is kept, 2⁵⁵; that of costs in kroner stays below it.
const LARGEST_VARIANCE: f64 = (1u64 << 55) as f64;

/// 2⁶⁴.
const LIMB: f64 = 18_446_744_073_709_551_616.0;

/// A value in fixed point.
pub fn fixed(value: f64) -> i128 {
    (value.clamp(-LARGEST, LARGEST) * SCALE).round() as i128
}

/// The value of a number, or a sum of numbers, in fixed point.
pub fn value(fixed: i128) -> f64 {
    fixed as f64 / SCALE
}

/// A whole number of 256 bits with a sign: sums of products of values in fixed point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wide {
    low: u128,
    high: i128,
}

impl Wide {
    /// The product of two values in fixed point, exactly.
    pub fn product(first: i128, second: i128) -> Self {
        let magnitude = Self::product_of_magnitudes(first.unsigned_abs(), second.unsigned_abs());
        if (first < 0) == (second < 0) { magnitude } else { magnitude.negative() }
    }

    fn product_of_magnitudes(first: u128, second: u128) -> Self {
        let halves = |number: u128| (number >> 64, number & u128::from(u64::MAX));
        let (a, b) = halves(first);
        let (c, d) = halves(second);
        let (middle, carry) = (a * d).overflowing_add(b * c);
        let (low, more) = (b * d).overflowing_add(middle << 64);
        let high = a * c + (middle >> 64) + (u128::from(carry) << 64) + u128::from(more);
        Self { low, high: high as i128 }
    }

    /// A variance or covariance in double precision, rounded to the places of products.
    pub fn from_value(value: f64) -> Self {
        let size = value.abs().min(LARGEST_VARIANCE);
        // The part above the places of a value, then what is left of it: both exact.
        let above = (size * SCALE).floor();
        let below = ((size - above / SCALE) * SCALE * SCALE).round();
        let mut wide = Self::product_of_magnitudes(above as u128, 1 << PLACES);
        wide.add(Self { low: below as u128, high: 0 });
        if value < 0.0 { wide.negative() } else { wide }
    }

    fn negative(self) -> Self {
        let (low, carry) = (!self.low).overflowing_add(1);
        Self { low, high: (!self.high).wrapping_add(i128::from(carry)) }
    }

    /// Adds another number.
    pub fn add(&mut self, other: Self) {
        let (low, carry) = self.low.overflowing_add(other.low);
        self.low = low;
        self.high = self.high.wrapping_add(other.high).wrapping_add(i128::from(carry));
    }

    /// This number less another.
    pub fn less(mut self, other: Self) -> Self {
        self.add(other.negative());
        self
    }

    /// This number so many times.
    pub fn times(self, count: u32) -> Self {
        let negative = self.high < 0;
        let magnitude = if negative { self.negative() } else { self };
        let mut product = Self::product_of_magnitudes(magnitude.low, u128::from(count));
        let high = magnitude.high.wrapping_mul(i128::from(count));
        product.high = product.high.wrapping_add(high);
        if negative { product.negative() } else { product }
    }

    /// What it is worth as a product, or a sum of products, of values in fixed point.
    pub fn value(self) -> f64 {
        let magnitude = if self.high < 0 { self.negative() } else { self };
        let value = (magnitude.high as f64 * LIMB * LIMB + magnitude.low as f64) / SCALE / SCALE;
        if self.high < 0 { -value } else { value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_as_they_were() {
        for number in [0.0, 0.1, -0.1, 1.0 / 3.0, 7e-9, -123_456.789, 8.5e7] {
            // Half of the last place, 2⁻⁷³.
            assert!((value(fixed(number)) - number).abs() < 1.1e-22, "{number}");
            assert_eq!(Wide::from_value(number).value(), number, "{number}");
        }
        // Too small for a value, not for a product.
        let small = 3.5e-31;
        assert!((Wide::from_value(small).value() / small - 1.0).abs() < 1e-12);
    }

    #[test]
    fn products_of_large_numbers_are_exact() {
        // (2¹⁰⁰ + 3)(2⁹⁹ − 5) = 2¹⁹⁹ − 5·2¹⁰⁰ + 3·2⁹⁹ − 15 = 2¹⁹⁹ − 7·2⁹⁹ − 15.
        let product = Wide::product((1 << 100) + 3, (1 << 99) - 5);
        let expected = Wide { low: 0, high: 1 << (199 - 128) }
            .less(Wide { low: 7 << 99, high: 0 })
            .less(Wide { low: 15, high: 0 });
        assert_eq!(product, expected);
        let negative = Wide::product(-(1 << 100) - 3, (1 << 99) - 5);
        assert_eq!(negative, expected.negative());
        let mut sum = product;
        sum.add(negative);
        assert_eq!(sum, Wide::default());
        let mut thrice = product;
        thrice.add(product);
        thrice.add(product);
        assert_eq!(product.times(3), thrice);
        assert_eq!(negative.times(3), thrice.negative());
    }

    #[test]
    fn products_have_their_values() {
        let product = Wide::product(fixed(-0.75), fixed(2.5));
        assert_eq!(product.value(), -1.875);
        assert_eq!(product, Wide::from_value(-1.875));
    }
}
