//! What the folder of a search for thresholds holds.

use homeground_figures::estimate::Estimate;
use homeground_figures::style::{Colour, WHITE};
use homeground_figures::text::Text;
use homeground_report::outcome_kinds::{Better, better};
use homeground_report::saved::ContentError;

use super::{LINES, LineRow, PAIRS, PROFILES, PairRow, ProfileRow, THRESHOLDS, ThresholdRow};
use crate::pages::results::StudyResults;

/// Fill of figures where the order cannot be told.
pub(super) const UNCLEAR: Colour = Colour(214, 219, 224);

/// What the folder of a search for thresholds holds.
pub(super) struct Thresholds<'a> {
    /// The folder.
    pub results: &'a StudyResults,
    /// The difference where everything starts.
    pub start: Estimate,
    /// Two rows a parameter, by rank.
    pub rows: Vec<ThresholdRow>,
    /// Every evaluation.
    pub profiles: Vec<ProfileRow>,
    /// The planes.
    pub pairs: Vec<PairRow>,
    /// Their lines.
    pub lines: Vec<LineRow>,
}

#[derive(serde::Deserialize)]
struct Start {
    estimate: f64,
    lower: f64,
    upper: f64,
}

impl<'a> Thresholds<'a> {
    /// Reads the tables.
    ///
    /// # Errors
    /// When a table is missing or damaged.
    pub fn read(results: &'a StudyResults) -> Result<Thresholds<'a>, ContentError> {
        let start: Start = results.fact("start")?;
        Ok(Thresholds {
            results,
            start: Estimate { value: start.estimate, interval: Some((start.lower, start.upper)) },
            rows: results.rows(THRESHOLDS)?,
            profiles: results.rows(PROFILES)?,
            pairs: results.rows(PAIRS)?,
            lines: results.rows(LINES)?,
        })
    }

    /// Name of the outcome.
    pub fn outcome(&self) -> &'a str {
        &self.results.note.outcome
    }

    /// The two arms as pages call them.
    pub fn arms(&self) -> (Text, Text) {
        self.called(self.names())
    }

    /// Names of the two arms as tables hold them.
    fn names(&self) -> (&'a str, &'a str) {
        let name = |place: usize| self.results.note.arms.get(place).map_or("", String::as_str);
        (name(0), name(1))
    }

    fn called(&self, (one, other): (&str, &str)) -> (Text, Text) {
        (self.results.arm(one), self.results.arm(other))
    }

    /// Who is ahead and who is behind when the difference has this sign, as pages call them;
    /// where neither way is better, who has more and who has less.
    pub fn ahead(&self, difference: f64) -> (Text, Text) {
        self.called(self.names_ahead(difference))
    }

    /// The same by the names that tables hold.
    fn names_ahead(&self, difference: f64) -> (&'a str, &'a str) {
        let (first, second) = self.names();
        let less_is_better = better(self.outcome()) == Better::Lower;
        if (difference > 0.0) == less_is_better { (second, first) } else { (first, second) }
    }

    /// Pale colour of the arm that is ahead when the difference has this sign.
    pub fn fill(&self, difference: f64) -> Colour {
        let (arm, _) = self.names_ahead(difference);
        self.results.style(arm).colour.mix(WHITE, 0.45)
    }

    /// Can the order be told where everything starts?
    pub fn is_clear(&self) -> bool {
        self.start.interval.is_some_and(|(lower, upper)| lower > 0.0 || upper < 0.0)
    }

    /// Turns, the soonest first.
    pub fn turns(&self) -> Vec<&ThresholdRow> {
        let rows = self.rows.iter().filter(|row| row.finding == "turns");
        let mut turns: Vec<&ThresholdRow> = rows.collect();
        turns.sort_by(|first, second| distance(first).total_cmp(&distance(second)));
        turns
    }

    /// Turns that other random numbers did not refute, the soonest first.
    pub fn confirmed_turns(&self) -> Vec<&ThresholdRow> {
        let mut turns = self.turns();
        turns.retain(|row| row.confirmed != "no");
        turns
    }

    /// How many assumptions make the order unclear without turning it, or turn it
    /// unconfirmed.
    pub fn fading(&self) -> usize {
        let mut names: Vec<&str> = self
            .rows
            .iter()
            .filter(|row| row.finding == "fades" || row.confirmed == "no")
            .map(|row| row.parameter.as_str())
            .collect();
        names.dedup();
        names.len()
    }

    /// The sides of each parameter, by rank.
    pub fn by_rank(&self) -> Vec<&[ThresholdRow]> {
        self.rows.chunk_by(|one, other| one.rank == other.rank).collect()
    }

    /// The evaluations along a parameter, by value.
    pub fn profile(&self, parameter: &str) -> Vec<&ProfileRow> {
        let points = self.profiles.iter();
        points.filter(|point| point.parameter == parameter).collect()
    }
}

/// How far a turn lies from the start, as a share of the distance to the end of the range.
pub(super) fn distance(turn: &ThresholdRow) -> f64 {
    turn.share_of_range.unwrap_or(f64::INFINITY)
}

/// Values at which the order turns, of the sides of a parameter.
pub(super) fn turning_values(sides: &[ThresholdRow]) -> impl Iterator<Item = f64> {
    let turns = sides.iter().filter(|side| side.finding == "turns");
    turns.filter_map(|side| side.threshold)
}
