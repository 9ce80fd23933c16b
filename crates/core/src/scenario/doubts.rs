//! What a scenario may say without meaning it.

use super::diagnostic::{Diagnostic, Place, Problems};
use super::document::{Node, quoted};
use super::reader::Reader;
use super::types::{Arm, ParameterValue, Scenario};

/// Warns of arms that cannot be seen to complete, arms that are the same, and
/// ranges without effect.
pub(crate) fn find(reader: Reader<'_>, scenario: &Scenario, problems: &mut Problems) {
    let arms = reader.tables("arm");
    if arms.len() != scenario.arms.len() {
        return;
    }
    let name_place = |index: usize| {
        let (node, table) = arms[index];
        table.get("name").map_or(&node.place, |name| &name.place)
    };
    never_seen(scenario, &name_place, problems);
    for (position, arm) in scenario.arms.iter().enumerate() {
        let same = |other: &&Arm| {
            other.name != arm.name
                && other.programme == arm.programme
                && other.compensating == arm.compensating
                && other.control_measure == arm.control_measure
                && other.capacity == arm.capacity
                && other.parameters == arm.parameters
        };
        if let Some(twin) = scenario.arms[..position].iter().position(|other| same(&other)) {
            problems.push(
                Diagnostic::warning(
                    name_place(position),
                    format!(
                        "arms {} and {} are the same design",
                        quoted(&scenario.arms[twin].name),
                        quoted(&arm.name)
                    ),
                    "nothing differs",
                )
                .and(name_place(twin), "the same"),
            );
        }
    }
    range_hidden_by_arms(reader, scenario, problems);
}

/// Warns of arms that the run is too short for.
fn never_seen<'a>(
    scenario: &Scenario,
    name_place: &dyn Fn(usize) -> &'a Place,
    problems: &mut Problems,
) {
    let horizon = scenario.horizon_weeks;
    let mut late: Vec<(usize, u32)> = Vec::new();
    for (position, arm) in scenario.arms.iter().enumerate() {
        let Some(programme) = &arm.programme else {
            continue;
        };
        let planned_end = programme.wait_weeks + programme.duration_weeks;
        if programme.wait_weeks >= horizon {
            problems.push(Diagnostic::warning(
                name_place(position),
                format!("no family of arm {} can start before the run ends", quoted(&arm.name)),
                format!("waits {} weeks, the run ends after {horizon}", programme.wait_weeks),
            ));
        } else if planned_end > horizon {
            late.push((position, planned_end));
        }
    }
    let Some(longest) = late.iter().map(|(_, end)| *end).max() else {
        return;
    };
    let message = match late.len() {
        1 => format!("one arm is planned to end after the run, which ends in week {horizon}"),
        number => {
            format!("{number} arms are planned to end after the run, which ends in week {horizon}")
        }
    };
    let label = |end: u32| format!("ends in week {end} or later");
    let (first, end) = late[0];
    let mut diagnostic = Diagnostic::warning(name_place(first), message, label(end));
    for (position, end) in &late[1..] {
        diagnostic = diagnostic.and(name_place(*position), label(*end));
    }
    problems.push(diagnostic.help(format!(
        "nobody can be seen to complete there; horizon_weeks = {longest} would show it"
    )));
}

/// A range that every arm replaces by a value of its own is never drawn.
fn range_hidden_by_arms(reader: Reader<'_>, scenario: &Scenario, problems: &mut Problems) {
    let Some(table) = reader.node("parameters").and_then(Node::as_table) else {
        return;
    };
    for setting in &scenario.parameters {
        let hidden = scenario
            .arms
            .iter()
            .all(|arm| arm.parameters.iter().any(|(key, _)| *key == setting.key));
        if hidden
            && matches!(setting.value, ParameterValue::Range { .. })
            && let Some(entry) = table.entry(&setting.key)
        {
            problems.push(Diagnostic::warning(
                &entry.key_place,
                format!("the range of `{}` has no effect", setting.key),
                "every arm has a value of its own",
            ));
        }
    }
}
