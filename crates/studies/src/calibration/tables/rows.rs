//! The tables of a calibration and of a validation.

use serde::{Deserialize, Serialize};

/// A target, or a row of the validation set, against the model: a row of `checks.csv`.
///
/// Statistics stand on their natural scale; distances in standard errors of the evidence on
/// the scale of the target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckRow {
    /// Name of the target.
    pub target: String,
    /// `calibration` or `validation`: was it used to calibrate?
    pub set: String,
    /// `both`, `child` or `family`.
    pub reading: String,
    /// Short name for people, English.
    pub title: String,
    /// Short name for people, Norwegian.
    pub title_nb: String,
    /// Profile of the families.
    pub population: String,
    /// Design as written.
    pub arm: String,
    /// Design that it is compared with, as written; empty if none.
    pub reference: String,
    /// Outcome as written.
    pub outcome: String,
    /// Unit as written.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
    /// Measure as written.
    pub measure: String,
    /// `identity`, `log` or `logit`.
    pub scale: String,
    /// What the evidence says.
    pub evidence: f64,
    /// Lower end of its 95 % interval: value less 1.96 standard errors on its scale.
    pub evidence_lower: f64,
    /// Upper end.
    pub evidence_upper: f64,
    /// Median over draws of the prior; empty in a validation.
    pub prior: Option<f64>,
    /// 2.5th percentile over draws of the prior.
    pub prior_lower: Option<f64>,
    /// 97.5th percentile.
    pub prior_upper: Option<f64>,
    /// Median over draws of the posterior.
    pub model: f64,
    /// 2.5th percentile over draws of the posterior.
    pub model_lower: f64,
    /// 97.5th percentile.
    pub model_upper: f64,
    /// Lower end of the 95 % posterior predictive interval: what another study like that of
    /// the evidence would show, its own error included.
    pub predictive_lower: f64,
    /// Upper end.
    pub predictive_upper: f64,
    /// Does the evidence lie inside that interval?
    pub inside: bool,
    /// Median of the model less the evidence.
    pub distance: f64,
    /// The statistic at the central draw.
    pub central: f64,
    /// The central draw less the evidence.
    pub central_distance: f64,
    /// Rows of the evidence.
    pub source: String,
    /// Grade of the evidence; empty where the file gives none.
    pub grade: String,
    /// `yes`, `partly`, `no` or empty: may model and evidence be compared?
    pub comparable: String,
    /// What is to be known about it.
    pub note: String,
}

/// What the evidence says about a parameter: a row of `parameters.csv`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParameterRow {
    /// Its key.
    pub parameter: String,
    /// Unit of the value.
    pub unit: String,
    /// Grade before calibration.
    pub grade: String,
    /// Lower end of the prior.
    pub low: f64,
    /// Top of the prior.
    pub centre: f64,
    /// Upper end of the prior.
    pub high: f64,
    /// Median of the prior.
    pub prior_median: f64,
    /// 2.5th percentile of the prior.
    pub prior_lower: f64,
    /// 97.5th percentile of the prior.
    pub prior_upper: f64,
    /// Median of the posterior.
    pub median: f64,
    /// 2.5th percentile of the posterior.
    pub lower: f64,
    /// 97.5th percentile of the posterior.
    pub upper: f64,
    /// Value of the central draw.
    pub central: f64,
    /// Mean of the posterior in standard deviations of the prior (of normal scores).
    pub shift: f64,
    /// Share of the prior's variance (of normal scores) that the evidence has taken away;
    /// below zero where the posterior is wider, by chance or by a compromise.
    pub learned: f64,
    /// `informed` (a third of the variance or more is gone, or the mean has moved by 0.7 or
    /// more), `slightly` (a tenth, or 0.35) or `not` informed.
    pub verdict: String,
    /// `low` or `high` where more than a quarter of the posterior lies in the outer
    /// twentieth of the range, and at least three times as much as of the prior; else empty.
    pub edge: String,
    /// Weight of the posterior in the lowest twentieth of the range.
    pub at_low: f64,
    /// In the highest twentieth.
    pub at_high: f64,
    /// Potential scale reduction of the chains; near 1 when they agree.
    pub scale_reduction: f64,
    /// Independent draws that the chains are worth for it.
    pub effective_steps: f64,
}

/// Two parameters that the evidence ties together: a row of `pairs.csv`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairRow {
    /// The one.
    pub first: String,
    /// The other.
    pub second: String,
    /// Correlation of their scores in the posterior.
    pub correlation: f64,
}

/// A wave of simulations: a row of `waves.csv`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaveRow {
    /// Number; 0 is drawn from the prior.
    pub wave: u32,
    /// Points that were simulated.
    pub points: u32,
    /// Share of the prior that the emulators so far do not rule out.
    pub not_ruled_out: f64,
    /// Median over targets of the emulators' error, in standard errors of the evidence.
    pub median_error: f64,
    /// The largest.
    pub largest_error: f64,
    /// Share of the points with every target within three standard errors.
    pub within_three: f64,
    /// Median over the points of the root mean square distance of all targets.
    pub median_distance: f64,
}

/// A target that pulls against others: a row of `conflicts.csv`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConflictRow {
    /// The target.
    pub target: String,
    /// Its distance under all targets: posterior mean less evidence, in standard errors of
    /// evidence and posterior together.
    pub distance: f64,
    /// The same when it is itself left out (importance weights).
    pub distance_left_out: f64,
    /// Draws that the weights without it are worth.
    pub effective_draws: f64,
    /// The target that holds it back most; empty if none does.
    pub against: String,
    /// How far it would come nearer to its evidence without that one, in its standard errors.
    pub relief: f64,
}

/// Ranks of true values among draws: a row of `ranks.csv`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankRow {
    /// Parameter, or name of a statistic of the targets.
    pub quantity: String,
    /// `parameter` or `statistic`.
    pub kind: String,
    /// Number of simulated data sets.
    pub data_sets: u32,
    /// How many true values fell into each tenth of their posterior, separated by spaces.
    pub tenths: String,
    /// Share of the 50 % intervals that hold the true value.
    pub coverage_50: f64,
    /// Share of the 90 % intervals.
    pub coverage_90: f64,
    /// Chi-square of the tenths against equal shares: probability of more by chance.
    pub p_value: f64,
    /// Share of the prior's variance that a data set takes away, on average.
    pub learned: f64,
}
