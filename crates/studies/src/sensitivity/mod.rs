//! `sensitivity`: which parameters an outcome depends on, in each of two arms and in the
//! difference between them.
//!
//! First a screening: all parameters move over their ranges, one at a time along a few
//! walks (`trajectories`). Those with the largest effects are then moved together over Sobol
//! points (`base_samples`) while the others stay where the scenario has them, and the variance
//! is shared out among them (`indices`).
//!
//! | file | holds |
//! | --- | --- |
//! | `rows` | the rows of the tables |
//! | `trajectories`, `screening` | points that change one parameter at a time, and its effects |
//! | `base_samples`, `indices` | Sobol points, and first-order and total indices |
//! | `run` | the study |
//! | `evaluations` | tables of all points |
//! | `results` | the results folder in memory |
//! | `answers`, `method`, `phrases` | what the page says |
//! | `tables` | tables on the page |
//! | `indices_figure`, `screening_figure`, `noise_figure` | figures |
//! | `page` | the page |

use crate::bootstrap::Estimate;
use crate::sensitivity::screening::ElementaryEffects;

mod answers;
pub mod base_samples;
mod evaluations;
pub mod indices;
mod indices_figure;
pub(crate) mod kind;
mod method;
mod noise_figure;
mod page;
pub(crate) mod phrases;
mod results;
mod rows;
mod run;
pub mod screening;
mod screening_figure;
mod tables;
pub mod trajectories;

pub(crate) use run::{Sensitivity, analyse, tables};

/// Resamples behind every interval.
const RESAMPLES: usize = 1000;

/// Parameters to look at closely: those whose effect on any response is largest in
/// relation to the largest effect on that response. Places, in the order of the table.
fn selected(effects: &[Vec<ElementaryEffects>], parameters: usize, top: usize) -> Vec<usize> {
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
fn ranks(values: impl Iterator<Item = f64>) -> Vec<usize> {
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
fn triple(estimate: Estimate) -> [f64; 3] {
    [estimate.value, estimate.interval.lower, estimate.interval.upper]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bootstrap::Interval;

    fn effects(mu_star: f64) -> ElementaryEffects {
        let estimate =
            |value: f64| Estimate { value, interval: Interval { lower: value, upper: value } };
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
    fn what_matters_to_any_response_is_selected() {
        // Large in the first response, in the second, nowhere; the second is on a smaller
        // scale.
        let first = [4.0, 0.1, 0.2, 3.0].map(effects).to_vec();
        let second = [0.001, 0.02, 0.0, 0.01].map(effects).to_vec();
        let both = [first, second, Vec::new()];
        assert_eq!(selected(&both, 4, 2), [0, 1]);
        assert_eq!(selected(&both, 4, 3), [0, 1, 3]);
        assert_eq!(selected(&[], 4, 2).len(), 2);
    }

    #[test]
    fn ranks_begin_with_the_largest() {
        assert_eq!(ranks([0.2, 0.9, -0.1].into_iter()), [2, 1, 3]);
    }
}
