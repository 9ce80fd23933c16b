//! The page of a sweep.

use crate::report::error::ReportError;
use crate::report::figures::page::Sign;
use crate::report::measures::kind_of;
use crate::report::page_tables::{Cell, PageTable};
use crate::report::results::Estimate;
use crate::report::sentences::{Verdict, verdict};
use crate::report::style;
use crate::report::words::Language;
use crate::study::sweep::{SWEEP, SWEEP_CONTRASTS, SweepContrastRow, SweepRow};

use super::chart::{LineChart, Series};
use super::heat_map::{self, HeatCell, HeatMap, HeatPanel};
use super::names;
use super::page::{Figure, Section, StudyPage, TableBlock};
use super::results::StudyResults;
use super::row_chart::{Dot, RowChart, RowPanel};
use super::small_multiples::{Small, SmallMultiples};
use super::telling;

/// A varied field as the manifest notes it.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Field {
    /// Its path.
    pub path: String,
    /// Its values as labels.
    pub levels: Vec<String>,
    /// Its values as numbers, if all are.
    pub numbers: Option<Vec<f64>>,
}

/// Outcomes that are drawn beside the one that is asked about.
const MAIN: [(&str, &str); 9] = [
    ("placed", "family"),
    ("completed", "started"),
    ("dropped_out", "started"),
    ("uptake", "offered"),
    ("attended_share", "started"),
    ("alliance", "started"),
    ("weeks_in_care", "family"),
    ("helper_hours", "family"),
    ("cost_nok", "family"),
];

/// A value at a point: what both tables have in common.
struct Value<'a> {
    first: &'a str,
    second: &'a str,
    arm: &'a str,
    key: (&'a str, &'a str, u32),
    estimate: Option<Estimate>,
    change: Option<Estimate>,
}

macro_rules! values {
    ($rows:expr) => {
        $rows
            .iter()
            .map(|row| Value {
                first: &row.first,
                second: &row.second,
                arm: &row.arm,
                key: (&row.outcome, &row.unit, row.week),
                estimate: Estimate::of(row.estimate, row.lower, row.upper),
                change: Estimate::of(row.change, row.change_lower, row.change_upper),
            })
            .collect::<Vec<Value>>()
    };
}

/// All that the page is made from.
struct Sweep<'a> {
    results: &'a StudyResults,
    language: Language,
    fields: Vec<Field>,
    levels: Vec<Value<'a>>,
    contrasts: Vec<Value<'a>>,
}

/// Puts the page of a sweep together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ReportError> {
    let fields: Vec<Field> = results.fact("fields")?;
    let rows: Vec<SweepRow> = results.rows(SWEEP)?;
    let contrasts: Vec<SweepContrastRow> = results.rows(SWEEP_CONTRASTS)?;
    let sweep = Sweep {
        results,
        language,
        fields,
        levels: values!(rows),
        contrasts: values!(contrasts),
    };
    Ok(sweep.page())
}

