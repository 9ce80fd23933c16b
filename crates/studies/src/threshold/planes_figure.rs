//! Planes of two assumptions, coloured by which arm is ahead, with the line on which it turns.

use homeground_figures::chart::Chart;
use homeground_figures::frame::{MARGIN, Page, Sign};
use homeground_figures::scene::{Anchor, Dash, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour, INK};
use homeground_figures::text::{Teller, Text};
use homeground_figures::{fonts, labels, message};
use homeground_report::answer_page::Figure;

use super::results::{Thresholds, UNCLEAR};
use super::{LineRow, PairRow, sentences};
use crate::pages::{names, outcome_words, values};

const COLUMNS: usize = 3;
const GAP: f64 = 26.0;
/// Planes are no wider than this.
const MOST_WIDTH: f64 = 300.0;
/// Lines of the name of an assumption.
const LINE: f64 = 15.0;

/// The figure of planes; none when none was mapped.
pub(super) fn figure(thresholds: &Thresholds<'_>) -> Option<Figure> {
    let planes: Vec<Plane> = thresholds
        .pairs
        .chunk_by(|one, other| one.plane == other.plane)
        .map(|points| Plane::new(thresholds, points))
        .collect();
    if planes.is_empty() {
        return None;
    }
    let chart = Planes {
        subtitle: outcome_words::outcome(thresholds.results),
        key: vec![
            (Sign::Patch(thresholds.fill(1.0)), sentences::who(thresholds, 1.0)),
            (Sign::Patch(thresholds.fill(-1.0)), sentences::who(thresholds, -1.0)),
            (Sign::Patch(UNCLEAR), message!("threshold-key-unclear")),
            (Sign::Line(INK), message!("threshold-key-line")),
            (Sign::Dot(INK, true), message!("threshold-key-start")),
        ],
        planes,
    };
    Figure::of("threshold_planes", Some(Box::new(chart)), message!("threshold-planes-reading"))
}

/// Planes beside each other.
#[derive(Debug)]
struct Planes {
    subtitle: Text,
    key: Vec<(Sign, Text)>,
    planes: Vec<Plane>,
}

/// A grid of squares. Places in it are counted in squares from the first, with parts of squares.
#[derive(Debug)]
struct Plane {
    along: Axis,
    up: Axis,
    squares: Vec<(usize, usize, Colour)>,
    /// Lines on which the order turns.
    lines: Vec<Vec<(f64, f64)>>,
    start: Option<(f64, f64)>,
}

/// What changes in one direction.
#[derive(Debug)]
struct Axis {
    name: Text,
    /// Number of squares.
    count: usize,
    ends: (Text, Text),
}

impl Axis {
    fn new(name: Text, values: &[f64]) -> Axis {
        let end = |place: usize| values::value(values[place]);
        Axis { name, count: values.len(), ends: (end(0), end(values.len() - 1)) }
    }
}

impl Plane {
    fn new(thresholds: &Thresholds<'_>, points: &[PairRow]) -> Plane {
        let head = &points[0];
        let distinct = |take: fn(&PairRow) -> f64| -> Vec<f64> {
            let mut values: Vec<f64> = points.iter().map(take).collect();
            values.sort_by(f64::total_cmp);
            values.dedup();
            values
        };
        let (along, up) = (distinct(|row| row.first_value), distinct(|row| row.second_value));
        let place = |values: &[f64], value: f64| values.iter().position(|one| *one == value);
        let square = |row: &PairRow| {
            let fill = if row.lower > 0.0 {
                thresholds.fill(1.0)
            } else if row.upper < 0.0 {
                thresholds.fill(-1.0)
            } else {
                UNCLEAR
            };
            Some((place(&along, row.first_value)?, place(&up, row.second_value)?, fill))
        };
        let lines = thresholds.lines.iter();
        let lines: Vec<&LineRow> = lines.filter(|row| row.plane == head.plane).collect();
        let start_of = |name: &str, values: &[f64]| {
            let row = thresholds.rows.iter().find(|row| row.parameter == name);
            row.map(|row| step_of(values, row.start))
        };
        let name = |parameter: &str| names::short_field(parameter);
        Plane {
            squares: points.iter().filter_map(square).collect(),
            lines: lines
                .chunk_by(|one, other| one.line == other.line)
                .map(|line| {
                    line.iter()
                        .map(|point| {
                            (step_of(&along, point.first_value), step_of(&up, point.second_value))
                        })
                        .collect()
                })
                .collect(),
            start: start_of(&head.first, &along).zip(start_of(&head.second, &up)),
            along: Axis::new(Text::sentences([name(&head.first), "→".into()]), &along),
            up: Axis::new(Text::sentences(["↑".into(), name(&head.second)]), &up),
        }
    }
}

