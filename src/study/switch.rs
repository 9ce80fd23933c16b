//! `switch`: mechanisms turned off, one and two at a time; which conclusions survive.

use serde::{Deserialize, Serialize};

use super::interval::Mean;

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
    /// What becomes of the conclusion: a word of [`Fate`]; empty without intervals.
    pub fate: String,
}

/// File of [`SwitchRow`]s.
pub const SWITCH: &str = "switch.csv";
/// File of [`SwitchContrastRow`]s.
pub const SWITCH_CONTRASTS: &str = "switch_contrasts.csv";

/// What becomes of a conclusion when mechanisms are off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
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

impl Fate {
    /// All fates.
    pub const ALL: [Fate; 5] = [
        Fate::Survives,
        Fate::Fades,
        Fate::Turns,
        Fate::Open,
        Fate::Appears,
    ];

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Fate::Survives => "survives",
            Fate::Fades => "fades",
            Fate::Turns => "turns",
            Fate::Open => "open",
            Fate::Appears => "appears",
        }
    }

    /// From the difference with all mechanisms on, and with some off; none without
    /// intervals.
    pub fn of(on: &Mean, off: &Mean) -> Option<Fate> {
        let same = on.estimate?.signum() == off.estimate?.signum();
        Some(match (on.excludes_zero()?, off.excludes_zero()?) {
            (true, true) if same => Fate::Survives,
            (true, true) => Fate::Turns,
            (true, false) => Fate::Fades,
            (false, false) => Fate::Open,
            (false, true) => Fate::Appears,
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
                switches[index + 1..]
                    .iter()
                    .map(|second| vec![first.as_str(), second.as_str()]),
            );
        }
    }
    sets
}

#[cfg(feature = "app")]
pub use app::run;

#[cfg(feature = "app")]
mod app {
    use super::*;
    use crate::evidence::{Outcome, Unit};
    use crate::outcomes::estimates::Key;
    use crate::scenario::study::SwitchPlan;
    use crate::study::findings::{Findings, Table};
    use crate::study::mechanisms::Off;
    use crate::study::point::{Point, central_parameters};
    use crate::study::run::{Study, StudyError};

    /// Carries out a switch study.
    ///
    /// # Errors
    /// [`StudyError`].
    pub fn run(study: &mut Study<'_>, plan: &SwitchPlan) -> Result<Findings, StudyError> {
        let base = study.scenario;
        let arms = study.described()?.arms.clone();
        let asked = study.outcome()?;
        let sets = sets(&plan.switches, plan.pairs);
        let off: Vec<Off> = sets
            .iter()
            .map(|keys| Off::new(keys))
            .collect::<Result<_, _>>()
            .map_err(|error| StudyError::Impossible {
                point: sets_told(&sets),
                reason: error.to_string(),
            })?;
        let parameters = central_parameters(base);
        let mut outcomes = vec![asked];
        for (outcome, unit) in [
            (Outcome::Placed, Unit::Family),
            (Outcome::Completed, Unit::Started),
            (Outcome::Completed, Unit::Offered),
        ] {
            let key = Key {
                outcome,
                unit,
                week: base.horizon_weeks,
            };
            if !outcomes.contains(&key) {
                outcomes.push(key);
            }
        }
        let answers = study.evaluate("switches", &outcomes, sets.len(), &|index| {
            let mut point = Point::new(base, &arms, &parameters)?;
            for arm in &mut point.arms {
                off[index].apply(&mut arm.design);
            }
            Ok(point)
        })?;
        let names: Vec<&str> = arms
            .iter()
            .map(|arm| base.arms[*arm].name.as_str())
            .collect();
        let reference = arms
            .iter()
            .position(|arm| *arm == base.reference)
            .unwrap_or(0);
        let mut rows = Vec::new();
        let mut contrasts = Vec::new();
        for (point, keys) in sets.iter().enumerate() {
            let key_of = |place: usize| {
                keys.get(place)
                    .map(|key| key.to_string())
                    .unwrap_or_default()
            };
            for (arm, name) in names.iter().enumerate() {
                for (place, key) in outcomes.iter().enumerate() {
                    let mean = Mean::of(answers.replicates(point, arm, place));
                    rows.push(SwitchRow {
                        first: key_of(0),
                        second: key_of(1),
                        arm: name.to_string(),
                        outcome: key.outcome.to_string(),
                        unit: key.unit.to_string(),
                        week: key.week,
                        estimate: mean.estimate,
                        mc_se: mean.mc_se,
                        lower: mean.lower,
                        upper: mean.upper,
                    });
                    if arm == reference {
                        continue;
                    }
                    let on = Mean::of(&answers.differences(0, (arm, reference), place));
                    let mean = Mean::of(&answers.differences(point, (arm, reference), place));
                    contrasts.push(SwitchContrastRow {
                        first: key_of(0),
                        second: key_of(1),
                        arm: name.to_string(),
                        reference: names[reference].to_owned(),
                        outcome: key.outcome.to_string(),
                        unit: key.unit.to_string(),
                        week: key.week,
                        estimate: mean.estimate,
                        mc_se: mean.mc_se,
                        lower: mean.lower,
                        upper: mean.upper,
                        fate: Fate::of(&on, &mean).map_or("", Fate::word).to_owned(),
                    });
                }
            }
        }
        let mut facts = serde_json::Map::new();
        facts.insert("switches".to_owned(), serde_json::json!(plan.switches));
        facts.insert("pairs".to_owned(), serde_json::json!(plan.pairs));
        Ok(Findings {
            tables: vec![
                Table::new(SWITCH, &rows).map_err(StudyError::Table)?,
                Table::new(SWITCH_CONTRASTS, &contrasts).map_err(StudyError::Table)?,
            ],
            facts,
            points: sets.len() as u64,
            warnings: Vec::new(),
        })
    }

    fn sets_told(sets: &[Vec<&str>]) -> String {
        let sets: Vec<String> = sets.iter().map(|keys| keys.join(" and ")).collect();
        sets.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_none_each_and_each_two() {
        let keys: Vec<String> = ["a", "b", "c"].map(String::from).to_vec();
        assert_eq!(sets(&keys, true).len(), 1 + 3 + 3);
        assert_eq!(
            sets(&keys, false),
            [vec![], vec!["a"], vec!["b"], vec!["c"]]
        );
    }

    #[test]
    fn a_conclusion_survives_only_beyond_its_interval() {
        let clear = |value: f64| Mean::of(&[value, value * 1.01, value * 0.99]);
        let vague = Mean::of(&[-1.0, 1.2, 0.3]);
        for (on, off, fate) in [
            (clear(1.0), clear(2.0), Fate::Survives),
            (clear(1.0), clear(-2.0), Fate::Turns),
            (clear(1.0), vague, Fate::Fades),
            (vague, vague, Fate::Open),
            (vague, clear(-1.0), Fate::Appears),
        ] {
            assert_eq!(Fate::of(&on, &off), Some(fate));
        }
        assert_eq!(Fate::of(&Mean::of(&[1.0]), &clear(1.0)), None);
    }
}
