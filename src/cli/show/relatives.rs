//! What a row of a table is linked with.

use homeground_core::evidence::{self, Component, Grade, find};
use homeground_core::scenario::targets::{Target, built_in_targets, validation_set};
use homeground_core::scenario::{Programme, ResolvedProgramme, Scenario};

use crate::cli::tables::{Row, Table, programmes, scenarios};

pub(super) fn grade_of(row: &Row) -> Option<Grade> {
    let letter = row.get("grade")?.as_str()?;
    Grade::ALL.into_iter().find(|grade| grade.letter() == letter)
}

pub(super) fn place_of(table: Table, key: &str) -> Option<&'static evidence::Place> {
    match table {
        Table::Parameters | Table::Constants => find(evidence::places(), key),
        _ => None,
    }
}

pub(super) fn programme_of(table: Table, key: &str) -> Option<&'static ResolvedProgramme> {
    let is_programme = table == Table::Programmes;
    programmes().iter().find(|programme| is_programme && programme.key == key)
}

pub(super) fn scenario_of(table: Table, key: &str) -> Option<&'static Scenario> {
    let is_scenario = table == Table::Scenarios;
    scenarios().iter().find(|scenario| is_scenario && scenario.name == key)
}

/// Who uses a row: programmes that are made of it, components that target it,
/// scenarios that compare it.
pub(super) fn relatives(table: Table, key: &str) -> Vec<(&'static str, Vec<String>)> {
    let programmes_with = |uses: &dyn Fn(&ResolvedProgramme) -> bool| -> Vec<String> {
        programmes()
            .iter()
            .filter(|programme| uses(programme))
            .map(|programme| programme.key.clone())
            .collect()
    };
    let helpers_with = |uses: &dyn Fn(&Programme) -> bool| {
        programmes_with(&|one| one.programme.as_ref().is_some_and(uses))
    };
    let scenarios_with = |uses: &dyn Fn(&Scenario) -> bool| -> Vec<String> {
        scenarios()
            .iter()
            .filter(|scenario| uses(scenario))
            .map(|scenario| scenario.name.clone())
            .collect()
    };
    let (name, keys) = match table {
        Table::Arenas => (
            "programmes",
            helpers_with(&|helper| {
                helper.arena == key || helper.first_arena.as_deref() == Some(key)
            }),
        ),
        Table::Professions => ("programmes", helpers_with(&|helper| helper.profession == key)),
        Table::Controls => ("programmes", helpers_with(&|helper| helper.control == key)),
        Table::Components => (
            "programmes",
            programmes_with(&|one| {
                let helper = one.programme.as_ref();
                helper.is_some_and(|helper| helper.components.iter().any(|one| one == key))
                    || one.compensating.iter().any(|measure| measure.kind == key)
                    || one.control_measure.is_some() && key == "control_measure"
            }),
        ),
        Table::Factors => {
            let targets = |component: &&Component| component.target_keys().any(|one| one == key);
            let components = evidence::components().iter().filter(targets);
            ("targeted by", components.map(|one| one.key.clone()).collect())
        }
        Table::Programmes => (
            "scenarios",
            scenarios_with(&|one| {
                let mut arms = one.arms.iter();
                arms.any(|arm| arm.programme_key.as_deref() == Some(key))
            }),
        ),
        Table::Populations => ("scenarios", scenarios_with(&|one| one.population.profile == key)),
        Table::Evidence => {
            let targets = built_in_targets().iter().chain(validation_set());
            let cites = |target: &&Target| target.evidence_keys().iter().any(|one| one == key);
            let ids = targets.filter(cites);
            ("rests on it", ids.map(|target| target.id.clone()).collect())
        }
        Table::Parameters
        | Table::Constants
        | Table::Costs
        | Table::Scenarios
        | Table::Targets
        | Table::Validation => {
            return Vec::new();
        }
    };
    match keys.is_empty() {
        true => Vec::new(),
        false => vec![(name, keys)],
    }
}
