//! Calibration and validation from the outside: folders, tables, what is refused, and what
//! never changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use homeground_core::evidence::LiteratureReading;
use homeground_core::scenario::targets::{Target, built_in_targets, validation_set};
use homeground_report::saved::SavedTexts;
use homeground_report::words::testing::{locales, words};
use homeground_report::{answer_page, readable};
use homeground_store::saved;
use homeground_studies::calibration::{CalibrationManifest, pages};

use crate::program::{manifest, names, number, rows, text};

/// Targets that are simulated in a moment.
const TARGETS: &str = "\
id,reading,population,arm,reference,outcome,unit,week,measure,scale,value,sd,evidence,note
left,both,child_welfare,advice_and_guidance,,dropped_out + terminated,started,20,level,identity,0.2,0.04,,the first
accepted,both,child_welfare,advice_and_guidance at home,,uptake,offered,10,level,identity,0.7,0.05,,
smaller,child,child_welfare,the same with caseload = 5,advice_and_guidance,alliance,started,12,difference,identity,0.02,0.05,,
other,family,child_welfare,advice_and_guidance,,uptake,offered,10,level,identity,0.5,0.05,,
";

/// As little work as possible.
const LITTLE: [&str; 15] = [
    "--quick",
    "--points",
    "40",
    "--further-points",
    "20",
    "--waves",
    "1",
    "--families",
    "64",
    "--draws",
    "24",
    "--draw-families",
    "64",
    "--steps",
    "20",
];

/// A temporary folder with a file of targets in it.
struct TemporaryFolder {
    folder: tempfile::TempDir,
}

impl TemporaryFolder {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("own.csv"), TARGETS).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_homeground"));
        command
            .current_dir(self.folder.path())
            .env("NO_COLOR", "1")
            .env("COLUMNS", "100")
            .args(arguments);
        command
    }

    /// A command that must go well; what it prints.
    fn good(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// A command that must be refused and write nothing; what it says.
    fn refused(&self, arguments: &[&str]) -> String {
        let before = names(self.folder.path());
        let output = self.command(arguments).output().unwrap();
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty());
        assert_eq!(names(self.folder.path()), before, "nothing may be written");
        said
    }

    /// A small calibration to the targets of the temporary folder.
    fn calibration(&self, out: &str, more: &[&str]) -> Command {
        let own = ["calibrate", "--targets", "own.csv", "--only-targets", "--out", out];
        self.command(&[&own[..], &LITTLE, more].concat())
    }

    fn calibrate(&self, out: &str, more: &[&str]) -> String {
        let output = self.calibration(out, more).output().unwrap();
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Begins a calibration and waits for its first checkpoint.
    fn begun(&self, out: &str, more: &[&str]) -> Child {
        let mut child = self
            .calibration(out, more)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let checkpoint = self.path(&format!("{out}.checkpoint"));
        let begun = Instant::now();
        while !checkpoint.exists() {
            assert!(begun.elapsed() < Duration::from_secs(120));
            assert!(child.try_wait().unwrap().is_none(), "it ended on its own");
            std::thread::sleep(Duration::from_millis(2));
        }
        child
    }
}

fn assert_same_tables(one: &Path, other: &Path) {
    let tables = |folder: &Path| {
        let mut names = names(folder);
        names.retain(|name| name.ends_with(".csv"));
        names
    };
    assert_eq!(tables(one), tables(other));
    for name in tables(one) {
        let read = |folder: &Path| fs::read_to_string(folder.join(&name)).unwrap();
        assert!(read(one) == read(other), "{name} differs");
    }
}

/// Holds what the page of a folder says in every language against what it said before.
fn look_at_page(name: &str, folder: &Path) {
    let json = saved::read_json(folder).unwrap();
    let mut manifest = CalibrationManifest::from_json(json).unwrap();
    // What differs from one time to the next.
    (manifest.command, manifest.started) = (String::new(), String::new());
    (manifest.seconds, manifest.threads) = (0.0, 1);
    manifest.calibration.iter_mut().for_each(|note| note.seconds = 0.0);
    manifest.validation.iter_mut().for_each(|note| note.seconds = 0.0);
    let texts = SavedTexts::new(saved::read_texts(folder).unwrap());
    let (frame, page) = pages::page(&manifest, &texts).unwrap();
    for code in locales().codes() {
        let html = answer_page::html(&frame, &page, words(code)).unwrap();
        assert!(!html.contains("{$"), "{name}, {code}: a variable is not told");
        insta::assert_snapshot!(format!("{name}_{code}"), readable::page(&html));
    }
}

