//! Mechanisms of the model turned off: the switches of `data/switches.csv`.

use homeground_core::evidence::{self, Arena, find};
use homeground_core::model::design::Design;
use homeground_core::model::parameters::Constants;

/// Some mechanisms, off together.
#[derive(Clone, Debug)]
pub struct Ablation {
    settings: Vec<(Target, f64)>,
    /// Constants of the formulas, where a switch sets one.
    constants: Option<&'static Constants>,
}

/// What a switch sets.
#[derive(Clone, Debug, PartialEq)]
enum Target {
    Parameter(String),
    Arena(ArenaAttribute),
    Constant(String),
    ControlMeasureSight,
    CompensatingSight,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ArenaAttribute {
    Intrusion,
    Parity,
    Transfer,
    Observe,
}

/// A switch that does not exist, or that sets something that does not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no switch sets `{0}`")]
pub struct UnknownSwitch(pub String);

impl Target {
    fn of(text: &str) -> Result<Target, UnknownSwitch> {
        let unknown = || UnknownSwitch(text.to_owned());
        match text.split_once('.') {
            None if find(evidence::parameters(), text).is_some() => {
                Ok(Target::Parameter(text.to_owned()))
            }
            Some(("constant", key)) if find(evidence::constants(), key).is_some() => {
                Ok(Target::Constant(key.to_owned()))
            }
            Some(("arena", attribute)) => Ok(Target::Arena(match attribute {
                "intrusion" => ArenaAttribute::Intrusion,
                "parity" => ArenaAttribute::Parity,
                "transfer" => ArenaAttribute::Transfer,
                "observe" => ArenaAttribute::Observe,
                _ => return Err(unknown()),
            })),
            Some(("control_measure", "sight")) => Ok(Target::ControlMeasureSight),
            Some(("compensating", "sight")) => Ok(Target::CompensatingSight),
            _ => Err(unknown()),
        }
    }
}

impl Ablation {
    /// The switches with these keys.
    ///
    /// # Errors
    /// When there is no such switch; a checked study never names one.
    pub fn new(keys: &[&str]) -> Result<Ablation, UnknownSwitch> {
        let mut settings = Vec::new();
        for key in keys {
            let switch =
                find(evidence::switches(), key).ok_or_else(|| UnknownSwitch(key.to_string()))?;
            for (target, value) in switch.settings() {
                settings.push((Target::of(target)?, value));
            }
        }
        let mut constants = Constants::standard().clone();
        let mut changed = false;
        for (target, value) in &settings {
            if let Target::Constant(key) = target {
                // It is a row of the table, so it is a field.
                changed |= constants.set(key, *value);
            }
        }
        Ok(Ablation {
            settings,
            // Designs hold constants for as long as the program runs. A study makes a
            // few dozen of these sets, a few kilobytes in all.
            constants: changed.then(|| &*Box::leak(Box::new(constants))),
        })
    }

