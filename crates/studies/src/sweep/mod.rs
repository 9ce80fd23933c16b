//! `sweep`: one or two fields over values; every outcome of every arm, and every
//! contrast to the reference, at each point.

use serde::{Deserialize, Serialize};

/// A row of `sweep.csv`: one outcome of one arm at one point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweepRow {
    /// Number of the point, from 1; the first field changes slowest.
    pub point: u32,
    /// Value of the first field.
    pub first: String,
    /// Value of the second field; empty with one field.
    pub second: String,
    /// Name of the arm.
    pub arm: String,
    /// Name of the outcome.
    pub outcome: String,
    /// Of whom.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
    /// The estimate.
    pub estimate: Option<f64>,
    /// Its standard error over replicates.
    pub mc_se: Option<f64>,
    /// Lower end of the 95 % interval.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
    /// How far it has moved from the first point.
    pub change: Option<f64>,
    /// Lower end of the 95 % interval of that.
    pub change_lower: Option<f64>,
    /// Upper end.
    pub change_upper: Option<f64>,
}

/// A row of `sweep_contrasts.csv`: arm less reference, at one point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweepContrastRow {
    /// Number of the point, from 1.
    pub point: u32,
    /// Value of the first field.
    pub first: String,
    /// Value of the second field; empty with one field.
    pub second: String,
    /// Name of the arm.
    pub arm: String,
    /// Name of the reference.
    pub reference: String,
    /// Name of the outcome.
    pub outcome: String,
    /// Of whom.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
    /// The difference.
    pub estimate: Option<f64>,
    /// Its standard error over replicates.
    pub mc_se: Option<f64>,
    /// Lower end of the 95 % interval.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
    /// How far it has moved from the first point.
    pub change: Option<f64>,
    /// Lower end of the 95 % interval of that.
    pub change_lower: Option<f64>,
    /// Upper end.
    pub change_upper: Option<f64>,
}

/// File of [`SweepRow`]s.
pub const SWEEP: &str = "sweep.csv";
/// File of [`SweepContrastRow`]s.
pub const SWEEP_CONTRASTS: &str = "sweep_contrasts.csv";

mod figures;
pub(crate) mod kind;
mod page;
mod run;
mod sentences;
