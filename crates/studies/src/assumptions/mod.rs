//! `assumptions`: the ledger of a conclusion. For the difference between two arms, each
//! parameter with what is known of it, how much the difference leans on it, how far it may
//! move before the order of the arms turns, and what knowing it would be worth.
//!
//! It puts three studies side by side, on the same families: indices
//! ([`crate::sensitivity`]), distances to a turn ([`crate::threshold`]) and partial perfect
//! information (`uncertainty/information.rs`). The last uses the points of the samples A and B,
//! which are draws from the ranges of all parameters that were looked at closely.

use serde::{Deserialize, Serialize};

/// A row of `assumptions.csv`: a parameter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AssumptionRow {
    /// Place by how much the difference leans on it, from 1.
    pub rank: u32,
    /// Its name.
    pub parameter: String,
    /// What it stands for.
    pub meaning: String,
    /// Unit of its values.
    pub unit: String,
    /// How well it is known.
    pub grade: String,
    /// Where it comes from.
    pub source: String,
    /// Where it stands.
    pub start: f64,
    /// Low end of its range.
    pub low: f64,
    /// High end.
    pub high: f64,
    /// Was it looked at closely?
    pub taken_on: bool,
    /// Total index: share of the variance of the difference that it takes part in.
    pub total: Option<f64>,
    /// Lower end of its 95 % interval.
    pub total_lower: Option<f64>,
    /// Upper end.
    pub total_upper: Option<f64>,
    /// First-order index.
    pub first: Option<f64>,
    /// Mean size of its effect on the difference over its whole range, from the screening.
    pub mu_star: Option<f64>,
    /// Mean effect on the difference.
    pub mu: Option<f64>,
    /// `turns`: moving it alone within its range turns the order of the arms; `fades`: the
    /// order can no longer be told somewhere; `holds`; `unclear`: it cannot be told at the
    /// start.
    pub order: String,
    /// Value at which the order turns first.
    pub threshold: Option<f64>,
    /// Lower end of its 95 % interval; empty if open to the end of the range.
    pub threshold_lower: Option<f64>,
    /// Upper end.
    pub threshold_upper: Option<f64>,
    /// How far that is, as a share of the distance from the start to the end of the range.
    #[serde(rename = "share_of_way")]
    pub share_of_range: Option<f64>,
    /// What knowing it before choosing would be worth, for one family: NOK, or units of the
    /// outcome.
    pub information: Option<f64>,
    /// Its standard error.
    pub information_se: Option<f64>,
    /// Is that more than a parameter that decides nothing would get by chance?
    pub information_above_chance: Option<bool>,
}

impl AssumptionRow {
    /// Is knowing it worth something beyond doubt: more than chance gives, and with its
    /// whole 95 % interval above zero?
    pub fn is_surely_worth_knowing(&self) -> bool {
        /// Standard errors in half of a 95 % interval.
        const REACH: f64 = 1.96;
        let lower =
            self.information.zip(self.information_se).map(|(value, error)| value - REACH * error);
        self.information_above_chance == Some(true) && lower > Some(0.0)
    }
}

/// File of [`AssumptionRow`]s.
pub const ASSUMPTIONS: &str = "assumptions.csv";

/// Orders rows by how much the difference leans on them, and numbers them: by total index
/// where there is one, and after those by the size of the effect in the screening.
pub fn rank(rows: &mut [AssumptionRow]) {
    let none = f64::NEG_INFINITY;
    rows.sort_by(|one, other| {
        let key = |row: &AssumptionRow| (row.total.unwrap_or(none), row.mu_star.unwrap_or(none));
        let (one, other) = (key(one), key(other));
        other.0.total_cmp(&one.0).then(other.1.total_cmp(&one.1))
    });
    for (place, row) in rows.iter_mut().enumerate() {
        row.rank = place as u32 + 1;
    }
}

mod figure;
pub(crate) mod kind;
mod ledger;
mod page;
mod run;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_uncertain_worth_is_not_sure() {
        let row = |information, information_se, above| AssumptionRow {
            information: Some(information),
            information_se: Some(information_se),
            information_above_chance: Some(above),
            ..AssumptionRow::default()
        };
        assert!(row(50.0, 10.0, true).is_surely_worth_knowing());
        assert!(!row(50.0, 78.0, true).is_surely_worth_knowing());
        assert!(!row(50.0, 10.0, false).is_surely_worth_knowing());
        assert!(!AssumptionRow::default().is_surely_worth_knowing());
    }

    #[test]
    fn what_the_difference_leans_on_most_stands_first() {
        let row = |name: &str, total: Option<f64>, mu_star: f64| AssumptionRow {
            parameter: name.to_owned(),
            total,
            mu_star: Some(mu_star),
            ..AssumptionRow::default()
        };
        let mut rows = [
            row("not looked at, small", None, 0.1),
            row("some", Some(0.2), 5.0),
            row("most", Some(0.6), 1.0),
            row("not looked at, larger", None, 0.3),
            row("none", Some(-0.01), 0.2),
        ];
        rank(&mut rows);
        let names: Vec<&str> = rows.iter().map(|row| row.parameter.as_str()).collect();
        assert_eq!(
            names,
            ["most", "some", "none", "not looked at, larger", "not looked at, small"]
        );
        assert_eq!(rows[4].rank, 5);
    }
}
