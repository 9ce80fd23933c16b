//! The look of figures: colours, sizes of text, and how arms are told apart.
//!
//! Colours are those of Okabe and Ito (2008), which most colour-blind readers can
//! tell apart; their yellow is left out because it vanishes on white paper.
//! After seven arms the colours come again with another dash and another shape.

use crate::fonts::Weight;
use crate::strokes::{Dash, Shape};

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// The colour as style sheets write it.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// The colour mixed with another; 0 keeps it, 1 gives the other.
    pub fn mix(self, other: Colour, share: f64) -> Colour {
        let channel = |from: u8, to: u8| {
            (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8
        };
        Colour(channel(self.0, other.0), channel(self.1, other.1), channel(self.2, other.2))
    }
}

/// Paper.
pub const WHITE: Colour = Colour(255, 255, 255);
/// Text.
pub const INK: Colour = Colour(31, 41, 51);
/// Text of second rank.
pub const GREY_TEXT: Colour = Colour(85, 96, 107);
/// Axes.
pub const AXIS: Colour = Colour(130, 140, 150);
/// Thin grid.
pub const GRID: Colour = Colour(226, 230, 234);
/// Stripes behind rows.
pub const STRIPE: Colour = Colour(246, 248, 249);

/// Size, weight and colour of text.
pub type TextLook = (f64, Weight, Colour);

/// Of figure titles.
pub const TITLE: TextLook = (16.0, Weight::SemiBold, INK);
/// Of the line under the title, notes and axis names.
pub const SMALL: TextLook = (12.0, Weight::Regular, GREY_TEXT);
/// Of names and numbers beside marks.
pub const LABEL: TextLook = (12.0, Weight::Regular, INK);
/// Of headings of panels.
pub const PANEL: TextLook = (12.5, Weight::SemiBold, INK);
/// Distance between baselines of small text.
pub const LINE: f64 = 15.5;

const PALETTE: [Colour; 7] = [
    Colour(0, 114, 178),
    Colour(213, 94, 0),
    Colour(0, 158, 115),
    Colour(204, 121, 167),
    Colour(230, 159, 0),
    Colour(86, 180, 233),
    Colour(60, 60, 60),
];

/// How one arm looks in every figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArmStyle {
    /// Colour of lines and points.
    pub colour: Colour,
    /// Break of its lines.
    pub dash: Dash,
    /// Shape of its points.
    pub shape: Shape,
}

impl ArmStyle {
    /// Round points and solid lines.
    pub fn plain(colour: Colour) -> ArmStyle {
        ArmStyle { colour, dash: Dash::Solid, shape: Shape::Circle }
    }

    /// The look of the arm with this place in the scenario.
    pub fn of(index: usize) -> ArmStyle {
        let dashes = [Dash::Solid, Dash::Dashed, Dash::Dotted, Dash::Alternating];
        let shapes = [Shape::Circle, Shape::Square, Shape::Triangle, Shape::Diamond];
        let round = (index / PALETTE.len()) % dashes.len();
        ArmStyle {
            colour: PALETTE[index % PALETTE.len()],
            dash: dashes[round],
            shape: shapes[round],
        }
    }
}

/// Colours of the ways out of a measure, in the order they are stacked:
/// completed, dropped out, terminated, expired, ended by placement, still engaged.
/// Neighbours differ in lightness, so that the figure survives a grey printer.
pub const EXITS: [Colour; 7] = [
    Colour(0, 114, 178),
    Colour(240, 178, 60),
    Colour(176, 72, 0),
    Colour(217, 168, 196),
    Colour(40, 40, 40),
    Colour(228, 232, 235),
    Colour(246, 247, 248),
];

/// Colours of ordered groups, from pale to dark.
pub fn ordered(count: usize) -> Vec<Colour> {
    let pale = Colour(120, 186, 224);
    let dark = Colour(8, 48, 84);
    (0..count).map(|index| pale.mix(dark, index as f64 / (count.max(2) - 1) as f64)).collect()
}
