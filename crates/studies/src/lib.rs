//! Studies: what the results depend on.
//!
//! A study simulates the same families with the same random numbers at many points (other
//! parameters, other designs, another population), and looks at how an outcome moves.
//!
//! | file | holds |
//! | --- | --- |
//! | [`point`] | what is simulated at one point |
//! | [`outcome_observer`] | an observer that counts only what the outcomes need |
//! | [`answers`] | every outcome at every point, arm and replicate |
//! | [`interval`] | means over replicates with their intervals |
//! | `evaluate` | many points, spread over threads, with progress and checkpoints |
//! | [`findings`] | what a study hands on: tables and facts |
//! | [`ranges`] | parameters varied over their ranges, from the unit cube |
//! | [`split_halves`] | an outcome from two independent halves of the replicates, and what is noise in it |
//! | [`bootstrap`] | resampling with fixed seeds, percentile intervals |
//! | [`trajectories`], [`screening`] | points that change one parameter at a time, and its effects |
//! | [`base_samples`], [`indices`] | Sobol points, and first-order and total indices |
//! | `factorial`, `fraction`, `hypercube`, `frontier` | effects, designs and what they cost |
//! | [`varied_input`] | a parameter or field that may be varied along its range |
//! | [`parameter_range`] | the range of a parameter, and how far values lie along it |
//! | [`noise`] | parameter draws without what chance put there |
//! | [`decision`] | which arm is best, acceptability, regret, perfect information |
//! | [`smooth`] | a smooth function of several inputs, from noisy points |
//! | [`information`] | what knowing some parameters would be worth |
//! | [`boxes`] | where in the space of parameters something happens often |
//! | [`calibration`] | what the literature says about the parameters: targets, emulators, waves, posteriors, checks |
//! | one file a kind | what that kind works out |
//!
//! Without the feature `app` the room holds the estimators alone.

pub mod answers;
pub mod assumptions;
pub mod calibration;
pub mod design;
pub mod evaluate;
pub mod findings;
pub mod interval;
pub mod outcome_observer;
pub mod pages;
pub mod parameter_range;
pub mod point;
pub mod ranges;
mod run;
pub mod sensitivity;
pub mod split_halves;
pub mod sweep;
pub mod switch;
pub mod threshold;
pub mod uncertainty;
pub mod varied_input;

pub use run::{Study, StudyError, run};

#[cfg(test)]
mod published;
