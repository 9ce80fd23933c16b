//! The difference along the assumptions that turn it soonest, a panel each.

use homeground_figures::charts::line_chart::Series;
use homeground_figures::charts::small_multiples::{Small, SmallMultiples};
use homeground_figures::estimate::Estimate;
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::style::{ArmStyle, INK};
use homeground_figures::text::Text;
use homeground_report::answer_page::Figure;

use super::ThresholdRow;
use super::results::{Thresholds, turning_values};
use crate::pages::{names, outcome_words, values};
use crate::parameter_range::ParameterRange;

/// Panels at most.
const MOST: usize = 6;

/// The figure of profiles; none when nothing was simulated.
pub(super) fn figure(thresholds: &Thresholds<'_>) -> Option<Figure> {
    let outcome = thresholds.outcome();
    let factor = outcome_words::difference_factor(outcome, true);
    let shown = thresholds.by_rank().into_iter().take(MOST);
    let mut charts: Vec<Small> = shown.map(|sides| profile(thresholds, sides, factor)).collect();
    let points = charts.iter().flat_map(|chart| &chart.series);
    let ends = points.flat_map(|series| &series.points);
    let range = ends.fold((0.0f64, 0.0f64), |(low, high), (_, value)| {
        (low.min(value.lower()), high.max(value.upper()))
    });
    for chart in &mut charts {
        chart.range = Some(range);
    }
    let (first, second) = thresholds.arms();
    let chart = SmallMultiples {
        title: message!("threshold-profiles-title", first = &first, second = &second),
        subtitle: message!(
            "threshold-profiles-subtitle",
            outcome = outcome_words::outcome(thresholds.results),
            unit = outcome_words::unit_of(outcome, true)
        ),
        key: vec![
            (Sign::Ribbon(INK), message!("threshold-key-interval")),
            (Sign::Dot(INK, true), message!("threshold-key-start")),
            (Sign::Tick(INK), message!("threshold-key-turn")),
        ],
        height: Some(110.0),
        charts,
        ..SmallMultiples::default()
    };
    Figure::of(
        "threshold_profiles",
        chart.boxed(),
        message!("threshold-profiles-reading", first, second),
    )
}

/// The difference along one assumption, by shares of the distance from its low to its high end.
fn profile(thresholds: &Thresholds<'_>, sides: &[ThresholdRow], factor: f64) -> Small {
    let row = &sides[0];
    let range = ParameterRange::new(row.low, row.start, row.high);
    let points = thresholds.profile(&row.parameter).into_iter();
    let points = points.map(|point| {
        let difference =
            Estimate { value: point.estimate, interval: Some((point.lower, point.upper)) };
        (point.share, difference.times(factor))
    });
    Small {
        heading: names::short_field(&row.parameter),
        series: vec![Series {
            name: Text::default(),
            style: ArmStyle::plain(INK),
            points: points.collect(),
        }],
        write: outcome_words::axis_writer(thresholds.outcome(), true),
        zero: Some(INK),
        ends: Some((values::value(row.low), values::value(row.high))),
        strokes: turning_values(sides).map(|value| range.share(value)).collect(),
        dot: Some((range.share(row.start), thresholds.start.value * factor)),
        ..Small::default()
    }
}
