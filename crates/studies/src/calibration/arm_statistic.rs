//! What targets need to know of one arm, and its value.

use homeground_core::scenario::targets::{Measured, State, Statistic};

/// A statistic of one arm in a week.
#[derive(Clone, Debug, PartialEq)]
pub struct ArmStatistic {
    /// What is counted or measured.
    pub kind: StatisticKind,
    /// Weeks since referral.
    pub week: u32,
}

/// A kind of statistic of one arm. A target that compares needs the same of two arms.
#[derive(Clone, Debug, PartialEq)]
pub enum StatisticKind {
    /// A share with events, a dose or a mean.
    Measured(Measured),
    /// Mean and standard deviation of a state.
    Spread(State),
    /// See [`Statistic::HarmGradient`].
    HarmGradient,
    /// See [`Statistic::AllianceOutcome`].
    AllianceOutcome {
        /// Week whose end is meant.
        alliance_week: u32,
    },
    /// See [`Statistic::AllianceDropout`].
    AllianceDropout {
        /// Week whose end is meant.
        alliance_week: u32,
    },
}

impl StatisticKind {
    /// What a statistic needs of its arm, and of its reference.
    pub fn of(statistic: &Statistic) -> StatisticKind {
        match statistic {
            Statistic::Level(measured)
            | Statistic::Ratio(measured)
            | Statistic::Difference(measured) => StatisticKind::Measured(measured.clone()),
            Statistic::StandardisedDifference(state) => StatisticKind::Spread(*state),
            Statistic::HarmGradient => StatisticKind::HarmGradient,
            Statistic::AllianceOutcome { alliance_week } => {
                StatisticKind::AllianceOutcome { alliance_week: *alliance_week }
            }
            Statistic::AllianceDropout { alliance_week } => {
                StatisticKind::AllianceDropout { alliance_week: *alliance_week }
            }
        }
    }

    /// The week whose alliance it remembers, if any.
    pub fn alliance_week(&self) -> Option<u32> {
        match self {
            StatisticKind::AllianceOutcome { alliance_week }
            | StatisticKind::AllianceDropout { alliance_week } => Some(*alliance_week),
            _ => None,
        }
    }
}

/// The value of a statistic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatisticValue {
    /// The share, mean, correlation or difference; NaN where it is not defined.
    pub value: f64,
    /// Standard deviation over families, where the statistic needs it.
    pub deviation: f64,
}
