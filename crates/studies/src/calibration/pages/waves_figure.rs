//! The figure of the waves: what is left of the prior, how well emulators know the simulator,
//! and how many points meet all targets.

use homeground_figures::chart::{Chart, Write};
use homeground_figures::charts::row_chart::{
    Dot, RowAxis, RowChart, RowColumn, RowLayout, RowMark, RowPanel,
};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::scene::Anchor;
use homeground_figures::style::Colour;
use homeground_figures::text::{Text, percent};

use crate::calibration::pages::figure_parts::{INSIDE, dot};
use crate::calibration::tables::rows::WaveRow;

/// What bars stand on.
const BASE: Colour = Colour(232, 236, 239);

/// The waves; none without rows.
pub fn chart(rows: &[WaveRow]) -> Option<Box<dyn Chart>> {
    RowChart {
        title: message!("calibration-waves-title"),
        subtitle: message!("calibration-waves-subtitle"),
        rows: rows.iter().map(|row| message!("calibration-wave", wave = row.wave)).collect(),
        panels: vec![
            shares(message!("calibration-panel-not-ruled-out"), rows, |row| row.not_ruled_out),
            errors(rows),
            shares(message!("calibration-panel-within"), rows, |row| row.within_three),
        ],
        in_line: true,
        key: vec![
            (Sign::Dot(INSIDE, true), message!("calibration-key-median-error")),
            (Sign::Dot(INSIDE, false), message!("calibration-key-worst-error")),
        ],
        layout: RowLayout {
            names: (44.0, 44.0),
            before: 14.0,
            between: 14.0,
            row: 24.0,
            radius: 4.0,
            ..RowLayout::default()
        },
        ..RowChart::default()
    }
    .boxed()
}

fn errors(rows: &[WaveRow]) -> RowPanel {
    let all = rows.iter().flat_map(|row| [row.median_error, row.largest_error]);
    let most = all.filter(|error| error.is_finite()).fold(0.5, f64::max);
    let dots = |row: &WaveRow| -> Vec<Dot> {
        let ends = [(row.median_error, true), (row.largest_error, false)];
        ends.map(|(value, filled)| dot(value, INSIDE, filled)).into()
    };
    let line = |row: &WaveRow| RowMark::line((row.median_error, row.largest_error), INSIDE, 1.0);
    RowPanel {
        heading: message!("calibration-panel-error"),
        dots: rows.iter().map(dots).collect(),
        marks: rows.iter().map(|row| vec![line(row)]).collect(),
        axis: RowAxis::Range((0.0, most), 4, Write::default()),
        ..RowPanel::default()
    }
}

/// Shares as bars, with the number behind each.
fn shares(heading: Text, rows: &[WaveRow], share: fn(&WaveRow) -> f64) -> RowPanel {
    let bar = |end: f64, colour| RowMark::bar((0.0, end), colour, 6.0);
    let number = |share: f64| match share.is_finite() {
        true => percent(share).into(),
        false => Text::from("–"),
    };
    let all = || rows.iter().map(share);
    RowPanel {
        heading,
        marks: all().map(|share| vec![bar(1.0, BASE), bar(share, INSIDE)]).collect(),
        axis: RowAxis::Bare,
        columns: vec![RowColumn {
            heading: Text::default(),
            cells: all().map(|share| (number(share), Text::default())).collect(),
            width: 50.0,
            anchor: Anchor::Start,
        }],
        ..RowPanel::default()
    }
}
