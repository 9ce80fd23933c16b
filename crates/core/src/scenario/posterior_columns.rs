//! The first line of a posterior file: which column holds what.

use crate::evidence;

use super::cells::Row;
use super::diagnostic::{Diagnostic, Place, Problem, Problems};
use super::nearest::{did_you_mean, row};

/// Columns before those of the parameters.
pub(crate) const FIRST: [&str; 4] = ["model_version", "reading", "draw", "weight"];

/// What to do about a file that cannot be used as it is.
pub(crate) const ANEW: &str = "homeground calibrate makes one for this model: run it again";

/// Where the columns stand.
pub(crate) struct Columns {
    /// Those of [`FIRST`].
    pub first: [usize; 4],
    /// That of each parameter, in the order of their table.
    pub parameters: Vec<usize>,
}

/// The columns before those of the parameters.
pub(crate) fn first_columns(header: &Row<'_>, problems: &mut Problems) -> Option<[usize; 4]> {
    let place_of = |name: &str| (0..header.cells.len()).find(|at| header.text(*at) == name);
    let found = FIRST.map(place_of);
    if let [Some(version), Some(reading), Some(draw), Some(weight)] = found {
        return Some([version, reading, draw, weight]);
    }
    let whole = Place::new(header.source, header.line.clone());
    let missing: Vec<&str> = FIRST
        .into_iter()
        .zip(found)
        .filter(|(_, place)| place.is_none())
        .map(|(name, _)| name)
        .collect();
    let (message, label) = match missing.len() == FIRST.len() {
        true => (
            "this is no posterior file".to_string(),
            "expected names of columns between commas".to_string(),
        ),
        false => (
            format!("the posterior file lacks the column {}", row(missing)),
            "names of the columns".to_string(),
        ),
    };
    problems.push(
        Diagnostic::error(Problem::Syntax, &whole, message, label)
            .help(format!("the columns are {}, then one for each parameter", FIRST.join(", ")))
            .help("homeground calibrate writes such a file: posterior.csv in its folder"),
    );
    None
}

/// The column of each parameter, in the order of the table of parameters.
pub(crate) fn parameter_columns(header: &Row<'_>, problems: &mut Problems) -> Option<Vec<usize>> {
    let errors = problems.error_count();
    let parameters = evidence::parameters();
    let mut found: Vec<Option<usize>> = vec![None; parameters.len()];
    let mut missing: Vec<&str> = Vec::new();
    for column in 0..header.cells.len() {
        let name = header.text(column);
        if FIRST.contains(&name) {
            let earlier = (0..column).any(|other| header.text(other) == name);
            if earlier {
                problems.push(twice(header, column));
            }
            continue;
        }
        match parameters.iter().position(|row| row.key == name) {
            Some(place) if found[place].is_some() => problems.push(twice(header, column)),
            Some(place) => found[place] = Some(column),
            None => {
                let keys = parameters.iter().map(|row| row.key.as_str());
                let label = did_you_mean(name, keys);
                problems.push(
                    Diagnostic::error(
                        Problem::UnknownKey,
                        &header.place(column),
                        format!("there is no parameter `{}`", name.escape_debug()),
                        label.unwrap_or_else(|| "not known".to_string()),
                    )
                    .help("homeground list parameters names all of them"),
                );
            }
        }
    }
    for (parameter, column) in parameters.iter().zip(&found) {
        if column.is_none() {
            missing.push(&parameter.key);
        }
    }
    if !missing.is_empty() {
        let whole = Place::new(header.source, header.line.clone());
        let count = missing.len();
        problems.push(
            Diagnostic::error(
                Problem::Missing,
                &whole,
                match count {
                    1 => format!("the posterior file lacks the parameter {}", missing[0]),
                    _ => format!("the posterior file lacks {count} parameters: {}", row(missing)),
                },
                "every parameter needs a column",
            )
            .help(ANEW),
        );
    }
    (problems.error_count() == errors).then(|| found.into_iter().flatten().collect())
}

fn twice(header: &Row<'_>, column: usize) -> Diagnostic {
    Diagnostic::error(
        Problem::Contradiction,
        &header.place(column),
        format!("the column `{}` stands twice", header.text(column)),
        "again here",
    )
}
