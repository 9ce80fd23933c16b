//! The parts of a page that begins with its answer, and the page as HTML: of studies, and
//! of calibrations and validations.

use askama::Template;

use crate::language::Language;
use crate::page_tables::PageTable;
use crate::prose::Prose;
use homeground_figures::fonts;
use homeground_figures::scene::Scene;
use homeground_figures::svg;

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

impl Section {
    /// The same with a figure, if there is one.
    pub fn with(mut self, figure: Option<Figure>) -> Section {
        self.figures.extend(figure);
        self
    }

    /// The same with a table, unless it has no rows.
    pub fn and(mut self, table: PageTable, folded: bool) -> Section {
        if !table.rows.is_empty() {
            self.tables.push(TableBlock {
                table,
                note: String::new(),
                folded,
            });
        }
        self
    }
}

/// What the head and the foot of a page say.
#[derive(Clone, Debug)]
pub struct Frame<'page> {
    /// Heading.
    pub heading: String,
    /// What is asked.
    pub asked: String,
    /// What the scenario behind it asks; empty if there is none.
    pub question: &'page str,
    /// One line on what was done.
    pub facts: String,
    /// Which reading of the literature the parameters follow.
    pub reading: String,
    /// What the intervals hold.
    pub intervals: String,
    /// Does that also belong to the method?
    pub intervals_are_method: bool,
    /// What all pages of this sort say of their method; may be empty.
    pub common_method: &'static str,
    /// Warnings.
    pub warnings: &'page [String],
    /// What the same command gives.
    pub again_note: &'static str,
    /// How to run it again: name and value.
    pub again: Vec<(String, String)>,
    /// Version of the program.
    pub version: &'page str,
}

#[derive(Template)]
#[template(path = "study.html")]
struct Html<'page> {
    words: &'static Prose,
    font_faces: &'static str,
    style: &'static str,
    frame: &'page Frame<'page>,
    page: &'page StudyPage,
    svgs: Vec<Vec<String>>,
}

/// The whole page as HTML.
///
/// # Errors
/// In words, when the page cannot be put together.
pub fn html(frame: &Frame<'_>, page: &StudyPage, language: Language) -> Result<String, String> {
    let inline = |figure: &Figure| svg::inline(&figure.scene, &format!("svg-{}", figure.name));
    Html {
        words: language.prose(),
        font_faces: fonts::font_faces(),
        style: include_str!("templates/style.css"),
        frame,
        page,
        svgs: page
            .sections
            .iter()
            .map(|section| section.figures.iter().map(inline).collect())
            .collect(),
    }
    .render()
    .map_err(|error| error.to_string())
}
