//! Many points, spread over threads.
//!
//! All points share families, life events and all other random numbers, those of draw 0
//! of the scenario's seed, unless a point asks for those of another draw. What comes back
//! does not depend on the number of threads: sums of a replicate are exact, and each
//! stands in a place of its own.

mod simulation;
#[cfg(test)]
mod tests;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use homeground_core::engine::parallel::Progress;
use homeground_core::engine::threads;
use homeground_core::evidence::MODEL_VERSION;
use homeground_core::model::design::UnknownKey;
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::Scenario;

use crate::answers::{Answers, Shape};
use crate::point::Point;
use simulation::{Referred, Scratch, count, simulate_item};

/// Family-weeks in a work item, about: long enough that handing it out costs nothing, short
/// enough that threads end together.
const FAMILY_WEEKS_PER_ITEM: u64 = 400_000;

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
        let scenario = Scenario { study: None, ..self.scenario.clone() };
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
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
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
    let collected = Mutex::new(Collected { state, checkpoints, failure: None });
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
    let Collected { state, checkpoints, failure, .. } =
        collected.into_inner().unwrap_or_else(|broken| broken.into_inner());
    match failure {
        None | Some(EvaluateError::Interrupted) => {}
        Some(error) => return Err(error),
    }
    checkpoints.save(question.stage, &state).map_err(EvaluateError::Checkpoint)?;
    if state.done.contains(&false) {
        return Err(EvaluateError::Interrupted);
    }
    Ok(Answers { shape, outcomes: question.outcomes.to_vec(), values: state.values })
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
