//! `homeground show KEY`: all that is known about one thing, from every table that
//! holds the key.

use std::io::{self, Write};

use serde_json::{Value, json};

use homeground_core::evidence::{self, Component, Grade, LiteratureReading, find};
use homeground_core::scenario::fields::{Field, Kind};
use homeground_core::scenario::sections::PROGRAMME;
use homeground_core::scenario::targets::{Target, built_in_targets, validation_set};
use homeground_core::scenario::{ResolvedProgramme, Scenario, nearest};
use homeground_report::plain::{Column, PlainTable, hang};

use crate::cli::list::{ReadingArgument, about, rate_and_duration};
use crate::cli::load::INVALID;
use crate::cli::tables::{Row, Table, cell, programmes, scenarios};
use crate::cli::width;

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

fn as_text(found: &Found, columns: usize) -> String {
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

fn grade_of(row: &Row) -> Option<Grade> {
    let letter = row.get("grade")?.as_str()?;
    Grade::ALL.into_iter().find(|grade| grade.letter() == letter)
}

fn place_of(table: Table, key: &str) -> Option<&'static evidence::Place> {
    match table {
        Table::Parameters | Table::Constants => find(evidence::places(), key),
        _ => None,
    }
}

fn programme_of(table: Table, key: &str) -> Option<&'static ResolvedProgramme> {
    let is_programme = table == Table::Programmes;
    programmes().iter().find(|programme| is_programme && programme.key == key)
}

fn scenario_of(table: Table, key: &str) -> Option<&'static Scenario> {
    let is_scenario = table == Table::Scenarios;
    scenarios().iter().find(|scenario| is_scenario && scenario.name == key)
}

/// Who uses a row: programmes that are made of it, components that target it,
/// scenarios that compare it.
fn relatives(table: Table, key: &str) -> Vec<(&'static str, Vec<String>)> {
    let programmes_with = |uses: &dyn Fn(&ResolvedProgramme) -> bool| -> Vec<String> {
        programmes()
            .iter()
            .filter(|programme| uses(programme))
            .map(|programme| programme.key.clone())
            .collect()
    };
    let scenarios_with = |uses: &dyn Fn(&Scenario) -> bool| -> Vec<String> {
        scenarios()
            .iter()
            .filter(|scenario| uses(scenario))
            .map(|scenario| scenario.name.clone())
            .collect()
    };
    let (name, keys) = match table {
        Table::Arenas => (
            "programmes",
            programmes_with(&|one| {
                one.programme.as_ref().is_some_and(|helper| {
                    helper.arena == key || helper.first_arena.as_deref() == Some(key)
                })
            }),
        ),
        Table::Professions => (
            "programmes",
            programmes_with(&|one| {
                let helper = one.programme.as_ref();
                helper.is_some_and(|helper| helper.profession == key)
            }),
        ),
        Table::Controls => (
            "programmes",
            programmes_with(&|one| {
                let helper = one.programme.as_ref();
                helper.is_some_and(|helper| helper.control == key)
            }),
        ),
        Table::Components => (
            "programmes",
            programmes_with(&|one| {
                let helper = one.programme.as_ref();
                helper.is_some_and(|helper| helper.components.iter().any(|one| one == key))
                    || one.compensating.iter().any(|measure| measure.kind == key)
                    || one.control_measure.is_some() && key == "control_measure"
            }),
        ),
        Table::Factors => {
            let targets = |component: &&Component| component.target_keys().any(|one| one == key);
            let components = evidence::components().iter().filter(targets);
            ("targeted by", components.map(|one| one.key.clone()).collect())
        }
        Table::Programmes => (
            "scenarios",
            scenarios_with(&|one| {
                let mut arms = one.arms.iter();
                arms.any(|arm| arm.programme_key.as_deref() == Some(key))
            }),
        ),
        Table::Populations => ("scenarios", scenarios_with(&|one| one.population.profile == key)),
        Table::Evidence => {
            let targets = built_in_targets().iter().chain(validation_set());
            let cites = |target: &&Target| target.evidence_keys().iter().any(|one| one == key);
            let ids = targets.filter(cites);
            ("rests on it", ids.map(|target| target.id.clone()).collect())
        }
        Table::Parameters
        | Table::Constants
        | Table::Costs
        | Table::Scenarios
        | Table::Targets
        | Table::Validation => {
            return Vec::new();
        }
    };
    match keys.is_empty() {
        true => Vec::new(),
        false => vec![(name, keys)],
    }
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
