//! Files of targets: what they mean, and what is said about broken ones.
//!
//! Every file of `tests/broken_targets/` has a snapshot of its messages.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use homeground::cli::diagnostics::{Colour, render};
use homeground_core::evidence::{LiteratureReading, Unit};
use homeground_core::scenario::targets::{
    Event, Measured, Scale, State, Statistic, Target, built_in_targets, read_targets_file,
    validation_set, with_own_targets,
};
use homeground_core::scenario::{BuiltInProgrammes, Diagnostic};

const COLUMNS: &str =
    "id,reading,population,arm,reference,outcome,unit,week,measure,scale,value,sd,evidence,note";

fn read(file: &str, text: &str) -> Result<(Vec<Target>, Vec<Diagnostic>), Vec<Diagnostic>> {
    match read_targets_file(file, text, &BuiltInProgrammes) {
        Ok(parsed) => Ok((parsed.value, parsed.warnings)),
        Err(error) => Err(error.diagnostics().to_vec()),
    }
}

fn rows(rows: &str) -> Vec<Target> {
    let text = format!("{COLUMNS}\n{rows}");
    match read("own.csv", &text) {
        Ok((targets, _)) => targets,
        Err(diagnostics) => panic!("{}", render(&diagnostics, Colour::Never)),
    }
}

fn broken_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir("tests/broken_targets")
        .expect("the folder of broken files is there")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files
}

#[test]
fn messages_about_broken_targets_say_place_expectation_and_remedy() {
    let files = broken_files();
    assert!(files.len() >= 25);
    for file in files {
        let text = fs::read_to_string(&file).expect("a file that can be read");
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let said = match read(&file.display().to_string(), &text) {
            Ok((targets, warnings)) => {
                assert_eq!(name, "only_doubts");
                format!("{}{} targets", render(&warnings, Colour::Never), targets.len())
            }
            Err(diagnostics) => render(&diagnostics, Colour::Never),
        };
        insta::assert_snapshot!(name.into_owned(), said);
    }
}

#[test]
fn the_built_in_files_are_without_fault_and_without_doubt() {
    for (file, text) in [
        ("data/targets.csv", include_str!("../../data/targets.csv")),
        ("data/validation.csv", include_str!("../../data/validation.csv")),
    ] {
        match read(file, text) {
            Ok((_, warnings)) => assert_eq!(render(&warnings, Colour::Never), ""),
            Err(diagnostics) => panic!("{}", render(&diagnostics, Colour::Never)),
        }
    }
}

#[test]
fn each_reading_has_its_own_count_of_placement_and_all_other_targets() {
    let of = |reading| -> BTreeSet<&str> {
        built_in_targets()
            .iter()
            .filter(|target| target.belongs_to(reading))
            .map(|target| target.id.as_str())
            .collect()
    };
    let (child, family) = (of(LiteratureReading::Child), of(LiteratureReading::Family));
    assert_eq!(built_in_targets().len(), 21);
    assert_eq!((child.len(), family.len()), (20, 17));
    let only = |one: &BTreeSet<&'static str>, other: &BTreeSet<&'static str>| -> Vec<&str> {
        one.difference(other).copied().collect()
    };
    assert_eq!(only(&child, &family), ["ifps_rr_104", "ifps_rr_13", "ifps_rr_26", "ifps_rr_52"]);
    assert_eq!(only(&family, &child), ["ifps_family_rr_52"]);
}

