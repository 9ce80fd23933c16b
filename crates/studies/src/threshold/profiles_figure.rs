//! The difference along the assumptions that turn it soonest, a panel each.

use homeground_figures::axis::Scale;
use homeground_figures::chart::Chart;
use homeground_figures::frame::{self, MARGIN, Page, Sign};
use homeground_figures::message;
use homeground_figures::scene::{Anchor, Dash, Scene, Shape, WIDTH};
use homeground_figures::style::{self, INK};
use homeground_figures::text::{Teller, Text};
use homeground_report::answer_page::Figure;

use super::ThresholdRow;
use super::results::{Thresholds, turning_values};
use crate::pages::{names, outcome_words, values};
use crate::parameter_range::ParameterRange;

/// Panels at most.
const MOST: usize = 6;
const COLUMNS: usize = 3;
const GAP: f64 = 22.0;
const HEIGHT: f64 = 110.0;

/// The figure of profiles; none when nothing was simulated.
pub(super) fn figure(thresholds: &Thresholds<'_>) -> Option<Figure> {
    let outcome = thresholds.outcome();
    let factor = outcome_words::difference_factor(outcome, true);
    let by_rank = thresholds.by_rank();
    let panels: Vec<Panel> = by_rank
        .into_iter()
        .take(MOST)
        .map(|sides| Panel::new(thresholds, sides, factor))
        .collect();
    let points = || panels.iter().flat_map(|panel| &panel.points);
    points().next()?;
    let low = points().map(|point| point.lower).fold(0.0, f64::min);
    let high = points().map(|point| point.upper).fold(0.0, f64::max);
    let (first, second) = thresholds.arms();
    let chart = Profiles {
        title: message!("threshold-profiles-title", first, second),
        subtitle: message!(
            "threshold-profiles-subtitle",
            outcome = outcome_words::outcome(thresholds.results),
            unit = outcome_words::unit_of(outcome, true)
        ),
        outcome: outcome.to_owned(),
        limits: (low, high),
        start: thresholds.start.value * factor,
        panels,
    };
    Some(Figure {
        name: "threshold_profiles".to_owned(),
        chart: Box::new(chart),
        takeaway: Text::default(),
        reading: message!("threshold-profiles-reading", first, second),
    })
}

/// Panels with one vertical axis.
#[derive(Debug)]
struct Profiles {
    title: Text,
    subtitle: Text,
    /// Name of the outcome, which decides how the axis is written.
    outcome: String,
    /// Lowest and highest difference.
    limits: (f64, f64),
    /// The difference where everything starts.
    start: f64,
    panels: Vec<Panel>,
}

/// The difference along one assumption. Places in its range are shares of the way from its low to
/// its high end.
#[derive(Debug)]
struct Panel {
    name: Text,
    ends: (Text, Text),
    start: f64,
    turns: Vec<f64>,
    points: Vec<Point>,
}

#[derive(Debug)]
struct Point {
    share: f64,
    value: f64,
    lower: f64,
    upper: f64,
}

impl Panel {
    fn new(thresholds: &Thresholds<'_>, sides: &[ThresholdRow], factor: f64) -> Panel {
        let row = &sides[0];
        let range = ParameterRange::new(row.low, row.start, row.high);
        let points = thresholds.profile(&row.parameter).into_iter();
        Panel {
            name: names::short_field(&row.parameter),
            ends: (values::value(row.low), values::value(row.high)),
            start: range.share(row.start),
            turns: turning_values(sides)
                .map(|value| range.share(value))
                .collect(),
            points: points
                .map(|point| Point {
                    share: point.share,
                    value: point.estimate * factor,
                    lower: point.lower * factor,
                    upper: point.upper * factor,
                })
                .collect(),
        }
    }
}

impl Chart for Profiles {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(&self.title, &self.subtitle, teller);
        page.key(&[
            (Sign::Ribbon(INK), message!("threshold-key-interval")),
            (Sign::Dot(INK, true), message!("threshold-key-start")),
            (Sign::Tick(INK), message!("threshold-key-turn")),
        ]);
        let width = (WIDTH - 2.0 * MARGIN - GAP * (COLUMNS - 1) as f64) / COLUMNS as f64;
        for row in self.panels.chunks(COLUMNS) {
            let names: Vec<String> = row.iter().map(|panel| page.tell(&panel.name)).collect();
            let (names, height) = frame::panel_lines(&names, width);
            page.y += height + 2.0;
            let top = page.y;
            for (index, panel) in row.iter().enumerate() {
                let left = MARGIN + index as f64 * (width + GAP);
                frame::panel_heading(&mut page, &names[index], left, top);
                self.draw_panel(&mut page, panel, (left, left + width), top + 6.0);
            }
            page.y = top + 6.0 + HEIGHT + 26.0;
        }
        page.finish()
    }
}

impl Profiles {
    fn draw_panel(&self, page: &mut Page<'_>, panel: &Panel, (left, right): (f64, f64), top: f64) {
        let bottom = top + HEIGHT;
        let write = outcome_words::axis_writer(&self.outcome, true);
        let (scale, ticks) =
            frame::fitted_axis(self.limits, (top, bottom), 4, |value, decimals| {
                page.tell(&write(value, decimals))
            });
        let scale = Scale {
            places: (bottom, top),
            ..scale
        };
        let left = left + frame::widest(&ticks) + 6.0;
        for (value, word) in &ticks {
            let y = scale.at(*value);
            let zero = value.abs() < 1e-12;
            let (colour, thickness) = if zero { (INK, 1.0) } else { (style::GRID, 0.8) };
            page.scene.segment((left, y), (right, y), colour, thickness);
            page.scene.text(
                word.as_str(),
                (left - 5.0, y + 4.0),
                Anchor::End,
                style::SMALL,
            );
        }
        let across = |share: f64| left + 4.0 + share.clamp(0.0, 1.0) * (right - left - 8.0);
        let place = |point: &Point, value: f64| (across(point.share), scale.at_inside(value));
        let points = panel.points.iter();
        let lower = points.clone().map(|point| place(point, point.lower));
        let upper = points.clone().rev().map(|point| place(point, point.upper));
        page.scene.area(lower.chain(upper).collect(), INK, 0.16);
        let line = points.map(|point| place(point, point.value)).collect();
        page.scene.line(line, INK, 1.8, Dash::Solid);
        let zero = scale.at_inside(0.0);
        for turn in &panel.turns {
            let x = across(*turn);
            page.scene
                .segment((x, zero - 8.0), (x, zero + 8.0), INK, 2.2);
        }
        let start = (across(panel.start), scale.at_inside(self.start));
        page.scene.dot(start, Shape::Circle, 3.6, INK, true);
        let below = scale.places.0.max(scale.places.1) + 15.0;
        let (low, high) = (page.tell(&panel.ends.0), page.tell(&panel.ends.1));
        page.scene
            .text(low, (left, below), Anchor::Start, style::SMALL);
        page.scene
            .text(high, (right, below), Anchor::End, style::SMALL);
    }
}
