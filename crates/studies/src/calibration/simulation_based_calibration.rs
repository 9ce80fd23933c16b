//! Simulation-based calibration: are parameters that are known found again?
//!
//! A point is drawn from the prior and simulated; what it shows, with the error that the
//! evidence has, is a data set whose truth is known. The posterior of each data set is
//! drawn from with the same emulators and sampler as in a calibration, and the rank of the
//! truth among its draws is noted. If all is well, ranks are spread evenly and intervals
//! hold the truth as often as they say (Talts, Betancourt, Simpson, Vehtari and Gelman
//! 2018, arXiv:1804.06788).

use rand_distr::{Distribution, StandardNormal};
use statrs::distribution::{ChiSquared, ContinuousCDF};

use crate::evaluate::{CheckpointStore, EvaluateError};
use crate::interval::variance;
use homeground_core::engine::parallel::Progress;
use homeground_core::engine::random::Streams;
use homeground_core::engine::threads;

use crate::calibration::emulated_target::EmulatedTarget;
use crate::calibration::history_matching::stratified;
use crate::calibration::likelihood::Observed;
use crate::calibration::parameter_scores::ParameterSpace;
use crate::calibration::sampler::{ChainLength, prior, sample};
use crate::calibration::simulation::Simulation;
use crate::calibration::tables::rows::RankRow;
use crate::calibration::target_designs::TargetDesigns;

/// Bins of the histogram of ranks.
const BINS: usize = 10;

/// Purposes and stages of random numbers, apart from those of a calibration.
const TRUTHS: u32 = 0x5452_5554;
const ERRORS: u32 = 0x4552_524F;
/// Draws of the simulator for the points that emulators learn from, and for the truths.
const FIRST_POINT: u32 = 0x0100_0000;
const FIRST_TRUTH: u32 = 0x0200_0000;

/// How much work the check does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankEffort {
    /// Data sets.
    pub data_sets: usize,
    /// Points of the prior that the emulators learn from.
    pub points: usize,
    /// Families in an ordinary design at each of them.
    pub families: u32,
    /// Families in an ordinary design behind a data set.
    pub truth_families: u32,
    /// Chains of each posterior.
    pub length: ChainLength,
    /// Draws of each posterior that the truth is ranked among; one less than a multiple
    /// of ten fills ten bins evenly.
    pub ranked_among: usize,
}

impl RankEffort {
    /// For the documented check.
    pub fn full(data_sets: usize) -> RankEffort {
        RankEffort {
            data_sets,
            points: 1200,
            families: 2000,
            truth_families: 8000,
            length: ChainLength { chains: 3, warm_up: 100, kept: 300 },
            ranked_among: 99,
        }
    }
}

/// What is checked.
pub struct Ranks<'a> {
    /// Designs of the targets.
    pub designs: &'a TargetDesigns,
    /// Scales and errors of the targets; their values do not matter.
    pub observed: &'a [Observed],
    /// Names of the targets.
    pub names: &'a [String],
    /// The parameters.
    pub space: &'a ParameterSpace,
    /// How much work.
    pub effort: RankEffort,
    /// Seed of everything.
    pub seed: u64,
    /// What tells it from another, for checkpoints.
    pub identity: &'a str,
    /// How far it has come, and whether to stop.
    pub progress: &'a Progress,
}

/// Ranks of one data set: of every parameter, then of every statistic.
struct Ranked {
    ranks: Vec<usize>,
    learned: Vec<f64>,
}

