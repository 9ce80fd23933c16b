//! A panel over two numbers: axes at its left and below, with grid lines.

use crate::axis::Scale;
use crate::fonts;
use crate::frame::{self, MARGIN, Page};
use crate::scene::{Anchor, Point, WIDTH};
use crate::style::{self, Colour};
use crate::text::Text;

/// Height of the panel.
const HEIGHT: f64 = 330.0;

/// What a panel over two numbers shows.
pub struct Axes<'write> {
    /// Lowest and highest value of the horizontal axis.
    pub across: (f64, f64),
    /// Lowest and highest value of the vertical axis.
    pub up: (f64, f64),
    /// Ticks at most, of the horizontal and the vertical axis.
    pub most_ticks: (usize, usize),
    /// Colour of the lines at zero, where they are more than other lines of the grid.
    pub zero: Option<Colour>,
    /// Writes a value of either axis with so many decimals.
    pub write: &'write dyn Fn(f64, usize) -> Text,
}

/// Where values lie in a panel over two numbers.
#[derive(Clone, Copy, Debug)]
pub struct Plane {
    /// The horizontal axis.
    pub across: Scale,
    /// The vertical axis.
    pub up: Scale,
    /// Left and right edge.
    pub sides: (f64, f64),
    /// Upper and lower edge.
    pub ends: (f64, f64),
}

impl Plane {
    /// Draws the axes and the grid where the page is filled to. The page stays where it is.
    pub fn new(page: &mut Page<'_>, axes: &Axes<'_>) -> Plane {
        let teller = page.teller;
        let write = |value: f64, decimals: usize| teller.tell(&(axes.write)(value, decimals));
        let (top, bottom) = (page.y, page.y + HEIGHT);
        let (up, labelled) = frame::fitted_axis(axes.up, (bottom, top), axes.most_ticks.1, write);
        let up = Scale {
            places: (bottom, top),
            ..up
        };
        let widest = labelled
            .iter()
            .map(|(_, word)| fonts::width(word, style::SMALL.0, style::SMALL.1))
            .fold(0.0, f64::max);
        let (left, right) = (MARGIN + widest + 8.0, WIDTH - MARGIN);
        for (value, word) in &labelled {
            let y = up.at(*value);
            let (colour, width) = match axes.zero.filter(|_| value.abs() < 1e-12) {
                Some(colour) => (colour, 1.0),
                None => (style::GRID, 0.8),
            };
            page.scene.segment((left, y), (right, y), colour, width);
            let at = (left - 6.0, y + 4.0);
            page.scene.text(word, at, Anchor::End, style::SMALL);
        }
        let most_ticks = axes.most_ticks.0;
        let (across, labelled) = frame::fitted_axis(axes.across, (left, right), most_ticks, write);
        frame::upright_grid(page, &across, &labelled, (top, bottom));
        if let Some(colour) = axes.zero {
            let x = across.at(0.0);
            page.scene.segment((x, top), (x, bottom), colour, 1.0);
        }
        Plane {
            across,
            up,
            sides: (left, right),
            ends: (top, bottom),
        }
    }

    /// The place of two values.
    pub fn at(&self, (across, up): (f64, f64)) -> Point {
        (self.across.at(across), self.up.at(up))
    }
}

/// Places for a label around a point, nearest first: where its anchor lies, and the ends of a
/// leader where it is far.
pub fn label_places(
    (x, y): Point,
) -> impl Iterator<Item = (Point, Anchor, Option<(Point, Point)>)> {
    [9.0, 16.0, 26.0, 38.0, 52.0, 68.0, 86.0]
        .into_iter()
        .flat_map(move |distance| {
            (0..16).map(move |step| {
                // Right, left, then around.
                let order = [0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 13, 5, 11];
                let angle = f64::from(order[step]) * std::f64::consts::TAU / 16.0;
                let (across, down) = (angle.cos(), -angle.sin());
                let anchor = if across > 0.3 {
                    Anchor::Start
                } else if across < -0.3 {
                    Anchor::End
                } else {
                    Anchor::Middle
                };
                let at = (x + across * distance, y + down * (distance + 2.0) + 4.2);
                let leader = (distance > 12.0).then_some((
                    (x + across * 6.0, y + down * 6.0),
                    (x + across * (distance - 2.0), y + down * (distance - 4.0)),
                ));
                (at, anchor, leader)
            })
        })
}
