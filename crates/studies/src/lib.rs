//! Studies: what the results depend on.
//!
//! A study simulates the same families with the same random numbers at many points (other
//! parameters, other designs, another population), and looks at how an outcome moves.
//!
//! | module | holds |
//! | --- | --- |
//! | [`registry`] | all kinds of studies: runs one, and makes its page |
//! | [`study`] | what a kind of study is |
//! | `sweep`, `design`, `switch`, `threshold`, `uncertainty`, `sensitivity`, `assumptions` | the kinds, a folder each: rows and estimators, run, page |
//! | [`calibration`] | what the literature says about the parameters: targets, emulators, waves, posteriors, checks |
//! | [`context`] | what a kind needs while it is carried out, and what keeps it from its end |
//! | [`evaluate`] | many points, spread over threads, with progress and checkpoints |
//! | [`point`] | what is simulated at one point |
//! | [`outcome_observer`] | an observer that counts only what the outcomes need |
//! | [`answers`] | every outcome at every point, arm and replicate |
//! | [`interval`] | means over replicates with their intervals |
//! | [`findings`] | what a study hands on: tables and facts |
//! | [`pages`] | what the pages of all kinds share |
//! | `frame` | what the head and the foot of a page say |
//! | [`ranges`] | parameters varied over their ranges, from the unit cube |
//! | [`varied_input`] | an input that is varied along its range, and points where it is moved |
//! | [`parameter_range`] | the range of a parameter, and how far values lie along it |
//! | [`split_halves`] | an outcome from two independent halves of the replicates, and what is noise in it |
//! | [`bootstrap`] | resampling with fixed seeds, percentile intervals |
//! | `grid`, `latin_hypercube` | points that fill a space |

pub mod answers;
pub mod assumptions;
pub mod bootstrap;
pub mod calibration;
pub mod context;
pub mod design;
pub mod evaluate;
pub mod findings;
mod frame;
mod grid;
pub mod interval;
mod latin_hypercube;
pub mod outcome_observer;
pub mod pages;
pub mod parameter_range;
pub mod point;
pub mod ranges;
pub mod registry;
pub mod sensitivity;
pub mod split_halves;
pub mod study;
pub mod sweep;
pub mod switch;
pub mod threshold;
pub mod uncertainty;
pub mod varied_input;

pub use context::{StudyContext, StudyError};
pub use registry::{page, run};
