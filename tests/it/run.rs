//! The program from the outside: files, exit statuses, and what never changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use polars::prelude::*;

use crate::program::{homeground, names, text};

/// Runs a scenario text into a folder of its own and returns that folder.
fn run_text(temporary: &Path, name: &str, scenario: &str, more: &[&str]) -> PathBuf {
    let file = temporary.join(format!("{name}.toml"));
    fs::write(&file, scenario).unwrap();
    let out = temporary.join(name);
    let mut arguments =
        vec!["run", file.to_str().unwrap(), "--out", out.to_str().unwrap(), "--quiet"];
    arguments.extend(more);
    let output = homeground(&arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    out
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}

/// Rows of a table that belong to an arm.
fn rows_of(folder: &Path, file: &str, arm: &str) -> Vec<String> {
    read(folder, file)
        .lines()
        .filter(|line| line.starts_with(&format!("{arm},")))
        .map(String::from)
        .collect()
}

const TWO_ARMS: &str = r#"
population = "child_welfare"
families = 700
replicates = 3
horizon_weeks = 60
[[arm]]
name = "office"
programme = "advice_and_guidance"
[[arm]]
name = "site"
programme = "advice_and_guidance"
override = { arena = "home" }
capacity = { helpers = 20, intake_weeks = 10 }
"#;

const THIRD_ARM: &str = r#"
[[arm]]
name = "third"
programme = "fyrlykta"
compensating = [{ kind = "respite", intensity = 0.5, follow_up = false }]
"#;

const TABLES: [&str; 4] = ["summary.csv", "contrasts.csv", "curves.csv", "subgroups.csv"];

#[test]
fn quick_start_writes_a_whole_results_folder() {
    let temporary = tempfile::tempdir().unwrap();
    let out = temporary.path().join("results");
    let output = homeground(&["run", "scenarios/quick_start.toml", "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(
        names(&out),
        [
            "contrasts.csv",
            "curves.csv",
            "figures",
            "manifest.json",
            "report.html",
            "scenario.toml",
            "subgroups.csv",
            "summary.csv"
        ]
    );
    let header = |file| read(&out, file).lines().next().unwrap().to_string();
    assert_eq!(header("summary.csv"), "arm,outcome,unit,week,estimate,mc_se,lower,upper");
    assert_eq!(
        header("contrasts.csv"),
        "arm,reference,outcome,unit,week,measure,estimate,mc_se,lower,upper,share_of_draws_better"
    );
    assert_eq!(header("curves.csv"), "arm,curve,week,estimate,lower,upper");
    let told = text(&output.stdout);
    assert!(told.trim_end().ends_with(out.join("report.html").to_str().unwrap()));
    assert!(told.lines().all(|line| line.chars().count() <= 100), "{told}");
    let figures = names(&out.join("figures"));
    for figure in [
        "placement",
        "exits",
        "completion_and_placement",
        "contrasts",
        "alliance_trust",
        "dose",
        "cost",
        "subgroups",
    ] {
        for ending in ["svg", "png"] {
            assert!(figures.contains(&format!("{figure}.{ending}")), "{figure}.{ending}");
        }
    }
    assert!(read(&out, "report.html").contains("not for decisions about a single family"));
    // Standard error is for progress on a terminal and for warnings.
    assert_eq!(text(&output.stderr), "");
}

/// More families than one task takes, so that parts of a replicate are put together.
const MANY_FAMILIES: [&str; 2] = ["--families", "5000"];

#[test]
fn results_are_the_same_bits_for_any_number_of_threads() {
    let temporary = tempfile::tempdir().unwrap();
    let one = run_text(
        temporary.path(),
        "one",
        TWO_ARMS,
        &[&MANY_FAMILIES[..], &["--threads", "1", "--families-file"]].concat(),
    );
    for threads in ["2", "7"] {
        let many = run_text(
            temporary.path(),
            &format!("many{threads}"),
            TWO_ARMS,
            &[&MANY_FAMILIES[..], &["--threads", threads, "--families-file"]].concat(),
        );
        for table in TABLES {
            assert_eq!(read(&one, table), read(&many, table), "{table}, {threads} threads");
        }
    }
}

#[test]
fn another_seed_gives_other_results() {
    let temporary = tempfile::tempdir().unwrap();
    let one = run_text(temporary.path(), "one", TWO_ARMS, &["--seed", "1"]);
    let two = run_text(temporary.path(), "two", TWO_ARMS, &["--seed", "2"]);
    assert_ne!(read(&one, "summary.csv"), read(&two, "summary.csv"));
}

#[test]
fn an_added_arm_leaves_all_others_as_they_were() {
    let temporary = tempfile::tempdir().unwrap();
    let two = run_text(temporary.path(), "two", TWO_ARMS, &[]);
    let three = run_text(temporary.path(), "three", &format!("{TWO_ARMS}{THIRD_ARM}"), &[]);
    for table in ["summary.csv", "curves.csv", "subgroups.csv", "contrasts.csv"] {
        for arm in ["office", "site"] {
            assert_eq!(rows_of(&two, table, arm), rows_of(&three, table, arm), "{table} {arm}");
        }
    }
    assert!(!rows_of(&three, "summary.csv", "third").is_empty());
}

#[test]
fn a_mechanism_switched_off_in_one_arm_leaves_all_others_as_they_were() {
    let temporary = tempfile::tempdir().unwrap();
    let on = run_text(temporary.path(), "on", &format!("{TWO_ARMS}{THIRD_ARM}"), &[]);
    let switch = "parameters = { attend_intrusion = 0, drop_intrusion = 0 }\n";
    let off = run_text(temporary.path(), "off", &format!("{TWO_ARMS}{THIRD_ARM}{switch}"), &[]);
    for arm in ["office", "site"] {
        assert_eq!(rows_of(&on, "summary.csv", arm), rows_of(&off, "summary.csv", arm));
    }
    assert_ne!(rows_of(&on, "summary.csv", "third"), rows_of(&off, "summary.csv", "third"));
}

#[test]
fn the_resolved_scenario_gives_the_same_results() {
    let temporary = tempfile::tempdir().unwrap();
    let first = run_text(temporary.path(), "first", TWO_ARMS, &["--set", "attend_burden=2.5"]);
    let again = temporary.path().join("again");
    let resolved = first.join("scenario.toml");
    let output = homeground(&["run", resolved.to_str().unwrap(), "--out", again.to_str().unwrap()]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for table in TABLES {
        assert_eq!(read(&first, table), read(&again, table), "{table}");
    }
}

#[test]
fn rows_of_families_add_up_to_the_summary() {
    let temporary = tempfile::tempdir().unwrap();
    let out = run_text(temporary.path(), "rows", TWO_ARMS, &["--families-file"]);
    let file = fs::File::open(out.join("families.parquet")).unwrap();
    let rows = ParquetReader::new(file).finish().unwrap();
    assert_eq!(rows.height(), 700 * 3 * 2);
    let placed_week = rows.column("first_placement_week").unwrap().u32().unwrap();
    let placed = rows.height() - placed_week.null_count();
    let summary = read(&out, "summary.csv");
    let share = |arm: &str| -> f64 {
        let row = summary
            .lines()
            .find(|line| line.starts_with(&format!("{arm},placed,family,60,")))
            .unwrap();
        row.split(',').nth(4).unwrap().parse().unwrap()
    };
    let expected = (share("office") + share("site")) * 2100.0;
    assert!((placed as f64 - expected).abs() < 1e-6, "{placed} against {expected}");
    let families: Vec<u32> =
        rows.column("family").unwrap().u32().unwrap().into_no_null_iter().collect();
    assert_eq!(families[..3], [0, 1, 2]);
    assert_eq!(families[699], 699);
}

#[test]
fn draws_give_intervals_that_hold_parameters() {
    let temporary = tempfile::tempdir().unwrap();
    let out = run_text(
        temporary.path(),
        "draws",
        TWO_ARMS,
        &["--draws", "8", "--families", "300", "--replicates", "2"],
    );
    assert!(read(&out, "manifest.json").contains("\"parameters_and_monte_carlo\""));
    let contrasts = read(&out, "contrasts.csv");
    let row = contrasts
        .lines()
        .find(|line| line.starts_with("site,office,completed,started,60,difference,"))
        .unwrap();
    let cells: Vec<f64> = row.split(',').skip(6).map(|cell| cell.parse().unwrap()).collect();
    let [estimate, error, lower, upper, better] = cells[..] else { panic!("{row}") };
    assert!(lower <= estimate && estimate <= upper && error > 0.0);
    assert!((0.0..=1.0).contains(&better) && (better * 8.0).fract().abs() < 1e-9);
}

#[test]
fn few_draws_are_warned_of() {
    let temporary = tempfile::tempdir().unwrap();
    let out = temporary.path().join("few");
    let output = homeground(&[
        "run",
        "quick_start",
        "--families",
        "40",
        "--draws",
        "3",
        "--quiet",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).contains("warning: 3 draws are few"));
    assert!(read(&out, "manifest.json").contains("3 draws are few"));
    assert!(read(&out, "report.html").contains("3 draws are few"));
}

#[test]
fn json_is_the_only_thing_on_standard_output() {
    let temporary = tempfile::tempdir().unwrap();
    let out = temporary.path().join("json");
    let output = homeground(&[
        "run",
        "quick_start",
        "--families",
        "50",
        "--out",
        out.to_str().unwrap(),
        "--json",
    ]);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["manifest"]["families"], 50);
    assert!(value["summary"].as_array().unwrap().len() > 50);
}

#[test]
fn invalid_input_changes_nothing_on_disk() {
    let temporary = tempfile::tempdir().unwrap();
    let file = temporary.path().join("wrong.toml");
    fs::write(&file, "population = \"child_wellfare\"\n[[arm]]\nname = \"a\"\n").unwrap();
    let out = temporary.path().join("out");
    let output = homeground(&["run", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("child_welfare"), "nearest word");
    assert_eq!(names(temporary.path()), ["wrong.toml"]);
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let temporary = tempfile::tempdir().unwrap();
    let out = temporary.path().join("thesis");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("chapter.txt"), "years of work").unwrap();
    let arguments = ["run", "quick_start", "--families", "20", "--out", out.to_str().unwrap()];
    let output = homeground(&arguments);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("--force"));
    assert_eq!(names(temporary.path()), ["thesis"]);
    assert_eq!(names(&out), ["chapter.txt"]);
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let temporary = tempfile::tempdir().unwrap();
    let file = temporary.path().join("file");
    fs::write(&file, "").unwrap();
    let out = file.join("results");
    let output =
        homeground(&["run", "quick_start", "--families", "20", "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("cannot be written"));
    assert_eq!(names(temporary.path()), ["file"]);
}

#[test]
fn a_report_can_be_drawn_again_in_another_language() {
    let temporary = tempfile::tempdir().unwrap();
    let out = run_text(temporary.path(), "again", TWO_ARMS, &["--families", "100"]);
    let english = read(&out, "report.html");
    let folder = out.to_str().unwrap();
    assert!(homeground(&["report", folder, "--lang", "nb"]).status.success());
    let norwegian = read(&out, "report.html");
    for word in ["tiltak", "hjelper", "allianse", "plassering", "fullført", "frafall"] {
        assert!(norwegian.to_lowercase().contains(word), "{word}");
    }
    // `no` is another name for bokmål; nynorsk is a language of its own.
    for (code, word) in [("no", "flere"), ("nn", "fleire")] {
        let output = homeground(&["report", folder, "--lang", code]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let page = read(&out, "report.html");
        assert!(
            page.contains(word) && page.contains(&format!("lang=\"{}\"", code.replace("no", "nb")))
        );
    }
    assert!(homeground(&["report", folder]).status.success());
    assert_eq!(read(&out, "report.html"), english);
    assert_eq!(homeground(&["report", temporary.path().to_str().unwrap()]).status.code(), Some(2));
}

#[cfg(unix)]
mod signals {
    use super::*;
    use std::process::{Child, Stdio};
    use std::time::Duration;

    /// Long enough to be under way when the signal comes.
    fn long_run(out: &Path) -> Child {
        Command::new(env!("CARGO_BIN_EXE_homeground"))
            .args([
                "run",
                "scenarios/home_or_office.toml",
                "--replicates",
                "2000",
                "--quiet",
                "--out",
            ])
            .arg(out)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    fn signal(child: &Child, name: &str) {
        let status = Command::new("kill").args([name, &child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    #[test]
    fn an_interrupted_run_leaves_the_older_results_whole_and_nothing_else() {
        let temporary = tempfile::tempdir().unwrap();
        let out = run_text(temporary.path(), "older", TWO_ARMS, &["--families", "50"]);
        let older = read(&out, "summary.csv");
        let before = names(temporary.path());
        let mut child = long_run(&out);
        std::thread::sleep(Duration::from_millis(400));
        signal(&child, "-INT");
        assert_eq!(child.wait().unwrap().code(), Some(130));
        // A checkpoint is no result, and hidden.
        let mut after = names(temporary.path());
        after.retain(|name| name != ".older.checkpoint");
        assert_eq!(after, before);
        assert_eq!(read(&out, "summary.csv"), older);
    }

    #[test]
    fn a_killed_run_leaves_no_half_results() {
        let temporary = tempfile::tempdir().unwrap();
        let out = temporary.path().join("results");
        for pause in [20, 150, 400] {
            let mut child = long_run(&out);
            std::thread::sleep(Duration::from_millis(pause));
            signal(&child, "-KILL");
            child.wait().unwrap();
            assert!(!out.exists());
        }
        // The next run clears away what the killed ones have left.
        let output = homeground(&[
            "run",
            "quick_start",
            "--families",
            "20",
            "--quiet",
            "--out",
            out.to_str().unwrap(),
        ]);
        assert!(output.status.success());
        assert_eq!(names(temporary.path()), ["results"]);
    }
}
