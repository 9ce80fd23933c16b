//! Draws problems with the lines they are about, in the manner of rustc.

use std::io::IsTerminal;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin as Path, Renderer, Snippet,
};

use homeground_core::scenario::{Diagnostic, Label, Origin, Severity, SourceText};

/// Problems shown at most; a file with more has one cause for most of them.
const MOST_SHOWN: usize = 100;

/// Width at which remarks are broken into lines.
const REMARK_WIDTH: usize = 96;

/// Lines of the text kept around a place. The renderer would otherwise walk the
/// whole file once per problem.
const LINES_AROUND: usize = 2;

/// How problems are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// With colours.
    Always,
    /// As plain text.
    Never,
}

impl Colour {
    /// Colours if standard error is a terminal and nobody asked for none.
    pub fn for_standard_error() -> Self {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        if std::io::stderr().is_terminal() && !unwanted && !dumb {
            Colour::Always
        } else {
            Colour::Never
        }
    }
}

/// Draws problems one below the other, and counts them at the end.
///
/// Empty if there are none.
pub fn render(diagnostics: &[Diagnostic], colour: Colour) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    for diagnostic in diagnostics.iter().take(MOST_SHOWN) {
        text.push_str(&render_one(diagnostic, colour));
        text.push_str("\n\n");
    }
    if diagnostics.len() > MOST_SHOWN {
        text.push_str(&format!("... and {} more\n", diagnostics.len() - MOST_SHOWN));
    }
    text.push_str(&count(diagnostics));
    text.push('\n');
    text
}

/// "3 errors, 1 warning in home.toml", for each file.
pub fn count(diagnostics: &[Diagnostic]) -> String {
    let mut files: Vec<(&str, usize, usize)> = Vec::new();
    for diagnostic in diagnostics {
        let file = diagnostic.file.as_str();
        let position = files.iter().position(|(other, ..)| *other == file).unwrap_or_else(|| {
            files.push((file, 0, 0));
            files.len() - 1
        });
        match diagnostic.severity {
            Severity::Error => files[position].1 += 1,
            Severity::Warning => files[position].2 += 1,
        }
    }
    let parts: Vec<String> = files
        .into_iter()
        .map(|(file, errors, warnings)| {
            let of_kind = |number: usize, noun: &str| match number {
                0 => None,
                1 => Some(format!("1 {noun}")),
                _ => Some(format!("{number} {noun}s")),
            };
            let kinds: Vec<String> = [of_kind(errors, "error"), of_kind(warnings, "warning")]
                .into_iter()
                .flatten()
                .collect();
            let place = if file == "command line" { "on the" } else { "in" };
            format!("{} {place} {file}", kinds.join(", "))
        })
        .collect();
    parts.join("; ")
}

/// Draws one problem.
pub fn render_one(diagnostic: &Diagnostic, colour: Colour) -> String {
    let renderer = match colour {
        Colour::Always => Renderer::styled(),
        Colour::Never => Renderer::plain(),
    }
    .decor_style(DecorStyle::Ascii);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str());
    let mut group = Group::with_title(title);
    if diagnostic.labels.is_empty() {
        group = group.element(Path::path(diagnostic.file.as_str()));
    }
    for labels in by_source(&diagnostic.labels) {
        group = group.element(snippet(&labels, &diagnostic.labels[0]));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(broken_into_lines(help)));
    }
    renderer.render(&[group])
}

/// Labels of one text together, the first label's text first.
fn by_source(labels: &[Label]) -> Vec<Vec<&Label>> {
    let mut groups: Vec<Vec<&Label>> = Vec::new();
    for label in labels {
        let source = &label.place.source;
        match groups.iter_mut().find(|group| group[0].place.source == *source) {
            Some(group) => group.push(label),
            None => groups.push(vec![label]),
        }
    }
    groups
}

fn snippet<'a>(labels: &[&'a Label], first: &Label) -> Snippet<'a, Annotation<'a>> {
    let source: &'a SourceText = &labels[0].place.source;
    let window = window(&source.text, labels);
    let first_line = source.text[..window.start].matches('\n').count() + 1;
    let annotations = labels.iter().map(|label| {
        let kind = if std::ptr::eq(*label, first) {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let span = one_line(&source.text, &label.place.span);
        let annotation = kind.span(span.start - window.start..span.end - window.start);
        match label.text.as_str() {
            "" => annotation,
            text => annotation.label(text),
        }
    });
    let snippet = Snippet::source(&source.text[window.clone()])
        .line_start(first_line)
        .annotations(annotations);
    match source.origin {
        Origin::File => snippet.path(source.file.as_str()),
        Origin::CommandLine => snippet.line_numbering(false),
    }
}

/// The lines around all labels.
fn window(text: &str, labels: &[&Label]) -> Range<usize> {
    let start = labels.iter().map(|label| label.place.span.start).min().unwrap_or(0);
    let end = labels.iter().map(|label| label.place.span.end).max().unwrap_or(0);
    let mut window = start..end;
    for _ in 0..=LINES_AROUND {
        window.start = text[..window.start].rfind('\n').unwrap_or_default();
        window.end = match text[window.end..].find('\n') {
            Some(position) => window.end + position + 1,
            None => text.len(),
        };
    }
    // The last search stopped at the end of the line before the window.
    if window.start > 0 {
        window.start += 1;
    }
    window
}

/// A place that goes over several lines is marked on its first line alone: a
/// whole table under carets hides what is wrong with it.
fn one_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let stretch = &text[span.clone()];
    let end = stretch.find(['\n', '\r']).map_or(span.end, |position| span.start + position);
    span.start..end
}

/// Breaks a long remark between words; lines that it already has stay.
fn broken_into_lines(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        if line.chars().count() <= REMARK_WIDTH {
            lines.push(line.to_string());
            continue;
        }
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.is_empty() && current.chars().count() + word.chars().count() >= REMARK_WIDTH
            {
                lines.push(std::mem::take(&mut current));
            }
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(word);
        }
        lines.push(current);
    }
    lines.join("\n")
}
