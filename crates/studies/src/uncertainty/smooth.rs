//! A smooth function of several inputs, learnt from noisy points: what can be said of an
//! outcome when only these inputs are known.
//!
//! Each input is replaced by its rank between −1 and 1, and enters as a straight part
//! and a curved part (Legendre polynomials up to `DEGREE`, the rougher the smaller);
//! products of the straight parts of every two inputs stand for interaction. Each part
//! has a variance of its own, found by maximising the marginal likelihood (MacKay 1992,
//! doi:10.1162/neco.1992.4.3.415; Tipping 2001): a part that the points do not support
//! is shrunk to nothing. It serves as the regression of Strong, Oakley and Brennan
//! (2014, doi:10.1177/0272989X13505910), there by splines or Gaussian processes.

use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

/// Highest degree of the polynomials.
const DEGREE: usize = 5;
/// Rounds after which variances are taken as they are.
const MOST_ROUNDS: usize = 100;
/// Change of every variance, as a part of all variance, at which they count as found.
const SETTLED: f64 = 1e-4;
/// The part of the variance that noise has at the very least.
const LEAST_NOISE: f64 = 1e-9;

/// The parts of a smooth function, evaluated at the points.
#[derive(Clone, Debug)]
pub struct Parts {
    columns: DMatrix<f64>,
    /// Part that each column belongs to.
    part: Vec<usize>,
    parts: usize,
    /// Products of columns.
    products: DMatrix<f64>,
}

impl Parts {
    /// The parts for these inputs, one slice an input with a value for each point.
    /// An input that has only one value is left out.
    pub fn new(inputs: &[&[f64]]) -> Self {
        let points = inputs.first().map_or(0, |input| input.len());
        let mut columns: Vec<Vec<f64>> = Vec::new();
        let mut part = Vec::new();
        let mut parts = 0;
        let mut straight = Vec::new();
        for input in inputs {
            let ranks = ranks(input);
            if ranks.iter().all(|rank| *rank == 0.0) {
                continue;
            }
            for degree in 1..=DEGREE {
                // The rougher, the smaller beforehand; as for a function with two
                // derivatives.
                let weight = (degree as f64).powi(-2);
                columns.push(ranks.iter().map(|x| weight * legendre(degree, *x)).collect());
                part.push(parts + usize::from(degree > 1));
            }
            straight.push(columns.len() - DEGREE);
            parts += 2;
        }
        for (place, first) in straight.iter().enumerate() {
            for second in &straight[..place] {
                let pairs = columns[*first].iter().zip(&columns[*second]);
                columns.push(pairs.map(|(a, b)| a * b).collect());
                part.push(parts);
            }
        }
        parts += usize::from(straight.len() > 1);
        for column in &mut columns {
            let mean = column.iter().sum::<f64>() / points as f64;
            column.iter_mut().for_each(|value| *value -= mean);
        }
        let columns = DMatrix::from_fn(points, columns.len(), |row, column| columns[column][row]);
        let products = columns.tr_mul(&columns);
        Self { columns, part, parts, products }
    }

    /// The same points with their inputs permuted: `order[point]` says whose inputs a point
    /// gets. What is then found is found by chance.
    pub fn permuted(&self, order: &[usize]) -> Self {
        Self { columns: self.columns.select_rows(order), ..self.clone() }
    }

    /// The function that these values, one for each point, speak for.
    pub fn fit(&self, values: &[f64]) -> Fit {
        let points = values.len();
        let mean = values.iter().sum::<f64>() / points.max(1) as f64;
        let values = DVector::from_iterator(points, values.iter().map(|value| value - mean));
        let total = values.norm_squared() / points.max(1) as f64;
        if self.part.is_empty() || total <= 0.0 {
            return Fit {
                values: vec![mean; points],
                spread: DMatrix::zeros(points, 0),
                noise: total,
            };
        }
        self.fit_centred(mean, &values, total)
    }

