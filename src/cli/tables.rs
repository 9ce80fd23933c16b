//! The tables that `list` and `show` read from, as rows of named cells.

use std::sync::LazyLock;

use serde::Serialize;
use serde_json::{Map, Value, json};

use homeground_core::evidence::{self, LiteratureReading};
use homeground_core::scenario::sections::HELPER_FIELDS;
use homeground_core::scenario::targets::{
    Comparable, Randomised, Target, built_in_targets, validation_set,
};
use homeground_core::scenario::{
    Arm, BuiltInProgrammes, Compensating, Programme, ResolvedProgramme, Scenario, ScenarioInput,
    Uptake, built_in_programmes, built_in_scenarios, read_programme, read_scenario,
};

/// A row: names of columns and their cells, in order.
pub type Row = Map<String, Value>;

/// A table that can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Table {
    /// Designs of measures
    Programmes,
    /// Profiles of families
    Populations,
    /// Parameters of the model, with ranges
    Parameters,
    /// Places where visits are held
    Arenas,
    /// Helper professions
    Professions,
    /// Control functions
    Controls,
    /// What helper work, compensating and control measures act on
    Components,
    /// Questions with arms
    Scenarios,
    /// Risk and protective factors
    Factors,
    /// Prices
    Costs,
    /// Fixed numbers inside the formulas
    Constants,
    /// What the model is calibrated to
    Targets,
    /// Numbers that calibration never sees
    Validation,
    /// Findings of the literature behind both
    Evidence,
}

impl Table {
    /// All tables.
    pub const ALL: [Table; 14] = [
        Table::Programmes,
        Table::Populations,
        Table::Parameters,
        Table::Arenas,
        Table::Professions,
        Table::Controls,
        Table::Components,
        Table::Scenarios,
        Table::Factors,
        Table::Costs,
        Table::Constants,
        Table::Targets,
        Table::Validation,
        Table::Evidence,
    ];

    /// What one row is called.
    pub fn noun(self) -> &'static str {
        match self {
            Table::Programmes => "programme",
            Table::Populations => "population",
            Table::Parameters => "parameter",
            Table::Arenas => "arena",
            Table::Professions => "profession",
            Table::Controls => "control",
            Table::Components => "component",
            Table::Scenarios => "scenario",
            Table::Factors => "factor",
            Table::Costs => "cost",
            Table::Constants => "constant",
            Table::Targets => "target of calibration",
            Table::Validation => "number for validation",
            Table::Evidence => "finding",
        }
    }

    /// Every row with every column of the data, under the reading that holds when none is
    /// named.
    pub fn rows(self) -> Vec<Row> {
        self.rows_under(LiteratureReading::default())
    }

    /// Every row with every column of the data; parameters have the defaults of a reading.
    pub fn rows_under(self, reading: LiteratureReading) -> Vec<Row> {
        match self {
            Table::Programmes => programmes().iter().map(programme_row).collect(),
            Table::Scenarios => scenarios().iter().map(scenario_row).collect(),
            Table::Populations => typed(evidence::populations()),
            Table::Parameters => parameter_rows(reading),
            Table::Arenas => typed(evidence::arenas()),
            Table::Professions => typed(evidence::professions()),
            Table::Controls => typed(evidence::controls()),
            Table::Components => typed(evidence::components()),
            Table::Factors => typed(evidence::catalogue()),
            Table::Costs => typed(evidence::costs()),
            Table::Constants => typed(evidence::constants()),
            Table::Targets => built_in_targets().iter().map(target_row).collect(),
            Table::Validation => validation_set().iter().map(target_row).collect(),
            Table::Evidence => typed(evidence::findings()),
        }
    }
}

/// The built-in programmes. Each is read by a test, so none is left out.
pub fn programmes() -> &'static [ResolvedProgramme] {
    static READ: LazyLock<Vec<ResolvedProgramme>> = LazyLock::new(read_programmes);
    &READ
}

fn read_programmes() -> Vec<ResolvedProgramme> {
    built_in_programmes()
        .iter()
        .filter_map(|(key, text)| {
            let file = format!("built-in programme {key}");
            read_programme(key, &file, text, &BuiltInProgrammes).ok()
        })
        .map(|parsed| parsed.value)
        .collect()
}

/// The built-in scenarios. Each is read by a test, so none is left out.
pub fn scenarios() -> &'static [Scenario] {
    static READ: LazyLock<Vec<Scenario>> = LazyLock::new(read_scenarios);
    &READ
}

