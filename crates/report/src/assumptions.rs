//! Every assumption behind a run as tables: what the scenario changed, the arms
//! field by field, and the tables of the model with grades and sources.

use toml::Value;

use crate::language::Language;
use crate::page_tables::{Cell, PageTable};
use crate::results::Results;
use homeground_core::evidence::{self, Grade, Parameter};

/// An arm with everything that is offered in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ArmPage {
    /// Its name.
    pub name: String,
    /// Why it is here; may be empty.
    pub reason: String,
    /// What the programme is called; may be empty.
    pub programme: String,
    /// What it is.
    pub description: String,
    /// Where its design comes from.
    pub source: String,
    /// Does a helper meet the families?
    pub has_helper: bool,
    /// Its fields, and what is offered beside it.
    pub fields: PageTable,
}

/// Fields of a programme in the order of the model's description.
const PROGRAMME_FIELDS: [&str; 26] = [
    "arena",
    "first_arena",
    "first_visits",
    "schedule",
    "levels",
    "visit_minutes",
    "duration_weeks",
    "max_weeks",
    "profession",
    "training",
    "supervision",
    "team",
    "caseload",
    "phone",
    "flexibility",
    "codesign",
    "codesign_weeks",
    "control",
    "components",
    "wait_weeks",
    "min_attendance",
    "max_missed",
    "uptake",
    "recruiter_training",
    "staff_turnover",
    "extends",
];

/// Keys of an arm that are told beside the fields of its programme.
const ARM_FIELDS: [&str; 5] = [
    "compensating",
    "control_measure",
    "capacity",
    "parameters",
    "override",
];

/// The arms of the scenario as it was run.
pub fn arms(results: &Results, language: Language) -> Vec<ArmPage> {
    let none = toml::Table::new();
    results
        .scenario
        .get("arm")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_table)
        .map(|arm| {
            let programme = arm.get("programme").and_then(Value::as_table);
            let text = |table: Option<&toml::Table>, key: &str| {
                table
                    .and_then(|table| table.get(key))
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()
            };
            let has_helper = programme.is_some_and(|programme| programme.contains_key("arena"));
            ArmPage {
                name: text(Some(arm), "name"),
                reason: text(Some(arm), "reason"),
                programme: text(programme, "name"),
                description: text(programme, "description"),
                source: text(programme, "source"),
                has_helper,
                fields: arm_fields(arm, programme.unwrap_or(&none), language),
            }
        })
        .collect()
}

fn arm_fields(arm: &toml::Table, programme: &toml::Table, language: Language) -> PageTable {
    let prose = language.prose();
    let none = toml::Table::new();
    let notes = programme
        .get("notes")
        .and_then(Value::as_table)
        .unwrap_or(&none);
    let mut rows = Vec::new();
    let mut push = |key: &str, value: &Value, note: &str| {
        rows.push(vec![
            Cell::words(key),
            Cell::words(value_text(value, language)),
            Cell::words(note_text(note, language)),
        ]);
    };
    for key in PROGRAMME_FIELDS {
        if let Some(value) = programme.get(key) {
            push(
                key,
                value,
                notes.get(key).and_then(Value::as_str).unwrap_or_default(),
            );
        }
    }
    for key in ARM_FIELDS {
        for table in [programme, arm] {
            let value = table.get(key).filter(|value| !is_empty(value));
            if let Some(value) = value {
                push(
                    key,
                    value,
                    notes.get(key).and_then(Value::as_str).unwrap_or_default(),
                );
            }
        }
    }
    PageTable {
        caption: prose.programmes.into(),
        headings: vec![
            Cell::words(prose.field),
            Cell::words(prose.value),
            Cell::words(prose.note),
        ],
        rows,
    }
}

fn is_empty(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
        || value.as_table().is_some_and(toml::Table::is_empty)
}

/// A note with its first word in the language of the report.
fn note_text(note: &str, language: Language) -> String {
    let (kind, rest) = note.split_once(':').unwrap_or(("", note));
    match kind {
        "stated" => format!("{}: {}", language.pick("stated", "oppgitt"), rest.trim()),
        "assumed" => format!("{}: {}", language.pick("assumed", "antatt"), rest.trim()),
        _ => note.to_owned(),
    }
}

/// A value of a scenario in words.
fn value_text(value: &Value, language: Language) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Integer(number) => language.decimal(*number as f64, 0),
        Value::Float(number) => plain(*number, language),
        Value::Boolean(true) => language.pick("yes", "ja").to_owned(),
        Value::Boolean(false) => language.pick("no", "nei").to_owned(),
        Value::Datetime(moment) => moment.to_string(),
        Value::Array(items) if items.is_empty() => "–".to_owned(),
        Value::Array(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| value_text(item, language))
                .collect();
            let has_parts = items.iter().any(|item| item.contains(", "));
            items.join(if has_parts { "; " } else { ", " })
        }
        Value::Table(table) => {
            if let (Some(from), Some(rate)) = (table.get("from_week"), table.get("visits_per_week"))
            {
                let (from, rate) = (value_text(from, language), value_text(rate, language));
                return match language {
                    Language::English => format!("{rate} visits a week from week {from}"),
                    Language::Norwegian => format!("{rate} besøk i uken fra uke {from}"),
                };
            }
            let parts: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{key} {}", value_text(value, language)))
                .collect();
            parts.join(", ")
        }
    }
}

