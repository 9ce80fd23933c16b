//! A Gaussian process that stands in for the simulator: one statistic as a function of
//! the scores of the parameters.
//!
//! The covariance of two points is 1 + l·g + q·g² + r·exp(−D/2ℓ²), where g is the product
//! and D the squared distance of their scores, each score weighted by its relevance: a
//! plane, a curved surface and what neither catches (Rasmussen and Williams 2006, chapters
//! 4 and 5; for emulators of simulators Kennedy and O'Hagan 2001). Relevances come from a
//! ridge regression on the scores and their squares; l, q, r, ℓ and the noise are those
//! under which the simulated values are most likely.
//!
//! Written out here on top of a library for matrices, because the libraries for Gaussian
//! processes draw in another generation of random numbers and arrays.

use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

use crate::calibration::nelder_mead::minimise;

/// Parameters of the covariance are fitted to so many points.
const FITTED_TO: usize = 400;
/// Evaluations of the likelihood.
const EVALUATIONS: usize = 90;
/// Scores that matter least are left out once the others hold this share of the relevance.
const RELEVANCE_KEPT: f64 = 0.995;
/// Scores that are kept at least and at most.
const FEWEST: usize = 3;
const MOST: usize = 32;
/// Nothing is learned from fewer points.
const FEWEST_POINTS: usize = 10;
/// Variance that the noise has at least, as a share of the variance of the values.
const LEAST_NOISE: f64 = 1e-4;

/// A statistic as a function of scores.
#[derive(Clone, Debug)]
pub struct Emulator {
    relevance: Relevance,
    covariance: Covariance,
    /// Weighted scores of the points, one after the other.
    points: Vec<f64>,
    /// Their squared lengths.
    lengths: Vec<f64>,
    /// What each point contributes.
    contributions: Vec<f64>,
    mean: f64,
    spread: f64,
}

/// Values at points, around their mean and by their spread.
struct TrainingSet<'a> {
    scores: Vec<&'a [f64]>,
    targets: DVector<f64>,
    mean: f64,
    spread: f64,
}

impl TrainingSet<'_> {
    fn new<'a>(points: &'a [Vec<f64>], values: &[f64]) -> Option<TrainingSet<'a>> {
        let usable: Vec<usize> = (0..points.len().min(values.len()))
            .filter(|place| values[*place].is_finite())
            .collect();
        if usable.len() < FEWEST_POINTS {
            return None;
        }
        let count = usable.len() as f64;
        let mean = usable.iter().map(|place| values[*place]).sum::<f64>() / count;
        let around = |place: &usize| (values[*place] - mean).powi(2);
        let spread = (usable.iter().map(around).sum::<f64>() / count).sqrt();
        if spread < 1e-12 {
            return None;
        }
        let targets = usable.iter().map(|place| (values[*place] - mean) / spread);
        Some(TrainingSet {
            targets: DVector::from_iterator(usable.len(), targets),
            scores: usable.iter().map(|place| points[*place].as_slice()).collect(),
            mean,
            spread,
        })
    }
}

/// Which scores matter, and how much.
#[derive(Clone, Debug)]
struct Relevance {
    scores: Vec<usize>,
    roots: Vec<f64>,
}

/// The covariance.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Covariance {
    plane: f64,
    curve: f64,
    rest: f64,
    /// 1/2ℓ².
    sharpness: f64,
    noise: f64,
}

impl Covariance {
    fn of_logarithms(logarithms: &[f64]) -> Covariance {
        let at = |place: usize| logarithms[place].clamp(-14.0, 8.0).exp();
        Covariance {
            plane: at(0),
            curve: at(1),
            rest: at(2),
            sharpness: at(3),
            noise: at(4).max(LEAST_NOISE),
        }
    }

    /// From a product and a squared distance.
    #[inline]
    fn between(&self, product: f64, distance: f64) -> f64 {
        1.0 + self.plane * product
            + self.curve * product * product
            + self.rest * (-self.sharpness * distance).exp()
    }
}

