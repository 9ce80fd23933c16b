//! Which designs give more for less: the frontier of cost and outcome.

use rand::RngExt;

use homeground_core::engine::random::Streams;

/// Resamples of the replicates.
const RESAMPLES: u32 = 500;

/// No parameter draw has this number, so nothing else uses these random numbers.
const DRAW: u32 = u32::MAX - 1;

/// Is each design on the frontier: is there none that costs no more and is no worse, and
/// better in one of the two? `gain` is the larger the better; designs with NaN are not.
pub fn frontier(cost: &[f64], gain: &[f64]) -> Vec<bool> {
    let mut order: Vec<usize> =
        (0..cost.len()).filter(|index| (cost[*index] + gain[*index]).is_finite()).collect();
    order.sort_by(|one, other| {
        cost[*one].total_cmp(&cost[*other]).then(gain[*other].total_cmp(&gain[*one]))
    });
    let mut on = vec![false; cost.len()];
    let mut best = f64::NEG_INFINITY;
    let mut best_cost = f64::NEG_INFINITY;
    for index in order {
        let equal = gain[index] == best && cost[index] == best_cost;
        if gain[index] > best || equal {
            on[index] = true;
            (best, best_cost) = (gain[index], cost[index]);
        }
    }
    on
}

/// How often each design is on the frontier when the replicates are drawn anew, with
/// replacement. `cost` and `gain` hold the replicates of each design.
pub fn share_on_frontier(cost: &[&[f64]], gain: &[&[f64]], seed: u64) -> Vec<f64> {
    let replicates = cost.first().map_or(0, |values| values.len());
    let mut counts = vec![0u32; cost.len()];
    if replicates == 0 {
        return Vec::new();
    }
    let mut sequence = Streams::new(seed, DRAW, 0).sequence(0);
    for _ in 0..RESAMPLES {
        let drawn: Vec<usize> =
            (0..replicates).map(|_| sequence.random_range(0..replicates)).collect();
        let means = |values: &[&[f64]]| -> Vec<f64> {
            values
                .iter()
                .map(|values| {
                    drawn.iter().map(|index| values[*index]).sum::<f64>() / replicates as f64
                })
                .collect()
        };
        for (count, on) in counts.iter_mut().zip(frontier(&means(cost), &means(gain))) {
            *count += u32::from(on);
        }
    }
    counts.iter().map(|count| f64::from(*count) / f64::from(RESAMPLES)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_design_that_costs_more_and_gives_less_is_off_the_frontier() {
        let cost = [1.0, 2.0, 2.0, 3.0, 4.0, f64::NAN];
        let gain = [1.0, 3.0, 2.0, 3.0, 5.0, 9.0];
        assert_eq!(frontier(&cost, &gain), [true, true, false, false, true, false]);
        assert_eq!(frontier(&[1.0, 1.0], &[2.0, 2.0]), [true, true]);
    }

    #[test]
    fn replicates_that_disagree_share_the_frontier() {
        let cost: [&[f64]; 2] = [&[1.0, 1.0], &[2.0, 2.0]];
        let better: [&[f64]; 2] = [&[1.0, 1.0], &[2.0, 0.0]];
        let share = share_on_frontier(&cost, &better, 1);
        assert_eq!(share[0], 1.0);
        // The dearer design gives more only when its good replicate is drawn twice: ¼.
        assert!((share[1] - 0.25).abs() < 0.08, "{}", share[1]);
    }
}
