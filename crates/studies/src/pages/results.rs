//! A study's results in memory.

use serde::de::DeserializeOwned;

use homeground_core::outcomes::manifest::{Manifest, StudyNote};
use homeground_figures::style::ArmStyle;
use homeground_figures::text::Text;
use homeground_report::saved::{ContentError, SavedTexts};
use homeground_report::translated;

use crate::pages::names;

/// A study's results.
#[derive(Clone, Debug)]
pub struct StudyResults {
    /// What was simulated.
    pub manifest: Manifest,
    /// What was asked.
    pub note: StudyNote,
    /// The scenario as it was studied.
    pub scenario: toml::Table,
    texts: SavedTexts,
}

impl StudyResults {
    /// Of a manifest and the tables of its folder.
    ///
    /// # Errors
    /// When it is the manifest of something else, or the scenario cannot be read.
    pub fn new(manifest: Manifest, texts: SavedTexts) -> Result<StudyResults, ContentError> {
        let note = manifest.study.clone().ok_or_else(|| ContentError::Damaged {
            file: "manifest.json".to_owned(),
            reason: "it holds no study".to_owned(),
        })?;
        Ok(StudyResults { manifest, note, scenario: texts.scenario()?, texts })
    }

    /// The rows of a table.
    ///
    /// # Errors
    /// When it is missing or damaged.
    pub fn rows<Row: DeserializeOwned>(&self, name: &str) -> Result<Vec<Row>, ContentError> {
        self.texts.rows(name)
    }

    /// A fact that the kind has noted.
    ///
    /// # Errors
    /// When the manifest lacks it.
    pub fn fact<T: DeserializeOwned>(&self, name: &str) -> Result<T, ContentError> {
        let value = self.note.facts.get(name).cloned().unwrap_or_default();
        serde_json::from_value(value).map_err(|error| ContentError::Damaged {
            file: "manifest.json".to_owned(),
            reason: format!("its study has no usable `{name}`: {error}"),
        })
    }

    /// An arm as pages call it, which may differ between languages; `name` as tables hold it.
    pub fn arm(&self, name: &str) -> Text {
        translated::arm_name(name, &self.scenario)
    }

    /// The studied arms as pages call them.
    pub fn arms(&self) -> Text {
        Text::list(self.note.arms.iter().map(|name| self.arm(name)))
    }

    /// The arm that others are compared with, as pages call it.
    pub fn reference_arm(&self) -> Text {
        self.arm(&self.manifest.reference)
    }

    /// A varied field for people, which may be one of an arm.
    pub fn field(&self, path: &str) -> Text {
        names::field_of(path, |name| self.arm(name))
    }

    /// How an arm looks in every figure: by its place in the scenario.
    pub fn style(&self, arm: &str) -> ArmStyle {
        let place = self.manifest.arms.iter().position(|one| one.name == arm);
        ArmStyle::of(place.unwrap_or(0))
    }
}
