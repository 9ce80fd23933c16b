//! Points over two numbers, with their intervals, lines between them, and names beside them.

use crate::axis::Scale;
use crate::chart::{Chart, Write, boxed};
use crate::charts::scatter_labels::{Frame, Placed, draw_legend, labels};
use crate::fonts;
use crate::frame::{self, MARGIN, Page, Sign, upright_axis};
use crate::scene::{Anchor, Dash, Point, Scene, Shape, WIDTH};
use crate::style::{self, ArmStyle, Colour};
use crate::text::{Teller, Text};

/// Space between panels, and space for the words of their vertical axes.
const GAP: f64 = 30.0;
const AXIS_WIDTH: f64 = 44.0;
/// A panel beside others is no wider.
const MOST_WIDTH: f64 = 420.0;

/// A point.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Its place.
    pub at: (f64, f64),
    /// Its intervals across and upward.
    pub intervals: [Option<(f64, f64)>; 2],
    /// Its colour.
    pub colour: Colour,
    /// Its form.
    pub shape: Shape,
    /// Half its width.
    pub radius: f64,
    /// Is it filled?
    pub filled: bool,
    /// Words beside it; may be empty.
    pub label: Text,
}

impl Default for Spot {
    /// A filled dot without words.
    fn default() -> Spot {
        Spot {
            at: (0.0, 0.0),
            intervals: [None, None],
            colour: style::INK,
            shape: Shape::Circle,
            radius: 3.8,
            filled: true,
            label: Text::default(),
        }
    }
}

/// A line from place to place.
#[derive(Clone, Debug)]
pub struct SpotLine {
    /// Its places.
    pub points: Vec<(f64, f64)>,
    /// Its colour.
    pub colour: Colour,
    /// Its thickness.
    pub width: f64,
    /// How it is broken.
    pub dash: Dash,
}

impl SpotLine {
    /// Its part inside a panel; a straight line is cut where it leaves.
    fn inside(&self, across: (f64, f64), up: (f64, f64)) -> Vec<(f64, f64)> {
        let [from, to] = self.points[..] else {
            return self.points.clone();
        };
        let step = (to.0 - from.0, to.1 - from.1);
        // Shares of the distance at which it enters and leaves, over both axes.
        let (mut enters, mut leaves) = (0.0f64, 1.0f64);
        for (start, step, (low, high)) in [(from.0, step.0, across), (from.1, step.1, up)] {
            if step != 0.0 {
                let ends = ((low - start) / step, (high - start) / step);
                enters = enters.max(ends.0.min(ends.1));
                leaves = leaves.min(ends.0.max(ends.1));
            } else if start < low || start > high {
                return Vec::new();
            }
        }
        let at = |share: f64| (from.0 + step.0 * share, from.1 + step.1 * share);
        match enters <= leaves {
            true => vec![at(enters), at(leaves)],
            false => Vec::new(),
        }
    }
}

/// A panel.
#[derive(Clone, Debug, Default)]
pub struct ScatterPanel {
    /// What stands above it; may be empty.
    pub heading: Text,
    /// Ranges of the axes; without one, around the points.
    pub ranges: [Option<(f64, f64)>; 2],
    /// Ticks of the axes at most, where they are not 6 and 5.
    pub ticks: Option<[usize; 2]>,
    /// Write values of the axes with so many decimals.
    pub write: [Write; 2],
    /// The points, from the back to the front. Those first in order choose first where
    /// their words stand.
    pub spots: Vec<Spot>,
    /// Lines behind the points.
    pub lines: Vec<SpotLine>,
    /// An upright line, with its words.
    pub limit: Option<(f64, Text)>,
}

impl ScatterPanel {
    /// The range of one axis.
    fn range(&self, axis: usize, place: fn(&Spot) -> f64) -> (f64, f64) {
        if let Some(range) = self.ranges[axis] {
            return range;
        }
        let places = self.spots.iter().map(place);
        let (low, high) = places.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let margin = ((high - low) * 0.04).max(high.abs() * 1e-3).max(1e-9);
        (low - margin, high + margin)
    }
}

