//! Checks a table against the fields that it may hold.
//!
//! Finds what can be seen in one value at a time: unknown keys, wrong types,
//! numbers outside their limits, unknown words. What only shows when values
//! are put together is left to the files of the single subjects.

use super::diagnostic::{Diagnostic, Place, Problem, Problems};
use super::document::{Node, Table, Value, quoted};
use super::fields::{Field, Kind, Presence, Section, Vocabulary, article, grouped};
use super::mistakes::{
    fraction, not_a_language, not_finite, outside, report_missing, shown_key, unfit_text,
    unknown_key, unknown_word, wrong_type,
};
use super::nearest::did_you_mean;
use super::translations::KEY;
use super::{languages, parameters, sections};

/// Are fields that are required reported when they are missing? A layer over
/// something else (an override, a programme that extends one) needs none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Required {
    Yes,
    No,
}

/// Checks every entry of a table, and those of the tables within it.
pub(crate) fn check_table(
    table: &Table,
    place: &Place,
    section: &'static Section,
    required: Required,
    problems: &mut Problems,
) {
    for entry in &table.entries {
        if problems.are_too_many() {
            return;
        }
        match section.field(&entry.key) {
            Some(field) => check_value(&entry.node, field, problems),
            None => problems.push(unknown_key(entry, section)),
        }
    }
    if required == Required::Yes {
        let missing = section
            .fields
            .iter()
            .filter(|field| field.presence == Presence::Required && !table.has(field.key));
        report_missing(missing, section, place, problems);
    }
}

/// Checks one value against its field.
fn check_value(node: &Node, field: &'static Field, problems: &mut Problems) {
    match (&field.kind, &node.value) {
        (Kind::Text | Kind::ProgrammeName | Kind::ArmName, Value::Text(_)) => {}
        (Kind::NonEmptyText, Value::Text(text)) => {
            if text.trim().is_empty() {
                problems.push(unfit_text(node, field, &field.expectation()));
            }
        }
        (Kind::Label, Value::Text(text)) => check_label(text, node, field, problems),
        (Kind::FolderName, Value::Text(text)) => check_folder_name(text, node, field, problems),
        (Kind::Whole(low, high), Value::Whole(value)) => {
            if *value < i128::from(*low) || *value > i128::from(*high) {
                let limits = format!("{} to {}", grouped(*low), grouped(*high));
                problems.push(outside(
                    node,
                    field,
                    &value.to_string(),
                    *value < i128::from(*low),
                    &limits,
                ));
            }
        }
        (Kind::Whole(..), Value::Number(_)) => problems.push(fraction(node, field)),
        (Kind::Number(low, high), Value::Whole(_) | Value::Number(_)) => {
            check_number(node, field, *low, *high, problems);
        }
        (Kind::YesNo, Value::YesNo(_)) => {}
        (Kind::Word(words), Value::Text(word)) => {
            if !words.contains(&word.as_str()) {
                problems.push(unknown_word(
                    node,
                    word,
                    &format!("value of `{}`", field.key),
                    words,
                ));
            }
        }
        (Kind::Key(vocabulary) | Kind::KeyOrTable(vocabulary, _), Value::Text(word)) => {
            check_key(node, word, *vocabulary, problems);
        }
        (Kind::Keys(vocabulary), Value::List(list)) => {
            check_keys(list, *vocabulary, field, problems)
        }
        (Kind::WordOrNumber(_, low, high), Value::Whole(_) | Value::Number(_)) => {
            check_number(node, field, *low, *high, problems);
        }
        (Kind::WordOrNumber(word, ..), Value::Text(text)) if text == word => {}
        (Kind::Table(section), Value::Table(table)) => {
            let required = if std::ptr::eq(*section, &sections::PROGRAMME) {
                Required::No
            } else {
                Required::Yes
            };
            check_table(table, &node.place, section, required, problems);
        }
        (Kind::KeyOrTable(_, section), Value::Table(table)) => {
            check_table(table, &node.place, section, Required::Yes, problems);
        }
        (Kind::Tables(section), Value::List(list)) => {
            for one in list {
                match &one.value {
                    Value::Table(table) => {
                        check_table(table, &one.place, section, Required::Yes, problems);
                    }
                    _ => problems.push(
                        Diagnostic::error(
                            Problem::Value,
                            &one.place,
                            format!(
                                "each entry of `{}` must be a table ({})",
                                field.key, section.phrase
                            ),
                            format!("found {}", one.found()),
                        )
                        .help(format!("for example {} = {}", field.key, field.example)),
                    ),
                }
            }
        }
        (Kind::Programme(_), Value::Text(_)) => {}
        (Kind::Programme(section), Value::Table(table)) => {
            check_table(table, &node.place, section, Required::No, problems);
        }
        (Kind::Parameters { ranges }, Value::Table(table)) => {
            check_parameters(table, *ranges, problems);
        }
        (Kind::Translations(section), Value::Table(table)) => {
            check_translations(table, section, problems);
        }
        (Kind::Notes, Value::Table(table)) => check_notes(table, problems),
        (Kind::ArmNames, Value::List(list)) => check_texts(list, field, problems),
        (Kind::WordOrKeys(word, _), Value::Text(text)) if text == word => {}
        (Kind::WordOrKeys(_, vocabulary), Value::List(list)) => {
            check_keys(list, *vocabulary, field, problems);
        }
        // Each value is tried on the scenario when the study is put together.
        (Kind::Vary, Value::Table(_)) => {}
        _ => problems.push(wrong_type(node, field)),
    }
}