/// A number in full, as it stands in the tables.
fn plain(number: f64, language: Language) -> String {
    let text = number.to_string().replace('-', "−");
    match language {
        Language::English => text,
        Language::Norwegian => text.replace('.', ","),
    }
}

/// Number or range of a value that a scenario sets.
fn setting_text(value: &Value, language: Language) -> String {
    match value
        .as_table()
        .map(|table| (table.get("low"), table.get("high")))
    {
        Some((Some(low), Some(high))) => {
            let (low, high) = (value_text(low, language), value_text(high, language));
            language.between(&low, &high, low.starts_with('−'))
        }
        _ => value_text(value, language),
    }
}

/// Does a setting say something else than the reading does?
fn differs(value: &Value, parameter: Option<&Parameter>, results: &Results) -> bool {
    let number = value
        .as_float()
        .or_else(|| value.as_integer().map(|number| number as f64));
    match (number, parameter) {
        (Some(number), Some(parameter)) => number != results.default_of(parameter),
        _ => true,
    }
}

/// Settings of the scenario and of its arms that differ from their defaults:
/// key, value, and the arm it holds in (none for all).
fn settings(results: &Results) -> Vec<(&str, &Value, Option<&str>)> {
    let mut settings: Vec<(&str, &Value, Option<&str>)> = Vec::new();
    if let Some(table) = results.scenario.get("parameters").and_then(Value::as_table) {
        settings.extend(table.iter().map(|(key, value)| (key.as_str(), value, None)));
    }
    for arm in results
        .scenario
        .get("arm")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let name = arm.get("name").and_then(Value::as_str).unwrap_or_default();
        if let Some(table) = arm.get("parameters").and_then(Value::as_table) {
            settings.extend(
                table
                    .iter()
                    .map(|(key, value)| (key.as_str(), value, Some(name))),
            );
        }
    }
    settings.retain(|(key, value, _)| {
        let parameter = evidence::find(evidence::parameters(), key);
        differs(value, parameter, results)
    });
    settings
}

/// What the defaults of the run are: those of its reading.
fn default_heading(results: &Results, language: Language) -> String {
    let reading = results.manifest.reading();
    let heading = language.prose().default_of_reading;
    heading.replace("{reading}", reading.word())
}

/// What the scenario changed among the parameters.
pub fn changed(results: &Results, language: Language) -> PageTable {
    let prose = language.prose();
    let rows = settings(results)
        .into_iter()
        .map(|(key, value, arm)| {
            let parameter = evidence::find(evidence::parameters(), key);
            let of = |read: fn(&Parameter) -> String| parameter.map(read).unwrap_or_default();
            vec![
                Cell::words(key),
                Cell::number(setting_text(value, language)),
                Cell::number(parameter.map_or_else(
                    || "–".to_owned(),
                    |parameter| plain(results.default_of(parameter), language),
                )),
                Cell::words(arm.unwrap_or(prose.whole_scenario)),
                Cell::words(of(|parameter| parameter.unit.clone())),
                Cell::words(of(|parameter| parameter.grade.to_string())),
                Cell::words(of(|parameter| parameter.meaning.clone())),
            ]
        })
        .collect();
    PageTable {
        caption: prose.changed.into(),
        headings: vec![
            Cell::words(prose.parameter),
            Cell::number(prose.value),
            Cell::number(default_heading(results, language)),
            Cell::words(prose.where_it_holds),
            Cell::words(prose.unit),
            Cell::words(prose.grade),
            Cell::words(prose.meaning),
        ],
        rows,
    }
}

/// All parameters with the values of this run.
pub fn parameters(results: &Results, language: Language) -> PageTable {
    let prose = language.prose();
    let set = results.scenario.get("parameters").and_then(Value::as_table);
    let rows = evidence::parameters()
        .iter()
        .map(|parameter| {
            let value = set.and_then(|set| set.get(&parameter.key));
            let (low, high) = (
                plain(parameter.low, language),
                plain(parameter.high, language),
            );
            vec![
                Cell::words(parameter.key.as_str()),
                Cell::number(value.map_or_else(
                    || plain(results.default_of(parameter), language),
                    |value| setting_text(value, language),
                )),
                Cell::number(plain(results.default_of(parameter), language)),
                Cell::number(plain(parameter.centre, language)),
                Cell::number(language.between(&low, &high, parameter.low < 0.0)),
                Cell::words(parameter.unit.as_str()),
                Cell::words(parameter.grade.letter()),
                Cell::words(parameter.source.as_str()),
                Cell::words(parameter.meaning.as_str()),
            ]
        })
        .collect();
    PageTable {
        caption: prose.all_parameters.into(),
        headings: vec![
            Cell::words(prose.parameter),
            Cell::number(prose.value),
            Cell::number(default_heading(results, language)),
            Cell::number(prose.centre),
            Cell::number(prose.range),
            Cell::words(prose.unit),
            Cell::words(prose.grade),
            Cell::words(prose.source),
            Cell::words(prose.meaning),
        ],
        rows,
    }
}

