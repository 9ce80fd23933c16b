//! The designs of a scenario.

use std::collections::BTreeSet;

use super::diagnostic::{Diagnostic, Place, Problem, Problems};
use super::document::{Node, Table, Value, quoted};
use super::nearest::row;
use super::programme::{self, Parts};
use super::reader::Reader;
use super::sections::{ARM, CAPACITY, CONTROL_MEASURE};
use super::source::ProgrammeSource;
use super::types::{Arm, Capacity};
use super::{compensating, languages, layers};

/// The note that an overridden field gets in place of its programme's.
const OVERRIDDEN: &str = "set: by the arm of this scenario";

/// More arms than this cannot be told apart in any table or figure.
const MOST_ARMS: usize = 1000;

/// All arms of a scenario that has been checked field by field.
pub(crate) fn build_all(
    scenario: Reader<'_>,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> Option<Vec<Arm>> {
    let list = scenario.node("arm")?.as_list()?;
    if list.is_empty() {
        problems.push(
            Diagnostic::error(
                Problem::Missing,
                &scenario.node("arm")?.place,
                "a scenario needs at least one arm",
                "empty",
            )
            .help(
                "for example [[arm]] with name = \"home\" and programme = \"advice_and_guidance\"",
            ),
        );
        return None;
    }
    if let Some(surplus) = list.get(MOST_ARMS) {
        problems.push(Diagnostic::error(
            Problem::Value,
            &surplus.place,
            format!("a scenario has at most {MOST_ARMS} arms"),
            format!("the first of {} too many", list.len() - MOST_ARMS),
        ));
        return None;
    }
    check_names(list, problems);
    // Every arm is built before any failure is passed on: all problems are reported.
    let arms: Vec<Option<Arm>> =
        list.iter().map(|node| build(node, programmes, problems)).collect();
    arms.into_iter().collect()
}

/// Arms must be told apart by their names, and by those that other languages show.
fn check_names(list: &[Node], problems: &mut Problems) {
    let arms = || list.iter().filter_map(Node::as_table);
    let names: Vec<(&str, &Place)> =
        arms().filter_map(|arm| name_and_place(arm.get("name"))).collect();
    for (name, place, first) in repeated(&names) {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                place,
                format!("two arms are called {}", quoted(name)),
                "again here",
            )
            .and(first, "first here")
            .help("results are told apart by these names: give each arm its own"),
        );
    }
    let codes: BTreeSet<&str> =
        arms().flat_map(languages::languages).map(|(language, _)| language.key.as_str()).collect();
    for code in codes {
        let shown: Vec<(&str, &Place)> =
            arms().filter_map(|arm| name_and_place(languages::shown(arm, code, "name"))).collect();
        // Names that are alike in the file have been reported.
        let in_file = |place| names.iter().any(|(_, other)| *other == place);
        for (name, place, first) in repeated(&shown) {
            if in_file(place) && in_file(first) {
                continue;
            }
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    place,
                    format!("two arms are called {} in `{code}`", quoted(name)),
                    "again here",
                )
                .and(first, "first here")
                .help(
                    "pages in this language tell arms apart by these names: give each arm its own",
                ),
            );
        }
    }
}

fn name_and_place(name: Option<&Node>) -> Option<(&str, &Place)> {
    let name = name?;
    Some((name.as_text()?, &name.place))
}

/// Names that stand a second time, with the places of the second and the first.
fn repeated<'a>(names: &[(&'a str, &'a Place)]) -> Vec<(&'a str, &'a Place, &'a Place)> {
    let earlier = |position: usize| {
        let (name, place) = names[position];
        let first = names[..position].iter().find(|(other, _)| *other == name)?;
        Some((name, place, first.1))
    };
    (0..names.len()).filter_map(earlier).collect()
}

