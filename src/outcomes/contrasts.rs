//! An arm against the reference, paired by replicate under common random numbers.
//!
//! Only replicates in which an outcome is defined in both arms count, so that the two
//! means are of the same replicates and their errors cancel as they should.

use crate::outcomes::estimates::less_is_better;
use crate::outcomes::moments::{CoMoments, central_interval, half_width};

/// How two arms are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// Arm less reference.
    Difference,
    /// Arm by reference.
    Ratio,
}

impl Contrast {
    /// Its name in `contrasts.csv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Difference => "difference",
            Self::Ratio => "ratio",
        }
    }
}

/// Estimate, Monte Carlo standard error, lower and upper end of the interval.
pub type Figures = (Option<f64>, Option<f64>, Option<f64>, Option<f64>);

/// All outcomes of an arm with those of the reference, over replicates and draws.
#[derive(Debug, Default)]
pub struct Contrasts {
    /// Replicates of the draw that is under way.
    within: CoMoments,
    places: Vec<Place>,
}

/// One outcome.
#[derive(Clone, Debug, Default)]
struct Place {
    /// Draws in which both arms were defined, and the sums of their means.
    draws: u32,
    own: f64,
    other: f64,
    /// Draws in which errors are known, and the sums of their squares and products.
    error_draws: u32,
    own_variance: f64,
    other_variance: f64,
    covariance: f64,
    /// Fewest common replicates of any draw.
    replicates: Option<u32>,
    /// Draws in which the arm does better.
    better: u32,
    /// Difference and ratio of the draws that are kept.
    differences: Vec<f64>,
    ratios: Vec<f64>,
}

impl Contrasts {
    /// Takes in a replicate of both.
    pub fn add(&mut self, own: &[f64], reference: &[f64]) {
        self.within.add(own, reference);
    }

    /// Ends a draw; at most `keep` draws are kept for intervals. `outcome` names the
    /// outcome of each place.
    pub fn finish_draw(&mut self, keep: usize, outcome: impl Fn(usize) -> &'static str) {
        let within = std::mem::take(&mut self.within);
        self.places.resize_with(within.len(), Place::default);
        for (index, place) in self.places.iter_mut().enumerate() {
            if let Some((own, other)) = within.means(index) {
                place.add_draw(own, other, keep, less_is_better(outcome(index)));
            }
            if let Some((own, other, covariance)) = within.errors(index) {
                place.error_draws += 1;
                place.own_variance += own;
                place.other_variance += other;
                place.covariance += covariance;
                let fewest = place.replicates.unwrap_or(u32::MAX);
                place.replicates = Some(fewest.min(within.count(index)));
            }
        }
    }

    /// Share of draws in which the arm does better, of those in which both are defined.
    pub fn share_better(&self, index: usize) -> Option<f64> {
        let place = self.places.get(index)?;
        (place.draws > 1).then(|| f64::from(place.better) / f64::from(place.draws))
    }

    /// The contrast of one outcome; with more than one draw the interval is over draws.
    pub fn figures(&self, contrast: Contrast, index: usize, draws: u32) -> Figures {
        let none = (None, None, None, None);
        let Some(place) = self.places.get(index).filter(|place| place.draws > 0) else {
            return none;
        };
        let count = f64::from(place.draws);
        let (own, other) = (place.own / count, place.other / count);
        let (estimate, kept, floor) = match contrast {
            Contrast::Difference => (own - other, &place.differences, f64::NEG_INFINITY),
            Contrast::Ratio if other > 0.0 => (own / other, &place.ratios, 0.0),
            Contrast::Ratio => return none,
        };
        let error = place.variance(contrast, own, other).map(f64::sqrt);
        let interval = if draws > 1 {
            central_interval(kept.iter().copied())
        } else {
            error.zip(place.replicates).map(|(error, replicates)| {
                let reach = half_width(replicates) * error;
                ((estimate - reach).max(floor), estimate + reach)
            })
        };
        (
            Some(estimate),
            error,
            interval.map(|(lower, _)| lower),
            interval.map(|(_, upper)| upper),
        )
    }
}

