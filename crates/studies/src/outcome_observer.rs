//! An observer that counts only what the outcomes of a study need.
//!
//! Events, doses and the states at the end are counted once a family, when its
//! follow-up is over. States are summed by week only in the weeks that are asked for.

use homeground_core::engine::Observer;
use homeground_core::model::cohort::{Cohort, History};
use homeground_core::outcomes::estimates::{self, Key, Prices};
use homeground_core::outcomes::tally::{Sampling, Tally};

/// No chunk is looked at for percentiles.
const NO_PERCENTILES: Sampling = Sampling { stride: u64::MAX, offset: 1 };

/// Counts for some outcomes of one arm.
#[derive(Clone, Debug)]
pub struct OutcomeObserver {
    tally: Tally,
    /// Weeks whose states are summed, by number from 0.
    weeks: Vec<bool>,
    /// Is any state asked for?
    any_state: bool,
}

impl OutcomeObserver {
    /// An empty count for these outcomes.
    pub fn new(outcomes: &[Key], horizon_weeks: u32) -> Self {
        let mut weeks = vec![false; horizon_weeks as usize];
        for key in outcomes.iter().filter(|key| key.outcome.is_state()) {
            if let Some(week) = weeks.get_mut((key.week as usize).wrapping_sub(1)) {
                *week = true;
            }
        }
        Self {
            // Groups of families are not told apart.
            tally: Tally::new(horizon_weeks, [0.0; 3], NO_PERCENTILES),
            any_state: weeks.contains(&true),
            weeks,
        }
    }

    /// Takes in what another has counted.
    pub fn add(&mut self, other: Self) {
        self.tally.add(other.tally);
    }

    /// The outcomes in the order of `outcomes`; those that are not defined are NaN.
    pub fn values(&self, outcomes: &[Key], prices: &Prices) -> Vec<f64> {
        let summary = estimates::summary(&self.tally, prices);
        outcomes
            .iter()
            .map(|key| {
                let found = summary.iter().find(|(other, _)| other == key);
                found.map_or(f64::NAN, |(_, value)| *value)
            })
            .collect()
    }
}

impl Observer for OutcomeObserver {
    #[inline(always)]
    fn after_week(&mut self, cohort: &Cohort, calendar_week: u32) {
        if !self.any_state {
            return;
        }
        // Where families are referred one by one, their own weeks differ.
        let wanted = self.weeks.get(calendar_week as usize).copied();
        if !cohort.referred_together || wanted.unwrap_or(false) {
            self.tally.after_week(cohort, calendar_week);
        }
    }

    fn after_follow_up(&mut self, cohort: &Cohort, history: &History) {
        self.tally.after_follow_up(cohort, history);
    }
}
