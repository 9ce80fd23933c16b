//! What targets say, and how far a statistic lies from it.

use homeground_core::model::math::sigmoid_exact;
use homeground_core::scenario::targets::{Measured, Scale, Statistic, Target};

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
            Link::Logit => self.bounded((value / (1.0 - value)).ln()),
            Link::Log => self.bounded(value.ln()),
        }
    }

    /// A value of this scale, or the farthest that is told apart.
    pub fn bounded(self, value: f64) -> f64 {
        match self {
            Link::Identity => value,
            Link::Logit => value.clamp(-FARTHEST_LOGIT, FARTHEST_LOGIT),
            Link::Log => value.clamp(-FARTHEST_LOG, FARTHEST_LOG),
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
    pub fn slope(self, scale: Scale, value: f64) -> f64 {
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
