//! The figure of parameters: what was held plausible against what agrees with the evidence.

use homeground_core::engine::draws::is_wide;
use homeground_figures::chart::Chart;
use homeground_figures::charts::row_chart::{
    Dot, RowAxis, RowChart, RowColumn, RowLayout, RowMark, RowPanel,
};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::scene::Anchor;
use homeground_figures::style::{self, Colour};
use homeground_figures::text::{Text, percent_whole};

use crate::calibration::pages::check_values as values;
use crate::calibration::pages::figure_parts::{INSIDE, OUTSIDE, dot};
use crate::calibration::tables::rows::ParameterRow;

/// Rows of a figure; more make another.
const MOST_ROWS: usize = 40;
/// The prior.
const PRIOR: Colour = Colour(198, 205, 211);
/// Of parameters that the evidence says nothing about.
const NOT_INFORMED: Colour = Colour(110, 118, 126);

/// Parameters in the order of what was learned, most first.
pub fn most_informed_first(rows: &[ParameterRow]) -> Vec<&ParameterRow> {
    let rank = |row: &ParameterRow| match row.verdict.as_str() {
        "informed" => 0,
        "slightly" => 1,
        _ => 2,
    };
    // What a narrower and a moved posterior tell, in one number.
    let information = |row: &ParameterRow| row.learned.max(0.0) + row.shift * row.shift;
    let mut sorted: Vec<&ParameterRow> = rows.iter().collect();
    sorted.sort_by(|one, other| {
        rank(one).cmp(&rank(other)).then(information(other).total_cmp(&information(one)))
    });
    sorted
}

/// All parameters in their order, so many in a figure.
pub fn charts(rows: &[&ParameterRow]) -> Vec<Box<dyn Chart>> {
    let parts: Vec<&[&ParameterRow]> = rows.chunks(MOST_ROWS).collect();
    let count = parts.len();
    let figure = |(place, rows): (usize, &&[&ParameterRow])| {
        let part = match count {
            1 => String::new(),
            _ => format!("({}/{count})", place + 1),
        };
        chart(part, rows)
    };
    parts.iter().enumerate().filter_map(figure).collect()
}

/// One of several figures; `part` says which.
fn chart(part: String, rows: &[&ParameterRow]) -> Option<Box<dyn Chart>> {
    let column = |heading: Text, width: f64, cell: fn(&ParameterRow) -> Text| RowColumn {
        heading,
        cells: rows.iter().map(|row| (cell(row), Text::default())).collect(),
        width,
        anchor: Anchor::End,
    };
    let title = message!("calibration-parameters-title");
    RowChart {
        title: Text::sentences([title, part.into()]),
        subtitle: message!("calibration-parameters-subtitle"),
        rows: rows.iter().map(|row| (&row.parameter).into()).collect(),
        panels: vec![RowPanel {
            dots: rows.iter().map(|row| vec![central(row)]).collect(),
            marks: rows.iter().map(|row| marks(row)).collect(),
            axis: RowAxis::Ends(message!("calibration-lowest"), message!("calibration-highest")),
            columns: vec![
                column(message!("calibration-column-values"), 128.0, |row| {
                    Text::joined(" → ", [row.centre, row.central].map(values::parameter))
                }),
                column(message!("calibration-column-learned"), 58.0, |row| {
                    percent_whole(row.learned.max(0.0)).into()
                }),
            ],
            ..RowPanel::default()
        }],
        key: key().into(),
        layout: RowLayout {
            names: (0.0, 300.0),
            name_lines: 1,
            before: 10.0,
            panel: 600.0,
            row: 18.0,
            radius: 3.6,
            ..RowLayout::default()
        },
        ..RowChart::default()
    }
    .boxed()
}

fn key() -> [(Sign, Text); 7] {
    [
        (Sign::Patch(PRIOR), message!("calibration-key-prior")),
        (Sign::Tick(style::INK), message!("calibration-key-centre")),
        (Sign::Line(INSIDE), message!("calibration-key-posterior")),
        (Sign::Dot(INSIDE, true), message!("calibration-key-central")),
        (Sign::Dot(INSIDE, false), message!("calibration-key-slightly")),
        (Sign::Line(NOT_INFORMED), message!("calibration-key-not")),
        (Sign::Line(OUTSIDE), message!("calibration-key-edge")),
    ]
}

/// Where in its plausible range a value lies, 0 to 1; of a wide range on a scale of ratios.
fn place(row: &ParameterRow, value: f64) -> f64 {
    let on_scale = |value: f64| match is_wide(row.low, row.high) {
        true => value.ln(),
        false => value,
    };
    let (low, high) = (on_scale(row.low), on_scale(row.high));
    ((on_scale(value) - low) / (high - low)).clamp(0.0, 1.0)
}

fn colour(row: &ParameterRow) -> Colour {
    match (row.edge.is_empty(), row.verdict.as_str()) {
        (false, _) => OUTSIDE,
        (true, "informed" | "slightly") => INSIDE,
        (true, _) => NOT_INFORMED,
    }
}

/// The central draw.
fn central(row: &ParameterRow) -> Dot {
    let filled = row.verdict != "slightly";
    dot(place(row, row.central), colour(row), filled)
}

/// The prior with its centre, and the posterior.
fn marks(row: &ParameterRow) -> Vec<RowMark> {
    let ends = |lower: f64, upper: f64| (place(row, lower), place(row, upper));
    vec![
        RowMark::bar(ends(row.prior_lower, row.prior_upper), PRIOR, 5.0),
        RowMark::tick(place(row, row.centre), style::INK, (6.0, 1.4)),
        RowMark::line(ends(row.lower, row.upper), colour(row), 2.6),
    ]
}
