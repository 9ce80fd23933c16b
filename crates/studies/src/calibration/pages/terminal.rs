//! What the terminal says at the end of a calibration or validation.

use std::path::Path;

use homeground_figures::message;
use homeground_figures::text::Teller;
use homeground_report::plain::{self, Column, PlainTable};
use homeground_report::words::Words;

use crate::calibration::CalibrationNote;
use crate::calibration::pages::{check_values as values, convergence};
use crate::calibration::tables::rows::CheckRow;

/// Rows that are shown; who wants all opens the report.
const MOST_ROWS: usize = 8;

/// The targets that lie farthest out, and what the sample is worth.
pub fn calibrated(
    note: &CalibrationNote,
    checks: &[CheckRow],
    words: &Words,
    columns: usize,
) -> String {
    let remarks = [convergence::chains(note), convergence::draws(note)];
    let remarks = remarks.map(|remark| plain::wrap(&words.tell(&remark), columns).join("\n"));
    let table = farthest(checks, words).render(columns);
    format!("{table}\n{}\n", remarks.join("\n"))
}

/// The rows that lie farthest from their evidence, failures first.
fn farthest(checks: &[CheckRow], words: &Words) -> PlainTable {
    let mut table = PlainTable::new(&[
        (&words.get("checks-terminal-target"), Column::Text),
        (&words.get("checks-evidence"), Column::Number),
        (&words.get("checks-model"), Column::Number),
        (&words.get("checks-terminal-distance"), Column::Number),
        (&words.get("checks-terminal-inside"), Column::Text),
    ]);
    for row in values::failures_first(checks).into_iter().take(MOST_ROWS) {
        let cells = [
            values::title(row),
            values::value(row, row.evidence),
            values::value(row, row.model),
            values::distance(row.distance),
            values::yes_or_no(row.inside),
        ];
        table.row(cells.iter().map(|cell| words.tell(cell)).collect());
    }
    table
}

/// Rows by set, each under its heading.
pub fn validated(checks: &[CheckRow], words: &Words, columns: usize) -> String {
    let mut text = String::new();
    for (set, rows) in values::by_set(checks) {
        let heading = message!(
            "checks-terminal-set",
            set = values::set_name(set),
            inside = rows.iter().filter(|row| row.inside).count(),
            all = rows.len()
        );
        text.push_str(&words.tell(&heading));
        text.push('\n');
        text.push_str(&farthest(&rows, words).render(columns));
        text.push('\n');
    }
    text
}

/// How to use the posterior that was written.
pub fn use_it(target: &Path, words: &Words) -> String {
    let file = target.join("posterior.csv");
    let file = file.display();
    let command =
        format!("homeground run SCENARIO --set uncertainty.from=posterior --posterior {file}");
    let heading = words.get("calibration-use-terminal");
    format!("{heading}\n  {command}\n")
}
