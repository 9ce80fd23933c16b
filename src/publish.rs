//! Figures and page of a results folder, from its tables.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use homeground_core::outcomes::chronicle::Chronicle;
use homeground_core::outcomes::manifest::Manifest;
use homeground_figures::chart::Chart;
use homeground_figures::scene::Scene;
use homeground_figures::svg;
use homeground_figures::text::Teller;
use homeground_report::answer_page::{self, AnswerPage, Frame};
use homeground_report::figures::FIGURES;
use homeground_report::html::{self, Drawn};
use homeground_report::results::{Results, SavedRows};
use homeground_report::saved::{ContentError, SavedTexts};
use homeground_report::story;
use homeground_report::words::Words;
use homeground_store::error::ReportError;
use homeground_store::{files, png, saved, tables};
use homeground_studies::calibration::{CalibrationManifest, pages as calibration_pages};
use homeground_studies::pages::results::StudyResults;

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
pub fn draw(folder: &Path, words: &Words) -> Result<ReportPaths, ReportError> {
    let json = saved::read_json(folder)?;
    if CalibrationManifest::is(&json) {
        let manifest =
            CalibrationManifest::from_json(json).map_err(|error| in_folder(folder, error))?;
        saved::check_digests_of(folder, &manifest.files)?;
        let texts = SavedTexts::new(saved::read_texts(folder)?);
        let (frame, page) =
            calibration_pages::page(&manifest, &texts).map_err(|error| in_folder(folder, error))?;
        return write_page(folder, &frame, &page, words);
    }
    let manifest = saved::read_manifest(folder)?;
    saved::check_digests(folder, &manifest)?;
    let texts = SavedTexts::new(saved::read_texts(folder)?);
    if manifest.study.is_some() {
        let results =
            StudyResults::new(manifest, texts).map_err(|error| in_folder(folder, error))?;
        let (frame, page) =
            homeground_studies::page(&results).map_err(|error| in_folder(folder, error))?;
        return write_page(folder, &frame, &page, words);
    }
    draw_run(folder, manifest, &texts, words)
}

/// Results of a run as its folder holds them.
///
/// # Errors
/// When it is no results folder of a run, or a file is missing or damaged.
pub fn read_run(
    folder: &Path,
    manifest: Manifest,
    texts: &SavedTexts,
) -> Result<Results, ReportError> {
    let rows = SavedRows {
        summary: tables::read_summary(&folder.join("summary.csv"))?,
        contrasts: tables::read_contrasts(&folder.join("contrasts.csv"))?,
        subgroups: tables::read_subgroups(&folder.join("subgroups.csv"))?,
        curves: tables::read_curves(&folder.join("curves.csv"))?,
    };
    Results::new(manifest, rows, texts).map_err(|error| in_folder(folder, error))
}

fn draw_run(
    folder: &Path,
    manifest: Manifest,
    texts: &SavedTexts,
    words: &Words,
) -> Result<ReportPaths, ReportError> {
    let results = read_run(folder, manifest, texts)?;
    let figure_folder = make_figure_folder(folder)?;
    let drawn: Vec<Drawn> = FIGURES.iter().map(|(name, chart)| (*name, chart(&results))).collect();
    let written: Vec<Vec<PathBuf>> = drawn
        .par_iter()
        .map(|(name, chart)| {
            let scene = chart.as_ref().map(|chart| chart.draw(words));
            write_figure(&figure_folder, name, scene.as_ref())
        })
        .collect::<Result<_, _>>()?;
    let report = folder.join("report.html");
    files::replace(&report, |temporary| {
        let page = html::page(&results, &drawn, words)?;
        std::fs::write(temporary, page).map_err(|error| error.to_string())
    })?;
    Ok(ReportPaths { report, figures: written.concat(), answer: None })
}

/// Writes the figures of a page and the page itself into a folder.
fn write_page(
    folder: &Path,
    frame: &Frame<'_>,
    page: &AnswerPage,
    words: &Words,
) -> Result<ReportPaths, ReportError> {
    let figure_folder = make_figure_folder(folder)?;
    let figures: Vec<_> = page.sections.iter().flat_map(|section| &section.figures).collect();
    let written: Vec<Vec<PathBuf>> = figures
        .par_iter()
        .map(|figure| write_figure(&figure_folder, &figure.name, Some(&figure.chart.draw(words))))
        .collect::<Result<_, _>>()?;
    let report = folder.join("report.html");
    files::replace(&report, |temporary| {
        let text = answer_page::html(frame, page, words)?;
        std::fs::write(temporary, text).map_err(|error| error.to_string())
    })?;
    Ok(ReportPaths { report, figures: written.concat(), answer: Some(words.tell(&page.answer)) })
}

fn make_figure_folder(folder: &Path) -> Result<PathBuf, ReportError> {
    let figures = folder.join("figures");
    std::fs::create_dir_all(&figures).map_err(|error| ReportError::Unwritable {
        file: figures.clone(),
        reason: error.to_string(),
    })?;
    Ok(figures)
}

/// Writes a figure as SVG and PNG, or removes what an earlier report left of it.
///
/// # Errors
/// When a file cannot be written or removed.
pub fn write_figure(
    folder: &Path,
    name: &str,
    scene: Option<&Scene>,
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

/// Draws the story of a family into `folder`, which is made if it is not there:
/// `family_N.svg` and `family_N.png`. Returns their paths.
///
/// # Errors
/// When the folder or a file cannot be written.
pub fn draw_story(
    chronicle: &Chronicle,
    words: &Words,
    folder: &Path,
) -> Result<Vec<PathBuf>, ReportError> {
    std::fs::create_dir_all(folder).map_err(|error| ReportError::Unwritable {
        file: folder.to_owned(),
        reason: error.to_string(),
    })?;
    let scene = story::figure(chronicle).draw(words);
    let name = format!("family_{}", chronicle.family.family);
    write_figure(folder, &name, Some(&scene))
}

/// What is wrong with the content of a folder, with the path of the file.
fn in_folder(folder: &Path, error: ContentError) -> ReportError {
    match error {
        ContentError::Missing { file } => ReportError::Missing { file: folder.join(file) },
        ContentError::Damaged { file, reason } => {
            ReportError::Damaged { file: folder.join(file), reason }
        }
    }
}
