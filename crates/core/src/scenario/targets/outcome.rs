//! The words of the columns `outcome`, `unit` and `measure`, and what they mean together.

use std::ops::Range;

use crate::evidence::{Outcome, Unit};
use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};
use crate::scenario::document::quoted;
use crate::scenario::nearest::{did_you_mean, row};

use super::table::Cell;
use super::types::{Event, Measured, State, Statistic};

const VISITS: &str = Outcome::Visits.word();
const ATTENDED_SHARE: &str = Outcome::AttendedShare.word();
const DANGER: &str = "danger above its 95th percentile at week N";
const ALLIANCE_OUTCOME: &str = "correlation of alliance at week N with capacity change to week N";
const ALLIANCE_DROPOUT: &str =
    "alliance at week N: completers minus dropouts in standard deviations";

/// The unit of the odds of danger.
const RISKS: &str = "0 risks vs 4 or more";

/// What the column `outcome` names.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Counted {
    Events(Vec<Event>),
    State(State),
    Visits,
    AttendedShare,
    HarmGradient,
    AllianceAndChange { alliance_week: u32 },
    AllianceDropout { alliance_week: u32 },
}

/// How an outcome becomes a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EstimateKind {
    Level,
    Ratio,
    Difference,
    StandardisedDifference,
    OddsRatio,
    Correlation,
}

pub(super) const ESTIMATE_KINDS: [(&str, EstimateKind); 6] = [
    ("level", EstimateKind::Level),
    ("ratio", EstimateKind::Ratio),
    ("difference", EstimateKind::Difference),
    ("standardised difference", EstimateKind::StandardisedDifference),
    ("odds ratio", EstimateKind::OddsRatio),
    ("correlation", EstimateKind::Correlation),
];

/// Looks a cell's word up; a word that is not known is reported.
pub(super) fn word_of<T: Copy>(
    cell: &Cell,
    column: &str,
    words: &[(&str, T)],
    problems: &mut Problems,
) -> Option<T> {
    let found = words.iter().find(|(word, _)| *word == cell.text);
    if found.is_none() {
        problems.push(unknown(
            cell,
            0..cell.text.len(),
            column,
            words.iter().map(|(word, _)| *word),
        ));
    }
    found.map(|(_, value)| *value)
}

/// A word that is not among those of its column; or none at all.
fn unknown<'a>(
    cell: &Cell,
    span: Range<usize>,
    column: &str,
    words: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let word = &cell.text[span.clone()];
    let (problem, message, label) = match word.is_empty() {
        true => (
            Problem::Missing,
            format!("`{column}` is empty"),
            format!("expected a word for `{column}`"),
        ),
        false => (
            Problem::Value,
            format!("unknown {column}: {}", quoted(word)),
            did_you_mean(word, words.clone()).unwrap_or_else(|| "not known".to_string()),
        ),
    };
    Diagnostic::error(problem, &cell.part(span), message, label)
        .help(format!("valid: {}", row(words)))
}

/// Of whom, by the column `unit`; the inner option is empty for the odds of danger.
pub(super) fn unit(cell: &Cell, problems: &mut Problems) -> Option<Option<Unit>> {
    let words: Vec<(&str, Option<Unit>)> =
        Unit::ALL.iter().map(|unit| (unit.word(), Some(*unit))).chain([(RISKS, None)]).collect();
    word_of(cell, "unit", &words, problems)
}

/// The outcome that a cell names. `week` is that of its row, if it is known: phrases name it too.
pub(super) fn outcome(cell: &Cell, week: Option<u32>, problems: &mut Problems) -> Option<Counted> {
    let text = cell.text.as_str();
    if let Some(numbers) = matched(text, DANGER) {
        same_week(cell, week, numbers[0], problems)?;
        return Some(Counted::HarmGradient);
    }
    if let Some(numbers) = matched(text, ALLIANCE_OUTCOME) {
        same_week(cell, week, numbers[1], problems)?;
        let alliance_week = earlier(cell, week, numbers[0], problems)?;
        return Some(Counted::AllianceAndChange { alliance_week });
    }
    if let Some(numbers) = matched(text, ALLIANCE_DROPOUT) {
        let alliance_week = earlier(cell, week, numbers[0], problems)?;
        return Some(Counted::AllianceDropout { alliance_week });
    }
    let mut states = State::ALL.into_iter();
    let state = states.find(|state| state.outcome().word() == text);
    match (text, state) {
        (_, Some(state)) => Some(Counted::State(state)),
        (VISITS, _) => Some(Counted::Visits),
        (ATTENDED_SHARE, _) => Some(Counted::AttendedShare),
        _ => events(cell, problems).map(Counted::Events),
    }
}

