//! History matching in waves: simulate at points, learn emulators, rule out what cannot
//! be, and choose the next points where the targets are met.
//!
//! After the last wave the posterior of the emulators is drawn from, each draw is
//! simulated with many families, and weighted by what the simulator says over what the
//! emulators said (importance weights). So the emulators decide where to look, and the
//! simulator what it is worth.

use crate::evaluate::{CheckpointStore, EvaluateError};
use crate::latin_hypercube::one_of_many;
use homeground_core::engine::parallel::Progress;
use homeground_core::engine::threads;
use homeground_core::model::math::normal_quantile;
use homeground_core::scenario::targets::Target;

use crate::calibration::emulator::Emulator;
use crate::calibration::importance::{normalised, thinned};
use crate::calibration::likelihood::{
    Judge, Observed, implausibility, log_density, log_likelihood,
};
use crate::calibration::sampler::{Chains, Length, prior, sample};
use crate::calibration::scores::Space;
use crate::calibration::simulate::Simulation;
use crate::calibration::worlds::Worlds;

/// A point is ruled out when a target lies farther than this, in standard deviations of
/// evidence and emulator together (the rule of three sigma, Pukelsheim 1994, as in
/// Vernon, Goldstein and Bower 2010).
pub const RULED_OUT: f64 = 3.0;

/// Points of the prior on which the share that is not ruled out is counted.
const COUNTED_ON: usize = 4000;

/// Times that one point is simulated to learn what chance does to each statistic.
const REPEATS: usize = 24;

/// Every how many-th point of a wave is kept apart to test the emulators.
const KEPT_APART: usize = 8;

/// How much work a calibration does.
#[derive(Clone, Debug, PartialEq)]
pub struct Effort {
    /// Points of the first wave, drawn from the prior.
    pub first_points: usize,
    /// Points of each further wave.
    pub further_points: usize,
    /// Further waves.
    pub further_waves: usize,
    /// Families in an ordinary design at each point.
    pub families: u32,
    /// Chains between waves.
    pub search: Length,
    /// Chains of the last emulators.
    pub last: Length,
    /// Draws that are simulated in the end.
    pub draws: usize,
    /// Draws that are kept of them.
    pub kept: usize,
    /// Families in an ordinary design at each of them.
    pub last_families: u32,
}

impl Effort {
    /// For results that are kept.
    pub fn full() -> Effort {
        Effort {
            first_points: 2000,
            further_points: 900,
            further_waves: 5,
            families: 3000,
            search: Length {
                chains: 24,
                forgotten: 150,
                kept: 150,
            },
            last: Length {
                chains: 24,
                forgotten: 400,
                kept: 2000,
            },
            draws: 2000,
            kept: 400,
            last_families: 8000,
        }
    }

    /// For a first look and for teaching.
    pub fn quick() -> Effort {
        Effort {
            first_points: 500,
            further_points: 300,
            further_waves: 3,
            families: 1000,
            search: Length {
                chains: 12,
                forgotten: 80,
                kept: 80,
            },
            last: Length {
                chains: 12,
                forgotten: 150,
                kept: 300,
            },
            draws: 300,
            kept: 200,
            last_families: 2000,
        }
    }
}

/// What is calibrated.
pub struct Calibration<'a> {
    /// The targets.
    pub targets: &'a [Target],
    /// Their designs.
    pub worlds: &'a Worlds,
    /// What they say; as many as targets.
    pub observed: Vec<Observed>,
    /// The parameters.
    pub space: &'a Space,
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

/// A draw of the posterior.
#[derive(Clone, Debug)]
pub struct Draw {
    /// Its scores.
    pub scores: Vec<f64>,
    /// Its statistics, from many families.
    pub statistics: Vec<f64>,
    /// Its weight; those of all draws sum to 1.
    pub weight: f64,
}

/// What a calibration has found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The waves.
    pub waves: Vec<Wave>,
    /// Standard deviation that chance gives each statistic in a wave, on the emulators' scale.
    pub chance: Vec<f64>,
    /// The last emulators.
    pub judges: Vec<Judge>,
    /// Chains of their posterior.
    pub chains: Chains,
    /// Weighted draws.
    pub draws: Vec<Draw>,
    /// Scores of the central draw: the weighted mean of all draws.
    pub central: Vec<f64>,
    /// Its statistics.
    pub central_statistics: Vec<f64>,
}

