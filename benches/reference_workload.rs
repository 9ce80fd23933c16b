//! The reference workload: programme `advice_and_guidance`, population
//! `child_welfare`, 100,000 families, 104 weeks, one arm.
//!
//! Cases take turns, so read the ratios, not the seconds. The floor is the cost of the
//! same random numbers alone: the schedule of slots asks for them whatever else the
//! program does.
//!
//! ```sh
//! cargo bench --bench reference_workload [-- --quick | --full]
//! ```

mod shared;

use homeground_core::engine::parallel::{self, Progress};
use homeground_core::engine::random::{Block, Streams};
use homeground_core::engine::replicate::{Replicate, Scratch};
use homeground_core::engine::{Observer, Unobserved};
use homeground_core::model::arm::ArmModel;
use homeground_core::model::cohort::{CHUNK, Cohort, History, LANES};
use homeground_core::model::initial::UNIFORMS;
use homeground_core::outcomes::experiment::{self, NoRows};
use homeground_core::scenario::{BuiltInProgrammes, Scenario, ScenarioInput, read_scenario};

use shared::{Options, Table, in_turn, median, processors, ratios, seconds};

const FAMILIES: u32 = 100_000;
const WEEKS: u32 = 104;

/// What is measured, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// The random numbers of the workload, and nothing else.
    Numbers,
    /// Families through all weeks, nobody watching.
    Engine,
    /// A whole run with all its outcomes, on so many threads.
    Run(usize),
}

fn reference_workload() -> Scenario {
    let text = format!(
        "population = \"child_welfare\"\nfamilies = {FAMILIES}\nreplicates = 1\n\
         horizon_weeks = {WEEKS}\n[[arm]]\nname = \"advice and guidance\"\n\
         programme = \"advice_and_guidance\"\n"
    );
    let input = ScenarioInput::new("reference", "reference.toml", &text, &BuiltInProgrammes);
    match read_scenario(&input) {
        Ok(parsed) => parsed.value,
        Err(error) => panic!("{error}"),
    }
}

/// How many blocks of four random numbers the workload needs, for each family-week
/// unless it says otherwise.
#[derive(Debug, Default)]
struct Needed {
    family_weeks: f64,
    /// Engaged families: contact.
    engaged: f64,
    /// Families with a change of factors or a life event.
    events: f64,
    /// Helpers of chunks with engaged families.
    helpers: f64,
}

/// Counts what is needed while families are simulated.
struct Count {
    needed: Needed,
    life_event: f64,
    caseload: f64,
}

impl Observer for Count {
    fn after_week(&mut self, cohort: &Cohort, _: u32) {
        let hazards = &cohort.state.factor_hazard[..cohort.active];
        let changes: f64 = hazards.iter().map(|hazard| f64::from(*hazard)).sum();
        self.needed.family_weeks += cohort.active as f64;
        self.needed.engaged += cohort.engaged as f64;
        self.needed.events += changes + self.life_event * cohort.active as f64;
        if cohort.engaged > 0 {
            self.needed.helpers += (cohort.families as f64 / self.caseload).ceil();
        }
    }

    fn after_follow_up(&mut self, _: &Cohort, _: &History) {}
}

fn needed(scenario: &Scenario, models: &[ArmModel]) -> Needed {
    let mut total = Needed::default();
    simulate(
        scenario,
        models,
        || Count {
            needed: Needed::default(),
            life_event: f64::from(models[0].stress.shock_probability),
            caseload: models[0].measure.as_ref().map_or(1.0, |measure| f64::from(measure.caseload)),
        },
        |count| {
            total.family_weeks += count.needed.family_weeks;
            total.engaged += count.needed.engaged;
            total.events += count.needed.events;
            total.helpers += count.needed.helpers;
        },
    );
    total
}

/// Draws for a share of the rows, in whole vectors.
struct Draw {
    block: Block,
    rows_per_week: f64,
    owed: f64,
}

impl Draw {
    fn new(block: Block, share: f64) -> Self {
        Self { block, rows_per_week: share * CHUNK as f64, owed: 0.0 }
    }

    fn rows(&mut self) -> usize {
        self.owed += self.rows_per_week;
        let rows = (self.owed / LANES as f64).floor() as usize * LANES;
        self.owed -= rows as f64;
        rows.min(CHUNK)
    }
}