    fn fit_centred(&self, mean: f64, values: &DVector<f64>, total: f64) -> Fit {
        let points = values.len() as f64;
        let with_values = self.columns.tr_mul(values);
        let mut noise = total / 2.0;
        let mut variances = vec![total / self.parts as f64; self.parts];
        let mut solution = self.solve(&with_values, &variances, noise);
        for _ in 0..MOST_ROUNDS {
            let Some(solved) = &solution else { break };
            let before = (variances.clone(), noise);
            let mut used = 0.0;
            for (part, variance) in variances.iter_mut().enumerate() {
                let mine = |column: &usize| self.part[*column] == part;
                let places: Vec<usize> = (0..self.part.len()).filter(mine).collect();
                let doubt: f64 = places.iter().map(|&place| solved.doubt[place]).sum();
                let degrees = places.len() as f64 - doubt;
                let squares: f64 =
                    places.iter().map(|&place| solved.coefficients[place].powi(2)).sum();
                used += degrees;
                *variance = if degrees > 0.0 { squares / degrees } else { 0.0 };
            }
            let residual = (values - &self.columns * &solved.coefficients).norm_squared();
            noise = (residual / (points - used).max(1.0)).max(total * LEAST_NOISE);
            let moved = variances
                .iter()
                .zip(&before.0)
                .map(|(now, before)| (now - before).abs())
                .fold((noise - before.1).abs(), f64::max);
            solution = self.solve(&with_values, &variances, noise);
            if moved < SETTLED * total {
                break;
            }
        }
        let Some(solved) = solution else {
            return Fit {
                values: vec![mean; values.len()],
                spread: DMatrix::zeros(values.len(), 0),
                noise: total,
            };
        };
        let fitted = &self.columns * &solved.coefficients;
        // The mean is uncertain too; the parts have mean zero, so it is apart from them.
        let of_mean = (noise / points).sqrt();
        let spread = &self.columns * solved.spread();
        Fit {
            values: fitted.iter().map(|value| mean + value).collect(),
            spread: spread.insert_column(self.part.len(), of_mean),
            noise,
        }
    }

    /// Coefficients when the variances are known.
    fn solve(&self, with_values: &DVector<f64>, variances: &[f64], noise: f64) -> Option<Solution> {
        let count = self.part.len();
        let deviations = DVector::from_fn(count, |place, _| variances[self.part[place]].sqrt());
        let mut precision = DMatrix::from_fn(count, count, |row, column| {
            deviations[row] * self.products[(row, column)] * deviations[column] / noise
        });
        for place in 0..count {
            precision[(place, place)] += 1.0;
        }
        let factor = Cholesky::new(precision)?;
        let scaled = with_values.component_mul(&deviations) / noise;
        let coefficients = factor.solve(&scaled).component_mul(&deviations);
        let doubt = factor.inverse().diagonal();
        Some(Solution { coefficients, doubt, factor, deviations })
    }
}

/// Coefficients and what is left in doubt about them.
struct Solution {
    coefficients: DVector<f64>,
    /// Posterior variance of each as a part of its prior variance.
    doubt: DVector<f64>,
    factor: Cholesky<f64, Dyn>,
    deviations: DVector<f64>,
}

impl Solution {
    /// A square root of the posterior covariance: standard normal numbers become
    /// deviations of the coefficients.
    fn spread(&self) -> DMatrix<f64> {
        let count = self.deviations.len();
        let lower = self.factor.l();
        // Of L Lᵀ = precision, the inverse of Lᵀ is a root of the covariance.
        let root = lower
            .transpose()
            .solve_upper_triangular(&DMatrix::identity(count, count))
            .unwrap_or_else(|| DMatrix::zeros(count, count));
        DMatrix::from_diagonal(&self.deviations) * root
    }
}

/// A smooth function at the points, and its uncertainty.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The expected value at each point.
    pub values: Vec<f64>,
    /// Times a column of standard normal numbers: another function that the points
    /// could also speak for, less [`Fit::values`].
    pub spread: DMatrix<f64>,
    /// Variance of what the inputs do not explain; tests hold it against what was put in.
    #[cfg_attr(not(test), expect(dead_code))]
    pub noise: f64,
}

/// Ranks of values from −1 to 1; equal values share theirs. All 0 if all are equal.
fn ranks(values: &[f64]) -> Vec<f64> {
    let count = values.len();
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; count];
    let mut start = 0;
    while start < count {
        let same = order[start..]
            .iter()
            .take_while(|&&place| values[place] == values[order[start]])
            .count();
        let middle = start as f64 + same as f64 / 2.0;
        for place in &order[start..start + same] {
            ranks[*place] = 2.0 * middle / count as f64 - 1.0;
        }
        start += same;
    }
    ranks
}

