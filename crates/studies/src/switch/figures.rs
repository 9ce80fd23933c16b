//! Figures of a switch study: differences with one mechanism off, and maps of pairs.

use std::cmp::Ordering;

use homeground_figures::charts::heat_map::{HeatCell, HeatMap, HeatPanel};
use homeground_figures::charts::row_chart::{Dot, RowChart, RowPanel};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::style::{Colour, INK, WHITE};
use homeground_figures::text::Text;
use homeground_report::answer_page::Figure;

use super::conclusions::Conclusions;
use super::{ConclusionStatus, SwitchContrastRow, sentences};
use crate::pages::{names, outcome_words};

/// Panels of arms beside each other, at most.
const MOST_PANELS: usize = 4;

/// The difference of each arm with one mechanism off at a time.
pub(super) fn singles(conclusions: &Conclusions<'_>) -> Vec<Figure> {
    let outcome = conclusions.outcome();
    let factor = outcome_words::difference_factor(outcome, true);
    let results = conclusions.results;
    let mechanisms = conclusions.switches.iter();
    let mut rows = vec![message!("switch-all-on")];
    rows.extend(
        mechanisms.map(|key| message!("switch-without", mechanism = names::mechanism(key))),
    );
    let panel = |arm: &&str| {
        let keys = std::iter::once("").chain(conclusions.switches.iter().map(String::as_str));
        let dots = keys.map(|key| {
            let row = conclusions.row(arm, key, "");
            let found = row.and_then(SwitchContrastRow::difference);
            let style = results.style(arm);
            found.map(|one| Dot::difference(one.times(factor), style)).into_iter().collect()
        });
        RowPanel { heading: results.arm(arm), dots: dots.collect(), ..RowPanel::default() }
    };
    let others = conclusions.others();
    let mut figures = Vec::new();
    for (index, arms) in others.chunks(MOST_PANELS).enumerate() {
        let chart = RowChart {
            title: message!("switch-title", reference = results.reference_arm()),
            subtitle: outcome_words::axis_name(conclusions.results, true),
            rows: rows.clone(),
            rules: vec![0],
            panels: arms.iter().map(panel).collect(),
            write: outcome_words::axis_writer(outcome, true),
            key: vec![
                (Sign::Dot(INK, true), message!("page-key-clear")),
                (Sign::Dot(INK, false), message!("page-key-unclear")),
            ],
            from_zero: true,
            note: message!("page-interval-monte-carlo"),
            ..RowChart::default()
        };
        figures.extend(chart.boxed().map(|chart| Figure {
            name: match index {
                0 => "switch".to_owned(),
                _ => format!("switch_{}", index + 1),
            },
            chart,
            takeaway: sentences::short_answer(conclusions, 1),
            reading: message!("switch-reading"),
        }));
    }
    figures
}

/// One map for each arm with a conclusion: single switches on the diagonal, pairs below it.
pub(super) fn pairs(conclusions: &Conclusions<'_>) -> Option<Figure> {
    let switches = &conclusions.switches;
    let numbers: Vec<String> = (1..=switches.len()).map(|number| number.to_string()).collect();
    let cells = |arm: &str| {
        let row = |row: usize| {
            let columns = 0..switches.len();
            columns.map(|column| pair_cell(conclusions, arm, row, column)).collect()
        };
        (0..switches.len()).map(row).collect()
    };
    let key = [ConclusionStatus::Survives, ConclusionStatus::Fades, ConclusionStatus::Turns];
    let chart = HeatMap {
        title: message!("switch-pairs-title"),
        subtitle: outcome_words::axis_name(conclusions.results, true),
        rows: switches
            .iter()
            .zip(&numbers)
            .map(|(key, number)| Text::joined("  ", [number.into(), names::mechanism(key)]))
            .collect(),
        columns: numbers.iter().map(Text::from).collect(),
        panels: conclusions
            .concluded()
            .into_iter()
            .map(|arm| HeatPanel { heading: conclusions.results.arm(arm), cells: cells(arm) })
            .collect(),
        key: key
            .map(|status| (Sign::Patch(fill(Some(status))), sentences::status(Some(status))))
            .to_vec(),
        note: message!("switch-pairs-note"),
        ..HeatMap::default()
    };
    chart.boxed().map(|chart| Figure {
        name: "switch_pairs".to_owned(),
        chart,
        takeaway: sentences::short_answer(conclusions, 2),
        reading: message!("switch-pairs-reading"),
    })
}

fn pair_cell(conclusions: &Conclusions<'_>, arm: &str, row: usize, column: usize) -> HeatCell {
    let switches = &conclusions.switches;
    let found = match row.cmp(&column) {
        Ordering::Less => None,
        Ordering::Equal => conclusions.row(arm, &switches[row], ""),
        Ordering::Greater => conclusions.row(arm, &switches[column], &switches[row]),
    };
    let Some((row, difference)) = found.and_then(|row| Some((row, row.difference()?))) else {
        return HeatCell::default();
    };
    HeatCell {
        text: outcome_words::cell(difference.value, conclusions.outcome(), true),
        fill: Some(fill(row.status())),
    }
}

/// Fill of a status in the maps.
fn fill(status: Option<ConclusionStatus>) -> Colour {
    match status {
        Some(ConclusionStatus::Survives) => Colour(205, 228, 240),
        Some(ConclusionStatus::Fades) => Colour(250, 225, 160),
        Some(ConclusionStatus::Turns) => Colour(213, 94, 0),
        Some(ConclusionStatus::Appears) => Colour(222, 205, 232),
        Some(ConclusionStatus::Open) | None => WHITE,
    }
}
