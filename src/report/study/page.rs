//! The parts of a study's page, and the page as HTML.

use askama::Template;

use crate::report::fonts;
use crate::report::html;
use crate::report::page_tables::PageTable;
use crate::report::prose::Prose;
use crate::report::readings;
use crate::report::scene::Scene;
use crate::report::svg;
use crate::report::words::Language;

use super::results::StudyResults;
use super::telling;

/// What the page of a study says and shows.
#[derive(Clone, Debug)]
pub struct StudyPage {
    /// The answer in one sentence, with its uncertainty.
    pub answer: String,
    /// What stands below it, each in a sentence.
    pub points: Vec<String>,
    /// The sections, most important first.
    pub sections: Vec<Section>,
    /// How this kind of study works, in paragraphs.
    pub method: Vec<String>,
    /// What it cannot tell.
    pub limits: Vec<String>,
}

/// A section of the page. It begins with its answer.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// For links within the page.
    pub key: &'static str,
    /// Heading.
    pub heading: String,
    /// The answer in one sentence.
    pub answer: String,
    /// What else there is to say.
    pub paragraphs: Vec<String>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Tables.
    pub tables: Vec<TableBlock>,
}

/// A figure with its words.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Name of its files.
    pub name: String,
    /// The figure.
    pub scene: Scene,
    /// What it shows, as the title of its caption.
    pub takeaway: String,
    /// How to read it.
    pub reading: String,
}

/// A table with what there is to say of it.
#[derive(Clone, Debug, Default)]
pub struct TableBlock {
    /// The table.
    pub table: PageTable,
    /// A remark below it; may be empty.
    pub note: String,
    /// Is it folded, so that it opens on a click?
    pub folded: bool,
}

#[derive(Template)]
#[template(path = "study.html")]
struct Html<'page> {
    words: &'static Prose,
    kind: &'static str,
    version: &'page str,
    font_faces: &'static str,
    style: &'static str,
    title: &'page str,
    question: &'page str,
    asked: String,
    facts: String,
    reading: String,
    page: &'page StudyPage,
    svgs: Vec<Vec<String>>,
    intervals: String,
    common_method: &'static str,
    warnings: &'page [String],
    again: Vec<(String, String)>,
}

/// The whole page as HTML.
///
/// # Errors
/// In words, when the page cannot be put together.
pub fn html(
    results: &StudyResults,
    page: &StudyPage,
    language: Language,
) -> Result<String, String> {
    let manifest = &results.manifest;
    let title = if manifest.title.is_empty() {
        &manifest.scenario
    } else {
        &manifest.title
    };
    let inline = |figure: &Figure| svg::inline(&figure.scene, &format!("svg-{}", figure.name));
    Html {
        words: language.prose(),
        kind: telling::kind_name(&results.note.kind, language),
        version: &manifest.version,
        font_faces: fonts::font_faces(),
        style: include_str!("../templates/style.css"),
        title,
        question: &manifest.question,
        asked: telling::asked(results, language),
        facts: telling::facts(results, language),
        reading: readings::of_results(manifest, language),
        page,
        svgs: page
            .sections
            .iter()
            .map(|section| section.figures.iter().map(inline).collect())
            .collect(),
        intervals: telling::intervals(results, language),
        common_method: telling::common_method(language),
        warnings: &manifest.warnings,
        again: html::again(manifest, language),
    }
    .render()
    .map_err(|error| error.to_string())
}
