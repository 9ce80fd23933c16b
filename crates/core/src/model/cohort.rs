//! A chunk of families as columns.
//!
//! Families stand in rows `0..active`; engaged families fill the first rows
//! `0..engaged`, so that the steps that concern only them run over a dense range.
//! A family that starts or leaves a measure changes places with a row at the
//! border ([`Cohort::start_measure`], [`Cohort::leave_measure`]); its number moves
//! with it, so order never matters to its fate.

use crate::model::initial::InitialState;

/// Families in a chunk: its columns stay in the processor's first cache.
pub const CHUNK: usize = 128;

/// Rows are worked on in groups of so many, the widest vector in use.
pub const LANES: usize = 16;

/// Engagement states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Engagement {
    /// No helper measure is offered.
    #[default]
    Untreated = 0,
    /// Offered and declined.
    Declined,
    /// Accepted and waiting for the first visit.
    Waiting,
    /// In the measure.
    Engaged,
    /// Ended as agreed.
    Completed,
    /// The family left.
    DroppedOut,
    /// The service ended it after missed visits.
    Terminated,
    /// Time ran out without completion.
    Expired,
    /// A placement ended it.
    EndedByPlacement,
}

/// Placement states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Placement {
    /// Never placed.
    #[default]
    Home = 0,
    /// In care.
    Placed,
    /// Home again after a placement.
    Reunified,
}

/// A week number that means "not yet" or "never".
pub const NEVER: u32 = u32::MAX;

/// One vector of a column: rows `16·block` to `16·block + 15`.
#[inline(always)]
pub fn lanes<T>(column: &[T; CHUNK], block: usize) -> &[T; LANES] {
    &column.as_chunks().0[block]
}

/// [`lanes`], to write.
#[inline(always)]
pub fn lanes_mut<T>(column: &mut [T; CHUNK], block: usize) -> &mut [T; LANES] {
    &mut column.as_chunks_mut().0[block]
}

/// The lanes of a vector where a condition holds, as bits; the loop becomes a
/// comparison of whole vectors.
#[inline(always)]
pub fn lanes_where(condition: impl Fn(usize) -> bool) -> u32 {
    let mut bits = 0;
    for lane in 0..LANES {
        bits |= if condition(lane) { 1 << lane } else { 0 };
    }
    bits
}

