//! Targets of calibration and validation: numbers of the literature, each tied to a
//! statistic of the model.
//!
//! A file of targets is a table of comma-separated values. `table` finds its cells with their
//! places, `columns` reads the first line, `design` makes arms of a few words, `outcome` says
//! what is counted, `numbers` what is possible, and `read` puts a target together. The
//! project's own two files are read the same way as a user's.

mod built_in;
mod columns;
mod design;
mod numbers;
mod outcome;
pub mod page;
mod read;
mod table;
mod types;

pub use built_in::{built_in_targets, validation_set, with_own_targets};
pub use columns::{OPTIONAL_COLUMNS, REQUIRED_COLUMNS};
pub use read::read_targets_file;
pub use types::{
    Comparability, Comparable, Event, Measured, Randomised, Scale, State, Statistic, Target,
};
