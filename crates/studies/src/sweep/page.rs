//! The page of a sweep.

use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::{AnswerPage, Section, TableBlock};
use homeground_report::outcome_kinds::kind_of;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::pages::results::StudyResults;
use crate::pages::{names, outcome_words};
use crate::sweep::{SWEEP, SWEEP_CONTRASTS, SweepContrastRow, SweepRow};

/// A varied field as the manifest notes it.
#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Field {
    /// Its path.
    pub(crate) path: String,
    /// Its values as labels.
    pub(crate) levels: Vec<String>,
    /// Its values as numbers, if all are.
    pub(crate) numbers: Option<Vec<f64>>,
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
    pub(crate) fields: Vec<Field>,
    pub(crate) levels: Vec<Value<'a>>,
    pub(crate) contrasts: Vec<Value<'a>>,
}

/// Puts the page of a sweep together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults) -> Result<AnswerPage, ContentError> {
    let rows: Vec<SweepRow> = results.rows(SWEEP)?;
    let contrasts: Vec<SweepContrastRow> = results.rows(SWEEP_CONTRASTS)?;
    let sweep = Sweep {
        results,
        fields: results.fact("fields")?,
        levels: values!(rows),
        contrasts: values!(contrasts),
    };
    Ok(sweep.page())
}

impl Sweep<'_> {
    fn page(&self) -> AnswerPage {
        let against: Vec<Text> =
            self.others().into_iter().filter_map(|arm| self.against_reference(arm)).collect();
        let mut sections = Vec::new();
        if !against.is_empty() {
            sections.push(self.contrast_section(&against));
        }
        sections.push(self.level_section());
        sections.extend(self.every_outcome());
        AnswerPage {
            answer: match against.as_slice() {
                [] => self.level_answer(),
                against => self.contrast_answer(against),
            },
            points: if against.len() > 1 { against } else { Vec::new() },
            sections,
            method: vec![message!("sweep-method")],
            limits: vec![message!("sweep-limits")],
        }
    }

    pub(crate) fn asked(&self) -> (&str, &str, u32) {
        let note = &self.results.note;
        (&note.outcome, &note.unit, note.week)
    }

    /// The studied arms.
    pub(crate) fn arms(&self) -> Vec<&str> {
        self.results.note.arms.iter().map(String::as_str).collect()
    }

    /// The studied arms without the reference.
    pub(crate) fn others(&self) -> Vec<&str> {
        let reference = &self.results.manifest.reference;
        let arms = self.results.note.arms.iter().map(String::as_str);
        arms.filter(|arm| arm != reference).collect()
    }

    pub(crate) fn fields_named(&self) -> Text {
        Text::list(self.fields.iter().map(|field| self.results.field(&field.path)))
    }

    /// The differences of an arm in the outcome that is asked about.
    pub(crate) fn differences(&self, arm: &str) -> Vec<Estimate> {
        self.contrasts
            .iter()
            .filter(|value| value.arm == arm && value.key == self.asked())
            .filter_map(|value| value.estimate)
            .collect()
    }

    /// Where a value stands: "visit_minutes = 60".
    pub(crate) fn value_named(&self, value: &Value<'_>) -> Text {
        let labels = [value.first, value.second];
        let named = self.fields.iter().zip(labels).map(|(field, label)| {
            Text::joined(" = ", [names::short_field(&field.path), names::value(label)])
        });
        Text::joined(", ", named)
    }

    pub(crate) fn of(&self, differences: bool) -> &[Value<'_>] {
        if differences { &self.contrasts } else { &self.levels }
    }

    /// The outcome that is asked about, in an arm at a point.
    pub(crate) fn estimate(
        &self,
        differences: bool,
        arm: &str,
        (first, second): (&str, &str),
    ) -> Option<Estimate> {
        let found = self.of(differences).iter().find(|value| {
            value.arm == arm
                && value.key == self.asked()
                && value.first == first
                && value.second == second
        });
        found?.estimate
    }

    fn contrast_answer(&self, against: &[Text]) -> Text {
        match against {
            [only] => only.clone(),
            several => self.summary(several.len()),
        }
    }

    fn contrast_section(&self, against: &[Text]) -> Section {
        let reference = self.results.reference_arm();
        let outcome = outcome_words::outcome(self.results);
        let title = message!("sweep-contrasts-title", reference = &reference, outcome);
        let arms = self.others();
        Section {
            key: "contrasts",
            heading: message!("sweep-contrasts", reference),
            answer: self.contrast_answer(against),
            tables: vec![TableBlock {
                table: self.table(&arms, true),
                note: message!("sweep-contrasts-note"),
                folded: false,
            }],
            ..Section::default()
        }
        .with(self.figure("sweep_contrasts", title, &arms, true, self.short_contrast()))
    }

    fn level_section(&self) -> Section {
        let arms = self.arms();
        let title = outcome_words::outcome(self.results);
        Section {
            key: "levels",
            heading: message!("sweep-levels"),
            answer: self.level_answer(),
            tables: vec![TableBlock {
                table: self.table(&arms, false),
                note: message!("sweep-levels-note"),
                folded: true,
            }],
            ..Section::default()
        }
        .with(self.figure("sweep", title, &arms, false, self.short_level()))
    }

    fn table(&self, arms: &[&str], differences: bool) -> PageTable {
        let outcome = self.asked().0;
        let mut headings: Vec<Cell> =
            self.fields.iter().map(|field| Cell::words(self.results.field(&field.path))).collect();
        headings.extend(arms.iter().map(|arm| Cell::number(self.results.arm(arm))));
        let firsts = self.fields.first().map(|field| field.levels.as_slice());
        let seconds: Vec<&str> = match self.fields.get(1) {
            Some(second) => second.levels.iter().map(String::as_str).collect(),
            None => vec![""],
        };
        let mut rows = Vec::new();
        for first in firsts.unwrap_or_default() {
            for second in &seconds {
                let mut row = vec![Cell::words(names::value(first))];
                if self.fields.len() > 1 {
                    row.push(Cell::words(names::value(second)));
                }
                row.extend(arms.iter().map(|arm| {
                    match (differences, self.estimate(differences, arm, (first, second))) {
                        (true, Some(estimate)) => outcome_words::difference_cell(estimate, outcome),
                        (_, estimate) => Cell::estimate(estimate, kind_of(outcome)),
                    }
                }));
                rows.push(row);
            }
        }
        PageTable { caption: outcome_words::axis_name(self.results, differences), headings, rows }
    }
}
