//! `[study]`: a question to the assumptions behind the arms.
//!
//! | file | holds |
//! | --- | --- |
//! | `section` | the fields, and the kinds with the fields that each takes |
//! | `outcomes` | outcomes with their units and weeks |
//! | `vary` | fields with the values that they take |
//! | `variations` | a scenario with some of its fields set otherwise |
//! | one file a kind | what that kind is told: its plan |

mod assumptions;
mod design;
mod outcomes;
mod section;
mod sensitivity;
mod sweep;
mod switch;
mod threshold;
mod uncertainty;
mod variations;
mod vary;

#[cfg(test)]
mod tests;

pub use assumptions::AssumptionsPlan;
pub use design::{DesignPlan, MOST_FIELDS, Selection};
pub use outcomes::{OUTCOMES, OutcomeRow, When, less_is_better, outcome_row, weeks_of};
pub use section::{ArmsWanted, COMMON as COMMON_FIELDS, KINDS, KindRow, STUDY, kinds_with, row_of};
pub use sensitivity::{SensitivityPlan, Spread};
pub use sweep::SweepPlan;
pub use switch::SwitchPlan;
pub use threshold::ThresholdPlan;
pub use uncertainty::{UncertaintyPlan, Worth};
pub use variations::{Setting, Variations};
pub use vary::{Level, Vary};

use super::Scenario;
use super::diagnostic::{Diagnostic, Origin, Problem, Problems};
use super::document::{Node, quoted};
use super::nearest::did_you_mean;
use super::reader::Reader;
use super::source::ProgrammeSource;
use super::write::Lines;
use section::COMMON;

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

impl StudyKind {
    /// Number of kinds.
    pub const COUNT: usize = Self::ALL.len();

    /// All kinds, in the order in which they are told of.
    pub const ALL: [StudyKind; 7] = [
        StudyKind::Sweep,
        StudyKind::Design,
        StudyKind::Switch,
        StudyKind::Threshold,
        StudyKind::Uncertainty,
        StudyKind::Sensitivity,
        StudyKind::Assumptions,
    ];

    /// The word of the kind in files and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            StudyKind::Sweep => "sweep",
            StudyKind::Design => "design",
            StudyKind::Switch => "switch",
            StudyKind::Threshold => "threshold",
            StudyKind::Uncertainty => "uncertainty",
            StudyKind::Sensitivity => "sensitivity",
            StudyKind::Assumptions => "assumptions",
        }
    }
}

/// A question to the assumptions behind the arms.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// The outcome that is asked about.
    pub outcome: StudyOutcome,
    /// Places in the scenario of the arms that are studied; where two are compared,
    /// the first less the second.
    pub arms: Vec<usize>,
    /// What is done.
    pub plan: StudyPlan,
}

/// An outcome with its unit and week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudyOutcome {
    /// Name, as in `summary.csv`.
    pub name: String,
    /// Of whom.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
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

impl Scenario {
    /// As many families and replicates as its study simulates at each point, where many
    /// points need fewer of both than a single run.
    pub fn size_for_study(&mut self) {
        let plan = match self.study.as_ref().map(|study| &study.plan) {
            Some(StudyPlan::Sensitivity(plan)) => plan,
            Some(StudyPlan::Assumptions(plan)) => &plan.sensitivity,
            _ => return,
        };
        (self.families, self.replicates) = (plan.families, plan.replicates);
    }
}

/// What the plans of the kinds are read from.
pub(crate) struct PlanInput<'a> {
    /// `[study]`.
    pub reader: Reader<'a>,
    /// The whole scenario file.
    pub file: Reader<'a>,
    /// `[study]` as a value, for messages about what is missing.
    pub node: &'a Node,
    /// The scenario that it stands in.
    pub scenario: &'a Scenario,
    /// Finds programmes by name.
    pub programmes: &'a dyn ProgrammeSource,
    /// Places of the studied arms.
    pub arms: &'a [usize],
}

