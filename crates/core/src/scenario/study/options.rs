//! Options of `homeground study KIND` that stand for fields of `[study]`.

use crate::scenario::assignment::Assignment;
use crate::scenario::fields::{Kind, Presence};

use super::section::STUDY;

/// Heading of all these options in help.
pub const OPTION_HEADING: &str = "Question";

/// An option of the command line that stands for a field of `[study]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StudyOption {
    /// Where the field stands: `study`, and its key.
    pub path: &'static [&'static str; 2],
    /// With its dashes: "--vary".
    pub name: &'static str,
    /// What stands for its value in help; none where it takes no value.
    pub value_name: Option<&'static str>,
    /// What it says, in one line.
    pub help: &'static str,
}

impl StudyOption {
    /// The field that it stands for.
    pub fn key(&self) -> &'static str {
        self.path[1]
    }

    fn kind(&self) -> &'static Kind {
        // A test holds that the field of every option is there.
        STUDY.field(self.key()).map_or(&Kind::Text, |field| &field.kind)
    }

    /// May it be given several times? `--vary` is, once for each field.
    pub fn is_repeatable(&self) -> bool {
        matches!(self.kind(), Kind::Vary)
    }

    /// Is its value a number, so that it may begin with a minus sign?
    pub fn takes_number(&self) -> bool {
        matches!(self.kind(), Kind::Whole(..) | Kind::Number(..))
    }

    /// What it says when it is given with these values; nothing if there are none, but for an
    /// option that takes no value, which is given with any.
    pub fn assignments(&self, values: &[String]) -> Vec<Assignment> {
        let path: &'static [&'static str] = self.path;
        let said = values.iter().map(|text| match self.kind() {
            Kind::Vary => Assignment::levels(self.name, path, text),
            Kind::Keys(_) | Kind::ArmNames => Assignment::list(self.name, path, text),
            Kind::WordOrKeys(word, _) if text.trim() != *word => {
                Assignment::list(self.name, path, text)
            }
            Kind::YesNo => Assignment::option(self.name, path, self.turned()),
            _ => Assignment::option(self.name, path, text),
        });
        // What is varied takes the place of all that the file varies.
        let emptied = (self.is_repeatable() && !values.is_empty())
            .then(|| Assignment::option(self.name, path, "{}"));
        emptied.into_iter().chain(said).collect()
    }

    /// What an option without a value says: the other one than the default.
    fn turned(&self) -> &'static str {
        match STUDY.field(self.key()).map(|field| field.presence) {
            Some(Presence::Default("true")) => "false",
            _ => "true",
        }
    }
}

const fn option(
    path: &'static [&'static str; 2],
    name: &'static str,
    value_name: &'static str,
    help: &'static str,
) -> StudyOption {
    StudyOption {
        path,
        name,
        value_name: if value_name.is_empty() { None } else { Some(value_name) },
        help,
    }
}

const ALONG: StudyOption = option(
    &["study", "parameters"],
    "--along",
    "NAME,NAME",
    "Parameters that move, between commas [default: all that the scenario leaves free]",
);
const WILLINGNESS_TO_PAY: StudyOption = option(
    &["study", "willingness_to_pay"],
    "--willingness-to-pay",
    "NOK",
    "Worth of one unit of the outcome less (or more) per family, NOK",
);

/// Options of every kind.
#[rustfmt::skip] // One option a line reads as the table that it is.
pub static COMMON_OPTIONS: [StudyOption; 4] = [
    option(&["study", "outcome"], "--outcome", "OUTCOME",
        "Outcome that is asked about, such as placed or completed [default: placed]"),
    option(&["study", "unit"], "--unit", "UNIT",
        "Of whom: family, child, started or offered"),
    option(&["study", "week"], "--week", "WEEK",
        "Week since referral [default: the last]"),
    option(&["study", "arms"], "--arms", "ARM,ARM",
        "Arms that are studied, between commas; where two are compared, the first less the second"),
];

