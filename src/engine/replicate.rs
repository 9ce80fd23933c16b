//! All families of a replicate under every arm, cut into tasks.
//!
//! Tasks can be done in any order, by anyone: what each does follows from its
//! numbers alone.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::engine::Observer;
use crate::engine::chunk::{self, Setting};
use crate::engine::random::Streams;
use crate::engine::site;
use crate::engine::week::Workspace;
use crate::model::arm::ArmModel;
use crate::model::cohort::CHUNK;
use crate::model::initial::InitialState;
use crate::scenario::Scenario;

/// Chunks in a task: enough that starting one costs nothing.
const CHUNKS_PER_TASK: u32 = 8;

/// A replicate of a scenario under one parameter draw.
#[derive(Clone, Copy, Debug)]
pub struct Replicate<'a> {
    /// What is asked.
    pub scenario: &'a Scenario,
    /// The arms with the parameters of the draw.
    pub models: &'a [ArmModel],
    /// Number of the draw.
    pub draw: u32,
    /// Number of the replicate.
    pub replicate: u32,
    /// Set by somebody who wants long tasks to end early.
    pub stop: Option<&'a AtomicBool>,
}

/// A part of a replicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Families of some chunks, under all arms whose helpers are without limit.
    Chunks {
        /// First chunk.
        first: u32,
        /// Number of chunks.
        count: u32,
    },
    /// All families under one arm with a waiting list.
    Site {
        /// Place of the arm in the scenario.
        arm: usize,
    },
}

/// Room that a task works in; used for many tasks.
#[derive(Debug, Default)]
pub struct Desk {
    initial: Box<InitialState>,
    workspace: Box<Workspace>,
}

impl Replicate<'_> {
    /// The tasks of a replicate: every arm and family falls in exactly one.
    pub fn tasks(scenario: &Scenario) -> Vec<Task> {
        let chunks = scenario.families.div_ceil(CHUNK as u32);
        // Sites first: each is one long task.
        let sites = scenario.arms.iter().enumerate();
        let mut tasks: Vec<Task> = sites
            .filter(|(_, arm)| arm.capacity.is_some())
            .map(|(arm, _)| Task::Site { arm })
            .collect();
        if scenario.arms.iter().any(|arm| arm.capacity.is_none()) {
            tasks.extend(
                (0..chunks)
                    .step_by(CHUNKS_PER_TASK as usize)
                    .map(|first| Task::Chunks {
                        first,
                        count: CHUNKS_PER_TASK.min(chunks - first),
                    }),
            );
        }
        tasks
    }

    /// Does a task, and returns what was observed in each arm that it touched.
    pub fn perform<O: Observer>(
        &self,
        task: Task,
        desk: &mut Desk,
        observe: impl Fn(usize) -> O,
    ) -> Vec<(usize, O)> {
        match task {
            Task::Chunks { first, count } => self.chunks(first, count, desk, observe),
            Task::Site { arm } => {
                let mut observer = observe(arm);
                if let Some(capacity) = self.scenario.arms[arm].capacity {
                    let families = self.scenario.families;
                    site::simulate(
                        &self.setting(arm),
                        capacity,
                        families,
                        &mut observer,
                        || self.stop.is_some_and(|stop| stop.load(Ordering::Relaxed)),
                    );
                }
                vec![(arm, observer)]
            }
        }
    }

    fn chunks<O: Observer>(
        &self,
        first: u32,
        count: u32,
        desk: &mut Desk,
        observe: impl Fn(usize) -> O,
    ) -> Vec<(usize, O)> {
        let scenario = self.scenario;
        let mut observed: Vec<(usize, O)> = (0..scenario.arms.len())
            .filter(|arm| scenario.arms[*arm].capacity.is_none())
            .map(|arm| (arm, observe(arm)))
            .collect();
        for index in first..first + count {
            let first_family = index * CHUNK as u32;
            let families = (scenario.families - first_family).min(CHUNK as u32);
            chunk::refer(
                &mut desk.initial,
                &self.streams(),
                &scenario.population,
                first_family,
                families as usize,
            );
            for (arm, observer) in &mut observed {
                chunk::simulate(
                    &self.setting(*arm),
                    &desk.initial,
                    &mut desk.workspace,
                    observer,
                );
            }
        }
        observed
    }

    fn streams(&self) -> Streams {
        Streams::new(self.scenario.seed, self.draw, self.replicate)
    }

    fn setting(&self, arm: usize) -> Setting<'_> {
        Setting {
            model: &self.models[arm],
            streams: self.streams(),
            population: &self.scenario.population,
            horizon_weeks: self.scenario.horizon_weeks,
        }
    }
}