#[test]
fn a_calibration_is_whole_can_be_used_and_is_the_same_however_it_was_made() {
    let temporary = TemporaryFolder::new();
    let said = temporary.calibrate("one", &["--threads", "1"]);
    assert!(said.contains("of 3 lie inside"), "{said}");
    assert!(said.contains("--posterior one/posterior.csv"), "{said}");
    let one = temporary.path("one");
    assert_eq!(
        names(&one),
        [
            "checks.csv",
            "conflicts.csv",
            "figures",
            "manifest.json",
            "pairs.csv",
            "parameters.csv",
            "posterior.csv",
            "report.html",
            "targets.csv",
            "waves.csv",
        ]
    );
    assert_eq!(names(temporary.folder.path()), ["one", "own.csv"], "no checkpoint is left");

    let checks = rows(&one, "checks.csv");
    let ids: Vec<&str> = checks.iter().map(|row| row["target"].as_str()).collect();
    assert_eq!(ids, ["left", "accepted", "smaller"], "the other reading has a target more");
    for row in &checks {
        let inside = number(row, "predictive_lower") <= number(row, "evidence")
            && number(row, "evidence") <= number(row, "predictive_upper");
        assert_eq!(row["inside"], inside.to_string());
        assert_eq!(row["set"], "calibration");
    }
    let noted = manifest(&one);
    let note = &noted["calibration"];
    assert_eq!(note["reading"], "child");
    assert_eq!(note["targets"]["count"], 3);
    assert_eq!(note["targets"]["file"], "own.csv");
    assert_eq!(note["effort"]["draws"], 24);
    assert!(note["effective_draws"].as_f64().unwrap() >= 1.0);
    assert!(note["largest_scale_reduction"].as_f64().unwrap() > 0.9);
    assert_eq!(noted["threads"], 1);
    // The arm that stood for the one above stands for itself.
    assert_eq!(
        rows(&one, "targets.csv")[2]["arm"],
        "advice_and_guidance at home with caseload = 5"
    );
    look_at_page("calibration", &one);
    let page = fs::read_to_string(one.join("report.html")).unwrap();
    assert!(page.contains("Calibration to the literature"));
    assert!(page.contains("accepted") && !page.contains("src=") && !page.contains("<link"));

    let posterior = rows(&one, "posterior.csv");
    assert_eq!(posterior.len(), 25);
    assert_eq!((&*posterior[0]["draw"], &*posterior[0]["weight"]), ("0", "0"));
    let weights: f64 = posterior.iter().map(|row| number(row, "weight")).sum();
    assert!((weights - 1.0).abs() < 1e-3, "{weights}");

    // Killed on its way and gone on with, by another number of threads.
    let mut child = temporary.begun("two", &["--threads", "2"]);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!temporary.path("two").exists());
    temporary.calibrate("two", &["--threads", "2", "--resume", "--quiet"]);
    assert_same_tables(&one, &temporary.path("two"));
    assert_eq!(names(temporary.folder.path()), ["one", "own.csv", "two"]);

    // The sample in a run, and in a validation that knows what it was calibrated to.
    temporary.good(&[
        "run",
        "quick_start",
        "--families",
        "32",
        "--replicates",
        "2",
        "--draws",
        "3",
        "--set",
        "uncertainty.from=posterior",
        "--posterior",
        "one/posterior.csv",
        "--quiet",
        "--out",
        "run",
    ]);
    let run = manifest(&temporary.path("run"));
    assert_eq!((&run["reading"], &run["drawn_from"]), (&"child".into(), &"posterior".into()));
    let more = format!(
        "{TARGETS}new,both,universal,advice_and_guidance,,uptake,offered,4,level,identity,0.5,0.1,,\n"
    );
    fs::write(temporary.path("more.csv"), more).unwrap();
    let validate = |out: &str, more: &[&str]| {
        let own = [
            "validate",
            "--posterior",
            "one/posterior.csv",
            "--targets",
            "more.csv",
            "--only-targets",
            "--draws",
            "4",
            "--families",
            "64",
            "--out",
            out,
        ];
        temporary.good(&[&own[..], more].concat())
    };
    validate("valid", &["--quiet", "--lang", "nb"]);
    let sets: Vec<String> = rows(&temporary.path("valid"), "checks.csv")
        .iter()
        .map(|row| format!("{} {}", row["set"], row["target"]))
        .collect();
    assert_eq!(
        sets,
        ["calibration left", "calibration accepted", "calibration smaller", "other new"]
    );
    let page = fs::read_to_string(temporary.path("valid/report.html")).unwrap();
    assert!(page.contains("Validering mot forskningen"));

    // The method on known parameters, and all tables as JSON.
    let said = validate("ranks", &["--ranks", "20", "--rank-points", "40", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&said).unwrap();
    let ranks = told["tables"]["ranks"].as_array().unwrap();
    let parameters = note["parameters"].as_u64().unwrap() as usize;
    assert_eq!(ranks.len(), parameters + 4, "each parameter and each target");
    for row in ranks {
        let tenths = row["tenths"].as_str().unwrap().split(' ');
        let sum: u32 = tenths.map(|count| count.parse::<u32>().unwrap()).sum();
        assert_eq!(sum, 20, "{row}");
    }
    assert_eq!(told["manifest"]["validation"]["ranks"], 20);
    assert!(temporary.path("ranks/figures/ranks.png").exists());
    look_at_page("validation", &temporary.path("valid"));
    look_at_page("validation_with_ranks", &temporary.path("ranks"));

    // The page again in another language, and not from tables that were changed.
    temporary.good(&["report", "one", "--lang", "nb"]);
    let page = fs::read_to_string(one.join("report.html")).unwrap();
    assert!(page.contains("Kalibrering mot forskningen"));
    fs::write(one.join("checks.csv"), "changed").unwrap();
    let said = temporary.refused(&["report", "one"]);
    assert!(said.contains("checks.csv"), "{said}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_keeps_what_is_done_and_says_how_to_go_on() {
    let temporary = TemporaryFolder::new();
    let child = temporary.begun("out", &[]);
    let number = child.id().to_string();
    let sent = Command::new("kill").args(["-INT", &number]).status().unwrap();
    assert!(sent.success());
    let output: Output = child.wait_with_output().unwrap();
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{said}");
    assert!(said.contains("--resume") && said.contains("out.checkpoint"), "{said}");
    assert_eq!(names(temporary.folder.path()), ["out.checkpoint", "own.csv"]);
    // A damaged checkpoint is not gone on with.
    fs::write(temporary.path("out.checkpoint"), "damaged").unwrap();
    let output = temporary.calibration("out", &["--resume"]).output().unwrap();
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("Run without --resume to begin anew"), "{said}");
    assert!(!temporary.path("out").exists());
}

