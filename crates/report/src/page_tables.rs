//! The tables of results on the page, with numbers as people write them.

use homeground_core::evidence::{ContrastKind, Outcome};
use homeground_core::outcomes::rows::ContrastRow;
use homeground_figures::message;
use homeground_figures::number::{
    Kind, Number, decimal, percent_whole, plain, range, signed, signed_decimal, value,
};
use homeground_figures::text::Text;

use crate::figures;
use crate::names;
use crate::outcome_kinds::{Better, better, kind_of};
use crate::results::{Estimate, Quantity, Results};
use crate::translated;
use crate::verdict::{self, Verdict};

/// A cell of a table on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub text: Text,
    /// Smaller words below, such as an interval.
    pub small: Text,
    /// Is it a number, to be set to the right?
    pub number: bool,
}

impl Cell {
    /// Words.
    pub fn words(text: impl Into<Text>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }

    /// A number.
    pub fn number(text: impl Into<Text>) -> Cell {
        Cell { text: text.into(), number: true, ..Cell::default() }
    }

    /// The same with smaller words below.
    pub fn with_small(self, small: impl Into<Text>) -> Cell {
        Cell { small: small.into(), ..self }
    }

    /// What is not defined.
    pub fn dash() -> Cell {
        Cell::number("–")
    }

    /// A value with its interval below; a dash where there is none.
    pub fn estimate(estimate: Option<Estimate>, kind: Kind) -> Cell {
        estimate.map_or_else(Cell::dash, |estimate| {
            let small = small_range(estimate, kind);
            Cell::number(value(estimate.value, kind)).with_small(small)
        })
    }
}

fn small_range(estimate: Estimate, kind: Kind) -> Text {
    let interval = estimate.interval;
    interval.map_or_else(Text::default, |interval| range(interval, kind).into())
}

/// A paired difference, and its interval. Shares differ in percentage points, without a
/// sign that would read as a relative change.
fn difference(outcome: &str, estimate: Estimate) -> (Number, Text) {
    let estimate = match kind_of(outcome) {
        Kind::Money => {
            let number = signed(estimate.value, Kind::Money);
            return (number, small_range(estimate, Kind::Money));
        }
        Kind::Share => estimate.times(100.0),
        Kind::Quantity => estimate,
    };
    let decimals = difference_decimals(estimate.value);
    let number = signed_decimal(estimate.value, decimals);
    (number, interval(estimate, decimals))
}

/// A ratio to the reference; a dash where it only says that the reference has next to nothing.
fn ratio(estimate: Estimate) -> Cell {
    if estimate.upper() > LARGEST_RATIO {
        return Cell::dash();
    }
    // A ratio near 1 needs a third decimal to differ from it.
    let decimals = if (estimate.value - 1.0).abs() < 0.05 { 3 } else { 2 };
    Cell::number(decimal(estimate.value, decimals)).with_small(interval(estimate, decimals))
}

fn interval(estimate: Estimate, decimals: usize) -> Text {
    let interval = estimate.interval.map(|(lower, upper)| {
        let end = |value| decimal(value, decimals);
        Text::between(end(lower), end(upper), lower < 0.0)
    });
    interval.unwrap_or_default()
}

/// Decimals that show two digits that count of a difference, but no more than five in all.
fn difference_decimals(value: f64) -> usize {
    match value.abs() {
        0.0 => 0,
        large if large >= 100.0 => 0,
        middle if middle >= 10.0 => 1,
        middle if middle >= 0.1 => 2,
        small => ((-small.log10()).ceil() as usize + 1).min(5),
    }
}

/// A table of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageTable {
    /// What it holds, for readers who hear it.
    pub caption: Text,
    /// Headings of its columns.
    pub headings: Vec<Cell>,
    /// Its rows; the first cell of each is its heading.
    pub rows: Vec<Vec<Cell>>,
}

