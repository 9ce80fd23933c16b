//! Paths of varied fields: how they are written, what they stand for, which cannot be varied.

use crate::scenario::assignment::{Segment, split_path};
use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};
use crate::scenario::document::{Node, Table, quoted};
use crate::scenario::fields::{Field, Kind, Presence, Section, Vocabulary, field};
use crate::scenario::sections::{ARM, POPULATION, PROGRAMME, SCENARIO};

use super::input::PlanInput;

/// A short word for a schedule with one rate.
pub(super) const RATE: &str = "visits_per_week";

/// In which arms a field of a programme is varied that is named without an arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Targets {
    /// In every studied arm that offers a helper.
    StudiedArms,
    /// In the first studied arm.
    FirstArm,
}

/// Values from one number to another.
#[rustfmt::skip]
pub(super) static SPREAD: Section = Section {
    phrase: "values from one number to another",
    meaning: "Values at equal distances.",
    fields: &[
        field("from", Kind::Number(f64::MIN, f64::MAX), "", Presence::Required, "0.0", "The first value."),
        field("to", Kind::Number(f64::MIN, f64::MAX), "", Presence::Required, "2.0", "The last value."),
        field("steps", Kind::Whole(2, 1000), "values", Presence::Optional("the two ends"), "9", "How many values, with both ends."),
    ],
};

/// Paths with their values. Keys with dots, and tables within tables, are both paths.
pub(super) fn flatten<'a>(
    table: &'a Table,
    before: &[Segment],
    paths: &mut Vec<(Vec<Segment>, &'a Node)>,
    problems: &mut Problems,
) {
    for entry in &table.entries {
        let mut segments = before.to_vec();
        match (before.is_empty(), split_path(&entry.key)) {
            (true, Ok(parts)) => segments.extend(
                parts.into_iter().map(|(text, _)| Segment { text, place: entry.key_place.clone() }),
            ),
            (true, Err((_, message, label))) => {
                problems.push(Diagnostic::error(Problem::Syntax, &entry.key_place, message, label));
                continue;
            }
            (false, _) => {
                segments.push(Segment { text: entry.key.clone(), place: entry.key_place.clone() })
            }
        }
        match entry.node.as_table() {
            Some(inner) if !inner.entries.iter().any(|one| SPREAD.field(&one.key).is_some()) => {
                flatten(inner, &segments, paths, problems);
            }
            _ => paths.push((segments, &entry.node)),
        }
    }
}

/// A path as text; parts with dots stand in quotes.
pub(super) fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let written: Vec<String> = parts
        .map(|part| match part.contains(['.', '"']) {
            true if part.contains('"') => format!("'{part}'"),
            true => format!("\"{part}\""),
            false => part.to_string(),
        })
        .collect();
    written.join(".")
}

/// The paths that a path of `vary` stands for: a field of a programme without an arm is
/// that field in the arms that are varied.
pub(super) fn targets(
    input: &PlanInput<'_>,
    targets: Targets,
    path: &[Segment],
    problems: &mut Problems,
) -> Option<Vec<Vec<Segment>>> {
    let first = path.first()?;
    let known = SCENARIO.field(&first.text).is_some()
        || Vocabulary::Parameter.words().contains(&first.text.as_str());
    let bare = !known && (PROGRAMME.field(&first.text).is_some() || first.text == RATE);
    if !bare {
        return refuse_what_cannot_vary(path, problems).then(|| vec![path.to_vec()]);
    }
    let count = match targets {
        Targets::StudiedArms => input.arms.len(),
        Targets::FirstArm => 1,
    };
    let arms = input.arms.iter().take(count).filter_map(|arm| input.scenario.arms.get(*arm));
    let with_helper: Vec<Vec<Segment>> = arms
        .filter(|arm| arm.programme.is_some())
        .map(|arm| {
            let segment =
                |text: &str| Segment { text: text.to_string(), place: first.place.clone() };
            let mut whole = vec![segment("arm"), segment(&arm.name)];
            whole.extend_from_slice(path);
            whole
        })
        .collect();
    if with_helper.is_empty() {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &first.place,
                format!(
                    "`{}` is a field of a programme, but no arm here offers a helper",
                    first.text
                ),
                "in which arm?",
            )
            .help("name the arm: arm.home.visit_minutes"),
        );
        return None;
    }
    Some(with_helper)
}

/// Fields that say how much is simulated, or what things are called, cannot be varied;
/// reports it and returns false.
fn refuse_what_cannot_vary(path: &[Segment], problems: &mut Problems) -> bool {
    let Some((first, last)) = path.first().zip(path.last()) else {
        return false;
    };
    let reason = match first.text.as_str() {
        "families" | "replicates" | "seed" | "horizon_weeks" => {
            "all points of a study share families, random numbers and follow-up"
        }
        "name" | "title" | "question" | "reference" | "study" | "uncertainty" => {
            "it changes nothing that is simulated"
        }
        "arm" if path.len() < 3 => "a path goes on to a field of the arm: arm.home.visit_minutes",
        "arm" if path.len() == 3 && last.text == "programme" => {
            "compare whole programmes as arms of their own"
        }
        "arm" if ["name", "reason", "resolved_from"].contains(&last.text.as_str()) => {
            "it changes nothing that is simulated"
        }
        _ => return true,
    };
    problems.push(Diagnostic::error(
        Problem::Contradiction,
        &last.place,
        format!("{} cannot be varied", quoted(&last.text)),
        reason,
    ));
    false
}

/// The field that a path ends at, if it is one with a type of its own.
pub(super) fn field_of(path: &[Segment]) -> Option<&'static Field> {
    let last = &path.last()?.text;
    match (path.first()?.text.as_str(), path.len()) {
        ("arm", 3 | 4) => PROGRAMME.field(last).or_else(|| ARM.field(last)),
        ("population", 2) => POPULATION.field(last),
        (first, 1) => SCENARIO.field(first),
        _ => None,
    }
}
