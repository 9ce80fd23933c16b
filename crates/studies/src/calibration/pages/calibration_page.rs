//! The page of a calibration.

use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::{AnswerPage, Section};
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::saved::{ContentError, SavedTexts};

use crate::calibration::CalibrationNote;
use crate::calibration::pages::frame::{self, Head};
use crate::calibration::pages::{
    conflicts, convergence, correlated_pairs, goodness_of_fit, prior_to_posterior,
};
use crate::calibration::tables::rows::{CheckRow, ConflictRow, PairRow, ParameterRow, WaveRow};

/// Failures that are told in the answer; the section holds all.
const MOST_TOLD: usize = 6;

/// What the page of a calibration says and shows.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(texts: &SavedTexts, note: &CalibrationNote) -> Result<AnswerPage, ContentError> {
    let checks: Vec<CheckRow> = texts.rows("checks.csv")?;
    let parameters: Vec<ParameterRow> = texts.rows("parameters.csv")?;
    let pairs: Vec<PairRow> = texts.rows("pairs.csv")?;
    let waves: Vec<WaveRow> = texts.rows("waves.csv")?;
    let conflicts: Vec<ConflictRow> = texts.rows("conflicts.csv")?;
    let mut points = goodness_of_fit::failures(&checks);
    points.truncate(MOST_TOLD);
    points.extend([
        prior_to_posterior::summary(&parameters),
        prior_to_posterior::edges_in_short(&parameters),
        convergence::chains(note),
        convergence::draws(note),
    ]);
    let fit = goodness_of_fit::Names {
        key: "fit",
        heading: message!("calibration-fit"),
        figure: "checks".to_owned(),
        figure_title: message!("calibration-fit-title"),
        table: message!("calibration-fit-table"),
    };
    Ok(AnswerPage {
        answer: answer(note, &checks),
        points,
        sections: vec![
            goodness_of_fit::section(fit, &checks),
            prior_to_posterior::section(note, &parameters),
            conflicts::section(&conflicts, &checks),
            correlated_pairs::section(&pairs),
            convergence::section(note, &waves),
            use_section(note),
        ],
        method: vec![
            message!("calibration-method-waves", waves = note.effort.waves),
            message!("calibration-method-draws"),
            message!("calibration-method-prior"),
            message!("calibration-method-verdicts"),
        ],
        limits: vec![
            message!("calibration-limit-agreement"),
            message!("calibration-limit-comparable"),
            message!("calibration-limit-judgement"),
            message!("calibration-limit-readings"),
        ],
    })
}

/// The answer in one sentence or two.
fn answer(note: &CalibrationNote, checks: &[CheckRow]) -> Text {
    let answer = message!(
        "calibration-answer",
        reading = note.reading.word(),
        fit = goodness_of_fit::summary(checks)
    );
    match convergence::is_usable(note) {
        true => answer,
        false => Text::sentences([answer, message!("calibration-answer-first-look")]),
    }
}

/// How to use the sample, with commands that can be copied.
fn use_section(note: &CalibrationNote) -> Section {
    let word = note.reading.word();
    let own = "--posterior DIR/posterior.csv";
    let draw = "homeground run SCENARIO --set uncertainty.from=posterior";
    let commands = [
        (message!("calibration-use-draw"), format!("{draw} {own}")),
        (message!("calibration-use-central"), format!("homeground run SCENARIO {own}")),
        (message!("calibration-use-validate"), format!("homeground validate {own} --full")),
        (
            message!("calibration-use-shipped"),
            format!("homeground run SCENARIO --reading {word} --set uncertainty.from=posterior"),
        ),
    ];
    let table = PageTable {
        caption: message!("calibration-use-table"),
        headings: vec![
            Cell::words(message!("calibration-use-to")),
            Cell::words(message!("page-command")),
        ],
        rows: commands
            .into_iter()
            .map(|(purpose, command)| vec![Cell::words(purpose), Cell::words(command)])
            .collect(),
    };
    let section = Section {
        key: "use",
        heading: message!("calibration-use"),
        paragraphs: vec![message!("calibration-use-files")],
        ..Section::default()
    };
    section.and(table, false)
}

/// What the head and the foot of the page say.
pub fn head(note: &CalibrationNote) -> Head {
    let effort = &note.effort;
    Head {
        title: message!("calibration-title"),
        asked: message!("calibration-asked"),
        facts: message!(
            "calibration-facts",
            targets = note.targets.count,
            parameters = note.parameters,
            points = effort.points + effort.waves * effort.further_points,
            waves = effort.waves + 1,
            families = effort.families,
            draws = effort.draws,
            draw_families = effort.draw_families,
            origin = frame::origin(&note.targets)
        ),
        intervals: message!("calibration-intervals"),
        work: frame::work(note.seed, (note.family_weeks, note.seconds), &note.targets),
    }
}
