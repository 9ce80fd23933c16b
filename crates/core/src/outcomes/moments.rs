//! Means, Monte Carlo errors and intervals over replicates and parameter draws.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::outcomes::exact::{self, Wide};

/// Sums from which means and variances of a row of numbers follow, number by number.
/// Undefined values (NaN) are left out, each place counting for itself. Rows may come
/// in any order, and parts may be added: the sums are exact.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moments {
    count: Vec<u32>,
    sum: Vec<i128>,
    /// Sums of squares; empty where nobody asks for variances.
    squares: Vec<Wide>,
}

impl Moments {
    /// Nothing yet, for rows of this length. Without `variances` only means follow.
    pub fn new(length: usize, variances: bool) -> Self {
        Self {
            count: vec![0; length],
            sum: vec![0; length],
            squares: vec![Wide::default(); if variances { length } else { 0 }],
        }
    }

    /// Takes in one more row of values.
    pub fn add(&mut self, values: &[f64]) {
        for (place, value) in values.iter().enumerate() {
            if value.is_nan() {
                continue;
            }
            let fixed = exact::fixed(*value);
            self.count[place] += 1;
            self.sum[place] = self.sum[place].wrapping_add(fixed);
            if let Some(squares) = self.squares.get_mut(place) {
                squares.add(Wide::product(fixed, fixed));
            }
        }
    }

    /// Takes in the rows of another part.
    pub fn merge(&mut self, other: &Self) {
        for (count, more) in self.count.iter_mut().zip(&other.count) {
            *count += more;
        }
        for (sum, more) in self.sum.iter_mut().zip(&other.sum) {
            *sum = sum.wrapping_add(*more);
        }
        for (squares, more) in self.squares.iter_mut().zip(&other.squares) {
            squares.add(*more);
        }
    }

    /// Number of values in a row.
    pub fn len(&self) -> usize {
        self.count.len()
    }

    /// Are rows empty?
    pub fn is_empty(&self) -> bool {
        self.count.is_empty()
    }

    /// Mean of a value; none when it was never defined.
    pub fn mean(&self, place: usize) -> Option<f64> {
        let count = self.count(place);
        (count > 0).then(|| exact::value(self.sum[place]) / f64::from(count))
    }

    /// Variance of a value between rows; none with fewer than two.
    pub fn variance(&self, place: usize) -> Option<f64> {
        let count = self.count(place);
        let squares = self.squares.get(place)?;
        (count > 1).then(|| {
            deviations(count, *squares, self.sum[place], self.sum[place]).value() / pairs(count)
        })
    }

    /// Variance of the mean; none with fewer than two rows.
    pub fn variance_of_mean(&self, place: usize) -> Option<f64> {
        Some(self.variance(place)? / f64::from(self.count[place]))
    }

    /// Rows in which a value was defined.
    pub fn count(&self, place: usize) -> u32 {
        self.count.get(place).copied().unwrap_or(0)
    }
}

/// Products of deviations from the means, added and times the number of rows: exact.
fn deviations(count: u32, products: Wide, first: i128, second: i128) -> Wide {
    products.times(count).less(Wide::product(first, second))
}

/// n (n − 1).
fn pairs(count: u32) -> f64 {
    f64::from(count) * (f64::from(count) - 1.0)
}

/// Means, variances and covariance of two rows that come together, such as two arms
/// under common random numbers. What is undefined in either is left out of both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CoMoments {
    first: Moments,
    second: Moments,
    products: Vec<Wide>,
}

/// Variances of two means, their covariance, and the variance of their difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Errors {
    /// Of the first mean.
    pub first: f64,
    /// Of the second mean.
    pub second: f64,
    /// Of both.
    pub covariance: f64,
    /// Of the first less the second: from exact sums, so that nothing is lost where
    /// both are nearly the same.
    pub difference: f64,
}

impl CoMoments {
    /// Nothing yet, for rows of this length.
    pub fn new(length: usize) -> Self {
        Self {
            first: Moments::new(length, true),
            second: Moments::new(length, true),
            products: vec![Wide::default(); length],
        }
    }

