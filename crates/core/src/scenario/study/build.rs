//! From `[study]` to its checked value: what all kinds share.

use crate::evidence::outcome::Key;
use crate::evidence::{Outcome, Unit};
use crate::scenario::diagnostic::{Diagnostic, Origin, Problem, Problems};
use crate::scenario::document::{Node, quoted};
use crate::scenario::nearest::{did_you_mean, row as list_of};
use crate::scenario::reader::Reader;
use crate::scenario::source::ProgrammeSource;
use crate::scenario::types::Scenario;

use super::input::PlanInput;
use super::kinds::{ArmsWanted, COMMON, KindRow, kinds_with, row_of};
use super::section::STUDY;
use super::types::{Study, StudyKind, StudyPlan};
use super::{assumptions, design, sensitivity, sweep, switch, threshold, uncertainty};

/// Builds `[study]`. The outer option is empty when something was wrong, the inner one
/// when there is none.
pub(crate) fn build(
    scenario_reader: Reader<'_>,
    scenario: &Scenario,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> Option<Option<Study>> {
    let Some(node) = scenario_reader.node("study") else {
        return Some(None);
    };
    let reader = Reader::new(node.as_table()?, &STUDY);
    let kind = StudyKind::from_word(&reader.text("kind")?)?;
    let row = row_of(kind);
    report_foreign_fields(reader, row, problems);
    let outcome = outcome(reader, scenario.horizon_weeks, problems);
    let arms = arms(reader, node, row, scenario, problems)?;
    let input =
        PlanInput { reader, file: scenario_reader, node, scenario, programmes, arms: &arms };
    let plan = match kind {
        StudyKind::Sweep => StudyPlan::Sweep(sweep::build(&input, problems)?),
        StudyKind::Design => StudyPlan::Design(design::build(&input, problems)?),
        StudyKind::Switch => StudyPlan::Switch(switch::build(&input, problems)?),
        StudyKind::Threshold => StudyPlan::Threshold(threshold::build(&input, problems)?),
        StudyKind::Uncertainty => {
            let outcome = outcome?;
            StudyPlan::Uncertainty(uncertainty::build(&input, outcome, problems)?)
        }
        StudyKind::Sensitivity => StudyPlan::Sensitivity(sensitivity::build(&input, problems)?),
        StudyKind::Assumptions => {
            let outcome = outcome?;
            StudyPlan::Assumptions(assumptions::build(&input, outcome, problems)?)
        }
    };
    Some(Some(Study { outcome: outcome?, arms, plan }))
}

/// Fields of another kind of study. When the command line asks for another kind than
/// the file, those of the file are left out; otherwise they are errors.
fn report_foreign_fields(reader: Reader<'_>, row: &KindRow, problems: &mut Problems) {
    let told_by_command_line =
        reader.place("kind").is_some_and(|place| place.source.origin == Origin::CommandLine);
    for entry in &reader.table.entries {
        let Some(field) = STUDY.field(&entry.key) else {
            continue;
        };
        if COMMON.contains(&field.key) || row.fields.contains(&field.key) {
            continue;
        }
        let message = format!("`{}` is no field of {}", entry.key, row.phrase);
        if told_by_command_line && entry.key_place.source.origin == Origin::File {
            problems.push(Diagnostic::warning(
                &entry.key_place,
                message,
                "not used by the study that was asked for",
            ));
            continue;
        }
        let all: Vec<&str> = COMMON.iter().chain(row.fields).copied().collect();
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &entry.key_place,
                message,
                format!("belongs to: {}", kinds_with(field).join(", ")),
            )
            .help(format!("fields of {}: {}", row.phrase, all.join(", "))),
        );
    }
}

