//! The test of the method on data whose truth is known: ranks and coverage.

use homeground_figures::message;
use homeground_figures::text::{Text, decimal, percent, plain};
use homeground_report::answer_page::{Figure, Section};
use homeground_report::page_tables::{Cell, PageTable};

use crate::calibration::pages::ranks_figure::{self, UNEVEN, is_uneven, of_kind};
use crate::calibration::tables::rows::RankRow;

/// How well truths are found again, in one sentence.
pub fn summary(rows: &[RankRow]) -> Text {
    let parameters = of_kind(rows, "parameter");
    let mean = |read: fn(&RankRow) -> f64| {
        parameters.iter().map(|row| read(row)).sum::<f64>() / parameters.len().max(1) as f64
    };
    let data_sets = rows.first().map_or(0, |row| row.data_sets);
    message!(
        "validation-ranks-summary",
        data_sets = plain(data_sets.into()),
        half = percent(mean(|row| row.coverage_50)),
        most = percent(mean(|row| row.coverage_90))
    )
}

/// Which quantities are found again with a bias, beyond chance.
fn verdict(rows: &[RankRow]) -> Text {
    let uneven: Vec<&RankRow> = rows.iter().filter(|row| is_uneven(row)).collect();
    let expected = decimal(UNEVEN * rows.len() as f64, 1);
    let all = rows.len();
    if uneven.is_empty() {
        return message!("validation-ranks-even", all, expected);
    }
    message!(
        "validation-ranks-uneven",
        count = uneven.len(),
        all,
        expected,
        quantities = Text::list(uneven.iter().map(|row| &row.quantity))
    )
}

/// The section on ranks.
pub fn section(rows: &[RankRow]) -> Section {
    let figure =
        Figure::of("ranks", ranks_figure::chart(rows), message!("validation-ranks-reading"));
    let section = Section {
        key: "ranks",
        heading: message!("validation-ranks"),
        answer: summary(rows),
        paragraphs: vec![verdict(rows), message!("validation-ranks-method")],
        ..Section::default()
    };
    section.with(figure).and(table(rows), true)
}

fn table(rows: &[RankRow]) -> PageTable {
    let row = |row: &RankRow| {
        vec![
            Cell::words(&row.quantity),
            Cell::number(percent(row.coverage_50)),
            Cell::number(percent(row.coverage_90)),
            Cell::number(decimal(row.p_value, 3)),
            Cell::words(&row.tenths),
        ]
    };
    PageTable {
        caption: message!("validation-ranks-table"),
        headings: vec![
            Cell::words(message!("validation-heading-quantity")),
            Cell::number(message!("validation-heading-half")),
            Cell::number(message!("validation-heading-most")),
            Cell::number(message!("validation-heading-uneven")),
            Cell::words(message!("validation-heading-tenths")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