fn read_scenarios() -> Vec<Scenario> {
    built_in_scenarios()
        .iter()
        .filter_map(|(key, text)| {
            let file = format!("built-in scenario {key}");
            read_scenario(&ScenarioInput::new(key, &file, text, &BuiltInProgrammes)).ok()
        })
        .map(|parsed| parsed.value)
        .collect()
}

/// The fields of a helper measure, in the order in which files write them.
pub fn programme_fields(programme: &Programme) -> Vec<(&'static str, Value)> {
    let schedule: Vec<Value> = programme
        .schedule
        .iter()
        .map(|step| json!({"from_week": step.from_week, "visits_per_week": step.visits_per_week}))
        .collect();
    let (levels, phone) = (programme.levels.word(), programme.phone.word());
    let uptake = match programme.uptake {
        Uptake::Model => json!("model"),
        Uptake::Fixed(probability) => json!(probability),
    };
    vec![
        ("arena", json!(programme.arena)),
        ("first_arena", json!(programme.first_arena)),
        ("first_visits", json!(programme.first_visits)),
        ("schedule", Value::Array(schedule)),
        ("levels", json!(levels)),
        ("visit_minutes", json!(programme.visit_minutes)),
        ("duration_weeks", json!(programme.duration_weeks)),
        ("max_weeks", json!(programme.max_weeks)),
        ("profession", json!(programme.profession)),
        ("training", json!(programme.training)),
        ("supervision", json!(programme.supervision)),
        ("team", json!(programme.team)),
        ("caseload", json!(programme.caseload)),
        ("phone", json!(phone)),
        ("flexibility", json!(programme.flexibility)),
        ("codesign", json!(programme.codesign)),
        ("codesign_weeks", json!(programme.codesign_weeks)),
        ("control", json!(programme.control)),
        ("components", json!(programme.components)),
        ("wait_weeks", json!(programme.wait_weeks)),
        ("min_attendance", json!(programme.min_attendance)),
        ("max_missed", json!(programme.max_missed)),
        ("uptake", uptake),
        ("recruiter_training", json!(programme.recruiter_training)),
        ("staff_turnover", json!(programme.staff_turnover)),
    ]
}

/// A programme as a row; the fields of a helper are empty where it has none.
pub fn programme_row(programme: &ResolvedProgramme) -> Row {
    let mut row = Row::new();
    row.insert("key".into(), json!(programme.key));
    row.insert("name".into(), json!(programme.name));
    row.insert("description".into(), json!(programme.description));
    match &programme.programme {
        Some(helper) => {
            for (field, value) in programme_fields(helper) {
                row.insert(field.into(), value);
            }
        }
        None => {
            for field in HELPER_FIELDS {
                row.insert(field.into(), Value::Null);
            }
        }
    }
    let compensating: Vec<Value> = programme.compensating.iter().map(compensating_value).collect();
    row.insert("compensating".into(), Value::Array(compensating));
    row.insert("control_measure".into(), json!(programme.control_measure));
    let (stated, assumed) = note_counts(programme);
    row.insert("values_stated".into(), json!(stated));
    row.insert("values_assumed".into(), json!(assumed));
    row.insert("source".into(), json!(programme.source));
    row
}

fn compensating_value(measure: &Compensating) -> Value {
    json!({
        "kind": measure.kind,
        "intensity": measure.intensity,
        "follow_up": measure.follow_up,
    })
}

/// How many values of a programme are stated by a source, and how many assumed.
pub fn note_counts(programme: &ResolvedProgramme) -> (usize, usize) {
    let count = |word: &str| {
        let notes = programme.notes.iter();
        notes.filter(|(_, note)| note.starts_with(word)).count()
    };
    (count("stated"), count("assumed"))
}

/// A scenario as a row.
pub fn scenario_row(scenario: &Scenario) -> Row {
    let mut row = Row::new();
    row.insert("key".into(), json!(scenario.name));
    row.insert("title".into(), json!(scenario.title));
    row.insert("question".into(), json!(scenario.question));
    row.insert("population".into(), json!(scenario.population.profile));
    row.insert("families".into(), json!(scenario.families));
    row.insert("replicates".into(), json!(scenario.replicates));
    row.insert("horizon_weeks".into(), json!(scenario.horizon_weeks));
    row.insert("seed".into(), json!(scenario.seed));
    let reference = &scenario.arms[scenario.reference].name;
    row.insert("reference".into(), json!(reference));
    let arms: Vec<Value> = scenario.arms.iter().map(arm_value).collect();
    row.insert("arms".into(), Value::Array(arms));
    row
}

