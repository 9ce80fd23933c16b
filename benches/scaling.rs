//! What a family-week costs in runs of different sizes and shapes.
//!
//! The cost should be the same whatever is made larger: families, arms, replicates,
//! draws. It falls a little with weeks, because fewer families are in a measure later
//! on, and it is higher where families wait for a place. Last, the same run on more
//! threads.
//!
//! ```sh
//! cargo bench --bench scaling [-- --quick | --full]
//! ```

mod shared;

use homeground_core::engine::parallel::Progress;
use homeground_core::outcomes::experiment::{self, NoRows};
use homeground_core::scenario::Scenario;

use shared::{Options, Size, Table, in_turn, median, processors, ratios, seconds};

/// A run of which one thing differs from the base.
struct Case {
    what: String,
    size: Size,
    scenario: Scenario,
    threads: usize,
    /// Runs in a measurement: short ones are measured several at a time.
    runs: u32,
}

/// Family-weeks that are measured at a time, at least.
const AT_LEAST: f64 = 5.0e6;

const fn base() -> Size {
    Size { families: 100_000, weeks: 52, arms: 1, replicates: 1, draws: 1, families_per_helper: 0 }
}

fn case(what: String, size: Size, threads: usize) -> Case {
    Case {
        what,
        scenario: size.scenario(),
        threads,
        runs: (AT_LEAST / size.family_weeks()).ceil() as u32,
        size,
    }
}

fn cases(options: &Options) -> Vec<Case> {
    let mut cases = vec![case("base".to_owned(), base(), 1)];
    let mut families = vec![10_000, 30_000, 1_000_000];
    if options.full {
        families.push(10_000_000);
    }
    for families in families {
        let size = Size { families, ..base() };
        cases.push(case(format!("{families} families"), size, 1));
    }
    for weeks in [26, 104, 260] {
        let size = Size { weeks, ..base() };
        cases.push(case(format!("{weeks} weeks"), size, 1));
    }
    for arms in [2, 4, 8] {
        let size = Size { arms, ..base() };
        cases.push(case(format!("{arms} arms"), size, 1));
    }
    for number in [10, 100] {
        let families = base().families / number;
        let size = Size { families, replicates: number, ..base() };
        let what = format!("{number} replicates of {families} families");
        cases.push(case(what, size, 1));
        let size = Size { families, draws: number, ..base() };
        cases.push(case(format!("{number} draws of {families} families"), size, 1));
    }
    for families in [1_000, 10_000] {
        let size = Size { families, families_per_helper: 20, ..base() };
        cases.push(case(format!("a site of {families} families"), size, 1));
    }
    let mut threads = 2;
    while threads <= processors() {
        cases.push(case(format!("{threads} threads"), base(), threads));
        threads *= 2;
    }
    cases
}

/// Nanoseconds that a family-week takes.
fn cost(case: &Case) -> f64 {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(case.threads).build();
    let pool = match pool {
        Ok(pool) => pool,
        Err(error) => panic!("{error}"),
    };
    let seconds = seconds(|| {
        for _ in 0..case.runs {
            let progress = Progress::default();
            let run = || experiment::run(&case.scenario, &progress, &mut NoRows);
            if let Err(error) = pool.install(run) {
                panic!("{error}");
            }
        }
    });
    seconds * 1e9 / (case.size.family_weeks() * f64::from(case.runs))
}

fn main() {
    let options = Options::read("What a family-week costs in runs of different sizes.");
    let cases = cases(&options);
    let measured = in_turn(&cases, options.repetitions(), cost);
    let mut table = Table::new(&["run", "family-weeks", "ns a family-week", "to base"]);
    for ((case, values), ratio) in cases.iter().zip(&measured).zip(ratios(&measured, 0)) {
        table.row(vec![
            case.what.clone(),
            format!("{}", case.size.family_weeks()),
            format!("{:.1}", median(values)),
            format!("{ratio:.2}"),
        ]);
    }
    println!("Base: {} families, {} weeks, one arm, one thread.\n", base().families, base().weeks);
    table.print(&options);
}
