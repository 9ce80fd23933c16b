//! Posterior files: calibrated samples as CSV, as `homeground calibrate` writes them.
//!
//! The columns are `model_version`, `reading`, `draw`, `weight`, then one for each
//! parameter. The row with draw 0 and weight 0 is the central draw.

use std::sync::Arc;

use crate::evidence::{self, LiteratureReading, MODEL_VERSION, Parameter, Posterior, find};

use super::cells::{Row, fields, lines};
use super::diagnostic::{Diagnostic, Error, Place, Problem, Problems, SourceText};
use super::posterior_columns::{ANEW, Columns, first_columns, parameter_columns};

/// Reads a posterior file.
///
/// # Errors
///
/// Text that is no such table, a sample of another version of the model, columns that are
/// missing or unknown, rows of several readings, values that mean nothing, weights that
/// are none, no draws, no central draw; each with its place.
pub fn parse_posterior_file(file: &str, text: &str) -> Result<Posterior, Error> {
    let source = SourceText::file(file, text);
    let mut problems = Problems::default();
    let posterior = read(&source, &mut problems);
    problems.finish(posterior).map(|parsed| parsed.value)
}

fn read(source: &Arc<SourceText>, problems: &mut Problems) -> Option<Posterior> {
    let mut rows = lines(&source.text).into_iter().map(|line| Row {
        source,
        cells: fields(&source.text, line.clone()),
        line,
    });
    let Some(header) = rows.next() else {
        problems.push(
            Diagnostic::of_file(Problem::Missing, &source.file, "the posterior file is empty")
                .help(ANEW),
        );
        return None;
    };
    let rows: Vec<Row<'_>> = rows.collect();
    let first = first_columns(&header, problems)?;
    // Columns of another model are other columns: that comes before all else.
    same_version(&rows, first[0], problems)?;
    let columns = Columns { first, parameters: parameter_columns(&header, problems)? };
    if rows.is_empty() {
        problems.push(
            Diagnostic::of_file(
                Problem::Missing,
                &source.file,
                "the posterior file names its columns, but holds no draws",
            )
            .help(ANEW),
        );
        return None;
    }
    let reading = same_reading(&rows, first[1], problems);
    let draws = draws(&header, &rows, &columns, problems);
    sample(source, reading?, draws?, problems)
}

fn same_version(rows: &[Row<'_>], column: usize, problems: &mut Problems) -> Option<()> {
    for row in rows {
        let text = row.text(column);
        if text.parse() == Ok(MODEL_VERSION) {
            continue;
        }
        let place = row.place(column);
        problems.push(match text.parse::<u32>() {
            Ok(other) => Diagnostic::error(
                Problem::Contradiction,
                &place,
                format!(
                    "the posterior is of version {other} of the model, but this program has \
                     version {MODEL_VERSION}"
                ),
                format!("expected {MODEL_VERSION}"),
            )
            .help(ANEW),
            Err(_) => Diagnostic::error(
                Problem::Value,
                &place,
                "the version of the model must be a whole number",
                format!("found {text:?}"),
            )
            .help(format!("this program has version {MODEL_VERSION}")),
        });
        return None;
    }
    Some(())
}

fn same_reading(
    rows: &[Row<'_>],
    column: usize,
    problems: &mut Problems,
) -> Option<LiteratureReading> {
    let mut first: Option<(LiteratureReading, &Row<'_>)> = None;
    for row in rows {
        let word = row.text(column);
        let calibrated = LiteratureReading::of_word(word).filter(|one| one.is_calibrated());
        let Some(reading) = calibrated else {
            problems.push(
                Diagnostic::error(
                    Problem::Value,
                    &row.place(column),
                    format!("a posterior cannot be of the reading `{}`", word.escape_debug()),
                    "expected child or family",
                )
                .help("the reading says which evidence on placement the sample was calibrated to"),
            );
            return None;
        };
        match first {
            Some((other, before)) if other != reading => {
                problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        &row.place(column),
                        "the posterior file mixes readings of the literature",
                        format!("`{}` here", reading.word()),
                    )
                    .and(&before.place(column), format!("`{}` here", other.word()))
                    .help("keep the draws of each reading in a file of their own"),
                );
                return None;
            }
            Some(_) => {}
            None => first = Some((reading, row)),
        }
    }
    first.map(|(reading, _)| reading)
}

/// Number, weight and values of every row.
struct Draw {
    number: Option<u32>,
    weight: f64,
    values: Vec<f64>,
    weight_place: Place,
}

fn draws(
    header: &Row<'_>,
    rows: &[Row<'_>],
    columns: &Columns,
    problems: &mut Problems,
) -> Option<Vec<Draw>> {
    let errors = problems.error_count();
    let mut draws: Vec<Draw> = Vec::new();
    let mut numbers = std::collections::HashMap::new();
    for row in rows {
        if problems.are_too_many() {
            return None;
        }
        if row.cells.len() != header.cells.len() {
            problems.push(Diagnostic::error(
                Problem::Syntax,
                &Place::new(row.source, row.line.clone()),
                format!(
                    "this row has {} columns, but the first line names {}",
                    row.cells.len(),
                    header.cells.len()
                ),
                "expected as many as there are names",
            ));
            continue;
        }
        let draw = draw(row, columns, problems);
        let place = row.place(columns.first[2]);
        if let Some(number) = draw.number
            && let Some(before) = numbers.insert(number, place.clone())
        {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &place,
                    format!("draw {number} stands twice"),
                    "again here",
                )
                .and(&before, "first here"),
            );
        }
        draws.push(draw);
    }
    (problems.error_count() == errors).then_some(draws)
}

