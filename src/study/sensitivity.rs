//! `sensitivity`: which parameters an outcome leans on, in each of two arms and in the
//! difference between them.
//!
//! First a screening: all parameters move over their ranges, one at a time along a few
//! walks ([`super::trajectories`]). Those with the largest effects are then moved together
//! over Sobol points ([`super::base_samples`]) while the others stay where the scenario has
//! them, and the variance is shared out among them ([`super::indices`]).

use serde::{Deserialize, Serialize};

use super::bootstrap::{Estimate, Interval};
use super::halves::Undefined;
use super::indices::SobolIndices;
use super::screening::ElementaryEffects;

/// Resamples behind every interval.
pub const RESAMPLES: usize = 1000;

/// File of [`ScreeningRow`]s.
pub const SCREENING: &str = "screening.csv";
/// File of [`IndexRow`]s.
pub const INDICES: &str = "indices.csv";
/// File of [`VarianceRow`]s.
pub const VARIANCE: &str = "variance.csv";
/// Every point of the screening with the outcome in each half.
pub const SCREENING_EVALUATIONS: &str = "screening_evaluations.csv";
/// Every point behind the indices with the outcome in each half.
pub const INDEX_EVALUATIONS: &str = "index_evaluations.csv";

/// What is looked at: an outcome in an arm, or its difference between two arms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The arm.
    pub arm: String,
    /// The arm that is subtracted; empty for an arm by itself.
    pub reference: String,
}

impl Response {
    /// Is it the difference between two arms?
    pub fn is_difference(&self) -> bool {
        !self.reference.is_empty()
    }
}

/// A row of `screening.csv`: effects of a parameter over its whole range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScreeningRow {
    /// The arm.
    pub arm: String,
    /// The arm that is subtracted; empty for an arm by itself.
    pub reference: String,
    /// The parameter.
    pub parameter: String,
    /// Place by size of effect, from 1.
    pub rank: u32,
    /// Mean effect.
    pub mu: f64,
    /// Lower end of its 95 % interval.
    pub mu_lower: f64,
    /// Upper end.
    pub mu_upper: f64,
    /// Mean size of the effect.
    pub mu_star: f64,
    /// Lower end of its 95 % interval.
    pub mu_star_lower: f64,
    /// Upper end.
    pub mu_star_upper: f64,
    /// Standard deviation of the effect between walks.
    pub sigma: f64,
    /// Lower end of its 95 % interval.
    pub sigma_lower: f64,
    /// Upper end.
    pub sigma_upper: f64,
    /// Mean size with noise.
    pub mu_star_with_noise: f64,
    /// Standard deviation with noise.
    pub sigma_with_noise: f64,
    /// Standard deviation of Monte Carlo noise in one effect.
    pub noise: f64,
    /// Was it taken on to the indices?
    pub taken_on: bool,
}

/// A row of `indices.csv`: shares of variance of a parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndexRow {
    /// The arm.
    pub arm: String,
    /// The arm that is subtracted; empty for an arm by itself.
    pub reference: String,
    /// The parameter.
    pub parameter: String,
    /// Place by total index, from 1.
    pub rank: u32,
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// First-order index.
    pub first: f64,
    /// Lower end of its 95 % interval.
    pub first_lower: f64,
    /// Upper end.
    pub first_upper: f64,
    /// Total index.
    pub total: f64,
    /// Lower end of its 95 % interval.
    pub total_lower: f64,
    /// Upper end.
    pub total_upper: f64,
    /// First-order index with noise.
    pub first_with_noise: f64,
    /// Total index with noise.
    pub total_with_noise: f64,
}

