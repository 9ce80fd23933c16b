//! The tables of a calibration: what fits, what was learned, and how far to trust it.

use homeground_core::engine::draws::is_wide;
use homeground_core::evidence::{self, LiteratureReading, MODEL_VERSION, Posterior};
use homeground_core::model::parameters::Parameters;
use homeground_core::scenario::targets::{Comparable, Target};

use crate::calibration::importance::normalised;
use crate::calibration::likelihood::{Link, Observed};
use crate::calibration::rows::{CheckRow, ConflictRow, PairRow, ParameterRow, WaveRow};
use crate::calibration::scores::Free;
use crate::calibration::waves::{Calibration, Draw, Found, RULED_OUT};
use crate::calibration::weighted::Weighted;

/// 97.5th percentile of the standard normal.
const NORMAL_95: f64 = 1.959_964;

/// Correlations below this are not told.
const LEAST_CORRELATION: f64 = 0.25;

/// Everything a calibration tells.
#[derive(Clone, Debug)]
pub struct CalibrationTables {
    /// Targets against the model.
    pub checks: Vec<CheckRow>,
    /// What was learned of each parameter, in the order of the table.
    pub parameters: Vec<ParameterRow>,
    /// Pairs that are tied together, the strongest first.
    pub pairs: Vec<PairRow>,
    /// The waves.
    pub waves: Vec<WaveRow>,
    /// Targets that pull against others, the strongest first.
    pub conflicts: Vec<ConflictRow>,
    /// Independent draws that the weighted ones are worth.
    pub effective_draws: f64,
    /// The largest weight.
    pub largest_weight: f64,
    /// The largest potential scale reduction of any parameter.
    pub largest_scale_reduction: f64,
}

impl CalibrationTables {
    /// The tables of what was found.
    pub fn new(calibration: &Calibration<'_>, found: &Found) -> CalibrationTables {
        let weights = Weighted::new(found.draws.iter().map(|draw| (0.0, draw.weight)));
        let parameters = parameters(calibration, found);
        let reductions = found.chains.scale_reduction();
        CalibrationTables {
            checks: checks(calibration, found),
            parameters,
            pairs: pairs(calibration, found),
            waves: waves(calibration, found),
            conflicts: conflicts(calibration, found),
            effective_draws: weights.worth(),
            largest_weight: found
                .draws
                .iter()
                .map(|draw| draw.weight)
                .fold(0.0, f64::max),
            largest_scale_reduction: reductions.into_iter().fold(0.0, f64::max),
        }
    }
}

/// The posterior as it is kept: values of all parameters, and the central draw. None where
/// the weights are of no use.
pub fn posterior_of(
    calibration: &Calibration<'_>,
    found: &Found,
    reading: LiteratureReading,
) -> Option<Posterior> {
    let values = |scores: &[f64]| -> Vec<f64> {
        let parameters = calibration.space.parameters(scores);
        let keys = Parameters::KEYS.iter();
        keys.map(|key| parameters.get(key).unwrap_or(f64::NAN))
            .collect()
    };
    Posterior::new(
        reading,
        MODEL_VERSION,
        values(&found.central),
        found
            .draws
            .iter()
            .map(|draw| values(&draw.scores))
            .collect(),
        found.draws.iter().map(|draw| draw.weight).collect(),
    )
}

