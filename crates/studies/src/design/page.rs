//! The page of a design study: effects, the best designs, cost against outcome.

use std::collections::BTreeMap;

use crate::design::{DesignRow, EFFECTS, EffectRow, OUTCOMES, POINTS, RANKING, RankRow};
use homeground_report::language::Language;
use homeground_report::measures::kind_of;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::pages::names;
use crate::pages::outcome_words as telling;
use crate::pages::results::StudyResults;
use homeground_report::answer_page::{Section, StudyPage, TableBlock};

/// Rows of a figure of effects at most.
pub(crate) const MOST_EFFECTS: usize = 24;
/// Designs in the table of the best.
pub(crate) const MOST_DESIGNS: usize = 12;

#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Field {
    pub(crate) path: String,
    pub(crate) levels: Vec<String>,
    pub(crate) between: bool,
}

#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Selection {
    pub(crate) kind: String,
    pub(crate) runs: u64,
    #[serde(default)]
    pub(crate) all: Option<u64>,
    #[serde(default)]
    pub(crate) resolution: Option<u32>,
}

#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Explained {
    pub(crate) outcome: String,
    pub(crate) unit: String,
    pub(crate) week: u32,
    pub(crate) share: Option<f64>,
}

/// All that the page is made from.
pub(crate) struct Designs<'a> {
    pub(crate) results: &'a StudyResults,
    pub(crate) language: Language,
    pub(crate) fields: Vec<Field>,
    pub(crate) selection: Selection,
    pub(crate) explained: Vec<Explained>,
    pub(crate) cost: String,
    pub(crate) cost_limit: Option<f64>,
    pub(crate) effects: Vec<EffectRow>,
    pub(crate) outcomes: Vec<DesignRow>,
    pub(crate) ranking: Vec<RankRow>,
    pub(crate) points: Vec<BTreeMap<String, String>>,
}

/// Puts the page of a design study together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ContentError> {
    let has_effects = results.manifest.files.contains_key(EFFECTS);
    let designs = Designs {
        results,
        language,
        fields: results.fact("fields")?,
        selection: results.fact("selection")?,
        explained: results.fact("explained")?,
        cost: results.fact("cost")?,
        cost_limit: results.fact("cost_limit")?,
        effects: if has_effects {
            results.rows(EFFECTS)?
        } else {
            Vec::new()
        },
        outcomes: results.rows(OUTCOMES)?,
        ranking: results.rows(RANKING)?,
        points: results.rows(POINTS)?,
    };
    Ok(designs.page())
}

