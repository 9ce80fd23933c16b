//! The schemas of scenario and programme files against files.

use homeground_core::scenario::{
    built_in_programmes, built_in_scenarios, programme_schema, scenario_schema,
};
use serde_json::Value;

/// The part of JSON Schema that our schemas use.
fn complaints(schema: &Value, root: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    if let Some(target) = schema["$ref"].as_str() {
        let name = target.rsplit('/').next().unwrap_or_default();
        return complaints(&root["$defs"][name], root, value, path, found);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fits = choices.iter().any(|choice| {
            let mut inner = Vec::new();
            complaints(choice, root, value, path, &mut inner);
            inner.is_empty()
        });
        if !fits {
            found.push(format!("{path}: fits no choice: {value}"));
        }
    }
    let type_fits = match schema["type"].as_str() {
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => true,
    };
    if !type_fits {
        found.push(format!("{path}: wrong type: {value}"));
    }
    if let Some(constant) = schema.get("const")
        && constant != value
    {
        found.push(format!("{path}: not {constant}"));
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        found.push(format!("{path}: not among the words: {value}"));
    }
    if let Some(number) = value.as_f64() {
        let low = schema["minimum"].as_f64().unwrap_or(f64::MIN);
        let high = schema["maximum"].as_f64().unwrap_or(f64::MAX);
        if !(low..=high).contains(&number) {
            found.push(format!("{path}: {number} is outside {low} to {high}"));
        }
    }
    for (position, item) in value.as_array().into_iter().flatten().enumerate() {
        complaints(&schema["items"], root, item, &format!("{path}[{position}]"), found);
    }
    for key in schema["required"].as_array().into_iter().flatten() {
        if value.get(key.as_str().unwrap_or_default()).is_none() {
            found.push(format!("{path}: without {key}"));
        }
    }
    for (key, inner) in value.as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        match (schema["properties"].get(key), &schema["additionalProperties"]) {
            (Some(property), _) => complaints(property, root, inner, &path, found),
            (None, Value::Bool(false)) => found.push(format!("{path}: unknown key")),
            (None, rest) => complaints(rest, root, inner, &path, found),
        }
    }
}

fn check(schema: &Value, text: &str) -> Vec<String> {
    let table: toml::Table = text.parse().expect("the text is TOML");
    let value = serde_json::to_value(table).expect("TOML without dates is JSON");
    let mut found = Vec::new();
    complaints(schema, schema, &value, "", &mut found);
    found
}

#[test]
fn every_shipped_file_fits_its_schema() {
    for (name, text) in built_in_scenarios() {
        assert_eq!(check(&scenario_schema(), text), Vec::<String>::new(), "{name}");
    }
    for (name, text) in built_in_programmes() {
        assert_eq!(check(&programme_schema(), text), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = scenario_schema();
    for (text, complaint) in [
        ("population = 'child_welfare'\narm = [{}]", ".arm[0]: without \"name\""),
        ("population = 'moon'\narm = []", ".population: fits no choice: \"moon\""),
        (
            "population = 'universal'\narm = []\nfamilies = 0",
            ".families: 0 is outside 1 to 100000000",
        ),
        ("population = 'universal'\narm = []\nfamilis = 1", ".familis: unknown key"),
        ("arm = []", ": without \"population\""),
    ] {
        assert_eq!(check(&schema, text), vec![complaint.to_string()]);
    }
    let programme = check(&programme_schema(), "arena = 'moon'\nuptake = 2\nteam = 'yes'");
    assert_eq!(programme.len(), 3, "{programme:?}");
}

#[test]
fn every_field_is_described_and_defaults_fit_their_own_field() {
    let root = scenario_schema();
    let definitions = root["$defs"].as_object().expect("definitions");
    // Parameters have their own table.
    let tables = definitions.iter().filter(|(name, _)| !name.contains("parameters"));
    let tables = tables.map(|(_, table)| table).chain([&root]);
    for (key, property) in tables.filter_map(|table| table["properties"].as_object()).flatten() {
        assert!(property["description"].as_str().is_some_and(|text| text.len() > 5), "{key}");
        let example = property["examples"][0].clone();
        assert!(!example.is_null(), "{key} has no example that is TOML");
        let mut found = Vec::new();
        for value in property.get("default").into_iter().chain([&example]) {
            complaints(property, &root, value, key, &mut found);
        }
        assert_eq!(found, Vec::<String>::new());
    }
}
