//! How well a point agrees with the targets.

use homeground_core::model::math::sigmoid_exact;
use homeground_core::scenario::targets::{Measured, Scale, Statistic, Target};

use crate::calibration::emulator::Emulator;

/// The scale on which a statistic is emulated: one without ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The statistic itself.
    Identity,
    /// The logit of a share.
    Logit,
    /// The logarithm of a ratio.
    Log,
}

/// Logits of shares beyond this, either way, are taken as this: some in 100,000.
const FARTHEST_LOGIT: f64 = 8.0;
/// Logarithms of ratios beyond this, either way, are taken as this.
const FARTHEST_LOG: f64 = 5.0;

impl Link {
    /// The link of a statistic.
    pub fn of(statistic: &Statistic) -> Link {
        match statistic {
            Statistic::Level(
                Measured::Share { .. } | Measured::Mean(_) | Measured::AttendedShare,
            ) => Link::Logit,
            Statistic::Level(Measured::Visits) => Link::Log,
            Statistic::Ratio(_) | Statistic::HarmGradient => Link::Log,
            Statistic::Difference(_)
            | Statistic::StandardisedDifference(_)
            | Statistic::AllianceOutcome { .. }
            | Statistic::AllianceDropout { .. } => Link::Identity,
        }
    }

    /// A statistic on this scale; NaN stays NaN.
    pub fn of_value(self, value: f64) -> f64 {
        match self {
            Link::Identity => value,
            Link::Logit => (value / (1.0 - value))
                .ln()
                .clamp(-FARTHEST_LOGIT, FARTHEST_LOGIT),
            Link::Log => value.ln().clamp(-FARTHEST_LOG, FARTHEST_LOG),
        }
    }

    /// The statistic of a value of this scale.
    pub fn back(self, value: f64) -> f64 {
        match self {
            Link::Identity => value,
            Link::Logit => sigmoid_exact(value),
            Link::Log => value.exp(),
        }
    }

    /// How much the statistic moves on the scale of its target when it moves by one here.
    fn slope(self, scale: Scale, value: f64) -> f64 {
        let share = self.back(value);
        let of_statistic = match self {
            Link::Identity => 1.0,
            Link::Logit => share * (1.0 - share),
            Link::Log => share,
        };
        of_statistic
            * match scale {
                Scale::Identity => 1.0,
                Scale::Log => 1.0 / share,
                Scale::Logit => 1.0 / (share * (1.0 - share)),
            }
    }
}

/// A number that the model is held against: what the literature says, or what a simulation
/// with known parameters has shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observed {
    /// On which scale the error is a standard deviation.
    pub scale: Scale,
    /// The scale of the emulator.
    pub link: Link,
    /// The value on `scale`.
    pub value: f64,
    /// Its standard error.
    pub standard_error: f64,
}

impl Observed {
    /// What a target says.
    pub fn of(target: &Target) -> Observed {
        Observed {
            scale: target.scale,
            link: Link::of(&target.statistic),
            value: target.scale.of(target.value),
            standard_error: target.standard_error,
        }
    }

    /// How far a simulated statistic lies from it, in its standard errors; positive when
    /// the simulation has more. NaN where the statistic is not defined.
    pub fn distance(&self, statistic: f64) -> f64 {
        // By the link, so that a share of zero on a logarithm stays finite.
        let within = self.link.back(self.link.of_value(statistic));
        (self.scale.of(within) - self.value) / self.standard_error
    }
}

impl Observed {
    /// How much the statistic moves on the scale of the target when it moves by one on
    /// the scale of the emulator.
    pub fn slope_at(&self, statistic: f64) -> f64 {
        self.link.slope(self.scale, self.link.of_value(statistic))
    }
}

/// Logarithm of the likelihood of a difference in standard errors.
pub fn log_density(distance: f64, standard_error: f64) -> f64 {
    -0.5 * distance * distance - standard_error.ln()
}

/// A target with the emulator of its statistic.
#[derive(Clone, Debug)]
pub struct Judge {
    /// What is held against it.
    pub observed: Observed,
    /// Stands in for the simulator; none where the statistic does not move.
    pub emulator: Option<Emulator>,
    /// Standard deviation of the emulator's error, on its scale.
    pub error: f64,
}

impl Judge {
    /// Distance in standard errors and emulator errors together, and the standard
    /// deviation that it is counted in, on the scale of the target.
    pub fn distance(&self, scores: &[f64]) -> (f64, f64) {
        let Some(emulator) = &self.emulator else {
            return (0.0, self.observed.standard_error);
        };
        let Observed {
            scale,
            link,
            value,
            standard_error,
        } = self.observed;
        let expected = match link {
            Link::Identity => emulator.predict(scores),
            Link::Logit => emulator
                .predict(scores)
                .clamp(-FARTHEST_LOGIT, FARTHEST_LOGIT),
            Link::Log => emulator.predict(scores).clamp(-FARTHEST_LOG, FARTHEST_LOG),
        };
        let error = self.error * link.slope(scale, expected);
        let deviation = (standard_error.powi(2) + error.powi(2)).sqrt();
        (
            (scale.of(link.back(expected)) - value) / deviation,
            deviation,
        )
    }

    /// A statistic that the simulator could show, on its natural scale: the expected one,
    /// and so many standard deviations of the emulator's error.
    pub fn possible(&self, scores: &[f64], deviate: f64) -> f64 {
        let emulator = self.emulator.as_ref();
        emulator.map_or(f64::NAN, |emulator| {
            let expected = emulator.predict(scores);
            self.observed.link.back(expected + deviate * self.error)
        })
    }
}

/// Logarithm of the likelihood of scores under all targets, each taken `power` times.
pub fn log_likelihood(judges: &[Judge], scores: &[f64], power: f64) -> f64 {
    judges
        .iter()
        .map(|judge| {
            let (distance, deviation) = judge.distance(scores);
            power * log_density(distance, deviation)
        })
        .sum()
}

/// The largest distance of any target: how implausible the scores are.
pub fn implausibility(judges: &[Judge], scores: &[f64]) -> f64 {
    judges
        .iter()
        .map(|judge| judge.distance(scores).0.abs())
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_counted_on_the_scale_of_the_target() {
        let ratio = Observed {
            scale: Scale::Log,
            link: Link::Log,
            value: 0.6f64.ln(),
            standard_error: 0.12,
        };
        assert!((ratio.distance(0.6 * 0.24f64.exp()) - 2.0).abs() < 1e-12);
        let share = Observed {
            scale: Scale::Identity,
            link: Link::Logit,
            value: 0.35,
            standard_error: 0.05,
        };
        assert!((share.distance(0.25) + 2.0).abs() < 1e-9);
        assert!(share.distance(0.0).is_finite());
        assert!(share.distance(f64::NAN).is_nan());
    }

    #[test]
    fn slopes_are_derivatives() {
        for (link, scale) in [
            (Link::Logit, Scale::Identity),
            (Link::Log, Scale::Log),
            (Link::Identity, Scale::Identity),
            (Link::Logit, Scale::Log),
            (Link::Log, Scale::Identity),
        ] {
            let at = |value: f64| scale.of(link.back(value));
            let by_difference = (at(0.3 + 1e-6) - at(0.3 - 1e-6)) / 2e-6;
            assert!((link.slope(scale, 0.3) - by_difference).abs() < 1e-8);
        }
    }
}
