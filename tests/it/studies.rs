//! Studies from the outside: folders, tables, errors, and what never changes.

use std::fs;
use std::path::{Path, PathBuf};

use nalgebra::{DMatrix, DVector};

use crate::program::{Row, homeground, number, rows, text};

/// A scenario that is simulated in a moment.
const SMALL: &str = r#"
title = "Small"
population = "child_welfare"
reading = "prior"
families = 256
replicates = 3
horizon_weeks = 26
reference = "office"

[[arm]]
name = "office"
programme = "advice_and_guidance"

[[arm]]
name = "home"
programme = "advice_and_guidance"
override = { arena = "home" }
"#;

fn file(temporary: &Path, more: &str) -> PathBuf {
    let path = temporary.join("small.toml");
    fs::write(&path, format!("{SMALL}\n{more}")).unwrap();
    path
}

/// Carries out a study into a folder of its own.
fn study(temporary: &Path, name: &str, kind: &str, more: &[&str]) -> PathBuf {
    let scenario = file(temporary, "");
    let out = temporary.join(name);
    let mut arguments =
        vec!["study", kind, scenario.to_str().unwrap(), "--quiet", "--out", out.to_str().unwrap()];
    arguments.extend(more);
    let output = homeground(&arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    out
}

/// The message of a study that is refused.
fn refused(kind: &str, more_toml: &str, options: &[&str]) -> String {
    let temporary = tempfile::tempdir().unwrap();
    let scenario = file(temporary.path(), more_toml);
    let out = temporary.path().join("refused");
    let mut arguments =
        vec!["study", kind, scenario.to_str().unwrap(), "--out", out.to_str().unwrap()];
    arguments.extend(options);
    let output = homeground(&arguments);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(!out.exists(), "nothing may be written");
    text(&output.stderr).replace(&temporary.path().display().to_string(), "ROOM")
}

#[test]
fn a_sweep_holds_what_a_run_gives_at_the_value_of_the_scenario() {
    let temporary = tempfile::tempdir().unwrap();
    let out = study(temporary.path(), "sweep", "sweep", &["--vary", "attend_burden=1,1.75,2.5"]);
    for name in [
        "manifest.json",
        "scenario.toml",
        "sweep.csv",
        "sweep_contrasts.csv",
        "report.html",
        "figures",
    ] {
        assert!(out.join(name).exists(), "{name}");
    }
    let run = temporary.path().join("run");
    let scenario = file(temporary.path(), "");
    let output =
        homeground(&["run", scenario.to_str().unwrap(), "--quiet", "--out", run.to_str().unwrap()]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for (study, table) in [("sweep.csv", "summary.csv"), ("sweep_contrasts.csv", "contrasts.csv")] {
        let same = |one: &Row, other: &Row| {
            ["arm", "outcome", "unit", "week"].iter().all(|column| one[*column] == other[*column])
        };
        let known = rows(&run, table);
        let mut compared = 0;
        for row in rows(&out, study).iter().filter(|row| row["first"] == "1.75") {
            let of_run = known
                .iter()
                .find(|other| {
                    same(row, other)
                        && other.get("measure").is_none_or(|measure| measure == "difference")
                })
                .unwrap_or_else(|| panic!("{row:?} is no row of a run"));
            if of_run["estimate"].is_empty() {
                assert!(row["estimate"].is_empty());
                continue;
            }
            for column in ["estimate", "mc_se"] {
                let (one, other) = (number(row, column), number(of_run, column));
                assert!((one - other).abs() <= 1e-9 * other.abs().max(1e-3), "{row:?} {of_run:?}");
            }
            compared += 1;
        }
        assert!(compared > 20, "{compared}");
    }
}

#[test]
fn tables_do_not_depend_on_threads_and_are_drawn_again_in_both_languages() {
    let temporary = tempfile::tempdir().unwrap();
    let options =
        ["--vary", "arm.home.visit_minutes=30..90/3", "--vary", "arm.home.arena=home,digital"];
    let one =
        study(temporary.path(), "one", "sweep", &[&options[..], &["--threads", "1"]].concat());
    let two =
        study(temporary.path(), "two", "sweep", &[&options[..], &["--threads", "3"]].concat());
    for name in ["sweep.csv", "sweep_contrasts.csv", "scenario.toml"] {
        assert_eq!(fs::read(one.join(name)).unwrap(), fs::read(two.join(name)).unwrap(), "{name}");
    }
    let before = fs::read_to_string(one.join("report.html")).unwrap();
    for (language, word) in [("nb", "Svar"), ("en", "Answer")] {
        let output = homeground(&["report", one.to_str().unwrap(), "--lang", language]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert!(
            fs::read_to_string(one.join("report.html"))
                .unwrap()
                .contains(&format!("<h2>{word}</h2>"))
        );
    }
    assert_eq!(fs::read_to_string(one.join("report.html")).unwrap(), before);
    // The resolved scenario holds the study, and asks for the same again.
    let resolved = one.join("scenario.toml");
    let again = temporary.path().join("again");
    let output = homeground(&[
        "study",
        "sweep",
        resolved.to_str().unwrap(),
        "--quiet",
        "--out",
        again.to_str().unwrap(),
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(
        fs::read(one.join("sweep.csv")).unwrap(),
        fs::read(again.join("sweep.csv")).unwrap()
    );
}

#[test]
fn factorial_effects_are_those_of_a_regression_on_the_exported_table() {
    let temporary = tempfile::tempdir().unwrap();
    let fields = ["arena", "visits_per_week", "duration_weeks"];
    let lows = ["office", "0.5", "8"];
    let out = study(
        temporary.path(),
        "design",
        "design",
        &[
            "--arms",
            "home",
            "--vary",
            "arena=office,home",
            "--vary",
            "visits_per_week=0.5,1",
            "--vary",
            "duration_weeks=8,16",
        ],
    );
    let runs = rows(&out, "design_runs.csv");
    assert_eq!(runs.len(), 8 * 3);
    let outcome = "completed.started.26";
    // All replicates together: −1 and 1 for the levels, and their products.
    let mut columns: Vec<Vec<usize>> = vec![vec![], vec![0], vec![1], vec![2]];
    columns.extend([vec![0, 1], vec![0, 2], vec![1, 2]]);
    let code = |row: &Row, field: usize| {
        if row[fields[field]] == lows[field] { -1.0 } else { 1.0 }
    };
    let matrix = DMatrix::from_fn(runs.len(), columns.len(), |row, column| {
        columns[column].iter().map(|field| code(&runs[row], *field)).product()
    });
    let response = DVector::from_iterator(runs.len(), runs.iter().map(|row| number(row, outcome)));
    let slopes = matrix.svd(true, true).solve(&response, 1e-12).unwrap();
    let effects = rows(&out, "design_effects.csv");
    let of = |first: usize, second: Option<usize>| -> f64 {
        let row = effects
            .iter()
            .find(|row| {
                row["outcome"] == "completed"
                    && row["unit"] == "started"
                    && row["field"] == fields[first]
                    && row["with_field"] == second.map_or("", |second| fields[second])
            })
            .unwrap();
        number(row, "estimate")
    };
    for field in 0..3 {
        assert!((of(field, None) - 2.0 * slopes[1 + field]).abs() < 1e-10, "{}", fields[field]);
    }
    for (place, (first, second)) in [(0, 1), (0, 2), (1, 2)].into_iter().enumerate() {
        assert!((of(first, Some(second)) - 4.0 * slopes[4 + place]).abs() < 1e-10);
    }
}

#[test]
fn a_fraction_and_a_hypercube_have_the_points_that_they_say() {
    let temporary = tempfile::tempdir().unwrap();
    let two = [
        "--vary",
        "arena=office,home",
        "--vary",
        "visits_per_week=0.5,1",
        "--vary",
        "duration_weeks=8,16",
        "--vary",
        "visit_minutes=45,90",
    ];
    let fraction = study(
        temporary.path(),
        "fraction",
        "design",
        &[&two[..], &["--selection", "fraction"]].concat(),
    );
    assert_eq!(rows(&fraction, "design_points.csv").len(), 8);
    let aliased = rows(&fraction, "design_effects.csv");
    assert!(
        aliased.iter().filter(|row| row["kind"] == "main").all(|row| row["aliases"].is_empty())
    );
    assert!(
        aliased
            .iter()
            .filter(|row| row["kind"] == "interaction")
            .all(|row| row["aliases"].contains(" x "))
    );
    let cube = study(
        temporary.path(),
        "cube",
        "design",
        &[
            "--selection",
            "latin_hypercube",
            "--runs",
            "12",
            "--vary",
            "visit_minutes=30..90",
            "--vary",
            "caseload=8..20",
        ],
    );
    let points = rows(&cube, "design_points.csv");
    assert_eq!(points.len(), 12);
    for row in &points {
        assert!((30.0..=90.0).contains(&number(row, "visit_minutes")));
        assert!(row["caseload"].parse::<u32>().is_ok_and(|caseload| (8..=20).contains(&caseload)));
    }
}

#[test]
fn a_switch_study_holds_every_set_and_begins_with_the_model_as_it_is() {
    let temporary = tempfile::tempdir().unwrap();
    let out = study(
        temporary.path(),
        "switch",
        "switch",
        &["--switches", "stigma,parity,rupture", "--outcome", "completed"],
    );
    let contrasts = rows(&out, "switch_contrasts.csv");
    let asked: Vec<&Row> = contrasts
        .iter()
        .filter(|row| row["outcome"] == "completed" && row["unit"] == "started")
        .collect();
    assert_eq!(asked.len(), 1 + 3 + 3);
    assert!(asked[0]["first"].is_empty());
    let run = temporary.path().join("run");
    let scenario = file(temporary.path(), "");
    assert!(
        homeground(&["run", scenario.to_str().unwrap(), "--quiet", "--out", run.to_str().unwrap()])
            .status
            .success()
    );
    let known = rows(&run, "contrasts.csv");
    let known = known
        .iter()
        .find(|row| {
            row["outcome"] == "completed"
                && row["unit"] == "started"
                && row["week"] == "26"
                && row["measure"] == "difference"
        })
        .unwrap();
    assert!((number(asked[0], "estimate") - number(known, "estimate")).abs() < 1e-9);
    assert!(asked.iter().all(|row| !row["fate"].is_empty()));
}

#[test]
fn json_holds_the_tables_and_nothing_else_is_printed() {
    let temporary = tempfile::tempdir().unwrap();
    let scenario = file(
        temporary.path(),
        "[study]\nkind = \"sweep\"\n[study.vary]\nattend_burden = [1.0, 2.0]\n",
    );
    let out = temporary.path().join("json");
    let output = homeground(&[
        "study",
        "sweep",
        scenario.to_str().unwrap(),
        "--json",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["manifest"]["study"]["kind"], "sweep");
    assert_eq!(value["tables"]["sweep"].as_array().unwrap().len(), rows(&out, "sweep.csv").len());
    assert!(value["answer"].as_str().is_some_and(|answer| answer.contains("attend_burden")));
}

#[test]
fn a_run_checks_a_study_but_is_not_changed_by_it() {
    let temporary = tempfile::tempdir().unwrap();
    let summary = |more: &str| {
        let scenario = file(temporary.path(), more);
        let out = temporary.path().join("run");
        let output = homeground(&[
            "run",
            scenario.to_str().unwrap(),
            "--quiet",
            "--out",
            out.to_str().unwrap(),
        ]);
        output.status.success().then(|| fs::read(out.join("summary.csv")).unwrap())
    };
    let plain = summary("");
    assert!(plain.is_some());
    assert_eq!(summary("[study]\nkind = \"switch\"\nswitches = [\"stigma\"]\n"), plain);
    assert_eq!(summary("[study]\nkind = \"switch\"\nswitches = [\"stigmata\"]\n"), None);
}

#[test]
fn mistakes_are_told_with_their_place_and_the_nearest_word() {
    let told = [
        refused("sweep", "", &[]),
        refused("sweep", "", &["--vary", "atend_burden=1,2"]),
        refused("sweep", "", &["--vary", "arm.home.arena=home,ofice"]),
        refused("sweep", "", &["--vary", "attend_burden=1..100/3"]),
        refused("sweep", "", &["--vary", "attend_burden=1"]),
        refused("sweep", "", &["--vary", "families=100,200"]),
        refused("sweep", "", &["--vary", "attend_burden=1,2", "--outcome", "placd"]),
        refused("sweep", "", &["--vary", "attend_burden=1,2", "--unit", "started"]),
        refused("sweep", "", &["--vary", "attend_burden=1,2", "--week", "14"]),
        refused("sweep", "", &["--vary", "attend_burden=1,2", "--arms", "hom"]),
        refused("design", "", &["--vary", "arena=home,office"]),
        refused(
            "design",
            "",
            &["--vary", "arena=all", "--vary", "duration_weeks=8,16", "--selection", "fraction"],
        ),
        refused("switch", "", &["--switches", "stigma,parrity"]),
        refused(
            "switch",
            "[study]\nkind = \"switch\"\nvary = { attend_burden = [1.0, 2.0] }\n",
            &["--set", "study.cost_limit=3"],
        ),
    ];
    insta::assert_snapshot!(told.join("\n----\n"));
}

#[test]
fn help_names_the_kinds_and_their_options() {
    let help = |arguments: &[&str]| text(&homeground(arguments).stdout);
    let kinds = help(&["study", "--help"]);
    for kind in ["sweep", "design", "switch"] {
        assert!(kinds.contains(kind), "{kinds}");
    }
    assert!(kinds.lines().count() <= 30, "{kinds}");
    for (kind, options) in [
        (
            "sweep",
            &["--vary", "--outcome", "--unit", "--week", "--arms", "--resume", "--lang", "--json"]
                [..],
        ),
        ("design", &["--selection", "--resolution", "--runs", "--cost", "--cost-limit"]),
        ("switch", &["--switches", "--no-pairs"]),
    ] {
        let text = help(&["study", kind, "--help"]);
        for option in options {
            assert!(text.contains(option), "{kind} {option}");
        }
    }
}
