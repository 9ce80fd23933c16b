//! Readings of the literature and calibrated samples, from the outside.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use homeground::cli::diagnostics::{Colour, render};
use homeground_core::evidence::{self, LiteratureReading, MODEL_VERSION, Posterior, posterior};
use homeground_core::scenario::{Error, parse_posterior_file};

/// A posterior file of three draws: the first has a quarter of the weight, the second
/// none, the third the rest. `at` says where in its range every parameter of a row stands.
struct Sample {
    version: u32,
    reading: &'static str,
    rows: Vec<(u32, f64, f64)>,
}

impl Sample {
    fn of(reading: &'static str) -> Sample {
        Sample {
            version: MODEL_VERSION,
            reading,
            rows: vec![(0, 0.0, 0.45), (1, 0.25, 0.3), (2, 0.0, 0.1), (3, 0.75, 0.6)],
        }
    }

    fn text(&self) -> String {
        let keys: Vec<&str> = evidence::parameters().iter().map(|row| row.key.as_str()).collect();
        let mut text = format!("model_version,reading,draw,weight,{}\n", keys.join(","));
        for (draw, weight, at) in &self.rows {
            let values: Vec<String> = values(*at).iter().map(f64::to_string).collect();
            let (version, reading) = (self.version, self.reading);
            let values = values.join(",");
            text.push_str(&format!("{version},{reading},{draw},{weight},{values}\n"));
        }
        text
    }
}

/// Every parameter at a share of its plausible range.
fn values(at: f64) -> Vec<f64> {
    let rows = evidence::parameters().iter();
    rows.map(|row| row.low + at * (row.high - row.low)).collect()
}

fn parsed(text: &str) -> Result<Posterior, String> {
    parse_posterior_file("mine.csv", text)
        .map_err(|Error::Invalid(found)| render(&found, Colour::Never))
}

#[test]
fn a_posterior_file_reads_as_what_it_says() {
    let sample = parsed(&Sample::of("family").text()).unwrap();
    assert_eq!(sample.reading, LiteratureReading::Family);
    assert_eq!(sample.central, values(0.45));
    assert_eq!(sample.draws, [values(0.3), values(0.1), values(0.6)]);
    assert_eq!(sample.weights, [0.25, 0.0, 0.75]);
    // Columns may stand in any order, remarks and other line ends do not matter.
    let text = Sample::of("family").text();
    let turned: String = text
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            cells.reverse();
            format!("{}\r\n", cells.join(", "))
        })
        .collect();
    assert_eq!(parsed(&format!("# mine\n\n{turned}")).unwrap(), sample);
}

#[test]
fn the_samples_that_are_shipped_are_whole_and_of_this_model() {
    for reading in [LiteratureReading::Child, LiteratureReading::Family] {
        let file = format!("data/posterior_{}.csv", reading.word());
        let text = fs::read_to_string(&file).unwrap();
        let sample = parse_posterior_file(&file, &text)
            .unwrap_or_else(|Error::Invalid(found)| panic!("{}", render(&found, Colour::Never)));
        assert_eq!(Some(&sample), posterior(reading));
        let sum: f64 = sample.weights.iter().sum();
        assert!((sum - 1.0).abs() < 1e-9);
        for (place, row) in evidence::parameters().iter().enumerate() {
            let all = sample.draws.iter().chain([&sample.central]);
            for draw in all {
                let value = draw[place];
                assert!(row.low <= value && value <= row.high, "{}: {value}", row.key);
            }
        }
    }
    assert_eq!(posterior(LiteratureReading::Prior), None);
}

/// The message about a text, and what must stand in it.
fn refused(text: &str, parts: &[&str]) {
    let message = parsed(text).expect_err(text);
    for part in parts {
        assert!(message.contains(part), "{part:?} is missing in:\n{message}");
    }
}

