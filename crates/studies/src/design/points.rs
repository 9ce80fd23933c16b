//! The designs that a plan asks for, and the tables that name them.

use homeground_core::scenario::study::{DesignPlan, Level, Selection, Vary};
use serde_json::{Value, json};

use crate::answers::Answers;
use crate::context::StudyError;
use crate::design::factorial::Setting;
use crate::design::fraction::Fraction;
use crate::design::{POINTS, RUNS};
use crate::findings::Table;
use crate::grid::grid;
use crate::latin_hypercube::latin_hypercube;

/// The designs of a plan: where each field stands, and the value that it has there.
pub(super) struct Designs {
    /// Where each field stands in each design.
    pub(super) settings: Vec<Vec<Setting>>,
    /// The value of each field in each design.
    pub(super) levels: Vec<Vec<Level>>,
    /// The fraction of all combinations that they are, if they are one.
    pub(super) fraction: Option<Fraction>,
}

/// The designs of a plan.
pub(super) fn designs(plan: &DesignPlan, seed: u64) -> Designs {
    let by_level = |points: Vec<Vec<usize>>, fraction: Option<Fraction>| Designs {
        settings: points
            .iter()
            .map(|point| point.iter().map(|level| Setting::Level(*level)).collect())
            .collect(),
        levels: points
            .iter()
            .map(|point| {
                plan.vary
                    .iter()
                    .zip(point)
                    .map(|(field, level)| field.levels[*level].clone())
                    .collect()
            })
            .collect(),
        fraction,
    };
    match plan.selection {
        Selection::Full => {
            let levels: Vec<usize> = plan.vary.iter().map(|field| field.levels.len()).collect();
            by_level(grid(&levels), None)
        }
        Selection::Fraction { resolution } => {
            let fraction = Fraction::new(plan.vary.len(), resolution);
            by_level(fraction.runs(), Some(fraction))
        }
        Selection::LatinHypercube { runs } => {
            let points = latin_hypercube(plan.vary.len(), runs as usize, seed);
            let placed: Vec<Vec<(Setting, Level)>> = points
                .iter()
                .map(|point| {
                    plan.vary
                        .iter()
                        .zip(point)
                        .map(|(field, share)| between(field, *share))
                        .collect()
                })
                .collect();
            Designs {
                settings: placed
                    .iter()
                    .map(|point| point.iter().map(|(setting, _)| *setting).collect())
                    .collect(),
                levels: placed
                    .into_iter()
                    .map(|point| point.into_iter().map(|(_, level)| level).collect())
                    .collect(),
                fraction: None,
            }
        }
    }
}

/// A place between the ends of a field, and the value there; whole numbers are
/// rounded, and stand where the rounded value is.
fn between(field: &Vary, share: f64) -> (Setting, Level) {
    let end = |level: Option<&Level>| level.and_then(|level| level.number).unwrap_or(0.0);
    let (from, to) = (end(field.levels.first()), end(field.levels.last()));
    let level = Level::of_number(from + (to - from) * share, field.whole);
    let value = level.number.unwrap_or(from);
    (Setting::At(2.0 * (value - from) / (to - from) - 1.0), level)
}

/// Value of a level for a table: a number where it is one.
fn cell(level: &Level) -> Value {
    if let Ok(whole) = level.label.parse::<i64>() {
        return json!(whole);
    }
    level.number.map_or_else(|| json!(level.label), |number| json!(number))
}

pub(super) fn points_table(plan: &DesignPlan, designs: &Designs) -> Result<Table, StudyError> {
    let mut headings = vec!["point".to_owned()];
    headings.extend(plan.vary.iter().map(|field| field.path.clone()));
    let rows: Vec<Vec<Value>> = designs
        .levels
        .iter()
        .enumerate()
        .map(|(point, levels)| {
            std::iter::once(json!(point + 1)).chain(levels.iter().map(cell)).collect()
        })
        .collect();
    Table::of_columns(POINTS, &headings, &rows).map_err(StudyError::Table)
}

/// All that a regression needs: one row for each design and replicate.
pub(super) fn runs_table(
    plan: &DesignPlan,
    designs: &Designs,
    answers: &Answers,
) -> Result<Table, StudyError> {
    let mut headings = vec!["point".to_owned(), "replicate".to_owned()];
    headings.extend(plan.vary.iter().map(|field| field.path.clone()));
    headings.extend(
        answers.outcomes.iter().map(|key| format!("{}.{}.{}", key.outcome, key.unit, key.week)),
    );
    let mut rows = Vec::new();
    for (point, levels) in designs.levels.iter().enumerate() {
        for replicate in 0..answers.shape.replicates {
            let outcomes = (0..answers.outcomes.len()).map(|place| {
                let value = answers.replicates(point, 0, place)[replicate];
                if value.is_finite() { json!(value) } else { Value::Null }
            });
            let start = [json!(point + 1), json!(replicate + 1)];
            rows.push(start.into_iter().chain(levels.iter().map(cell)).chain(outcomes).collect());
        }
    }
    Table::of_columns(RUNS, &headings, &rows).map_err(StudyError::Table)
}

pub(super) fn field_facts(field: &Vary) -> Value {
    let levels: Vec<&str> = field.levels.iter().map(|level| level.label.as_str()).collect();
    json!({ "path": field.path, "levels": levels, "between": field.between })
}

pub(super) fn selection_facts(plan: &DesignPlan, designs: &Designs) -> Value {
    match (plan.selection, &designs.fraction) {
        (Selection::Fraction { .. }, Some(fraction)) => {
            let names = |word: u32| -> Vec<&str> {
                let fields =
                    plan.vary.iter().enumerate().filter(|(field, _)| word >> field & 1 == 1);
                fields.map(|(_, field)| field.path.as_str()).collect()
            };
            let words: Vec<Vec<&str>> = fraction.words.iter().map(|word| names(*word)).collect();
            json!({
                "kind": "fraction",
                "runs": fraction.runs().len(),
                "all": 1u64 << plan.vary.len(),
                "resolution": fraction.resolution(),
                "defining_words": words,
            })
        }
        (Selection::LatinHypercube { runs }, _) => {
            json!({ "kind": "latin_hypercube", "runs": runs })
        }
        _ => json!({ "kind": "full", "runs": designs.levels.len() }),
    }
}
