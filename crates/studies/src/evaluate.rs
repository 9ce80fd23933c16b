//! Many points, spread over threads.
//!
//! All points share families, life events and all other random numbers, those of draw 0
//! of the scenario's seed, unless a point asks for those of another draw. What comes back
//! does not depend on the number of threads: sums of a replicate are exact, and each
//! stands in a place of its own.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use homeground_core::engine::chunk::{self, Setting};
use homeground_core::engine::parallel::Progress;
use homeground_core::engine::random::Streams;
use homeground_core::engine::site;
use homeground_core::engine::threads;
use homeground_core::engine::week::Workspace;
use homeground_core::evidence::MODEL_VERSION;
use homeground_core::model::arm::ArmModel;
use homeground_core::model::cohort::CHUNK;
use homeground_core::model::design::UnknownKey;
use homeground_core::model::initial::InitialState;
use homeground_core::outcomes::estimates::{Key, Prices};
use homeground_core::scenario::{Population, Scenario};

use crate::answers::{Answers, Shape};
use crate::outcome_observer::OutcomeObserver;
use crate::point::Point;

/// Family-weeks in a work item, about: long enough that handing it out costs nothing, short
/// enough that threads end together.
const FAMILY_WEEKS_PER_ITEM: u64 = 400_000;

/// Families of a replicate that one thread takes at once.
const FAMILIES_AT_ONCE: u32 = 16_384;

/// Families at referral are kept for all points if they take no more memory than this.
const MOST_KEPT_BYTES: usize = 128 << 20;

/// What is asked: the same outcomes of the same arms at many points.
pub struct Question<'a> {
    /// Name of this question within its study; each has its own checkpoint.
    pub stage: &'a str,
    /// Families, replicates, follow-up and seed; the population where a point says
    /// nothing else.
    pub scenario: &'a Scenario,
    /// What tells these points from other points of the same scenario: the study as
    /// TOML, for instance. A checkpoint of other points is never used.
    pub identity: &'a str,
    /// The outcomes.
    pub outcomes: &'a [Key],
    /// Number of arms at each point.
    pub arms: usize,
    /// Number of points.
    pub points: usize,
    /// Makes a point when it is needed.
    pub point: &'a (dyn Fn(usize) -> Result<Point, UnknownKey> + Sync),
}

/// What keeps a study from its end.
#[derive(Debug, thiserror::Error)]
pub enum EvaluateError {
    /// An arm names something that the tables lack.
    #[error(transparent)]
    Design(#[from] UnknownKey),
    /// Somebody asked it to stop.
    #[error("interrupted")]
    Interrupted,
    /// A checkpoint cannot be written.
    #[error("{0}")]
    Checkpoint(String),
}

/// The state of a question under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageState {
    /// Digest of what was asked.
    pub fingerprint: String,
    /// Which work items are done.
    pub done: Vec<bool>,
    /// The values so far.
    pub values: Vec<f64>,
}

/// Keeps the state of stages, so that an interrupted study can go on.
pub trait CheckpointStore: Send {
    /// What was kept of a stage, if anything.
    fn load(&mut self, stage: &str) -> Option<StageState>;

    /// Is it time to keep the state of a stage that is under way?
    fn is_due(&self) -> bool {
        false
    }

    /// Keeps the state of a stage.
    ///
    /// # Errors
    /// In words, when it cannot be kept.
    fn save(&mut self, stage: &str, saved: &StageState) -> Result<(), String>;
}

/// Keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoCheckpoints;

impl CheckpointStore for NoCheckpoints {
    fn load(&mut self, _: &str) -> Option<StageState> {
        None
    }

    fn save(&mut self, _: &str, _: &StageState) -> Result<(), String> {
        Ok(())
    }
}

impl Question<'_> {
    fn shape(&self) -> Shape {
        Shape {
            points: self.points,
            arms: self.arms,
            outcomes: self.outcomes.len(),
            replicates: self.scenario.replicates as usize,
        }
    }

    /// Family-weeks of all points together.
    pub fn family_weeks(&self) -> u64 {
        self.family_weeks_of_replicate()
            .saturating_mul(u64::from(self.scenario.replicates))
            .saturating_mul(self.points as u64)
    }

    fn family_weeks_of_replicate(&self) -> u64 {
        u64::from(self.scenario.families)
            * u64::from(self.scenario.horizon_weeks)
            * self.arms as u64
    }

    fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        let scenario = Scenario {
            study: None,
            ..self.scenario.clone()
        };
        let outcomes = format!("{:?}", self.outcomes);
        let posterior = scenario.posterior.as_ref().map(|file| file.text.as_str());
        for part in [
            env!("CARGO_PKG_VERSION"),
            &MODEL_VERSION.to_string(),
            &scenario.to_toml(),
            posterior.unwrap_or_default(),
            self.identity,
            self.stage,
            &outcomes,
            &format!("{:?}", self.shape()),
        ] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        hash.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// Simulates all points on the threads of the current rayon pool.