fn numbers_alone(streams: &Streams, needed: &Needed) -> f32 {
    let share = |blocks: f64| blocks / needed.family_weeks;
    let mut draws = [
        Draw::new(Block::Always, 1.0),
        Draw::new(Block::Contact, share(needed.engaged)),
        Draw::new(Block::Event, share(needed.events)),
        Draw::new(Block::Helper, share(needed.helpers)),
        Draw::new(Block::Initial, UNIFORMS.div_ceil(4) as f64 / f64::from(WEEKS)),
    ];
    let referral = [0u32; CHUNK];
    let mut columns = [[0.0f32; CHUNK]; 4];
    let mut sum = 0.0;
    for first in (0..FAMILIES).step_by(CHUNK) {
        let families: [u32; CHUNK] = std::array::from_fn(|row| first + row as u32);
        for week in 0..WEEKS {
            for draw in &mut draws {
                let rows = draw.rows();
                let [a, b, c, d] = &mut columns;
                streams.fill_fast(&families[..rows], &referral, week, draw.block, [a, b, c, d]);
                sum += columns[0][0] + columns[3][rows.saturating_sub(1)];
            }
        }
    }
    sum
}

fn simulate<O: Observer>(
    scenario: &Scenario,
    models: &[ArmModel],
    observe: impl Fn() -> O,
    mut take: impl FnMut(O),
) {
    let replicate = Replicate { scenario, models, draw: 0, replicate: 0, progress: None };
    let mut scratch = Scratch::default();
    for task in Replicate::tasks(scenario) {
        for (_, observer) in replicate.perform(task, &mut scratch, |_| observe()) {
            take(observer);
        }
    }
}

fn main() {
    let options = Options::read("The reference workload against its random numbers alone");
    let scenario = reference_workload();
    let models = match parallel::models(&scenario, 0) {
        Ok(models) => models,
        Err(error) => panic!("{error}"),
    };
    let needed = needed(&scenario, &models);
    let streams = Streams::new(1, 0, 0);
    let mut cases = vec![Case::Numbers, Case::Engine, Case::Run(1)];
    if processors() > 1 {
        cases.push(Case::Run(processors()));
    }
    let pools: Vec<(usize, rayon::ThreadPool)> = [1, processors()]
        .into_iter()
        .filter_map(|threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            Some((threads, pool.ok()?))
        })
        .collect();
    let measured = in_turn(&cases, options.repetitions(), |case| {
        seconds(|| match case {
            Case::Numbers => {
                std::hint::black_box(numbers_alone(&streams, &needed));
            }
            Case::Engine => simulate(&scenario, &models, || Unobserved, |_| ()),
            Case::Run(threads) => {
                let Some((_, pool)) = pools.iter().find(|(size, _)| size == threads) else {
                    return;
                };
                let progress = Progress::default();
                let run = || experiment::run(&scenario, &progress, &mut NoRows).map(|_| ());
                if let Err(error) = pool.install(run) {
                    panic!("{error}");
                }
            }
        })
    });
    let family_weeks = f64::from(FAMILIES) * f64::from(WEEKS);
    let mut table = Table::new(&["case", "ns per family-week", "million a second", "x floor"]);
    for ((case, values), ratio) in cases.iter().zip(&measured).zip(ratios(&measured, 0)) {
        let name = match case {
            Case::Numbers => "random numbers alone (the floor)".to_owned(),
            Case::Engine => "engine, nobody watching".to_owned(),
            Case::Run(threads) => format!("with outcomes, {threads} thread(s)"),
        };
        let cost = median(values) / family_weeks;
        table.row(vec![
            name,
            format!("{:.2}", cost * 1e9),
            format!("{:.1}", 1e-6 / cost),
            format!("{ratio:.2}"),
        ]);
    }
    table.print(&options);
    let blocks = 1.0 + (needed.engaged + needed.events + needed.helpers) / needed.family_weeks;
    println!(
        "\nblocks of four numbers a family-week: {blocks:.3}, and {} a family at referral; \
         share of family-weeks engaged: {:.3}",
        UNIFORMS.div_ceil(4),
        needed.engaged / needed.family_weeks
    );
    if let Some(all) = cases.iter().position(|case| *case == Case::Run(processors()))
        && processors() > 1
    {
        let ratio = 1.0 / ratios(&measured, 2)[all];
        println!("{} threads against one: {ratio:.2} times", processors());
    }
}
