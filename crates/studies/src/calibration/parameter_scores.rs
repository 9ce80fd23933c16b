//! Parameters as standard normal scores: the score of a value is the normal quantile of
//! the share of the prior below it, so that the prior of all scores together is
//! N(0, 1) each, independent.

use statrs::distribution::{ContinuousCDF, Normal};

use homeground_core::engine::draws::{is_wide, prior_quantile};
use homeground_core::evidence;
use homeground_core::model::parameters::Parameters;

/// Scores beyond this are taken as this: one prior draw in two million lies there.
const FARTHEST: f64 = 5.0;

/// A parameter that the evidence may move.
#[derive(Clone, Debug, PartialEq)]
pub struct FreeParameter {
    /// Its key.
    pub key: String,
    /// Lower end of its prior.
    pub low: f64,
    /// Top of its prior.
    pub centre: f64,
    /// Upper end.
    pub high: f64,
}

/// The parameters that are calibrated, and the values of all others.
#[derive(Clone, Debug)]
pub struct ParameterSpace {
    /// Those that are calibrated.
    pub free: Vec<FreeParameter>,
    base: Parameters,
}

impl ParameterSpace {
    /// All parameters whose range has a width.
    pub fn all(base: &Parameters) -> ParameterSpace {
        let free = evidence::parameters()
            .iter()
            .filter(|row| row.low < row.high)
            .map(|row| FreeParameter {
                key: row.key.clone(),
                low: row.low,
                centre: row.centre,
                high: row.high,
            })
            .collect();
        ParameterSpace { free, base: base.clone() }
    }

    /// These parameters alone.
    pub fn of(base: &Parameters, keys: &[&str]) -> ParameterSpace {
        let mut space = ParameterSpace::all(base);
        space.free.retain(|free| keys.contains(&free.key.as_str()));
        space
    }

    /// Number of calibrated parameters.
    pub fn len(&self) -> usize {
        self.free.len()
    }

    /// Is nothing calibrated?
    pub fn is_empty(&self) -> bool {
        self.free.is_empty()
    }

    /// The parameters of some scores.
    pub fn parameters(&self, scores: &[f64]) -> Parameters {
        let mut parameters = self.base.clone();
        for (free, score) in self.free.iter().zip(scores) {
            // Keys come from the table; a test of the model holds table and fields together.
            let known = parameters.set(&free.key, free.value(*score));
            debug_assert!(known);
        }
        parameters
    }

    /// The scores of some parameters. A value at or beyond an end of its prior gets the
    /// farthest score.
    pub fn scores(&self, parameters: &Parameters) -> Vec<f64> {
        self.free
            .iter()
            .map(|free| free.score(parameters.get(&free.key).unwrap_or(free.centre)))
            .collect()
    }
}

impl FreeParameter {
    /// The value with this score.
    pub fn value(&self, score: f64) -> f64 {
        let share = normal().cdf(score.clamp(-FARTHEST, FARTHEST));
        prior_quantile(self.low, self.centre, self.high, share)
    }

    /// The score of a value.
    pub fn score(&self, value: f64) -> f64 {
        let share = self.share_below(value);
        normal().inverse_cdf(share).clamp(-FARTHEST, FARTHEST)
    }

    /// The share of the prior below a value: the distribution function of its triangle.
    pub fn share_below(&self, value: f64) -> f64 {
        let on_scale = |value: f64| match is_wide(self.low, self.high) {
            true => value.ln(),
            false => value,
        };
        let (low, top, high) = (on_scale(self.low), on_scale(self.centre), on_scale(self.high));
        let value = on_scale(value.clamp(self.low, self.high));
        let width = high - low;
        if value <= top {
            match top > low {
                true => (value - low).powi(2) / (width * (top - low)),
                false => 0.0,
            }
        } else {
            1.0 - (high - value).powi(2) / (width * (high - top))
        }
    }
}

fn normal() -> Normal {
    Normal::standard()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_and_its_value_lead_to_each_other() {
        let space = ParameterSpace::all(Parameters::prior_centre());
        for free in &space.free {
            for score in [-3.0, -1.0, 0.0, 0.4, 2.5] {
                let value = free.value(score);
                assert!((free.low..=free.high).contains(&value), "{}", free.key);
                assert!((free.score(value) - score).abs() < 1e-6, "{} {score}", free.key);
            }
        }
    }

    #[test]
    fn the_share_below_is_that_of_the_triangle() {
        let free = FreeParameter { key: String::new(), low: 1.0, centre: 2.0, high: 5.0 };
        // (2 − 1)² / (4 · 1) = 0.25; 1 − (5 − 3)² / (4 · 3) = 2/3.
        assert!((free.share_below(2.0) - 0.25).abs() < 1e-15);
        assert!((free.share_below(3.0) - 2.0 / 3.0).abs() < 1e-15);
        assert_eq!(free.share_below(0.0), 0.0);
        assert_eq!(free.share_below(9.0), 1.0);
    }
}