/// Legendre polynomial with mean square one between −1 and 1.
fn legendre(degree: usize, x: f64) -> f64 {
    let (mut before, mut now) = (1.0, x);
    for step in 1..degree {
        let step = step as f64;
        let next = ((2.0 * step + 1.0) * x * now - step * before) / (step + 1.0);
        (before, now) = (now, next);
    }
    (2.0 * degree as f64 + 1.0).sqrt() * now
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::engine::random::Streams;
    use homeground_core::model::math::normal_quantile;
    use rand::RngExt;

    fn uniforms(count: usize, purpose: u32) -> Vec<f64> {
        let mut sequence = Streams::new(11, 0, 0).sequence(purpose);
        (0..count).map(|_| sequence.random::<f64>()).collect()
    }

    fn noise(count: usize, purpose: u32) -> Vec<f64> {
        uniforms(count, purpose).into_iter().map(normal_quantile).collect()
    }

    fn mean_square(values: impl Iterator<Item = f64>) -> f64 {
        let values: Vec<f64> = values.collect();
        values.iter().map(|value| value * value).sum::<f64>() / values.len() as f64
    }

    #[test]
    fn polynomials_have_mean_square_one_and_are_apart() {
        let points = 20_000;
        let at = |place: usize| 2.0 * (place as f64 + 0.5) / points as f64 - 1.0;
        for first in 1..=DEGREE {
            for second in 1..=first {
                let sum: f64 = (0..points)
                    .map(|place| legendre(first, at(place)) * legendre(second, at(place)))
                    .sum();
                let expected = f64::from(u8::from(first == second));
                assert!((sum / points as f64 - expected).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn ranks_do_not_mind_the_scale_and_share_ties() {
        assert_eq!(ranks(&[10.0, 1e9, 3.0, 10.0]), [0.0, 0.75, -0.75, 0.0]);
        assert_eq!(ranks(&[5.0, 5.0]), [0.0, 0.0]);
    }

    #[test]
    fn a_curve_is_found_under_noise_and_its_uncertainty_is_honest() {
        let count = 500;
        let x = uniforms(count, 1);
        let truth: Vec<f64> = x.iter().map(|x| (3.0 * x).sin() + x).collect();
        let values: Vec<f64> =
            truth.iter().zip(noise(count, 2)).map(|(t, e)| t + 0.5 * e).collect();
        let fit = Parts::new(&[&x]).fit(&values);
        assert!((fit.noise.sqrt() - 0.5).abs() < 0.05, "{}", fit.noise);
        let away = mean_square(fit.values.iter().zip(&truth).map(|(a, b)| a - b));
        let told = mean_square(fit.spread.row_iter().map(|row| row.norm()));
        // About six coefficients of variance 0.25 / 500 each.
        assert!(away < 0.006, "{away}");
        assert!(told > 0.3 * away && told < 10.0 * away, "{told} {away}");
    }

    #[test]
    fn an_interaction_of_two_inputs_is_found() {
        let (x, y, other) = (uniforms(400, 1), uniforms(400, 2), uniforms(400, 3));
        let values: Vec<f64> = x.iter().zip(&y).map(|(x, y)| (x - 0.5) * (y - 0.5)).collect();
        let fit = Parts::new(&[&x, &y, &other]).fit(&values);
        let left = mean_square(fit.values.iter().zip(&values).map(|(a, b)| a - b));
        assert!(left < 0.02 * mean_square(values.iter().copied()), "{left}");
    }

    #[test]
    fn inputs_that_mean_nothing_explain_next_to_nothing() {
        let inputs: Vec<Vec<f64>> = (0..10).map(|input| uniforms(500, 10 + input)).collect();
        let inputs: Vec<&[f64]> = inputs.iter().map(Vec::as_slice).collect();
        let mut explained = 0.0;
        for trial in 0..10 {
            let fit = Parts::new(&inputs).fit(&noise(500, 100 + trial));
            let mean = fit.values.iter().sum::<f64>() / 500.0;
            explained += mean_square(fit.values.iter().map(|value| value - mean)) / 10.0;
        }
        // Least squares on the same columns would explain 95 of 499 parts.
        assert!(explained < 0.03, "{explained}");
    }

    #[test]
    fn a_constant_input_or_outcome_gives_the_mean() {
        let fit = Parts::new(&[&[1.0, 1.0, 1.0]]).fit(&[1.0, 2.0, 6.0]);
        assert_eq!(fit.values, [3.0; 3]);
        let fit = Parts::new(&[&[1.0, 2.0, 3.0]]).fit(&[4.0; 3]);
        assert_eq!(fit.values, [4.0; 3]);
    }
}
