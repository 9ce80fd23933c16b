//! Comma-separated values in which every cell knows its place.

use std::ops::Range;
use std::sync::Arc;

use crate::scenario::diagnostic::{Diagnostic, Place, Problem, Problems, SourceText};

/// A cell of a table.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// What it says, without quotes and without spaces around it.
    pub text: String,
    /// Where it stands; without the quotes.
    pub place: Place,
    /// Does the text stand in the file letter by letter? Not with doubled quotes.
    exact: bool,
}

impl Cell {
    /// The place of a part of the text; of the whole cell where letters cannot be matched.
    pub(super) fn part(&self, part: Range<usize>) -> Place {
        if !self.exact {
            return self.place.clone();
        }
        let start = self.place.span.start;
        Place::new(&self.place.source, start + part.start..start + part.end)
    }

    /// Does it say nothing?
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// A line of a table; a text in quotes may carry it over several lines of the file.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// Its cells, at least one.
    pub cells: Vec<Cell>,
    /// Where it stands.
    pub place: Place,
}

/// The records of a text; empty lines and lines that begin with `#` are left out.
/// Reading ends at a quote that is not closed.
pub(super) fn records(source: &Arc<SourceText>, problems: &mut Problems) -> Vec<Record> {
    let text = &source.text;
    let mut found = Vec::new();
    let mut position = 0;
    while position < text.len() {
        let line = text[position..].lines().next().unwrap_or_default();
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            position += line.len();
            position += end_of_line(&text[position..]);
            continue;
        }
        let start = position;
        let mut cells = Vec::new();
        loop {
            let Some((cell, next)) = read_cell(source, position, problems) else {
                return found;
            };
            cells.push(cell);
            position = next;
            if !text[position..].starts_with(',') {
                break;
            }
            position += 1;
        }
        found.push(Record { cells, place: Place::new(source, start..position) });
        position += end_of_line(&text[position..]);
    }
    found
}

/// Bytes of the end of a line that stands at the start of a text.
fn end_of_line(text: &str) -> usize {
    match text {
        _ if text.starts_with("\r\n") => 2,
        _ if text.starts_with(['\n', '\r']) => 1,
        _ => 0,
    }
}

/// The cell that begins here, and where the comma or the end of the line after it stands.
fn read_cell(
    source: &Arc<SourceText>,
    start: usize,
    problems: &mut Problems,
) -> Option<(Cell, usize)> {
    let text = &source.text;
    let rest = &text[start..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if rest[blank..].starts_with('"') {
        return read_quoted(source, start + blank, problems);
    }
    let length = rest.find([',', '\n', '\r']).unwrap_or(rest.len());
    let content = rest[..length].trim();
    let from = match content.is_empty() {
        true => start,
        false => start + (rest[..length].len() - rest[..length].trim_start().len()),
    };
    let cell = Cell {
        text: content.to_string(),
        place: Place::new(source, from..from + content.len()),
        exact: true,
    };
    Some((cell, start + length))
}

fn read_quoted(
    source: &Arc<SourceText>,
    quote: usize,
    problems: &mut Problems,
) -> Option<(Cell, usize)> {
    let text = &source.text;
    let mut end = quote + 1;
    loop {
        match text[end..].find('"') {
            Some(length) if text[end + length + 1..].starts_with('"') => end += length + 2,
            Some(length) => {
                end += length;
                break;
            }
            None => {
                problems.push(
                    Diagnostic::error(
                        Problem::Syntax,
                        &Place::new(source, quote..quote + 1),
                        "a quote is not closed",
                        "opened here",
                    )
                    .help("a quote within a text in quotes is written twice: \"\""),
                );
                return None;
            }
        }
    }
    let raw = &text[quote + 1..end];
    let content = raw.trim();
    let from = quote + 1 + (raw.len() - raw.trim_start().len()).min(raw.len());
    let mut next = end + 1;
    let after = text[next..].find([',', '\n', '\r']);
    let stop = after.map_or(text.len(), |length| next + length);
    if !text[next..stop].trim().is_empty() {
        problems.push(
            Diagnostic::error(
                Problem::Syntax,
                &Place::new(source, next..stop),
                "text after a closing quote",
                "expected a comma or the end of the line",
            )
            .help("a quote within a text in quotes is written twice: \"\""),
        );
    }
    next = stop;
    let cell = Cell {
        text: content.replace("\"\"", "\""),
        place: Place::new(source, from..from + content.len()),
        exact: !content.contains("\"\""),
    };
    Some((cell, next))
}