/// The families of the scenario.
pub fn population(results: &Results, language: Language) -> PageTable {
    let prose = language.prose();
    let rows = match results.scenario.get("population") {
        Some(Value::Table(table)) => table
            .iter()
            .map(|(key, value)| {
                vec![
                    Cell::words(key.as_str()),
                    Cell::words(value_text(value, language)),
                ]
            })
            .collect(),
        Some(value) => vec![vec![
            Cell::words("profile"),
            Cell::words(value_text(value, language)),
        ]],
        None => Vec::new(),
    };
    PageTable {
        caption: prose.population.into(),
        headings: vec![Cell::words(prose.field), Cell::words(prose.value)],
        rows,
    }
}

/// The grades, and how many parameters and fixed numbers of the formulas have each.
pub fn grades(language: Language) -> PageTable {
    let prose = language.prose();
    let rows = Grade::ALL
        .iter()
        .map(|grade| {
            let meaning = match grade {
                Grade::A => prose.grade_a,
                Grade::B => prose.grade_b,
                Grade::C => prose.grade_c,
                Grade::D => prose.grade_d,
            };
            let count = evidence::parameters()
                .iter()
                .filter(|parameter| parameter.grade == *grade)
                .count();
            let constants = evidence::constants()
                .iter()
                .filter(|constant| constant.grade == *grade)
                .count();
            vec![
                Cell::words(grade.letter()),
                Cell::words(meaning),
                Cell::number(count.to_string()),
                Cell::number(constants.to_string()),
            ]
        })
        .collect();
    PageTable {
        caption: prose.grades.into(),
        headings: vec![
            Cell::words(prose.grade),
            Cell::words(prose.grade_meaning),
            Cell::number(prose.parameters_of_grade),
            Cell::number(prose.constants_of_grade),
        ],
        rows,
    }
}

/// The other tables of the model, as they stand in the program.
pub fn other_tables(results: &Results, language: Language) -> Vec<PageTable> {
    let prose = language.prose();
    vec![
        table_of(prose.arenas, evidence::arenas(), language),
        table_of(prose.professions, evidence::professions(), language),
        table_of(prose.controls, evidence::controls(), language),
        table_of(prose.components, evidence::components(), language),
        table_of(prose.catalogue, evidence::catalogue(), language),
        table_of(prose.populations, evidence::populations(), language),
        prices(results, language),
        table_of(prose.constants, evidence::constants(), language),
    ]
}

/// The prices, with a mark on those that count for no arm of this run.
fn prices(results: &Results, language: Language) -> PageTable {
    let prose = language.prose();
    let used = used_prices(results);
    let mut table = table_of(prose.costs, evidence::costs(), language);
    table.headings.insert(1, Cell::words(prose.in_this_run));
    for (row, price) in table.rows.iter_mut().zip(evidence::costs()) {
        let mark = if used.contains(&price.key) {
            prose.used
        } else {
            prose.not_used
        };
        row.insert(1, Cell::words(mark));
    }
    table
}

/// Keys of the prices that count in some arm: placements, travel of helpers, and what
/// is offered beside them.
fn used_prices(results: &Results) -> Vec<String> {
    let mut used = vec!["placement_child_week".to_owned()];
    let arms = results.scenario.get("arm").and_then(Value::as_array);
    for arm in arms.into_iter().flatten().filter_map(Value::as_table) {
        let programme = arm.get("programme").and_then(Value::as_table);
        if programme.is_some_and(|programme| programme.contains_key("arena")) {
            used.push("travel_per_visit".to_owned());
        }
        for table in programme.into_iter().chain([arm]) {
            if table.contains_key("control_measure") {
                used.push("control_measure_week".to_owned());
            }
            let beside = table.get("compensating").and_then(Value::as_array);
            used.extend(
                beside
                    .into_iter()
                    .flatten()
                    .filter_map(|measure| measure.get("kind").and_then(Value::as_str))
                    .map(|kind| format!("{kind}_week")),
            );
        }
    }
    used
}

/// A table of the model by its own columns. Rows are serialised, so a column that is
/// added to the model's tables appears here by itself.
fn table_of<Row: serde::Serialize>(caption: &str, rows: &[Row], language: Language) -> PageTable {
    let mut table = PageTable {
        caption: caption.into(),
        ..PageTable::default()
    };
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
                    Cell::number(plain(number.as_f64().unwrap_or_default(), language))
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
