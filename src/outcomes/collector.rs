//! The tables of a whole run, gathered replicate by replicate, draw by draw.
//!
//! Memory does not grow with replicates. With parameter draws, intervals are
//! percentiles over draws; they are taken from the first [`DRAWS_KEPT`] draws
//! (draws are independent, so these are a fair sample), which bounds memory too.

use crate::model::math::normal_quantile;
use crate::outcomes::contrasts::{Contrast, Contrasts, Figures};
use crate::outcomes::estimates::{self, Key, Prices};
use crate::outcomes::moments::{Moments, central_interval, half_width};
use crate::outcomes::percentiles::{Percentiles, SAMPLE};
use crate::outcomes::rows::{ContrastRow, CurveRow, SubgroupRow, SummaryRow};
use crate::outcomes::tally::{QUARTILES, RISK_GROUPS, STATES, Sampling, Tally};
use crate::scenario::Scenario;

/// Draws from which intervals are taken, at most.
pub const DRAWS_KEPT: usize = 1000;

/// The same for curves, which are longer.
const CURVE_DRAWS_KEPT: usize = 250;

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

/// Gathers the tallies of a run.
#[derive(Debug)]
pub struct Collector {
    arm_names: Vec<String>,
    reference: usize,
    replicates: u32,
    draws: u32,
    horizon_weeks: u32,
    prices: Vec<Prices>,
    plan: TallyPlan,
    arms: Vec<ArmCollector>,
}

/// How the tallies of a run are made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TallyPlan {
    horizon_weeks: u32,
    quartile_limits: [f64; 3],
    stride: u64,
}

impl TallyPlan {
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
}

/// What is gathered of one arm.
#[derive(Debug, Default)]
struct ArmCollector {
    summary: Series,
    subgroups: Series,
    curves: Series,
    /// This arm with the reference.
    contrasts: Contrasts,
    summary_keys: Vec<Key>,
    subgroup_keys: Vec<(&'static str, &'static str, Key)>,
    curve_names: Vec<&'static str>,
    percentiles: Option<Box<Percentiles>>,
}

/// A row of values over replicates and draws.
#[derive(Debug, Default)]
struct Series {
    /// Replicates of the draw that is under way.
    within: Moments,
    /// Means of finished draws.
    between: Moments,
    /// Sum over draws of the variance of the mean.
    error: Vec<f64>,
    /// Draws in which that variance is known.
    error_draws: Vec<u32>,
    /// Means of the draws that are kept.
    kept: Vec<Vec<f64>>,
    /// Fewest replicates in which a value was defined.
    replicates: Vec<u32>,
}

impl Series {
    fn finish_draw(&mut self, keep: usize) {
        let within = std::mem::take(&mut self.within);
        let length = within.len();
        self.error.resize(length, 0.0);
        self.error_draws.resize(length, 0);
        self.replicates.resize(length, u32::MAX);
        let means: Vec<f64> = (0..length)
            .map(|place| within.mean(place).unwrap_or(f64::NAN))
            .collect();
        for place in 0..length {
            if let Some(variance) = within.variance_of_mean(place) {
                self.error[place] += variance;
                self.error_draws[place] += 1;
                self.replicates[place] = self.replicates[place].min(within.count(place));
            }
        }
        self.between.add(&means);
        if self.kept.len() < keep {
            self.kept.push(means);
        }
    }

    /// Monte Carlo variance of the mean over draws.
    fn error_variance(&self, place: usize) -> Option<f64> {
        let draws = *self.error_draws.get(place)?;
        (draws > 0).then(|| self.error[place] / f64::from(draws) / f64::from(draws))
    }

    fn figures(&self, place: usize, draws: u32, limits: (f64, f64)) -> Figures {
        let Some(estimate) = self.between.mean(place).map(tidy) else {
            return (None, None, None, None);
        };
        let error = self.error_variance(place).map(f64::sqrt).map(tidy);
        let interval = if draws > 1 {
            central_interval(self.kept.iter().map(|means| means[place]))
        } else {
            error.map(|error| {
                let reach = half_width(self.replicates[place]) * error;
                (
                    (estimate - reach).max(limits.0),
                    (estimate + reach).min(limits.1),
                )
            })
        };
        (
            Some(estimate),
            error,
            interval.map(|(lower, _)| tidy(lower)),
            interval.map(|(_, upper)| tidy(upper)),
        )
    }
}

