//! An outcome at a point, from two independent halves of its replicates, and how much of its
//! variance over points is noise.
//!
//! A simulated outcome is y(x) = f(x) + e(x): the response f to the parameters x, and
//! Monte Carlo noise e with mean zero. Two halves that share no random number give
//! y₁ = f + e₁ and y₂ = f + e₂, and because e₁ and e₂ are independent, any product
//! across halves has the product of responses as its mean:
//!
//! - E Cov(y₁, y₂) = Var f, the variance of the response;
//! - Var((y₁ + y₂) / 2) = Cov(y₁, y₂) + Var(y₁ − y₂) / 4, so the second term is the
//!   variance that noise adds to the mean of the halves.
//!
//! Variances are taken over points. Points share their random numbers, so what the
//! families of a half have in common at all points is no noise here: it moves every
//! point alike. What remains is the part that changes from point to point.

use std::ops::Sub;

use crate::bootstrap::{Interval, Resamples};

/// An outcome at one point, from each half of the replicates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Halved {
    /// Mean over the first half.
    pub first: f64,
    /// Mean over the second half.
    pub second: f64,
}

impl Halved {
    /// The halves of an outcome that is known replicate by replicate: even places in
    /// the first, odd places in the second. Undefined values (NaN) are left out.
    /// `None` when a half holds no value.
    pub fn from_replicates(values: &[f64]) -> Option<Self> {
        let mean = |start: usize| {
            let defined = values.iter().skip(start).step_by(2);
            let defined = defined.filter(|value| !value.is_nan());
            let (count, sum) =
                defined.fold((0u32, 0.0), |(count, sum), value| (count + 1, sum + value));
            (count > 0).then(|| sum / f64::from(count))
        };
        Some(Self { first: mean(0)?, second: mean(1)? })
    }

    /// Mean of both halves.
    pub fn mean(self) -> f64 {
        f64::midpoint(self.first, self.second)
    }

    /// The outcome less a constant of each half.
    pub fn less(self, constants: Self) -> Self {
        self - constants
    }

    /// Mean of the two products across halves.
    pub fn across(self, other: Self) -> f64 {
        f64::midpoint(self.first * other.second, self.second * other.first)
    }

    /// The same number in both halves: an outcome without noise.
    pub fn certain(value: f64) -> Self {
        Self { first: value, second: value }
    }
}

/// The difference between two outcomes, half by half.
impl Sub for Halved {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { first: self.first - other.first, second: self.second - other.second }
    }
}

/// The variance of an outcome over points, and what it is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VarianceParts {
    /// Of the response: covariance between halves. Can come out below zero when
    /// there is nothing but noise.
    pub response: f64,
    /// That noise adds to the mean of the halves; never below zero.
    pub noise: f64,
}

impl VarianceParts {
    /// The parts over points of equal weight; both 0 without points. Divides by the
    /// number of points, not by one less.
    pub fn of(points: impl Iterator<Item = Halved> + Clone) -> Self {
        Self::weighted(points.map(|point| (1.0, point)))
    }

    /// The parts over points with weights.
    pub fn weighted(points: impl Iterator<Item = (f64, Halved)> + Clone) -> Self {
        let mean = weighted_mean(points.clone());
        let (mut weights, mut products, mut squares) = (0.0, 0.0, 0.0);
        for (weight, point) in points {
            let centred = point - mean;
            weights += weight;
            products += weight * centred.first * centred.second;
            squares += weight * (centred.first - centred.second).powi(2);
        }
        if weights == 0.0 {
            return Self { response: 0.0, noise: 0.0 };
        }
        Self { response: products / weights, noise: squares / weights / 4.0 }
    }

    /// Of the mean of the halves.
    pub fn total(self) -> f64 {
        self.response + self.noise
    }

    /// Share of the variance of the mean of the halves that is noise, 0 to 1; none
    /// when nothing varies.
    pub fn noise_share(self) -> Option<f64> {
        let total = self.total();
        (total > 0.0).then(|| (self.noise / total).clamp(0.0, 1.0))
    }
}

/// Mean over points of each half.
pub fn mean(points: impl Iterator<Item = Halved>) -> Halved {
    weighted_mean(points.map(|point| (1.0, point)))
}

fn weighted_mean(points: impl Iterator<Item = (f64, Halved)>) -> Halved {
    let (mut weights, mut first, mut second) = (0.0, 0.0, 0.0);
    for (weight, point) in points {
        weights += weight;
        first += weight * point.first;
        second += weight * point.second;
    }
    if weights == 0.0 {
        return Halved::certain(0.0);
    }
    Halved { first: first / weights, second: second / weights }
}

