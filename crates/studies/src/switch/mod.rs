//! `switch`: mechanisms turned off, one and two at a time; which conclusions survive.

use serde::{Deserialize, Serialize};

use crate::interval::Mean;

/// A row of `switch.csv`: one outcome of one arm with some mechanisms off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SwitchRow {
    /// The mechanism that is off; empty where all are on.
    pub first: String,
    /// The second one; empty with one or none.
    pub second: String,
    /// Name of the arm.
    pub arm: String,
    /// Name of the outcome.
    pub outcome: String,
    /// Of whom.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
    /// The estimate.
    pub estimate: Option<f64>,
    /// Its standard error over replicates.
    pub mc_se: Option<f64>,
    /// Lower end of the 95 % interval.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
}

/// A row of `switch_contrasts.csv`: arm less reference with some mechanisms off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SwitchContrastRow {
    /// The mechanism that is off; empty where all are on.
    pub first: String,
    /// The second one; empty with one or none.
    pub second: String,
    /// Name of the arm.
    pub arm: String,
    /// Name of the reference.
    pub reference: String,
    /// Name of the outcome.
    pub outcome: String,
    /// Of whom.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
    /// The difference.
    pub estimate: Option<f64>,
    /// Its standard error over replicates.
    pub mc_se: Option<f64>,
    /// Lower end of the 95 % interval.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
    /// What becomes of the conclusion: a word of [`ConclusionStatus`]; empty without intervals.
    #[serde(rename = "fate")]
    pub status: String,
}

/// File of [`SwitchRow`]s.
pub const SWITCH: &str = "switch.csv";
/// File of [`SwitchContrastRow`]s.
pub const SWITCH_CONTRASTS: &str = "switch_contrasts.csv";

/// What becomes of a conclusion when mechanisms are off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConclusionStatus {
    /// The difference has the same sign, beyond its interval.
    Survives,
    /// The interval now holds no difference.
    Fades,
    /// The difference has the other sign, beyond its interval.
    Turns,
    /// There was no conclusion, and there is none.
    Open,
    /// There was no conclusion, and now there is one.
    Appears,
}

impl ConclusionStatus {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Survives, Self::Fades, Self::Turns, Self::Open, Self::Appears];

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Survives => "survives",
            Self::Fades => "fades",
            Self::Turns => "turns",
            Self::Open => "open",
            Self::Appears => "appears",
        }
    }

    /// From the difference with all mechanisms on, and with some off; none without
    /// intervals.
    pub fn of(on: &Mean, off: &Mean) -> Option<Self> {
        let same = on.estimate?.signum() == off.estimate?.signum();
        Some(match (on.excludes_zero()?, off.excludes_zero()?) {
            (true, true) if same => Self::Survives,
            (true, true) => Self::Turns,
            (true, false) => Self::Fades,
            (false, false) => Self::Open,
            (false, true) => Self::Appears,
        })
    }
}

/// The sets of mechanisms that are off: none, each alone, and each two if `pairs`.
pub fn sets(switches: &[String], pairs: bool) -> Vec<Vec<&str>> {
    let mut sets = vec![Vec::new()];
    sets.extend(switches.iter().map(|switch| vec![switch.as_str()]));
    if pairs {
        for (index, first) in switches.iter().enumerate() {
            sets.extend(
                switches[index + 1..].iter().map(|second| vec![first.as_str(), second.as_str()]),
            );
        }
    }
    sets
}

mod ablation;
mod conclusions;
mod figures;
pub(crate) mod kind;
mod page;
mod run;
mod sentences;
mod tables;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_none_each_and_each_two() {
        let keys: Vec<String> = ["a", "b", "c"].map(String::from).to_vec();
        assert_eq!(sets(&keys, true).len(), 1 + 3 + 3);
        assert_eq!(sets(&keys, false), [vec![], vec!["a"], vec!["b"], vec!["c"]]);
    }

    #[test]
    fn a_conclusion_survives_only_beyond_its_interval() {
        let clear = |value: f64| Mean::of(&[value, value * 1.01, value * 0.99]);
        let vague = Mean::of(&[-1.0, 1.2, 0.3]);
        for (on, off, status) in [
            (clear(1.0), clear(2.0), ConclusionStatus::Survives),
            (clear(1.0), clear(-2.0), ConclusionStatus::Turns),
            (clear(1.0), vague, ConclusionStatus::Fades),
            (vague, vague, ConclusionStatus::Open),
            (vague, clear(-1.0), ConclusionStatus::Appears),
        ] {
            assert_eq!(ConclusionStatus::of(&on, &off), Some(status));
        }
        assert_eq!(ConclusionStatus::of(&Mean::of(&[1.0]), &clear(1.0)), None);
    }
}
