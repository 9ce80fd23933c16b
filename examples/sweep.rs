//! One parameter over values: what happens to completion?
//!
//! ```sh
//! cargo run --release --example sweep
//! ```

use homeground_core::engine::parallel::Progress;
use homeground_core::scenario::{
    Assignment, BuiltInProgrammes, ScenarioInput, built_in_scenarios, read_scenario,
};
use homeground_studies::StudyContext;
use homeground_studies::evaluate::NoCheckpoints;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (name, text) = built_in_scenarios()
        .iter()
        .find(|(name, _)| *name == "quick_start")
        .ok_or("there is no such scenario")?;
    // What `homeground study sweep` would be told.
    let assignments = [
        "study.kind=sweep",
        "study.outcome=completed",
        "study.vary={ attend_burden = { from = 0.0, to = 2.0, steps = 5 } }",
    ]
    .map(Assignment::set);
    let input = ScenarioInput {
        assignments: &assignments,
        ..ScenarioInput::new(name, name, text, &BuiltInProgrammes)
    };
    let scenario = read_scenario(&input)?.value;
    let findings = homeground_studies::run(&mut StudyContext {
        scenario: &scenario,
        programmes: &BuiltInProgrammes,
        progress: &Progress::default(),
        checkpoints: &mut NoCheckpoints,
        expect: &|_| {},
    })?;
    let table = findings.tables.first().ok_or("the study has no table")?;
    let asked = |line: &&str| line.starts_with("value") || line.contains(",completed,started,");
    for line in table.csv.lines().filter(asked) {
        println!("{line}");
    }
    Ok(())
}