fn build(node: &Node, programmes: &dyn ProgrammeSource, problems: &mut Problems) -> Option<Arm> {
    let table = node.as_table()?;
    let reader = Reader::new(table, &ARM);
    let name = reader.text("name");
    let (parts, whole) = design(reader, programmes, problems);
    let (own_compensating, listed_control) = compensating::build(reader, problems);
    let control = control_measure(reader, listed_control, problems);
    let (mut compensating, mut control_measure) = match &parts {
        Some(parts) => (parts.compensating.clone(), parts.control_measure),
        None => (Vec::new(), None),
    };
    for measure in own_compensating {
        match compensating.iter_mut().find(|other| other.kind == measure.kind) {
            Some(other) => *other = measure,
            None => compensating.push(measure),
        }
    }
    control_measure = control.or(control_measure);
    let programme = parts.and_then(|parts| parts.programme);
    if whole
        && programme.is_none()
        && let Some(entry) = reader.entry("capacity")
    {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &entry.key_place,
                "a capacity of helpers, but the arm offers no helper",
                "whose helpers?",
            )
            .help("name a programme with a helper, or take `capacity` away"),
        );
    }
    let capacity = match reader.node("capacity") {
        None => None,
        Some(node) => {
            let entry = Reader::new(node.as_table()?, &CAPACITY);
            Some(Capacity {
                helpers: entry.whole("helpers")?,
                intake_weeks: entry.whole("intake_weeks")?,
            })
        }
    };
    if !whole {
        return None;
    }
    Some(Arm {
        name: name?,
        reason: reader.text("reason")?,
        translations: languages::build(reader),
        programme,
        programme_key: programme_key(reader),
        compensating,
        control_measure,
        capacity,
        parameters: fixed_parameters(reader),
    })
}

fn programme_key(reader: Reader<'_>) -> Option<String> {
    let named = reader.node("programme").and_then(Node::as_text);
    named.map(str::to_string).or_else(|| reader.text("resolved_from"))
}

fn fixed_parameters(reader: Reader<'_>) -> Vec<(String, f64)> {
    reader
        .node("parameters")
        .and_then(Node::as_table)
        .into_iter()
        .flat_map(|table| &table.entries)
        .filter_map(|entry| Some((entry.key.clone(), entry.node.as_number()?)))
        .collect()
}

/// What the arm's programme and override describe; the flag is false if they
/// could not be made out.
fn design(
    reader: Reader<'_>,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> (Option<Parts>, bool) {
    let changes = reader.node("override").and_then(Node::as_table);
    let Some(node) = reader.node("programme") else {
        if let Some(entry) = reader.entry("override") {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &entry.key_place,
                    "an override, but the arm has no programme",
                    "overrides what?",
                )
                .help(format!(
                    "add programme = \"...\"; programmes: {}",
                    row(programmes.names().iter().map(String::as_str))
                )),
            );
            return (None, false);
        }
        return (None, true);
    };
    let table = match &node.value {
        Value::Text(name) => layers::load(node, name, programmes, problems),
        Value::Table(table) => layers::load_inline(table, programmes, problems),
        _ => None,
    };
    let Some(mut table) = table else {
        return (None, false);
    };
    if let Some(changes) = changes {
        report_extends(changes, problems);
        table = layers::merge(&table, changes, Some(OVERRIDDEN));
    }
    let parts = programme::build(&table, &node.place, problems);
    let whole = parts.is_some();
    (parts, whole)
}

fn report_extends(changes: &Table, problems: &mut Problems) {
    if let Some(entry) = changes.entry("extends") {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &entry.key_place,
                "an override cannot extend a programme",
                "take it away",
            )
            .help("name the other programme as the arm's `programme`"),
        );
    }
}

fn control_measure(
    reader: Reader<'_>,
    listed: Option<f64>,
    problems: &mut Problems,
) -> Option<f64> {
    let Some(node) = reader.node("control_measure") else {
        return listed;
    };
    if listed.is_some() {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &node.place,
                "control measures are given twice",
                "here, and in `compensating`",
            )
            .help("keep one of the two"),
        );
    }
    Reader::new(node.as_table()?, &CONTROL_MEASURE).number("intensity")
}
