//! Tables on the page of a sensitivity study.

use homeground_core::evidence::{self, Parameter};
use homeground_figures::message;
use homeground_figures::number::Kind;
use homeground_figures::text::Text;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;

use crate::pages::names;
use crate::sensitivity::phrases::range;
use crate::sensitivity::results::ResponseResults;
use crate::sensitivity::rows::{IndexRow, ScreeningRow};

/// Rows of the table of the screening, unless more were taken on.
const MOST_ROWS: usize = 20;

fn parameter(key: &str) -> Option<&'static Parameter> {
    evidence::find(evidence::parameters(), key)
}

/// A parameter with what it means below. The tables of the model are in English.
fn parameter_cell(key: &str) -> Cell {
    let meaning = parameter(key).map_or("", |row| row.meaning.as_str());
    Cell::words(key).with_small(meaning)
}

fn estimate(value: f64, lower: f64, upper: f64) -> Estimate {
    Estimate { value, interval: Some((lower, upper)) }
}

/// The indices of a response.
pub fn indices(response: &ResponseResults) -> PageTable {
    let share = |value: f64, lower: f64, upper: f64| {
        Cell::estimate(Some(estimate(value, lower, upper)), Kind::Share)
    };
    let row = |row: &IndexRow| {
        let known = parameter(&row.parameter);
        vec![
            parameter_cell(&row.parameter),
            Cell::words(known.map_or_else(String::new, |row| row.grade.to_string())),
            Cell::number(range(row.low, row.high))
                .with_small(known.map_or("", |row| row.unit.as_str())),
            share(row.total, row.total_lower, row.total_upper),
            share(row.first, row.first_lower, row.first_upper),
        ]
    };
    PageTable {
        caption: response.name.clone(),
        headings: vec![
            Cell::words(message!("sensitivity-table-parameter")),
            Cell::words(message!("sensitivity-table-grade")),
            Cell::number(message!("sensitivity-table-range")),
            Cell::number(message!("sensitivity-table-total")),
            Cell::number(message!("sensitivity-table-first")),
        ],
        rows: response.indices.iter().map(row).collect(),
    }
}

/// Effects of single parameters on a response, multiplied by `factor` and with its `unit`.
pub fn screening(response: &ResponseResults, (factor, unit): &(f64, Text)) -> PageTable {
    let cell = |value: f64, lower: f64, upper: f64| {
        let scaled = estimate(value, lower, upper).times(*factor);
        Cell::estimate(Some(scaled), Kind::Quantity)
    };
    let heading = |text: Text| Cell::number(text).with_small(unit);
    let rows = &response.effects;
    let row = |row: &ScreeningRow| {
        vec![
            parameter_cell(&row.parameter),
            cell(row.mu_star, row.mu_star_lower, row.mu_star_upper),
            cell(row.mu, row.mu_lower, row.mu_upper),
            cell(row.sigma, row.sigma_lower, row.sigma_upper),
            Cell::words(names::value(&row.taken_on.to_string())),
        ]
    };
    let shown = MOST_ROWS.max(rows.iter().filter(|row| row.taken_on).count());
    PageTable {
        caption: response.name.clone(),
        headings: vec![
            Cell::words(message!("sensitivity-table-parameter")),
            heading(message!("sensitivity-table-size")),
            heading(message!("sensitivity-table-mean")),
            heading(message!("sensitivity-table-spread")),
            Cell::words(message!("sensitivity-table-taken")),
        ],
        rows: rows.iter().take(shown).map(row).collect(),
    }
}
