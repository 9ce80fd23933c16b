//! A run in two shards, as two machines would carry it out, put together to the bits of the
//! whole.
//!
//! ```sh
//! cargo run --release --example shards
//! ```

use homeground_core::engine::parallel::Progress;
use homeground_core::engine::share::Share;
use homeground_core::outcomes::experiment::{self, Experiment, NoRows};
use homeground_core::scenario::{
    BuiltInProgrammes, ScenarioInput, built_in_scenarios, read_scenario,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (name, text) = built_in_scenarios()
        .iter()
        .find(|(name, _)| *name == "quick_start")
        .ok_or("there is no such scenario")?;
    let input = ScenarioInput::new(name, name, text, &BuiltInProgrammes);
    let scenario = read_scenario(&input)?.value;
    let shares = [1, 2].map(|number| Share { number, of: 2 });
    let mut shards = Vec::new();
    for share in shares {
        let mut shard = Experiment::begin(&scenario, share)?;
        shard.run(&Progress::default(), &mut NoRows, |_, _| Ok(()))?;
        shards.push(shard);
    }
    let mut whole = shards.remove(0);
    let second = shards.remove(0);
    if !whole.add(shares[1], second.position().clone()) {
        return Err("the second shard is of another run".into());
    }
    let at_once = experiment::run(&scenario, &Progress::default(), &mut NoRows)?;
    let same = whole.tables() == at_once;
    println!("two shards give the tables of the whole run: {same}");
    Ok(())
}