/// Points over two numbers.
#[derive(Clone, Debug, Default)]
pub struct Scatter {
    /// Heading of the figure.
    pub title: Text,
    /// What stands below it.
    pub subtitle: Text,
    /// Signs and their words.
    pub key: Vec<(Sign, Text)>,
    /// Name of the vertical axes; may be empty.
    pub up: Text,
    /// Name of the horizontal axes.
    pub across: Text,
    /// Height of the panels.
    pub height: f64,
    /// The panels, beside each other.
    pub panels: Vec<ScatterPanel>,
    /// Where not every point has space for its words, it has its number in this list instead,
    /// and the list stands below. Without a list, words without space are left out.
    pub legend: Vec<(ArmStyle, Text)>,
    /// A small note below; may be empty.
    pub note: Text,
}

boxed!(Scatter, |chart| chart.panels.iter().all(|panel| panel.spots.is_empty()));

impl Chart for Scatter {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        page.key(&self.key);
        let panels: Vec<&ScatterPanel> =
            self.panels.iter().filter(|panel| !panel.spots.is_empty()).collect();
        if panels.is_empty() {
            return page.finish();
        }
        page.note(&self.up);
        page.y += if self.up.is_empty() { 0.0 } else { 12.0 };
        let count = panels.len() as f64;
        let several = panels.len() > 1 || !panels[0].heading.is_empty();
        let axis_width = if several { AXIS_WIDTH } else { 0.0 };
        let space = WIDTH - 2.0 * MARGIN - axis_width * count - GAP * (count - 1.0);
        let width = (space / count).min(if several { MOST_WIDTH } else { space });
        let headings: Vec<String> =
            panels.iter().map(|panel| teller.tell(&panel.heading)).collect();
        let (headings, heading_height) = frame::panel_lines(&headings, width);
        let named = headings.iter().flatten().any(|line| !line.is_empty());
        page.y += match (named, self.up.is_empty()) {
            (true, _) => heading_height,
            (false, true) => 6.0,
            (false, false) => 0.0,
        };
        let sides = (page.y, page.y + self.height);
        let mut frames = Vec::new();
        let mut lowest = sides.1;
        for (index, panel) in panels.iter().enumerate() {
            let left = MARGIN + axis_width + index as f64 * (width + GAP + axis_width);
            frame::panel_heading(&mut page, &headings[index], left, sides.0);
            let (frame, inner) = panel.draw(&mut page, (left, left + width), sides, several);
            let below = sides.1 + 18.0;
            let height = frame::axis_name(&mut page, &self.across, inner, below);
            lowest = lowest.max(sides.1 + 22.0 + height);
            frames.push(frame);
        }
        page.y = lowest;
        self.draw_labels(&mut page, &mut frames);
        page.y += if self.note.is_empty() { 0.0 } else { 6.0 };
        page.note(&self.note);
        page.finish()
    }
}

impl Scatter {
    fn draw_labels(&self, page: &mut Page<'_>, frames: &mut [Frame]) {
        let all: Vec<_> = frames.iter().map(labels).collect();
        let complete = all.iter().all(|(_, complete)| *complete);
        if complete || self.legend.is_empty() {
            all.into_iter().flat_map(|(labels, _)| labels).for_each(|label| label.draw(page));
            return;
        }
        let names: Vec<String> = self.legend.iter().map(|(_, name)| page.tell(name)).collect();
        for frame in frames {
            for spot in &mut frame.spots {
                if let Some(place) = names.iter().position(|name| *name == spot.label) {
                    spot.label = (place + 1).to_string();
                }
            }
            labels(frame).0.into_iter().for_each(|label| label.draw(page));
        }
        page.y += 8.0;
        let styles = self.legend.iter().map(|(style, _)| *style);
        draw_legend(page, styles.zip(&names));
    }
}

