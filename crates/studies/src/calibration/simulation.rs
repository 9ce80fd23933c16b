//! The statistics of all targets at many points, spread over threads.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::evaluate::{CheckpointStore, EvaluateError, StageState};
use homeground_core::engine::chunk::{self, Setting};
use homeground_core::engine::parallel::Progress;
use homeground_core::engine::random::Streams;
use homeground_core::engine::threads;
use homeground_core::engine::week::Workspace;
use homeground_core::model::arm::ArmModel;
use homeground_core::model::cohort::CHUNK;
use homeground_core::model::initial::InitialState;
use homeground_core::model::parameters::Parameters;

use crate::calibration::statistics_observer::StatisticsObserver;
use crate::calibration::target_designs::{TargetDesign, TargetDesigns};

/// What is simulated at every point.
#[derive(Clone, Copy, Debug)]
pub struct Simulation<'a> {
    /// The designs.
    pub designs: &'a TargetDesigns,
    /// Families in each.
    pub families: u32,
    /// Seed of all random numbers.
    pub seed: u64,
    /// The draw whose random numbers the first point has; each further one has the next.
    pub first_draw: u32,
}

impl Simulation<'_> {
    /// Family-weeks of one point.
    pub fn family_weeks(&self) -> u64 {
        self.designs.weeks() * u64::from(self.families)
    }

    /// The statistics at one point, whose random numbers are those of `draw`.
    ///
    /// # Errors
    /// When an arm names something that the tables lack.
    pub fn point(&self, parameters: &Parameters, draw: u32) -> Result<Vec<f64>, EvaluateError> {
        let mut scratch = Scratch::default();
        self.each_design(parameters, |place, model| {
            let chunks = 0..self.chunk_count(place);
            Ok(self.chunks(place, model, draw, chunks, &mut scratch))
        })
    }

    /// The statistics at one point, its families spread over the threads.
    ///
    /// # Errors
    /// When an arm names something that the tables lack, or somebody asked to stop.
    pub fn large_point(
        &self,
        parameters: &Parameters,
        draw: u32,
        progress: &Progress,
    ) -> Result<Vec<f64>, EvaluateError> {
        const CHUNKS_AT_ONCE: u32 = 32;
        self.each_design(parameters, |place, model| {
            let design = &self.designs.list[place];
            let chunks = self.chunk_count(place);
            let parts = chunks.div_ceil(CHUNKS_AT_ONCE) as usize;
            let counted = threads::map_with(parts, Scratch::default, |scratch, part| {
                let first = part as u32 * CHUNKS_AT_ONCE;
                let end = (first + CHUNKS_AT_ONCE).min(chunks);
                let observer = self.chunks(place, model, draw, first..end, scratch);
                let families = u64::from((end - first) * CHUNK as u32);
                let done = families * u64::from(design.horizon_weeks);
                progress.family_weeks.fetch_add(done, Ordering::Relaxed);
                observer
            });
            let mut observer = StatisticsObserver::new(&design.statistics);
            for more in &counted {
                observer.add(more);
            }
            match progress.is_stopped() {
                true => Err(EvaluateError::Interrupted),
                false => Ok(observer),
            }
        })
    }

    /// The statistics from what `count` finds in each design.
    fn each_design(
        &self,
        parameters: &Parameters,
        mut count: impl FnMut(usize, &ArmModel) -> Result<StatisticsObserver, EvaluateError>,
    ) -> Result<Vec<f64>, EvaluateError> {
        let mut values = Vec::new();
        for (place, design) in self.designs.with_parameters(parameters)?.iter().enumerate() {
            values.push(count(place, &ArmModel::new(design))?.values());
        }
        Ok(self.designs.statistics(&values))
    }

    /// Random numbers of a design: those of one population meet the same families and the
    /// same luck.
    fn streams(&self, place: usize, draw: u32) -> Streams {
        let list = &self.designs.list;
        let population = &list[place].population;
        let same = list.iter().position(|other| other.population == *population);
        Streams::new(self.seed, draw, same.unwrap_or(place) as u32)
    }

    fn chunk_count(&self, place: usize) -> u32 {
        self.families_of(&self.designs.list[place]).div_ceil(CHUNK as u32)
    }

    fn families_of(&self, design: &TargetDesign) -> u32 {
        self.families * design.families_multiple
    }

    fn chunks(
        &self,
        place: usize,
        model: &ArmModel,
        draw: u32,
        chunks: std::ops::Range<u32>,
        scratch: &mut Scratch,
    ) -> StatisticsObserver {
        let design = &self.designs.list[place];
        let streams = self.streams(place, draw);
        let mut observer = StatisticsObserver::new(&design.statistics);
        let setting = Setting {
            model,
            streams,
            population: &design.population,
            horizon_weeks: design.horizon_weeks,
        };
        for chunk in chunks {
            let first = chunk * CHUNK as u32;
            let families = (self.families_of(design) - first).min(CHUNK as u32) as usize;
            chunk::refer(&mut scratch.initial, &streams, &design.population, first, families);
            chunk::simulate(&setting, &scratch.initial, &mut scratch.workspace, &mut observer);
        }
        observer
    }

    /// The statistics at all points, one row a point, on the threads of the current
    /// rayon pool; `stage` names the question in checkpoints, `identity` what decides
    /// the points beside it.
    ///
    /// # Errors
    /// When it is interrupted, or a checkpoint cannot be written.
    pub fn points(
        &self,
        (stage, identity): (&str, &str),
        points: &[Parameters],
        progress: &Progress,
        checkpoints: &mut dyn CheckpointStore,
    ) -> Result<Vec<Vec<f64>>, EvaluateError> {
        let width = self.designs.statistics_count();
        let fingerprint = format!("{identity}|{}|{}|{}", self.families, self.seed, self.first_draw);
        let kept = checkpoints.load(stage).filter(|kept| {
            kept.fingerprint == fingerprint
                && kept.done.len() == points.len()
                && kept.values.len() == points.len() * width
        });
        let state = kept.unwrap_or_else(|| StageState {
            fingerprint,
            done: vec![false; points.len()],
            values: vec![f64::NAN; points.len() * width],
        });
        let todo: Vec<usize> = (0..points.len()).filter(|point| !state.done[*point]).collect();
        let kept_points = (points.len() - todo.len()) as u64;
        let weeks = self.family_weeks();
        progress.family_weeks.fetch_add(kept_points * weeks, Ordering::Relaxed);
        progress.before.fetch_add(kept_points * weeks, Ordering::Relaxed);
        let next = AtomicUsize::new(0);
        let store = Mutex::new((state, checkpoints, None));
        threads::on_each(|| {
            while !progress.is_stopped() {
                let Some(point) = todo.get(next.fetch_add(1, Ordering::Relaxed)) else {
                    return;
                };
                let draw = self.first_draw.wrapping_add(*point as u32);
                let values = self.point(&points[*point], draw);
                progress.family_weeks.fetch_add(weeks, Ordering::Relaxed);
                let Ok(mut store) = store.lock() else {
                    return;
                };
                let (state, checkpoints, failure) = &mut *store;
                let outcome = values.and_then(|values| {
                    state.values[point * width..][..width].copy_from_slice(&values);
                    state.done[*point] = true;
                    if !checkpoints.is_due() {
                        return Ok(());
                    }
                    checkpoints.save(stage, state).map_err(EvaluateError::Checkpoint)
                });
                if let Err(error) = outcome {
                    failure.get_or_insert(error);
                    progress.stop();
                }
            }
        });
        let (state, checkpoints, failure) =
            store.into_inner().unwrap_or_else(|broken| broken.into_inner());
        if let Some(error) = failure {
            return Err(error);
        }
        checkpoints.save(stage, &state).map_err(EvaluateError::Checkpoint)?;
        if state.done.contains(&false) {
            return Err(EvaluateError::Interrupted);
        }
        Ok(state.values.chunks(width.max(1)).map(<[f64]>::to_vec).collect())
    }
}

/// Memory that a thread reuses from chunk to chunk.
#[derive(Default)]
struct Scratch {
    initial: Box<InitialState>,
    workspace: Box<Workspace>,
}
