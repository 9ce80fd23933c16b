//! Targets that pull against each other.

use homeground_figures::message;
use homeground_figures::text::{Text, decimal};
use homeground_report::answer_page::{Section, TableBlock};
use homeground_report::page_tables::{Cell, PageTable};

use crate::calibration::pages::check_values as values;
use crate::calibration::tables::rows::{CheckRow, ConflictRow};

/// A target that the others do not lead to within so many standard errors is in conflict
/// with them.
const CONFLICT: f64 = 2.0;
/// With fewer draws left, what the others say of a target is not known.
const FEW_LEFT: f64 = 20.0;

/// The section on conflicts.
pub fn section(rows: &[ConflictRow], checks: &[CheckRow]) -> Section {
    let title = |id: &str| -> Text {
        let row = checks.iter().find(|row| row.target == id);
        row.map_or_else(|| id.into(), values::title)
    };
    let conflicting = rows.iter().filter(|row| {
        row.distance_left_out.abs() >= CONFLICT && row.effective_draws >= FEW_LEFT
            || !row.against.is_empty()
    });
    let paragraphs: Vec<Text> = conflicting.map(|row| sentence(row, &title)).collect();
    Section {
        key: "conflicts",
        heading: message!("calibration-conflicts"),
        answer: match paragraphs.len() {
            0 => message!("calibration-conflicts-none"),
            count => message!("calibration-conflicts-some", count),
        },
        paragraphs,
        figures: Vec::new(),
        tables: vec![TableBlock {
            table: table(rows, &title),
            note: message!("calibration-conflicts-note"),
            folded: true,
        }],
    }
}

fn sentence(row: &ConflictRow, title: &dyn Fn(&str) -> Text) -> Text {
    let target = title(&row.target);
    let away = decimal(row.distance_left_out.abs(), 1);
    if row.against.is_empty() {
        return message!("calibration-conflict", target, away);
    }
    message!(
        "calibration-conflict-with",
        target,
        away,
        against = title(&row.against),
        relief = decimal(row.relief, 1)
    )
}

fn table(rows: &[ConflictRow], title: &dyn Fn(&str) -> Text) -> PageTable {
    let row = |row: &ConflictRow| {
        vec![
            Cell::words(title(&row.target)),
            Cell::number(values::distance(row.distance)),
            Cell::number(values::distance(row.distance_left_out)),
            Cell::number(decimal(row.effective_draws, 0)),
            Cell::words(match row.against.is_empty() {
                true => "–".into(),
                false => title(&row.against),
            }),
        ]
    };
    PageTable {
        caption: message!("calibration-conflicts-table"),
        headings: vec![
            Cell::words(message!("checks-heading-target")),
            Cell::number(message!("calibration-heading-with")),
            Cell::number(message!("calibration-heading-without")),
            Cell::number(message!("calibration-heading-draws-left")),
            Cell::words(message!("calibration-heading-against")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
