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
    use crate::scenario::study::options::COMMON_OPTIONS;
    use crate::scenario::study::section::STUDY;

    #[test]
    fn every_kind_has_a_row_and_every_field_a_kind() {
        let kinds: Vec<StudyKind> = KINDS.iter().map(|row| row.kind).collect();
        assert_eq!(kinds, StudyKind::ALL);
        for row in &KINDS {
            for key in row.fields {
                assert!(STUDY.field(key).is_some(), "{key}");
            }
        }
        for field in STUDY.fields {
            let known = COMMON.contains(&field.key) || !kinds_with(field).is_empty();
            assert!(known, "{} belongs to no kind", field.key);
        }
    }

    /// Name, what stands for the value, help line, and how it is given: once, several times, or
    /// as a number that may begin with a minus sign.
    type Shown = (&'static str, &'static str, &'static str, &'static str);

    fn shown(options: &[StudyOption]) -> Vec<Shown> {
        options
            .iter()
            .map(|option| {
                let given = match (option.is_repeatable(), option.takes_number()) {
                    (true, _) => "repeatable",
                    (_, true) => "number",
                    _ => "",
                };
                let value = option.value_name.unwrap_or_default();
                (option.name, value, option.help, given)
            })
            .collect()
    }

    const ALONG: Shown = (
        "--along",
        "NAME,NAME",
        "Parameters that move, between commas [default: all that the scenario leaves free]",
        "",
    );
    const WORTH: Shown = (
        "--willingness-to-pay",
        "NOK",
        "Worth of one unit of the outcome less (or more) per family, NOK",
        "number",
    );
    #[rustfmt::skip]
    const LOOK: [Shown; 5] = [
        ALONG,
        ("--top", "N", "How many are looked at closely, by their effect in the screening [default: 12, or all that are named]", "number"),
        ("--samples", "N", "Base samples of their indices, a power of two", "number"),
        ("--walks", "N", "Walks of the screening [default: 16]", "number"),
        ("--spread", "WORD", "Weight over a range: prior (most at the default) or uniform [default: prior]", ""),
    ];

    #[test]
    #[rustfmt::skip]
    fn each_kind_has_its_options_in_the_words_of_help() {
        assert_eq!(shown(&COMMON_OPTIONS), [
            ("--outcome", "OUTCOME", "Outcome that is asked about, such as placed or completed [default: placed]", ""),
            ("--unit", "UNIT", "Of whom: family, child, started or offered", ""),
            ("--week", "WEEK", "Week since referral [default: the last]", "number"),
            ("--arms", "ARM,ARM", "Arms that are studied, between commas; where two are compared, the first less the second", ""),
        ]);
        let of = |kind| shown(row_of(kind).options);
        assert_eq!(of(StudyKind::Sweep), [
            ("--vary", "PATH=VALUES", "A field with its values: PATH=A,B,C, PATH=FROM..TO/STEPS or PATH=all; once or twice", "repeatable"),
        ]);
        assert_eq!(of(StudyKind::Design), [
            ("--vary", "PATH=LEVELS", "A field with its levels: PATH=A,B,C, PATH=FROM..TO/STEPS or PATH=all; a field of a programme needs no arm, such as arena=home,office; repeatable", "repeatable"),
            ("--selection", "SELECTION", "Which combinations: full, fraction (of two levels each) or latin_hypercube (between two ends)", ""),
            ("--resolution", "N", "Resolution of a fraction: 3, 4 or 5", "number"),
            ("--runs", "N", "Points of a Latin hypercube", "number"),
            ("--cost", "COST", "What a design costs by family: cost_nok, cost_visits_nok or helper_hours", ""),
            ("--cost-limit", "NUMBER", "The most that a design may cost", "number"),
        ]);
        assert_eq!(of(StudyKind::Switch), [
            ("--switches", "SWITCH,SWITCH", "Mechanisms between commas, or all", ""),
            ("--no-pairs", "", "Turn off one mechanism at a time, and never two", ""),
        ]);
        assert_eq!(of(StudyKind::Threshold), [
            ALONG,
            ("--vary", "PATH=FROM..TO", "A parameter or field with two ends of its own: PATH=FROM..TO; repeatable", "repeatable"),
            ("--grid", "N", "Equal steps of the first look over a range [default: 6]", "number"),
            ("--planes", "N", "Pairs, of what turns the order soonest, whose plane is mapped [default: 3]", "number"),
        ]);
        assert_eq!(of(StudyKind::Uncertainty), [
            ("--draws", "N", "Parameter draws [default: those of the scenario, or 300]", "number"),
            ("--decide-by", "WORD", "What the best arm has most of: net_benefit or outcome", ""),
            WORTH,
            ("--willingness-highest", "NOK", "Upper end of the acceptability curve, NOK", "number"),
        ]);
        assert_eq!(of(StudyKind::Sensitivity), LOOK);
        let mut ledger = LOOK.to_vec();
        ledger.extend([
            ("--grid", "N", "Equal steps of the first look over a range for a turn of the order [default: 6]", "number"),
            WORTH,
        ]);
        assert_eq!(of(StudyKind::Assumptions), ledger);
    }

    #[test]
    fn every_option_stands_for_a_field_that_its_kind_takes() {
        let common = COMMON_OPTIONS.iter().map(StudyOption::key);
        assert!(common.eq(COMMON.into_iter().filter(|key| *key != "kind")));
        for row in &KINDS {
            for option in row.options {
                assert!(row.fields.contains(&option.key()), "{option:?}");
                assert_eq!(option.path[0], "study");
            }
        }
    }

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
