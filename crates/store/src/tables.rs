//! The CSV tables of a results folder: rows to files, and files to rows.
//!
//! An empty cell is a value that is not defined. Numbers are written in the
//! shortest form that reads back as the same number, so a table is the same on
//! every machine and nothing is lost.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::sync::Arc;

use polars::prelude::*;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, IntoDeserializer};

use crate::error::ReportError;
use crate::files;
use homeground_core::outcomes::rows::{ContrastRow, CurveRow, SubgroupRow, SummaryRow};

/// The kinds of cells.
#[derive(Clone, Copy)]
enum Cell {
    Word,
    /// A word of a closed set, such as an outcome.
    Term,
    Week,
    Number,
}

/// A table with typed rows.
trait Table: Sized {
    /// Columns in the order of the file.
    const COLUMNS: &'static [(&'static str, Cell)];

    fn to_columns(rows: &[Self]) -> Vec<Column>;

    /// None for a row with a term that this program does not know.
    fn from_columns(columns: &Columns, row: usize) -> Result<Option<Self>, String>;
}

/// Typed views of the columns of a table that was read.
struct Columns<'frame> {
    words: Vec<(&'static str, &'frame StringChunked)>,
    weeks: Vec<(&'static str, &'frame UInt32Chunked)>,
    numbers: Vec<(&'static str, &'frame Float64Chunked)>,
}

impl<'frame> Columns<'frame> {
    fn of(
        frame: &'frame DataFrame,
        columns: &'static [(&'static str, Cell)],
    ) -> PolarsResult<Self> {
        let mut views = Columns { words: Vec::new(), weeks: Vec::new(), numbers: Vec::new() };
        for &(name, cell) in columns {
            let column = frame.column(name)?;
            match cell {
                Cell::Word | Cell::Term => views.words.push((name, column.str()?)),
                Cell::Week => views.weeks.push((name, column.u32()?)),
                Cell::Number => views.numbers.push((name, column.f64()?)),
            }
        }
        Ok(views)
    }

    fn word(&self, name: &str, row: usize) -> Result<String, String> {
        self.words
            .iter()
            .find(|(column, _)| *column == name)
            .and_then(|(_, cells)| cells.get(row))
            .map(str::to_owned)
            .ok_or_else(|| empty(name, row))
    }

    fn term<Term: DeserializeOwned>(&self, name: &str, row: usize) -> Result<Option<Term>, String> {
        let word = self.word(name, row)?;
        let word: StrDeserializer<'_, de::value::Error> = word.as_str().into_deserializer();
        Ok(Term::deserialize(word).ok())
    }

    fn week(&self, row: usize) -> Result<u32, String> {
        self.weeks.first().and_then(|(_, cells)| cells.get(row)).ok_or_else(|| empty("week", row))
    }

    fn number(&self, name: &str, row: usize) -> Option<f64> {
        self.numbers
            .iter()
            .find(|(column, _)| *column == name)
            .and_then(|(_, cells)| cells.get(row))
            .filter(|number| number.is_finite())
    }
}

fn empty(column: &str, row: usize) -> String {
    // The heading is line 1.
    format!("line {} has nothing in column {column}", row + 2)
}

macro_rules! table {
    ($row:ident { $($field:ident $(as $name:literal)?: $kind:ident),* $(,)? }) => {
        impl Table for $row {
            const COLUMNS: &'static [(&'static str, Cell)] =
                &[$((table!(@name $field $($name)?), Cell::$kind)),*];

            fn to_columns(rows: &[Self]) -> Vec<Column> {
                vec![$(table!(@column $kind, rows, $field, table!(@name $field $($name)?))),*]
            }

            fn from_columns(columns: &Columns, row: usize) -> Result<Option<Self>, String> {
                Ok(Some($row { $($field: table!(@cell $kind, columns, row, table!(@name $field $($name)?))),* }))
            }
        }
    };
    (@name $field:ident) => {
        stringify!($field)
    };
    (@name $field:ident $name:literal) => {
        $name
    };
    (@column Word, $rows:ident, $field:ident, $name:expr) => {
        Column::new(
            $name.into(),
            $rows.iter().map(|row| row.$field.as_str()).collect::<Vec<&str>>(),
        )
    };
    (@column Term, $rows:ident, $field:ident, $name:expr) => {
        Column::new(
            $name.into(),
            $rows.iter().map(|row| row.$field.word()).collect::<Vec<&str>>(),
        )
    };
    (@column $kind:ident, $rows:ident, $field:ident, $name:expr) => {
        Column::new(
            $name.into(),
            $rows.iter().map(|row| row.$field).collect::<Vec<_>>(),
        )
    };
    (@cell Word, $columns:ident, $row:ident, $name:expr) => {
        $columns.word($name, $row)?
    };
    (@cell Term, $columns:ident, $row:ident, $name:expr) => {
        match $columns.term($name, $row)? {
            Some(term) => term,
            None => return Ok(None),
        }
    };
    (@cell Week, $columns:ident, $row:ident, $name:expr) => {
        $columns.week($row)?
    };
    (@cell Number, $columns:ident, $row:ident, $name:expr) => {
        $columns.number($name, $row)
    };
}

table!(SummaryRow {
    arm: Word,
    outcome: Term,
    unit: Term,
    week: Week,
    estimate: Number,
    mc_se: Number,
    lower: Number,
    upper: Number,
});
table!(ContrastRow {
    arm: Word,
    reference: Word,
    outcome: Term,
    unit: Term,
    week: Week,
    contrast as "measure": Term,
    estimate: Number,
    mc_se: Number,
    lower: Number,
    upper: Number,
    share_of_draws_better: Number,
});
table!(CurveRow {
    arm: Word,
    curve: Word,
    week: Week,
    estimate: Number,
    lower: Number,
    upper: Number,
});
table!(SubgroupRow {
    arm: Word,
    grouping: Word,
    group: Word,
    outcome: Term,
    unit: Term,
    week: Week,
    estimate: Number,
    mc_se: Number,
    lower: Number,
    upper: Number,
});

