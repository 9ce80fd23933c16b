//! A chunk of families through all weeks, with helpers without limit: every
//! accepting family has a helper at once, `caseload` families to a helper by number.

use crate::engine::Observer;
use crate::engine::random::{Block, Streams};
use crate::engine::vector::{self, VectorKernel};
use crate::engine::week::{Week, Workspace};
use crate::model::arm::{ArmModel, MeasureModel};
use crate::model::cohort::{CHUNK, Cohort, Engagement, LANES, NEVER, Placement};
use crate::model::helpers::{HelperWeek, Helpers};
use crate::model::initial::{InitialState, UNIFORMS, Uniforms, open};
use crate::model::parameters::Constants;
use crate::scenario::Population;

/// What all chunks of an arm share.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The arm.
    pub model: &'a ArmModel,
    /// Random numbers of the replicate.
    pub streams: Streams,
    /// Who the families are.
    pub population: &'a Population,
    /// Weeks of follow-up.
    pub horizon_weeks: u32,
}

/// Families at referral; the same under every arm.
pub fn refer(
    initial: &mut InitialState,
    streams: &Streams,
    population: &Population,
    first_family: u32,
    families: usize,
) {
    initial.first_family = first_family;
    initial.families = families;
    vector::run(Referral { initial, streams, population });
}

struct Referral<'a> {
    initial: &'a mut InitialState,
    streams: &'a Streams,
    population: &'a Population,
}

impl VectorKernel for Referral<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { initial, streams, population } = self;
        let mut uniforms: Uniforms = [[0.0; CHUNK]; UNIFORMS];
        streams.fill_initial(initial.first_family, &mut uniforms);
        initial.set_families(&uniforms, population, Constants::standard());
    }
}

/// Simulates one chunk under one arm through all weeks.
pub fn simulate(
    setting: &Setting,
    initial: &InitialState,
    workspace: &mut Workspace,
    observer: &mut impl Observer,
) {
    begin(setting, initial, &mut workspace.cohort);
    let mut helpers = HelperPool::of_chunk(setting, initial);
    for calendar_week in 0..setting.horizon_weeks {
        advance(setting, &mut helpers, workspace, calendar_week);
        observer.after_week(&workspace.cohort, calendar_week);
    }
    end(&mut workspace.cohort, setting.horizon_weeks);
    let cohort = &workspace.cohort;
    observer.after_follow_up(cohort, &cohort.history);
}

/// Lets a week pass for helpers and families.
fn advance(
    setting: &Setting,
    helpers: &mut HelperPool,
    workspace: &mut Workspace,
    calendar_week: u32,
) {
    let model = setting.model;
    if let Some(measure) = &model.measure {
        let first_week = calendar_week == measure.wait_weeks;
        if first_week || workspace.cohort.engaged > 0 {
            helpers.advance(&measure.helpers, &setting.streams, calendar_week);
        }
        if first_week {
            start_waiting(measure, &mut workspace.cohort, helpers, calendar_week);
        }
    }
    workspace.advance(&Week {
        model,
        streams: &setting.streams,
        helpers: &helpers.week,
        referral_concern: setting.population.referral_concern,
        calendar_week,
    });
}

/// Refers the families and asks them: step zero of the model.
pub(crate) fn begin(setting: &Setting, initial: &InitialState, cohort: &mut Cohort) {
    let model = setting.model;
    cohort.refer(initial, model.danger_frailty, setting.horizon_weeks);
    for row in 0..cohort.families {
        model.factors.refresh(&mut cohort.state, row);
    }
    let Some(measure) = &model.measure else {
        return;
    };
    let mut uniforms = [[0.0; CHUNK]; 4];
    let [accepts, b, c, d] = &mut uniforms;
    setting.streams.fill_fast(
        &cohort.state.family,
        &[0; CHUNK],
        0,
        Block::Acceptance,
        [accepts, b, c, d],
    );
    for (row, uniform) in uniforms[0][..cohort.families].iter().enumerate() {
        let probability = measure.acceptance.probability(
            f64::from(cohort.state.trust[row]),
            f64::from(cohort.state.stigma_sensitivity[row]),
        );
        let accepts = f64::from(*uniform) < probability;
        cohort.history.accepted[row] = accepts;
        cohort.history.engagement[row] =
            if accepts { Engagement::Waiting } else { Engagement::Declined };
    }
}

