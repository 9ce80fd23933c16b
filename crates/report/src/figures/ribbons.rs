//! States over time: the middle family and the span of most families, two panels an arm.

use homeground_figures::chart::Chart;
use homeground_figures::charts::time_panels::{
    PanelContent, PanelGroup, TimePanel, TimePanels, Weeks,
};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::number::decimal;
use homeground_figures::style::{ArmStyle, INK};
use homeground_figures::text::Text;

use crate::names;
use crate::results::Results;

/// Alliance and trust.
pub fn alliance_trust(results: &Results) -> Option<Box<dyn Chart>> {
    let words =
        [message!("figures-alliance-trust-title"), message!("figures-alliance-trust-subtitle")];
    states(results, ["alliance", "trust"], words)
}

/// Caregiving capacity and stress.
pub fn capacity_stress(results: &Results) -> Option<Box<dyn Chart>> {
    let words =
        [message!("figures-capacity-stress-title"), message!("figures-capacity-stress-subtitle")];
    states(results, ["capacity", "stress"], words)
}

fn states(
    results: &Results,
    curves: [&str; 2],
    [title, subtitle]: [Text; 2],
) -> Option<Box<dyn Chart>> {
    let is_there = |arm: usize| {
        let mut curves = curves.iter();
        curves.any(|curve| !results.curve(arm, curve).is_empty())
    };
    let arms: Vec<usize> = (0..results.arm_count()).filter(|&arm| is_there(arm)).collect();
    let group = |&arm: &usize| PanelGroup {
        heading: results.arm(arm),
        panels: curves
            .map(|curve| TimePanel {
                name: names::outcome(curve),
                content: content(results, arm, curve),
            })
            .into(),
    };
    let (columns, height) = match arms.len() {
        0..=1 => (1, 92.0),
        2..=8 => (2, 92.0),
        9..=12 => (2, 76.0),
        _ => (3, 66.0),
    };
    TimePanels {
        title,
        subtitle,
        key: vec![
            (Sign::Line(INK), message!("figures-key-median")),
            (Sign::Ribbon(INK), message!("figures-key-percentiles")),
        ],
        groups: arms.iter().map(group).collect(),
        columns,
        height,
        horizon: results.horizon(),
        ticks: [(0.0, 0), (0.5, 1), (1.0, 0)]
            .map(|(value, decimals)| (value, decimal(value, decimals).into()))
            .into(),
        across: message!("figures-weeks-since-referral"),
        note: Text::default(),
    }
    .boxed()
}

fn content(results: &Results, arm: usize, curve: &str) -> PanelContent {
    let points = |name: &str| -> Weeks {
        let curve = results.curve(arm, name).iter();
        curve.map(|(week, estimate)| (*week, estimate.value)).collect()
    };
    let median = points(&format!("{curve}_p50"));
    let middle = if median.is_empty() { points(curve) } else { median };
    if middle.is_empty() {
        return PanelContent::Words(message!("figures-no-helper"));
    }
    PanelContent::Band {
        colour: ArmStyle::of(arm).colour,
        middle,
        low: points(&format!("{curve}_p10")),
        high: points(&format!("{curve}_p90")),
    }
}
