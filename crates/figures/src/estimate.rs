//! A value with its interval.

/// A value with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Lower and upper end, where there is an interval.
    pub interval: Option<(f64, f64)>,
}

impl Estimate {
    /// A value without an interval.
    pub fn point(value: f64) -> Estimate {
        Estimate { value, interval: None }
    }

    /// From the cells of a table; none when there is no value.
    pub fn of(value: Option<f64>, lower: Option<f64>, upper: Option<f64>) -> Option<Estimate> {
        value.map(|value| Estimate { value, interval: lower.zip(upper) })
    }

    /// The value and its interval in another unit.
    pub fn times(self, factor: f64) -> Estimate {
        Estimate {
            value: self.value * factor,
            interval: self.interval.map(|(lower, upper)| (lower * factor, upper * factor)),
        }
    }

    /// Upper end, or the value where there is no interval.
    pub fn upper(self) -> f64 {
        self.interval.map_or(self.value, |(_, upper)| upper)
    }

    /// Lower end, or the value where there is no interval.
    pub fn lower(self) -> f64 {
        self.interval.map_or(self.value, |(lower, _)| lower)
    }
}
