//! Kinds of studies, their fields and options, as command line and help show them.

use homeground_core::scenario::study::{
    COMMON_FIELDS, COMMON_OPTIONS, KINDS, STUDY, StudyKind, StudyOption, kinds_with, row_of,
};

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
        let known = COMMON_FIELDS.contains(&field.key) || !kinds_with(field).is_empty();
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
    assert!(common.eq(COMMON_FIELDS.into_iter().filter(|key| *key != "kind")));
    for row in &KINDS {
        for option in row.options {
            assert!(row.fields.contains(&option.key()), "{option:?}");
            assert_eq!(option.path[0], "study");
        }
    }
}
