//! Placement over time, one line an arm with its band and its name at the end.

use homeground_core::outcomes::manifest::Interval;
use homeground_figures::axis;
use homeground_figures::chart::Chart;
use homeground_figures::charts::line_chart::{LineChart, MOST_BANDS, Series};
use homeground_figures::message;
use homeground_figures::number::{percent, plain};
use homeground_figures::style::ArmStyle;
use homeground_figures::text::Text;

use crate::figures::{names, shares, with_intervals};
use crate::names::interval_note;
use crate::results::{Estimate, Results};

/// The figure; none when no arm has the curve.
pub fn chart(results: &Results) -> Option<Box<dyn Chart>> {
    let curve = |arm: usize| results.curve(arm, "placement");
    let arms: Vec<usize> = (0..results.arm_count()).filter(|&arm| !curve(arm).is_empty()).collect();
    let (names, numbers) = names(results, &arms);
    let series = arms.iter().zip(names).map(|(&arm, name)| Series {
        name,
        style: ArmStyle::of(arm),
        points: curve(arm).iter().map(|(week, estimate)| (f64::from(*week), *estimate)).collect(),
    });
    let ends: Vec<Estimate> =
        arms.iter().filter_map(|&arm| curve(arm).last().map(|point| point.1)).collect();
    let weeks = axis::week_ticks(results.horizon(), 5).into_iter();
    let reference = results.arm(results.reference());
    let bands = match arms.len() {
        _ if results.manifest.interval == Interval::None => Text::default(),
        0..=1 => Text::default(),
        many if many > MOST_BANDS => message!("figures-placement-one-band", reference),
        _ => message!("figures-placement-bands"),
    };
    LineChart {
        title: message!("figures-placement-title"),
        subtitle: with_intervals(
            results,
            message!("figures-placement-subtitle"),
            message!("figures-placement-shading"),
        ),
        across: message!("figures-weeks-since-referral"),
        up: message!("figures-share-of-families"),
        series: series.collect(),
        start: Some(0.0),
        write: shares(),
        ticks: Some(weeks.map(|week| (f64::from(week), plain(week.into()).into())).collect()),
        note: Text::joined("\n", [bands, interval_note(&results.manifest)]),
        ends: ends.iter().map(|end| percent(end.value).into()).collect(),
        numbers,
        band: arms.iter().position(|&arm| arm == results.reference()),
        height: Some(290.0),
        ..LineChart::default()
    }
    .boxed()
}
