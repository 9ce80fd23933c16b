//! Means over replicates with their intervals.

use serde::{Deserialize, Serialize};

use homeground_core::outcomes::moments::half_width;

/// A mean over replicates. The interval holds the chance of the simulation alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mean {
    /// The mean; none where nothing is defined.
    pub estimate: Option<f64>,
    /// Its standard error; none with fewer than two replicates.
    pub mc_se: Option<f64>,
    /// Lower end of the 95 % interval.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
}

impl Mean {
    /// Of the values that are numbers.
    pub fn of(values: &[f64]) -> Mean {
        let mean = mean(values);
        let count = values.iter().filter(|value| value.is_finite()).count();
        if count == 0 {
            return Mean { estimate: None, mc_se: None, lower: None, upper: None };
        }
        if count == 1 {
            return Mean { estimate: Some(mean), mc_se: None, lower: None, upper: None };
        }
        let error = (variance(values) / count as f64).sqrt();
        let reach = half_width(count as u32) * error;
        Mean {
            estimate: Some(mean),
            mc_se: Some(error),
            lower: Some(mean - reach),
            upper: Some(mean + reach),
        }
    }

    /// Does the interval exclude zero? None without an interval.
    pub fn excludes_zero(&self) -> Option<bool> {
        Some(self.lower? > 0.0 || self.upper? < 0.0)
    }
}

/// Mean of the values that are numbers; NaN if there are none.
pub fn mean(values: &[f64]) -> f64 {
    let (sum, count) = values
        .iter()
        .filter(|value| value.is_finite())
        .fold((0.0, 0u32), |(sum, count), value| (sum + value, count + 1));
    if count == 0 { f64::NAN } else { sum / f64::from(count) }
}

/// Variance of the values that are numbers, by one less than their count; NaN for fewer
/// than two.
pub fn variance(values: &[f64]) -> f64 {
    let mean = mean(values);
    let (sum, count) = values
        .iter()
        .filter(|value| value.is_finite())
        .fold((0.0, 0u32), |(sum, count), value| (sum + (value - mean).powi(2), count + 1));
    if count < 2 { f64::NAN } else { sum / f64::from(count - 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_worked_interval() {
        let mean = Mean::of(&[1.0, 2.0, 3.0, f64::NAN]);
        assert_eq!(mean.estimate, Some(2.0));
        // Standard error 1/√3; t at two degrees of freedom 4.303.
        assert!((mean.mc_se.unwrap() - (1.0f64 / 3.0).sqrt()).abs() < 1e-12);
        assert!((mean.upper.unwrap() - (2.0 + 4.303 / 3.0f64.sqrt())).abs() < 1e-3);
        assert_eq!(mean.excludes_zero(), Some(false));
        assert_eq!(Mean::of(&[7.0]).excludes_zero(), None);
        assert_eq!(Mean::of(&[]).estimate, None);
    }
}
