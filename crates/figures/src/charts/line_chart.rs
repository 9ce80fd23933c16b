//! Lines over a number, each with its band and its name at the end.

use crate::axis::{self, Scale};
use crate::chart::{Chart, Write, boxed};
use crate::estimate::Estimate;
use crate::fonts;
use crate::frame::{self, MARGIN, Page, upright_axis};
use crate::labels;
use crate::scene::{Anchor, Point, Scene, WIDTH};
use crate::style::{self, ArmStyle};
use crate::text::{Teller, Text, decimal};

/// Height of a panel.
const HEIGHT: f64 = 250.0;
const NAME_LINE: f64 = 14.5;
/// With more lines their bands would cover each other.
pub const MOST_BANDS: usize = 6;

/// A line over a number, with its band.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name, written at its end.
    pub name: Text,
    /// How it looks.
    pub style: ArmStyle,
    /// Values by place on the axis.
    pub points: Vec<(f64, Estimate)>,
}

/// A chart of lines over a number.
#[derive(Clone, Debug, Default)]
pub struct LineChart {
    /// Heading of the figure.
    pub title: Text,
    /// What stands below it.
    pub subtitle: Text,
    /// Name of the horizontal axis, with unit.
    pub across: Text,
    /// Name of the vertical axis, with unit.
    pub up: Text,
    /// The lines.
    pub series: Vec<Series>,
    /// Must the vertical axis show 0?
    pub from_zero: bool,
    /// Where the vertical axis begins, whatever ends of intervals lie below.
    pub start: Option<f64>,
    /// Writes a value of the vertical axis with so many decimals.
    pub write: Write,
    /// Are points marked, because there is nothing between them?
    pub dots: bool,
    /// Values of the horizontal axis with their words, where they are not plain numbers.
    pub ticks: Option<Vec<(f64, Text)>>,
    /// A small note below; may be empty.
    pub note: Text,
    /// Values that stand before the names at the ends of the lines; may be empty.
    pub ends: Vec<Text>,
    /// Numbers that tell lines apart whose shortened names are alike; may be empty.
    pub numbers: Vec<usize>,
    /// The line that keeps its band where there are too many for all of them.
    pub band: Option<usize>,
    /// Height of the panel; without one it is that of most charts of lines.
    pub height: Option<f64>,
}

boxed!(LineChart, |chart| chart.series.iter().all(|series| series.points.is_empty()));

impl Chart for LineChart {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let all = || self.series.iter().flat_map(|series| &series.points);
        let (left_value, right_value) = all()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (x, _)| {
                (low.min(*x), high.max(*x))
            });
        let zero = if self.from_zero { 0.0 } else { f64::INFINITY };
        let low = all().map(|(_, value)| value.lower()).fold(zero, f64::min);
        let high = all().map(|(_, value)| value.upper()).fold(-zero, f64::max);
        let low = self.start.unwrap_or(low);
        let high = if high > low { high } else { low + 1e-3 };
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        if left_value > right_value {
            return page.finish();
        }
        page.note(&self.up);
        page.y += 12.0;
        let names = self.names(teller);
        let height = self.height.unwrap_or(HEIGHT).max(names.heights().iter().sum());
        let (top, bottom) = (page.y, page.y + height);
        let write = self.write.told(teller);
        let (upright, up_ticks) = upright_axis((low, high), (bottom, top), 5, write);
        let left = MARGIN + frame::widest(&up_ticks) + 8.0;
        let right = WIDTH - MARGIN - names.width - names.leader - 4.0;
        let zero = (style::AXIS, 1.2);
        frame::level_grid(&mut page, &upright, &up_ticks, (left, right), zero);
        let across = Scale { values: (left_value, right_value), places: (left + 8.0, right - 8.0) };
        self.across_ticks(&mut page, &across, (left, right), bottom);
        for (index, series) in self.series.iter().enumerate() {
            let banded = self.series.len() <= MOST_BANDS || self.band == Some(index);
            one_series(&mut page, (&across, &upright), series, banded, self.dots);
        }
        self.draw_names(&mut page, &names, &upright, right, (top, bottom));
        page.y = bottom + 22.0;
        page.y += frame::axis_name(&mut page, &self.across, (left, right), bottom + 18.0);
        if !self.note.is_empty() {
            page.y += 6.0;
            page.note(&self.note);
        }
        page.finish()
    }
}

impl LineChart {
    fn across_ticks(
        &self,
        page: &mut Page<'_>,
        across: &Scale,
        (left, right): (f64, f64),
        bottom: f64,
    ) {
        page.scene.segment((left, bottom), (right, bottom), style::AXIS, 1.0);
        let plain = || {
            let (values, decimals) = axis::ticks(across.values.0, across.values.1, 6);
            let inside = values.into_iter().filter(|value| {
                *value >= across.values.0 - 1e-9 && *value <= across.values.1 + 1e-9
            });
            inside.map(|value| (value, decimal(value, decimals).into())).collect()
        };
        let ticks: Vec<(f64, Text)> = self.ticks.clone().unwrap_or_else(plain);
        let mut free_from = f64::NEG_INFINITY;
        for (value, word) in ticks {
            let word = page.tell(&word);
            let x = across.at(value);
            page.scene.segment((x, bottom), (x, bottom + 4.0), style::AXIS, 1.0);
            let half = fonts::width(&word, style::SMALL.0, style::SMALL.1) / 2.0;
            if x - half > free_from {
                page.scene.text(word, (x, bottom + 16.0), Anchor::Middle, style::SMALL);
                free_from = x + half + 4.0;
            }
        }
    }

