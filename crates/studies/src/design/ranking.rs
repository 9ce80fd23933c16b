//! Designs by the outcome that is asked about, within a cost limit.

use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::DesignPlan;

use crate::answers::Answers;
use crate::design::RankRow;
use crate::design::frontier::{frontier, share_on_frontier};
use crate::interval::Mean;

/// Every design with its rank, its distance from the best, and its place by the frontier.
pub(super) fn ranking(
    answers: &Answers,
    cost_place: usize,
    asked: Key,
    plan: &DesignPlan,
    seed: u64,
) -> Vec<RankRow> {
    let points = answers.shape.points;
    let place = answers.place_of(asked).unwrap_or(0);
    let sign = match asked.outcome.less_is_better() {
        Some(false) => 1.0,
        // Where neither way is better, less is listed first.
        _ => -1.0,
    };
    let costs: Vec<f64> = (0..points).map(|point| answers.mean(point, 0, cost_place)).collect();
    let values: Vec<f64> = (0..points).map(|point| answers.mean(point, 0, place)).collect();
    let gains: Vec<f64> = values.iter().map(|value| sign * value).collect();
    let on = frontier(&costs, &gains);
    let cost_replicates: Vec<&[f64]> =
        (0..points).map(|point| answers.replicates(point, 0, cost_place)).collect();
    let gain_replicates: Vec<Vec<f64>> = (0..points)
        .map(|point| answers.replicates(point, 0, place).iter().map(|value| sign * value).collect())
        .collect();
    let gain_slices: Vec<&[f64]> = gain_replicates.iter().map(Vec::as_slice).collect();
    let shares = share_on_frontier(&cost_replicates, &gain_slices, seed);
    let limit = plan.cost_limit.unwrap_or(f64::INFINITY);
    let mut within: Vec<usize> =
        (0..points).filter(|point| costs[*point] <= limit && gains[*point].is_finite()).collect();
    within.sort_by(|one, other| gains[*other].total_cmp(&gains[*one]).then(one.cmp(other)));
    let best = within.first().copied();
    (0..points)
        .map(|point| {
            let less_best = best.map(|best| {
                let one = answers.replicates(point, 0, place);
                let other = answers.replicates(best, 0, place);
                let differences: Vec<f64> =
                    one.iter().zip(other).map(|(one, other)| one - other).collect();
                Mean::of(&differences)
            });
            let finite = |value: f64| value.is_finite().then_some(value);
            RankRow {
                point: point as u32 + 1,
                rank: within.iter().position(|other| *other == point).map(|rank| rank as u32 + 1),
                cost: finite(costs[point]),
                outcome: finite(values[point]),
                less_best: less_best.and_then(|mean| mean.estimate),
                less_best_lower: less_best.and_then(|mean| mean.lower),
                less_best_upper: less_best.and_then(|mean| mean.upper),
                on_frontier: on[point],
                on_frontier_share: shares.get(point).copied(),
            }
        })
        .collect()
}
