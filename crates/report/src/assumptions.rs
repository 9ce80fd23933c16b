//! The assumptions of a run as its scenario states them: what it changed, the arms
//! field by field, the families, and all parameters.

use toml::Value;

use homeground_core::evidence::{self, Parameter};
use homeground_core::scenario::sections::HELPER_FIELDS;
use homeground_figures::message;
use homeground_figures::number::{decimal, shortest};
use homeground_figures::text::Text;

use crate::page_tables::{Cell, PageTable};
use crate::results::Results;
use crate::translated;

/// An arm with everything that is offered in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ArmPage {
    /// Its name.
    pub name: Text,
    /// Why it is here; may be empty.
    pub reason: Text,
    /// What the programme is called; may be empty.
    pub programme: Text,
    /// What it is.
    pub description: Text,
    /// Where its design comes from.
    pub source: String,
    /// Does a helper meet the families?
    pub has_helper: bool,
    /// Its fields, and what is offered beside it.
    pub fields: PageTable,
}

/// Keys of an arm that are told beside the fields of its programme.
const ARM_FIELDS: [&str; 5] =
    ["compensating", "control_measure", "capacity", "parameters", "override"];

/// The arms of the scenario as it was run.
pub fn arms(results: &Results) -> Vec<ArmPage> {
    let none = toml::Table::new();
    let page = |arm: &toml::Table| {
        let programme = arm.get("programme").and_then(Value::as_table);
        let programme = programme.unwrap_or(&none);
        let source = programme.get("source");
        ArmPage {
            name: translated::text(arm, "name"),
            reason: translated::text(arm, "reason"),
            programme: translated::text(programme, "name"),
            description: translated::text(programme, "description"),
            source: source.and_then(Value::as_str).unwrap_or_default().to_owned(),
            has_helper: programme.contains_key("arena"),
            fields: arm_fields(arm, programme),
        }
    };
    translated::arms(&results.scenario).map(page).collect()
}

fn arm_fields(arm: &toml::Table, programme: &toml::Table) -> PageTable {
    let notes = programme.get("notes").and_then(Value::as_table);
    let note = |key: &str| {
        let note = notes.and_then(|notes| notes.get(key));
        note_text(note.and_then(Value::as_str).unwrap_or_default())
    };
    let of_programme = HELPER_FIELDS
        .into_iter()
        .chain(["extends"])
        .filter_map(|key| Some((key, programme.get(key)?)));
    let beside = ARM_FIELDS
        .into_iter()
        .flat_map(|key| [programme, arm].map(|table| Some((key, table.get(key)?))))
        .flatten()
        .filter(|(_, value)| !is_empty(value));
    let row = |(key, value): (&str, &Value)| {
        vec![Cell::words(key), Cell::words(value_text(value)), Cell::words(note(key))]
    };
    PageTable {
        caption: message!("run-assumptions-programmes"),
        headings: vec![
            Cell::words(message!("run-assumptions-field")),
            Cell::words(message!("page-value")),
            Cell::words(message!("run-assumptions-note")),
        ],
        rows: of_programme.chain(beside).map(row).collect(),
    }
}

fn is_empty(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
        || value.as_table().is_some_and(toml::Table::is_empty)
}

/// A note with its first word in the language of the report.
fn note_text(note: &str) -> Text {
    match note.split_once(':') {
        Some(("stated", note)) => message!("run-assumptions-stated", note = note.trim()),
        Some(("assumed", note)) => message!("run-assumptions-assumed", note = note.trim()),
        _ => note.into(),
    }
}

/// A value of a scenario in words.
fn value_text(value: &Value) -> Text {
    match value {
        Value::String(text) => text.into(),
        Value::Integer(number) => decimal(*number as f64, 0).into(),
        Value::Float(number) => shortest(*number).into(),
        Value::Boolean(true) => message!("run-assumptions-yes"),
        Value::Boolean(false) => message!("run-assumptions-no"),
        Value::Datetime(moment) => moment.to_string().into(),
        Value::Array(items) if items.is_empty() => "–".into(),
        Value::Array(items) => {
            let separator = if items.iter().any(has_comma) { "; " } else { ", " };
            Text::joined(separator, items.iter().map(value_text))
        }
        Value::Table(table) => match visits_a_week(table) {
            Some((week, rate)) => {
                let (week, rate) = (value_text(week), value_text(rate));
                message!("run-assumptions-visits-a-week", rate, week)
            }
            None => {
                let part = |(key, value): (&String, &Value)| {
                    Text::joined(" ", [key.into(), value_text(value)])
                };
                Text::joined(", ", table.iter().map(part))
            }
        },
    }
}

/// From which week on so many visits are held, where a table says that.
fn visits_a_week(table: &toml::Table) -> Option<(&Value, &Value)> {
    Some((table.get("from_week")?, table.get("visits_per_week")?))
}

/// Is a value written with a comma between its parts?
fn has_comma(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains(", "),
        Value::Array(items) => items.len() > 1 || items.iter().any(has_comma),
        Value::Table(table) if visits_a_week(table).is_some() => false,
        Value::Table(table) => table.len() > 1 || table.values().any(has_comma),
        _ => false,
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|number| number as f64))
}

