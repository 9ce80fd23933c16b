//! What a design study is told: the fields of a programme with their levels, and which
//! combinations of them are simulated.

use crate::evidence::Outcome;
use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};

use super::input::PlanInput;
use super::paths::Targets;
use super::types::{DesignPlan, MOST_FIELDS, Selection};
use super::vary;

/// Points at most.
const MOST_POINTS: usize = 4096;

pub(super) fn build(input: &PlanInput<'_>, problems: &mut Problems) -> Option<DesignPlan> {
    let reader = input.reader;
    let vary = vary::build(input, Targets::FirstArm, problems)?;
    let place = reader.place("vary").unwrap_or(&input.node.place);
    if vary.len() < 2 || vary.len() > MOST_FIELDS {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                place,
                format!("a design varies two fields or more, at most {MOST_FIELDS}"),
                format!("varies {}", vary.len()),
            )
            .help("for example [study.vary] with arena = [\"home\", \"office\"] and visits_per_week = [0.5, 1.0]")
            .help("for one field use the kind \"sweep\""),
        );
        return None;
    }
    let selection = match reader.text("selection")?.as_str() {
        "fraction" => Selection::Fraction { resolution: reader.whole("resolution")? },
        "latin_hypercube" => Selection::LatinHypercube {
            runs: match reader.has("runs") {
                true => reader.whole("runs")?,
                // A rule of thumb of computer experiments: ten for each field.
                false => 10 * vary.len() as u32,
            },
        },
        _ => Selection::Full,
    };
    report_unused(input, selection, problems);
    let errors = problems.error_count();
    match selection {
        Selection::Full => {
            let points =
                vary.iter().fold(1usize, |points, field| points.saturating_mul(field.levels.len()));
            if points > MOST_POINTS {
                problems.push(
                    Diagnostic::error(
                        Problem::Value,
                        place,
                        format!("{points} combinations are too many"),
                        format!("at most {MOST_POINTS}"),
                    )
                    .help("take fewer levels, or selection = \"fraction\" with two levels for each field"),
                );
            }
        }
        Selection::Fraction { .. } => {
            for field in vary.iter().filter(|field| field.levels.len() != 2) {
                problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        place,
                        format!(
                            "a fraction needs two levels for each field, but `{}` has {}",
                            field.path,
                            field.levels.len()
                        ),
                        "not two levels",
                    )
                    .help("take selection = \"full\", or two levels"),
                );
            }
        }
        Selection::LatinHypercube { .. } => {
            for field in vary.iter().filter(|field| !field.between) {
                problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        place,
                        format!(
                            "a Latin hypercube needs two ends for each field, but `{}` has a list",
                            field.path
                        ),
                        "not two numbers",
                    )
                    .help(format!(
                        "write {} = {{ from = ..., to = ... }}, on the command line {}=1..2",
                        field.path, field.path
                    )),
                );
            }
        }
    }
    if problems.error_count() > errors {
        return None;
    }
    Some(DesignPlan {
        vary,
        selection,
        cost: Outcome::from_word(&reader.text("cost")?)?,
        cost_limit: match reader.has("cost_limit") {
            true => Some(reader.number("cost_limit")?),
            false => None,
        },
    })
}

/// Fields that the chosen selection does not look at.
fn report_unused(input: &PlanInput<'_>, selection: Selection, problems: &mut Problems) {
    let unused = match selection {
        Selection::Full => &["resolution", "runs"][..],
        Selection::Fraction { .. } => &["runs"],
        Selection::LatinHypercube { .. } => &["resolution"],
    };
    for entry in unused.iter().filter_map(|key| input.reader.entry(key)) {
        problems.push(Diagnostic::warning(
            &entry.key_place,
            format!("`{}` has no effect with this selection", entry.key),
            match entry.key.as_str() {
                "runs" => "only for selection = \"latin_hypercube\"",
                _ => "only for selection = \"fraction\"",
            },
        ));
    }
}
