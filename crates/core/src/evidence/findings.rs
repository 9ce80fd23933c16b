//! Findings of the literature that the targets of calibration and the validation set rest on.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::grade::Grade;
use super::keyed::Keyed;

/// A number of the literature, as its source gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Its key: topic, point, number within the topic.
    pub key: String,
    /// How well it is known.
    pub grade: Grade,
    /// What was counted or measured.
    pub quantity: String,
    /// What came out, in the units of the source.
    pub value: String,
    /// Its error, or what it rests on.
    pub uncertainty: String,
    /// Of whom.
    pub population: String,
    /// Where it was published.
    pub source: String,
}

impl Keyed for Finding {
    fn key(&self) -> &str {
        &self.key
    }
}

/// The findings, in the order of their keys.
pub fn findings() -> &'static [Finding] {
    static ROWS: LazyLock<Vec<Finding>> = LazyLock::new(|| {
        super::tables::read_rows(include_str!("../../../../data/evidence.csv"), "evidence.csv")
    });
    &ROWS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_stand_in_the_order_of_their_keys_and_leave_nothing_out() {
        let keys: Vec<&str> = findings().iter().map(Keyed::key).collect();
        assert!(keys.is_sorted_by(|one, next| one < next), "{keys:?}");
        for finding in findings() {
            for text in [
                &finding.quantity,
                &finding.value,
                &finding.uncertainty,
                &finding.population,
                &finding.source,
            ] {
                assert!(!text.trim().is_empty(), "{}", finding.key);
            }
        }
    }
}