/// The place of a value among ascending ones, with parts of steps.
fn step_of(values: &[f64], value: f64) -> f64 {
    let above = values.iter().position(|one| *one >= value).unwrap_or(values.len() - 1);
    match above {
        0 => 0.0,
        above => {
            let (from, to) = (values[above - 1], values[above]);
            (above - 1) as f64 + (value - from) / (to - from)
        }
    }
}

impl Chart for Planes {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let title = message!("threshold-planes-title");
        let mut page = Page::new(&title, &self.subtitle, teller);
        page.key(&self.key);
        let columns = self.planes.len().min(COLUMNS);
        let space = WIDTH - 2.0 * MARGIN - GAP * (columns - 1) as f64;
        let width = (space / columns as f64).min(MOST_WIDTH);
        for row in self.planes.chunks(COLUMNS) {
            let top = page.y + 6.0;
            let mut lowest = top;
            for (index, plane) in row.iter().enumerate() {
                let left = MARGIN + index as f64 * (width + GAP);
                lowest = lowest.max(plane.draw(&mut page, (left, top), width));
            }
            page.y = lowest + 10.0;
        }
        page.finish()
    }
}

impl Plane {
    /// Draws it; returns how far down it reaches.
    fn draw(&self, page: &mut Page<'_>, (left, top): (f64, f64), width: f64) -> f64 {
        let right = left + width;
        let (lowest, highest) = (page.tell(&self.up.ends.0), page.tell(&self.up.ends.1));
        let (size, weight, _) = style::SMALL;
        let margin = [&lowest, &highest]
            .map(|word| fonts::width(word, size, weight))
            .into_iter()
            .fold(0.0, f64::max)
            + 6.0;
        let (size, weight, _) = style::PANEL;
        let name = labels::wrap_at_most(&page.tell(&self.up.name), 2, width, size, weight);
        page.scene.lines(&name, (left, top + 12.0), Anchor::Start, style::PANEL, LINE);
        let top = top + name.len() as f64 * LINE + 5.0;
        let left = left + margin;
        let side = (right - left) / self.along.count as f64;
        let bottom = top + side * self.up.count as f64;
        for &(column, row, fill) in &self.squares {
            let (x, y) = (left + column as f64 * side, bottom - (row + 1) as f64 * side);
            page.scene.rectangle((x + 0.4, y + 0.4), (x + side - 0.4, y + side - 0.4), fill);
        }
        // Values lie in the middle of their squares; between them the axes are straight.
        let place =
            |&(along, up): &(f64, f64)| (left + (along + 0.5) * side, bottom - (up + 0.5) * side);
        for line in &self.lines {
            let points = line.iter().map(place).collect();
            page.scene.line(points, INK, 2.2, Dash::Solid);
        }
        if let Some(start) = &self.start {
            page.scene.dot(place(start), Shape::Circle, 3.8, INK, true);
        }
        let beside = left - 5.0;
        let (first, last) = (bottom - side / 2.0 + 4.0, top + side / 2.0 + 4.0);
        page.scene.text(highest, (beside, last), Anchor::End, style::SMALL);
        page.scene.text(lowest, (beside, first), Anchor::End, style::SMALL);
        let below = bottom + 14.0;
        let (low, high) = (page.tell(&self.along.ends.0), page.tell(&self.along.ends.1));
        page.scene.text(low, (left, below), Anchor::Start, style::SMALL);
        page.scene.text(high, (right, below), Anchor::End, style::SMALL);
        let name = page.tell(&self.along.name);
        let name = labels::wrap_at_most(&name, 2, right - left, size, weight);
        page.scene.lines(&name, (right, below + 17.0), Anchor::End, style::PANEL, LINE);
        below + 17.0 + (name.len() - 1) as f64 * LINE
    }
}
