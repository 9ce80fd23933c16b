//! The page of a switch study: which conclusions survive.

use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::{AnswerPage, Section, TableBlock};
use homeground_report::saved::ContentError;

use super::conclusions::Conclusions;
use super::{figures, sentences, tables};
use crate::pages::results::StudyResults;

/// Puts the page of a switch study together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults) -> Result<AnswerPage, ContentError> {
    let conclusions = Conclusions::read(results)?;
    let mut sections = vec![singles(&conclusions)];
    if conclusions.pairs {
        sections.push(pairs(&conclusions));
    }
    sections.push(switches(&conclusions));
    let arms = conclusions.others().into_iter();
    Ok(AnswerPage {
        answer: sentences::answer(&conclusions, 1),
        points: arms.map(|arm| sentences::arm(&conclusions, arm)).collect(),
        sections,
        method: vec![message!("switch-method")],
        limits: vec![message!("switch-limits-real"), message!("switch-limits-chance")],
    })
}

fn singles(conclusions: &Conclusions<'_>) -> Section {
    Section {
        key: "singles",
        heading: message!("switch-singles-heading"),
        answer: sentences::answer(conclusions, 1),
        figures: figures::singles(conclusions),
        tables: vec![TableBlock {
            table: tables::singles(conclusions),
            note: message!("switch-singles-note"),
            folded: false,
        }],
        ..Section::default()
    }
}

fn pairs(conclusions: &Conclusions<'_>) -> Section {
    Section {
        key: "pairs",
        heading: message!("switch-pairs-heading"),
        answer: sentences::answer(conclusions, 2),
        figures: figures::pairs(conclusions).into_iter().collect(),
        tables: vec![TableBlock {
            table: tables::pairs(conclusions),
            note: Text::default(),
            folded: true,
        }],
        ..Section::default()
    }
}

fn switches(conclusions: &Conclusions<'_>) -> Section {
    let count = conclusions.switches.len();
    Section {
        key: "switches",
        heading: message!("switch-switches-heading"),
        answer: message!("switch-switches-answer", count),
        tables: vec![TableBlock {
            table: tables::switches(conclusions),
            note: message!("switch-switches-note"),
            folded: true,
        }],
        ..Section::default()
    }
}