#[test]
fn what_is_wrong_with_a_posterior_file_is_told_with_its_place_and_a_remedy() {
    let good = Sample::of("child").text();
    let changed = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1)
    };
    // Rows: the central draw on line 2, draw 1 on line 3, and so on.
    let with_rows = |rows: &[(u32, f64, f64)]| {
        let rows = rows.to_vec();
        let sample = Sample::of("child");
        Sample { rows, ..sample }.text()
    };

    refused("", &["the posterior file is empty", "run it again"]);
    refused("draws = 3\n", &["no posterior file", "mine.csv:1:1", "model_version, reading"]);
    refused("key,value\nfade,0.1\n", &["no posterior file", "homeground calibrate"]);
    refused(&changed("weight,", "w,"), &["lacks the column weight"]);
    refused(good.lines().next().unwrap(), &["holds no draws"]);

    let other = MODEL_VERSION + 1;
    let of_other_model = Sample { version: other, ..Sample::of("child") }.text();
    refused(
        &of_other_model.replace("fade,", "fading,"),
        &[
            &format!(
                "of version {other} of the model, but this program has version {MODEL_VERSION}"
            ),
            "mine.csv:2:1",
            "homeground calibrate",
        ],
    );
    let version = format!("\n{MODEL_VERSION},");
    refused(&changed(&version, "\nnew,"), &["must be a whole number", "found \"new\""]);

    refused(
        &changed("fade,", "fadee,"),
        &[
            "no parameter `fadee`",
            "did you mean `fade`?",
            "lacks the parameter fade",
            "mine.csv:1:",
        ],
    );
    refused(&changed("fade,", "boost,"), &["`boost` stands twice"]);

    refused(&good.replace(",child,", ",prior,"), &["of the reading `prior`", "child or family"]);
    refused(
        &changed(",child,3,", ",family,3,"),
        &["mixes readings", "mine.csv:5:3", "`child` here", "`family` here"],
    );

    refused(&changed(",0.25,", ",-0.25,"), &["mine.csv:3:", "not negative", "\"-0.25\""]);
    refused(&changed(",0.25,", ",NaN,"), &["mine.csv:3:", "a weight must be a number"]);
    refused(
        &with_rows(&[(0, 0.0, 0.5), (1, 0.0, 0.5), (2, 0.0, 0.4)]),
        &["no draw of the posterior file has any weight"],
    );
    refused(&with_rows(&[(0, 0.5, 0.5), (1, 0.5, 0.5)]), &["has no weight", "expected 0"]);
    refused(&with_rows(&[(1, 1.0, 0.5)]), &["no central draw", "draw 0 and weight 0"]);
    refused(&with_rows(&[(0, 0.0, 0.5)]), &["no draws but the central one"]);
    refused(
        &with_rows(&[(0, 0.0, 0.5), (4, 0.5, 0.5), (4, 0.5, 0.6)]),
        &["draw 4 stands twice", "mine.csv:4:"],
    );
    refused(&changed(",child,1,", ",child,one,"), &["number of a draw", "found \"one\""]);

    let places = |text: &str| text.lines().nth(1).unwrap().split(',').count();
    let short: String = good
        .lines()
        .map(|line| match line.contains(",child,2,") {
            true => format!("{}\n", line.rsplit_once(',').unwrap().0),
            false => format!("{line}\n"),
        })
        .collect();
    refused(&short, &["mine.csv:4:1", &format!("names {}", places(&good))]);
    let row = &evidence::parameters()[0];
    for (value, parts) in [
        ("1e9", &["is impossible", "must be from -50 to 50", "plausible from"][..]),
        ("much", &["must be a number", "\"much\""]),
        ("inf", &["must be a number"]),
        ("", &["must be a number"]),
    ] {
        let old = format!(",3,0.75,{},", values(0.6)[0]);
        let text = changed(&old, &format!(",3,0.75,{value},"));
        refused(&text, &[&[row.key.as_str(), "mine.csv:5:"], parts].concat());
    }
}

#[test]
fn all_mistakes_of_a_posterior_file_are_told_at_once() {
    let text = Sample::of("child").text();
    let text = text.replace(",0.25,", ",-1,").replace(",0.75,", ",many,");
    let message = parsed(&text).unwrap_err();
    assert_eq!(message.matches("a weight must be a number").count(), 2, "{message}");
}

const ARMS: &str = r#"
population = "child_welfare"
families = 300
replicates = 2
horizon_weeks = 40
[[arm]]
name = "office"
programme = "advice_and_guidance"
[[arm]]
name = "home"
programme = "advice_and_guidance"
override = { arena = "home" }
"#;

const DRAWS: &str = "[uncertainty]\ndraws = 12\nfrom = \"posterior\"\n";

struct TemporaryFolder {
    folder: tempfile::TempDir,
}

