//! The columns of a targets file.

use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};
use crate::scenario::document::quoted;
use crate::scenario::nearest::nearest;

use super::table::{Cell, Record};

/// Columns that every file has, in the order in which they are best written.
pub const REQUIRED_COLUMNS: [&str; 14] = [
    "id",
    "reading",
    "population",
    "arm",
    "reference",
    "outcome",
    "unit",
    "week",
    "measure",
    "scale",
    "value",
    "sd",
    "evidence",
    "note",
];

/// Columns that a file may have.
pub const OPTIONAL_COLUMNS: [&str; 9] = [
    "title",
    "title_nb",
    "grade",
    "country",
    "years",
    "counted",
    "randomised",
    "comparable",
    "why",
];

/// Where each column stands in a file.
pub(super) struct Columns {
    names: Vec<String>,
}

impl Columns {
    /// Reads the line of headings; none if it is no such line, or if a column is missing.
    pub(super) fn read(heading: &Record, problems: &mut Problems) -> Option<Columns> {
        let known = || REQUIRED_COLUMNS.into_iter().chain(OPTIONAL_COLUMNS);
        let is_known = |cell: &&Cell| known().any(|name| name == cell.text);
        let recognised = heading.cells.iter().filter(is_known).count();
        if recognised < 3 {
            problems.push(no_heading(heading));
            return None;
        }
        // Names as they were meant, so that the rows below can be checked at once.
        let mut names: Vec<&str> = Vec::new();
        for (position, cell) in heading.cells.iter().enumerate() {
            if is_known(&cell) {
                if let Some(first) =
                    heading.cells[..position].iter().find(|other| other.text == cell.text)
                {
                    problems.push(
                        Diagnostic::error(
                            Problem::Contradiction,
                            &cell.place,
                            format!("two columns are called `{}`", cell.text),
                            "again here",
                        )
                        .and(&first.place, "first here"),
                    );
                }
                names.push(&cell.text);
                continue;
            }
            let message = match cell.is_empty() {
                true => "a column without a name".to_string(),
                false => format!("unknown column: {}", quoted(&cell.text)),
            };
            let diagnostic = match nearest(&cell.text, known()) {
                Some(near) => {
                    let taken = heading.cells.iter().any(|other| other.text == near);
                    names.push(if taken { "" } else { near });
                    let label = format!("did you mean `{near}`?");
                    Diagnostic::error(Problem::UnknownKey, &cell.place, message, label)
                }
                None => {
                    names.push("");
                    Diagnostic::warning(&cell.place, message, "it is not read")
                }
            };
            problems.push(diagnostic.help(format!(
                "columns: {}; and if wanted {}",
                REQUIRED_COLUMNS.join(", "),
                OPTIONAL_COLUMNS.join(", ")
            )));
        }
        let missing: Vec<String> = REQUIRED_COLUMNS
            .into_iter()
            .filter(|name| !names.contains(name))
            .map(|name| format!("`{name}`"))
            .collect();
        if !missing.is_empty() {
            let (noun, verb) = match missing.len() {
                1 => ("column", "is"),
                _ => ("columns", "are"),
            };
            problems.push(
                Diagnostic::error(
                    Problem::Missing,
                    &heading.place,
                    format!("the {noun} {} {verb} missing", missing.join(", ")),
                    "expected to be named here",
                )
                .help(format!("columns: {}", REQUIRED_COLUMNS.join(","))),
            );
        }
        missing
            .is_empty()
            .then(|| Columns { names: names.into_iter().map(str::to_string).collect() })
    }

    /// How many cells a row has.
    pub(super) fn count(&self) -> usize {
        self.names.len()
    }

    /// The cell of a row in a column, if the file has that column.
    pub(super) fn cell<'a>(&self, row: &'a Record, column: &str) -> Option<&'a Cell> {
        let position = self.names.iter().position(|name| name == column)?;
        row.cells.get(position)
    }
}

/// The first line names no columns: why not?
fn no_heading(heading: &Record) -> Diagnostic {
    let text = heading.place.text();
    let separated = |sign: char| {
        let names = text.split(sign).map(|name| name.trim().trim_matches('"'));
        names.filter(|name| REQUIRED_COLUMNS.contains(name)).count() >= 3
    };
    let (label, help) = if separated(';') {
        (
            "the columns are parted by semicolons",
            "save the file with commas between columns and a point before decimals",
        )
    } else if separated('\t') {
        ("the columns are parted by tabs", "save the file with commas between columns")
    } else {
        ("expected the names of the columns", "")
    };
    Diagnostic::error(
        Problem::Syntax,
        &heading.place,
        "the first line of a file of targets must name its columns",
        label,
    )
    .help(help)
    .help(format!("for example: {}", REQUIRED_COLUMNS.join(",")))
}
