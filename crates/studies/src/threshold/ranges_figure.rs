//! The range of each assumption as a bar, coloured by which arm is ahead, with its turns.

use homeground_figures::charts::row_chart::{
    Dot, RowAxis, RowChart, RowColumn, RowLayout, RowMark, RowPanel,
};
use homeground_figures::estimate::Estimate;
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::scene::Anchor;
use homeground_figures::style::{ArmStyle, Colour, INK, SMALL};
use homeground_figures::text::Text;
use homeground_report::answer_page::Figure;

use super::ThresholdRow;
use super::results::{Thresholds, UNCLEAR, distance, turning_values};
use super::sentences;
use crate::pages::{names, outcome_words, values};
use crate::parameter_range::ParameterRange;

/// Rows at most; the table holds all.
const MOST_ROWS: usize = 16;
/// Rows without a turn that are shown when some turn.
const OTHERS: usize = 4;

/// The figure of ranges; none when nothing was moved.
pub(super) fn figure(thresholds: &Thresholds<'_>) -> Option<Figure> {
    let all = thresholds.by_rank();
    let turning = all.iter().filter(|sides| sides.iter().any(|row| row.finding == "turns")).count();
    let most = if turning == 0 { OTHERS * 2 } else { turning + OTHERS };
    let shown = &all[..all.len().min(most.min(MOST_ROWS))];
    let (first, second) = thresholds.arms();
    let outcome = outcome_words::outcome(thresholds.results);
    let dot = |sides: &&[ThresholdRow]| {
        vec![Dot::new(
            Estimate::point(place_of(&sides[0], sides[0].start)),
            ArmStyle::plain(INK),
            true,
        )]
    };
    let column =
        |width, cells| RowColumn { heading: Text::default(), cells, width, anchor: Anchor::Start };
    let remarks = shown.iter().map(|sides| remark(thresholds, sides));
    let left_out = all.len() - shown.len();
    let chart = RowChart {
        title: message!("threshold-ranges-title"),
        subtitle: message!("threshold-ranges-subtitle", first, second, outcome),
        key: vec![
            (Sign::Patch(thresholds.fill(1.0)), sentences::who(thresholds, 1.0)),
            (Sign::Patch(thresholds.fill(-1.0)), sentences::who(thresholds, -1.0)),
            (Sign::Patch(UNCLEAR), message!("threshold-key-unclear")),
            (Sign::Dot(INK, true), message!("threshold-key-start")),
            (Sign::Tick(INK), message!("threshold-key-turn")),
        ],
        rows: shown.iter().map(|sides| names::short_field(&sides[0].parameter)).collect(),
        panels: vec![RowPanel {
            dots: shown.iter().map(dot).collect(),
            marks: shown.iter().map(|sides| marks(thresholds, sides)).collect(),
            axis: RowAxis::Bare,
            // The words of the high end stand between the bar and the remarks.
            columns: vec![column(46.0, Vec::new()), column(134.0, remarks.collect())],
            ..RowPanel::default()
        }],
        note: match left_out {
            0 => Text::default(),
            count => message!("threshold-left-out", count),
        },
        layout: RowLayout {
            names: (60.0, 170.0),
            name_lines: 1,
            before: 62.0,
            panel: 600.0,
            row: 27.0,
            radius: 3.8,
            ..RowLayout::default()
        },
        ..RowChart::default()
    };
    Figure::of("threshold_ranges", chart.boxed(), message!("threshold-ranges-reading"))
}

/// How far along its range an assumption has a value, from the low end to the high one.
fn place_of(row: &ThresholdRow, value: f64) -> f64 {
    let range = ParameterRange::new(row.low, row.start, row.high);
    range.share(value).clamp(0.0, 1.0)
}

/// The bar of an assumption, with its ends and turns.
fn marks(thresholds: &Thresholds<'_>, sides: &[ThresholdRow]) -> Vec<RowMark> {
    let row = &sides[0];
    let mut marks = Vec::new();
    for side in sides {
        let mut from = place_of(row, row.start);
        for (end, colour) in stretches(thresholds, side) {
            let to = place_of(row, end);
            marks.push(RowMark::bar((from, to), colour, 6.0));
            from = to;
        }
    }
    let ends = [(0.0, -6.0, Anchor::End, row.low), (1.0, 6.0, Anchor::Start, row.high)];
    marks.extend(ends.map(|(at, shift, anchor, value)| {
        RowMark::words(at, (shift, anchor), values::value(value), SMALL)
    }));
    marks.extend(
        turning_values(sides).map(|turn| RowMark::tick(place_of(row, turn), INK, (9.0, 2.2))),
    );
    marks
}

/// Fills on one side, each with the value at which it ends, from the start outward.
fn stretches(thresholds: &Thresholds<'_>, side: &ThresholdRow) -> Vec<(f64, Colour)> {
    let (end, near, far) = if side.side == "above" {
        (side.high, side.threshold_lower, side.threshold_upper)
    } else {
        (side.low, side.threshold_upper, side.threshold_lower)
    };
    let sign = thresholds.start.value.signum();
    let own = thresholds.fill(sign);
    match (side.finding.as_str(), side.threshold) {
        ("holds", _) => vec![(end, own)],
        ("fades", Some(from)) => vec![(from, own), (end, UNCLEAR)],
        ("turns", Some(_)) => vec![
            (near.unwrap_or(side.start), own),
            (far.unwrap_or(end), UNCLEAR),
            (end, thresholds.fill(-sign)),
        ],
        ("settles", Some(from)) => {
            let profile = thresholds.profile(&side.parameter);
            let there = profile.iter().find(|point| point.value == from);
            let sign = there.map_or(sign, |point| point.estimate.signum());
            vec![(from, UNCLEAR), (end, thresholds.fill(sign))]
        }
        _ => vec![(end, UNCLEAR)],
    }
}

/// What stands to the right of a bar: the value of the nearest turn and its interval, or that
/// there is none.
fn remark(thresholds: &Thresholds<'_>, sides: &[ThresholdRow]) -> (Text, Text) {
    let turns = sides.iter().filter(|side| side.finding == "turns");
    let nearest = turns.min_by(|one, other| distance(one).total_cmp(&distance(other)));
    if let Some(side) = nearest {
        return (
            side.threshold.map(values::value).unwrap_or_default(),
            values::ends((side.threshold_lower, side.threshold_upper)),
        );
    }
    let fades = sides.iter().any(|side| side.finding == "fades");
    let none = match (fades, thresholds.is_clear()) {
        (_, false) => message!("threshold-no-order"),
        (true, _) => message!("threshold-becomes-unclear"),
        (false, _) => message!("threshold-never-turns"),
    };
    (Text::default(), none)
}
