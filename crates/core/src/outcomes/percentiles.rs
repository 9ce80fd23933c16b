//! Percentiles of states by week, from counts in narrow bins.
//!
//! States lie in [0, 1]; a bin is 0.01 wide and a percentile is interpolated within
//! its bin, so it is off by less than that.

use serde::{Deserialize, Serialize};

use crate::model::cohort::LANES;
use crate::outcomes::states::STATES;

/// Bins of a state's range.
const BINS: usize = 100;

/// Families of each arm that percentiles are taken from, about: their error is then
/// about the width of a bin, and small runs cost no more by family than large ones.
pub const SAMPLE: u64 = 1_000;

/// Counts of states by week and bin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Percentiles {
    counts: Vec<u32>,
}

/// Bin of a value.
#[inline(always)]
fn bin_of(value: f32) -> i32 {
    const LAST: i32 = BINS as i32 - 1;
    let bin = (value * BINS as f32) as i32;
    let bin = if bin < LAST { bin } else { LAST };
    if bin > 0 { bin } else { 0 }
}

impl Percentiles {
    /// Nothing counted yet.
    pub fn new(horizon_weeks: u32) -> Self {
        Self { counts: vec![0; horizon_weeks as usize * STATES.len() * BINS] }
    }

    /// Memory that the counts take, bytes.
    pub fn size(horizon_weeks: u32) -> usize {
        horizon_weeks as usize * STATES.len() * BINS * size_of::<u32>()
    }

    /// Counts values of a state in a week.
    #[inline(always)]
    pub fn count(&mut self, week: usize, state: usize, values: &[f32]) {
        let first = (week * STATES.len() + state) * BINS;
        let bins = &mut self.counts[first..first + BINS];
        let (vectors, rest) = values.as_chunks::<LANES>();
        for values in vectors {
            for bin in values.map(bin_of) {
                bins[bin as usize] += 1;
            }
        }
        for value in rest {
            bins[bin_of(*value) as usize] += 1;
        }
    }

    /// Adds other counts, where there are any.
    pub fn merge(mine: &mut Option<Box<Self>>, theirs: Option<Box<Self>>) {
        match (mine, theirs) {
            (Some(mine), Some(theirs)) => {
                for (count, more) in mine.counts.iter_mut().zip(&theirs.counts) {
                    *count += more;
                }
            }
            (mine @ None, theirs) => *mine = theirs,
            (Some(_), None) => {}
        }
    }

    /// The value below which a share of the families lies; none when there is nobody.
    pub fn quantile(&self, week: usize, state: usize, share: f64) -> Option<f64> {
        let first = (week * STATES.len() + state) * BINS;
        let bins = &self.counts[first..first + BINS];
        let total: u64 = bins.iter().map(|count| u64::from(*count)).sum();
        if total == 0 {
            return None;
        }
        let sought = share * total as f64;
        let mut below = 0.0;
        for (bin, count) in bins.iter().enumerate() {
            let here = f64::from(*count);
            if below + here >= sought && here > 0.0 {
                let within = (sought - below) / here;
                return Some((bin as f64 + within) / BINS as f64);
            }
            below += here;
        }
        Some(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_evenly_spread_values_are_their_shares() {
        let mut percentiles = Percentiles::new(2);
        let values: Vec<f32> = (0..10_000).map(|i| (i as f32 + 0.5) / 10_000.0).collect();
        percentiles.count(1, 3, &values);
        for share in [0.1, 0.5, 0.9] {
            let quantile = percentiles.quantile(1, 3, share).unwrap();
            assert!((quantile - share).abs() < 0.001, "{quantile}");
        }
        assert_eq!(percentiles.quantile(0, 3, 0.5), None);
    }
}
