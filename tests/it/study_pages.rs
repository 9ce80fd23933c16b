//! What pages of studies say in every language, and that no label of their figures is cut off
//! or covered.

use std::process::Command;

use std::collections::BTreeMap;

use homeground_report::answer_page;
use homeground_report::readable;
use homeground_report::saved::{ContentError, SavedTexts};
use homeground_report::words::testing::{locales, words};
use homeground_store::saved;
use homeground_studies::pages::results::StudyResults;

/// Carries out a small study of a kind.
fn results_of(kind: &str, options: &[&str]) -> StudyResults {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("study");
    let target = out.display().to_string();
    let small = [
        "--families",
        "128",
        "--replicates",
        "2",
        "--set",
        "horizon_weeks=20",
        "--quiet",
        "--out",
        &target,
    ];
    let words = ["study", kind, "quick_start"];
    let output = Command::new(env!("CARGO_BIN_EXE_homeground"))
        .args(words.iter().chain(options).chain(&small))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut manifest = saved::read_manifest(&out).unwrap();
    // What differs from one time to the next.
    (manifest.command, manifest.started) = (None, None);
    (manifest.seconds, manifest.threads) = (None, None);
    let texts = SavedTexts::new(saved::read_texts(&out).unwrap());
    StudyResults::new(manifest, texts).unwrap()
}

/// Looks at the labels of all figures of a page in every language.
fn look_at_labels(results: &StudyResults) {
    let (_, page) = homeground_studies::page(results).unwrap();
    for code in locales().codes() {
        for figure in page.sections.iter().flat_map(|section| &section.figures) {
            let problems = figure.chart.draw(words(code)).label_problems();
            assert_eq!(problems, Vec::<String>::new(), "{}, {code}", figure.name);
        }
    }
}

/// Looks at the labels, and holds what the page says against what it said before.
fn look_at_page(name: &str, results: &StudyResults) {
    look_at_labels(results);
    let (frame, page) = homeground_studies::page(results).unwrap();
    for code in locales().codes() {
        let html = answer_page::html(&frame, &page, words(code)).unwrap();
        assert!(!html.contains("{$"), "{name}, {code}: a variable is not told");
        insta::assert_snapshot!(format!("{name}_{code}"), readable::page(&html));
    }
}

#[test]
fn a_sweep_reads_so() {
    let both = ["--vary", "attend_burden=0.5..3/4", "--vary", "arm.home.profession=all"];
    look_at_page("sweep", &results_of("sweep", &both));
    for vary in ["attend_burden=0.5..3/4", "arena=all"] {
        look_at_labels(&results_of("sweep", &["--vary", vary]));
    }
}

#[test]
fn a_design_reads_so() {
    let common = ["--vary", "visit_minutes=30..90", "--vary", "duration_weeks=8..16"];
    let with = |more: &[&str]| results_of("design", &[&common[..], more].concat());
    let all = with(&["--vary", "arena=all", "--vary", "control=all"]);
    look_at_page("design", &all);
    look_at_labels(&with(&["--selection", "latin_hypercube", "--runs", "12"]));
    look_at_labels(&with(&[
        "--selection",
        "fraction",
        "--resolution",
        "3",
        "--vary",
        "arena=home,office",
        "--cost-limit",
        "50000",
    ]));
}

#[test]
fn a_switch_study_reads_so() {
    let results = results_of("switch", &["--outcome", "completed"]);
    look_at_page("switch", &results);
}

#[test]
fn a_sensitivity_study_reads_so() {
    let options = [
        "--arms",
        "home,office",
        "--outcome",
        "completed",
        "--along",
        "drop_base,attend_base,fade",
        "--samples",
        "16",
        "--walks",
        "4",
    ];
    look_at_page("sensitivity", &results_of("sensitivity", &options));
}

#[test]
fn a_study_of_assumptions_reads_so() {
    let options = [
        "--arms",
        "home,office",
        "--outcome",
        "completed",
        "--set",
        "study.walks=4",
        "--set",
        "study.samples=16",
        "--set",
        "study.top=3",
    ];
    look_at_page("assumptions", &results_of("assumptions", &options));
}

#[test]
fn a_threshold_study_reads_so() {
    let options = [
        "--arms",
        "home,office",
        "--outcome",
        "completed",
        "--along",
        "attend_burden,drop_burden,boost",
    ];
    look_at_page("threshold", &results_of("threshold", &options));
}

#[test]
fn a_study_of_an_uncertain_decision_reads_so() {
    let results = results_of("uncertainty", &["--draws", "24"]);
    look_at_page("uncertainty", &results);
}

#[test]
fn a_page_calls_scenario_and_arms_as_the_file_does_in_its_language() {
    let (boost, draws) = (["--arms", "home,office", "--along", "boost"], ["--draws", "24"]);
    for mut results in [
        results_of("sweep", &["--vary", "arm.home.visit_minutes=30..90/3"]),
        results_of("threshold", &boost),
        results_of("uncertainty", &draws),
    ] {
        // Digests stand under the names that the manifest has.
        results.manifest.hashes.programmes.clear();
        let kind = &results.note.kind;
        let (frame, page) = homeground_studies::page(&results).unwrap();
        let told = |code| readable::page(&answer_page::html(&frame, &page, words(code)).unwrap());
        let (english, bokmål) = (told("en"), told("nb"));
        let has = |page: &str, word| {
            page.split(|sign: char| !sign.is_alphanumeric()).any(|one| one == word)
        };
        for (original, translation) in [("home", "hjemme"), ("office", "kontor")] {
            assert!(has(&english, original) && !has(&english, translation), "{kind}: {english}");
            assert!(has(&bokmål, translation) && !has(&bokmål, original), "{kind}: {bokmål}");
        }
        assert!(english.starts_with("Quick start: "), "{kind}: {english}");
        assert!(bokmål.starts_with("Kom i gang: "), "{kind}: {bokmål}");
        assert!(english.contains("Is guidance at home better"), "{kind}: {english}");
        assert!(bokmål.contains("Er veiledning hjemme bedre"), "{kind}: {bokmål}");
    }
}

#[test]
fn a_study_without_a_readable_scenario_has_no_page() {
    let manifest = results_of("sweep", &["--vary", "visit_minutes=30,60"]).manifest;
    let file = "scenario.toml".to_owned();
    let error = |texts| StudyResults::new(manifest.clone(), SavedTexts::new(texts)).unwrap_err();
    assert_eq!(error(BTreeMap::new()), ContentError::Missing { file: file.clone() });
    let damaged = error(BTreeMap::from([(file, "title = ".to_owned())]));
    assert!(damaged.to_string().starts_with("scenario.toml cannot be read: "), "{damaged}");
}
