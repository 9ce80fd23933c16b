//! Summaries of weighted draws.

use statrs::distribution::{ContinuousCDF, Normal};

/// Values with weights that sum to 1; values that are not defined are left out.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightedSample {
    /// Value and weight, the values ascending.
    sorted: Vec<(f64, f64)>,
}

impl WeightedSample {
    /// From values and weights.
    pub fn new(values: impl IntoIterator<Item = (f64, f64)>) -> WeightedSample {
        let mut sorted: Vec<(f64, f64)> = values
            .into_iter()
            .filter(|(value, weight)| value.is_finite() && *weight > 0.0)
            .collect();
        sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
        let sum: f64 = sorted.iter().map(|(_, weight)| weight).sum();
        for (_, weight) in &mut sorted {
            *weight /= sum;
        }
        WeightedSample { sorted }
    }

    /// Values of equal weight.
    pub fn equal(values: impl IntoIterator<Item = f64>) -> WeightedSample {
        WeightedSample::new(values.into_iter().map(|value| (value, 1.0)))
    }

    /// Values with their weights, ascending.
    pub fn values(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.sorted.iter().copied()
    }

    /// The value below which a share of the weight lies; NaN of nothing.
    pub fn quantile(&self, share: f64) -> f64 {
        let mut sum = 0.0;
        for (value, weight) in &self.sorted {
            sum += weight;
            if sum >= share - 1e-12 {
                return *value;
            }
        }
        self.sorted.last().map_or(f64::NAN, |(value, _)| *value)
    }

    /// The weighted mean; NaN of nothing.
    pub fn mean(&self) -> f64 {
        match self.sorted.is_empty() {
            true => f64::NAN,
            false => self.sorted.iter().map(|(value, weight)| value * weight).sum(),
        }
    }

    /// The weighted variance, corrected as if there were as many draws as the weights are
    /// worth; NaN where they are worth one or fewer.
    pub fn variance(&self) -> f64 {
        let mean = self.mean();
        let size = self.effective_size();
        if size <= 1.0 + 1e-9 {
            return f64::NAN;
        }
        let around = |(value, weight): &(f64, f64)| weight * (value - mean).powi(2);
        self.sorted.iter().map(around).sum::<f64>() * size / (size - 1.0)
    }

    /// Independent draws that these are worth (Kish 1965); NaN of nothing.
    pub fn effective_size(&self) -> f64 {
        1.0 / self.sorted.iter().map(|(_, weight)| weight * weight).sum::<f64>()
    }

    /// Weight of the values for which this holds.
    pub fn share(&self, holds: impl Fn(f64) -> bool) -> f64 {
        let held = self.sorted.iter().filter(|(value, _)| holds(*value));
        held.map(|(_, weight)| weight).sum()
    }

    /// The value below which a share of what another study would show lies: each value
    /// with a normal error around it.
    pub fn predictive_quantile(&self, error: f64, share: f64) -> f64 {
        let (Some(first), Some(last)) = (self.sorted.first(), self.sorted.last()) else {
            return f64::NAN;
        };
        let normal = Normal::standard();
        let below = |at: f64| -> f64 {
            let each = self.sorted.iter();
            each.map(|(value, weight)| weight * normal.cdf((at - value) / error)).sum()
        };
        let (mut low, mut high) = (first.0 - 8.0 * error, last.0 + 8.0 * error);
        // Sixty halvings come down to the last bit.
        for _ in 0..60 {
            let middle = (low + high) / 2.0;
            if below(middle) < share {
                low = middle;
            } else {
                high = middle;
            }
        }
        (low + high) / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_count_and_what_is_not_defined_does_not() {
        let values = [(3.0, 2.0), (1.0, 1.0), (f64::NAN, 5.0), (2.0, 1.0)];
        let weighted = WeightedSample::new(values);
        assert_eq!(weighted.quantile(0.25), 1.0);
        assert_eq!(weighted.quantile(0.5), 2.0);
        assert_eq!(weighted.quantile(0.51), 3.0);
        assert!((weighted.mean() - 2.25).abs() < 1e-12);
        // Weights a quarter, a quarter and a half: 1 / (1/16 + 1/16 + 1/4) = 8/3.
        assert!((weighted.effective_size() - 8.0 / 3.0).abs() < 1e-12);
        // Around the mean 0.25·1.5625 + 0.25·0.0625 + 0.5·0.5625 = 0.6875, times 8/5.
        assert!((weighted.variance() - 1.1).abs() < 1e-12);
        assert!((weighted.share(|value| value < 2.5) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_predictive_interval_holds_both_spreads() {
        // One value: a normal interval around it.
        let one = WeightedSample::equal([2.0]);
        assert!((one.predictive_quantile(0.5, 0.975) - 2.979_982).abs() < 1e-5);
        // Values that are normal themselves: variances add.
        let normal = Normal::standard();
        let many = WeightedSample::equal(
            (0..4000).map(|i| normal.inverse_cdf((f64::from(i) + 0.5) / 4000.0)),
        );
        let expected = 1.959_964 * 2f64.sqrt();
        assert!((many.predictive_quantile(1.0, 0.975) - expected).abs() < 0.01);
    }
}
