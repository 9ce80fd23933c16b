//! The reference workload: programme `advice_and_guidance`, population
//! `child_welfare`, 100,000 families, 104 weeks, one arm.
//!
//! Criterion reports elements per second; an element is a family-week. Read ratios
//! within one run, not seconds: the cost of the same random numbers alone is the
//! floor that the simulation is measured against.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use homeground::engine::Unobserved;
use homeground::engine::parallel::{self, Merge, Progress};
use homeground::engine::random::{Block, Streams};
use homeground::engine::replicate::{Desk, Replicate};
use homeground::outcomes::experiment::{self, NoRows};
use homeground::scenario::{BuiltInProgrammes, Scenario, ScenarioInput, read_scenario};

const FAMILIES: u32 = 100_000;
const WEEKS: u32 = 104;

fn reference_workload() -> Scenario {
    let text = format!(
        "population = \"child_welfare\"\nfamilies = {FAMILIES}\nreplicates = 1\n\
         horizon_weeks = {WEEKS}\n[[arm]]\nname = \"advice and guidance\"\n\
         programme = \"advice_and_guidance\"\n"
    );
    let input = ScenarioInput::new("reference", "reference.toml", &text, &BuiltInProgrammes);
    match read_scenario(&input) {
        Ok(reading) => reading.value,
        Err(error) => panic!("{error}"),
    }
}

/// Every week's numbers of every family that the schedule of slots always asks for,
/// and those of contact for the share of family-weeks that the workload is engaged.
fn random_numbers_alone(streams: &Streams, engaged_share: f64) -> f32 {
    const ROWS: usize = 256;
    let referral = [0u32; ROWS];
    let mut columns = [[0.0f32; ROWS]; 4];
    let mut sum = 0.0;
    let engaged = (ROWS as f64 * engaged_share).round() as usize;
    for first in (0..FAMILIES).step_by(ROWS) {
        let families: [u32; ROWS] = std::array::from_fn(|row| first + row as u32);
        for week in 0..WEEKS {
            for (block, rows) in [(Block::Always, ROWS), (Block::Contact, engaged)] {
                let [a, b, c, d] = &mut columns;
                streams.fill_fast(&families[..rows], &referral, week, block, [a, b, c, d]);
                sum += columns[0][0] + columns[3][rows.saturating_sub(1)];
            }
        }
    }
    sum
}

/// Watches nothing, and merges nothing.
#[derive(Default)]
struct Nobody(Unobserved);

impl homeground::engine::Observer for Nobody {
    fn after_week(&mut self, cohort: &homeground::model::cohort::Cohort, week: u32) {
        self.0.after_week(cohort, week);
    }

    fn after_follow_up(
        &mut self,
        cohort: &homeground::model::cohort::Cohort,
        history: &homeground::model::cohort::History,
    ) {
        self.0.after_follow_up(cohort, history);
    }
}

impl Merge for Nobody {
    fn merge(&mut self, _: Self) {}
}

fn benchmark(criterion: &mut Criterion) {
    let scenario = reference_workload();
    let models = match parallel::models(&scenario, 0) {
        Ok(models) => models,
        Err(error) => panic!("{error}"),
    };
    let mut group = criterion.benchmark_group("family-weeks");
    group.throughput(Throughput::Elements(u64::from(FAMILIES) * u64::from(WEEKS)));
    group.sample_size(10);

    let streams = Streams::new(1, 0, 0);
    group.bench_function("random numbers alone, one thread", |bencher| {
        bencher.iter(|| random_numbers_alone(&streams, 0.15));
    });
    group.bench_function("the engine alone, one thread", |bencher| {
        let mut desk = Desk::default();
        bencher.iter(|| {
            let replicate = Replicate {
                scenario: &scenario,
                models: &models,
                draw: 0,
                replicate: 0,
                stop: None,
            };
            for task in Replicate::tasks(&scenario) {
                replicate.perform(task, &mut desk, |_| Nobody::default());
            }
        });
    });
    for threads in [1, 0] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let Ok(pool) = pool else { continue };
        let name = if threads == 1 {
            "with outcomes, one thread"
        } else {
            "with outcomes, all threads"
        };
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                pool.install(|| {
                    experiment::run(&scenario, &Progress::default(), &mut NoRows).map(|_| ())
                })
            });
        });
    }
    group.finish();
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
