//! Tables of a switch study.

use homeground_core::evidence::{self, find};
use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::page_tables::{Cell, PageTable};

use super::conclusions::Conclusions;
use super::{SwitchContrastRow, sentences};
use crate::pages::{names, outcome_words};

/// The difference of each arm with one mechanism off at a time.
pub(super) fn singles(conclusions: &Conclusions<'_>) -> PageTable {
    let others = conclusions.others();
    let mut headings = vec![Cell::words(message!("switch-turned-off"))];
    headings.extend(others.iter().map(|arm| Cell::number(conclusions.results.arm(arm))));
    let keys = std::iter::once("").chain(conclusions.switches.iter().map(String::as_str));
    let rows = keys.map(|key| {
        let name = match key {
            "" => message!("switch-nothing-off"),
            key => names::mechanism(key),
        };
        let cells = others.iter().map(|arm| {
            let row = conclusions.row(arm, key, "");
            let mut cell = match row.and_then(SwitchContrastRow::difference) {
                Some(difference) => {
                    outcome_words::difference_cell(difference, conclusions.outcome())
                }
                None => Cell::dash(),
            };
            if !key.is_empty() {
                let status = sentences::status(row.and_then(SwitchContrastRow::status));
                cell.small = message!("switch-interval-status", interval = cell.small, status);
            }
            cell
        });
        std::iter::once(Cell::words(name)).chain(cells).collect()
    });
    PageTable {
        caption: outcome_words::axis_name(conclusions.results, true),
        headings,
        rows: rows.collect(),
    }
}

/// The pairs that a conclusion does not survive.
pub(super) fn pairs(conclusions: &Conclusions<'_>) -> PageTable {
    let rows = conclusions.concluded().into_iter().flat_map(|arm| {
        let needed = conclusions.needed(arm, 2).into_iter();
        needed.filter_map(move |row| {
            let both = [&row.first, &row.second].map(|key| names::mechanism(key));
            Some(vec![
                Cell::words(conclusions.results.arm(arm)),
                Cell::words(Text::list(both)),
                outcome_words::difference_cell(row.difference()?, conclusions.outcome()),
                Cell::words(sentences::status(row.status())),
            ])
        })
    });
    PageTable {
        caption: message!("switch-pairs-table"),
        headings: vec![
            Cell::words(message!("switch-arm-heading")),
            Cell::words(message!("switch-turned-off")),
            Cell::number(message!("switch-difference")),
            Cell::words(message!("switch-conclusion")),
        ],
        rows: rows.collect(),
    }
}

/// What each switch removes, with grade and source.
pub(super) fn switches(conclusions: &Conclusions<'_>) -> PageTable {
    let rows = conclusions.switches.iter().filter_map(|key| {
        let row = find(evidence::switches(), key)?;
        Some(vec![
            Cell::words(names::mechanism(key)),
            Cell::words(row.removes.as_str()),
            Cell::words(row.values.replace(';', ", ")),
            Cell::words(row.grade.letter()),
            Cell::words(row.source.as_str()),
        ])
    });
    PageTable {
        caption: message!("switch-switches-table"),
        headings: vec![
            Cell::words(message!("switch-mechanism")),
            Cell::words(message!("switch-removes")),
            Cell::words(message!("switch-values")),
            Cell::words(message!("switch-grade")),
            Cell::words(message!("switch-source")),
        ],
        rows: rows.collect(),
    }
}