/// Builds `[study]`. The outer option is empty when something was wrong, the inner one
/// when there is none.
pub(crate) fn build(
    scenario_reader: Reader<'_>,
    scenario: &Scenario,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> Option<Option<Study>> {
    let Some(node) = scenario_reader.node("study") else {
        return Some(None);
    };
    let reader = Reader::new(node.as_table()?, &STUDY);
    let word = reader.text("kind")?;
    let kind = StudyKind::ALL
        .into_iter()
        .find(|kind| kind.word() == word)?;
    let row = row_of(kind);
    report_foreign_fields(reader, row, problems);
    let outcome = outcome(reader, scenario.horizon_weeks, problems);
    let arms = arms(reader, node, row, scenario, problems)?;
    let input = PlanInput {
        reader,
        file: scenario_reader,
        node,
        scenario,
        programmes,
        arms: &arms,
    };
    let plan = match kind {
        StudyKind::Sweep => StudyPlan::Sweep(sweep::build(&input, problems)?),
        StudyKind::Design => StudyPlan::Design(design::build(&input, problems)?),
        StudyKind::Switch => StudyPlan::Switch(switch::build(&input, problems)?),
        StudyKind::Threshold => StudyPlan::Threshold(threshold::build(&input, problems)?),
        StudyKind::Uncertainty => {
            let outcome = outcome.as_ref()?;
            StudyPlan::Uncertainty(uncertainty::build(&input, outcome, problems)?)
        }
        StudyKind::Sensitivity => StudyPlan::Sensitivity(sensitivity::build(&input, problems)?),
        StudyKind::Assumptions => {
            let outcome = outcome.as_ref()?;
            StudyPlan::Assumptions(assumptions::build(&input, outcome, problems)?)
        }
    };
    Some(Some(Study {
        outcome: outcome?,
        arms,
        plan,
    }))
}

/// Fields of another kind of study. When the command line asks for another kind than
/// the file, those of the file are left out; otherwise they are errors.
fn report_foreign_fields(reader: Reader<'_>, row: &KindRow, problems: &mut Problems) {
    let told_by_command_line = reader
        .place("kind")
        .is_some_and(|place| place.source.origin == Origin::CommandLine);
    for entry in &reader.table.entries {
        let Some(field) = STUDY.field(&entry.key) else {
            continue;
        };
        if COMMON.contains(&field.key) || row.fields.contains(&field.key) {
            continue;
        }
        let message = format!("`{}` is no field of {}", entry.key, row.phrase);
        if told_by_command_line && entry.key_place.source.origin == Origin::File {
            problems.push(Diagnostic::warning(
                &entry.key_place,
                message,
                "not used by the study that was asked for",
            ));
            continue;
        }
        let all: Vec<&str> = COMMON.iter().chain(row.fields).copied().collect();
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &entry.key_place,
                message,
                format!("belongs to: {}", kinds_with(field).join(", ")),
            )
            .help(format!("fields of {}: {}", row.phrase, all.join(", "))),
        );
    }
}

fn outcome(reader: Reader<'_>, horizon: u32, problems: &mut Problems) -> Option<StudyOutcome> {
    let name = reader.text("outcome")?;
    let known = outcome_row(&name)?;
    let unit = match reader.has("unit") {
        false => known.units.first()?.to_string(),
        true => {
            let unit = reader.text("unit")?;
            if !known.units.contains(&unit.as_str()) {
                problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        reader.place("unit")?,
                        format!("`{name}` is not measured of {}", quoted(&unit)),
                        "another unit",
                    )
                    .help(format!("units of `{name}`: {}", known.units.join(", "))),
                );
                return None;
            }
            unit
        }
    };
    let weeks = weeks_of(known.when, horizon);
    let week = match reader.has("week") {
        false => weeks.last().copied()?,
        true => {
            let week = reader.whole("week")?;
            if !weeks.contains(&week) {
                let list: Vec<String> = weeks.iter().map(u32::to_string).collect();
                problems.push(
                    Diagnostic::error(
                        Problem::Contradiction,
                        reader.place("week")?,
                        format!("`{name}` is not known in week {week}"),
                        "another week",
                    )
                    .help(format!(
                        "weeks of `{name}` in this scenario: {}",
                        list.join(", ")
                    )),
                );
                return None;
            }
            week
        }
    };
    Some(StudyOutcome { name, unit, week })
}

