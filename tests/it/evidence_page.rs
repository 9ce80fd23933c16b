//! The example of the page on evidence can be used, and its findings are those that are cited.

use std::collections::BTreeSet;
use std::fs;

use homeground_core::evidence::findings;
use homeground_core::scenario::BuiltInProgrammes;
use homeground_core::scenario::targets::{
    Statistic, Target, built_in_targets, read_targets_file, validation_set,
};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/evidence.md");

fn page() -> String {
    let text = fs::read_to_string(PATH).expect("the page is there");
    text.replace("\r\n", "\n")
}

#[test]
fn the_example_of_the_page_is_a_file_without_fault_or_doubt() {
    let page = page();
    let (_, after) = page.split_once("```csv\n").expect("there is an example");
    let (example, _) = after.split_once("```").expect("it has an end");
    let reading = read_targets_file("own.csv", example, &BuiltInProgrammes)
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(reading.warnings, []);
    assert_eq!(reading.value.len(), 3);
    let caseload = |arm: &homeground_core::scenario::Arm| {
        let programme = arm.programme.as_ref().expect("a helper comes");
        (programme.arena.clone(), programme.caseload)
    };
    let last = &reading.value[2];
    assert_eq!(caseload(&last.arm), ("home".to_string(), 22));
    let reference = last.reference.as_ref().expect("a ratio compares");
    assert_eq!(caseload(reference), ("office".to_string(), 22));
}

fn cited(targets: &[Target]) -> BTreeSet<String> {
    targets.iter().flat_map(Target::evidence_keys).collect()
}

#[test]
fn every_finding_that_is_cited_is_there_and_none_is_there_for_nothing() {
    let all: BTreeSet<String> = &cited(built_in_targets()) | &cited(validation_set());
    let known: BTreeSet<String> = findings().iter().map(|one| one.key.clone()).collect();
    assert_eq!(all, known);
    let targets = built_in_targets().iter().chain(validation_set());
    for target in targets {
        assert!(!target.evidence_keys().is_empty(), "{}", target.id);
    }
}

#[test]
fn the_validation_set_shares_no_finding_with_the_targets() {
    let shared: Vec<String> =
        cited(built_in_targets()).intersection(&cited(validation_set())).cloned().collect();
    assert_eq!(shared, Vec::<String>::new());
    assert!(cited(validation_set()).len() >= 8);
}

#[test]
fn every_target_and_validation_row_says_how_far_it_may_be_compared() {
    for target in built_in_targets().iter().chain(validation_set()) {
        let about = &target.comparability;
        for text in [
            &target.title,
            &target.title_nb,
            &about.country,
            &about.years,
            &about.counted,
            &about.why,
            &target.note,
        ] {
            assert!(!text.is_empty(), "{}", target.id);
        }
        assert!(about.grade.is_some(), "{}", target.id);
        assert!(about.randomised.is_some(), "{}", target.id);
        assert!(about.comparable.is_some(), "{}", target.id);
    }
}

#[test]
fn the_validation_set_asks_for_more_than_shares() {
    let kinds: BTreeSet<&str> = validation_set()
        .iter()
        .map(|target| match &target.statistic {
            Statistic::Level(_) => "level",
            Statistic::StandardisedDifference(_) => "effect",
            Statistic::AllianceOutcome { .. } => "correlation",
            _ => "other",
        })
        .collect();
    assert_eq!(kinds, BTreeSet::from(["correlation", "effect", "level"]));
}
