//! The figures of a report, one file each.
//!
//! A figure is a function from results to a [`Scene`]; it returns none when the
//! results hold nothing to draw, and the report says so.

mod contrasts;
pub mod cost;
mod dose;
mod dots;
mod exits;
pub mod page;
mod placement;
mod ribbons;
mod subgroups;

use crate::language::Language;
use crate::results::Results;
use homeground_figures::scene::Scene;

pub use exits::{EXITS, waits};

/// Draws one figure.
pub type Draw = fn(&Results, Language) -> Option<Scene>;

/// All figures in the order of the report: the name of their files, and how they are drawn.
pub const FIGURES: [(&str, Draw); 9] = [
    ("placement", placement::draw),
    ("completion_and_placement", dots::draw),
    ("contrasts", contrasts::draw),
    ("exits", exits::draw),
    ("alliance_trust", ribbons::alliance_trust),
    ("dose", dose::draw),
    ("cost", cost::draw),
    ("subgroups", subgroups::draw),
    ("capacity_stress", ribbons::capacity_stress),
];