impl Ranks<'_> {
    /// Family-weeks of everything that is simulated.
    pub fn family_weeks(&self) -> u64 {
        let effort = &self.effort;
        let points = effort.points as u64 * u64::from(effort.families);
        let truths = effort.data_sets as u64 * u64::from(effort.truth_families);
        self.designs.weeks() * (points + truths)
    }

    /// Carries it out on the threads of the current rayon pool.
    ///
    /// # Errors
    /// When it is interrupted, or a checkpoint cannot be written.
    pub fn run(
        &self,
        checkpoints: &mut dyn CheckpointStore,
    ) -> Result<Vec<RankRow>, EvaluateError> {
        let width = self.space.len();
        let effort = &self.effort;
        let points = stratified(self.seed, effort.points, width);
        let learned_from =
            self.simulate("ranks: points", FIRST_POINT, effort.families, &points, checkpoints)?;
        let truths = prior(self.seed, TRUTHS, effort.data_sets, width);
        let shown = self.simulate(
            "ranks: truths",
            FIRST_TRUTH,
            effort.truth_families,
            &truths,
            checkpoints,
        )?;
        let emulated: Vec<EmulatedTarget> = threads::map(self.observed.len(), |target| {
            let statistics = learned_from.iter().map(|statistics| statistics[target]);
            // What chance does to the points cannot be told from the emulator's error
            // here, so all of it counts: intervals are a little too wide, never too narrow.
            EmulatedTarget::fit(self.observed[target], &points, statistics, 0, 0.0)
        });
        let ranked: Option<Vec<Ranked>> = threads::map(effort.data_sets, |number| {
            self.rank_truth(number, &truths[number], &shown[number], &emulated)
        })
        .into_iter()
        .collect();
        let ranked = ranked.ok_or(EvaluateError::Interrupted)?;
        let parameters = self.space.free.iter().map(|free| (free.key.clone(), "parameter"));
        let statistics = self.names.iter().map(|name| (name.clone(), "statistic"));
        Ok(parameters
            .chain(statistics)
            .enumerate()
            .map(|(place, quantity)| self.row(place, quantity, &ranked))
            .collect())
    }

    fn simulate(
        &self,
        stage: &str,
        first_draw: u32,
        families: u32,
        points: &[Vec<f64>],
        checkpoints: &mut dyn CheckpointStore,
    ) -> Result<Vec<Vec<f64>>, EvaluateError> {
        let simulation =
            Simulation { designs: self.designs, families, seed: self.seed, first_draw };
        let parameters: Vec<_> =
            points.iter().map(|scores| self.space.parameters(scores)).collect();
        simulation.points((stage, self.identity), &parameters, self.progress, checkpoints)
    }

    /// The ranks of one truth; none when somebody asked to stop.
    fn rank_truth(
        &self,
        number: usize,
        truth: &[f64],
        shown: &[f64],
        emulated: &[EmulatedTarget],
    ) -> Option<Ranked> {
        let mut errors = Streams::new(self.seed, ERRORS, number as u32).sequence(0);
        let of_data_set: Vec<EmulatedTarget> = emulated
            .iter()
            .zip(shown)
            .filter_map(|(target, statistic)| {
                let error: f64 = StandardNormal.sample(&mut errors);
                let observed = Observed { value: 0.0, ..target.observed };
                let exact = observed.distance(*statistic) * observed.standard_error;
                let value = exact + error * observed.standard_error;
                // What the truth does not define tells nothing.
                value.is_finite().then(|| EmulatedTarget {
                    observed: Observed { value, ..observed },
                    ..target.clone()
                })
            })
            .collect();
        let stop = || self.progress.is_stopped();
        let stage = (self.seed, TRUTHS.wrapping_add(1 + number as u32));
        let chains = sample(&of_data_set, stage, truth.len(), self.effort.length, 1.0, &[], &stop)?;
        let draws = chains.spread(self.effort.ranked_among);
        let mut ranks = Vec::new();
        let mut learned = Vec::new();
        for (score, at_truth) in truth.iter().enumerate() {
            let values: Vec<f64> = draws.iter().map(|draw| draw[score]).collect();
            ranks.push(rank(&values, *at_truth));
            learned.push(1.0 - variance(&values));
        }
        for (target, statistic) in emulated.iter().zip(shown) {
            // What the emulator does not know is part of what is not known.
            let values: Vec<f64> = draws
                .iter()
                .map(|draw| target.possible(draw, StandardNormal.sample(&mut errors)))
                .collect();
            ranks.push(rank(&values, *statistic));
            learned.push(f64::NAN);
        }
        Some(Ranked { ranks, learned })
    }

    fn row(&self, place: usize, (quantity, kind): (String, &str), ranked: &[Ranked]) -> RankRow {
        let among = self.effort.ranked_among;
        let ranks: Vec<usize> = ranked.iter().map(|one| one.ranks[place]).collect();
        let tenths = histogram(&ranks, among);
        let learned =
            ranked.iter().map(|one| one.learned[place]).sum::<f64>() / ranked.len() as f64;
        RankRow {
            quantity,
            kind: kind.to_owned(),
            data_sets: ranks.len() as u32,
            coverage_50: coverage(&ranks, among, 0.5),
            coverage_90: coverage(&ranks, among, 0.9),
            p_value: evenness(&tenths),
            tenths: tenths.iter().map(usize::to_string).collect::<Vec<_>>().join(" "),
            learned,
        }
    }
}

/// How many draws lie below the truth; of draws that equal it, half.
fn rank(draws: &[f64], truth: f64) -> usize {
    let below = draws.iter().filter(|draw| **draw < truth).count();
    let equal = draws.iter().filter(|draw| **draw == truth).count();
    below + equal / 2
}

/// Ranks from 0 to `among` in bins of equal width.
fn histogram(ranks: &[usize], among: usize) -> [usize; BINS] {
    let mut bins = [0; BINS];
    for rank in ranks {
        bins[(rank * BINS / (among + 1)).min(BINS - 1)] += 1;
    }
    bins
}

/// Share of the central intervals of this size that hold the truth.
fn coverage(ranks: &[usize], among: usize, size: f64) -> f64 {
    let outside = (1.0 - size) / 2.0;
    let inside = ranks.iter().filter(|rank| {
        // The middle of the truth's place among the draws, as a share.
        let place = (**rank as f64 + 0.5) / (among + 1) as f64;
        outside <= place && place <= 1.0 - outside
    });
    inside.count() as f64 / ranks.len() as f64
}

/// Probability of bins at least so uneven if all are equally likely (chi-square).
fn evenness(bins: &[usize]) -> f64 {
    let all: usize = bins.iter().sum();
    let expected = all as f64 / bins.len() as f64;
    let statistic: f64 =
        bins.iter().map(|count| (*count as f64 - expected).powi(2) / expected).sum();
    ChiSquared::new(bins.len() as f64 - 1.0).map_or(f64::NAN, |chi| chi.sf(statistic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_bins_and_coverage_by_hand() {
        assert_eq!(rank(&[0.1, 0.5, 0.9], 0.6), 2);
        assert_eq!(rank(&[0.1, 0.5, 0.5, 0.9], 0.5), 2);
        let ranks: Vec<usize> = (0..100).collect();
        assert_eq!(histogram(&ranks, 99), [10; 10]);
        assert_eq!(coverage(&ranks, 99, 0.5), 0.5);
        assert_eq!(coverage(&ranks, 99, 0.9), 0.9);
        assert!((evenness(&[10; 10]) - 1.0).abs() < 1e-12);
        // All in one of ten bins: chi-square 900 on 9 degrees of freedom.
        assert!(evenness(&[100, 0, 0, 0, 0, 0, 0, 0, 0, 0]) < 1e-12);
        // Too narrow posteriors put truths at the ends.
        assert!(coverage(&[0, 1, 98, 99], 99, 0.9) < 0.01);
    }
}