/// Parameters with their defaults under a reading, which stand beside the key.
fn parameter_rows(reading: LiteratureReading) -> Vec<Row> {
    evidence::parameters()
        .iter()
        .zip(typed(evidence::parameters()))
        .map(|(parameter, columns)| {
            let mut row = Row::new();
            for (name, value) in columns {
                let is_key = name == "key";
                row.insert(name, value);
                if is_key {
                    row.insert("reading".into(), json!(reading.word()));
                    row.insert("default".into(), json!(parameter.default_under(reading)));
                }
            }
            row
        })
        .collect()
}

fn arm_value(arm: &Arm) -> Value {
    json!({"name": arm.name, "programme": arm.programme_key, "reason": arm.reason})
}

/// A target as a row.
pub fn target_row(target: &Target) -> Row {
    let about = &target.comparability;
    let cells = [
        ("key", json!(target.id)),
        ("reading", json!(target.reading.map_or("both", LiteratureReading::word))),
        ("title", json!(target.title)),
        ("population", json!(target.population.profile)),
        ("arm", json!(target.arm_text)),
        ("reference", json!(target.reference_text)),
        ("outcome", json!(target.outcome_text)),
        ("unit", json!(target.unit_text)),
        ("week", json!(target.week)),
        ("measure", json!(target.measure_text)),
        ("scale", json!(target.scale.word())),
        ("value", json!(target.value)),
        ("sd", json!(target.standard_error)),
        ("grade", json!(about.grade)),
        ("country", json!(about.country)),
        ("years", json!(about.years)),
        ("counted", json!(about.counted)),
        ("randomised", json!(about.randomised.map(Randomised::word))),
        ("comparable", json!(about.comparable.map(Comparable::word))),
        ("why", json!(about.why)),
        ("note", json!(target.note)),
        ("source", json!(target.evidence_keys().join("; "))),
    ];
    cells.into_iter().map(|(name, value)| (name.to_string(), value)).collect()
}

fn typed<T: Serialize>(rows: &[T]) -> Vec<Row> {
    rows.iter()
        .filter_map(|row| match serde_json::to_value(row) {
            Ok(Value::Object(row)) => Some(row),
            // Rows are structs with names and numbers, which are always objects.
            _ => None,
        })
        .collect()
}

/// A cell as text for people and for CSV: numbers without needless zeros, lists with
/// semicolons, nothing for what is not there.
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() => float.to_string(),
            _ => number.to_string(),
        },
        Value::Bool(true) => "yes".into(),
        Value::Bool(false) => "no".into(),
        Value::Array(values) => join(values.iter().map(cell), "; "),
        Value::Object(fields) => named_cell(fields),
    }
}

/// What lists of tables hold: steps of a schedule, measures, arms.
fn named_cell(fields: &Row) -> String {
    let text = |key: &str| fields.get(key).map(cell).unwrap_or_default();
    if fields.contains_key("visits_per_week") {
        return format!("{} a week from week {}", text("visits_per_week"), text("from_week"));
    }
    if fields.contains_key("intensity") {
        let follow_up = match fields.get("follow_up") {
            Some(Value::Bool(false)) => ", not followed up",
            _ => "",
        };
        return format!("{} {}{follow_up}", text("kind"), text("intensity"));
    }
    match fields.contains_key("reason") {
        true => text("name"),
        false => join(fields.iter().map(|(key, value)| format!("{key} {}", cell(value))), ", "),
    }
}

fn join(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_built_in_file_is_left_out() {
        assert_eq!(programmes().len(), built_in_programmes().len());
        assert_eq!(scenarios().len(), built_in_scenarios().len());
    }

    #[test]
    fn every_row_of_a_table_has_the_same_columns_and_a_key_of_its_own() {
        for table in Table::ALL {
            let rows = table.rows();
            let columns: Vec<&String> = rows[0].keys().collect();
            let mut keys: Vec<&Value> = rows.iter().map(|row| &row["key"]).collect();
            for row in &rows {
                assert_eq!(row.keys().collect::<Vec<_>>(), columns, "{table:?}");
            }
            let count = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), count, "{table:?}");
        }
    }

    #[test]
    fn cells_are_short_and_numbers_exact() {
        assert_eq!(cell(&json!(45.0)), "45");
        assert_eq!(cell(&json!(2e-5)), "0.00002");
        assert_eq!(cell(&json!(null)), "");
        assert_eq!(
            cell(&json!([{"from_week": 0, "visits_per_week": 0.5}])),
            "0.5 a week from week 0"
        );
    }
}
