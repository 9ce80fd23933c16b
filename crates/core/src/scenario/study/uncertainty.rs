//! What a study of an uncertain decision is told: how many draws, what an outcome is
//! worth, and by what one decides.

use crate::evidence::outcome::Key;
use crate::evidence::{self, NumberKind, Outcome, Unit};
use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};

use super::input::PlanInput;
use super::types::{DECIDE_BY, UncertaintyPlan, Worth};

/// Parameter draws when the scenario has no `[uncertainty]`.
const DRAWS: u32 = 300;

pub(super) fn build(
    input: &PlanInput<'_>,
    outcome: Key,
    problems: &mut Problems,
) -> Option<UncertaintyPlan> {
    let errors = problems.error_count();
    let reader = input.reader;
    if input.arms.len() < 2 {
        let place = reader.place("arms").unwrap_or(&input.node.place);
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                place,
                "a decision needs two arms to choose between",
                "there is one",
            )
            .help("add an [[arm]] to the scenario; one with only a name is untreated"),
        );
    }
    let Some(less_is_better) = outcome.outcome.less_is_better() else {
        let place = reader.place("outcome").unwrap_or(&input.node.place);
        let known =
            Outcome::ALL.iter().filter(|one| one.less_is_better().is_some()).map(|one| one.word());
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                place,
                format!("neither more nor less of `{}` is better", outcome.outcome),
                "cannot be decided by",
            )
            .help(format!(
                "outcomes of which it is known: {}",
                known.collect::<Vec<_>>().join(", ")
            )),
        );
        return None;
    };
    let worth = worth(input, outcome, problems);
    let by_net_benefit = match reader.has("decide_by") {
        true => reader.text("decide_by")? == DECIDE_BY[0],
        false => worth.is_some(),
    };
    if by_net_benefit && worth.is_none() && problems.error_count() == errors {
        let place = reader.place("decide_by").unwrap_or(&input.node.place);
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                place,
                format!(
                    "net benefit needs to know what `{}` is worth",
                    outcome.outcome
                ),
                "is weighed against cost",
            )
            .help("willingness_to_pay = 100000.0 (NOK for one unit less, or more, of the outcome per family), or decide_by = \"outcome\""),
        );
    }
    let draws = match reader.has("draws") {
        true => reader.whole("draws")?,
        // A posterior file without [uncertainty] says where from, but not how often.
        false => match input.scenario.uncertainty {
            Some(own) if own.draws > 1 || input.scenario.posterior.is_none() => own.draws,
            _ => DRAWS,
        },
    };
    if draws < 2 {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &input.node.place,
                "one draw is no uncertainty",
                "needs at least two draws",
            )
            .help("draws = 300"),
        );
    }
    (problems.error_count() == errors).then_some(UncertaintyPlan {
        draws,
        less_is_better,
        worth,
        by_net_benefit,
    })
}

/// What a unit of the outcome is worth: as the study says, else as the table of
/// `data/willingness.csv` does.
pub(super) fn worth(input: &PlanInput<'_>, outcome: Key, problems: &mut Problems) -> Option<Worth> {
    let reader = input.reader;
    // Cost is per family.
    let can_be_weighed =
        outcome.unit == Unit::Family && outcome.outcome.number() != NumberKind::Money;
    for key in ["willingness_to_pay", "willingness_highest"] {
        if let (Some(place), false) = (reader.place(key), can_be_weighed) {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    place,
                    format!(
                        "`{}` of {} cannot be weighed against cost",
                        outcome.outcome, outcome.unit
                    ),
                    "cost is per family",
                )
                .help("choose an outcome with the unit family, such as placed or weeks_in_care"),
            );
            return None;
        }
    }
    if !can_be_weighed {
        return None;
    }
    let known = evidence::find(evidence::willingness(), outcome.outcome.word());
    let value = match reader.has("willingness_to_pay") {
        true => reader.number("willingness_to_pay")?,
        false => known?.value_nok,
    };
    /// Upper end of the values looked at, as a multiple of the value, if nothing says so.
    const HIGHEST: f64 = 4.0;
    let highest = match (reader.has("willingness_highest"), known) {
        (true, _) => reader.number("willingness_highest")?,
        (false, Some(row)) if row.high_nok > value => row.high_nok,
        (false, _) => value * HIGHEST,
    };
    if highest <= value {
        let place = reader
            .place("willingness_highest")
            .or(reader.place("willingness_to_pay"))
            .unwrap_or(&input.node.place);
        problems.push(Diagnostic::error(
            Problem::Contradiction,
            place,
            "the highest willingness to pay must lie above the one that is decided by",
            format!("{highest} is not above {value}"),
        ));
        return None;
    }
    Some(Worth { value, highest })
}
