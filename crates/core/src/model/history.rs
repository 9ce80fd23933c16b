//! What is kept about each family for the end.

use crate::model::columns::{CHUNK, columns};

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

/// Week at whose end the early alliance is read.
pub const ALLIANCE_WEEK: u32 = 12;

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

history_columns!(
    /// What is kept about each family for the end, in the order of their numbers.
    History {
        /// Adversity z.
        adversity: f32,
        /// Factors at referral, as in `State::factors`.
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