fn outcome(reader: Reader<'_>, horizon: u32, problems: &mut Problems) -> Option<Key> {
    let outcome = Outcome::from_word(&reader.text("outcome")?)?;
    let unit = match reader.has("unit") {
        false => outcome.units().first().copied()?,
        true => {
            let unit = Unit::from_word(&reader.text("unit")?)?;
            if !outcome.units().contains(&unit) {
                let units: Vec<&str> = outcome.units().iter().map(|unit| unit.word()).collect();
                problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        reader.place("unit")?,
                        format!("`{outcome}` is not measured of {}", quoted(unit.word())),
                        "another unit",
                    )
                    .help(format!("units of `{outcome}`: {}", units.join(", "))),
                );
                return None;
            }
            unit
        }
    };
    let weeks = outcome.weeks(horizon);
    let week = match reader.has("week") {
        false => weeks.last().copied()?,
        true => {
            let week = reader.whole("week")?;
            if !weeks.contains(&week) {
                let list: Vec<String> = weeks.iter().map(u32::to_string).collect();
                problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        reader.place("week")?,
                        format!("`{outcome}` is not known in week {week}"),
                        "another week",
                    )
                    .help(format!("weeks of `{outcome}` in this scenario: {}", list.join(", "))),
                );
                return None;
            }
            week
        }
    };
    Some(Key { outcome, unit, week })
}

fn arms(
    reader: Reader<'_>,
    node: &Node,
    row: &KindRow,
    scenario: &Scenario,
    problems: &mut Problems,
) -> Option<Vec<usize>> {
    let two = row.arms == ArmsWanted::Two;
    let designed = row.arms == ArmsWanted::Designed;
    let Some(list) = reader.node("arms") else {
        let others = (0..scenario.arms.len()).filter(|arm| *arm != scenario.reference);
        if designed {
            return designed_arm(node, row, scenario, problems);
        }
        if !two {
            return Some((0..scenario.arms.len()).collect());
        }
        if let Some(first) = others.into_iter().next() {
            return Some(vec![first, scenario.reference]);
        }
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &node.place,
                format!("{} compares two arms, but the scenario has one", row.phrase),
                "needs another arm",
            )
            .help("add an [[arm]] to the scenario; one with only a name is untreated"),
        );
        return None;
    };
    let mut places = Vec::new();
    for one in list.as_list()? {
        let name = one.as_text()?;
        let Some(place) = scenario.arms.iter().position(|arm| arm.name == name) else {
            let names = || scenario.arms.iter().map(|arm| arm.name.as_str());
            let label =
                did_you_mean(name, names()).unwrap_or_else(|| "no arm has this name".to_string());
            problems.push(
                Diagnostic::error(
                    Problem::Value,
                    &one.place,
                    format!("{} is no arm of the scenario", quoted(name)),
                    label,
                )
                .help(format!("arms: {}", list_of(names()))),
            );
            return None;
        };
        if places.contains(&place) {
            problems.push(Diagnostic::error(
                Problem::Contradiction,
                &one.place,
                format!("arm {} is named twice", quoted(name)),
                "again here",
            ));
            return None;
        }
        places.push(place);
    }
    if two && places.len() != 2 || designed && places.len() != 1 || places.is_empty() {
        let needed = match row.arms {
            ArmsWanted::Two => "two arms",
            ArmsWanted::Designed => "one arm, the one that is designed",
            ArmsWanted::Any => "at least one arm",
        };
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &list.place,
                format!("{} looks at {needed}", row.phrase),
                format!("names {}", places.len()),
            )
            .help(match row.arms {
                ArmsWanted::Two => {
                    "for example arms = [\"home\", \"office\"]: the first less the second"
                }
                _ => "for example arms = [\"home\"]",
            }),
        );
        return None;
    }
    if row.arms == ArmsWanted::Any && !places.contains(&scenario.reference) {
        places.push(scenario.reference);
    }
    Some(places)
}

/// The arm that is designed when none is named.
fn designed_arm(
    node: &Node,
    row: &KindRow,
    scenario: &Scenario,
    problems: &mut Problems,
) -> Option<Vec<usize>> {
    let with_helper = |arm: &usize| scenario.arms[*arm].programme.is_some();
    let others = (0..scenario.arms.len()).filter(|arm| *arm != scenario.reference);
    let found = others.chain([scenario.reference]).find(with_helper);
    if found.is_none() {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &node.place,
                format!("{} needs an arm that offers a helper", row.phrase),
                "no arm has a programme",
            )
            .help("add programme = \"advice_and_guidance\" to an arm"),
        );
    }
    found.map(|arm| vec![arm])
}