    /// Turns the mechanisms off in a design.
    pub fn apply(&self, design: &mut Design) {
        for (target, value) in &self.settings {
            match target {
                Target::Parameter(key) => {
                    // It is a row of the table, so it is a field.
                    let known = design.parameters.set(key, *value);
                    debug_assert!(known);
                }
                Target::Arena(attribute) => {
                    if let Some(helper) = &mut design.helper {
                        for arena in [&mut helper.arena, &mut helper.first_arena] {
                            *attribute.of(arena) = *value;
                        }
                    }
                }
                Target::ControlMeasureSight => design.control_measure_sight = *value,
                Target::CompensatingSight => {
                    design.kept.sight = *value;
                    design.fading.sight = *value;
                }
                Target::Constant(_) => {}
            }
        }
        if let Some(constants) = self.constants {
            design.constants = constants;
        }
    }
}

impl ArenaAttribute {
    fn of(self, arena: &mut Arena) -> &mut f64 {
        match self {
            ArenaAttribute::Intrusion => &mut arena.intrusion,
            ArenaAttribute::Parity => &mut arena.parity,
            ArenaAttribute::Transfer => &mut arena.transfer,
            ArenaAttribute::Observe => &mut arena.observe,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome_observer::OutcomeObserver;
    use homeground_core::evidence::{Outcome, Switch, Unit};
    use homeground_core::model::parameters::Parameters;
    use homeground_core::outcomes::estimates::{Key, Prices};
    use homeground_core::scenario::{BuiltInProgrammes, Scenario, ScenarioInput, read_scenario};

    /// A scenario in which every mechanism is at work: a place that intrudes, shames,
    /// lowers parity and hinders practice, control with coercion and control measures, respite that sees, and helpers with too much to do.
    fn busy() -> Scenario {
        let text = r#"
            population = "child_welfare"
            families = 512
            replicates = 1
            horizon_weeks = 52
            [[arm]]
            name = "home"
            control_measure = { intensity = 0.5 }
            compensating = [{ kind = "respite", intensity = 0.5 }]
            [arm.programme]
            arena = "residential"
            schedule = [{ from_week = 0, visits_per_week = 1.0 }]
            visit_minutes = 60.0
            duration_weeks = 26
            profession = "child_welfare_worker"
            control = "court_ordered"
            caseload = 30
            components = ["parenting_skills"]
        "#;
        let input = ScenarioInput::new("busy", "busy.toml", text, &BuiltInProgrammes);
        read_scenario(&input).unwrap().value
    }

    /// Outcomes of the scenario with some mechanisms off, under these parameters.
    fn outcomes(scenario: &Scenario, off: &Ablation, parameters: &Parameters) -> Vec<f64> {
        use homeground_core::engine::chunk;
        use homeground_core::engine::random::Streams;
        use homeground_core::engine::week::Workspace;
        use homeground_core::model::arm::ArmModel;
        use homeground_core::model::cohort::CHUNK;
        use homeground_core::model::initial::InitialState;
        let mut design = Design::new(&scenario.arms[0], parameters).unwrap();
        off.apply(&mut design);
        let model = ArmModel::new(&design);
        let weeks = scenario.horizon_weeks;
        let keys = [
            (Outcome::Placed, Unit::Family),
            (Outcome::Completed, Unit::Offered),
            (Outcome::DroppedOut, Unit::Offered),
            (Outcome::Uptake, Unit::Offered),
            (Outcome::Visits, Unit::Started),
            (Outcome::Trust, Unit::Family),
            (Outcome::Capacity, Unit::Family),
            (Outcome::Concern, Unit::Family),
            (Outcome::Danger, Unit::Family),
            (Outcome::Stress, Unit::Family),
            (Outcome::Alliance, Unit::Started),
        ]
        .map(|(outcome, unit)| Key {
            outcome,
            unit,
            week: match outcome {
                Outcome::Uptake => 0,
                Outcome::Alliance => 12,
                _ => weeks,
            },
        });
        let mut observer = OutcomeObserver::new(&keys, weeks);
        let streams = Streams::new(scenario.seed, 0, 0);
        let (mut initial, mut workspace) =
            (Box::<InitialState>::default(), Box::<Workspace>::default());
        for first in (0..scenario.families).step_by(CHUNK) {
            chunk::refer(&mut initial, &streams, &scenario.population, first, CHUNK);
            let setting = chunk::Setting {
                model: &model,
                streams,
                population: &scenario.population,
                horizon_weeks: weeks,
            };
            chunk::simulate(&setting, &initial, &mut workspace, &mut observer);
        }
        observer.values(&keys, &Prices::new(&design))
    }

    /// Parameters that a switch sets.
    fn parameters_set(switch: &Switch) -> impl Iterator<Item = &str> {
        let targets = switch.settings().map(|(target, _)| target);
        targets.filter(|target| !target.contains('.'))
    }

    #[test]
    fn every_switch_changes_outcomes_and_silences_the_parameters_that_it_names() {
        let scenario = busy();
        let standard = Parameters::prior_centre();
        let on = outcomes(&scenario, &Ablation::new(&[]).unwrap(), standard);
        for switch in evidence::switches() {
            let off = Ablation::new(&[&switch.key]).unwrap();
            let without = outcomes(&scenario, &off, standard);
            assert_ne!(without, on, "{} changes nothing", switch.key);
            for key in switch.silenced().chain(parameters_set(switch)) {
                let row = find(evidence::parameters(), key)
                    .unwrap_or_else(|| panic!("{key} is no parameter"));
                for value in [row.low, row.high] {
                    let mut other = standard.clone();
                    assert!(other.set(key, value));
                    assert_eq!(
                        outcomes(&scenario, &off, &other),
                        without,
                        "{} leaves {key} alive",
                        switch.key
                    );
                }
            }
        }
    }

    #[test]
    fn parameters_that_a_switch_silences_matter_while_it_is_on() {
        let scenario = busy();
        let on = Ablation::new(&[]).unwrap();
        let standard = outcomes(&scenario, &on, Parameters::prior_centre());
        for switch in evidence::switches() {
            for key in switch.silenced() {
                let row = find(evidence::parameters(), key).unwrap();
                let moved = [row.low, row.high].iter().any(|value| {
                    let mut other = Parameters::prior_centre().clone();
                    assert!(other.set(key, *value));
                    outcomes(&scenario, &on, &other) != standard
                });
                assert!(moved, "{key} of {} never mattered", switch.key);
            }
        }
    }

    #[test]
    fn arenas_are_alike_where_their_advantage_is_off() {
        for (key, attribute) in [
            ("intrusion", ArenaAttribute::Intrusion),
            ("parity", ArenaAttribute::Parity),
            ("practice_transfer", ArenaAttribute::Transfer),
            ("surveillance", ArenaAttribute::Observe),
        ] {
            let off = Ablation::new(&[key]).unwrap();
            let mut design = Design::new(&busy().arms[0], Parameters::prior_centre()).unwrap();
            let mut seen = Vec::new();
            for arena in evidence::arenas() {
                if let Some(helper) = &mut design.helper {
                    helper.arena = arena.clone();
                }
                off.apply(&mut design);
                seen.extend(design.helper.as_mut().map(|helper| *attribute.of(&mut helper.arena)));
            }
            assert!(
                seen.len() > 2 && seen.iter().all(|value| *value == seen[0]),
                "{key}: {seen:?}"
            );
        }
    }
}
