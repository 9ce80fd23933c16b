//! From the text of a targets file to checked targets.

use crate::evidence::{Grade, LiteratureReading};
use crate::scenario::diagnostic::{Diagnostic, Error, Parsed, Problem, Problems, SourceText};
use crate::scenario::document::quoted;
use crate::scenario::fields::Vocabulary;
use crate::scenario::population;
use crate::scenario::source::ProgrammeSource;
use crate::scenario::types::{Arm, Population};

use super::columns::{Columns, REQUIRED_COLUMNS};
use super::design::{self, Design};
use super::numbers;
use super::outcome::{self, Counted};
use super::table::{Cell, Record, records};
use super::types::{Comparability, Comparable, Randomised, Scale, Target};

/// More targets than this are no summary of any literature; each is a run of its own design.
const MOST_TARGETS: usize = 1000;

/// Reads a file of targets: comma-separated values with the columns
/// [`REQUIRED_COLUMNS`], and any of [`OPTIONAL_COLUMNS`](super::OPTIONAL_COLUMNS).
/// `file` is its name for messages; `programmes` finds the programmes that its arms name.
///
/// # Errors
///
/// Everything that is wrong with the file, each with its line and column.
pub fn read_targets_file(
    file: &str,
    text: &str,
    programmes: &dyn ProgrammeSource,
) -> Result<Parsed<Vec<Target>>, Error> {
    let source = SourceText::file(file, text);
    let mut problems = Problems::default();
    if source.text.contains('\0') {
        problems.push(
            Diagnostic::of_file(
                Problem::Unreadable,
                file,
                "the file holds signs that no text holds",
            )
            .help("targets are comma-separated values: save a table of a spreadsheet as CSV"),
        );
        return problems.finish(None);
    }
    let rows = records(&source, &mut problems);
    let Some((heading, rows)) = rows.split_first() else {
        if problems.error_count() == 0 {
            problems.push(
                Diagnostic::of_file(
                    Problem::Missing,
                    file,
                    "the file holds nothing: it needs a line of columns and a row for each target",
                )
                .help(format!("columns: {}", REQUIRED_COLUMNS.join(","))),
            );
        }
        return problems.finish(None);
    };
    let Some(columns) = Columns::read(heading, &mut problems) else {
        return problems.finish(None);
    };
    // Spreadsheets leave rows of commas behind.
    let says_something = |row: &&Record| row.cells.iter().any(|cell| !cell.is_empty());
    let rows: Vec<&Record> = rows.iter().filter(says_something).collect();
    if rows.is_empty() && problems.error_count() == 0 {
        problems.push(Diagnostic::error(
            Problem::Missing,
            &heading.place,
            "the file has columns and no target",
            "expected a row below",
        ));
    }
    if let Some(surplus) = rows.get(MOST_TARGETS) {
        problems.push(Diagnostic::error(
            Problem::Value,
            &surplus.place,
            format!("a file has at most {MOST_TARGETS} targets"),
            format!("the first of {} too many", rows.len() - MOST_TARGETS),
        ));
        return problems.finish(None);
    }
    check_ids(&columns, &rows, &mut problems);
    let mut targets = Vec::new();
    let mut above: Option<Design> = None;
    for (position, record) in rows.iter().enumerate() {
        if problems.are_too_many() {
            break;
        }
        let errors = problems.error_count();
        if wrong_count(&columns, record, &mut problems) {
            above = None;
            continue;
        }
        let mut row = Row { columns: &columns, record, programmes, problems: &mut problems };
        let same = match (&above, position) {
            (Some(design), _) => Ok(design),
            (None, 0) => Err(Some("no row stands above")),
            // What is wrong with the row above has been reported.
            (None, _) => Err(None),
        };
        let (target, design) = row.target(same);
        above = design;
        targets.extend(target.filter(|_| problems.error_count() == errors));
    }
    problems.finish(Some(targets))
}

/// Has a row more or fewer cells than there are columns?
fn wrong_count(columns: &Columns, record: &Record, problems: &mut Problems) -> bool {
    let (found, expected) = (record.cells.len(), columns.count());
    if found == expected {
        return false;
    }
    let more = found > expected;
    let diagnostic = Diagnostic::error(
        Problem::Syntax,
        &record.place,
        match more {
            true => "this line has too many columns",
            false => "this line has too few columns",
        },
        format!("found {found}, expected {expected}"),
    );
    problems.push(match more {
        true => diagnostic
            .help("a text with commas stands in quotes, and decimals follow a point: 0.57"),
        false => diagnostic.help("an empty cell still needs its comma"),
    });
    true
}

