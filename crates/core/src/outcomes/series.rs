//! A row of values over finished parameter draws.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::outcomes::contrasts::Figures;
use crate::outcomes::exact::{self, Wide};
use crate::outcomes::moments::{HalfWidths, Moments, central_interval};
use crate::outcomes::numbers::tidy;

/// Exact sums over draws; draws may come in any order, and parts may be added.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Draws in which a value was defined, and the sum of their means.
    count: Vec<u32>,
    sum: Vec<i128>,
    /// Draws in which the variance of the mean is known, and the sum of these.
    error_draws: Vec<u32>,
    error: Vec<Wide>,
    /// Fewest replicates of a draw in which a value was defined.
    replicates: Vec<u32>,
    /// Means of the draws that are kept, by draw.
    kept: BTreeMap<u32, Vec<f64>>,
}

impl Series {
    /// Nothing yet, for rows of this length.
    pub fn new(length: usize) -> Self {
        Self {
            count: vec![0; length],
            sum: vec![0; length],
            error_draws: vec![0; length],
            error: vec![Wide::default(); length],
            replicates: vec![u32::MAX; length],
            kept: BTreeMap::new(),
        }
    }

    /// Takes in a draw with all its replicates; keeps its means when `keep` says so.
    pub fn add_draw(&mut self, draw: u32, within: &Moments, keep: bool) {
        let length = self.count.len();
        let means: Vec<f64> =
            (0..length).map(|place| within.mean(place).unwrap_or(f64::NAN)).collect();
        for (place, mean) in means.iter().enumerate() {
            if !mean.is_nan() {
                self.count[place] += 1;
                self.sum[place] = self.sum[place].wrapping_add(exact::fixed(*mean));
            }
            if let Some(variance) = within.variance_of_mean(place) {
                self.error_draws[place] += 1;
                self.error[place].add(Wide::from_value(variance));
                self.replicates[place] = self.replicates[place].min(within.count(place));
            }
        }
        if keep {
            self.kept.insert(draw, means);
        }
    }

    /// Takes in the draws of another part.
    pub fn merge(&mut self, other: Self) {
        for place in 0..self.count.len().min(other.count.len()) {
            self.count[place] += other.count[place];
            self.sum[place] = self.sum[place].wrapping_add(other.sum[place]);
            self.error_draws[place] += other.error_draws[place];
            self.error[place].add(other.error[place]);
            self.replicates[place] = self.replicates[place].min(other.replicates[place]);
        }
        self.kept.extend(other.kept);
    }

    /// Number of values in a row.
    pub fn len(&self) -> usize {
        self.count.len()
    }

    /// Mean over draws; none when it was never defined.
    fn mean(&self, place: usize) -> Option<f64> {
        let count = *self.count.get(place)?;
        (count > 0).then(|| exact::value(self.sum[place]) / f64::from(count))
    }

    /// Monte Carlo variance of the mean over draws.
    fn error_variance(&self, place: usize) -> Option<f64> {
        let draws = *self.error_draws.get(place)?;
        (draws > 0).then(|| self.error[place].value() / f64::from(draws) / f64::from(draws))
    }

    /// Estimate, error and interval of a value that stays within `limits`; with more
    /// than one draw the interval is over draws.
    pub fn figures(
        &self,
        place: usize,
        draws: u32,
        limits: (f64, f64),
        half_widths: &HalfWidths,
    ) -> Figures {
        let Some(estimate) = self.mean(place).map(tidy) else {
            return (None, None, None, None);
        };
        let error = self.error_variance(place).map(f64::sqrt).map(tidy);
        let interval = if draws > 1 {
            central_interval(self.kept.values().map(|means| means[place]))
        } else {
            error.map(|error| {
                let reach = half_widths.of(self.replicates[place]) * error;
                ((estimate - reach).max(limits.0), (estimate + reach).min(limits.1))
            })
        };
        (
            Some(estimate),
            error,
            interval.map(|(lower, _)| tidy(lower)),
            interval.map(|(_, upper)| tidy(upper)),
        )
    }
}
