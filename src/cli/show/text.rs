//! A row of a table as a person reads it.

use serde_json::Value;

use homeground_core::evidence::{self, Grade, LiteratureReading};
use homeground_core::scenario::fields::{Field, Kind};
use homeground_core::scenario::sections::PROGRAMME;
use homeground_core::scenario::{ResolvedProgramme, Scenario};
use homeground_report::plain::{Column, PlainTable, hang};

use crate::cli::list::{about, rate_and_duration};
use crate::cli::tables::{Row, Table, cell};

use super::Found;
use super::relatives::{grade_of, place_of, programme_of, relatives, scenario_of};

/// A row as lines of so many columns.
pub(super) fn as_text(found: &Found, columns: usize) -> String {
    let Found { table, row } = found;
    let key = cell(&row["key"]);
    let mut text = format!("{key}: {}\n", table.noun());
    match (programme_of(*table, &key), scenario_of(*table, &key)) {
        (Some(programme), _) => programme_text(&mut text, programme, row, columns),
        (_, Some(scenario)) => scenario_text(&mut text, scenario, row, columns),
        _ => evidence_text(&mut text, *table, row, columns),
    }
    text
}

/// Names with their values, one below the other.
#[derive(Default)]
struct Lines(Vec<(String, String)>);

impl Lines {
    fn add(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((name.replace('_', " "), value));
        }
    }

    /// Values stand below each other; the longest name says where.
    fn write(&self, text: &mut String, columns: usize) {
        let names = self.0.iter().map(|(name, _)| name.chars().count());
        let width = names.max().unwrap_or(0);
        for (name, value) in &self.0 {
            let first = format!("  {name:width$}  ");
            text.push_str(&hang(&first, value, &" ".repeat(width + 4), columns));
        }
    }
}

fn evidence_text(text: &mut String, table: Table, row: &Row, columns: usize) {
    let mut lines = Lines::default();
    // The unit of a target says of whom, and is no unit of its number.
    let of_whom = matches!(table, Table::Targets | Table::Validation);
    let unit = match of_whom {
        true => String::new(),
        false => row.get("unit").map(cell).unwrap_or_default(),
    };
    for (name, value) in row {
        let value = cell(value);
        match name.as_str() {
            "unit" if of_whom => lines.add("unit", value),
            "key" | "bit" | "unit" | "high" | "maximum" => {}
            "default" | "value" | "value_nok" => {
                lines.add("value", format!("{value} {unit}").trim());
            }
            "reading" => {}
            "centre" => {
                if let Some(reading) = LiteratureReading::of_word(&cell(&row["reading"])) {
                    lines.add("reading", about(reading));
                    lines.add("posterior", posterior_range(&cell(&row["key"]), reading));
                }
                lines.add("centre of the prior", value);
            }
            "low" => {
                let range = format!("{value} to {}", cell(&row["high"]));
                lines.add("plausible", range);
            }
            "minimum" => {
                let range = format!("{value} to {}", cell(&row["maximum"]));
                lines.add("possible", range);
            }
            "grade" => {
                let meaning = grade_of(row).map_or("", Grade::meaning);
                lines.add("grade", format!("{value}: {meaning}"));
            }
            "targets" => lines.add("targets", value.replace(';', ", ")),
            name => lines.add(name, value),
        }
    }
    let key = cell(&row["key"]);
    if let Some(place) = place_of(table, &key) {
        lines.add("acts in step", &place.step);
        lines.add("equation", &place.equation);
        lines.add("source file", &place.file);
    }
    for (name, keys) in relatives(table, &key) {
        lines.add(name, keys.join(", "));
    }
    lines.write(text, columns);
}

/// Where 95 % of the weight of a parameter lies after calibration; empty where there is
/// none.
fn posterior_range(key: &str, reading: LiteratureReading) -> String {
    let place = evidence::parameters().iter().position(|row| row.key == key);
    let Some((posterior, place)) = evidence::posterior(reading).zip(place) else {
        return String::new();
    };
    let [low, high] = [0.025, 0.975].map(|share| posterior.quantile(place, share));
    format!("{low} to {high} holds 95 % of the calibrated sample")
}

fn programme_text(text: &mut String, programme: &ResolvedProgramme, row: &Row, columns: usize) {
    let mut lines = Lines::default();
    lines.add("name", &programme.name);
    lines.add("description", &programme.description);
    lines.add("visits", rate_and_duration(programme));
    lines.add("source", &programme.source);
    for (name, keys) in relatives(Table::Programmes, &programme.key) {
        lines.add(name, keys.join(", "));
    }
    lines.write(text, columns);
    let mut table = PlainTable::new(&[
        ("field", Column::Word),
        ("value", Column::Text),
        ("note", Column::Text),
    ]);
    for field in PROGRAMME.fields {
        let Some(value) = row.get(field.key).filter(|_| is_design(field)) else {
            continue;
        };
        let note = programme
            .notes
            .iter()
            .find(|(name, _)| name == field.key)
            .map(|(_, note)| note.clone())
            .unwrap_or_default();
        let value = with_unit(field, value);
        if !value.is_empty() || !note.is_empty() {
            table.row(vec![field.key.into(), value, note]);
        }
    }
    text.push('\n');
    text.push_str(&table.render(columns));
}

/// Is the field a value of the design, and not a text about it?
fn is_design(field: &Field) -> bool {
    !matches!(field.kind, Kind::Text | Kind::Notes | Kind::ProgrammeName)
}

fn with_unit(field: &Field, value: &Value) -> String {
    let text = cell(value);
    match value {
        Value::Number(_) if !["", "share"].contains(&field.unit) => {
            let unit = match text.as_str() {
                "1" => field.unit.trim_end_matches('s'),
                _ => field.unit,
            };
            format!("{text} {unit}")
        }
        _ => text,
    }
}

fn scenario_text(text: &mut String, scenario: &Scenario, row: &Row, columns: usize) {
    let mut lines = Lines::default();
    for name in ["title", "question", "population"] {
        lines.add(name, cell(&row[name]));
    }
    let size = format!(
        "{} families x {} replicates, {} weeks, seed {}",
        scenario.families, scenario.replicates, scenario.horizon_weeks, scenario.seed
    );
    lines.add("size", size);
    lines.add("reference", cell(&row["reference"]));
    lines.write(text, columns);
    let mut table = PlainTable::new(&[
        ("arm", Column::Text),
        ("programme", Column::Word),
        ("why it is here", Column::Text),
    ]);
    for arm in &scenario.arms {
        let programme = arm.programme_key.clone().unwrap_or_else(|| "-".into());
        table.row(vec![arm.name.clone(), programme, arm.reason.clone()]);
    }
    text.push('\n');
    text.push_str(&table.render(columns));
}
