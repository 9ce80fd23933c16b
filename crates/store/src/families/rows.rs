//! Rows that fill no row group yet.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::families::columns::{COLUMNS, Source};
use crate::parquet::Values;

/// Rows of families, as columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rows {
    columns: Vec<Values>,
}

impl Default for Rows {
    fn default() -> Self {
        Self { columns: COLUMNS.iter().map(|column| Values::new(column.kind)).collect() }
    }
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.columns.first().map_or(0, Values::len)
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Leaves none, and keeps the memory.
    pub fn clear(&mut self) {
        self.columns.iter_mut().for_each(Values::clear);
    }

    /// The columns, in the order of the table.
    pub fn columns(&self) -> &[Values] {
        &self.columns
    }

    /// Puts families of a chunk behind those that are there.
    pub fn take(&mut self, source: &Source, families: Range<usize>) {
        for (column, values) in COLUMNS.iter().zip(&mut self.columns) {
            column.gather(source, families.clone(), values);
        }
    }

    /// Puts rows of others behind those that are there.
    pub fn take_rows(&mut self, others: &Self, rows: Range<usize>) {
        for (values, others) in self.columns.iter_mut().zip(&others.columns) {
            match (values, others) {
                (Values::Numbers(values), Values::Numbers(others)) => {
                    values.extend_from_slice(&others[rows.clone()]);
                }
                (Values::Reals(values), Values::Reals(others)) => {
                    values.extend_from_slice(&others[rows.clone()]);
                }
                (Values::Flags(values), Values::Flags(others)) => {
                    values.extend_from_slice(&others[rows.clone()]);
                }
                // Both are made by the same table.
                _ => debug_assert!(false, "columns of different kinds"),
            }
        }
    }

    /// Are these columns of the kinds and lengths that the table asks for? Rows that
    /// were kept by another version are not.
    pub fn is_whole(&self) -> bool {
        let length = self.len();
        self.columns.len() == COLUMNS.len()
            && self.columns.iter().zip(COLUMNS).all(|(values, column)| {
                values.len() == length
                    && std::mem::discriminant(values)
                        == std::mem::discriminant(&Values::new(column.kind))
            })
    }

    /// From columns that were read.
    pub fn from_columns(columns: Vec<Values>) -> Self {
        Self { columns }
    }
}