///
/// # Errors
/// [`EvaluateError`]; what was done until then has been kept.
pub fn evaluate(
    question: &Question<'_>,
    progress: &Progress,
    checkpoints: &mut dyn CheckpointStore,
) -> Result<Answers, EvaluateError> {
    let shape = question.shape();
    let plan = WorkPlan::new(question);
    let fingerprint = question.fingerprint();
    let kept = checkpoints.load(question.stage).filter(|kept| {
        kept.fingerprint == fingerprint
            && kept.done.len() == plan.items
            && kept.values.len() == shape.len()
    });
    let state = kept.unwrap_or_else(|| StageState {
        fingerprint,
        done: vec![false; plan.items],
        values: vec![f64::NAN; shape.len()],
    });
    for item in (0..plan.items).filter(|item| state.done[*item]) {
        count(progress, question, plan.replicates(item).len());
    }
    let todo: Vec<usize> = (0..plan.items).filter(|item| !state.done[*item]).collect();
    let referred = Referred::new(question);
    let next = AtomicUsize::new(0);
    let collected = Mutex::new(Collected {
        state,
        checkpoints,
        failure: None,
    });
    let worker = || {
        let mut scratch = Scratch::default();
        while !progress.stop.load(Ordering::Relaxed) {
            let Some(item) = todo.get(next.fetch_add(1, Ordering::Relaxed)) else {
                return;
            };
            let outcome = simulate_item(question, &plan, *item, &referred, &mut scratch, progress);
            let Ok(mut collected) = collected.lock() else {
                return;
            };
            if let Err(error) =
                outcome.and_then(|values| collected.take(question, &plan, *item, values))
            {
                collected.failure.get_or_insert(error);
                progress.stop();
            }
        }
    };
    threads::on_each(worker);
    let Collected {
        state,
        checkpoints,
        failure,
        ..
    } = collected
        .into_inner()
        .unwrap_or_else(|broken| broken.into_inner());
    match failure {
        None | Some(EvaluateError::Interrupted) => {}
        Some(error) => return Err(error),
    }
    checkpoints
        .save(question.stage, &state)
        .map_err(EvaluateError::Checkpoint)?;
    if state.done.contains(&false) {
        return Err(EvaluateError::Interrupted);
    }
    Ok(Answers {
        shape,
        outcomes: question.outcomes.to_vec(),
        values: state.values,
    })
}

/// How points and replicates are cut into work items: each is some replicates of one point.
struct WorkPlan {
    replicates_per_item: usize,
    items_per_point: usize,
    items: usize,
    replicates: usize,
}

impl WorkPlan {
    fn new(question: &Question<'_>) -> WorkPlan {
        let replicates = question.scenario.replicates as usize;
        let work = question.family_weeks_of_replicate().max(1);
        let replicates_per_item =
            (FAMILY_WEEKS_PER_ITEM.div_ceil(work) as usize).clamp(1, replicates.max(1));
        let items_per_point = replicates.div_ceil(replicates_per_item);
        WorkPlan {
            replicates_per_item,
            items_per_point,
            items: items_per_point * question.points,
            replicates,
        }
    }

    fn point(&self, item: usize) -> usize {
        item / self.items_per_point
    }

    fn replicates(&self, item: usize) -> std::ops::Range<usize> {
        let first = (item % self.items_per_point) * self.replicates_per_item;
        first..(first + self.replicates_per_item).min(self.replicates)
    }
}

struct Collected<'a> {
    state: StageState,
    checkpoints: &'a mut dyn CheckpointStore,
    failure: Option<EvaluateError>,
}

impl Collected<'_> {
    /// Takes in the values of an item, by replicate, arm and outcome.
    fn take(
        &mut self,
        question: &Question<'_>,
        plan: &WorkPlan,
        item: usize,
        values: Vec<f64>,
    ) -> Result<(), EvaluateError> {
        let shape = question.shape();
        let mut values = values.into_iter();
        for replicate in plan.replicates(item) {
            for arm in 0..shape.arms {
                for outcome in 0..shape.outcomes {
                    let place = shape.place(plan.point(item), arm, outcome) + replicate;
                    self.state.values[place] = values.next().unwrap_or(f64::NAN);
                }
            }
        }
        self.state.done[item] = true;
        if self.checkpoints.is_due() {
            self.checkpoints
                .save(question.stage, &self.state)
                .map_err(EvaluateError::Checkpoint)?;
        }
        Ok(())
    }
}

/// Memory that a thread reuses from chunk to chunk.
#[derive(Default)]
struct Scratch {
    initial: Box<InitialState>,
    workspace: Box<Workspace>,
}

/// Families at referral: they are the same at every point with the same population.
struct Referred {
    chunks_per_replicate: usize,
    /// Chunks of all replicates; empty where they would take too much memory.
    kept: Vec<InitialState>,
}

impl Referred {
    fn new(question: &Question<'_>) -> Referred {
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
                refer(
                    &mut initial,
                    scenario,
                    &scenario.population,
                    (0, replicate),
                    chunk,
                );
                initial
            }),
        };
        Referred {
            chunks_per_replicate,
            kept,
        }
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

fn count(progress: &Progress, question: &Question<'_>, replicates: usize) {
    let done = question.family_weeks_of_replicate() * replicates as u64;
    progress.family_weeks.fetch_add(done, Ordering::Relaxed);
}

/// One arm, built and priced.
struct BuiltArm {
    model: ArmModel,
    prices: Prices,
}

fn simulate_item(
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
        .map(|arm| BuiltArm {
            model: ArmModel::new(&arm.design),
            prices: Prices::new(&arm.design),
        })
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
            let kept = self
                .referred
                .kept
                .get(place)
                .filter(|_| self.point.draw == 0);
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
            population: self
                .point
                .population
                .as_ref()
                .unwrap_or(&scenario.population),
            horizon_weeks: scenario.horizon_weeks,
        }
    }
}

#[cfg(test)]
mod tests;
