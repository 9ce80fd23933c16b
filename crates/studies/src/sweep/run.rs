//! Carries out a sweep.

use homeground_core::evidence::Outcome;
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::{Setting, SweepPlan};

use crate::answers::Answers;
use crate::context::{StudyContext, StudyError};
use crate::findings::{Findings, Table};
use crate::grid::grid;
use crate::interval::Mean;
use crate::point::Point;
use crate::sweep::{SWEEP, SWEEP_CONTRASTS, SweepContrastRow, SweepRow};

/// Carries out a sweep.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut StudyContext<'_>, plan: &SweepPlan) -> Result<Findings, StudyError> {
    let base = study.scenario;
    let arms = study.described()?.arms.clone();
    let asked = study.outcome()?;
    let levels: Vec<usize> = plan.vary.iter().map(|field| field.levels.len()).collect();
    let points = grid(&levels);
    let settings: Vec<Vec<Setting>> = points
        .iter()
        .map(|point| {
            let fields = plan.vary.iter().zip(point);
            fields.map(|(field, level)| (field, &field.levels[*level])).collect()
        })
        .collect();
    let scenarios = study.variations(&settings)?;
    let outcomes = all_outcomes(base.horizon_weeks, asked);
    let answers = study.evaluate("sweep", &outcomes, points.len(), &|index| {
        Point::of_variation(&scenarios[index], base, &arms)
    })?;
    let label = |point: usize, field: usize| -> String {
        let level =
            points[point].get(field).and_then(|level| plan.vary.get(field)?.levels.get(*level));
        level.map(|level| level.label.clone()).unwrap_or_default()
    };
    let names: Vec<&str> = arms.iter().map(|arm| base.arms[*arm].name.as_str()).collect();
    let reference = arms.iter().position(|arm| *arm == base.reference).unwrap_or(0);
    let rows = levels_rows(&answers, &names, &label);
    let contrasts = contrast_rows(&answers, &names, reference, &label);
    let fields: Vec<serde_json::Value> = plan
        .vary
        .iter()
        .map(|field| {
            let levels: Vec<&str> = field.levels.iter().map(|level| level.label.as_str()).collect();
            let numbers: Option<Vec<f64>> = field.levels.iter().map(|level| level.number).collect();
            serde_json::json!({ "path": field.path, "levels": levels, "numbers": numbers })
        })
        .collect();
    let mut facts = serde_json::Map::new();
    facts.insert("fields".to_owned(), fields.into());
    Ok(Findings {
        tables: vec![
            Table::new(SWEEP, &rows).map_err(StudyError::Table)?,
            Table::new(SWEEP_CONTRASTS, &contrasts).map_err(StudyError::Table)?,
        ],
        facts,
        points: points.len() as u64,
        warnings: Vec::new(),
    })
}

/// Every outcome at the end of follow-up, early alliance, and the one that is asked
/// about.
fn all_outcomes(horizon: u32, asked: Key) -> Vec<Key> {
    let mut outcomes = vec![asked];
    for &outcome in Outcome::ALL {
        let weeks = outcome.weeks(horizon);
        let week = match outcome {
            // At the end hardly anyone is left in the measure.
            Outcome::Alliance => weeks.first(),
            _ => weeks.last(),
        };
        for &unit in outcome.units() {
            let key = Key { outcome, unit, week: week.copied().unwrap_or(horizon) };
            if key != asked {
                outcomes.push(key);
            }
        }
    }
    outcomes
}

/// Replicate by replicate: the same families at both points.
fn moved(here: &[f64], first: &[f64]) -> Mean {
    let changes: Vec<f64> = here.iter().zip(first).map(|(here, first)| here - first).collect();
    Mean::of(&changes)
}

fn levels_rows(
    answers: &Answers,
    names: &[&str],
    label: &dyn Fn(usize, usize) -> String,
) -> Vec<SweepRow> {
    let mut rows = Vec::new();
    for point in 0..answers.shape.points {
        for (arm, name) in names.iter().enumerate() {
            for (place, key) in answers.outcomes.iter().enumerate() {
                let here = answers.replicates(point, arm, place);
                let mean = Mean::of(here);
                let change = moved(here, answers.replicates(0, arm, place));
                rows.push(SweepRow {
                    point: point as u32 + 1,
                    first: label(point, 0),
                    second: label(point, 1),
                    arm: name.to_string(),
                    outcome: key.outcome.to_string(),
                    unit: key.unit.to_string(),
                    week: key.week,
                    estimate: mean.estimate,
                    mc_se: mean.mc_se,
                    lower: mean.lower,
                    upper: mean.upper,
                    change: change.estimate,
                    change_lower: change.lower,
                    change_upper: change.upper,
                });
            }
        }
    }
    rows
}

fn contrast_rows(
    answers: &Answers,
    names: &[&str],
    reference: usize,
    label: &dyn Fn(usize, usize) -> String,
) -> Vec<SweepContrastRow> {
    let mut rows = Vec::new();
    for point in 0..answers.shape.points {
        for (arm, name) in names.iter().enumerate().filter(|(arm, _)| *arm != reference) {
            for (place, key) in answers.outcomes.iter().enumerate() {
                let here = answers.differences(point, (arm, reference), place);
                let mean = Mean::of(&here);
                let change = moved(&here, &answers.differences(0, (arm, reference), place));
                rows.push(SweepContrastRow {
                    point: point as u32 + 1,
                    first: label(point, 0),
                    second: label(point, 1),
                    arm: name.to_string(),
                    reference: names[reference].to_owned(),
                    outcome: key.outcome.to_string(),
                    unit: key.unit.to_string(),
                    week: key.week,
                    estimate: mean.estimate,
                    mc_se: mean.mc_se,
                    lower: mean.lower,
                    upper: mean.upper,
                    change: change.estimate,
                    change_lower: change.lower,
                    change_upper: change.upper,
                });
            }
        }
    }
    rows
}
