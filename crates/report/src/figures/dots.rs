//! Completion and placement side by side: a dot with its interval for each arm.

use homeground_figures::chart::Chart;
use homeground_figures::charts::row_chart::{Dot, RowChart, RowColumn, RowLayout, RowPanel};
use homeground_figures::message;
use homeground_figures::number::percent;
use homeground_figures::scene::Anchor;
use homeground_figures::style::ArmStyle;
use homeground_figures::text::Text;

use crate::figures::{last_week, names, shares, with_intervals};
use crate::names::interval_note;
use crate::results::Results;

/// The figure; none when neither outcome is there.
pub fn chart(results: &Results) -> Option<Box<dyn Chart>> {
    let week = results.horizon();
    let panels = [
        (message!("figures-completed-of-started"), results.values(("completed", "started", week))),
        (message!("figures-families-placed"), results.values(("placed", "family", week))),
    ];
    let panels = panels.into_iter().filter(|(_, values)| values.iter().any(Option::is_some)).map(
        |(heading, values)| RowPanel {
            heading,
            dots: values
                .iter()
                .enumerate()
                .map(|(arm, value)| {
                    let dot = |estimate| Dot::new(estimate, ArmStyle::of(arm), true);
                    value.map(dot).into_iter().collect()
                })
                .collect(),
            columns: vec![RowColumn {
                heading: Text::default(),
                cells: values
                    .iter()
                    .map(|value| {
                        let told = value.map(|value| percent(value.value).into());
                        (told.unwrap_or_default(), Text::default())
                    })
                    .collect(),
                width: 54.0,
                anchor: Anchor::End,
            }],
            ..RowPanel::default()
        },
    );
    let (rows, numbers) = names(results, &(0..results.arm_count()).collect::<Vec<_>>());
    RowChart {
        title: message!("figures-dots-title"),
        subtitle: with_intervals(
            results,
            message!("figures-dots-subtitle", week = last_week(results)),
            message!("figures-line-interval"),
        ),
        rows,
        numbers,
        panels: panels.collect(),
        write: shares(),
        start: Some(0.0),
        flat: Some((0.0, 0.01)),
        missing: message!("figures-no-helper"),
        note: interval_note(&results.manifest),
        layout: RowLayout {
            names: (40.0, 170.0),
            before: 21.0,
            between: 20.0,
            panel: 330.0,
            row: 24.0,
            radius: 3.6,
            ..RowLayout::default()
        },
        ..RowChart::default()
    }
    .boxed()
}
