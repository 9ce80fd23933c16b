//! The page of a search for thresholds.

use homeground_figures::estimate::Estimate;
use homeground_figures::message;
use homeground_figures::text::{Text, percent_whole};
use homeground_report::answer_page::{AnswerPage, Figure, Section, TableBlock};
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::saved::ContentError;

use super::results::Thresholds;
use super::{planes_figure, profiles_figure, ranges_figure, sentences};
use crate::pages::results::StudyResults;
use crate::pages::{names, outcome_words, values};

/// Puts the page of a search for thresholds together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults) -> Result<AnswerPage, ContentError> {
    let thresholds = Thresholds::read(results)?;
    let mut sections = vec![ranges_section(&thresholds)];
    if let Some(figure) = profiles_figure::figure(&thresholds) {
        sections.push(figure_section(
            "profiles",
            message!("threshold-profiles-heading"),
            sentences::profiles(&thresholds),
            figure,
        ));
    }
    if let Some(figure) = planes_figure::figure(&thresholds) {
        sections.push(figure_section(
            "pairs",
            message!("threshold-planes-heading"),
            sentences::planes(&thresholds),
            figure,
        ));
    }
    Ok(AnswerPage {
        answer: sentences::answer(&thresholds),
        points: sentences::points(&thresholds),
        sections,
        method: vec![
            message!("threshold-method-search"),
            message!("threshold-method-interval"),
            message!("threshold-method-planes"),
        ],
        limits: vec![message!("threshold-limits-together"), message!("threshold-limits-range")],
    })
}

fn figure_section(key: &'static str, heading: Text, answer: Text, figure: Figure) -> Section {
    Section { key, heading, answer, figures: vec![figure], ..Section::default() }
}

fn ranges_section(thresholds: &Thresholds<'_>) -> Section {
    Section {
        key: "ranges",
        heading: message!("threshold-ranges-heading"),
        answer: sentences::ranges(thresholds),
        figures: ranges_figure::figure(thresholds).into_iter().collect(),
        tables: vec![
            TableBlock {
                table: turns_table(thresholds),
                note: message!("threshold-turns-table-note"),
                folded: false,
            },
            TableBlock { table: all_table(thresholds), note: Text::default(), folded: true },
        ],
        ..Section::default()
    }
}

fn turns_table(thresholds: &Thresholds<'_>) -> PageTable {
    let at = |value: Option<f64>, lower, upper| match Estimate::of(value, lower, upper) {
        Some(estimate) => outcome_words::difference_cell(estimate, thresholds.outcome()),
        None => Cell::dash(),
    };
    let or_dash = |text: Option<Text>| text.unwrap_or_else(|| "–".into());
    let rows = thresholds.turns().into_iter().map(|row| {
        vec![
            Cell::words(names::field(&row.parameter)),
            Cell::words(row.grade.as_str()),
            Cell::number(values::value(row.start)),
            Cell {
                text: or_dash(row.threshold.map(values::value)),
                small: values::ends((row.threshold_lower, row.threshold_upper)),
                number: true,
            },
            Cell::number(or_dash(row.share_of_range.map(|share| percent_whole(share).into()))),
            at(row.before, row.before_lower, row.before_upper),
            at(row.after, row.after_lower, row.after_upper),
            Cell::words(message!("threshold-confirmed", confirmed = row.confirmed.as_str())),
        ]
    });
    PageTable {
        caption: message!("threshold-turns-table"),
        headings: vec![
            Cell::words(message!("threshold-assumption")),
            Cell::words(message!("threshold-grade")),
            Cell::number(message!("threshold-start-value")),
            Cell::number(message!("threshold-turns-at")),
            Cell::number(message!("threshold-way")),
            Cell::number(message!("threshold-before")),
            Cell::number(message!("threshold-beyond")),
            Cell::words(message!("threshold-confirmed-heading")),
        ],
        rows: rows.collect(),
    }
}

fn all_table(thresholds: &Thresholds<'_>) -> PageTable {
    let rows = thresholds.by_rank().into_iter().filter_map(|sides| {
        let first = sides.first()?;
        let side = |name: &str| {
            let row = sides.iter().find(|row| row.side == name);
            Cell::words(row.map(sentences::finding).unwrap_or_default())
        };
        Some(vec![
            Cell::number(first.rank),
            Cell::words(names::field(&first.parameter)),
            Cell::words(first.grade.as_str()),
            Cell::number(values::value(first.low)),
            Cell::number(values::value(first.start)),
            Cell::number(values::value(first.high)),
            side("below"),
            side("above"),
        ])
    });
    PageTable {
        caption: message!("threshold-all-table"),
        headings: vec![
            Cell::number(message!("threshold-rank")),
            Cell::words(message!("threshold-assumption")),
            Cell::words(message!("threshold-grade")),
            Cell::number(message!("threshold-low")),
            Cell::number(message!("threshold-start-value")),
            Cell::number(message!("threshold-high")),
            Cell::words(message!("threshold-way-down")),
            Cell::words(message!("threshold-way-up")),
        ],
        rows: rows.collect(),
    }
}
