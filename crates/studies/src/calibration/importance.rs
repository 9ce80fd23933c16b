//! Weights of draws: from their likelihoods, and fewer draws for many.

/// A draw of the posterior.
#[derive(Clone, Debug)]
pub struct Draw {
    /// Its scores.
    pub scores: Vec<f64>,
    /// Its statistics, from many families.
    pub statistics: Vec<f64>,
    /// Its weight; those of all draws sum to 1.
    pub weight: f64,
}

/// Weights that sum to 1, from their logarithms.
pub fn normalised(logarithms: &[f64]) -> Vec<f64> {
    let largest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = logarithms.iter().map(|value| (value - largest).exp()).collect();
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / sum).collect()
}

/// About so many of the draws, none twice, such that every weighted mean stays what it
/// was on average: a draw stays with probability in proportion to its weight, at most 1,
/// and counts for those that went (systematic sampling, Madow 1949).
pub fn thinned(draws: Vec<Draw>, kept: usize) -> Vec<Draw> {
    if draws.len() <= kept {
        return draws;
    }
    let chances = inclusion(draws.iter().map(|draw| draw.weight).collect(), kept);
    let mut passed = 0.5;
    let mut stayed: Vec<Draw> = Vec::with_capacity(kept);
    for (mut draw, chance) in draws.into_iter().zip(chances) {
        passed += chance;
        if passed >= 1.0 {
            passed -= 1.0;
            draw.weight /= chance;
            stayed.push(draw);
        }
    }
    let sum: f64 = stayed.iter().map(|draw| draw.weight).sum();
    for draw in &mut stayed {
        draw.weight /= sum;
    }
    stayed
}

/// Probabilities in proportion to weights, none above 1, that add to `kept`.
fn inclusion(weights: Vec<f64>, kept: usize) -> Vec<f64> {
    let mut factor = kept as f64;
    // Draws that are certain leave less to the others; a few rounds settle it.
    for _ in 0..50 {
        let certain = weights.iter().filter(|weight| *weight * factor >= 1.0);
        let (number, held) =
            certain.fold((0, 0.0), |(number, held), weight| (number + 1, held + weight));
        let left: f64 = 1.0 - held;
        if number >= kept || left <= 0.0 {
            break;
        }
        factor = (kept - number) as f64 / left;
    }
    weights.into_iter().map(|weight| (weight * factor).min(1.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinning_keeps_weighted_means_and_never_takes_a_draw_twice() {
        let weights: Vec<f64> = (0..1000).map(|draw| f64::from(draw % 10 + 1)).collect();
        let sum: f64 = weights.iter().sum();
        let draws: Vec<Draw> = weights
            .iter()
            .enumerate()
            .map(|(number, weight)| Draw {
                scores: vec![number as f64, (number % 10) as f64],
                statistics: Vec::new(),
                weight: weight / sum,
            })
            .collect();
        let mean = |draws: &[Draw], place: usize| -> f64 {
            draws.iter().map(|draw| draw.weight * draw.scores[place]).sum()
        };
        let before = (mean(&draws, 0), mean(&draws, 1));
        let after = thinned(draws, 200);
        assert_eq!(after.len(), 200);
        let total: f64 = after.iter().map(|draw| draw.weight).sum();
        assert!((total - 1.0).abs() < 1e-12);
        assert!(after.windows(2).all(|pair| pair[0].scores[0] < pair[1].scores[0]));
        assert!((mean(&after, 0) - before.0).abs() < 10.0, "{}", mean(&after, 0));
        assert!((mean(&after, 1) - before.1).abs() < 0.3, "{}", mean(&after, 1));
    }

    #[test]
    fn heavy_draws_stay_for_certain() {
        let chances = inclusion(vec![0.5, 0.2, 0.1, 0.1, 0.1], 3);
        // The first is certain; the others share two: 0.2, 0.1, 0.1, 0.1 times 4.
        let expected = [1.0, 0.8, 0.4, 0.4, 0.4];
        for (chance, expected) in chances.iter().zip(expected) {
            assert!((chance - expected).abs() < 1e-12, "{chances:?}");
        }
    }

    #[test]
    fn weights_from_logarithms_sum_to_one_however_far_apart() {
        let weights = normalised(&[-1000.0, -1000.0 + 2f64.ln(), -5000.0]);
        assert!((weights[0] - 1.0 / 3.0).abs() < 1e-12);
        assert!((weights[1] - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(weights[2], 0.0);
    }
}
