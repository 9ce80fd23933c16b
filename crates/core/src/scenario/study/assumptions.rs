//! What a ledger of assumptions is told: how closely to look at each parameter, and by what
//! one would choose between the arms.

use crate::scenario::diagnostic::Problems;
use crate::scenario::write::Lines;

use super::outcomes::less_is_better;
use super::sensitivity::{self, Usual};
use super::uncertainty::{self, Worth};
use super::{PlanInput, SensitivityPlan, StudyOutcome};

/// Fewer points than a sensitivity study, in more replicates: distances to a turn need the
/// error of a difference at single points.
const USUAL: Usual = Usual {
    families: 500,
    replicates: 10,
    samples: 256,
};

/// How closely to look at each parameter, and by what one would choose.
#[derive(Clone, Debug, PartialEq)]
pub struct AssumptionsPlan {
    /// Screening and indices.
    pub sensitivity: SensitivityPlan,
    /// Equal steps of the first look over a range for a turn of the order.
    pub grid: u32,
    /// Is less of the outcome better? Nobody knows for some.
    pub less_is_better: Option<bool>,
    /// What a unit of the outcome is worth; none if cost is left out.
    pub worth: Option<Worth>,
}

pub(super) fn build(
    input: &PlanInput<'_>,
    outcome: &StudyOutcome,
    problems: &mut Problems,
) -> Option<AssumptionsPlan> {
    let errors = problems.error_count();
    let sensitivity = sensitivity::build_with(input, USUAL, problems)?;
    let worth = uncertainty::worth(input, outcome, problems);
    let grid = input.reader.whole("grid")?;
    (problems.error_count() == errors).then_some(AssumptionsPlan {
        sensitivity,
        grid,
        less_is_better: less_is_better(&outcome.name),
        worth,
    })
}

pub(super) fn write(file: &mut Lines, plan: &AssumptionsPlan) {
    sensitivity::write(file, &plan.sensitivity);
    file.raw("grid", plan.grid);
    if let Some(worth) = plan.worth {
        file.number("willingness_to_pay", worth.value);
        file.number("willingness_highest", worth.highest);
    }
}
