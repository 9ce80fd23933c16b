//! The figure of checks: every target as a row, the model against its evidence, on one axis.

use crate::calibration::rows::CheckRow;
use homeground_figures::axis::Scale;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Dash, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour};
use homeground_report::figures::page::{self, MARGIN, Page, Sign};
use homeground_report::language::Language;

use crate::calibration::pages::words;

/// Of rows whose evidence lies inside the predictive interval.
pub const INSIDE: Colour = Colour(0, 114, 178);
/// Of rows whose evidence lies outside.
pub const OUTSIDE: Colour = Colour(213, 94, 0);
/// The band of the evidence.
const BAND: Colour = Colour(150, 160, 170);

/// 97.5th percentile of the standard normal.
const NORMAL_95: f64 = 1.959_964;
/// The axis reaches so far at least and at most, in standard errors.
const REACH: (f64, f64) = (3.0, 6.0);
/// Room for names of targets, and for each of the two columns of numbers.
const NAMES: f64 = 190.0;
const NUMBERS: f64 = 98.0;
const LINE: f64 = 14.0;

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

/// Draws rows against their evidence, those outside first; none without rows.
pub fn draw(checks: &[CheckRow], title: &str, language: Language) -> Option<Scene> {
    let rows = words::failures_first(checks);
    if rows.is_empty() {
        return None;
    }
    let mut page = Page::new(
        title,
        language.pick(
            "Distance of the model from the evidence, in standard errors of the evidence. Targets outside come first.",
            "Modellens avstand fra forskningen, i forskningens egne standardfeil. Mål utenfor står først.",
        ),
        language,
    );
    key(&mut page, checks, language);
    let errors: Vec<Errors> = rows.iter().map(|row| Errors::of(row)).collect();
    let most = errors.iter().map(Errors::farthest).fold(REACH.0, f64::max);
    let reach = most.min(REACH.1).ceil();
    let left = MARGIN + NAMES + 8.0;
    let right = WIDTH - MARGIN - 2.0 * NUMBERS - 4.0;
    let ends = [right + NUMBERS, right + 2.0 * NUMBERS + 4.0];
    let headings = [
        language.pick("evidence", "forskning"),
        language.pick("model", "modell"),
    ];
    for (heading, end) in headings.into_iter().zip(ends) {
        page.scene
            .text(heading, (end, page.y + 10.0), Anchor::End, style::PANEL);
    }
    page.y += 18.0;
    let top = page.y;
    let middles: Vec<f64> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| row_text(&mut page, row, place, &rows, ends, language))
        .collect();
    let bottom = page.y;
    let (scale, ticks) = page::fitted_axis((-reach, reach), (left, right), 7, |value, decimals| {
        language.decimal(value, decimals)
    });
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
    page::upright_grid(&mut page, &scale, &ticks, (top, bottom));
    for ((row, errors), middle) in rows.iter().zip(&errors).zip(middles) {
        marks(&mut page, row, errors, &scale, middle);
        if row.distance.is_finite() && row.distance.abs() > reach {
            // How far out it lies, on the inner side of its mark.
            let (aside, anchor) = match row.distance > 0.0 {
                true => (-10.0, Anchor::End),
                false => (10.0, Anchor::Start),
            };
            let at = (scale.at_inside(row.distance) + aside, middle - 4.0);
            let text = words::distance(row.distance, language);
            page.scene.text(text, at, anchor, style::LABEL);
        }
    }
    page.y = bottom + 18.0;
    let name = language.pick(
        "model less evidence, standard errors",
        "modell minus forskning, standardfeil",
    );
    page.y += page::axis_name(&mut page, name, (left - 30.0, right + 30.0), bottom + 16.0);
    if most > REACH.1 {
        page.note(language.pick(
            "Lines and marks at the end of the axis reach farther out.",
            "Linjer og merker ved enden av aksen når lenger ut.",
        ));
    }
    Some(page.finish())
}

fn key(page: &mut Page, checks: &[CheckRow], language: Language) {
    let mut entries = vec![
        (
            Sign::Ribbon(BAND),
            language.pick("evidence, 95% interval", "forskning, 95 %-intervall"),
        ),
        (
            Sign::Dot(INSIDE, true),
            language.pick(
                "model: median, thick posterior interval, thin predictive interval",
                "modell: median, tykt posteriorintervall, tynt prediktivt intervall",
            ),
        ),
    ];
    if checks.iter().any(|row| !row.inside) {
        entries.push((
            Sign::Dot(OUTSIDE, true),
            language.pick(
                "evidence outside the predictive interval",
                "forskningen ligger utenfor det prediktive intervallet",
            ),
        ));
    }
    if checks.iter().any(|row| row.prior.is_some()) {
        entries.push((
            Sign::Tick(style::AXIS),
            language.pick(
                "before calibration (prior median)",
                "før kalibrering (priorens median)",
            ),
        ));
    }
    page.key(&entries);
}

/// Stripe, name and numbers of a row; returns its middle.
fn row_text(
    page: &mut Page,
    row: &CheckRow,
    place: usize,
    rows: &[&CheckRow],
    ends: [f64; 2],
    language: Language,
) -> f64 {
    let (size, weight, _) = style::LABEL;
    let name = words::title(row, language);
    let lines = labels::wrap_at_most(name, 3, NAMES, size, weight);
    let height = (lines.len().max(2) as f64) * LINE + 6.0;
    let (top, bottom) = (page.y, page.y + height);
    let across = (MARGIN - 4.0, WIDTH - MARGIN + 4.0);
    if place.is_multiple_of(2) {
        page.scene
            .rectangle((across.0, top), (across.1, bottom), style::STRIPE);
    }
    if place > 0 && rows[place - 1].inside != row.inside {
        page.scene
            .segment((across.0, top), (across.1, top), style::AXIS, 1.0);
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
            (words::value(row, value, language), style::LABEL),
            (words::range(row, interval, language), style::SMALL),
        ];
        for ((text, kind), y) in texts.into_iter().zip([middle - 2.8, middle + LINE - 2.8]) {
            page.scene.text(text, (end, y), Anchor::End, kind);
        }
    }
    page.y = bottom;
    middle
}

fn marks(page: &mut Page, row: &CheckRow, errors: &Errors, scale: &Scale, y: f64) {
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
