//! JSON Schema of scenario and programme files, for editors.
//!
//! Made from the table of fields, so that an editor and `homeground check`
//! agree. A schema cannot say everything: that an arm's name is unique, or
//! that a schedule ascends, is only checked when a file is read.

use serde_json::{Map, Value, json};

use crate::evidence::{self, LiteratureReading};

use super::fields::{Field, Kind, Presence, Section, Vocabulary};
use super::languages::CODE_PATTERN;
use super::sections::{
    ARM, ARM_TRANSLATION, CAPACITY, COMPENSATING, CONTROL_MEASURE, POPULATION, PROGRAMME,
    PROGRAMME_TRANSLATION, RANGE, SCENARIO, SCENARIO_TRANSLATION, STEP, UNCERTAINTY,
};
use super::study::section::STUDY;

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Names of tables within a schema.
const DEFINITIONS: [(&str, &Section); 12] = [
    ("population", &POPULATION),
    ("arm", &ARM),
    ("programme", &PROGRAMME),
    ("step", &STEP),
    ("compensating", &COMPENSATING),
    ("control_measure", &CONTROL_MEASURE),
    ("capacity", &CAPACITY),
    ("uncertainty", &UNCERTAINTY),
    ("study", &STUDY),
    ("scenario_translation", &SCENARIO_TRANSLATION),
    ("arm_translation", &ARM_TRANSLATION),
    ("programme_translation", &PROGRAMME_TRANSLATION),
];

/// JSON Schema (2020-12) of a scenario file.
pub fn scenario_schema() -> Value {
    schema("Scenario of homeground", &SCENARIO)
}

/// JSON Schema (2020-12) of a programme file.
pub fn programme_schema() -> Value {
    schema("Programme of homeground", &PROGRAMME)
}

fn schema(title: &str, section: &'static Section) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_string(), json!(DIALECT));
    schema.insert("title".to_string(), json!(title));
    if let Value::Object(body) = table(section) {
        schema.extend(body);
    }
    let mut definitions = Map::new();
    for (name, section) in DEFINITIONS {
        definitions.insert(name.to_string(), table(section));
    }
    definitions.insert("parameters".to_string(), parameters(true));
    definitions.insert("fixed_parameters".to_string(), parameters(false));
    schema.insert("$defs".to_string(), Value::Object(definitions));
    Value::Object(schema)
}

fn table(section: &'static Section) -> Value {
    let properties: Map<String, Value> =
        section.fields.iter().map(|field| (field.key.to_string(), property(field))).collect();
    // A programme may leave to another one, or to its helperless form, what it needs.
    let required: Vec<&str> = match std::ptr::eq(section, &PROGRAMME) {
        true => Vec::new(),
        false => section
            .fields
            .iter()
            .filter(|field| field.presence == Presence::Required)
            .map(|field| field.key)
            .collect(),
    };
    json!({
        "description": section.meaning,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(field: &'static Field) -> Value {
    let mut property = match kind(&field.kind) {
        Value::Object(property) => property,
        _ => Map::new(),
    };
    property.insert("description".to_string(), json!(description(field)));
    if let Presence::Default(text) = field.presence
        && let Some(default) = json_of(text)
    {
        property.insert("default".to_string(), default);
    }
    if let Some(example) = json_of(field.example) {
        property.insert("examples".to_string(), json!([example]));
    }
    Value::Object(property)
}

fn description(field: &Field) -> String {
    let mut text = field.meaning.to_string();
    if !field.unit.is_empty() {
        text.push_str(&format!(" Unit: {}.", field.unit));
    }
    if let Presence::Optional(otherwise) = field.presence {
        text.push_str(&format!(" Without it: {otherwise}."));
    }
    text
}

fn kind(kind: &'static Kind) -> Value {
    match kind {
        Kind::Text | Kind::ProgrammeName | Kind::ArmName => json!({ "type": "string" }),
        Kind::NonEmptyText | Kind::Label => json!({ "type": "string", "minLength": 1 }),
        Kind::FolderName => {
            json!({ "type": "string", "minLength": 1, "pattern": "^[^/\\\\:*?\"<>|]+$" })
        }
        Kind::Whole(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Kind::Number(low, high) => json!({ "type": "number", "minimum": low, "maximum": high }),
        Kind::YesNo => json!({ "type": "boolean" }),
        Kind::Word(words) => json!({ "type": "string", "enum": words }),
        Kind::Key(vocabulary) => words(*vocabulary),
        Kind::Keys(vocabulary) => json!({ "type": "array", "items": words(*vocabulary) }),
        Kind::WordOrNumber(word, low, high) => json!({
            "anyOf": [{ "const": word }, { "type": "number", "minimum": low, "maximum": high }]
        }),
        Kind::Table(section) => reference(section),
        Kind::Tables(section) => json!({ "type": "array", "items": reference(section) }),
        Kind::KeyOrTable(vocabulary, section) => {
            json!({ "anyOf": [words(*vocabulary), reference(section)] })
        }
        Kind::Programme(section) => {
            json!({ "anyOf": [{ "type": "string" }, reference(section)] })
        }
        Kind::Parameters { ranges: true } => json!({ "$ref": "#/$defs/parameters" }),
        Kind::Parameters { ranges: false } => json!({ "$ref": "#/$defs/fixed_parameters" }),
        Kind::ArmNames => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::WordOrKeys(word, vocabulary) => json!({
            "anyOf": [{ "const": word }, { "type": "array", "items": words(*vocabulary) }]
        }),
        Kind::Vary => json!({ "type": "object" }),
        Kind::Translations(section) => json!({
            "type": "object",
            "propertyNames": { "pattern": CODE_PATTERN },
            "additionalProperties": reference(section),
        }),
        Kind::Notes => json!({
            "type": "object",
            "additionalProperties": { "type": "string" },
        }),
    }
}

fn words(vocabulary: Vocabulary) -> Value {
    json!({ "type": "string", "enum": vocabulary.words() })
}

fn reference(section: &'static Section) -> Value {
    DEFINITIONS
        .iter()
        .find(|(_, other)| std::ptr::eq(*other, section))
        .map_or_else(|| table(section), |(name, _)| json!({ "$ref": format!("#/$defs/{name}") }))
}

fn parameters(ranges: bool) -> Value {
    let properties: Map<String, Value> = evidence::parameters()
        .iter()
        .map(|row| {
            let number =
                json!({ "type": "number", "minimum": row.minimum, "maximum": row.maximum });
            let mut property = match ranges {
                true => json!({ "anyOf": [number.clone(), {
                    "type": "object",
                    "properties": { "low": number.clone(), "high": number },
                    "required": RANGE.keys().collect::<Vec<_>>(),
                    "additionalProperties": false,
                }] }),
                false => number,
            };
            property["description"] = json!(format!(
                "{} ({}). Plausible from {} to {}; grade {}: {}.",
                row.meaning, row.unit, row.low, row.high, row.grade, row.source
            ));
            // Of the reading that holds when none is named.
            property["default"] = json!(row.default_under(LiteratureReading::default()));
            (row.key.clone(), property)
        })
        .collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// A value of a TOML file as JSON.
fn json_of(text: &str) -> Option<Value> {
    let table: toml::Table = format!("value = {text}").parse().ok()?;
    serde_json::to_value(table.get("value")?).ok()
}
