//! How a run is measured: which values its replicates have, and the tables that are
//! made of what was gathered.

use crate::engine::replicate::Replicate;
use crate::evidence::ContrastKind;
use crate::model::math::normal_quantile;
use crate::outcomes::curves;
use crate::outcomes::estimates::{self, Key, Prices};
use crate::outcomes::gathered::{ArmDraws, Gathered};
use crate::outcomes::moments::HalfWidths;
use crate::outcomes::numbers::{curve_limits, tidy};
use crate::outcomes::percentiles::{Percentiles, SAMPLE};
use crate::outcomes::rows::{ContrastRow, CurveRow, SubgroupRow, SummaryRow};
use crate::outcomes::tally::{QUARTILES, RISK_GROUPS, STATES, Sampling, Tally};
use crate::scenario::Scenario;

/// The tables of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    /// `summary.csv`.
    pub summary: Vec<SummaryRow>,
    /// `contrasts.csv`.
    pub contrasts: Vec<ContrastRow>,
    /// `curves.csv`.
    pub curves: Vec<CurveRow>,
    /// `subgroups.csv`.
    pub subgroups: Vec<SubgroupRow>,
}

/// What is measured in a run, and in what order. It follows from the scenario alone.
#[derive(Clone, Debug)]
pub struct Layout {
    reference: usize,
    replicates: u32,
    draws: u32,
    horizon_weeks: u32,
    tasks_per_replicate: u64,
    quartile_limits: [f64; 3],
    stride: u64,
    arms: Vec<ArmLayout>,
}

/// What is measured in one arm.
#[derive(Clone, Debug)]
pub struct ArmLayout {
    name: String,
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
        layout.arms = names
            .zip(prices)
            .map(|(name, prices)| ArmLayout::new(name, prices, &nobody))
            .collect();
        layout
    }

    /// An empty tally for an arm of a replicate; `replicate` counts over all draws.
    pub fn tally(&self, replicate: u64) -> Tally {
        Tally::new(
            self.horizon_weeks,
            self.quartile_limits,
            Sampling {
                stride: self.stride,
                offset: replicate,
            },
        )
    }

    /// The values of a whole replicate, from the tallies of its arms.
    pub fn values(&self, tallies: Vec<(usize, Tally)>) -> ReplicateValues {
        let mut of_arms: Vec<Option<Tally>> = self.arms.iter().map(|_| None).collect();
        for (arm, tally) in tallies {
            of_arms[arm] = Some(tally);
        }
        let arms = self.arms.iter().zip(of_arms).map(|(arm, tally)| {
            // Tasks touch every arm, so there is a tally.
            arm.values(tally.unwrap_or_else(|| self.tally(0)))
        });
        ReplicateValues {
            arms: arms.collect(),
        }
    }

    /// The arms in the order of the scenario.
    pub fn arms(&self) -> std::slice::Iter<'_, ArmLayout> {
        self.arms.iter()
    }

    /// Number of values in all curves of an arm.
    pub fn curve_length(&self, arm: &ArmLayout) -> usize {
        arm.curve_names.len() * (self.horizon_weeks as usize + 1)
    }

    /// Place of the reference arm.
    pub fn reference(&self) -> usize {
        self.reference
    }

    /// Replicates of each draw.
    pub fn replicates(&self) -> u32 {
        self.replicates
    }

    /// Parameter draws.
    pub fn draws(&self) -> u32 {
        self.draws
    }

    /// Tasks of each replicate.
    pub fn tasks_per_replicate(&self) -> u64 {
        self.tasks_per_replicate
    }

    /// The tables of what was gathered.
    pub fn tables(&self, gathered: &Gathered) -> Tables {
        let mut tables = Tables::default();
        let half_widths = HalfWidths::default();
        for (index, (layout, arm)) in self.arms.iter().zip(&gathered.arms).enumerate() {
            let writer = ArmTables {
                run: self,
                layout,
                arm,
                half_widths: &half_widths,
            };
            writer.summary_rows(&mut tables.summary);
            writer.subgroup_rows(&mut tables.subgroups);
            writer.curve_rows(&mut tables.curves);
            if index != self.reference {
                writer.contrast_rows(&mut tables.contrasts);
            }
        }
        tables
    }
}

