//! What a ledger of assumptions is told: how closely to look at each parameter, and by what
//! one would choose between the arms.

use crate::evidence::outcome::Key;
use crate::scenario::diagnostic::Problems;

use super::input::PlanInput;
use super::sensitivity::{self, Usual};
use super::types::AssumptionsPlan;
use super::uncertainty;

/// Fewer points than a sensitivity study, in more replicates: distances to a turn need the
/// error of a difference at single points.
const USUAL: Usual = Usual { families: 500, replicates: 10, samples: 256 };

pub(super) fn build(
    input: &PlanInput<'_>,
    outcome: Key,
    problems: &mut Problems,
) -> Option<AssumptionsPlan> {
    let errors = problems.error_count();
    let sensitivity = sensitivity::build_with(input, USUAL, problems)?;
    let worth = uncertainty::worth(input, outcome, problems);
    let grid = input.reader.whole("grid")?;
    (problems.error_count() == errors).then_some(AssumptionsPlan {
        sensitivity,
        grid,
        less_is_better: outcome.outcome.less_is_better(),
        worth,
    })
}
