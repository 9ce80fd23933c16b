//! An outcome of one's own: how many visits do families attend that complete the measure?
//!
//! ```sh
//! cargo run --release --example own_outcome
//! ```

use homeground_core::engine::Observer;
use homeground_core::engine::ordered_queue::Halt;
use homeground_core::engine::parallel::{self, Progress, TaskRange};
use homeground_core::engine::share::TaskList;
use homeground_core::model::cohort::{Cohort, Engagement, History};
use homeground_core::model::design::UnknownKey;
use homeground_core::scenario::{
    BuiltInProgrammes, ScenarioInput, built_in_scenarios, read_scenario,
};

/// Families that completed, and visits that they attended.
#[derive(Clone, Copy, Debug, Default)]
struct Completers {
    families: u64,
    visits: u64,
}

impl Observer for Completers {
    fn after_week(&mut self, _: &Cohort, _: u32) {}

    fn after_follow_up(&mut self, cohort: &Cohort, history: &History) {
        for family in 0..cohort.families {
            if history.engagement[family] == Engagement::Completed {
                self.families += 1;
                self.visits += u64::from(history.visits[family] as u32);
            }
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (name, text) = built_in_scenarios()
        .iter()
        .find(|(name, _)| *name == "quick_start")
        .ok_or("there is no such scenario")?;
    let input = ScenarioInput::new(name, name, text, &BuiltInProgrammes);
    let scenario = read_scenario(&input)?.value;
    let list = TaskList::new(&scenario);
    let tasks = TaskRange {
        scenario: &scenario,
        list: &list,
        range: 0..list.len(),
        in_flight: 8,
        progress: &Progress::default(),
    };
    let mut counted = vec![Completers::default(); scenario.arms.len()];
    parallel::run(
        &tasks,
        |_, _| Completers::default(),
        |_, observers| observers,
        |_, observers| {
            for (arm, found) in observers {
                counted[arm].families += found.families;
                counted[arm].visits += found.visits;
            }
            Ok::<(), UnknownKey>(())
        },
    )
    .map_err(|halt| match halt {
        Halt::Failed(error) => error.to_string(),
        Halt::Interrupted => "interrupted".to_owned(),
    })?;
    for (arm, found) in scenario.arms.iter().zip(&counted) {
        match found.families {
            0 => println!("{}: nobody completed", arm.name),
            families => println!(
                "{}: {families} families completed, with {:.1} visits each",
                arm.name,
                found.visits as f64 / families as f64
            ),
        }
    }
    Ok(())
}
