//! How families leave the measure: stacked cumulative incidence, one panel an arm.

use homeground_figures::chart::Chart;
use homeground_figures::charts::time_panels::{
    Layer, PanelContent, PanelGroup, TimePanel, TimePanels,
};
use homeground_figures::frame::{Sign, grid_columns};
use homeground_figures::message;
use homeground_figures::number::percent_whole;
use homeground_figures::style::{self, INK, WHITE};
use homeground_figures::text::Text;

use crate::figures::arms_without_helper;
use crate::names;
use crate::results::Results;

/// Ways out in the order they are stacked, from the axis upwards.
pub const EXITS: [&str; 7] = [
    "completed",
    "dropped_out",
    "terminated",
    "expired",
    "ended_by_placement",
    "still_engaged",
    "waiting",
];

/// Mean share of families waiting over the follow-up from which the wait is worth an
/// entry in the key; the week between referral and first visit is not.
const WORTH_NAMING: f64 = 0.02;

/// Does any arm keep families waiting long enough to be told?
pub fn waits(results: &Results) -> bool {
    results.arms_with_helper().iter().any(|&arm| {
        let curve = results.curve(arm, "waiting");
        let sum: f64 = curve.iter().map(|(_, share)| share.value).sum();
        !curve.is_empty() && sum / curve.len() as f64 > WORTH_NAMING
    })
}

/// The figure; none when no arm has a helper measure.
pub fn chart(results: &Results) -> Option<Box<dyn Chart>> {
    let arms = results.arms_with_helper();
    let layer = |arm: usize, exit: &str, colour| Layer {
        colour,
        ink: match exit {
            "completed" | "terminated" | "ended_by_placement" => WHITE,
            _ => INK,
        },
        heights: results
            .curve(arm, exit)
            .iter()
            .map(|(week, share)| (*week, share.value))
            .collect(),
    };
    let layers = |arm: usize| {
        let exits = EXITS.iter().zip(style::EXITS);
        exits.map(|(exit, colour)| layer(arm, exit, colour)).collect()
    };
    let group = |&arm: &usize| PanelGroup {
        heading: results.arm(arm),
        panels: vec![TimePanel {
            name: Text::default(),
            content: PanelContent::Layers(layers(arm)),
        }],
    };
    TimePanels {
        title: message!("figures-exits-title"),
        subtitle: message!("figures-exits-subtitle"),
        key: EXITS
            .iter()
            .zip(style::EXITS)
            .filter(|(exit, _)| **exit != "waiting" || waits(results))
            .map(|(exit, colour)| (Sign::Patch(colour), names::outcome(exit)))
            .collect(),
        groups: arms.iter().map(group).collect(),
        columns: grid_columns(arms.len()),
        height: if arms.len() > 12 { 92.0 } else { 124.0 },
        horizon: results.horizon(),
        ticks: [0.0, 0.5, 1.0].map(|share| (share, percent_whole(share).into())).into(),
        across: message!("figures-weeks-since-referral"),
        note: arms_without_helper(results),
    }
    .boxed()
}