#[rustfmt::skip]
pub(super) const SWEEP: &[StudyOption] = &[
    option(&["study", "vary"], "--vary", "PATH=VALUES",
        "A field with its values: PATH=A,B,C, PATH=FROM..TO/STEPS or PATH=all; once or twice"),
];

#[rustfmt::skip]
pub(super) const DESIGN: &[StudyOption] = &[
    option(&["study", "vary"], "--vary", "PATH=LEVELS",
        "A field with its levels: PATH=A,B,C, PATH=FROM..TO/STEPS or PATH=all; a field of a programme needs no arm, such as arena=home,office; repeatable"),
    option(&["study", "selection"], "--selection", "SELECTION",
        "Which combinations: full, fraction (of two levels each) or latin_hypercube (between two ends)"),
    option(&["study", "resolution"], "--resolution", "N",
        "Resolution of a fraction: 3, 4 or 5"),
    option(&["study", "runs"], "--runs", "N",
        "Points of a Latin hypercube"),
    option(&["study", "cost"], "--cost", "COST",
        "What a design costs by family: cost_nok, cost_visits_nok or helper_hours"),
    option(&["study", "cost_limit"], "--cost-limit", "NUMBER",
        "The most that a design may cost"),
];

#[rustfmt::skip]
pub(super) const SWITCH: &[StudyOption] = &[
    option(&["study", "switches"], "--switches", "SWITCH,SWITCH",
        "Mechanisms between commas, or all"),
    option(&["study", "pairs"], "--no-pairs", "",
        "Turn off one mechanism at a time, and never two"),
];

#[rustfmt::skip]
pub(super) const THRESHOLD: &[StudyOption] = &[
    ALONG,
    option(&["study", "vary"], "--vary", "PATH=FROM..TO",
        "A parameter or field with two ends of its own: PATH=FROM..TO; repeatable"),
    option(&["study", "grid"], "--grid", "N",
        "Equal steps of the first look over a range [default: 6]"),
    option(&["study", "planes"], "--planes", "N",
        "Pairs, of what turns the order soonest, whose plane is mapped [default: 3]"),
];

#[rustfmt::skip]
pub(super) const UNCERTAINTY: &[StudyOption] = &[
    option(&["study", "draws"], "--draws", "N",
        "Parameter draws [default: those of the scenario, or 300]"),
    option(&["study", "decide_by"], "--decide-by", "WORD",
        "What the best arm has most of: net_benefit or outcome"),
    WILLINGNESS_TO_PAY,
    option(&["study", "willingness_highest"], "--willingness-highest", "NOK",
        "Upper end of the acceptability curve, NOK"),
];

#[rustfmt::skip]
const TOP: StudyOption = option(&["study", "top"], "--top", "N",
    "How many are looked at closely, by their effect in the screening [default: 12, or all that are named]");
#[rustfmt::skip]
const SAMPLES: StudyOption = option(&["study", "samples"], "--samples", "N",
    "Base samples of their indices, a power of two");
#[rustfmt::skip]
const WALKS: StudyOption = option(&["study", "walks"], "--walks", "N",
    "Walks of the screening [default: 16]");
#[rustfmt::skip]
const SPREAD: StudyOption = option(&["study", "spread"], "--spread", "WORD",
    "Weight over a range: prior (most at the default) or uniform [default: prior]");

pub(super) const SENSITIVITY: &[StudyOption] = &[ALONG, TOP, SAMPLES, WALKS, SPREAD];

#[rustfmt::skip]
pub(super) const ASSUMPTIONS: &[StudyOption] = &[
    ALONG, TOP, SAMPLES, WALKS, SPREAD,
    option(&["study", "grid"], "--grid", "N",
        "Equal steps of the first look over a range for a turn of the order [default: 6]"),
    WILLINGNESS_TO_PAY,
];
