//! Thresholds and uncertain decisions from the outside: tables that agree with each
//! other, a turn where it must be, errors that name the place and the remedy.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{homeground, number, rows, text};

/// Two arms that differ in the length of visits alone.
const SMALL: &str = r#"
title = "Small"
population = "child_welfare"
reading = "prior"
families = 128
replicates = 4
horizon_weeks = 20
reference = "hour"

[[arm]]
name = "hour"
programme = "advice_and_guidance"
override = { visit_minutes = 60 }

[[arm]]
name = "long"
programme = "advice_and_guidance"
override = { visit_minutes = 100 }
"#;

fn scenario(temporary: &Path, more: &str) -> PathBuf {
    let path = temporary.join("small.toml");
    fs::write(&path, format!("{SMALL}\n{more}")).unwrap();
    path
}

fn study(temporary: &Path, kind: &str, more: &[&str]) -> PathBuf {
    let out = temporary.join(kind);
    let scenario = scenario(temporary, "");
    let mut arguments = vec!["study", kind, scenario.to_str().unwrap(), "--quiet", "--out"];
    arguments.push(out.to_str().unwrap());
    arguments.extend(more);
    let output = homeground(&arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    out
}

/// The message of a study that must fail as wrong input.
fn refused(temporary: &Path, kind: &str, file: &str, more: &[&str]) -> String {
    let scenario = scenario(temporary, file);
    let out = temporary.join("never");
    let mut arguments = vec!["study", kind, scenario.to_str().unwrap(), "--out"];
    arguments.push(out.to_str().unwrap());
    arguments.extend(more);
    let output = homeground(&arguments);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(!out.exists());
    text(&output.stderr)
}

#[test]
fn hours_of_two_arms_turn_where_their_visits_are_equally_long_and_this_is_confirmed() {
    let temporary = tempfile::tempdir().unwrap();
    let out = study(
        temporary.path(),
        "threshold",
        &[
            "--outcome",
            "hours",
            "--vary",
            "arm.long.visit_minutes=20..120",
            "--grid",
            "4",
            "--along",
            "care_quality",
            "--planes",
            "1",
        ],
    );
    let found = rows(&out, "thresholds.csv");
    assert_eq!(found.len(), 4, "two sides of two varied inputs");
    let below = &found[0];
    assert_eq!((below["rank"].as_str(), below["side"].as_str()), ("1", "below"));
    assert_eq!(below["finding"], "turns");
    assert_eq!(number(below, "start"), 100.0);
    assert!((number(below, "threshold") - 60.0).abs() < 3.0, "{below:?}");
    assert_eq!(below["confirmed"], "clearly");
    assert!(number(below, "before_lower") > 0.0 && number(below, "after_upper") < 0.0);
    // Care of placed children has nothing to do with hours.
    assert!(found[2..].iter().all(|row| row["finding"] == "holds"), "{found:?}");
    let profile = rows(&out, "threshold_profiles.csv");
    let start = profile
        .iter()
        .find(|row| row["parameter"].contains("visit_minutes") && number(row, "value") == 100.0);
    let other = profile.iter().find(|row| row["parameter"] == "care_quality");
    assert_eq!(start.unwrap()["estimate"], other.unwrap()["estimate"]);
    // The line in the plane stands upright at the same place.
    let line = rows(&out, "threshold_lines.csv");
    assert!(line.len() >= 2);
    for point in &line {
        assert!((number(point, "first_value") - 60.0).abs() < 6.0, "{point:?}");
    }
    assert!(!rows(&out, "threshold_pairs.csv").is_empty());
    for name in ["threshold_ranges", "threshold_profiles", "threshold_planes"] {
        assert!(out.join(format!("figures/{name}.svg")).is_file(), "{name}");
    }
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(page.contains("unless"), "the answer names the condition");
}

#[test]
fn tables_of_an_uncertain_decision_agree_with_each_other() {
    let temporary = tempfile::tempdir().unwrap();
    let out = study(temporary.path(), "uncertainty", &["--draws", "24"]);
    let mut by_willingness: BTreeMap<String, f64> = BTreeMap::new();
    for row in rows(&out, "acceptability.csv") {
        *by_willingness.entry(row["willingness_to_pay"].clone()).or_default() +=
            number(&row, "probability");
    }
    assert_eq!(by_willingness.len(), 41, "forty steps; the value is one of them");
    for (willingness, sum) in &by_willingness {
        assert!((sum - 1.0).abs() < 1e-9, "{willingness}: {sum}");
    }
    let best = rows(&out, "best.csv");
    for rule in ["outcome", "net_benefit"] {
        let by_rule = best.iter().filter(|row| row["decide_by"] == rule);
        let sum: f64 = by_rule.map(|row| number(row, "probability")).sum();
        assert!((sum - 1.0).abs() < 1e-9);
    }
    let regret = rows(&out, "regret.csv");
    let chosen = regret.iter().find(|row| row["favourite"] == "true").unwrap();
    let information = rows(&out, "information.csv");
    assert_eq!(information[0]["what"], "total");
    assert_eq!(chosen["mean"], information[0]["value"]);
    assert!(regret.iter().all(|row| number(row, "mean") >= number(chosen, "mean")));
    let groups = information.iter().filter(|row| row["what"] == "group");
    let held: f64 = groups.map(|row| number(row, "parameters")).sum();
    assert_eq!(held, number(&information[0], "parameters"));
    assert_eq!(rows(&out, "draws.csv").len(), 48);
    assert_eq!(rows(&out, "plane.csv").len(), 24);
    assert_eq!(rows(&out, "draw_parameters.csv").len(), 24);
    let again = homeground(&["report", out.to_str().unwrap(), "--lang", "nb"]);
    assert!(again.status.success(), "{}", text(&again.stderr));
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(page.contains("Hvilken forskning ville lønne seg?"));
}

#[test]
fn a_decision_by_the_outcome_alone_needs_no_worth() {
    let temporary = tempfile::tempdir().unwrap();
    let out = study(
        temporary.path(),
        "uncertainty",
        &["--draws", "4", "--outcome", "completed", "--families", "64"],
    );
    assert!(!out.join("acceptability.csv").exists());
    assert!(rows(&out, "best.csv").iter().all(|row| row["decide_by"] == "outcome"));
}

#[test]
fn wrong_questions_are_refused_with_the_remedy() {
    let temporary = tempfile::tempdir().unwrap();
    let temporary = temporary.path();
    let message = refused(temporary, "threshold", "", &["--along", "drop_bas"]);
    assert!(message.contains("drop_base"), "{message}");
    let message =
        refused(temporary, "threshold", "[parameters]\nfade = 0.02", &["--along", "fade"]);
    assert!(message.contains("held at 0.02"), "{message}");
    let message = refused(temporary, "threshold", "", &["--replicates", "1"]);
    assert!(message.contains("at least two replicates"), "{message}");
    let message = refused(temporary, "threshold", "", &["--arms", "long"]);
    assert!(message.contains("two arms"), "{message}");
    let message = refused(temporary, "threshold", "", &["--vary", "fade=0.5..7"]);
    assert!(message.contains("too large"), "{message}");
    let message = refused(temporary, "uncertainty", "", &["--outcome", "visits"]);
    assert!(message.contains("neither more nor less"), "{message}");
    let message = refused(
        temporary,
        "uncertainty",
        "",
        &["--outcome", "completed", "--willingness-to-pay", "1000"],
    );
    assert!(message.contains("cannot be weighed against cost"), "{message}");
    let message = refused(temporary, "uncertainty", "", &["--draws", "1"]);
    assert!(message.contains("draws"), "{message}");
    let message = refused(
        temporary,
        "uncertainty",
        "[uncertainty]\ndraws = 20\nfrom = \"posterior\"",
        &["--reading", "prior"],
    );
    assert!(message.contains("`prior` is not calibrated"), "{message}");
}
