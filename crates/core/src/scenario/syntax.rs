//! Turns errors of the TOML reader into plain words with a remedy.

use std::sync::Arc;

use super::diagnostic::{Diagnostic, Place, Problem, SourceText};
use super::document::{Entry, Node, Table, Value};

/// The syntax errors of a document, at most one a line: the reader tends to
/// stumble several times over one slip. What follows a list or table that is
/// never closed is the same slip on other lines.
pub(crate) fn explain(
    source: &Arc<SourceText>,
    errors: &[toml::de::Error],
    root: &Node,
) -> Vec<Diagnostic> {
    let mut lines: Vec<usize> = Vec::new();
    let mut diagnostics = Vec::new();
    for error in errors {
        let place = Place::new(source, error.span().unwrap_or(0..0));
        let (line, _) = place.line_and_column();
        if !lines.contains(&line) {
            lines.push(line);
            diagnostics.push(diagnose(error.message(), &place, Some(root)));
        }
        if leaves_list_open(error.message(), &place) {
            break;
        }
    }
    diagnostics
}

/// Does a list go on where it was meant to end? Everything after it is then
/// read as its entries, and no further error means what it says.
fn leaves_list_open(message: &str, place: &Place) -> bool {
    let (start, _) = line_of(place);
    let text = &place.source.text;
    let begins_line = text[start..place.span.start].trim().is_empty();
    message.starts_with("missing comma between array elements")
        && (begins_line || text[place.span.start..].starts_with('}'))
}

/// Is a list left open, so that what follows may have been read as its entries?
pub(crate) fn is_about_open_list(diagnostic: &Diagnostic) -> bool {
    diagnostic.problem == Problem::Syntax && diagnostic.message.contains(OPEN_LIST)
}

/// How messages about lists that are left open say it.
const OPEN_LIST: &str = "a list is not closed";

/// Words for the errors that people make: how the reader's message begins,
/// what is wrong, what to do.
#[rustfmt::skip]
const WORDS: &[(&str, &str, &str)] = &[
    ("string values must be quoted", "a text must stand in quotes", ""),
    ("invalid basic string", "a text is not closed", "end it with `\"` on the same line"),
    ("invalid multi-line basic string", "a text is not closed", "end it with `\"\"\"`"),
    ("invalid multi-line literal string", "a text is not closed", "end it with `'''`"),
    ("invalid literal string", "a text is not closed", "end it with `'` on the same line"),
    ("key with no value", "a key without a value", "write key = value"),
    ("missing value for key", "a key without a value", "write key = value"),
    ("missing value", "a value is missing", "write key = value"),
    ("unclosed array table", "the brackets of a table are not closed", "write [[arm]] with two brackets on each side"),
    ("unclosed table", "the bracket of a table is not closed", "write for example [parameters]"),
    ("unclosed inline table", "a table is not closed", "end it with `}`"),
    ("unclosed array", "a list is not closed", "end it with `]`"),
    ("missing comma between array elements", "a list is not closed, or a comma is missing in it", "write commas between entries and `]` at the end"),
    ("missing comma between key-value pairs", "a comma is missing in a table", "write a comma between fields: { a = 1, b = 2 }"),
    ("missing assignment between key-value pairs", "a `=` is missing in a table", "write for example { arena = \"home\" }"),
    ("missing key for inline table element", "a field without a key in a table", "write for example { arena = \"home\" }"),
    ("extra comma", "a comma too much", "take it away"),
    ("extra assignment", "a `=` too much", "take it away"),
    ("extra `=`", "a `=` too much", "take it away"),
    ("unexpected `=` in array", "a `=` in a list", "a table in a list stands in braces: [{ key = value }]"),
    ("unexpected key or value", "unexpected text after a value", "write one `key = value` on each line"),
    ("unexpected content", "unexpected text", "write one `key = value` on each line"),
    ("unexpected leading zero", "a number begins with a zero", "write it without, for example 5"),
    ("redundant numeric sign", "a number with two signs", "keep one"),
    ("invalid unquoted key", "this cannot be a key", "keys are made of letters, digits, `_` and `-`; others stand in quotes"),
    ("unquoted keys cannot be empty", "a key is missing before the `=`", "write key = value"),
    ("invalid key-value pair", "this is no `key = value`", "write one `key = value` on each line; remarks begin with #"),
    ("cannot recurse", "tables or lists are nested too deeply", "no field needs more than four levels"),
    ("recursion limit", "tables or lists are nested too deeply", "no field needs more than four levels"),
    ("invalid comment character", "a sign that cannot stand in a remark", "take the control sign away"),
    ("`_` may only go between digits", "`_` may only stand between digits", "write for example 5_000"),
];

