//! Spreads replicates over threads and hands them back in order.
//!
//! What comes back does not depend on the number of threads: parts of a replicate
//! are merged by an operation in which order does not matter, and replicates are
//! consumed in their order.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;

use crate::engine::Observer;
use crate::engine::draws;
use crate::engine::replicate::{Desk, Replicate, Task};
use crate::model::arm::ArmModel;
use crate::model::design::{Design, UnknownKey};
use crate::scenario::Scenario;

/// Replicates in flight at once: enough to keep many cores busy, few enough that
/// the sums of each take little memory.
pub const WINDOW: u64 = 16;

/// How far a run has come; may be read from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// Family-weeks simulated so far.
    pub family_weeks: AtomicU64,
    /// Set to stop the run soon.
    pub stop: AtomicBool,
}

impl Progress {
    /// Asks the run to stop soon.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// The run was stopped before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RunError {
    /// Somebody asked it to stop.
    #[error("interrupted")]
    Interrupted,
}

/// An observer whose parts can be put together in any order.
pub trait Merge: Observer + Send {
    /// Takes in what another has observed.
    fn merge(&mut self, other: Self);
}

/// What a replicate is handed back with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Parameter draw.
    pub draw: u32,
    /// Replicate under that draw.
    pub replicate: u32,
}

/// The arms of a scenario under one parameter draw.
///
/// # Errors
/// When an arm names something that the tables lack; a checked scenario never does.
pub fn models(scenario: &Scenario, draw: u32) -> Result<Vec<ArmModel>, UnknownKey> {
    let parameters = draws::parameters(scenario, draw);
    scenario
        .arms
        .iter()
        .map(|arm| Design::new(arm, &parameters).map(|design| ArmModel::new(&design)))
        .collect()
}

/// Simulates all draws and replicates on the threads of the current rayon pool.
///
/// `window` is the number of replicates held in memory at once, at most [`WINDOW`];
/// `observe` makes an observer for an arm of a replicate; `consume` receives the
/// observers of all arms, replicate after replicate, draw after draw.
///
/// # Errors
/// [`RunError::Interrupted`] when `progress.stop` was set.
pub fn run<O: Merge>(
    scenario: &Scenario,
    models: impl Fn(u32) -> Vec<ArmModel> + Sync,
    progress: &Progress,
    window: u64,
    observe: impl Fn(Number, usize) -> O + Sync,
    mut consume: impl FnMut(Number, Vec<O>),
) -> Result<(), RunError> {
    let tasks = Replicate::tasks(scenario);
    let total = u64::from(draws::count(scenario)) * u64::from(scenario.replicates);
    let window_size = window.clamp(1, WINDOW);
    let mut first = 0;
    while first < total {
        let window: Vec<Number> = (first..total.min(first + window_size))
            .map(|index| Number {
                draw: (index / u64::from(scenario.replicates)) as u32,
                replicate: (index % u64::from(scenario.replicates)) as u32,
            })
            .collect();
        let finished: Vec<Option<Vec<O>>> = window
            .par_iter()
            .map_init(
                || None::<(u32, Vec<ArmModel>)>,
                |known, number| {
                    if known.as_ref().is_none_or(|(draw, _)| *draw != number.draw) {
                        *known = Some((number.draw, models(number.draw)));
                    }
                    let (_, models) = known.as_ref()?;
                    let replicate = Replicate {
                        scenario,
                        models,
                        draw: number.draw,
                        replicate: number.replicate,
                        stop: Some(&progress.stop),
                    };
                    one_replicate(&replicate, &tasks, progress, |arm| observe(*number, arm))
                },
            )
            .collect();
        if progress.stop.load(Ordering::Relaxed) {
            return Err(RunError::Interrupted);
        }
        for (number, observers) in window.iter().zip(finished) {
            consume(*number, observers.ok_or(RunError::Interrupted)?);
        }
        first += window_size;
    }
    Ok(())
}

fn one_replicate<O: Merge>(
    replicate: &Replicate,
    tasks: &[Task],
    progress: &Progress,
    observe: impl Fn(usize) -> O + Sync,
) -> Option<Vec<O>> {
    let arms = replicate.scenario.arms.len();
    let merged: Vec<Mutex<Option<O>>> = (0..arms).map(|_| Mutex::new(None)).collect();
    tasks.par_iter().for_each_init(Desk::default, |desk, task| {
        if progress.stop.load(Ordering::Relaxed) {
            return;
        }
        for (arm, observer) in replicate.perform(*task, desk, &observe) {
            let mut place = lock(&merged[arm]);
            match place.as_mut() {
                Some(sum) => sum.merge(observer),
                None => *place = Some(observer),
            }
        }
        let done = family_weeks(replicate.scenario, *task);
        progress.family_weeks.fetch_add(done, Ordering::Relaxed);
    });
    merged
        .into_iter()
        .map(|place| {
            place
                .into_inner()
                .unwrap_or_else(|broken| broken.into_inner())
        })
        .collect()
}

/// A thread that panicked elsewhere leaves the sum whole: it is only ever merged into.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|broken| broken.into_inner())
}

/// Family-weeks of follow-up in a task.
fn family_weeks(scenario: &Scenario, task: Task) -> u64 {
    let unlimited = scenario.arms.iter().filter(|arm| arm.capacity.is_none());
    let (families, arms) = match task {
        Task::Chunks { first, count } => {
            let chunk = crate::model::cohort::CHUNK as u64;
            let from = u64::from(first) * chunk;
            let to = (from + u64::from(count) * chunk).min(u64::from(scenario.families));
            (to - from, unlimited.count() as u64)
        }
        Task::Site { .. } => (u64::from(scenario.families), 1),
    };
    families * arms * u64::from(scenario.horizon_weeks)
}

/// Family-weeks of follow-up in a whole run.
pub fn total_family_weeks(scenario: &Scenario) -> u64 {
    let replicates = u64::from(draws::count(scenario)) * u64::from(scenario.replicates);
    let tasks = Replicate::tasks(scenario);
    replicates.saturating_mul(
        tasks
            .iter()
            .map(|task| family_weeks(scenario, *task))
            .sum::<u64>(),
    )
}