#[test]
fn words_become_what_is_counted() {
    let find = |id: &str| {
        let mut targets = built_in_targets().iter();
        targets.find(|target| target.id == id).expect("it is there")
    };
    let placed = find("ifps_rr_52");
    assert_eq!(
        placed.statistic,
        Statistic::Ratio(Measured::Share { events: vec![Event::Placed], unit: Unit::Child })
    );
    assert_eq!((placed.scale, placed.week), (Scale::Log, 52));
    assert_eq!(placed.arm.programme_key.as_deref(), Some("homebuilders"));
    let reference = placed.reference.as_ref().expect("a ratio compares");
    assert_eq!(reference.programme_key.as_deref(), Some("advice_and_guidance"));
    let left = find("nfp_left_13");
    assert_eq!(
        left.statistic,
        Statistic::Level(Measured::Share {
            events: vec![Event::DroppedOut, Event::Terminated],
            unit: Unit::Started
        })
    );
    assert_eq!(find("universal_placed_104").arm.programme, None);
    assert_eq!(find("harm_gradient").statistic, Statistic::HarmGradient);
    assert_eq!(
        find("alliance_outcome_r").statistic,
        Statistic::AllianceOutcome { alliance_week: 6 }
    );
    assert_eq!(
        find("alliance_dropout_d").statistic,
        Statistic::AllianceDropout { alliance_week: 4 }
    );
}

#[test]
fn the_same_is_the_arm_of_the_row_above_with_fields_changed() {
    let targets = built_in_targets();
    let position = targets
        .iter()
        .position(|target| target.id == "alliance_outcome_r_mandated")
        .expect("it is there");
    let (above, own) = (&targets[position - 1].arm, &targets[position].arm);
    assert_eq!(own.name, "advice_and_guidance at home with control = court_ordered");
    let (Some(above), Some(own)) = (&above.programme, &own.programme) else {
        panic!("both offer a helper");
    };
    assert_eq!((above.arena.as_str(), own.arena.as_str()), ("home", "home"));
    assert_eq!(above.control, "child_welfare_voluntary");
    assert_eq!(own.control, "court_ordered");
    assert_eq!(own.schedule, above.schedule);
}

#[test]
fn changes_take_numbers_words_and_tables() {
    let targets = rows(
        "a,both,child_welfare,\"mst with caseload = 3, phone = none, schedule = [{ from_week = 0, visits_per_week = 2 }]\",,completed,started,52,level,identity,0.8,0.1,,\n\
         b,both,child_welfare,\"the same with team = false, compensating = [{ kind = \"\"respite\"\", intensity = 0.5 }]\",the same at office,placed,family,52,ratio,log,0.8,0.1,,\n",
    );
    let programme = |target: &Target| target.arm.programme.clone().expect("a helper comes");
    let first = programme(&targets[0]);
    assert_eq!(first.caseload, 3);
    assert_eq!(first.schedule[0].visits_per_week, 2.0);
    let second = programme(&targets[1]);
    assert_eq!((second.caseload, second.team), (3, false));
    assert_eq!(targets[1].arm.compensating[0].kind, "respite");
    // In a reference, the same is the arm of its own row.
    let reference = targets[1].reference.clone().expect("a ratio compares");
    assert_eq!(reference.compensating.len(), 1);
    let reference = reference.programme.expect("a helper comes");
    assert_eq!((reference.arena.as_str(), reference.caseload), ("office", 3));
}

#[test]
fn at_an_arena_means_all_visits() {
    let targets = rows(
        "a,both,new_parents,couple_talks_clinic_then_office at office,,uptake,offered,52,level,identity,0.2,0.1,,\n",
    );
    let programme = targets[0].arm.programme.as_ref().expect("a helper comes");
    assert_eq!(programme.arena, "office");
    assert_eq!((&programme.first_arena, programme.first_visits), (&None, 0));
}

#[test]
fn states_visits_and_differences_are_targets_too() {
    let targets = rows(
        "a,both,child_welfare,mst,nothing,capacity,family,52,standardised difference,identity,0.3,0.1,,\n\
         b,both,child_welfare,mst,,visits,started,52,level,log,30,0.2,,\n\
         c,child,child_welfare,mst,,attended_share,started,52,level,logit,0.6,0.2,,\n\
         d,family,child_welfare,mst,nothing,danger,family,26,difference,identity,-0.1,0.02,,\n",
    );
    let statistics: Vec<&Statistic> = targets.iter().map(|target| &target.statistic).collect();
    assert_eq!(
        statistics,
        [
            &Statistic::StandardisedDifference(State::Capacity),
            &Statistic::Level(Measured::Visits),
            &Statistic::Level(Measured::AttendedShare),
            &Statistic::Difference(Measured::Mean(State::Danger)),
        ]
    );
}

