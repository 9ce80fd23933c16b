//! What is measured in a run, and the values of its replicates.

use crate::engine::replicate::Replicate;
use crate::model::math::normal_quantile;
use crate::outcomes::curves;
use crate::outcomes::estimates::{self, Key, Prices};
use crate::outcomes::percentiles::{Percentiles, SAMPLE};
use crate::outcomes::tally::{QUARTILES, RISK_GROUPS, Sampling, Tally};
use crate::scenario::Scenario;

/// What is measured in a run, and in what order. It follows from the scenario alone.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Place of the reference arm.
    pub(super) reference: usize,
    /// Replicates of each draw.
    pub(super) replicates: u32,
    /// Parameter draws.
    pub(super) draws: u32,
    pub(super) horizon_weeks: u32,
    /// Tasks of each replicate.
    pub(super) tasks_per_replicate: u64,
    quartile_limits: [f64; 3],
    stride: u64,
    /// The arms in the order of the scenario.
    pub(super) arms: Vec<ArmLayout>,
}

/// What is measured in one arm.
#[derive(Clone, Debug)]
pub struct ArmLayout {
    pub(super) name: String,
    prices: Prices,
    /// Rows of `summary.csv`.
    pub summary_keys: Vec<Key>,
    /// Rows of `subgroups.csv`: grouping, group, outcome.
    pub subgroup_keys: Vec<(&'static str, &'static str, Key)>,
    /// Curves of `curves.csv` but the percentiles.
    pub curve_names: Vec<&'static str>,
}

/// The values of all arms in one replicate.
#[derive(Clone, Debug)]
pub struct ReplicateValues {
    pub(super) arms: Vec<ArmValues>,
}

/// The values of one arm in one replicate, in the order of its layout.
#[derive(Clone, Debug)]
pub(super) struct ArmValues {
    pub summary: Vec<f64>,
    pub subgroups: Vec<f64>,
    pub curves: Vec<f64>,
    pub percentiles: Option<Box<Percentiles>>,
}

impl Layout {
    /// The layout of a scenario; `prices` of its arms in their order.
    pub fn new(scenario: &Scenario, prices: Vec<Prices>) -> Self {
        let draws = crate::engine::draws::count(scenario);
        let families =
            u64::from(scenario.families) * u64::from(scenario.replicates) * u64::from(draws);
        let population = &scenario.population;
        let mut layout = Self {
            reference: scenario.reference,
            replicates: scenario.replicates,
            draws,
            horizon_weeks: scenario.horizon_weeks,
            tasks_per_replicate: Replicate::tasks(scenario).len() as u64,
            quartile_limits: [1.0, 2.0, 3.0].map(|quarter| {
                let quantile = normal_quantile(quarter / QUARTILES.len() as f64);
                population.adversity_mean + population.adversity_sd * quantile
            }),
            stride: families.div_ceil(SAMPLE).max(1),
            arms: Vec::new(),
        };
        // Which values there are does not depend on what is counted.
        let nobody = layout.tally(0);
        let names = scenario.arms.iter().map(|arm| arm.name.clone());
        layout.arms =
            names.zip(prices).map(|(name, prices)| ArmLayout::new(name, prices, &nobody)).collect();
        layout
    }

    /// An empty tally for an arm of a replicate; `replicate` counts over all draws.
    pub fn tally(&self, replicate: u64) -> Tally {
        Tally::new(
            self.horizon_weeks,
            self.quartile_limits,
            Sampling { stride: self.stride, offset: replicate },
        )
    }

    /// Tallies in the order of the arms; none for an arm that has none.
    pub(super) fn by_arm(&self, tallies: Vec<(usize, Tally)>) -> Vec<Option<Tally>> {
        let mut arms: Vec<Option<Tally>> = self.arms.iter().map(|_| None).collect();
        for (arm, tally) in tallies {
            arms[arm] = Some(tally);
        }
        arms
    }

    /// The values of a whole replicate, from the tallies of its arms.
    pub fn values(&self, tallies: Vec<(usize, Tally)>) -> ReplicateValues {
        let tallies = self.by_arm(tallies);
        let arms = self.arms.iter().zip(tallies).map(|(arm, tally)| {
            // Tasks touch every arm, so there is a tally.
            arm.values(tally.unwrap_or_else(|| self.tally(0)))
        });
        ReplicateValues { arms: arms.collect() }
    }

    /// Number of values in all curves of an arm.
    pub fn curve_length(&self, arm: &ArmLayout) -> usize {
        arm.curve_names.len() * (self.horizon_weeks as usize + 1)
    }
}

impl ArmLayout {
    fn new(name: String, prices: Prices, nobody: &Tally) -> Self {
        Self {
            name,
            summary_keys: keys(estimates::summary(nobody, &prices)),
            subgroup_keys: keys_of_groups(groups(nobody, &prices)),
            curve_names: curves::curves(nobody, &prices).iter().map(|curve| curve.name).collect(),
            prices,
        }
    }

    fn values(&self, mut tally: Tally) -> ArmValues {
        let summary = estimates::summary(&tally, &self.prices);
        let curves = curves::curves(&tally, &self.prices);
        ArmValues {
            summary: summary.into_iter().map(|(_, value)| value).collect(),
            subgroups: groups(&tally, &self.prices)
                .into_iter()
                .flat_map(|(.., values)| values)
                .map(|(_, value)| value)
                .collect(),
            curves: curves.into_iter().flat_map(|curve| curve.values).collect(),
            percentiles: tally.percentiles.take(),
        }
    }
}

fn keys(values: Vec<(Key, f64)>) -> Vec<Key> {
    values.into_iter().map(|(key, _)| key).collect()
}

/// A grouping, one of its groups, and the values of that group.
type GroupValues = (&'static str, &'static str, Vec<(Key, f64)>);

fn groups(tally: &Tally, prices: &Prices) -> Vec<GroupValues> {
    let of = |sums| estimates::group(&sums, prices, tally.horizon_weeks);
    let risk = RISK_GROUPS
        .iter()
        .enumerate()
        .map(|(index, name)| ("risk_factors", *name, of(tally.risk_group(index))));
    let quartile = QUARTILES
        .iter()
        .enumerate()
        .map(|(index, name)| ("adversity_quartile", *name, of(tally.quartile(index))));
    risk.chain(quartile).collect()
}

fn keys_of_groups(groups: Vec<GroupValues>) -> Vec<(&'static str, &'static str, Key)> {
    groups
        .into_iter()
        .flat_map(|(grouping, group, values)| {
            values.into_iter().map(move |(key, _)| (grouping, group, key))
        })
        .collect()
}
