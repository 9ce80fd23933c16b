//! Cost against outcome: the figure and the table of the frontier.

use crate::design::RankRow;
use crate::pages::{names, outcome_words as telling};
use homeground_figures::scene::Shape;
use homeground_figures::style::{self, ArmStyle};
use homeground_report::answer_page::{Figure, Section, TableBlock};
use homeground_report::charts::scatter::{Scatter, Spot};
use homeground_report::figures::page::Sign;
use homeground_report::language::Language;
use homeground_report::measures::kind_of;
use homeground_report::page_tables::{Cell, PageTable};

use crate::design::page::Designs;

impl Designs<'_> {
    /// Designs on the frontier, the cheapest first.
    pub(crate) fn frontier(&self) -> Vec<&RankRow> {
        let mut on: Vec<&RankRow> = self.ranking.iter().filter(|row| row.on_frontier).collect();
        on.sort_by(|one, other| {
            one.cost
                .unwrap_or(f64::NAN)
                .total_cmp(&other.cost.unwrap_or(f64::NAN))
        });
        on
    }

    pub(crate) fn frontier_section(&self) -> Option<Section> {
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

    pub(crate) fn frontier_table(&self, on: &[&RankRow]) -> PageTable {
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
}
