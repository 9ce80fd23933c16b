//! The figure of checks: every target as a row, the model against its evidence, on one axis.

use homeground_figures::axis::Scale;
use homeground_figures::chart::Chart;
use homeground_figures::frame::{self, MARGIN, Page, Sign};
use homeground_figures::labels;
use homeground_figures::message;
use homeground_figures::scene::{Anchor, Dash, Scene, Shape, WIDTH};
use homeground_figures::style;
use homeground_figures::text::{Teller, Text, decimal};

use crate::calibration::pages::check_values as values;
use crate::calibration::pages::figure_parts::{
    ACROSS, BAND, INSIDE, OUTSIDE, column_headings, stripe,
};
use crate::calibration::tables::NORMAL_95;
use crate::calibration::tables::rows::CheckRow;

/// The axis reaches so far at least and at most, in standard errors.
const REACH: (f64, f64) = (3.0, 6.0);
/// Room for names of targets, and for each of the two columns of numbers.
const NAMES: f64 = 190.0;
const NUMBERS: f64 = 98.0;
const LINE: f64 = 14.0;

/// Rows against their evidence, those outside first; none without rows.
pub fn chart(checks: &[CheckRow], title: Text) -> Option<Box<dyn Chart>> {
    if checks.is_empty() {
        return None;
    }
    let rows = values::failures_first(checks).into_iter().cloned();
    Some(Box::new(ChecksFigure {
        title,
        rows: rows.collect(),
    }))
}

#[derive(Debug)]
struct ChecksFigure {
    title: Text,
    /// In the order in which they stand.
    rows: Vec<CheckRow>,
}

/// A row in standard errors of its evidence.
struct Errors {
    median: f64,
    posterior: (f64, f64),
    predictive: (f64, f64),
    prior: Option<f64>,
}

impl Errors {
    fn of(row: &CheckRow) -> Errors {
        let on_scale = |value: f64| match row.scale.as_str() {
            "log" => value.ln(),
            "logit" => (value / (1.0 - value)).ln(),
            _ => value,
        };
        let middle = on_scale(row.evidence);
        let error =
            (on_scale(row.evidence_upper) - on_scale(row.evidence_lower)) / (2.0 * NORMAL_95);
        let errors = |value: f64| (on_scale(value) - middle) / error;
        Errors {
            median: row.distance,
            posterior: (errors(row.model_lower), errors(row.model_upper)),
            predictive: (errors(row.predictive_lower), errors(row.predictive_upper)),
            prior: row.prior.map(errors),
        }
    }

    fn farthest(&self) -> f64 {
        let all = [
            self.median,
            self.posterior.0,
            self.posterior.1,
            self.predictive.0,
            self.predictive.1,
        ];
        all.into_iter()
            .filter(|value| value.is_finite())
            .fold(0.0, |most: f64, value| most.max(value.abs()))
    }
}

impl Chart for ChecksFigure {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(&self.title, &message!("checks-figure-subtitle"), teller);
        page.key(&self.key());
        let errors: Vec<Errors> = self.rows.iter().map(Errors::of).collect();
        let most = errors.iter().map(Errors::farthest).fold(REACH.0, f64::max);
        let reach = most.min(REACH.1).ceil();
        let left = MARGIN + NAMES + 8.0;
        let right = WIDTH - MARGIN - 2.0 * NUMBERS - 4.0;
        let ends = [right + NUMBERS, right + 2.0 * NUMBERS + 4.0];
        let headings = [message!("checks-evidence"), message!("checks-model")];
        column_headings(&mut page, headings, ends);
        let top = page.y;
        let middles: Vec<f64> = (0..self.rows.len())
            .map(|place| self.row_texts(&mut page, place, ends))
            .collect();
        let bottom = page.y;
        let write = |value: f64, decimals: usize| teller.tell(&decimal(value, decimals).into());
        let (scale, ticks) = frame::fitted_axis((-reach, reach), (left, right), 7, write);
        let band = [-NORMAL_95, NORMAL_95].map(|value| scale.at(value));
        page.scene.area(
            vec![
                (band[0], top),
                (band[1], top),
                (band[1], bottom),
                (band[0], bottom),
            ],
            BAND,
            0.22,
        );
        frame::upright_grid(&mut page, &scale, &ticks, (top, bottom));
        for ((row, errors), middle) in self.rows.iter().zip(&errors).zip(middles) {
            marks(&mut page, row, errors, &scale, middle);
            if row.distance.is_finite() && row.distance.abs() > reach {
                // How far out it lies, on the inner side of its mark.
                let (aside, anchor) = match row.distance > 0.0 {
                    true => (-10.0, Anchor::End),
                    false => (10.0, Anchor::Start),
                };
                let at = (scale.at_inside(row.distance) + aside, middle - 4.0);
                let text = teller.tell(&values::distance(row.distance));
                page.scene.text(text, at, anchor, style::LABEL);
            }
        }
        page.y = bottom + 18.0;
        let name = message!("checks-figure-axis");
        page.y += frame::axis_name(&mut page, &name, (left - 30.0, right + 30.0), bottom + 16.0);
        if most > REACH.1 {
            page.note(&message!("checks-figure-cut"));
        }
        page.finish()
    }
}