/// All families that still wait meet their helpers.
fn start_waiting(measure: &MeasureModel, cohort: &mut Cohort, helpers: &HelperPool, week: u32) {
    for row in 0..cohort.active {
        let home = cohort.state.home_row[row] as usize;
        if cohort.history.engagement[home] == Engagement::Waiting {
            let helper = cohort.state.family[row] / measure.caseload - helpers.first;
            let trust = f64::from(cohort.state.trust[row]);
            let alliance = measure.acceptance.first_alliance(trust);
            cohort.start_measure(row, helper, week, alliance);
        }
    }
}

/// Writes what is still open at the end of follow-up into the history.
fn end(cohort: &mut Cohort, horizon_weeks: u32) {
    for row in 0..cohort.engaged {
        cohort.keep_dose(row);
    }
    for row in 0..cohort.active {
        cohort.keep_states(row);
    }
    for home in 0..cohort.families {
        close(&mut cohort.history, home, horizon_weeks);
    }
}

/// Closes the history of one family at its horizon.
pub(crate) fn close(history: &mut crate::model::cohort::History, home: usize, horizon_weeks: u32) {
    let in_care = history.placement[home] == Placement::Placed;
    if in_care && history.latest_placement_week[home] != NEVER {
        history.end_care(home, horizon_weeks - 1);
    }
}

/// Helpers with consecutive numbers.
#[derive(Debug, Default)]
pub(crate) struct HelperPool {
    /// Number of the first.
    pub first: u32,
    /// Their week.
    pub week: HelperWeek,
}

impl HelperPool {
    /// The helpers of a chunk's families, none where there is no measure.
    fn of_chunk(setting: &Setting, initial: &InitialState) -> Self {
        let Some(measure) = &setting.model.measure else {
            return Self::default();
        };
        let first = initial.first_family / measure.caseload;
        let last = (initial.first_family + initial.families as u32 - 1) / measure.caseload;
        Self::new(&measure.helpers, &setting.streams, first, last - first + 1)
    }

    /// Helpers `first..first + count` with their first skills.
    pub fn new(helpers: &Helpers, streams: &Streams, first: u32, count: u32) -> Self {
        let skill = (first..first + count)
            .map(|helper| {
                let [uniform, ..] = streams.uniforms(helper, 0, Block::FirstHelper);
                helpers.skill(open(uniform)) as f32
            })
            .collect();
        Self {
            first,
            week: HelperWeek {
                skill,
                absent: vec![0.0; count as usize],
                replaced: vec![0.0; count as usize],
            },
        }
    }

    /// (1) Absence and replacement this week.
    pub fn advance(&mut self, helpers: &Helpers, streams: &Streams, week: u32) {
        /// Helpers whose numbers are drawn at once.
        const BATCH: usize = 2 * LANES;
        let absence_chance = helpers.absence_chance as f32;
        let replacement_chance = helpers.replacement_chance as f32;
        let count = self.week.skill.len();
        let mut uniforms = [[0.0; BATCH]; 4];
        for first in (0..count).step_by(BATCH) {
            let numbers: [u32; BATCH] =
                std::array::from_fn(|row| self.first.wrapping_add((first + row) as u32));
            let [absence, replacement, skill, spare] = &mut uniforms;
            streams.fill_fast(
                &numbers,
                &[0; BATCH],
                week,
                Block::Helper,
                [absence, replacement, skill, spare],
            );
            let here = first..count.min(first + BATCH);
            for (absent, uniform) in self.week.absent[here.clone()].iter_mut().zip(&*absence) {
                *absent = if *uniform < absence_chance { 1.0 } else { 0.0 };
            }
            for (row, helper) in here.enumerate() {
                let replaced = replacement[row] < replacement_chance;
                self.week.replaced[helper] = if replaced { 1.0 } else { 0.0 };
                if replaced {
                    self.week.skill[helper] = helpers.skill(open(skill[row])) as f32;
                }
            }
        }
    }
}