impl Designs<'_> {
    pub(crate) fn page(&self) -> StudyPage {
        let language = self.language;
        let mut sections = vec![self.best_section()];
        sections.extend(self.effect_section("main"));
        sections.extend(self.effect_section("interaction"));
        sections.extend(self.frontier_section());
        let mut points = Vec::new();
        points.extend(self.largest("main"));
        points.extend(self.largest("interaction"));
        points.extend(self.frontier_answer());
        StudyPage {
            answer: self.best_answer(),
            points,
            sections,
            method: self.method(),
            limits: vec![
                language.pick(
                    "The best of many designs looks a little better than it is: part of its lead is chance. Designs whose difference from it holds 0 are as good as far as this study can tell.",
                    "Den beste av mange utforminger ser litt bedre ut enn den er: en del av forspranget er tilfeldig. Utforminger der forskjellen fra den rommer 0, er like gode så langt denne studien kan se.",
                ).to_owned(),
                language.pick(
                    "Costs hold what the model prices: visits with travel and administration, compensating measures, and weeks in care where all costs are counted.",
                    "Kostnadene omfatter det modellen priser: besøk med reise og administrasjon, kompenserende tiltak, og uker i plassering der alle kostnader er med.",
                ).to_owned(),
            ],
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

    pub(crate) fn cost_key(&self) -> (&str, &str, u32) {
        (&self.cost, "family", self.results.manifest.horizon_weeks)
    }

    pub(crate) fn label(&self, point: u32, field: &Field) -> &str {
        let row = (point as usize)
            .checked_sub(1)
            .and_then(|index| self.points.get(index));
        row.and_then(|row| row.get(&field.path))
            .map_or("", String::as_str)
    }

    /// Designs by their rank.
    pub(crate) fn ranked(&self) -> Vec<&RankRow> {
        let mut ranked: Vec<&RankRow> = self
            .ranking
            .iter()
            .filter(|row| row.rank.is_some())
            .collect();
        ranked.sort_by_key(|row| row.rank);
        ranked
    }

    pub(crate) fn best_section(&self) -> Section {
        let language = self.language;
        let answer = self.best_answer();
        let horizon = self.results.manifest.horizon_weeks;
        let mut keys = vec![self.asked()];
        for key in [
            ("placed", "family", horizon),
            ("completed", "started", horizon),
            ("uptake", "offered", 0),
            self.cost_key(),
            ("helper_hours", "family", horizon),
        ] {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let words = language.words();
        let mut headings = vec![Cell::words(language.pick("rank", "plass"))];
        headings.extend(
            self.fields
                .iter()
                .map(|field| Cell::words(names::short_field(&field.path, language))),
        );
        headings.push(Cell::number(
            language.pick("less the best", "minus den beste"),
        ));
        headings.extend(keys.iter().map(|key| Cell {
            text: words.outcome(key.0).to_owned(),
            small: words.unit(key.1).to_owned(),
            number: true,
        }));
        let row =
            |row: &&RankRow| {
                let rank = row
                    .rank
                    .map_or_else(|| "–".to_owned(), |rank| rank.to_string());
                let mut cells = vec![Cell::words(rank)];
                cells.extend(self.fields.iter().map(|field| {
                    Cell::words(names::value(self.label(row.point, field), language))
                }));
                let less = Estimate::of(row.less_best, row.less_best_lower, row.less_best_upper);
                cells.push(match less.filter(|_| row.rank != Some(1)) {
                    Some(estimate) => telling::difference_cell(estimate, self.asked().0, language),
                    None => Cell::number("–"),
                });
                cells.extend(keys.iter().map(|key| {
                    Cell::estimate(self.value(row.point, *key), kind_of(key.0), language)
                }));
                cells
            };
        let ranked = self.ranked();
        let mut rows: Vec<Vec<Cell>> = ranked.iter().take(MOST_DESIGNS).map(row).collect();
        let mut reference = vec![Cell::words(format!(
            "{}: {}",
            language.pick("reference", "referanse"),
            self.results.manifest.reference
        ))];
        reference.extend(self.fields.iter().map(|_| Cell::words("")));
        reference.push(Cell::number(""));
        reference.extend(
            keys.iter()
                .map(|key| Cell::estimate(self.value(0, *key), kind_of(key.0), language)),
        );
        rows.push(reference);
        Section {
            key: "best",
            heading: language
                .pick("The best designs", "De beste utformingene")
                .to_owned(),
            answer,
            tables: vec![TableBlock {
                table: PageTable {
                    caption: language
                        .pick("The best designs", "De beste utformingene")
                        .to_owned(),
                    headings,
                    rows,
                },
                note: match language {
                    Language::English => format!(
                        "The first {} of {} designs; all are in design_ranking.csv and design_outcomes.csv. The last row is the reference arm as the scenario has it.",
                        ranked.len().min(MOST_DESIGNS),
                        ranked.len()
                    ),
                    Language::Norwegian => format!(
                        "De første {} av {} utforminger; alle står i design_ranking.csv og design_outcomes.csv. Siste rad er referansen slik scenarioet har den.",
                        ranked.len().min(MOST_DESIGNS),
                        ranked.len()
                    ),
                },
                folded: false,
            }],
            ..Section::default()
        }
    }
}

/// The text with a capital at its start.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
