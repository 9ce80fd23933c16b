//! History matching in waves: simulate at points, learn emulators, rule out what cannot
//! be, and choose the next points where the targets are met.
//!
//! After the last wave the posterior of the emulators is drawn from, each draw is
//! simulated with many families, and weighted by what the simulator says over what the
//! emulators said (importance weights). So the emulators decide where to look, and the
//! simulator what it is worth.

use crate::evaluate::{CheckpointStore, EvaluateError};
use crate::interval::variance;
use crate::latin_hypercube::one_of_many;
use homeground_core::engine::parallel::Progress;
use homeground_core::engine::threads;
use homeground_core::model::math::normal_quantile;
use homeground_core::scenario::targets::Target;

use crate::calibration::effort::Effort;
use crate::calibration::emulated_target::{EmulatedTarget, implausibility, log_likelihood};
use crate::calibration::importance::{Draw, normalised, thinned};
use crate::calibration::likelihood::{Observed, log_density};
use crate::calibration::parameter_scores::ParameterSpace;
use crate::calibration::sampler::{ChainLength, Chains, prior, sample};
use crate::calibration::simulation::Simulation;
use crate::calibration::target_designs::TargetDesigns;

/// A point is implausible, and ruled out, when a target lies farther than this, in standard
/// deviations of evidence and emulator together (the rule of three sigma, Pukelsheim 1994, as
/// in Vernon, Goldstein and Bower 2010).
pub const IMPLAUSIBLE: f64 = 3.0;

/// Points of the prior on which the share that is not ruled out is counted.
const COUNTED_ON: usize = 4000;

/// Times that one point is simulated to learn what chance does to each statistic.
const REPEATS: usize = 24;

/// What is calibrated.
pub struct Calibration<'a> {
    /// The targets.
    pub targets: &'a [Target],
    /// Their designs.
    pub designs: &'a TargetDesigns,
    /// What they say; as many as targets.
    pub observed: Vec<Observed>,
    /// The parameters.
    pub space: &'a ParameterSpace,
    /// How much work.
    pub effort: Effort,
    /// Seed of everything.
    pub seed: u64,
    /// What tells it from another calibration, for checkpoints.
    pub identity: String,
    /// How far it has come, and whether to stop.
    pub progress: &'a Progress,
}

/// What a wave has shown.
#[derive(Clone, Debug)]
pub struct Wave {
    /// Points that were simulated.
    pub points: Vec<Vec<f64>>,
    /// Their statistics.
    pub statistics: Vec<Vec<f64>>,
    /// Error of each emulator on points kept apart, on its own scale, chance taken out.
    pub errors: Vec<f64>,
    /// Share of the prior that is not ruled out by all emulators so far.
    pub not_ruled_out: f64,
}

/// What a calibration has found.
#[derive(Clone, Debug)]
pub struct CalibrationResult {
    /// The waves.
    pub waves: Vec<Wave>,
    /// Chains of the posterior of the last emulators.
    pub chains: Chains,
    /// Weighted draws.
    pub draws: Vec<Draw>,
    /// Scores of the central draw: the weighted mean of all draws.
    pub central: Vec<f64>,
    /// Its statistics.
    pub central_statistics: Vec<f64>,
}

/// What all waves together lead to.
struct Search {
    waves: Vec<Wave>,
    /// The last emulators.
    emulated: Vec<EmulatedTarget>,
    /// Where chains may begin.
    starts: Vec<Vec<f64>>,
}

