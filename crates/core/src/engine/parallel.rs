//! Carries out the tasks of a run on many threads.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::engine::Observer;
use crate::engine::draws;
use crate::engine::line::{self, Halt};
use crate::engine::replicate::{Desk, Replicate, Task, Watcher};
use crate::engine::share::TaskList;
use crate::model::arm::ArmModel;
use crate::model::design::{Design, UnknownKey};
use crate::scenario::Scenario;

pub use crate::engine::share::Number;

/// How far a run has come; may be read from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// Family-weeks simulated so far, those of earlier processes included.
    pub family_weeks: AtomicU64,
    /// Those that were simulated in earlier processes.
    pub before: AtomicU64,
    /// Set to stop the run soon.
    pub stop: AtomicBool,
}

impl Progress {
    /// Asks the run to stop soon.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Has somebody asked it to stop?
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Says how much was done in earlier processes.
    pub fn go_on_from(&self, family_weeks: u64) {
        self.before.store(family_weeks, Ordering::Relaxed);
        self.family_weeks.store(family_weeks, Ordering::Relaxed);
    }
}

/// A stretch of a run's tasks, and how it is to be carried out.
#[derive(Clone, Debug)]
pub struct Work<'a> {
    /// What is asked.
    pub scenario: &'a Scenario,
    /// Its tasks.
    pub list: &'a TaskList,
    /// Those to be done.
    pub range: Range<u64>,
    /// Tasks begun but not handed over, at most: bounds the memory.
    pub in_flight: usize,
    /// Is told how far the run has come, and may stop it.
    pub progress: &'a Progress,
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

/// Carries out tasks on the threads of the current rayon pool.
///
/// `observe` makes an observer for an arm of a replicate; `finish` makes of a task's
/// observers what is handed over, still on the thread of the task; `consume` receives
/// it with the task's place in the list, place after place.
///
/// # Errors
/// [`Halt`]: `progress.stop` was set, an arm names something that the tables lack, or
/// the consumer failed.
pub fn run<O, R, E>(
    work: &Work,
    observe: impl Fn(Number, usize) -> O + Sync,
    finish: impl Fn(Number, Vec<(usize, O)>) -> R + Sync,
    consume: impl FnMut(u64, R) -> Result<(), E> + Send,
) -> Result<(), Halt<E>>
where
    O: Observer,
    R: Send,
    E: From<UnknownKey> + Send,
{
    line::run(
        work.range.clone(),
        work.in_flight,
        &work.progress.stop,
        |worker: &mut Worker, place| {
            let (number, task) = work.list.get(place);
            let step = Step {
                progress: work.progress,
                family_weeks: work.list.family_weeks(&(place..place + 1)),
                told: AtomicU64::new(0),
            };
            let observed = worker.perform(work, number, task, &step, |arm| observe(number, arm))?;
            step.has_come(step.family_weeks);
            Ok(finish(number, observed))
        },
        consume,
    )
}

/// A task under way, as far as it has been told to the progress.
#[derive(Debug)]
struct Step<'a> {
    progress: &'a Progress,
    family_weeks: u64,
    told: AtomicU64,
}

impl Step<'_> {
    /// So many of its family-weeks are done.
    fn has_come(&self, family_weeks: u64) {
        let told = self.told.swap(family_weeks, Ordering::Relaxed);
        self.progress
            .family_weeks
            .fetch_add(family_weeks.saturating_sub(told), Ordering::Relaxed);
    }
}

impl Watcher for Step<'_> {
    fn is_stopped(&self) -> bool {
        self.progress.is_stopped()
    }

    fn site_has_come(&self, share: f64) {
        self.has_come((share * self.family_weeks as f64) as u64);
    }
}

/// What a thread keeps from task to task.
#[derive(Default)]
struct Worker {
    desk: Desk,
    /// The arms under a draw, made once for all tasks of the draw.
    models: Option<(u32, Vec<ArmModel>)>,
}

impl Worker {
    fn perform<O: Observer, E: From<UnknownKey>>(
        &mut self,
        work: &Work,
        number: Number,
        task: Task,
        step: &Step,
        observe: impl Fn(usize) -> O,
    ) -> Result<Vec<(usize, O)>, Halt<E>> {
        let models = match self.models.take() {
            Some((draw, models)) if draw == number.draw => models,
            _ => models(work.scenario, number.draw).map_err(|error| Halt::Failed(error.into()))?,
        };
        let replicate = Replicate {
            scenario: work.scenario,
            models: &models,
            draw: number.draw,
            replicate: number.replicate,
            stop: Some(step),
        };
        let observed = replicate.perform(task, &mut self.desk, observe);
        self.models = Some((number.draw, models));
        // A site that is asked to stop ends early, and what was observed is worth nothing.
        if matches!(task, Task::Site { .. }) && work.progress.is_stopped() {
            return Err(Halt::Interrupted);
        }
        Ok(observed)
    }
}

/// Family-weeks of follow-up in a whole run.
pub fn total_family_weeks(scenario: &Scenario) -> u64 {
    let list = TaskList::new(scenario);
    list.family_weeks(&(0..list.len()))
}
