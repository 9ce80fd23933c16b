//! An arm against the reference, paired by replicate under common random numbers.
//!
//! Only replicates in which an outcome is defined in both arms count, so that the two
//! means are of the same replicates and their errors cancel as they should.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::evidence::{ContrastKind, Outcome};
use crate::outcomes::exact::{self, Wide};
use crate::outcomes::moments::{CoMoments, HalfWidths, central_interval};

/// Estimate, Monte Carlo standard error, lower and upper end of the interval.
pub type Figures = (Option<f64>, Option<f64>, Option<f64>, Option<f64>);

/// All outcomes of an arm with those of the reference, over finished draws. Draws may
/// come in any order, and parts may be added.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Contrasts {
    places: Vec<Place>,
}

/// One outcome.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Place {
    /// Draws in which both arms were defined, and the sums of their means.
    draws: u32,
    own: i128,
    other: i128,
    /// Draws in which errors are known, and the sums of their squares and products.
    error_draws: u32,
    own_variance: Wide,
    other_variance: Wide,
    covariance: Wide,
    difference_variance: Wide,
    /// Fewest common replicates of any draw.
    replicates: Option<u32>,
    /// Draws in which the arm does better.
    better: u32,
    /// Both means of the draws that are kept, by draw.
    kept: BTreeMap<u32, (f64, f64)>,
}

impl Contrasts {
    /// Nothing yet, for so many outcomes.
    pub fn new(length: usize) -> Self {
        Self { places: vec![Place::default(); length] }
    }

    /// Takes in a draw with the replicates of both arms. The draw is kept for
    /// intervals when `keep` says so. `outcome` names the outcome of each place.
    pub fn add_draw(
        &mut self,
        draw: u32,
        within: &CoMoments,
        keep: bool,
        outcome: impl Fn(usize) -> Outcome,
    ) {
        for (index, place) in self.places.iter_mut().enumerate() {
            if let Some((own, other)) = within.means(index) {
                place.add_means(own, other, outcome(index).less_is_better());
                if keep {
                    place.kept.insert(draw, (own, other));
                }
            }
            if let Some(errors) = within.errors(index) {
                place.error_draws += 1;
                place.own_variance.add(Wide::from_value(errors.first));
                place.other_variance.add(Wide::from_value(errors.second));
                place.covariance.add(Wide::from_value(errors.covariance));
                let difference = Wide::from_value(errors.difference);
                place.difference_variance.add(difference);
                place.take_fewest(within.count(index));
            }
        }
    }

    /// Takes in the draws of another part.
    pub fn merge(&mut self, other: Self) {
        for (place, more) in self.places.iter_mut().zip(other.places) {
            place.merge(more);
        }
    }

    /// Share of draws in which the arm does better, of those in which both are defined.
    pub fn share_better(&self, index: usize) -> Option<f64> {
        let place = self.places.get(index)?;
        (place.draws > 1).then(|| f64::from(place.better) / f64::from(place.draws))
    }

    /// The contrast of one outcome; with more than one draw the interval is over draws.
    pub fn figures(
        &self,
        contrast: ContrastKind,
        index: usize,
        draws: u32,
        half_widths: &HalfWidths,
    ) -> Figures {
        let none = (None, None, None, None);
        let Some(place) = self.places.get(index).filter(|place| place.draws > 0) else {
            return none;
        };
        let count = f64::from(place.draws);
        let (own, other) = (exact::value(place.own) / count, exact::value(place.other) / count);
        let (estimate, floor) = match contrast {
            ContrastKind::Difference => (own - other, f64::NEG_INFINITY),
            ContrastKind::Ratio if other > 0.0 => (own / other, 0.0),
            ContrastKind::Ratio => return none,
        };
        let error = place.variance(contrast, own, other).map(f64::sqrt);
        let interval = if draws > 1 {
            central_interval(place.kept.values().map(|(own, other)| match contrast {
                ContrastKind::Difference => own - other,
                ContrastKind::Ratio if *other > 0.0 => own / other,
                ContrastKind::Ratio => f64::NAN,
            }))
        } else {
            error.zip(place.replicates).map(|(error, replicates)| {
                let reach = half_widths.of(replicates) * error;
                ((estimate - reach).max(floor), estimate + reach)
            })
        };
        (Some(estimate), error, interval.map(|(lower, _)| lower), interval.map(|(_, upper)| upper))
    }
}

