//! Problems found in what a user wrote, with the places they are about.
//!
//! Pure data: the command line draws it, a browser may show it otherwise.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A text that a user wrote.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceText {
    /// Path of the file as the user gave it, or a few words such as "command line".
    pub file: String,
    /// The whole text.
    pub text: String,
    /// Where the text was written.
    pub origin: Origin,
}

/// Where a text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In a file, so that line numbers help.
    File,
    /// On the command line.
    CommandLine,
}

impl SourceText {
    /// The text of a file. A byte order mark at the start is left out.
    pub fn file(file: impl Into<String>, text: &str) -> Arc<Self> {
        Arc::new(SourceText {
            file: file.into(),
            text: text.strip_prefix('\u{feff}').unwrap_or(text).to_string(),
            origin: Origin::File,
        })
    }

    /// A piece of the command line, such as `--set families=100`.
    pub fn command_line(text: impl Into<String>) -> Arc<Self> {
        Arc::new(SourceText {
            file: "command line".to_string(),
            text: text.into(),
            origin: Origin::CommandLine,
        })
    }
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text.
    pub source: Arc<SourceText>,
    /// Bytes of the text, always at character boundaries.
    pub span: Range<usize>,
}

impl Place {
    /// A stretch of a text; ends that lie outside it or within a character are moved.
    pub fn new(source: &Arc<SourceText>, span: Range<usize>) -> Self {
        let text = &source.text;
        let mut start = span.start.min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = span.end.clamp(start, text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        Place { source: Arc::clone(source), span: start..end }
    }

    /// Line and column of the start, counted from 1; columns count characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        let before = &self.source.text[..self.span.start];
        let line_start = before.rfind('\n').map_or(0, |position| position + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The text of the place.
    pub fn text(&self) -> &str {
        &self.source.text[self.span.clone()]
    }
}

/// Can the input be used in spite of the problem?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No.
    Error,
    /// Yes, but it may not say what was meant.
    Warning,
}

/// The kind of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file cannot be read at all.
    Unreadable,
    /// The text is no TOML.
    Syntax,
    /// A key that means nothing here.
    UnknownKey,
    /// A value of the wrong type, outside its limits or not among the valid words.
    Value,
    /// Something that must be said is not.
    Missing,
    /// Values that are possible one by one but not together.
    Contradiction,
    /// Possible, but perhaps not meant.
    Doubt,
}

/// A place with a few words on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub place: Place,
    /// What it is about; may be empty.
    pub text: String,
}

/// A problem with its places and a remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// What kind of problem.
    pub problem: Problem,
    /// File that the problem is in, as the user named it.
    pub file: String,
    /// What is wrong, in one line.
    pub message: String,
    /// Where: the first place is the problem's own, the others explain it.
    pub labels: Vec<Label>,
    /// What to do about it, one remark each.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// An error about a whole file.
    pub fn of_file(problem: Problem, file: impl Into<String>, message: impl Into<String>) -> Self {
        Diagnostic {
            severity: Severity::Error,
            problem,
            file: file.into(),
            message: message.into(),
            labels: Vec::new(),
            help: Vec::new(),
        }
    }

    /// An error at a place, with a few words that stand beside the caret.
    pub fn error(
        problem: Problem,
        place: &Place,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        Diagnostic::of_file(problem, place.source.file.clone(), message).and(place, label)
    }

    /// A warning at a place, with a few words that stand beside the caret.
    pub fn warning(place: &Place, message: impl Into<String>, label: impl Into<String>) -> Self {
        let mut diagnostic = Diagnostic::error(Problem::Doubt, place, message, label);
        diagnostic.severity = Severity::Warning;
        diagnostic
    }

    /// The same with one more place.
    pub fn and(mut self, place: &Place, label: impl Into<String>) -> Self {
        self.labels.push(Label { place: place.clone(), text: label.into() });
        self
    }

    /// The same with a remark on what to do; an empty remark is left out.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        let help = help.into();
        if !help.is_empty() {
            self.help.push(help);
        }
        self
    }

    /// The problem's own place, if it has one.
    pub fn place(&self) -> Option<&Place> {
        self.labels.first().map(|label| &label.place)
    }

    /// Does it make the input unusable?
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.file)?;
        if let Some(place) = self.place() {
            let (line, column) = place.line_and_column();
            write!(formatter, ":{line}:{column}")?;
        }
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(formatter, ": {severity}: {}", self.message)
    }
}

/// What goes wrong when a user's text is read.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    /// The text holds at least one error; warnings are listed too.
    #[error("{}", in_one_line(.0))]
    Invalid(Vec<Diagnostic>),
}

impl Error {
    /// Everything that was found, errors first within each file position.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Error::Invalid(diagnostics) => diagnostics,
        }
    }
}

fn in_one_line(diagnostics: &[Diagnostic]) -> String {
    let mut errors = diagnostics.iter().filter(|one| one.is_error());
    let Some(first) = errors.next() else {
        return "invalid input".to_string();
    };
    match errors.count() {
        0 => first.to_string(),
        more => format!("{first} (and {more} more)"),
    }
}

/// A value that was read, with what seemed doubtful about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed<T> {
    /// The value.
    pub value: T,
    /// Warnings, in the order of the text.
    pub warnings: Vec<Diagnostic>,
}

/// Problems kept at most: a megabyte of keys that mean nothing has one cause.
const MOST_PROBLEMS: usize = 1000;

/// Problems as they are found. The same problem is kept once: two arms that
/// use one broken programme file do not report it twice.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    list: Vec<Diagnostic>,
}

impl Problems {
    /// Is so much wrong that more messages would help nobody?
    pub(crate) fn are_too_many(&self) -> bool {
        self.list.len() >= MOST_PROBLEMS
    }

    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        if !self.are_too_many() && !self.list.contains(&diagnostic) {
            self.list.push(diagnostic);
        }
    }

    pub(crate) fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }

    pub(crate) fn error_count(&self) -> usize {
        self.list.iter().filter(|one| one.is_error()).count()
    }

    pub(crate) fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// The value with its warnings, or everything that was found if it cannot be used.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<Parsed<T>, Error> {
        // A stable sort by place keeps files in the order in which they were met.
        let mut files: Vec<String> = Vec::new();
        for diagnostic in &self.list {
            if !files.contains(&diagnostic.file) {
                files.push(diagnostic.file.clone());
            }
        }
        self.list.sort_by_key(|diagnostic| {
            let file = files.iter().position(|file| *file == diagnostic.file);
            let start = diagnostic.place().map_or(0, |place| place.span.start);
            (file, start)
        });
        match value {
            Some(value) if self.error_count() == 0 => Ok(Parsed { value, warnings: self.list }),
            _ => Err(Error::Invalid(self.list)),
        }
    }
}