/// Events with plus signs between.
fn events(cell: &Cell, problems: &mut Problems) -> Option<Vec<Event>> {
    let mut found: Vec<Event> = Vec::new();
    let mut whole = true;
    let mut start = 0;
    let several = cell.text.contains('+');
    for part in cell.text.split('+') {
        let from = start + (part.len() - part.trim_start().len()).min(part.len());
        let span = from..from + part.trim().len();
        start += part.len() + 1;
        let word = part.trim();
        let mut events = Event::ALL.into_iter();
        let event = events.find(|event| event.outcome().word() == word);
        match event {
            Some(event) if found.contains(&event) => {
                problems.push(Diagnostic::error(
                    Problem::Contradiction,
                    &cell.part(span),
                    format!("`{word}` stands twice in one sum"),
                    "again here",
                ));
                whole = false;
            }
            Some(event) => found.push(event),
            None => {
                let events = Event::ALL.into_iter().map(|event| event.outcome().word());
                let others = State::ALL
                    .into_iter()
                    .map(|state| state.outcome().word())
                    .chain([VISITS, ATTENDED_SHARE])
                    .chain([DANGER, ALLIANCE_OUTCOME, ALLIANCE_DROPOUT])
                    .filter(|_| !several);
                let mut diagnostic = unknown(cell, span, "outcome", events.chain(others));
                if several {
                    diagnostic = diagnostic.help("only events are added with `+`");
                }
                problems.push(diagnostic);
                whole = false;
            }
        }
    }
    whole.then_some(found)
}

/// The numbers of a phrase, if a text is that phrase with numbers in the place of `N`.
fn matched(text: &str, phrase: &str) -> Option<Vec<u32>> {
    let (words, wanted): (Vec<&str>, Vec<&str>) =
        (text.split_whitespace().collect(), phrase.split_whitespace().collect());
    if words.len() != wanted.len() {
        return None;
    }
    let mut numbers = Vec::new();
    for (word, wanted) in words.into_iter().zip(wanted) {
        match wanted.strip_prefix('N') {
            Some(after) => numbers.push(word.strip_suffix(after)?.parse().ok()?),
            None if word == wanted => {}
            None => return None,
        }
    }
    Some(numbers)
}

/// The week that a phrase names must be that of its row.
fn same_week(cell: &Cell, week: Option<u32>, named: u32, problems: &mut Problems) -> Option<()> {
    match week {
        Some(week) if week != named => {
            problems.push(Diagnostic::error(
                Problem::Contradiction,
                &cell.place,
                format!("the outcome speaks of week {named}, the column `week` of {week}"),
                "which of the two?",
            ));
            None
        }
        _ => Some(()),
    }
}

/// The week of the alliance must come before that of its row.
fn earlier(cell: &Cell, week: Option<u32>, named: u32, problems: &mut Problems) -> Option<u32> {
    if named >= 1 && week.is_none_or(|week| named < week) {
        return Some(named);
    }
    let (message, label) = match week {
        Some(week) if named >= week => (
            format!("alliance at week {named} cannot foretell what happens by week {week}"),
            format!("must be from 1 to {}", week.saturating_sub(1)),
        ),
        _ => ("there is no alliance at week 0".to_string(), "weeks count from 1".to_string()),
    };
    problems.push(Diagnostic::error(Problem::Contradiction, &cell.place, message, label));
    None
}