impl Place {
    fn add_means(&mut self, own: f64, other: f64, less_is_better: Option<bool>) {
        let difference = own - other;
        let better = match less_is_better {
            Some(true) => difference < 0.0,
            Some(false) => difference > 0.0,
            None => false,
        };
        self.draws += 1;
        self.own = self.own.wrapping_add(exact::fixed(own));
        self.other = self.other.wrapping_add(exact::fixed(other));
        self.better += u32::from(better);
    }

    fn take_fewest(&mut self, replicates: u32) {
        let fewest = self.replicates.unwrap_or(u32::MAX);
        self.replicates = Some(fewest.min(replicates));
    }

    fn merge(&mut self, other: Self) {
        self.draws += other.draws;
        self.own = self.own.wrapping_add(other.own);
        self.other = self.other.wrapping_add(other.other);
        self.error_draws += other.error_draws;
        self.own_variance.add(other.own_variance);
        self.other_variance.add(other.other_variance);
        self.covariance.add(other.covariance);
        self.difference_variance.add(other.difference_variance);
        if let Some(replicates) = other.replicates {
            self.take_fewest(replicates);
        }
        self.better += other.better;
        self.kept.extend(other.kept);
    }

    /// Monte Carlo variance of a contrast of means over draws; for a ratio by the delta
    /// method for a quotient of two means that vary together.
    fn variance(&self, contrast: ContrastKind, own: f64, other: f64) -> Option<f64> {
        if self.error_draws == 0 {
            return None;
        }
        let squared = f64::from(self.error_draws).powi(2);
        let variance = match contrast {
            ContrastKind::Difference => self.difference_variance.value() / squared,
            ContrastKind::Ratio => {
                let ratio = own / other;
                let (a, b) =
                    (self.own_variance.value() / squared, self.other_variance.value() / squared);
                let covariance = self.covariance.value() / squared;
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

    /// Contrasts of one outcome after draws with these replicates.
    fn after(draws: &[&[(f64, f64)]]) -> Contrasts {
        let mut contrasts = Contrasts::new(1);
        for (draw, replicates) in draws.iter().enumerate() {
            let mut within = CoMoments::new(1);
            for (own, other) in *replicates {
                within.add(&[*own], &[*other]);
            }
            contrasts.add_draw(draw as u32, &within, true, |_| Outcome::Placed);
        }
        contrasts
    }

    fn figures(contrasts: &Contrasts, contrast: ContrastKind, draws: u32) -> Figures {
        contrasts.figures(contrast, 0, draws, &HalfWidths::default())
    }

    #[test]
    fn pairing_takes_away_what_both_arms_share() {
        let contrasts = after(&[&[(0.30, 0.40), (0.50, 0.60), (0.10, 0.22)]]);
        let (estimate, error, lower, upper) = figures(&contrasts, ContrastKind::Difference, 1);
        // Differences −0.10, −0.10, −0.12: mean −0.10667, standard error 0.00667.
        assert!((estimate.unwrap() + 0.32 / 3.0).abs() < 1e-12);
        assert!((error.unwrap() - 0.02 / 3.0).abs() < 1e-12);
        // Student's t with two degrees of freedom: 4.303.
        assert!((lower.unwrap() - (-0.32 / 3.0 - 4.3027 * 0.02 / 3.0)).abs() < 1e-5);
        assert!(upper.unwrap() < 0.0);
    }

    #[test]
    fn replicates_without_both_are_left_out_of_both_means() {
        let contrasts = after(&[&[(0.3, 0.4), (f64::NAN, 0.9), (0.5, 0.6)]]);
        let (estimate, error, ..) = figures(&contrasts, ContrastKind::Difference, 1);
        assert!((estimate.unwrap() + 0.1).abs() < 1e-12);
        assert!(error.unwrap() < 1e-9);
        let (ratio, ..) = figures(&contrasts, ContrastKind::Ratio, 1);
        assert!((ratio.unwrap() - 0.8).abs() < 1e-12);
    }

    #[test]
    fn share_of_draws_counts_only_draws_in_which_both_are_defined() {
        let contrasts = after(&[&[(0.3, 0.4)], &[(0.5, 0.4)], &[(f64::NAN, 0.4)], &[(0.2, 0.4)]]);
        assert_eq!(contrasts.share_better(0), Some(2.0 / 3.0));
        let (estimate, error, lower, upper) = figures(&contrasts, ContrastKind::Difference, 4);
        assert!((estimate.unwrap() + 0.2 / 3.0).abs() < 1e-12);
        assert_eq!(error, None, "one replicate in each draw");
        assert!(lower.unwrap() >= -0.2 - 1e-12 && upper.unwrap() <= 0.1 + 1e-12);
    }
}
