//! What decisions are weighed with: groups of parameters that one line of research
//! would inform, and what an outcome is worth when nobody says otherwise.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::grade::Grade;
use super::keyed::{Keyed, find};
use super::outcome::Outcome;
use super::places::places;

/// Parameters that act in the same step of the model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterGroup {
    /// Name in tables; what people read stands with the words of the page.
    pub key: String,
    /// The step, as the table of places writes it.
    pub step: String,
}

impl Keyed for ParameterGroup {
    fn key(&self) -> &str {
        &self.key
    }
}

impl ParameterGroup {
    /// Does a parameter belong to it?
    pub fn holds(&self, parameter: &str) -> bool {
        find(places(), parameter).is_some_and(|place| place.step == self.step)
    }
}

/// The groups, in the order of the model's steps. Every parameter belongs to one.
pub fn parameter_groups() -> &'static [ParameterGroup] {
    static ROWS: LazyLock<Vec<ParameterGroup>> = LazyLock::new(|| {
        super::tables::read_rows(
            include_str!("../../../../data/parameter_groups.csv"),
            "parameter_groups.csv",
        )
    });
    &ROWS
}

/// What one unit of an outcome, avoided or gained, is worth to those who pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Willingness {
    /// The outcome.
    pub outcome: Outcome,
    /// NOK per unit when nobody says otherwise.
    pub value_nok: f64,
    /// Upper end of the values that are looked at.
    pub high_nok: f64,
    /// How well it is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
}

impl Keyed for Willingness {
    fn key(&self) -> &str {
        self.outcome.word()
    }
}

/// Outcomes whose worth has a value without being asked for.
pub fn willingness() -> &'static [Willingness] {
    static ROWS: LazyLock<Vec<Willingness>> = LazyLock::new(|| {
        super::tables::read_rows(
            include_str!("../../../../data/willingness.csv"),
            "willingness.csv",
        )
    });
    &ROWS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::parameters;

    #[test]
    fn every_parameter_belongs_to_one_group_and_no_group_is_empty() {
        for parameter in parameters() {
            let groups = parameter_groups().iter().filter(|group| group.holds(&parameter.key));
            assert_eq!(groups.count(), 1, "{}", parameter.key);
        }
        for group in parameter_groups() {
            let held = parameters().iter().filter(|one| group.holds(&one.key));
            assert!(held.count() > 0, "{}", group.key);
        }
    }

    #[test]
    fn worths_lie_below_the_upper_end() {
        for row in willingness() {
            assert!(row.value_nok > 0.0 && row.value_nok < row.high_nok);
        }
    }
}