impl Place {
    fn add_draw(&mut self, own: f64, other: f64, keep: usize, less_is_better: Option<bool>) {
        let difference = own - other;
        let better = match less_is_better {
            Some(true) => difference < 0.0,
            Some(false) => difference > 0.0,
            None => false,
        };
        self.draws += 1;
        self.own += own;
        self.other += other;
        self.better += u32::from(better);
        if self.differences.len() < keep {
            self.differences.push(difference);
            let ratio = if other > 0.0 { own / other } else { f64::NAN };
            self.ratios.push(ratio);
        }
    }

    /// Monte Carlo variance of a contrast of means over draws; for a ratio by the delta
    /// method for a quotient of two means that vary together.
    fn variance(&self, contrast: Contrast, own: f64, other: f64) -> Option<f64> {
        if self.error_draws == 0 {
            return None;
        }
        let squared = f64::from(self.error_draws).powi(2);
        let (a, b) = (self.own_variance / squared, self.other_variance / squared);
        let covariance = self.covariance / squared;
        let variance = match contrast {
            Contrast::Difference => a + b - 2.0 * covariance,
            Contrast::Ratio => {
                let ratio = own / other;
                (a + ratio * ratio * b - 2.0 * ratio * covariance) / (other * other)
            }
        };
        // Rounding can leave a hair below zero where both arms are the same.
        Some(variance.max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTCOME: fn(usize) -> &'static str = |_| "placed";

    #[test]
    fn pairing_takes_away_what_both_arms_share() {
        let mut contrasts = Contrasts::default();
        for (own, other) in [(0.30, 0.40), (0.50, 0.60), (0.10, 0.22)] {
            contrasts.add(&[own], &[other]);
        }
        contrasts.finish_draw(10, OUTCOME);
        let (estimate, error, lower, upper) = contrasts.figures(Contrast::Difference, 0, 1);
        // Differences −0.10, −0.10, −0.12: mean −0.10667, standard error 0.00667.
        assert!((estimate.unwrap() + 0.32 / 3.0).abs() < 1e-12);
        assert!((error.unwrap() - 0.02 / 3.0).abs() < 1e-12);
        // Student's t with two degrees of freedom: 4.303.
        assert!((lower.unwrap() - (-0.32 / 3.0 - 4.3027 * 0.02 / 3.0)).abs() < 1e-5);
        assert!(upper.unwrap() < 0.0);
    }

    #[test]
    fn replicates_without_both_are_left_out_of_both_means() {
        let mut contrasts = Contrasts::default();
        for (own, other) in [(0.3, 0.4), (f64::NAN, 0.9), (0.5, 0.6)] {
            contrasts.add(&[own], &[other]);
        }
        contrasts.finish_draw(10, OUTCOME);
        let (estimate, error, ..) = contrasts.figures(Contrast::Difference, 0, 1);
        assert!((estimate.unwrap() + 0.1).abs() < 1e-12);
        assert!(error.unwrap() < 1e-9);
        let (ratio, ..) = contrasts.figures(Contrast::Ratio, 0, 1);
        assert!((ratio.unwrap() - 0.8).abs() < 1e-12);
    }

    #[test]
    fn share_of_draws_counts_only_draws_in_which_both_are_defined() {
        let mut contrasts = Contrasts::default();
        for (own, other) in [(0.3, 0.4), (0.5, 0.4), (f64::NAN, 0.4), (0.2, 0.4)] {
            contrasts.add(&[own], &[other]);
            contrasts.finish_draw(10, OUTCOME);
        }
        assert_eq!(contrasts.share_better(0), Some(2.0 / 3.0));
        let (estimate, error, lower, upper) = contrasts.figures(Contrast::Difference, 0, 4);
        assert!((estimate.unwrap() + 0.2 / 3.0).abs() < 1e-12);
        assert_eq!(error, None, "one replicate in each draw");
        assert!(lower.unwrap() >= -0.2 - 1e-12 && upper.unwrap() <= 0.1 + 1e-12);
    }
}
