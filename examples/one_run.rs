//! A scenario from its text to the difference between two arms.
//!
//! ```sh
//! cargo run --release --example one_run
//! ```

use homeground_core::engine::parallel::Progress;
use homeground_core::evidence::{ContrastKind, Outcome};
use homeground_core::outcomes::experiment::{self, NoRows};
use homeground_core::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

const SCENARIO: &str = r#"
population = "child_welfare"
families = 1000
replicates = 10
reference = "office"

[[arm]]
name = "office"
programme = "advice_and_guidance"

[[arm]]
name = "home"
programme = "advice_and_guidance"
override = { arena = "home" }
"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let input = ScenarioInput::new("example", "example.toml", SCENARIO, &BuiltInProgrammes);
    let scenario = read_scenario(&input)?.value;
    let tables = experiment::run(&scenario, &Progress::default(), &mut NoRows)?;
    println!("home less office at week {}:", scenario.horizon_weeks);
    for outcome in [Outcome::Completed, Outcome::Placed, Outcome::Danger] {
        let row = tables.contrasts.iter().find(|row| {
            row.outcome == outcome
                && row.week == scenario.horizon_weeks
                && row.contrast == ContrastKind::Difference
        });
        if let Some((row, (lower, upper))) =
            row.and_then(|row| Some((row, row.lower.zip(row.upper)?)))
        {
            let estimate = row.estimate.unwrap_or(f64::NAN);
            println!(
                "{outcome}, {}: {estimate:+.4} (95 % interval {lower:+.4} to {upper:+.4})",
                row.unit
            );
        }
    }
    Ok(())
}
