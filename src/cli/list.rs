//! `homeground list TABLE`: what the program knows, with sources and grades.

use std::io::{self, Write};

use serde_json::Value;

use homeground_core::evidence::{Grade, LiteratureReading};
use homeground_core::scenario::{Levels, Programme, ResolvedProgramme};
use homeground_report::plain::{Column, PlainTable, wrap};

use crate::cli::tables::{Row, Table, cell, note_counts, programmes};
use crate::cli::width;

/// What to list.
#[derive(Clone, Debug, clap::Args)]
pub struct ListArguments {
    /// What to list
    #[arg(value_name = "TABLE")]
    pub table: Table,
    /// How to write it; csv and json hold every column
    #[arg(long, default_value = "table")]
    pub format: ListFormat,
    /// Reading of the literature that the defaults of parameters follow
    #[arg(long, value_name = "READING", default_value = "child")]
    pub reading: ReadingArgument,
}

/// A reading of the literature by its word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ReadingArgument {
    /// Calibrated with placement counted by child
    #[default]
    Child,
    /// Calibrated with placement counted by family
    Family,
    /// Not calibrated: the centres of the priors
    Prior,
}

impl From<ReadingArgument> for LiteratureReading {
    fn from(argument: ReadingArgument) -> Self {
        match argument {
            ReadingArgument::Child => Self::Child,
            ReadingArgument::Family => Self::Family,
            ReadingArgument::Prior => Self::Prior,
        }
    }
}

/// A reading with what it means, and where the others are found.
pub fn about(reading: LiteratureReading) -> String {
    let others: Vec<&str> = LiteratureReading::ALL
        .into_iter()
        .filter(|other| *other != reading)
        .map(LiteratureReading::word)
        .collect();
    format!(
        "{} ({}); --reading {} for the others",
        reading.word(),
        reading.meaning(),
        others.join(" or ")
    )
}

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ListFormat {
    /// Columns of text that fit the terminal
    #[default]
    Table,
    /// Comma-separated values, every column
    Csv,
    /// A list of objects, every column
    Json,
}

/// Lists a table on standard output. Returns the exit status.
pub fn list(arguments: &ListArguments) -> u8 {
    let text = listing(arguments, width::columns());
    // The reader may have gone away, as `head` does.
    match io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => 0,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(_) => 1,
    }
}

/// What `list` writes, for lines of so many columns.
pub fn listing(arguments: &ListArguments, columns: usize) -> String {
    let reading = arguments.reading.into();
    let rows = arguments.table.rows_under(reading);
    match arguments.format {
        ListFormat::Json => json(&rows),
        ListFormat::Csv => csv(&rows),
        ListFormat::Table => table(arguments.table, &rows, reading, columns),
    }
}

fn json(rows: &[Row]) -> String {
    // Maps of texts and numbers can always be written.
    let text = serde_json::to_string_pretty(rows).unwrap_or_default();
    format!("{text}\n")
}

