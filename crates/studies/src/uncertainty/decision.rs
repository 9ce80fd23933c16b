//! Decisions under uncertain parameters: which arm is best, how often, at which
//! willingness to pay, and what is lost when the choice was wrong (Briggs, Claxton and
//! Sculpher 2006, "Decision modelling for health economic evaluation").
//!
//! Matrices hold draws as rows and arms as columns. Effects are outcomes that one wants
//! more of; an outcome to be avoided comes in with its sign changed. The net benefit of
//! an arm in a draw is what its effect is worth less what it costs.

use nalgebra::DMatrix;

/// A number with its Monte Carlo standard error over draws.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// Its value.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

impl Estimate {
    /// Mean of values and its standard error.
    pub fn mean(values: impl Iterator<Item = f64>) -> Self {
        let values: Vec<f64> = values.collect();
        let count = values.len() as f64;
        let value = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|one| (one - value).powi(2)).sum();
        let error = if values.len() > 1 { (squares / (count - 1.0) / count).sqrt() } else { 0.0 };
        Self { value, error }
    }
}

/// Net benefit of each arm in each draw at a willingness to pay per unit of effect.
pub fn net_benefit(effects: &DMatrix<f64>, costs: &DMatrix<f64>, willingness: f64) -> DMatrix<f64> {
    effects * willingness - costs
}

/// The arm with the highest mean benefit: what one would choose today. The first of
/// several that are equal.
pub fn favourite(benefit: &DMatrix<f64>) -> usize {
    let means = benefit.row_mean();
    (0..means.len()).fold(0, |best, arm| if means[arm] > means[best] { arm } else { best })
}

/// Probability that each arm is best; they sum to one. Arms that are equally good in a
/// draw share it.
pub fn shares_best(benefit: &DMatrix<f64>) -> Vec<Estimate> {
    let mut shares = vec![Vec::with_capacity(benefit.nrows()); benefit.ncols()];
    for row in benefit.row_iter() {
        let best = row.max();
        let ties = row.iter().filter(|value| **value == best).count() as f64;
        for (share, value) in shares.iter_mut().zip(row.iter()) {
            share.push(if *value == best { 1.0 / ties } else { 0.0 });
        }
    }
    shares.into_iter().map(|values| Estimate::mean(values.into_iter())).collect()
}

/// What the choice of an arm loses against the best arm of each draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Regret {
    /// Mean over draws. For the favourite this is the value of perfect information.
    pub mean: Estimate,
    /// The loss that one draw in twenty exceeds.
    pub high: f64,
    /// The largest.
    pub worst: f64,
}

/// Part of the draws that lie below [`Regret::high`].
const HIGH: f64 = 0.95;

/// Regret by arm.
pub fn regret(benefit: &DMatrix<f64>) -> Vec<Regret> {
    (0..benefit.ncols())
        .map(|arm| {
            let mut losses = losses(benefit, arm);
            let mean = Estimate::mean(losses.iter().copied());
            losses.sort_by(f64::total_cmp);
            let last = losses.len().saturating_sub(1);
            // The smallest loss that at least this part of the draws does not exceed.
            let place = ((losses.len() as f64 * HIGH).ceil() as usize).saturating_sub(1);
            Regret {
                mean,
                high: losses.get(place).copied().unwrap_or(0.0),
                worst: losses.get(last).copied().unwrap_or(0.0),
            }
        })
        .collect()
}

/// What an arm loses against the best arm, draw by draw.
pub fn losses(benefit: &DMatrix<f64>, arm: usize) -> Vec<f64> {
    benefit.row_iter().map(|row| row.max() - row[arm]).collect()
}

/// Expected value of perfect information: what knowing every parameter before choosing
/// would be worth, for one decision. The error takes the favourite as given.
pub fn perfect_information(benefit: &DMatrix<f64>) -> Estimate {
    Estimate::mean(losses(benefit, favourite(benefit)).into_iter())
}

/// One point of the acceptability curves.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptability {
    /// Willingness to pay per unit of effect.
    pub willingness: f64,
    /// Probability that each arm is best there.
    pub shares: Vec<Estimate>,
    /// The arm with the highest mean net benefit. Its share is the acceptability
    /// frontier (Fenwick, Claxton and Sculpher 2001, doi:10.1002/hec.635).
    pub favourite: usize,
    /// Expected value of perfect information there.
    pub information: Estimate,
}

