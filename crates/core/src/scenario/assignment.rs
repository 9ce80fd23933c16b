//! `PATH=VALUE`, as the command line gives it.

use std::ops::Range;
use std::sync::Arc;

use super::diagnostic::{Diagnostic, Place, Problem, SourceText};
use super::document::{Entry, Node, Table, Value};
use super::parse::read_value;
use super::syntax;

/// A value for a place in a scenario, as the command line gives it.
#[derive(Clone, Debug)]
pub struct Assignment {
    source: Arc<SourceText>,
    path: Path,
    /// First byte of the value in the text.
    value_start: usize,
    writing: Writing,
}

#[derive(Clone, Debug)]
enum Path {
    /// The path stands in the text, from this byte to the value.
    Written(usize),
    /// An option of its own stands for this field.
    Fixed(&'static [&'static str]),
    /// A key of this table stands in the text, from this byte to the value.
    Keyed(&'static [&'static str], usize),
}

/// How the text of a value is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    /// A TOML value, or else a text.
    Value,
    /// Values between commas, or a TOML list.
    List,
    /// As a list; also `FROM..TO`, `FROM..TO/STEPS` and `all`.
    Levels,
}

impl Assignment {
    /// `--set PATH=VALUE`; `text` is what follows `--set`.
    pub fn set(text: &str) -> Self {
        const OPTION: &str = "--set ";
        let value_start =
            OPTION.len() + equals_sign(text).map_or(text.len(), |position| position + 1);
        Assignment {
            source: SourceText::command_line(format!("{OPTION}{text}")),
            path: Path::Written(OPTION.len()),
            value_start,
            writing: Writing::Value,
        }
    }

    /// An option that stands for one field, such as `--families 100`:
    /// `("--families", &["families"], "100")`.
    pub fn option(option: &str, path: &'static [&'static str], value: &str) -> Self {
        Assignment {
            source: SourceText::command_line(format!("{option} {value}")),
            path: Path::Fixed(path),
            value_start: option.len() + 1,
            writing: Writing::Value,
        }
    }

    /// An option that stands for a list, such as `--arms home,office`.
    pub fn list(option: &str, path: &'static [&'static str], value: &str) -> Self {
        Assignment { writing: Writing::List, ..Self::option(option, path, value) }
    }

    /// An option that gives a field its levels, such as `--vary attend_burden=0..2/9`:
    /// the field becomes a key of the table at `path`.
    pub fn levels(option: &str, path: &'static [&'static str], text: &str) -> Self {
        let key_start = option.len() + 1;
        let value_start = key_start + equals_sign(text).map_or(text.len(), |position| position + 1);
        Assignment {
            source: SourceText::command_line(format!("{option} {text}")),
            path: Path::Keyed(path, key_start),
            value_start,
            writing: Writing::Levels,
        }
    }

    /// The parts of the path, at least one.
    pub(crate) fn segments(&self) -> OrDiagnostic<Vec<Segment>> {
        segments_of(self)
    }

    /// The value: TOML if it is, otherwise the text as it stands.
    pub(crate) fn value(&self) -> OrDiagnostic<Node> {
        value_of(self)
    }
}

/// A part of a path with its place.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub text: String,
    pub place: Place,
}

/// A value, or what is wrong with it.
pub(crate) type OrDiagnostic<T> = Result<T, Box<Diagnostic>>;

/// Byte of the first `=` outside quotes.
fn equals_sign(text: &str) -> Option<usize> {
    scan(text).0
}

/// Byte of a quote that no other one closes, if no `=` stands before it.
fn open_quote(text: &str) -> Option<usize> {
    scan(text).1
}

fn scan(text: &str) -> (Option<usize>, Option<usize>) {
    let mut quote: Option<(usize, char)> = None;
    for (position, sign) in text.char_indices() {
        match quote {
            Some((_, open)) if sign == open => quote = None,
            Some(_) => {}
            None if sign == '"' || sign == '\'' => quote = Some((position, sign)),
            None if sign == '=' => return (Some(position), None),
            None => {}
        }
    }
    (None, quote.map(|(position, _)| position))
}

fn segments_of(assignment: &Assignment) -> OrDiagnostic<Vec<Segment>> {
    let source = &assignment.source;
    let text = &source.text;
    let start = match assignment.path {
        Path::Fixed(keys) => {
            let option = Place::new(source, 0..assignment.value_start - 1);
            return Ok(table_path(keys, &option));
        }
        Path::Written(start) | Path::Keyed(_, start) => start,
    };
    let example = match assignment.path {
        Path::Keyed(..) => "for example attend_burden=0..2/9 or arm.home.arena=home,office",
        _ => "for example --set families=100 or --set arm.home.arena=digital",
    };
    let syntax = |span: Range<usize>, message: &str, label: &str| {
        Box::new(
            Diagnostic::error(Problem::Syntax, &Place::new(source, span), message, label)
                .help(example),
        )
    };
    if equals_sign(&text[start..]).is_none() {
        if let Some(position) = open_quote(&text[start..]) {
            return Err(syntax(
                start + position..start + position + 1,
                "a quote is not closed",
                "opened here",
            ));
        }
        return Err(syntax(start..text.len(), "an assignment needs a `=`", "expected PATH=VALUE"));
    }
    let end = assignment.value_start - 1;
    if let Path::Keyed(keys, _) = assignment.path {
        let mut path = table_path(keys, &Place::new(source, 0..start - 1));
        path.push(Segment {
            text: text[start..end].trim().to_string(),
            place: Place::new(source, start..end),
        });
        return Ok(path);
    }
    let parts = split_path(&text[start..end]).map_err(|(span, message, label)| {
        syntax(start + span.start..start + span.end, message, label)
    })?;
    Ok(parts
        .into_iter()
        .map(|(written, span)| Segment {
            text: written,
            place: Place::new(source, start + span.start..start + span.end),
        })
        .collect())
}