impl Emulator {
    /// Learns from simulated values at points; points with a value that is not a finite
    /// number are left out. None with fewer than ten, or where all are equal.
    pub fn fit(points: &[Vec<f64>], values: &[f64]) -> Option<Emulator> {
        let training = TrainingSet::new(points, values)?;
        let relevance = Relevance::find(&training.scores, &training.targets)?;
        let weighted = relevance.weigh_all(&training.scores);
        let covariance = maximum_likelihood(&weighted, &training.targets);
        Emulator::of(training, relevance, covariance)
    }

    /// The same covariance, with other points to learn from.
    pub fn refitted(&self, points: &[Vec<f64>], values: &[f64]) -> Option<Emulator> {
        let training = TrainingSet::new(points, values)?;
        Emulator::of(training, self.relevance.clone(), self.covariance)
    }

    fn of(
        training: TrainingSet<'_>,
        relevance: Relevance,
        covariance: Covariance,
    ) -> Option<Emulator> {
        let weighted = relevance.weigh_all(&training.scores);
        let products = &weighted * weighted.transpose();
        let contributions = factor(&products, &covariance)?.solve(&training.targets);
        Some(Emulator {
            relevance,
            covariance,
            points: weighted.transpose().as_slice().to_vec(),
            lengths: products.diagonal().as_slice().to_vec(),
            contributions: contributions.as_slice().to_vec(),
            mean: training.mean,
            spread: training.spread,
        })
    }

    /// The expected value at a point.
    pub fn predict(&self, scores: &[f64]) -> f64 {
        let width = self.relevance.scores.len();
        let mut here = [0.0; MOST];
        let here = &mut here[..width];
        let of_relevance = self.relevance.scores.iter().zip(&self.relevance.roots);
        for (weighted, (score, root)) in here.iter_mut().zip(of_relevance) {
            *weighted = scores[*score] * root;
        }
        let length: f64 = here.iter().map(|value| value * value).sum();
        let mut sum = 0.0;
        for ((point, point_length), contribution) in
            self.points.chunks_exact(width).zip(&self.lengths).zip(&self.contributions)
        {
            let product: f64 = point.iter().zip(&*here).map(|(a, b)| a * b).sum();
            let distance = point_length + length - 2.0 * product;
            sum += contribution * self.covariance.between(product, distance);
        }
        self.mean + self.spread * sum
    }
}

impl Relevance {
    /// Squared coefficients of a ridge regression on scores and their squares, less what
    /// chance would give.
    fn find(points: &[&[f64]], targets: &DVector<f64>) -> Option<Relevance> {
        /// Variance of the noise over that of a coefficient, per coefficient.
        const RIDGE: f64 = 0.1;
        let width = points.first()?.len();
        let columns = 2 * width;
        let features = DMatrix::from_fn(points.len(), columns, |row, column| {
            let score = points[row][column % width];
            match column < width {
                true => score,
                false => (score * score - 1.0) / std::f64::consts::SQRT_2,
            }
        });
        let mut normal = features.tr_mul(&features);
        for column in 0..columns {
            normal[(column, column)] += RIDGE * columns as f64;
        }
        let right = features.tr_mul(targets);
        let coefficients = Cholesky::new(normal)?.solve(&right);
        let left = targets - &features * &coefficients;
        let by_chance = left.norm_squared() / (points.len() as f64).powi(2);
        let mut found: Vec<(usize, f64)> = (0..width)
            .map(|score| {
                let squares = coefficients[score].powi(2) + coefficients[width + score].powi(2);
                (score, (squares - 2.0 * by_chance).max(1e-12))
            })
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let all: f64 = found.iter().map(|(_, relevance)| relevance).sum();
        let mut held = 0.0;
        let mut kept = 0;
        while kept < width && (kept < FEWEST || (held < RELEVANCE_KEPT * all && kept < MOST)) {
            held += found[kept].1;
            kept += 1;
        }
        found.truncate(kept);
        Some(Relevance {
            roots: found.iter().map(|(_, relevance)| (relevance / held).sqrt()).collect(),
            scores: found.into_iter().map(|(score, _)| score).collect(),
        })
    }

    /// One row a point.
    fn weigh_all(&self, points: &[&[f64]]) -> DMatrix<f64> {
        DMatrix::from_fn(points.len(), self.scores.len(), |row, column| {
            points[row][self.scores[column]] * self.roots[column]
        })
    }
}

