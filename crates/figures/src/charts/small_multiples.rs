//! Many small charts of lines over the same axis, one for each outcome.

use crate::axis::Scale;
use crate::chart::{Chart, Write, boxed};
use crate::charts::line_chart::Series;
use crate::frame::{self, MARGIN, Page, Sign, upright_axis};
use crate::scene::{Anchor, Scene, Shape, WIDTH};
use crate::style::{self, Colour, INK};
use crate::text::{Teller, Text};

const GAP: f64 = 18.0;
const COLUMNS: usize = 3;
/// Height of a chart, and from where on it has space for more ticks.
const LOW: f64 = 92.0;
const HIGH: f64 = 100.0;

/// A small chart.
#[derive(Clone, Debug, Default)]
pub struct Small {
    /// What stands above it.
    pub heading: Text,
    /// The lines.
    pub series: Vec<Series>,
    /// Writes a value of its vertical axis with so many decimals.
    pub write: Write,
    /// Must its vertical axis show 0?
    pub from_zero: bool,
    /// Lowest and highest value of its vertical axis; without them, those of its lines.
    pub range: Option<(f64, f64)>,
    /// Colour of the line at 0, where it parts two answers.
    pub zero: Option<Colour>,
    /// Words at both ends of its horizontal axis, where charts differ in them.
    pub ends: Option<(Text, Text)>,
    /// Places of upright strokes on the line at 0.
    pub strokes: Vec<f64>,
    /// A dot.
    pub dot: Option<(f64, f64)>,
}

/// Many small charts.
#[derive(Clone, Debug, Default)]
pub struct SmallMultiples {
    /// Heading of the figure.
    pub title: Text,
    /// What stands below it.
    pub subtitle: Text,
    /// Name of the horizontal axis, for the note below.
    pub across: Text,
    /// Words at both ends of the horizontal axis.
    pub ends: (Text, Text),
    /// Signs and their words; without them, the lines of the first chart.
    pub key: Vec<(Sign, Text)>,
    /// Height of a chart; without one it is low.
    pub height: Option<f64>,
    /// The charts.
    pub charts: Vec<Small>,
}

boxed!(SmallMultiples, |chart| chart
    .charts
    .iter()
    .flat_map(|chart| &chart.series)
    .all(|series| series.points.is_empty()));

impl Chart for SmallMultiples {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        let first = self.charts.iter().find(|chart| !chart.series.is_empty());
        let key: Vec<(Sign, Text)> = first
            .iter()
            .flat_map(|chart| &chart.series)
            .map(|series| (Sign::Line(series.style.colour), series.name.clone()))
            .collect();
        page.key(if self.key.is_empty() { &key } else { &self.key });
        let width = (WIDTH - 2.0 * MARGIN - GAP * (COLUMNS - 1) as f64) / COLUMNS as f64;
        for row in self.charts.chunks(COLUMNS) {
            let headings: Vec<String> =
                row.iter().map(|chart| teller.tell(&chart.heading)).collect();
            let (lines, height) = frame::panel_lines(&headings, width);
            page.y += height + 4.0;
            let top = page.y;
            for (index, chart) in row.iter().enumerate() {
                let left = MARGIN + index as f64 * (width + GAP);
                frame::panel_heading(&mut page, &lines[index], left, top);
                self.one(&mut page, chart, (left, left + width), top + 6.0);
            }
            page.y = top + 6.0 + self.height() + 26.0;
        }
        page.note(&self.across);
        page.finish()
    }
}

impl SmallMultiples {
    fn height(&self) -> f64 {
        self.height.unwrap_or(LOW)
    }

    fn one(&self, page: &mut Page<'_>, chart: &Small, (left, right): (f64, f64), top: f64) {
        let bottom = top + self.height();
        let all = || chart.series.iter().flat_map(|series| &series.points);
        let start = if chart.from_zero { 0.0 } else { f64::INFINITY };
        let low = all().map(|(_, value)| value.lower()).fold(start, f64::min);
        let high = all().map(|(_, value)| value.upper()).fold(-start, f64::max);
        let own = if low < high { (low, high) } else { (0.0, 1.0) };
        let range = chart.range.unwrap_or(own);
        let write = chart.write.told(page.teller);
        let most = if self.height() > HIGH { 4 } else { 3 };
        let (scale, ticks) = upright_axis(range, (bottom, top), most, write);
        let start = left + frame::widest(&ticks) + 6.0;
        let zero = (chart.zero.unwrap_or(style::AXIS), 0.8);
        frame::level_grid(page, &scale, &ticks, (start, right), zero);
        let (from, to) = all().fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), (x, _)| {
            (from.min(*x), to.max(*x))
        });
        if from > to {
            return;
        }
        let across = Scale { values: (from, to), places: (start + 3.0, right - 3.0) };
        let place = |x: f64, y: f64| (across.at_inside(x), scale.at_inside(y));
        for series in &chart.series {
            if chart.series.len() <= 3 {
                series.draw_band(page, place, 0.16);
            }
            series.draw_line(page, place, 1.8);
        }
        for stroke in &chart.strokes {
            let (x, zero) = place(*stroke, 0.0);
            page.scene.segment((x, zero - 8.0), (x, zero + 8.0), INK, 2.2);
        }
        if let Some((x, y)) = chart.dot {
            page.scene.dot(place(x, y), Shape::Circle, 3.6, INK, true);
        }
        let ends = chart.ends.as_ref().unwrap_or(&self.ends);
        page.scene.text(
            page.teller.tell(&ends.0),
            (start, bottom + 15.0),
            Anchor::Start,
            style::SMALL,
        );
        page.scene.text(
            page.teller.tell(&ends.1),
            (right, bottom + 15.0),
            Anchor::End,
            style::SMALL,
        );
    }
}
