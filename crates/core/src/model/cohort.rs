//! A chunk of families as columns.
//!
//! Families stand in rows `0..active`; engaged families fill the first rows
//! `0..engaged`, so that the steps that concern only them run over a dense range.
//! A family that starts or leaves a measure changes places with a row at the
//! border ([`Cohort::start_measure`], [`Cohort::leave_measure`]); its number moves
//! with it, so order never matters to what happens to it.

use crate::model::initial::InitialState;

pub use crate::model::columns::{CHUNK, LANES, lanes, lanes_mut, lanes_where};
pub use crate::model::history::{ALLIANCE_WEEK, Engagement, History, NEVER, Placement};
pub use crate::model::state::State;

/// What happened in each week since referral, up to the horizon.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flows {
    /// Families that came into care.
    pub into_care: Vec<u32>,
    /// Families that came home.
    pub out_of_care: Vec<u32>,
    /// Children placed beyond the largest number of earlier episodes.
    pub children_placed: Vec<u32>,
    /// Visits attended.
    pub visits: Vec<u32>,
}

impl Flows {
    /// Nothing has happened yet in any of so many weeks.
    pub fn reset(&mut self, horizon_weeks: u32) {
        for column in [
            &mut self.into_care,
            &mut self.out_of_care,
            &mut self.children_placed,
            &mut self.visits,
        ] {
            column.clear();
            column.resize(horizon_weeks as usize, 0);
        }
    }

    /// Counts in a week; weeks after the horizon are not under observation.
    pub fn count(column: &mut [u32], week: u32, number: u32) {
        if let Some(place) = column.get_mut(week as usize) {
            *place += number;
        }
    }
}

/// A chunk of families.
#[derive(Clone, Debug, Default)]
pub struct Cohort {
    /// Weekly state.
    pub state: State,
    /// What is kept for the end.
    pub history: History,
    /// What happened by week.
    pub flows: Flows,
    /// Number of the first family in the replicate.
    pub first_family: u32,
    /// Number of families in the chunk.
    pub families: usize,
    /// Were all families referred in calendar week 0?
    pub referred_together: bool,
    /// Rows in use: families referred so far.
    pub active: usize,
    /// Rows of engaged families, at the front.
    pub engaged: usize,
}

impl Cohort {
    /// Number of rows that column loops go through: the active ones, rounded up to
    /// whole vectors. Rows beyond `active` hold numbers that nobody reads.
    #[inline(always)]
    pub fn active_rows(&self) -> usize {
        self.active.next_multiple_of(LANES).min(CHUNK)
    }

    /// The same for engaged rows.
    #[inline(always)]
    pub fn engaged_rows(&self) -> usize {
        self.engaged.next_multiple_of(LANES).min(CHUNK)
    }

    /// Number of vectors that hold the engaged rows.
    #[inline(always)]
    pub fn engaged_blocks(&self) -> usize {
        self.engaged_rows() / LANES
    }

    /// Fills the chunk with families that are referred together; none is offered
    /// anything yet.
    ///
    /// `frailty_sd` is the parameter `danger_frailty`.
    pub fn refer(&mut self, initial: &InitialState, frailty_sd: f64, horizon_weeks: u32) {
        self.flows.reset(horizon_weeks);
        let families = initial.families;
        self.first_family = initial.first_family;
        self.families = families;
        self.referred_together = true;
        self.active = families;
        self.engaged = 0;
        self.state = State::default();
        self.history = History::default();
        for row in 0..families {
            self.set_family(initial, row, frailty_sd);
            let history = &mut self.history;
            history.adversity[row] = initial.adversity[row];
            history.initial_factors[row] = initial.factors[row];
            history.children[row] = initial.children[row];
            history.child_age[row] = initial.child_age[row];
            history.start_week[row] = NEVER;
            history.exit_week[row] = NEVER;
            history.first_placement_week[row] = NEVER;
        }
    }

