//! The page of a design study: effects, the best designs, cost against outcome.

use std::collections::BTreeMap;

use crate::report::error::ReportError;
use crate::report::figures::page::Sign;
use crate::report::measures::{Better, better, kind_of};
use crate::report::page_tables::{Cell, PageTable};
use crate::report::results::Estimate;
use crate::report::scene::Shape;
use crate::report::sentences::{Verdict, verdict};
use crate::report::style::{self, ArmStyle, INK};
use crate::report::words::Language;
use crate::study::design::{DesignRow, EFFECTS, EffectRow, OUTCOMES, POINTS, RANKING, RankRow};

use super::names;
use super::page::{Figure, Section, StudyPage, TableBlock};
use super::results::StudyResults;
use super::row_chart::{Dot, RowChart, RowPanel};
use super::scatter::{Scatter, Spot};
use super::telling;

/// Rows of a figure of effects at most.
const MOST_EFFECTS: usize = 24;
/// Designs in the table of the best.
const MOST_DESIGNS: usize = 12;

#[derive(Clone, Debug, serde::Deserialize)]
struct Field {
    path: String,
    levels: Vec<String>,
    between: bool,
}

#[derive(Clone, Debug, serde::Deserialize)]
struct Selection {
    kind: String,
    runs: u64,
    #[serde(default)]
    all: Option<u64>,
    #[serde(default)]
    resolution: Option<u32>,
}

#[derive(Clone, Debug, serde::Deserialize)]
struct Explained {
    outcome: String,
    unit: String,
    week: u32,
    share: Option<f64>,
}

/// All that the page is made from.
struct Designs<'a> {
    results: &'a StudyResults,
    language: Language,
    fields: Vec<Field>,
    selection: Selection,
    explained: Vec<Explained>,
    cost: String,
    cost_limit: Option<f64>,
    effects: Vec<EffectRow>,
    outcomes: Vec<DesignRow>,
    ranking: Vec<RankRow>,
    points: Vec<BTreeMap<String, String>>,
}