impl PageTable {
    /// Does the table hold nothing?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// The main outcomes of every arm.
pub fn main_results(results: &Results) -> PageTable {
    let horizon = results.horizon();
    let mut quantities: Vec<Quantity> =
        vec![("placed", "family", horizon), ("placed", "child", horizon)];
    if horizon > 52 {
        quantities.insert(0, ("placed", "family", 52));
    }
    quantities.extend([("uptake", "offered", 0)]);
    if figures::waits(results) {
        quantities.extend([("weeks_waited", "started", horizon), ("waiting", "offered", horizon)]);
    }
    quantities.extend([
        ("completed", "started", horizon),
        ("completed", "offered", horizon),
        ("dropped_out", "started", horizon),
        ("visits", "started", horizon),
        ("alliance", "started", 12),
        ("weeks_in_care", "family", horizon),
        ("danger", "family", horizon),
        ("concern", "family", horizon),
        ("helper_hours", "family", horizon),
        ("cost_nok", "family", horizon),
    ]);
    quantities.retain(|&quantity| results.values(quantity).iter().any(Option::is_some));
    let heading = |&(outcome, unit, week): &Quantity| {
        let unit = names::unit(unit);
        Cell::number(names::outcome(outcome)).with_small(match week {
            0 => unit,
            week => message!("run-unit-by-week", unit, week = plain(week.into())),
        })
    };
    let headings = std::iter::once(Cell::words(message!("page-arm")))
        .chain(quantities.iter().map(heading))
        .collect();
    let row = |arm: usize| {
        let is_marked = arm == results.reference() && results.arm_count() > 1;
        let mark = if is_marked { "*" } else { "" };
        let name = Text::sentences([results.arm(arm), mark.into()]);
        let values = quantities
            .iter()
            .map(|&quantity| Cell::estimate(results.value(arm, quantity), kind_of(quantity.0)));
        std::iter::once(Cell::words(name)).chain(values).collect()
    };
    PageTable {
        caption: message!("run-main-results"),
        headings,
        rows: (0..results.arm_count()).map(row).collect(),
    }
}

/// Outcomes whose differences are told on the page, and of whom; the file has all.
const CONTRASTS: [(&str, &str); 22] = [
    ("placed", "family"),
    ("placed", "child"),
    ("weeks_in_care", "family"),
    ("danger", "family"),
    ("concern", "family"),
    ("uptake", "offered"),
    ("weeks_waited", "started"),
    ("waiting", "offered"),
    ("completed", "started"),
    ("completed", "offered"),
    ("dropped_out", "started"),
    ("terminated", "started"),
    ("expired", "started"),
    ("visits", "started"),
    ("attended_share", "started"),
    ("alliance", "started"),
    ("trust", "family"),
    ("capacity", "family"),
    ("stress", "family"),
    ("wellbeing", "family"),
    ("helper_hours", "family"),
    ("cost_nok", "family"),
];

/// A ratio beyond this only says that the reference has next to nothing.
const LARGEST_RATIO: f64 = 1000.0;

/// Paired differences of the main outcomes: at the horizon, placement also after a
/// year, alliance in week 12, acceptance at the start.
pub fn contrasts(results: &Results) -> PageTable {
    let with_draws = results.contrasts.iter().any(|row| row.share_of_draws_better.is_some());
    let mut headings = vec![
        Cell::words(message!("page-outcome")),
        Cell::words(message!("page-of-whom")),
        Cell::number(message!("page-week")),
        Cell::words(message!("page-arm")),
        Cell::number(message!("run-difference")),
        Cell::number(message!("run-ratio")),
        Cell::words(message!("page-reading")),
    ];
    if with_draws {
        headings.push(Cell::number(message!("run-better-in")));
    }
    let horizon = results.horizon();
    let waits = figures::waits(results);
    let place = |row: &&ContrastRow| {
        CONTRASTS
            .iter()
            .position(|&(outcome, unit)| outcome == row.outcome.word() && unit == row.unit.word())
    };
    let mut differences: Vec<&ContrastRow> = results
        .contrasts
        .iter()
        .filter(|row| row.contrast == ContrastKind::Difference && row.estimate.is_some())
        .filter(|row| place(row).is_some())
        .filter(|row| waits || !matches!(row.outcome, Outcome::WeeksWaited | Outcome::Waiting))
        .filter(|row| match row.outcome {
            Outcome::Placed => row.week == horizon || row.week == 52,
            Outcome::Alliance => row.week == horizon.min(12),
            Outcome::Uptake => true,
            _ => row.week == horizon,
        })
        .collect();
    differences.sort_by_key(|row| (place(row), row.week));
    let rows = differences
        .into_iter()
        .filter_map(|row| {
            let estimate = Estimate::of(row.estimate, row.lower, row.upper)?;
            let arm = (0..results.arm_count()).find(|&arm| results.arm_name(arm) == row.arm);
            let ratio = arm
                .and_then(|arm| {
                    let quantity = (row.outcome.word(), row.unit.word(), row.week);
                    results.contrast_row(arm, quantity, ContrastKind::Ratio)
                })
                .and_then(|row| Estimate::of(row.estimate, row.lower, row.upper))
                .map_or_else(Cell::dash, ratio);
            let (number, interval) = difference(row.outcome.word(), estimate);
            let reading = reading(row.outcome.word(), estimate, &number);
            let mut cells = vec![
                Cell::words(names::outcome(row.outcome.word())),
                Cell::words(names::unit(row.unit.word())),
                Cell::number(row.week.to_string()),
                Cell::words(translated::arm_name(&row.arm, &results.scenario)),
                Cell::number(number).with_small(interval),
                ratio,
                Cell::words(reading),
            ];
            if with_draws {
                let share = row.share_of_draws_better.map(percent_whole);
                cells.push(share.map_or_else(Cell::dash, Cell::number));
            }
            Some(cells)
        })
        .collect();
    PageTable { caption: message!("run-contrasts"), headings, rows }
}

/// Lower, higher or not to be told apart, and whether that is better for families.
/// A difference that prints as 0 is of no size, however certain.
fn reading(outcome: &str, difference: Estimate, printed: &Number) -> Text {
    if printed.prints_as_zero() {
        return message!("run-no-difference");
    }
    let verdict = verdict::verdict(difference);
    let word = verdict.word();
    match (verdict, better(outcome)) {
        (Verdict::Lower, Better::Lower) | (Verdict::Higher, Better::Higher) => {
            message!("run-verdict-better", verdict = word)
        }
        (Verdict::Lower, Better::Higher) | (Verdict::Higher, Better::Lower) => {
            message!("run-verdict-worse", verdict = word)
        }
        _ => word,
    }
}

/// Every outcome by group of families.
pub fn subgroups(results: &Results) -> PageTable {
    let rows = results
        .subgroups
        .iter()
        .filter(|row| row.estimate.is_some())
        .map(|row| {
            vec![
                Cell::words(names::group(&row.grouping, &row.group)),
                Cell::words(translated::arm_name(&row.arm, &results.scenario)),
                Cell::words(names::outcome(row.outcome.word())),
                Cell::words(names::unit(row.unit.word())),
                Cell::number(row.week.to_string()),
                Cell::estimate(
                    Estimate::of(row.estimate, row.lower, row.upper),
                    kind_of(row.outcome.word()),
                ),
            ]
        })
        .collect();
    PageTable {
        caption: message!("run-subgroups"),
        headings: vec![
            Cell::words(message!("run-group")),
            Cell::words(message!("page-arm")),
            Cell::words(message!("page-outcome")),
            Cell::words(message!("page-of-whom")),
            Cell::number(message!("page-week")),
            Cell::number(message!("page-value")),
        ],
        rows,
    }
}
