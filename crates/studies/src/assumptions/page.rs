//! The page of a ledger of assumptions: an appendix for the analyst, a choice of the next
//! study for the researcher.

use homeground_figures::estimate::Estimate;
use homeground_figures::message;
use homeground_figures::number::{Kind, percent_whole};
use homeground_figures::text::Text;
use homeground_report::answer_page::{AnswerPage, Figure, Section, TableBlock};
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::saved::ContentError;

use crate::assumptions::AssumptionRow;
use crate::assumptions::figure;
use crate::assumptions::ledger::{Ledger, limits};
use crate::pages::results::StudyResults;
use crate::pages::{outcome_words, values};
use crate::sensitivity::phrases::range;

/// Rows of the figure.
const DRAWN: usize = 15;

/// Rows of the table of what to study next.
const NEXT: usize = 8;

/// Puts the page of a ledger together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults) -> Result<AnswerPage, ContentError> {
    let ledger = Ledger::new(results)?;
    let mut points = vec![ledger.order()];
    points.extend(ledger.worth());
    points.extend(ledger.weak_ground());
    points.extend(ledger.noise()?);
    Ok(AnswerPage {
        answer: ledger.answer(),
        points,
        sections: vec![closer(&ledger), research(&ledger), appendix(&ledger)],
        method: ledger.method()?,
        limits: limits(),
    })
}

fn closer(ledger: &Ledger<'_>) -> Section {
    let [first, second] = ledger.arms();
    let outcome = outcome_words::outcome(ledger.results);
    let title = message!("assumptions-figure-title", first, second, outcome);
    let mut rows = ledger.closer();
    if rows.is_empty() {
        rows = ledger.rows.iter().collect();
    }
    rows.truncate(DRAWN);
    let chart = figure::chart(&rows, title, ledger.kind(), ledger.worth_unit());
    Section {
        key: "ledger",
        heading: message!("assumptions-ledger"),
        answer: ledger.answer(),
        tables: vec![TableBlock {
            table: table(ledger, &rows, message!("assumptions-ledger")),
            note: Text::default(),
            folded: false,
        }],
        ..Section::default()
    }
    .with(Figure::of("assumptions", chart, message!("assumptions-figure-reading")))
}

/// What to study next.
fn research(ledger: &Ledger<'_>) -> Section {
    let rows = ledger.valuable();
    let answer = match rows.first() {
        Some(row) => message!(
            "assumptions-research-next",
            parameter = &row.parameter,
            meaning = &row.meaning
        ),
        None if ledger.rows.iter().all(|row| row.information.is_none()) => {
            message!("assumptions-research-unknown")
        }
        None => message!("assumptions-research-none"),
    };
    let lines = rows.iter().take(NEXT).map(|row| {
        vec![
            Cell::words(&row.parameter).with_small(&row.meaning),
            Cell::words(&row.grade),
            Cell::words(&row.source),
            Cell::number(range(row.low, row.high)).with_small(&row.unit),
            information(ledger, row),
        ]
    });
    let table = PageTable {
        caption: message!("assumptions-research"),
        headings: vec![
            Cell::words(message!("page-parameter")),
            Cell::words(message!("page-grade")),
            Cell::words(message!("assumptions-rests-on")),
            Cell::number(message!("assumptions-range-to-narrow")),
            Cell::number(message!("assumptions-worth-of-knowing")).with_small(ledger.worth_unit()),
        ],
        rows: lines.collect(),
    };
    Section {
        key: "research",
        heading: message!("assumptions-research"),
        answer,
        paragraphs: vec![message!("assumptions-research-explained")],
        ..Section::default()
    }
    .and(table, false)
}

/// All rows.
fn appendix(ledger: &Ledger<'_>) -> Section {
    let rows: Vec<&AssumptionRow> = ledger.rows.iter().collect();
    let left = rows.iter().filter(|row| !row.taken_on).count();
    Section {
        key: "appendix",
        heading: message!("assumptions-all"),
        answer: message!("assumptions-all-answer", all = rows.len(), left),
        tables: vec![TableBlock {
            table: table(ledger, &rows, message!("assumptions-all")),
            note: Text::default(),
            folded: true,
        }],
        ..Section::default()
    }
}

fn information(ledger: &Ledger<'_>, row: &AssumptionRow) -> Cell {
    let Some(value) = row.information else {
        return Cell::dash();
    };
    let error = ledger.worth_number(row.information_se.unwrap_or(0.0));
    let small = match row.is_surely_worth_knowing() {
        true => Text::joined(" ", [Text::from("±"), error]),
        false => message!("assumptions-cannot-be-shown"),
    };
    Cell::number(ledger.worth_number(value)).with_small(small)
}

fn table(ledger: &Ledger<'_>, rows: &[&AssumptionRow], caption: Text) -> PageTable {
    let body = rows.iter().map(|row| {
        let total = Estimate::of(row.total, row.total_lower, row.total_upper);
        vec![
            Cell::words(&row.parameter).with_small(&row.meaning),
            Cell::words(&row.grade).with_small(&row.source),
            Cell::number(values::value(row.start)).with_small(range(row.low, row.high)),
            Cell::estimate(total, Kind::Share),
            turn(row),
            information(ledger, row),
        ]
    });
    PageTable {
        caption,
        headings: vec![
            Cell::words(message!("page-parameter")),
            Cell::words(message!("page-grade")).with_small(message!("assumptions-source")),
            Cell::number(message!("page-value")).with_small(message!("assumptions-range")),
            Cell::number(message!("assumptions-share")),
            Cell::number(message!("assumptions-turns")),
            Cell::number(message!("assumptions-worth-of-knowing")).with_small(ledger.worth_unit()),
        ],
        rows: body.collect(),
    }
}

/// Where the order of the arms turns, if it does.
fn turn(row: &AssumptionRow) -> Cell {
    match (row.order.as_str(), row.threshold) {
        ("turns", Some(value)) => {
            let share = row.share_of_range.map(percent_whole);
            let share = share.map_or_else(Text::default, Text::from);
            Cell::number(values::value(value))
                .with_small(message!("assumptions-share-of-range", share))
        }
        ("fades", _) => Cell::number(message!("assumptions-may-fade")),
        ("unclear", _) => Cell::number(message!("assumptions-unclear")),
        _ => Cell::number(message!("assumptions-nowhere")),
    }
}
