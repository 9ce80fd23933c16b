//! Quantiles of the binomial distribution: of one family, and of a vector of families.

use crate::model::columns::LANES;

/// Quantile of the binomial distribution: the smallest k whose distribution
/// function reaches u. Rises with u and with the probability.
pub(super) fn binomial_quantile(u: f64, trials: u32, probability: f64) -> u32 {
    if probability >= 1.0 {
        return trials;
    }
    let odds = probability / (1.0 - probability);
    let mut mass = libm::pow(1.0 - probability, f64::from(trials));
    let mut cumulative = mass;
    let mut count = 0;
    while count < trials && u >= cumulative {
        mass *= odds * f64::from(trials - count) / f64::from(count + 1);
        cumulative += mass;
        count += 1;
    }
    count
}

/// [`binomial_quantile`] for one vector of a column, in single precision: `trials` differ by
/// family, none exceeds `most`. Counts misses instead of visits when those are rarer, so
/// that the first term never underflows.
#[inline(always)]
pub(super) fn inverse_binomial(
    uniform: &[f32; LANES],
    trials: &[f32; LANES],
    most: u32,
    chance: &[f32; LANES],
) -> [f32; LANES] {
    /// Keeps the odds finite when a logit has reached the end of single precision.
    const ALMOST_ONE: f32 = 1.0 - f32::EPSILON;
    const HALF: f32 = 1.0 / 2.0;
    let mut rarer = [0.0; LANES];
    let mut level = [0.0; LANES];
    let mut odds = [0.0; LANES];
    let mut mass = [1.0; LANES];
    for lane in 0..LANES {
        let chance = if chance[lane] < ALMOST_ONE { chance[lane] } else { ALMOST_ONE };
        let misses = chance > HALF;
        rarer[lane] = if misses { 1.0 - chance } else { chance };
        level[lane] = if misses { 1.0 - uniform[lane] } else { uniform[lane] };
        odds[lane] = rarer[lane] / (1.0 - rarer[lane]);
    }
    for trial in 0..most {
        let k = trial as f32;
        for lane in 0..LANES {
            mass[lane] *= if k < trials[lane] { 1.0 - rarer[lane] } else { 1.0 };
        }
    }
    let mut cumulative = mass;
    let mut count = [0.0; LANES];
    for trial in 0..most {
        let k = trial as f32;
        for lane in 0..LANES {
            let further = level[lane] >= cumulative[lane] && k < trials[lane];
            count[lane] += if further { 1.0 } else { 0.0 };
            mass[lane] *= odds[lane] * (trials[lane] - k) / (k + 1.0);
            cumulative[lane] += if k < trials[lane] { mass[lane] } else { 0.0 };
        }
    }
    for lane in 0..LANES {
        let misses = chance[lane] > HALF;
        count[lane] = if misses { trials[lane] - count[lane] } else { count[lane] };
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{Binomial, DiscreteCDF};

    #[test]
    fn binomial_quantile_inverts_the_distribution_function() {
        for trials in [1u32, 3, 7] {
            for probability in [0.05, 0.4, 0.95] {
                let binomial = Binomial::new(probability, u64::from(trials)).unwrap();
                for step in 0..200 {
                    let u = (f64::from(step) + 0.5) / 200.0;
                    let count = binomial_quantile(u, trials, probability);
                    assert!(binomial.cdf(u64::from(count)) >= u - 1e-12);
                    assert!(count == 0 || binomial.cdf(u64::from(count) - 1) <= u + 1e-12);
                }
            }
        }
    }

    fn one_inverse_binomial(uniform: f32, trials: f32, most: u32, chance: f32) -> f32 {
        let column = |value: f32| [value; LANES];
        inverse_binomial(&column(uniform), &column(trials), most, &column(chance))[0]
    }

    #[test]
    fn column_binomial_agrees_with_the_exact_quantile() {
        for trials in 0..=21u32 {
            for chance in [0.001f32, 0.2, 0.5, 0.51, 0.83, 0.999] {
                for step in 0..400 {
                    let u = (step as f32 + 0.5) / 400.0;
                    let column = one_inverse_binomial(u, trials as f32, 21, chance);
                    let exact = binomial_quantile(f64::from(u), trials, f64::from(chance));
                    // Within rounding of the step between two counts either may be taken.
                    let near = [-2e-6, 2e-6].map(|shift| {
                        binomial_quantile(f64::from(u) + shift, trials, f64::from(chance)) as f32
                    });
                    assert!(
                        column == exact as f32 || near.contains(&column),
                        "n {trials} p {chance} u {u}: {column} against {exact}"
                    );
                }
            }
        }
        assert_eq!(one_inverse_binomial(0.999_999_9, 3.0, 3, 1.0), 3.0);
    }
}
