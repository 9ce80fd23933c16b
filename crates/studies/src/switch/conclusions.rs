//! The differences of a switch study, and which conclusions on them survive.

use homeground_figures::estimate::Estimate;
use homeground_report::saved::ContentError;

use super::{ConclusionStatus, SWITCH_CONTRASTS, SwitchContrastRow};
use crate::pages::results::StudyResults;

/// What the folder of a switch study holds on the asked outcome.
pub(super) struct Conclusions<'a> {
    /// The folder.
    pub results: &'a StudyResults,
    /// Keys of the mechanisms that are turned off.
    pub switches: Vec<String>,
    /// Are also two turned off at a time?
    pub pairs: bool,
    rows: Vec<SwitchContrastRow>,
}

impl<'a> Conclusions<'a> {
    /// Reads the tables.
    ///
    /// # Errors
    /// When a table is missing or damaged.
    pub fn read(results: &'a StudyResults) -> Result<Conclusions<'a>, ContentError> {
        let (switches, pairs) = (results.fact("switches")?, results.fact("pairs")?);
        let note = &results.note;
        let mut rows: Vec<SwitchContrastRow> = results.rows(SWITCH_CONTRASTS)?;
        rows.retain(|row| {
            row.outcome == note.outcome && row.unit == note.unit && row.week == note.week
        });
        Ok(Conclusions { results, switches, pairs, rows })
    }

    /// Name of the asked outcome.
    pub fn outcome(&self) -> &'a str {
        &self.results.note.outcome
    }

    /// Arms other than the reference.
    pub fn others(&self) -> Vec<&'a str> {
        let arms = self.results.note.arms.iter().map(String::as_str);
        arms.filter(|arm| *arm != self.results.manifest.reference).collect()
    }

    /// The difference of an arm with these mechanisms off; an empty key is none.
    pub fn row(&self, arm: &str, first: &str, second: &str) -> Option<&SwitchContrastRow> {
        let mut rows = self.rows.iter();
        rows.find(|row| row.arm == arm && row.first == first && row.second == second)
    }

    /// Arms that have a conclusion with all mechanisms on.
    pub fn concluded(&self) -> Vec<&'a str> {
        let clear = |arm: &&str| {
            let row = self.row(arm, "", "").and_then(SwitchContrastRow::difference);
            row.and_then(|row| row.interval)
                .is_some_and(|(lower, upper)| lower > 0.0 || upper < 0.0)
        };
        self.others().into_iter().filter(clear).collect()
    }

    /// Sets of so many mechanisms that an arm's conclusion does not survive.
    pub fn needed(&self, arm: &str, size: usize) -> Vec<&SwitchContrastRow> {
        let lost = [ConclusionStatus::Fades, ConclusionStatus::Turns];
        self.rows
            .iter()
            .filter(|row| row.arm == arm && row.size() == size)
            .filter(|row| row.status().is_some_and(|status| lost.contains(&status)))
            .collect()
    }

    /// Arms whose conclusion survives whichever set of so many mechanisms is off.
    pub fn robust(&self, size: usize) -> Vec<&'a str> {
        let mut arms = self.concluded();
        arms.retain(|arm| self.needed(arm, size).is_empty());
        arms
    }
}

impl SwitchContrastRow {
    /// The difference with its interval.
    pub(super) fn difference(&self) -> Option<Estimate> {
        Estimate::of(self.estimate, self.lower, self.upper)
    }

    /// What becomes of the conclusion; none without intervals.
    pub(super) fn status(&self) -> Option<ConclusionStatus> {
        let mut all = ConclusionStatus::ALL.into_iter();
        all.find(|status| status.word() == self.status)
    }

    /// How many mechanisms are off.
    fn size(&self) -> usize {
        usize::from(!self.first.is_empty()) + usize::from(!self.second.is_empty())
    }
}
