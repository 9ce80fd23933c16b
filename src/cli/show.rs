//! `homeground show KEY`: all that is known about one thing, from every table that
//! holds the key.

mod relatives;
mod text;

use std::io::{self, Write};

use serde_json::{Value, json};

use homeground_core::evidence::{self, LiteratureReading, find};
use homeground_core::scenario::nearest;

use crate::cli::list::ReadingArgument;
use crate::cli::load::INVALID;
use crate::cli::tables::{Row, Table, cell};
use crate::cli::width;

use relatives::{grade_of, place_of, programme_of, relatives};
use text::as_text;

/// What to show.
#[derive(Clone, Debug, clap::Args)]
pub struct ShowArguments {
    /// Key of a programme, parameter, population, arena, profession, control function, component, factor, cost, constant or scenario
    #[arg(value_name = "KEY")]
    pub key: String,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: ShowFormat,
    /// Reading of the literature that the default of a parameter follows
    #[arg(long, value_name = "READING", default_value = "child")]
    pub reading: ReadingArgument,
}

/// How one thing is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ShowFormat {
    /// Lines of text that fit the terminal
    #[default]
    Text,
    /// A list of objects, one for each table that holds the key
    Json,
}

/// Shows one thing on standard output. Returns the exit status: 2 for an unknown key.
pub fn show(arguments: &ShowArguments) -> u8 {
    match showing(arguments, width::columns()) {
        Ok(text) => match io::stdout().lock().write_all(text.as_bytes()) {
            Ok(()) => 0,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Err(_) => 1,
        },
        Err(message) => {
            // Standard error may be closed; the exit status still tells.
            let _ = io::stderr().write_all(message.as_bytes());
            INVALID
        }
    }
}

/// What `show` writes, for lines of so many columns.
///
/// # Errors
///
/// A message with the nearest keys, when no table holds the key.
pub fn showing(arguments: &ShowArguments, columns: usize) -> Result<String, String> {
    let found = found(&arguments.key, arguments.reading.into());
    if found.is_empty() {
        return Err(unknown(&arguments.key));
    }
    match arguments.format {
        ShowFormat::Json => {
            let rows: Vec<Value> = found.into_iter().map(as_json).collect();
            let text = serde_json::to_string_pretty(&rows).unwrap_or_default();
            Ok(format!("{text}\n"))
        }
        ShowFormat::Text => {
            let texts: Vec<String> = found.iter().map(|one| as_text(one, columns)).collect();
            Ok(texts.join("\n"))
        }
    }
}

/// A row with the table that holds it.
struct Found {
    table: Table,
    row: Row,
}

fn found(key: &str, reading: LiteratureReading) -> Vec<Found> {
    Table::ALL
        .into_iter()
        .flat_map(|table| {
            let rows = table.rows_under(reading).into_iter();
            rows.filter(|row| row["key"] == json!(key)).map(move |row| Found { table, row })
        })
        .collect()
}

fn unknown(key: &str) -> String {
    /// Keys that are named at most.
    const MOST: usize = 3;
    let mut left: Vec<(Table, String)> = Table::ALL
        .into_iter()
        .flat_map(|table| {
            let rows = table.rows().into_iter();
            rows.map(move |row| (table, cell(&row["key"])))
        })
        .collect();
    let mut near = Vec::new();
    while near.len() < MOST {
        let Some(best) = nearest(key, left.iter().map(|(_, key)| key.as_str())) else {
            break;
        };
        let best = best.to_owned();
        let tables: Vec<&str> =
            left.iter().filter(|(_, key)| *key == best).map(|(table, _)| table.noun()).collect();
        near.push(format!("`{best}` ({})", tables.join(", ")));
        left.retain(|(_, key)| *key != best);
    }
    let help = match near.is_empty() {
        true => "homeground list programmes names programmes; list parameters, arenas and so on the others".to_owned(),
        false => format!("did you mean {}?", near.join(" or ")),
    };
    format!("error: nothing is called `{}`\n  help: {help}\n", key.escape_debug())
}