    /// Takes in one more row of both.
    pub fn add(&mut self, first: &[f64], second: &[f64]) {
        let both = |a: f64, b: f64| if b.is_nan() { b } else { a };
        let pairs = || first.iter().zip(second);
        let firsts: Vec<f64> = pairs().map(|(a, b)| both(*a, *b)).collect();
        let seconds: Vec<f64> = pairs().map(|(a, b)| both(*b, *a)).collect();
        for (place, (a, b)) in firsts.iter().zip(&seconds).enumerate() {
            if !a.is_nan() {
                self.products[place].add(Wide::product(exact::fixed(*a), exact::fixed(*b)));
            }
        }
        self.first.add(&firsts);
        self.second.add(&seconds);
    }

    /// Takes in the rows of another part.
    pub fn merge(&mut self, other: &Self) {
        self.first.merge(&other.first);
        self.second.merge(&other.second);
        for (products, more) in self.products.iter_mut().zip(&other.products) {
            products.add(*more);
        }
    }

    /// Number of values in a row.
    pub fn len(&self) -> usize {
        self.products.len()
    }

    /// Are rows empty?
    pub fn is_empty(&self) -> bool {
        self.products.is_empty()
    }

    /// Rows in which both were defined.
    pub fn count(&self, place: usize) -> u32 {
        self.first.count(place)
    }

    /// Both means over those rows.
    pub fn means(&self, place: usize) -> Option<(f64, f64)> {
        self.first.mean(place).zip(self.second.mean(place))
    }

    /// Errors of the two means; none with fewer than two rows.
    pub fn errors(&self, place: usize) -> Option<Errors> {
        let count = self.count(place);
        if count < 2 {
            return None;
        }
        let (a, b) = (self.first.sum[place], self.second.sum[place]);
        let first = deviations(count, self.first.squares[place], a, a);
        let second = deviations(count, self.second.squares[place], b, b);
        let covariance = deviations(count, self.products[place], a, b);
        let mut difference = first.less(covariance.times(2));
        difference.add(second);
        let of_means = |deviations: Wide| deviations.value() / pairs(count) / f64::from(count);
        Some(Errors {
            first: of_means(first),
            second: of_means(second),
            covariance: of_means(covariance),
            difference: of_means(difference),
        })
    }
}

/// Share of an interval's distribution that it holds.
const COVERAGE: f64 = 0.95;

/// Half-width of a 95 % interval in standard errors, by Student's t with one degree
/// of freedom less than there are replicates.
pub fn half_width(replicates: u32) -> f64 {
    let freedom = f64::from(replicates.max(2) - 1);
    StudentsT::new(0.0, 1.0, freedom).map_or(f64::NAN, |t| t.inverse_cdf((1.0 + COVERAGE) / 2.0))
}

/// Half-widths that have been worked out: few numbers of replicates ask for many.
#[derive(Debug, Default)]
pub struct HalfWidths {
    known: RefCell<BTreeMap<u32, f64>>,
}

impl HalfWidths {
    /// [`half_width`] for a number of replicates.
    pub fn of(&self, replicates: u32) -> f64 {
        let mut known = self.known.borrow_mut();
        *known.entry(replicates).or_insert_with(|| half_width(replicates))
    }
}

/// The 2.5th and 97.5th percentile of values over draws; none with fewer than two.
pub fn central_interval(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let mut sorted: Vec<f64> = values.filter(|value| !value.is_nan()).collect();
    if sorted.len() < 2 {
        return None;
    }
    sorted.sort_by(f64::total_cmp);
    let tail = (1.0 - COVERAGE) / 2.0;
    Some((quantile(&sorted, tail), quantile(&sorted, 1.0 - tail)))
}

