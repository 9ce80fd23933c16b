//! Who the families are: a profile, with what the scenario changes.

use crate::evidence::{self, find};

use super::diagnostic::{Diagnostic, Problem, Problems};
use super::document::{Node, Value};
use super::reader::Reader;
use super::sections::{POPULATION, SCENARIO};
use super::types::Population;

/// Shares that were rounded for writing may miss 1 by this much.
const ROUNDING: f64 = 1e-6;

/// The population of a scenario that has been checked field by field.
pub(crate) fn build(scenario: Reader<'_>, problems: &mut Problems) -> Option<Population> {
    debug_assert!(std::ptr::eq(scenario.section, &SCENARIO));
    match &scenario.node("population")?.value {
        Value::Text(_) => {
            let key = scenario.text("population")?;
            profile(&key)
        }
        Value::Table(table) => {
            let reader = Reader::new(table, &POPULATION);
            changed(reader, scenario.node("population")?, problems)
        }
        _ => None,
    }
}

/// The population that a row of the evidence table describes.
pub(crate) fn profile(key: &str) -> Option<Population> {
    let row = find(evidence::populations(), key)?;
    Some(Population {
        profile: row.key.clone(),
        adversity_mean: row.adversity_mean,
        adversity_sd: row.adversity_sd,
        referral_concern: row.referral_concern,
        children: [row.children_1, row.children_2, row.children_3, row.children_4],
        age_min: row.age_min,
        age_max: row.age_max,
    })
}

fn changed(reader: Reader<'_>, node: &Node, problems: &mut Problems) -> Option<Population> {
    let mut population = profile(&reader.text("profile")?)?;
    let mut whole = true;
    let mut change = |key: &str, value: &mut f64| {
        if reader.has(key) {
            match reader.number(key) {
                Some(number) => *value = number,
                None => whole = false,
            }
        }
    };
    change("adversity_mean", &mut population.adversity_mean);
    change("adversity_sd", &mut population.adversity_sd);
    change("referral_concern", &mut population.referral_concern);
    for (key, share) in CHILDREN.into_iter().zip(&mut population.children) {
        change(key, share);
    }
    change("age_min", &mut population.age_min);
    change("age_max", &mut population.age_max);
    if !whole {
        return None;
    }
    check_children(&population, reader, node, problems);
    check_ages(&population, reader, node, problems);
    Some(population)
}

const CHILDREN: [&str; 4] = ["children_1", "children_2", "children_3", "children_4"];

fn check_children(
    population: &Population,
    reader: Reader<'_>,
    node: &Node,
    problems: &mut Problems,
) {
    let sum: f64 = population.children.iter().sum();
    if (sum - 1.0).abs() <= ROUNDING {
        return;
    }
    let given = CHILDREN.iter().filter_map(|key| reader.place(key));
    let mut places = given.clone();
    let first = places.next().unwrap_or(&node.place);
    let mut diagnostic = Diagnostic::error(
        Problem::Contradiction,
        first,
        format!("the shares of families with 1 to 4 children add to {}, not to 1", rounded(sum)),
        "one of the shares",
    );
    for place in places {
        diagnostic = diagnostic.and(place, "");
    }
    let all: Vec<String> = CHILDREN
        .iter()
        .zip(population.children)
        .map(|(key, share)| format!("{key} = {share}"))
        .collect();
    problems.push(diagnostic.help(format!(
        "with those of profile `{}` they are now {}",
        population.profile,
        all.join(", ")
    )));
}

fn rounded(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

fn check_ages(population: &Population, reader: Reader<'_>, node: &Node, problems: &mut Problems) {
    if population.age_min <= population.age_max {
        return;
    }
    let message = format!(
        "the youngest age, {}, is above the oldest, {}",
        population.age_min, population.age_max
    );
    let (low, high) = (reader.place("age_min"), reader.place("age_max"));
    let own = low.or(high).unwrap_or(&node.place);
    let mut diagnostic = Diagnostic::error(Problem::Contradiction, own, message, "");
    if let (Some(_), Some(high)) = (low, high) {
        diagnostic = diagnostic.and(high, "`age_max`");
    } else {
        diagnostic = diagnostic.help(format!(
            "profile `{}` has ages {} to {}: give both `age_min` and `age_max`",
            population.profile,
            profile(&population.profile).map_or(0.0, |row| row.age_min),
            profile(&population.profile).map_or(0.0, |row| row.age_max),
        ));
    }
    problems.push(diagnostic);
}
