//! One family from week to week: an observer that keeps what passes by.
//!
//! A run counts families and forgets them; a trace keeps one of them whole. The
//! family meets the same weeks here as in a run, because its random numbers follow
//! from its own number.

use crate::engine::Observer;
use crate::engine::chunk;
use crate::engine::random::Streams;
use crate::engine::replicate::{Replicate, Scratch, Task};
use crate::model::arm::ArmModel;
use crate::model::cohort::{CHUNK, Cohort, Engagement, History, Placement};
use crate::model::initial::InitialState;
use crate::scenario::Scenario;

/// A family at the end of one week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FamilyWeek {
    /// Engagement state.
    pub engagement: Engagement,
    /// Placement state.
    pub placement: Placement,
    /// Children placed in the latest episode.
    pub children_in_care: u32,
    /// Risk factors in bits 0-15, protective factors in bits 16-23.
    pub factors: u32,
    /// Life-event shock x, logit.
    pub shock: f32,
    /// Stress s.
    pub stress: f32,
    /// Caregiving capacity c.
    pub capacity: f32,
    /// Child wellbeing w.
    pub wellbeing: f32,
    /// Trust in services τ.
    pub trust: f32,
    /// Danger d.
    pub danger: f32,
    /// The service's concern o.
    pub concern: f32,
    /// Alliance a; 0 unless engaged.
    pub alliance: f32,
    /// Is a rupture open?
    pub rupture: bool,
    /// Visits that could be held this week.
    pub planned: u32,
    /// Visits attended this week.
    pub attended: u32,
    /// Run of missed visits.
    pub missed_run: u32,
    /// Was the helper absent?
    pub helper_absent: bool,
    /// Was the helper replaced?
    pub helper_replaced: bool,
}

/// What stands at the end of follow-up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FamilyEnd {
    /// Engagement state.
    pub engagement: Engagement,
    /// Placement state.
    pub placement: Placement,
    /// Week since referral of the start, or [`NEVER`](crate::model::cohort::NEVER).
    pub start_week: u32,
    /// Week since referral of the exit, or [`NEVER`](crate::model::cohort::NEVER).
    pub exit_week: u32,
    /// Week since referral of the first placement, or [`NEVER`](crate::model::cohort::NEVER).
    pub first_placement_week: u32,
    /// Largest number of children placed in any episode.
    pub children_ever_placed: u32,
    /// Weeks that began in care.
    pub weeks_in_care: u32,
    /// Visits that could be held.
    pub planned: u32,
    /// Visits attended.
    pub attended: u32,
    /// Hours of helper time: visits, travel, reporting.
    pub helper_hours: f32,
}

/// A family under one arm.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyTrace {
    /// Calendar week of referral; above 0 only at a site with an intake.
    pub referral_week: u32,
    /// Weeks since referral, the first one first.
    pub weeks: Vec<FamilyWeek>,
    /// The end of follow-up.
    pub end: FamilyEnd,
}

/// A family at referral; the same under every arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FamilyAtReferral {
    /// Number of the family in its replicate.
    pub family: u32,
    /// Number of children N.
    pub children: u32,
    /// Age of the child, years.
    pub child_age: f32,
    /// Adversity z.
    pub adversity: f32,
    /// Risk factors in bits 0-15, protective factors in bits 16-23.
    pub factors: u32,
    /// Caregiving capacity c.
    pub capacity: f32,
    /// Trust in services τ.
    pub trust: f32,
    /// Child wellbeing w.
    pub wellbeing: f32,
    /// Travel burden D.
    pub travel_burden: f32,
    /// Stigma sensitivity G.
    pub stigma_sensitivity: f32,
    /// Frailty φ in standard deviations.
    pub frailty_unit: f32,
}

/// The family with this number as it is referred in a replicate.
pub fn at_referral(
    scenario: &Scenario,
    draw: u32,
    replicate: u32,
    family: u32,
) -> FamilyAtReferral {
    let mut initial = Box::<InitialState>::default();
    let streams = Streams::new(scenario.seed, draw, replicate);
    chunk::refer(&mut initial, &streams, &scenario.population, family, 1);
    FamilyAtReferral {
        family,
        children: initial.children[0],
        child_age: initial.child_age[0],
        adversity: initial.adversity[0],
        factors: initial.factors[0],
        capacity: initial.capacity[0],
        trust: initial.trust[0],
        wellbeing: initial.wellbeing[0],
        travel_burden: initial.travel_burden[0],
        stigma_sensitivity: initial.stigma_sensitivity[0],
        frailty_unit: initial.frailty_unit[0],
    }
}