impl TemporaryFolder {
    /// A temporary folder with scenarios with and without draws, and posterior files of both readings.
    fn new() -> TemporaryFolder {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write("plain.toml", ARMS);
        write("draws.toml", &format!("{ARMS}{DRAWS}"));
        write("prior.toml", &format!("{ARMS}{}", DRAWS.replace("posterior", "prior")));
        write("named.toml", &format!("{ARMS}{DRAWS}posterior = \"samples/mine.csv\"\n"));
        fs::create_dir(folder.path().join("samples")).unwrap();
        write("samples/mine.csv", &Sample::of("family").text());
        let other = Sample { rows: vec![(0, 0.0, 0.5), (1, 1.0, 0.5)], ..Sample::of("family") };
        write("samples/other.csv", &other.text());
        TemporaryFolder { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn homeground(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_homeground"))
            .current_dir(self.folder.path())
            .args(arguments)
            .output()
            .unwrap()
    }

    /// Runs into a folder and returns what is told.
    fn run(&self, scenario: &str, out: &str, more: &[&str]) -> String {
        let arguments = [&["run", scenario, "--out", out], more].concat();
        let output = self.homeground(&arguments);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What is said when a command is refused.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.homeground(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn manifest(&self, out: &str) -> serde_json::Value {
        serde_json::from_str(&self.read(&format!("{out}/manifest.json"))).unwrap()
    }

    fn same_tables(&self, one: &str, other: &str) -> bool {
        let tables = ["summary.csv", "contrasts.csv", "curves.csv", "subgroups.csv"];
        tables.iter().all(|table| {
            self.read(&format!("{one}/{table}")) == self.read(&format!("{other}/{table}"))
        })
    }
}

/// The words of a page, without tags and line ends.
fn words(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_result_names_its_reading_and_where_parameters_were_drawn_from() {
    let temporary = TemporaryFolder::new();
    for (reading, meaning, meaning_nb) in [
        ("child", "intensive programmes lower placement", "færre plasseringer"),
        ("family", "the large trial found no effect", "det store forsøket"),
        ("prior", "not calibrated", "ikke kalibrert"),
    ] {
        let told = temporary.run("plain.toml", reading, &["--reading", reading]);
        let name = format!("Reading of the literature: {reading} (");
        assert!(words(&told).contains(&name) && words(&told).contains(meaning), "{told}");
        let manifest = temporary.manifest(reading);
        assert_eq!(manifest["reading"], reading);
        assert_eq!(manifest["drawn_from"], serde_json::Value::Null);
        assert!(manifest["reading_meaning"].as_str().unwrap().contains(meaning));
        let report = words(&temporary.read(&format!("{reading}/report.html")));
        assert!(report.contains(&name) && report.contains(meaning));
        assert!(report.contains(&format!("default (reading {reading})")));
        assert!(report.contains("centre of the prior"));
        let drawn = temporary.homeground(&["report", reading, "--lang", "nb"]);
        assert!(drawn.status.success());
        let report = words(&temporary.read(&format!("{reading}/report.html")));
        assert!(report.contains(&format!("Lesning av forskningen: {reading} (")));
        assert!(report.contains(meaning_nb));
    }
    // The program's own choice, when nobody chooses.
    temporary.run("plain.toml", "default", &[]);
    assert!(temporary.same_tables("default", "child"));
    assert!(temporary.read("default/scenario.toml").contains("reading = \"child\""));

    temporary.run("draws.toml", "posterior", &[]);
    temporary.run("prior.toml", "drawn", &[]);
    assert_eq!(temporary.manifest("posterior")["drawn_from"], "posterior");
    assert_eq!(temporary.manifest("drawn")["drawn_from"], "prior");
    let held = "12 draws from the posterior: what calibration under the reading child leaves open";
    assert!(words(&temporary.read("posterior/report.html")).contains(held));
    assert!(words(&temporary.read("drawn/report.html")).contains("12 draws from the prior"));
    assert!(!temporary.same_tables("posterior", "drawn"));
}

#[test]
fn posterior_draws_differ_by_reading_and_not_by_threads() {
    let temporary = TemporaryFolder::new();
    temporary.run("draws.toml", "child", &["--threads", "1"]);
    temporary.run("draws.toml", "threads", &["--threads", "3"]);
    assert!(temporary.same_tables("child", "threads"));
    temporary.run("draws.toml", "family", &["--reading", "family"]);
    assert!(!temporary.same_tables("child", "family"));
    // What is fixed stays fixed: the same draws with one parameter held differ.
    temporary.run("draws.toml", "held", &["--set", "parameters.attend_base=2.0"]);
    assert!(!temporary.same_tables("child", "held"));
    // A single draw is the central draw.
    temporary.run("draws.toml", "single", &["--draws", "1"]);
    temporary.run("plain.toml", "plain", &[]);
    assert!(temporary.same_tables("single", "plain"));
}

#[test]
fn a_posterior_file_gives_defaults_and_draws_and_its_results_can_be_run_again() {
    let temporary = TemporaryFolder::new();
    // Its path is counted from the scenario, and its reading is followed.
    let output = temporary.homeground(&["check", "named.toml"]);
    assert!(output.status.success());
    temporary.run("named.toml", "named", &[]);
    let manifest = temporary.manifest("named");
    assert_eq!(manifest["reading"], "family");
    assert_eq!(manifest["hashes"]["posterior"].as_str().unwrap().len(), 64);
    assert_eq!(temporary.read("named/posterior.csv"), temporary.read("samples/mine.csv"));
    assert!(manifest["files"]["posterior.csv"].is_string());
    let report = words(&temporary.read("named/report.html"));
    assert!(report.contains("a posterior file named for this run"));

    temporary.run("named/scenario.toml", "again", &[]);
    assert!(temporary.same_tables("named", "again"));
    assert_eq!(temporary.read("named/scenario.toml"), temporary.read("again/scenario.toml"));

    // Named on the command line it is the same, from wherever the scenario draws.
    for scenario in ["draws.toml", "prior.toml"] {
        temporary.run(scenario, "told", &["--posterior", "samples/mine.csv"]);
        assert!(temporary.same_tables("named", "told"), "{scenario}");
    }
    temporary.run("named.toml", "other", &["--posterior", "samples/other.csv"]);
    assert!(!temporary.same_tables("named", "other"));

    // Without draws, its central draw holds.
    temporary.run("plain.toml", "central", &["--posterior", "samples/mine.csv"]);
    assert_eq!(temporary.manifest("central")["draws"], 1);
    let fixed: Vec<String> = evidence::parameters()
        .iter()
        .zip(values(0.45))
        .map(|(row, value)| format!("parameters.{}={value}", row.key))
        .collect();
    let mut set = Vec::new();
    for text in &fixed {
        set.extend(["--set", text]);
    }
    temporary.run("plain.toml", "fixed", &set);
    assert!(temporary.same_tables("central", "fixed"));
    temporary.run("central/scenario.toml", "central_again", &[]);
    assert!(temporary.same_tables("central", "central_again"));
    let row = &evidence::parameters()[0];
    let value = values(0.45)[0].to_string().replace('-', "−");
    let report = temporary.read("central/report.html");
    let line = report.find(&row.key).map(|at| &report[at..]).unwrap();
    assert!(line.contains(&value), "{value}");
}

#[test]
fn shards_of_posterior_draws_come_together_to_the_same_bits() {
    let temporary = TemporaryFolder::new();
    temporary.run("named.toml", "whole", &[]);
    for share in ["1/2", "2/2"] {
        let out = share.replace('/', "_of_");
        temporary.run("named.toml", &out, &["--shard", share]);
        assert_eq!(
            temporary.read(&format!("{out}/posterior.csv")),
            temporary.read("samples/mine.csv")
        );
    }
    let output = temporary.homeground(&["merge", "1_of_2", "2_of_2", "--out", "merged"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(temporary.same_tables("whole", "merged"));
    assert_eq!(temporary.read("merged/posterior.csv"), temporary.read("samples/mine.csv"));
    assert_eq!(temporary.manifest("merged")["reading"], "family");
    // A shard of another sample is of another run.
    let posterior = ["--posterior", "samples/other.csv"];
    temporary.run("named.toml", "other", &[&["--shard", "2/2"], &posterior[..]].concat());
    let message = temporary.refused(&["merge", "1_of_2", "other", "--out", "mixed"]);
    assert!(message.contains("the posterior file"), "{message}");
}

#[test]
fn readings_and_files_that_do_not_fit_are_refused_with_a_remedy() {
    let temporary = TemporaryFolder::new();
    let message = temporary.refused(&["run", "draws.toml", "--reading", "prior"]);
    assert!(message.contains("`prior` is not calibrated"), "{message}");
    assert!(message.contains("from = \"prior\""), "{message}");
    let message = temporary.refused(&["run", "plain.toml", "--reading", "chidl"]);
    assert!(message.contains("did you mean `child`?"), "{message}");
    let message = temporary.refused(&["run", "named.toml", "--reading", "child"]);
    assert!(message.contains("is of the reading `family`"), "{message}");
    assert!(message.contains("leave `reading` out"), "{message}");
    let message = temporary.refused(&["run", "plain.toml", "--posterior", "nowhere.csv"]);
    assert!(message.contains("there is no such file"), "{message}");
    let set = "uncertainty.posterior=nowhere.csv";
    let message = temporary.refused(&["run", "draws.toml", "--set", set]);
    assert!(message.contains("there is no such file"), "{message}");
    assert!(message.contains("named here"), "{message}");
    let message = temporary.refused(&["run", "plain.toml", "--posterior", "plain.toml"]);
    assert!(message.contains("no posterior file"), "{message}");
    let message = temporary.refused(&["study", "sensitivity", "draws.toml"]);
    assert!(message.contains("cannot draw from a posterior"), "{message}");
    assert!(message.contains("uncertainty.from=prior"), "{message}");
    assert!(!temporary.path("results").exists());
}

#[test]
fn a_file_from_which_nothing_is_drawn_is_remarked_on() {
    let temporary = TemporaryFolder::new();
    let set = ["--set", "uncertainty.from=prior", "--quiet"];
    let output = temporary.homeground(&[&["run", "named.toml", "--out", "out"], &set[..]].concat());
    assert!(output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("drawn from their plausible ranges"), "{told}");
    assert_eq!(temporary.manifest("out")["drawn_from"], "prior");
}

#[test]
fn studies_follow_the_reading_and_draw_from_the_posterior() {
    let temporary = TemporaryFolder::new();
    let study = |kind: &str, out: &str, more: &[&str]| {
        let arguments = [&["study", kind, "draws.toml", "--out", out][..], more].concat();
        let output = temporary.homeground(&arguments);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{errors}");
        String::from_utf8(output.stdout).unwrap()
    };
    let small = ["--draws", "8", "--families", "100"];
    let told = study("uncertainty", "child", &small);
    assert!(words(&told).contains("Reading of the literature: child"), "{told}");
    assert_eq!(temporary.manifest("child")["drawn_from"], "posterior");
    let page = words(&temporary.read("child/report.html"));
    assert!(page.contains("from the calibrated sample of the reading child"));
    study("uncertainty", "family", &[&small[..], &["--reading", "family"]].concat());
    let best = |out: &str| temporary.read(&format!("{out}/best.csv"));
    assert_ne!(best("child"), best("family"));
    let file = ["--posterior", "samples/mine.csv"];
    study("uncertainty", "named", &[&small[..], &file].concat());
    assert_eq!(temporary.manifest("named")["reading"], "family");
    assert_eq!(temporary.read("named/posterior.csv"), temporary.read("samples/mine.csv"));

    // Readings side by side.
    study("sweep", "sweep", &["--vary", "reading=child,family,prior"]);
    let page = words(&temporary.read("sweep/report.html"));
    assert!(page.contains("Reading of the literature: child"));
}

#[test]
fn parameters_are_listed_and_shown_under_a_reading() {
    let temporary = TemporaryFolder::new();
    for reading in LiteratureReading::ALL {
        let word = reading.word();
        let list = ["list", "parameters", "--reading", word];
        let output = temporary.homeground(&[&list[..], &["--format", "json"]].concat());
        let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        for (row, parameter) in rows.iter().zip(evidence::parameters()) {
            assert_eq!(row["reading"], word);
            assert_eq!(row["default"], parameter.default_under(reading));
            assert_eq!(row["centre"], parameter.centre);
        }
        let table = String::from_utf8(temporary.homeground(&list).stdout).unwrap();
        assert!(words(&table).contains(reading.meaning()), "{table}");
        let shown = temporary.homeground(&["show", "fade", "--reading", word]).stdout;
        let shown = words(&String::from_utf8(shown).unwrap());
        assert!(shown.contains(reading.meaning()), "{shown}");
        let row = evidence::find(evidence::parameters(), "fade").unwrap();
        assert!(shown.contains(&format!("value {}", row.default_under(reading))));
    }
}

#[test]
fn the_text_of_a_posterior_file_counts_and_not_its_name() {
    let temporary = TemporaryFolder::new();
    let text = temporary.read("samples/mine.csv");
    fs::write(temporary.path("samples/copy.csv"), &text).unwrap();
    temporary.run("named.toml", "one", &[]);
    temporary.run("named.toml", "two", &["--posterior", "samples/copy.csv"]);
    assert_eq!(temporary.read("one/scenario.toml"), temporary.read("two/scenario.toml"));
    assert!(temporary.same_tables("one", "two"));
    assert_eq!(temporary.read("two/posterior.csv"), text);
}
