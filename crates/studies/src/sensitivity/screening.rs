//! Screening by elementary effects: which parameters matter at all, at the price of a
//! few dozen walks.
//!
//! The effect of a parameter in a walk is the change of the outcome, divided by the step
//! in the unit cube: what the outcome would change by if the parameter went through its
//! whole range at that pace. Over walks (Morris 1991; Campolongo, Cariboni, Saltelli 2007,
//! doi:10.1016/j.envsoft.2006.10.004):
//!
//! - μ, the mean effect: in which direction;
//! - μ*, the mean size: how much, whatever the direction;
//! - σ, the standard deviation: how much it depends on the other parameters, or on where
//!   in its range the parameter is.
//!
//! Noise would lift μ* and σ of parameters that do nothing. Here it does not: with effects
//! d₁ and d₂ from two halves ([`crate::split_halves`]),
//!
//! - μ* = mean of ½ (sign(d₁) d₂ + sign(d₂) d₁): the sign from one half, the size from the
//!   other. Its mean is 0 for a parameter without effect, and |effect| for one whose effect
//!   stands clear of noise; between the two it is rather too small than too large;
//! - σ² = covariance of d₁ and d₂ over walks; 0 where it comes out below.
//!
//! Where both halves are the same, these are the usual measures.

use crate::bootstrap::{Estimate, Interval, Resamples};
use crate::sensitivity::trajectories::Trajectories;
use crate::split_halves::{Halved, Undefined};

/// The effects of one parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ElementaryEffects {
    /// Mean effect over the whole range.
    pub mu: Estimate,
    /// Mean size of the effect.
    pub mu_star: Estimate,
    /// Standard deviation of the effect between walks.
    pub sigma: Estimate,
    /// Mean size with noise: from the mean of the halves.
    pub mu_star_with_noise: f64,
    /// Standard deviation with noise: from the mean of the halves.
    pub sigma_with_noise: f64,
    /// Standard deviation of Monte Carlo noise in one effect of the mean of the halves.
    pub noise: f64,
}

/// The effects of all parameters on an outcome, in their order.
///
/// `outcomes` holds one value for each point of `design`, in its order.
///
/// # Errors
/// [`Undefined::Missing`] when the outcome is not defined at some points, and
/// [`Undefined::Constant`] when it is the same at all of them.
///
/// # Panics
/// When there is not one outcome for each point.
pub fn elementary_effects(
    design: &Trajectories,
    outcomes: &[Halved],
    resamples: usize,
    seed: u64,
) -> Result<Vec<ElementaryEffects>, Undefined> {
    assert_eq!(outcomes.len(), design.points(), "one outcome a point");
    let missing = outcomes.iter().filter(|value| value.mean().is_nan());
    match missing.count() {
        0 => {}
        missing => return Err(Undefined::Missing(missing)),
    }
    if outcomes.windows(2).all(|pair| pair[0] == pair[1]) {
        return Err(Undefined::Constant);
    }
    let mut effects = vec![Vec::with_capacity(design.walks()); design.parameters()];
    for point in 0..design.points() {
        if let (walk, Some(parameter)) = design.place(point) {
            let change = outcomes[point] - outcomes[point - 1];
            let step = design.step(walk, parameter);
            effects[parameter]
                .push(Halved { first: change.first / step, second: change.second / step });
        }
    }
    let resamples = Resamples::new(design.walks(), resamples, seed);
    Ok(effects.iter().map(|effects| over_walks(effects, &resamples)).collect())
}

fn over_walks(effects: &[Halved], resamples: &Resamples) -> ElementaryEffects {
    let whole = vec![1; effects.len()];
    let measures = Measures::of(effects, &whole);
    let resampled: Vec<Measures> =
        resamples.weights().map(|weights| Measures::of(effects, weights)).collect();
    let estimate = |read: fn(&Measures) -> f64| Estimate {
        value: read(&measures),
        interval: Interval::of(resampled.iter().map(read).collect()),
    };
    let means: Vec<Halved> = effects.iter().map(|effect| Halved::certain(effect.mean())).collect();
    let with_noise = Measures::of(&means, &whole);
    let differences = effects.iter().map(|d| (d.first - d.second).powi(2));
    let noise = (differences.sum::<f64>() / effects.len() as f64 / 4.0).sqrt();
    ElementaryEffects {
        mu: estimate(|measures| measures.mu),
        mu_star: estimate(|measures| measures.mu_star),
        sigma: estimate(|measures| measures.sigma),
        mu_star_with_noise: with_noise.mu_star,
        sigma_with_noise: with_noise.sigma,
        noise,
    }
}

struct Measures {
    mu: f64,
    mu_star: f64,
    sigma: f64,
}

impl Measures {
    fn of(effects: &[Halved], weights: &[u16]) -> Self {
        let weighted = || {
            let weights = weights.iter().map(|weight| f64::from(*weight));
            weights.zip(effects)
        };
        let (mut count, mut first, mut second, mut size) = (0.0, 0.0, 0.0, 0.0);
        for (weight, effect) in weighted() {
            count += weight;
            first += weight * effect.first;
            second += weight * effect.second;
            size += weight * size_across(*effect);
        }
        let (first, second) = (first / count, second / count);
        let products: f64 = weighted()
            .map(|(weight, effect)| weight * (effect.first - first) * (effect.second - second))
            .sum();
        Self {
            mu: f64::midpoint(first, second),
            mu_star: size / count,
            sigma: (products / (count - 1.0)).max(0.0).sqrt(),
        }
    }
}

/// The sign from one half, the size from the other, both ways.
fn size_across(effect: Halved) -> f64 {
    // Zero has no sign; `signum` would give it one.
    let sign = |value: f64| if value == 0.0 { 0.0 } else { value.signum() };
    f64::midpoint(sign(effect.first) * effect.second, sign(effect.second) * effect.first)
}