/// Number or range of a value that a scenario sets.
fn setting_text(value: &Value) -> Text {
    let table = value.as_table();
    match table.map(|table| (table.get("low"), table.get("high"))) {
        Some((Some(low), Some(high))) => {
            let has_minus = number(low).is_some_and(|low| low < 0.0);
            Text::between(value_text(low), value_text(high), has_minus)
        }
        _ => value_text(value),
    }
}

/// Does a setting say something else than the reading does?
fn differs(value: &Value, parameter: Option<&Parameter>, results: &Results) -> bool {
    match (number(value), parameter) {
        (Some(number), Some(parameter)) => number != results.default_of(parameter),
        _ => true,
    }
}

/// Settings of the scenario and of its arms that differ from their defaults:
/// key, value, and the arm it holds in (none for all).
fn settings(results: &Results) -> Vec<(&str, &Value, Option<Text>)> {
    let arms = translated::arms(&results.scenario);
    let arms = arms.map(|arm| (arm, Some(translated::text(arm, "name"))));
    std::iter::once((&results.scenario, None))
        .chain(arms)
        .filter_map(|(table, arm)| Some((table.get("parameters")?.as_table()?, arm)))
        .flat_map(|(table, arm)| {
            table.iter().map(move |(key, value)| (key.as_str(), value, arm.clone()))
        })
        .filter(|(key, value, _)| {
            let parameter = evidence::find(evidence::parameters(), key);
            differs(value, parameter, results)
        })
        .collect()
}

/// What the defaults of the run are: those of its reading.
fn default_heading(results: &Results) -> Cell {
    let reading = results.manifest.reading().word();
    Cell::number(message!("run-assumptions-default-of-reading", reading))
}

/// What the scenario changed among the parameters.
pub fn changed(results: &Results) -> PageTable {
    let rows = settings(results)
        .into_iter()
        .map(|(key, value, arm)| {
            let parameter = evidence::find(evidence::parameters(), key);
            let of = |read: fn(&Parameter) -> String| parameter.map(read).unwrap_or_default();
            let default = parameter.map(|parameter| shortest(results.default_of(parameter)));
            vec![
                Cell::words(key),
                Cell::number(setting_text(value)),
                default.map_or_else(Cell::dash, Cell::number),
                Cell::words(arm.unwrap_or_else(|| message!("run-assumptions-whole-scenario"))),
                Cell::words(of(|parameter| parameter.unit.clone())),
                Cell::words(of(|parameter| parameter.grade.to_string())),
                Cell::words(of(|parameter| parameter.meaning.clone())),
            ]
        })
        .collect();
    PageTable {
        caption: message!("run-assumptions-changed"),
        headings: vec![
            Cell::words(message!("page-parameter")),
            Cell::number(message!("page-value")),
            default_heading(results),
            Cell::words(message!("run-assumptions-where-it-holds")),
            Cell::words(message!("page-unit")),
            Cell::words(message!("page-grade")),
            Cell::words(message!("page-meaning")),
        ],
        rows,
    }
}

/// All parameters with the values of this run.
pub fn parameters(results: &Results) -> PageTable {
    let set = results.scenario.get("parameters").and_then(Value::as_table);
    let rows = evidence::parameters()
        .iter()
        .map(|parameter| {
            let default = shortest(results.default_of(parameter));
            let value = set.and_then(|set| set.get(&parameter.key));
            let (low, high) = (shortest(parameter.low), shortest(parameter.high));
            vec![
                Cell::words(parameter.key.as_str()),
                Cell::number(value.map_or_else(|| default.clone().into(), setting_text)),
                Cell::number(default),
                Cell::number(shortest(parameter.centre)),
                Cell::number(Text::between(low, high, parameter.low < 0.0)),
                Cell::words(parameter.unit.as_str()),
                Cell::words(parameter.grade.letter()),
                Cell::words(parameter.source.as_str()),
                Cell::words(parameter.meaning.as_str()),
            ]
        })
        .collect();
    PageTable {
        caption: message!("run-assumptions-all-parameters"),
        headings: vec![
            Cell::words(message!("page-parameter")),
            Cell::number(message!("page-value")),
            default_heading(results),
            Cell::number(message!("run-assumptions-centre")),
            Cell::number(message!("page-range")),
            Cell::words(message!("page-unit")),
            Cell::words(message!("page-grade")),
            Cell::words(message!("page-source")),
            Cell::words(message!("page-meaning")),
        ],
        rows,
    }
}

/// The families of the scenario.
pub fn population(results: &Results) -> PageTable {
    let row = |key: &str, value: &Value| vec![Cell::words(key), Cell::words(value_text(value))];
    PageTable {
        caption: message!("run-assumptions-population"),
        headings: vec![
            Cell::words(message!("run-assumptions-field")),
            Cell::words(message!("page-value")),
        ],
        rows: match results.scenario.get("population") {
            Some(Value::Table(table)) => table.iter().map(|(key, value)| row(key, value)).collect(),
            Some(value) => vec![row("profile", value)],
            None => Vec::new(),
        },
    }
}
