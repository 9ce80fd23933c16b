//! `homeground study sensitivity` from the outside: files, sums, errors, going on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::program::{homeground, text};

/// A study small enough for a test; what it finds is mostly noise.
const SMALL: [&str; 14] = [
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
    "--families",
    "256",
    "--replicates",
    "2",
];

fn study(out: &Path, more: &[&str]) -> Output {
    let mut arguments = vec![
        "study",
        "sensitivity",
        "home_or_office",
        "--reading",
        "prior",
        "--quiet",
        "--out",
        out.to_str().unwrap(),
    ];
    arguments.extend(SMALL);
    arguments.extend(more);
    homeground(&arguments)
}

fn done(out: &Path, more: &[&str]) -> PathBuf {
    let output = study(out, more);
    assert!(output.status.success(), "{}", text(&output.stderr));
    out.to_owned()
}

/// The rows of a table as cells by their headings.
fn rows(folder: &Path, file: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn number(row: &std::collections::HashMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column}: {:?}", row[column]))
}

#[test]
fn a_small_study_writes_tables_figures_and_a_page_that_agree() {
    let temporary = tempfile::tempdir().unwrap();
    let out = done(&temporary.path().join("results"), &[]);
    let screening = rows(&out, "screening.csv");
    assert_eq!(screening.len(), 9, "three parameters for two arms and the difference");
    assert!(screening.iter().all(|row| row["taken_on"] == "true"));
    let variance = rows(&out, "variance.csv");
    let asked: Vec<(&str, &str)> =
        variance.iter().map(|row| (row["arm"].as_str(), row["reference"].as_str())).collect();
    assert_eq!(asked, [("home", "office"), ("home", ""), ("office", "")]);
    for row in &variance {
        let (response, noise) = (number(row, "response"), number(row, "noise"));
        assert!((number(row, "noise_share") - noise / (response + noise)).abs() < 1e-9);
    }
    // Completion at home leans on how many drop out, far beyond noise.
    let home = &variance[1];
    assert_eq!(home["undefined"], "");
    let indices = rows(&out, "indices.csv");
    let of_home: Vec<_> =
        indices.iter().filter(|row| row["arm"] == "home" && row["reference"].is_empty()).collect();
    assert_eq!(of_home.len(), 3);
    let first = of_home.iter().find(|row| row["rank"] == "1").unwrap();
    assert_eq!(first["parameter"], "drop_base");
    assert!(number(first, "total_lower") > 0.3);
    // Every point: 16 base samples in A, in B, and with each of three parameters.
    let points = rows(&out, "index_evaluations.csv");
    assert_eq!(points.len(), 80);
    for five in points.chunks(5) {
        assert_eq!(five[0]["matrix"], "A");
        assert_eq!(five[2]["matrix"], "AB attend_base");
        assert_eq!(five[2]["attend_base"], five[4]["attend_base"]);
        assert_eq!(five[2]["fade"], five[0]["fade"]);
        assert!(number(&five[0], "home half 1") > 0.0);
    }
    assert_eq!(rows(&out, "screening_evaluations.csv").len(), 16);
    for figure in ["indices", "screening", "screening_arm_1", "screening_arm_2", "noise"] {
        for ending in ["svg", "png"] {
            let file = out.join("figures").join(format!("{figure}.{ending}"));
            assert!(file.is_file(), "{}", file.display());
        }
    }
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(page.contains("Under home, completed") && page.contains("drop_base"));
    // What was simulated stands in the manifest: the study's own size, not the scenario's.
    let manifest: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(out.join("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["families"], 256);
    assert_eq!(manifest["replicates"], 2);
    assert_eq!(manifest["study"]["points"], 96);
}

#[test]
fn the_resolved_scenario_threads_and_going_on_give_the_same_tables() {
    let temporary = tempfile::tempdir().unwrap();
    let first = done(&temporary.path().join("first"), &["--threads", "1"]);
    let again = temporary.path().join("again");
    let scenario = first.join("scenario.toml");
    let output = homeground(&[
        "study",
        "sensitivity",
        scenario.to_str().unwrap(),
        "--quiet",
        "--resume",
        "--threads",
        "3",
        "--lang",
        "nb",
        "--out",
        again.to_str().unwrap(),
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for file in ["screening.csv", "indices.csv", "variance.csv", "index_evaluations.csv"] {
        assert_eq!(
            fs::read_to_string(first.join(file)).unwrap(),
            fs::read_to_string(again.join(file)).unwrap(),
            "{file}"
        );
    }
    let page = fs::read_to_string(again.join("report.html")).unwrap();
    assert!(page.contains("hviler mest på") && page.contains("førsteordens"));
}

#[test]
fn parameters_that_do_nothing_leave_nothing_to_share_out() {
    let temporary = tempfile::tempdir().unwrap();
    let out = temporary.path().join("results");
    // Re-entry into care has no part in completion.
    let output = homeground(&[
        "study",
        "sensitivity",
        "home_or_office",
        "--reading",
        "prior",
        "--arms",
        "home,office",
        "--outcome",
        "uptake",
        "--along",
        "reentry,reunification",
        "--samples",
        "8",
        "--walks",
        "4",
        "--families",
        "256",
        "--out",
        out.to_str().unwrap(),
        "--quiet",
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let variance = rows(&out, "variance.csv");
    assert!(variance.iter().all(|row| row["undefined"] == "constant"), "{variance:?}");
    assert!(rows(&out, "indices.csv").is_empty());
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(page.contains("does not change whatever the parameters are"));
}

/// Message and status of a study that cannot begin.
fn refused(more: &[&str]) -> String {
    let temporary = tempfile::tempdir().unwrap();
    let out = temporary.path().join("results");
    let mut arguments = vec!["study", "sensitivity"];
    arguments.extend(more);
    arguments.extend(["--out", out.to_str().unwrap()]);
    let output = homeground(&arguments);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(!out.exists());
    text(&output.stderr)
}

#[test]
fn wrong_questions_are_refused_with_a_remedy() {
    let message = refused(&["home_or_office", "--along", "fade,bond_rat"]);
    assert!(
        message.contains("bond_rat") && message.contains("did you mean `bond_rate`?"),
        "{message}"
    );
    let message = refused(&["home_or_office", "--samples", "1000"]);
    assert!(
        message.contains("no power of two") && message.contains("take 512 or 1024"),
        "{message}"
    );
    let message = refused(&["home_or_office", "--replicates", "1"]);
    assert!(message.contains("two replicates"), "{message}");
    let message = refused(&["home_or_office", "--arms", "home"]);
    assert!(message.contains("two arms"), "{message}");
    let message = refused(&["home_or_office", "--along", "fade", "--top", "2"]);
    assert!(message.contains("more than there are"), "{message}");
    let message = refused(&[
        "home_or_office",
        "--reading",
        "prior",
        "--set",
        "parameters.fade=0.01",
        "--along",
        "fade",
    ]);
    assert!(message.contains("the scenario holds it at 0.01"), "{message}");
    let message = refused(&[
        "home_or_office",
        "--reading",
        "prior",
        "--set",
        "parameters.fade={low=0.5,high=1.5}",
    ]);
    assert!(message.contains("must be from 0 to 1"), "{message}");
    let message = refused(&["home_or_office", "--spread", "flat"]);
    assert!(message.contains("prior") && message.contains("uniform"), "{message}");
}

#[test]
fn one_arm_is_not_enough() {
    let temporary = tempfile::tempdir().unwrap();
    let file = temporary.path().join("one.toml");
    fs::write(&file, "population = \"universal\"\n[[arm]]\nname = \"alone\"\n").unwrap();
    let message = refused(&[file.to_str().unwrap()]);
    assert!(message.contains("compares two arms, but the scenario has one"), "{message}");
}

#[test]
fn a_ledger_holds_every_parameter_with_what_three_studies_say_of_it() {
    let temporary = tempfile::tempdir().unwrap();
    let out = temporary.path().join("ledger");
    let output = homeground(&[
        "study",
        "assumptions",
        "home_or_office",
        "--reading",
        "prior",
        "--arms",
        "home,office",
        "--outcome",
        "completed",
        "--along",
        "drop_base,attend_burden,reentry",
        "--top",
        "2",
        "--samples",
        "16",
        "--walks",
        "4",
        "--grid",
        "2",
        "--families",
        "128",
        "--replicates",
        "4",
        "--out",
        out.to_str().unwrap(),
        "--quiet",
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let ledger = rows(&out, "assumptions.csv");
    assert_eq!(ledger.len(), 3);
    for (place, row) in ledger.iter().enumerate() {
        assert_eq!(row["rank"], (place + 1).to_string());
        assert!(["turns", "fades", "holds", "unclear"].contains(&row["order"].as_str()));
        assert!(["A", "B", "C", "D"].contains(&row["grade"].as_str()));
    }
    // Re-entry into care has no part in completion: it is not looked at, stands last, and
    // turns nothing.
    assert_eq!(ledger[2]["parameter"], "reentry");
    assert_eq!(ledger[2]["taken_on"], "false");
    assert_eq!(ledger[2]["total"], "");
    assert_eq!(number(&ledger[2], "mu_star"), 0.0);
    assert_eq!(ledger[2]["threshold"], "");
    assert!(number(&ledger[0], "total") >= number(&ledger[1], "total"));
    for row in &ledger[..2] {
        assert!(number(row, "information") >= 0.0);
        assert!(["true", "false"].contains(&row["information_above_chance"].as_str()));
    }
    assert!(out.join("figures/assumptions.png").is_file());
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(page.contains("What to study next") && page.contains("drop_base"));
}
