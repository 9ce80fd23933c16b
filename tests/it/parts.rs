//! Runs that are divided into shards, and runs that are interrupted and go on: the
//! same bits as the run in one piece, and nothing that is not whole is ever used.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::program::{manifest, names, text};

/// Saves a checkpoint after every task (docs/large_runs.md).
const EVERY_TASK: (&str, &str) = ("HOMEGROUND_CHECKPOINT_SECONDS", "0");

/// Parts of replicates, a site, parameter draws.
const SCENARIO: &str = r#"
population = "child_welfare"
families = 2500
replicates = 2
horizon_weeks = 30
uncertainty = { draws = 3, from = "prior" }
[[arm]]
name = "office"
programme = "advice_and_guidance"
[[arm]]
name = "site"
programme = "advice_and_guidance"
override = { arena = "home" }
capacity = { helpers = 20, intake_weeks = 10 }
[[arm]]
name = "nothing"
"#;

/// A temporary folder with a scenario file in it.
struct TemporaryFolder {
    folder: tempfile::TempDir,
}

impl TemporaryFolder {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("scenario.toml"), SCENARIO).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program in this temporary folder.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_homeground"));
        command.current_dir(self.folder.path()).args(arguments);
        command
    }

    fn homeground(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// `run` into a folder, which must go well; what it says on standard error.
    fn run(&self, out: &str, more: &[&str]) -> String {
        let arguments = [&["run", "scenario.toml", "--out", out][..], more].concat();
        let output = self.homeground(&arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{said}");
        said
    }

    /// A command that must be refused; what it says.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.homeground(arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty());
        said
    }

    fn checkpoint(&self, out: &str) -> PathBuf {
        self.path(&format!(".{out}.checkpoint"))
    }

    /// Lets a run begin that saves a checkpoint after every task.
    fn begin(&self, out: &str, more: &[&str]) -> Child {
        let arguments = [&["run", "scenario.toml", "--quiet", "--out", out][..], more].concat();
        self.command(&arguments)
            .env(EVERY_TASK.0, EVERY_TASK.1)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// Lets a run begin and kills it as soon as it has saved a checkpoint.
    fn kill_after_checkpoint(&self, out: &str, more: &[&str]) {
        let mut child = self.begin(out, more);
        let state = self.checkpoint(out).join("state");
        let begun = Instant::now();
        while !state.exists() {
            assert!(begun.elapsed() < Duration::from_secs(60));
            std::thread::sleep(Duration::from_millis(2));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(!self.path(out).exists(), "it was to be killed on the way");
    }

    fn names(&self) -> Vec<String> {
        let mut names = names(self.folder.path());
        names.retain(|name| name != "scenario.toml");
        names
    }
}

/// Two results folders hold the same bytes, apart from when, how long, with what
/// command and in how many parts.
fn assert_same_results(one: &Path, other: &Path) {
    assert_eq!(names(one), names(other));
    for name in names(one) {
        let (one, other) = (one.join(&name), other.join(&name));
        match name.as_str() {
            "figures" => {
                assert!(names(&one).len() > 10);
                for figure in names(&one) {
                    assert_same_bytes(&one.join(&figure), &other.join(&figure));
                }
            }
            "manifest.json" => {
                let facts = |file: &Path| {
                    let mut manifest = manifest(file.parent().unwrap());
                    let facts = manifest.as_object_mut().unwrap();
                    for of_one_time in ["threads", "started", "seconds", "command", "sittings"] {
                        facts.remove(of_one_time);
                    }
                    manifest
                };
                assert_eq!(facts(&one), facts(&other));
            }
            "report.html" => {
                let lasting = |file: &Path| {
                    let is_of_one_time = |line: &&str| {
                        let terms = ["<dt>command", "<dt>size", "<dt>started"];
                        terms.iter().any(|term| line.trim().starts_with(term))
                    };
                    let page = fs::read_to_string(file).unwrap();
                    let lines: Vec<&str> =
                        page.lines().filter(|line| !is_of_one_time(line)).collect();
                    assert_eq!(lines.len() + 3, page.lines().count());
                    lines.join("\n")
                };
                assert!(lasting(&one).len() > 10_000);
                assert!(lasting(&one) == lasting(&other), "{name}");
            }
            _ => assert_same_bytes(&one, &other),
        }
    }
}

fn assert_same_bytes(one: &Path, other: &Path) {
    let same = fs::read(one).unwrap() == fs::read(other).unwrap();
    assert!(same, "{} and {}", one.display(), other.display());
}

/// Simulates all shards, on different numbers of threads.
fn simulate_shards(temporary: &TemporaryFolder, of: u32, more: &[&str]) -> Vec<String> {
    let folders = (1..=of).map(|number| {
        let folder = format!("shard{number}of{of}");
        let shard = format!("{number}/{of}");
        let threads = ["1", "2", "7"][number as usize % 3];
        let options = ["--quiet", "--shard", &shard, "--threads", threads];
        temporary.run(&folder, &[&options[..], more].concat());
        folder
    });
    folders.collect()
}

fn merge(temporary: &TemporaryFolder, shards: &[String], out: &str) {
    let mut arguments = vec!["merge", "--quiet", "--out", out];
    arguments.extend(shards.iter().map(String::as_str));
    let output = temporary.homeground(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
}

#[test]
fn shards_of_any_number_in_any_order_give_the_run_in_one_piece() {
    let temporary = TemporaryFolder::new();
    temporary.run("whole", &["--quiet", "--families-file"]);
    for of in [1, 3, 16] {
        let mut shards = simulate_shards(&temporary, of, &["--families-file"]);
        // Neither in their order nor in its reverse.
        shards.rotate_left(of as usize / 2);
        shards.swap(0, of as usize - 1);
        merge(&temporary, &shards, "merged");
        assert_same_results(&temporary.path("whole"), &temporary.path("merged"));
    }
    let sittings = manifest(&temporary.path("merged"))["sittings"].clone();
    assert_eq!(sittings.as_array().unwrap().len(), 16);
    assert_eq!(sittings[4]["shard"], "5/16");
    assert!(manifest(&temporary.path("whole")).get("sittings").is_none());
}

#[test]
fn one_replicate_is_divided_too_and_shards_may_be_empty() {
    let temporary = TemporaryFolder::new();
    let one = ["--replicates", "1", "--draws", "1"];
    temporary.run("whole", &[&one[..], &["--quiet"]].concat());
    // A site, and a few tasks of families: fewer than there are shards.
    let shards = simulate_shards(&temporary, 7, &one);
    let said = temporary.run("shard1of7", &[&one[..], &["--shard", "1/7"]].concat());
    assert!(said.contains("shard 1/7 is empty"), "{said}");
    merge(&temporary, &shards, "merged");
    assert_same_results(&temporary.path("whole"), &temporary.path("merged"));
}

#[test]
fn a_shard_says_that_it_is_one_and_what_to_do() {
    let temporary = TemporaryFolder::new();
    let small = ["--families", "20", "--draws", "1"];
    let arguments = [&["run", "scenario.toml", "--shard", "2/3"][..], &small].concat();
    let output = temporary.homeground(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let told = text(&output.stdout);
    assert!(told.contains("Shard 2 of 3"), "{told}");
    let folders = "results/scenario.shard-1-of-3 results/scenario.shard-2-of-3";
    assert!(told.contains(&format!("homeground merge {folders}")), "{told}");
    let folder = temporary.path("results/scenario.shard-2-of-3");
    assert_eq!(names(&folder), ["manifest.json", "scenario.toml", "shard.state"]);
    let manifest = manifest(&folder);
    assert_eq!(manifest["program"], "homeground");
    assert_eq!(manifest["shard"]["number"], 2);
    assert_eq!(manifest["shard"]["of"], 3);
    let said = temporary.refused(&["report", "results/scenario.shard-2-of-3"]);
    assert!(said.contains("shard 2/3") && said.contains("homeground merge"), "{said}");
    // As JSON, and nothing else.
    let arguments = [&arguments[..], &["--json"]].concat();
    let told = temporary.homeground(&arguments).stdout;
    let told: serde_json::Value = serde_json::from_slice(&told).unwrap();
    assert_eq!(told["manifest"]["shard"]["of"], 3);
}

#[test]
fn the_number_of_a_shard_is_checked() {
    let temporary = TemporaryFolder::new();
    for (number, remedy) in [
        ("0/3", "the first of 3 is 1/3"),
        ("4/3", "the last one is 3/3"),
        ("1/0", "1/1 is the whole run"),
        ("x", "such as 1/3"),
        ("2", "such as 1/3"),
        ("-1/3", "such as 1/3"),
    ] {
        let option = format!("--shard={number}");
        let said = temporary.refused(&["run", "scenario.toml", &option]);
        assert!(said.contains(remedy), "{number}: {said}");
    }
    assert!(temporary.names().is_empty());
}

#[test]
fn what_does_not_belong_together_is_not_merged() {
    let temporary = TemporaryFolder::new();
    let shard = |out: &str, number: &str, more: &[&str]| {
        let small = ["--quiet", "--families", "20", "--draws", "1", "--shard", number];
        temporary.run(out, &[&small[..], more].concat());
    };
    shard("one", "1/2", &[]);
    shard("two", "2/2", &[]);
    shard("again", "1/2", &[]);
    shard("seed", "2/2", &["--seed", "7"]);
    shard("weeks", "2/2", &["--set", "arm.office.duration_weeks=9"]);
    shard("third", "2/3", &[]);
    shard("rows", "2/2", &["--families-file"]);
    temporary.run("whole", &["--quiet", "--families", "20", "--draws", "1"]);
    fs::create_dir(temporary.path("empty")).unwrap();
    for (shards, words) in [
        (&["one"][..], &["2/2", "missing"][..]),
        (&["one", "one"], &["both shard 1/2"]),
        (&["one", "two", "again"], &["one", "again", "both shard 1/2"]),
        (&["one", "seed"], &["one", "seed", "the seed is 20261122 in", "7 in the second"]),
        (&["one", "weeks"], &["weeks", "arm.office.programme.duration_weeks", "9"]),
        (&["one", "third"], &["third", "2 shards", "3 shards"]),
        (&["one", "rows"], &["--families-file", "not kept"]),
        (&["one", "whole"], &["whole holds the results of a whole run"]),
        (&["one", "empty"], &["empty is no shard"]),
        (&["one", "nowhere"], &["nowhere is not there"]),
    ] {
        let said = temporary.refused(&[&["merge", "--out", "merged"][..], shards].concat());
        for word in words {
            assert!(said.contains(word), "{shards:?}: {word:?} is not in {said}");
        }
        assert!(!temporary.path("merged").exists());
    }
    let said = temporary.refused(&["merge", "one", "two", "--out", "two"]);
    assert!(said.contains("take the place of the shard two"), "{said}");
    // All of them together are fine.
    merge(&temporary, &["two".to_owned(), "one".to_owned()], "merged");
}

#[test]
fn a_damaged_or_foreign_shard_is_not_used() {
    let temporary = TemporaryFolder::new();
    let small = ["--quiet", "--families", "20", "--draws", "1", "--families-file"];
    temporary.run("one", &[&small[..], &["--shard", "1/2"]].concat());
    temporary.run("two", &[&small[..], &["--shard", "2/2"]].concat());
    let refused = |words: &[&str]| {
        let said = temporary.refused(&["merge", "one", "two", "--out", "merged"]);
        for word in words {
            assert!(said.contains(word), "{word:?} is not in {said}");
        }
        assert!(!temporary.path("merged").exists());
    };
    let state = temporary.path("two/shard.state");
    let whole = fs::read(&state).unwrap();
    let mut changed = whole.clone();
    let middle = whole.len() / 2;
    changed[middle] ^= 1;
    fs::write(&state, &changed).unwrap();
    refused(&["two/shard.state is damaged", "Simulate it again"]);
    fs::write(&state, &whole[..middle]).unwrap();
    refused(&["two/shard.state is damaged", "its end is missing"]);
    fs::write(&state, "arm,outcome\n").unwrap();
    refused(&["was not written by homeground"]);
    let older = "shard of a run of homeground 0.0.9, model 1";
    homeground_store::sealed::seal(&state, older, &1u8).unwrap();
    refused(&["two holds a", older, "Use one version"]);
    fs::write(&state, &whole).unwrap();
    // Rows of families are a part of the shard.
    let rows = temporary.path("two/families.parquet");
    let all_rows = fs::read(&rows).unwrap();
    let mut changed = all_rows.clone();
    changed[all_rows.len() / 3] ^= 1;
    fs::write(&rows, changed).unwrap();
    refused(&["families.parquet is damaged"]);
    fs::remove_file(&rows).unwrap();
    refused(&["families.parquet is missing"]);
    fs::write(&rows, all_rows).unwrap();
    merge(&temporary, &["one".to_owned(), "two".to_owned()], "merged");
}

#[test]
fn a_run_killed_at_ten_moments_goes_on_to_the_same_bits() {
    let temporary = TemporaryFolder::new();
    let size = ["--replicates", "32", "--families-file"];
    temporary.run("whole", &[&size[..], &["--quiet"]].concat());
    let state = temporary.checkpoint("killed").join("state");
    let saved = || fs::metadata(&state).and_then(|data| data.modified()).ok();
    for moment in 0..10u64 {
        let threads = ["1", "2", "7"][moment as usize % 3];
        let more = [&size[..], &["--resume", "--threads", threads]].concat();
        let before = saved();
        let mut child = temporary.begin("killed", &more);
        // Now and then it is killed before it has come any further.
        let begun = Instant::now();
        while moment % 4 > 0 && saved() == before {
            assert!(begun.elapsed() < Duration::from_secs(60));
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(moment * 7919 % 20_000));
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(!temporary.path("killed").exists(), "the run is too short for ten moments");
    }
    let said = temporary.run("killed", &[&size[..], &["--resume"]].concat());
    assert!(said.contains("note: going on from "), "{said}");
    assert_same_results(&temporary.path("whole"), &temporary.path("killed"));
    let sittings = manifest(&temporary.path("killed"))["sittings"].clone();
    assert!(sittings.as_array().unwrap().len() > 5, "{sittings}");
    assert_eq!(temporary.names(), ["killed", "whole"], "nothing is left beside");
}

#[test]
fn a_shard_that_was_killed_goes_on_and_is_merged() {
    let temporary = TemporaryFolder::new();
    temporary.run("whole", &["--quiet"]);
    temporary.run("one", &["--quiet", "--shard", "1/2"]);
    temporary.kill_after_checkpoint("two", &["--shard", "2/2"]);
    let said = temporary.refused(&["run", "scenario.toml", "--out", "two", "--resume"]);
    assert!(said.contains("shard 2/2 there and the whole run here"), "{said}");
    temporary.run("two", &["--quiet", "--shard", "2/2", "--resume"]);
    assert_eq!(manifest(&temporary.path("two"))["sittings"].as_array().unwrap().len(), 2);
    merge(&temporary, &["one".to_owned(), "two".to_owned()], "merged");
    assert_same_results(&temporary.path("whole"), &temporary.path("merged"));
    assert_eq!(temporary.names(), ["merged", "one", "two", "whole"]);
}

#[test]
fn a_run_does_not_go_on_from_a_checkpoint_of_another() {
    let temporary = TemporaryFolder::new();
    temporary.kill_after_checkpoint("out", &[]);
    let state = fs::read(temporary.checkpoint("out").join("state")).unwrap();
    for (more, words) in [
        (&["--seed", "7"][..], &["the seed is 20261122 there and 7 here"][..]),
        (&["--families", "30"], &["families of the scenario is 2500 there and 30 here"]),
        (&["--set", "absence=0.09"], &["parameters of the scenario"]),
        (&["--shard", "1/2"], &["the whole run there and shard 1/2 here"]),
        (&["--families-file"], &["not kept there and kept here"]),
    ] {
        let arguments = [&["run", "scenario.toml", "--out", "out", "--resume"][..], more].concat();
        let said = temporary.refused(&arguments);
        for word in words.iter().chain(&["of another run", "leave out --resume"]) {
            assert!(said.contains(word), "{word:?} is not in {said}");
        }
    }
    // It is still there for the run that it is of.
    assert_eq!(fs::read(temporary.checkpoint("out").join("state")).unwrap(), state);
    assert_eq!(temporary.names(), [".out.checkpoint"]);
    // Another run in its place says so.
    let said = temporary.run("out", &["--quiet", "--seed", "7"]);
    assert!(said.contains("warning: the checkpoint for out of another run"), "{said}");
    assert_eq!(temporary.names(), ["out"]);
}

#[test]
fn a_damaged_checkpoint_is_said_and_never_used() {
    let temporary = TemporaryFolder::new();
    temporary.kill_after_checkpoint("out", &["--families-file"]);
    let resume = ["run", "scenario.toml", "--out", "out", "--families-file", "--resume"];
    let state = temporary.checkpoint("out").join("state");
    let whole = fs::read(&state).unwrap();
    for place in [0, 9, whole.len() / 2, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[place] ^= 4;
        fs::write(&state, changed).unwrap();
        let said = temporary.refused(&resume);
        assert!(said.contains("the checkpoint is not used"), "{place}: {said}");
        assert!(said.contains("Leave out --resume"), "{place}: {said}");
    }
    fs::write(&state, &whole[..whole.len() - 5]).unwrap();
    let said = temporary.refused(&resume);
    assert!(said.contains("its end is missing"), "{said}");
    homeground_store::sealed::seal(
        &state,
        "checkpoint of a run of homeground 0.0.9, model 1",
        &1u8,
    )
    .unwrap();
    let said = temporary.refused(&resume);
    assert!(said.contains("Go on with the homeground that made it"), "{said}");
    fs::write(&state, &whole).unwrap();
    // The rows belong to it.
    let checkpoint = temporary.checkpoint("out");
    let rows = names(&checkpoint).into_iter().find(|name| name.starts_with("rows"));
    let rows = checkpoint.join(rows.unwrap());
    fs::remove_file(&rows).unwrap();
    let said = temporary.refused(&resume);
    assert!(said.contains("the checkpoint is not used"), "{said}");
    assert!(!temporary.path("out").exists());
    // From the beginning it goes, and leaves nothing of the damaged one.
    temporary.run("out", &["--quiet", "--families-file"]);
    assert_eq!(temporary.names(), ["out"]);
}

#[test]
fn what_goes_on_and_what_begins_anew_is_said() {
    let temporary = TemporaryFolder::new();
    let small = ["--families", "30", "--draws", "1"];
    let said = temporary.run("out", &[&small[..], &["--resume"]].concat());
    assert!(said.contains("note: there is no checkpoint for out"), "{said}");
    assert!(said.contains("starts from the beginning"), "{said}");
    // Quiet is quiet.
    assert_eq!(temporary.run("out", &[&small[..], &["--resume", "--quiet"]].concat()), "");
    temporary.kill_after_checkpoint("other", &[]);
    let said = temporary.run("other", &["--quiet"]);
    assert!(said.contains("warning: this run starts from the beginning"), "{said}");
    assert!(said.contains("with --resume goes on from there"), "{said}");
    assert_eq!(temporary.names(), ["other", "out"]);
}

#[test]
fn two_runs_do_not_share_a_checkpoint() {
    let temporary = TemporaryFolder::new();
    temporary.kill_after_checkpoint("out", &[]);
    let lock =
        fs::File::options().write(true).open(temporary.checkpoint("out").join("lock")).unwrap();
    lock.lock().unwrap();
    for more in [&["--resume"][..], &[]] {
        let arguments = [&["run", "scenario.toml", "--out", "out"][..], more].concat();
        let said = temporary.refused(&arguments);
        assert!(said.contains("another homeground is at work on out"), "{said}");
    }
    drop(lock);
    temporary.run("out", &["--quiet", "--resume"]);
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_says_how_to_go_on_and_does() {
    let temporary = TemporaryFolder::new();
    let size = ["--replicates", "48"];
    temporary.run("whole", &[&size[..], &["--quiet"]].concat());
    for signal in ["-INT", "-TERM"] {
        let said = interrupted(&temporary, &size, signal);
        assert!(said.contains("with --resume"), "{said}");
        assert!(said.contains(".out.checkpoint"), "{said}");
        assert_eq!(temporary.names(), [".out.checkpoint", "whole"]);
        let said = temporary.run("out", &[&size[..], &["--resume", "--threads", "1"]].concat());
        assert!(said.contains("note: going on from "), "{said}");
        assert_same_results(&temporary.path("whole"), &temporary.path("out"));
        let sittings = manifest(&temporary.path("out"))["sittings"].clone();
        assert_eq!(sittings.as_array().unwrap().len(), 2);
        fs::remove_dir_all(temporary.path("out")).unwrap();
    }
}

/// Lets a run begin and interrupts it when something is done but not all; what it says.
/// At its usual pace no checkpoint would be saved yet: it is saved at once.
#[cfg(unix)]
fn interrupted(temporary: &TemporaryFolder, size: &[&str], signal: &str) -> String {
    let mut pause = Duration::from_millis(60);
    for _ in 0..40 {
        let child = temporary
            .command(&[&["run", "scenario.toml", "--quiet", "--out", "out"][..], size].concat())
            .args(["--threads", "1"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        std::thread::sleep(pause);
        let number = child.id().to_string();
        let sent = Command::new("kill").args([signal, &number]).status();
        assert!(sent.unwrap().success());
        let output = child.wait_with_output().unwrap();
        let said = text(&output.stderr);
        if said.contains("interrupted at ") {
            assert_eq!(output.status.code(), Some(130), "{said}");
            return said;
        }
        if temporary.path("out").exists() {
            // It had ended before: a busy machine sleeps longer than it was told.
            fs::remove_dir_all(temporary.path("out")).unwrap();
            pause = pause.mul_f64(0.7);
        } else {
            // It had not begun its first task.
            pause = pause.mul_f64(1.6);
        }
        assert_eq!(temporary.names(), ["whole"]);
    }
    panic!("nothing was done in time");
}
