//! `[study]`: a question to the assumptions behind the arms.
//!
//! | file | holds |
//! | --- | --- |
//! | `types` | a checked study: the kinds, and what each is told |
//! | `section`, `options`, `kinds` | the fields, and the kinds with the fields and options that each takes |
//! | `write` | a study as a table of a scenario file |
//! | `variations` | a scenario with some of its fields set otherwise |
//! | `input`, `paths`, `vary` | fields with the values that they take |
//! | one file a kind | reads what that kind is told |
//! | `build` | reads the whole table |

mod assumptions;
pub(super) mod build;
mod design;
mod input;
pub(super) mod kinds;
mod options;
mod paths;
pub(super) mod section;
mod sensitivity;
mod sweep;
mod switch;
mod threshold;
pub(super) mod types;
mod uncertainty;
mod variations;
mod vary;
pub(super) mod write;

pub use kinds::{ArmsWanted, COMMON as COMMON_FIELDS, KINDS, KindRow, kinds_with, row_of};
pub use options::{COMMON_OPTIONS, OPTION_HEADING, StudyOption};
pub use section::STUDY;
pub use types::{
    AssumptionsPlan, DesignPlan, Level, MOST_FIELDS, Selection, SensitivityPlan, Spread, Study,
    StudyKind, StudyPlan, SweepPlan, SwitchPlan, ThresholdPlan, UncertaintyPlan, Vary, Worth,
};
pub use variations::{Setting, Variations};
