//! Carries out a switch study.

use super::ablation::Ablation;
use super::{ConclusionStatus, SWITCH, SWITCH_CONTRASTS, SwitchContrastRow, SwitchRow, sets};
use crate::context::{StudyContext, StudyError};
use crate::findings::{Findings, Table};
use crate::interval::Mean;
use crate::point::{Point, central_parameters};
use homeground_core::evidence::{Outcome, Unit};
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::SwitchPlan;

/// Carries out a switch study.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut StudyContext<'_>, plan: &SwitchPlan) -> Result<Findings, StudyError> {
    let base = study.scenario;
    let arms = study.described()?.arms.clone();
    let asked = study.outcome()?;
    let sets = sets(&plan.switches, plan.pairs);
    let ablations: Vec<Ablation> =
        sets.iter().map(|keys| Ablation::new(keys)).collect::<Result<_, _>>().map_err(|error| {
            StudyError::Impossible { point: in_words(&sets), reason: error.to_string() }
        })?;
    let parameters = central_parameters(base);
    let mut outcomes = vec![asked];
    for (outcome, unit) in [
        (Outcome::Placed, Unit::Family),
        (Outcome::Completed, Unit::Started),
        (Outcome::Completed, Unit::Offered),
    ] {
        let key = Key { outcome, unit, week: base.horizon_weeks };
        if !outcomes.contains(&key) {
            outcomes.push(key);
        }
    }
    let answers = study.evaluate("switches", &outcomes, sets.len(), &|index| {
        let mut point = Point::new(base, &arms, &parameters)?;
        for arm in &mut point.arms {
            ablations[index].apply(&mut arm.design);
        }
        Ok(point)
    })?;
    let names: Vec<&str> = arms.iter().map(|arm| base.arms[*arm].name.as_str()).collect();
    let reference = arms.iter().position(|arm| *arm == base.reference).unwrap_or(0);
    let mut rows = Vec::new();
    let mut contrasts = Vec::new();
    for (point, keys) in sets.iter().enumerate() {
        let key_of = |place: usize| keys.get(place).map(|key| key.to_string()).unwrap_or_default();
        for (arm, name) in names.iter().enumerate() {
            for (place, key) in outcomes.iter().enumerate() {
                let mean = Mean::of(answers.replicates(point, arm, place));
                rows.push(SwitchRow {
                    first: key_of(0),
                    second: key_of(1),
                    arm: name.to_string(),
                    outcome: key.outcome.to_string(),
                    unit: key.unit.to_string(),
                    week: key.week,
                    estimate: mean.estimate,
                    mc_se: mean.mc_se,
                    lower: mean.lower,
                    upper: mean.upper,
                });
                if arm == reference {
                    continue;
                }
                let on = Mean::of(&answers.differences(0, (arm, reference), place));
                let mean = Mean::of(&answers.differences(point, (arm, reference), place));
                contrasts.push(SwitchContrastRow {
                    first: key_of(0),
                    second: key_of(1),
                    arm: name.to_string(),
                    reference: names[reference].to_owned(),
                    outcome: key.outcome.to_string(),
                    unit: key.unit.to_string(),
                    week: key.week,
                    estimate: mean.estimate,
                    mc_se: mean.mc_se,
                    lower: mean.lower,
                    upper: mean.upper,
                    status: ConclusionStatus::of(&on, &mean)
                        .map_or("", ConclusionStatus::word)
                        .to_owned(),
                });
            }
        }
    }
    let mut facts = serde_json::Map::new();
    facts.insert("switches".to_owned(), serde_json::json!(plan.switches));
    facts.insert("pairs".to_owned(), serde_json::json!(plan.pairs));
    Ok(Findings {
        tables: vec![
            Table::new(SWITCH, &rows).map_err(StudyError::Table)?,
            Table::new(SWITCH_CONTRASTS, &contrasts).map_err(StudyError::Table)?,
        ],
        facts,
        points: sets.len() as u64,
        warnings: Vec::new(),
    })
}

fn in_words(sets: &[Vec<&str>]) -> String {
    let sets: Vec<String> = sets.iter().map(|keys| keys.join(" and ")).collect();
    sets.join(", ")
}
