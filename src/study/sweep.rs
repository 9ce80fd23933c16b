//! `sweep`: one or two fields over values; every outcome of every arm, and every
//! contrast to the reference, at each point.

use serde::{Deserialize, Serialize};

/// A row of `sweep.csv`: one outcome of one arm at one point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweepRow {
    /// Number of the point, from 1; the first field changes slowest.
    pub point: u32,
    /// Value of the first field.
    pub first: String,
    /// Value of the second field; empty with one field.
    pub second: String,
    /// Name of the arm.
    pub arm: String,
    /// Name of the outcome.
    pub outcome: String,
    /// Of whom.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
    /// The estimate.
    pub estimate: Option<f64>,
    /// Its standard error over replicates.
    pub mc_se: Option<f64>,
    /// Lower end of the 95 % interval.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
    /// How far it has moved from the first point.
    pub change: Option<f64>,
    /// Lower end of the 95 % interval of that.
    pub change_lower: Option<f64>,
    /// Upper end.
    pub change_upper: Option<f64>,
}

/// A row of `sweep_contrasts.csv`: arm less reference, at one point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweepContrastRow {
    /// Number of the point, from 1.
    pub point: u32,
    /// Value of the first field.
    pub first: String,
    /// Value of the second field; empty with one field.
    pub second: String,
    /// Name of the arm.
    pub arm: String,
    /// Name of the reference.
    pub reference: String,
    /// Name of the outcome.
    pub outcome: String,
    /// Of whom.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
    /// The difference.
    pub estimate: Option<f64>,
    /// Its standard error over replicates.
    pub mc_se: Option<f64>,
    /// Lower end of the 95 % interval.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
    /// How far it has moved from the first point.
    pub change: Option<f64>,
    /// Lower end of the 95 % interval of that.
    pub change_lower: Option<f64>,
    /// Upper end.
    pub change_upper: Option<f64>,
}

/// File of [`SweepRow`]s.
pub const SWEEP: &str = "sweep.csv";
/// File of [`SweepContrastRow`]s.
pub const SWEEP_CONTRASTS: &str = "sweep_contrasts.csv";

/// Places of the levels at each point of a grid over fields with so many levels; the
/// first changes slowest.
pub fn grid(levels: &[usize]) -> Vec<Vec<usize>> {
    levels.iter().fold(vec![Vec::new()], |points, count| {
        points
            .into_iter()
            .flat_map(|point| {
                (0..*count).map(move |level| {
                    let mut point = point.clone();
                    point.push(level);
                    point
                })
            })
            .collect()
    })
}

#[cfg(feature = "app")]
pub use app::run;

#[cfg(feature = "app")]
mod app {
    use super::*;
    use crate::evidence::Outcome;
    use crate::outcomes::estimates::Key;
    use crate::scenario::study::{Setting, SweepPlan, Variations};
    use crate::study::answers::Answers;
    use crate::study::findings::{Findings, Table};
    use crate::study::interval::Mean;
    use crate::study::point::Point;
    use crate::study::run::{Study, StudyError};

    /// Carries out a sweep.
    ///
    /// # Errors
    /// [`StudyError`].
    pub fn run(study: &mut Study<'_>, plan: &SweepPlan) -> Result<Findings, StudyError> {
        let base = study.scenario;
        let arms = study.described()?.arms.clone();
        let asked = study.outcome()?;
        let levels: Vec<usize> = plan.vary.iter().map(|field| field.levels.len()).collect();
        let points = grid(&levels);
        let variations = Variations::new(base, study.programmes);
        let mut scenarios = Vec::with_capacity(points.len());
        for point in &points {
            let settings: Vec<Setting> = plan
                .vary
                .iter()
                .zip(point)
                .map(|(field, level)| (field, &field.levels[*level]))
                .collect();
            scenarios.push(variations.scenario(&settings).map_err(|error| {
                let told = settings
                    .iter()
                    .map(|(field, level)| format!("{} = {}", field.path, level.label));
                StudyError::Impossible {
                    point: told.collect::<Vec<_>>().join(", "),
                    reason: error.to_string(),
                }
            })?);
        }
        let outcomes = all_outcomes(base.horizon_weeks, asked);
        let answers = study.evaluate("sweep", &outcomes, points.len(), &|index| {
            Point::of_variation(&scenarios[index], base, &arms)
        })?;
        let label = |point: usize, field: usize| -> String {
            let level = points[point]
                .get(field)
                .and_then(|level| plan.vary.get(field)?.levels.get(*level));
            level.map(|level| level.label.clone()).unwrap_or_default()
        };
        let names: Vec<&str> = arms
            .iter()
            .map(|arm| base.arms[*arm].name.as_str())
            .collect();
        let reference = arms
            .iter()
            .position(|arm| *arm == base.reference)
            .unwrap_or(0);
        let rows = levels_rows(&answers, &names, &label);
        let contrasts = contrast_rows(&answers, &names, reference, &label);
        let fields: Vec<serde_json::Value> = plan
            .vary
            .iter()
            .map(|field| {
                let levels: Vec<&str> = field
                    .levels
                    .iter()
                    .map(|level| level.label.as_str())
                    .collect();
                let numbers: Option<Vec<f64>> =
                    field.levels.iter().map(|level| level.number).collect();
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
                let key = Key {
                    outcome,
                    unit,
                    week: week.copied().unwrap_or(horizon),
                };
                if key != asked {
                    outcomes.push(key);
                }
            }
        }
        outcomes
    }

    /// Replicate by replicate: the same families at both points.
    fn moved(here: &[f64], first: &[f64]) -> Mean {
        let changes: Vec<f64> = here
            .iter()
            .zip(first)
            .map(|(here, first)| here - first)
            .collect();
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
            for (arm, name) in names
                .iter()
                .enumerate()
                .filter(|(arm, _)| *arm != reference)
            {
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
}

#[cfg(test)]
mod tests {
    use super::grid;

    #[test]
    fn the_first_field_of_a_grid_changes_slowest() {
        let points = grid(&[2, 3]);
        assert_eq!(points.len(), 6);
        assert_eq!(points[0], [0, 0]);
        assert_eq!(points[2], [0, 2]);
        assert_eq!(points[3], [1, 0]);
    }
}
