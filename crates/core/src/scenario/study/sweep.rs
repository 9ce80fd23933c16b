//! What a sweep is told: one or two fields with their values.

use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};

use super::input::PlanInput;
use super::paths::Targets;
use super::types::SweepPlan;
use super::vary;

/// Points at most: more cannot be looked at in any figure.
const MOST_POINTS: usize = 10_000;

pub(super) fn build(input: &PlanInput<'_>, problems: &mut Problems) -> Option<SweepPlan> {
    let vary = vary::build(input, Targets::StudiedArms, problems)?;
    let place = input.reader.place("vary").unwrap_or(&input.node.place);
    if vary.is_empty() || vary.len() > 2 {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                place,
                "a sweep varies one field, or two",
                format!("varies {}", vary.len()),
            )
            .help("for example [study.vary] with attend_burden = { from = 0.0, to = 2.0, steps = 9 }, or --vary attend_burden=0..2/9")
            .help("for more fields at once use the kind \"design\""),
        );
        return None;
    }
    let points: usize = vary.iter().map(|field| field.levels.len()).product();
    if points > MOST_POINTS {
        problems.push(Diagnostic::error(
            Problem::Value,
            place,
            format!("{points} points are too many"),
            format!("at most {MOST_POINTS}"),
        ));
        return None;
    }
    Some(SweepPlan { vary })
}
