//! The most memory that runs of different sizes and shapes take, as the system counts
//! it (Linux).
//!
//! ```sh
//! cargo bench --bench memory [-- --quick | --full]
//! ```

mod shared;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use shared::{Options, Size, Table};

const fn base() -> Size {
    Size { families: 100_000, weeks: 100, arms: 1, replicates: 1, draws: 1, families_per_helper: 0 }
}

/// What is run, and with a row for every family?
fn cases(options: &Options) -> Vec<(&'static str, Size, bool)> {
    let mut cases = vec![("base", base(), false)];
    let shape = |times: u32| {
        [
            ("more families", Size { families: times * base().families, ..base() }),
            (
                "more replicates",
                Size { families: base().families / 10, replicates: 10 * times, ..base() },
            ),
            ("more draws", Size { families: base().families / 100, draws: 100 * times, ..base() }),
        ]
    };
    if !options.quick {
        cases.extend(shape(10).map(|(what, size)| (what, size, false)));
    }
    if options.full {
        cases.extend(shape(100).map(|(what, size)| (what, size, false)));
    }
    cases.push(("base", base(), true));
    if !options.quick {
        cases.extend(shape(10).map(|(what, size)| (what, size, true)));
    }
    if options.full {
        let [families, ..] = shape(100);
        cases.push((families.0, families.1, true));
    }
    cases
}

fn main() {
    let options = Options::read("Peak memory of runs of different sizes and shapes.");
    let temporary = match tempfile::tempdir() {
        Ok(temporary) => temporary,
        Err(error) => panic!("{error}"),
    };
    let mut table = Table::new(&["run", "family-weeks", "rows", "seconds", "peak MB", "to base"]);
    let mut first = None;
    for (what, size, rows) in cases(&options) {
        let (seconds, megabytes) = run(temporary.path(), &size, rows);
        let base = *first.get_or_insert(megabytes);
        let written = if rows { size.family_weeks() / f64::from(size.weeks) } else { 0.0 };
        table.row(vec![
            what.to_owned(),
            format!("{:.0e}", size.family_weeks()),
            format!("{written:.0}"),
            format!("{seconds:.1}"),
            format!("{megabytes:.0}"),
            format!("{:.2}", megabytes / base),
        ]);
    }
    table.print(&options);
}

/// Runs the program to its end; seconds and the most memory in megabytes.
fn run(temporary: &Path, size: &Size, rows: bool) -> (f64, f64) {
    let file = temporary.join("size.toml");
    if let Err(error) = std::fs::write(&file, size.text()) {
        panic!("{}: {error}", file.display());
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_homeground"));
    command
        .arg("run")
        .arg(&file)
        .args(["--quiet", "--out"])
        .arg(temporary.join("results"))
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if rows {
        command.arg("--families-file");
    }
    let clock = Instant::now();
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => panic!("{error}"),
    };
    let mut most = 0.0f64;
    loop {
        most = most.max(peak(&child));
        match child.try_wait() {
            Ok(Some(status)) => {
                assert!(status.success(), "homeground run failed: {status}");
                return (clock.elapsed().as_secs_f64(), most);
            }
            Ok(None) => std::thread::sleep(Duration::from_millis(5)),
            Err(error) => panic!("{error}"),
        }
    }
}

/// The most memory that a process has had so far, in megabytes.
fn peak(child: &Child) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
    status
        .unwrap_or_default()
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"))
        .and_then(|kilobytes| kilobytes.trim().parse().ok())
        .map_or(f64::NAN, |kilobytes: f64| kilobytes / 1e3)
}