/// A target against draws of its statistic, given with their weights.
pub fn check_row(
    (set, target): (&str, &Target),
    prior: Option<&Weighted>,
    model: &Weighted,
    central: f64,
) -> CheckRow {
    let observed = Observed::of(target);
    let scale = target.scale;
    let evidence = |errors: f64| scale.back(observed.value + errors * observed.standard_error);
    let on_scale =
        |statistic: f64| observed.value + observed.distance(statistic) * observed.standard_error;
    let transformed = Weighted::new(
        model
            .values()
            .map(|(value, weight)| (on_scale(value), weight)),
    );
    let predictive = |share| transformed.predictive_quantile(observed.standard_error, share);
    let (low, high) = (predictive(0.025), predictive(0.975));
    // The error of a share knows no ends, but a share has them.
    let possible = |value: f64| match observed.link {
        Link::Logit => value.clamp(0.0, 1.0),
        Link::Identity | Link::Log => value,
    };
    CheckRow {
        target: target.id.clone(),
        set: set.to_owned(),
        reading: target
            .reading
            .map_or("both", LiteratureReading::word)
            .to_owned(),
        title: target.title.clone(),
        title_nb: target.title_nb.clone(),
        population: target.population.profile.clone(),
        arm: target.arm_text.clone(),
        reference: target.reference_text.clone(),
        outcome: target.outcome_text.clone(),
        unit: target.unit_text.clone(),
        week: target.week,
        measure: target.measure_text.clone(),
        scale: scale.word().to_owned(),
        evidence: target.value,
        evidence_lower: evidence(-NORMAL_95),
        evidence_upper: evidence(NORMAL_95),
        prior: prior.map(|prior| prior.quantile(0.5)),
        prior_lower: prior.map(|prior| prior.quantile(0.025)),
        prior_upper: prior.map(|prior| prior.quantile(0.975)),
        model: model.quantile(0.5),
        model_lower: model.quantile(0.025),
        model_upper: model.quantile(0.975),
        predictive_lower: possible(scale.back(low)),
        predictive_upper: possible(scale.back(high)),
        inside: low <= observed.value && observed.value <= high,
        distance: observed.distance(model.quantile(0.5)),
        central,
        central_distance: observed.distance(central),
        source: target.evidence.clone(),
        grade: target
            .comparability
            .grade
            .map_or_else(String::new, |grade| grade.to_string()),
        comparable: target
            .comparability
            .comparable
            .map_or("", Comparable::word)
            .to_owned(),
        note: target.note.clone(),
    }
}

fn checks(calibration: &Calibration<'_>, found: &Found) -> Vec<CheckRow> {
    calibration
        .targets
        .iter()
        .enumerate()
        .map(|(place, target)| {
            let first = found.waves.first().map_or(&[][..], |wave| &wave.statistics);
            let prior = Weighted::equal(first.iter().map(|statistics| statistics[place]));
            let model = statistic(&found.draws, place);
            let central = found.central_statistics.get(place).copied();
            check_row(
                ("calibration", target),
                Some(&prior),
                &model,
                central.unwrap_or(f64::NAN),
            )
        })
        .collect()
}

fn statistic(draws: &[Draw], place: usize) -> Weighted {
    Weighted::new(
        draws
            .iter()
            .map(|draw| (draw.statistics[place], draw.weight)),
    )
}

