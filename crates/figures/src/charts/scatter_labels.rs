//! Words beside points: a free place for each, near its point or farther out with a leader.

use crate::fonts;
use crate::frame::{MARGIN, Page};
use crate::labels::wrap_at_most;
use crate::scene::{Anchor, LabelBox, Point, Text, WIDTH};
use crate::style::{self, ArmStyle};

/// A point on the page.
pub(super) struct Placed {
    /// Its middle.
    pub at: Point,
    /// Its interval across, and upward, on the page.
    pub reach: [Option<(f64, f64)>; 2],
    /// What stands beside it.
    pub label: String,
}

/// Where a panel lies, and what in it words must keep clear of.
pub(super) struct Frame {
    /// Left, top, right, bottom of where words may stand.
    pub edges: [f64; 4],
    /// Its points.
    pub spots: Vec<Placed>,
    /// Its lines.
    pub lines: Vec<Vec<Point>>,
    /// Boxes of other words.
    pub taken: Vec<[f64; 4]>,
}

/// Words longer than this find no place.
const LONGEST: f64 = 120.0;

/// Words beside a point.
pub(super) struct Label {
    text: Text,
    leader: Option<(Point, Point)>,
}

impl Label {
    pub fn draw(self, page: &mut Page<'_>) {
        if let Some((from, to)) = self.leader {
            page.scene.segment(from, to, style::AXIS, 0.7);
        }
        let kind = (self.text.size, self.text.weight, self.text.colour);
        page.scene.text(self.text.content, self.text.at, self.text.anchor, kind);
    }
}

/// Words for all points that have some and find a place, and whether all found one.
pub(super) fn labels(frame: &Frame) -> (Vec<Label>, bool) {
    let (size, weight, colour) = style::LABEL;
    let occupied = occupied(frame);
    let mut taken: Vec<LabelBox> = Vec::new();
    let mut labels = Vec::new();
    let mut complete = true;
    for spot in frame.spots.iter().filter(|spot| !spot.label.is_empty()) {
        let fits = fonts::width(&spot.label, size, weight) <= LONGEST;
        let found = candidates(spot.at).filter(|_| fits).find_map(|(at, anchor, leader)| {
            let text = Text { content: spot.label.clone(), at, anchor, size, weight, colour };
            let label = text.label_box();
            let inside = label.edges[0] >= frame.edges[0]
                && label.edges[1] >= frame.edges[1]
                && label.edges[2] <= frame.edges[2]
                && label.edges[3] <= frame.edges[3];
            let mut others = taken.iter().chain(&occupied);
            let free = !others.any(|other| label.overlaps(other));
            (inside && free).then_some((label, Label { text, leader }))
        });
        match found {
            Some((label, words)) => {
                taken.push(label);
                labels.push(words);
            }
            None => complete = false,
        }
    }
    (labels, complete)
}

/// What words keep clear of: points, the lines of their intervals, lines, other words.
fn occupied(frame: &Frame) -> Vec<LabelBox> {
    let spots = frame.spots.iter().flat_map(|spot| {
        let (x, y) = spot.at;
        let dot = [x - 5.0, y - 5.0, x + 5.0, y + 5.0];
        let across = spot.reach[0].map(|(from, to)| [from, y - 2.0, to, y + 2.0]);
        let upright = spot.reach[1].map(|(low, high)| [x - 2.0, high, x + 2.0, low]);
        std::iter::once(dot).chain(across).chain(upright)
    });
    let along = frame.lines.iter().flat_map(|line| line.windows(2)).flat_map(|ends| {
        (0..=40).map(move |step| {
            let share = f64::from(step) / 40.0;
            let x = ends[0].0 + (ends[1].0 - ends[0].0) * share;
            let y = ends[0].1 + (ends[1].1 - ends[0].1) * share;
            [x - 2.5, y - 2.5, x + 2.5, y + 2.5]
        })
    });
    spots
        .chain(along)
        .chain(frame.taken.iter().copied())
        .map(|edges| LabelBox { content: String::new(), edges })
        .collect()
}

/// A place for words: where, which part of them lies there, and a line from the point.
type Candidate = (Point, Anchor, Option<(Point, Point)>);

/// Places around a point, nearest first.
fn candidates((x, y): Point) -> impl Iterator<Item = Candidate> {
    [9.0, 16.0, 26.0, 38.0, 52.0, 68.0, 86.0].into_iter().flat_map(move |distance| {
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

/// Numbers with their names, in two columns.
pub(super) fn draw_legend<'name>(
    page: &mut Page<'_>,
    entries: impl ExactSizeIterator<Item = (ArmStyle, &'name String)>,
) {
    let (size, weight, _) = style::LABEL;
    let width = (WIDTH - 2.0 * MARGIN - 20.0) / 2.0;
    let half = entries.len().div_ceil(2);
    let start = page.y;
    let (mut y, mut lowest) = (start, start);
    for (index, (look, name)) in entries.enumerate() {
        if index == half {
            y = start;
        }
        let left = MARGIN + if index < half { 0.0 } else { width + 20.0 };
        page.scene.dot((left + 5.0, y + 7.8), look.shape, 3.6, look.colour, true);
        let at = (left + 30.0, y + 12.0);
        page.scene.text((index + 1).to_string(), at, Anchor::End, style::LABEL);
        let lines = wrap_at_most(name, 3, width - 36.0, size, weight);
        let at = (left + 36.0, y + 12.0);
        page.scene.lines(&lines, at, Anchor::Start, style::LABEL, 14.5);
        y += lines.len() as f64 * 14.5 + 3.0;
        lowest = f64::max(lowest, y);
    }
    page.y = lowest;
}