/// Acceptability curves over values of the willingness to pay.
pub fn acceptability(
    effects: &DMatrix<f64>,
    costs: &DMatrix<f64>,
    willingness: &[f64],
) -> Vec<Acceptability> {
    willingness
        .iter()
        .map(|&willingness| {
            let benefit = net_benefit(effects, costs, willingness);
            Acceptability {
                willingness,
                shares: shares_best(&benefit),
                favourite: favourite(&benefit),
                information: perfect_information(&benefit),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uncertainty::noise;
    use homeground_core::engine::random::Streams;
    use homeground_core::model::math::normal_quantile;
    use rand::RngExt;
    use statrs::distribution::{Continuous, ContinuousCDF, Normal};

    /// Three draws of three arms, worked out by hand.
    fn benefit() -> DMatrix<f64> {
        DMatrix::from_row_slice(
            4,
            3,
            &[
                5.0, 5.0, 1.0, //
                2.0, 6.0, 3.0, //
                9.0, 1.0, 0.0, //
                4.0, 2.0, 4.0,
            ],
        )
    }

    #[test]
    fn ties_are_shared_and_shares_sum_to_one() {
        let shares: Vec<f64> = shares_best(&benefit()).iter().map(|one| one.value).collect();
        assert_eq!(shares, [0.5, 0.375, 0.125]);
    }

    #[test]
    fn regret_of_a_hand_worked_case() {
        // Means 5, 3.5, 2: the first is the favourite and loses 0, 4, 0, 0.
        assert_eq!(favourite(&benefit()), 0);
        let regret = regret(&benefit());
        assert_eq!(regret[0].mean.value, 1.0);
        assert_eq!((regret[0].high, regret[0].worst), (4.0, 4.0));
        assert_eq!(regret[1].mean.value, 2.5);
        assert_eq!(perfect_information(&benefit()).value, 1.0);
        // Standard deviation of 0, 4, 0, 0 is 2; over the root of four.
        assert_eq!(perfect_information(&benefit()).error, 1.0);
    }

    #[test]
    fn acceptability_curves_sum_to_one_and_follow_the_willingness_to_pay() {
        // The second arm does more and costs more: 1 unit for 10 in every draw.
        let effects = DMatrix::from_row_slice(2, 2, &[0.0, 1.0, 1.0, 2.0]);
        let costs = DMatrix::from_row_slice(2, 2, &[0.0, 10.0, 5.0, 15.0]);
        let curves = acceptability(&effects, &costs, &[0.0, 10.0, 20.0]);
        let shares: Vec<f64> = curves.iter().map(|point| point.shares[1].value).collect();
        assert_eq!(shares, [0.0, 0.5, 1.0]);
        assert_eq!(curves[2].favourite, 1);
        for point in &curves {
            let sum: f64 = point.shares.iter().map(|share| share.value).sum();
            assert!((sum - 1.0).abs() < 1e-12);
        }
    }

    /// Expected value of perfect information of two arms whose difference is normal:
    /// σ φ(μ/σ) − |μ| Φ(−|μ|/σ).
    fn closed_form(mean: f64, sd: f64) -> f64 {
        let unit = Normal::standard();
        sd * unit.pdf(mean / sd) - mean.abs() * unit.cdf(-mean.abs() / sd)
    }

    #[test]
    fn perfect_information_of_two_normal_arms_is_the_closed_form() {
        let draws = 40_000;
        for (mean, sd) in [(0.0, 1.0), (1.0, 2.0), (-3.0, 2.0)] {
            let mut sequence = Streams::new(2, 0, 0).sequence(5);
            let benefit = DMatrix::from_fn(draws, 2, |_, arm| match arm {
                0 => 0.0,
                _ => mean + sd * normal_quantile(sequence.random::<f64>()),
            });
            let found = perfect_information(&benefit);
            let expected = closed_form(mean, sd);
            assert!(found.error < 0.01 * sd);
            let away = (found.value - expected).abs() / found.error;
            assert!(away < 3.5, "{found:?} {expected}");
        }
    }

    #[test]
    fn noise_within_draws_raises_perfect_information_unless_it_is_taken_out() {
        // Truth N(0.5, 1); four replicates with noise of standard deviation 2, so the
        // mean of a draw has as much noise as truth.
        let mut sequence = Streams::new(3, 0, 0).sequence(5);
        let mut normal = || normal_quantile(sequence.random::<f64>());
        let replicates: Vec<Vec<Vec<f64>>> = (0..20_000)
            .map(|_| {
                let truth = 0.5 + normal();
                (0..4).map(|_| vec![truth + 2.0 * normal()]).collect()
            })
            .collect();
        let means = DMatrix::from_fn(replicates.len(), 1, |draw, _| {
            replicates[draw].iter().map(|row| row[0]).sum::<f64>() / 4.0
        });
        let against_zero = |differences: &DMatrix<f64>| {
            perfect_information(&DMatrix::from_fn(differences.nrows(), 2, |draw, arm| {
                if arm == 0 { 0.0 } else { differences[draw] }
            }))
        };
        let raw = against_zero(&means);
        assert!((raw.value - closed_form(0.5, 2f64.sqrt())).abs() < 4.0 * raw.error);
        let noise = noise::of_means(&replicates).unwrap();
        let clean = against_zero(&noise::without(&means, &noise));
        let away = (clean.value - closed_form(0.5, 1.0)).abs() / clean.error;
        assert!(away < 3.5, "{clean:?}");
        assert!(raw.value > clean.value + 10.0 * raw.error);
    }
}
