//! The page of a sweep.

use crate::sweep::{SWEEP, SWEEP_CONTRASTS, SweepContrastRow, SweepRow};
use homeground_report::language::Language;
use homeground_report::measures::kind_of;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::pages::names;
use crate::pages::outcome_words as telling;
use crate::pages::results::StudyResults;
use homeground_report::answer_page::{Figure, Section, StudyPage, TableBlock};

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
pub(crate) const MAIN: [(&str, &str); 9] = [
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
pub(crate) struct Value<'a> {
    pub(crate) first: &'a str,
    pub(crate) second: &'a str,
    pub(crate) arm: &'a str,
    pub(crate) key: (&'a str, &'a str, u32),
    pub(crate) estimate: Option<Estimate>,
    pub(crate) change: Option<Estimate>,
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
pub(crate) struct Sweep<'a> {
    pub(crate) results: &'a StudyResults,
    pub(crate) language: Language,
    pub(crate) fields: Vec<Field>,
    pub(crate) levels: Vec<Value<'a>>,
    pub(crate) contrasts: Vec<Value<'a>>,
}

/// Puts the page of a sweep together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ContentError> {
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
    pub(crate) fn page(&self) -> StudyPage {
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

    pub(crate) fn asked(&self) -> (&str, &str, u32) {
        let note = &self.results.note;
        (&note.outcome, &note.unit, note.week)
    }

    /// The studied arms without the reference.
    pub(crate) fn others(&self) -> Vec<&str> {
        let reference = &self.results.manifest.reference;
        let arms = self.results.note.arms.iter().map(String::as_str);
        arms.filter(|arm| arm != reference).collect()
    }

    pub(crate) fn fields_named(&self) -> String {
        let names: Vec<String> = self
            .fields
            .iter()
            .map(|field| names::field(&field.path, self.language))
            .collect();
        self.language.list(&names)
    }

    /// The differences of an arm in the outcome that is asked about, with their values.
    pub(crate) fn differences(&self, arm: &str) -> Vec<(&Value<'_>, Estimate)> {
        self.contrasts
            .iter()
            .filter(|value| value.arm == arm && value.key == self.asked())
            .filter_map(|value| Some((value, value.estimate?)))
            .collect()
    }

    pub(crate) fn value_named(&self, value: &Value<'_>) -> String {
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

    pub(crate) fn contrast_section(&self, against: &[String]) -> Section {
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

    pub(crate) fn level_section(&self) -> Section {
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

    pub(crate) fn of(&self, differences: bool) -> &[Value<'_>] {
        if differences {
            &self.contrasts
        } else {
            &self.levels
        }
    }

    pub(crate) fn table(&self, arms: &[&str], differences: bool) -> PageTable {
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
