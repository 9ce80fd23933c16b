//! What a study hands on: tables, and facts that are no table.

use serde::Serialize;
use serde_json::Value;

/// A table of a study.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Name of its file in the results folder.
    pub file: &'static str,
    /// As comma-separated values; an empty cell is a value that is not defined.
    pub csv: String,
    /// The rows as objects.
    pub rows: serde_json::Value,
}

impl Table {
    /// A table of typed rows.
    ///
    /// # Errors
    /// In words, when a row cannot be written.
    pub fn new<Row: Serialize>(file: &'static str, rows: &[Row]) -> Result<Table, String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in rows {
            writer.serialize(row).map_err(|error| error.to_string())?;
        }
        let bytes = writer.into_inner().map_err(|error| error.to_string())?;
        Ok(Table {
            file,
            csv: String::from_utf8(bytes).map_err(|error| error.to_string())?,
            rows: serde_json::to_value(rows).map_err(|error| error.to_string())?,
        })
    }

    /// A table whose columns follow from the study. Null is an empty cell.
    ///
    /// # Errors
    /// In words, when a row cannot be written.
    pub fn of_columns(
        file: &'static str,
        headings: &[String],
        rows: &[Vec<Value>],
    ) -> Result<Table, String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(headings).map_err(|error| error.to_string())?;
        for row in rows {
            let cells = row.iter().map(|value| match value {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            writer.write_record(cells).map_err(|error| error.to_string())?;
        }
        let bytes = writer.into_inner().map_err(|error| error.to_string())?;
        let objects = rows.iter().map(|row| {
            let cells = headings.iter().cloned().zip(row.iter().cloned());
            Value::Object(cells.collect())
        });
        Ok(Table {
            file,
            csv: String::from_utf8(bytes).map_err(|error| error.to_string())?,
            rows: objects.collect(),
        })
    }
}

impl Table {
    /// The same table; without rows, its first line still names the columns.
    pub fn or_header(mut self, columns: &str) -> Table {
        if self.csv.is_empty() {
            self.csv = format!("{columns}\n");
        }
        self
    }
}

/// What a study has found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Its tables.
    pub tables: Vec<Table>,
    /// What the page needs beside the tables; stands in the manifest.
    pub facts: serde_json::Map<String, serde_json::Value>,
    /// Points that were simulated.
    pub points: u64,
    /// What a reader of the results should know.
    pub warnings: Vec<String>,
}
