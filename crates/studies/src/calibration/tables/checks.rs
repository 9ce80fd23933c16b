//! Targets against the model: the rows of `checks.csv`.

use homeground_core::evidence::LiteratureReading;
use homeground_core::scenario::targets::{Comparable, Target};

use crate::calibration::history_matching::{Calibration, CalibrationResult};
use crate::calibration::importance::Draw;
use crate::calibration::likelihood::{Link, Observed};
use crate::calibration::tables::NORMAL_95;
use crate::calibration::tables::rows::CheckRow;
use crate::calibration::weighted_sample::WeightedSample;

/// A target against draws of its statistic, given with their weights.
pub fn check_row(
    (set, target): (&str, &Target),
    prior: Option<&WeightedSample>,
    model: &WeightedSample,
    central: f64,
) -> CheckRow {
    let observed = Observed::of(target);
    let scale = target.scale;
    let evidence = |errors: f64| scale.back(observed.value + errors * observed.standard_error);
    let on_scale =
        |statistic: f64| observed.value + observed.distance(statistic) * observed.standard_error;
    let transformed =
        WeightedSample::new(model.values().map(|(value, weight)| (on_scale(value), weight)));
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
        reading: target.reading.map_or("both", LiteratureReading::word).to_owned(),
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
        grade: target.comparability.grade.map_or_else(String::new, |grade| grade.to_string()),
        comparable: target.comparability.comparable.map_or("", Comparable::word).to_owned(),
        note: target.note.clone(),
    }
}

/// The targets of a calibration against its draws.
pub fn checks(calibration: &Calibration<'_>, result: &CalibrationResult) -> Vec<CheckRow> {
    calibration
        .targets
        .iter()
        .enumerate()
        .map(|(place, target)| {
            let first = result.waves.first().map_or(&[][..], |wave| &wave.statistics);
            let prior = WeightedSample::equal(first.iter().map(|statistics| statistics[place]));
            let model = statistic(&result.draws, place);
            let central = result.central_statistics.get(place).copied();
            check_row(("calibration", target), Some(&prior), &model, central.unwrap_or(f64::NAN))
        })
        .collect()
}

fn statistic(draws: &[Draw], place: usize) -> WeightedSample {
    WeightedSample::new(draws.iter().map(|draw| (draw.statistics[place], draw.weight)))
}