/// A row of `variance.csv`: what the variance of an outcome over the points is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VarianceRow {
    /// The arm.
    pub arm: String,
    /// The arm that is subtracted; empty for an arm by itself.
    pub reference: String,
    /// Mean over the points.
    pub mean: Option<f64>,
    /// Variance of the response to the parameters.
    pub response: Option<f64>,
    /// Lower end of its 95 % interval.
    pub response_lower: Option<f64>,
    /// Upper end.
    pub response_upper: Option<f64>,
    /// Variance that Monte Carlo noise adds.
    pub noise: Option<f64>,
    /// Share of noise in both together.
    pub noise_share: Option<f64>,
    /// Lower end of its 95 % interval.
    pub noise_share_lower: Option<f64>,
    /// Upper end.
    pub noise_share_upper: Option<f64>,
    /// Share of the response's variance that no parameter explains alone.
    pub interactions: Option<f64>,
    /// Lower end of its 95 % interval.
    pub interactions_lower: Option<f64>,
    /// Upper end.
    pub interactions_upper: Option<f64>,
    /// Why there are no indices: `constant`, `only_noise`, `missing`; else empty.
    pub undefined: String,
}

impl ScreeningRow {
    /// A row from the effects of a parameter.
    pub fn new(
        response: &Response,
        parameter: &str,
        rank: usize,
        effects: &ElementaryEffects,
        taken_on: bool,
    ) -> Self {
        let (mu, mu_star, sigma) = (effects.mu, effects.mu_star, effects.sigma);
        Self {
            arm: response.arm.clone(),
            reference: response.reference.clone(),
            parameter: parameter.to_owned(),
            rank: rank as u32,
            mu: mu.value,
            mu_lower: mu.interval.lower,
            mu_upper: mu.interval.upper,
            mu_star: mu_star.value,
            mu_star_lower: mu_star.interval.lower,
            mu_star_upper: mu_star.interval.upper,
            sigma: sigma.value,
            sigma_lower: sigma.interval.lower,
            sigma_upper: sigma.interval.upper,
            mu_star_with_noise: effects.mu_star_with_noise,
            sigma_with_noise: effects.sigma_with_noise,
            noise: effects.noise,
            taken_on,
        }
    }
}

impl VarianceRow {
    /// A row from the indices of a response.
    pub fn new(response: &Response, indices: &SobolIndices) -> Self {
        let undefined = match &indices.indices {
            Ok(_) => "",
            Err(Undefined::Constant) => "constant",
            Err(Undefined::OnlyNoise) => "only_noise",
            Err(Undefined::Missing(_)) => "missing",
        };
        let defined = |value: f64| value.is_finite().then_some(value);
        let parts = indices.variance.parts;
        let ends = |interval: Option<Interval>| match interval {
            Some(interval) => (defined(interval.lower), defined(interval.upper)),
            None => (None, None),
        };
        let share = ends(indices.variance.noise_share);
        let interactions = ends(indices.interactions.map(|estimate| estimate.interval));
        Self {
            arm: response.arm.clone(),
            reference: response.reference.clone(),
            mean: defined(indices.mean),
            response: defined(parts.response),
            response_lower: defined(indices.variance.response.lower),
            response_upper: defined(indices.variance.response.upper),
            noise: defined(parts.noise),
            noise_share: parts.noise_share().and_then(defined),
            noise_share_lower: share.0,
            noise_share_upper: share.1,
            interactions: indices.interactions.map(|estimate| estimate.value),
            interactions_lower: interactions.0,
            interactions_upper: interactions.1,
            undefined: undefined.to_owned(),
        }
    }
}

/// Which parameters to look at closely: those whose effect on any response is largest in
/// relation to the largest effect on that response. Places, in the order of the table.
pub fn taken_on(effects: &[Vec<ElementaryEffects>], parameters: usize, top: usize) -> Vec<usize> {
    let mut sizes = vec![0.0f64; parameters];
    for effects in effects {
        let size = |effects: &ElementaryEffects| effects.mu_star.value;
        let largest = effects.iter().map(size).fold(0.0, f64::max);
        if largest > 0.0 {
            for (place, effects) in effects.iter().enumerate() {
                sizes[place] = sizes[place].max(size(effects) / largest);
            }
        }
    }
    let mut places: Vec<usize> = (0..parameters).collect();
    places.sort_by(|a, b| sizes[*b].total_cmp(&sizes[*a]));
    places.truncate(top);
    places.sort_unstable();
    places
}

