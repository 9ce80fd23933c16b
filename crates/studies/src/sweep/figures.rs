//! What a sweep draws: lines over numbers, rows for words, heat maps for two fields, and
//! small charts of every main outcome.

use crate::pages::{names, outcome_words as telling};
use homeground_figures::scene::Scene;
use homeground_figures::style;
use homeground_report::answer_page::{Figure, Section};
use homeground_report::charts::chart::{LineChart, Series};
use homeground_report::charts::heat_map::{self, HeatCell, HeatMap, HeatPanel};
use homeground_report::charts::row_chart::{Dot, RowChart, RowPanel};
use homeground_report::charts::small_multiples::{Small, SmallMultiples};
use homeground_report::figures::page::Sign;
use homeground_report::language::Language;
use homeground_report::results::Estimate;
use homeground_report::sentences::{Verdict, verdict};

use crate::sweep::page::{Field, MAIN, Sweep};

impl Sweep<'_> {
    /// The figure of the outcome that is asked about: lines over numbers, rows for words,
    /// a heat map for two fields.
    pub(crate) fn figure(
        &self,
        name: &str,
        title: &str,
        arms: &[&str],
        differences: bool,
    ) -> Option<Figure> {
        let field = self.fields.first()?;
        let (scene, reading) = match (self.fields.get(1), &field.numbers) {
            (Some(second), _) => (self.heat(title, arms, differences, (field, second)), self.language.pick(
                "One panel an arm; each cell is a combination of values. In a map of differences, white cells cannot be told apart from the reference.",
                "Ett felt for hvert alternativ; hver rute er en kombinasjon av verdier. I et kart over forskjeller kan hvite ruter ikke skilles fra referansen.",
            )),
            (None, Some(numbers)) => (self.lines(title, arms, differences, field, numbers), self.language.pick(
                "Each line is an arm over the values of the field; bands are 95% intervals.",
                "Hver linje er et alternativ over verdiene av feltet; båndene er 95 %-intervaller.",
            )),
            (None, None) => (self.rows(title, arms, differences, field), self.language.pick(
                "A row for each value, a dot for each arm with its 95% interval. Hollow: cannot be told apart from the reference.",
                "En rad for hver verdi, en prikk for hvert alternativ med 95 %-intervall. Hul: kan ikke skilles fra referansen.",
            )),
        };
        Some(Figure {
            name: name.to_owned(),
            scene: scene?,
            takeaway: String::new(),
            reading: reading.to_owned(),
        })
    }

    /// Values of an arm by place of the first field.
    pub(crate) fn series(
        &self,
        arm: &str,
        key: (&str, &str, u32),
        differences: bool,
        numbers: &[f64],
    ) -> Series {
        let labels = &self.fields[0].levels;
        let factor = telling::difference_factor(key.0, differences);
        let points = self
            .of(differences)
            .iter()
            .filter(|value| value.arm == arm && value.key == key);
        Series {
            name: arm.to_owned(),
            style: self.results.style(arm),
            points: points
                .filter_map(|value| {
                    let place = labels.iter().position(|label| label == value.first)?;
                    Some((*numbers.get(place)?, value.estimate?.times(factor)))
                })
                .collect(),
        }
    }

    pub(crate) fn lines(
        &self,
        title: &str,
        arms: &[&str],
        differences: bool,
        field: &Field,
        numbers: &[f64],
    ) -> Option<Scene> {
        let series: Vec<Series> = arms
            .iter()
            .map(|arm| self.series(arm, self.asked(), differences, numbers))
            .filter(|series| !series.points.is_empty())
            .collect();
        let write = telling::axis_writer(self.asked().0, differences, self.language);
        LineChart {
            title,
            subtitle: &self.subtitle(),
            across: &names::field(&field.path, self.language),
            up: &telling::axis_name(self.results, differences, self.language),
            series: &series,
            from_zero: differences || telling::starts_at_zero(self.asked().0),
            write: &write,
            dots: numbers.len() <= 15,
            ticks: None,
            note: "",
        }
        .draw(self.language)
    }

    pub(crate) fn subtitle(&self) -> String {
        match self.results.manifest.replicates {
            1 => String::new(),
            _ => self.language.words().interval_monte_carlo.to_owned(),
        }
    }

    pub(crate) fn rows(
        &self,
        title: &str,
        arms: &[&str],
        differences: bool,
        field: &Field,
    ) -> Option<Scene> {
        let factor = telling::difference_factor(self.asked().0, differences);
        let dots = field.levels.iter().map(|label| {
            arms.iter()
                .filter_map(|arm| {
                    let value = self.of(differences).iter().find(|value| {
                        value.arm == *arm && value.key == self.asked() && value.first == label
                    })?;
                    let estimate = value.estimate?.times(factor);
                    let style = self.results.style(arm);
                    Some(match differences {
                        true => Dot::difference(estimate, style),
                        false => Dot {
                            estimate,
                            style,
                            filled: true,
                        },
                    })
                })
                .collect()
        });
        let panel = RowPanel {
            heading: telling::axis_name(self.results, differences, self.language),
            dots: dots.collect(),
        };
        let rows: Vec<String> = field
            .levels
            .iter()
            .map(|label| names::value(label, self.language))
            .collect();
        let key: Vec<(Sign, String)> = arms
            .iter()
            .map(|arm| {
                (
                    Sign::Dot(self.results.style(arm).colour, true),
                    arm.to_string(),
                )
            })
            .collect();
        let write = telling::axis_writer(self.asked().0, differences, self.language);
        RowChart {
            title,
            subtitle: &self.subtitle(),
            rows: &rows,
            rules: &[],
            panels: &[panel],
            shared: false,
            write: &write,
            key: &key,
            from_zero: differences || telling::starts_at_zero(self.asked().0),
            note: "",
        }
        .draw(self.language)
    }

    pub(crate) fn heat(
        &self,
        title: &str,
        arms: &[&str],
        differences: bool,
        (first, second): (&Field, &Field),
    ) -> Option<Scene> {
        let key = self.asked();
        let all: Vec<Estimate> = self
            .of(differences)
            .iter()
            .filter(|value| value.key == key && arms.contains(&value.arm))
            .filter_map(|value| value.estimate)
            .collect();
        let largest = all.iter().map(|one| one.value.abs()).fold(0.0, f64::max);
        let ends = all
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), one| {
                (low.min(one.value), high.max(one.value))
            });
        let panels: Vec<HeatPanel> = arms
            .iter()
            .map(|arm| {
                let cell = |row: &String, column: &String| {
                    let estimate = self
                        .of(differences)
                        .iter()
                        .find(|value| {
                            value.arm == *arm
                                && value.key == key
                                && value.first == row
                                && value.second == column
                        })
                        .and_then(|value| value.estimate);
                    let Some(estimate) = estimate else {
                        return HeatCell::default();
                    };
                    let fill = match differences {
                        true => {
                            let clear =
                                matches!(verdict(estimate), Verdict::Lower | Verdict::Higher);
                            heat_map::diverging(estimate.value, clear, largest)
                        }
                        false => heat_map::sequential(estimate.value, ends),
                    };
                    HeatCell {
                        text: telling::cell(estimate.value, key.0, differences, self.language),
                        fill: Some(fill),
                    }
                };
                HeatPanel {
                    heading: arm.to_string(),
                    cells: first
                        .levels
                        .iter()
                        .map(|row| {
                            second
                                .levels
                                .iter()
                                .map(|column| cell(row, column))
                                .collect()
                        })
                        .collect(),
                }
            })
            .collect();
        let words = |field: &Field| -> Vec<String> {
            field
                .levels
                .iter()
                .map(|label| names::value(label, self.language))
                .collect()
        };
        let heat_key = match differences {
            true => vec![
                (
                    Sign::Patch(heat_map::LOWER),
                    self.language
                        .pick("lower than the reference", "lavere enn referansen")
                        .to_owned(),
                ),
                (
                    Sign::Patch(heat_map::HIGHER),
                    self.language.pick("higher", "høyere").to_owned(),
                ),
                (
                    Sign::Patch(style::WHITE),
                    self.language
                        .pick("cannot be told apart", "kan ikke skilles")
                        .to_owned(),
                ),
            ],
            false => Vec::new(),
        };
        HeatMap {
            title,
            subtitle: &telling::axis_name(self.results, differences, self.language),
            rows: &words(first),
            columns: &words(second),
            rows_are: &names::short_field(&first.path, self.language),
            columns_are: &names::short_field(&second.path, self.language),
            panels: &panels,
            key: &heat_key,
            note: "",
        }
        .draw(self.language)
    }

    /// Small charts of the main outcomes, where one field with numbers is varied.
    pub(crate) fn every_outcome(&self) -> Option<Section> {
        let language = self.language;
        let field = self.fields.first().filter(|_| self.fields.len() == 1)?;
        let numbers = field.numbers.as_ref()?;
        let ends = (
            names::value(field.levels.first()?, language),
            names::value(field.levels.last()?, language),
        );
        let keys: Vec<(&str, &str, u32)> = MAIN
            .iter()
            .filter_map(|(outcome, unit)| {
                let found = self
                    .levels
                    .iter()
                    .filter(|value| value.key.0 == *outcome && value.key.1 == *unit);
                found.map(|value| value.key).max_by_key(|key| {
                    if *outcome == "alliance" {
                        u32::MAX - key.2
                    } else {
                        key.2
                    }
                })
            })
            .collect();
        let figure =
            |name: &str, differences: bool, title: &str, reading: &str| -> Option<Figure> {
                let takeaway = self.movers_short(&keys, differences);
                let arms: Vec<&str> = match differences {
                    true => self.others(),
                    false => self.results.note.arms.iter().map(String::as_str).collect(),
                };
                let charts: Vec<Small<'_>> = keys
                    .iter()
                    .map(|key| Small {
                        heading: telling::short_outcome(*key, differences, language),
                        series: arms
                            .iter()
                            .map(|arm| self.series(arm, *key, differences, numbers))
                            .filter(|series| !series.points.is_empty())
                            .collect(),
                        write: Box::new(telling::axis_writer(key.0, differences, language)),
                        from_zero: differences || telling::starts_at_zero(key.0),
                    })
                    .filter(|chart| !chart.series.is_empty())
                    .collect();
                let across = format!(
                    "{} {}",
                    language.pick("Across:", "Bortover:"),
                    names::field(&field.path, language)
                );
                let scene = SmallMultiples {
                    title,
                    subtitle: "",
                    across: &across,
                    ends: ends.clone(),
                    charts: &charts,
                }
                .draw(language)?;
                Some(Figure {
                    name: name.to_owned(),
                    scene,
                    takeaway,
                    reading: reading.to_owned(),
                })
            };
        let reference = &self.results.manifest.reference;
        let title = match language {
            Language::English => format!("Main outcomes: difference from {reference}"),
            Language::Norwegian => format!("Hovedutfall: forskjell fra {reference}"),
        };
        let levels = figure(
            "sweep_outcomes",
            false,
            language.pick(
                "Main outcomes in each arm",
                "Hovedutfall i hvert alternativ",
            ),
            language.pick(
                "One small chart for each outcome, all over the same values.",
                "Ett lite diagram for hvert utfall, alle over de samme verdiene.",
            ),
        );
        let contrasts = figure(
            "sweep_outcomes_contrasts",
            true,
            &title,
            language.pick(
                "One small chart for each outcome; the line at 0 is the reference.",
                "Ett lite diagram for hvert utfall; streken ved 0 er referansen.",
            ),
        );
        let figures: Vec<Figure> = levels.into_iter().chain(contrasts).collect();
        let answer = self.clear_movers(&keys);
        Some(Section {
            key: "outcomes",
            heading: language.pick("Every outcome", "Alle utfall").to_owned(),
            answer,
            figures,
            ..Section::default()
        })
    }
}
