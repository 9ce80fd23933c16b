//! Whom it helps: placement and completion by risk factors and by adversity, a row an arm.

use homeground_figures::chart::Chart;
use homeground_figures::charts::row_chart::{Dot, RowChart, RowLayout, RowPanel};
use homeground_figures::frame::Sign;
use homeground_figures::style::{self, ArmStyle};
use homeground_figures::{key, message};

use crate::figures::{last_week, names, shares};
use crate::names::{group, interval_note};
use crate::results::Results;

const GROUPINGS: [&str; 2] = ["risk_factors", "adversity_quartile"];

/// The figure; none when there are no subgroups.
pub fn chart(results: &Results) -> Option<Box<dyn Chart>> {
    let arms: Vec<usize> = (0..results.arm_count()).collect();
    let panel = |scale: usize, outcome: &str, grouping: &str| {
        let groups = results.groups(grouping);
        let looks = style::ordered(groups.len()).into_iter().map(ArmStyle::plain);
        let looks: Vec<(&str, ArmStyle)> = groups.into_iter().zip(looks).collect();
        let dots = |&arm: &usize| {
            let dot = |&(group, style): &(&str, ArmStyle)| {
                Some(Dot::new(results.subgroup(arm, (grouping, group), outcome)?, style, true))
            };
            looks.iter().filter_map(dot).collect()
        };
        RowPanel {
            heading: key!("figures-subgroups-{outcome}-{grouping}").into(),
            dots: arms.iter().map(dots).collect(),
            scale,
            ..RowPanel::default()
        }
    };
    let panels = ["placed", "completed"].iter().enumerate();
    let panels = panels
        .flat_map(|(scale, outcome)| GROUPINGS.map(|grouping| panel(scale, outcome, grouping)))
        .filter(|panel| panel.dots.iter().any(|dots| !dots.is_empty()))
        .collect();
    let [key, second_key] = GROUPINGS.map(|grouping| {
        let groups = results.groups(grouping);
        let colours = style::ordered(groups.len()).into_iter();
        let signs = colours.map(|colour| Sign::Dot(colour, true));
        let words = groups.into_iter().map(|name| group(grouping, name));
        signs.zip(words).collect()
    });
    let (rows, numbers) = names(results, &arms);
    RowChart {
        title: message!("figures-subgroups-title"),
        subtitle: message!("figures-subgroups-subtitle", week = last_week(results)),
        rows,
        numbers,
        panels,
        // Panels of one outcome share their scale, so that they can be compared.
        shared: true,
        write: shares(),
        key,
        second_key,
        start: Some(0.0),
        flat: Some((0.0, 0.01)),
        missing: "–".into(),
        note: interval_note(&results.manifest),
        layout: RowLayout {
            names: (40.0, 118.0),
            before: 19.0,
            between: 12.0,
            after: 8.0,
            panel: 230.0,
            row: 34.0,
            step: 8.0,
            radius: 2.6,
            ticks: 3,
            ..RowLayout::default()
        },
        ..RowChart::default()
    }
    .boxed()
}
