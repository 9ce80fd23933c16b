//! The results folder of a sensitivity study in memory.

use homeground_figures::message;
use homeground_figures::number::Kind;
use homeground_figures::style::{Colour, INK};
use homeground_figures::text::Text;
use homeground_report::names::outcome as outcome_name;
use homeground_report::outcome_kinds::kind_of;
use homeground_report::saved::ContentError;

use crate::pages::results::StudyResults;
use crate::sensitivity::rows::{INDICES, IndexRow, SCREENING, ScreeningRow, VARIANCE, VarianceRow};

/// What the folder of a sensitivity study holds.
#[derive(Debug)]
pub struct SensitivityResults<'a> {
    /// The folder.
    pub study: &'a StudyResults,
    /// The outcome in each arm, and the difference.
    pub responses: Vec<ResponseResults>,
}

/// What was found of the outcome in an arm, or of its difference between two.
#[derive(Debug)]
pub struct ResponseResults {
    /// The arm, or one less the other, as a heading.
    pub name: Text,
    /// Its colour in figures.
    pub colour: Colour,
    /// Its variance.
    pub variance: VarianceRow,
    /// Its indices by rank; empty where they are not defined.
    pub indices: Vec<IndexRow>,
    /// Effects of single parameters by rank; empty where it stays the same.
    pub effects: Vec<ScreeningRow>,
}

impl ResponseResults {
    /// Is it the difference between two arms?
    pub fn is_difference(&self) -> bool {
        !self.variance.reference.is_empty()
    }

    /// Why it has no indices, or no share of noise.
    pub fn undefined(&self) -> Text {
        let reason = self.variance.undefined.as_str();
        message!("sensitivity-undefined", reason)
    }
}

impl<'a> SensitivityResults<'a> {
    /// Reads the tables of the folder.
    ///
    /// # Errors
    /// When a table is missing or damaged.
    pub fn new(study: &'a StudyResults) -> Result<SensitivityResults<'a>, ContentError> {
        let mut effects: Vec<ScreeningRow> = study.rows(SCREENING)?;
        let mut indices: Vec<IndexRow> = study.rows(INDICES)?;
        let variance: Vec<VarianceRow> = study.rows(VARIANCE)?;
        effects.sort_by_key(|row| row.rank);
        indices.sort_by_key(|row| row.rank);
        let response = |variance: VarianceRow| {
            let (arm, reference) = (&variance.arm, &variance.reference);
            let (name, colour) = if reference.is_empty() {
                (study.arm(arm), study.style(arm).colour)
            } else {
                let (arm, reference) = (study.arm(arm), study.arm(reference));
                (message!("sensitivity-difference", arm, reference), INK)
            };
            let indices = indices.iter();
            let effects = effects.iter();
            ResponseResults {
                name,
                colour,
                indices: indices
                    .filter(|row| row.arm == *arm && row.reference == *reference)
                    .cloned()
                    .collect(),
                effects: effects
                    .filter(|row| row.arm == *arm && row.reference == *reference)
                    .cloned()
                    .collect(),
                variance,
            }
        };
        Ok(SensitivityResults { study, responses: variance.into_iter().map(response).collect() })
    }

    /// The responses that are differences between arms.
    pub fn differences(&self) -> impl Iterator<Item = &ResponseResults> {
        let responses = self.responses.iter();
        responses.filter(|response| response.is_difference())
    }

    /// What effects of parameters are multiplied by on the page, and the unit they have then.
    pub fn scale(&self) -> (f64, Text) {
        let outcome = &self.study.note.outcome;
        match kind_of(outcome) {
            Kind::Share => (100.0, message!("studies-percentage-points")),
            Kind::Money => (1.0, message!("studies-nok")),
            Kind::Quantity => (1.0, outcome_name(outcome)),
        }
    }
}
