//! What a sweep draws: lines over numbers, rows for words, heat maps for two fields, and
//! small charts of every main outcome.

use homeground_figures::chart::Chart;
use homeground_figures::charts::heat_map::{self, HeatCell, HeatMap, HeatPanel};
use homeground_figures::charts::line_chart::{LineChart, Series};
use homeground_figures::charts::row_chart::{Dot, RowChart, RowPanel};
use homeground_figures::charts::small_multiples::{Small, SmallMultiples};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::style;
use homeground_figures::text::Text;
use homeground_report::answer_page::{Figure, Section};
use homeground_report::results::Estimate;
use homeground_report::sentences::{Verdict, verdict};

use crate::pages::{names, outcome_words};
use crate::sweep::page::{Field, MAIN, Sweep};

/// The values of a field in words.
fn levels(field: &Field) -> Vec<Text> {
    field.levels.iter().map(|label| names::value(label)).collect()
}

impl Sweep<'_> {
    /// The figure of the outcome that is asked about: lines over numbers, rows for words,
    /// a heat map for two fields.
    pub(crate) fn figure(
        &self,
        name: &str,
        title: Text,
        arms: &[&str],
        differences: bool,
        takeaway: Text,
    ) -> Option<Figure> {
        let field = self.fields.first()?;
        let (chart, reading) = match (self.fields.get(1), &field.numbers) {
            (Some(second), _) => (
                self.heat_map(title, arms, differences, (field, second)),
                message!("sweep-heat-map-reading"),
            ),
            (None, Some(numbers)) => (
                self.line_chart(title, arms, differences, field, numbers),
                message!("sweep-lines-reading"),
            ),
            (None, None) => {
                (self.row_chart(title, arms, differences, field), message!("sweep-rows-reading"))
            }
        };
        Some(Figure { name: name.to_owned(), chart: chart?, takeaway, reading })
    }

    /// Values of arms by place of the first field.
    fn series(
        &self,
        arms: &[&str],
        key: (&str, &str, u32),
        differences: bool,
        numbers: &[f64],
    ) -> Vec<Series> {
        let labels = &self.fields[0].levels;
        let factor = outcome_words::difference_factor(key.0, differences);
        let of_arm = |arm: &&str| Series {
            name: self.results.arm(arm),
            style: self.results.style(arm),
            points: self
                .of(differences)
                .iter()
                .filter(|value| value.arm == *arm && value.key == key)
                .filter_map(|value| {
                    let place = labels.iter().position(|label| label == value.first)?;
                    Some((*numbers.get(place)?, value.estimate?.times(factor)))
                })
                .collect(),
        };
        let all = arms.iter().map(of_arm);
        all.filter(|series| !series.points.is_empty()).collect()
    }

    fn line_chart(
        &self,
        title: Text,
        arms: &[&str],
        differences: bool,
        field: &Field,
        numbers: &[f64],
    ) -> Option<Box<dyn Chart>> {
        let outcome = self.asked().0;
        LineChart {
            title,
            subtitle: self.subtitle(),
            across: self.results.field(&field.path),
            up: outcome_words::axis_name(self.results, differences),
            series: self.series(arms, self.asked(), differences, numbers),
            from_zero: differences || outcome_words::starts_at_zero(outcome),
            write: outcome_words::axis_writer(outcome, differences),
            dots: numbers.len() <= 15,
            ..LineChart::default()
        }
        .boxed()
    }

    fn subtitle(&self) -> Text {
        match self.results.manifest.replicates {
            1 => Text::default(),
            _ => message!("page-interval-monte-carlo"),
        }
    }

    fn row_chart(
        &self,
        title: Text,
        arms: &[&str],
        differences: bool,
        field: &Field,
    ) -> Option<Box<dyn Chart>> {
        let outcome = self.asked().0;
        let factor = outcome_words::difference_factor(outcome, differences);
        let dot = |arm: &&str, label: &String| {
            let estimate = self.estimate(differences, arm, (label, ""))?.times(factor);
            let style = self.results.style(arm);
            Some(match differences {
                true => Dot::difference(estimate, style),
                false => Dot::new(estimate, style, true),
            })
        };
        let of_level = |label: &String| arms.iter().filter_map(|arm| dot(arm, label)).collect();
        let sign = |arm: &&str| {
            let colour = self.results.style(arm).colour;
            (Sign::Dot(colour, true), self.results.arm(arm))
        };
        RowChart {
            title,
            subtitle: self.subtitle(),
            rows: levels(field),
            panels: vec![RowPanel {
                heading: outcome_words::axis_name(self.results, differences),
                dots: field.levels.iter().map(of_level).collect(),
                ..RowPanel::default()
            }],
            write: outcome_words::axis_writer(outcome, differences),
            key: arms.iter().map(sign).collect(),
            from_zero: differences || outcome_words::starts_at_zero(outcome),
            ..RowChart::default()
        }
        .boxed()
    }

    fn heat_map(
        &self,
        title: Text,
        arms: &[&str],
        differences: bool,
        (first, second): (&Field, &Field),
    ) -> Option<Box<dyn Chart>> {
        let key = self.asked();
        let all: Vec<f64> = self
            .of(differences)
            .iter()
            .filter(|value| value.key == key && arms.contains(&value.arm))
            .filter_map(|value| Some(value.estimate?.value))
            .collect();
        let largest = all.iter().map(|value| value.abs()).fold(0.0, f64::max);
        let ends = (
            all.iter().copied().fold(f64::INFINITY, f64::min),
            all.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        );
        let fill = |estimate: Estimate| match differences {
            true => {
                let clear = matches!(verdict(estimate), Verdict::Lower | Verdict::Higher);
                heat_map::diverging(estimate.value, clear, largest)
            }
            false => heat_map::sequential(estimate.value, ends),
        };
        let cell = |arm: &str, row: &str, column: &str| {
            let estimate = self.estimate(differences, arm, (row, column));
            estimate.map_or_else(HeatCell::default, |estimate| HeatCell {
                text: outcome_words::cell(estimate.value, key.0, differences),
                fill: Some(fill(estimate)),
            })
        };
        let panel = |arm: &&str| {
            let row = |row: &String| {
                let columns = second.levels.iter();
                columns.map(|column| cell(arm, row, column)).collect()
            };
            HeatPanel {
                heading: self.results.arm(arm),
                cells: first.levels.iter().map(row).collect(),
            }
        };
        let colours = vec![
            (Sign::Patch(heat_map::LOWER), message!("sweep-lower")),
            (Sign::Patch(heat_map::HIGHER), message!("sweep-higher")),
            (Sign::Patch(style::WHITE), message!("sweep-not-told-apart")),
        ];
        HeatMap {
            title,
            subtitle: outcome_words::axis_name(self.results, differences),
            rows: levels(first),
            columns: levels(second),
            rows_are: names::short_field(&first.path),
            columns_are: names::short_field(&second.path),
            panels: arms.iter().map(panel).collect(),
            key: if differences { colours } else { Vec::new() },
            note: Text::default(),
        }
        .boxed()
    }

    /// Small charts of the main outcomes, where one field with numbers is varied.
    pub(crate) fn every_outcome(&self) -> Option<Section> {
        let [field] = self.fields.as_slice() else {
            return None;
        };
        let numbers = field.numbers.as_ref()?;
        let ends = (names::value(field.levels.first()?), names::value(field.levels.last()?));
        let keys = self.main_outcomes();
        let figure = |name: &str, title: Text, differences: bool, reading: Text| {
            let arms = match differences {
                true => self.others(),
                false => self.arms(),
            };
            let charts = keys.iter().map(|key| Small {
                heading: outcome_words::short_outcome(*key, differences),
                series: self.series(&arms, *key, differences, numbers),
                write: outcome_words::axis_writer(key.0, differences),
                from_zero: differences || outcome_words::starts_at_zero(key.0),
                ..Small::default()
            });
            let chart = SmallMultiples {
                title,
                subtitle: Text::default(),
                across: message!("sweep-across", field = self.results.field(&field.path)),
                ends: ends.clone(),
                charts: charts.filter(|chart| !chart.series.is_empty()).collect(),
                ..SmallMultiples::default()
            };
            Some(Figure {
                name: name.to_owned(),
                chart: chart.boxed()?,
                takeaway: self.moving_short(&keys, differences),
                reading,
            })
        };
        let levels = figure(
            "sweep_outcomes",
            message!("sweep-outcomes-levels-title"),
            false,
            message!("sweep-outcomes-levels-reading"),
        );
        let reference = self.results.reference_arm();
        let contrasts = figure(
            "sweep_outcomes_contrasts",
            message!("sweep-outcomes-contrasts-title", reference),
            true,
            message!("sweep-outcomes-contrasts-reading"),
        );
        let section = Section {
            key: "outcomes",
            heading: message!("sweep-outcomes"),
            answer: self.moving_outcomes(&keys),
            ..Section::default()
        };
        Some(section.with(levels).with(contrasts))
    }

    /// The main outcomes that were counted: alliance as early as there is, all else as late.
    fn main_outcomes(&self) -> Vec<(&str, &str, u32)> {
        let latest = |(outcome, unit): &(&str, &str)| {
            let keys = self.levels.iter().map(|value| value.key);
            keys.filter(|key| key.0 == *outcome && key.1 == *unit).max_by_key(
                |key| match *outcome {
                    "alliance" => u32::MAX - key.2,
                    _ => key.2,
                },
            )
        };
        MAIN.iter().filter_map(latest).collect()
    }
}