/// The covariance under which the values are most likely, found on some of the points.
fn maximum_likelihood(weighted: &DMatrix<f64>, targets: &DVector<f64>) -> Covariance {
    let step = weighted.nrows().div_ceil(FITTED_TO);
    let some: Vec<usize> = (0..weighted.nrows()).step_by(step).collect();
    let weighted = weighted.select_rows(&some);
    let targets = targets.select_rows(&some);
    let products = &weighted * weighted.transpose();
    let unlikely = |logarithms: &[f64]| {
        let covariance = Covariance::of_logarithms(logarithms);
        let Some(factor) = factor(&products, &covariance) else {
            return f64::INFINITY;
        };
        let fit = targets.dot(&factor.solve(&targets));
        let size: f64 = factor.l_dirty().diagonal().iter().map(|root| root.ln()).sum();
        // Weakly against extremes, so that what the values leave open stays moderate.
        let extreme: f64 = logarithms.iter().map(|value| value * value).sum();
        0.5 * fit + size + 0.01 * extreme
    };
    let start = [0.0, -2.0, -2.0, -1.5, -2.5];
    Covariance::of_logarithms(&minimise(&start, 1.0, EVALUATIONS, unlikely))
}

fn factor(products: &DMatrix<f64>, covariance: &Covariance) -> Option<Cholesky<f64, Dyn>> {
    let rows = products.nrows();
    let mut matrix = DMatrix::zeros(rows, rows);
    for column in 0..rows {
        for row in column..rows {
            let product = products[(row, column)];
            let distance = products[(row, row)] + products[(column, column)] - 2.0 * product;
            matrix[(row, column)] = covariance.between(product, distance);
        }
        matrix[(column, column)] += covariance.noise;
    }
    // Only the lower triangle is read.
    Cholesky::new(matrix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::engine::random::Streams;
    use rand_distr::{Distribution, StandardNormal};

    fn points(count: usize, width: usize, purpose: u32) -> Vec<Vec<f64>> {
        let mut sequence = Streams::new(11, 0, 0).sequence(purpose);
        (0..count)
            .map(|_| (0..width).map(|_| StandardNormal.sample(&mut sequence)).collect())
            .collect()
    }

    fn truth(scores: &[f64]) -> f64 {
        1.0 + 0.8 * scores[2] - 0.5 * scores[0]
            + 0.3 * scores[2] * scores[0]
            + 0.2 * (scores[4] * 1.5).sin()
    }

    #[test]
    fn a_noisy_function_of_few_of_many_scores_is_learned() {
        let inputs = points(400, 30, 1);
        let noise = points(400, 1, 2);
        let values: Vec<f64> = inputs
            .iter()
            .zip(&noise)
            .map(|(scores, noise)| truth(scores) + 0.1 * noise[0])
            .collect();
        let emulator = Emulator::fit(&inputs, &values).unwrap();
        assert_eq!(emulator.relevance.scores[0], 2);
        let fresh = points(500, 30, 3);
        let errors = fresh.iter().map(|scores| (emulator.predict(scores) - truth(scores)).powi(2));
        let error = (errors.sum::<f64>() / 500.0).sqrt();
        // The function itself varies by about 1.0.
        assert!(error < 0.15, "{error}");
        let noise = emulator.covariance.noise.sqrt() * emulator.spread;
        assert!((0.05..0.2).contains(&noise), "{noise}");
    }

    #[test]
    fn values_that_are_no_numbers_are_left_out_and_equal_values_teach_nothing() {
        let inputs = points(60, 4, 4);
        let mut values: Vec<f64> = inputs.iter().map(|scores| scores[1]).collect();
        values[7] = f64::NAN;
        values[9] = f64::INFINITY;
        let emulator = Emulator::fit(&inputs, &values).unwrap();
        assert!((emulator.predict(&[0.0, 1.0, 0.0, 0.0]) - 1.0).abs() < 0.05);
        assert!(Emulator::fit(&inputs, &[0.5; 60]).is_none());
        assert!(Emulator::fit(&inputs[..5], &values[..5]).is_none());
    }
}
