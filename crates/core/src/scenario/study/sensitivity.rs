//! What a sensitivity study is told: which parameters move, and how closely to look.

use crate::evidence;
use crate::scenario::diagnostic::{Diagnostic, Origin, Problem, Problems};
use crate::scenario::document::Node;
use crate::scenario::types::ParameterValue;

use super::input::PlanInput;
use super::types::{SensitivityPlan, Spread};

/// Parameters that a screening takes on when none are named: enough for what an outcome
/// leans on, few enough to be looked at closely.
const TAKEN_ON: u32 = 12;

/// How closely to look, unless it is said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Usual {
    /// Families in each replicate at each point.
    pub families: u32,
    /// Replicates at each point.
    pub replicates: u32,
    /// Base samples.
    pub samples: u32,
}

/// Many points with two small replicates: halves, to tell noise from response.
const USUAL: Usual = Usual { families: 1000, replicates: 2, samples: 1024 };

pub(super) fn build(input: &PlanInput<'_>, problems: &mut Problems) -> Option<SensitivityPlan> {
    build_with(input, USUAL, problems)
}

/// Builds the plan where other sizes are usual.
pub(super) fn build_with(
    input: &PlanInput<'_>,
    usual: Usual,
    problems: &mut Problems,
) -> Option<SensitivityPlan> {
    let reader = input.reader;
    let errors = problems.error_count();
    refuse_posterior(input, problems);
    let named = reader.node("parameters");
    let parameters = match named {
        Some(node) => chosen(input, node, problems)?,
        None => free(input),
    };
    let samples = match reader.has("samples") {
        true => reader.whole("samples")?,
        false => usual.samples,
    };
    if !samples.is_power_of_two() {
        let place = reader.place("samples").unwrap_or(&input.node.place);
        let above = samples.next_power_of_two();
        problems.push(
            Diagnostic::error(
                Problem::Value,
                place,
                format!("`samples` = {samples} is no power of two"),
                format!("take {} or {above}", above / 2),
            )
            .help("the points of a Sobol sequence are balanced for powers of two alone"),
        );
    }
    let count = parameters.len() as u32;
    let top = match (reader.has("top"), named) {
        (true, _) => reader.whole("top")?,
        (false, Some(_)) => count,
        (false, None) => TAKEN_ON.min(count),
    };
    if top > count {
        let place = reader.place("top").unwrap_or(&input.node.place);
        problems.push(Diagnostic::error(
            Problem::Contradiction,
            place,
            format!("`top` = {top} is more than there are parameters to choose from"),
            format!("at most {count}"),
        ));
    }
    let (families, replicates) = size(input, usual, problems)?;
    (problems.error_count() == errors).then_some(SensitivityPlan {
        parameters,
        walks: reader.whole("walks")?,
        top,
        samples,
        spread: Spread::from_word(&reader.text("spread")?)?,
        families,
        replicates,
    })
}

/// Parameters move here each for itself over its range; those of a calibrated sample hang
/// together.
fn refuse_posterior(input: &PlanInput<'_>, problems: &mut Problems) {
    if !input.scenario.draws_posterior() {
        return;
    }
    let table = input.file.node("uncertainty").and_then(Node::as_table);
    let from = table.and_then(|table| table.get("from"));
    let place = from.map_or(&input.node.place, |node| &node.place);
    problems.push(
        Diagnostic::error(
            Problem::Contradiction,
            place,
            "this study moves every parameter for itself, and cannot draw from a posterior",
            "parameters of a posterior hang together",
        )
        .help("--set uncertainty.from=prior moves them over their plausible ranges; all that stays put is at the defaults of the reading")
        .help("homeground study uncertainty draws from a posterior, and tells what knowing each group of parameters is worth"),
    );
}

/// All parameters that the scenario does not fix, in the order of the table.
fn free(input: &PlanInput<'_>) -> Vec<String> {
    let rows = evidence::parameters().iter().map(|row| row.key.clone());
    rows.filter(|key| fixed_at(input, key).is_none()).collect()
}

/// The value at which the scenario holds a parameter, or the only one of its range.
fn fixed_at(input: &PlanInput<'_>, key: &str) -> Option<f64> {
    let setting = input.scenario.parameters.iter().find(|set| set.key == key)?;
    match setting.value {
        ParameterValue::Fixed(value) => Some(value),
        ParameterValue::Range { low, high } => (low >= high).then_some(low),
    }
}

/// The parameters of a list, each of which must be free to move. That they exist, and
/// none twice, has been checked.
fn chosen(input: &PlanInput<'_>, node: &Node, problems: &mut Problems) -> Option<Vec<String>> {
    let list = node.as_list()?;
    if list.is_empty() {
        problems.push(
            Diagnostic::error(Problem::Value, &node.place, "no parameter is named", "is empty")
                .help("leave `parameters` out to look at all that the scenario leaves free"),
        );
        return None;
    }
    let errors = problems.error_count();
    let mut keys = Vec::new();
    for one in list {
        let key = one.as_text()?;
        if let Some(value) = fixed_at(input, key) {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &one.place,
                    format!("`{key}` cannot be varied: the scenario holds it at {value}"),
                    "is fixed",
                )
                .help(format!(
                    "give it a range below [parameters], {key} = {{ low = ..., high = ... }}, or leave it out here"
                )),
            );
        }
        keys.push(key.to_owned());
    }
    (problems.error_count() == errors).then_some(keys)
}

/// Families in each replicate, and replicates, at each point: what the command line says,
/// else what the study says, else our own. The scenario's own would be far more than
/// points by the thousand need; but a site with few helpers stays as large as it is.
fn size(input: &PlanInput<'_>, usual: Usual, problems: &mut Problems) -> Option<(u32, u32)> {
    let (study, file, scenario) = (input.reader, input.file, input.scenario);
    let told = |key: &str| {
        let place = file.place(key);
        place.is_some_and(|place| place.source.origin == Origin::CommandLine)
    };
    let has_site = input.arms.iter().any(|arm| scenario.arms[*arm].capacity.is_some());
    let families = if told("families") {
        scenario.families
    } else if study.has("families") {
        study.whole("families")?
    } else if has_site {
        scenario.families
    } else {
        usual.families.min(scenario.families)
    };
    let replicates = if told("replicates") {
        scenario.replicates
    } else if study.has("replicates") {
        study.whole("replicates")?
    } else {
        usual.replicates
    };
    if replicates < 2 {
        let place = match told("replicates") {
            true => file.place("replicates"),
            false => study.place("replicates"),
        };
        problems.push(
            Diagnostic::error(
                Problem::Value,
                place.unwrap_or(&input.node.place),
                "noise can only be told from response with two replicates or more",
                "take 2",
            )
            .help("they may be small: replicates = 2 with half as many families costs the same"),
        );
        return None;
    }
    Some((families, replicates))
}
