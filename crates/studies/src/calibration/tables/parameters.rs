//! What the evidence says about parameters and pairs of them: the rows of `parameters.csv` and
//! `pairs.csv`.

use homeground_core::engine::draws::is_wide;
use homeground_core::evidence;

use crate::calibration::history_matching::{Calibration, CalibrationResult};
use crate::calibration::parameter_scores::FreeParameter;
use crate::calibration::tables::NORMAL_95;
use crate::calibration::tables::rows::{PairRow, ParameterRow};
use crate::calibration::weighted_sample::WeightedSample;

/// Correlations below this are left out.
const LEAST_CORRELATION: f64 = 0.25;

/// Share of the range that counts as its end.
const OUTER: f64 = 0.05;

/// Posterior against prior of every parameter, in the order of the table.
pub fn parameters(calibration: &Calibration<'_>, result: &CalibrationResult) -> Vec<ParameterRow> {
    let reductions = result.chains.scale_reduction();
    let sizes = result.chains.effective_sizes();
    calibration
        .space
        .free
        .iter()
        .enumerate()
        .map(|(place, free)| {
            let scores = WeightedSample::new(
                result.draws.iter().map(|draw| (draw.scores[place], draw.weight)),
            );
            let row = evidence::find(evidence::parameters(), &free.key);
            let (shift, learned) = (scores.mean(), 1.0 - scores.variance());
            let verdict = if learned >= 1.0 / 3.0 || shift.abs() >= 0.7 {
                "informed"
            } else if learned >= 0.1 || shift.abs() >= 0.35 {
                "slightly"
            } else {
                "not"
            };
            let (at_low, at_high) = at_ends(free, &scores);
            ParameterRow {
                parameter: free.key.clone(),
                unit: row.map_or_else(String::new, |row| row.unit.clone()),
                grade: row.map_or_else(String::new, |row| row.grade.to_string()),
                low: free.low,
                centre: free.centre,
                high: free.high,
                prior_median: free.value(0.0),
                prior_lower: free.value(-NORMAL_95),
                prior_upper: free.value(NORMAL_95),
                median: free.value(scores.quantile(0.5)),
                lower: free.value(scores.quantile(0.025)),
                upper: free.value(scores.quantile(0.975)),
                central: free.value(result.central[place]),
                shift,
                learned,
                verdict: verdict.to_owned(),
                edge: edge(free, at_low, at_high).to_owned(),
                at_low,
                at_high,
                scale_reduction: reductions[place],
                effective_steps: sizes[place],
            }
        })
        .collect()
}

/// Weight in the lowest and in the highest twentieth of the range.
fn at_ends(free: &FreeParameter, scores: &WeightedSample) -> (f64, f64) {
    let (low, high) = outer(free);
    (
        scores.share(|score| free.value(score) <= low),
        scores.share(|score| free.value(score) >= high),
    )
}

/// Where the outer twentieths begin; of the logarithm where the prior stands on that.
fn outer(free: &FreeParameter) -> (f64, f64) {
    if is_wide(free.low, free.high) {
        let ratio = (free.high / free.low).powf(OUTER);
        return (free.low * ratio, free.high / ratio);
    }
    let width = free.high - free.low;
    (free.low + OUTER * width, free.high - OUTER * width)
}

/// Does the posterior pile up at an end where the prior does not?
fn edge(free: &FreeParameter, at_low: f64, at_high: f64) -> &'static str {
    /// Weight at an end that is worth a word.
    const MUCH: f64 = 0.25;
    /// Times the prior's.
    const MORE: f64 = 3.0;
    let (low, high) = outer(free);
    let (prior_low, prior_high) = (free.share_below(low), 1.0 - free.share_below(high));
    if at_low > MUCH && at_low >= MORE * prior_low {
        "low"
    } else if at_high > MUCH && at_high >= MORE * prior_high {
        "high"
    } else {
        ""
    }
}

/// Pairs of parameters that are correlated, the strongest first.
pub fn pairs(calibration: &Calibration<'_>, result: &CalibrationResult) -> Vec<PairRow> {
    let free = &calibration.space.free;
    // The chains hold many more steps than there are draws, and no noise of weights.
    let steps: Vec<&Vec<f64>> = result.chains.steps.iter().flatten().collect();
    let mut pairs = Vec::new();
    for second in 0..free.len() {
        for first in 0..second {
            let correlation = correlation(&steps, first, second);
            if correlation.abs() >= LEAST_CORRELATION {
                pairs.push(PairRow {
                    first: free[first].key.clone(),
                    second: free[second].key.clone(),
                    correlation,
                });
            }
        }
    }
    pairs.sort_by(|one, other| other.correlation.abs().total_cmp(&one.correlation.abs()));
    pairs
}

fn correlation(steps: &[&Vec<f64>], first: usize, second: usize) -> f64 {
    let count = steps.len() as f64;
    let mean = |place: usize| steps.iter().map(|step| step[place]).sum::<f64>() / count;
    let (mean_first, mean_second) = (mean(first), mean(second));
    let mut sums = [0.0; 3];
    for step in steps {
        let (one, other) = (step[first] - mean_first, step[second] - mean_second);
        sums[0] += one * one;
        sums[1] += other * other;
        sums[2] += one * other;
    }
    sums[2] / (sums[0] * sums[1]).sqrt()
}
