//! Calibration: what the literature says about the parameters; and validation: does the model
//! show what studies have found?
//!
//! | file | holds |
//! | --- | --- |
//! | `target_designs` | the designs that targets are about, each simulated once for all of its targets |
//! | `arm_statistic`, `statistics_observer` | what targets need of one arm, and an observer that counts it |
//! | `moments` | its exact sums |
//! | `simulation` | the statistics of all targets at many points, spread over threads |
//! | `parameter_scores` | parameters as standard normal scores of their priors |
//! | `emulator`, `nelder_mead` | a Gaussian process for one statistic |
//! | `likelihood`, `emulated_target` | what targets say, and how well a point agrees with them |
//! | `elliptical_slice`, `sampler` | elliptical slice sampling, chains and their agreement |
//! | `effort`, `history_matching` | waves of simulations, and draws of the posterior |
//! | `importance`, `weighted_sample` | weights of draws, fewer draws for many, summaries |
//! | [`tables`] | what is saved |
//! | `posterior_predictive` | validation: posterior-predictive checks |
//! | `simulation_based_calibration` | validation of the method: ranks of known parameters |
//! | `manifest`, `csv_files` | what the folder of results notes of the work; a sample, and targets, as files |
//! | [`pages`] | the pages of a calibration and of a validation |

mod arm_statistic;
mod csv_files;
mod effort;
mod elliptical_slice;
mod emulated_target;
mod emulator;
mod history_matching;
mod importance;
mod likelihood;
mod manifest;
mod moments;
mod nelder_mead;
pub mod pages;
mod parameter_scores;
mod posterior_predictive;
mod sampler;
mod simulation;
mod simulation_based_calibration;
mod statistics_observer;
pub mod tables;
mod target_designs;
mod weighted_sample;

pub use csv_files::{posterior_csv, targets_csv};
pub use effort::Effort;
pub use history_matching::{Calibration, CalibrationResult};
pub use likelihood::Observed;
pub use manifest::{
    CalibrationManifest, CalibrationNote, EffortNote, PosteriorNote, TargetsNote, ValidationNote,
};
pub use parameter_scores::ParameterSpace;
pub use posterior_predictive::Validation;
pub use sampler::ChainLength;
pub use simulation::Simulation;
pub use simulation_based_calibration::{RankEffort, Ranks};
pub use target_designs::TargetDesigns;
pub use weighted_sample::WeightedSample;
