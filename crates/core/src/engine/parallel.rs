//! Carries out the tasks of a run on many threads.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::engine::Observer;
use crate::engine::draws;
use crate::engine::ordered_queue::{self, Halt};
use crate::engine::replicate::{ProgressObserver, Replicate, Scratch, Task};
use crate::engine::share::{ReplicateId, TaskList};
use crate::model::arm::ArmModel;
use crate::model::design::{Design, UnknownKey};
use crate::scenario::Scenario;

/// How far a run has come; may be read from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// Family-weeks simulated so far, those before the latest checkpoint included.
    pub family_weeks: AtomicU64,
    /// Those before the checkpoint from which the run went on.
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

    /// Says how much was done before the checkpoint from which the run goes on.
    pub fn go_on_from(&self, family_weeks: u64) {
        self.before.store(family_weeks, Ordering::Relaxed);
        self.family_weeks.store(family_weeks, Ordering::Relaxed);
    }
}

/// A range of a run's tasks, and how it is to be carried out.
#[derive(Clone, Debug)]
pub struct TaskRange<'a> {
    /// What is asked.
    pub scenario: &'a Scenario,
    /// Its tasks.
    pub list: &'a TaskList,
    /// Those to be done.
    pub range: Range<u64>,
    /// Tasks begun but not handed over, at most: bounds the memory.
    pub in_flight: usize,
    /// Counts how far the run has come, and may stop it.
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
    tasks: &TaskRange,
    observe: impl Fn(ReplicateId, usize) -> O + Sync,
    finish: impl Fn(ReplicateId, Vec<(usize, O)>) -> R + Sync,
    consume: impl FnMut(u64, R) -> Result<(), E> + Send,
) -> Result<(), Halt<E>>
where
    O: Observer,
    R: Send,
    E: From<UnknownKey> + Send,
{
    ordered_queue::run(
        tasks.range.clone(),
        tasks.in_flight,
        &tasks.progress.stop,
        |worker: &mut Worker, place| {
            let (id, task) = tasks.list.get(place);
            let progress = TaskProgress {
                run: tasks.progress,
                family_weeks: tasks.list.family_weeks(&(place..place + 1)),
                reported: AtomicU64::new(0),
            };
            let observed = worker.perform(tasks, id, task, &progress, |arm| observe(id, arm))?;
            progress.advance_to(progress.family_weeks);
            Ok(finish(id, observed))
        },
        consume,
    )
}

/// Progress of a task under way, as far as it has been reported to that of the run.
#[derive(Debug)]
struct TaskProgress<'a> {
    run: &'a Progress,
    family_weeks: u64,
    reported: AtomicU64,
}

impl TaskProgress<'_> {
    /// So many of its family-weeks are done.
    fn advance_to(&self, family_weeks: u64) {
        let reported = self.reported.swap(family_weeks, Ordering::Relaxed);
        self.run.family_weeks.fetch_add(family_weeks.saturating_sub(reported), Ordering::Relaxed);
    }
}

impl ProgressObserver for TaskProgress<'_> {
    fn is_stopped(&self) -> bool {
        self.run.is_stopped()
    }

    fn site_advanced(&self, share: f64) {
        self.advance_to((share * self.family_weeks as f64) as u64);
    }
}

/// What a thread keeps from task to task.
#[derive(Default)]
struct Worker {
    scratch: Scratch,
    /// The arms under a draw, made once for all tasks of the draw.
    models: Option<(u32, Vec<ArmModel>)>,
}

impl Worker {
    fn perform<O: Observer, E: From<UnknownKey>>(
        &mut self,
        tasks: &TaskRange,
        id: ReplicateId,
        task: Task,
        progress: &TaskProgress,
        observe: impl Fn(usize) -> O,
    ) -> Result<Vec<(usize, O)>, Halt<E>> {
        let models = match self.models.take() {
            Some((draw, models)) if draw == id.draw => models,
            _ => models(tasks.scenario, id.draw).map_err(|error| Halt::Failed(error.into()))?,
        };
        let replicate = Replicate {
            scenario: tasks.scenario,
            models: &models,
            draw: id.draw,
            replicate: id.replicate,
            progress: Some(progress),
        };
        let observed = replicate.perform(task, &mut self.scratch, observe);
        self.models = Some((id.draw, models));
        // A site that is asked to stop ends early, and what was observed is worth nothing.
        if matches!(task, Task::Site { .. }) && tasks.progress.is_stopped() {
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
