//! Charts that several kinds of study draw: lines over a number.

use crate::figures::page::{self, MARGIN, Page};
use crate::language::Language;
use crate::results::Estimate;
use homeground_figures::axis::Scale;
use homeground_figures::fonts;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style::{self, ArmStyle};

/// Height of the panel of a line chart.
const HEIGHT: f64 = 250.0;
/// Space between the end of a line and its name.
const LEADER: f64 = 14.0;
const NAME_LINE: f64 = 14.5;
/// With more lines their bands would cover each other.
const MOST_BANDS: usize = 6;

/// A line over a number, with its band.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name, written at its end.
    pub name: String,
    /// How it looks.
    pub style: ArmStyle,
    /// Values by place on the axis.
    pub points: Vec<(f64, Estimate)>,
}

/// A chart of lines over a number.
pub struct LineChart<'a> {
    /// Heading of the figure.
    pub title: &'a str,
    /// What stands below it.
    pub subtitle: &'a str,
    /// Name of the horizontal axis, with unit.
    pub across: &'a str,
    /// Name of the vertical axis, with unit.
    pub up: &'a str,
    /// The lines.
    pub series: &'a [Series],
    /// Must the vertical axis show 0?
    pub from_zero: bool,
    /// Writes a value of the vertical axis with so many decimals.
    pub write: &'a dyn Fn(f64, usize) -> String,
    /// Are points marked, because there is nothing between them?
    pub dots: bool,
    /// Values of the horizontal axis with their words, where they are not plain numbers.
    pub ticks: Option<Vec<(f64, String)>>,
    /// A small note below; may be empty.
    pub note: &'a str,
}

/// An upright scale from `bottom` to `top`, and its ticks with their words.
pub fn upright_axis(
    (low, high): (f64, f64),
    (bottom, top): (f64, f64),
    most_ticks: usize,
    write: &dyn Fn(f64, usize) -> String,
) -> (Scale, Vec<(f64, String)>) {
    let (values, decimals) = homeground_figures::axis::ticks(low, high, most_ticks);
    let scale = Scale {
        values: (values[0], values[values.len() - 1]),
        places: (bottom, top),
    };
    let labelled = values
        .iter()
        .map(|value| (*value, write(*value, decimals)))
        .collect();
    (scale, labelled)
}