fn parameters(calibration: &Calibration<'_>, found: &Found) -> Vec<ParameterRow> {
    let reductions = found.chains.scale_reduction();
    let sizes = found.chains.effective_sizes();
    calibration
        .space
        .free
        .iter()
        .enumerate()
        .map(|(place, free)| {
            let scores = Weighted::new(
                found
                    .draws
                    .iter()
                    .map(|draw| (draw.scores[place], draw.weight)),
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
                central: free.value(found.central[place]),
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

/// Share of the range that counts as its end.
const OUTER: f64 = 0.05;

/// Weight in the lowest and in the highest twentieth of the range.
fn at_ends(free: &Free, scores: &Weighted) -> (f64, f64) {
    let (low, high) = outer(free);
    (
        scores.share(|score| free.value(score) <= low),
        scores.share(|score| free.value(score) >= high),
    )
}

/// Where the outer twentieths begin; of the logarithm where the prior stands on that.
fn outer(free: &Free) -> (f64, f64) {
    if is_wide(free.low, free.high) {
        let ratio = (free.high / free.low).powf(OUTER);
        return (free.low * ratio, free.high / ratio);
    }
    let width = free.high - free.low;
    (free.low + OUTER * width, free.high - OUTER * width)
}

/// Does the posterior pile up at an end where the prior does not?
fn edge(free: &Free, at_low: f64, at_high: f64) -> &'static str {
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

fn pairs(calibration: &Calibration<'_>, found: &Found) -> Vec<PairRow> {
    let free = &calibration.space.free;
    // The chains hold many more steps than there are draws, and no noise of weights.
    let steps: Vec<&Vec<f64>> = found.chains.steps.iter().flatten().collect();
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

fn waves(calibration: &Calibration<'_>, found: &Found) -> Vec<WaveRow> {
    let observed = &calibration.observed;
    found
        .waves
        .iter()
        .enumerate()
        .map(|(number, wave)| {
            let errors = Weighted::equal(
                wave.errors
                    .iter()
                    .zip(observed)
                    .zip(&found.central_statistics)
                    .map(|((error, observed), statistic)| {
                        error * observed.slope_at(*statistic).abs() / observed.standard_error
                    }),
            );
            let distances: Vec<Vec<f64>> = wave
                .statistics
                .iter()
                .map(|statistics| {
                    let each = observed.iter().zip(statistics);
                    each.map(|(observed, statistic)| observed.distance(*statistic))
                        .filter(|distance| distance.is_finite())
                        .collect()
                })
                .collect();
            let near = distances
                .iter()
                .filter(|point| point.iter().all(|distance| distance.abs() < RULED_OUT));
            let roots = Weighted::equal(distances.iter().map(|point| {
                let squares: f64 = point.iter().map(|distance| distance * distance).sum();
                (squares / point.len() as f64).sqrt()
            }));
            WaveRow {
                wave: number as u32,
                points: wave.points.len() as u32,
                not_ruled_out: wave.not_ruled_out,
                median_error: errors.quantile(0.5),
                largest_error: errors.quantile(1.0),
                within_three: near.count() as f64 / distances.len().max(1) as f64,
                median_distance: roots.quantile(0.5),
            }
        })
        .collect()
}

/// What happens to each target when it, or another, is left out: draws are weighted anew
/// without its likelihood.
fn conflicts(calibration: &Calibration<'_>, found: &Found) -> Vec<ConflictRow> {
    /// Relief that is worth a word, in standard errors.
    const LEAST_RELIEF: f64 = 0.15;
    let observed = &calibration.observed;
    let distances: Vec<Vec<f64>> = observed
        .iter()
        .enumerate()
        .map(|(place, observed)| {
            let draws = found.draws.iter();
            draws
                .map(|draw| observed.distance(draw.statistics[place]))
                .collect()
        })
        .collect();
    let without = |left_out: usize| -> Vec<f64> {
        let logarithms: Vec<f64> = found
            .draws
            .iter()
            .zip(&distances[left_out])
            .map(|(draw, distance)| {
                let distance = if distance.is_nan() { 0.0 } else { *distance };
                draw.weight.max(1e-300).ln() + 0.5 * distance * distance
            })
            .collect();
        normalised(&logarithms)
    };
    let all: Vec<f64> = found.draws.iter().map(|draw| draw.weight).collect();
    let weights_without: Vec<Vec<f64>> = (0..observed.len()).map(without).collect();
    let under = |weights: &[f64], target: usize| {
        Weighted::new(
            distances[target]
                .iter()
                .copied()
                .zip(weights.iter().copied()),
        )
    };
    let mut rows: Vec<ConflictRow> = (0..observed.len())
        .map(|target| {
            let together = under(&all, target);
            let alone = under(&weights_without[target], target);
            let combined = |of: &Weighted| of.mean() / (1.0 + of.variance().max(0.0)).sqrt();
            let (against, relief) = (0..observed.len())
                .filter(|other| *other != target)
                .map(|other| {
                    let mean = under(&weights_without[other], target).mean();
                    (other, together.mean().abs() - mean.abs())
                })
                .max_by(|one, other| one.1.total_cmp(&other.1))
                .unwrap_or((target, 0.0));
            let told = relief >= LEAST_RELIEF && together.mean().abs() >= 1.0;
            ConflictRow {
                target: calibration.targets[target].id.clone(),
                distance: combined(&together),
                distance_left_out: combined(&alone),
                effective_draws: alone.worth(),
                against: match told {
                    true => calibration.targets[against].id.clone(),
                    false => String::new(),
                },
                relief: if told { relief } else { 0.0 },
            }
        })
        .collect();
    rows.sort_by(|one, other| {
        other
            .distance_left_out
            .abs()
            .total_cmp(&one.distance_left_out.abs())
    });
    rows
}
