//! What research would be worth: the expected value of knowing some parameters before
//! choosing (partial perfect information, EVPPI), by regression on parameter draws
//! (Strong, Oakley and Brennan 2014, doi:10.1177/0272989X13505910).
//!
//! If a group of parameters became known, one would choose the arm with the highest
//! benefit expected given them. That expectation is a smooth function of the group,
//! learnt from the draws ([`crate::uncertainty::smooth`]). Noise within draws is a part of
//! what the regression leaves over, so that it needs no correction here, unlike in
//! [`crate::uncertainty::decision::perfect_information`].
//!
//! The error has two parts: draws are a sample, and the function is uncertain (other
//! functions that the points also speak for are drawn from its posterior). An estimate
//! cannot be negative, so a group that decides nothing gets a little by chance; how
//! much is found by permuting the inputs ([`by_chance`]).

use nalgebra::{DMatrix, DVector};
use rand::RngExt;

use crate::uncertainty::decision::{Estimate, favourite, perfect_information};
use crate::uncertainty::smooth::{Fit, Parts};
use homeground_core::engine::random::{Sequence, Streams};
use homeground_core::model::math::normal_quantile;

/// Functions drawn to see how uncertain the value is.
const FUNCTIONS: usize = 200;
/// Purposes of random numbers here, apart from those of parameter draws.
const PURPOSE_FUNCTIONS: u32 = 0x4556_0001;
const PURPOSE_PERMUTATIONS: u32 = 0x4556_0002;

/// Value of knowing the inputs (one slice each, a value for each draw) for one decision.
///
/// `benefit` holds the net benefit of each arm (columns) in each draw (rows), with its
/// noise. `seed` serves the error alone.
pub fn partial_information(inputs: &[&[f64]], benefit: &DMatrix<f64>, seed: u64) -> Estimate {
    of_fits(&fits(&Parts::new(inputs), benefit), benefit.nrows(), seed)
}

