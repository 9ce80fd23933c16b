//! Means, Monte Carlo errors and intervals over replicates and parameter draws.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// Mean and variance of a column of numbers, number by number (Welford 1962).
/// Undefined values (NaN) are left out, each column counting for itself.
#[derive(Clone, Debug, Default)]
pub struct Moments {
    count: Vec<u32>,
    mean: Vec<f64>,
    squares: Vec<f64>,
}

impl Moments {
    /// Takes in one more row of values.
    pub fn add(&mut self, values: &[f64]) {
        self.grow(values.len());
        for (place, value) in values.iter().enumerate() {
            if value.is_nan() {
                continue;
            }
            self.count[place] += 1;
            let before = value - self.mean[place];
            self.mean[place] += before / f64::from(self.count[place]);
            self.squares[place] += before * (value - self.mean[place]);
        }
    }

    fn grow(&mut self, length: usize) {
        if self.count.len() < length {
            self.count.resize(length, 0);
            self.mean.resize(length, 0.0);
            self.squares.resize(length, 0.0);
        }
    }

    /// Number of values.
    pub fn len(&self) -> usize {
        self.count.len()
    }

    /// Is there nothing yet?
    pub fn is_empty(&self) -> bool {
        self.count.is_empty()
    }

    /// Mean of a value; none when it was never defined.
    pub fn mean(&self, place: usize) -> Option<f64> {
        (*self.count.get(place)? > 0).then(|| self.mean[place])
    }

    /// Variance of a value between rows; none with fewer than two.
    pub fn variance(&self, place: usize) -> Option<f64> {
        let count = *self.count.get(place)?;
        (count > 1).then(|| self.squares[place] / f64::from(count - 1))
    }

    /// Variance of the mean; none with fewer than two rows.
    pub fn variance_of_mean(&self, place: usize) -> Option<f64> {
        Some(self.variance(place)? / f64::from(self.count[place]))
    }

    /// Rows in which a value was defined.
    pub fn count(&self, place: usize) -> u32 {
        self.count.get(place).copied().unwrap_or(0)
    }
}

/// Means, variances and covariance of two columns that come together, such as two
/// arms under common random numbers. Rows in which either is undefined are left out.
#[derive(Clone, Debug, Default)]
pub struct CoMoments {
    first: Moments,
    second: Moments,
    products: Vec<f64>,
}

impl CoMoments {
    /// Takes in one more row of both.
    pub fn add(&mut self, first: &[f64], second: &[f64]) {
        let pairs = || first.iter().zip(second);
        let defined = |a: &f64, b: &f64| !a.is_nan() && !b.is_nan();
        let keep = |value: f64, kept: bool| if kept { value } else { f64::NAN };
        let deviations: Vec<f64> = pairs()
            .enumerate()
            .map(|(place, (a, _))| a - self.first.mean(place).unwrap_or(0.0))
            .collect();
        let firsts: Vec<f64> = pairs().map(|(a, b)| keep(*a, defined(a, b))).collect();
        let seconds: Vec<f64> = pairs().map(|(a, b)| keep(*b, defined(a, b))).collect();
        self.first.add(&firsts);
        self.second.add(&seconds);
        self.products.resize(self.first.len(), 0.0);
        for (place, (a, b)) in pairs().enumerate() {
            if defined(a, b) {
                let after = b - self.second.mean(place).unwrap_or(0.0);
                self.products[place] += deviations[place] * after;
            }
        }
    }

    /// Number of columns.
    pub fn len(&self) -> usize {
        self.products.len()
    }

    /// Is there nothing yet?
    pub fn is_empty(&self) -> bool {
        self.products.is_empty()
    }

    /// Rows in which both were defined.
    pub fn count(&self, place: usize) -> u32 {
        self.first.count(place)
    }

    /// Both means over those rows.
    pub fn means(&self, place: usize) -> Option<(f64, f64)> {
        self.first.mean(place).zip(self.second.mean(place))
    }

    /// Variances of the two means, and their covariance; none with fewer than two rows.
    pub fn errors(&self, place: usize) -> Option<(f64, f64, f64)> {
        let count = f64::from(self.count(place));
        let covariance = self.products.get(place)? / (count - 1.0) / count;
        let first = self.first.variance_of_mean(place)?;
        Some((first, self.second.variance_of_mean(place)?, covariance))
    }
}

/// Share of an interval's distribution that it holds.
const COVERAGE: f64 = 0.95;

/// Half-width of a 95 % interval in standard errors, by Student's t with one degree
/// of freedom less than there are replicates.
pub fn half_width(replicates: u32) -> f64 {
    let freedom = f64::from(replicates.max(2) - 1);
    StudentsT::new(0.0, 1.0, freedom).map_or(f64::NAN, |t| t.inverse_cdf((1.0 + COVERAGE) / 2.0))
}

/// The 2.5th and 97.5th percentile of values over draws; none with fewer than two.
pub fn central_interval(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let mut sorted: Vec<f64> = values.filter(|value| !value.is_nan()).collect();
    if sorted.len() < 2 {
        return None;
    }
    sorted.sort_by(f64::total_cmp);
    let tail = (1.0 - COVERAGE) / 2.0;
    Some((quantile(&sorted, tail), quantile(&sorted, 1.0 - tail)))
}

/// Quantile of sorted values with linear interpolation between them.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let position = share * (sorted.len() - 1) as f64;
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (position - below as f64) * (sorted[above] - sorted[below])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_of_a_hand_worked_column() {
        let mut moments = Moments::default();
        for value in [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0] {
            moments.add(&[value, f64::NAN]);
        }
        assert_eq!(moments.mean(0), Some(5.0));
        assert!((moments.variance(0).unwrap() - 32.0 / 7.0).abs() < 1e-12);
        assert_eq!(moments.mean(1), None);
        assert_eq!(moments.variance(1), None);
    }

    #[test]
    fn covariance_of_a_hand_worked_pair() {
        let mut pair = CoMoments::default();
        for (a, b) in [(1.0, 2.0), (2.0, 4.0), (3.0, 9.0)] {
            pair.add(&[a], &[b]);
        }
        // Products of deviations: (−1)(−3) + 0 + 1·4 = 7; over 2, over 3.
        let (first, second, covariance) = pair.errors(0).unwrap();
        assert!((covariance - 7.0 / 2.0 / 3.0).abs() < 1e-12);
        assert!((first - 1.0 / 3.0).abs() < 1e-12);
        assert!((second - 13.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn a_pair_counts_only_rows_in_which_both_are_defined() {
        let mut pair = CoMoments::default();
        for (a, b) in [
            (1.0, 2.0),
            (f64::NAN, 50.0),
            (2.0, 4.0),
            (9.0, f64::NAN),
            (3.0, 9.0),
        ] {
            pair.add(&[a], &[b]);
        }
        assert_eq!(pair.count(0), 3);
        assert_eq!(pair.means(0), Some((2.0, 5.0)));
        assert!((pair.errors(0).unwrap().2 - 7.0 / 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn intervals_are_students() {
        // Tables of t: 2.093 at 19 degrees of freedom, 12.706 at 1.
        assert!((half_width(20) - 2.093).abs() < 5e-4);
        assert!((half_width(2) - 12.706).abs() < 5e-4);
    }

    #[test]
    fn central_interval_cuts_a_fortieth_from_each_end() {
        let (low, high) = central_interval((0..=1000).map(f64::from)).unwrap();
        assert!((low - 25.0).abs() < 1e-9 && (high - 975.0).abs() < 1e-9);
        assert_eq!(central_interval([1.0].into_iter()), None);
    }
}
