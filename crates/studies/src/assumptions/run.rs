//! Carries out a ledger of assumptions.

use super::*;
use crate::context::{StudyContext, StudyError};
use crate::findings::{Findings, Table};
use crate::sensitivity;
use crate::sensitivity::Sensitivity;
use crate::sensitivity::base_samples::BaseSamples;
use crate::threshold::distances;
use crate::threshold::reversal::{Reversals, Side};
use crate::uncertainty::decision::{Estimate, perfect_information};
use crate::uncertainty::information::{by_chance, partial_information};
use crate::uncertainty::noise;
use crate::varied_input::VariedInput;
use homeground_core::engine::threads;
use homeground_core::evidence::{self, Outcome, Unit};
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::AssumptionsPlan;
use nalgebra::DMatrix;

/// Deals that show what chance alone gives: the largest of 19 is exceeded in one case of
/// twenty.
const DEALS: u32 = 19;

/// Works the ledger out.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut StudyContext<'_>, plan: &AssumptionsPlan) -> Result<Findings, StudyError> {
    let outcome = study.outcome()?;
    let horizon = study.scenario.horizon_weeks;
    let cost = Key { outcome: Outcome::CostNok, unit: Unit::Family, week: horizon };
    let more: &[Key] = if plan.worth.is_some() { &[cost] } else { &[] };
    let found = sensitivity::analyse(study, &plan.sensitivity, more)?;
    let inputs: Vec<VariedInput> = plan
        .sensitivity
        .parameters
        .iter()
        .filter_map(|key| VariedInput::parameter(study.scenario, key))
        .collect();
    let turnings = distances(study, &inputs, outcome, plan.grid)?;
    let worth = worths(&found, plan, study.scenario.seed);
    let mut rows: Vec<AssumptionRow> = (0..inputs.len())
        .map(|place| row(place, &found, &inputs[place], &turnings[place], &worth))
        .collect();
    rank(&mut rows);
    let mut facts = serde_json::Map::new();
    if let Some(turning) = turnings.first() {
        let start = turning.at_default;
        facts.insert(
            "start".to_owned(),
            serde_json::json!({
                "estimate": start.mean, "lower": start.lower(), "upper": start.upper(),
            }),
        );
    }
    let variance = found.indices.first();
    let share = variance.and_then(|one| one.variance.parts.noise_share());
    facts.insert("noise_share".to_owned(), share.into());
    facts.insert("perfect_information".to_owned(), worth.total.map(|total| total.value).into());
    facts.insert("perfect_information_se".to_owned(), worth.total.map(|total| total.error).into());
    facts.insert("willingness_to_pay".to_owned(), plan.worth.map(|worth| worth.value).into());
    facts.insert("looked_at".to_owned(), found.chosen.len().into());
    facts.insert("samples".to_owned(), plan.sensitivity.samples.into());
    facts.insert("walks".to_owned(), plan.sensitivity.walks.into());
    let mut tables = vec![Table::new(ASSUMPTIONS, &rows).map_err(StudyError::Table)?];
    tables.extend(sensitivity::tables(&found).map_err(StudyError::Table)?);
    let searched: usize = turnings.iter().map(|turning| turning.profile.len() - 1).sum();
    Ok(Findings { tables, facts, points: found.points + searched as u64 + 1, warnings: Vec::new() })
}

/// What knowing each parameter that was looked at closely would be worth.
struct Worths {
    /// One for each, with whether it is above chance; empty where it is not known which
    /// way of the outcome is better.
    each: Vec<(Estimate, bool)>,
    /// What knowing all of them would be worth.
    total: Option<Estimate>,
}