/// Values of knowing the inputs if they had nothing to do with the benefit: they are permuted
/// over the draws, `permutations` times. Ascending.
pub fn by_chance(
    inputs: &[&[f64]],
    benefit: &DMatrix<f64>,
    permutations: u32,
    seed: u64,
) -> Vec<f64> {
    let parts = Parts::new(inputs);
    let mut sequence = Streams::new(seed, 0, 0).sequence(PURPOSE_PERMUTATIONS);
    let mut order: Vec<usize> = (0..benefit.nrows()).collect();
    let mut values: Vec<f64> = (0..permutations)
        .map(|_| {
            shuffle(&mut order, &mut sequence);
            let fits = fits(&parts.permuted(&order), benefit);
            perfect_information(&expected(&fits, benefit.nrows(), |fit| {
                DVector::from_column_slice(&fit.values)
            }))
            .value
        })
        .collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The expected benefit of every other arm less that of the favourite: what would have
/// to rise above zero to change the choice.
fn fits(parts: &Parts, benefit: &DMatrix<f64>) -> Vec<Fit> {
    let today = favourite(benefit);
    (0..benefit.ncols())
        .filter(|arm| *arm != today)
        .map(|arm| {
            let more = benefit.column(arm) - benefit.column(today);
            parts.fit(more.as_slice())
        })
        .collect()
}

fn of_fits(fits: &[Fit], draws: usize, seed: u64) -> Estimate {
    let known =
        perfect_information(&expected(fits, draws, |fit| DVector::from_column_slice(&fit.values)));
    let mut sequence = Streams::new(seed, 0, 0).sequence(PURPOSE_FUNCTIONS);
    let others = Estimate::mean((0..FUNCTIONS).map(|_| {
        perfect_information(&expected(fits, draws, |fit| {
            let numbers = DVector::from_fn(fit.spread.ncols(), |_, _| {
                normal_quantile(open_unit(&mut sequence))
            });
            DVector::from_column_slice(&fit.values) + &fit.spread * numbers
        }))
        .value
    }));
    let of_function = others.error * (FUNCTIONS as f64).sqrt();
    Estimate { value: known.value, error: known.error.hypot(of_function) }
}

/// Benefit of all arms less that of the favourite (which comes first), as expected by a
/// function each.
fn expected(
    fits: &[Fit],
    draws: usize,
    mut function: impl FnMut(&Fit) -> DVector<f64>,
) -> DMatrix<f64> {
    let mut benefit = DMatrix::zeros(draws, fits.len() + 1);
    for (place, fit) in fits.iter().enumerate() {
        benefit.set_column(place + 1, &function(fit));
    }
    benefit
}

/// A uniform number that is neither 0 nor 1.
fn open_unit(sequence: &mut Sequence) -> f64 {
    sequence.random::<f64>().clamp(f64::EPSILON, 1.0 - f64::EPSILON)
}

/// Fisher and Yates.
fn shuffle(order: &mut [usize], sequence: &mut Sequence) {
    for last in (1..order.len()).rev() {
        order.swap(last, sequence.random_range(0..=last));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{Continuous, ContinuousCDF, Normal};

    fn normals(count: usize, purpose: u32) -> Vec<f64> {
        let mut sequence = Streams::new(21, 0, 0).sequence(purpose);
        (0..count).map(|_| normal_quantile(open_unit(&mut sequence))).collect()
    }

    /// σ φ(μ/σ) − |μ| Φ(−|μ|/σ)
    fn closed_form(mean: f64, sd: f64) -> f64 {
        let unit = Normal::standard();
        sd * unit.pdf(mean / sd) - mean.abs() * unit.cdf(-mean.abs() / sd)
    }

    fn two_arms(differences: impl Iterator<Item = f64>) -> DMatrix<f64> {
        let differences: Vec<f64> = differences.collect();
        DMatrix::from_fn(
            differences.len(),
            2,
            |draw, arm| {
                if arm == 0 { 0.0 } else { differences[draw] }
            },
        )
    }

    #[test]
    fn partial_information_of_a_linear_normal_decision_is_the_closed_form() {
        // Difference 0.3 + a + 0.5 b + noise of standard deviation 1, which is as large
        // as all that the inputs do.
        let count = 1000;
        let (a, b, noise) = (normals(count, 1), normals(count, 2), normals(count, 3));
        let benefit = two_arms((0..count).map(|row| 0.3 + a[row] + 0.5 * b[row] + noise[row]));
        for (inputs, sd) in [
            (vec![a.as_slice()], 1.0),
            (vec![b.as_slice()], 0.5),
            (vec![a.as_slice(), b.as_slice()], 1.25f64.sqrt()),
        ] {
            let found = partial_information(&inputs, &benefit, 1);
            let expected = closed_form(0.3, sd);
            assert!(found.error < 0.04, "{found:?}");
            let away = (found.value - expected) / found.error;
            assert!(away.abs() < 3.0, "{found:?} {expected}");
        }
    }

    #[test]
    fn over_many_samples_the_value_is_nearly_unbiased_and_its_error_is_right() {
        let (count, trials) = (200, 60);
        let expected = closed_form(0.3, 0.5);
        let mut values = Vec::new();
        let mut errors = 0.0;
        for trial in 0..trials {
            let (b, noise) = (normals(count, 1000 + trial), normals(count, 2000 + trial));
            let benefit = two_arms((0..count).map(|row| 0.3 + 0.5 * b[row] + noise[row]));
            let found = partial_information(&[&b], &benefit, 1);
            values.push(found.value);
            errors += found.error / f64::from(trials);
        }
        let over = Estimate::mean(values.into_iter());
        let spread = over.error * f64::from(trials).sqrt();
        assert!((over.value - expected).abs() < 0.15 * expected, "{over:?} {expected}");
        assert!(errors > 0.7 * spread && errors < 1.5 * spread, "{errors} {spread}");
    }

    #[test]
    fn a_curve_that_favours_the_ends_is_worth_knowing_though_it_has_no_slope() {
        // Benefit x² − 1/3 for x uniform on (−1, 1): its mean is 0, and knowing x is worth
        // the mean of its positive part, ∫ from 1/√3 to 1 of x² − 1/3 = 2/(9√3).
        let count = 1000;
        let x: Vec<f64> =
            normals(count, 4).iter().map(|z| 2.0 * Normal::standard().cdf(*z) - 1.0).collect();
        let noise = normals(count, 5);
        let benefit = two_arms(x.iter().zip(&noise).map(|(x, e)| x * x - 1.0 / 3.0 + 0.3 * e));
        let found = partial_information(&[&x], &benefit, 1);
        let expected = 2.0 / (9.0 * 3f64.sqrt());
        assert!(((found.value - expected) / found.error).abs() < 3.0, "{found:?}");
        assert!(found.value > 0.08);
    }

    #[test]
    fn three_arms_of_which_one_is_never_best_are_worth_what_two_are() {
        let count = 800;
        let a = normals(count, 6);
        let benefit = DMatrix::from_fn(count, 3, |draw, arm| [0.0, a[draw], -100.0][arm]);
        let found = partial_information(&[&a], &benefit, 1);
        assert!((found.value - closed_form(0.0, 1.0)).abs() < 0.06, "{found:?}");
    }

    #[test]
    fn an_input_that_decides_nothing_gets_no_more_than_chance_gives() {
        let count = 400;
        let (useful, useless) = (normals(count, 7), normals(count, 8));
        let benefit = two_arms(useful.iter().zip(normals(count, 9)).map(|(a, e)| a + e));
        let chance = by_chance(&[&useless], &benefit, 39, 3);
        let floor = chance[37];
        assert!(partial_information(&[&useless], &benefit, 3).value <= floor);
        assert!(partial_information(&[&useful], &benefit, 3).value > 3.0 * floor);
    }
}