impl Sweep<'_> {
    fn page(&self) -> StudyPage {
        let language = self.language;
        let against: Vec<String> = self
            .others()
            .into_iter()
            .filter_map(|arm| self.against_reference(arm))
            .collect();
        let mut sections = Vec::new();
        if !against.is_empty() {
            sections.push(self.contrast_section(&against));
        }
        sections.push(self.level_section());
        sections.extend(self.every_outcome());
        let answer = match against.as_slice() {
            [] => self.level_answer(),
            [only] => only.clone(),
            several => self.summary(several.len()),
        };
        StudyPage {
            answer,
            points: if against.len() > 1 { against } else { Vec::new() },
            sections,
            method: vec![language.pick(
                "Each value of the varied fields is set in turn, in all combinations where there are two fields, and every arm is simulated with it. All else stays as the scenario says.",
                "Hver verdi av feltene settes etter tur, i alle kombinasjoner der det er to felt, og alle alternativer simuleres med den. Alt annet står som i scenarioet.",
            ).to_owned()],
            limits: vec![language.pick(
                "Only the varied fields move. What other assumptions would change is not seen here, and values outside a parameter's plausible range are drawn as if they were possible.",
                "Bare feltene som varieres, endres. Hva andre antakelser ville endret, ses ikke her, og verdier utenfor en parameters rimelige område tegnes som om de var mulige.",
            ).to_owned()],
        }
    }

    fn asked(&self) -> (&str, &str, u32) {
        let note = &self.results.note;
        (&note.outcome, &note.unit, note.week)
    }

    /// The studied arms without the reference.
    fn others(&self) -> Vec<&str> {
        let reference = &self.results.manifest.reference;
        let arms = self.results.note.arms.iter().map(String::as_str);
        arms.filter(|arm| arm != reference).collect()
    }

    fn fields_named(&self) -> String {
        let names: Vec<String> = self
            .fields
            .iter()
            .map(|field| names::field(&field.path, self.language))
            .collect();
        self.language.list(&names)
    }

    /// The differences of an arm in the outcome that is asked about, with their values.
    fn differences(&self, arm: &str) -> Vec<(&Value<'_>, Estimate)> {
        self.contrasts
            .iter()
            .filter(|value| value.arm == arm && value.key == self.asked())
            .filter_map(|value| Some((value, value.estimate?)))
            .collect()
    }

    /// What an arm's difference from the reference does over the values.
    fn against_reference(&self, arm: &str) -> Option<String> {
        let language = self.language;
        let found = self.differences(arm);
        let count = |wanted: Verdict| {
            found
                .iter()
                .filter(|(_, one)| verdict(*one) == wanted)
                .count()
        };
        let (lower, higher, unknown) = (
            count(Verdict::Lower),
            count(Verdict::Higher),
            count(Verdict::Unknown),
        );
        let low = found
            .iter()
            .map(|(_, one)| *one)
            .min_by(|a, b| a.value.total_cmp(&b.value))?;
        let high = found
            .iter()
            .map(|(_, one)| *one)
            .max_by(|a, b| a.value.total_cmp(&b.value))?;
        let reference = &self.results.manifest.reference;
        let outcome = telling::outcome(self.results, language);
        let fields = self.fields_named();
        let tell = |one: Estimate| telling::difference(one, self.asked().0, language);
        let total = found.len();
        let lead = if unknown > 0 {
            language
                .pick(
                    "without intervals, nothing is told apart",
                    "uten intervaller skilles ingenting",
                )
                .to_owned()
        } else if lower == total || higher == total {
            let way = if lower == total {
                language.pick("lower", "lavere")
            } else {
                language.pick("higher", "høyere")
            };
            match language {
                Language::English => format!("{way} than {reference} at all {total} values"),
                Language::Norwegian => format!("{way} enn {reference} for alle {total} verdier"),
            }
        } else {
            let unclear = total - lower - higher;
            match language {
                Language::English => format!(
                    "lower than {reference} at {lower} of {total} values, higher at {higher}, not told apart at {unclear}"
                ),
                Language::Norwegian => format!(
                    "lavere enn {reference} for {lower} av {total} verdier, høyere for {higher}, ikke til å skille for {unclear}"
                ),
            }
        };
        Some(match language {
            Language::English => format!(
                "{arm}, {outcome}, over {fields}: {lead}; the difference runs from {} to {}.",
                tell(low),
                tell(high)
            ),
            Language::Norwegian => format!(
                "{arm}, {outcome}, over {fields}: {lead}; forskjellen går fra {} til {}.",
                tell(low),
                tell(high)
            ),
        })
    }

    /// How many arms keep their sign.
    fn summary(&self, arms: usize) -> String {
        let language = self.language;
        let keeps = |arm: &&str| {
            let found = self.differences(arm);
            let all = |wanted: Verdict| found.iter().all(|(_, one)| verdict(*one) == wanted);
            !found.is_empty() && (all(Verdict::Lower) || all(Verdict::Higher))
        };
        let turns = |arm: &&str| {
            let found = self.differences(arm);
            let any = |wanted: Verdict| found.iter().any(|(_, one)| verdict(*one) == wanted);
            any(Verdict::Lower) && any(Verdict::Higher)
        };
        let others = self.others();
        let kept = others.iter().copied().filter(|arm| keeps(arm)).count();
        let turned = others.iter().copied().filter(|arm| turns(arm)).count();
        let (fields, outcome) = (
            self.fields_named(),
            telling::outcome(self.results, language),
        );
        let reference = &self.results.manifest.reference;
        match language {
            Language::English => format!(
                "Over {fields}, {kept} of {arms} arms keep the same clear difference from {reference} in {outcome} at every value, and {turned} turn from clearly lower to clearly higher or back."
            ),
            Language::Norwegian => format!(
                "Over {fields} beholder {kept} av {arms} alternativer den samme klare forskjellen fra {reference} i {outcome} for alle verdier, og {turned} snur fra klart lavere til klart høyere eller omvendt."
            ),
        }
    }

    /// The arm that moves most from its level at the first value, with where it is then.
    fn farthest(&self) -> Option<(&Value<'_>, Estimate)> {
        let asked = self.levels.iter().filter(|value| value.key == self.asked());
        asked
            .filter_map(|value| Some((value, value.change?)))
            .max_by(|(_, one), (_, other)| one.value.abs().total_cmp(&other.value.abs()))
    }

    /// How far the arms themselves move from their level at the first value.
    fn level_answer(&self) -> String {
        let language = self.language;
        let Some((value, change)) = self.farthest() else {
            return language
                .pick(
                    "The outcome is not defined in these arms.",
                    "Utfallet er ikke definert i disse alternativene.",
                )
                .to_owned();
        };
        let clear = |arm: &&String| {
            let mut here = self
                .levels
                .iter()
                .filter(|value| value.arm == *arm && value.key == self.asked());
            here.any(|value| {
                value.change.is_some_and(|change| {
                    matches!(verdict(change), Verdict::Lower | Verdict::Higher)
                })
            })
        };
        let moving = self.results.note.arms.iter().filter(clear).count();
        let (all, arm, at) = (
            self.results.note.arms.len(),
            value.arm,
            self.value_named(value),
        );
        let outcome = telling::outcome(self.results, language);
        let told = telling::difference(change, self.asked().0, language);
        match language {
            Language::English => format!(
                "{moving} of {all} arms move beyond their interval from their level at the first value; farthest moves {outcome} in {arm}, by {told} at {at}."
            ),
            Language::Norwegian => format!(
                "{moving} av {all} alternativer flytter seg utover intervallet fra nivået ved den første verdien; lengst flytter {outcome} seg i {arm}, med {told} ved {at}."
            ),
        }
    }

    /// The same for a caption.
    fn short_level(&self) -> String {
        let moved = self.farthest().map(|(value, change)| {
            let way = match (verdict(change), change.value < 0.0) {
                (Verdict::Lower | Verdict::Higher, true) => {
                    self.language.pick("falls most", "faller mest")
                }
                (Verdict::Lower | Verdict::Higher, false) => {
                    self.language.pick("rises most", "stiger mest")
                }
                _ => self.language.pick(
                    "moves most, but within its interval",
                    "flytter seg mest, men innenfor intervallet",
                ),
            };
            format!("{} {way}.", value.arm)
        });
        moved.unwrap_or_default()
    }

    /// How the arms stand to the reference, for a caption.
    fn short_contrast(&self) -> String {
        let reference = &self.results.manifest.reference;
        let told: Vec<String> = self
            .others()
            .into_iter()
            .map(|arm| {
                let found = self.differences(arm);
                let clear = found
                    .iter()
                    .filter(|(_, one)| matches!(verdict(*one), Verdict::Lower | Verdict::Higher))
                    .count();
                match self.language {
                    Language::English => format!("{arm} at {clear} of {} values", found.len()),
                    Language::Norwegian => format!("{arm} for {clear} av {} verdier", found.len()),
                }
            })
            .collect();
        match self.language {
            Language::English => {
                format!("Clearly different from {reference}: {}.", told.join(", "))
            }
            Language::Norwegian => {
                format!("Klart forskjellig fra {reference}: {}.", told.join(", "))
            }
        }
    }

    fn value_named(&self, value: &Value<'_>) -> String {
        let named = self
            .fields
            .iter()
            .zip([value.first, value.second])
            .map(|(field, label)| {
                format!(
                    "{} = {}",
                    names::short_field(&field.path, self.language),
                    names::value(label, self.language)
                )
            });
        named.collect::<Vec<_>>().join(", ")
    }

    fn contrast_section(&self, against: &[String]) -> Section {
        let language = self.language;
        let reference = &self.results.manifest.reference;
        let outcome = telling::outcome(self.results, language);
        let heading = match language {
            Language::English => format!("Difference from {reference}"),
            Language::Norwegian => format!("Forskjell fra {reference}"),
        };
        let answer = match against {
            [only] => only.clone(),
            several => self.summary(several.len()),
        };
        let title = match language {
            Language::English => format!("Difference from {reference}: {outcome}"),
            Language::Norwegian => format!("Forskjell fra {reference}: {outcome}"),
        };
        let arms = self.others();
        let figure = self.figure("sweep_contrasts", &title, &arms, true);
        Section {
            key: "contrasts",
            heading,
            answer,
            figures: figure.map(|figure| Figure { takeaway: self.short_contrast(), ..figure }).into_iter().collect(),
            tables: vec![TableBlock {
                table: self.table(&arms, true),
                note: language.pick(
                    "Arm less reference for the same simulated families, with its 95% interval. All outcomes are in sweep_contrasts.csv.",
                    "Alternativ minus referanse for de samme simulerte familiene, med 95 %-intervall. Alle utfall står i sweep_contrasts.csv.",
                ).to_owned(),
                folded: false,
            }],
            ..Section::default()
        }
    }

    fn level_section(&self) -> Section {
        let language = self.language;
        let outcome = telling::outcome(self.results, language);
        let arms: Vec<&str> = self.results.note.arms.iter().map(String::as_str).collect();
        let answer = self.level_answer();
        let figure = self.figure("sweep", &outcome, &arms, false);
        Section {
            key: "levels",
            heading: language
                .pick("Level in each arm", "Nivå i hvert alternativ")
                .to_owned(),
            answer,
            figures: figure
                .map(|figure| Figure {
                    takeaway: self.short_level(),
                    ..figure
                })
                .into_iter()
                .collect(),
            tables: vec![TableBlock {
                table: self.table(&arms, false),
                note: language
                    .pick(
                        "All outcomes are in sweep.csv.",
                        "Alle utfall står i sweep.csv.",
                    )
                    .to_owned(),
                folded: true,
            }],
            ..Section::default()
        }
    }

    /// The figure of the outcome that is asked about: lines over numbers, rows for words,
    /// a heat map for two fields.
    fn figure(&self, name: &str, title: &str, arms: &[&str], differences: bool) -> Option<Figure> {
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

    fn of(&self, differences: bool) -> &[Value<'_>] {
        if differences {
            &self.contrasts
        } else {
            &self.levels
        }
    }

    /// Values of an arm by place of the first field.
    fn series(
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

    fn lines(
        &self,
        title: &str,
        arms: &[&str],
        differences: bool,
        field: &Field,
        numbers: &[f64],
    ) -> Option<crate::report::scene::Scene> {
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

    fn subtitle(&self) -> String {
        match self.results.manifest.replicates {
            1 => String::new(),
            _ => self.language.words().interval_monte_carlo.to_owned(),
        }
    }

    fn rows(
        &self,
        title: &str,
        arms: &[&str],
        differences: bool,
        field: &Field,
    ) -> Option<crate::report::scene::Scene> {
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

    fn heat(
        &self,
        title: &str,
        arms: &[&str],
        differences: bool,
        (first, second): (&Field, &Field),
    ) -> Option<crate::report::scene::Scene> {
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
    fn every_outcome(&self) -> Option<Section> {
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

    /// How many main outcomes, or differences in them, move; for a caption.
    fn movers_short(&self, keys: &[(&str, &str, u32)], differences: bool) -> String {
        let last = self.fields[0]
            .levels
            .last()
            .map(String::as_str)
            .unwrap_or_default();
        let moves = |key: &&(&str, &str, u32)| {
            let at_end = self
                .of(differences)
                .iter()
                .filter(|value| value.key == **key && value.first == last);
            at_end
                .filter_map(|value| value.change)
                .any(|change| matches!(verdict(change), Verdict::Lower | Verdict::Higher))
        };
        let (count, all) = (keys.iter().filter(moves).count(), keys.len());
        match (differences, self.language) {
            (false, Language::English) => format!("{count} of {all} outcomes move in some arm."),
            (false, Language::Norwegian) => {
                format!("{count} av {all} utfall flytter seg i noe alternativ.")
            }
            (true, Language::English) => {
                format!("In {count} of {all} outcomes some difference from the reference changes.")
            }
            (true, Language::Norwegian) => {
                format!("I {count} av {all} utfall endres en forskjell fra referansen.")
            }
        }
    }

    /// Which main outcomes move beyond their interval from the first value to the last.
    fn clear_movers(&self, keys: &[(&str, &str, u32)]) -> String {
        let language = self.language;
        let last = self.fields[0]
            .levels
            .last()
            .map(String::as_str)
            .unwrap_or_default();
        let clear = |key: &&(&str, &str, u32)| {
            let at_end = self
                .levels
                .iter()
                .filter(|value| value.key == **key && value.first == last);
            at_end
                .filter_map(|value| value.change)
                .any(|change| matches!(verdict(change), Verdict::Lower | Verdict::Higher))
        };
        let (moving, still): (Vec<_>, Vec<_>) = keys.iter().partition(clear);
        let told = |keys: Vec<&(&str, &str, u32)>| {
            let names: Vec<String> = keys
                .iter()
                .map(|key| language.words().outcome(key.0).to_owned())
                .collect();
            language.list(&names)
        };
        let (count, all, names, fields) =
            (moving.len(), keys.len(), told(moving), self.fields_named());
        match (count, still.is_empty(), language) {
            (0, _, Language::English) => format!(
                "None of {all} main outcomes moves beyond its interval in any arm from the first to the last value of {fields}."
            ),
            (0, _, Language::Norwegian) => format!(
                "Ingen av {all} hovedutfall flytter seg utover intervallet i noe alternativ fra første til siste verdi av {fields}."
            ),
            (_, true, Language::English) => format!(
                "All {all} main outcomes move beyond their interval in at least one arm from the first to the last value of {fields}."
            ),
            (_, true, Language::Norwegian) => format!(
                "Alle {all} hovedutfall flytter seg utover intervallet i minst ett alternativ fra første til siste verdi av {fields}."
            ),
            (_, false, Language::English) => format!(
                "{count} of {all} main outcomes move beyond their interval in at least one arm from the first to the last value of {fields}: {names}."
            ),
            (_, false, Language::Norwegian) => format!(
                "{count} av {all} hovedutfall flytter seg utover intervallet i minst ett alternativ fra første til siste verdi av {fields}: {names}."
            ),
        }
    }

    fn table(&self, arms: &[&str], differences: bool) -> PageTable {
        let key = self.asked();
        let language = self.language;
        let mut headings: Vec<Cell> = self
            .fields
            .iter()
            .map(|field| Cell::words(names::field(&field.path, language)))
            .collect();
        headings.extend(arms.iter().map(|arm| Cell::number(arm.to_string())));
        let seconds: Vec<&str> = match self.fields.get(1) {
            Some(second) => second.levels.iter().map(String::as_str).collect(),
            None => vec![""],
        };
        let mut rows = Vec::new();
        for first in self
            .fields
            .first()
            .map(|field| field.levels.as_slice())
            .unwrap_or_default()
        {
            for second in &seconds {
                let mut row = vec![Cell::words(names::value(first, language))];
                if self.fields.len() > 1 {
                    row.push(Cell::words(names::value(second, language)));
                }
                row.extend(arms.iter().map(|arm| {
                    let estimate = self
                        .of(differences)
                        .iter()
                        .find(|value| {
                            value.arm == *arm
                                && value.key == key
                                && value.first == first
                                && value.second == *second
                        })
                        .and_then(|value| value.estimate);
                    match (differences, estimate) {
                        (true, Some(estimate)) => {
                            telling::difference_cell(estimate, key.0, language)
                        }
                        (_, estimate) => Cell::estimate(estimate, kind_of(key.0), language),
                    }
                }));
                rows.push(row);
            }
        }
        PageTable {
            caption: telling::axis_name(self.results, differences, language),
            headings,
            rows,
        }
    }
}
