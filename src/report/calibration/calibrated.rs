//! The page of a calibration.

use std::path::Path;

use crate::report::error::ReportError;
use crate::report::study::page::StudyPage;
use crate::report::words::Language;
use crate::study::calibration::rows::CheckRow;

use super::manifest::CalibrationNote;
use super::page::Frame;
use super::rows;

/// Puts the page of a calibration together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(
    folder: &Path,
    note: &CalibrationNote,
    language: Language,
) -> Result<(Frame, StudyPage), ReportError> {
    let checks: Vec<CheckRow> = rows(folder, "checks.csv")?;
    let _ = note;
    let inside = checks.iter().filter(|row| row.inside).count();
    let answer = match language {
        Language::English => format!("{inside} of {} targets lie inside their interval.", checks.len()),
        Language::Norwegian => format!("{inside} av {} mål ligger innenfor intervallet.", checks.len()),
    };
    let frame = Frame {
        title: language.pick("Calibration", "Kalibrering"),
        asked: "",
        facts: String::new(),
        intervals: String::new(),
        again: Vec::new(),
    };
    let page = StudyPage {
        answer,
        points: Vec::new(),
        sections: Vec::new(),
        method: Vec::new(),
        limits: Vec::new(),
    };
    Ok((frame, page))
}