/// Quantile of sorted values with linear interpolation between them.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let position = share * (sorted.len() - 1) as f64;
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (position - below as f64) * (sorted[above] - sorted[below])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_of_a_hand_worked_column() {
        let mut moments = Moments::new(2, true);
        for value in [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0] {
            moments.add(&[value, f64::NAN]);
        }
        assert_eq!(moments.mean(0), Some(5.0));
        assert!((moments.variance(0).unwrap() - 32.0 / 7.0).abs() < 1e-12);
        assert_eq!(moments.mean(1), None);
        assert_eq!(moments.variance(1), None);
    }

    #[test]
    fn covariance_of_a_hand_worked_pair() {
        let mut pair = CoMoments::new(1);
        for (a, b) in [(1.0, 2.0), (2.0, 4.0), (3.0, 9.0)] {
            pair.add(&[a], &[b]);
        }
        // Products of deviations: (−1)(−3) + 0 + 1·4 = 7; over 2, over 3.
        let errors = pair.errors(0).unwrap();
        assert!((errors.covariance - 7.0 / 2.0 / 3.0).abs() < 1e-12);
        assert!((errors.first - 1.0 / 3.0).abs() < 1e-12);
        assert!((errors.second - 13.0 / 3.0).abs() < 1e-12);
        // Differences −1, −2, −6 about their mean −3: 4 + 1 + 9 = 14; over 2, over 3.
        assert!((errors.difference - 14.0 / 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn a_pair_counts_only_rows_in_which_both_are_defined() {
        let mut pair = CoMoments::new(1);
        for (a, b) in [(1.0, 2.0), (f64::NAN, 50.0), (2.0, 4.0), (9.0, f64::NAN), (3.0, 9.0)] {
            pair.add(&[a], &[b]);
        }
        assert_eq!(pair.count(0), 3);
        assert_eq!(pair.means(0), Some((2.0, 5.0)));
        assert!((pair.errors(0).unwrap().covariance - 7.0 / 2.0 / 3.0).abs() < 1e-12);
    }

    /// Values of the sizes that outcomes have, some of them undefined.
    fn rows() -> Vec<Vec<f64>> {
        let value = |row: usize, place: usize| match (row + place) % 7 {
            3 => f64::NAN,
            _ => ((row * 31 + place) as f64 * 0.7).sin() * 10f64.powi(place as i32 * 2 - 6),
        };
        (0..50).map(|row| (0..6).map(|place| value(row, place)).collect()).collect()
    }

    #[test]
    fn parts_in_any_order_give_the_same_bits() {
        let rows = rows();
        let add = |moments: &mut (Moments, CoMoments), row: usize| {
            moments.0.add(&rows[row]);
            moments.1.add(&rows[row], &rows[(row + 1) % rows.len()]);
        };
        let nothing = || (Moments::new(6, true), CoMoments::new(6));
        let mut whole = nothing();
        (0..rows.len()).for_each(|row| add(&mut whole, row));
        let mut parts = [nothing(), nothing(), nothing()];
        (0..rows.len()).rev().for_each(|row| add(&mut parts[row * row % 3], row));
        let mut merged = nothing();
        for part in parts.iter().rev() {
            merged.0.merge(&part.0);
            merged.1.merge(&part.1);
        }
        assert_eq!(merged, whole);
        assert!(whole.0.variance(0).is_some_and(|variance| variance > 0.0));
    }

    #[test]
    fn exact_sums_give_the_variance_of_the_textbook() {
        let mut moments = Moments::new(6, true);
        let rows = rows();
        rows.iter().for_each(|row| moments.add(row));
        for place in 0..6 {
            let defined: Vec<f64> =
                rows.iter().map(|row| row[place]).filter(|value| !value.is_nan()).collect();
            let count = defined.len() as f64;
            let mean = defined.iter().sum::<f64>() / count;
            let squares: f64 = defined.iter().map(|value| (value - mean).powi(2)).sum();
            let expected = squares / (count - 1.0);
            let variance = moments.variance(place).unwrap();
            assert!((variance / expected - 1.0).abs() < 1e-12, "{place}");
            assert!((moments.mean(place).unwrap() / mean - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn what_never_varies_has_a_variance_of_zero() {
        let mut moments = Moments::new(1, true);
        let mut pair = CoMoments::new(1);
        for _ in 0..7 {
            moments.add(&[0.1]);
            pair.add(&[0.3], &[0.1]);
        }
        assert_eq!(moments.variance(0), Some(0.0));
        assert_eq!(pair.errors(0).unwrap().difference, 0.0);
    }

    #[test]
    fn intervals_are_students() {
        // Tables of t: 2.093 at 19 degrees of freedom, 12.706 at 1.
        assert!((half_width(20) - 2.093).abs() < 5e-4);
        assert!((half_width(2) - 12.706).abs() < 5e-4);
    }

    #[test]
    fn central_interval_cuts_a_fortieth_from_each_end() {
        let (low, high) = central_interval((0..=1000).map(f64::from)).unwrap();
        assert!((low - 25.0).abs() < 1e-9 && (high - 975.0).abs() < 1e-9);
        assert_eq!(central_interval([1.0].into_iter()), None);
    }
}