impl LineChart<'_> {
    /// Draws it; none when there is nothing to draw.
    pub fn draw(&self, language: Language) -> Option<Scene> {
        let all = || self.series.iter().flat_map(|series| &series.points);
        let (left_value, right_value) = all()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (x, _)| {
                (low.min(*x), high.max(*x))
            });
        if left_value > right_value {
            return None;
        }
        let start = if self.from_zero { 0.0 } else { f64::INFINITY };
        let low = all().map(|(_, value)| value.lower()).fold(start, f64::min);
        let high = all().map(|(_, value)| value.upper()).fold(-start, f64::max);
        let high = if high > low { high } else { low + 1e-3 };
        let mut page = Page::new(self.title, self.subtitle, language);
        page.note(self.up);
        page.y += 12.0;
        let (size, weight, _) = style::LABEL;
        let width = self
            .series
            .iter()
            .map(|series| fonts::width(&series.name, size, weight) + 2.0)
            .fold(0.0, f64::max)
            .min(150.0);
        let (top, bottom) = (page.y, page.y + HEIGHT);
        let (upright, up_ticks) = upright_axis((low, high), (bottom, top), 5, self.write);
        let tick_width = up_ticks
            .iter()
            .map(|(_, word)| fonts::width(word, style::SMALL.0, style::SMALL.1))
            .fold(0.0, f64::max);
        let left = MARGIN + tick_width + 8.0;
        let right = WIDTH - MARGIN - width - LEADER - 4.0;
        for (value, word) in &up_ticks {
            let y = upright.at(*value);
            let strong = value.abs() < 1e-12;
            let (colour, thickness) = if strong {
                (style::AXIS, 1.2)
            } else {
                (style::GRID, 0.8)
            };
            page.scene.segment((left, y), (right, y), colour, thickness);
            page.scene.text(
                word.as_str(),
                (left - 6.0, y + 4.0),
                Anchor::End,
                style::SMALL,
            );
        }
        let across = Scale {
            values: (left_value, right_value),
            places: (left + 8.0, right - 8.0),
        };
        self.across_ticks(&mut page, &across, (left, right), bottom, language);
        for series in self.series {
            self.one_series(&mut page, &across, &upright, series);
        }
        self.names(&mut page, &upright, (right, width), (top, bottom));
        page.y = bottom + 22.0;
        page.y += page::axis_name(&mut page, self.across, (left, right), bottom + 18.0);
        if !self.note.is_empty() {
            page.y += 6.0;
            page.note(self.note);
        }
        Some(page.finish())
    }

    fn across_ticks(
        &self,
        page: &mut Page,
        across: &Scale,
        (left, right): (f64, f64),
        bottom: f64,
        language: Language,
    ) {
        page.scene
            .segment((left, bottom), (right, bottom), style::AXIS, 1.0);
        let ticks = self.ticks.clone().unwrap_or_else(|| {
            let (values, decimals) =
                homeground_figures::axis::ticks(across.values.0, across.values.1, 6);
            values
                .into_iter()
                .filter(|value| {
                    *value >= across.values.0 - 1e-9 && *value <= across.values.1 + 1e-9
                })
                .map(|value| (value, language.decimal(value, decimals)))
                .collect()
        });
        let mut free_from = f64::NEG_INFINITY;
        for (value, word) in ticks {
            let x = across.at(value);
            page.scene
                .segment((x, bottom), (x, bottom + 4.0), style::AXIS, 1.0);
            let half = fonts::width(&word, style::SMALL.0, style::SMALL.1) / 2.0;
            if x - half > free_from {
                page.scene
                    .text(word, (x, bottom + 16.0), Anchor::Middle, style::SMALL);
                free_from = x + half + 4.0;
            }
        }
    }

    fn one_series(&self, page: &mut Page, across: &Scale, upright: &Scale, series: &Series) {
        let place = |x: f64, y: f64| (across.at(x), upright.at_inside(y));
        let banded = self.series.len() <= MOST_BANDS;
        if banded
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
                .area(lower.chain(upper).collect(), series.style.colour, 0.18);
        }
        let line = series
            .points
            .iter()
            .map(|(x, value)| place(*x, value.value))
            .collect();
        page.scene
            .line(line, series.style.colour, 2.2, series.style.dash);
        if self.dots {
            for (x, value) in &series.points {
                page.scene.dot(
                    place(*x, value.value),
                    series.style.shape,
                    3.2,
                    series.style.colour,
                    true,
                );
            }
        }
    }

    fn names(
        &self,
        page: &mut Page,
        upright: &Scale,
        (right, width): (f64, f64),
        (top, bottom): (f64, f64),
    ) {
        let (size, weight, _) = style::LABEL;
        let named: Vec<(&Series, f64, Vec<String>)> = self
            .series
            .iter()
            .filter_map(|series| {
                let (_, last) = series.points.last()?;
                let lines = labels::wrap_at_most(&series.name, 2, width, size, weight);
                Some((series, upright.at_inside(last.value), lines))
            })
            .collect();
        let wishes: Vec<(f64, f64)> = named
            .iter()
            .map(|(_, y, lines)| (*y, lines.len() as f64 * NAME_LINE + 3.0))
            .collect();
        for ((series, y, lines), middle) in named
            .iter()
            .zip(labels::spread(&wishes, (top - 6.0, bottom + 6.0)))
        {
            let colour = series.style.colour;
            page.scene.segment(
                (right - 6.0, *y),
                (right + LEADER - 3.0, middle),
                colour,
                0.8,
            );
            let first = middle + 4.2 - (lines.len() - 1) as f64 * NAME_LINE / 2.0;
            let kind = (size, weight, colour.mix(style::INK, 0.35));
            page.scene.lines(
                lines,
                (right + LEADER, first),
                Anchor::Start,
                kind,
                NAME_LINE,
            );
        }
    }
}
