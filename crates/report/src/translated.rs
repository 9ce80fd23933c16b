//! Texts of a scenario, which its file may give in several languages: of a checked scenario,
//! and of the file `scenario.toml` of results.

use homeground_core::outcomes::manifest::Manifest;
use homeground_core::scenario::{Arm, Scenario};
use homeground_figures::text::Text;
use toml::{Table, Value};

/// Heading of a scenario.
pub fn scenario_title(scenario: &Scenario) -> Text {
    Text::translated(&scenario.title, scenario.translations.of("title"))
}

/// The name of an arm.
pub fn name_of(arm: &Arm) -> Text {
    Text::translated(&arm.name, arm.translations.of("name"))
}

/// Why an arm is there; may be empty.
pub fn reason_of(arm: &Arm) -> Text {
    Text::translated(&arm.reason, arm.translations.of("reason"))
}

/// A text of a table with its translations; empty where the table has none.
pub fn text(table: &Table, key: &str) -> Text {
    let text = table.get(key).and_then(Value::as_str).unwrap_or_default();
    with_translations(text, table, key)
}

/// A text that is also the text of a table, with its translations there.
fn with_translations(text: &str, table: &Table, key: &str) -> Text {
    let languages = table.get("translations").and_then(Value::as_table);
    let translations = languages
        .into_iter()
        .flatten()
        .filter_map(|(code, texts)| Some((code.as_str(), texts.get(key)?.as_str()?)));
    Text::translated(text, translations)
}

/// Heading of a scenario, or its name where it has none.
pub fn title(manifest: &Manifest, scenario: &Table) -> Text {
    match manifest.title.is_empty() {
        true => Text::from(&manifest.scenario),
        false => with_translations(&manifest.title, scenario, "title"),
    }
}

/// What a scenario asks; may be empty.
pub fn question(manifest: &Manifest, scenario: &Table) -> Text {
    with_translations(&manifest.question, scenario, "question")
}

/// The arms of a scenario.
pub fn arms(scenario: &Table) -> impl Iterator<Item = &Table> {
    let arms = scenario.get("arm").and_then(Value::as_array);
    arms.into_iter().flatten().filter_map(Value::as_table)
}

/// The name of an arm, as tables of results hold it, with its translations.
pub fn arm_name(name: &str, scenario: &Table) -> Text {
    let is_it = |arm: &&Table| arm.get("name").and_then(Value::as_str) == Some(name);
    match arms(scenario).find(is_it) {
        Some(arm) => text(arm, "name"),
        None => Text::from(name),
    }
}