/// A path that an option stands for.
fn table_path(keys: &[&str], option: &Place) -> Vec<Segment> {
    let segment = |key: &&str| Segment { text: key.to_string(), place: option.clone() };
    keys.iter().map(segment).collect()
}

/// What is wrong with a path: where, the message, and a few words on the place.
pub(crate) type PathFault = (Range<usize>, &'static str, &'static str);

/// The parts of a path between its dots, each with its place in the text; a part in
/// quotes may hold dots.
pub(crate) fn split_path(text: &str) -> Result<Vec<(String, Range<usize>)>, PathFault> {
    let end = text.len();
    let mut parts = Vec::new();
    let mut position = 0;
    loop {
        let rest = &text[position..];
        let quote = rest.chars().next().filter(|sign| "\"'".contains(*sign));
        let (span, next) = match quote {
            Some(quote) => {
                let Some(length) = rest[1..].find(quote) else {
                    return Err((position..end, "a quote is not closed", "opened here"));
                };
                (position + 1..position + 1 + length, position + length + 2)
            }
            None => {
                let length = rest.find('.').unwrap_or(rest.len());
                (position..position + length, position + length)
            }
        };
        let written = text[span.clone()].trim().to_string();
        if written.is_empty() && quote.is_none() {
            return Err((
                position..end.max(position),
                "a part of the path is empty",
                "expected a name",
            ));
        }
        parts.push((written, span));
        if next == end {
            return Ok(parts);
        }
        if !text[next..].starts_with('.') {
            return Err((
                next..end,
                "unexpected text after a quoted name",
                "expected a dot or `=`",
            ));
        }
        position = next + 1;
    }
}

/// The value: TOML if it is, otherwise the text as it stands.
fn value_of(assignment: &Assignment) -> OrDiagnostic<Node> {
    let source = &assignment.source;
    let after = &source.text[assignment.value_start..];
    let start = source.text.len() - after.trim_start().len();
    let text = after.trim();
    let place = Place::new(source, start..start + text.len());
    if text.is_empty() {
        return Err(Box::new(
            Diagnostic::error(
                Problem::Syntax,
                &Place::new(source, source.text.len()..source.text.len()),
                "an assignment needs a value",
                "nothing stands here",
            )
            .help("an empty text is written '\"\"'"),
        ));
    }
    if !text.starts_with(['[', '{']) {
        match assignment.writing {
            Writing::Value => {}
            Writing::List => return Ok(between_commas(source, start, text)),
            Writing::Levels => return Ok(levels(source, start, text)),
        }
    }
    match read_value(source, place.span.clone()) {
        Ok(node) => Ok(node),
        Err(error) if text.starts_with(['"', '\'', '[', '{']) => {
            let span = error.span().unwrap_or(0..text.len());
            let place = Place::new(source, span.start + start..span.end + start);
            Err(Box::new(syntax::diagnose(error.message(), &place, None)))
        }
        Err(_) => Ok(Node { value: Value::Text(text.to_string()), place }),
    }
}

/// A value as TOML, or else as the text that it is.
fn plain_value(source: &Arc<SourceText>, span: Range<usize>) -> Node {
    read_value(source, span.clone()).unwrap_or_else(|_| Node {
        value: Value::Text(source.text[span.clone()].to_string()),
        place: Place::new(source, span),
    })
}

/// `home,office` as a list; commas within quotes do not part.
fn between_commas(source: &Arc<SourceText>, start: usize, text: &str) -> Node {
    let mut parts = Vec::new();
    let mut quote = None;
    let mut first = 0;
    for (position, sign) in text.char_indices().chain([(text.len(), ',')]) {
        match quote {
            Some(open) if sign == open && position < text.len() => quote = None,
            Some(_) if position < text.len() => {}
            _ if sign == ',' => {
                let part = &text[first..position];
                let from = start + first + (part.len() - part.trim_start().len());
                parts.push(plain_value(source, from..from + part.trim().len()));
                first = position + 1;
            }
            _ if sign == '"' || sign == '\'' => quote = Some(sign),
            _ => {}
        }
    }
    Node { value: Value::List(parts), place: Place::new(source, start..start + text.len()) }
}

/// `0..2/9` as a spread of values, `all` as that word, all else as a list.
fn levels(source: &Arc<SourceText>, start: usize, text: &str) -> Node {
    let place = Place::new(source, start..start + text.len());
    if text == "all" {
        return Node { value: Value::Text(text.to_string()), place };
    }
    let (ends, steps) = match text.split_once('/') {
        Some((ends, _)) => (ends, Some(ends.len() + 1..text.len())),
        None => (text, None),
    };
    let Some(dots) = ends.find("..") else {
        return between_commas(source, start, text);
    };
    let spans = [("from", Some(0..dots)), ("to", Some(dots + 2..ends.len())), ("steps", steps)];
    let entries = spans.into_iter().filter_map(|(key, span)| {
        let span = span?;
        let span = start + span.start..start + span.end;
        Some(Entry {
            key: key.to_string(),
            key_place: Place::new(source, span.clone()),
            node: plain_value(source, span),
        })
    });
    Node { value: Value::Table(Table { entries: entries.collect() }), place }
}
