//! `PATH=VALUE`, as the command line gives it.

use std::ops::Range;
use std::sync::Arc;

use super::diagnostic::{Diagnostic, Place, Problem, SourceText};
use super::document::{Node, Value, read_value};
use super::syntax;

/// A value for a place in a scenario, as the command line gives it.
#[derive(Clone, Debug)]
pub struct Assignment {
    source: Arc<SourceText>,
    path: Path,
    /// First byte of the value in the text.
    value_start: usize,
}

#[derive(Clone, Debug)]
enum Path {
    /// The path stands in the text, from this byte to the value.
    Written(usize),
    /// An option of its own stands for this field.
    Fixed(&'static [&'static str]),
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
        }
    }

    /// An option that stands for one field, such as `--families 100`:
    /// `("--families", &["families"], "100")`.
    pub fn option(option: &str, path: &'static [&'static str], value: &str) -> Self {
        Assignment {
            source: SourceText::command_line(format!("{option} {value}")),
            path: Path::Fixed(path),
            value_start: option.len() + 1,
        }
    }

    /// The parts of the path, at least one.
    pub(crate) fn segments(&self) -> Outcome<Vec<Segment>> {
        segments_of(self)
    }

    /// The value: TOML if it is, otherwise the text as it stands.
    pub(crate) fn value(&self) -> Outcome<Node> {
        value_of(self)
    }
}

/// A part of a path with its place.
pub(crate) struct Segment {
    pub text: String,
    pub place: Place,
}

pub(crate) type Outcome<T> = Result<T, Box<Diagnostic>>;

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

fn segments_of(assignment: &Assignment) -> Outcome<Vec<Segment>> {
    let source = &assignment.source;
    let start = match assignment.path {
        Path::Fixed(keys) => {
            let option = Place::new(source, 0..assignment.value_start - 1);
            return Ok(keys
                .iter()
                .map(|key| Segment {
                    text: key.to_string(),
                    place: option.clone(),
                })
                .collect());
        }
        Path::Written(start) => start,
    };
    let syntax = |span: Range<usize>, message: &str, label: &str| {
        Box::new(
            Diagnostic::error(Problem::Syntax, &Place::new(source, span), message, label)
                .help("for example --set families=100 or --set arm.home.arena=digital"),
        )
    };
    let text = &source.text;
    if equals_sign(&text[start..]).is_none() {
        if let Some(position) = open_quote(&text[start..]) {
            return Err(syntax(
                start + position..start + position + 1,
                "a quote is not closed",
                "opened here",
            ));
        }
        return Err(syntax(
            start..text.len(),
            "an assignment needs a `=`",
            "expected PATH=VALUE",
        ));
    }
    let end = assignment.value_start - 1;
    let mut segments = Vec::new();
    let mut position = start;
    loop {
        let rest = &text[position..end];
        let quote = rest.chars().next().filter(|sign| "\"'".contains(*sign));
        let (span, next) = match quote {
            Some(quote) => {
                let Some(length) = rest[1..].find(quote) else {
                    return Err(syntax(
                        position..end,
                        "a quote is not closed",
                        "opened here",
                    ));
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
            return Err(syntax(
                position..end.max(position),
                "a part of the path is empty",
                "expected a name",
            ));
        }
        segments.push(Segment {
            text: written,
            place: Place::new(source, span),
        });
        if next == end {
            return Ok(segments);
        }
        if !text[next..end].starts_with('.') {
            return Err(syntax(
                next..end,
                "unexpected text after a quoted name",
                "expected a dot or `=`",
            ));
        }
        position = next + 1;
    }
}

/// The value: TOML if it is, otherwise the text as it stands.
fn value_of(assignment: &Assignment) -> Outcome<Node> {
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
    match read_value(source, place.span.clone()) {
        Ok(node) => Ok(node),
        Err(error) if text.starts_with(['"', '\'', '[', '{']) => {
            let span = error.span().unwrap_or(0..text.len());
            let place = Place::new(source, span.start + start..span.end + start);
            Err(Box::new(syntax::diagnose(error.message(), &place, None)))
        }
        Err(_) => Ok(Node {
            value: Value::Text(text.to_string()),
            place,
        }),
    }
}
