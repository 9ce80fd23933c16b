//! What people see of results: tables, figures and the report.
//!
//! | file | holds |
//! | --- | --- |
//! | [`tables`], [`rows`] | the CSV tables of a results folder, in and out |
//! | `results` | a results folder in memory |
//! | `figures/` | one file a figure; each gives a `scene` |
//! | `scene`, `style`, `labels`, `axis`, `fonts` | what figures are made of |
//! | `svg`, `png` | a scene as a file |
//! | `words`, `prose`, `sentences`, `takeaways`, `numbers` | English and Norwegian |
//! | `ranking`, `danger` | what the numbers allow to say of the order of arms, and of danger |
//! | `html`, `page_tables`, `assumptions`, `templates/` | the page |
//! | [`sealed`], [`origin`] | saved state that is used whole or not at all, and of which run it is |
//! | [`checkpoint`], [`shard`] | runs that go on, runs that are put together |
//! | [`terminal`] | the short table at the end of a run |
//! | [`plain`] | paragraphs and tables for terminals |
//! | [`study`] | the page of a study: one file a kind |
//! | [`calibration`] | the pages of a calibration and of a validation |
//! | [`story`] | the story of one family, told and drawn |
//!
//! ```no_run
//! use homeground::report::{self, Language};
//!
//! let paths = report::draw("results/home_or_office".as_ref(), Language::Norwegian)?;
//! println!("{}", paths.report.display());
//! # Ok::<(), report::ReportError>(())
//! ```

mod assumptions;
mod axis;
pub mod calibration;
pub mod checkpoint;
mod danger;
mod error;
pub mod families;
mod figures;
mod files;
pub mod folder;
mod fonts;
mod html;
mod labels;
mod measures;
mod numbers;
pub mod origin;
mod page_tables;
mod parquet;
pub mod plain;
mod png;
mod prose;
mod ranking;
pub mod readings;
pub mod results;
pub mod rows;
mod scene;
pub mod sealed;
mod sentences;
pub mod shard;
pub mod story;
pub mod study;
mod style;
mod svg;
pub mod tables;
mod takeaways;
pub mod terminal;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

pub use error::ReportError;
pub use words::Language;

use calibration::manifest::CalibrationManifest;
use figures::FIGURES;
use html::Drawn;
use results::Results;

/// What was written into a results folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPaths {
    /// `report.html`.
    pub report: PathBuf,
    /// Every figure, SVG and PNG.
    pub figures: Vec<PathBuf>,
    /// The answer of a study in one sentence.
    pub answer: Option<String>,
}

/// Draws the figures and the report of a results folder into that folder.
///
/// Each file appears whole or not at all; a figure for which the results hold
/// nothing is left out, and an older file of that name is removed.
///
/// # Errors
/// When the folder holds no results of homeground, a file is missing or damaged, or
/// something cannot be written.
pub fn draw(folder: &Path, language: Language) -> Result<ReportPaths, ReportError> {
    if CalibrationManifest::is_in(folder) {
        return calibration::draw(folder, language);
    }
    if results::read_manifest(folder)?.study.is_some() {
        return study::draw(folder, language);
    }
    let results = Results::read(folder)?;
    let figure_folder = folder.join("figures");
    std::fs::create_dir_all(&figure_folder).map_err(|error| ReportError::Unwritable {
        file: figure_folder.clone(),
        reason: error.to_string(),
    })?;
    let drawn: Vec<Drawn> = FIGURES
        .par_iter()
        .map(|(name, draw)| (*name, draw(&results, language)))
        .collect();
    let written: Vec<Vec<PathBuf>> = drawn
        .par_iter()
        .map(|(name, scene)| write_figure(&figure_folder, name, scene.as_ref()))
        .collect::<Result<_, _>>()?;
    let report = folder.join("report.html");
    files::replace(&report, |temporary| {
        let page = html::page(&results, &drawn, language)?;
        std::fs::write(temporary, page).map_err(|error| error.to_string())
    })?;
    Ok(ReportPaths {
        report,
        figures: written.concat(),
        answer: None,
    })
}

/// Writes a figure as SVG and PNG, or removes what an earlier report left of it.
fn write_figure(
    folder: &Path,
    name: &str,
    scene: Option<&scene::Scene>,
) -> Result<Vec<PathBuf>, ReportError> {
    let paths = ["svg", "png"].map(|ending| folder.join(format!("{name}.{ending}")));
    let Some(scene) = scene else {
        for path in paths.iter().filter(|path| path.exists()) {
            std::fs::remove_file(path).map_err(|error| ReportError::Unwritable {
                file: path.clone(),
                reason: error.to_string(),
            })?;
        }
        return Ok(Vec::new());
    };
    files::replace(&paths[0], |temporary| {
        std::fs::write(temporary, svg::file(scene)).map_err(|error| error.to_string())
    })?;
    files::replace(&paths[1], |temporary| png::write(scene, temporary))?;
    Ok(paths.to_vec())
}
