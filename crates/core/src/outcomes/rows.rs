//! The rows of the tables in a results folder.

use crate::evidence::{ContrastKind, Outcome, Unit};

/// A row of `summary.csv`: one outcome of one arm.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct SummaryRow {
    /// Name of the arm.
    pub arm: String,
    /// What is measured.
    pub outcome: Outcome,
    /// Of whom.
    pub unit: Unit,
    /// Weeks since referral.
    pub week: u32,
    /// The value; none where it is not defined.
    pub estimate: Option<f64>,
    /// Monte Carlo standard error; none with one replicate.
    pub mc_se: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
}

/// A row of `contrasts.csv`: an arm against the reference, paired by family.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ContrastRow {
    /// Name of the arm.
    pub arm: String,
    /// Name of the reference arm.
    pub reference: String,
    /// What is measured.
    pub outcome: Outcome,
    /// Of whom.
    pub unit: Unit,
    /// Weeks since referral.
    pub week: u32,
    /// How the arms are compared.
    #[serde(rename = "measure")]
    pub contrast: ContrastKind,
    /// The value; none where it is not defined.
    pub estimate: Option<f64>,
    /// Monte Carlo standard error.
    pub mc_se: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
    /// Share of parameter draws in which the arm does better; none without draws.
    pub share_of_draws_better: Option<f64>,
}

/// A row of `curves.csv`: one week of one curve of one arm.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct CurveRow {
    /// Name of the arm.
    pub arm: String,
    /// Name of the curve, such as `placement`.
    pub curve: String,
    /// Weeks since referral.
    pub week: u32,
    /// The value; none where nobody is left to measure.
    pub estimate: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
}

/// A row of `subgroups.csv`: one outcome of one group of families in one arm.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct SubgroupRow {
    /// Name of the arm.
    pub arm: String,
    /// `risk_factors` or `adversity_quartile`.
    pub grouping: String,
    /// The group, such as `4+`.
    pub group: String,
    /// What is measured.
    pub outcome: Outcome,
    /// Of whom.
    pub unit: Unit,
    /// Weeks since referral.
    pub week: u32,
    /// The value; none where it is not defined.
    pub estimate: Option<f64>,
    /// Monte Carlo standard error.
    pub mc_se: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
}
