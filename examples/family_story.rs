//! The story of one family under every arm, in nynorsk.
//!
//! ```sh
//! cargo run --release --example family_story
//! ```

use homeground_core::outcomes::chronicle::chronicle;
use homeground_core::scenario::{
    BuiltInProgrammes, ScenarioInput, built_in_scenarios, read_scenario,
};
use homeground_figures::text::Text;
use homeground_report::story::{self, Weeks};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (name, text) = built_in_scenarios()
        .iter()
        .find(|(name, _)| *name == "help_or_control")
        .ok_or("there is no such scenario")?;
    let input = ScenarioInput::new(name, name, text, &BuiltInProgrammes);
    let scenario = read_scenario(&input)?.value;
    let chronicle = chronicle(&scenario, 0, 0, 17)?;
    let words = homeground::words::words("nn").ok_or("there is no such language")?;
    let told = story::tell(&chronicle, words, Weeks::Eventful, &Text::default(), 80);
    println!("{told}");
    Ok(())
}