fn as_json(found: Found) -> Value {
    let Found { table, mut row } = found;
    let key = cell(&row["key"]);
    let mut all = Row::new();
    all.insert("table".into(), json!(table.noun()));
    all.append(&mut row);
    if let (Table::Parameters, Some(row)) = (table, find(evidence::parameters(), &key)) {
        let defaults = LiteratureReading::ALL.map(|reading| {
            let value = row.default_under(reading);
            (reading.word().to_owned(), json!(value))
        });
        all.insert("defaults".into(), Value::Object(Row::from_iter(defaults)));
    }
    if let Some(grade) = grade_of(&all) {
        all.insert("grade_meaning".into(), json!(grade.meaning()));
    }
    if let Some(place) = place_of(table, &key) {
        all.insert(
            "acts".into(),
            json!({"step": place.step, "equation": place.equation, "file": place.file}),
        );
    }
    for (name, keys) in relatives(table, &key) {
        all.insert(name.replace(' ', "_"), json!(keys));
    }
    if let Some(programme) = programme_of(table, &key) {
        let notes = programme.notes.iter();
        let notes: Row = notes.map(|(field, note)| (field.clone(), json!(note))).collect();
        all.insert("notes".into(), Value::Object(notes));
    }
    Value::Object(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(key: &str, format: ShowFormat) -> Result<String, String> {
        // Numbers of calibrated samples are tested where they are read.
        let arguments =
            ShowArguments { key: key.to_owned(), format, reading: ReadingArgument::Prior };
        showing(&arguments, 100)
    }

    #[test]
    fn one_of_each_kind_is_shown_with_its_grade_and_where_it_acts() {
        for key in [
            "attend_burden",
            "coercion_trust",
            "home",
            "nurse",
            "court_ordered",
            "child_welfare",
            "domestic_violence",
            "placement_child_week",
            "advice_and_guidance",
            "quick_start",
        ] {
            let text = shown(key, ShowFormat::Text).expect("it is known");
            insta::assert_snapshot!(format!("show_{key}"), text);
        }
    }

    #[test]
    fn a_key_of_several_tables_is_shown_from_all_of_them() {
        let text = shown("respite", ShowFormat::Json).expect("it is known");
        let rows: Vec<Row> = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(rows[0]["table"], json!("component"));
        let known = |key: &str| found(key, LiteratureReading::default()).len();
        // Whatever keys two tables share, both rows come.
        let mut keys: Vec<String> =
            Table::ALL.into_iter().flat_map(Table::rows).map(|row| cell(&row["key"])).collect();
        keys.sort();
        let twins: Vec<&String> =
            keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert!(twins.iter().all(|key| known(key) > 1), "{twins:?}");
        assert!(!twins.is_empty());
    }

    #[test]
    fn every_row_of_every_table_can_be_shown() {
        for table in [Table::Parameters, Table::Constants] {
            for row in table.rows() {
                let key = cell(&row["key"]);
                let text = shown(&key, ShowFormat::Json).expect("it is known");
                let rows: Vec<Row> = serde_json::from_str(&text).expect("it is JSON");
                assert!(rows.iter().any(|row| row.contains_key("acts")), "{key}");
            }
        }
    }

    #[test]
    fn an_unknown_key_names_its_neighbours() {
        let message = shown("atend_burden", ShowFormat::Text).expect_err("it is misspelt");
        insta::assert_snapshot!("show_unknown", message);
        let message = shown("zzzzzzzzzzzzz", ShowFormat::Text).expect_err("it is nothing");
        assert!(message.contains("homeground list"), "{message}");
        let status = show(&ShowArguments {
            key: "atend_burden".into(),
            format: ShowFormat::Text,
            reading: ReadingArgument::Child,
        });
        assert_eq!(status, 2);
    }
}
