//! The rows of the tables of an uncertain decision.

use serde::{Deserialize, Serialize};

/// A row of `best.csv`: an arm by one way of deciding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BestRow {
    /// `outcome`: the outcome alone; `net_benefit`: its worth less cost.
    pub decide_by: String,
    /// Willingness to pay, NOK per unit; empty for the outcome alone.
    pub willingness_to_pay: Option<f64>,
    /// Name of the arm.
    pub arm: String,
    /// Probability that it is best.
    pub probability: f64,
    /// Its standard error over draws.
    pub mc_se: f64,
    /// Mean over draws of what it brings more than the reference: in units of the outcome
    /// (the better way is up), or NOK per family.
    pub more_than_reference: f64,
    /// Is it what one would choose on these means?
    pub favourite: bool,
}

/// A row of `plane.csv`: an arm against the reference in one draw. More is better for
/// effects: an outcome to be avoided counts what is avoided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaneRow {
    /// Number of the draw, from 1.
    pub draw: u32,
    /// Name of the arm.
    pub arm: String,
    /// Name of the reference.
    pub reference: String,
    /// More effect than the reference, as simulated.
    pub effect: f64,
    /// More cost, NOK per family, as simulated.
    pub cost_nok: f64,
    /// More effect, with the noise of the simulation taken out.
    pub effect_without_noise: f64,
    /// More cost, with the noise of the simulation taken out.
    pub cost_without_noise: f64,
}

/// A row of `acceptability.csv`: an arm at one willingness to pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcceptabilityRow {
    /// NOK per unit of the outcome.
    pub willingness_to_pay: f64,
    /// Name of the arm.
    pub arm: String,
    /// Probability that it has the highest net benefit.
    pub probability: f64,
    /// Its standard error over draws.
    pub mc_se: f64,
    /// Has it the highest mean net benefit? Then its probability is the frontier.
    pub favourite: bool,
    /// Expected value of perfect information here, NOK per family.
    pub information: f64,
    /// Its standard error.
    pub information_se: f64,
}

/// A row of `information.csv`: what knowing something before choosing would be worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InformationRow {
    /// `total`, `group` or `parameter`.
    pub what: String,
    /// Key of the group, or name of the parameter; `all` for the total.
    pub key: String,
    /// The group that a parameter belongs to.
    pub group: String,
    /// How many parameters.
    pub parameters: u32,
    /// Grade of a parameter.
    pub grade: String,
    /// Value for one family: NOK, or units of the outcome.
    pub value: f64,
    /// Its standard error.
    pub mc_se: f64,
    /// What inputs that decide nothing exceed by chance in one case of twenty; for the
    /// total, nothing.
    pub by_chance: Option<f64>,
    /// Is the value above that, and told from zero beside its own error?
    pub above_chance: bool,
    /// Part of the total; the parts of groups need not add to it.
    pub share_of_total: Option<f64>,
    /// The total when noise within draws is left in; too large.
    pub with_noise: Option<f64>,
}

/// A row of `regret.csv`: what the choice of an arm loses against the best of each draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegretRow {
    /// Name of the arm.
    pub arm: String,
    /// Mean over draws, per family: NOK, or units of the outcome.
    pub mean: f64,
    /// Its standard error.
    pub mc_se: f64,
    /// What one draw in twenty exceeds.
    pub percentile_95: f64,
    /// The largest.
    pub worst: f64,
    /// Is it what one would choose today?
    pub favourite: bool,
}

/// A row of `boxes.csv`: one limit of a box in which the favourite often fails.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BoxRow {
    /// Number of the box, from 1.
    #[serde(rename = "box")]
    pub number: u32,
    /// Name of the parameter.
    pub parameter: String,
    /// Smallest value inside; empty if open.
    pub low: Option<f64>,
    /// Largest value inside; empty if open.
    pub high: Option<f64>,
    /// Probability of as many failures if this limit did nothing.
    pub quasi_p: f64,
    /// Draws inside.
    pub draws: u32,
    /// Draws inside in which the favourite fails.
    pub failures: u32,
    /// Share of all failures that lie inside.
    pub coverage: f64,
    /// Share of the draws inside that are failures.
    pub density: f64,
}

/// A row of `draws.csv`: an arm in one draw, as simulated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DrawRow {
    /// Number of the draw, from 1.
    pub draw: u32,
    /// Name of the arm.
    pub arm: String,
    /// The outcome.
    pub estimate: f64,
    /// Its standard error over replicates.
    pub mc_se: Option<f64>,
    /// Cost per family, NOK; empty if cost is left out.
    pub cost_nok: Option<f64>,
    /// Its standard error over replicates.
    pub cost_mc_se: Option<f64>,
    /// Is it the best of this draw, noise taken out? Equally good arms share it.
    pub best: f64,
}

/// File of [`BestRow`]s.
pub const BEST: &str = "best.csv";
/// File of [`PlaneRow`]s.
pub const PLANE: &str = "plane.csv";
/// File of [`AcceptabilityRow`]s.
pub const ACCEPTABILITY: &str = "acceptability.csv";
/// File of [`InformationRow`]s.
pub const INFORMATION: &str = "information.csv";
/// File of [`RegretRow`]s.
pub const REGRET: &str = "regret.csv";
/// File of [`BoxRow`]s.
pub const BOXES: &str = "boxes.csv";
/// Its columns, for when there is no box.
pub const BOX_HEADER: &str = "box,parameter,low,high,quasi_p,draws,failures,coverage,density";
/// File of [`DrawRow`]s.
pub const DRAWS: &str = "draws.csv";
/// File of the parameter values of each draw: a column a parameter.
pub const DRAW_PARAMETERS: &str = "draw_parameters.csv";
