//! How far a sample can be used: do its chains agree, what are its draws worth, and how did
//! the search go?

use homeground_figures::message;
use homeground_figures::text::{Text, decimal, percent};
use homeground_report::answer_page::{Figure, Section};
use homeground_report::page_tables::{Cell, PageTable};

use crate::calibration::CalibrationNote;
use crate::calibration::pages::waves_figure;
use crate::calibration::tables::rows::WaveRow;

/// Chains agree up to here (Vehtari and others 2021 ask for 1.01 of each quantity that is
/// reported; 1.05 for all parameters together is in use).
const AGREE: f64 = 1.05;
/// Beyond this they do not.
const DISAGREE: f64 = 1.1;
/// Draws of equal weight that are enough for intervals, and for tails.
pub const ENOUGH: f64 = 100.0;
/// Fewer are too few for intervals.
const FEW: f64 = 40.0;
/// A weight beyond this lets one draw decide.
const HEAVY: f64 = 0.1;

/// Do the chains agree, in one sentence.
pub fn chains(note: &CalibrationNote) -> Text {
    let reduction = note.largest_scale_reduction;
    let verdict = if !reduction.is_finite() || reduction > DISAGREE {
        "apart"
    } else if reduction > AGREE {
        "near"
    } else {
        "together"
    };
    message!(
        "calibration-chains",
        chains = note.effort.chains,
        reduction = decimal(reduction, 3),
        verdict
    )
}

/// What the draws are worth, in one sentence or two.
pub fn draws(note: &CalibrationNote) -> Text {
    let effective = note.effective_draws;
    let verdict = if effective < FEW {
        "few"
    } else if effective < ENOUGH {
        "rough"
    } else {
        "enough"
    };
    let worth = message!(
        "calibration-draws",
        draws = note.effort.kept,
        effective = decimal(effective, 0),
        verdict,
        largest = percent(note.largest_weight)
    );
    let heavy = (note.largest_weight > HEAVY).then(|| message!("calibration-one-draw"));
    Text::sentences([Some(worth), heavy].into_iter().flatten())
}

/// Can the posterior be used as it is?
pub fn is_usable(note: &CalibrationNote) -> bool {
    note.largest_scale_reduction <= DISAGREE && note.effective_draws >= FEW
}

/// The section on how the search went.
pub fn section(note: &CalibrationNote, waves: &[WaveRow]) -> Section {
    let figure =
        Figure::of("waves", waves_figure::chart(waves), message!("calibration-waves-reading"));
    let section = Section {
        key: "trust",
        heading: message!("calibration-convergence"),
        answer: match is_usable(note) {
            true => message!("calibration-usable"),
            false => message!("calibration-not-usable"),
        },
        paragraphs: vec![chains(note), draws(note)],
        ..Section::default()
    };
    section.with(figure).and(table(waves), true)
}

fn table(rows: &[WaveRow]) -> PageTable {
    let row = |row: &WaveRow| {
        vec![
            Cell::words(row.wave),
            Cell::number(row.points),
            Cell::number(percent(row.not_ruled_out)),
            Cell::number(decimal(row.median_error, 2)),
            Cell::number(decimal(row.largest_error, 2)),
            Cell::number(percent(row.within_three)),
            Cell::number(decimal(row.median_distance, 2)),
        ]
    };
    PageTable {
        caption: message!("calibration-waves-table"),
        headings: vec![
            Cell::words(message!("calibration-heading-wave")),
            Cell::number(message!("calibration-heading-points")),
            Cell::number(message!("calibration-heading-not-ruled-out")),
            Cell::number(message!("calibration-heading-median-error")),
            Cell::number(message!("calibration-heading-worst-error")),
            Cell::number(message!("calibration-heading-within")),
            Cell::number(message!("calibration-heading-median-distance")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
