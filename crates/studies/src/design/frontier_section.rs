//! Cost against outcome: the figure and the table of the frontier.

use homeground_figures::chart::{Chart, Write};
use homeground_figures::charts::scatter::{Scatter, ScatterPanel, Spot, SpotLine};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::scene::{Dash, Shape};
use homeground_figures::style::{AXIS, ArmStyle, INK};
use homeground_figures::text::{Text, percent_whole, plain};
use homeground_report::answer_page::{Figure, Section, TableBlock};
use homeground_report::names::outcome as outcome_name;
use homeground_report::outcome_kinds::kind_of;
use homeground_report::page_tables::{Cell, PageTable};

use crate::design::RankRow;
use crate::design::results::Designs;
use crate::design::sentences::count;
use crate::pages::outcome_words;

impl Designs<'_> {
    /// Designs on the frontier, the cheapest first.
    pub(crate) fn frontier(&self) -> Vec<&RankRow> {
        let mut on: Vec<&RankRow> = self.ranking.iter().filter(|row| row.on_frontier).collect();
        on.sort_by(|one, other| {
            one.cost.unwrap_or(f64::NAN).total_cmp(&other.cost.unwrap_or(f64::NAN))
        });
        on
    }

    pub(crate) fn frontier_section(&self) -> Option<Section> {
        let answer = self.frontier_answer()?;
        let on = self.frontier();
        let figure = self.frontier_chart(&on).map(|chart| Figure {
            name: "design_frontier".to_owned(),
            chart,
            takeaway: message!(
                "design-frontier-takeaway",
                count = count(on.len()),
                all = count(self.ranking.len())
            ),
            reading: message!("design-frontier-reading"),
        });
        Some(
            Section {
                key: "frontier",
                heading: message!("design-frontier"),
                answer,
                tables: vec![TableBlock {
                    table: self.frontier_table(&on),
                    note: Text::default(),
                    folded: false,
                }],
                ..Section::default()
            }
            .with(figure),
        )
    }

    fn frontier_chart(&self, on: &[&RankRow]) -> Option<Box<dyn Chart>> {
        let factor = if self.costs_money() { 0.001 } else { 1.0 };
        let place = |row: &RankRow| Some((row.cost? * factor, row.outcome?));
        let (on_frontier, reference) = (ArmStyle::of(0).colour, ArmStyle::of(1).colour);
        let off = self.ranking.iter().filter(|row| !row.on_frontier);
        let mut spots: Vec<Spot> = off
            .filter_map(|row| {
                Some(Spot {
                    at: place(row)?,
                    colour: AXIS,
                    radius: 2.8,
                    filled: false,
                    ..Spot::default()
                })
            })
            .collect();
        let (cost, value) = (self.value(0, self.cost_key()), self.value(0, self.asked()));
        if let Some((cost, value)) = cost.zip(value) {
            spots.push(Spot {
                at: (cost.value * factor, value.value),
                colour: reference,
                shape: Shape::Diamond,
                label: self.results.reference_arm(),
                ..Spot::default()
            });
        }
        spots.extend(on.iter().filter_map(|row| {
            Some(Spot {
                at: place(row)?,
                colour: on_frontier,
                label: plain(row.point.into()).into(),
                ..Spot::default()
            })
        }));
        let limit = self.cost_limit.map(|limit| limit * factor);
        Scatter {
            title: message!("design-frontier-title"),
            subtitle: message!("design-frontier-subtitle"),
            across: message!("design-cost-axis", cost = self.cost.as_str()),
            up: outcome_words::outcome(self.results),
            height: 300.0,
            panels: vec![ScatterPanel {
                write: [Write::default(), outcome_words::axis_writer(self.asked().0, false)],
                spots,
                lines: vec![SpotLine {
                    points: on.iter().filter_map(|row| place(row)).collect(),
                    colour: INK,
                    width: 1.2,
                    dash: Dash::Solid,
                }],
                limit: limit.map(|limit| (limit, message!("design-limit"))),
                ..ScatterPanel::default()
            }],
            key: vec![
                (Sign::Dot(on_frontier, true), message!("design-on-frontier")),
                (Sign::Dot(AXIS, false), message!("design-other-designs")),
                (Sign::Dot(reference, true), message!("design-reference-arm")),
            ],
            ..Scatter::default()
        }
        .boxed()
    }

    fn frontier_table(&self, on: &[&RankRow]) -> PageTable {
        let mut headings = vec![Cell::words(message!("design-number"))];
        headings.extend(self.field_headings());
        headings.push(Cell::number(outcome_name(&self.cost)));
        headings.push(Cell::number(outcome_name(self.asked().0)));
        headings.push(Cell::number(message!("design-frontier-share")));
        let estimate = |point: u32, key: (&str, &str, u32)| {
            Cell::estimate(self.value(point, key), kind_of(key.0))
        };
        let rows = on.iter().map(|row| {
            let mut cells = vec![Cell::words(plain(row.point.into()))];
            cells.extend(self.value_cells(row.point));
            cells.push(estimate(row.point, self.cost_key()));
            cells.push(estimate(row.point, self.asked()));
            let share = row.on_frontier_share.map(|share| percent_whole(share).into());
            cells.push(Cell::number(share.unwrap_or_else(|| Text::from("–"))));
            cells
        });
        PageTable { caption: message!("design-frontier-table"), headings, rows: rows.collect() }
    }
}
