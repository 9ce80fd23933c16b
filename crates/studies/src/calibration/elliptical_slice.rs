//! Elliptical slice sampling (Murray, Adams and MacKay 2010, arXiv:1001.0175): draws from a
//! posterior whose prior is standard normal, with nothing to tune.

use rand::{Rng, RngExt};
use rand_distr::{Distribution, StandardNormal};

/// A chain and where it stands.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The scores.
    pub scores: Vec<f64>,
    /// Logarithm of their likelihood.
    pub log_likelihood: f64,
}

impl Chain {
    /// Moves to the next draw. Every turn of the ellipse that is too unlikely is
    /// forsaken for a smaller one; a turn of nothing is always likely enough.
    pub fn step(&mut self, generator: &mut impl Rng, likelihood: impl Fn(&[f64]) -> f64) {
        /// A turn so small moves nothing that could be seen.
        const SMALLEST: f64 = 1e-9;
        let other: Vec<f64> =
            self.scores.iter().map(|_| StandardNormal.sample(generator)).collect();
        let uniform: f64 = 1.0 - generator.random::<f64>();
        let limit = self.log_likelihood + uniform.ln();
        let circle = std::f64::consts::TAU;
        let mut angle = circle * generator.random::<f64>();
        let (mut low, mut high) = (angle - circle, angle);
        while high - low > SMALLEST {
            let (sine, cosine) = angle.sin_cos();
            let proposal: Vec<f64> = self
                .scores
                .iter()
                .zip(&other)
                .map(|(mine, other)| mine * cosine + other * sine)
                .collect();
            let log_likelihood = likelihood(&proposal);
            if log_likelihood > limit {
                self.scores = proposal;
                self.log_likelihood = log_likelihood;
                return;
            }
            if angle < 0.0 {
                low = angle;
            } else {
                high = angle;
            }
            angle = low + (high - low) * generator.random::<f64>();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::engine::random::Streams;

    #[test]
    fn a_normal_posterior_has_its_mean_and_variance() {
        // Prior N(0, 1); one observation of 2 with variance 0.25: posterior N(1.6, 0.2).
        let likelihood = |scores: &[f64]| -(scores[0] - 2.0).powi(2) / 0.5;
        let mut generator = Streams::new(5, 0, 0).sequence(1);
        let mut chain = Chain { scores: vec![0.0, 0.0], log_likelihood: likelihood(&[0.0]) };
        let mut draws = Vec::new();
        for step in 0..21_000 {
            chain.step(&mut generator, likelihood);
            if step >= 1000 {
                draws.push(chain.scores.clone());
            }
        }
        let mean = |column: usize| draws.iter().map(|draw| draw[column]).sum::<f64>() / 20_000.0;
        let variance = |column: usize, mean: f64| {
            draws.iter().map(|draw| (draw[column] - mean).powi(2)).sum::<f64>() / 20_000.0
        };
        // Neighbours are alike: the errors are those of some thousand independent draws.
        assert!((mean(0) - 1.6).abs() < 0.04, "{}", mean(0));
        assert!((variance(0, mean(0)) - 0.2).abs() < 0.02);
        assert!(mean(1).abs() < 0.06);
        assert!((variance(1, mean(1)) - 1.0).abs() < 0.08);
    }
}