#[test]
fn the_programs_own_sample_is_held_against_both_sets() {
    let temporary = TemporaryFolder::new();
    let said =
        temporary.good(&["validate", "--draws", "2", "--families", "50", "--reading", "family"]);
    assert!(said.contains("Validation set, never used to calibrate"), "{said}");
    let folder = temporary.path("results/validation_family");
    let rows = rows(&folder, "checks.csv");
    let of = |set: &str| rows.iter().filter(|row| row["set"] == set).count();
    let belonging = |targets: &[Target]| {
        let own = |target: &&Target| target.belongs_to(LiteratureReading::Family);
        targets.iter().filter(own).count()
    };
    assert_eq!(of("calibration"), belonging(built_in_targets()));
    assert_eq!(of("validation"), belonging(validation_set()));
    assert!(of("validation") >= 5);
    assert_eq!(of("calibration") + of("validation"), rows.len());
    assert!(rows.iter().all(|row| row["reading"] != "child" && row["prior"].is_empty()));
    let page = fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(page.contains("This is a small check"));
    for figure in ["checks_calibration.svg", "checks_validation.svg"] {
        assert!(folder.join("figures").join(figure).exists(), "{figure}");
    }
}

#[test]
fn what_makes_no_sense_is_refused_before_any_work() {
    let temporary = TemporaryFolder::new();
    let own = |text: &str| fs::write(temporary.path("bad.csv"), text).unwrap();
    let said = temporary.refused(&["calibrate", "--reading", "prior"]);
    assert!(said.contains("not calibrated") && said.contains("--reading child"), "{said}");
    let said = temporary.refused(&["validate", "--reading", "mother"]);
    assert!(said.contains("mother"), "{said}");
    for option in ["--points", "--further-points", "--draws", "--families", "--steps"] {
        let said = temporary.refused(&["calibrate", option, "3"]);
        assert!(said.contains(option), "{said}");
    }
    temporary.refused(&["calibrate", "--waves", "-1"]);
    temporary.refused(&["calibrate", "--threads", "0"]);
    let said = temporary.refused(&["calibrate", "--only-targets"]);
    assert!(said.contains("--targets"), "{said}");

    own(&TARGETS.replace("advice_and_guidance,,dropped", ",,dropped"));
    let said = temporary.refused(&["calibrate", "--targets", "bad.csv"]);
    assert!(said.contains("a target without an arm") && said.contains("bad.csv:2"), "{said}");
    own(&TARGETS.replace(",0.7,0.05", ",1.7,0.05"));
    let said = temporary.refused(&["validate", "--targets", "bad.csv"]);
    assert!(said.contains("bad.csv:3") && said.contains('^'), "{said}");
    let said = temporary.refused(&["calibrate", "--targets", "missing.csv"]);
    assert!(said.contains("no such file"), "{said}");

    let lines: Vec<&str> = TARGETS.lines().collect();
    own(&format!("{}\n{}\n", lines[0], lines[4]));
    let said = temporary.refused(&["calibrate", "--targets", "bad.csv", "--only-targets"]);
    assert!(said.contains("no target of bad.csv belongs to the reading child"), "{said}");

    fs::write(temporary.path("posterior.csv"), "model_version,reading,draw,weight\n1,child,1,1\n")
        .unwrap();
    let said = temporary.refused(&["validate", "--posterior", "posterior.csv"]);
    assert!(said.contains("is of version 1 of the model"), "{said}");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/posterior_child.csv");
    fs::copy(shipped, temporary.path("child.csv")).unwrap();
    let said = temporary.refused(&["validate", "--posterior", "child.csv", "--reading", "family"]);
    assert!(said.contains("`child`") && said.contains("`family`"), "{said}");

    fs::create_dir(temporary.path("thesis")).unwrap();
    fs::write(temporary.path("thesis/chapter.txt"), "years of work").unwrap();
    let said = temporary.refused(&["calibrate", "--out", "thesis"]);
    assert!(said.contains("--force"), "{said}");
}
