//! The columns of `families.parquet`: what each is called, holds and means.
//!
//! docs/outcomes.md shows this table; a test holds the two together.

use std::ops::Range;

use crate::parquet::{Field, Kind, NO_NUMBER, Values};
use homeground_core::engine::share::ReplicateId;
use homeground_core::model::cohort::{Engagement, History, NEVER, Placement};
use homeground_core::model::factors::RISK_BITS;

/// A column.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// May a value be missing?
    pub optional: bool,
    /// Unit, or range.
    pub unit: &'static str,
    /// What it means.
    pub meaning: &'static str,
    gather: Gather,
}

/// Families of an arm, and where the values of a column are found.
pub struct Source<'a> {
    /// Draw and replicate.
    pub number: ReplicateId,
    /// Place of the arm in the scenario.
    pub arm: usize,
    /// Number of the family in row 0.
    pub first_family: u32,
    /// What happened.
    pub history: &'a History,
}

/// Puts values of some rows behind those of earlier rows.
enum Gather {
    Numbers(fn(&Source, Range<usize>, &mut Vec<u32>)),
    Reals(fn(&Source, Range<usize>, &mut Vec<f32>)),
    Flags(fn(&Source, Range<usize>, &mut Vec<bool>)),
}

impl Column {
    /// Puts the values of some rows behind those that are there.
    pub fn gather(&self, source: &Source, rows: Range<usize>, values: &mut Values) {
        match (&self.gather, values) {
            (Gather::Numbers(gather), Values::Numbers(values)) => gather(source, rows, values),
            (Gather::Reals(gather), Values::Reals(values)) => gather(source, rows, values),
            (Gather::Flags(gather), Values::Flags(values)) => gather(source, rows, values),
            _ => debug_assert!(false, "{} holds values of another kind", self.name),
        }
    }
}

/// The columns as the file knows them.
pub fn fields(arms: &[String]) -> Vec<Field> {
    COLUMNS
        .iter()
        .map(|column| Field {
            name: column.name.to_owned(),
            kind: column.kind,
            optional: column.optional,
            words: match column.name {
                "arm" => arms.to_vec(),
                "engagement" => ENGAGEMENTS.map(|(_, word)| word.to_owned()).to_vec(),
                "placement" => PLACEMENTS.map(|(_, word)| word.to_owned()).to_vec(),
                _ => Vec::new(),
            },
        })
        .collect()
}

/// Engagement states and their words, in the order of their numbers.
const ENGAGEMENTS: [(Engagement, &str); 9] = [
    (Engagement::Untreated, "untreated"),
    (Engagement::Declined, "declined"),
    (Engagement::Waiting, "waiting"),
    (Engagement::Engaged, "engaged"),
    (Engagement::Completed, "completed"),
    (Engagement::DroppedOut, "dropped_out"),
    (Engagement::Terminated, "terminated"),
    (Engagement::Expired, "expired"),
    (Engagement::EndedByPlacement, "ended_by_placement"),
];

/// Placement states and their words, in the order of their numbers.
const PLACEMENTS: [(Placement, &str); 3] =
    [(Placement::Home, "home"), (Placement::Placed, "placed"), (Placement::Reunified, "reunified")];

/// The end of the week in which something happened, or none. Weeks of events are the
/// end of the week, as in the other tables.
fn end_of_week(week: u32) -> u32 {
    if week == NEVER { NO_NUMBER } else { week + 1 }
}

/// Zero means that the family was not in the measure then.
fn unless_zero(alliance: f32) -> f32 {
    if alliance > 0.0 { alliance } else { f32::NAN }
}

macro_rules! column {
    ($name:literal, $kind:ident, $unit:literal, $meaning:literal,
     |$source:ident, $row:ident| $value:expr) => {
        column!($name, $kind, false, $unit, $meaning, |$source, $row| $value)
    };
    ($name:literal, $kind:ident or none, $unit:literal, $meaning:literal,
     |$source:ident, $row:ident| $value:expr) => {
        column!($name, $kind, true, $unit, $meaning, |$source, $row| $value)
    };
    ($name:literal, $kind:ident, $optional:literal, $unit:literal, $meaning:literal,
     |$source:ident, $row:ident| $value:expr) => {
        Column {
            name: $name,
            kind: Kind::$kind,
            optional: $optional,
            unit: $unit,
            meaning: $meaning,
            gather: column!(@ $kind)(|$source, rows, values| {
                values.extend(rows.map(|$row| $value))
            }),
        }
    };
    (@ Real) => { Gather::Reals };
    (@ YesNo) => { Gather::Flags };
    (@ $kind:ident) => { Gather::Numbers };
}

