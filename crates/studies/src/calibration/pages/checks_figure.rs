//! The figure of checks: every target as a row, the model against its evidence, on one axis.

use homeground_figures::chart::{Chart, Write};
use homeground_figures::charts::row_chart::{
    Dot, RowAxis, RowChart, RowColumn, RowLayout, RowMark, RowPanel,
};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::scene::{Anchor, Shape};
use homeground_figures::style::{self, Colour};
use homeground_figures::text::Text;

use crate::calibration::pages::check_values as values;
use crate::calibration::pages::figure_parts::{BAND, INSIDE, OUTSIDE, dot};
use crate::calibration::tables::NORMAL_95;
use crate::calibration::tables::rows::CheckRow;

/// The axis reaches so far at least and at most, in standard errors.
const REACH: (f64, f64) = (3.0, 6.0);

/// Rows against their evidence, those outside first; none without rows.
pub fn chart(checks: &[CheckRow], title: Text) -> Option<Box<dyn Chart>> {
    let rows = values::failures_first(checks);
    let errors: Vec<Errors> = rows.iter().map(|row| Errors::of(row)).collect();
    let most = errors.iter().map(Errors::farthest).fold(REACH.0, f64::max);
    let reach = most.min(REACH.1).ceil();
    let panel = RowPanel {
        dots: rows.iter().map(|row| Vec::from_iter(median(row))).collect(),
        marks: rows.iter().zip(&errors).map(|(row, errors)| marks(row, errors, reach)).collect(),
        axis: RowAxis::Range((-reach, reach), 7, Write::default()),
        band: Some(((-NORMAL_95, NORMAL_95), BAND)),
        columns: columns(&rows).into(),
        ..RowPanel::default()
    };
    let changes = (1..rows.len()).filter(|&row| rows[row - 1].inside != rows[row].inside);
    RowChart {
        title,
        subtitle: message!("checks-figure-subtitle"),
        rows: rows.iter().map(|row| values::title(row)).collect(),
        rules: changes.map(|row| row - 1).collect(),
        panels: vec![panel],
        in_line: true,
        key: key(&rows),
        across: message!("checks-figure-axis"),
        note: match most > REACH.1 {
            true => message!("checks-figure-cut"),
            false => Text::default(),
        },
        layout: RowLayout {
            names: (190.0, 190.0),
            before: 8.0,
            panel: 600.0,
            row: 34.0,
            radius: 4.2,
            ..RowLayout::default()
        },
        ..RowChart::default()
    }
    .boxed()
}

fn key(rows: &[&CheckRow]) -> Vec<(Sign, Text)> {
    let mut entries = vec![
        (Sign::Ribbon(BAND), message!("checks-key-evidence")),
        (Sign::Dot(INSIDE, true), message!("checks-key-model")),
    ];
    if rows.iter().any(|row| !row.inside) {
        entries.push((Sign::Dot(OUTSIDE, true), message!("checks-key-outside")));
    }
    if rows.iter().any(|row| row.prior.is_some()) {
        entries.push((Sign::Tick(style::AXIS), message!("checks-key-prior")));
    }
    entries
}

/// Numbers of the evidence and of the model.
fn columns(rows: &[&CheckRow]) -> [RowColumn; 2] {
    let column = |heading: Text, width: f64, read: fn(&CheckRow) -> (f64, (f64, f64))| {
        let cell = |row: &&CheckRow| {
            let (value, interval) = read(row);
            (values::value(row, value), values::range(row, interval))
        };
        RowColumn { heading, cells: rows.iter().map(cell).collect(), width, anchor: Anchor::End }
    };
    [
        column(message!("checks-evidence"), 98.0, |row| {
            (row.evidence, (row.evidence_lower, row.evidence_upper))
        }),
        column(message!("checks-model"), 102.0, |row| {
            (row.model, (row.model_lower, row.model_upper))
        }),
    ]
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
        let all =
            [self.median, self.posterior.0, self.posterior.1, self.predictive.0, self.predictive.1];
        all.into_iter()
            .filter(|value| value.is_finite())
            .fold(0.0, |most: f64, value| most.max(value.abs()))
    }
}

fn colour(row: &CheckRow) -> Colour {
    if row.inside { INSIDE } else { OUTSIDE }
}

/// The median of the model, if it has one.
fn median(row: &CheckRow) -> Option<Dot> {
    let mut median = dot(row.distance, colour(row), true);
    if !row.inside {
        median.style.shape = Shape::Diamond;
    }
    row.distance.is_finite().then_some(median)
}

/// Intervals of the model, its median before calibration, and how far out it lies where the
/// axis does not reach.
fn marks(row: &CheckRow, errors: &Errors, reach: f64) -> Vec<RowMark> {
    let intervals = [(errors.predictive, 1.2), (errors.posterior, 4.0)];
    let known =
        intervals.into_iter().filter(|((lower, upper), _)| !lower.is_nan() && !upper.is_nan());
    let mut marks: Vec<RowMark> =
        known.map(|(ends, width)| RowMark::line(ends, colour(row), width)).collect();
    let prior = errors.prior.filter(|prior| !prior.is_nan());
    marks.extend(prior.map(|at| RowMark::tick(at, style::AXIS, (6.0, 2.2))));
    if row.distance.is_finite() && row.distance.abs() > reach {
        // On the inner side of its mark.
        let (aside, anchor) = match row.distance > 0.0 {
            true => (-10.0, Anchor::End),
            false => (10.0, Anchor::Start),
        };
        marks.push(RowMark::Words {
            at: row.distance,
            offset: (aside, -8.2),
            anchor,
            text: values::distance(row.distance),
            look: style::LABEL,
        });
    }
    marks
}
