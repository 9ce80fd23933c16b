//! Lines and cells of comma-separated values.

use std::ops::Range;
use std::sync::Arc;

use super::diagnostic::{Place, SourceText};

/// A row: its cells with their places.
pub(crate) struct Row<'a> {
    pub source: &'a Arc<SourceText>,
    pub line: Range<usize>,
    pub cells: Vec<Range<usize>>,
}

impl Row<'_> {
    pub(crate) fn text(&self, column: usize) -> &str {
        let cell = self.cells.get(column).cloned().unwrap_or_default();
        self.source.text[cell].trim_matches('"').trim()
    }

    pub(crate) fn place(&self, column: usize) -> Place {
        let cell = self.cells.get(column).cloned();
        Place::new(self.source, cell.unwrap_or_else(|| self.line.clone()))
    }

    pub(crate) fn number(&self, column: usize) -> Option<f64> {
        let number = self.text(column).parse::<f64>().ok()?;
        number.is_finite().then_some(number)
    }
}

/// The lines that say something, without their ends.
pub(crate) fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut ranges = Vec::new();
    for line in text.split_inclusive('\n') {
        let content = line.trim_end();
        if !content.trim().is_empty() && !content.trim_start().starts_with('#') {
            ranges.push(start..start + content.len());
        }
        start += line.len();
    }
    ranges
}

/// The fields of a line, without the spaces around them. Keys and numbers hold
/// no comma, so quotes need no more than to be taken off.
pub(crate) fn fields(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut start = line.start;
    text[line]
        .split(',')
        .map(|field| {
            let before = field.len() - field.trim_start().len();
            let range = start + before..start + before + field.trim().len();
            start += field.len() + 1;
            range
        })
        .collect()
}
