//! Carries out a design study: its points, effects and ranking.

use homeground_core::evidence::{Outcome, Unit};
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::{DesignPlan, Setting};
use serde_json::json;

use crate::answers::Answers;
use crate::context::{StudyContext, StudyError};
use crate::design::effect_rows::{effect_rows, effects, explained};
use crate::design::points::{designs, field_facts, points_table, runs_table, selection_facts};
use crate::design::ranking::ranking;
use crate::design::{DesignRow, EFFECTS, OUTCOMES, RANKING};
use crate::findings::{Findings, Table};
use crate::interval::Mean;
use crate::point::Point;

/// Carries out a design study.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut StudyContext<'_>, plan: &DesignPlan) -> Result<Findings, StudyError> {
    let base = study.scenario;
    let arms = study.described()?.arms.clone();
    let asked = study.outcome()?;
    let designs = designs(plan, base.seed);
    let settings: Vec<Vec<Setting>> =
        designs.levels.iter().map(|levels| plan.vary.iter().zip(levels).collect()).collect();
    let scenarios = study.variations(&settings)?;
    let outcomes = outcomes(base.horizon_weeks, asked, plan.cost);
    let answers = study.evaluate("designs", &outcomes, scenarios.len(), &|index| {
        Point::of_variation(&scenarios[index], base, &arms)
    })?;
    let reference = study.evaluate("reference", &outcomes, 1, &|_| {
        Point::of_variation(base, base, &[base.reference])
    })?;
    let mut warnings = Vec::new();
    let effects = effects(plan, &designs, &mut warnings);
    let cost_place = outcomes
        .iter()
        .position(|key| key.outcome == plan.cost && key.unit == Unit::Family)
        .unwrap_or(0);
    let ranking = ranking(&answers, cost_place, asked, plan, base.seed);
    let mut facts = serde_json::Map::new();
    facts.insert("fields".to_owned(), plan.vary.iter().map(field_facts).collect());
    facts.insert("cost".to_owned(), json!(plan.cost));
    facts.insert("cost_limit".to_owned(), json!(plan.cost_limit));
    facts.insert("selection".to_owned(), selection_facts(plan, &designs));
    facts.insert("explained".to_owned(), explained(&answers, effects.as_ref()));
    let mut tables = vec![
        runs_table(plan, &designs, &answers)?,
        points_table(plan, &designs)?,
        table(OUTCOMES, &outcome_rows(&answers, &reference))?,
        table(RANKING, &ranking)?,
    ];
    if let Some(effects) = &effects {
        let rows = effect_rows(plan, &designs, effects, &answers);
        tables.push(table(EFFECTS, &rows)?);
    }
    Ok(Findings { tables, facts, points: scenarios.len() as u64 + 1, warnings })
}

fn table<Row: serde::Serialize>(file: &'static str, rows: &[Row]) -> Result<Table, StudyError> {
    Table::new(file, rows).map_err(StudyError::Table)
}

/// The outcome that is asked about, placement, completion, uptake, and costs.
fn outcomes(horizon: u32, asked: Key, cost: Outcome) -> Vec<Key> {
    let mut outcomes = vec![asked];
    for (outcome, unit, week) in [
        (Outcome::Placed, Unit::Family, horizon),
        (Outcome::Completed, Unit::Started, horizon),
        (Outcome::Completed, Unit::Offered, horizon),
        (Outcome::Uptake, Unit::Offered, 0),
        (Outcome::CostNok, Unit::Family, horizon),
        (Outcome::HelperHours, Unit::Family, horizon),
        (cost, Unit::Family, horizon),
    ] {
        let key = Key { outcome, unit, week };
        if !outcomes.contains(&key) {
            outcomes.push(key);
        }
    }
    outcomes
}

fn outcome_rows(answers: &Answers, reference: &Answers) -> Vec<DesignRow> {
    let row = |point: u32, key: &Key, values: &[f64]| {
        let mean = Mean::of(values);
        DesignRow {
            point,
            outcome: key.outcome.to_string(),
            unit: key.unit.to_string(),
            week: key.week,
            estimate: mean.estimate,
            mc_se: mean.mc_se,
            lower: mean.lower,
            upper: mean.upper,
        }
    };
    let mut rows = Vec::new();
    for (place, key) in reference.outcomes.iter().enumerate() {
        rows.push(row(0, key, reference.replicates(0, 0, place)));
    }
    for point in 0..answers.shape.points {
        for (place, key) in answers.outcomes.iter().enumerate() {
            rows.push(row(point as u32 + 1, key, answers.replicates(point, 0, place)));
        }
    }
    rows
}