impl Collector {
    /// A collector for a scenario; `prices` of its arms in their order.
    pub fn new(scenario: &Scenario, prices: Vec<Prices>) -> Self {
        let draws = crate::engine::draws::count(scenario);
        let families =
            u64::from(scenario.families) * u64::from(scenario.replicates) * u64::from(draws);
        let population = &scenario.population;
        Self {
            arm_names: scenario.arms.iter().map(|arm| arm.name.clone()).collect(),
            reference: scenario.reference,
            replicates: scenario.replicates,
            draws,
            horizon_weeks: scenario.horizon_weeks,
            prices,
            plan: TallyPlan {
                horizon_weeks: scenario.horizon_weeks,
                quartile_limits: [1.0, 2.0, 3.0].map(|quarter| {
                    let quantile = normal_quantile(quarter / QUARTILES.len() as f64);
                    population.adversity_mean + population.adversity_sd * quantile
                }),
                stride: families.div_ceil(SAMPLE).max(1),
            },
            arms: scenario
                .arms
                .iter()
                .map(|_| ArmCollector::default())
                .collect(),
        }
    }

    /// How tallies are made; can be handed to other threads.
    pub fn plan(&self) -> TallyPlan {
        self.plan
    }

    /// Takes in the tallies of all arms of a replicate. Replicates come in their
    /// order, draw after draw.
    pub fn add(&mut self, replicate: u32, mut tallies: Vec<Tally>) {
        let horizon = self.horizon_weeks;
        let mut summaries = Vec::with_capacity(tallies.len());
        for ((arm, tally), prices) in self.arms.iter_mut().zip(&mut tallies).zip(&self.prices) {
            let summary = estimates::summary(tally, prices);
            let values: Vec<f64> = summary.iter().map(|(_, value)| *value).collect();
            arm.summary.within.add(&values);
            arm.summary_keys = summary.into_iter().map(|(key, _)| key).collect();
            summaries.push(values);
            arm.add_subgroups(tally, prices, horizon);
            let curves = estimates::curves(tally, prices);
            let points: Vec<f64> = curves
                .iter()
                .flat_map(|c| c.values.iter().copied())
                .collect();
            arm.curves.within.add(&points);
            arm.curve_names = curves.iter().map(|curve| curve.name).collect();
            match (&mut arm.percentiles, tally.percentiles.take()) {
                (Some(mine), Some(theirs)) => mine.add(&theirs),
                (mine @ None, theirs) => *mine = theirs,
                (Some(_), None) => {}
            }
        }
        for (arm, values) in self.arms.iter_mut().zip(&summaries) {
            arm.contrasts.add(values, &summaries[self.reference]);
        }
        if replicate + 1 == self.replicates {
            self.finish_draw();
        }
    }

    fn finish_draw(&mut self) {
        for arm in &mut self.arms {
            let keys = &arm.summary_keys;
            arm.contrasts
                .finish_draw(DRAWS_KEPT, |place| keys[place].outcome);
            arm.summary.finish_draw(DRAWS_KEPT);
            arm.subgroups.finish_draw(DRAWS_KEPT);
            arm.curves.finish_draw(CURVE_DRAWS_KEPT);
        }
    }

    /// The tables of the run.
    pub fn tables(&self) -> Tables {
        let mut tables = Tables::default();
        for (index, arm) in self.arms.iter().enumerate() {
            let name = &self.arm_names[index];
            self.summary_rows(name, arm, &mut tables.summary);
            self.subgroup_rows(name, arm, &mut tables.subgroups);
            self.curve_rows(name, arm, &mut tables.curves);
            if index != self.reference {
                self.contrast_rows(name, arm, &mut tables.contrasts);
            }
        }
        tables
    }

    fn summary_rows(&self, name: &str, arm: &ArmCollector, rows: &mut Vec<SummaryRow>) {
        for (place, key) in arm.summary_keys.iter().enumerate() {
            let (estimate, mc_se, lower, upper) =
                arm.summary.figures(place, self.draws, limits(key.outcome));
            rows.push(SummaryRow {
                arm: name.to_string(),
                outcome: key.outcome.to_string(),
                unit: key.unit.to_string(),
                week: key.week,
                estimate,
                mc_se,
                lower,
                upper,
            });
        }
    }

