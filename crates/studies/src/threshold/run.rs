//! Carries out a search for thresholds.

use homeground_core::evidence;
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::ThresholdPlan;

use super::confirmation::{Confirmation, confirm};
use super::difference::Difference;
use super::reversal::{ReversalSearch, Reversals, Side};
use super::simulation::Simulation;
use super::{
    LINE_HEADER, LINES, PAIR_HEADER, PAIRS, PROFILES, ProfileRow, THRESHOLDS, ThresholdRow, planes,
};
use crate::context::{StudyContext, StudyError};
use crate::findings::{Findings, Table};
use crate::varied_input::VariedInput;

/// Carries out a search for thresholds.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut StudyContext<'_>, plan: &ThresholdPlan) -> Result<Findings, StudyError> {
    let inputs = VariedInput::of_plan(study.scenario, plan);
    let outcome = study.outcome()?;
    let mut simulation = Simulation::new(study, &inputs, outcome)?;
    let reversals = search(&mut simulation, plan.grid)?;
    let order = ranking(&reversals);
    let confirmations = confirm(&mut simulation, &reversals)?;
    let mut rows = Vec::new();
    for (rank, &input) in order.iter().enumerate() {
        for above in [false, true] {
            let both = confirmations.iter().find(|one| one.input == input && one.above == above);
            let found = (&inputs[input], &reversals[input]);
            rows.push(row(rank as u32 + 1, found, above, both));
        }
    }
    let profiles: Vec<ProfileRow> =
        order.iter().flat_map(|&input| profile(&inputs[input], &reversals[input])).collect();
    let pairs = planes::pairs(&order, plan.planes as usize);
    let planes = planes::map(&mut simulation, &pairs)?;
    let mut facts = serde_json::Map::new();
    if let Some(found) = reversals.first() {
        let start = found.at_default;
        facts.insert(
            "start".to_owned(),
            serde_json::json!({
                "estimate": start.mean,
                "mc_se": start.error,
                "lower": start.lower(),
                "upper": start.upper(),
            }),
        );
    }
    facts.insert("moved".to_owned(), inputs.len().into());
    facts.insert("grid".to_owned(), plan.grid.into());
    Ok(Findings {
        tables: vec![
            Table::new(THRESHOLDS, &rows).map_err(StudyError::Table)?,
            Table::new(PROFILES, &profiles).map_err(StudyError::Table)?,
            Table::new(PAIRS, &planes.points).map_err(StudyError::Table)?.or_header(PAIR_HEADER),
            Table::new(LINES, &planes.lines).map_err(StudyError::Table)?.or_header(LINE_HEADER),
        ],
        facts,
        points: simulation.points,
        warnings: Vec::new(),
    })
}

/// Where the order of two arms turns along each of some inputs; no confirmation, no planes.
/// For a list of assumptions.
///
/// # Errors
/// [`StudyError`].
pub fn distances(
    study: &mut StudyContext<'_>,
    inputs: &[VariedInput],
    outcome: Key,
    grid: u32,
) -> Result<Vec<Reversals>, StudyError> {
    search(&mut Simulation::new(study, inputs, outcome)?, grid)
}

/// Searches along all inputs side by side.
fn search(simulation: &mut Simulation<'_, '_>, grid: u32) -> Result<Vec<Reversals>, StudyError> {
    let inputs = simulation.inputs;
    // All start from the same place, which is simulated once.
    let start = simulation.start()?;
    let mut searches = Vec::new();
    let mut seen = Vec::new();
    for input in inputs {
        let mut search = ReversalSearch::new(input.range, grid);
        search.take(input.range.default, &start);
        searches.push(search);
        seen.push(vec![input.range.default]);
    }
    for round in 1u32.. {
        let mut wanted = Vec::new();
        for (input, search) in searches.iter_mut().enumerate() {
            for value in search.wanted() {
                let value = inputs[input].possible(value);
                if !seen[input].contains(&value) {
                    seen[input].push(value);
                    wanted.push(vec![(input, value)]);
                }
            }
        }
        if wanted.is_empty() {
            break;
        }
        let found = simulation.differences(&format!("search {round}"), 0, &wanted)?;
        for (&(input, value), differences) in wanted.iter().flatten().zip(found) {
            searches[input].take(value, &differences);
        }
    }
    // Every search has its start, so every one has a result.
    Ok(searches.iter().filter_map(ReversalSearch::result).collect())
}

/// Inputs by how soon they turn the order; those that do not by how near they come.
fn ranking(reversals: &[Reversals]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..reversals.len()).collect();
    let key = |input: &usize| {
        let found = &reversals[*input];
        let soonest = found.nearest().map_or(f64::INFINITY, |(share, _)| share);
        (soonest, least_left(found))
    };
    order.sort_by(|first, second| {
        let (first, second) = (key(first), key(second));
        first.0.total_cmp(&second.0).then(first.1.total_cmp(&second.1))
    });
    order
}

/// The part of the difference at the start that is left where least is left.
fn least_left(found: &Reversals) -> f64 {
    let start = found.at_default.mean;
    if start == 0.0 {
        return f64::INFINITY;
    }
    let parts = found.profile.iter().map(|point| point.mean / start);
    parts.fold(f64::INFINITY, f64::min)
}

fn row(
    rank: u32,
    (input, found): (&VariedInput, &Reversals),
    above: bool,
    confirmation: Option<&Confirmation>,
) -> ThresholdRow {
    let side = if above { found.above } else { found.below };
    let range = found.range;
    let (finding, threshold, interval) = match side {
        Side::NoRange => ("no_room", None, (None, None)),
        Side::Holds => ("holds", None, (None, None)),
        Side::StaysUnclear => ("unclear", None, (None, None)),
        Side::Fades { from } => ("fades", Some(from), (None, None)),
        Side::Settles { value, .. } => ("settles", Some(value), (None, None)),
        Side::Turns { value, near, far } if above => ("turns", Some(value), (Some(near), far)),
        Side::Turns { value, near, far } => ("turns", Some(value), (far, Some(near))),
    };
    let grade = evidence::find(evidence::parameters(), &input.name);
    let difference = |take: fn(&Confirmation) -> Difference| confirmation.map(take);
    let (before, after) = (difference(|both| both.before), difference(|both| both.after));
    ThresholdRow {
        rank,
        parameter: input.name.clone(),
        unit: input.unit.clone(),
        grade: grade.map_or(String::new(), |row| row.grade.letter().to_owned()),
        start: range.default,
        low: range.low,
        high: range.high,
        side: if above { "above" } else { "below" }.to_owned(),
        finding: finding.to_owned(),
        threshold,
        threshold_lower: interval.0,
        threshold_upper: interval.1,
        distance: threshold.map(|value| value - range.default),
        share_of_range: threshold.map(|value| range.share_from_default(value)),
        before_value: before.map(|one| one.value),
        before: before.map(|one| one.mean),
        before_lower: before.map(|one| one.lower()),
        before_upper: before.map(|one| one.upper()),
        after_value: after.map(|one| one.value),
        after: after.map(|one| one.mean),
        after_lower: after.map(|one| one.lower()),
        after_upper: after.map(|one| one.upper()),
        confirmed: confirmation.map_or("", |both| both.confirmed).to_owned(),
    }
}

fn profile(input: &VariedInput, found: &Reversals) -> Vec<ProfileRow> {
    let rows = found.profile.iter().map(|point| ProfileRow {
        parameter: input.name.clone(),
        value: point.value,
        share: found.range.share(point.value),
        estimate: point.mean,
        mc_se: point.error,
        lower: point.lower(),
        upper: point.upper(),
    });
    rows.collect()
}
