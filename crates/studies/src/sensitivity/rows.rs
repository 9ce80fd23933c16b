//! The rows of the tables of a sensitivity study.

use serde::{Deserialize, Serialize};

use crate::bootstrap::Interval;
use crate::sensitivity::indices::SobolIndices;
use crate::sensitivity::screening::ElementaryEffects;
use crate::split_halves::Undefined;

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
