//! The parts of a page that begins with its answer, and the page as HTML: of studies, and
//! of calibrations and validations.

use askama::Template;

use homeground_figures::chart::Chart;
use homeground_figures::fonts;
use homeground_figures::svg;
use homeground_figures::text::{Teller, Text};

use crate::page_tables::PageTable;
use crate::words::Words;

/// What a page says and shows.
#[derive(Debug)]
pub struct AnswerPage {
    /// The answer in one sentence, with its uncertainty.
    pub answer: Text,
    /// What stands below it, each in a sentence.
    pub points: Vec<Text>,
    /// The sections, most important first.
    pub sections: Vec<Section>,
    /// How this kind of study works, in paragraphs.
    pub method: Vec<Text>,
    /// What it cannot tell.
    pub limits: Vec<Text>,
}

/// A section of the page. It begins with its answer.
#[derive(Debug, Default)]
pub struct Section {
    /// For links within the page.
    pub key: &'static str,
    /// Heading.
    pub heading: Text,
    /// The answer in one sentence.
    pub answer: Text,
    /// What else there is to say.
    pub paragraphs: Vec<Text>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Tables.
    pub tables: Vec<TableBlock>,
}

/// A figure with its words.
#[derive(Debug)]
pub struct Figure {
    /// Name of its files.
    pub name: String,
    /// The figure.
    pub chart: Box<dyn Chart>,
    /// What it shows, as the title of its caption.
    pub takeaway: Text,
    /// How to read it.
    pub reading: Text,
}

impl Figure {
    /// A chart with how to read it, without a title of its own; none without a chart.
    pub fn of(
        name: impl Into<String>,
        chart: Option<Box<dyn Chart>>,
        reading: Text,
    ) -> Option<Figure> {
        Some(Figure { name: name.into(), chart: chart?, takeaway: Text::default(), reading })
    }
}

/// A table with what there is to say of it.
#[derive(Clone, Debug, Default)]
pub struct TableBlock {
    /// The table.
    pub table: PageTable,
    /// A remark below it; may be empty.
    pub note: Text,
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
            self.tables.push(TableBlock { table, note: Text::default(), folded });
        }
        self
    }
}

/// What the head and the foot of a page say.
#[derive(Clone, Debug)]
pub struct Frame<'page> {
    /// Heading.
    pub heading: Text,
    /// What is asked.
    pub asked: Text,
    /// What the scenario behind it asks; empty if there is none.
    pub question: Text,
    /// One line on what was done.
    pub facts: Text,
    /// Which reading of the literature the parameters follow.
    pub reading: Text,
    /// What the intervals hold.
    pub intervals: Text,
    /// Does that also belong to the method?
    pub intervals_are_method: bool,
    /// What all pages of this sort say of their method; may be empty.
    pub common_method: Text,
    /// Warnings.
    pub warnings: &'page [String],
    /// What the same command gives.
    pub again_note: Text,
    /// How to run it again: name and value.
    pub again: Vec<(Text, Text)>,
    /// Version of the program.
    pub version: &'page str,
}

#[derive(Template)]
#[template(path = "study.html")]
struct Html<'page> {
    words: &'page Words,
    font_faces: &'static str,
    style: &'static str,
    frame: &'page Frame<'page>,
    page: &'page AnswerPage,
    drawn: Vec<Vec<Drawn>>,
}

/// A figure in a language: what it is called, and its SVG.
struct Drawn {
    title: String,
    svg: String,
}

/// The whole page as HTML, in a language.
///
/// # Errors
/// In words, when the page cannot be put together.
pub fn html(frame: &Frame<'_>, page: &AnswerPage, words: &Words) -> Result<String, String> {
    let draw = |figure: &Figure| {
        let scene = figure.chart.draw(words);
        let svg = svg::inline(&scene, &format!("svg-{}", figure.name));
        Drawn { title: scene.title, svg }
    };
    Html {
        words,
        font_faces: fonts::font_faces(),
        style: include_str!("templates/style.css"),
        frame,
        page,
        drawn: page
            .sections
            .iter()
            .map(|section| section.figures.iter().map(draw).collect())
            .collect(),
    }
    .render()
    .map_err(|error| error.to_string())
}
