//! What several figures of calibration and validation draw alike.

use homeground_figures::charts::row_chart::Dot;
use homeground_figures::estimate::Estimate;
use homeground_figures::style::{ArmStyle, Colour};

/// Of what agrees with the evidence.
pub const INSIDE: Colour = Colour(0, 114, 178);
/// Of what lies outside, or at an edge.
pub const OUTSIDE: Colour = Colour(213, 94, 0);
/// The band of the evidence, or of chance.
pub const BAND: Colour = Colour(150, 160, 170);

/// A round dot without an interval.
pub fn dot(value: f64, colour: Colour, filled: bool) -> Dot {
    Dot::new(Estimate::point(value), ArmStyle::plain(colour), filled)
}
