//! Main effects and interactions: figures and tables.

use homeground_figures::chart::Chart;
use homeground_figures::charts::row_chart::{Dot, RowChart, RowPanel};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::style::{ArmStyle, INK};
use homeground_figures::text::Text;
use homeground_report::answer_page::{Figure, Section, TableBlock};
use homeground_report::names::outcome as outcome_name;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;

use crate::design::EffectRow;
use crate::design::results::Designs;
use crate::design::sentences::count;
use crate::pages::outcome_words;

/// Rows of a figure of effects at most.
const MOST_EFFECTS: usize = 24;

/// Do two rows hold the same effect, perhaps on different outcomes?
fn is_same(row: &EffectRow, other: &EffectRow) -> bool {
    row.field == other.field
        && row.level == other.level
        && row.with_field == other.with_field
        && row.with_level == other.with_level
}

fn heading(is_main: bool) -> Text {
    match is_main {
        true => message!("design-main-effects"),
        false => message!("design-interactions"),
    }
}

impl Designs<'_> {
    pub(crate) fn effects_of(
        &self,
        kind: &str,
        key: (&str, &str, u32),
    ) -> Vec<(&EffectRow, Estimate)> {
        self.effects
            .iter()
            .filter(|row| {
                row.kind == kind && row.outcome == key.0 && row.unit == key.1 && row.week == key.2
            })
            .filter_map(|row| Some((row, Estimate::of(row.estimate, row.lower, row.upper)?)))
            .collect()
    }

    pub(crate) fn effect_section(&self, kind: &str) -> Option<Section> {
        let answer = self.largest(kind)?;
        let is_main = kind == "main";
        let horizon = self.results.manifest.horizon_weeks;
        let keys =
            self.asked_and([("placed", "family", horizon), ("completed", "started", horizon)]);
        // Main effects stay in the order of the fields; interactions go by size.
        let effects = self.effects_of(kind, self.asked()).into_iter();
        let mut order: Vec<&EffectRow> = effects.map(|(row, _)| row).collect();
        if !is_main {
            let size = |row: &EffectRow| row.estimate.unwrap_or(0.0).abs();
            order.sort_by(|one, other| size(other).total_cmp(&size(one)));
        }
        let all = order.len();
        order.truncate(MOST_EFFECTS);
        let (name, reading) = match is_main {
            true => ("design_effects", message!("design-effects-reading")),
            false => ("design_interactions", message!("design-interactions-reading")),
        };
        let mut paragraphs = Vec::new();
        if is_main {
            paragraphs.extend(self.explained_share());
        }
        if order.len() < all {
            let (drawn, all) = (count(MOST_EFFECTS), count(all));
            paragraphs.push(message!("design-effects-drawn", drawn, all));
        }
        let figure = self.effects_chart(kind, &order, &keys).map(|chart| Figure {
            name: name.to_owned(),
            chart,
            takeaway: self.largest_short(kind),
            reading,
        });
        Some(
            Section {
                key: if is_main { "effects" } else { "interactions" },
                heading: heading(is_main),
                answer,
                paragraphs,
                tables: vec![TableBlock {
                    table: self.effect_table(kind, &keys),
                    note: Text::default(),
                    folded: true,
                }],
                ..Section::default()
            }
            .with(figure),
        )
    }

    /// A row for each effect, a panel for each outcome.
    fn effects_chart(
        &self,
        kind: &str,
        order: &[&EffectRow],
        keys: &[(&str, &str, u32)],
    ) -> Option<Box<dyn Chart>> {
        let panel = |key: &(&str, &str, u32)| {
            let found = self.effects_of(kind, *key);
            let factor = outcome_words::difference_factor(key.0, true);
            let dots = |row: &&EffectRow| {
                let one = found.iter().find(|(other, _)| is_same(row, other));
                let dot = one
                    .map(|(_, estimate)| Dot::difference(estimate.times(factor), ArmStyle::of(0)));
                dot.into_iter().collect()
            };
            RowPanel {
                heading: outcome_words::short_outcome(*key, true),
                dots: order.iter().map(dots).collect(),
                ..RowPanel::default()
            }
        };
        RowChart {
            title: match kind {
                "main" => message!("design-effects-title"),
                _ => message!("design-interactions-title"),
            },
            subtitle: message!("design-effects-subtitle"),
            rows: order.iter().map(|row| self.effect_named(row)).collect(),
            panels: keys.iter().map(panel).collect(),
            write: outcome_words::difference_writer(),
            key: vec![
                (Sign::Dot(INK, true), message!("page-key-clear")),
                (Sign::Dot(INK, false), message!("page-key-unclear")),
            ],
            from_zero: true,
            note: message!("page-interval-monte-carlo"),
            ..RowChart::default()
        }
        .boxed()
    }

    fn effect_table(&self, kind: &str, keys: &[(&str, &str, u32)]) -> PageTable {
        let is_aliased = self.effects.iter().any(|row| row.kind == kind && !row.aliases.is_empty());
        let mut headings = vec![Cell::words(message!("design-change"))];
        headings.extend(keys.iter().map(|key| Cell {
            text: outcome_name(key.0),
            small: outcome_words::unit_of(key.0, true),
            number: true,
        }));
        if is_aliased {
            headings.push(Cell::words(message!("design-aliases")));
        }
        let effects = self.effects_of(kind, self.asked()).into_iter();
        let rows = effects.map(|(row, _)| {
            let mut cells = vec![Cell::words(self.effect_named(row))];
            cells.extend(keys.iter().map(|key| {
                let effects = self.effects_of(kind, *key);
                let found = effects.iter().find(|(other, _)| is_same(row, other));
                found.map_or_else(
                    || Cell::number("–"),
                    |(_, estimate)| outcome_words::difference_cell(*estimate, key.0),
                )
            }));
            if is_aliased {
                cells.push(Cell::words(row.aliases.replace(';', ", ")));
            }
            cells
        });
        PageTable { caption: heading(kind == "main"), headings, rows: rows.collect() }
    }
}
