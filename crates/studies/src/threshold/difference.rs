//! The difference between two arms at one value of a parameter, and the order of the arms there.

use homeground_core::outcomes::moments::{Moments, half_width};

/// The difference between two arms at one value of the parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Value of the parameter.
    pub value: f64,
    /// Mean difference over replicates.
    pub mean: f64,
    /// Standard error of the mean; 0 with one replicate.
    pub error: f64,
    /// Half-width of its 95 % interval by Student's t.
    pub half_width: f64,
}

impl Difference {
    /// The difference at a value, from its replicates.
    pub fn new(value: f64, differences: &[f64]) -> Self {
        let mut moments = Moments::new(1, true);
        for difference in differences {
            moments.add(&[*difference]);
        }
        let error = moments.variance_of_mean(0).unwrap_or(0.0).sqrt();
        Self {
            value,
            mean: moments.mean(0).unwrap_or(0.0),
            error,
            half_width: if error > 0.0 { error * half_width(moments.count(0)) } else { 0.0 },
        }
    }

    /// Lower end of the 95 % interval.
    pub fn lower(&self) -> f64 {
        self.mean - self.half_width
    }

    /// Upper end of the 95 % interval.
    pub fn upper(&self) -> f64 {
        self.mean + self.half_width
    }

    /// The order of the two arms here.
    pub fn order(&self) -> Order {
        if self.lower() > 0.0 {
            Order::Positive
        } else if self.upper() < 0.0 {
            Order::Negative
        } else {
            Order::Unclear
        }
    }
}

/// Which arm has more, as far as chance lets it be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The difference lies above zero with its whole interval.
    Positive,
    /// Below zero.
    Negative,
    /// The interval holds zero.
    Unclear,
}
