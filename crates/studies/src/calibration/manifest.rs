//! The manifest of a calibration or validation: what was held against what, and how.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use homeground_core::evidence::LiteratureReading;
use homeground_report::saved::ContentError;

/// `manifest.json` of a calibration or a validation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalibrationManifest {
    /// Always `homeground`.
    pub program: String,
    /// Version of the program.
    pub version: String,
    /// Version of the model.
    pub model_version: u32,
    /// The reading of the literature.
    pub reading: LiteratureReading,
    /// What it means, in words.
    pub reading_meaning: String,
    /// The calibration, where the folder holds one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calibration: Option<CalibrationNote>,
    /// The validation, where the folder holds one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation: Option<ValidationNote>,
    /// Digests of the tables, by file name.
    #[serde(default)]
    pub files: BTreeMap<String, String>,
    /// Threads used.
    pub threads: u64,
    /// When it began.
    pub started: String,
    /// How long it took; of one that was interrupted, the last process.
    pub seconds: f64,
    /// The command line.
    pub command: String,
    /// What a reader should know.
    #[serde(default)]
    pub warnings: Vec<String>,
}

/// What was calibrated, with how much work, and how well it went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalibrationNote {
    /// The reading of the literature.
    pub reading: LiteratureReading,
    /// Seed of all random numbers.
    pub seed: u64,
    /// How much work.
    pub effort: EffortNote,
    /// The targets.
    pub targets: TargetsNote,
    /// Number of parameters that could move.
    pub parameters: u64,
    /// Independent draws that the weighted ones are worth.
    pub effective_draws: f64,
    /// The largest weight of a draw.
    pub largest_weight: f64,
    /// The largest potential scale reduction of any parameter.
    pub largest_scale_reduction: f64,
    /// Family-weeks simulated, those of earlier processes included.
    pub family_weeks: u64,
    /// How long it took, seconds.
    pub seconds: f64,
}

/// How much work a calibration did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffortNote {
    /// Points of the first wave.
    pub points: u64,
    /// Points of each further wave.
    pub further_points: u64,
    /// Further waves.
    pub waves: u64,
    /// Families in an ordinary design at each point.
    pub families: u64,
    /// Draws of the posterior that were simulated.
    pub draws: u64,
    /// Draws that were kept of them, about.
    pub kept: u64,
    /// Families in an ordinary design at each draw.
    pub draw_families: u64,
    /// Chains of the last emulators.
    pub chains: u64,
    /// Steps that each of them kept.
    pub steps: u64,
}

/// Which targets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetsNote {
    /// How many.
    pub count: u64,
    /// The user's own file, if any.
    pub file: Option<String>,
    /// Its digest.
    pub file_hash: Option<String>,
    /// Were the targets of the program left out?
    pub only_own: bool,
    /// Digest of `targets.csv`, the targets as they were used.
    pub hash: String,
}

/// What was validated, and with how much work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValidationNote {
    /// The reading of the literature.
    pub reading: LiteratureReading,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Was everything simulated that there is?
    pub full: bool,
    /// Draws of the posterior that were simulated.
    pub draws: u64,
    /// Families in an ordinary design at each draw.
    pub families: u64,
    /// The sample.
    pub posterior: PosteriorNote,
    /// The targets.
    pub targets: TargetsNote,
    /// Simulated data sets of the test of the method; none where it was not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranks: Option<u64>,
    /// Family-weeks simulated, those of earlier processes included.
    pub family_weeks: u64,
    /// How long it took, seconds.
    pub seconds: f64,
}

/// Which sample of the parameters was validated.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosteriorNote {
    /// The user's file; none for the sample of the program.
    pub file: Option<String>,
    /// Its digest.
    pub file_hash: Option<String>,
    /// Its draws.
    pub draws: u64,
    /// Independent draws that they are worth.
    pub effective_draws: f64,
}

impl CalibrationManifest {
    /// Is a manifest that of a calibration or validation?
    pub fn is(manifest: &serde_json::Value) -> bool {
        manifest.get("calibration").is_some() || manifest.get("validation").is_some()
    }

    /// The manifest as a value.
    ///
    /// # Errors
    /// When it is damaged or holds neither a calibration nor a validation.
    pub fn from_json(manifest: serde_json::Value) -> Result<Self, ContentError> {
        let damaged =
            |reason: String| ContentError::Damaged { file: "manifest.json".to_owned(), reason };
        let manifest: Self =
            serde_json::from_value(manifest).map_err(|error| damaged(error.to_string()))?;
        if manifest.calibration.is_none() && manifest.validation.is_none() {
            return Err(damaged("it holds neither a calibration nor a validation".to_owned()));
        }
        Ok(manifest)
    }
}
