//! The kinds of study, with the fields of `[study]` and the options that each takes.

use crate::scenario::fields::Field;

use super::options::{self, StudyOption};
use super::types::StudyKind;

/// The fields that every kind takes.
pub const COMMON: [&str; 5] = ["kind", "outcome", "unit", "week", "arms"];

/// How many arms a kind of study looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArmsWanted {
    /// Any number; all if none are named. The reference is always among them.
    Any,
    /// Two, the first less the second; if none are named, the first other arm and
    /// the reference.
    Two,
    /// The one that is designed; if none is named, the first other arm with a helper,
    /// or the reference if no other has one.
    Designed,
}

/// A kind of study.
#[derive(Debug)]
pub struct KindRow {
    /// Which.
    pub kind: StudyKind,
    /// With its article: "a sweep".
    pub phrase: &'static str,
    /// What it does, in one line.
    pub meaning: &'static str,
    /// The fields that it takes beside [`COMMON`].
    pub fields: &'static [&'static str],
    /// The options of the command line that stand for them, in the order of help.
    pub options: &'static [StudyOption],
    /// How many arms it looks at.
    pub arms: ArmsWanted,
}

impl KindRow {
    /// What it does, in one line of help.
    pub fn help(&self) -> &'static str {
        match self.kind {
            // All that the meaning says does not fit a line.
            StudyKind::Assumptions => {
                "The ledger of a conclusion: each assumption with what leans on it and what knowing it is worth"
            }
            _ => self.meaning.trim_end_matches('.'),
        }
    }
}

/// All kinds.
#[rustfmt::skip]
pub static KINDS: [KindRow; StudyKind::ALL.len()] = [
    KindRow { kind: StudyKind::Sweep, phrase: "a sweep", arms: ArmsWanted::Any,
        fields: &["vary"],
        options: options::SWEEP,
        meaning: "One or two fields over values: every outcome, and every contrast to the reference." },
    KindRow { kind: StudyKind::Design, phrase: "a design study", arms: ArmsWanted::Designed,
        fields: &["vary", "selection", "resolution", "runs", "cost", "cost_limit"],
        options: options::DESIGN,
        meaning: "Combinations of programme fields: effects, interactions, the best within a cost limit." },
    KindRow { kind: StudyKind::Switch, phrase: "a switch study", arms: ArmsWanted::Any,
        fields: &["switches", "pairs"],
        options: options::SWITCH,
        meaning: "Mechanisms turned off, one and two at a time: which conclusions survive." },
    KindRow { kind: StudyKind::Threshold, phrase: "a threshold", arms: ArmsWanted::Two,
        fields: &["parameters", "vary", "grid", "planes"],
        options: options::THRESHOLD,
        meaning: "How far each assumption may move before the order of two arms turns." },
    KindRow { kind: StudyKind::Uncertainty, phrase: "an uncertain decision", arms: ArmsWanted::Any,
        fields: &["draws", "decide_by", "willingness_to_pay", "willingness_highest"],
        options: options::UNCERTAINTY,
        meaning: "Which arm is best under parameter draws, what research would be worth, where the favourite fails." },
    KindRow { kind: StudyKind::Sensitivity, phrase: "a sensitivity study", arms: ArmsWanted::Two,
        fields: &["parameters", "walks", "top", "samples", "spread", "families", "replicates"],
        options: options::SENSITIVITY,
        meaning: "Which parameters an outcome, and the difference between two arms, lean on." },
    KindRow { kind: StudyKind::Assumptions, phrase: "a ledger of assumptions", arms: ArmsWanted::Two,
        fields: &["parameters", "walks", "top", "samples", "spread", "families", "replicates", "grid", "willingness_to_pay", "willingness_highest"],
        options: options::ASSUMPTIONS,
        meaning: "The ledger of a conclusion: each assumption, how much leans on it, how far it may move, what knowing it is worth." },
];

/// The row of a kind.
pub fn row_of(kind: StudyKind) -> &'static KindRow {
    // Every kind has a row; a test holds the two together.
    KINDS.iter().find(|row| row.kind == kind).unwrap_or(&KINDS[0])
}

/// The kinds that take a field of `[study]`.
pub fn kinds_with(field: &Field) -> Vec<&'static str> {
    KINDS.iter().filter(|row| row.fields.contains(&field.key)).map(|row| row.kind.word()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::assignment::Assignment;

    #[test]
    fn options_say_what_a_file_would_say() {
        let said = |kind: StudyKind, name: &str, values: &[&str]| -> Vec<String> {
            let mut options = row_of(kind).options.iter();
            let option = options.find(|option| option.name == name).unwrap();
            let values: Vec<String> = values.iter().map(|text| text.to_string()).collect();
            let assignments = option.assignments(&values);
            let value = |one: &Assignment| one.value().unwrap().found();
            assignments.iter().map(value).collect()
        };
        let vary = said(StudyKind::Sweep, "--vary", &["a=1,2", "b=0..1"]);
        assert_eq!(vary, ["a table", "a list", "a table"]);
        assert!(said(StudyKind::Sweep, "--vary", &[]).is_empty());
        assert_eq!(said(StudyKind::Switch, "--no-pairs", &[""]), ["`false`"]);
        assert_eq!(said(StudyKind::Switch, "--switches", &["all"]), ["the text \"all\""]);
        assert_eq!(said(StudyKind::Switch, "--switches", &["stigma"]), ["a list"]);
        assert_eq!(said(StudyKind::Threshold, "--along", &["attend_burden"]), ["a list"]);
        assert_eq!(said(StudyKind::Threshold, "--grid", &["8"]), ["the number 8"]);
    }
}
