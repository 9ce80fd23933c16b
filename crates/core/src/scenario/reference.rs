//! The reference page of the file formats, made from the table of fields.

use std::fmt::Write;

use super::fields::{Field, Kind, Presence, Section};
use super::sections::{
    ARM, ARM_TRANSLATION, CAPACITY, COMPENSATING, CONTROL_MEASURE, POPULATION, PROGRAMME,
    PROGRAMME_TRANSLATION, RANGE, SCENARIO, SCENARIO_TRANSLATION, STEP, UNCERTAINTY,
};
use super::study::kinds::{COMMON, KINDS};
use super::study::section::STUDY;

/// Headings of the page with their tables, in reading order.
const CHAPTERS: [(&str, &Section); 14] = [
    ("Scenario", &SCENARIO),
    ("Arm: `[[arm]]`", &ARM),
    ("Programme: a file, an inline table, or `override`", &PROGRAMME),
    ("Step of `schedule`", &STEP),
    ("Compensating measure: entry of `compensating`", &COMPENSATING),
    ("Control measure: `control_measure` of an arm", &CONTROL_MEASURE),
    ("Capacity: `capacity` of an arm", &CAPACITY),
    ("Population: `[population]`", &POPULATION),
    ("Uncertainty: `[uncertainty]`", &UNCERTAINTY),
    ("Range: a parameter's value in `[parameters]`", &RANGE),
    ("Translation of a scenario: `[translations.nb]`, or another language", &SCENARIO_TRANSLATION),
    ("Translation of an arm: `translations.nb` below its `[[arm]]`", &ARM_TRANSLATION),
    ("Translation of a programme: `[translations.nb]` in its file", &PROGRAMME_TRANSLATION),
    ("Study: `[study]`", &STUDY),
];

/// Markdown with every field of scenario and programme files: what it may
/// hold, what holds without it, what it says.
pub fn format_reference() -> String {
    let mut page = String::from(
        "# Scenario and programme files\n\nFiles are TOML. `homeground check FILE` reports everything that is wrong with one.\n",
    );
    for (heading, section) in CHAPTERS {
        // Writing to a String cannot fail.
        let _ = write!(
            page,
            "\n## {heading}\n\n{}\n\n| key | holds | without it | says |\n| --- | --- | --- | --- |\n",
            section.meaning
        );
        for field in section.fields {
            let _ = writeln!(
                page,
                "| `{}` | {} | {} | {} |",
                field.key,
                holds(field),
                without(field),
                field.meaning
            );
        }
    }
    let _ = write!(
        page,
        "\n### Kinds of study\n\nEvery kind takes {}; what more:\n\n| kind | does | takes |\n| --- | --- | --- |\n",
        keys(&COMMON)
    );
    for row in &KINDS {
        let _ =
            writeln!(page, "| `{}` | {} | {} |", row.kind.word(), row.meaning, keys(row.fields));
    }
    page
}

fn keys(keys: &[&str]) -> String {
    let quoted: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    quoted.join(", ")
}

fn holds(field: &Field) -> String {
    match &field.kind {
        Kind::Number(low, _) if *low == f64::MIN => "a number".to_string(),
        Kind::Key(vocabulary) => vocabulary_words(field, vocabulary.words()),
        Kind::Keys(vocabulary) => format!("a list of: {}", vocabulary.words().join(", ")),
        Kind::KeyOrTable(vocabulary, _) => {
            format!("{}, or a table", vocabulary_words(field, vocabulary.words()))
        }
        _ => field.expectation(),
    }
}

fn vocabulary_words(field: &Field, words: Vec<&str>) -> String {
    format!("{}: {}", field.expectation().trim_end_matches(" or a table"), words.join(", "))
}

fn without(field: &Field) -> String {
    match field.presence {
        Presence::Required => "must be there".to_string(),
        Presence::Default(value) => format!("`{value}`"),
        Presence::Optional(otherwise) => otherwise.to_string(),
    }
}
