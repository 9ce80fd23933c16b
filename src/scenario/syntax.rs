//! Turns errors of the TOML reader into plain words with a remedy.

use std::sync::Arc;

use super::diagnostic::{Diagnostic, Place, Problem, SourceText};
use super::document::Node;

/// The syntax errors of a document, at most one a line: the reader tends to
/// stumble several times over one slip.
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
            diagnostics.push(diagnose(error.message(), &place, root));
        }
    }
    diagnostics
}

/// One syntax error, at a place, in plain words.
pub(crate) fn diagnose(message: &str, place: &Place, root: &Node) -> Diagnostic {
    let _ = root;
    Diagnostic::error(Problem::Syntax, place, format!("this is not TOML: {message}"), "")
}
