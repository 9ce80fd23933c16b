//! A study's results folder in memory.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::report::error::ReportError;
use crate::report::results::{self, Manifest, StudyNote};
use crate::report::style::ArmStyle;

/// A study's results folder.
#[derive(Clone, Debug)]
pub struct StudyResults {
    /// Where it is.
    pub folder: PathBuf,
    /// What was simulated.
    pub manifest: Manifest,
    /// What was asked.
    pub note: StudyNote,
}

impl StudyResults {
    /// Reads a folder.
    ///
    /// # Errors
    /// When it holds no study, or a file is missing or damaged.
    pub fn read(folder: &Path) -> Result<StudyResults, ReportError> {
        let manifest = results::read_manifest(folder)?;
        results::check_digests(folder, &manifest)?;
        let damaged = |name: &str, reason: String| ReportError::Damaged {
            file: folder.join(name),
            reason,
        };
        let note = manifest
            .study
            .clone()
            .ok_or_else(|| damaged("manifest.json", "it holds no study".to_owned()))?;
        Ok(StudyResults {
            folder: folder.to_owned(),
            manifest,
            note,
        })
    }

    /// The rows of a table of the folder.
    ///
    /// # Errors
    /// When the file is missing or damaged.
    pub fn rows<Row: DeserializeOwned>(&self, name: &str) -> Result<Vec<Row>, ReportError> {
        let file = self.folder.join(name);
        let text = results::read_text(&file)?;
        csv::Reader::from_reader(text.as_bytes())
            .deserialize()
            .collect::<Result<_, _>>()
            .map_err(|error| ReportError::Damaged {
                file,
                reason: error.to_string(),
            })
    }

    /// A fact that the kind has noted.
    ///
    /// # Errors
    /// When the manifest lacks it.
    pub fn fact<T: DeserializeOwned>(&self, name: &str) -> Result<T, ReportError> {
        let value = self.note.facts.get(name).cloned().unwrap_or_default();
        serde_json::from_value(value).map_err(|error| ReportError::Damaged {
            file: self.folder.join("manifest.json"),
            reason: format!("its study has no usable `{name}`: {error}"),
        })
    }

    /// How an arm looks in every figure: by its place in the scenario.
    pub fn style(&self, arm: &str) -> ArmStyle {
        let place = self.manifest.arms.iter().position(|one| one.name == arm);
        ArmStyle::of(place.unwrap_or(0))
    }
}
