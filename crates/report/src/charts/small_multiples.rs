//! Many small charts of lines over the same axis, one for each outcome.

use crate::figures::page::{self, MARGIN, Page, Sign};
use crate::language::Language;
use homeground_figures::fonts;
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style;

use crate::charts::chart::{Series, upright_axis};

const GAP: f64 = 18.0;
const HEIGHT: f64 = 92.0;
const COLUMNS: usize = 3;

/// A small chart.
pub struct Small<'a> {
    /// What stands above it.
    pub heading: String,
    /// The lines.
    pub series: Vec<Series>,
    /// Writes a value of its vertical axis with so many decimals.
    pub write: Box<dyn Fn(f64, usize) -> String + 'a>,
    /// Must its vertical axis show 0?
    pub from_zero: bool,
}

/// Many small charts.
pub struct SmallMultiples<'a> {
    /// Heading of the figure.
    pub title: &'a str,
    /// What stands below it.
    pub subtitle: &'a str,
    /// Name of the horizontal axis, for the note below.
    pub across: &'a str,
    /// Words at both ends of the horizontal axis.
    pub ends: (String, String),
    /// The charts.
    pub charts: &'a [Small<'a>],
}

impl SmallMultiples<'_> {
    /// Draws them; none when there is nothing to draw.
    pub fn draw(&self, language: Language) -> Option<Scene> {
        let first = self.charts.iter().find(|chart| !chart.series.is_empty())?;
        let mut page = Page::new(self.title, self.subtitle, language);
        let key: Vec<(Sign, &str)> = first
            .series
            .iter()
            .map(|series| (Sign::Line(series.style.colour), series.name.as_str()))
            .collect();
        page.key(&key);
        let width = (WIDTH - 2.0 * MARGIN - GAP * (COLUMNS - 1) as f64) / COLUMNS as f64;
        for row in self.charts.chunks(COLUMNS) {
            let headings: Vec<&str> = row.iter().map(|chart| chart.heading.as_str()).collect();
            let (lines, height) = page::panel_lines(&headings, width);
            page.y += height + 4.0;
            let top = page.y;
            for (index, chart) in row.iter().enumerate() {
                let left = MARGIN + index as f64 * (width + GAP);
                page::panel_heading(&mut page, &lines[index], left, top);
                self.one(&mut page, chart, (left, left + width), top + 6.0);
            }
            page.y = top + 6.0 + HEIGHT + 26.0;
        }
        page.note(self.across);
        Some(page.finish())
    }

    fn one(&self, page: &mut Page, chart: &Small<'_>, (left, right): (f64, f64), top: f64) {
        let bottom = top + HEIGHT;
        let all = || chart.series.iter().flat_map(|series| &series.points);
        let start = if chart.from_zero { 0.0 } else { f64::INFINITY };
        let low = all().map(|(_, value)| value.lower()).fold(start, f64::min);
        let high = all().map(|(_, value)| value.upper()).fold(-start, f64::max);
        let (low, high) = if low < high { (low, high) } else { (0.0, 1.0) };
        let (scale, ticks) = upright_axis((low, high), (bottom, top), 3, &chart.write);
        let (size, weight, _) = style::SMALL;
        let words = ticks
            .iter()
            .map(|(_, word)| fonts::width(word, size, weight))
            .fold(0.0, f64::max);
        let start = left + words + 6.0;
        for (value, word) in &ticks {
            let y = scale.at(*value);
            let colour = if value.abs() < 1e-12 {
                style::AXIS
            } else {
                style::GRID
            };
            page.scene.segment((start, y), (right, y), colour, 0.8);
            page.scene.text(
                word.as_str(),
                (start - 5.0, y + 4.0),
                Anchor::End,
                style::SMALL,
            );
        }
        let (from, to) = all().fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), (x, _)| {
            (from.min(*x), to.max(*x))
        });
        let across = homeground_figures::axis::Scale {
            values: (from, to),
            places: (start + 3.0, right - 3.0),
        };
        for series in &chart.series {
            let place = |x: f64, y: f64| (across.at(x), scale.at_inside(y));
            if chart.series.len() <= 3
                && series
                    .points
                    .iter()
                    .all(|(_, value)| value.interval.is_some())
            {
                let lower = series
                    .points
                    .iter()
                    .map(|(x, value)| place(*x, value.lower()));
                let upper = series
                    .points
                    .iter()
                    .rev()
                    .map(|(x, value)| place(*x, value.upper()));
                page.scene
                    .area(lower.chain(upper).collect(), series.style.colour, 0.16);
            }
            let line = series
                .points
                .iter()
                .map(|(x, value)| place(*x, value.value))
                .collect();
            page.scene
                .line(line, series.style.colour, 1.8, series.style.dash);
        }
        page.scene.text(
            self.ends.0.as_str(),
            (start, bottom + 15.0),
            Anchor::Start,
            style::SMALL,
        );
        page.scene.text(
            self.ends.1.as_str(),
            (right, bottom + 15.0),
            Anchor::End,
            style::SMALL,
        );
    }
}
