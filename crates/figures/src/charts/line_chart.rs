//! Lines over a number, each with its band and its name at the end.

use crate::axis::{self, Scale};
use crate::chart::{Chart, Write, boxed, debug_by, told, write_decimal};
use crate::estimate::Estimate;
use crate::fonts;
use crate::frame::{self, MARGIN, Page, upright_axis};
use crate::labels;
use crate::scene::{Anchor, Scene, WIDTH};
use crate::style::{self, ArmStyle};
use crate::text::{Teller, Text, decimal};

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
    pub name: Text,
    /// How it looks.
    pub style: ArmStyle,
    /// Values by place on the axis.
    pub points: Vec<(f64, Estimate)>,
}

/// A chart of lines over a number.
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
    /// Writes a value of the vertical axis with so many decimals.
    pub write: Write,
    /// Are points marked, because there is nothing between them?
    pub dots: bool,
    /// Values of the horizontal axis with their words, where they are not plain numbers.
    pub ticks: Option<Vec<(f64, Text)>>,
    /// A small note below; may be empty.
    pub note: Text,
}

debug_by!(LineChart, title);

impl Default for LineChart {
    /// Empty, with plain numbers at its axis.
    fn default() -> LineChart {
        LineChart {
            title: Text::default(),
            subtitle: Text::default(),
            across: Text::default(),
            up: Text::default(),
            series: Vec::new(),
            from_zero: false,
            write: write_decimal(),
            dots: false,
            ticks: None,
            note: Text::default(),
        }
    }
}

boxed!(LineChart, |chart| chart
    .series
    .iter()
    .all(|series| series.points.is_empty()));

impl Chart for LineChart {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let all = || self.series.iter().flat_map(|series| &series.points);
        let (left_value, right_value) = all()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (x, _)| {
                (low.min(*x), high.max(*x))
            });
        let start = if self.from_zero { 0.0 } else { f64::INFINITY };
        let low = all().map(|(_, value)| value.lower()).fold(start, f64::min);
        let high = all().map(|(_, value)| value.upper()).fold(-start, f64::max);
        let high = if high > low { high } else { low + 1e-3 };
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        if left_value > right_value {
            return page.finish();
        }
        page.note(&self.up);
        page.y += 12.0;
        let (size, weight, _) = style::LABEL;
        let names: Vec<String> = self
            .series
            .iter()
            .map(|series| teller.tell(&series.name))
            .collect();
        let width = names
            .iter()
            .map(|name| fonts::width(name, size, weight) + 2.0)
            .fold(0.0, f64::max)
            .min(150.0);
        let (top, bottom) = (page.y, page.y + HEIGHT);
        let (upright, up_ticks) =
            upright_axis((low, high), (bottom, top), 5, told(&self.write, teller));
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
        self.across_ticks(&mut page, &across, (left, right), bottom);
        for series in &self.series {
            self.one_series(&mut page, &across, &upright, series);
        }
        self.names(&mut page, &names, &upright, (right, width), (top, bottom));
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
        page.scene
            .segment((left, bottom), (right, bottom), style::AXIS, 1.0);
        let plain = || {
            let (values, decimals) = axis::ticks(across.values.0, across.values.1, 6);
            let inside = values.into_iter().filter(|value| {
                *value >= across.values.0 - 1e-9 && *value <= across.values.1 + 1e-9
            });
            inside
                .map(|value| (value, decimal(value, decimals).into()))
                .collect()
        };
        let ticks: Vec<(f64, Text)> = self.ticks.clone().unwrap_or_else(plain);
        let mut free_from = f64::NEG_INFINITY;
        for (value, word) in ticks {
            let word = page.tell(&word);
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

    fn one_series(&self, page: &mut Page<'_>, across: &Scale, upright: &Scale, series: &Series) {
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
        page: &mut Page<'_>,
        names: &[String],
        upright: &Scale,
        (right, width): (f64, f64),
        (top, bottom): (f64, f64),
    ) {
        let (size, weight, _) = style::LABEL;
        let named: Vec<(&Series, f64, Vec<String>)> = self
            .series
            .iter()
            .zip(names)
            .filter_map(|(series, name)| {
                let (_, last) = series.points.last()?;
                let lines = labels::wrap_at_most(name, 2, width, size, weight);
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