/// All columns, in the order of the file.
pub static COLUMNS: &[Column] = &[
    column!(
        "draw",
        Counter,
        "number from 0",
        "parameter draw; 0 holds the parameters of the scenario when nothing is drawn",
        |source, _row| source.number.draw
    ),
    column!("replicate", Counter, "number from 0", "repetition under the draw", |source, _row| {
        source.number.replicate
    }),
    column!("arm", Word, "", "name of the arm", |source, _row| source.arm as u32),
    column!(
        "family",
        Counter,
        "number from 0",
        "the family in its replicate; the same family under every arm",
        |source, row| source.first_family + row as u32
    ),
    column!(
        "adversity",
        Real,
        "standard deviations",
        "adversity z that the family lives under, 0 on average in all families of a country",
        |source, row| source.history.adversity[row]
    ),
    column!("risk_factors", Small, "0 to 16", "risk factors at referral", |source, row| (source
        .history
        .initial_factors[row]
        & RISK_BITS)
        .count_ones()),
    column!(
        "protective_factors",
        Small,
        "0 to 8",
        "protective factors at referral",
        |source, row| (source.history.initial_factors[row] & !RISK_BITS).count_ones()
    ),
    column!(
        "factor_bits",
        Bits,
        "bits",
        "which factors: bits 0 to 15 the risks, 16 to 23 the protective ones, in the order of `homeground list factors`",
        |source, row| source.history.initial_factors[row]
    ),
    column!("children", Small, "children", "children in the family", |source, row| source
        .history
        .children[row]),
    column!(
        "child_age_years",
        Real,
        "years",
        "age of the child that the referral is about, at referral",
        |source, row| source.history.child_age[row]
    ),
    column!("accepted", YesNo, "", "did the family accept the helper measure?", |source, row| {
        source.history.accepted[row]
    }),
    column!(
        "engagement",
        Word,
        "",
        "where the family stands with the measure at the horizon: `untreated` (none is offered), `declined`, `waiting`, `engaged`, `completed`, `dropped_out`, `terminated`, `expired`, `ended_by_placement`",
        |source, row| source.history.engagement[row] as u32
    ),
    column!(
        "start_week", Small or none, "weeks",
        "weeks from referral to the first possible visit; none if there was none",
        |source, row| match source.history.start_week[row] {
            NEVER => NO_NUMBER,
            week => week,
        }
    ),
    column!(
        "exit_week", Small or none, "weeks",
        "end of the week in which the family left the measure, or the list; none if it did not",
        |source, row| end_of_week(source.history.exit_week[row])
    ),
    column!("visits", Small, "visits", "visits attended", |source, row| source.history.visits[row]
        as u32),
    column!(
        "visits_delivered",
        Small,
        "visits",
        "planned visits that could be held",
        |source, row| source.history.delivered[row] as u32
    ),
    column!(
        "visits_planned",
        Real,
        "visits",
        "visits planned before overload and absence; a sum of rates, so not a whole number",
        |source, row| source.history.scheduled[row]
    ),
    column!("home_visits", Small, "visits", "visits attended at home", |source, row| source
        .history
        .home_visits[row]
        as u32),
    column!(
        "helper_hours",
        Real,
        "hours",
        "helper time for attended visits: visit, travel, reporting",
        |source, row| source.history.helper_hours[row]
    ),
    column!(
        "placement",
        Word,
        "",
        "where the children are at the horizon: `home` (never placed), `placed`, `reunified` (home again)",
        |source, row| source.history.placement[row] as u32
    ),
    column!(
        "first_placement_week", Small or none, "weeks",
        "end of the week of the first placement; none if there was none",
        |source, row| end_of_week(source.history.first_placement_week[row])
    ),
    column!("placements", Small, "number", "times that the family was placed", |source, row| {
        source.history.placements[row]
    }),
    column!(
        "children_placed",
        Small,
        "children",
        "children placed, the largest number of any placement",
        |source, row| source.history.children_ever_placed[row]
    ),
    column!(
        "reunifications",
        Small,
        "number",
        "times that the family came home from care",
        |source, row| source.history.reunifications[row]
    ),
    column!("weeks_in_care", Small, "weeks", "weeks that began in care", |source, row| source
        .history
        .weeks_in_care[row]),
    column!(
        "child_weeks_in_care",
        Small,
        "weeks",
        "the same, counted for each child in care",
        |source, row| source.history.child_weeks_in_care[row]
    ),
    column!(
        "alliance_week_12", Real or none, "0 to 1",
        "alliance at the end of week 12; none for families that were not in the measure then",
        |source, row| unless_zero(source.history.early_alliance[row])
    ),
    column!("trust", Real, "0 to 1", "trust in services at the horizon", |source, row| source
        .history
        .trust[row]),
    column!("capacity", Real, "0 to 1", "caregiving capacity at the horizon", |source, row| {
        source.history.capacity[row]
    }),
    column!("stress", Real, "0 to 1", "stress at the horizon", |source, row| source.history.stress
        [row]),
    column!("wellbeing", Real, "0 to 1", "the child's wellbeing at the horizon", |source, row| {
        source.history.wellbeing[row]
    }),
    column!("concern", Real, "0 to 1", "the service's concern at the horizon", |source, row| {
        source.history.concern[row]
    }),
    column!(
        "danger",
        Real,
        "0 to 1",
        "danger to the child at the horizon, as it is, whether anybody sees it or not",
        |source, row| source.history.danger[row]
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_at_the_numbers_of_their_states() {
        for (number, (state, _)) in ENGAGEMENTS.iter().enumerate() {
            assert_eq!(*state as usize, number);
        }
        for (number, (state, _)) in PLACEMENTS.iter().enumerate() {
            assert_eq!(*state as usize, number);
        }
    }

    /// The type of a column as readers see it.
    fn type_name(column: &Column) -> &'static str {
        match column.kind {
            Kind::Small | Kind::Counter | Kind::Bits => "uint32",
            Kind::Real => "float32",
            Kind::YesNo => "boolean",
            Kind::Word => "categorical",
        }
    }

    /// The table that docs/outcomes.md has to show.
    fn table() -> String {
        COLUMNS
            .iter()
            .map(|column| {
                let none = if column.optional { ", or none" } else { "" };
                format!(
                    "| `{}` | {}{none} | {} | {} |\n",
                    column.name,
                    type_name(column),
                    column.unit,
                    column.meaning
                )
            })
            .collect()
    }

    #[test]
    fn the_guide_to_outcomes_shows_every_column() {
        let guide = include_str!("../../../../docs/outcomes.md");
        assert!(guide.contains(&table()), "docs/outcomes.md should hold:\n{}", table());
    }
}
