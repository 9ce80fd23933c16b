//! The range of a parameter, and how far values lie along it.

use homeground_core::engine::draws::WIDE_RANGE;
use homeground_core::evidence::Parameter;

/// A range with a default inside it. Where it spans a factor of
/// [`WIDE_RANGE`] or more, it is measured on the logarithm, as parameter draws are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParameterRange {
    /// Low end.
    pub low: f64,
    /// The value from which one starts.
    pub default: f64,
    /// High end.
    pub high: f64,
}

impl ParameterRange {
    /// A range; the default is moved to the nearest end if it lies outside.
    pub fn new(low: f64, default: f64, high: f64) -> Self {
        Self { low, default: default.max(low).min(high), high }
    }

    /// The plausible range of a parameter, from the centre of its prior.
    pub fn of_prior(parameter: &Parameter) -> Self {
        Self::new(parameter.low, parameter.centre, parameter.high)
    }

    /// Is it measured on the logarithm?
    pub fn is_wide(&self) -> bool {
        self.low > 0.0 && self.high / self.low >= WIDE_RANGE
    }

    /// The value at a share of the range from low (0) to high (1).
    pub fn at(&self, share: f64) -> f64 {
        if share <= 0.0 {
            self.low
        } else if share >= 1.0 {
            self.high
        } else if self.is_wide() {
            (self.low.ln() + share * (self.high / self.low).ln()).exp()
        } else {
            self.low + share * (self.high - self.low)
        }
    }

    /// How far a value lies from low (0) to high (1); 0 in an empty range.
    pub fn share(&self, value: f64) -> f64 {
        if self.high <= self.low {
            0.0
        } else if self.is_wide() {
            (value / self.low).ln() / (self.high / self.low).ln()
        } else {
            (value - self.low) / (self.high - self.low)
        }
    }

    /// How far a value lies from the default (0) to the end of the range on its side (1).
    pub fn share_from_default(&self, value: f64) -> f64 {
        let start = self.share(self.default);
        let moved = self.share(value) - start;
        let reach = if moved > 0.0 { 1.0 - start } else { start };
        if reach > 0.0 { moved.abs() / reach } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_values_belong_together() {
        for range in [ParameterRange::new(-3.0, -2.58, -1.0), ParameterRange::new(2e-5, 2e-5, 3e-3)]
        {
            for share in [0.0, 0.25, 0.5, 1.0] {
                assert!((range.share(range.at(share)) - share).abs() < 1e-12);
            }
        }
        let wide = ParameterRange::new(0.001, 0.01, 0.1);
        assert!((wide.at(0.25) - 0.001 * 100f64.powf(0.25)).abs() < 1e-12);
    }

    #[test]
    fn distance_from_the_default_is_measured_to_the_end_on_the_same_side() {
        let range = ParameterRange::new(0.0, 2.0, 10.0);
        assert!((range.share_from_default(6.0) - 0.5).abs() < 1e-12);
        assert!((range.share_from_default(1.0) - 0.5).abs() < 1e-12);
        assert_eq!(range.share_from_default(2.0), 0.0);
    }
}
