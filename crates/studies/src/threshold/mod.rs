//! `threshold`: how far each assumption may move before the order of two arms turns.

use serde::{Deserialize, Serialize};

/// A row of `thresholds.csv`: what happens on one side of where a parameter starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThresholdRow {
    /// Place in the ranking: 1 turns the order soonest.
    pub rank: u32,
    /// Name of the parameter, or path of the field.
    pub parameter: String,
    /// Unit of its values.
    pub unit: String,
    /// How well it is known; empty for fields.
    pub grade: String,
    /// Where it starts.
    pub start: f64,
    /// Low end of its range.
    pub low: f64,
    /// High end.
    pub high: f64,
    /// `below` or `above` the start.
    pub side: String,
    /// `turns`, `fades`, `holds`, `no_room`; `settles` or `unclear` where the order cannot
    /// be told at the start.
    pub finding: String,
    /// Where the mean difference changes sign; where it fades or settles.
    pub threshold: Option<f64>,
    /// Lower end of the 95 % interval of the threshold. None: open to the end of the range.
    pub threshold_lower: Option<f64>,
    /// Upper end.
    pub threshold_upper: Option<f64>,
    /// How far it may move from the start, in its unit.
    #[serde(rename = "room")]
    pub distance: Option<f64>,
    /// The same as a share of the distance from the start to the end of the range.
    #[serde(rename = "share_of_way")]
    pub share_of_range: Option<f64>,
    /// Value before the turn at which it was confirmed.
    pub before_value: Option<f64>,
    /// Difference there, with other random numbers.
    pub before: Option<f64>,
    /// Lower end of its 95 % interval.
    pub before_lower: Option<f64>,
    /// Upper end.
    pub before_upper: Option<f64>,
    /// Value beyond the turn at which it was confirmed.
    pub after_value: Option<f64>,
    /// Difference there, with other random numbers.
    pub after: Option<f64>,
    /// Lower end of its 95 % interval.
    pub after_lower: Option<f64>,
    /// Upper end.
    pub after_upper: Option<f64>,
    /// Are the signs on both sides as the turn says? `clearly` if neither interval holds
    /// zero, `yes`, or `no`.
    pub confirmed: String,
}

/// A row of `threshold_profiles.csv`: the difference at one value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProfileRow {
    /// Name of the parameter, or path of the field.
    pub parameter: String,
    /// Its value.
    pub value: f64,
    /// How far the value lies between the low end (0) and the high end (1).
    pub share: f64,
    /// The difference, first arm less second.
    pub estimate: f64,
    /// Its standard error over replicates.
    pub mc_se: f64,
    /// Lower end of the 95 % interval.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

/// A row of `threshold_pairs.csv`: the difference at one point of a plane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairRow {
    /// Number of the plane, from 1.
    pub plane: u32,
    /// What moves along.
    pub first: String,
    /// What moves up.
    pub second: String,
    /// Value of the first.
    pub first_value: f64,
    /// Value of the second.
    pub second_value: f64,
    /// The difference, first arm less second.
    pub estimate: f64,
    /// Its standard error over replicates.
    pub mc_se: f64,
    /// Lower end of the 95 % interval.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

/// A row of `threshold_lines.csv`: a point of a line on which the order turns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LineRow {
    /// Number of the plane, from 1.
    pub plane: u32,
    /// Number of the line in the plane, from 1.
    pub line: u32,
    /// Value of the first.
    pub first_value: f64,
    /// Value of the second.
    pub second_value: f64,
}

/// File of [`ThresholdRow`]s.
pub const THRESHOLDS: &str = "thresholds.csv";
/// File of [`ProfileRow`]s.
pub const PROFILES: &str = "threshold_profiles.csv";
/// File of [`PairRow`]s.
pub const PAIRS: &str = "threshold_pairs.csv";
/// Its columns, for when no plane is mapped.
pub const PAIR_HEADER: &str =
    "plane,first,second,first_value,second_value,estimate,mc_se,lower,upper";
/// File of [`LineRow`]s.
pub const LINES: &str = "threshold_lines.csv";
/// Its columns, for when the order turns in no plane.
pub const LINE_HEADER: &str = "plane,line,first_value,second_value";

mod confirmation;
mod contour;
pub mod difference;
pub(crate) mod kind;
mod page;
mod planes;
mod planes_figure;
mod profiles_figure;
mod ranges_figure;
mod results;
pub mod reversal;
mod run;
mod sentences;
mod simulation;

pub use run::distances;
