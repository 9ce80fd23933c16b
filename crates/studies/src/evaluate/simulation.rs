//! Simulates the work items of a question.

use std::sync::atomic::Ordering;

use homeground_core::engine::chunk::{self, Setting};
use homeground_core::engine::parallel::Progress;
use homeground_core::engine::random::Streams;
use homeground_core::engine::site;
use homeground_core::engine::threads;
use homeground_core::engine::week::Workspace;
use homeground_core::model::arm::ArmModel;
use homeground_core::model::cohort::CHUNK;
use homeground_core::model::initial::InitialState;
use homeground_core::outcomes::estimates::Prices;
use homeground_core::scenario::{Population, Scenario};

use super::{EvaluateError, Question, WorkPlan};
use crate::outcome_observer::OutcomeObserver;
use crate::point::Point;

/// Families of a replicate that one thread takes at once.
pub(super) const FAMILIES_AT_ONCE: u32 = 16_384;

/// Families at referral are kept for all points if they take no more memory than this.
const MOST_KEPT_BYTES: usize = 128 << 20;

/// Memory that a thread reuses from chunk to chunk.
#[derive(Default)]
pub(super) struct Scratch {
    initial: Box<InitialState>,
    workspace: Box<Workspace>,
}

/// Families at referral: they are the same at every point with the same population.
pub(super) struct Referred {
    chunks_per_replicate: usize,
    /// Chunks of all replicates; empty where they would take too much memory.
    kept: Vec<InitialState>,
}

impl Referred {
    pub(super) fn new(question: &Question<'_>) -> Referred {
        let scenario = question.scenario;
        let chunks_per_replicate = scenario.families.div_ceil(CHUNK as u32) as usize;
        let chunks = chunks_per_replicate.saturating_mul(scenario.replicates as usize);
        let fits = chunks.saturating_mul(size_of::<InitialState>()) <= MOST_KEPT_BYTES;
        let kept = match fits && question.points > 1 {
            false => Vec::new(),
            true => threads::map(chunks, |index| {
                let mut initial = InitialState::default();
                let replicate = (index / chunks_per_replicate) as u32;
                let chunk = (index % chunks_per_replicate) as u32;
                refer(&mut initial, scenario, &scenario.population, (0, replicate), chunk);
                initial
            }),
        };
        Referred { chunks_per_replicate, kept }
    }
}

fn refer(
    initial: &mut InitialState,
    scenario: &Scenario,
    population: &Population,
    (draw, replicate): (u32, u32),
    chunk: u32,
) {
    let first = chunk * CHUNK as u32;
    let families = (scenario.families - first).min(CHUNK as u32);
    let streams = Streams::new(scenario.seed, draw, replicate);
    chunk::refer(initial, &streams, population, first, families as usize);
}

/// Counts replicates of a point as done.
pub(super) fn count(progress: &Progress, question: &Question<'_>, replicates: usize) {
    let done = question.family_weeks_of_replicate() * replicates as u64;
    progress.family_weeks.fetch_add(done, Ordering::Relaxed);
}

/// One arm, built and priced.
struct BuiltArm {
    model: ArmModel,
    prices: Prices,
}

/// The outcomes of a work item, by replicate, arm and outcome.
pub(super) fn simulate_item(
    question: &Question<'_>,
    plan: &WorkPlan,
    item: usize,
    referred: &Referred,
    scratch: &mut Scratch,
    progress: &Progress,
) -> Result<Vec<f64>, EvaluateError> {
    let point = (question.point)(plan.point(item))?;
    let built: Vec<BuiltArm> = point
        .arms
        .iter()
        .map(|arm| BuiltArm { model: ArmModel::new(&arm.design), prices: Prices::new(&arm.design) })
        .collect();
    let mut values = Vec::new();
    for replicate in plan.replicates(item) {
        let work = PointReplicate {
            question,
            point: &point,
            built: &built,
            referred,
            replicate: replicate as u32,
            progress,
        };
        let observers = work.replicate(scratch);
        if progress.stop.load(Ordering::Relaxed) {
            return Err(EvaluateError::Interrupted);
        }
        for (observer, arm) in observers.iter().zip(&built) {
            values.extend(observer.values(question.outcomes, &arm.prices));
        }
        count(progress, question, 1);
    }
    Ok(values)
}

/// One replicate of one point.
struct PointReplicate<'a> {
    question: &'a Question<'a>,
    point: &'a Point,
    built: &'a [BuiltArm],
    referred: &'a Referred,
    replicate: u32,
    progress: &'a Progress,
}

impl PointReplicate<'_> {
    fn replicate(&self, scratch: &mut Scratch) -> Vec<OutcomeObserver> {
        let families = self.question.scenario.families;
        let chunks = families.div_ceil(CHUNK as u32);
        let mut observers = if families <= FAMILIES_AT_ONCE {
            self.chunks(0..chunks, scratch)
        } else {
            let step = FAMILIES_AT_ONCE / CHUNK as u32;
            let parts = chunks.div_ceil(step) as usize;
            let counted = threads::map_with(parts, Scratch::default, |scratch, part| {
                let first = part as u32 * step;
                self.chunks(first..(first + step).min(chunks), scratch)
            });
            let mut sums = self.empty();
            for more in counted {
                for (sum, more) in sums.iter_mut().zip(more) {
                    sum.add(more);
                }
            }
            sums
        };
        for (index, arm) in self.point.arms.iter().enumerate() {
            if let Some(capacity) = arm.capacity {
                let stop = || self.progress.stop.load(Ordering::Relaxed);
                site::simulate(
                    &self.setting(index),
                    capacity,
                    families,
                    &mut observers[index],
                    stop,
                );
            }
        }
        observers
    }

    fn empty(&self) -> Vec<OutcomeObserver> {
        let horizon = self.question.scenario.horizon_weeks;
        let observer = OutcomeObserver::new(self.question.outcomes, horizon);
        vec![observer; self.point.arms.len()]
    }

    /// Chunks of families under all arms whose helpers are without limit.
    fn chunks(&self, chunks: std::ops::Range<u32>, scratch: &mut Scratch) -> Vec<OutcomeObserver> {
        let mut observers = self.empty();
        let unlimited: Vec<usize> = (0..self.point.arms.len())
            .filter(|arm| self.point.arms[*arm].capacity.is_none())
            .collect();
        if unlimited.is_empty() {
            return observers;
        }
        for chunk in chunks {
            if self.progress.stop.load(Ordering::Relaxed) {
                break;
            }
            let place =
                self.replicate as usize * self.referred.chunks_per_replicate + chunk as usize;
            let kept = self.referred.kept.get(place).filter(|_| self.point.draw == 0);
            let initial = match (&self.point.population, kept) {
                (None, Some(kept)) => kept,
                (population, _) => {
                    let scenario = self.question.scenario;
                    let population = population.as_ref().unwrap_or(&scenario.population);
                    let number = (self.point.draw, self.replicate);
                    refer(&mut scratch.initial, scenario, population, number, chunk);
                    &scratch.initial
                }
            };
            for arm in &unlimited {
                chunk::simulate(
                    &self.setting(*arm),
                    initial,
                    &mut scratch.workspace,
                    &mut observers[*arm],
                );
            }
        }
        observers
    }

    fn setting(&self, arm: usize) -> Setting<'_> {
        let scenario = self.question.scenario;
        Setting {
            model: &self.built[arm].model,
            streams: Streams::new(scenario.seed, self.point.draw, self.replicate),
            population: self.point.population.as_ref().unwrap_or(&scenario.population),
            horizon_weeks: scenario.horizon_weeks,
        }
    }
}
