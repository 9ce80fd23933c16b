//! What the columns are in Arrow's terms.
//!
//! Parquet knows texts with a dictionary but not categories. Readers that know Arrow
//! look for its schema among the facts of a file, and then give categories.

use polars::prelude::*;

use crate::parquet::{Field, Kind};

/// Where readers look for the schema.
const SCHEMA: &str = "ARROW:schema";

/// The fact that holds the schema: that of an empty table of these columns.
pub fn schema(fields: &[Field]) -> PolarsResult<Option<(String, String)>> {
    let columns = fields
        .iter()
        .map(|field| {
            let kind = match field.kind {
                Kind::Small | Kind::Counter | Kind::Bits => DataType::UInt32,
                Kind::Real => DataType::Float32,
                Kind::YesNo => DataType::Boolean,
                Kind::Word => DataType::from_categories(Categories::global()),
            };
            Column::new_empty(field.name.as_str().into(), &kind)
        })
        .collect();
    let mut bytes = std::io::Cursor::new(Vec::new());
    ParquetWriter::new(&mut bytes).finish(&mut DataFrame::new(0, columns)?)?;
    let mut reader = ParquetReader::new(bytes);
    let facts = reader.get_metadata()?.key_value_metadata().clone();
    Ok(facts.into_iter().flatten().find_map(|fact| {
        let text = fact.value?;
        (fact.key == SCHEMA).then(|| (SCHEMA.to_owned(), text))
    }))
}
