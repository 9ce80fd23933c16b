//! Targets of calibration and validation: numbers of the literature, each tied to a
//! statistic of the model.

mod types;

pub use types::{Event, Measured, Scale, State, Statistic, Target, Unit};
