//! A sensitivity study from its points to its tables.

use crate::answers::Answers;
use crate::context::{StudyContext, StudyError};
use crate::findings::{Findings, Table};
use crate::point::{Point, central_parameters};
use crate::ranges::Varied;
use crate::sensitivity::base_samples::BaseSamples;
use crate::sensitivity::evaluations::{index_evaluations, screening_evaluations};
use crate::sensitivity::indices::{SobolIndices, sobol_indices};
use crate::sensitivity::rows::{
    INDICES, IndexRow, Response, SCREENING, ScreeningRow, VARIANCE, VarianceRow,
};
use crate::sensitivity::screening::{ElementaryEffects, elementary_effects};
use crate::sensitivity::trajectories::Trajectories;
use crate::sensitivity::{RESAMPLES, ranks, selected, triple};
use crate::split_halves::Halved;
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::Scenario;
use homeground_core::scenario::study::SensitivityPlan;

/// What a sensitivity study has found.
pub struct Sensitivity {
    /// The outcome in each arm, and the difference.
    pub responses: Vec<Response>,
    /// Parameters that were screened.
    pub screened: Vec<Varied>,
    /// Effects on each response that has any; empty for one that stays the same.
    pub effects: Vec<Vec<ElementaryEffects>>,
    /// Those of the screened that were looked at closely.
    pub chosen: Vec<usize>,
    /// Indices of each response.
    pub indices: Vec<SobolIndices>,
    /// The points behind the indices.
    pub samples: BaseSamples,
    /// The outcome, and what else was asked for, at those points.
    pub answers: Answers,
    /// Tables of all points.
    pub evaluations: Vec<Table>,
    /// Number of all points.
    pub points: u64,
}

/// Carries out a sensitivity study.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut StudyContext<'_>, plan: &SensitivityPlan) -> Result<Findings, StudyError> {
    let found = analyse(study, plan, &[])?;
    let mut facts = serde_json::Map::new();
    facts.insert("screened".to_owned(), found.screened.len().into());
    facts.insert("walks".to_owned(), plan.walks.into());
    facts.insert("samples".to_owned(), plan.samples.into());
    facts.insert("spread".to_owned(), plan.spread.word().into());
    let mut tables = tables(&found).map_err(StudyError::Table)?;
    tables.extend(found.evaluations);
    Ok(Findings { tables, facts, points: found.points, warnings: Vec::new() })
}

/// Simulates all points and works out effects and indices. `more` are outcomes that are
/// counted beside the one that is asked about, at the points behind the indices.
///
/// # Errors
/// [`StudyError`].
pub fn analyse(
    study: &mut StudyContext<'_>,
    plan: &SensitivityPlan,
    more: &[Key],
) -> Result<Sensitivity, StudyError> {
    let scenario = study.scenario;
    let arms = study.described()?.arms.clone();
    let outcome = study.outcome()?;
    let responses = responses(scenario, &arms);
    let keys = plan.parameters.iter().map(String::as_str);
    let screened = Varied::named(scenario, keys, plan.spread).map_err(impossible)?;
    let seed = scenario.seed;
    let design = Trajectories::new(screened.len(), plan.walks as usize, seed);
    let answers = study.evaluate("screening", &[outcome], design.points(), &|index| {
        point(scenario, &arms, &screened, &design.point(index))
    })?;
    let outcomes = halved(&answers);
    let effects: Vec<Vec<ElementaryEffects>> = outcomes
        .iter()
        .map(|outcomes| elementary_effects(&design, outcomes, RESAMPLES, seed).unwrap_or_default())
        .collect();
    let first_table = screening_evaluations(&design, &screened, &responses, &outcomes);
    let chosen = selected(&effects, screened.len(), plan.top as usize);
    let varied: Vec<Varied> = chosen.iter().map(|place| screened[*place].clone()).collect();
    let samples =
        BaseSamples::new(varied.len(), plan.samples as usize, seed).map_err(impossible)?;
    let asked: Vec<Key> = [outcome].iter().chain(more).copied().collect();
    let answers = study.evaluate("indices", &asked, samples.points(), &|index| {
        point(scenario, &arms, &varied, &samples.point(index))
    })?;
    let outcomes = halved(&answers);
    let indices = outcomes
        .iter()
        .map(|outcomes| sobol_indices(&samples, outcomes, RESAMPLES, seed))
        .collect();
    let second_table = index_evaluations(&samples, &varied, &responses, &outcomes);
    let points = (design.points() + samples.points()) as u64;
    Ok(Sensitivity {
        responses,
        screened,
        effects,
        chosen,
        indices,
        samples,
        answers,
        evaluations: vec![first_table, second_table],
        points,
    })
}

