//! Variance-based sensitivity: which share of the variance of an outcome each parameter
//! explains alone, and which with all it takes part in.
//!
//! With f less its mean over all points, and V its variance over A and B together:
//!
//! - first-order index, Sᵢ = Vᵢ / V, Vᵢ = 1/N Σⱼ f(B)ⱼ (f(A_Bⁱ)ⱼ − f(A)ⱼ)
//!   (Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018, table 2, b);
//! - total index, Tᵢ = 1/(2N) Σⱼ (f(A)ⱼ − f(A_Bⁱ)ⱼ)² / V (Jansen 1999,
//!   doi:10.1016/S0010-4655(98)00154-4; the same table, f).
//!
//! A_Bⁱ is A with parameter i from B. Every square and product is taken across halves
//! ([`crate::split_halves`]), so that Monte Carlo noise has no part in it: V is the covariance
//! between halves, Vᵢ = 1/N Σ ½ [f₁(B)(f₂(A_Bⁱ) − f₂(A)) + f₂(B)(f₁(A_Bⁱ) − f₁(A))], and
//! likewise for the total. Where both halves are the same, they are the formulas above.
//!
//! Estimates are not cut at 0 or 1: an index near zero comes out below zero half of the
//! time, and cutting would hide that it is only estimated.
//!
//! Intervals come from resampling base samples. Sobol points fill space better than
//! independent ones, so these intervals are rather too wide than too narrow. They do not
//! hold what all points have in common: which families were simulated.

use crate::bootstrap::{Estimate, Interval, Resamples};
use crate::sensitivity::base_samples::BaseSamples;
use crate::split_halves;
use crate::split_halves::{Halved, Undefined, VarianceEstimate, VarianceParts};

/// Indices of one parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParameterIndices {
    /// Share of the variance that this parameter explains alone.
    pub first: Estimate,
    /// Share that would be left if all others were known: alone and with others.
    pub total: Estimate,
    /// First-order index of the mean of the halves, noise and all; what a program
    /// that knows of no halves makes of the same table.
    pub first_with_noise: f64,
    /// Total index of the mean of the halves, noise and all.
    pub total_with_noise: f64,
}

/// What an outcome depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct SobolIndices {
    /// Mean of the outcome over A and B.
    pub mean: f64,
    /// Variance over A and B, and its noise.
    pub variance: VarianceEstimate,
    /// One for each parameter, in their order; or why there are none.
    pub indices: Result<Vec<ParameterIndices>, Undefined>,
    /// Share of the variance that no parameter explains alone, 1 − Σ Sᵢ.
    pub interactions: Option<Estimate>,
}

/// The outcome at a base sample, centred.
struct Sample {
    a: Halved,
    b: Halved,
}

/// Indices from the outcome at every point of a design.
///
/// `outcomes` holds one value for each point of `samples`, in its order.
///
/// # Panics
/// When there is not one outcome for each point.
pub fn sobol_indices(
    samples: &BaseSamples,
    outcomes: &[Halved],
    resamples: usize,
    seed: u64,
) -> SobolIndices {
    assert_eq!(outcomes.len(), samples.points(), "one outcome a point");
    let width = samples.points_per_sample();
    let ends = |sample: &[Halved]| [sample[0], sample[width - 1]];
    let independent: Vec<Halved> = outcomes.chunks(width).flat_map(ends).collect();
    let resamples = Resamples::new(samples.samples(), resamples, seed);
    let variance = VarianceEstimate::of(&independent, 2, &resamples);
    let mean = split_halves::mean(independent.iter().copied());
    let checked = split_halves::defined(outcomes, variance.response);
    if let Err(undefined) = checked {
        return SobolIndices {
            mean: mean.mean(),
            variance,
            indices: Err(undefined),
            interactions: None,
        };
    }
    let centre = split_halves::mean(outcomes.iter().copied());
    let base: Vec<Sample> = outcomes
        .chunks(width)
        .map(|sample| Sample { a: sample[0] - centre, b: sample[width - 1] - centre })
        .collect();
    let resampled_variance: Vec<f64> =
        resamples.weights().map(|weights| weighted_variance(&base, weights).response).collect();
    let mut first_sums = vec![0.0; resampled_variance.len()];
    let mut indices = Vec::with_capacity(samples.parameters());
    for parameter in 0..samples.parameters() {
        let mixed: Vec<Halved> = outcomes
            .iter()
            .skip(1 + parameter)
            .step_by(width)
            .map(|outcome| *outcome - centre)
            .collect();
        let parts: Vec<[f64; 2]> = base
            .iter()
            .zip(&mixed)
            .map(|(sample, mixed)| {
                let step = *mixed - sample.a;
                [sample.b.across(step), step.across(step) / 2.0]
            })
            .collect();
        let resampled: Vec<[f64; 2]> = resamples
            .weights()
            .zip(&resampled_variance)
            .map(|(weights, variance)| weighted_means(&parts, weights).map(|part| part / variance))
            .collect();
        for (sum, [first, _]) in first_sums.iter_mut().zip(&resampled) {
            *sum += first;
        }
        let whole = vec![1; parts.len()];
        let [first, total] =
            weighted_means(&parts, &whole).map(|part| part / variance.parts.response);
        let estimate = |value: f64, place: usize| Estimate {
            value,
            interval: Interval::of(resampled.iter().map(|pair| pair[place]).collect()),
        };
        let [first_with_noise, total_with_noise] = with_noise(&base, &mixed, variance.parts);
        indices.push(ParameterIndices {
            first: estimate(first, 0),
            total: estimate(total, 1),
            first_with_noise,
            total_with_noise,
        });
    }
    let interactions = Estimate {
        value: 1.0 - indices.iter().map(|index| index.first.value).sum::<f64>(),
        interval: Interval::of(first_sums.iter().map(|sum| 1.0 - sum).collect()),
    };
    SobolIndices {
        mean: mean.mean(),
        variance,
        indices: Ok(indices),
        interactions: Some(interactions),
    }
}

fn weighted_variance(base: &[Sample], weights: &[u16]) -> VarianceParts {
    let weighted = weights.iter().zip(base).flat_map(|(weight, sample)| {
        let weight = f64::from(*weight);
        [(weight, sample.a), (weight, sample.b)]
    });
    VarianceParts::weighted(weighted)
}

fn weighted_means(parts: &[[f64; 2]], weights: &[u16]) -> [f64; 2] {
    let mut sums = [0.0; 2];
    let mut total = 0.0;
    for (weight, part) in weights.iter().zip(parts) {
        let weight = f64::from(*weight);
        total += weight;
        sums[0] += weight * part[0];
        sums[1] += weight * part[1];
    }
    sums.map(|sum| sum / total)
}

/// Both indices of the mean of the halves.
fn with_noise(base: &[Sample], mixed: &[Halved], variance: VarianceParts) -> [f64; 2] {
    let mut sums = [0.0; 2];
    for (sample, mixed) in base.iter().zip(mixed) {
        let step = mixed.mean() - sample.a.mean();
        sums[0] += sample.b.mean() * step;
        sums[1] += step * step / 2.0;
    }
    sums.map(|sum| sum / base.len() as f64 / variance.total())
}