impl Calibration<'_> {
    /// Family-weeks of everything that is simulated.
    pub fn family_weeks(&self) -> u64 {
        let effort = &self.effort;
        let points = effort.first_points + effort.further_points * effort.further_waves + REPEATS;
        let weeks = self.worlds.weeks();
        weeks * u64::from(effort.families) * points as u64
            + weeks * u64::from(effort.last_families) * (effort.draws + 1) as u64
    }

    /// Carries it out on the threads of the current rayon pool. `tell` is given a line of
    /// what is going on.
    ///
    /// # Errors
    /// When it is interrupted, or a checkpoint cannot be written.
    pub fn run(
        &self,
        checkpoints: &mut dyn CheckpointStore,
        tell: &mut dyn FnMut(&str),
    ) -> Result<Found, EvaluateError> {
        let width = self.space.len();
        let chance = self.chance(checkpoints)?;
        let mut waves: Vec<Wave> = Vec::new();
        let mut judges: Vec<Judge> = Vec::new();
        let mut so_far: Vec<bool> = vec![true; COUNTED_ON];
        let counted = prior(self.seed, u32::MAX, COUNTED_ON, width);
        let mut starts: Vec<Vec<f64>> = Vec::new();
        for number in 0..=self.effort.further_waves {
            let points = match number {
                0 => stratified(self.seed, self.effort.first_points, width),
                _ => {
                    // The first looks go wider than the posterior.
                    let power = match number {
                        1 => 0.15,
                        2 => 0.4,
                        _ => 0.7,
                    };
                    let chains =
                        self.chains(&judges, number, self.effort.search, power, &starts)?;
                    let points = chains.spread(self.effort.further_points);
                    starts = chains.spread(self.effort.search.chains);
                    points
                }
            };
            tell(&format!("wave {number}: {} points", points.len()));
            let statistics =
                self.simulate(&format!("wave {number}"), number, &points, checkpoints)?;
            waves.push(Wave {
                points,
                statistics,
                errors: Vec::new(),
                not_ruled_out: f64::NAN,
            });
            tell(&format!("wave {number}: emulators"));
            judges = self.learn(&waves, &chance);
            if self.progress.is_stopped() {
                return Err(EvaluateError::Interrupted);
            }
            let plausible: Vec<bool> = threads::map(counted.len(), |place| {
                implausibility(&judges, &counted[place]) < RULED_OUT
            });
            for (mine, now) in so_far.iter_mut().zip(plausible) {
                *mine &= now;
            }
            if let Some(wave) = waves.last_mut() {
                wave.errors = judges.iter().map(|judge| judge.error).collect();
                let left = so_far.iter().filter(|left| **left).count();
                wave.not_ruled_out = left as f64 / COUNTED_ON as f64;
            }
        }
        tell("draws of the posterior");
        let number = self.effort.further_waves + 1;
        let chains = self.chains(&judges, number, self.effort.last, 1.0, &starts)?;
        let points = chains.spread(self.effort.draws);
        let statistics = self.large("draws", number, &points, checkpoints)?;
        let draws = self.weigh(&judges, points, statistics);
        let central: Vec<f64> = (0..width)
            .map(|score| {
                draws
                    .iter()
                    .map(|draw| draw.weight * draw.scores[score])
                    .sum()
            })
            .collect();
        let at_centre = self.large(
            "central draw",
            number + 1,
            std::slice::from_ref(&central),
            checkpoints,
        )?;
        let draws = thinned(draws, self.effort.kept);
        Ok(Found {
            waves,
            chance,
            judges,
            chains,
            draws,
            central,
            central_statistics: at_centre.into_iter().next().unwrap_or_default(),
        })
    }

    fn simulation(&self, stage: usize, families: u32) -> Simulation<'_> {
        Simulation {
            worlds: self.worlds,
            families,
            seed: self.seed,
            // Points of different stages meet different families and luck.
            first_draw: (stage as u32) << 16,
        }
    }

    fn simulate(
        &self,
        name: &str,
        stage: usize,
        points: &[Vec<f64>],
        checkpoints: &mut dyn CheckpointStore,
    ) -> Result<Vec<Vec<f64>>, EvaluateError> {
        self.simulate_with(name, stage, self.effort.families, points, checkpoints)
    }

    fn large(
        &self,
        name: &str,
        stage: usize,
        points: &[Vec<f64>],
        checkpoints: &mut dyn CheckpointStore,
    ) -> Result<Vec<Vec<f64>>, EvaluateError> {
        self.simulate_with(name, stage, self.effort.last_families, points, checkpoints)
    }

    fn simulate_with(
        &self,
        name: &str,
        stage: usize,
        families: u32,
        points: &[Vec<f64>],
        checkpoints: &mut dyn CheckpointStore,
    ) -> Result<Vec<Vec<f64>>, EvaluateError> {
        let parameters: Vec<_> = points
            .iter()
            .map(|scores| self.space.parameters(scores))
            .collect();
        self.simulation(stage, families).points(
            (name, &self.identity),
            &parameters,
            self.progress,
            checkpoints,
        )
    }

    /// What chance does to each statistic, on the emulators' scale: the same point with
    /// other families each time.
    fn chance(&self, checkpoints: &mut dyn CheckpointStore) -> Result<Vec<f64>, EvaluateError> {
        let points = vec![vec![0.0; self.space.len()]; REPEATS];
        let repeated = self.simulate("chance", 0xFFFF, &points, checkpoints)?;
        Ok((0..self.observed.len())
            .map(|target| {
                let link = self.observed[target].link;
                let values: Vec<f64> = repeated
                    .iter()
                    .map(|statistics| link.of_value(statistics[target]))
                    .filter(|value| value.is_finite())
                    .collect();
                deviation(&values)
            })
            .collect())
    }

    fn chains(
        &self,
        judges: &[Judge],
        stage: usize,
        length: Length,
        power: f64,
        starts: &[Vec<f64>],
    ) -> Result<Chains, EvaluateError> {
        let stop = || self.progress.is_stopped();
        let stages = (self.seed, stage as u32);
        sample(
            judges,
            stages,
            self.space.len(),
            length,
            power,
            starts,
            &stop,
        )
        .ok_or(EvaluateError::Interrupted)
    }

    /// Emulators of all statistics, from the two latest waves.
    fn learn(&self, waves: &[Wave], chance: &[f64]) -> Vec<Judge> {
        let latest = &waves[waves.len().saturating_sub(2)..];
        let points: Vec<Vec<f64>> = latest.iter().flat_map(|wave| wave.points.clone()).collect();
        let statistics: Vec<&Vec<f64>> = latest.iter().flat_map(|wave| &wave.statistics).collect();
        let newest_from = points.len() - waves.last().map_or(0, |wave| wave.points.len());
        threads::map(self.observed.len(), |target| {
            let observed = self.observed[target];
            let values: Vec<f64> = statistics
                .iter()
                .map(|statistics| observed.link.of_value(statistics[target]));
            let (emulator, error) = learn_and_test(&points, &values, newest_from, chance[target]);
            Judge {
                observed,
                emulator,
                error,
            }
        })
        .collect()
    }

    /// Draws with their importance weights.
    fn weigh(
        &self,
        judges: &[Judge],
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
                simulated - log_likelihood(judges, scores, 1.0)
            })
            .collect();
        points
            .into_iter()
            .zip(statistics)
            .zip(normalised(&logarithms))
            .map(|((scores, statistics), weight)| Draw {
                scores,
                statistics,
                weight,
            })
            .collect()
    }
}