/// Ranks from 1, the largest value first.
pub fn ranks(values: impl Iterator<Item = f64>) -> Vec<usize> {
    let values: Vec<f64> = values.collect();
    let mut places: Vec<usize> = (0..values.len()).collect();
    places.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    let mut ranks = vec![0; values.len()];
    for (rank, place) in places.into_iter().enumerate() {
        ranks[place] = rank + 1;
    }
    ranks
}

/// Ends and value of an estimate as three numbers.
pub fn triple(estimate: Estimate) -> [f64; 3] {
    [
        estimate.value,
        estimate.interval.lower,
        estimate.interval.upper,
    ]
}

#[cfg(feature = "app")]
pub use app::{Sensitivity, analyse, run, tables};

#[cfg(feature = "app")]
mod app {
    use std::fmt::Write;

    use super::*;
    use crate::outcomes::estimates::Key;
    use crate::scenario::Scenario;
    use crate::scenario::study::SensitivityPlan;
    use crate::study::answers::Answers;
    use crate::study::base_samples::{BaseSamples, Matrix};
    use crate::study::findings::{Findings, Table};
    use crate::study::halves::Halved;
    use crate::study::indices::sobol_indices;
    use crate::study::point::{Point, central_parameters};
    use crate::study::ranges::Varied;
    use crate::study::run::{Study, StudyError};
    use crate::study::screening::elementary_effects;
    use crate::study::trajectories::Trajectories;

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
    pub fn run(study: &mut Study<'_>, plan: &SensitivityPlan) -> Result<Findings, StudyError> {
        let found = analyse(study, plan, &[])?;
        let mut facts = serde_json::Map::new();
        facts.insert("screened".to_owned(), found.screened.len().into());
        facts.insert("walks".to_owned(), plan.walks.into());
        facts.insert("samples".to_owned(), plan.samples.into());
        facts.insert("spread".to_owned(), plan.spread.word().into());
        let mut tables = tables(&found).map_err(StudyError::Table)?;
        tables.extend(found.evaluations);
        Ok(Findings {
            tables,
            facts,
            points: found.points,
            warnings: Vec::new(),
        })
    }

    /// Simulates all points and works out effects and indices. `more` are outcomes that are
    /// counted beside the one that is asked about, at the points behind the indices.
    ///
    /// # Errors
    /// [`StudyError`].
    pub fn analyse(
        study: &mut Study<'_>,
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
            .map(|outcomes| {
                elementary_effects(&design, outcomes, RESAMPLES, seed).unwrap_or_default()
            })
            .collect();
        let first_table = screening_evaluations(&design, &screened, &responses, &outcomes);
        let chosen = taken_on(&effects, screened.len(), plan.top as usize);
        let varied: Vec<Varied> = chosen
            .iter()
            .map(|place| screened[*place].clone())
            .collect();
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
        StudyError::Impossible {
            point: "parameters".to_owned(),
            reason: error.to_string(),
        }
    }

    /// The arms one by one, and the first less the second.
    fn responses(scenario: &Scenario, arms: &[usize]) -> Vec<Response> {
        let name = |place: usize| {
            arms.get(place)
                .map_or_else(String::new, |arm| scenario.arms[*arm].name.clone())
        };
        let alone = |place: usize| Response {
            arm: name(place),
            reference: String::new(),
        };
        vec![
            Response {
                arm: name(0),
                reference: name(1),
            },
            alone(0),
            alone(1),
        ]
    }