    /// Puts a family as it is at referral into its row.
    pub fn set_family(&mut self, initial: &InitialState, row: usize, frailty_sd: f64) {
        let state = &mut self.state;
        state.family[row] = initial.first_family + row as u32;
        state.home_row[row] = row as u32;
        state.factors[row] = initial.factors[row];
        state.shock[row] = 0.0;
        state.fading_left[row] = 1.0;
        state.capacity[row] = initial.capacity[row];
        state.set_point[row] = initial.capacity[row];
        state.trust[row] = initial.trust[row];
        state.wellbeing[row] = initial.wellbeing[row];
        state.travel_burden[row] = initial.travel_burden[row];
        state.stigma_sensitivity[row] = initial.stigma_sensitivity[row];
        state.frailty[row] = (frailty_sd * f64::from(initial.frailty_unit[row])) as f32;
        state.placement_multiplier[row] = 1.0;
    }

    /// A waiting family meets its helper: its row moves among the engaged.
    ///
    /// Bond and agreement are those of acceptance; trust has not changed since.
    /// `week` counts from the family's referral.
    pub fn start_measure(
        &mut self,
        row: usize,
        helper: u32,
        week: u32,
        (bond, agreement): (f64, f64),
    ) {
        let target = self.engaged;
        self.state.swap_families(row, target);
        self.engaged += 1;
        let (state, history) = (&mut self.state, &mut self.history);
        let home = state.home_row[target] as usize;
        history.engagement[home] = Engagement::Engaged;
        history.started[home] = true;
        history.start_week[home] = week;
        state.helper[target] = helper;
        state.start_week[target] = week;
        state.bond[target] = bond as f32;
        state.agreement[target] = agreement as f32;
        state.alliance[target] = (state.bond[target] + state.agreement[target]) / 2.0;
        state.intrusion_left[target] = 1.0;
        state.stigma_left[target] = 1.0;
    }

    /// An engaged family leaves the measure: its row moves behind the engaged.
    ///
    /// `week` counts from its referral.
    pub fn leave_measure(&mut self, row: usize, outcome: Engagement, week: u32) {
        self.keep_dose(row);
        let (state, history) = (&mut self.state, &mut self.history);
        let home = state.home_row[row] as usize;
        history.engagement[home] = outcome;
        history.exit_week[home] = week;
        self.engaged -= 1;
        self.state.swap_families(row, self.engaged);
        self.state.move_measure(self.engaged, row);
    }

    /// Counts the visits of a week, while those who attended still stand in their rows.
    #[inline(always)]
    pub fn count_visits(&mut self, calendar_week: u32) {
        let state = &self.state;
        if self.referred_together {
            let visits: u32 =
                state.attended[..self.engaged].iter().map(|attended| *attended as i32 as u32).sum();
            Flows::count(&mut self.flows.visits, calendar_week, visits);
            return;
        }
        for row in 0..self.engaged {
            let week = calendar_week - state.referral_week[row];
            Flows::count(&mut self.flows.visits, week, state.attended[row] as u32);
        }
    }

    /// Keeps the alliance of families whose week [`ALLIANCE_WEEK`] has passed.
    #[inline(always)]
    pub fn keep_early_alliance(&mut self, calendar_week: u32) {
        if self.referred_together && calendar_week + 1 != ALLIANCE_WEEK {
            return;
        }
        let (state, history) = (&self.state, &mut self.history);
        for row in 0..self.engaged {
            if calendar_week - state.referral_week[row] + 1 == ALLIANCE_WEEK {
                history.early_alliance[state.home_row[row] as usize] = state.alliance[row];
            }
        }
    }

    /// Writes where a family stands into its history.
    pub fn keep_states(&mut self, row: usize) {
        let (state, history) = (&self.state, &mut self.history);
        let home = state.home_row[row] as usize;
        history.trust[home] = state.trust[row];
        history.capacity[home] = state.capacity[row];
        history.stress[home] = state.stress[row];
        history.wellbeing[home] = state.wellbeing[row];
        history.concern[home] = state.concern[row];
        history.danger[home] = state.danger[row];
    }

    /// Writes what an engaged family has received so far into its history.
    pub fn keep_dose(&mut self, row: usize) {
        let (state, history) = (&self.state, &mut self.history);
        let home = state.home_row[row] as usize;
        history.visits[home] = state.visits[row];
        history.delivered[home] = state.delivered[row];
        history.scheduled[home] = state.scheduled[row];
        history.helper_hours[home] = state.helper_hours[row];
        history.home_visits[home] = state.home_visits[row];
        history.missed_run[home] = state.missed_run[row];
    }
}
