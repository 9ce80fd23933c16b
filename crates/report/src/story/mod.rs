//! The story of one family: told in text, and drawn.
//!
//! | file | holds |
//! | --- | --- |
//! | `words` | names of factors, places, people and states in both languages |
//! | `sentences` | what happens, as clauses |
//! | `text` | the story from the family to the table of arms |
//! | `figure` | the same weeks as a figure |

mod figure;
mod sentences;
mod text;
mod words;

use std::path::{Path, PathBuf};

use super::error::ReportError;
use super::words::Language;
use crate::outcomes::chronicle::Chronicle;

/// Which weeks are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weeks {
    /// Those in which something happens.
    #[default]
    Eventful,
    /// Those, and then every week in a table.
    All,
}

/// The story in lines no wider than `width`, if its words allow it.
///
/// `remark` stands before the last sentence, which is always the same: that this is
/// one simulated family.
pub fn tell(
    chronicle: &Chronicle,
    language: Language,
    weeks: Weeks,
    remark: &str,
    width: usize,
) -> String {
    text::tell(chronicle, language, weeks, remark, width)
}

/// Draws the story into `folder`, which is made if it is not there: `family_N.svg`
/// and `family_N.png`. Returns their paths.
///
/// # Errors
/// When the folder or a file cannot be written.
pub fn draw(
    chronicle: &Chronicle,
    language: Language,
    folder: &Path,
) -> Result<Vec<PathBuf>, ReportError> {
    std::fs::create_dir_all(folder).map_err(|error| ReportError::Unwritable {
        file: folder.to_owned(),
        reason: error.to_string(),
    })?;
    let scene = figure::draw(chronicle, language);
    let name = format!("family_{}", chronicle.family.family);
    super::write_figure(folder, &name, Some(&scene))
}

#[cfg(test)]
mod tests;
