//! How long figures and report take beside the simulation they are of.
//!
//! ```sh
//! cargo bench --bench report [-- --quick | --full]
//! ```

mod shared;

use std::path::Path;

use homeground::publish;
use homeground::words::words;
use homeground_core::engine::parallel::Progress;
use homeground_core::outcomes::experiment::{self, NoRows};
use homeground_core::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

use shared::{Options, Table, in_turn, median, seconds};

/// What is measured of a scenario.
#[derive(Clone, Copy)]
enum Part {
    Simulation,
    Report,
}

const SCENARIOS: [&str; 2] = ["quick_start", "home_or_office"];

fn main() {
    let options = Options::read("Figures and report beside the simulation they are of.");
    let temporary = match tempfile::tempdir() {
        Ok(temporary) => temporary,
        Err(error) => panic!("{error}"),
    };
    let pool = match rayon::ThreadPoolBuilder::new().build() {
        Ok(pool) => pool,
        Err(error) => panic!("{error}"),
    };
    for name in SCENARIOS {
        results(name, &temporary.path().join(name));
    }
    let cases: Vec<(&str, Part)> = SCENARIOS
        .iter()
        .flat_map(|name| [(*name, Part::Simulation), (*name, Part::Report)])
        .collect();
    let measured = in_turn(&cases, options.repetitions(), |(name, part)| match part {
        Part::Simulation => simulate(name, &pool),
        Part::Report => seconds(|| {
            let folder = temporary.path().join(name);
            let english = words("en").unwrap_or_else(|| panic!("no English"));
            if let Err(error) = pool.install(|| publish::draw(&folder, english)) {
                panic!("{error}");
            }
        }),
    });
    let mut table = Table::new(&["scenario", "simulation s", "figures and report s", "ratio"]);
    for (name, pair) in SCENARIOS.iter().zip(measured.chunks(2)) {
        let turns: Vec<f64> =
            pair[1].iter().zip(&pair[0]).map(|(report, simulation)| report / simulation).collect();
        table.row(vec![
            (*name).to_owned(),
            format!("{:.2}", median(&pair[0])),
            format!("{:.2}", median(&pair[1])),
            format!("{:.2}", median(&turns)),
        ]);
    }
    table.print(&options);
}

/// A results folder to draw from.
fn results(name: &str, folder: &Path) {
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_homeground"))
        .args(["run", name, "--quiet", "--out"])
        .arg(folder)
        .status();
    assert!(status.is_ok_and(|status| status.success()), "homeground run {name} failed");
}

/// Seconds that the simulation takes on all processors.
fn simulate(name: &str, pool: &rayon::ThreadPool) -> f64 {
    let file = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => panic!("{file}: {error}"),
    };
    let input = ScenarioInput::new(name, &file, &text, &BuiltInProgrammes);
    let scenario = match read_scenario(&input) {
        Ok(parsed) => parsed.value,
        Err(error) => panic!("{error}"),
    };
    seconds(|| {
        let progress = Progress::default();
        let run = || experiment::run(&scenario, &progress, &mut NoRows);
        if let Err(error) = pool.install(run) {
            panic!("{error}");
        }
    })
}