fn arms(
    reader: Reader<'_>,
    node: &Node,
    row: &KindRow,
    scenario: &Scenario,
    problems: &mut Problems,
) -> Option<Vec<usize>> {
    let two = row.arms == ArmsWanted::Two;
    let designed = row.arms == ArmsWanted::Designed;
    let Some(list) = reader.node("arms") else {
        let others = (0..scenario.arms.len()).filter(|arm| *arm != scenario.reference);
        if designed {
            return designed_arm(node, row, scenario, problems);
        }
        if !two {
            return Some((0..scenario.arms.len()).collect());
        }
        if let Some(first) = others.into_iter().next() {
            return Some(vec![first, scenario.reference]);
        }
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &node.place,
                format!("{} compares two arms, but the scenario has one", row.phrase),
                "needs another arm",
            )
            .help("add an [[arm]] to the scenario; one with only a name is untreated"),
        );
        return None;
    };
    let mut places = Vec::new();
    for one in list.as_list()? {
        let name = one.as_text()?;
        let Some(place) = scenario.arms.iter().position(|arm| arm.name == name) else {
            let names = || scenario.arms.iter().map(|arm| arm.name.as_str());
            let label =
                did_you_mean(name, names()).unwrap_or_else(|| "no arm has this name".to_string());
            problems.push(
                Diagnostic::error(
                    Problem::Value,
                    &one.place,
                    format!("{} is no arm of the scenario", quoted(name)),
                    label,
                )
                .help(format!("arms: {}", super::nearest::row(names()))),
            );
            return None;
        };
        if places.contains(&place) {
            problems.push(Diagnostic::error(
                Problem::Contradiction,
                &one.place,
                format!("arm {} is named twice", quoted(name)),
                "again here",
            ));
            return None;
        }
        places.push(place);
    }
    if two && places.len() != 2 || designed && places.len() != 1 || places.is_empty() {
        let needed = match row.arms {
            ArmsWanted::Two => "two arms",
            ArmsWanted::Designed => "one arm, the one that is designed",
            ArmsWanted::Any => "at least one arm",
        };
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &list.place,
                format!("{} looks at {needed}", row.phrase),
                format!("names {}", places.len()),
            )
            .help(match row.arms {
                ArmsWanted::Two => {
                    "for example arms = [\"home\", \"office\"]: the first less the second"
                }
                _ => "for example arms = [\"home\"]",
            }),
        );
        return None;
    }
    if row.arms == ArmsWanted::Any && !places.contains(&scenario.reference) {
        places.push(scenario.reference);
    }
    Some(places)
}

/// The arm that is designed when none is named.
fn designed_arm(
    node: &Node,
    row: &KindRow,
    scenario: &Scenario,
    problems: &mut Problems,
) -> Option<Vec<usize>> {
    let with_helper = |arm: &usize| scenario.arms[*arm].programme.is_some();
    let others = (0..scenario.arms.len()).filter(|arm| *arm != scenario.reference);
    let found = others.chain([scenario.reference]).find(with_helper);
    if found.is_none() {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &node.place,
                format!("{} needs an arm that offers a helper", row.phrase),
                "no arm has a programme",
            )
            .help("add programme = \"advice_and_guidance\" to an arm"),
        );
    }
    found.map(|arm| vec![arm])
}

/// Writes `[study]` as a table of a scenario file.
pub(crate) fn write(file: &mut Lines, study: &Study, scenario: &Scenario) {
    file.header("[study]");
    file.text("kind", study.plan.kind().word());
    file.text("outcome", &study.outcome.name);
    file.text("unit", &study.outcome.unit);
    file.raw("week", study.outcome.week);
    let names = study.arms.iter().filter_map(|arm| scenario.arms.get(*arm));
    file.list("arms", names.map(|arm| super::write::quoted(&arm.name)));
    match &study.plan {
        StudyPlan::Sweep(plan) => sweep::write(file, plan),
        StudyPlan::Design(plan) => design::write(file, plan),
        StudyPlan::Switch(plan) => switch::write(file, plan),
        StudyPlan::Threshold(plan) => threshold::write(file, plan),
        StudyPlan::Uncertainty(plan) => uncertainty::write(file, plan),
        StudyPlan::Sensitivity(plan) => sensitivity::write(file, plan),
        StudyPlan::Assumptions(plan) => assumptions::write(file, plan),
    }
}
