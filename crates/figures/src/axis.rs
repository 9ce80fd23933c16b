//! Scales and ticks.

/// Maps values to places on the page along one axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Values at the ends.
    pub values: (f64, f64),
    /// Places of the ends.
    pub places: (f64, f64),
}

impl Scale {
    /// Place of a value.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.values;
        let span = if high > low { high - low } else { 1.0 };
        self.places.0 + (value - low) / span * (self.places.1 - self.places.0)
    }

    /// Place of a value, or of the nearer end for a value outside.
    pub fn at_inside(&self, value: f64) -> f64 {
        self.at(value.clamp(self.values.0, self.values.1))
    }
}

/// Round steps that cut `low..high` into at most `count` parts, as ticks, and the
/// decimals they need. The ends are widened to ticks; a range without width gets one.
pub fn ticks(low: f64, high: f64, count: usize) -> (Vec<f64>, usize) {
    let high = if high > low { high } else { low + 1.0 };
    let rough = (high - low) / count.max(1) as f64;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|&step| {
            let parts = (high / step - 1e-9).ceil() - (low / step + 1e-9).floor();
            parts <= count as f64
        })
        .unwrap_or(power * 20.0);
    let first = (low / step + 1e-9).floor() as i64;
    let last = (high / step - 1e-9).ceil() as i64;
    let decimals = (0..6)
        .find(|&decimals| {
            let scaled = step * 10f64.powi(decimals);
            (scaled - scaled.round()).abs() < 1e-6
        })
        .unwrap_or(6);
    ((first..=last).map(|index| index as f64 * step).collect(), decimals as usize)
}

/// Weeks to mark on a time axis: a step that ends at the horizon if one fits, else
/// quarters, halves and whole years.
pub fn week_ticks(horizon: u32, count: u32) -> Vec<u32> {
    let steps = [1, 2, 4, 5, 6, 8, 10, 13, 26, 52, 104, 208, 520];
    let fits = |step: &u32| horizon / step <= count;
    let step = steps
        .into_iter()
        .find(|step| fits(step) && horizon.is_multiple_of(*step) && horizon / step > 1)
        .or_else(|| steps.into_iter().find(fits))
        .unwrap_or(1040);
    (0..=horizon).step_by(step as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_cover_the_values() {
        assert_eq!(ticks(0.0, 0.061, 5), (vec![0.0, 0.02, 0.04, 0.06, 0.08], 2));
        assert_eq!(ticks(-3.0, 12.0, 4).0, vec![-5.0, 0.0, 5.0, 10.0, 15.0]);
        assert_eq!(ticks(0.0, 0.0, 4).0.first(), Some(&0.0));
        assert_eq!(week_ticks(104, 4), vec![0, 26, 52, 78, 104]);
        assert_eq!(week_ticks(30, 4), vec![0, 10, 20, 30]);
        assert_eq!(week_ticks(31, 4), vec![0, 8, 16, 24]);
        assert_eq!(week_ticks(3, 4), vec![0, 1, 2, 3]);
    }
}
