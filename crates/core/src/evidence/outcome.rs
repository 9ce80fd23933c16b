//! The outcomes that are measured: their words, and what is to be known of each.
//!
//! An outcome is a row of the table below, an estimate in `outcomes::estimates`, and a name in
//! each language. How each is counted stands in `docs/outcomes.md`.

use serde::{Deserialize, Serialize};

use super::words::words;

use Better::{Higher, Lower, Neither};
use NumberKind::{Money, Quantity, Share};
use Unit::{Child, Family, Offered, Started};
use When::{End, Events, Referral, States};

/// Of whom an outcome is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// All families of an arm, whether they accept or not.
    Family,
    /// All children of those families.
    Child,
    /// Families that accepted the helper measure.
    Started,
    /// All families of an arm with a helper measure.
    Offered,
}

words!(Unit {
    Family "family",
    Child "child",
    Started "started",
    Offered "offered",
});

/// How two arms are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContrastKind {
    /// Arm less reference.
    Difference,
    /// Arm by reference.
    Ratio,
}

words!(ContrastKind {
    Difference "difference",
    Ratio "ratio",
});

/// What kind of number an outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// A share, from 0 to 1.
    Share,
    /// Norwegian kroner.
    Money,
    /// Anything else: weeks, visits, hours, states between 0 and 1.
    Quantity,
}

/// Which way of an outcome is better: a convention for tables, not a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// The smaller value.
    Lower,
    /// The larger value.
    Higher,
    /// It depends.
    Neither,
}

/// When an outcome is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At quarters and years, and at the end of follow-up.
    Events,
    /// The same, and in week 12.
    States,
    /// At the end of follow-up alone.
    End,
    /// At referral alone.
    Referral,
}

impl When {
    /// The weeks in which an outcome is known, in a run of so many weeks; the last is the one
    /// that is meant when none is named.
    pub fn weeks(self, horizon: u32) -> Vec<u32> {
        let summarised: &[u32] = match self {
            When::Events => &[13, 26, 52, 104],
            When::States => &[12, 13, 26, 52, 104],
            When::End => &[],
            When::Referral => return vec![0],
        };
        let within = summarised.iter().copied().filter(|week| *week < horizon);
        within.chain([horizon]).collect()
    }
}

