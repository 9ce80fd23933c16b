//! Draws from the posterior of the emulators.

use rand_distr::{Distribution, StandardNormal};

use homeground_core::engine::random::Streams;
use homeground_core::engine::threads;

use crate::calibration::elliptical_slice::Chain;
use crate::calibration::emulated_target::{EmulatedTarget, log_likelihood};
use crate::interval::{mean, variance};

/// Purposes of random numbers, apart from those of parameter draws, which count from zero.
const PURPOSE: u32 = 0x4341_4C49;

/// How long chains are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainLength {
    /// Chains.
    pub chains: usize,
    /// Steps at the beginning of each that are left out.
    pub warm_up: usize,
    /// Steps of each that are kept.
    pub kept: usize,
}

/// The kept steps of every chain.
#[derive(Clone, Debug)]
pub struct Chains {
    /// By chain and step.
    pub steps: Vec<Vec<Vec<f64>>>,
}

/// Independent standard normal scores.
pub fn prior(seed: u64, stage: u32, count: usize, width: usize) -> Vec<Vec<f64>> {
    (0..count)
        .map(|point| {
            let mut generator = Streams::new(seed, stage, point as u32).sequence(PURPOSE);
            (0..width).map(|_| StandardNormal.sample(&mut generator)).collect()
        })
        .collect()
}

/// Chains of the posterior in which every target counts `power` times; each begins at a
/// draw of the prior, or where `starts` says. Returns `None` when `stop` turned true.
pub fn sample(
    targets: &[EmulatedTarget],
    (seed, stage): (u64, u32),
    width: usize,
    length: ChainLength,
    power: f64,
    starts: &[Vec<f64>],
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Chains> {
    let from_prior = prior(seed, stage, length.chains, width);
    let steps: Vec<Vec<Vec<f64>>> = threads::map(length.chains, |number| {
        let mut generator =
            Streams::new(seed, stage, number as u32).sequence(PURPOSE.wrapping_add(1));
        let likelihood = |scores: &[f64]| log_likelihood(targets, scores, power);
        let start = match starts.is_empty() {
            true => &from_prior[number],
            false => &starts[number % starts.len()],
        };
        let mut chain = Chain { log_likelihood: likelihood(start), scores: start.clone() };
        let mut kept = Vec::with_capacity(length.kept);
        for step in 0..length.warm_up + length.kept {
            if stop() {
                break;
            }
            chain.step(&mut generator, likelihood);
            if step >= length.warm_up {
                kept.push(chain.scores.clone());
            }
        }
        kept
    });
    (!stop()).then_some(Chains { steps })
}

impl Chains {
    /// So many draws, spread evenly over all chains and steps.
    pub fn spread(&self, count: usize) -> Vec<Vec<f64>> {
        let all: Vec<&Vec<f64>> = self.steps.iter().flatten().collect();
        (0..count).map(|draw| all[(draw * all.len() + all.len() / 2) / count].clone()).collect()
    }

    /// Potential scale reduction of each score (Gelman and Rubin 1992, on halves of
    /// chains): near 1 when all chains tell the same.
    pub fn scale_reduction(&self) -> Vec<f64> {
        let halves: Vec<&[Vec<f64>]> = self
            .steps
            .iter()
            .flat_map(|chain| {
                let (first, second) = chain.split_at(chain.len() / 2);
                [first, &second[..first.len()]]
            })
            .collect();
        let width = halves.first().and_then(|half| half.first()).map_or(0, Vec::len);
        (0..width).map(|score| reduction(&halves, score)).collect()
    }

    /// Independent draws that tell as much about each score as all steps do: by batch
    /// means, each chain being a batch.
    pub fn effective_sizes(&self) -> Vec<f64> {
        let width = self.steps.first().and_then(|chain| chain.first()).map_or(0, Vec::len);
        let steps: usize = self.steps.iter().map(Vec::len).sum();
        (0..width)
            .map(|score| {
                let chains: Vec<Vec<f64>> = self
                    .steps
                    .iter()
                    .map(|chain| chain.iter().map(|scores| scores[score]).collect())
                    .collect();
                let means: Vec<f64> = chains.iter().map(|chain| mean(chain)).collect();
                let all: Vec<f64> = chains.concat();
                let of_means = variance(&means);
                (variance(&all) * chains.len() as f64 / of_means).min(steps as f64)
            })
            .collect()
    }
}

fn reduction(halves: &[&[Vec<f64>]], score: usize) -> f64 {
    let columns: Vec<Vec<f64>> =
        halves.iter().map(|half| half.iter().map(|scores| scores[score]).collect()).collect();
    let length = columns.first().map_or(0, Vec::len) as f64;
    let within = columns.iter().map(|column| variance(column)).sum::<f64>() / columns.len() as f64;
    let means: Vec<f64> = columns.iter().map(|column| mean(column)).collect();
    let total = within * (length - 1.0) / length + variance(&means);
    (total / within).sqrt()
}
