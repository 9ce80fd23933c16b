//! The tables of the model as they stand in the program, with grades and sources.

use std::collections::BTreeSet;

use toml::Value;

use homeground_core::evidence::{self, Grade};
use homeground_figures::message;
use homeground_figures::number::shortest;
use homeground_figures::text::Text;

use crate::page_tables::{Cell, PageTable};
use crate::results::Results;
use crate::translated;

/// The grades, and how many parameters and fixed numbers of the formulas have each.
pub fn grades() -> PageTable {
    let row = |grade: &Grade| {
        let meaning = match grade {
            Grade::A => message!("run-assumptions-grade-a"),
            Grade::B => message!("run-assumptions-grade-b"),
            Grade::C => message!("run-assumptions-grade-c"),
            Grade::D => message!("run-assumptions-grade-d"),
        };
        let parameters = evidence::parameters().iter();
        let constants = evidence::constants().iter();
        vec![
            Cell::words(grade.letter()),
            Cell::words(meaning),
            Cell::number(parameters.filter(|row| row.grade == *grade).count()),
            Cell::number(constants.filter(|row| row.grade == *grade).count()),
        ]
    };
    PageTable {
        caption: message!("run-assumptions-grades"),
        headings: vec![
            Cell::words(message!("page-grade")),
            Cell::words(message!("run-assumptions-grade-meaning")),
            Cell::number(message!("run-assumptions-parameters-of-grade")),
            Cell::number(message!("run-assumptions-constants-of-grade")),
        ],
        rows: Grade::ALL.iter().map(row).collect(),
    }
}

/// The tables of the model beside the parameters.
pub fn other_tables(results: &Results) -> Vec<PageTable> {
    vec![
        table_of(message!("run-assumptions-arenas"), evidence::arenas()),
        table_of(message!("run-assumptions-professions"), evidence::professions()),
        table_of(message!("run-assumptions-controls"), evidence::controls()),
        table_of(message!("run-assumptions-components"), evidence::components()),
        table_of(message!("run-assumptions-catalogue"), evidence::catalogue()),
        table_of(message!("run-assumptions-populations"), evidence::populations()),
        prices(results),
        table_of(message!("run-assumptions-constants"), evidence::constants()),
    ]
}

/// The prices, with a mark on those that count for no arm of this run.
fn prices(results: &Results) -> PageTable {
    let used = used_prices(results);
    let mut table = table_of(message!("run-assumptions-costs"), evidence::costs());
    let heading = Cell::words(message!("run-assumptions-in-this-run"));
    table.headings.insert(1, heading);
    for (row, price) in table.rows.iter_mut().zip(evidence::costs()) {
        let mark = if used.contains(&price.key) {
            message!("run-assumptions-used")
        } else {
            message!("run-assumptions-not-used")
        };
        row.insert(1, Cell::words(mark));
    }
    table
}

/// Keys of the prices that count in some arm: placements, travel of helpers, and what
/// is offered beside them.
fn used_prices(results: &Results) -> BTreeSet<String> {
    let mut used = BTreeSet::from(["placement_child_week".to_owned()]);
    for arm in translated::arms(&results.scenario) {
        let programme = arm.get("programme").and_then(Value::as_table);
        if programme.is_some_and(|programme| programme.contains_key("arena")) {
            used.insert("travel_per_visit".to_owned());
        }
        for table in programme.into_iter().chain([arm]) {
            if table.contains_key("control_measure") {
                used.insert("control_measure_week".to_owned());
            }
            let beside = table.get("compensating").and_then(Value::as_array);
            let kinds = beside
                .into_iter()
                .flatten()
                .filter_map(|measure| measure.get("kind").and_then(Value::as_str));
            used.extend(kinds.map(|kind| format!("{kind}_week")));
        }
    }
    used
}

/// A table of the model by its own columns. Rows are serialised, so a column that is
/// added to the model's tables appears here by itself.
fn table_of<Row: serde::Serialize>(caption: Text, rows: &[Row]) -> PageTable {
    let mut table = PageTable { caption, ..PageTable::default() };
    for row in rows {
        // Plain structs of words and numbers always serialise.
        let Ok(serde_json::Value::Object(mut fields)) = serde_json::to_value(row) else {
            continue;
        };
        fields.shift_remove("bit");
        // The key stands first: it names the row.
        let mut ordered: Vec<(String, serde_json::Value)> = Vec::new();
        if let Some(key) = fields.shift_remove("key") {
            ordered.push(("key".to_owned(), key));
        }
        ordered.extend(fields);
        let cells: Vec<Cell> = ordered
            .iter()
            .map(|(_, value)| match value {
                serde_json::Value::Number(number) => {
                    Cell::number(shortest(number.as_f64().unwrap_or_default()))
                }
                serde_json::Value::String(text) => Cell::words(text.replace(';', "; ")),
                _ => Cell::words(""),
            })
            .collect();
        if table.headings.is_empty() {
            table.headings = ordered
                .iter()
                .zip(&cells)
                .map(|((key, _), cell)| Cell {
                    text: key.replace('_', " ").into(),
                    number: cell.number,
                    ..Cell::default()
                })
                .collect();
        }
        table.rows.push(cells);
    }
    table
}
