//! Main effects and interactions: figures and tables.

use crate::design::EffectRow;
use crate::pages::outcome_words as telling;
use homeground_figures::style::{ArmStyle, INK};
use homeground_report::answer_page::{Figure, Section, TableBlock};
use homeground_report::charts::row_chart::{Dot, RowChart, RowPanel};
use homeground_report::figures::page::Sign;
use homeground_report::language::Language;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;

use crate::design::page::{Designs, MOST_EFFECTS};

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

    /// Outcomes whose effects are drawn: the one asked about, placement and completion.
    pub(crate) fn panels(&self) -> Vec<(&str, &str, u32)> {
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

    pub(crate) fn effect_section(&self, kind: &str) -> Option<Section> {
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

    pub(crate) fn effect_table(&self, kind: &str, keys: &[(&str, &str, u32)]) -> PageTable {
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
}
