//! Time and parallelism: random numbers by slot, the week, chunks, sites, runs.
//!
//! | file | holds |
//! | --- | --- |
//! | `philox` | the counter-based generator |
//! | [`random`] | its numbers by slot |
//! | `random_wide` | the same numbers in vectors of 512 bits |
//! | [`draws`] | parameter values of one draw |
//! | [`week`] | the steps of one week for one chunk of families |
//! | [`chunk`] | a chunk through all weeks, helpers without limit |
//! | [`site`] | a site with few helpers and a waiting list |
//! | [`threads`] | the threads there are |
//! | [`vector`] | the same loop for the widest vectors of the machine |
//! | [`replicate`] | all families of a replicate under one arm |
//! | [`share`] | a run as one list of tasks, and shares of it |
//!
//! The engine knows no thread, file or clock; `ordered_queue` and `parallel` (part of the
//! program, not of the browser build) spread its work over threads. What is measured is
//! up to an [`Observer`].

pub mod chunk;
pub mod draws;
pub mod ordered_queue;
pub mod parallel;
mod philox;
pub mod random;
#[cfg(target_arch = "x86_64")]
mod random_wide;
pub mod replicate;
pub mod share;
pub mod site;
pub mod threads;
pub mod vector;
pub mod week;

use crate::model::cohort::{Cohort, History};

/// Observes families while they are simulated.
pub trait Observer {
    /// After every week of a chunk. Rows `0..cohort.active` are in use; a row is
    /// under observation while its own week, `calendar_week` less its week of
    /// referral, is below the horizon.
    fn after_week(&mut self, cohort: &Cohort, calendar_week: u32);

    /// When follow-up of all families of a chunk is over: what happened to each, in
    /// the rows `0..cohort.families` of `history`, the first being family
    /// `cohort.first_family` of the replicate.
    fn after_follow_up(&mut self, cohort: &Cohort, history: &History);
}

/// Observes nothing; for measuring the engine alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unobserved;

impl Observer for Unobserved {
    #[inline(always)]
    fn after_week(&mut self, _: &Cohort, _: u32) {}

    #[inline(always)]
    fn after_follow_up(&mut self, _: &Cohort, _: &History) {}
}
