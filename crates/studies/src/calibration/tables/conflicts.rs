//! Targets that pull against each other: the rows of `conflicts.csv`.

use crate::calibration::history_matching::{Calibration, CalibrationResult};
use crate::calibration::importance::normalised;
use crate::calibration::tables::rows::ConflictRow;
use crate::calibration::weighted_sample::WeightedSample;

/// What happens to each target when it, or another, is left out: draws are weighted anew
/// without its likelihood.
pub fn conflicts(calibration: &Calibration<'_>, result: &CalibrationResult) -> Vec<ConflictRow> {
    /// Relief that is worth a word, in standard errors.
    const LEAST_RELIEF: f64 = 0.15;
    let observed = &calibration.observed;
    let distances: Vec<Vec<f64>> = observed
        .iter()
        .enumerate()
        .map(|(place, observed)| {
            let draws = result.draws.iter();
            draws.map(|draw| observed.distance(draw.statistics[place])).collect()
        })
        .collect();
    let without = |left_out: usize| -> Vec<f64> {
        let logarithms: Vec<f64> = result
            .draws
            .iter()
            .zip(&distances[left_out])
            .map(|(draw, distance)| {
                let distance = if distance.is_nan() { 0.0 } else { *distance };
                draw.weight.max(1e-300).ln() + 0.5 * distance * distance
            })
            .collect();
        normalised(&logarithms)
    };
    let all: Vec<f64> = result.draws.iter().map(|draw| draw.weight).collect();
    let weights_without: Vec<Vec<f64>> = (0..observed.len()).map(without).collect();
    let under = |weights: &[f64], target: usize| {
        WeightedSample::new(distances[target].iter().copied().zip(weights.iter().copied()))
    };
    let mut rows: Vec<ConflictRow> = (0..observed.len())
        .map(|target| {
            let together = under(&all, target);
            let alone = under(&weights_without[target], target);
            let combined = |of: &WeightedSample| of.mean() / (1.0 + of.variance().max(0.0)).sqrt();
            let (against, relief) = (0..observed.len())
                .filter(|other| *other != target)
                .map(|other| {
                    let mean = under(&weights_without[other], target).mean();
                    (other, together.mean().abs() - mean.abs())
                })
                .max_by(|one, other| one.1.total_cmp(&other.1))
                .unwrap_or((target, 0.0));
            let is_held_back = relief >= LEAST_RELIEF && together.mean().abs() >= 1.0;
            ConflictRow {
                target: calibration.targets[target].id.clone(),
                distance: combined(&together),
                distance_left_out: combined(&alone),
                effective_draws: alone.effective_size(),
                against: match is_held_back {
                    true => calibration.targets[against].id.clone(),
                    false => String::new(),
                },
                relief: if is_held_back { relief } else { 0.0 },
            }
        })
        .collect();
    rows.sort_by(|one, other| {
        other.distance_left_out.abs().total_cmp(&one.distance_left_out.abs())
    });
    rows
}