/// A table of a results folder as a polars frame.
///
/// # Errors
/// When the file is missing, damaged, or has other columns.
fn read_frame<Row: Table>(path: &Path) -> Result<DataFrame, ReportError> {
    if !path.is_file() {
        return Err(ReportError::Missing { file: path.to_owned() });
    }
    let damaged = |reason: String| ReportError::Damaged { file: path.to_owned(), reason };
    let types: Schema = Row::COLUMNS
        .iter()
        .map(|&(name, cell)| {
            let kind = match cell {
                Cell::Word | Cell::Term => DataType::String,
                Cell::Week => DataType::UInt32,
                Cell::Number => DataType::Float64,
            };
            Field::new(name.into(), kind)
        })
        .collect();
    let frame = CsvReadOptions::default()
        .with_has_header(true)
        .with_schema_overwrite(Some(Arc::new(types)))
        .try_into_reader_with_file_path(Some(path.to_owned()))
        .and_then(CsvReader::finish)
        .map_err(|error| damaged(first_line(&error.to_string())))?;
    for (name, _) in Row::COLUMNS {
        if frame.column(name).is_err() {
            return Err(damaged(format!("it has no column {name}")));
        }
    }
    Ok(frame)
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim_end_matches('.').to_owned()
}

fn read<Row: Table>(path: &Path) -> Result<Vec<Row>, ReportError> {
    let frame = read_frame::<Row>(path)?;
    let damaged = |reason: String| ReportError::Damaged { file: path.to_owned(), reason };
    let columns = Columns::of(&frame, Row::COLUMNS)
        .map_err(|error| damaged(first_line(&error.to_string())))?;
    (0..frame.height())
        .filter_map(|row| Row::from_columns(&columns, row).transpose())
        .collect::<Result<_, _>>()
        .map_err(damaged)
}

fn write<Row: Table>(path: &Path, rows: &[Row]) -> Result<(), ReportError> {
    files::replace(path, |temporary| {
        let mut frame =
            DataFrame::new(rows.len(), Row::to_columns(rows)).map_err(|error| error.to_string())?;
        let file = File::create(temporary).map_err(|error| error.to_string())?;
        CsvWriter::new(BufWriter::new(file))
            .include_header(true)
            // One thread: the order of lines must not depend on their number.
            .n_threads(1)
            .finish(&mut frame)
            .map_err(|error| error.to_string())
    })
}

macro_rules! doors {
    ($($file:literal: $row:ident, $read:ident, $write:ident;)*) => {$(
        #[doc = concat!("Reads `", $file, "` into rows.\n\n# Errors\nWhen the file is missing, damaged, or has other columns.")]
        pub fn $read(path: &Path) -> Result<Vec<$row>, ReportError> {
            read(path)
        }

        #[doc = concat!("Writes rows as `", $file, "`; the file appears whole or not at all.\n\n# Errors\nWhen the file cannot be written.")]
        pub fn $write(path: &Path, rows: &[$row]) -> Result<(), ReportError> {
            write(path, rows)
        }
    )*};
}

doors! {
    "summary.csv": SummaryRow, read_summary, write_summary;
    "contrasts.csv": ContrastRow, read_contrasts, write_contrasts;
    "curves.csv": CurveRow, read_curves, write_curves;
    "subgroups.csv": SubgroupRow, read_subgroups, write_subgroups;
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_core::evidence::{Outcome, Unit};

    fn row(arm: &str, estimate: Option<f64>) -> SummaryRow {
        SummaryRow {
            arm: arm.to_owned(),
            outcome: Outcome::Placed,
            unit: Unit::Family,
            week: 104,
            estimate,
            mc_se: None,
            lower: Some(1.0 / 3.0),
            upper: Some(12_345_678.9),
        }
    }

    #[test]
    fn rows_come_back_as_they_were_written() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("summary.csv");
        let rows = [
            row("hjemme, \"tre\" hjelpere", Some(0.1 + 0.2)),
            row("12", None),
            row("æøå", Some(1e-9)),
        ];
        write_summary(&path, &rows).expect("written");
        assert_eq!(read_summary(&path).expect("read"), rows);
        let text = std::fs::read_to_string(&path).expect("text");
        insta::assert_snapshot!(text, @r#"
    arm,outcome,unit,week,estimate,mc_se,lower,upper
    "hjemme, ""tre"" hjelpere",placed,family,104,0.30000000000000004,,0.3333333333333333,12345678.9
    12,placed,family,104,,,0.3333333333333333,12345678.9
    æøå,placed,family,104,1e-9,,0.3333333333333333,12345678.9
    "#);
    }

    #[test]
    fn a_number_that_is_none_is_named_with_its_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("summary.csv");
        std::fs::write(
            &path,
            "arm,outcome,unit,week,estimate,mc_se,lower,upper\nhome,placed,family,104,much,,,\n",
        )
        .expect("written");
        let message = read_summary(&path).expect_err("damaged").to_string();
        assert!(message.contains("summary.csv") && message.contains("much"), "{message}");
    }

    #[test]
    fn a_missing_column_is_named() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("curves.csv");
        std::fs::write(&path, "arm,week,estimate\nhome,1,0.5\n").expect("written");
        let message = read_curves(&path).expect_err("damaged").to_string();
        assert!(message.contains("no column curve"), "{message}");
    }
}
