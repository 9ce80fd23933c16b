//! Where saved state comes from: state of another run must never be gone on with or
//! put together.

use serde::{Deserialize, Serialize};
use toml::Value;

use homeground_core::engine::share::Share;
use homeground_core::evidence::MODEL_VERSION;
use homeground_core::outcomes::manifest;
use homeground_core::scenario::Scenario;

/// All that decides the bits of saved state, beside the versions of program and model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// Name of the scenario.
    pub name: String,
    /// Seed of all random numbers.
    pub seed: u64,
    /// The resolved scenario as text.
    pub scenario: String,
    /// The text of the posterior file that it goes by, if it names one.
    #[serde(default)]
    pub posterior: Option<String>,
    /// Which share of the run, if it was divided.
    pub shard: Option<Share>,
    /// Are rows of families kept?
    pub families_file: bool,
}

/// The kind of sealed state, with the versions that it can only be used with: the
/// first thing that is looked at when it is opened.
pub fn versioned(kind: &str) -> String {
    format!("{kind} of homeground {}, model {MODEL_VERSION}", env!("CARGO_PKG_VERSION"))
}

/// What differs between two origins, in the words of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is, such as "the seed".
    pub what: String,
    /// What it is in the one.
    pub one: String,
    /// What it is in the other.
    pub other: String,
}

impl Origin {
    /// The origin of a run that begins now.
    pub fn new(scenario: &Scenario, shard: Option<Share>, families_file: bool) -> Self {
        Self {
            name: scenario.name.clone(),
            seed: scenario.seed,
            scenario: scenario.to_toml(),
            posterior: scenario.posterior.as_ref().map(|file| file.text.clone()),
            shard,
            families_file,
        }
    }

    /// What differs first between the runs that two states are of; which shard of the
    /// run each is does not matter.
    pub fn difference(&self, other: &Self) -> Option<Difference> {
        let rows = |origin: &Self| {
            let word = if origin.families_file { "kept" } else { "not kept" };
            word.to_owned()
        };
        let division = |origin: &Self| match origin.shard {
            Some(share) => format!("one of {} shards", share.of),
            None => "the whole run".to_owned(),
        };
        let fact = |what: &str, fact: &dyn Fn(&Self) -> String| Difference {
            what: what.to_owned(),
            one: fact(self),
            other: fact(other),
        };
        let mut facts = vec![
            fact("the name of the scenario", &|origin| origin.name.clone()),
            fact("the seed", &|origin| origin.seed.to_string()),
        ];
        facts.extend(scenario_difference(&self.scenario, &other.scenario));
        facts.push(fact("the posterior file", &|origin| {
            let text = origin.posterior.as_ref();
            text.map_or("none".to_owned(), |text| {
                let digest = manifest::digest(text.as_bytes());
                format!("one with the digest {}", &digest[..12])
            })
        }));
        facts.push(fact("its division", &division));
        facts.push(fact("rows of families (--families-file)", &rows));
        facts.into_iter().find(|fact| fact.one != fact.other)
    }
}

/// The first value in which two resolved scenarios differ.
fn scenario_difference(one: &str, other: &str) -> Option<Difference> {
    if one == other {
        return None;
    }
    let value = |text: &str| text.parse::<toml::Table>().map(Value::Table).ok();
    let found = first_difference(String::new(), value(one).as_ref(), value(other).as_ref());
    // Texts that differ in values that are the same would be the writer's fault; they
    // are told apart all the same.
    Some(found.unwrap_or_else(|| Difference {
        what: "the scenario".to_owned(),
        one: "one text".to_owned(),
        other: "another".to_owned(),
    }))
}

fn first_difference(
    path: String,
    one: Option<&Value>,
    other: Option<&Value>,
) -> Option<Difference> {
    let below = |key: &str| match path.as_str() {
        "" => key.to_owned(),
        path => format!("{path}.{key}"),
    };
    match (one, other) {
        (Some(Value::Table(one)), Some(Value::Table(other))) => one
            .keys()
            .chain(other.keys().filter(|key| !one.contains_key(*key)))
            .find_map(|key| first_difference(below(key), one.get(key), other.get(key))),
        (Some(Value::Array(one)), Some(Value::Array(other))) => (0..one.len().max(other.len()))
            .find_map(|place| {
                let name = name_of(one.get(place)).unwrap_or_else(|| (place + 1).to_string());
                first_difference(below(&name), one.get(place), other.get(place))
            }),
        (one, other) if one == other => None,
        (one, other) => Some(Difference {
            what: format!("{path} of the scenario"),
            one: text(one),
            other: text(other),
        }),
    }
}

/// Arms are told by their names.
fn name_of(value: Option<&Value>) -> Option<String> {
    Some(value?.get("name")?.as_str()?.to_owned())
}

fn text(value: Option<&Value>) -> String {
    /// Longer values would hide the message.
    const LONGEST: usize = 60;
    let text = match value {
        None => return "not there".to_owned(),
        Some(Value::Table(_)) => return "there".to_owned(),
        Some(value) => value.to_string(),
    };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCENARIO: &str = "title = \"t\"\nfamilies = 10\n[[arm]]\nname = \"office\"\n\
        [arm.programme]\nvisit_minutes = 60.0\n[[arm]]\nname = \"nothing\"\n";

    fn origin(scenario: &str) -> Origin {
        Origin {
            name: "s".to_owned(),
            seed: 1,
            scenario: scenario.to_owned(),
            posterior: None,
            shard: None,
            families_file: false,
        }
    }

    fn told(change: &[(&str, &str)]) -> Option<(String, String, String)> {
        let mut scenario = SCENARIO.to_owned();
        for (from, to) in change {
            assert!(scenario.contains(from));
            scenario = scenario.replace(from, to);
        }
        let found = origin(SCENARIO).difference(&origin(&scenario))?;
        Some((found.what, found.one, found.other))
    }

    fn is(what: &str, one: &str, other: &str) -> Option<(String, String, String)> {
        Some((what.to_owned(), one.to_owned(), other.to_owned()))
    }

    #[test]
    fn the_value_that_differs_is_named_with_its_arm() {
        assert_eq!(told(&[]), None);
        assert_eq!(
            told(&[("families = 10", "families = 12")]),
            is("families of the scenario", "10", "12")
        );
        assert_eq!(
            told(&[("60.0", "45.0")]),
            is("arm.office.programme.visit_minutes of the scenario", "60.0", "45.0")
        );
        assert_eq!(
            told(&[("[[arm]]\nname = \"nothing\"\n", "")]),
            is("arm.nothing of the scenario", "there", "not there")
        );
    }

    #[test]
    fn seed_and_division_are_told() {
        let mut other = origin(&SCENARIO.replace("families = 10", "families = 12"));
        other.seed = 2;
        let found = origin(SCENARIO).difference(&other);
        assert_eq!(found.map(|found| found.what), Some("the seed".to_owned()));
        let mut other = origin(SCENARIO);
        other.shard = Some(Share { number: 2, of: 3 });
        let found = origin(SCENARIO).difference(&other);
        assert_eq!(found.map(|found| found.other), Some("one of 3 shards".to_owned()));
        let mut one = other.clone();
        one.shard = Some(Share { number: 1, of: 3 });
        assert_eq!(one.difference(&other), None, "another shard of the same run");
    }
}