fn worths(found: &Sensitivity, plan: &AssumptionsPlan, seed: u64) -> Worths {
    let nothing = Worths { each: Vec::new(), total: None };
    let Some(less_is_better) = plan.less_is_better else {
        return nothing;
    };
    if found.indices.first().is_none_or(|one| one.indices.is_err()) {
        return nothing;
    }
    let sign = if less_is_better { -1.0 } else { 1.0 };
    let answers = &found.answers;
    let places = independent(&found.samples);
    // What the first arm brings more than the second, replicate by replicate.
    let replicates: Vec<Vec<Vec<f64>>> = places
        .iter()
        .map(|point| {
            let effects = answers.differences(*point, (0, 1), 0);
            let benefit: Vec<f64> = match plan.worth {
                None => effects.iter().map(|effect| sign * effect).collect(),
                Some(worth) => {
                    let costs = answers.differences(*point, (0, 1), 1);
                    let pairs = effects.iter().zip(costs);
                    pairs.map(|(effect, cost)| sign * effect * worth.value - cost).collect()
                }
            };
            benefit.into_iter().filter(|value| value.is_finite()).map(|value| vec![value]).collect()
        })
        .collect();
    let noisy = DMatrix::from_fn(places.len(), 1, |row, _| {
        let values = &replicates[row];
        values.iter().map(|value| value[0]).sum::<f64>() / values.len().max(1) as f64
    });
    let clean = noise::of_means(&replicates).map(|found| noise::without(&noisy, &found));
    let two_arms = |one: &DMatrix<f64>| {
        DMatrix::from_fn(one.nrows(), 2, |row, arm| if arm == 0 { one[(row, 0)] } else { 0.0 })
    };
    let benefit = two_arms(&noisy);
    let columns: Vec<Vec<f64>> = (0..found.chosen.len())
        .map(|parameter| {
            let coordinate = |point: &usize| found.samples.point(*point)[parameter];
            places.iter().map(coordinate).collect()
        })
        .collect();
    let each = threads::map(columns.len(), |place| {
        let inputs: [&[f64]; 1] = [&columns[place]];
        let value = partial_information(&inputs, &benefit, seed);
        let chance = by_chance(&inputs, &benefit, DEALS, seed);
        let above = chance.last().is_none_or(|largest| value.value > *largest);
        (value, above)
    });
    Worths { each, total: clean.map(|clean| perfect_information(&two_arms(&clean))) }
}

/// The points of the samples A and B: independent draws from the ranges.
fn independent(samples: &BaseSamples) -> Vec<usize> {
    let width = samples.points_per_sample();
    (0..samples.samples()).flat_map(|sample| [sample * width, sample * width + width - 1]).collect()
}

fn row(
    place: usize,
    found: &Sensitivity,
    input: &VariedInput,
    turning: &Reversals,
    worth: &Worths,
) -> AssumptionRow {
    let known = evidence::find(evidence::parameters(), &input.name);
    let text = |read: fn(&evidence::Parameter) -> String| known.map(read).unwrap_or_default();
    let effects = found.effects.first().and_then(|effects| effects.get(place));
    let closer = found.chosen.iter().position(|chosen| *chosen == place);
    let index = closer.and_then(|closer| {
        let indices = found.indices.first()?.indices.as_ref().ok()?;
        indices.get(closer)
    });
    let information = closer.and_then(|closer| worth.each.get(closer));
    let (order, turn) = order(turning);
    AssumptionRow {
        rank: 0,
        parameter: input.name.clone(),
        meaning: text(|row| row.meaning.clone()),
        unit: input.unit.clone(),
        grade: text(|row| row.grade.to_string()),
        source: text(|row| row.source.clone()),
        start: input.range.default,
        low: input.range.low,
        high: input.range.high,
        taken_on: closer.is_some(),
        total: index.map(|index| index.total.value),
        total_lower: index.map(|index| index.total.interval.lower),
        total_upper: index.map(|index| index.total.interval.upper),
        first: index.map(|index| index.first.value),
        mu_star: effects.map(|effects| effects.mu_star.value),
        mu: effects.map(|effects| effects.mu.value),
        order: order.to_owned(),
        threshold: turn.map(|turn| turn.value),
        threshold_lower: turn.and_then(|turn| turn.lower),
        threshold_upper: turn.and_then(|turn| turn.upper),
        share_of_range: turn.map(|turn| turning.range.share_from_default(turn.value)),
        information: information.map(|(value, _)| value.value),
        information_se: information.map(|(value, _)| value.error),
        information_above_chance: information.map(|(_, above)| *above),
    }
}

/// Where the order turns, with the interval in the order of values.
#[derive(Clone, Copy)]
struct Turn {
    value: f64,
    lower: Option<f64>,
    upper: Option<f64>,
}

/// What happens to the order of the arms when a parameter moves alone.
fn order(turning: &Reversals) -> (&'static str, Option<Turn>) {
    let turns = [(false, turning.below), (true, turning.above)]
        .into_iter()
        .filter_map(|(above, side)| match side {
            Side::Turns { value, near, far } => Some(Turn {
                value,
                lower: if above { Some(near) } else { far },
                upper: if above { far } else { Some(near) },
            }),
            _ => None,
        })
        .min_by(|one, other| {
            let share = |turn: &Turn| turning.range.share_from_default(turn.value);
            share(one).total_cmp(&share(other))
        });
    let sides = [turning.below, turning.above];
    let unclear = |side: &Side| matches!(side, Side::StaysUnclear | Side::Settles { .. });
    let word = if turns.is_some() {
        "turns"
    } else if sides.iter().any(unclear) {
        "unclear"
    } else if sides.iter().any(|side| matches!(side, Side::Fades { .. })) {
        "fades"
    } else {
        "holds"
    };
    (word, turns)
}