#[test]
fn spreadsheets_may_write_windows_lines_quotes_and_a_byte_order_mark() {
    let text = format!(
        "\u{feff}{}\r\n\"a\",\"both\",\"universal\",\"nothing\",\"\",\"placed\",\"family\",\"52\",\"level\",\"identity\",\"0.01\",\"0.005\",\"\",\"our own, \"\"rough\"\"\"\r\n",
        COLUMNS
    );
    let (targets, warnings) = read("own.csv", &text).expect("it is a good file");
    assert!(warnings.is_empty());
    assert_eq!(targets[0].note, "our own, \"rough\"");
    assert_eq!(targets[0].value, 0.01);
}

#[test]
fn a_users_target_takes_the_place_of_ours_of_the_same_name() {
    let own = rows(
        "norway_placed_52,both,child_welfare,advice_and_guidance,,placed,family,52,level,identity,0.05,0.01,,our municipality\n\
         ours,both,child_welfare,advice_and_guidance,,placed,family,26,level,identity,0.02,0.01,,our municipality\n",
    );
    let all = with_own_targets(own);
    assert_eq!(all.len(), built_in_targets().len() + 1);
    let replaced = all.iter().find(|target| target.id == "norway_placed_52");
    assert_eq!(replaced.map(|target| target.value), Some(0.05));
    assert_eq!(all.last().map(|target| target.id.as_str()), Some("ours"));
}

#[test]
fn a_file_with_more_targets_than_anybody_could_mean_is_refused() {
    let row = "universal,nothing,,placed,family,52,level,identity,0.01,0.005,,";
    let rows: String = (0..1001).map(|id| format!("{id},both,{row}\n")).collect();
    let diagnostics = read("many.csv", &format!("{COLUMNS}\n{rows}")).expect_err("too many");
    assert_eq!(
        diagnostics[0].to_string(),
        "many.csv:1002:1: error: a file has at most 1000 targets"
    );
}

#[test]
fn any_text_is_read_or_refused_and_never_panics() {
    let good = include_str!("../../data/targets.csv");
    let signs = ["\"", ",", "\n", "ø", "\r", " ", "=", "[", "\u{0}", "9", "at ", "with "];
    for (number, position) in (0..good.len()).step_by(307).enumerate() {
        if !good.is_char_boundary(position) {
            continue;
        }
        let sign = signs[number % signs.len()];
        let changed = format!("{}{sign}{}", &good[..position], &good[position..]);
        let _ = read("changed.csv", &changed);
        let _ = read("cut.csv", &good[..position]);
    }
}

#[test]
fn a_programme_beside_the_file_can_be_named() {
    struct Beside;
    impl homeground_core::scenario::ProgrammeSource for Beside {
        fn load(
            &self,
            name: &str,
        ) -> Result<Option<std::sync::Arc<homeground_core::scenario::SourceText>>, Box<Diagnostic>>
        {
            match name {
                "ours" => Ok(Some(homeground_core::scenario::SourceText::file(
                    "programmes/ours.toml",
                    "extends = \"mst\"\ncaseload = 4\n",
                ))),
                _ => BuiltInProgrammes.load(name),
            }
        }
        fn names(&self) -> Vec<String> {
            vec!["ours".to_string()]
        }
    }
    let text = format!(
        "{COLUMNS}\na,both,child_welfare,ours,,completed,started,52,level,identity,0.8,0.1,,\n"
    );
    let parsed = read_targets_file("own.csv", &text, &Beside).expect("it is a good file");
    let programme = parsed.value[0].arm.programme.as_ref();
    assert_eq!(programme.map(|programme| programme.caseload), Some(4));
}

#[test]
fn evidence_keys_of_a_range_are_all_named() {
    let target = built_in_targets()
        .iter()
        .find(|target| target.id == "ifps_family_rr_52")
        .expect("it is there");
    assert_eq!(target.evidence_keys(), ["E01.12", "E01.13", "E01.18"]);
    assert!(validation_set().iter().all(|target| !target.evidence_keys().is_empty()));
}
