//! Figures whose labels are whole and apart, and sentences that say what the rows say.

use crate::calibration::rows::{CheckRow, PairRow, ParameterRow, RankRow, WaveRow};
use homeground_core::evidence::{LiteratureReading, parameters};
use homeground_core::scenario::targets::{Target, built_in_targets, validation_set};
use homeground_report::language::Language;

use crate::calibration::pages::manifest::{CalibrationNote, EffortNote, TargetsNote};
use crate::calibration::pages::{
    checks_figure, fit, learned, method_figures, parameters_figure, ranks, trust, words,
};

const LANGUAGES: [Language; 2] = [Language::English, Language::Norwegian];

/// A target with the model so many standard errors away, plus or minus half of one.
fn check(target: &Target, distance: f64) -> CheckRow {
    let (scale, error) = (target.scale, target.standard_error);
    let at = |errors: f64| scale.back(scale.of(target.value) + errors * error);
    CheckRow {
        target: target.id.clone(),
        set: "calibration".to_owned(),
        reading: "both".to_owned(),
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
        evidence_lower: at(-1.959_964),
        evidence_upper: at(1.959_964),
        prior: Some(at(distance / 2.0)),
        prior_lower: Some(at(-5.0)),
        prior_upper: Some(at(5.0)),
        model: at(distance),
        model_lower: at(distance - 0.5),
        model_upper: at(distance + 0.5),
        predictive_lower: at(distance - 2.1),
        predictive_upper: at(distance + 2.1),
        inside: distance.abs() < 2.1,
        distance,
        central: at(distance),
        central_distance: distance,
        source: target.evidence.clone(),
        grade: "B".to_owned(),
        comparable: "partly".to_owned(),
        note: target.note.clone(),
    }
}

fn checks() -> Vec<CheckRow> {
    let all = built_in_targets().iter().chain(validation_set());
    let mut rows: Vec<CheckRow> = all
        .enumerate()
        .map(|(place, target)| check(target, (place as f64 * 1.7).sin() * 3.0))
        .collect();
    // Farther out than any axis, and not defined at all.
    rows[3] = check(&built_in_targets()[3], 11.0);
    rows[4] = check(&built_in_targets()[4], -8.0);
    rows[5] = CheckRow {
        model: f64::NAN,
        model_lower: f64::NAN,
        model_upper: f64::NAN,
        predictive_lower: f64::NAN,
        predictive_upper: f64::NAN,
        distance: f64::NAN,
        inside: false,
        prior: None,
        ..check(&built_in_targets()[5], 0.0)
    };
    rows
}

fn parameter_rows() -> Vec<ParameterRow> {
    let free = parameters().iter().filter(|row| row.low < row.high);
    free.enumerate()
        .map(|(place, row)| ParameterRow {
            parameter: row.key.clone(),
            unit: row.unit.clone(),
            grade: row.grade.to_string(),
            low: row.low,
            centre: row.centre,
            high: row.high,
            prior_median: row.centre,
            prior_lower: row.low,
            prior_upper: row.high,
            median: row.centre,
            lower: row.low + 0.1 * (row.high - row.low),
            upper: row.high,
            central: row.centre,
            shift: 0.1,
            learned: place as f64 / 100.0,
            verdict: ["not", "slightly", "informed"][place % 3].to_owned(),
            edge: if place == 7 { "high" } else { "" }.to_owned(),
            at_low: 0.0,
            at_high: 0.4,
            scale_reduction: 1.01,
            effective_steps: 900.0,
        })
        .collect()
}

fn note() -> CalibrationNote {
    CalibrationNote {
        reading: LiteratureReading::Child,
        seed: 1,
        effort: EffortNote {
            points: 1600,
            further_points: 700,
            waves: 5,
            families: 2000,
            draws: 600,
            kept: 600,
            draw_families: 8000,
            chains: 24,
            steps: 1000,
        },
        targets: TargetsNote::default(),
        parameters: 80,
        effective_draws: 180.0,
        largest_weight: 0.02,
        largest_scale_reduction: 1.02,
        family_weeks: 1,
        seconds: 1.0,
    }
}

fn rank_rows() -> Vec<RankRow> {
    let keys = parameters()
        .iter()
        .take(30)
        .map(|row| (row.key.as_str(), "parameter"));
    let targets = built_in_targets()
        .iter()
        .map(|target| (target.id.as_str(), "statistic"));
    keys.chain(targets)
        .enumerate()
        .map(|(place, (quantity, kind))| RankRow {
            quantity: quantity.to_owned(),
            kind: kind.to_owned(),
            data_sets: 100,
            tenths: match place {
                2 => "100 0 0 0 0 0 0 0 0 0".to_owned(),
                _ => "9 11 10 10 8 12 10 10 10 10".to_owned(),
            },
            coverage_50: 0.5,
            coverage_90: 0.9,
            p_value: if place == 2 { 0.0 } else { 0.9 },
            learned: if kind == "parameter" { 0.3 } else { f64::NAN },
        })
        .collect()
}

