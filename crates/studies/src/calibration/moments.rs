//! Exact sums for means, spreads and correlations: the order of families does not matter.

use homeground_core::outcomes::tally::FIXED;

/// Sums of values between −128 and 128, in fixed point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Univariate {
    count: i64,
    sum: i128,
    squares: i128,
}

fn fixed(value: f64) -> i128 {
    (value * FIXED).round() as i128
}

impl Univariate {
    /// Takes in values.
    #[inline(always)]
    pub fn take(&mut self, values: &[f32]) {
        for value in values {
            let value = f64::from(*value);
            self.count += 1;
            self.sum += fixed(value);
            self.squares += fixed(value * value);
        }
    }

    /// Takes in what another holds.
    pub fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// The mean; NaN of nothing.
    pub fn mean(&self) -> f64 {
        self.sum as f64 / FIXED / self.count as f64
    }

    /// The variance by one less than the count; NaN of fewer than two.
    pub fn variance(&self) -> f64 {
        if self.count < 2 {
            return f64::NAN;
        }
        let count = self.count as f64;
        let mean = self.mean();
        let around = self.squares as f64 / FIXED - count * mean * mean;
        (around / (count - 1.0)).max(0.0)
    }
}

/// Sums of pairs, in fixed point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bivariate {
    first: Univariate,
    second: Univariate,
    products: i128,
}

impl Bivariate {
    /// Takes in a pair.
    #[inline(always)]
    pub fn take(&mut self, first: f32, second: f32) {
        self.first.take(&[first]);
        self.second.take(&[second]);
        self.products += fixed(f64::from(first) * f64::from(second));
    }

    /// Takes in what another holds.
    pub fn add(&mut self, other: &Self) {
        self.first.add(&other.first);
        self.second.add(&other.second);
        self.products += other.products;
    }

    /// Pearson's correlation; NaN where one does not vary.
    pub fn correlation(&self) -> f64 {
        let count = self.first.count as f64;
        let around = self.products as f64 / FIXED - count * self.first.mean() * self.second.mean();
        let covariance = around / (count - 1.0);
        covariance / (self.first.variance() * self.second.variance()).sqrt()
    }
}

/// Bins of a histogram over 0 to 1.
const BINS: usize = 4096;

/// Counts of values between 0 and 1 in narrow bins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    bins: Vec<i64>,
}

impl Default for Histogram {
    fn default() -> Self {
        Histogram { bins: vec![0; BINS] }
    }
}

impl Histogram {
    /// One that nothing is put into.
    pub fn empty() -> Self {
        Histogram { bins: Vec::new() }
    }

    /// Takes in a value.
    #[inline(always)]
    pub fn take(&mut self, value: f32) {
        let bin = ((value * BINS as f32) as usize).min(BINS - 1);
        self.bins[bin] += 1;
    }

    /// Takes in what another holds.
    pub fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.bins.iter_mut().zip(&other.bins) {
            *mine += theirs;
        }
    }

    /// Values in all and in the bins from `first` on; inside the bin before, `share` of it.
    fn above(&self, first: usize, share: f64) -> (f64, f64) {
        let all: i64 = self.bins.iter().sum();
        let above: i64 = self.bins[first..].iter().sum();
        let edge = first.checked_sub(1).map_or(0, |bin| self.bins[bin]);
        (all as f64, above as f64 + share * edge as f64)
    }

    /// Odds of lying above the 95th percentile of `everyone`: those of `many` over those
    /// of `none`. Half a family is added to each count, so that no count is zero (Haldane
    /// 1956, Anscombe 1956).
    pub fn odds_ratio(everyone: &Histogram, none: &Histogram, many: &Histogram) -> f64 {
        /// Share of families above the limit.
        const TOP: f64 = 0.05;
        let all: i64 = everyone.bins.iter().sum();
        let wanted = TOP * all as f64;
        let mut seen = 0.0;
        let mut first = BINS;
        while first > 0 && seen + everyone.bins[first - 1] as f64 <= wanted {
            first -= 1;
            seen += everyone.bins[first] as f64;
        }
        let edge = first.checked_sub(1).map_or(0, |bin| everyone.bins[bin]);
        let share = if edge > 0 { (wanted - seen) / edge as f64 } else { 0.0 };
        let odds = |group: &Histogram| {
            let (count, above) = group.above(first, share);
            (above + 0.5) / (count - above + 0.5)
        };
        odds(many) / odds(none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_variance_and_correlation_by_hand() {
        let mut both = Bivariate::default();
        for (x, y) in [(0.1, 0.4), (0.2, 0.1), (0.6, 0.7)] {
            both.take(x, y);
        }
        // x: mean 0.3, squares around it 0.04 + 0.01 + 0.09; y: mean 0.4, 0 + 0.09 + 0.09;
        // products 0 + 0.03 + 0.09.
        assert!((both.first.mean() - 0.3).abs() < 1e-7);
        assert!((both.first.variance() - 0.07).abs() < 1e-7);
        let expected = 0.12 / (0.14f64 * 0.18).sqrt();
        assert!((both.correlation() - expected).abs() < 1e-6);
    }

    #[test]
    fn nothing_has_no_mean_and_one_has_no_spread() {
        let mut one = Univariate::default();
        assert!(one.mean().is_nan());
        one.take(&[0.5]);
        assert!(one.variance().is_nan());
        assert!(Bivariate::default().correlation().is_nan());
    }

    #[test]
    fn odds_above_the_percentile_by_hand() {
        let mut everyone = Histogram::default();
        let mut none = Histogram::default();
        let mut many = Histogram::default();
        // A hundred families at 0.005, 0.015, ...: the five highest lie above 0.95.
        for family in 0..100 {
            let danger = (family as f32 + 0.5) / 100.0;
            everyone.take(danger);
            if family % 2 == 0 {
                none.take(danger);
            } else {
                many.take(danger);
            }
        }
        // Above: 95, 96, 97, 98, 99; two even and three odd of fifty each.
        let expected = (3.5 / 47.5) / (2.5 / 48.5);
        let found = Histogram::odds_ratio(&everyone, &none, &many);
        assert!((found - expected).abs() < 1e-12, "{found}");
    }
}
