//! All families of a replicate under every arm, cut into tasks.
//!
//! Tasks can be done in any order, by anyone: what each does follows from its
//! numbers alone.

use std::cell::Cell;
use std::fmt::Debug;

use crate::engine::Observer;
use crate::engine::chunk::{self, Setting};
use crate::engine::random::Streams;
use crate::engine::site;
use crate::engine::week::Workspace;
use crate::model::arm::ArmModel;
use crate::model::cohort::CHUNK;
use crate::model::initial::InitialState;
use crate::scenario::{Capacity, Scenario};

/// Chunks in a task: enough that starting one costs nothing.
const CHUNKS_PER_TASK: u32 = 16;

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
    /// Observes the progress of long tasks, and may end them early.
    pub progress: Option<&'a dyn ProgressObserver>,
}

/// Observes the progress of a long task, and says whether it shall go on.
pub trait ProgressObserver: Debug + Sync {
    /// Shall it end early?
    fn is_stopped(&self) -> bool;

    /// Called week by week with the share of a site's work that is done.
    fn site_advanced(&self, share: f64);
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

/// Scratch memory of a task; used for many tasks.
#[derive(Debug, Default)]
pub struct Scratch {
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
                (0..chunks).step_by(CHUNKS_PER_TASK as usize).map(|first| Task::Chunks {
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
        scratch: &mut Scratch,
        observe: impl Fn(usize) -> O,
    ) -> Vec<(usize, O)> {
        match task {
            Task::Chunks { first, count } => self.chunks(first, count, scratch, observe),
            Task::Site { arm } => {
                let mut observer = observe(arm);
                if let Some(capacity) = self.scenario.arms[arm].capacity {
                    let families = self.scenario.families;
                    let week = Cell::new(0);
                    site::simulate(&self.setting(arm), capacity, families, &mut observer, || {
                        self.progress.is_some_and(|progress| {
                            let done = self.site_work(capacity, week.get());
                            let all = self.site_work(capacity, u32::MAX);
                            progress.site_advanced(done / all);
                            week.set(week.get() + 1);
                            progress.is_stopped()
                        })
                    });
                }
                vec![(arm, observer)]
            }
        }
    }

    fn chunks<O: Observer>(
        &self,
        first: u32,
        count: u32,
        scratch: &mut Scratch,
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
                &mut scratch.initial,
                &self.streams(),
                &scenario.population,
                first_family,
                families as usize,
            );
            for (arm, observer) in &mut observed {
                chunk::simulate(
                    &self.setting(*arm),
                    &scratch.initial,
                    &mut scratch.workspace,
                    observer,
                );
            }
        }
        observed
    }

    /// What a site has done before a calendar week, in weeks of all its families: they
    /// come evenly until the last has come, and are then all there.
    fn site_work(&self, capacity: Capacity, week: u32) -> f64 {
        let families = self.scenario.families;
        let last = families.saturating_sub(1);
        let intake = site::referral_week(last, families, capacity.intake_weeks);
        let week = week.min(self.scenario.horizon_weeks.saturating_add(intake));
        let coming = f64::from(week.min(intake));
        coming * coming / (2.0 * f64::from(intake.max(1))) + f64::from(week.saturating_sub(intake))
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

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::engine::{Unobserved, draws};
    use crate::model::design::Design;
    use crate::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

    /// Keeps all shares.
    #[derive(Debug, Default)]
    struct Shares(Mutex<Vec<f64>>);

    impl ProgressObserver for Shares {
        fn is_stopped(&self) -> bool {
            false
        }

        fn site_advanced(&self, share: f64) {
            self.0.lock().unwrap().push(share);
        }
    }

    #[test]
    fn a_site_reports_its_progress_every_week() {
        let text = "population = \"child_welfare\"\nfamilies = 104\nreplicates = 1\n\
                    horizon_weeks = 30\n[[arm]]\nname = \"site\"\n\
                    programme = \"advice_and_guidance\"\n\
                    capacity = { helpers = 2, intake_weeks = 20 }\n";
        let input = ScenarioInput::new("site", "site.toml", text, &BuiltInProgrammes);
        let Ok(parsed) = read_scenario(&input) else {
            panic!("a scenario without fault");
        };
        let scenario = parsed.value;
        let design = Design::new(&scenario.arms[0], &draws::parameters(&scenario, 0)).unwrap();
        let progress = Shares::default();
        let replicate = Replicate {
            scenario: &scenario,
            models: &[ArmModel::new(&design)],
            draw: 0,
            replicate: 0,
            progress: Some(&progress),
        };
        replicate.perform(Task::Site { arm: 0 }, &mut Scratch::default(), |_| Unobserved);
        let shares = progress.0.into_inner().unwrap();
        // Intake ends with the last referral in week 19; then come 30 weeks.
        assert_eq!(shares.len(), 49);
        assert_eq!(shares[0], 0.0);
        assert!(shares.windows(2).all(|pair| pair[0] < pair[1]));
        // Half of the intake's 19 weeks of work, of 9.5 and 30.
        assert!((shares[19] - 9.5 / 39.5).abs() < 1e-12, "{}", shares[19]);
        assert!((shares[48] - 38.5 / 39.5).abs() < 1e-12, "{}", shares[48]);
    }
}