fn draw(row: &Row<'_>, columns: &Columns, problems: &mut Problems) -> Draw {
    let [.., number_at, weight_at] = columns.first;
    let number = row.text(number_at).parse::<u32>().ok();
    if number.is_none() {
        problems.push(
            Diagnostic::error(
                Problem::Value,
                &row.place(number_at),
                "the number of a draw must be a whole number",
                format!("found {:?}", row.text(number_at)),
            )
            .help("draws are numbered from 1; 0 is the central draw"),
        );
    }
    let weight = row.number(weight_at).filter(|weight| *weight >= 0.0);
    if weight.is_none() {
        problems.push(
            Diagnostic::error(
                Problem::Value,
                &row.place(weight_at),
                "a weight must be a number, and not negative",
                format!("found {:?}", row.text(weight_at)),
            )
            .help("the weights of all draws together are 1"),
        );
    }
    let parameters = evidence::parameters().iter();
    let values: Vec<f64> = parameters
        .zip(&columns.parameters)
        .map(|(parameter, column)| value(row, parameter, *column, problems))
        .collect();
    // What is missing has been reported; zeros let the other rows be looked at too.
    Draw { number, weight: weight.unwrap_or(0.0), values, weight_place: row.place(weight_at) }
}

fn value(row: &Row<'_>, parameter: &Parameter, column: usize, problems: &mut Problems) -> f64 {
    let Parameter { key, minimum, maximum, unit, .. } = parameter;
    let number = row.number(column);
    if let Some(number) = number.filter(|number| (*minimum..=*maximum).contains(number)) {
        return number;
    }
    let found = row.text(column);
    problems.push(
        Diagnostic::error(
            Problem::Value,
            &row.place(column),
            match number {
                Some(_) => format!("`{key}` = {found} is impossible"),
                None => format!("`{key}` must be a number, but is {found:?}"),
            },
            format!("must be from {minimum} to {maximum} ({unit})"),
        )
        .help(find(evidence::parameters(), key).map_or_else(String::new, |row| {
            format!("`{key}`: {}; plausible from {} to {}", row.meaning, row.low, row.high)
        })),
    );
    f64::NAN
}

/// Puts the draws together.
fn sample(
    source: &Arc<SourceText>,
    reading: LiteratureReading,
    draws: Vec<Draw>,
    problems: &mut Problems,
) -> Option<Posterior> {
    let (central, drawn): (Vec<Draw>, Vec<Draw>) =
        draws.into_iter().partition(|draw| draw.number == Some(0));
    let missing = |what: &str, help: &str| {
        Diagnostic::of_file(Problem::Missing, &source.file, what.to_string()).help(help.to_string())
    };
    let Some(central) = central.into_iter().next() else {
        problems.push(missing(
            "the posterior file has no central draw",
            "the row with draw 0 and weight 0 holds the values that stand for the whole sample",
        ));
        return None;
    };
    if central.weight != 0.0 {
        problems.push(
            Diagnostic::error(
                Problem::Value,
                &central.weight_place,
                "the central draw is no draw of the sample and has no weight",
                "expected 0",
            )
            .help("draws are numbered from 1"),
        );
        return None;
    }
    let Some(first) = drawn.first() else {
        problems.push(missing("the posterior file has no draws but the central one", ANEW));
        return None;
    };
    let first = first.weight_place.clone();
    let (values, weights) = drawn.into_iter().map(|draw| (draw.values, draw.weight)).unzip();
    let sample = Posterior::new(reading, MODEL_VERSION, central.values, values, weights);
    if sample.is_none() {
        problems.push(
            Diagnostic::error(
                Problem::Value,
                &first,
                "no draw of the posterior file has any weight",
                "all weights are 0 from here on",
            )
            .help("the weights of all draws together are 1"),
        );
    }
    sample
}
