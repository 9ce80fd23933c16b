//! Messages about a key or a value that a table cannot hold.

use super::diagnostic::{Diagnostic, Place, Problem, Problems};
use super::document::{Entry, Node, quoted};
use super::fields::{Field, Section};
use super::nearest::{all_valid, did_you_mean};
use super::remedy;

/// Reports the fields that a table lacks, all in one message.
pub(crate) fn report_missing<'a>(
    fields: impl Iterator<Item = &'a Field>,
    section: &Section,
    place: &Place,
    problems: &mut Problems,
) {
    let fields: Vec<&Field> = fields.collect();
    if fields.is_empty() {
        return;
    }
    let keys: Vec<String> = fields.iter().map(|field| format!("`{}`", field.key)).collect();
    let keys = keys.join(", ");
    let message = format!("{} needs {keys}", section.phrase);
    let mut diagnostic = if place.span.is_empty() {
        Diagnostic::of_file(Problem::Missing, place.source.file.clone(), message)
    } else {
        Diagnostic::error(Problem::Missing, place, message, format!("without {keys}"))
    };
    for field in fields {
        let meaning = field.meaning.trim_end_matches('.');
        diagnostic =
            diagnostic.help(format!("add for example `{}`: {meaning}", field.example_line()));
    }
    problems.push(diagnostic);
}

pub(crate) fn unknown_key(entry: &Entry, section: &'static Section) -> Diagnostic {
    let key = &entry.key;
    let near = did_you_mean(key, section.keys());
    let label = near.clone().unwrap_or_else(|| "means nothing here".to_string());
    let diagnostic = Diagnostic::error(
        Problem::UnknownKey,
        &entry.key_place,
        format!("unknown key {} in {}", shown_key(key), section.phrase),
        label,
    );
    let elsewhere = if near.is_some() { None } else { remedy::belongs_elsewhere(key, section) };
    let keys: Vec<&str> = section.keys().collect();
    let diagnostic = diagnostic.help(elsewhere.clone().unwrap_or_default());
    match all_valid(&keys, near.is_some() || elsewhere.is_some()) {
        keys if keys.is_empty() => diagnostic,
        keys => diagnostic.help(format!("keys of {}: {keys}", section.phrase)),
    }
}

/// A key in backticks; signs that would break the line are written out.
pub(crate) fn shown_key(key: &str) -> String {
    if key.is_empty() {
        return "\"\" (an empty text)".to_string();
    }
    format!("`{}`", key.escape_debug())
}

/// `nan` and `inf` are numbers to TOML, but not to us.
pub(crate) fn not_finite(node: &Node, key: &str, expectation: &str) -> Diagnostic {
    Diagnostic::error(
        Problem::Value,
        &node.place,
        format!("`{key}` must be a finite number"),
        expectation,
    )
}

pub(crate) fn outside(
    node: &Node,
    field: &Field,
    value: &str,
    below: bool,
    limits: &str,
) -> Diagnostic {
    let size = if below { "small" } else { "large" };
    let unit = field.unit_in_brackets();
    let number = node.as_number().unwrap_or(f64::NAN);
    let is_share = field.unit == "share" || field.unit == "probability";
    let percent = if is_share && number > 1.0 && number <= 100.0 {
        format!("percent? {value} % is written {}", number / 100.0)
    } else {
        String::new()
    };
    Diagnostic::error(
        Problem::Value,
        &node.place,
        format!("`{}` = {value} is too {size}", field.key),
        format!("must be from {limits}{unit}"),
    )
    .help(percent)
    .help(format!("`{}`: {}", field.key, field.meaning))
}

pub(crate) fn fraction(node: &Node, field: &Field) -> Diagnostic {
    let value = node.as_number().unwrap_or(f64::NAN);
    let help = if value.fract() == 0.0 && value.abs() < 1e15 {
        format!("write {} = {value}", field.key)
    } else {
        format!("for example {}", field.example_line())
    };
    Diagnostic::error(
        Problem::Value,
        &node.place,
        format!("`{}` must be {}", field.key, field.expectation()),
        format!("found the number {}", node.place.text()),
    )
    .help(help)
}

/// A value of a type that the field cannot take, with a remedy where one is plain.
pub(crate) fn wrong_type(node: &Node, field: &Field) -> Diagnostic {
    Diagnostic::error(
        Problem::Value,
        &node.place,
        format!("`{}` must be {}", field.key, field.expectation()),
        format!("found {}", node.found()),
    )
    .help(remedy::for_type(node, field))
}

/// A text that says nothing, or cannot stand where it does.
pub(crate) fn unfit_text(node: &Node, field: &Field, expected: &str) -> Diagnostic {
    Diagnostic::error(
        Problem::Value,
        &node.place,
        format!("`{}` must be {expected}", field.key),
        format!("found {}", node.found()),
    )
    .help(format!("for example {}", field.example_line()))
}

/// Something other than a table below the code of a language.
pub(crate) fn not_a_language(entry: &Entry, section: &Section) -> Diagnostic {
    let keys: Vec<String> = section.keys().map(|key| format!("`{key}`")).collect();
    let example = section.fields.first().map(Field::example_line);
    Diagnostic::error(
        Problem::Value,
        &entry.node.place,
        format!("{} must be a table with {}", shown_key(&entry.key), keys.join(", ")),
        format!("found {}", entry.node.found()),
    )
    .help(format!("for example {} = {{ {} }}", entry.key, example.unwrap_or_default()))
}

pub(crate) fn unknown_word(
    node: &Node,
    word: &str,
    noun: &str,
    words: &[&'static str],
) -> Diagnostic {
    let near = did_you_mean(word, words.iter().copied());
    let valid = all_valid(words, near.is_some());
    let diagnostic = Diagnostic::error(
        Problem::Value,
        &node.place,
        format!("unknown {noun}: {}", quoted(word)),
        near.unwrap_or_else(|| "not known".to_string()),
    );
    if valid.is_empty() { diagnostic } else { diagnostic.help(format!("valid: {valid}")) }
}
