//! The page of a calibration, and that of a validation.
//!
//! | file | holds |
//! | --- | --- |
//! | `calibration_page`, `validation_page` | what the page of each says and shows |
//! | `frame` | what head and foot of both say |
//! | `goodness_of_fit`, `checks_figure` | targets against the model: what fits and what does not |
//! | `prior_to_posterior`, `parameters_figure` | which parameters the evidence could set |
//! | `correlated_pairs` | which of them it ties together |
//! | `conflicts` | targets that pull against each other |
//! | `convergence`, `waves_figure` | how the search went, and what the sample is worth |
//! | `ranks`, `ranks_figure` | the test of the method on data whose truth is known |
//! | `check_values` | names and numbers of targets and parameters |
//! | `figure_parts` | what several of the figures draw |
//! | [`terminal`] | what the terminal says in the end |

mod calibration_page;
mod check_values;
mod checks_figure;
mod conflicts;
mod convergence;
mod correlated_pairs;
mod figure_parts;
mod frame;
mod goodness_of_fit;
mod parameters_figure;
mod prior_to_posterior;
mod ranks;
mod ranks_figure;
pub mod terminal;
mod validation_page;
mod waves_figure;

use homeground_report::answer_page::{AnswerPage, Frame};
use homeground_report::saved::{ContentError, SavedTexts};

use crate::calibration::CalibrationManifest;

/// The page of a calibration or validation: its frame and what it says and shows.
///
/// # Errors
/// When the manifest holds neither, or a table is missing or damaged.
pub fn page<'page>(
    manifest: &'page CalibrationManifest,
    texts: &SavedTexts,
) -> Result<(Frame<'page>, AnswerPage), ContentError> {
    let (head, page) = if let Some(note) = &manifest.calibration {
        (calibration_page::head(note), calibration_page::page(texts, note)?)
    } else if let Some(note) = &manifest.validation {
        (validation_page::head(note), validation_page::page(texts, note)?)
    } else {
        return Err(ContentError::Damaged {
            file: "manifest.json".to_owned(),
            reason: "it holds neither a calibration nor a validation".to_owned(),
        });
    };
    Ok((frame::frame(manifest, head), page))
}

#[cfg(test)]
mod tests;
