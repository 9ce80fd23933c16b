//! The tables of a calibration.
//!
//! | file | holds |
//! | --- | --- |
//! | `rows` | the rows of all tables, of a validation too |
//! | `checks` | targets against the model |
//! | `parameters` | prior against posterior, and pairs that are correlated |
//! | `conflicts` | targets that pull against each other |

pub mod checks;
mod conflicts;
mod parameters;
pub mod rows;

use homeground_core::evidence::{LiteratureReading, MODEL_VERSION, Posterior};
use homeground_core::model::parameters::Parameters;

use crate::calibration::history_matching::{Calibration, CalibrationResult, IMPLAUSIBLE};
use crate::calibration::weighted_sample::WeightedSample;
use rows::{CheckRow, ConflictRow, PairRow, ParameterRow, WaveRow};

/// 97.5th percentile of the standard normal.
pub(crate) const NORMAL_95: f64 = 1.959_964;

/// All tables, and what the sample is worth.
#[derive(Clone, Debug)]
pub struct CalibrationTables {
    /// Targets against the model.
    pub checks: Vec<CheckRow>,
    /// Posterior against prior of each parameter, in the order of the table.
    pub parameters: Vec<ParameterRow>,
    /// Pairs that are correlated, the strongest first.
    pub pairs: Vec<PairRow>,
    /// The waves.
    pub waves: Vec<WaveRow>,
    /// Targets that pull against others, the strongest first.
    pub conflicts: Vec<ConflictRow>,
    /// Independent draws that the weighted ones are worth.
    pub effective_draws: f64,
    /// The largest weight.
    pub largest_weight: f64,
    /// The largest potential scale reduction of any parameter.
    pub largest_scale_reduction: f64,
}

impl CalibrationTables {
    /// The tables of a result.
    pub fn new(calibration: &Calibration<'_>, result: &CalibrationResult) -> CalibrationTables {
        let weights = WeightedSample::new(result.draws.iter().map(|draw| (0.0, draw.weight)));
        let reductions = result.chains.scale_reduction();
        CalibrationTables {
            checks: checks::checks(calibration, result),
            parameters: parameters::parameters(calibration, result),
            pairs: parameters::pairs(calibration, result),
            waves: waves(calibration, result),
            conflicts: conflicts::conflicts(calibration, result),
            effective_draws: weights.effective_size(),
            largest_weight: result.draws.iter().map(|draw| draw.weight).fold(0.0, f64::max),
            largest_scale_reduction: reductions.into_iter().fold(0.0, f64::max),
        }
    }
}

/// The posterior as it is kept: values of all parameters, and the central draw. None where
/// the weights are of no use.
pub fn posterior_of(
    calibration: &Calibration<'_>,
    result: &CalibrationResult,
    reading: LiteratureReading,
) -> Option<Posterior> {
    let values = |scores: &[f64]| -> Vec<f64> {
        let parameters = calibration.space.parameters(scores);
        let keys = Parameters::KEYS.iter();
        keys.map(|key| parameters.get(key).unwrap_or(f64::NAN)).collect()
    };
    Posterior::new(
        reading,
        MODEL_VERSION,
        values(&result.central),
        result.draws.iter().map(|draw| values(&draw.scores)).collect(),
        result.draws.iter().map(|draw| draw.weight).collect(),
    )
}

fn waves(calibration: &Calibration<'_>, result: &CalibrationResult) -> Vec<WaveRow> {
    let observed = &calibration.observed;
    result
        .waves
        .iter()
        .enumerate()
        .map(|(number, wave)| {
            let errors = WeightedSample::equal(
                wave.errors.iter().zip(observed).zip(&result.central_statistics).map(
                    |((error, observed), statistic)| {
                        error * observed.slope_at(*statistic).abs() / observed.standard_error
                    },
                ),
            );
            let distances: Vec<Vec<f64>> = wave
                .statistics
                .iter()
                .map(|statistics| {
                    let each = observed.iter().zip(statistics);
                    each.map(|(observed, statistic)| observed.distance(*statistic))
                        .filter(|distance| distance.is_finite())
                        .collect()
                })
                .collect();
            let near = distances
                .iter()
                .filter(|point| point.iter().all(|distance| distance.abs() < IMPLAUSIBLE));
            let roots = WeightedSample::equal(distances.iter().map(|point| {
                let squares: f64 = point.iter().map(|distance| distance * distance).sum();
                (squares / point.len() as f64).sqrt()
            }));
            WaveRow {
                wave: number as u32,
                points: wave.points.len() as u32,
                not_ruled_out: wave.not_ruled_out,
                median_error: errors.quantile(0.5),
                largest_error: errors.quantile(1.0),
                within_three: near.count() as f64 / distances.len().max(1) as f64,
                median_distance: roots.quantile(0.5),
            }
        })
        .collect()
}
