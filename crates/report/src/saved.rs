//! The texts of a results folder, as values.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

/// Why the content of a results folder cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// A file is not there.
    #[error("{file} is missing")]
    Missing {
        /// Its name.
        file: String,
    },
    /// A file cannot be understood.
    #[error("{file} cannot be read: {reason}")]
    Damaged {
        /// Its name.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// The tables and other texts of a results folder by file name.
#[derive(Clone, Debug, Default)]
pub struct SavedTexts(BTreeMap<String, String>);

impl SavedTexts {
    /// Of these texts by file name.
    pub fn new(texts: BTreeMap<String, String>) -> Self {
        Self(texts)
    }

    /// The text of a file.
    ///
    /// # Errors
    /// When it is missing.
    pub fn text(&self, file: &str) -> Result<&str, ContentError> {
        self.0
            .get(file)
            .map(String::as_str)
            .ok_or_else(|| ContentError::Missing { file: file.to_owned() })
    }

    /// The scenario as it was run.
    ///
    /// # Errors
    /// When it is missing or damaged.
    pub fn scenario(&self) -> Result<toml::Table, ContentError> {
        const FILE: &str = "scenario.toml";
        self.text(FILE)?.parse().map_err(|error: toml::de::Error| ContentError::Damaged {
            file: FILE.to_owned(),
            reason: error.message().to_owned(),
        })
    }

    /// The rows of a table.
    ///
    /// # Errors
    /// When it is missing or damaged.
    pub fn rows<Row: DeserializeOwned>(&self, file: &str) -> Result<Vec<Row>, ContentError> {
        csv::Reader::from_reader(self.text(file)?.as_bytes())
            .deserialize()
            .collect::<Result<_, _>>()
            .map_err(|error| ContentError::Damaged {
                file: file.to_owned(),
                reason: error.to_string(),
            })
    }
}