impl ArmLayout {
    fn new(name: String, prices: Prices, nobody: &Tally) -> Self {
        Self {
            name,
            summary_keys: keys(estimates::summary(nobody, &prices)),
            subgroup_keys: keys_of_groups(groups(nobody, &prices)),
            curve_names: curves::curves(nobody, &prices)
                .iter()
                .map(|curve| curve.name)
                .collect(),
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
            values
                .into_iter()
                .map(move |(key, _)| (grouping, group, key))
        })
        .collect()
}

/// Makes the rows of one arm.
struct ArmTables<'a> {
    run: &'a Layout,
    layout: &'a ArmLayout,
    arm: &'a ArmDraws,
    half_widths: &'a HalfWidths,
}

impl ArmTables<'_> {
    fn summary_rows(&self, rows: &mut Vec<SummaryRow>) {
        for (place, key) in self.layout.summary_keys.iter().enumerate() {
            let (estimate, mc_se, lower, upper) = self.arm.summary.figures(
                place,
                self.run.draws,
                key.outcome.limits(),
                self.half_widths,
            );
            rows.push(SummaryRow {
                arm: self.layout.name.clone(),
                outcome: key.outcome,
                unit: key.unit,
                week: key.week,
                estimate,
                mc_se,
                lower,
                upper,
            });
        }
    }

    fn subgroup_rows(&self, rows: &mut Vec<SubgroupRow>) {
        for (place, (grouping, group, key)) in self.layout.subgroup_keys.iter().enumerate() {
            let (estimate, mc_se, lower, upper) = self.arm.subgroups.figures(
                place,
                self.run.draws,
                key.outcome.limits(),
                self.half_widths,
            );
            rows.push(SubgroupRow {
                arm: self.layout.name.clone(),
                grouping: grouping.to_string(),
                group: group.to_string(),
                outcome: key.outcome,
                unit: key.unit,
                week: key.week,
                estimate,
                mc_se,
                lower,
                upper,
            });
        }
    }

    fn curve_rows(&self, rows: &mut Vec<CurveRow>) {
        let length = self.run.horizon_weeks as usize + 1;
        for (index, curve) in self.layout.curve_names.iter().enumerate() {
            for week in 0..length {
                let place = index * length + week;
                let (estimate, _, lower, upper) = self.arm.curves.figures(
                    place,
                    self.run.draws,
                    curve_limits(curve),
                    self.half_widths,
                );
                rows.push(CurveRow {
                    arm: self.layout.name.clone(),
                    curve: curve.to_string(),
                    week: week as u32,
                    estimate,
                    lower,
                    upper,
                });
            }
        }
        let Some(percentiles) = &self.arm.percentiles else {
            return;
        };
        for (place, state) in STATES.iter().enumerate() {
            if !self.layout.curve_names.contains(&state.word()) {
                continue;
            }
            for (suffix, share) in [("p10", 0.10), ("p50", 0.50), ("p90", 0.90)] {
                for week in 0..length {
                    let estimate = week
                        .checked_sub(1)
                        .and_then(|week| percentiles.quantile(week, place, share));
                    rows.push(CurveRow {
                        arm: self.layout.name.clone(),
                        curve: format!("{state}_{suffix}"),
                        week: week as u32,
                        estimate,
                        lower: None,
                        upper: None,
                    });
                }
            }
        }
    }

    fn contrast_rows(&self, rows: &mut Vec<ContrastRow>) {
        for (place, key) in self.layout.summary_keys.iter().enumerate() {
            let better = key
                .outcome
                .less_is_better()
                .and_then(|_| self.arm.contrasts.share_better(place));
            for &contrast in ContrastKind::ALL {
                let (estimate, mc_se, lower, upper) =
                    self.arm
                        .contrasts
                        .figures(contrast, place, self.run.draws, self.half_widths);
                rows.push(ContrastRow {
                    arm: self.layout.name.clone(),
                    reference: self.run.arms[self.run.reference].name.clone(),
                    outcome: key.outcome,
                    unit: key.unit,
                    week: key.week,
                    measure: contrast,
                    estimate: estimate.map(tidy),
                    mc_se: mc_se.map(tidy),
                    lower: lower.map(tidy),
                    upper: upper.map(tidy),
                    share_of_draws_better: better.filter(|_| estimate.is_some()),
                });
            }
        }
    }
}