    /// A point where parameters are set to coordinates of the unit cube.
    fn point(
        scenario: &Scenario,
        arms: &[usize],
        varied: &[Varied],
        coordinates: &[f64],
    ) -> Result<Point, crate::model::design::UnknownKey> {
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
        let difference = first
            .iter()
            .zip(&second)
            .map(|(one, other)| *one - *other)
            .collect();
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

    fn screening_evaluations(
        design: &Trajectories,
        varied: &[Varied],
        responses: &[Response],
        outcomes: &[Vec<Halved>],
    ) -> Table {
        let places = |point: usize| {
            let (walk, changed) = design.place(point);
            let changed = changed.map_or("", |parameter| varied[parameter].key.as_str());
            [(walk + 1).to_string(), changed.to_owned()]
        };
        let rows = (0..design.points()).map(|index| (places(index), design.point(index)));
        evaluations(
            SCREENING_EVALUATIONS,
            ["walk", "changed"],
            rows,
            varied,
            responses,
            outcomes,
        )
    }

    fn index_evaluations(
        samples: &BaseSamples,
        varied: &[Varied],
        responses: &[Response],
        outcomes: &[Vec<Halved>],
    ) -> Table {
        let places = |point: usize| {
            let (sample, matrix) = samples.place(point);
            let matrix = match matrix {
                Matrix::A => "A".to_owned(),
                Matrix::B => "B".to_owned(),
                Matrix::AB(parameter) => format!("AB {}", varied[parameter].key),
            };
            [(sample + 1).to_string(), matrix]
        };
        let rows = (0..samples.points()).map(|index| (places(index), samples.point(index)));
        evaluations(
            INDEX_EVALUATIONS,
            ["sample", "matrix"],
            rows,
            varied,
            responses,
            outcomes,
        )
    }

    /// A wide table: where a point belongs, the parameters, and the outcome of each arm in
    /// each half.
    fn evaluations(
        file: &'static str,
        places: [&str; 2],
        rows: impl Iterator<Item = ([String; 2], Vec<f64>)>,
        varied: &[Varied],
        responses: &[Response],
        outcomes: &[Vec<Halved>],
    ) -> Table {
        let mut csv = places.join(",");
        for varied in varied {
            csv += ",";
            csv += &varied.key;
        }
        let arms: Vec<usize> = (0..responses.len())
            .filter(|place| !responses[*place].is_difference())
            .collect();
        for arm in &arms {
            for half in 1..=2 {
                csv += ",";
                csv += &quoted(&format!("{} half {half}", responses[*arm].arm));
            }
        }
        csv += "\n";
        for (index, (place, coordinates)) in rows.enumerate() {
            csv += &place.map(|text| quoted(&text)).join(",");
            for (varied, coordinate) in varied.iter().zip(coordinates) {
                // Writing into a text cannot fail.
                let _ = write!(csv, ",{}", varied.value(coordinate));
            }
            for arm in &arms {
                let outcome = outcomes[*arm][index];
                for half in [outcome.first, outcome.second] {
                    let _ = if half.is_nan() {
                        write!(csv, ",")
                    } else {
                        write!(csv, ",{half}")
                    };
                }
            }
            csv += "\n";
        }
        Table {
            file,
            csv,
            rows: serde_json::Value::Null,
        }
    }

    /// A cell of a table of comma-separated values.
    fn quoted(text: &str) -> String {
        if text.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effects(mu_star: f64) -> ElementaryEffects {
        let estimate = |value: f64| Estimate {
            value,
            interval: Interval {
                lower: value,
                upper: value,
            },
        };
        ElementaryEffects {
            mu: estimate(mu_star),
            mu_star: estimate(mu_star),
            sigma: estimate(0.0),
            mu_star_with_noise: mu_star,
            sigma_with_noise: 0.0,
            noise: 0.0,
        }
    }

    #[test]
    fn what_matters_to_any_response_is_taken_on() {
        // Large in the first response, in the second, nowhere; the second is on a smaller
        // scale.
        let first = [4.0, 0.1, 0.2, 3.0].map(effects).to_vec();
        let second = [0.001, 0.02, 0.0, 0.01].map(effects).to_vec();
        let both = [first, second, Vec::new()];
        assert_eq!(taken_on(&both, 4, 2), [0, 1]);
        assert_eq!(taken_on(&both, 4, 3), [0, 1, 3]);
        assert_eq!(taken_on(&[], 4, 2).len(), 2);
    }

    #[test]
    fn ranks_begin_with_the_largest() {
        assert_eq!(ranks([0.2, 0.9, -0.1].into_iter()), [2, 1, 3]);
    }
}