fn check_ids(columns: &Columns, rows: &[&Record], problems: &mut Problems) {
    let mut met: Vec<&Cell> = Vec::new();
    for row in rows.iter().filter(|row| row.cells.len() == columns.count()) {
        let Some(id) = columns.cell(row, "id") else {
            continue;
        };
        if id.is_empty() {
            problems.push(Diagnostic::error(
                Problem::Missing,
                &id.place,
                "`id` is empty",
                "expected a name of its own",
            ));
        } else if let Some(first) = met.iter().find(|other| other.text == id.text) {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &id.place,
                    format!("two targets are called {}", quoted(&id.text)),
                    "again here",
                )
                .and(&first.place, "first here")
                .help("results are told apart by these names: give each target its own"),
            );
        }
        met.push(id);
    }
}

/// A row as it is read.
struct Row<'a> {
    columns: &'a Columns,
    record: &'a Record,
    programmes: &'a dyn ProgrammeSource,
    problems: &'a mut Problems,
}

impl<'a> Row<'a> {
    /// The cell of a required column. The count of cells has been checked.
    fn cell(&self, column: &str) -> &'a Cell {
        self.columns.cell(self.record, column).unwrap_or(&self.record.cells[0])
    }

    fn text(&self, column: &str) -> String {
        let cell = self.columns.cell(self.record, column);
        cell.map(|cell| cell.text.clone()).unwrap_or_default()
    }

    /// The target, and its design for the row below.
    fn target(&mut self, same: Result<&Design, Option<&str>>) -> (Option<Target>, Option<Design>) {
        let reading = self.reading();
        let population = self.population();
        let (design, arm) = self.arm(same);
        let week = numbers::week(self.cell("week"), self.problems);
        let outcome = outcome::outcome(self.cell("outcome"), week, self.problems);
        let measure_cell = self.cell("measure");
        let measure =
            outcome::word_of(measure_cell, "measure", &outcome::ESTIMATE_KINDS, self.problems);
        let compares = match (&outcome, measure) {
            (Some(outcome), Some(measure)) => Some(outcome.compares(measure)),
            // Ratios compare, whatever of.
            (None, Some(outcome::EstimateKind::Ratio)) => Some(true),
            _ => None,
        };
        let reference = self.reference(compares, design.as_ref());
        let unit_cell = self.cell("unit");
        let unit = outcome::unit(unit_cell, self.problems);
        if let (Some(arm), Some(Some(reference))) = (&arm, &reference) {
            self.check_differ(arm, reference);
        }
        let statistic = outcome.as_ref().and_then(|outcome| {
            outcome.statistic((unit_cell, unit), (measure_cell, measure), self.problems)
        });
        if let (Some(outcome), Some(week)) = (&outcome, week) {
            self.check_possible(outcome, "arm", arm.as_ref(), week);
            let reference = reference.as_ref().and_then(Option::as_ref);
            self.check_possible(outcome, "reference", reference, week);
        }
        let scale_cell = self.cell("scale");
        let scale = outcome::word_of(scale_cell, "scale", &Scale::WORDS, self.problems);
        let value_cell = self.cell("value");
        let value = numbers::number(value_cell, "value", self.problems);
        let kind = numbers::kind(outcome.as_ref(), measure);
        numbers::check((value_cell, value), (scale_cell, scale), kind, self.problems);
        let standard_error = numbers::standard_error(self.cell("sd"), kind, scale, self.problems);
        let comparability = self.comparability();
        let target = || {
            Some(Target {
                id: self.text("id"),
                title: self.text("title"),
                title_nb: self.text("title_nb"),
                reading: reading?,
                population: population?,
                arm_text: self.text("arm"),
                arm: arm?,
                reference_text: self.text("reference"),
                reference: reference?,
                statistic: statistic?,
                outcome_text: self.text("outcome"),
                unit_text: self.text("unit"),
                measure_text: self.text("measure"),
                week: week?,
                scale: scale?,
                value: value?,
                standard_error: standard_error?,
                evidence: self.text("evidence"),
                note: self.text("note"),
                comparability: comparability?,
            })
        };
        (target(), design)
    }

    fn reading(&mut self) -> Option<Option<LiteratureReading>> {
        let words = [
            ("both", None),
            ("child", Some(LiteratureReading::Child)),
            ("family", Some(LiteratureReading::Family)),
        ];
        outcome::word_of(self.cell("reading"), "reading", &words, self.problems)
    }

    fn population(&mut self) -> Option<Population> {
        let words: Vec<(&str, &str)> =
            Vocabulary::Population.words().into_iter().map(|word| (word, word)).collect();
        let key = outcome::word_of(self.cell("population"), "population", &words, self.problems)?;
        population::profile(key)
    }

    fn arm(&mut self, same: Result<&Design, Option<&str>>) -> (Option<Design>, Option<Arm>) {
        let cell = self.cell("arm");
        if cell.is_empty() {
            self.problems.push(
                Diagnostic::error(
                    Problem::Missing,
                    &cell.place,
                    "a target without an arm",
                    "expected a programme",
                )
                .help(format!(
                    "for example advice_and_guidance, advice_and_guidance at home, or {} for families without a programme",
                    design::NOTHING
                )),
            );
            return (None, None);
        }
        let design = Design::read(cell, same, self.problems);
        let arm =
            design.as_ref().and_then(|design| design.arm(cell, self.programmes, self.problems));
        // An arm that cannot be used cannot be changed by the row below either.
        (design.filter(|_| arm.is_some()), arm)
    }

    /// The arm that is compared with; the outer option is empty if something is wrong.
    fn reference(&mut self, compares: Option<bool>, own: Option<&Design>) -> Option<Option<Arm>> {
        let cell = self.cell("reference");
        match (compares, cell.is_empty()) {
            (Some(true), true) => {
                self.problems.push(
                    Diagnostic::error(
                        Problem::Missing,
                        &cell.place,
                        format!("a {} without a reference", self.text("measure")),
                        "expected the arm that is compared with",
                    )
                    .and(&self.cell("measure").place, "this measure compares two arms")
                    .help("for example advice_and_guidance, or nothing"),
                );
                None
            }
            (Some(false), false) => {
                self.problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        &cell.place,
                        "a reference that is not used",
                        "must be empty here",
                    )
                    .and(&self.cell("measure").place, "this measure is of one arm"),
                );
                None
            }
            (_, true) => Some(None),
            (_, false) => {
                let same = match own {
                    Some(own) => Ok(own),
                    None => Err(None),
                };
                let design = Design::read(cell, same, self.problems)?;
                design.arm(cell, self.programmes, self.problems).map(Some)
            }
        }
    }

    /// An arm compared with itself shows no difference, whatever the model.
    fn check_differ(&mut self, arm: &Arm, reference: &Arm) {
        // Names and notes make no difference to families.
        let bare = |arm: &Arm| {
            let mut bare = arm.clone();
            bare.name.clear();
            bare.programme_key = None;
            if let Some(programme) = &mut bare.programme {
                programme.name.clear();
                programme.description.clear();
                programme.source.clear();
                programme.notes.clear();
            }
            bare
        };
        if bare(arm) == bare(reference) {
            self.problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &self.cell("reference").place,
                    "an arm is compared with itself",
                    "the same design",
                )
                .and(&self.cell("arm").place, "as this"),
            );
        }
    }

    /// Can the arm have the outcome at all, and by that week?
    fn check_possible(&mut self, outcome: &Counted, column: &str, arm: Option<&Arm>, week: u32) {
        let Some(arm) = arm else {
            return;
        };
        let cell = self.cell(column);
        let outcome_cell = self.cell("outcome");
        let Some(programme) = &arm.programme else {
            if outcome.needs_programme() {
                self.problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        &outcome_cell.place,
                        format!(
                            "{} is not possible in an arm without a helper",
                            quoted(&outcome_cell.text)
                        ),
                        "needs a programme with visits",
                    )
                    .and(&cell.place, "offers no helper"),
                );
            }
            return;
        };
        if outcome.is_completion() && programme.duration_weeks > week {
            self.problems.push(
                Diagnostic::warning(
                    &self.cell("week").place,
                    format!("nobody can have completed by week {week}"),
                    format!("the programme lasts {} weeks", programme.duration_weeks),
                )
                .and(&cell.place, ""),
            );
        }
    }

    fn comparability(&mut self) -> Option<Comparability> {
        let grades = Grade::ALL.map(|grade| (grade.letter(), grade));
        let grade = self.optional("grade", &grades);
        let randomised = self.optional("randomised", &Randomised::WORDS);
        let comparable = self.optional("comparable", &Comparable::WORDS);
        Some(Comparability {
            grade: grade?,
            country: self.text("country"),
            years: self.text("years"),
            counted: self.text("counted"),
            randomised: randomised?,
            comparable: comparable?,
            why: self.text("why"),
        })
    }

    /// The word of a column that may be missing or empty; the outer option is empty if the
    /// word is not known.
    fn optional<T: Copy>(&mut self, column: &str, words: &[(&str, T)]) -> Option<Option<T>> {
        match self.columns.cell(self.record, column) {
            Some(cell) if !cell.is_empty() => {
                outcome::word_of(cell, column, words, self.problems).map(Some)
            }
            _ => Some(None),
        }
    }
}