impl ChecksFigure {
    fn key(&self) -> Vec<(Sign, Text)> {
        let mut entries = vec![
            (Sign::Ribbon(BAND), message!("checks-key-evidence")),
            (Sign::Dot(INSIDE, true), message!("checks-key-model")),
        ];
        if self.rows.iter().any(|row| !row.inside) {
            entries.push((Sign::Dot(OUTSIDE, true), message!("checks-key-outside")));
        }
        if self.rows.iter().any(|row| row.prior.is_some()) {
            entries.push((Sign::Tick(style::AXIS), message!("checks-key-prior")));
        }
        entries
    }

    /// Stripe, name and numbers of a row; returns its middle.
    fn row_texts(&self, page: &mut Page<'_>, place: usize, ends: [f64; 2]) -> f64 {
        let row = &self.rows[place];
        let (size, weight, _) = style::LABEL;
        let name = page.tell(&values::title(row));
        let lines = labels::wrap_at_most(&name, 3, NAMES, size, weight);
        let height = (lines.len().max(2) as f64) * LINE + 6.0;
        let (top, bottom) = (page.y, page.y + height);
        stripe(page, place, (top, bottom));
        if place > 0 && self.rows[place - 1].inside != row.inside {
            page.scene
                .segment((ACROSS.0, top), (ACROSS.1, top), style::AXIS, 1.0);
        }
        let middle = (top + bottom) / 2.0;
        let first = middle + 4.2 - (lines.len() - 1) as f64 * LINE / 2.0;
        page.scene
            .lines(&lines, (MARGIN, first), Anchor::Start, style::LABEL, LINE);
        let numbers = [
            (row.evidence, (row.evidence_lower, row.evidence_upper)),
            (row.model, (row.model_lower, row.model_upper)),
        ];
        for ((value, interval), end) in numbers.into_iter().zip(ends) {
            let texts = [
                (values::value(row, value), style::LABEL),
                (values::range(row, interval), style::SMALL),
            ];
            for ((text, kind), y) in texts.iter().zip([middle - 2.8, middle + LINE - 2.8]) {
                page.scene
                    .text(page.teller.tell(text), (end, y), Anchor::End, *kind);
            }
        }
        page.y = bottom;
        middle
    }
}

fn marks(page: &mut Page<'_>, row: &CheckRow, errors: &Errors, scale: &Scale, y: f64) {
    let colour = if row.inside { INSIDE } else { OUTSIDE };
    let place = |value: f64| scale.at_inside(value);
    let intervals = [(errors.predictive, 1.2), (errors.posterior, 4.0)];
    for ((lower, upper), width) in intervals {
        if !lower.is_nan() && !upper.is_nan() {
            page.scene.line(
                vec![(place(lower), y), (place(upper), y)],
                colour,
                width,
                Dash::Solid,
            );
        }
    }
    if let Some(prior) = errors.prior.filter(|prior| !prior.is_nan()) {
        let x = place(prior);
        page.scene
            .segment((x, y - 6.0), (x, y + 6.0), style::AXIS, 2.2);
    }
    if errors.median.is_finite() {
        let shape = if row.inside {
            Shape::Circle
        } else {
            Shape::Diamond
        };
        page.scene
            .dot((place(errors.median), y), shape, 4.2, colour, true);
    }
}
