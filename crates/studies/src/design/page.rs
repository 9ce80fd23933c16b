//! The page of a design study: its parts, and the table of the best designs.

use homeground_figures::message;
use homeground_figures::text::{Text, plain};
use homeground_report::answer_page::{AnswerPage, Section, TableBlock};
use homeground_report::names::{outcome as outcome_name, unit as unit_name};
use homeground_report::outcome_kinds::kind_of;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::design::results::{Designs, Field};
use crate::design::sentences::count;
use crate::design::{EFFECTS, OUTCOMES, POINTS, RANKING, RankRow};
use crate::pages::results::StudyResults;
use crate::pages::{names, outcome_words};

/// Designs in the table of the best.
pub(crate) const MOST_DESIGNS: usize = 12;

/// Puts the page of a design study together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults) -> Result<AnswerPage, ContentError> {
    let has_effects = results.manifest.files.contains_key(EFFECTS);
    let designs = Designs {
        results,
        fields: results.fact("fields")?,
        selection: results.fact("selection")?,
        explained: results.fact("explained")?,
        cost: results.fact("cost")?,
        cost_limit: results.fact("cost_limit")?,
        effects: if has_effects { results.rows(EFFECTS)? } else { Vec::new() },
        outcomes: results.rows(OUTCOMES)?,
        ranking: results.rows(RANKING)?,
        points: results.rows(POINTS)?,
    };
    Ok(designs.page())
}

impl Designs<'_> {
    fn page(&self) -> AnswerPage {
        let mut sections = vec![self.best_section()];
        sections.extend(self.effect_section("main"));
        sections.extend(self.effect_section("interaction"));
        sections.extend(self.frontier_section());
        let points = [self.largest("main"), self.largest("interaction"), self.frontier_answer()];
        AnswerPage {
            answer: self.best_answer(),
            points: points.into_iter().flatten().collect(),
            sections,
            method: self.method(),
            limits: vec![message!("design-limits-best"), message!("design-limits-cost")],
        }
    }

    pub(crate) fn asked(&self) -> (&str, &str, u32) {
        let note = &self.results.note;
        (&note.outcome, &note.unit, note.week)
    }

    pub(crate) fn value(
        &self,
        point: u32,
        (outcome, unit, week): (&str, &str, u32),
    ) -> Option<Estimate> {
        let row = self.outcomes.iter().find(|row| {
            row.point == point && row.outcome == outcome && row.unit == unit && row.week == week
        })?;
        Estimate::of(row.estimate, row.lower, row.upper)
    }

    /// Is the cost in kroner? Else it is in hours of helpers.
    pub(crate) fn costs_money(&self) -> bool {
        self.cost != "helper_hours"
    }

    pub(crate) fn cost_key(&self) -> (&str, &str, u32) {
        (&self.cost, "family", self.results.manifest.horizon_weeks)
    }

    pub(crate) fn label(&self, point: u32, field: &Field) -> &str {
        let row = (point as usize).checked_sub(1).and_then(|index| self.points.get(index));
        row.and_then(|row| row.get(&field.path)).map_or("", String::as_str)
    }

    /// The values of a design, a cell for each field.
    pub(crate) fn value_cells(&self, point: u32) -> impl Iterator<Item = Cell> {
        let values = self.fields.iter().map(move |field| self.label(point, field));
        values.map(|label| Cell::words(names::value(label)))
    }

    /// The names of the fields, a cell for each.
    pub(crate) fn field_headings(&self) -> impl Iterator<Item = Cell> {
        let fields = self.fields.iter();
        fields.map(|field| Cell::words(names::short_field(&field.path)))
    }

    /// Designs by their rank.
    pub(crate) fn ranked(&self) -> Vec<&RankRow> {
        let mut ranked: Vec<&RankRow> =
            self.ranking.iter().filter(|row| row.rank.is_some()).collect();
        ranked.sort_by_key(|row| row.rank);
        ranked
    }

    /// The outcome that is asked about, and `more`, each once.
    pub(crate) fn asked_and<'key>(
        &'key self,
        more: impl IntoIterator<Item = (&'key str, &'key str, u32)>,
    ) -> Vec<(&'key str, &'key str, u32)> {
        let mut keys = vec![self.asked()];
        for key in more {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    fn best_section(&self) -> Section {
        let horizon = self.results.manifest.horizon_weeks;
        let keys = self.asked_and([
            ("placed", "family", horizon),
            ("completed", "started", horizon),
            ("uptake", "offered", 0),
            self.cost_key(),
            ("helper_hours", "family", horizon),
        ]);
        let estimates = |point: u32| {
            let found = keys.iter().map(move |key| (self.value(point, *key), key.0));
            found.map(|(estimate, outcome)| Cell::estimate(estimate, kind_of(outcome)))
        };
        let mut headings = vec![Cell::words(message!("design-rank"))];
        headings.extend(self.field_headings());
        headings.push(Cell::number(message!("design-less-best")));
        headings.extend(keys.iter().map(|key| Cell {
            text: outcome_name(key.0),
            small: unit_name(key.1),
            number: true,
        }));
        let row = |row: &&RankRow| {
            let rank = row.rank.map(|rank| plain(rank.into()).into());
            let mut cells = vec![Cell::words(rank.unwrap_or_else(|| Text::from("–")))];
            cells.extend(self.value_cells(row.point));
            let less = Estimate::of(row.less_best, row.less_best_lower, row.less_best_upper);
            cells.push(match less.filter(|_| row.rank != Some(1)) {
                Some(estimate) => outcome_words::difference_cell(estimate, self.asked().0),
                None => Cell::number("–"),
            });
            cells.extend(estimates(row.point));
            cells
        };
        let ranked = self.ranked();
        let mut rows: Vec<Vec<Cell>> = ranked.iter().take(MOST_DESIGNS).map(row).collect();
        let arm = self.results.reference_arm();
        let mut reference = vec![Cell::words(message!("design-reference", arm))];
        reference.extend(self.fields.iter().map(|_| Cell::words("")));
        reference.push(Cell::number(""));
        reference.extend(estimates(0));
        rows.push(reference);
        Section {
            key: "best",
            heading: message!("design-best"),
            answer: self.best_answer(),
            tables: vec![TableBlock {
                table: PageTable { caption: message!("design-best"), headings, rows },
                note: message!(
                    "design-best-note",
                    shown = count(ranked.len().min(MOST_DESIGNS)),
                    all = count(ranked.len())
                ),
                folded: false,
            }],
            ..Section::default()
        }
    }
}
