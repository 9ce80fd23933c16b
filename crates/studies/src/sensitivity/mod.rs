//! `sensitivity`: which parameters an outcome leans on, in each of two arms and in the
//! difference between them.
//!
//! First a screening: all parameters move over their ranges, one at a time along a few
//! walks ([`crate::sensitivity::trajectories`]). Those with the largest effects are then moved together
//! over Sobol points ([`crate::sensitivity::base_samples`]) while the others stay where the scenario has
//! them, and the variance is shared out among them ([`crate::sensitivity::indices`]).
//!
//! | file | holds |
//! | --- | --- |
//! | [`rows`] | the rows of the tables |
//! | `run` | the study |
//! | `evaluations` | tables of all points |

use crate::bootstrap::Estimate;
use crate::sensitivity::screening::ElementaryEffects;

pub mod base_samples;
mod evaluations;
pub mod figures;
pub mod indices;
pub(crate) mod kind;
mod page;
pub mod rows;
mod run;
pub mod screening;
pub mod trajectories;
pub mod words;

pub use run::{Sensitivity, analyse, tables};

/// Resamples behind every interval.
pub const RESAMPLES: usize = 1000;

/// Which parameters to look at closely: those whose effect on any response is largest in
/// relation to the largest effect on that response. Places, in the order of the table.
pub fn taken_on(effects: &[Vec<ElementaryEffects>], parameters: usize, top: usize) -> Vec<usize> {
    let mut sizes = vec![0.0f64; parameters];
    for effects in effects {
        let size = |effects: &ElementaryEffects| effects.mu_star.value;
        let largest = effects.iter().map(size).fold(0.0, f64::max);
        if largest > 0.0 {
            for (place, effects) in effects.iter().enumerate() {
                sizes[place] = sizes[place].max(size(effects) / largest);
            }
        }
    }
    let mut places: Vec<usize> = (0..parameters).collect();
    places.sort_by(|a, b| sizes[*b].total_cmp(&sizes[*a]));
    places.truncate(top);
    places.sort_unstable();
    places
}

/// Ranks from 1, the largest value first.
pub fn ranks(values: impl Iterator<Item = f64>) -> Vec<usize> {
    let values: Vec<f64> = values.collect();
    let mut places: Vec<usize> = (0..values.len()).collect();
    places.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    let mut ranks = vec![0; values.len()];
    for (rank, place) in places.into_iter().enumerate() {
        ranks[place] = rank + 1;
    }
    ranks
}

/// Ends and value of an estimate as three numbers.
pub fn triple(estimate: Estimate) -> [f64; 3] {
    [
        estimate.value,
        estimate.interval.lower,
        estimate.interval.upper,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bootstrap::Interval;

    fn effects(mu_star: f64) -> ElementaryEffects {
        let estimate = |value: f64| Estimate {
            value,
            interval: Interval {
                lower: value,
                upper: value,
            },
        };
        ElementaryEffects {
            mu: estimate(mu_star),
            mu_star: estimate(mu_star),
            sigma: estimate(0.0),
            mu_star_with_noise: mu_star,
            sigma_with_noise: 0.0,
            noise: 0.0,
        }
    }

    #[test]
    fn what_matters_to_any_response_is_taken_on() {
        // Large in the first response, in the second, nowhere; the second is on a smaller
        // scale.
        let first = [4.0, 0.1, 0.2, 3.0].map(effects).to_vec();
        let second = [0.001, 0.02, 0.0, 0.01].map(effects).to_vec();
        let both = [first, second, Vec::new()];
        assert_eq!(taken_on(&both, 4, 2), [0, 1]);
        assert_eq!(taken_on(&both, 4, 3), [0, 1, 3]);
        assert_eq!(taken_on(&[], 4, 2).len(), 2);
    }

    #[test]
    fn ranks_begin_with_the_largest() {
        assert_eq!(ranks([0.2, 0.9, -0.1].into_iter()), [2, 1, 3]);
    }
}
