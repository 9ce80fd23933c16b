//! Parameters that the evidence ties together: section and figure.

use homeground_figures::chart::{Chart, Write};
use homeground_figures::charts::row_chart::{RowAxis, RowChart, RowLayout, RowMark, RowPanel};
use homeground_figures::message;
use homeground_figures::scene::Anchor;
use homeground_figures::style::LABEL;
use homeground_figures::text::{Text, decimal};
use homeground_report::answer_page::{Figure, Section};

use crate::calibration::pages::figure_parts::{INSIDE, OUTSIDE};
use crate::calibration::tables::rows::PairRow;

/// Correlations beyond this are named in words.
const STRONG: f64 = 0.5;
/// Pairs named in a sentence.
const MOST_NAMED: usize = 4;
/// Pairs that are drawn; the file holds all.
const MOST_DRAWN: usize = 20;

/// The section on pairs.
pub fn section(rows: &[PairRow]) -> Section {
    let figure = Figure::of("pairs", chart(rows), message!("calibration-pairs-reading"));
    let section = Section {
        key: "pairs",
        heading: message!("calibration-pairs"),
        answer: answer(rows),
        ..Section::default()
    };
    section.with(figure)
}

fn answer(rows: &[PairRow]) -> Text {
    if rows.is_empty() {
        return message!("calibration-pairs-none");
    }
    let strong = || rows.iter().filter(|row| row.correlation.abs() >= STRONG);
    let count = strong().count();
    if count == 0 {
        return message!("calibration-pairs-weak");
    }
    let named = strong().take(MOST_NAMED).map(|row| {
        message!(
            "calibration-pair",
            first = &row.first,
            second = &row.second,
            correlation = decimal(row.correlation, 2)
        )
    });
    message!("calibration-pairs-strong", count, pairs = Text::list(named))
}

/// The pairs with the strongest correlations; none where there are none.
pub fn chart(rows: &[PairRow]) -> Option<Box<dyn Chart>> {
    let rows = &rows[..rows.len().min(MOST_DRAWN)];
    let marks = |row: &PairRow| {
        let (colour, shift, anchor) = match row.correlation > 0.0 {
            true => (INSIDE, -6.0, Anchor::End),
            false => (OUTSIDE, 6.0, Anchor::Start),
        };
        let bar = RowMark::bar((0.0, row.correlation), colour, 5.5);
        let number =
            RowMark::words(0.0, (shift, anchor), decimal(row.correlation, 2).into(), LABEL);
        vec![bar, number]
    };
    RowChart {
        title: message!("calibration-pairs-title"),
        subtitle: message!("calibration-pairs-subtitle"),
        rows: rows.iter().map(|row| format!("{} × {}", row.first, row.second).into()).collect(),
        panels: vec![RowPanel {
            marks: rows.iter().map(marks).collect(),
            axis: RowAxis::Range((-1.0, 1.0), 4, Write::default()),
            ..RowPanel::default()
        }],
        layout: RowLayout {
            names: (0.0, 330.0),
            name_lines: 1,
            before: 12.0,
            panel: 600.0,
            ..RowLayout::default()
        },
        ..RowChart::default()
    }
    .boxed()
}
