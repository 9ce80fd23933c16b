//! The tables of results on the page, with numbers as people write them.

use super::figures;
use super::measures::{Better, kind_of};
use super::numbers::Kind;
use super::results::{Estimate, Quantity, Results};
use super::rows::ContrastRow;
use super::sentences;
use super::words::Language;
use crate::evidence::{ContrastKind, Outcome};

/// A cell of a table on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Smaller words below, such as an interval.
    pub small: String,
    /// Is it a number, to be set to the right?
    pub number: bool,
}

impl Cell {
    /// Words.
    pub fn words(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            ..Cell::default()
        }
    }

    /// A number as text.
    pub fn number(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            number: true,
            ..Cell::default()
        }
    }

    /// A value with its interval below; a dash where there is none.
    pub fn estimate(estimate: Option<Estimate>, kind: Kind, language: Language) -> Cell {
        match estimate {
            None => Cell::number("–"),
            Some(estimate) => Cell {
                text: language.value(estimate.value, kind),
                small: estimate
                    .interval
                    .map(|interval| language.range(interval, kind))
                    .unwrap_or_default(),
                number: true,
            },
        }
    }

    fn difference(row: &ContrastRow, language: Language) -> Cell {
        let Some(estimate) = Estimate::of(row.estimate, row.lower, row.upper) else {
            return Cell::number("–");
        };
        let (estimate, kind) = match (row.measure, row.outcome.number()) {
            (ContrastKind::Ratio, _) if estimate.upper() > LARGEST_RATIO => {
                return Cell::number("–");
            }
            (ContrastKind::Ratio, _) => {
                // A ratio near 1 needs a third decimal to differ from it.
                let decimals = if (estimate.value - 1.0).abs() < 0.05 {
                    3
                } else {
                    2
                };
                return Cell {
                    text: language.decimal(estimate.value, decimals),
                    small: estimate
                        .interval
                        .map(|(lower, upper)| {
                            language.between(
                                &language.decimal(lower, decimals),
                                &language.decimal(upper, decimals),
                                lower < 0.0,
                            )
                        })
                        .unwrap_or_default(),
                    number: true,
                };
            }
            // Percentage points, without a sign that would read as a relative change.
            (_, Kind::Share) => (estimate.times(100.0), Kind::Quantity),
            (_, kind) => (estimate, kind),
        };
        if kind == Kind::Quantity {
            let decimals = difference_decimals(estimate.value);
            let write = |value: f64| language.decimal(value, decimals);
            let sign = if prints_as_zero(&write(estimate.value)) || estimate.value < 0.0 {
                ""
            } else {
                "+"
            };
            return Cell {
                text: format!("{sign}{}", write(estimate.value)),
                small: estimate
                    .interval
                    .map(|(lower, upper)| {
                        language.between(&write(lower), &write(upper), lower < 0.0)
                    })
                    .unwrap_or_default(),
                number: true,
            };
        }
        Cell {
            text: language.signed(estimate.value, kind),
            small: estimate
                .interval
                .map(|interval| language.range(interval, kind))
                .unwrap_or_default(),
            number: true,
        }
    }
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

fn prints_as_zero(number: &str) -> bool {
    !number.chars().any(|digit| ('1'..='9').contains(&digit))
}

