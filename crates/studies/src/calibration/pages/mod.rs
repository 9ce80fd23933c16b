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
mod frame;
mod learned;
pub mod manifest;
mod method_figures;
mod parameters_figure;
pub mod posterior;
mod ranks;
pub mod terminal;
mod trust;
mod validated;
mod words;

use homeground_report::answer_page::Frame;
use homeground_report::answer_page::StudyPage;
use homeground_report::language::Language;
use homeground_report::saved::{ContentError, SavedTexts};

use manifest::CalibrationManifest;

/// The page of a calibration or validation: its frame and what it says and shows.
///
/// # Errors
/// When the manifest holds neither, or a table is missing or damaged.
pub fn page<'page>(
    manifest: &'page CalibrationManifest,
    texts: &SavedTexts,
    language: Language,
) -> Result<(Frame<'page>, StudyPage), ContentError> {
    let (head, page) = if let Some(note) = &manifest.calibration {
        calibrated::page(texts, note, language)?
    } else if let Some(note) = &manifest.validation {
        validated::page(texts, note, language)?
    } else {
        return Err(ContentError::Damaged {
            file: "manifest.json".to_owned(),
            reason: "it holds neither a calibration nor a validation".to_owned(),
        });
    };
    Ok((frame::frame(manifest, head, language), page))
}

#[cfg(test)]
mod tests;