macro_rules! columns {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)+ }) => {
        $(#[$doc])*
        // Vectors of 64 bytes that straddle two cache lines are loaded at half speed.
        #[repr(align(64))]
        #[derive(Clone, Debug)]
        pub struct $name { $($(#[$field_doc])* pub $field: [$kind; CHUNK],)+ }

        impl Default for $name {
            fn default() -> Self {
                Self { $($field: [<$kind>::default(); CHUNK],)+ }
            }
        }
    };
}

/// Columns of a state in two groups: of the family, and of its measure.
macro_rules! state_columns {
    (
        $(#[$doc:meta])* $name:ident
        family { $($(#[$family_doc:meta])* $family:ident: $family_kind:ty,)+ }
        measure { $($(#[$measure_doc:meta])* $measure:ident: $measure_kind:ty,)+ }
    ) => {
        columns!($(#[$doc])* $name {
            $($(#[$family_doc])* $family: $family_kind,)+
            $($(#[$measure_doc])* $measure: $measure_kind,)+
        });

        impl $name {
            /// Exchanges two families that are in no measure.
            fn swap_families(&mut self, first: usize, second: usize) {
                $(self.$family.swap(first, second);)+
            }

            /// Takes the measure of one row to another, and leaves nothing behind.
            fn move_measure(&mut self, from: usize, to: usize) {
                $(
                    self.$measure[to] = self.$measure[from];
                    self.$measure[from] = <$measure_kind>::default();
                )+
            }
        }
    };
}

macro_rules! history_columns {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)+ }) => {
        columns!($(#[$doc])* $name { $($(#[$field_doc])* $field: $kind,)+ });

        impl $name {
            /// Copies one row of every column.
            pub fn copy_row(&mut self, from: &Self, row: usize) {
                $(self.$field[row] = from.$field[row];)+
            }
        }
    };
}

state_columns!(
    /// State that the weekly loop reads and writes; rows move.
    State
    family {
        /// Number of the family in its replicate.
        family: u32,
        /// Row of the family in [`History`] (its place in the chunk).
        home_row: u32,
        /// Calendar week of referral.
        referral_week: u32,

        /// Present risk factors in bits 0-15, protective factors in bits 16-23.
        factors: u32,
        /// Yearly rates of change over 52, before any measure.
        factor_hazard: f32,
        /// Part of `factor_hazard` that the helper measure speeds up.
        targeted_hazard: f32,
        /// What compensating measures with follow-up add to the hazard.
        kept_hazard: f32,
        /// What compensating measures without follow-up add before they fade.
        fading_hazard: f32,
        /// Effect left of measures without follow-up, 1 at referral.
        fading_left: f32,
        /// Logit of stress from factors alone.
        stress_offset: f32,
        /// Logit of danger from frailty and factors alone.
        danger_offset: f32,
        /// Logit of wellbeing from factors alone.
        wellbeing_offset: f32,
        /// Fit of the measure to the present risks, f.
        fit: f32,

        /// Life-event shock x, logit.
        shock: f32,
        /// Stress s.
        stress: f32,
        /// Caregiving capacity c.
        capacity: f32,
        /// Set-point of capacity c̄.
        set_point: f32,
        /// Child wellbeing w.
        wellbeing: f32,
        /// Trust in services τ.
        trust: f32,
        /// The service's concern o.
        concern: f32,
        /// Danger d.
        danger: f32,
        /// Travel burden D.
        travel_burden: f32,
        /// Stigma sensitivity G.
        stigma_sensitivity: f32,
        /// Danger that no listed factor explains, φ.
        frailty: f32,

        /// 1 while in care, else 0.
        in_care: f32,
        /// What the placement hazard is multiplied by: 1 at home, 0 in care, `reentry` after.
        placement_multiplier: f32,
    }
    measure {
        /// Bond b; 0 unless engaged.
        bond: f32,
        /// Agreement g; 0 unless engaged.
        agreement: f32,
        /// Alliance a = (b + g)/2; 0 unless engaged.
        alliance: f32,
        /// 1 while a rupture is open, else 0.
        rupture: f32,
        /// Helper that the family has, as a row of the helpers.
        helper: u32,
        /// Week since referral in which the measure started.
        start_week: u32,
        /// Visits attended so far, V.
        visits: f32,
        /// e^(−V/`intrusion_visits`).
        intrusion_left: f32,
        /// e^(−V/`stigma_visits`).
        stigma_left: f32,
        /// Run of missed visits.
        missed_run: f32,
        /// Planned visits that could be held.
        delivered: f32,
        /// Planned visits before overload and absence.
        scheduled: f32,
        /// Planned rate of need-based levels after overload, visits per week.
        need_rate: f32,
        /// Planned rate of need-based levels, visits per week.
        need_planned: f32,
        /// Accumulated fraction of a planned visit under need-based levels.
        planned_fraction: f32,
        /// Hours of helper time: visits, travel, reporting.
        helper_hours: f32,
        /// Visits held at home.
        home_visits: f32,

        /// Visits planned this week.
        planned: f32,
        /// Visits attended this week; 0 unless engaged.
        attended: f32,
        /// Skill of the helper this week.
        skill: f32,
        /// 1 when the helper is absent this week.
        helper_absent: f32,
        /// 1 when the helper was replaced this week.
        helper_replaced: f32,
        /// Perceived coercion C.
        coercion: f32,
        /// Intrusion I.
        intrusion: f32,
        /// Stigma S.
        stigma: f32,
        /// Burden U.
        burden: f32,
        /// Uniform that decides dropout this week.
        dropout_draw: f32,
        /// What this week's contact shows the service; 0 unless engaged.
        seen: f32,
        /// What this week's control takes from danger, logit; 0 unless engaged.
        calmed: f32,
    }
);

history_columns!(
    /// What is kept about each family for the end, in the order of their numbers.
    History {
        /// Adversity z.
        adversity: f32,
        /// Factors at referral, as in [`State::factors`].
        initial_factors: u32,
        /// Number of children N.
        children: u32,
        /// Age of the child at referral, years.
        child_age: f32,
        /// Engagement state.
        engagement: Engagement,
        /// Did the family accept?
        accepted: bool,
        /// Did the measure start (a first visit became possible)?
        started: bool,
        /// Week since referral of the start, or [`NEVER`].
        start_week: u32,
        /// Week since referral of the exit from the measure or the queue, or [`NEVER`].
        exit_week: u32,
        /// Placement state.
        placement: Placement,
        /// Week since referral of the first placement, or [`NEVER`].
        first_placement_week: u32,
        /// Week since referral of the latest placement.
        latest_placement_week: u32,
        /// Children placed in the latest episode.
        children_in_care: u32,
        /// Largest number of children placed in any episode.
        children_ever_placed: u32,
        /// Number of placements.
        placements: u32,
        /// Number of reunifications.
        reunifications: u32,
        /// Weeks that began in care.
        weeks_in_care: u32,
        /// The same, counted for each child placed.
        child_weeks_in_care: u32,
        /// Visits attended.
        visits: f32,
        /// Visits that could be held.
        delivered: f32,
        /// Visits planned before overload and absence.
        scheduled: f32,
        /// Hours of helper time.
        helper_hours: f32,
        /// Visits held at home.
        home_visits: f32,
        /// Run of missed visits when the measure ended.
        missed_run: f32,
        /// Alliance at the end of week [`ALLIANCE_WEEK`], 0 when not engaged then.
        early_alliance: f32,
        /// Trust at the horizon.
        trust: f32,
        /// Capacity at the horizon.
        capacity: f32,
        /// Stress at the horizon.
        stress: f32,
        /// Wellbeing at the horizon.
        wellbeing: f32,
        /// Concern at the horizon.
        concern: f32,
        /// Danger at the horizon.
        danger: f32,
    }
);

/// Week at whose end the early alliance is read.
pub const ALLIANCE_WEEK: u32 = 12;

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
            let visits: u32 = state.attended[..self.engaged]
                .iter()
                .map(|attended| *attended as i32 as u32)
                .sum();
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
