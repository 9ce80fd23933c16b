//! The page of a validation.

use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::{AnswerPage, Section};
use homeground_report::saved::{ContentError, SavedTexts};

use crate::calibration::ValidationNote;
use crate::calibration::pages::check_values::{by_set, set_name};
use crate::calibration::pages::frame::{self, Head};
use crate::calibration::pages::{convergence, goodness_of_fit, ranks};
use crate::calibration::tables::rows::{CheckRow, RankRow};

/// Families from which chance in a share is small beside the errors of the evidence.
const MANY_FAMILIES: u64 = 4000;

/// What the page of a validation says and shows.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(texts: &SavedTexts, note: &ValidationNote) -> Result<AnswerPage, ContentError> {
    let checks: Vec<CheckRow> = texts.rows("checks.csv")?;
    let sets = by_set(&checks);
    let mut points = Vec::new();
    for (set, rows) in &sets {
        let summary = goodness_of_fit::summary(rows);
        points.push(Text::joined(": ", [set_name(set), summary]));
        points.extend(goodness_of_fit::failures(rows));
    }
    points.extend(small(note));
    let mut sections: Vec<Section> = sets.iter().map(|(set, rows)| section(set, rows)).collect();
    if note.ranks.is_some() {
        let ranked: Vec<RankRow> = texts.rows("ranks.csv")?;
        points.push(ranks::summary(&ranked));
        sections.push(ranks::section(&ranked));
    }
    Ok(AnswerPage {
        answer: answer(note, &sets),
        points,
        sections,
        method: vec![message!("validation-method-checks"), message!("validation-method-set")],
        limits: vec![message!("validation-limit-chance"), message!("validation-limit-field")],
    })
}

/// The answer in one sentence: each set apart.
fn answer(note: &ValidationNote, sets: &[(&'static str, Vec<CheckRow>)]) -> Text {
    let sets = sets.iter().map(|(set, rows)| {
        message!("validation-inside", inside = goodness_of_fit::inside_of(rows), set = *set)
    });
    message!("validation-answer", reading = note.reading.word(), sets = Text::list(sets))
}

/// What small settings add of their own.
fn small(note: &ValidationNote) -> Option<Text> {
    let few_draws = note.draws < convergence::ENOUGH as u64 && note.draws < note.posterior.draws;
    if !few_draws && note.families >= MANY_FAMILIES {
        return None;
    }
    Some(message!("validation-small", draws = note.draws, families = note.families))
}

fn section(set: &'static str, rows: &[CheckRow]) -> Section {
    let names = goodness_of_fit::Names {
        key: set,
        heading: set_name(set),
        figure: format!("checks_{set}"),
        figure_title: set_name(set),
        table: message!("validation-table"),
    };
    goodness_of_fit::section(names, rows)
}

/// What the head and the foot of the page say.
pub fn head(note: &ValidationNote) -> Head {
    let sample = match &note.posterior.file {
        Some(file) => file.into(),
        None => message!("validation-shipped-sample"),
    };
    let mut work = frame::work(note.seed, (note.family_weeks, note.seconds), &note.targets);
    if let Some(hash) = &note.posterior.file_hash {
        work.push(frame::digest("posterior", hash));
    }
    Head {
        title: message!("validation-title"),
        asked: message!("validation-asked"),
        facts: message!(
            "validation-facts",
            targets = note.targets.count,
            draws = note.draws,
            all = note.posterior.draws,
            sample,
            families = note.families,
            origin = frame::origin(&note.targets)
        ),
        intervals: message!("validation-intervals"),
        work,
    }
}
