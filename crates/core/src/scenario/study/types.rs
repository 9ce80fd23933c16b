//! A checked study: what each kind is told.

use crate::evidence::outcome::Key;
use crate::evidence::{Outcome, words};
use crate::scenario::lines::number;

/// What a study does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StudyKind {
    /// One or two fields over values.
    Sweep,
    /// Combinations of fields of a programme.
    Design,
    /// Mechanisms turned off.
    Switch,
    /// How far each assumption may move before the order of two arms turns.
    Threshold,
    /// Which arm is best under parameter draws, and what research would be worth.
    Uncertainty,
    /// Which parameters an outcome leans on.
    Sensitivity,
    /// The ledger of a conclusion.
    Assumptions,
}

words!(StudyKind {
    Sweep "sweep",
    Design "design",
    Switch "switch",
    Threshold "threshold",
    Uncertainty "uncertainty",
    Sensitivity "sensitivity",
    Assumptions "assumptions",
});

/// A question to the assumptions behind the arms.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// The outcome that is asked about.
    pub outcome: Key,
    /// Places in the scenario of the arms that are studied; where two are compared,
    /// the first less the second.
    pub arms: Vec<usize>,
    /// What is done.
    pub plan: StudyPlan,
}

/// What a study does, with what it is told.
#[derive(Clone, Debug, PartialEq)]
pub enum StudyPlan {
    /// One or two fields over values.
    Sweep(SweepPlan),
    /// Combinations of fields of a programme.
    Design(DesignPlan),
    /// Mechanisms turned off.
    Switch(SwitchPlan),
    /// How far each assumption may move before the order of two arms turns.
    Threshold(ThresholdPlan),
    /// Which arm is best under parameter draws, and what research would be worth.
    Uncertainty(UncertaintyPlan),
    /// Which parameters an outcome leans on.
    Sensitivity(SensitivityPlan),
    /// The ledger of a conclusion.
    Assumptions(AssumptionsPlan),
}

impl StudyPlan {
    /// Which kind it is.
    pub fn kind(&self) -> StudyKind {
        match self {
            StudyPlan::Sweep(_) => StudyKind::Sweep,
            StudyPlan::Design(_) => StudyKind::Design,
            StudyPlan::Switch(_) => StudyKind::Switch,
            StudyPlan::Threshold(_) => StudyKind::Threshold,
            StudyPlan::Uncertainty(_) => StudyKind::Uncertainty,
            StudyPlan::Sensitivity(_) => StudyKind::Sensitivity,
            StudyPlan::Assumptions(_) => StudyKind::Assumptions,
        }
    }
}

/// One or two fields over values.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepPlan {
    /// The fields; one or two.
    pub vary: Vec<Vary>,
}

/// A field with the values that it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Vary {
    /// The path as it was written.
    pub path: String,
    /// What is set at each level, one path for each arm that it concerns.
    pub targets: Vec<Vec<String>>,
    /// The values.
    pub levels: Vec<Level>,
    /// Were only two ends given, so that any value between them may be taken?
    pub between: bool,
    /// Does the field take whole numbers only?
    pub whole: bool,
}

/// A value of a varied field.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// As TOML.
    pub toml: String,
    /// As a number, if it is one.
    pub number: Option<f64>,
    /// For tables and figures.
    pub label: String,
}

impl Level {
    /// A number; whole ones are written without a point.
    pub fn of_number(value: f64, whole: bool) -> Level {
        if whole {
            let text = format!("{:.0}", value.round());
            return Level { label: text.clone(), toml: text, number: Some(value.round()) };
        }
        let label = format!("{value}");
        Level { toml: number(value), number: Some(value), label }
    }
}

/// Fields at most: with more, no figure of effects can be read.
pub const MOST_FIELDS: usize = 12;

/// Which combinations of levels are simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All.
    Full,
    /// A regular part of all combinations of two levels each, of at least this
    /// resolution.
    Fraction {
        /// 3: main effects are clear of each other; 4: also of two-way interactions;
        /// 5: two-way interactions are clear of each other too.
        resolution: u32,
    },
    /// So many points spread evenly between the ends of each field.
    LatinHypercube {
        /// Number of points.
        runs: u32,
    },
}

impl Selection {
    /// Words of all.
    pub const WORDS: [&'static str; 3] = ["full", "fraction", "latin_hypercube"];
}

/// A design study.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignPlan {
    /// The fields, at least two.
    pub vary: Vec<Vary>,
    /// Which combinations are simulated.
    pub selection: Selection,
    /// Outcome that stands for what a design costs, by family.
    pub cost: Outcome,
    /// The most that a design may cost.
    pub cost_limit: Option<f64>,
}

/// Mechanisms that are turned off.
#[derive(Clone, Debug, PartialEq)]
pub struct SwitchPlan {
    /// Keys in `data/switches.csv`, at least one.
    pub switches: Vec<String>,
    /// Are they also turned off two at a time?
    pub pairs: bool,
}

/// What may move until the order of two arms turns.
#[derive(Clone, Debug, PartialEq)]
pub struct ThresholdPlan {
    /// Parameters, within their plausible ranges or those that the scenario gives.
    pub parameters: Vec<String>,
    /// Fields, from one end to the other.
    pub vary: Vec<Vary>,
    /// Equal steps of the first look over a range.
    pub grid: u32,
    /// Pairs, of what turns the order soonest, whose plane is mapped.
    pub planes: u32,
}

/// Words for what one decides by.
pub(super) const DECIDE_BY: [&str; 2] = ["net_benefit", "outcome"];

/// A decision under uncertain parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UncertaintyPlan {
    /// Parameter draws.
    pub draws: u32,
    /// Is less of the outcome better?
    pub less_is_better: bool,
    /// What a unit of the outcome is worth; none if cost is left out.
    pub worth: Option<Worth>,
    /// Does one decide by net benefit? Else by the outcome alone.
    pub by_net_benefit: bool,
}

/// What a unit of an outcome, avoided or gained, is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// NOK per unit: the willingness to pay.
    pub value: f64,
    /// Upper end of the values that are looked at.
    pub highest: f64,
}

/// How the weight of a parameter lies over its range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
    /// Most at the default, none at the ends.
    #[default]
    Prior,
    /// The same everywhere.
    Uniform,
}

words!(Spread {
    Prior "prior",
    Uniform "uniform",
});

/// Which parameters move, and how closely to look.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitivityPlan {
    /// The parameters that are screened.
    pub parameters: Vec<String>,
    /// Walks of the screening.
    pub walks: u32,
    /// How many of them, those with the largest effects, are looked at closely.
    pub top: u32,
    /// Base samples for their indices; a power of two.
    pub samples: u32,
    /// How the weight of a parameter lies over its range.
    pub spread: Spread,
    /// Families in each replicate at each point.
    pub families: u32,
    /// Replicates at each point; at least two.
    pub replicates: u32,
}

/// How closely to look at each parameter, and by what one would choose.
#[derive(Clone, Debug, PartialEq)]
pub struct AssumptionsPlan {
    /// Screening and indices.
    pub sensitivity: SensitivityPlan,
    /// Equal steps of the first look over a range for a turn of the order.
    pub grid: u32,
    /// Is less of the outcome better? Nobody knows for some.
    pub less_is_better: Option<bool>,
    /// What a unit of the outcome is worth; none if cost is left out.
    pub worth: Option<Worth>,
}
