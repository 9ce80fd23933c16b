//! The page of a calibration, and that of a validation.
//!
//! | file | holds |
//! | --- | --- |
//! | `manifest` | what the folder notes of the work |
//! | `posterior` | a sample, and targets, as files |
//! | `calibrated`, `validated` | what the page of each says and shows |
//! | `fit` | what fits and what does not |
//! | `learned` | parameters and pairs: what the evidence could set |
//! | `trust` | conflicts, waves, convergence, what a sample is worth |
//! | `ranks` | the test of the method on data whose truth is known |
//! | `checks_figure`, `parameters_figure`, `method_figures` | figures |
//! | `page` | what head and foot of the page say |
//! | `words` | names, numbers and verdicts in two languages |
//! | `terminal` | what the terminal says in the end |

mod calibrated;
mod checks_figure;
mod fit;
mod learned;
pub mod manifest;
mod method_figures;
mod page;
mod parameters_figure;
pub mod posterior;
mod ranks;
pub mod terminal;
mod trust;
mod validated;
mod words;

use std::path::Path;

use serde::de::DeserializeOwned;

use super::error::ReportError;
use super::results;
use super::study::{self, page::StudyPage};
use super::words::Language;
use super::ReportPaths;

use manifest::CalibrationManifest;
use page::Head;

/// Draws figures and page of a calibration's or validation's folder into that folder.
///
/// # Errors
/// When the folder holds neither, a file is missing or damaged, or something cannot be
/// written.
pub fn draw(folder: &Path, language: Language) -> Result<ReportPaths, ReportError> {
    let manifest = CalibrationManifest::read(folder)?;
    let (head, page) = contents(folder, &manifest, language)?;
    let frame = page::frame(&manifest, head, language);
    study::page::draw(folder, &frame, page, language)
}

/// What the page says and shows.
fn contents(
    folder: &Path,
    manifest: &CalibrationManifest,
    language: Language,
) -> Result<(Head, StudyPage), ReportError> {
    if let Some(note) = &manifest.calibration {
        return calibrated::page(folder, note, language);
    }
    match &manifest.validation {
        Some(note) => validated::page(folder, note, language),
        None => Err(ReportError::NoResults {
            folder: folder.to_owned(),
        }),
    }
}

/// The rows of a table of a folder.
fn rows<Row: DeserializeOwned>(folder: &Path, name: &str) -> Result<Vec<Row>, ReportError> {
    let file = folder.join(name);
    let text = results::read_text(&file)?;
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|error| ReportError::Damaged {
            file,
            reason: error.to_string(),
        })
}

#[cfg(test)]
mod tests;
