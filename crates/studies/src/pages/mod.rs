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

pub mod names;
pub mod outcome_words;
pub mod results;
pub mod values;

use homeground_report::language::Language;
use homeground_report::saved::ContentError;
use homeground_report::{html, readings};

use homeground_report::answer_page::{Frame, StudyPage};
use results::StudyResults;

/// The page of a study: its frame and what it says and shows.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(
    results: &StudyResults,
    language: Language,
) -> Result<(Frame<'_>, StudyPage), ContentError> {
    Ok((frame(results, language), contents(results, language)?))
}

fn frame(results: &StudyResults, language: Language) -> Frame<'_> {
    let manifest = &results.manifest;
    let title = match manifest.title.is_empty() {
        true => &manifest.scenario,
        false => &manifest.title,
    };
    let kind = outcome_words::kind_name(&results.note.kind, language);
    Frame {
        heading: format!("{title}: {kind}"),
        asked: outcome_words::asked(results, language),
        question: &manifest.question,
        facts: outcome_words::facts(results, language),
        reading: readings::of_results(manifest, language),
        intervals: outcome_words::intervals(results, language),
        intervals_are_method: true,
        common_method: outcome_words::common_method(language),
        warnings: &manifest.warnings,
        again_note: language.prose().study_again_note,
        again: html::again(manifest, language),
        version: &manifest.version,
    }
}

/// What the page of a study says and shows, by its kind.
fn contents(results: &StudyResults, language: Language) -> Result<StudyPage, ContentError> {
    match results.note.kind.as_str() {
        "sweep" => crate::sweep::page::page(results, language),
        "design" => crate::design::page::page(results, language),
        "switch" => crate::switch::page::page(results, language),
        "sensitivity" => crate::sensitivity::page::page(results, language),
        "assumptions" => crate::assumptions::page::page(results, language),
        "threshold" => crate::threshold::page::page(results, language),
        "uncertainty" => crate::uncertainty::page::page(results, language),
        other => Err(ContentError::Damaged {
            file: "manifest.json".to_owned(),
            reason: format!(
                "it holds a study of the kind {other:?}, which this version does not know"
            ),
        }),
    }
}
