//! Studies from the inside: no label of their figures is cut off or covered.

use clap::Parser;

use crate::cli::study::*;
use crate::words::words;
use homeground_report::saved::SavedTexts;
use homeground_report::words::Words;
use homeground_store::saved;
use homeground_studies::pages::{self, results::StudyResults};

/// Labels of a study's figures that are cut off or overlap, in words.
fn label_problems(folder: &Path, words: &Words) -> Vec<String> {
    let manifest = saved::read_manifest(folder).unwrap();
    let texts = SavedTexts::new(saved::read_texts(folder).unwrap());
    let results = StudyResults::new(manifest, texts).unwrap();
    let (_, page) = pages::page(&results).unwrap();
    let figures = page.sections.iter().flat_map(|section| &section.figures);
    figures
        .flat_map(|figure| {
            let problems = figure.chart.draw(words).label_problems().into_iter();
            problems.map(|problem| format!("{}: {problem}", figure.name))
        })
        .collect()
}

#[derive(Parser)]
struct Line {
    #[command(subcommand)]
    command: StudyCommand,
}

/// Carries out a small study, and returns the labels of its figures that are cut off
/// or overlap, in every language.
fn problems_of(kind: &[&str]) -> Vec<String> {
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("study");
    let words = ["study"].iter().chain(kind).copied();
    let size = [
        "--families",
        "128",
        "--replicates",
        "2",
        "--set",
        "horizon_weeks=20",
        "--quiet",
        "--out",
    ];
    let line = Line::try_parse_from(words.chain(size).chain([out.to_str().unwrap()])).unwrap();
    assert_eq!(study(&line.command), DONE);
    ["en", "nb", "nn"]
        .into_iter()
        .flat_map(|code| label_problems(&out, words(code).unwrap()))
        .collect()
}

#[test]
fn no_label_of_a_sweep_is_cut_off_or_covered() {
    for vary in [
        &["attend_burden=0.5..3/4"][..],
        &["arena=all"],
        &["attend_burden=0.5..3/4", "arm.home.profession=all"],
    ] {
        let options = vary.iter().flat_map(|text| ["--vary", text]);
        let words: Vec<&str> = ["sweep", "quick_start"]
            .into_iter()
            .chain(options)
            .collect();
        assert_eq!(problems_of(&words), Vec::<String>::new(), "{vary:?}");
    }
}

#[test]
fn no_label_of_a_design_is_cut_off_or_covered() {
    let common = [
        "design",
        "quick_start",
        "--vary",
        "visit_minutes=30..90",
        "--vary",
        "duration_weeks=8..16",
    ];
    for more in [
        &["--vary", "arena=all", "--vary", "control=all"][..],
        &["--selection", "latin_hypercube", "--runs", "12"],
        &[
            "--selection",
            "fraction",
            "--resolution",
            "3",
            "--vary",
            "arena=home,office",
            "--cost-limit",
            "50000",
        ],
    ] {
        let words: Vec<&str> = common.iter().chain(more).copied().collect();
        assert_eq!(problems_of(&words), Vec::<String>::new(), "{more:?}");
    }
}

#[test]
fn no_label_of_a_switch_study_is_cut_off_or_covered() {
    let words = ["switch", "quick_start", "--outcome", "completed"];
    assert_eq!(problems_of(&words), Vec::<String>::new());
}
