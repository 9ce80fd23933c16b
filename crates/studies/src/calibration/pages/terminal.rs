//! What the terminal says at the end of a calibration or validation.

use std::path::Path;

use crate::calibration::rows::CheckRow;
use homeground_report::language::Language;
use homeground_report::plain::{self, Column, PlainTable};

use crate::calibration::pages::manifest::CalibrationNote;
use crate::calibration::pages::{trust, words};

/// Rows that are shown; who wants all opens the report.
const MOST_ROWS: usize = 8;

/// The targets that lie farthest out, and what the sample is worth.
pub fn calibrated(
    note: &CalibrationNote,
    checks: &[CheckRow],
    language: Language,
    columns: usize,
) -> String {
    let remarks = [
        trust::convergence(note, language),
        trust::worth(note, language),
    ];
    let remarks = remarks.map(|remark| plain::wrap(&remark, columns).join("\n"));
    let table = farthest(checks, language).render(columns);
    format!("{table}\n{}\n", remarks.join("\n"))
}

/// The rows that lie farthest from their evidence, failures first.
pub fn farthest(checks: &[CheckRow], language: Language) -> PlainTable {
    let mut table = PlainTable::new(&[
        (language.pick("target", "mål"), Column::Text),
        (language.pick("evidence", "forskning"), Column::Number),
        (language.pick("model", "modell"), Column::Number),
        (language.pick("distance", "avstand"), Column::Number),
        (language.pick("inside", "innenfor"), Column::Text),
    ]);
    for row in words::failures_first(checks).into_iter().take(MOST_ROWS) {
        table.row(vec![
            words::title(row, language).to_owned(),
            words::value(row, row.evidence, language),
            words::value(row, row.model, language),
            words::distance(row.distance, language),
            words::yes_or_no(row.inside, language).to_owned(),
        ]);
    }
    table
}

/// Rows by set, each under its heading.
pub fn validated(checks: &[CheckRow], language: Language, columns: usize) -> String {
    let mut text = String::new();
    for (set, rows) in words::by_set(checks) {
        let inside = rows.iter().filter(|row| row.inside).count();
        let heading = words::set_name(set, language);
        let of = language.pick("inside their interval", "innenfor intervallet");
        text.push_str(&format!("{heading}: {inside} / {} {of}\n", rows.len()));
        text.push_str(&farthest(&rows, language).render(columns));
        text.push('\n');
    }
    text
}

/// How to use the posterior that was written.
pub fn use_it(target: &Path, language: Language) -> String {
    let file = target.join("posterior.csv");
    let file = file.display();
    let command =
        format!("homeground run SCENARIO --set uncertainty.from=posterior --posterior {file}");
    let heading = language.pick("To use it:", "Slik brukes den:");
    format!("{heading}\n  {command}\n")
}