#[test]
fn no_label_is_cut_off_or_hidden_in_either_language() {
    let waves: Vec<WaveRow> = (0..7)
        .map(|wave| WaveRow {
            wave,
            points: 700,
            not_ruled_out: 0.9f64.powi(wave as i32 * 12),
            median_error: 0.4,
            largest_error: 3.0 / f64::from(wave + 1),
            within_three: if wave == 0 { 0.0 } else { 0.8 },
            median_distance: 1.4,
        })
        .collect();
    let pairs: Vec<PairRow> = parameters()
        .windows(2)
        .enumerate()
        .map(|(place, pair)| PairRow {
            first: pair[0].key.clone(),
            second: pair[1].key.clone(),
            correlation: 0.99 * (place as f64).cos(),
        })
        .collect();
    for language in LANGUAGES {
        let mut scenes = parameters_figure::draw(&parameter_rows(), language);
        assert_eq!(scenes.len(), 2);
        scenes.extend(checks_figure::draw(&checks(), "Checks", language));
        scenes.extend(method_figures::waves(&waves, language));
        scenes.extend(method_figures::pairs(&pairs, language));
        scenes.extend(ranks::figure(&rank_rows(), language));
        assert_eq!(scenes.len(), 6);
        for scene in scenes {
            assert_eq!(
                scene.label_problems(),
                Vec::<String>::new(),
                "{}",
                scene.title
            );
        }
    }
}

#[test]
fn what_does_not_fit_comes_first_and_what_is_not_defined_before_all() {
    let rows = checks();
    let sorted = words::failures_first(&rows);
    assert!(sorted[0].distance.is_nan());
    assert_eq!(sorted[1].distance, 11.0);
    assert_eq!(sorted[2].distance, -8.0);
    let first_inside = sorted.iter().position(|row| row.inside).unwrap();
    assert!(sorted[first_inside..].iter().all(|row| row.inside));
    let failures = fit::failures(&rows, Language::English);
    assert_eq!(failures.len(), first_inside);
    assert!(failures[0].contains("cannot be judged"), "{}", failures[0]);
    assert!(failures[1].contains("11.0 standard errors too high, which is far off."));
    assert!(failures[2].contains("8.0 standard errors too low, which is far off."));
}

#[test]
fn sets_in_which_something_does_not_fit_come_first() {
    let row = |set: &str, distance: f64| CheckRow {
        set: set.to_owned(),
        ..check(&built_in_targets()[0], distance)
    };
    let sets = |rows: &[CheckRow]| -> Vec<&'static str> {
        words::by_set(rows)
            .into_iter()
            .map(|(set, _)| set)
            .collect()
    };
    let fits = [row("validation", 1.0), row("calibration", 0.5)];
    assert_eq!(sets(&fits), ["calibration", "validation"]);
    let fails = [row("validation", 4.0), row("calibration", 0.5)];
    assert_eq!(sets(&fails), ["validation", "calibration"]);
}

#[test]
fn numbers_are_written_by_what_they_are() {
    let row = |outcome: &str, measure: &str| CheckRow {
        outcome: outcome.to_owned(),
        measure: measure.to_owned(),
        ..check(&built_in_targets()[0], 0.0)
    };
    let english = |row: &CheckRow, value: f64| words::value(row, value, Language::English);
    assert_eq!(
        english(&row("dropped_out + terminated", "level"), 0.25),
        "25.0%"
    );
    assert_eq!(english(&row("placed", "ratio"), 0.6), "0.60");
    assert_eq!(english(&row("placed", "ratio"), f64::NAN), "–");
    assert_eq!(english(&row("visits", "level"), 12.0), "12.0");
    let share = row("completed", "level");
    // An error that is the same both ways reaches below nobody and beyond all.
    assert_eq!(
        words::range(&share, (-0.02, 0.06), Language::English),
        "0.0–6.0%"
    );
    let visits = row("visits", "level");
    assert_eq!(
        words::range(&visits, (-3.9, 12.0), Language::English),
        "0.0–12.0"
    );
    let correlation = row("correlation", "correlation");
    assert_eq!(
        words::range(&correlation, (-0.2, 0.4), Language::English),
        "−0.20 to 0.40"
    );
    let small = [0.000_612, 2e-5, 0.043, 0.45, 12.0, 0.0, -0.004];
    let told = small.map(|value| words::parameter(value, Language::Norwegian));
    assert_eq!(
        told,
        [
            "0,00061",
            "0,000020",
            "0,043",
            "0,45",
            "12,0",
            "0",
            "−0,0040"
        ]
    );
}

#[test]
fn a_sample_is_for_a_first_look_when_chains_disagree_or_draws_are_few() {
    assert!(trust::is_usable(&note()));
    let apart = CalibrationNote {
        largest_scale_reduction: 1.2,
        ..note()
    };
    let few = CalibrationNote {
        effective_draws: 12.0,
        largest_weight: 0.4,
        ..note()
    };
    let no_number = CalibrationNote {
        largest_scale_reduction: f64::NAN,
        ..note()
    };
    for bad in [&apart, &few, &no_number] {
        assert!(!trust::is_usable(bad));
    }
    assert!(trust::convergence(&apart, Language::English).contains("do not agree"));
    assert!(trust::convergence(&no_number, Language::English).contains("do not agree"));
    assert!(trust::worth(&few, Language::English).contains("too few"));
    assert!(trust::worth(&few, Language::English).contains("One draw alone"));
    assert!(!trust::worth(&note(), Language::English).contains("One draw alone"));
}

#[test]
fn parameters_that_pile_up_and_those_that_nothing_informs_are_named() {
    let rows = parameter_rows();
    let section = learned::section(&note(), &rows, Language::English);
    let text = section.paragraphs.join("\n");
    for row in &rows {
        assert!(text.contains(&row.parameter), "{}", row.parameter);
    }
    let edge = learned::edges(&rows, Language::English);
    assert_eq!(edge.len(), 1);
    assert!(edge[0].starts_with(&rows[7].parameter));
    assert!(edge[0].contains("40% of the posterior"), "{}", edge[0]);
}

#[test]
fn uneven_ranks_are_named() {
    let text = ranks::section(&rank_rows(), Language::English)
        .paragraphs
        .join(" ");
    assert!(text.contains(&parameters()[2].key), "{text}");
    assert!(text.contains("1 of "), "{text}");
}
