//! Cost against outcome: one point an arm, named where there is space, else numbered.

use homeground_figures::chart::{Chart, Write};
use homeground_figures::charts::scatter::{Scatter, ScatterPanel, Spot};
use homeground_figures::message;
use homeground_figures::style::ArmStyle;
use homeground_figures::text::Text;

use crate::figures::{last_week, shares, up_to_highest, with_intervals};
use crate::names::interval_note;
use crate::results::{Estimate, Results};

/// The figure; none when costs are not there.
pub fn chart(results: &Results) -> Option<Box<dyn Chart>> {
    let week = results.horizon();
    let costs: Vec<Option<Estimate>> = results
        .values(("cost_nok", "family", week))
        .into_iter()
        .map(|cost| cost.map(|cost| cost.times(0.001)))
        .collect();
    let highest = costs.iter().flatten().map(|cost| cost.upper());
    let highest = highest.fold(0.0, f64::max);
    let across = (0.0, if highest > 0.0 { highest } else { 1.0 });
    let panel = |heading: Text, quantity| {
        let values = results.values(quantity);
        let spot = |arm: usize| {
            let (cost, value): (Estimate, Estimate) = (costs[arm]?, values[arm]?);
            let look = ArmStyle::of(arm);
            Some(Spot {
                at: (cost.value, value.value),
                intervals: [cost.interval, value.interval],
                colour: look.colour,
                shape: look.shape,
                radius: 4.0,
                filled: true,
                label: results.arm(arm),
            })
        };
        ScatterPanel {
            heading,
            ranges: [Some(across), Some(up_to_highest(values.iter().flatten()))],
            ticks: Some([5, 4]),
            write: [Write::default(), shares()],
            spots: (0..results.arm_count()).filter_map(spot).collect(),
            ..ScatterPanel::default()
        }
    };
    let arms = 0..results.arm_count();
    Scatter {
        title: message!("figures-cost-title"),
        subtitle: with_intervals(
            results,
            message!("figures-cost-subtitle", week = last_week(results)),
            message!("figures-line-interval"),
        ),
        across: message!("figures-cost-axis"),
        height: 230.0,
        panels: vec![
            panel(message!("figures-families-placed"), ("placed", "family", week)),
            panel(message!("figures-completed-of-started"), ("completed", "started", week)),
        ],
        legend: arms.map(|arm| (ArmStyle::of(arm), results.arm(arm))).collect(),
        note: Text::joined("\n", [message!("figures-cost-note"), interval_note(&results.manifest)]),
        ..Scatter::default()
    }
    .boxed()
}