fn csv(rows: &[Row]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let headings = rows.first().map(|row| row.keys().cloned().collect::<Vec<_>>());
    let records =
        headings.into_iter().chain(rows.iter().map(|row| row.values().map(cell).collect()));
    for record in records {
        // Memory takes any row, and all rows have the same columns.
        let _ = writer.write_record(&record);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn table(table: Table, rows: &[Row], reading: LiteratureReading, columns: usize) -> String {
    let text = match table {
        Table::Programmes => programme_table().render(columns),
        Table::Scenarios => scenario_table(rows).render(columns),
        Table::Targets | Table::Validation => target_table(rows).render(columns),
        _ => evidence_table(rows).render(columns),
    };
    let remarks = match table {
        Table::Programmes => {
            "stated: how many of its values a source states; the others are assumed. homeground show KEY tells which."
                .to_string()
        }
        Table::Scenarios => "homeground run KEY runs one; homeground show KEY tells its arms.".into(),
        Table::Targets => "sd: standard error on the scale of the target. homeground show KEY tells what is counted and how far it may be compared; docs/evidence.md tells more.".into(),
        Table::Validation => "Chosen before the first calibration, and never used in one. homeground show KEY tells what is counted; docs/evidence.md tells more.".into(),
        _ => {
            let grades = Grade::ALL.map(|grade| format!("{grade} {}", grade.meaning()));
            format!("Grades: {}.", grades.join("; "))
        }
    };
    let reading = match table {
        Table::Parameters => {
            wrap(&format!("Defaults follow the reading {}.", about(reading)), columns).join("\n")
        }
        _ => String::new(),
    };
    let remarks = wrap(&remarks, columns).join("\n");
    match reading.is_empty() {
        true => format!("{text}\n{remarks}\n"),
        false => format!("{text}\n{remarks}\n{reading}\n"),
    }
}

/// The columns of an evidence table as the terminal shows them. Smallest and largest
/// possible values are left to csv and json, and to `show`, as is the centre of priors.
fn evidence_table(rows: &[Row]) -> PlainTable {
    let names: Vec<String> =
        rows.first().map(|row| row.keys().cloned().collect()).unwrap_or_default();
    let hidden = ["minimum", "maximum", "bit", "low", "high", "reading", "centre"];
    let has_range = names.iter().any(|name| name == "low");
    let mut columns: Vec<(String, Column)> = Vec::new();
    for name in names.iter().filter(|name| !hidden.contains(&name.as_str())) {
        columns.push((name.clone(), kind_of(name, rows)));
        if has_range && (name == "default" || name == "value_nok") {
            columns.push(("range".into(), Column::Word));
        }
    }
    // The key stands first, and meanings before sources.
    columns.sort_by_key(|(name, _)| match name.as_str() {
        "key" => 0,
        "source" => 2,
        _ => 1,
    });
    let headings: Vec<(String, Column)> =
        columns.iter().map(|(name, kind)| (name.replace('_', " "), *kind)).collect();
    let headings: Vec<(&str, Column)> =
        headings.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
    let mut plain = PlainTable::new(&headings);
    for row in rows {
        let cells = columns
            .iter()
            .map(|(name, _)| match (name.as_str(), row.get(name)) {
                ("range", _) => format!("{} to {}", cell(&row["low"]), cell(&row["high"])),
                // Targets are keys joined by semicolons, which may be broken apart.
                ("targets", Some(value)) => cell(value).replace(';', "; "),
                (_, value) => value.map(cell).unwrap_or_default(),
            })
            .collect();
        plain.row(cells);
    }
    plain
}

fn kind_of(name: &str, rows: &[Row]) -> Column {
    match name {
        "source" | "meaning" | "targets" | "quantity" | "uncertainty" => Column::Text,
        _ if rows.iter().any(|row| is_long(&row[name])) => Column::Text,
        _ if rows.iter().any(|row| row[name].is_number()) => Column::Number,
        _ => Column::Word,
    }
}

/// Is a cell more than a few words?
fn is_long(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.chars().count() > 60)
}

/// Targets as the terminal shows them; the rest is left to csv, json and `show`.
fn target_table(rows: &[Row]) -> PlainTable {
    let names = [
        ("key", Column::Word),
        ("reading", Column::Word),
        ("value", Column::Number),
        ("sd", Column::Number),
        ("week", Column::Number),
        ("grade", Column::Word),
        ("comparable", Column::Word),
        ("title", Column::Text),
        ("source", Column::Text),
    ];
    let mut table = PlainTable::new(&names);
    for row in rows {
        let cells = names.iter().map(|(name, _)| cell(&row[*name])).collect();
        table.row(cells);
    }
    table
}

fn programme_table() -> PlainTable {
    let mut table = PlainTable::new(&[
        ("key", Column::Word),
        ("stated", Column::Word),
        ("arena", Column::Text),
        ("profession", Column::Text),
        ("control", Column::Text),
        ("name", Column::Text),
        ("visits", Column::Text),
        ("source", Column::Text),
    ]);
    for programme in programmes() {
        let helper = programme.programme.as_ref();
        let word = |read: fn(&Programme) -> String| helper.map(read).unwrap_or_else(|| "-".into());
        let (stated, assumed) = note_counts(programme);
        table.row(vec![
            programme.key.clone(),
            format!("{stated} of {}", stated + assumed),
            word(arenas),
            word(|helper| helper.profession.clone()),
            word(|helper| helper.control.clone()),
            programme.name.clone(),
            rate_and_duration(programme),
            programme.source.clone(),
        ]);
    }
    table
}

fn arenas(programme: &Programme) -> String {
    match &programme.first_arena {
        Some(first) => format!("{first}, {}", programme.arena),
        None => programme.arena.clone(),
    }
}

/// How often and for how long, in words: "weekly for 26 weeks, 60 minutes each".
pub fn rate_and_duration(programme: &ResolvedProgramme) -> String {
    let Some(helper) = &programme.programme else {
        return beside_helpers(programme);
    };
    let rate = match helper.levels {
        Levels::NeedBased => "by need, weekly to quarterly".to_string(),
        Levels::Off => {
            let steps: Vec<String> = helper
                .schedule
                .iter()
                .map(|step| match step.from_week {
                    0 => frequency(step.visits_per_week),
                    week => format!("{} from week {week}", frequency(step.visits_per_week)),
                })
                .collect();
            steps.join(", ")
        }
    };
    let weeks = match helper.max_weeks > helper.duration_weeks {
        true => format!("{} to {}", helper.duration_weeks, helper.max_weeks),
        false => helper.duration_weeks.to_string(),
    };
    format!("{rate}, for {weeks} weeks, {} minutes each", helper.visit_minutes)
}

fn beside_helpers(programme: &ResolvedProgramme) -> String {
    let mut parts: Vec<String> = programme
        .compensating
        .iter()
        .map(|measure| format!("{} at {}", measure.kind, measure.intensity))
        .collect();
    if let Some(intensity) = programme.control_measure {
        parts.push(format!("control measures at {intensity}"));
    }
    format!("no helper: {}", parts.join(", "))
}

/// A rate in words.
fn frequency(visits_per_week: f64) -> String {
    let every = 1.0 / visits_per_week;
    let is_whole = (every - every.round()).abs() < 0.02;
    match visits_per_week {
        0.0 => "no visits".into(),
        1.0 => "weekly".into(),
        rate if rate > 1.0 => format!("{rate} a week"),
        _ if is_whole => format!("every {} weeks", every.round()),
        rate => format!("{rate} a week"),
    }
}

fn scenario_table(rows: &[Row]) -> PlainTable {
    let mut table = PlainTable::new(&[
        ("key", Column::Word),
        ("title", Column::Text),
        ("question", Column::Text),
        ("arms", Column::Text),
    ]);
    for row in rows {
        let names: Vec<String> = match &row["arms"] {
            Value::Array(arms) => arms.iter().map(|arm| cell(&arm["name"])).collect(),
            _ => Vec::new(),
        };
        table.row(vec![
            cell(&row["key"]),
            cell(&row["title"]),
            cell(&row["question"]),
            format!("{}: {}", names.len(), names.join(", ")),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(table: Table, format: ListFormat, columns: usize) -> String {
        let reading = ReadingArgument::default();
        listing(&ListArguments { table, format, reading }, columns)
    }

    #[test]
    fn the_arenas_are_listed_with_all_words_of_their_sources() {
        insta::assert_snapshot!(listed(Table::Arenas, ListFormat::Table, 100));
    }

    #[test]
    fn no_table_is_wider_than_the_terminal_and_no_source_is_cut() {
        for table in Table::ALL {
            for columns in [60, 80, 100, 200] {
                let text = listed(table, ListFormat::Table, columns);
                let widest = text.lines().map(|line| line.chars().count()).max();
                assert!(widest <= Some(columns), "{table:?} at {columns}: {widest:?}\n{text}");
                let shown: String = text.split_whitespace().collect();
                if table == Table::Scenarios {
                    continue;
                }
                // A source that stands in a column is mixed with its neighbours; at this
                // width all stand alone.
                if columns == 60 {
                    for row in table.rows() {
                        let source: String = cell(&row["source"]).split_whitespace().collect();
                        assert!(shown.contains(&source), "{table:?}: {source}");
                    }
                }
            }
        }
    }

    #[test]
    fn csv_and_json_hold_every_column_and_json_numbers_are_numbers() {
        for table in Table::ALL {
            let rows: Vec<Row> =
                serde_json::from_str(&listed(table, ListFormat::Json, 100)).expect("it is JSON");
            assert_eq!(rows, table.rows());
            let text = listed(table, ListFormat::Csv, 100);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let headings: Vec<String> =
                reader.headers().expect("there are headings").iter().map(String::from).collect();
            assert_eq!(headings, rows[0].keys().cloned().collect::<Vec<_>>());
            assert_eq!(reader.records().flatten().count(), rows.len());
        }
        let arenas: Value =
            serde_json::from_str(&listed(Table::Arenas, ListFormat::Json, 100)).expect("JSON");
        assert_eq!(arenas[0]["travel_minutes"].as_f64(), Some(45.0));
    }

    #[test]
    fn rates_are_told_in_words() {
        assert_eq!(frequency(1.0), "weekly");
        assert_eq!(frequency(0.5), "every 2 weeks");
        assert_eq!(frequency(0.0833), "every 12 weeks");
        assert_eq!(frequency(2.5), "2.5 a week");
        assert_eq!(frequency(0.0), "no visits");
    }
}
