//! Paired differences from the reference arm, with a line at no difference.

use homeground_core::outcomes::manifest::Interval;
use homeground_figures::chart::{Chart, Write};
use homeground_figures::charts::row_chart::{Dot, RowChart, RowLayout, RowPanel};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::number::signed_decimal;
use homeground_figures::style::{ArmStyle, INK};

use crate::figures::{last_week, names, with_intervals};
use crate::names::interval_note;
use crate::results::Results;

/// The figure; none when there is nothing to compare.
pub fn chart(results: &Results) -> Option<Box<dyn Chart>> {
    let week = results.horizon();
    let reference = results.reference();
    let arms: Vec<usize> = (0..results.arm_count()).filter(|&arm| arm != reference).collect();
    let outcomes = [
        (message!("figures-contrasts-placed"), ("placed", "family", week), 1000.0),
        (message!("figures-contrasts-completed"), ("completed", "started", week), 1000.0),
        (message!("figures-contrasts-weeks-in-care"), ("weeks_in_care", "family", week), 1.0),
        (message!("figures-contrasts-cost"), ("cost_nok", "family", week), 0.001),
    ];
    let panels = outcomes.into_iter().map(|(heading, quantity, factor)| {
        let dot = |&arm: &usize| {
            let estimate = results.difference(arm, quantity)?.times(factor);
            Some(Dot::difference(estimate, ArmStyle::of(arm)))
        };
        RowPanel {
            heading,
            dots: arms.iter().map(|arm| Vec::from_iter(dot(arm))).collect(),
            ..RowPanel::default()
        }
    });
    let key = match results.manifest.interval {
        Interval::None => Vec::new(),
        _ => vec![
            (Sign::Dot(INK, true), message!("figures-key-clear")),
            (Sign::Dot(INK, false), message!("figures-key-unclear")),
        ],
    };
    let (rows, numbers) = names(results, &arms);
    RowChart {
        title: message!("figures-contrasts-title", reference = results.arm(reference)),
        subtitle: with_intervals(
            results,
            message!("figures-contrasts-subtitle", week = last_week(results)),
            message!("figures-line-interval"),
        ),
        rows,
        numbers,
        panels: panels.filter(|panel| panel.dots.iter().any(|dots| !dots.is_empty())).collect(),
        write: Write::new(|value, decimals| {
            let decimals = if value.abs() < 1e-12 { 0 } else { decimals };
            signed_decimal(value, decimals).into()
        }),
        key,
        from_zero: true,
        missing: "–".into(),
        note: interval_note(&results.manifest),
        layout: RowLayout {
            names: (40.0, 150.0),
            before: 19.0,
            between: 12.0,
            panel: 260.0,
            row: 24.0,
            radius: 3.6,
            ticks: 3,
            ..RowLayout::default()
        },
        ..RowChart::default()
    }
    .boxed()
}