impl ScatterPanel {
    /// Draws axes, lines and points; returns what words must keep clear of, and the sides of
    /// the panel. A panel by itself makes space for the words of its axis inside.
    fn draw(
        &self,
        page: &mut Page<'_>,
        (left, right): (f64, f64),
        (top, bottom): (f64, f64),
        several: bool,
    ) -> (Frame, (f64, f64)) {
        let teller = page.teller;
        let [ticks_across, ticks_up] = self.ticks.unwrap_or([6, 5]);
        let range = self.range(1, |spot| spot.at.1);
        let write = self.write[1].told(teller);
        let (up, up_ticks) = upright_axis(range, (bottom, top), ticks_up, write);
        let inside = match several {
            true => 0.0,
            false => frame::widest(&up_ticks) + 8.0,
        };
        let left = left + inside;
        let range = self.range(0, |spot| spot.at.0);
        let write = self.write[0].told(teller);
        let (across, ticks) = frame::fitted_axis(range, (left, right), ticks_across, write);
        frame::level_grid(page, &up, &up_ticks, (left, right), (style::AXIS, 1.2));
        frame::upright_grid(page, &across, &ticks, (top, bottom));
        page.scene.segment((left, bottom), (right, bottom), style::AXIS, 1.0);
        let taken = self.draw_limit(page, &across, right, (top, bottom));
        let place = |at: (f64, f64)| (across.at_inside(at.0), up.at_inside(at.1));
        let mut lines = Vec::new();
        for line in &self.lines {
            let inside = line.inside(across.values, up.values);
            let points: Vec<Point> = inside.into_iter().map(place).collect();
            page.scene.line(points.clone(), line.colour, line.width, line.dash);
            lines.push(points);
        }
        let spots: Vec<Placed> = self
            .spots
            .iter()
            .map(|spot| {
                let reach = |scale: &Scale, axis: usize| {
                    let interval = spot.intervals[axis];
                    interval.map(|(low, high)| (scale.at_inside(low), scale.at_inside(high)))
                };
                Placed {
                    at: place(spot.at),
                    reach: [reach(&across, 0), reach(&up, 1)],
                    label: teller.tell(&spot.label),
                }
            })
            .collect();
        for (spot, placed) in self.spots.iter().zip(&spots) {
            let (x, y) = placed.at;
            if let Some((from, to)) = placed.reach[0] {
                page.scene.segment((from, y), (to, y), spot.colour, 1.3);
            }
            if let Some((from, to)) = placed.reach[1] {
                page.scene.segment((x, from), (x, to), spot.colour, 1.3);
            }
        }
        for (spot, placed) in self.spots.iter().zip(&spots) {
            page.scene.dot(placed.at, spot.shape, spot.radius, spot.colour, spot.filled);
        }
        let frame = Frame {
            edges: [left - 4.0, top - 2.0, right + 10.0, bottom - 3.0],
            spots,
            lines,
            taken,
        };
        (frame, (left, right))
    }

    /// Draws the upright line, if it lies on the axis; returns the box of its words.
    fn draw_limit(
        &self,
        page: &mut Page<'_>,
        across: &Scale,
        right: f64,
        (top, bottom): (f64, f64),
    ) -> Vec<[f64; 4]> {
        let limit = self
            .limit
            .as_ref()
            .filter(|(value, _)| *value >= across.values.0 && *value <= across.values.1);
        let Some((value, word)) = limit else {
            return Vec::new();
        };
        let x = across.at(*value);
        let line = vec![(x, top), (x, bottom)];
        page.scene.line(line, style::GREY_TEXT, 1.2, Dash::Dashed);
        let (size, weight, _) = style::SMALL;
        let word = page.tell(word);
        let width = fonts::width(&word, size, weight);
        let at = (x + 4.0).min(right - width);
        page.scene.text(word, (at, top + 11.0), Anchor::Start, style::SMALL);
        vec![[x, top, x + width + 8.0, top + 15.0]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_is_cut_where_it_leaves_its_panel() {
        let inside = |points: Vec<(f64, f64)>| {
            let line = SpotLine { points, colour: style::INK, width: 1.0, dash: Dash::Solid };
            line.inside((0.0, 2.0), (-1.0, 1.0))
        };
        let cut = inside(vec![(-5.0, -5.0), (5.0, 5.0)]);
        assert_eq!(cut, [(0.0, 0.0), (1.0, 1.0)]);
        assert_eq!(inside(vec![(1.0, -9.0), (1.0, 9.0)])[1], (1.0, 1.0));
        assert!(inside(vec![(-5.0, 3.0), (5.0, 3.0)]).is_empty());
        assert!(inside(vec![(-5.0, 0.0), (-4.0, 0.0)]).is_empty());
        // Lines with corners stay whole.
        let corners = vec![(0.0, 0.0), (1.0, 0.5), (2.0, 0.5)];
        assert_eq!(inside(corners.clone()), corners);
    }
}