/// Follows one family through a replicate under every arm.
///
/// `models` are the arms with the parameters of the draw, in the order of the
/// scenario. An arm with few helpers is simulated with all families of its site,
/// because they wait for each other. `family` must be below `scenario.families`;
/// otherwise nothing is returned.
pub fn trace(
    scenario: &Scenario,
    models: &[ArmModel],
    draw: u32,
    replicate: u32,
    family: u32,
) -> Vec<FamilyTrace> {
    let run = Replicate { scenario, models, draw, replicate, progress: None };
    let mut scratch = Scratch::default();
    let mut traces: Vec<Option<FamilyTrace>> = vec![None; scenario.arms.len()];
    for task in Replicate::tasks(scenario) {
        let task = match task {
            // Of the chunks, the family's own is enough.
            Task::Chunks { first, count } => {
                let own = family / CHUNK as u32;
                if !(first..first + count).contains(&own) {
                    continue;
                }
                Task::Chunks { first: own, count: 1 }
            }
            site @ Task::Site { .. } => site,
        };
        let observe = |_| FamilyObserver::new(family, scenario.horizon_weeks);
        for (arm, observer) in run.perform(task, &mut scratch, observe) {
            traces[arm] = observer.finished();
        }
    }
    traces.into_iter().flatten().collect()
}

/// Keeps the weeks of one family.
#[derive(Debug)]
struct FamilyObserver {
    family: u32,
    horizon_weeks: u32,
    referral_week: u32,
    weeks: Vec<FamilyWeek>,
    /// Visits up to the week before: the dose is kept as a running sum, which also
    /// covers the week in which the family leaves.
    planned_before: f32,
    attended_before: f32,
    end: Option<FamilyEnd>,
}

impl FamilyObserver {
    fn new(family: u32, horizon_weeks: u32) -> Self {
        Self {
            family,
            horizon_weeks,
            referral_week: 0,
            weeks: Vec::with_capacity(horizon_weeks as usize),
            planned_before: 0.0,
            attended_before: 0.0,
            end: None,
        }
    }

    /// Place of the family in the chunk's history, if it is in this chunk.
    fn home(&self, cohort: &Cohort) -> Option<usize> {
        let home = self.family.checked_sub(cohort.first_family)? as usize;
        (home < cohort.families).then_some(home)
    }

    fn finished(self) -> Option<FamilyTrace> {
        Some(FamilyTrace { referral_week: self.referral_week, weeks: self.weeks, end: self.end? })
    }
}

impl Observer for FamilyObserver {
    fn after_week(&mut self, cohort: &Cohort, calendar_week: u32) {
        let Some(home) = self.home(cohort) else {
            return;
        };
        let (state, history) = (&cohort.state, &cohort.history);
        // A family that is yet to be referred to a site has no row in use.
        let Some(row) = (0..cohort.active).find(|row| state.home_row[*row] as usize == home) else {
            return;
        };
        self.referral_week = state.referral_week[row];
        if calendar_week - self.referral_week >= self.horizon_weeks {
            return;
        }
        // The dose moves into the history when the measure ends.
        let engaged = history.engagement[home] == Engagement::Engaged;
        let now = |state: f32, kept: f32| if engaged { state } else { kept };
        let planned = now(state.delivered[row], history.delivered[home]);
        let attended = now(state.visits[row], history.visits[home]);
        self.weeks.push(FamilyWeek {
            engagement: history.engagement[home],
            placement: history.placement[home],
            children_in_care: history.children_in_care[home],
            factors: state.factors[row],
            shock: state.shock[row],
            stress: state.stress[row],
            capacity: state.capacity[row],
            wellbeing: state.wellbeing[row],
            trust: state.trust[row],
            danger: state.danger[row],
            concern: state.concern[row],
            alliance: state.alliance[row],
            rupture: state.rupture[row] > 0.0,
            planned: (planned - self.planned_before) as u32,
            attended: (attended - self.attended_before) as u32,
            missed_run: now(state.missed_run[row], history.missed_run[home]) as u32,
            helper_absent: state.helper_absent[row] > 0.0,
            helper_replaced: state.helper_replaced[row] > 0.0,
        });
        (self.planned_before, self.attended_before) = (planned, attended);
    }

    fn after_follow_up(&mut self, cohort: &Cohort, history: &History) {
        let Some(home) = self.home(cohort) else {
            return;
        };
        self.end = Some(FamilyEnd {
            engagement: history.engagement[home],
            placement: history.placement[home],
            start_week: history.start_week[home],
            exit_week: history.exit_week[home],
            first_placement_week: history.first_placement_week[home],
            children_ever_placed: history.children_ever_placed[home],
            weeks_in_care: history.weeks_in_care[home],
            planned: history.delivered[home] as u32,
            attended: history.visits[home] as u32,
            helper_hours: history.helper_hours[home],
        });
    }
}