/// A table of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageTable {
    /// What it holds, for readers who hear it.
    pub caption: String,
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
pub fn main_results(results: &Results, language: Language) -> PageTable {
    let words = language.words();
    let horizon = results.horizon();
    let mut quantities: Vec<Quantity> =
        vec![("placed", "family", horizon), ("placed", "child", horizon)];
    if horizon > 52 {
        quantities.insert(0, ("placed", "family", 52));
    }
    quantities.extend([("uptake", "offered", 0)]);
    if figures::waits(results) {
        quantities.extend([
            ("weeks_waited", "started", horizon),
            ("waiting", "offered", horizon),
        ]);
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
    let week = language.prose().week;
    let headings = std::iter::once(Cell::words(language.prose().arm))
        .chain(quantities.iter().map(|&(outcome, unit, at)| Cell {
            text: words.outcome(outcome).to_owned(),
            small: if at == 0 {
                words.unit(unit).to_owned()
            } else {
                format!("{}, {week} {at}", words.unit(unit))
            },
            number: true,
        }))
        .collect();
    let rows = (0..results.arm_count())
        .map(|arm| {
            let mark = if arm == results.reference() && results.arm_count() > 1 {
                " *"
            } else {
                ""
            };
            std::iter::once(Cell::words(format!("{}{mark}", results.arm_name(arm))))
                .chain(quantities.iter().map(|&quantity| {
                    Cell::estimate(results.value(arm, quantity), kind_of(quantity.0), language)
                }))
                .collect()
        })
        .collect();
    PageTable {
        caption: language.prose().main_results.to_owned(),
        headings,
        rows,
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
pub fn contrasts(results: &Results, language: Language) -> PageTable {
    let (words, prose) = (language.words(), language.prose());
    let with_draws = results
        .contrasts
        .iter()
        .any(|row| row.share_of_draws_better.is_some());
    let mut headings = vec![
        Cell::words(prose.outcome),
        Cell::words(prose.of_whom),
        Cell::number(prose.week),
        Cell::words(prose.arm),
        Cell::number(prose.difference),
        Cell::number(prose.ratio),
        Cell::words(prose.reading),
    ];
    if with_draws {
        headings.push(Cell::number(prose.better_in));
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
        .filter(|row| row.measure == ContrastKind::Difference && row.estimate.is_some())
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
        .map(|row| {
            let arm = (0..results.arm_count()).find(|&arm| results.arm_name(arm) == row.arm);
            let ratio = arm.and_then(|arm| {
                results.contrast_row(
                    arm,
                    (row.outcome.word(), row.unit.word(), row.week),
                    ContrastKind::Ratio,
                )
            });
            let difference = Cell::difference(row, language);
            let reading = Estimate::of(row.estimate, row.lower, row.upper)
                .map(|estimate| reading(row.outcome, estimate, &difference.text, language))
                .unwrap_or_default();
            let mut cells = vec![
                Cell::words(words.outcome(row.outcome.word())),
                Cell::words(words.unit(row.unit.word())),
                Cell::number(row.week.to_string()),
                Cell::words(row.arm.as_str()),
                difference,
                ratio.map_or_else(|| Cell::number("–"), |row| Cell::difference(row, language)),
                Cell::words(reading),
            ];
            if with_draws {
                let share = row.share_of_draws_better;
                cells.push(Cell::number(share.map_or_else(
                    || "–".to_owned(),
                    |share| language.percent_whole(share),
                )));
            }
            cells
        })
        .collect();
    PageTable {
        caption: prose.contrasts.to_owned(),
        headings,
        rows,
    }
}

/// Lower, higher or not to be told apart, and whether that is better for families.
/// A difference that prints as 0 is of no size, however certain.
fn reading(outcome: Outcome, difference: Estimate, printed: &str, language: Language) -> String {
    use sentences::Verdict;
    if prints_as_zero(printed) {
        return language
            .pick("no difference of size", "ingen forskjell av betydning")
            .to_owned();
    }
    let word = sentences::verdict_word(difference, language);
    let good = match (
        sentences::verdict(difference),
        outcome.better_for_families(),
    ) {
        (Verdict::Lower, Better::Lower) | (Verdict::Higher, Better::Higher) => {
            language.pick("better", "bedre")
        }
        (Verdict::Lower, Better::Higher) | (Verdict::Higher, Better::Lower) => {
            language.pick("worse", "dårligere")
        }
        _ => return word.to_owned(),
    };
    format!("{word} ({good})")
}

/// Every outcome by group of families.
pub fn subgroups(results: &Results, language: Language) -> PageTable {
    let (words, prose) = (language.words(), language.prose());
    let rows = results
        .subgroups
        .iter()
        .filter(|row| row.estimate.is_some())
        .map(|row| {
            vec![
                Cell::words(words.group(&row.grouping, &row.group)),
                Cell::words(row.arm.as_str()),
                Cell::words(words.outcome(row.outcome.word())),
                Cell::words(words.unit(row.unit.word())),
                Cell::number(row.week.to_string()),
                Cell::estimate(
                    Estimate::of(row.estimate, row.lower, row.upper),
                    row.outcome.number(),
                    language,
                ),
            ]
        })
        .collect();
    PageTable {
        caption: prose.subgroups.to_owned(),
        headings: vec![
            Cell::words(prose.group),
            Cell::words(prose.arm),
            Cell::words(prose.outcome),
            Cell::words(prose.of_whom),
            Cell::number(prose.week),
            Cell::number(prose.value),
        ],
        rows,
    }
}
