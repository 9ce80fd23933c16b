//! Boxes in which the favourite often fails, within the ranges of their parameters.

use homeground_core::evidence;
use homeground_figures::charts::row_chart::{RowAxis, RowChart, RowLayout, RowMark, RowPanel};
use homeground_figures::message;
use homeground_figures::number::percent_whole;
use homeground_figures::scene::Anchor;
use homeground_figures::style;
use homeground_report::answer_page::Figure;

use crate::pages::{names, values};
use crate::parameter_range::ParameterRange;
use crate::uncertainty::results::UncertaintyResults;
use crate::uncertainty::rows::BoxRow;

/// The figure; none where there is no box.
pub fn figure(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let rows = &results.boxes;
    let begins = |index: usize| index == 0 || rows[index - 1].number != rows[index].number;
    let heading = |row: &BoxRow| {
        message!(
            "uncertainty-boxes-heading",
            number = row.number,
            density = percent_whole(row.density),
            coverage = percent_whole(row.coverage)
        )
    };
    let starts = rows.iter().enumerate().filter(|(index, _)| begins(*index));
    let arm = results.favourite_arm();
    let chart = RowChart {
        title: message!("uncertainty-boxes-title", arm),
        subtitle: message!("uncertainty-boxes-subtitle"),
        rows: rows.iter().map(|row| names::short_field(&row.parameter)).collect(),
        groups: starts.map(|(index, row)| (index, heading(row))).collect(),
        panels: vec![RowPanel {
            marks: rows.iter().map(limits).collect(),
            axis: RowAxis::Bare,
            ..RowPanel::default()
        }],
        layout: RowLayout {
            names: (0.0, 200.0),
            name_lines: 1,
            before: 70.0,
            after: 70.0,
            panel: 600.0,
            row: 26.0,
            ..RowLayout::default()
        },
        ..RowChart::default()
    };
    Figure::of("uncertainty_boxes", chart.boxed(), message!("uncertainty-boxes-reading"))
}

/// The limits of a box within the range of a parameter; nothing for one that this version does
/// not know.
fn limits(row: &BoxRow) -> Vec<RowMark> {
    let Some(parameter) = evidence::find(evidence::parameters(), &row.parameter) else {
        return Vec::new();
    };
    let range = ParameterRange::of_prior(parameter);
    let bar = |ends, colour| RowMark::bar(ends, colour, 5.0);
    let share = |value: Option<f64>, end: f64| value.map_or(end, |value| range.share(value));
    let box_ends = (share(row.low, 0.0), share(row.high, 1.0));
    let words = |at, shift, anchor, value: f64, look| {
        RowMark::words(at, (shift, anchor), values::value(value), look)
    };
    let (grey, ink) = (style::SMALL, style::LABEL);
    let mut marks = vec![
        bar((0.0, 1.0), style::GRID),
        bar(box_ends, style::EXITS[2]),
        words(0.0, -6.0, Anchor::End, range.low, grey),
        words(1.0, 6.0, Anchor::Start, range.high, grey),
    ];
    let low = row.low.map(|low| words(box_ends.0, -4.0, Anchor::End, low, ink));
    let high = row.high.map(|high| words(box_ends.1, 4.0, Anchor::Start, high, ink));
    marks.extend(low.into_iter().chain(high));
    marks
}