/// An emulator, and its root mean square error on points of the newest wave that it had
/// not seen, without what chance puts into them. A small share of the chance is left in:
/// the estimate is itself uncertain.
pub(crate) fn learn_and_test(
    points: &[Vec<f64>],
    values: &[f64],
    newest_from: usize,
    chance: f64,
) -> (Option<Emulator>, f64) {
    let apart = |place: usize| place >= newest_from && place.is_multiple_of(KEPT_APART);
    let (mut seen, mut seen_values) = (Vec::new(), Vec::new());
    for (place, (point, value)) in points.iter().zip(values).enumerate() {
        if !apart(place) {
            seen.push(point.clone());
            seen_values.push(*value);
        }
    }
    let Some(emulator) = Emulator::fit(&seen, &seen_values) else {
        return (None, 0.0);
    };
    let errors: Vec<f64> = (newest_from..points.len())
        .filter(|place| apart(*place) && values[*place].is_finite())
        .map(|place| (emulator.predict(&points[place]) - values[place]).powi(2))
        .collect();
    let mean = errors.iter().sum::<f64>() / errors.len().max(1) as f64;
    let error = (mean - chance * chance).max(0.05 * mean).sqrt();
    (emulator.learn_from(points, values), error)
}

/// Points that fill every score evenly: a Latin hypercube of normal scores.
pub(crate) fn stratified(seed: u64, count: usize, width: usize) -> Vec<Vec<f64>> {
    let hypercube = one_of_many(width, count, seed, 0);
    hypercube
        .into_iter()
        .map(|point| point.into_iter().map(normal_quantile).collect())
        .collect()
}

fn deviation(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let around: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (around / (count - 1.0)).sqrt()
}
