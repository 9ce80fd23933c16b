//! How long the program takes before it does anything, and for the smallest things.
//!
//! ```sh
//! cargo bench --bench start_up [-- --quick | --full]
//! ```

mod shared;

use std::process::{Command, Stdio};

use shared::{Options, Table, in_turn, median, ratios, seconds};

fn main() {
    let options = Options::read("Start-up of the program and its smallest tasks.");
    let temporary = match tempfile::tempdir() {
        Ok(temporary) => temporary,
        Err(error) => panic!("{error}"),
    };
    let results = temporary.path().join("results").display().to_string();
    let smallest = [
        "run",
        "quick_start",
        "--families",
        "1",
        "--replicates",
        "1",
        "--quiet",
        "--out",
        &results,
    ];
    let cases: [&[&str]; 5] = [
        &["--version"],
        &["list", "parameters"],
        &["check", "quick_start"],
        &["show", "quick_start"],
        &smallest,
    ];
    let measured = in_turn(&cases, 4 * options.repetitions(), |words| {
        seconds(|| {
            let status = Command::new(env!("CARGO_BIN_EXE_homeground"))
                .args(*words)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
            assert!(
                status.is_ok_and(|status| status.success()),
                "homeground {} failed",
                words.join(" ")
            );
        })
    });
    let mut table = Table::new(&["command", "ms", "to --version"]);
    for ((words, values), ratio) in cases.iter().zip(&measured).zip(ratios(&measured, 0)) {
        let told: Vec<&str> = words.iter().copied().take_while(|word| *word != "--out").collect();
        table.row(vec![
            told.join(" "),
            format!("{:.1}", 1e3 * median(values)),
            format!("{ratio:.1}"),
        ]);
    }
    table.print(&options);
}
