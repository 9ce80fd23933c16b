//! Figures whose labels are whole and apart, and sentences that say what the rows say.

use homeground_core::evidence::{LiteratureReading, parameters};
use homeground_core::scenario::targets::{Target, built_in_targets, validation_set};
use homeground_figures::chart::Chart;
use homeground_figures::text::{Teller, Text};
use homeground_report::answer_page;
use homeground_report::words::testing::{locales, words};

use super::*;
use crate::calibration::pages::check_values as values;
use crate::calibration::tables::rows::{
    CheckRow, ConflictRow, PairRow, ParameterRow, RankRow, WaveRow,
};
use crate::calibration::{CalibrationNote, EffortNote, PosteriorNote, TargetsNote, ValidationNote};

fn english(text: &Text) -> String {
    words("en").tell(text)
}

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
    let keys = parameters().iter().take(30).map(|row| (row.key.as_str(), "parameter"));
    let targets = built_in_targets().iter().map(|target| (target.id.as_str(), "statistic"));
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

fn wave_rows() -> Vec<WaveRow> {
    (0..7)
        .map(|wave| WaveRow {
            wave,
            points: 700,
            not_ruled_out: 0.9f64.powi(wave as i32 * 12),
            median_error: 0.4,
            largest_error: 3.0 / f64::from(wave + 1),
            within_three: if wave == 0 { 0.0 } else { 0.8 },
            median_distance: 1.4,
        })
        .collect()
}

fn pair_rows() -> Vec<PairRow> {
    parameters()
        .windows(2)
        .enumerate()
        .map(|(place, pair)| PairRow {
            first: pair[0].key.clone(),
            second: pair[1].key.clone(),
            correlation: 0.99 * (place as f64).cos(),
        })
        .collect()
}

fn conflict_rows() -> Vec<ConflictRow> {
    let row = |place: usize, against: &str| ConflictRow {
        target: built_in_targets()[place].id.clone(),
        distance: 1.5,
        distance_left_out: 2.5,
        effective_draws: 60.0,
        against: against.to_owned(),
        relief: 0.4,
    };
    vec![row(0, &built_in_targets()[1].id), row(2, "")]
}

#[test]
fn no_label_is_cut_off_or_hidden_in_any_language() {
    let parameters = parameter_rows();
    let sorted = parameters_figure::most_informed_first(&parameters);
    let mut charts: Vec<Box<dyn Chart>> = parameters_figure::charts(&sorted);
    assert_eq!(charts.len(), 2);
    charts.extend(checks_figure::chart(&checks(), "Checks".into()));
    charts.extend(waves_figure::chart(&wave_rows()));
    charts.extend(correlated_pairs::chart(&pair_rows()));
    charts.extend(ranks_figure::chart(&rank_rows()));
    assert_eq!(charts.len(), 6);
    for code in locales().codes() {
        for chart in &charts {
            let scene = chart.draw(words(code));
            assert_eq!(scene.label_problems(), Vec::<String>::new(), "{code}: {}", scene.title);
        }
    }
}

/// Tables of a folder as they are saved.
fn saved<Row: serde::Serialize>(rows: &[Row]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn manifest() -> CalibrationManifest {
    CalibrationManifest {
        program: "homeground".to_owned(),
        version: "0.1.0".to_owned(),
        model_version: 1,
        reading: LiteratureReading::Child,
        reading_meaning: String::new(),
        calibration: None,
        validation: None,
        files: Default::default(),
        threads: 1,
        started: "2026-11-22T12:00:00Z".to_owned(),
        seconds: 1.0,
        command: "homeground calibrate".to_owned(),
        warnings: Vec::new(),
    }
}

/// Pages that show everything: a calibration that went badly, and a validation with ranks.
fn manifests() -> [CalibrationManifest; 2] {
    let calibration = CalibrationNote {
        effective_draws: 12.0,
        largest_weight: 0.4,
        largest_scale_reduction: 1.2,
        ..note()
    };
    let validation = ValidationNote {
        reading: LiteratureReading::Child,
        seed: 1,
        full: false,
        draws: 40,
        families: 1000,
        posterior: PosteriorNote {
            file: None,
            file_hash: Some("abc".to_owned()),
            draws: 400,
            effective_draws: 180.0,
        },
        targets: TargetsNote { file: Some("own.csv".to_owned()), ..TargetsNote::default() },
        ranks: Some(100),
        family_weeks: 1,
        seconds: 1000.0,
    };
    [
        CalibrationManifest { calibration: Some(calibration), ..manifest() },
        CalibrationManifest { validation: Some(validation), ..manifest() },
    ]
}

fn saved_texts() -> SavedTexts {
    let mut all = checks();
    let sets = ["calibration", "other", "validation"];
    for (place, row) in all.iter_mut().enumerate() {
        row.set = sets[place % 3].to_owned();
    }
    let files = [
        ("checks.csv", saved(&all)),
        ("parameters.csv", saved(&parameter_rows())),
        ("pairs.csv", saved(&pair_rows())),
        ("waves.csv", saved(&wave_rows())),
        ("conflicts.csv", saved(&conflict_rows())),
        ("ranks.csv", saved(&rank_rows())),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text));
    SavedTexts::new(files.into_iter().collect())
}

