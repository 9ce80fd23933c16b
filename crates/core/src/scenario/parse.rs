//! From a text to its tree: the TOML reader, with places.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::{Place, Problems, SourceText};
use super::document::{Entry, Node, Table, Value};
use super::syntax;

/// Reads a TOML document; syntax errors go to `problems`, and what could be
/// made out in spite of them is returned.
pub(crate) fn read_document(source: &Arc<SourceText>, problems: &mut Problems) -> Node {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    let root = Node {
        value: Value::Table(table_of(table.get_ref(), source, 0)),
        place: Place::new(source, 0..0),
    };
    problems.extend(syntax::explain(source, &errors, &root));
    root
}

/// Reads a single TOML value that fills a stretch of the text.
pub(crate) fn read_value(
    source: &Arc<SourceText>,
    span: Range<usize>,
) -> Result<Node, toml::de::Error> {
    let start = span.start;
    DeValue::parse(&source.text[span]).map(|value| node_of(&value, source, start))
}

fn node_of(value: &Spanned<DeValue<'_>>, source: &Arc<SourceText>, offset: usize) -> Node {
    Node {
        value: value_of(value.get_ref(), source, offset),
        place: place_of(value, source, offset),
    }
}

fn place_of<T>(spanned: &Spanned<T>, source: &Arc<SourceText>, offset: usize) -> Place {
    let span = spanned.span();
    Place::new(source, span.start + offset..span.end + offset)
}

fn value_of(value: &DeValue<'_>, source: &Arc<SourceText>, offset: usize) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        // A number with more digits than 128 bits hold is outside every limit;
        // as a float it keeps its sign and size for the message.
        DeValue::Integer(digits) => i128::from_str_radix(digits.as_str(), digits.radix())
            .map_or_else(
                |_| Value::Number(digits.as_str().parse().unwrap_or(f64::INFINITY)),
                Value::Whole,
            ),
        DeValue::Float(digits) => Value::Number(digits.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(value) => Value::YesNo(*value),
        DeValue::Datetime(_) => Value::Date,
        DeValue::Array(list) => {
            Value::List(list.iter().map(|one| node_of(one, source, offset)).collect())
        }
        DeValue::Table(table) => Value::Table(table_of(table, source, offset)),
    }
}

fn table_of(table: &DeTable<'_>, source: &Arc<SourceText>, offset: usize) -> Table {
    Table {
        entries: table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                key_place: place_of(key, source, offset),
                node: node_of(value, source, offset),
            })
            .collect(),
    }
}
