//! `[study]`: a question to the assumptions behind the arms.
//!
//! | file | holds |
//! | --- | --- |
//! | `types` | a checked study: the kinds, and what each is told |
//! | `section` | the fields, and the kinds with the fields that each takes |
//! | `write` | a study as a table of a scenario file |
//! | `variations` | a scenario with some of its fields set otherwise |
//! | `input`, `paths`, `vary` | fields with the values that they take |
//! | one file a kind | reads what that kind is told |
//! | `build` | reads the whole table |

mod assumptions;
pub(super) mod build;
mod design;
mod input;
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

#[cfg(test)]
mod tests;

pub use section::{ArmsWanted, COMMON as COMMON_FIELDS, KINDS, KindRow, STUDY, kinds_with, row_of};
pub use types::{
    AssumptionsPlan, DesignPlan, Level, MOST_FIELDS, Selection, SensitivityPlan, Spread, Study,
    StudyKind, StudyPlan, SweepPlan, SwitchPlan, ThresholdPlan, UncertaintyPlan, Vary, Worth,
};
pub use variations::{Setting, Variations};