impl Counted {
    /// The words of the units in which it can be counted.
    fn units(&self) -> Vec<&'static str> {
        let words = |fits: &dyn Fn(&Unit) -> bool| {
            let fitting = Unit::ALL.iter().filter(|unit| fits(unit));
            fitting.map(|unit| unit.word()).collect()
        };
        match self {
            Counted::Events(events) => words(&|unit| {
                let mut outcomes = events.iter().map(|event| event.outcome());
                outcomes.all(|outcome| outcome.units().contains(unit))
            }),
            Counted::State(state) => words(&|unit| state.outcome().units().contains(unit)),
            Counted::HarmGradient => vec![RISKS],
            _ => vec![Unit::Started.word()],
        }
    }

    fn estimate_kinds(&self) -> &'static [EstimateKind] {
        match self {
            Counted::Events(_) | Counted::Visits | Counted::AttendedShare => {
                &[EstimateKind::Level, EstimateKind::Ratio, EstimateKind::Difference]
            }
            Counted::State(_) => &[
                EstimateKind::Level,
                EstimateKind::Ratio,
                EstimateKind::Difference,
                EstimateKind::StandardisedDifference,
            ],
            Counted::HarmGradient => &[EstimateKind::OddsRatio],
            Counted::AllianceAndChange { .. } => &[EstimateKind::Correlation],
            Counted::AllianceDropout { .. } => &[EstimateKind::Difference],
        }
    }

    /// Does it exist only where a helper comes?
    pub(super) fn needs_programme(&self) -> bool {
        match self {
            Counted::Events(events) => events.iter().any(|event| *event != Event::Placed),
            Counted::State(state) => *state == State::Alliance,
            Counted::HarmGradient => false,
            _ => true,
        }
    }

    /// Is it a share of families that have completed?
    pub(super) fn is_completion(&self) -> bool {
        *self == Counted::Events(vec![Event::Completed])
    }

    /// Does it compare an arm with another?
    pub(super) fn compares(&self, measure: EstimateKind) -> bool {
        match measure {
            EstimateKind::Ratio | EstimateKind::StandardisedDifference => true,
            EstimateKind::Difference => !matches!(self, Counted::AllianceDropout { .. }),
            EstimateKind::Level | EstimateKind::OddsRatio | EstimateKind::Correlation => false,
        }
    }

    /// What is counted, by these units and in this measure.
    pub(super) fn statistic(
        &self,
        (unit_cell, unit): (&Cell, Option<Option<Unit>>),
        measure: (&Cell, Option<EstimateKind>),
        problems: &mut Problems,
    ) -> Option<Statistic> {
        let units = self.units();
        let mut whole = true;
        if units.is_empty() {
            problems.push(Diagnostic::error(
                Problem::Contradiction,
                &unit_cell.place,
                "the events of this sum are not counted of the same families",
                "no unit fits",
            ));
            whole = false;
        } else if unit.is_some() && !units.contains(&unit_cell.text.as_str()) {
            problems.push(Diagnostic::error(
                Problem::Contradiction,
                &unit_cell.place,
                format!("this outcome is not counted by {}", quoted(&unit_cell.text)),
                format!("expected {}", units.join(" or ")),
            ));
            whole = false;
        }
        let (cell, measure) = measure;
        let measure = measure?;
        if !self.estimate_kinds().contains(&measure) {
            let fitting = ESTIMATE_KINDS
                .iter()
                .filter(|(_, one)| self.estimate_kinds().contains(one))
                .map(|(word, _)| *word);
            let fitting: Vec<&str> = fitting.collect();
            problems.push(Diagnostic::error(
                Problem::Contradiction,
                &cell.place,
                format!("this outcome has no {}", cell.text),
                format!("expected {}", fitting.join(" or ")),
            ));
            whole = false;
        }
        if !whole {
            return None;
        }
        let unit = unit?;
        let measured = match self {
            Counted::Events(events) => {
                Some(Measured::Share { events: events.clone(), unit: unit? })
            }
            Counted::State(state) => Some(Measured::Mean(*state)),
            Counted::Visits => Some(Measured::Visits),
            Counted::AttendedShare => Some(Measured::AttendedShare),
            _ => None,
        };
        match (self, measure, measured) {
            (Counted::HarmGradient, ..) => Some(Statistic::HarmGradient),
            (Counted::AllianceAndChange { alliance_week }, ..) => {
                Some(Statistic::AllianceOutcome { alliance_week: *alliance_week })
            }
            (Counted::AllianceDropout { alliance_week }, ..) => {
                Some(Statistic::AllianceDropout { alliance_week: *alliance_week })
            }
            (Counted::State(state), EstimateKind::StandardisedDifference, _) => {
                Some(Statistic::StandardisedDifference(*state))
            }
            (_, EstimateKind::Level, Some(measured)) => Some(Statistic::Level(measured)),
            (_, EstimateKind::Ratio, Some(measured)) => Some(Statistic::Ratio(measured)),
            (_, EstimateKind::Difference, Some(measured)) => Some(Statistic::Difference(measured)),
            _ => None,
        }
    }
}
