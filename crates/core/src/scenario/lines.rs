//! Lines of a TOML file as they are written.

use std::fmt::Write;

/// Lines of a file, one after the other.
#[derive(Default)]
pub(crate) struct Lines {
    pub text: String,
}

impl Lines {
    pub(crate) fn header(&mut self, header: &str) {
        self.text.push('\n');
        self.text.push_str(header);
        self.text.push('\n');
    }

    pub(crate) fn raw(&mut self, key: &str, value: impl std::fmt::Display) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.text, "{key} = {value}");
    }

    pub(crate) fn text(&mut self, key: &str, text: &str) {
        self.raw(key, quoted(text));
    }

    /// A list of values that are written already.
    pub(crate) fn list(&mut self, key: &str, entries: impl Iterator<Item = String>) {
        self.raw(key, list(entries));
    }

    pub(crate) fn number(&mut self, key: &str, value: f64) {
        self.raw(key, number(value));
    }
}

/// The shortest digits that read back to the same number.
pub(crate) fn number(value: f64) -> String {
    format!("{value:?}")
}

/// A list of values that are written already.
pub(crate) fn list(entries: impl Iterator<Item = String>) -> String {
    format!("[{}]", entries.collect::<Vec<_>>().join(", "))
}

/// A key, in quotes if it holds more than plain signs.
pub(crate) fn key_to_toml(key: &str) -> String {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '-';
    if !key.is_empty() && key.chars().all(plain) { key.to_string() } else { quoted(key) }
}

/// A basic string of TOML on one line.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            sign if sign.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(sign))),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}