    fn names(&self, teller: &dyn Teller) -> Names {
        let (size, weight, _) = style::LABEL;
        let (bold_size, bold, _) = style::PANEL;
        let names: Vec<String> =
            self.series.iter().map(|series| teller.tell(&series.name)).collect();
        let values: Vec<String> = self.ends.iter().map(|value| teller.tell(value)).collect();
        let value_width = values
            .iter()
            .map(|value| fonts::width(value, bold_size, bold) + 7.0)
            .fold(0.0, f64::max);
        let (leader, most_lines, most_width) = match (values.is_empty(), names.len() > 12) {
            (true, _) => (14.0, 2, 150.0),
            (false, false) => (18.0, 3, 150.0),
            (false, true) => (18.0, 2, 190.0),
        };
        let width = names
            .iter()
            .map(|name| fonts::width(name, size, weight) + 2.0)
            .fold(0.0, f64::max)
            .min(most_width);
        Names {
            lines: frame::name_lines(&names, &self.numbers, most_lines, width),
            values,
            value_width,
            width: value_width + width,
            leader,
        }
    }

    fn draw_names(
        &self,
        page: &mut Page<'_>,
        names: &Names,
        upright: &Scale,
        right: f64,
        (top, bottom): (f64, f64),
    ) {
        let ends: Vec<f64> = self
            .series
            .iter()
            .map(|series| series.points.last().map_or(0.0, |(_, last)| last.value))
            .map(|value| upright.at_inside(value))
            .collect();
        let wishes: Vec<(f64, f64)> = ends.iter().copied().zip(names.heights()).collect();
        let middles = labels::spread(&wishes, (top - 6.0, bottom + 6.0));
        let left = right + names.leader;
        let (size, weight, ink) = style::LABEL;
        for (index, (series, lines)) in self.series.iter().zip(&names.lines).enumerate() {
            if series.points.is_empty() {
                continue;
            }
            let (colour, middle) = (series.style.colour, middles[index]);
            let first = middle + 4.2 - (lines.len() - 1) as f64 * NAME_LINE / 2.0;
            let from = (right - 6.0, ends[index]);
            let kind = match names.values.get(index) {
                Some(value) => {
                    // The leader ends at the number, which stands in the first line.
                    let level = first - 4.2;
                    page.scene.segment(from, (left - 7.0, level), colour, 0.9);
                    page.scene.segment((left - 8.0, level), (left - 3.0, level), colour, 3.0);
                    page.scene.text(value.as_str(), (left, first), Anchor::Start, style::PANEL);
                    (size, weight, ink)
                }
                None => {
                    page.scene.segment(from, (left - 3.0, middle), colour, 0.8);
                    (size, weight, colour.mix(style::INK, 0.35))
                }
            };
            let at = (left + names.value_width, first);
            page.scene.lines(lines, at, Anchor::Start, kind, NAME_LINE);
        }
    }
}

/// Names of lines in the words of a language.
struct Names {
    lines: Vec<Vec<String>>,
    values: Vec<String>,
    value_width: f64,
    /// Of values and names together.
    width: f64,
    /// Space between the end of a line and its name.
    leader: f64,
}

impl Names {
    fn heights(&self) -> Vec<f64> {
        let height = |lines: &Vec<String>| lines.len() as f64 * NAME_LINE + 3.0;
        self.lines.iter().map(height).collect()
    }
}

fn one_series(
    page: &mut Page<'_>,
    (across, upright): (&Scale, &Scale),
    series: &Series,
    banded: bool,
    dots: bool,
) {
    let colour = series.style.colour;
    let place = |x: f64, y: f64| (across.at(x), upright.at_inside(y));
    if banded {
        series.draw_band(page, place, 0.18);
    }
    series.draw_line(page, place, 2.2);
    if dots {
        for (x, value) in &series.points {
            let at = place(*x, value.value);
            page.scene.dot(at, series.style.shape, 3.2, colour, true);
        }
    }
}

impl Series {
    /// The band between the ends of its intervals; none where one is missing.
    pub(crate) fn draw_band(
        &self,
        page: &mut Page<'_>,
        place: impl Fn(f64, f64) -> Point,
        opacity: f64,
    ) {
        if self.points.iter().any(|(_, value)| value.interval.is_none()) {
            return;
        }
        let points = self.points.iter();
        let lower = points.clone().map(|(x, value)| place(*x, value.lower()));
        let upper = points.rev().map(|(x, value)| place(*x, value.upper()));
        let corners = lower.chain(upper).collect();
        page.scene.area(corners, self.style.colour, opacity);
    }

    /// The line itself.
    pub(crate) fn draw_line(
        &self,
        page: &mut Page<'_>,
        place: impl Fn(f64, f64) -> Point,
        width: f64,
    ) {
        let points = self.points.iter();
        let line = points.map(|(x, value)| place(*x, value.value)).collect();
        let style = self.style;
        page.scene.line(line, style.colour, width, style.dash);
    }
}