fn impossible(error: impl std::error::Error) -> StudyError {
    StudyError::Impossible { point: "parameters".to_owned(), reason: error.to_string() }
}

/// The arms one by one, and the first less the second.
fn responses(scenario: &Scenario, arms: &[usize]) -> Vec<Response> {
    let name = |place: usize| {
        arms.get(place).map_or_else(String::new, |arm| scenario.arms[*arm].name.clone())
    };
    let alone = |place: usize| Response { arm: name(place), reference: String::new() };
    vec![Response { arm: name(0), reference: name(1) }, alone(0), alone(1)]
}

/// A point where parameters are set to coordinates of the unit cube.
fn point(
    scenario: &Scenario,
    arms: &[usize],
    varied: &[Varied],
    coordinates: &[f64],
) -> Result<Point, homeground_core::model::design::UnknownKey> {
    let mut parameters = central_parameters(scenario);
    for (varied, coordinate) in varied.iter().zip(coordinates) {
        // Varied parameters are rows of the table, and each row is a field.
        let known = parameters.set(&varied.key, varied.value(*coordinate));
        debug_assert!(known);
    }
    Point::new(scenario, arms, &parameters)
}

/// Each response at every point: the difference, then the arms.
fn halved(answers: &Answers) -> Vec<Vec<Halved>> {
    let missing = Halved::certain(f64::NAN);
    let arm = |arm: usize| -> Vec<Halved> {
        (0..answers.shape.points)
            .map(|point| {
                Halved::from_replicates(answers.replicates(point, arm, 0)).unwrap_or(missing)
            })
            .collect()
    };
    let (first, second) = (arm(0), arm(1));
    let difference = first.iter().zip(&second).map(|(one, other)| *one - *other).collect();
    vec![difference, first, second]
}

/// Effects, indices and variances as tables.
///
/// # Errors
/// In words, when a row cannot be written.
pub fn tables(found: &Sensitivity) -> Result<Vec<Table>, String> {
    let mut screening = Vec::new();
    let mut indices = Vec::new();
    let mut variance = Vec::new();
    for (place, response) in found.responses.iter().enumerate() {
        let effects = &found.effects[place];
        let ranks_of = ranks(effects.iter().map(|effects| effects.mu_star.value));
        for (parameter, effects) in effects.iter().enumerate() {
            screening.push(ScreeningRow::new(
                response,
                &found.screened[parameter].key,
                ranks_of[parameter],
                effects,
                found.chosen.contains(&parameter),
            ));
        }
        let sobol = &found.indices[place];
        variance.push(VarianceRow::new(response, sobol));
        let shares = sobol.indices.as_deref().unwrap_or_default();
        let ranks_of = ranks(shares.iter().map(|share| share.total.value));
        for (parameter, share) in shares.iter().enumerate() {
            let varied = &found.screened[found.chosen[parameter]];
            let [first, first_lower, first_upper] = triple(share.first);
            let [total, total_lower, total_upper] = triple(share.total);
            indices.push(IndexRow {
                arm: response.arm.clone(),
                reference: response.reference.clone(),
                parameter: varied.key.clone(),
                rank: ranks_of[parameter] as u32,
                low: varied.low,
                high: varied.high,
                first,
                first_lower,
                first_upper,
                total,
                total_lower,
                total_upper,
                first_with_noise: share.first_with_noise,
                total_with_noise: share.total_with_noise,
            });
        }
    }
    Ok(vec![
        Table::new(SCREENING, &screening)?,
        Table::new(INDICES, &indices)?,
        Table::new(VARIANCE, &variance)?,
    ])
}
