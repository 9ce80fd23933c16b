//! Parameters in a file of their own, as TOML or as CSV.
//!
//! Only the form is checked here; keys and values are checked together with
//! the scenario that the file is used for.

use std::ops::Range;
use std::sync::Arc;

use super::cells::{fields, lines};
use super::diagnostic::{Diagnostic, Error, Place, Problem, Problems, SourceText};
use super::document::{Entry, Node, Table, Value, empty_table};
use super::parse::read_document;

/// Parameters that replace those of a scenario.
#[derive(Clone, Debug, Default)]
pub struct ParametersFile {
    entries: Vec<Entry>,
}

/// Reads a parameter file: TOML with `key = value` or `key = { low, high }`
/// (also below `[parameters]`), or CSV with the columns `key,value`.
///
/// # Errors
///
/// Text that is neither, lines without a number, keys that stand twice.
pub fn parse_parameters_file(file: &str, text: &str) -> Result<ParametersFile, Error> {
    let source = SourceText::file(file, text);
    let mut problems = Problems::default();
    let entries = if is_csv(&source) {
        csv_entries(&source, &mut problems)
    } else {
        toml_entries(&source, &mut problems)
    };
    if entries.is_empty() && problems.error_count() == 0 {
        problems.push(
            Diagnostic::of_file(Problem::Missing, file, "the file holds no parameter")
                .help("for example attend_burden = 2.0"),
        );
    }
    problems.finish(Some(ParametersFile { entries })).map(|parsed| parsed.value)
}

impl ParametersFile {
    /// Puts the parameters into a scenario's table, over those that are there.
    pub(crate) fn put_into(&self, scenario: &mut Table, place: &Place) {
        if !scenario.has("parameters") {
            scenario.set(empty_table("parameters", place));
        }
        let table = scenario.entry_mut("parameters").and_then(|entry| entry.node.as_table_mut());
        if let Some(table) = table {
            for entry in &self.entries {
                table.set(entry.clone());
            }
        }
    }
}

fn toml_entries(source: &Arc<SourceText>, problems: &mut Problems) -> Vec<Entry> {
    let root = read_document(source, problems);
    let Value::Table(mut table) = root.value else {
        return Vec::new();
    };
    let below = match table.entry("parameters").map(|entry| &entry.node.value) {
        Some(Value::Table(below)) => below.entries.clone(),
        _ => return table.entries,
    };
    table.remove("parameters");
    table.entries.extend(below);
    table.entries
}

/// The first line that says something tells the two forms apart.
fn is_csv(source: &SourceText) -> bool {
    let first =
        source.text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| line.contains(',') && !line.contains('=') && !line.starts_with('['))
}

fn csv_entries(source: &Arc<SourceText>, problems: &mut Problems) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut columns: Option<(usize, usize)> = None;
    for line in lines(&source.text) {
        let fields = fields(&source.text, line.clone());
        let whole_line = Place::new(source, line);
        let text_of = |field: &Range<usize>| source.text[field.clone()].trim_matches('"');
        let Some((key_column, value_column)) = columns else {
            let column = |name: &str| fields.iter().position(|field| text_of(field) == name);
            columns = column("key").zip(column("value"));
            if columns.is_none() {
                problems.push(
                    Diagnostic::error(
                        Problem::Syntax,
                        &whole_line,
                        "the first line of a CSV file of parameters must name the columns",
                        "expected `key` and `value`",
                    )
                    .help("for example: key,value"),
                );
                return entries;
            }
            continue;
        };
        let (Some(key), Some(value)) = (fields.get(key_column), fields.get(value_column)) else {
            problems.push(Diagnostic::error(
                Problem::Syntax,
                &whole_line,
                "this line has too few columns",
                format!(
                    "found {}, expected at least {}",
                    fields.len(),
                    key_column.max(value_column) + 1
                ),
            ));
            continue;
        };
        let (key_place, value_place) =
            (Place::new(source, key.clone()), Place::new(source, value.clone()));
        let key = text_of(key).to_string();
        let Ok(number) = text_of(value).trim().parse::<f64>() else {
            problems.push(Diagnostic::error(
                Problem::Value,
                &value_place,
                format!("`{key}` must be a number"),
                format!("found {:?}", text_of(value)),
            ));
            continue;
        };
        if let Some(first) = entries.iter().find(|entry| entry.key == key) {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &key_place,
                    format!("`{key}` is set twice"),
                    "again here",
                )
                .and(&first.key_place, "first here"),
            );
            continue;
        }
        let node = Node { value: Value::Number(number), place: value_place };
        entries.push(Entry { key, key_place, node });
    }
    entries
}