impl Calibration<'_> {
    /// Family-weeks of everything that is simulated.
    pub fn family_weeks(&self) -> u64 {
        let effort = &self.effort;
        let points = effort.first_points + effort.further_points * effort.further_waves + REPEATS;
        let weeks = self.designs.weeks();
        weeks * u64::from(effort.families) * points as u64
            + weeks * u64::from(effort.last_families) * (effort.draws + 1) as u64
    }

    /// Carries it out on the threads of the current rayon pool. `report` is given a line on
    /// each stage as it begins.
    ///
    /// # Errors
    /// When it is interrupted, or a checkpoint cannot be written.
    pub fn run(
        &self,
        checkpoints: &mut dyn CheckpointStore,
        report: &mut dyn FnMut(&str),
    ) -> Result<CalibrationResult, EvaluateError> {
        let Search { waves, emulated, starts } = self.search(checkpoints, report)?;
        report("draws of the posterior");
        let number = self.effort.further_waves + 1;
        let chains = self.chains(&emulated, number, self.effort.last, 1.0, &starts)?;
        let points = chains.spread(self.effort.draws);
        let families = self.effort.last_families;
        let statistics = self.simulate(("draws", number), families, &points, checkpoints)?;
        let draws = self.weighted(&emulated, points, statistics);
        let central: Vec<f64> = (0..self.space.len())
            .map(|score| draws.iter().map(|draw| draw.weight * draw.scores[score]).sum())
            .collect();
        let stage = ("central draw", number + 1);
        let at_centre = std::slice::from_ref(&central);
        let at_centre = self.simulate(stage, families, at_centre, checkpoints)?;
        Ok(CalibrationResult {
            waves,
            chains,
            draws: thinned(draws, self.effort.kept),
            central,
            central_statistics: at_centre.into_iter().next().unwrap_or_default(),
        })
    }

    /// Simulates the waves, each at points that the emulators of those before do not rule out.
    fn search(
        &self,
        checkpoints: &mut dyn CheckpointStore,
        report: &mut dyn FnMut(&str),
    ) -> Result<Search, EvaluateError> {
        let width = self.space.len();
        let chance = self.chance(checkpoints)?;
        let mut waves: Vec<Wave> = Vec::new();
        let mut emulated: Vec<EmulatedTarget> = Vec::new();
        let mut starts: Vec<Vec<f64>> = Vec::new();
        let counted = prior(self.seed, u32::MAX, COUNTED_ON, width);
        let mut plausible: Vec<bool> = vec![true; COUNTED_ON];
        for number in 0..=self.effort.further_waves {
            // The first looks go wider than the posterior.
            let power = match number {
                0 | 1 => 0.15,
                2 => 0.4,
                _ => 0.7,
            };
            let points = if number == 0 {
                stratified(self.seed, self.effort.first_points, width)
            } else {
                let length = self.effort.search;
                let chains = self.chains(&emulated, number, length, power, &starts)?;
                starts = chains.spread(length.chains);
                chains.spread(self.effort.further_points)
            };
            report(&format!("wave {number}: {} points", points.len()));
            let stage = (&*format!("wave {number}"), number);
            let statistics = self.simulate(stage, self.effort.families, &points, checkpoints)?;
            waves.push(Wave { points, statistics, errors: Vec::new(), not_ruled_out: f64::NAN });
            report(&format!("wave {number}: emulators"));
            emulated = self.fit_emulators(&waves, &chance);
            if self.progress.is_stopped() {
                return Err(EvaluateError::Interrupted);
            }
            let plausible_now: Vec<bool> = threads::map(counted.len(), |place| {
                implausibility(&emulated, &counted[place]) < IMPLAUSIBLE
            });
            for (so_far, now) in plausible.iter_mut().zip(plausible_now) {
                *so_far &= now;
            }
            if let Some(wave) = waves.last_mut() {
                wave.errors = emulated.iter().map(|target| target.error).collect();
                let left = plausible.iter().filter(|plausible| **plausible).count();
                wave.not_ruled_out = left as f64 / COUNTED_ON as f64;
            }
        }
        Ok(Search { waves, emulated, starts })
    }

    /// The statistics at points, from so many families in an ordinary design.
    fn simulate(
        &self,
        (name, stage): (&str, usize),
        families: u32,
        points: &[Vec<f64>],
        checkpoints: &mut dyn CheckpointStore,
    ) -> Result<Vec<Vec<f64>>, EvaluateError> {
        let simulation = Simulation {
            designs: self.designs,
            families,
            seed: self.seed,
            // Points of different stages meet different families and luck.
            first_draw: (stage as u32) << 16,
        };
        let parameters: Vec<_> =
            points.iter().map(|scores| self.space.parameters(scores)).collect();
        simulation.points((name, &self.identity), &parameters, self.progress, checkpoints)
    }

    /// What chance does to each statistic, on the emulators' scale: the same point with
    /// other families each time.
    fn chance(&self, checkpoints: &mut dyn CheckpointStore) -> Result<Vec<f64>, EvaluateError> {
        let points = vec![vec![0.0; self.space.len()]; REPEATS];
        let stage = ("chance", 0xFFFF);
        let repeated = self.simulate(stage, self.effort.families, &points, checkpoints)?;
        Ok((0..self.observed.len())
            .map(|target| {
                let link = self.observed[target].link;
                let values: Vec<f64> = repeated
                    .iter()
                    .map(|statistics| link.of_value(statistics[target]))
                    .filter(|value| value.is_finite())
                    .collect();
                match values.is_empty() {
                    // What is never defined owes nothing to chance.
                    true => 0.0,
                    false => variance(&values).sqrt(),
                }
            })
            .collect())
    }

    fn chains(
        &self,
        emulated: &[EmulatedTarget],
        stage: usize,
        length: ChainLength,
        power: f64,
        starts: &[Vec<f64>],
    ) -> Result<Chains, EvaluateError> {
        let stop = || self.progress.is_stopped();
        let stages = (self.seed, stage as u32);
        sample(emulated, stages, self.space.len(), length, power, starts, &stop)
            .ok_or(EvaluateError::Interrupted)
    }

    /// Emulators of all statistics, from the two latest waves.
    fn fit_emulators(&self, waves: &[Wave], chance: &[f64]) -> Vec<EmulatedTarget> {
        let latest = &waves[waves.len().saturating_sub(2)..];
        let points: Vec<Vec<f64>> = latest.iter().flat_map(|wave| wave.points.clone()).collect();
        let statistics: Vec<&Vec<f64>> = latest.iter().flat_map(|wave| &wave.statistics).collect();
        let newest_from = points.len() - waves.last().map_or(0, |wave| wave.points.len());
        threads::map(self.observed.len(), |target| {
            let of_target = statistics.iter().map(|statistics| statistics[target]);
            let observed = self.observed[target];
            EmulatedTarget::fit(observed, &points, of_target, newest_from, chance[target])
        })
    }

    /// Draws with their importance weights.
    fn weighted(
        &self,
        emulated: &[EmulatedTarget],
        points: Vec<Vec<f64>>,
        statistics: Vec<Vec<f64>>,
    ) -> Vec<Draw> {
        let logarithms: Vec<f64> = points
            .iter()
            .zip(&statistics)
            .map(|(scores, statistics)| {
                let simulated: f64 = self
                    .observed
                    .iter()
                    .zip(statistics)
                    .map(|(observed, statistic)| {
                        let distance = observed.distance(*statistic);
                        // What is not defined says nothing.
                        let distance = if distance.is_nan() { 0.0 } else { distance };
                        log_density(distance, observed.standard_error)
                    })
                    .sum();
                simulated - log_likelihood(emulated, scores, 1.0)
            })
            .collect();
        points
            .into_iter()
            .zip(statistics)
            .zip(normalised(&logarithms))
            .map(|((scores, statistics), weight)| Draw { scores, statistics, weight })
            .collect()
    }
}

/// Points that fill every score evenly: a Latin hypercube of normal scores.
pub(crate) fn stratified(seed: u64, count: usize, width: usize) -> Vec<Vec<f64>> {
    let hypercube = one_of_many(width, count, seed, 0);
    hypercube.into_iter().map(|point| point.into_iter().map(normal_quantile).collect()).collect()
}
