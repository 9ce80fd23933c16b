//! What a search for thresholds is told: what may move, and how finely it is looked at.

use crate::evidence;
use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};
use crate::scenario::document::Node;
use crate::scenario::types::{ParameterValue, Scenario};

use super::input::PlanInput;
use super::paths::Targets;
use super::types::{ThresholdPlan, Vary};
use super::vary;

pub(super) fn build(input: &PlanInput<'_>, problems: &mut Problems) -> Option<ThresholdPlan> {
    let vary = vary::build(input, Targets::FirstArm, problems)?;
    let errors = problems.error_count();
    let place = input.reader.place("vary").unwrap_or(&input.node.place);
    for field in vary.iter().filter(|field| !is_range(field)) {
        problems.push(
            Diagnostic::error(
                Problem::Value,
                place,
                format!("`{}` must have two ends to search between", field.path),
                "is no range of numbers",
            )
            .help(format!(
                "for example {} = {{ from = 1.0, to = 2.0 }}, or --vary {}=1..2",
                field.path, field.path
            )),
        );
    }
    if input.scenario.replicates < 2 {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &input.node.place,
                "a threshold needs at least two replicates",
                "one replicate cannot tell chance from difference",
            )
            .help("replicates = 20, or --replicates 20"),
        );
    }
    let parameters = parameters(input, !vary.is_empty(), problems);
    let grid = input.reader.whole("grid")?;
    let planes = input.reader.whole("planes")?;
    (problems.error_count() == errors).then_some(ThresholdPlan { parameters, vary, grid, planes })
}

/// From one number to another?
fn is_range(field: &Vary) -> bool {
    field.between && field.levels.iter().all(|level| level.number.is_some())
}

/// The parameters that are named; if none are, and no field is either, all that the
/// scenario does not fix.
fn parameters(input: &PlanInput<'_>, has_fields: bool, problems: &mut Problems) -> Vec<String> {
    let Some(list) = input.reader.node("parameters") else {
        let free =
            evidence::parameters().iter().filter(|row| fixed(input.scenario, &row.key).is_none());
        return if has_fields { Vec::new() } else { free.map(|row| row.key.clone()).collect() };
    };
    let mut keys = Vec::new();
    for one in list.as_list().unwrap_or_default() {
        let Some(key) = Node::as_text(one) else {
            continue;
        };
        if let Some(value) = fixed(input.scenario, key) {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &one.place,
                    format!("`{key}` is held at {value} by the scenario"),
                    "cannot move",
                )
                .help(format!(
                    "leave it out below [parameters], or give it a range there: {key} = {{ low = ..., high = ... }}"
                )),
            );
        }
        keys.push(key.to_owned());
    }
    keys
}

/// The value at which a scenario holds a parameter, if it does.
fn fixed(scenario: &Scenario, key: &str) -> Option<f64> {
    let setting = scenario.parameters.iter().find(|one| one.key == key)?;
    match setting.value {
        ParameterValue::Fixed(value) => Some(value),
        ParameterValue::Range { .. } => None,
    }
}
