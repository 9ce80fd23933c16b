//! Rows of tables that users name by a key.

/// A row that users name by a key.
pub trait Keyed {
    /// The name that scenario files use.
    fn key(&self) -> &str;
}

/// The row of a table that has this key.
pub fn find<'a, Row: Keyed>(rows: &'a [Row], key: &str) -> Option<&'a Row> {
    rows.iter().find(|row| row.key() == key)
}