/// Keys and values of a table of parameters; a range is a table of its own.
fn check_parameters(table: &Table, ranges: bool, problems: &mut Problems) {
    for entry in &table.entries {
        let Some((range, parameter)) = parameters::check(entry, ranges, problems) else {
            continue;
        };
        let errors = problems.error_count();
        check_table(range, &entry.node.place, &sections::RANGE, Required::Yes, problems);
        if problems.error_count() == errors {
            parameters::check_range(entry, range, parameter, problems);
        }
    }
}

/// Every entry of a list must be a text.
fn check_texts(list: &[Node], field: &Field, problems: &mut Problems) {
    for node in list.iter().filter(|node| node.as_text().is_none()) {
        problems.push(
            Diagnostic::error(
                Problem::Value,
                &node.place,
                format!("each entry of `{}` must be a text in quotes", field.key),
                format!("found {}", node.found()),
            )
            .help(format!("for example {}", field.example_line())),
        );
    }
}

/// The codes of the languages, and the texts below each.
fn check_translations(table: &Table, section: &'static Section, problems: &mut Problems) {
    for entry in &table.entries {
        if !languages::check_code(entry, section, problems) && section.field(&entry.key).is_some() {
            // A text that stands where the language should: that has been said.
            continue;
        }
        match &entry.node.value {
            Value::Table(texts) => {
                check_table(texts, &entry.node.place, section, Required::No, problems);
            }
            _ => problems.push(not_a_language(entry, section)),
        }
    }
}

fn check_label(text: &str, node: &Node, field: &Field, problems: &mut Problems) {
    if text.trim().is_empty() || text.chars().any(char::is_control) {
        let expected = "a text on one line that is not empty";
        problems.push(unfit_text(node, field, expected));
    }
}

fn check_folder_name(text: &str, node: &Node, field: &Field, problems: &mut Problems) {
    let plain = text.chars().all(|sign| sign.is_alphanumeric() || " ._-".contains(sign));
    if !plain || text.trim_matches(['.', ' ']).is_empty() || text.trim() != text {
        problems.push(
            Diagnostic::error(
                Problem::Value,
                &node.place,
                format!("`{}` must be {}", field.key, field.expectation()),
                "cannot be the name of a folder",
            )
            .help(format!("for example {}", field.example_line())),
        );
    }
}

fn check_number(node: &Node, field: &Field, low: f64, high: f64, problems: &mut Problems) {
    let Some(value) = node.as_number() else {
        return;
    };
    if !value.is_finite() {
        problems.push(not_finite(node, field.key, &format!("must be {}", field.expectation())));
    } else if value < low || value > high {
        problems.push(outside(
            node,
            field,
            &value.to_string(),
            value < low,
            &format!("{low} to {high}"),
        ));
    }
}

/// Checks that a word is a key of an evidence table.
pub(crate) fn check_key(node: &Node, word: &str, vocabulary: Vocabulary, problems: &mut Problems) {
    let words = vocabulary.words();
    if !words.contains(&word) {
        let mut diagnostic = unknown_word(node, word, vocabulary.noun(), &words);
        if vocabulary == Vocabulary::HelperComponent
            && Vocabulary::Compensating.words().contains(&word)
        {
            diagnostic.help.clear();
            diagnostic = diagnostic.help(format!(
                "`{word}` needs no helper: write compensating = [{{ kind = \"{word}\", intensity = 0.5 }}]"
            ));
        }
        if vocabulary == Vocabulary::Compensating
            && Vocabulary::HelperComponent.words().contains(&word)
        {
            diagnostic = diagnostic.help(format!(
                "`{word}` is helper work: put it into the `components` of a programme"
            ));
        }
        problems.push(diagnostic);
    }
}

fn check_keys(list: &[Node], vocabulary: Vocabulary, field: &Field, problems: &mut Problems) {
    for (position, node) in list.iter().enumerate() {
        let Value::Text(word) = &node.value else {
            problems.push(Diagnostic::error(
                Problem::Value,
                &node.place,
                format!(
                    "each entry of `{}` must be {} in quotes",
                    field.key,
                    article(vocabulary.noun())
                ),
                format!("found {}", node.found()),
            ));
            continue;
        };
        check_key(node, word, vocabulary, problems);
        if let Some(first) = list[..position].iter().find(|other| other.as_text() == Some(word)) {
            problems.push(
                Diagnostic::warning(
                    &node.place,
                    format!(
                        "{} {} stands twice in `{}`",
                        vocabulary.noun(),
                        quoted(word),
                        field.key
                    ),
                    "counts once",
                )
                .and(&first.place, "first here"),
            );
        }
    }
}

fn check_notes(table: &Table, problems: &mut Problems) {
    let keys = || sections::PROGRAMME.keys().filter(|key| !["notes", "extends", KEY].contains(key));
    for entry in &table.entries {
        if !keys().any(|key| key == entry.key) {
            let label = did_you_mean(&entry.key, keys())
                .unwrap_or_else(|| "is no field of a programme".to_string());
            problems.push(Diagnostic::warning(
                &entry.key_place,
                format!("note on {}, which is no field of a programme", shown_key(&entry.key)),
                label,
            ));
        }
        match &entry.node.value {
            Value::Text(text) => {
                let known = ["stated:", "assumed:", "set:"];
                if !known.iter().any(|start| text.starts_with(start)) {
                    problems.push(Diagnostic::warning(
                        &entry.node.place,
                        format!(
                            "the note on {} does not say how the value is known",
                            shown_key(&entry.key)
                        ),
                        "expected \"stated: where\" or \"assumed: why\"",
                    ));
                }
            }
            _ => problems.push(
                Diagnostic::error(
                    Problem::Value,
                    &entry.node.place,
                    format!("the note on {} must be a text in quotes", shown_key(&entry.key)),
                    format!("found {}", entry.node.found()),
                )
                .help(format!("for example {} = \"assumed: usual in this service\"", entry.key)),
            ),
        }
    }
}
