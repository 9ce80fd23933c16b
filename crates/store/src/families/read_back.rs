//! Rows of a file of this kind, read a group at a time.

use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use polars::prelude::*;

use crate::families::rows::Rows;
use crate::families::{FamiliesError, ROWS_IN_A_GROUP};
use crate::parquet::{Field, Kind, NO_NUMBER, Values};

/// A file that is read from its beginning to its end.
pub struct Reader {
    path: PathBuf,
    file: File,
    fields: Vec<Field>,
    rows: usize,
    next: usize,
}

impl Reader {
    /// Opens a file that should hold these columns.
    ///
    /// # Errors
    /// When it is missing, no Parquet file, or holds other columns.
    pub fn open(path: &Path, fields: Vec<Field>) -> Result<Self, FamiliesError> {
        let file = File::open(path).map_err(|reason| unreadable(path, &reason))?;
        let mut reader = Self { path: path.to_owned(), file, fields, rows: 0, next: 0 };
        let mut parquet = reader.parquet()?;
        let known = parquet.num_rows().and_then(|rows| Ok((rows, parquet.schema()?)));
        let (rows, schema) = known.map_err(|reason| unreadable(path, &reason))?;
        reader.rows = rows;
        let names = schema.iter_names().map(|name| name.as_str());
        if !names.eq(reader.fields.iter().map(|field| field.name.as_str())) {
            return Err(unreadable(path, &"it holds other columns"));
        }
        Ok(reader)
    }

    /// The next rows, in their order; none at the end.
    ///
    /// # Errors
    /// When they cannot be read, or are not of these columns.
    pub fn next(&mut self) -> Result<Option<Rows>, FamiliesError> {
        if self.next >= self.rows {
            return Ok(None);
        }
        let table = self
            .parquet()?
            .with_slice(Some((self.next, ROWS_IN_A_GROUP)))
            .set_rechunk(true)
            .finish()
            .map_err(|reason| unreadable(&self.path, &reason))?;
        self.next += table.height();
        let columns = self
            .fields
            .iter()
            .map(|field| {
                values(&table, field).map_err(|reason| {
                    unreadable(&self.path, &format!("column {}: {reason}", field.name))
                })
            })
            .collect::<Result<_, _>>()?;
        if table.height() == 0 {
            return Err(unreadable(&self.path, &"it ends too early"));
        }
        Ok(Some(Rows::from_columns(columns)))
    }

    fn parquet(&self) -> Result<ParquetReader<File>, FamiliesError> {
        let file = self.file.try_clone();
        Ok(ParquetReader::new(file.map_err(|reason| unreadable(&self.path, &reason))?))
    }
}

fn values(table: &DataFrame, field: &Field) -> PolarsResult<Values> {
    let column = table.column(&field.name)?;
    Ok(match field.kind {
        Kind::Real => {
            Values::Reals(column.f32()?.iter().map(|value| value.unwrap_or(f32::NAN)).collect())
        }
        Kind::YesNo => {
            Values::Flags(column.bool()?.iter().map(|value| value.unwrap_or(false)).collect())
        }
        Kind::Small | Kind::Counter | Kind::Bits => {
            Values::Numbers(column.u32()?.iter().map(|value| value.unwrap_or(NO_NUMBER)).collect())
        }
        Kind::Word => {
            let words: HashMap<&str, u32> =
                field.words.iter().map(String::as_str).zip(0..).collect();
            let texts = column.cast(&DataType::String)?;
            let places: Option<Vec<u32>> =
                texts.str()?.iter().map(|text| words.get(text?).copied()).collect();
            Values::Numbers(places.ok_or_else(
                || polars_err!(ComputeError: "it holds words that this scenario does not know"),
            )?)
        }
    })
}

fn unreadable(path: &Path, reason: &dyn std::fmt::Display) -> FamiliesError {
    FamiliesError::Unreadable { file: path.to_owned(), reason: reason.to_string() }
}
