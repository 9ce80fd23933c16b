//! The page of a study: question, answer, figures, tables, method, limits.
//!
//! | file | holds |
//! | --- | --- |
//! | `results` | a study's results folder in memory |
//! | `names` | fields, values and mechanisms in words |
//! | `values` | values of parameters and their intervals |
//! | `outcome_words` | what is asked, outcomes and differences in words |
//!
//! What the page of a kind shows stands in the folder of the kind.

pub mod names;
pub mod outcome_words;
pub mod results;
pub mod values;

use homeground_figures::message;
use homeground_report::answer_page::{AnswerPage, Frame};
use homeground_report::saved::ContentError;
use homeground_report::{html, readings};

use results::StudyResults;

/// The page of a study: its frame and what it says and shows.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults) -> Result<(Frame<'_>, AnswerPage), ContentError> {
    Ok((frame(results), contents(results)?))
}

fn frame(results: &StudyResults) -> Frame<'_> {
    let manifest = &results.manifest;
    let title = match manifest.title.is_empty() {
        true => &manifest.scenario,
        false => &manifest.title,
    };
    let kind = outcome_words::kind_name(&results.note.kind);
    Frame {
        heading: message!("studies-heading", title, kind),
        asked: outcome_words::asked(results),
        question: &manifest.question,
        facts: outcome_words::facts(results),
        reading: readings::of_results(manifest),
        intervals: outcome_words::intervals(results),
        intervals_are_method: true,
        common_method: outcome_words::common_method(),
        warnings: &manifest.warnings,
        again_note: message!("studies-again-note"),
        again: html::again(manifest),
        version: &manifest.version,
    }
}

/// What the page of a study says and shows, by its kind.
fn contents(results: &StudyResults) -> Result<AnswerPage, ContentError> {
    match results.note.kind.as_str() {
        "sweep" => crate::sweep::page::page(results),
        "design" => crate::design::page::page(results),
        "switch" => crate::switch::page::page(results),
        "sensitivity" => crate::sensitivity::page::page(results),
        "assumptions" => crate::assumptions::page::page(results),
        "threshold" => crate::threshold::page::page(results),
        "uncertainty" => crate::uncertainty::page::page(results),
        other => Err(ContentError::Damaged {
            file: "manifest.json".to_owned(),
            reason: format!(
                "it holds a study of the kind {other:?}, which this version does not know"
            ),
        }),
    }
}
