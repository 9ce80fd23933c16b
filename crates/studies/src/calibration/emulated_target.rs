//! A target with the emulator that stands in for the simulator, and how well a point agrees
//! with all of them.

use crate::calibration::emulator::Emulator;
use crate::calibration::likelihood::{Observed, log_density};

/// Every how many-th point of the newest wave is kept apart to test the emulator.
const KEPT_APART: usize = 8;

/// A target with the emulator of its statistic.
#[derive(Clone, Debug)]
pub struct EmulatedTarget {
    /// What the statistic is held against.
    pub observed: Observed,
    /// Stands in for the simulator; none where the statistic does not move.
    pub emulator: Option<Emulator>,
    /// Standard deviation of the emulator's error, on its scale.
    pub error: f64,
}

impl EmulatedTarget {
    /// Learns from simulated statistics at points.
    ///
    /// The error is the root mean square error on points of the newest wave, those from
    /// `newest_from` on, that the emulator had not seen, without what chance puts into them
    /// (`chance`, a standard deviation on the emulator's scale). A small share of the chance is
    /// left in: the estimate is itself uncertain.
    pub fn fit(
        observed: Observed,
        points: &[Vec<f64>],
        statistics: impl Iterator<Item = f64>,
        newest_from: usize,
        chance: f64,
    ) -> EmulatedTarget {
        let values: Vec<f64> =
            statistics.map(|statistic| observed.link.of_value(statistic)).collect();
        let apart = |place: usize| place >= newest_from && place.is_multiple_of(KEPT_APART);
        let (mut seen, mut seen_values) = (Vec::new(), Vec::new());
        for (place, (point, value)) in points.iter().zip(&values).enumerate() {
            if !apart(place) {
                seen.push(point.clone());
                seen_values.push(*value);
            }
        }
        let Some(emulator) = Emulator::fit(&seen, &seen_values) else {
            return EmulatedTarget { observed, emulator: None, error: 0.0 };
        };
        let errors: Vec<f64> = (newest_from..points.len())
            .filter(|place| apart(*place) && values[*place].is_finite())
            .map(|place| (emulator.predict(&points[place]) - values[place]).powi(2))
            .collect();
        let mean = errors.iter().sum::<f64>() / errors.len().max(1) as f64;
        EmulatedTarget {
            observed,
            error: (mean - chance * chance).max(0.05 * mean).sqrt(),
            emulator: emulator.refitted(points, &values),
        }
    }

    /// Distance in standard errors and emulator errors together, and the standard
    /// deviation that it is counted in, on the scale of the target.
    pub fn distance(&self, scores: &[f64]) -> (f64, f64) {
        let Some(emulator) = &self.emulator else {
            return (0.0, self.observed.standard_error);
        };
        let Observed { scale, link, value, standard_error } = self.observed;
        let expected = link.bounded(emulator.predict(scores));
        let error = self.error * link.slope(scale, expected);
        let deviation = (standard_error.powi(2) + error.powi(2)).sqrt();
        ((scale.of(link.back(expected)) - value) / deviation, deviation)
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
pub fn log_likelihood(targets: &[EmulatedTarget], scores: &[f64], power: f64) -> f64 {
    targets
        .iter()
        .map(|target| {
            let (distance, deviation) = target.distance(scores);
            power * log_density(distance, deviation)
        })
        .sum()
}

/// The largest distance of any target: how implausible the scores are.
pub fn implausibility(targets: &[EmulatedTarget], scores: &[f64]) -> f64 {
    targets.iter().map(|target| target.distance(scores).0.abs()).fold(0.0, f64::max)
}