#[test]
fn every_word_of_the_pages_is_there_in_each_language() {
    let texts = saved_texts();
    for manifest in manifests() {
        let (frame, page) = super::page(&manifest, &texts).unwrap();
        for code in locales().codes() {
            let html = answer_page::html(&frame, &page, words(code)).unwrap();
            for mark in ["{$", "{calibration-", "{validation-", "{checks-", "{page-"] {
                let found = html.find(mark);
                assert!(found.is_none(), "{code}: {:?}", &html[found.unwrap()..][..80]);
            }
        }
    }
}

#[test]
fn targets_of_files_without_a_translation_keep_their_own_names() {
    let row = |title: &str, title_nb: &str| CheckRow {
        title: title.to_owned(),
        title_nb: title_nb.to_owned(),
        target: "own_id".to_owned(),
        ..check(&built_in_targets()[0], 0.0)
    };
    let told = |title: &str, title_nb: &str| {
        let title = values::title(&row(title, title_nb));
        ["en", "nb", "nn"].map(|code| words(code).tell(&title))
    };
    assert_eq!(told("left", "sluttet"), ["left", "sluttet", "sluttet"]);
    assert_eq!(told("left", ""), ["left"; 3]);
    assert_eq!(told("", "sluttet"), ["own_id", "sluttet", "sluttet"]);
    assert_eq!(told("", ""), ["own_id"; 3]);
}

#[test]
fn what_does_not_fit_comes_first_and_what_is_not_defined_before_all() {
    let rows = checks();
    let sorted = values::failures_first(&rows);
    assert!(sorted[0].distance.is_nan());
    assert_eq!(sorted[1].distance, 11.0);
    assert_eq!(sorted[2].distance, -8.0);
    let first_inside = sorted.iter().position(|row| row.inside).unwrap();
    assert!(sorted[first_inside..].iter().all(|row| row.inside));
    let failures: Vec<String> = goodness_of_fit::failures(&rows).iter().map(english).collect();
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
        values::by_set(rows).into_iter().map(|(set, _)| set).collect()
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
    let value = |row: &CheckRow, number: f64| english(&values::value(row, number));
    let range = |row: &CheckRow, ends: (f64, f64)| english(&values::range(row, ends));
    assert_eq!(value(&row("dropped_out + terminated", "level"), 0.25), "25.0%");
    assert_eq!(value(&row("placed", "ratio"), 0.6), "0.60");
    assert_eq!(value(&row("placed", "ratio"), f64::NAN), "–");
    assert_eq!(value(&row("visits", "level"), 12.0), "12.0");
    let share = row("completed", "level");
    // An error that is the same both ways reaches below nobody and beyond all.
    assert_eq!(range(&share, (-0.02, 0.06)), "0.0–6.0%");
    let visits = row("visits", "level");
    assert_eq!(range(&visits, (-3.9, 12.0)), "0.0–12.0");
    let correlation = row("correlation", "correlation");
    assert_eq!(range(&correlation, (-0.2, 0.4)), "−0.20 to 0.40");
    let small = [0.000_612, 2e-5, 0.043, 0.45, 12.0, 0.0, -0.004];
    let told = small.map(|value| words("nb").tell(&values::parameter(value)));
    assert_eq!(told, ["0,00061", "0,000020", "0,043", "0,45", "12,0", "0", "−0,0040"]);
}

#[test]
fn a_sample_is_for_a_first_look_when_chains_disagree_or_draws_are_few() {
    assert!(convergence::is_usable(&note()));
    let apart = CalibrationNote { largest_scale_reduction: 1.2, ..note() };
    let few = CalibrationNote { effective_draws: 12.0, largest_weight: 0.4, ..note() };
    let no_number = CalibrationNote { largest_scale_reduction: f64::NAN, ..note() };
    for bad in [&apart, &few, &no_number] {
        assert!(!convergence::is_usable(bad));
    }
    let chains = |note: &CalibrationNote| english(&convergence::chains(note));
    let draws = |note: &CalibrationNote| english(&convergence::draws(note));
    assert!(chains(&apart).contains("do not agree"));
    assert!(chains(&no_number).contains("do not agree"));
    assert!(draws(&few).contains("too few"));
    assert!(draws(&few).contains("One draw alone"));
    assert!(!draws(&note()).contains("One draw alone"));
}

#[test]
fn parameters_that_pile_up_and_those_that_nothing_informs_are_named() {
    let rows = parameter_rows();
    let section = prior_to_posterior::section(&note(), &rows);
    let text = english(&Text::joined("\n", section.paragraphs));
    for row in &rows {
        assert!(text.contains(&row.parameter), "{}", row.parameter);
    }
    let edges = prior_to_posterior::edges(&rows);
    assert_eq!(edges.len(), 1);
    let edge = english(&edges[0]);
    assert!(edge.starts_with(&rows[7].parameter));
    assert!(edge.contains("40% of the posterior"), "{edge}");
}

#[test]
fn uneven_ranks_are_named() {
    let section = ranks::section(&rank_rows());
    let text = english(&Text::sentences(section.paragraphs));
    assert!(text.contains(&parameters()[2].key), "{text}");
    assert!(text.contains("1 of "), "{text}");
}
