//! The page of a study: question, answer, figures, tables, method, limits.
//!
//! | file | holds |
//! | --- | --- |
//! | `results` | a study's results folder in memory |
//! | `page` | the parts of a page, and the page as HTML |
//! | `checkpoint` | the state of a study that was interrupted |
//! | `chart`, `row_chart`, `heat_map`, `small_multiples`, `scatter` | figures that several kinds draw |
//! | `names` | fields, values and mechanisms in words |
//! | `telling` | outcomes and differences in words |
//! | one file a kind | the figures and sections of that kind |

mod assumptions;
mod assumptions_figure;
mod assumptions_words;
pub(super) mod chart;
pub mod checkpoint;
mod design;
mod heat_map;
mod names;
pub(super) mod page;
mod results;
mod row_chart;
mod scatter;
mod sensitivity;
mod sensitivity_figures;
mod sensitivity_words;
mod small_multiples;
mod sweep;
mod switch;
mod telling;
mod threshold;
mod threshold_figures;
mod threshold_words;
mod uncertainty;
mod uncertainty_figures;
mod uncertainty_words;
mod values;

use std::path::Path;

use super::error::ReportError;
use super::words::Language;
use super::{ReportPaths, html, readings};

use page::{Frame, StudyPage};
use results::StudyResults;

/// Draws figures and page of a study's results folder into that folder.
///
/// # Errors
/// When the folder holds no study, a file is missing or damaged, or something cannot be
/// written.
pub fn draw(folder: &Path, language: Language) -> Result<ReportPaths, ReportError> {
    let results = StudyResults::read(folder)?;
    let page = contents(&results, language)?;
    page::draw(folder, &frame(&results, language), page, language)
}

fn frame(results: &StudyResults, language: Language) -> Frame<'_> {
    let manifest = &results.manifest;
    let title = match manifest.title.is_empty() {
        true => &manifest.scenario,
        false => &manifest.title,
    };
    let kind = telling::kind_name(&results.note.kind, language);
    Frame {
        heading: format!("{title}: {kind}"),
        asked: telling::asked(results, language),
        question: &manifest.question,
        facts: telling::facts(results, language),
        reading: readings::of_results(manifest, language),
        intervals: telling::intervals(results, language),
        intervals_are_method: true,
        common_method: telling::common_method(language),
        warnings: &manifest.warnings,
        again_note: language.prose().study_again_note,
        again: html::again(manifest, language),
        version: &manifest.version,
    }
}

/// What the page of a study says and shows, by its kind.
fn contents(results: &StudyResults, language: Language) -> Result<StudyPage, ReportError> {
    match results.note.kind.as_str() {
        "sweep" => sweep::page(results, language),
        "design" => design::page(results, language),
        "switch" => switch::page(results, language),
        "sensitivity" => sensitivity::page(results, language),
        "assumptions" => assumptions::page(results, language),
        "threshold" => threshold::page(results, language),
        "uncertainty" => uncertainty::page(results, language),
        other => Err(ReportError::Damaged {
            file: results.folder.join("manifest.json"),
            reason: format!(
                "it holds a study of the kind {other:?}, which this version does not know"
            ),
        }),
    }
}

/// Labels of a study's figures that are cut off or overlap, in words.
#[cfg(test)]
pub fn label_problems(folder: &Path, language: Language) -> Vec<String> {
    let results = StudyResults::read(folder).expect("a study");
    let page = contents(&results, language).expect("a page");
    let figures = page.sections.iter().flat_map(|section| &section.figures);
    figures
        .flat_map(|figure| {
            let problems = figure.scene.label_problems().into_iter();
            problems.map(|problem| format!("{}: {problem}", figure.name))
        })
        .collect()
}
