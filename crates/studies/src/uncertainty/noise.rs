//! Takes out of parameter draws what only chance put there.
//!
//! Each draw is simulated with a finite number of families. Its outcomes therefore hold
//! Monte Carlo noise, and every quantity that looks at the best of several arms (the
//! probability of being best, perfect information, regret) takes noise for knowledge
//! and comes out too large. Replicates within draws tell how much noise there is.
//!
//! The draws are pulled towards their mean until their covariance is what is left when
//! that of the noise is taken off: constrained empirical Bayes (Louis 1984,
//! doi:10.2307/2288284; Ghosh 1992, doi:10.2307/2290287). Means stay; so does the shape
//! of the distribution. Where noise is all that was seen in a direction, the draws
//! collapse to their mean in it.

use nalgebra::{DMatrix, DVector, SymmetricEigen};

/// Directions with less than this part of the largest variance, after each column is
/// brought to the same scale, hold nothing but rounding.
const NOTHING: f64 = 1e-10;

/// Mean covariance of the noise in the means of draws. `replicates[draw][replicate]` is
/// a row of values. None if no draw has two replicates.
pub fn of_means(replicates: &[Vec<Vec<f64>>]) -> Option<DMatrix<f64>> {
    let columns = replicates.first()?.first()?.len();
    let mut sum = DMatrix::zeros(columns, columns);
    let mut draws = 0u32;
    for rows in replicates.iter().filter(|rows| rows.len() > 1) {
        let count = rows.len();
        let values = DMatrix::from_fn(count, columns, |row, column| rows[row][column]);
        sum += covariance(&values) / count as f64;
        draws += 1;
    }
    (draws > 0).then(|| sum / f64::from(draws))
}

/// Draws (rows) by value (columns) without noise of this covariance.
pub fn without(draws: &DMatrix<f64>, noise: &DMatrix<f64>) -> DMatrix<f64> {
    let observed = covariance(draws);
    let scale = observed.diagonal().map(f64::sqrt);
    let unit = scale.map(|size| if size > 0.0 { 1.0 / size } else { 0.0 });
    let scaled = |matrix: &DMatrix<f64>| {
        DMatrix::from_diagonal(&unit) * matrix * DMatrix::from_diagonal(&unit)
    };
    let (root, inverse_root) = roots(&scaled(&observed));
    // In directions of unit variance: what is left when the noise is taken off.
    let whitened = &inverse_root * scaled(noise) * &inverse_root;
    let left = SymmetricEigen::new(whitened);
    let kept = left.eigenvalues.map(|share| (1.0 - share).max(0.0).sqrt());
    let shrink = &left.eigenvectors * DMatrix::from_diagonal(&kept) * left.eigenvectors.transpose();
    let pull = DMatrix::from_diagonal(&unit)
        * inverse_root
        * shrink
        * root
        * DMatrix::from_diagonal(&scale);
    let mean = draws.row_mean();
    let mut pulled = draws.clone();
    for mut row in pulled.row_iter_mut() {
        row -= &mean;
    }
    pulled *= pull;
    for mut row in pulled.row_iter_mut() {
        row += &mean;
    }
    pulled
}

/// Share of the variance of each column of draws that is noise, from 0 to 1.
pub fn shares(draws: &DMatrix<f64>, noise: &DMatrix<f64>) -> DVector<f64> {
    let observed = covariance(draws).diagonal();
    DVector::from_fn(observed.len(), |column, _| {
        if observed[column] > 0.0 {
            (noise[(column, column)] / observed[column]).min(1.0)
        } else {
            0.0
        }
    })
}

/// Covariance of columns over rows; zero with fewer than two rows.
fn covariance(values: &DMatrix<f64>) -> DMatrix<f64> {
    let count = values.nrows();
    if count < 2 {
        return DMatrix::zeros(values.ncols(), values.ncols());
    }
    let mean = values.row_mean();
    let mut centred = values.clone();
    for mut row in centred.row_iter_mut() {
        row -= &mean;
    }
    centred.tr_mul(&centred) / (count - 1) as f64
}

/// The symmetric square root of a covariance, and its inverse where there is any
/// variance.
fn roots(covariance: &DMatrix<f64>) -> (DMatrix<f64>, DMatrix<f64>) {
    let parts = SymmetricEigen::new(covariance.clone());
    let least = parts.eigenvalues.max() * NOTHING;
    let with = |function: fn(f64) -> f64| {
        let values =
            parts.eigenvalues.map(|value| if value > least { function(value) } else { 0.0 });
        &parts.eigenvectors * DMatrix::from_diagonal(&values) * parts.eigenvectors.transpose()
    };
    (with(f64::sqrt), with(|value| 1.0 / value.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::engine::random::{Sequence, Streams};
    use homeground_core::model::math::normal_quantile;
    use rand::RngExt;

    fn normal(sequence: &mut Sequence) -> f64 {
        normal_quantile(sequence.random::<f64>())
    }

    #[test]
    fn what_is_left_has_the_covariance_less_that_of_the_noise_and_the_same_mean() {
        let mut sequence = Streams::new(1, 0, 0).sequence(3);
        // Two columns of very different size, as effects and costs are.
        let draws = DMatrix::from_fn(400, 2, |_, column| {
            let size = [0.01, 20_000.0][column];
            size * (1.0 + normal(&mut sequence))
        });
        let noise = DMatrix::from_row_slice(2, 2, &[4e-5, 60.0, 60.0, 1.5e8]);
        let left = without(&draws, &noise);
        let expected = covariance(&draws) - &noise;
        let found = covariance(&left);
        for (found, expected) in found.iter().zip(expected.iter()) {
            assert!((found / expected - 1.0).abs() < 1e-6, "{found} {expected}");
        }
        for (found, expected) in left.row_mean().iter().zip(draws.row_mean().iter()) {
            assert!((found / expected - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn draws_that_are_all_noise_collapse_to_their_mean() {
        let draws = DMatrix::from_column_slice(4, 1, &[1.0, 2.0, 3.0, 4.0]);
        let left = without(&draws, &DMatrix::from_element(1, 1, 100.0));
        assert!(left.iter().all(|value| (value - 2.5).abs() < 1e-12));
        assert_eq!(shares(&draws, &DMatrix::from_element(1, 1, 100.0))[0], 1.0);
    }

    #[test]
    fn no_noise_changes_nothing_and_a_constant_column_stays() {
        let draws = DMatrix::from_column_slice(3, 2, &[1.0, 2.0, 4.0, 7.0, 7.0, 7.0]);
        let left = without(&draws, &DMatrix::zeros(2, 2));
        assert!((left - draws).abs().max() < 1e-9);
    }

    #[test]
    fn noise_of_means_is_that_of_replicates_over_their_number() {
        // Variance of (0, 2) is 2, of (1, 5) is 8; over two replicates 1 and 4; mean 2.5.
        let replicates = vec![vec![vec![0.0], vec![2.0]], vec![vec![1.0], vec![5.0]]];
        assert!((of_means(&replicates).unwrap()[(0, 0)] - 2.5).abs() < 1e-12);
        assert_eq!(of_means(&[vec![vec![1.0]]]), None);
    }
}
