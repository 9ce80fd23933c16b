//! A TOML document as a tree in which every key and value knows its place.
//!
//! Layers are merged on this tree (programme, what it extends, an arm's
//! override, `--set`), so that a value keeps the place where it was written,
//! whatever file that was.

use super::diagnostic::Place;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub value: Value,
    pub place: Place,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Whole(i128),
    Number(f64),
    YesNo(bool),
    Date,
    List(Vec<Node>),
    Table(Table),
}

/// Keys with their values, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub key: String,
    pub key_place: Place,
    pub node: Node,
}

impl Table {
    pub(crate) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub(crate) fn entry_mut(&mut self, key: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.key == key)
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.entry(key).is_some()
    }

    /// Puts an entry in the place of one with the same key, or at the end.
    pub(crate) fn set(&mut self, entry: Entry) {
        match self.entry_mut(&entry.key) {
            Some(old) => *old = entry,
            None => self.entries.push(entry),
        }
    }

    pub(crate) fn remove(&mut self, key: &str) {
        self.entries.retain(|entry| entry.key != key);
    }
}

impl Node {
    pub(crate) fn as_table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    pub(crate) fn as_table_mut(&mut self) -> Option<&mut Table> {
        match &mut self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    pub(crate) fn as_list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn as_yes_no(&self) -> Option<bool> {
        match self.value {
            Value::YesNo(value) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn as_whole(&self) -> Option<i128> {
        match self.value {
            Value::Whole(value) => Some(value),
            _ => None,
        }
    }

    /// A number with or without a fraction.
    pub(crate) fn as_number(&self) -> Option<f64> {
        match self.value {
            Value::Whole(value) => Some(value as f64),
            Value::Number(value) => Some(value),
            _ => None,
        }
    }

    /// What the value is, in words that follow "found".
    pub(crate) fn found(&self) -> String {
        match &self.value {
            Value::Text(text) => format!("the text {}", quoted(text)),
            Value::Whole(value) => format!("the number {value}"),
            Value::Number(value) => format!("the number {value}"),
            Value::YesNo(value) => format!("`{value}`"),
            Value::Date => "a date".to_string(),
            Value::List(list) if list.is_empty() => "an empty list".to_string(),
            Value::List(_) => "a list".to_string(),
            Value::Table(_) => "a table".to_string(),
        }
    }
}

/// The entry for a table that the command line or a parameter file adds.
pub(crate) fn empty_table(key: &str, place: &Place) -> Entry {
    Entry {
        key: key.to_string(),
        key_place: place.clone(),
        node: Node { value: Value::Table(Table::default()), place: place.clone() },
    }
}

/// The text in quotes, shortened so that it fits on a line.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let short: String = text.chars().take(LONGEST).collect();
    let dots = if text.chars().count() > LONGEST { "..." } else { "" };
    format!("\"{}{dots}\"", short.escape_debug())
}