/// One syntax error, at a place, in plain words. `root` is what could be made
/// out of the document.
pub(crate) fn diagnose(message: &str, place: &Place, root: Option<&Node>) -> Diagnostic {
    if message.starts_with("duplicate key") {
        return key_twice(place, root);
    }
    if let Some(diagnostic) = colon(message, place) {
        return diagnostic;
    }
    if let Some(diagnostic) = decimal_comma(message, place) {
        return diagnostic;
    }
    let (reason, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let reason = match place.span.is_empty() {
        true if reason.starts_with("string values") => "missing value",
        _ => reason,
    };
    let known = WORDS.iter().find(|(start, ..)| reason.starts_with(start));
    let (words, remedy) = match known {
        Some((_, words, remedy)) => (*words, (*remedy).to_string()),
        None if expected.is_empty() => (reason, String::new()),
        None => (reason, format!("expected {expected}")),
    };
    let diagnostic = Diagnostic::error(
        Problem::Syntax,
        place,
        format!("not valid TOML: {words}"),
        label(reason),
    );
    if reason.starts_with("string values must be quoted") {
        return diagnostic.help(format!("write \"{}\"", place.text().trim()));
    }
    diagnostic.help(remedy)
}

/// A few words beside the caret.
fn label(reason: &str) -> &'static str {
    if reason.starts_with("string values must be quoted") {
        "without quotes"
    } else if reason.starts_with("missing value") {
        "nothing stands here"
    } else if reason.starts_with("invalid basic")
        || reason.starts_with("invalid literal")
        || reason.starts_with("unclosed")
    {
        "not closed here"
    } else if reason.starts_with("key with no value") {
        "expected `=`"
    } else {
        "here"
    }
}

fn key_twice(place: &Place, root: Option<&Node>) -> Diagnostic {
    let key = place.text().trim().trim_matches(['"', '\'']);
    let diagnostic = Diagnostic::error(
        Problem::Syntax,
        place,
        format!("`{}` is set twice", key.escape_debug()),
        "again here",
    );
    let table = root.and_then(Node::as_table);
    let diagnostic = match table.and_then(|table| last_before(table, key, place)) {
        Some(first) => diagnostic.and(first, "first here"),
        None => diagnostic,
    };
    diagnostic.help("keep one of the two")
}

/// The place of the last such key before another.
fn last_before<'a>(table: &'a Table, key: &str, place: &Place) -> Option<&'a Place> {
    let mut found: Option<&Place> = None;
    let mut consider = |candidate: Option<&'a Place>| {
        if let Some(candidate) = candidate
            && candidate.span.start < place.span.start
            && found.is_none_or(|best| best.span.start < candidate.span.start)
        {
            found = Some(candidate);
        }
    };
    for entry in &table.entries {
        let Entry { key: own, key_place, node } = entry;
        if own == key {
            consider(Some(key_place));
        }
        match &node.value {
            Value::Table(inner) => consider(last_before(inner, key, place)),
            Value::List(list) => {
                for inner in list.iter().filter_map(Node::as_table) {
                    consider(last_before(inner, key, place));
                }
            }
            _ => {}
        }
    }
    found
}

/// `key: value`, as in other languages.
fn colon(message: &str, place: &Place) -> Option<Diagnostic> {
    if !message.starts_with("key with no value") {
        return None;
    }
    let (start, end) = line_of(place);
    let line = &place.source.text[start..end];
    let position = line.find(':')?;
    let key = line[..position].trim();
    if key.is_empty() || line[..position].contains('=') {
        return None;
    }
    let colon = Place::new(&place.source, start + position..start + position + 1);
    Some(
        Diagnostic::error(
            Problem::Syntax,
            &colon,
            "not valid TOML: a colon between key and value",
            "expected `=`",
        )
        .help(format!("write {key} = {}", line[position + 1..].trim())),
    )
}

/// `0,5` in a table, as numbers are written in Norwegian.
fn decimal_comma(message: &str, place: &Place) -> Option<Diagnostic> {
    let (start, end) = line_of(place);
    let line = &place.source.text[start..end];
    let caret = (place.span.start - start).min(line.len());
    let comma = line[..caret].rfind(',')?;
    let digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let around =
        digit(line[..comma].chars().next_back()) && digit(line[comma + 1..].chars().next());
    // Whole numbers in a list may stand without a space between them.
    let in_list =
        message.contains("array") || line[..comma].rfind('[') > line[..comma].rfind(['{', '=']);
    let near = line[comma + 1..caret]
        .trim_end_matches([' ', '}'])
        .chars()
        .all(|sign| sign.is_ascii_digit());
    if !around || in_list || !near {
        return None;
    }
    let before = line[..comma].rfind(|sign: char| !sign.is_ascii_digit()).map_or(0, |at| at + 1);
    let after = line[comma + 1..]
        .find(|sign: char| !sign.is_ascii_digit())
        .map_or(line.len(), |at| comma + 1 + at);
    let number = Place::new(&place.source, start + before..start + after);
    let written = number.text().replace(',', ".");
    Some(
        Diagnostic::error(
            Problem::Syntax,
            &number,
            "not valid TOML: a comma within a number",
            "the decimal sign is a point",
        )
        .help(format!("write {written}")),
    )
}

/// First and last byte of the line that a place starts on.
fn line_of(place: &Place) -> (usize, usize) {
    let text = &place.source.text;
    let start = text[..place.span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[place.span.start..].find('\n').map_or(text.len(), |at| place.span.start + at);
    (start, end)
}