macro_rules! outcomes {
    ($($(#[$doc:meta])* $variant:ident $word:literal $units:expr, $when:ident, $number:ident, $better:ident;)+) => {
        /// What is measured.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Outcome { $($(#[$doc])* $variant,)+ }

        words!(Outcome { $($variant $word,)+ });

        impl Outcome {
            /// Of whom it is measured; the first unless something else is asked for.
            pub const fn units(self) -> &'static [Unit] {
                match self { $(Self::$variant => &$units,)+ }
            }

            /// When it is known.
            pub const fn when(self) -> When {
                match self { $(Self::$variant => $when,)+ }
            }

            /// What kind of number it is.
            pub const fn number(self) -> NumberKind {
                match self { $(Self::$variant => $number,)+ }
            }

            /// Which way is better.
            pub const fn better(self) -> Better {
                match self { $(Self::$variant => $better,)+ }
            }
        }
    };
}

outcomes! {
    /// A first placement.
    Placed "placed" [Family, Child], Events, Share, Lower;
    /// The measure ended as agreed.
    Completed "completed" [Started, Offered], Events, Share, Higher;
    /// The family left.
    DroppedOut "dropped_out" [Started, Offered], Events, Share, Lower;
    /// The service ended the measure.
    Terminated "terminated" [Started, Offered], Events, Share, Lower;
    /// The latest end came without completion.
    Expired "expired" [Started, Offered], Events, Share, Lower;
    /// A placement ended the measure, or the wait for it.
    EndedByPlacement "ended_by_placement" [Started, Offered], Events, Share, Lower;
    /// In the measure at the end of the week.
    StillEngaged "still_engaged" [Started, Offered], Events, Share, Neither;
    /// Accepted, and still without a first possible visit.
    Waiting "waiting" [Started, Offered], Events, Share, Lower;
    /// Two or more placements.
    PlacedAgain "placed_again" [Family], End, Share, Lower;
    /// Came home from care at least once.
    Reunified "reunified" [Family], End, Share, Higher;
    /// Accepted the offer.
    Uptake "uptake" [Offered], Referral, Share, Higher;
    /// Weeks from referral to the first possible visit, of families that had one.
    WeeksWaited "weeks_waited" [Started], End, Quantity, Lower;
    /// Attended visits.
    Visits "visits" [Started], End, Quantity, Neither;
    /// Planned visits that could be held.
    VisitsDelivered "visits_delivered" [Started], End, Quantity, Neither;
    /// Planned visits, before overload and absence.
    VisitsPlanned "visits_planned" [Started], End, Quantity, Neither;
    /// Hours of attended visits.
    Hours "hours" [Started], End, Quantity, Neither;
    /// Hours of visits that could be held.
    HoursDelivered "hours_delivered" [Started], End, Quantity, Neither;
    /// Hours of planned visits.
    HoursPlanned "hours_planned" [Started], End, Quantity, Neither;
    /// Attended visits over those that could be held.
    AttendedShare "attended_share" [Started], End, Share, Higher;
    /// Hours of helper time: visit, travel, reporting.
    HelperHours "helper_hours" [Family, Started], End, Quantity, Neither;
    /// Weeks that began in care.
    WeeksInCare "weeks_in_care" [Family, Child], End, Quantity, Lower;
    /// All that is priced.
    CostNok "cost_nok" [Family], End, Money, Lower;
    /// Helper hours, and travel to homes.
    CostVisitsNok "cost_visits_nok" [Family], End, Money, Neither;
    /// Compensating and control measures.
    CostCompensatingNok "cost_compensating_nok" [Family], End, Money, Neither;
    /// Weeks in care.
    CostCareNok "cost_care_nok" [Family], End, Money, Lower;
    /// Number of risk factors at referral.
    RiskFactors "risk_factors" [Family], Referral, Quantity, Neither;
    /// Alliance a, of engaged families.
    Alliance "alliance" [Started], States, Quantity, Higher;
    /// Trust τ.
    Trust "trust" [Family], States, Quantity, Higher;
    /// Capacity c.
    Capacity "capacity" [Family], States, Quantity, Higher;
    /// Stress s.
    Stress "stress" [Family], States, Quantity, Lower;
    /// Child wellbeing w.
    Wellbeing "wellbeing" [Family], States, Quantity, Higher;
    /// The service's concern o: it may believe too much or too little.
    Concern "concern" [Family], States, Quantity, Neither;
    /// Danger d.
    Danger "danger" [Family], States, Quantity, Lower;
}

impl Outcome {
    /// The weeks in which it is known, in a run of so many weeks; the last is the one that is
    /// meant when none is named.
    pub fn weeks(self, horizon: u32) -> Vec<u32> {
        self.when().weeks(horizon)
    }

    /// Is it the mean of a state between 0 and 1 that is followed by week?
    pub fn is_state(self) -> bool {
        self.when() == States
    }

    /// The range that it cannot leave.
    pub fn limits(self) -> (f64, f64) {
        if self.number() == Share || self.is_state() { (0.0, 1.0) } else { (0.0, f64::INFINITY) }
    }

    /// Is 0 the honest start of an axis? States move little; their axis shows where they are.
    pub fn starts_at_zero(self) -> bool {
        !self.is_state()
    }

    /// Is less of it better? None where neither is.
    pub fn less_is_better(self) -> Option<bool> {
        match self.better() {
            Lower => Some(true),
            Higher => Some(false),
            Neither => None,
        }
    }

    /// Which way is better for families: what it costs is no matter of theirs.
    pub fn better_for_families(self) -> Better {
        match self.number() {
            Money => Neither,
            _ => self.better(),
        }
    }
}

/// An outcome, of whom, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// What is measured.
    pub outcome: Outcome,
    /// Of whom.
    pub unit: Unit,
    /// Weeks since referral.
    pub week: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn check<T>(all: &[T], words: &[&str], word: fn(T) -> &'static str)
    where
        T: Copy + std::fmt::Debug + PartialEq + Serialize + for<'text> Deserialize<'text>,
    {
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), all.len());
        for (one, listed) in all.iter().zip(words) {
            assert_eq!(word(*one), *listed);
            let written = serde_json::to_string(one).unwrap();
            assert_eq!(written, format!("\"{listed}\""));
            assert_eq!(serde_json::from_str::<T>(&written).unwrap(), *one);
        }
    }

    #[test]
    fn words_are_unique_and_files_hold_them() {
        check(Outcome::ALL, Outcome::WORDS, Outcome::word);
        check(Unit::ALL, Unit::WORDS, Unit::word);
        check(ContrastKind::ALL, ContrastKind::WORDS, ContrastKind::word);
        assert_eq!(Outcome::from_word("weeks_in_care"), Some(Outcome::WeeksInCare));
        assert_eq!(Outcome::from_word("Placed"), None);
    }

    #[test]
    fn every_outcome_is_measured_of_someone() {
        for outcome in Outcome::ALL {
            let units: BTreeSet<&Unit> = outcome.units().iter().collect();
            assert!(!units.is_empty() && units.len() == outcome.units().len());
        }
    }

    #[test]
    fn weeks_end_with_the_horizon_and_stay_within_it() {
        assert_eq!(Events.weeks(104), [13, 26, 52, 104]);
        assert_eq!(States.weeks(30), [12, 13, 26, 30]);
        assert_eq!(End.weeks(7), [7]);
        assert_eq!(Referral.weeks(7), [0]);
    }

    #[test]
    fn shares_and_states_stay_below_one_and_cost_is_no_matter_of_families() {
        assert_eq!(Outcome::Danger.limits(), (0.0, 1.0));
        assert_eq!(Outcome::AttendedShare.limits(), (0.0, 1.0));
        assert_eq!(Outcome::WeeksInCare.limits(), (0.0, f64::INFINITY));
        assert_eq!(Outcome::CostNok.less_is_better(), Some(true));
        assert_eq!(Outcome::CostNok.better_for_families(), Neither);
        assert_eq!(Outcome::WeeksInCare.better_for_families(), Lower);
        assert_eq!(Outcome::Concern.less_is_better(), None);
    }
}
