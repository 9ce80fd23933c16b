//! Tables on the page of an uncertain decision.

use homeground_core::evidence;
use homeground_figures::message;
use homeground_figures::number::{Kind, percent_whole};
use homeground_figures::text::Text;
use homeground_report::page_tables::{Cell, PageTable};

use crate::pages::{names, values};
use crate::uncertainty::amounts;
use crate::uncertainty::answers::{group, research};
use crate::uncertainty::results::{UncertaintyResults, amount, probability};
use crate::uncertainty::rows::InformationRow;

/// Parameters in the table of single ones.
const MOST_PARAMETERS: usize = 12;

/// How often each arm is best.
pub fn best(results: &UncertaintyResults<'_>) -> PageTable {
    let rows = results.best.iter().map(|row| {
        let share = probability(row.probability, row.mc_se);
        let chosen = match row.favourite {
            true => names::value("true"),
            false => Text::default(),
        };
        vec![
            Cell::words(amounts::decided_by(row)),
            Cell::words(results.study.arm(&row.arm)),
            Cell::estimate(Some(share), Kind::Share),
            Cell::number(amounts::more_than_reference(results, row)),
            Cell::words(chosen),
        ]
    });
    PageTable {
        caption: message!("uncertainty-table-best"),
        headings: vec![
            Cell::words(message!("uncertainty-table-decided-by")),
            Cell::words(message!("uncertainty-table-arm")),
            Cell::number(message!("uncertainty-table-best-in")),
            Cell::number(message!(
                "uncertainty-table-more-than",
                reference = results.study.reference_arm()
            )),
            Cell::words(message!("uncertainty-table-chosen")),
        ],
        rows: rows.collect(),
    }
}

/// What knowing each group of parameters would be worth.
pub fn groups(results: &UncertaintyResults<'_>) -> PageTable {
    let rows = results.information_of("group").map(|row| {
        let cells = [
            Cell::words(group(&row.key)),
            Cell::words(research(&row.key)),
            Cell::number(row.parameters),
        ];
        cells.into_iter().chain(information_cells(results, row))
    });
    let headings = [
        Cell::words(message!("uncertainty-table-group-of-parameters")),
        Cell::words(message!("uncertainty-table-research")),
        Cell::number(message!("uncertainty-table-parameters")),
    ];
    PageTable {
        caption: message!("uncertainty-table-groups"),
        headings: headings.into_iter().chain(information_headings()).collect(),
        rows: rows.map(Iterator::collect).collect(),
    }
}

/// The single parameters that would be worth most.
pub fn parameters(results: &UncertaintyResults<'_>) -> PageTable {
    let rows = results.information_of("parameter").take(MOST_PARAMETERS);
    let rows = rows.map(|row| {
        let cells = [
            Cell::words(names::field(&row.key)),
            Cell::words(&row.grade),
            Cell::words(group(&row.group)),
        ];
        cells.into_iter().chain(information_cells(results, row))
    });
    let headings = [
        Cell::words(message!("uncertainty-table-parameter")),
        Cell::words(message!("uncertainty-table-grade")),
        Cell::words(message!("uncertainty-table-group")),
    ];
    PageTable {
        caption: message!("uncertainty-table-single"),
        headings: headings.into_iter().chain(information_headings()).collect(),
        rows: rows.map(Iterator::collect).collect(),
    }
}

fn information_cells(results: &UncertaintyResults<'_>, row: &InformationRow) -> [Cell; 3] {
    let chance = |value| Cell::number(amounts::worth(results, value));
    [
        amounts::worth_cell(results, amount(row.value, row.mc_se)),
        row.by_chance.map_or_else(Cell::dash, chance),
        Cell::words(names::value(&row.above_chance.to_string())),
    ]
}

fn information_headings() -> [Cell; 3] {
    [
        Cell::number(message!("uncertainty-table-worth")),
        Cell::number(message!("uncertainty-table-chance")),
        Cell::words(message!("uncertainty-table-above-chance")),
    ]
}

/// The limits of the boxes in which the favourite often fails.
pub fn boxes(results: &UncertaintyResults<'_>) -> PageTable {
    let limit = |value: Option<f64>| {
        value.map_or_else(Cell::dash, |value| Cell::number(values::value(value)))
    };
    let rows = results.boxes.iter().map(|row| {
        let parameter = evidence::find(evidence::parameters(), &row.parameter);
        let range = parameter.map(|one| {
            let (low, high) = (values::value(one.low), values::value(one.high));
            Text::between(low, high, one.low < 0.0)
        });
        vec![
            Cell::number(row.number),
            Cell::words(names::field(&row.parameter)),
            limit(row.low),
            limit(row.high),
            Cell::words(range.unwrap_or_default()),
            Cell::number(amounts::small_probability(row.quasi_p)),
            Cell::number(percent_whole(row.coverage)),
            Cell::number(percent_whole(row.density)),
        ]
    });
    PageTable {
        caption: message!("uncertainty-table-boxes"),
        headings: vec![
            Cell::number(message!("uncertainty-table-box")),
            Cell::words(message!("uncertainty-table-parameter")),
            Cell::number(message!("uncertainty-table-from")),
            Cell::number(message!("uncertainty-table-to")),
            Cell::words(message!("uncertainty-table-range")),
            Cell::number(message!("uncertainty-table-quasi-p")),
            Cell::number(message!("uncertainty-table-coverage")),
            Cell::number(message!("uncertainty-table-density")),
        ],
        rows: rows.collect(),
    }
}
