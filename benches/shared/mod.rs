//! What the benchmarks of this folder share: options, medians of runs that take
//! turns, tables of ratios.

#![allow(dead_code, reason = "every benchmark uses a part of it")]

use std::path::PathBuf;
use std::time::Instant;

use homeground_core::scenario::{BuiltInProgrammes, Scenario, ScenarioInput, read_scenario};

/// What a benchmark is told.
pub struct Options {
    /// Few repetitions and small cases.
    pub quick: bool,
    /// The largest cases too.
    pub full: bool,
    /// Where the table is written as CSV as well.
    pub csv: Option<PathBuf>,
}

impl Options {
    /// From the command line; ends the program when it asks for help or is wrong.
    pub fn read(about: &str) -> Self {
        let mut options = Self { quick: false, full: false, csv: None };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            match word.as_str() {
                // Cargo says this to every benchmark.
                "--bench" => {}
                "--quick" => options.quick = true,
                "--full" => options.full = true,
                "--csv" => options.csv = words.next().map(PathBuf::from),
                _ => {
                    println!("{about}\n");
                    println!("  --quick     fewer repetitions, smaller cases");
                    println!("  --full      the largest cases too");
                    println!("  --csv FILE  also write the table as CSV");
                    std::process::exit(i32::from(word != "--help") * 2);
                }
            }
        }
        options
    }

    /// Repetitions of every case.
    pub fn repetitions(&self) -> usize {
        match (self.quick, self.full) {
            (true, _) => 3,
            (_, true) => 9,
            _ => 5,
        }
    }
}

/// Seconds that something takes.
pub fn seconds(work: impl FnOnce()) -> f64 {
    let clock = Instant::now();
    work();
    clock.elapsed().as_secs_f64()
}

/// The one in the middle; of two the mean.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { (sorted[middle - 1] + sorted[middle]) / 2.0 }
}

/// Measures all cases in turn, again and again, so that a machine that slows down
/// slows all of them; returns what was measured of each, after one turn to warm up.
pub fn in_turn<Case>(
    cases: &[Case],
    repetitions: usize,
    mut measure: impl FnMut(&Case) -> f64,
) -> Vec<Vec<f64>> {
    let mut measured = vec![Vec::with_capacity(repetitions); cases.len()];
    for turn in 0..=repetitions {
        for (case, values) in cases.iter().zip(&mut measured) {
            let value = measure(case);
            if turn > 0 {
                values.push(value);
            }
        }
    }
    measured
}

/// The median over turns of each case's value over that of the base case in the same
/// turn.
pub fn ratios(measured: &[Vec<f64>], base: usize) -> Vec<f64> {
    measured
        .iter()
        .map(|values| {
            let turns: Vec<f64> =
                values.iter().zip(&measured[base]).map(|(value, base)| value / base).collect();
            median(&turns)
        })
        .collect()
}

/// A table on standard output, and as CSV where the options say so.
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// With these columns.
    pub fn new(head: &[&str]) -> Self {
        Self { head: head.iter().map(|&name| name.to_owned()).collect(), rows: Vec::new() }
    }

    /// One row more.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Prints it: the first column to the left, the others to the right.
    pub fn print(&self, options: &Options) {
        let widths: Vec<usize> = (0..self.head.len())
            .map(|column| {
                let cells = self.rows.iter().chain([&self.head]);
                cells.map(|row| row[column].chars().count()).max().unwrap_or(0)
            })
            .collect();
        for row in [&self.head].into_iter().chain(&self.rows) {
            let cells: Vec<String> = row
                .iter()
                .zip(&widths)
                .enumerate()
                .map(|(column, (cell, &width))| match column {
                    0 => format!("{cell:<width$}"),
                    _ => format!("{cell:>width$}"),
                })
                .collect();
            println!("{}", cells.join("  "));
        }
        println!("\n{}", machine());
        if let Some(file) = &options.csv {
            let lines: Vec<String> =
                [&self.head].into_iter().chain(&self.rows).map(|row| row.join(",")).collect();
            if let Err(error) = std::fs::write(file, lines.join("\n") + "\n") {
                eprintln!("{} cannot be written: {error}", file.display());
            }
        }
    }
}

/// Processors and version, without which a time means nothing.
fn machine() -> String {
    let information = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unknown processor", |(_, name)| name.trim());
    format!(
        "homeground {}, {model}, {} processors, {} {}",
        env!("CARGO_PKG_VERSION"),
        processors(),
        std::env::consts::OS,
        std::env::consts::ARCH,
    )
}

/// Processors that may be used.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// A scenario of so many equal arms and so on; ends the program if it is wrong.
pub struct Size {
    /// Families in a replicate.
    pub families: u32,
    /// Weeks of follow-up.
    pub weeks: u32,
    /// Arms.
    pub arms: u32,
    /// Replicates.
    pub replicates: u32,
    /// Parameter draws; 1 for none.
    pub draws: u32,
    /// Families to a helper where they wait for a place; 0 for helpers without limit.
    pub families_per_helper: u32,
}

impl Size {
    /// The scenario as a file.
    pub fn text(&self) -> String {
        let mut text = format!(
            "population = \"child_welfare\"\nfamilies = {}\nreplicates = {}\nhorizon_weeks = {}\nseed = 1\n",
            self.families, self.replicates, self.weeks
        );
        if self.draws > 1 {
            text += &format!("[uncertainty]\ndraws = {}\nfrom = \"prior\"\n", self.draws);
        }
        for arm in 0..self.arms {
            text +=
                &format!("[[arm]]\nname = \"arm {arm}\"\nprogramme = \"advice_and_guidance\"\n");
            if let Some(helpers) = self.families.checked_div(self.families_per_helper) {
                text += &format!("capacity = {{ helpers = {helpers}, intake_weeks = 26 }}\n");
            }
        }
        text
    }

    /// The scenario, read.
    pub fn scenario(&self) -> Scenario {
        let text = self.text();
        let input = ScenarioInput::new("size", "size.toml", &text, &BuiltInProgrammes);
        match read_scenario(&input) {
            Ok(reading) => reading.value,
            Err(error) => panic!("{error}\n{text}"),
        }
    }

    /// Family-weeks in it.
    pub fn family_weeks(&self) -> f64 {
        [self.families, self.weeks, self.arms, self.replicates, self.draws]
            .into_iter()
            .map(f64::from)
            .product()
    }
}
