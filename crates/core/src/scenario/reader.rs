//! Takes checked values out of a table, or their defaults.
//!
//! Returns nothing for a value that the check has already reported, so that
//! one mistake is one message.

use std::sync::Arc;

use super::diagnostic::{Place, SourceText};
use super::document::{Entry, Node, Table};
use super::fields::{Field, Kind, Presence, Section};
use super::parse::read_value;

/// A table with the section that says what it may hold.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub table: &'a Table,
    pub section: &'static Section,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(table: &'a Table, section: &'static Section) -> Self {
        Reader { table, section }
    }

    fn field(&self, key: &str) -> Option<&'static Field> {
        let field = self.section.field(key);
        debug_assert!(field.is_some(), "{key} is no field of {}", self.section.phrase);
        field
    }

    /// The value that stands in the table.
    pub(crate) fn node(&self, key: &str) -> Option<&'a Node> {
        self.table.get(key)
    }

    /// The place of the value, or of what was said last if there is none.
    pub(crate) fn place(&self, key: &str) -> Option<&'a Place> {
        self.table.get(key).map(|node| &node.place)
    }

    pub(crate) fn entry(&self, key: &str) -> Option<&'a Entry> {
        self.table.entry(key)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.has(key)
    }

    fn value<T>(&self, key: &str, take: impl Fn(&Node) -> Option<T>) -> Option<T> {
        if let Some(node) = self.node(key) {
            return take(node);
        }
        match self.field(key)?.presence {
            Presence::Default(text) => {
                let source: Arc<SourceText> = SourceText::command_line(text);
                take(&read_value(&source, 0..text.len()).ok()?)
            }
            _ => None,
        }
    }

    /// A whole number within its limits.
    pub(crate) fn whole(&self, key: &str) -> Option<u32> {
        self.whole_64(key).and_then(|value| u32::try_from(value).ok())
    }

    /// A whole number within its limits that may be large.
    pub(crate) fn whole_64(&self, key: &str) -> Option<u64> {
        let Kind::Whole(low, high) = self.field(key)?.kind else {
            return None;
        };
        self.value(key, Node::as_whole)
            .filter(|value| (i128::from(low)..=i128::from(high)).contains(value))
            .and_then(|value| u64::try_from(value).ok())
    }

    /// A number within its limits.
    pub(crate) fn number(&self, key: &str) -> Option<f64> {
        let (low, high) = match self.field(key)?.kind {
            Kind::Number(low, high) | Kind::WordOrNumber(_, low, high) => (low, high),
            _ => return None,
        };
        self.value(key, Node::as_number).filter(|value| (low..=high).contains(value))
    }

    pub(crate) fn yes_no(&self, key: &str) -> Option<bool> {
        self.value(key, Node::as_yes_no)
    }

    /// A text; where words are fixed or come from a table, one of them.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        let text = self.value(key, |node| node.as_text().map(str::to_string))?;
        let valid = match &self.field(key)?.kind {
            Kind::Word(words) => words.contains(&text.as_str()),
            Kind::Key(vocabulary) | Kind::KeyOrTable(vocabulary, _) => {
                vocabulary.words().contains(&text.as_str())
            }
            Kind::WordOrNumber(word, ..) => text == *word,
            _ => true,
        };
        valid.then_some(text)
    }

    /// The tables of a list; empty if the list is not there.
    pub(crate) fn tables(&self, key: &str) -> Vec<(&'a Node, &'a Table)> {
        self.node(key)
            .and_then(Node::as_list)
            .unwrap_or_default()
            .iter()
            .filter_map(|node| node.as_table().map(|table| (node, table)))
            .collect()
    }
}