/// Why nothing can be said of what an outcome leans on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undefined {
    /// The outcome is the same at all points: there is no variance to share out.
    #[error("the outcome is the same whatever the parameters are")]
    Constant,
    /// The variance of the response cannot be told from zero.
    #[error("what the parameters do cannot be told from Monte Carlo noise")]
    OnlyNoise,
    /// The outcome is not defined at some points.
    #[error("the outcome is not defined at {0} of the points")]
    Missing(usize),
}

/// Spread of values, relative to their size, below which they are the same: the
/// rounding of sums and no more.
const ROUNDING: f64 = 1e-12;

/// Is there a response to share out?
///
/// # Errors
/// [`Undefined::Missing`] and [`Undefined::Constant`]; [`Undefined::OnlyNoise`] when
/// the interval of the response's variance reaches zero.
pub fn defined(points: &[Halved], response: Interval) -> Result<(), Undefined> {
    let missing = points.iter().filter(|point| point.mean().is_nan()).count();
    if missing > 0 {
        return Err(Undefined::Missing(missing));
    }
    let (low, high) = points
        .iter()
        .map(|point| point.mean())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
    let size = low.abs().max(high.abs());
    if points.is_empty() || high - low <= ROUNDING * size {
        return Err(Undefined::Constant);
    }
    if response.lower <= 0.0 {
        return Err(Undefined::OnlyNoise);
    }
    Ok(())
}

/// The parts of a variance with their intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VarianceEstimate {
    /// The parts.
    pub parts: VarianceParts,
    /// Interval of the variance of the response.
    pub response: Interval,
    /// Interval of the share that is noise; none when nothing varies.
    pub noise_share: Option<Interval>,
}

impl VarianceEstimate {
    /// The parts over groups of points that are resampled together (`group` points of
    /// the same base sample stand one after the other).
    pub fn of(points: &[Halved], group: usize, resamples: &Resamples) -> Self {
        let parts = VarianceParts::of(points.iter().copied());
        let resampled: Vec<VarianceParts> = resamples
            .weights()
            .map(|weights| {
                let weights = weights.iter().flat_map(|w| std::iter::repeat_n(*w, group));
                VarianceParts::weighted(weights.map(f64::from).zip(points.iter().copied()))
            })
            .collect();
        let shares: Vec<f64> = resampled.iter().filter_map(|parts| parts.noise_share()).collect();
        Self {
            parts,
            response: Interval::of(resampled.iter().map(|parts| parts.response).collect()),
            noise_share: (!shares.is_empty()).then(|| Interval::of(shares)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_taken_in_turn_and_undefined_values_are_left_out() {
        let halved = Halved::from_replicates(&[1.0, 10.0, f64::NAN, 20.0, 3.0]).unwrap();
        assert_eq!(halved.first, 2.0);
        assert_eq!(halved.second, 15.0);
        assert_eq!(halved.mean(), 8.5);
        assert_eq!(Halved::from_replicates(&[1.0]), None);
        assert_eq!(Halved::from_replicates(&[1.0, f64::NAN]), None);
    }

    #[test]
    fn variance_falls_into_response_and_noise_as_worked_out_by_hand() {
        let points = [(1.0, 3.0), (5.0, 3.0), (3.0, 6.0)];
        let points = points.map(|(first, second)| Halved { first, second });
        // Means 3 and 4; products (−2)(−1) + (2)(−1) + 0 = 0.
        // Differences less their mean −1: −1, 3, −2, squares 14.
        let parts = VarianceParts::of(points.into_iter());
        assert!(parts.response.abs() < 1e-15);
        assert!((parts.noise - 14.0 / 3.0 / 4.0).abs() < 1e-15);
        // Means of halves 2, 4, 4.5: variance 1.1667 = 0 + 14/12.
        assert!((parts.total() - 7.0 / 6.0).abs() < 1e-15);
        assert_eq!(parts.noise_share(), Some(1.0));
    }

    #[test]
    fn equal_halves_hold_no_noise() {
        let points = [1.0, 2.0, 6.0].map(Halved::certain);
        let parts = VarianceParts::of(points.into_iter());
        assert_eq!(parts.noise_share(), Some(0.0));
        assert!((parts.response - 14.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn what_cannot_be_analysed_is_told_apart() {
        let positive = Interval { lower: 0.1, upper: 0.2 };
        let same = [Halved::certain(0.3); 8];
        assert_eq!(defined(&same, positive), Err(Undefined::Constant));
        let varied = [0.1, 0.2].map(Halved::certain);
        let reaches_zero = Interval { lower: -0.1, upper: 0.2 };
        assert_eq!(defined(&varied, reaches_zero), Err(Undefined::OnlyNoise));
        assert_eq!(defined(&varied, positive), Ok(()));
        let missing = [0.1, f64::NAN].map(Halved::certain);
        assert_eq!(defined(&missing, positive), Err(Undefined::Missing(1)));
    }
}