/// Puts the page of a design study together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ReportError> {
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
    fn page(&self) -> StudyPage {
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

    fn asked(&self) -> (&str, &str, u32) {
        let note = &self.results.note;
        (&note.outcome, &note.unit, note.week)
    }

    fn value(&self, point: u32, (outcome, unit, week): (&str, &str, u32)) -> Option<Estimate> {
        let row = self.outcomes.iter().find(|row| {
            row.point == point && row.outcome == outcome && row.unit == unit && row.week == week
        })?;
        Estimate::of(row.estimate, row.lower, row.upper)
    }

    fn cost_key(&self) -> (&str, &str, u32) {
        (&self.cost, "family", self.results.manifest.horizon_weeks)
    }

    /// The values of a design: "home, 1 visit per week".
    fn design_named(&self, point: u32) -> String {
        let named = self.fields.iter().map(|field| {
            let label = self.label(point, field);
            match label.parse::<f64>().is_ok() || label == "true" || label == "false" {
                true => format!(
                    "{} {}",
                    names::short_field(&field.path, self.language),
                    names::value(label, self.language)
                ),
                false => names::value(label, self.language),
            }
        });
        named.collect::<Vec<_>>().join(", ")
    }

    fn label(&self, point: u32, field: &Field) -> &str {
        let row = (point as usize)
            .checked_sub(1)
            .and_then(|index| self.points.get(index));
        row.and_then(|row| row.get(&field.path))
            .map_or("", String::as_str)
    }

    /// Designs by their rank.
    fn ranked(&self) -> Vec<&RankRow> {
        let mut ranked: Vec<&RankRow> = self
            .ranking
            .iter()
            .filter(|row| row.rank.is_some())
            .collect();
        ranked.sort_by_key(|row| row.rank);
        ranked
    }

    /// Ranked designs that cannot be told apart from the best, without the best.
    fn as_good(&self) -> usize {
        let close = |row: &&&RankRow| {
            let difference = Estimate::of(row.less_best, row.less_best_lower, row.less_best_upper);
            difference.is_some_and(|difference| {
                !matches!(verdict(difference), Verdict::Lower | Verdict::Higher)
            })
        };
        self.ranked().iter().skip(1).filter(close).count()
    }

    fn limit_told(&self) -> String {
        let Some(limit) = self.cost_limit else {
            return String::new();
        };
        let number = self.language.decimal(limit, 0);
        let unit = if self.cost == "helper_hours" {
            self.language
                .pick("helper hours per family", "hjelpertimer per familie")
        } else {
            self.language.pick("NOK per family", "kr per familie")
        };
        match self.language {
            Language::English => format!(" within {number} {unit}"),
            Language::Norwegian => format!(" innen {number} {unit}"),
        }
    }

    fn best_answer(&self) -> String {
        let language = self.language;
        let ranked = self.ranked();
        let limit = self.limit_told();
        let Some(best) = ranked.first() else {
            return match language {
                Language::English => format!("No design lies{limit}."),
                Language::Norwegian => format!("Ingen utforming ligger{limit}."),
            };
        };
        let outcome = telling::outcome(self.results, language);
        let level = self
            .value(best.point, self.asked())
            .map(|estimate| language.estimate(estimate, kind_of(self.asked().0)))
            .unwrap_or_default();
        let name = self.design_named(best.point);
        let (close, all) = (self.as_good(), ranked.len());
        let which = match (better(self.asked().0), language) {
            (Better::Higher, Language::English) => "highest",
            (Better::Higher, Language::Norwegian) => "høyest",
            (_, Language::English) => "lowest",
            (_, Language::Norwegian) => "lavest",
        };
        let rest = match (self.results.manifest.replicates, language) {
            (1, Language::English) => "; without intervals this may be chance.".to_owned(),
            (1, Language::Norwegian) => "; uten intervaller kan det være tilfeldig.".to_owned(),
            (_, Language::English) => format!(
                "; {close} of the {} other designs cannot be told apart from it.",
                all - 1
            ),
            (_, Language::Norwegian) => format!(
                "; {close} av de {} andre utformingene kan ikke skilles fra den.",
                all - 1
            ),
        };
        match language {
            Language::English => {
                format!("Of {all} designs{limit}, {outcome} is {which} with {name}, {level}{rest}")
            }
            Language::Norwegian => format!(
                "Av {all} utforminger{limit} er {outcome} {which} med {name}, {level}{rest}"
            ),
        }
    }

    fn best_section(&self) -> Section {
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

    fn effects_of(&self, kind: &str, key: (&str, &str, u32)) -> Vec<(&EffectRow, Estimate)> {
        self.effects
            .iter()
            .filter(|row| {
                row.kind == kind && row.outcome == key.0 && row.unit == key.1 && row.week == key.2
            })
            .filter_map(|row| Some((row, Estimate::of(row.estimate, row.lower, row.upper)?)))
            .collect()
    }

    fn effect_named(&self, row: &EffectRow) -> String {
        let language = self.language;
        let one = |field: &str, level: &str, from: &str| {
            let (level, from) = (names::value(level, language), names::value(from, language));
            let plain = level.chars().next().is_some_and(char::is_alphabetic);
            match (plain, language) {
                (true, Language::English) => format!("{level} instead of {from}"),
                (true, Language::Norwegian) => format!("{level} i stedet for {from}"),
                (false, Language::English) => {
                    format!("{}: {from} to {level}", names::short_field(field, language))
                }
                (false, Language::Norwegian) => format!(
                    "{}: {from} til {level}",
                    names::short_field(field, language)
                ),
            }
        };
        let first = one(&row.field, &row.level, &row.from_level);
        if row.with_field.is_empty() {
            return first;
        }
        format!(
            "{first} × {}",
            one(&row.with_field, &row.with_level, &row.with_from_level)
        )
    }

    /// The clearest effect of a kind, in a sentence.
    fn largest(&self, kind: &str) -> Option<String> {
        let language = self.language;
        let found = self.effects_of(kind, self.asked());
        let clear: Vec<&(&EffectRow, Estimate)> = found
            .iter()
            .filter(|(_, estimate)| matches!(verdict(*estimate), Verdict::Lower | Verdict::Higher))
            .collect();
        let outcome = telling::outcome(self.results, language);
        let (count, all) = (clear.len(), found.len());
        if found.is_empty() {
            return None;
        }
        let noun = match (kind, language) {
            ("main", Language::English) => "main effects",
            ("main", Language::Norwegian) => "hovedeffekter",
            (_, Language::English) => "interactions",
            (_, Language::Norwegian) => "samspill",
        };
        let largest = clear
            .iter()
            .max_by(|one, other| one.1.value.abs().total_cmp(&other.1.value.abs()));
        Some(match (largest, language) {
            (None, Language::English) => {
                format!("None of the {all} {noun} on {outcome} can be told apart from 0.")
            }
            (None, Language::Norwegian) => {
                format!("Ingen av de {all} {noun} på {outcome} kan skilles fra 0.")
            }
            (Some((row, estimate)), Language::English) => format!(
                "{count} of {all} {noun} on {outcome} can be told apart from 0; the largest is {}, {}.",
                self.effect_named(row),
                telling::difference(*estimate, self.asked().0, language)
            ),
            (Some((row, estimate)), Language::Norwegian) => format!(
                "{count} av {all} {noun} på {outcome} kan skilles fra 0; den største er {}, {}.",
                self.effect_named(row),
                telling::difference(*estimate, self.asked().0, language)
            ),
        })
    }

    /// The largest clear effect for a caption.
    fn largest_short(&self, kind: &str) -> String {
        let language = self.language;
        let found = self.effects_of(kind, self.asked());
        let clear = found
            .iter()
            .filter(|(_, estimate)| matches!(verdict(*estimate), Verdict::Lower | Verdict::Higher));
        match clear.max_by(|one, other| one.1.value.abs().total_cmp(&other.1.value.abs())) {
            Some((row, estimate)) => {
                let way = match (estimate.value < 0.0, language) {
                    (true, Language::English) => "lowers",
                    (false, Language::English) => "raises",
                    (true, Language::Norwegian) => "senker",
                    (false, Language::Norwegian) => "øker",
                };
                let outcome = telling::outcome(self.results, language);
                match language {
                    Language::English => {
                        format!("{} {way} {outcome} most.", capital(&self.effect_named(row)))
                    }
                    Language::Norwegian => {
                        format!("{} {way} {outcome} mest.", capital(&self.effect_named(row)))
                    }
                }
            }
            None => language
                .pick(
                    "Nothing can be told apart from 0.",
                    "Ingenting kan skilles fra 0.",
                )
                .to_owned(),
        }
    }

    /// Outcomes whose effects are drawn: the one asked about, placement and completion.
    fn panels(&self) -> Vec<(&str, &str, u32)> {
        let horizon = self.results.manifest.horizon_weeks;
        let mut keys = vec![self.asked()];
        for key in [
            ("placed", "family", horizon),
            ("completed", "started", horizon),
        ] {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    fn effect_section(&self, kind: &str) -> Option<Section> {
        let language = self.language;
        let answer = self.largest(kind)?;
        let main = kind == "main";
        let keys = self.panels();
        // Main effects stay in the order of the fields; interactions go by size.
        let mut order: Vec<&EffectRow> = self
            .effects_of(kind, self.asked())
            .into_iter()
            .map(|(row, _)| row)
            .collect();
        if !main {
            order.sort_by(|one, other| {
                let size = |row: &EffectRow| row.estimate.unwrap_or(0.0).abs();
                size(other).total_cmp(&size(one))
            });
        }
        let all = order.len();
        order.truncate(MOST_EFFECTS);
        let rows: Vec<String> = order.iter().map(|row| self.effect_named(row)).collect();
        let same = |row: &EffectRow, other: &EffectRow| {
            row.field == other.field
                && row.level == other.level
                && row.with_field == other.with_field
                && row.with_level == other.with_level
        };
        let panels: Vec<RowPanel> = keys
            .iter()
            .map(|key| {
                let found = self.effects_of(kind, *key);
                let factor = telling::difference_factor(key.0, true);
                RowPanel {
                    heading: telling::short_outcome(*key, true, language),
                    dots: order
                        .iter()
                        .map(|row| {
                            let one = found.iter().find(|(other, _)| same(row, other));
                            one.map(|(_, estimate)| {
                                Dot::difference(estimate.times(factor), ArmStyle::of(0))
                            })
                            .into_iter()
                            .collect()
                        })
                        .collect(),
                }
            })
            .collect();
        let words = language.words();
        let (title, name, reading) = match main {
            true => (
                language.pick("What does each choice do, on average over the others?", "Hva gjør hvert valg, i snitt over de andre?"),
                "design_effects",
                language.pick(
                    "Each row changes one field; the dot is the mean over all combinations of the other fields. Right of 0 is more, left is less.",
                    "Hver rad endrer ett felt; prikken er snittet over alle kombinasjoner av de andre feltene. Til høyre for 0 er mer, til venstre mindre.",
                ),
            ),
            false => (
                language.pick("Which choices change what others do?", "Hvilke valg endrer hva andre gjør?"),
                "design_interactions",
                language.pick(
                    "A difference of differences: how much more the first change does together with the second than without it. 0 means that the two simply add.",
                    "En forskjell mellom forskjeller: hvor mye mer den første endringen gjør sammen med den andre enn uten. 0 betyr at de to bare legges sammen.",
                ),
            ),
        };
        let write = |value: f64, decimals: usize| {
            telling::signed(value, if value == 0.0 { 0 } else { decimals }, language)
        };
        let scene = RowChart {
            title,
            subtitle: language.pick(
                "Differences of shares in percentage points. Lines: 95% intervals.",
                "Forskjeller mellom andeler i prosentpoeng. Streker: 95 %-intervaller.",
            ),
            rows: &rows,
            rules: &[],
            panels: &panels,
            shared: false,
            write: &write,
            key: &[
                (Sign::Dot(INK, true), words.key_clear.to_owned()),
                (Sign::Dot(INK, false), words.key_unclear.to_owned()),
            ],
            from_zero: true,
            note: words.interval_monte_carlo,
        }
        .draw(language);
        let heading = match main {
            true => language.pick("Main effects", "Hovedeffekter"),
            false => language.pick("Interactions", "Samspill"),
        };
        let mut paragraphs = Vec::new();
        if main {
            paragraphs.extend(self.fit_told());
        }
        if order.len() < all {
            paragraphs.push(match language {
                Language::English => format!(
                    "The {MOST_EFFECTS} largest of {all} are drawn; all are in design_effects.csv."
                ),
                Language::Norwegian => format!(
                    "De {MOST_EFFECTS} største av {all} er tegnet; alle står i design_effects.csv."
                ),
            });
        }
        Some(Section {
            key: if main { "effects" } else { "interactions" },
            heading: heading.to_owned(),
            answer,
            paragraphs,
            figures: scene
                .map(|scene| Figure {
                    name: name.to_owned(),
                    scene,
                    takeaway: self.largest_short(kind),
                    reading: reading.to_owned(),
                })
                .into_iter()
                .collect(),
            tables: vec![TableBlock {
                table: self.effect_table(kind, &keys),
                note: String::new(),
                folded: true,
            }],
        })
    }

    /// How much of the differences between designs the effects explain.
    fn fit_told(&self) -> Option<String> {
        let key = self.asked();
        let share = self
            .explained
            .iter()
            .find(|one| (one.outcome.as_str(), one.unit.as_str(), one.week) == key)?
            .share?;
        let (percent, outcome) = (
            self.language.percent(share),
            telling::outcome(self.results, self.language),
        );
        Some(match self.language {
            Language::English => format!(
                "Main effects and two-way interactions together explain {percent} of the variance of {outcome} between designs; the rest is higher interactions, bends and chance."
            ),
            Language::Norwegian => format!(
                "Hovedeffekter og toveis samspill forklarer til sammen {percent} av variansen i {outcome} mellom utforminger; resten er høyere samspill, krumning og tilfeldighet."
            ),
        })
    }

    fn effect_table(&self, kind: &str, keys: &[(&str, &str, u32)]) -> PageTable {
        let language = self.language;
        let words = language.words();
        let aliased = self
            .effects
            .iter()
            .any(|row| row.kind == kind && !row.aliases.is_empty());
        let mut headings = vec![Cell::words(language.pick("change", "endring"))];
        headings.extend(keys.iter().map(|key| Cell {
            text: words.outcome(key.0).to_owned(),
            small: telling::unit_of(key.0, true, language).to_owned(),
            number: true,
        }));
        if aliased {
            headings.push(Cell::words(
                language.pick("cannot be told apart from", "kan ikke skilles fra"),
            ));
        }
        let rows = self
            .effects_of(kind, self.asked())
            .into_iter()
            .map(|(row, _)| {
                let mut cells = vec![Cell::words(self.effect_named(row))];
                cells.extend(keys.iter().map(|key| {
                    let found = self.effects_of(kind, *key).into_iter().find(|(other, _)| {
                        row.field == other.field
                            && row.level == other.level
                            && row.with_field == other.with_field
                            && row.with_level == other.with_level
                    });
                    found.map_or_else(
                        || Cell::number("–"),
                        |(_, estimate)| telling::difference_cell(estimate, key.0, language),
                    )
                }));
                if aliased {
                    cells.push(Cell::words(row.aliases.replace(';', ", ")));
                }
                cells
            });
        PageTable {
            caption: match kind {
                "main" => language.pick("Main effects", "Hovedeffekter"),
                _ => language.pick("Interactions", "Samspill"),
            }
            .to_owned(),
            headings,
            rows: rows.collect(),
        }
    }

    /// Designs on the frontier, the cheapest first.
    fn frontier(&self) -> Vec<&RankRow> {
        let mut on: Vec<&RankRow> = self.ranking.iter().filter(|row| row.on_frontier).collect();
        on.sort_by(|one, other| {
            one.cost
                .unwrap_or(f64::NAN)
                .total_cmp(&other.cost.unwrap_or(f64::NAN))
        });
        on
    }

    fn frontier_answer(&self) -> Option<String> {
        let language = self.language;
        let on = self.frontier();
        let (cheapest, dearest) = (on.first()?, on.last()?);
        let told = |row: &RankRow| {
            let value = self
                .value(row.point, self.asked())
                .map(|estimate| language.value(estimate.value, kind_of(self.asked().0)));
            let cost = row.cost.map(|cost| language.decimal(cost, 0));
            (
                self.design_named(row.point),
                cost.unwrap_or_default(),
                value.unwrap_or_default(),
            )
        };
        let ((first, first_cost, first_value), (last, last_cost, last_value)) =
            (told(cheapest), told(dearest));
        let (count, all) = (on.len(), self.ranking.len());
        let unit = if self.cost == "helper_hours" {
            language.pick("hours", "timer")
        } else {
            language.pick("NOK", "kr")
        };
        let sure = on
            .iter()
            .filter(|row| row.on_frontier_share.is_some_and(|share| share >= 0.95))
            .count();
        Some(match (count, language) {
            (1, Language::English) => format!(
                "One design, {first}, is both cheapest and best ({first_cost} {unit} per family, {first_value})."
            ),
            (1, Language::Norwegian) => format!(
                "Én utforming, {first}, er både billigst og best ({first_cost} {unit} per familie, {first_value})."
            ),
            (_, Language::English) => format!(
                "{count} of {all} designs lie on the frontier of cost and outcome, {sure} of them in 95% of resamples: from {first} ({first_cost} {unit} per family, {first_value}) to {last} ({last_cost} {unit}, {last_value})."
            ),
            (_, Language::Norwegian) => format!(
                "{count} av {all} utforminger ligger på fronten for kostnad og utfall, {sure} av dem i 95 % av gjentrekkingene: fra {first} ({first_cost} {unit} per familie, {first_value}) til {last} ({last_cost} {unit}, {last_value})."
            ),
        })
    }

    fn frontier_section(&self) -> Option<Section> {
        let language = self.language;
        let answer = self.frontier_answer()?;
        let on = self.frontier();
        let money = self.cost != "helper_hours";
        let factor = if money { 0.001 } else { 1.0 };
        let place = |row: &RankRow| Some((row.cost? * factor, row.outcome?));
        let mut spots: Vec<Spot> = self
            .ranking
            .iter()
            .filter(|row| !row.on_frontier)
            .filter_map(|row| {
                Some(Spot {
                    at: place(row)?,
                    colour: style::AXIS,
                    shape: Shape::Circle,
                    filled: false,
                    label: String::new(),
                })
            })
            .collect();
        if let Some((cost, value)) = self
            .value(0, self.cost_key())
            .zip(self.value(0, self.asked()))
        {
            spots.push(Spot {
                at: (cost.value * factor, value.value),
                colour: ArmStyle::of(1).colour,
                shape: Shape::Diamond,
                filled: true,
                label: self.results.manifest.reference.clone(),
            });
        }
        spots.extend(on.iter().filter_map(|row| {
            Some(Spot {
                at: place(row)?,
                colour: ArmStyle::of(0).colour,
                shape: Shape::Circle,
                filled: true,
                label: row.point.to_string(),
            })
        }));
        let line: Vec<(f64, f64)> = on.iter().filter_map(|row| place(row)).collect();
        let outcome = telling::outcome(self.results, language);
        let across = match (money, language) {
            (true, Language::English) => format!(
                "{}, 1000 NOK per family",
                language
                    .words()
                    .outcome(&self.cost)
                    .trim_end_matches(", NOK")
            ),
            (true, Language::Norwegian) => format!(
                "{}, 1000 kr per familie",
                language
                    .words()
                    .outcome(&self.cost)
                    .trim_end_matches(", kr")
            ),
            (false, Language::English) => "helper hours per family".to_owned(),
            (false, Language::Norwegian) => "hjelpertimer per familie".to_owned(),
        };
        let write_cost = |value: f64, decimals: usize| language.decimal(value, decimals);
        let write_value = telling::axis_writer(self.asked().0, false, language);
        let limit = self
            .cost_limit
            .map(|limit| (limit * factor, language.pick("limit", "grense").to_owned()));
        let scene = Scatter {
            title: language.pick(
                "Which designs give more for less?",
                "Hvilke utforminger gir mer for mindre?",
            ),
            subtitle: language.pick(
                "Each point is a design; its number stands in the table below.",
                "Hvert punkt er en utforming; nummeret står i tabellen under.",
            ),
            across: &across,
            up: &outcome,
            spots: &spots,
            line: &line,
            limit,
            write: [&write_cost, &write_value],
            key: &[
                (
                    Sign::Dot(ArmStyle::of(0).colour, true),
                    language.pick("on the frontier", "på fronten").to_owned(),
                ),
                (
                    Sign::Dot(style::AXIS, false),
                    language
                        .pick("other designs", "andre utforminger")
                        .to_owned(),
                ),
                (
                    Sign::Dot(ArmStyle::of(1).colour, true),
                    language.pick("the reference arm", "referansen").to_owned(),
                ),
            ],
            note: "",
        }
        .draw(language);
        Some(Section {
            key: "frontier",
            heading: language.pick("Cost against outcome", "Kostnad mot utfall").to_owned(),
            answer,
            figures: scene
                .map(|scene| Figure {
                    name: "design_frontier".to_owned(),
                    scene,
                    takeaway: match language {
                        Language::English => format!("{} of {} designs cannot be beaten at their cost.", on.len(), self.ranking.len()),
                        Language::Norwegian => format!("{} av {} utforminger kan ikke slås til sin kostnad.", on.len(), self.ranking.len()),
                    },
                    reading: language.pick(
                        "No design that costs as little does better than those on the line. Points close to it may trade places with it by chance.",
                        "Ingen utforming som koster like lite, gjør det bedre enn dem på linjen. Punkter nær den kan bytte plass med den ved en tilfeldighet.",
                    ).to_owned(),
                })
                .into_iter()
                .collect(),
            tables: vec![TableBlock { table: self.frontier_table(&on), note: String::new(), folded: false }],
            ..Section::default()
        })
    }

    fn frontier_table(&self, on: &[&RankRow]) -> PageTable {
        let language = self.language;
        let words = language.words();
        let mut headings = vec![Cell::words(language.pick("number", "nummer"))];
        headings.extend(
            self.fields
                .iter()
                .map(|field| Cell::words(names::short_field(&field.path, language))),
        );
        headings.push(Cell::number(words.outcome(&self.cost)));
        headings.push(Cell::number(words.outcome(self.asked().0)));
        headings.push(Cell::number(language.pick(
            "on the frontier in resamples",
            "på fronten i gjentrekkinger",
        )));
        let rows =
            on.iter().map(|row| {
                let mut cells = vec![Cell::words(row.point.to_string())];
                cells.extend(self.fields.iter().map(|field| {
                    Cell::words(names::value(self.label(row.point, field), language))
                }));
                cells.push(Cell::estimate(
                    self.value(row.point, self.cost_key()),
                    kind_of(&self.cost),
                    language,
                ));
                cells.push(Cell::estimate(
                    self.value(row.point, self.asked()),
                    kind_of(self.asked().0),
                    language,
                ));
                cells.push(Cell::number(row.on_frontier_share.map_or_else(
                    || "–".to_owned(),
                    |share| language.percent_whole(share),
                )));
                cells
            });
        PageTable {
            caption: language
                .pick("Designs on the frontier", "Utforminger på fronten")
                .to_owned(),
            headings,
            rows: rows.collect(),
        }
    }

    fn method(&self) -> Vec<String> {
        let language = self.language;
        let runs = language.whole(self.selection.runs);
        let which = match (self.selection.kind.as_str(), language) {
            ("fraction", Language::English) => format!(
                "{runs} of {} combinations are simulated: a regular fraction of resolution {}. Effects that it cannot tell apart stand together in the table.",
                language.whole(self.selection.all.unwrap_or(0)),
                self.selection
                    .resolution
                    .map_or_else(|| "–".to_owned(), |resolution| resolution.to_string()),
            ),
            ("fraction", Language::Norwegian) => format!(
                "{runs} av {} kombinasjoner simuleres: en regulær fraksjon av oppløsning {}. Effekter som den ikke kan skille, står sammen i tabellen.",
                language.whole(self.selection.all.unwrap_or(0)),
                self.selection
                    .resolution
                    .map_or_else(|| "–".to_owned(), |resolution| resolution.to_string()),
            ),
            ("latin_hypercube", Language::English) => format!(
                "{runs} designs are spread over the ranges of the fields in a Latin hypercube. Effects are those of a straight line from the lower to the upper end: {}.",
                self.ranges()
            ),
            ("latin_hypercube", Language::Norwegian) => format!(
                "{runs} utforminger er spredt over feltenes områder i en latinsk hyperkube. Effektene er en rett linjes, fra nedre til øvre ende: {}.",
                self.ranges()
            ),
            (_, Language::English) => {
                format!("All {runs} combinations of the levels are simulated.")
            }
            (_, Language::Norwegian) => format!("Alle {runs} kombinasjoner av nivåene simuleres."),
        };
        vec![
            which,
            language.pick(
                "Effects are worked out by least squares in each replicate, with main effects and two-way interactions; their intervals come from the spread over replicates. A main effect is the mean at a level less that at the first level, all combinations of the other fields counting alike.",
                "Effektene regnes ut med minste kvadraters metode i hver gjentakelse, med hovedeffekter og toveis samspill; intervallene kommer fra spredningen over gjentakelser. En hovedeffekt er snittet på et nivå minus snittet på det første nivået, der alle kombinasjoner av de andre feltene teller likt.",
            ).to_owned(),
        ]
    }

    fn ranges(&self) -> String {
        let language = self.language;
        let ranges: Vec<String> = self
            .fields
            .iter()
            .filter(|field| field.between)
            .filter_map(|field| {
                let (from, to) = (field.levels.first()?, field.levels.last()?);
                Some(format!(
                    "{} {}–{}",
                    names::short_field(&field.path, language),
                    names::value(from, language),
                    names::value(to, language)
                ))
            })
            .collect();
        ranges.join(", ")
    }
}

/// The text with a capital at its start.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
