//! `design`: combinations of fields of a programme; main effects and two-way
//! interactions, the best designs within a cost limit, and the frontier of cost and
//! outcome.

use serde::{Deserialize, Serialize};

/// A row of `design_effects.csv`: a main effect or an interaction on one outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectRow {
    /// Name of the outcome.
    pub outcome: String,
    /// Of whom.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
    /// `main` or `interaction`.
    pub kind: String,
    /// The field.
    pub field: String,
    /// The level that is compared with its first, or its upper end.
    pub level: String,
    /// The first level, or the lower end.
    pub from_level: String,
    /// The second field of an interaction.
    pub with_field: String,
    /// Its level that is compared with its first.
    pub with_level: String,
    /// Its first level.
    pub with_from_level: String,
    /// The effect: a difference, or a difference of differences.
    pub estimate: Option<f64>,
    /// Its standard error over replicates.
    pub mc_se: Option<f64>,
    /// Lower end of the 95 % interval.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
    /// Other effects of up to two fields that cannot be told apart from it, with `;`
    /// between.
    pub aliases: String,
}

/// A row of `design_outcomes.csv`: one outcome of one design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DesignRow {
    /// Number of the design, from 1; 0 is the reference arm of the scenario.
    pub point: u32,
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
}

/// A row of `design_ranking.csv`: a design with what it costs and gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankRow {
    /// Number of the design, from 1.
    pub point: u32,
    /// Its place by the outcome that is asked about, among those within the cost limit;
    /// empty beyond it.
    pub rank: Option<u32>,
    /// What it costs by family.
    pub cost: Option<f64>,
    /// The outcome that is asked about.
    pub outcome: Option<f64>,
    /// The outcome less that of the best design within the cost limit.
    pub less_best: Option<f64>,
    /// Lower end of the 95 % interval of that difference.
    pub less_best_lower: Option<f64>,
    /// Upper end.
    pub less_best_upper: Option<f64>,
    /// Is it on the frontier of cost and outcome?
    pub on_frontier: bool,
    /// How often it is when the replicates are drawn anew.
    pub on_frontier_share: Option<f64>,
}

/// File of all designs with all replicates: a column for each field and outcome.
pub const RUNS: &str = "design_runs.csv";
/// File of the designs: a column for each field.
pub const POINTS: &str = "design_points.csv";
/// File of [`EffectRow`]s.
pub const EFFECTS: &str = "design_effects.csv";
/// File of [`DesignRow`]s.
pub const OUTCOMES: &str = "design_outcomes.csv";
/// File of [`RankRow`]s.
pub const RANKING: &str = "design_ranking.csv";

mod effect_rows;
mod effects_section;
pub mod factorial;
pub mod fraction;
pub mod frontier;
mod frontier_section;
pub(crate) mod kind;
mod page;
mod points;
mod ranking;
mod results;
mod run;
mod sentences;