    fn subgroup_rows(&self, name: &str, arm: &ArmCollector, rows: &mut Vec<SubgroupRow>) {
        for (place, (grouping, group, key)) in arm.subgroup_keys.iter().enumerate() {
            let (estimate, mc_se, lower, upper) =
                arm.subgroups
                    .figures(place, self.draws, limits(key.outcome));
            rows.push(SubgroupRow {
                arm: name.to_string(),
                grouping: grouping.to_string(),
                group: group.to_string(),
                outcome: key.outcome.to_string(),
                unit: key.unit.to_string(),
                week: key.week,
                estimate,
                mc_se,
                lower,
                upper,
            });
        }
    }

    fn curve_rows(&self, name: &str, arm: &ArmCollector, rows: &mut Vec<CurveRow>) {
        let length = self.horizon_weeks as usize + 1;
        for (index, curve) in arm.curve_names.iter().enumerate() {
            for week in 0..length {
                let place = index * length + week;
                let (estimate, _, lower, upper) =
                    arm.curves.figures(place, self.draws, limits(curve));
                rows.push(CurveRow {
                    arm: name.to_string(),
                    curve: curve.to_string(),
                    week: week as u32,
                    estimate,
                    lower,
                    upper,
                });
            }
        }
        let Some(percentiles) = &arm.percentiles else {
            return;
        };
        for (place, state) in STATES.iter().enumerate() {
            if !arm.curve_names.contains(state) {
                continue;
            }
            for (suffix, share) in [("p10", 0.10), ("p50", 0.50), ("p90", 0.90)] {
                for week in 0..length {
                    let estimate = week
                        .checked_sub(1)
                        .and_then(|week| percentiles.quantile(week, place, share));
                    rows.push(CurveRow {
                        arm: name.to_string(),
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

    fn contrast_rows(&self, name: &str, arm: &ArmCollector, rows: &mut Vec<ContrastRow>) {
        for (place, key) in arm.summary_keys.iter().enumerate() {
            let better = estimates::less_is_better(key.outcome)
                .and_then(|_| arm.contrasts.share_better(place));
            for contrast in [Contrast::Difference, Contrast::Ratio] {
                let (estimate, mc_se, lower, upper) =
                    arm.contrasts.figures(contrast, place, self.draws);
                rows.push(ContrastRow {
                    arm: name.to_string(),
                    reference: self.arm_names[self.reference].clone(),
                    outcome: key.outcome.to_string(),
                    unit: key.unit.to_string(),
                    week: key.week,
                    measure: contrast.name().to_string(),
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

impl ArmCollector {
    fn add_subgroups(&mut self, tally: &Tally, prices: &Prices, horizon: u32) {
        let risk = RISK_GROUPS
            .iter()
            .enumerate()
            .map(|(index, name)| ("risk_factors", *name, tally.risk_group(index)));
        let quartile = QUARTILES
            .iter()
            .enumerate()
            .map(|(index, name)| ("adversity_quartile", *name, tally.quartile(index)));
        let mut keys = Vec::new();
        let mut values = Vec::new();
        for (grouping, name, sums) in risk.chain(quartile) {
            for (key, value) in estimates::group(&sums, prices, horizon) {
                keys.push((grouping, name, key));
                values.push(value);
            }
        }
        self.subgroup_keys = keys;
        self.subgroups.within.add(&values);
    }
}

/// A value without the noise of its last digits: two ways to the same number, such
/// as a share and a product of shares, must print alike.
fn tidy(value: f64) -> f64 {
    /// Significant digits that are kept.
    const DIGITS: i32 = 12;
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = 10f64.powi(DIGITS - 1 - value.abs().log10().floor() as i32);
    if scale.is_finite() {
        (value * scale).round() / scale
    } else {
        value
    }
}

/// The range that an outcome cannot leave, for intervals.
fn limits(outcome: &str) -> (f64, f64) {
    let above_one = [
        "visits",
        "visits_planned",
        "visits_delivered",
        "hours",
        "hours_planned",
        "hours_delivered",
        "attended_visits",
        "helper_hours",
        "weeks_waited",
        "weeks_in_care",
        "risk_factors",
    ];
    if above_one.contains(&outcome) || outcome.starts_with("cost_") {
        (0.0, f64::INFINITY)
    } else {
        (0.0, 1.0)
    }
}
