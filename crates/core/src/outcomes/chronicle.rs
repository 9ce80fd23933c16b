//! The story of one family as data: who it is, what happens to it under each arm.

use crate::engine::draws;
use crate::model::arm::ArmModel;
use crate::model::design::{Design, UnknownKey};
use crate::model::parameters::Parameters;
use crate::outcomes::family_events::{self, happenings};
use crate::outcomes::trace::{self, FamilyAtReferral, FamilyEnd, FamilyTrace, FamilyWeek};
use crate::scenario::{Arm, Scenario, Translations};

pub use crate::outcomes::family_events::{Event, Happening};

/// A family under one arm.
#[derive(Clone, Debug)]
pub struct ArmChronicle {
    /// The arm.
    pub arm: Arm,
    /// Events in the order of their weeks, and within a week in the order of the model.
    pub happenings: Vec<Happening>,
    /// The weeks themselves.
    pub weeks: Vec<FamilyWeek>,
    /// The end of follow-up.
    pub end: FamilyEnd,
    /// Calendar week of referral at a site with an intake.
    pub referral_week: u32,
    /// Does the arm have life events of its own, because it sets their parameters?
    pub own_life_events: bool,
}

/// One family under every arm.
#[derive(Clone, Debug)]
pub struct Chronicle {
    /// Heading of the scenario.
    pub title: String,
    /// Its heading in other languages, as `title`.
    pub translations: Translations,
    /// Parameter draw.
    pub draw: u32,
    /// Replicate.
    pub replicate: u32,
    /// Weeks of follow-up.
    pub horizon_weeks: u32,
    /// The family as it is referred.
    pub family: FamilyAtReferral,
    /// Life events that strike it, whatever the arm.
    pub life_events: Vec<Happening>,
    /// The arms in the order of the scenario.
    pub arms: Vec<ArmChronicle>,
}

/// Why a family has no story.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChronicleError {
    /// Its number is too large.
    #[error(
        "there is no family {family}: the scenario has {families} families, numbered 0 to {}; choose one of them, or more families with --set families=NUMBER",
        families - 1
    )]
    NoSuchFamily {
        /// The number that was asked for.
        family: u32,
        /// Families of the scenario.
        families: u32,
    },
    /// The number of its replicate is too large.
    #[error(
        "there is no replicate {replicate}: the scenario has {replicates}, numbered 0 to {}; choose one of them, or more with --set replicates=NUMBER",
        replicates - 1
    )]
    NoSuchReplicate {
        /// The number that was asked for.
        replicate: u32,
        /// Replicates of the scenario.
        replicates: u32,
    },
    /// The number of its draw is too large.
    #[error(
        "there is no parameter draw {draw}: the scenario has {draws}, numbered 0 to {}; choose one of them, or more with --set uncertainty.draws=NUMBER",
        draws - 1
    )]
    NoSuchDraw {
        /// The number that was asked for.
        draw: u32,
        /// Draws of the scenario.
        draws: u32,
    },
    /// An arm names something that the tables lack; a checked scenario never does.
    #[error(transparent)]
    Design(#[from] UnknownKey),
}

/// What happens to one family under every arm.
///
/// # Errors
/// When the scenario has no such draw, replicate or family.
pub fn chronicle(
    scenario: &Scenario,
    draw: u32,
    replicate: u32,
    family: u32,
) -> Result<Chronicle, ChronicleError> {
    let draws = draws::count(scenario);
    if draw >= draws {
        return Err(ChronicleError::NoSuchDraw { draw, draws });
    }
    if replicate >= scenario.replicates {
        return Err(ChronicleError::NoSuchReplicate { replicate, replicates: scenario.replicates });
    }
    if family >= scenario.families {
        return Err(ChronicleError::NoSuchFamily { family, families: scenario.families });
    }
    let parameters = draws::parameters(scenario, draw);
    let at_referral = trace::at_referral(scenario, draw, replicate, family);
    let follow = |scenario: &Scenario| -> Result<Vec<(f32, FamilyTrace)>, UnknownKey> {
        let designs: Vec<Design> = scenario
            .arms
            .iter()
            .map(|arm| Design::new(arm, &parameters))
            .collect::<Result<_, _>>()?;
        let models: Vec<ArmModel> = designs.iter().map(ArmModel::new).collect();
        let traces = trace::trace(scenario, &models, draw, replicate, family);
        let decays = designs.iter().map(|design| shock_decay(&design.parameters));
        Ok(decays.zip(traces).collect())
    };
    // Life events are those of an arm that offers nothing, so that they depend on no arm
    // of the scenario.
    let bare = Scenario { arms: vec![untouched()], ..scenario.clone() };
    let life_events = follow(&bare)?
        .first()
        .map(|(decay, trace)| family_events::life_events(&trace.weeks, *decay))
        .unwrap_or_default();
    let arms = scenario
        .arms
        .iter()
        .zip(follow(scenario)?)
        .map(|(arm, (decay, trace))| {
            let own = family_events::life_events(&trace.weeks, decay);
            ArmChronicle {
                happenings: happenings(arm, &at_referral, &trace, decay),
                own_life_events: own != life_events,
                arm: arm.clone(),
                weeks: trace.weeks,
                end: trace.end,
                referral_week: trace.referral_week,
            }
        })
        .collect();
    Ok(Chronicle {
        title: scenario.title.clone(),
        translations: scenario.translations.clone(),
        draw,
        replicate,
        horizon_weeks: scenario.horizon_weeks,
        family: at_referral,
        life_events,
        arms,
    })
}

fn shock_decay(parameters: &Parameters) -> f32 {
    parameters.shock_decay as f32
}

/// An arm that offers nothing.
fn untouched() -> Arm {
    Arm {
        name: String::new(),
        reason: String::new(),
        translations: Translations::default(),
        programme: None,
        programme_key: None,
        compensating: Vec::new(),
        control_measure: None,
        capacity: None,
        parameters: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::LiteratureReading;
    use crate::model::cohort::NEVER;
    use crate::scenario::{BuiltInProgrammes, ScenarioInput, built_in_scenarios, read_scenario};

    /// A built-in scenario under the reading that no calibration moves.
    fn scenario(name: &str) -> Scenario {
        let (_, text) = built_in_scenarios()
            .iter()
            .find(|(key, _)| *key == name)
            .expect("the scenario is built in");
        let scenario = read_scenario(&ScenarioInput::new(name, name, text, &BuiltInProgrammes))
            .expect("it is valid")
            .value;
        Scenario { reading: LiteratureReading::Prior, ..scenario }
    }

    fn struck(arm: &ArmChronicle) -> Vec<Happening> {
        arm.happenings
            .iter()
            .filter(|one| matches!(one.event, Event::LifeEvent(_)))
            .copied()
            .collect()
    }

    #[test]
    fn life_events_are_the_same_in_every_arm() {
        for name in ["quick_start", "full_waiting_room", "money_and_respite"] {
            let mut scenario = scenario(name);
            scenario.families = scenario.families.min(300);
            for family in [3, 17, 299.min(scenario.families - 1)] {
                let chronicle = chronicle(&scenario, 0, 1, family).expect("the family exists");
                assert!(chronicle.arms.len() > 2);
                for arm in &chronicle.arms {
                    assert_eq!(struck(arm), chronicle.life_events, "{name}: {}", arm.arm.name);
                    assert!(!arm.own_life_events);
                }
            }
        }
    }

    #[test]
    fn an_arm_that_sets_life_events_is_told_apart() {
        let mut scenario = scenario("quick_start");
        scenario.arms[1].parameters = vec![("shock_probability".into(), 0.5)];
        let chronicle = chronicle(&scenario, 0, 0, 3).expect("the family exists");
        let own: Vec<bool> = chronicle.arms.iter().map(|arm| arm.own_life_events).collect();
        assert_eq!(own, [false, true, false]);
        assert!(struck(&chronicle.arms[1]).len() > chronicle.life_events.len());
    }

    #[test]
    fn one_more_arm_leaves_the_others_as_they_were() {
        let scenario = scenario("full_waiting_room");
        let mut more = scenario.clone();
        more.arms.insert(0, untouched());
        let few = chronicle(&scenario, 0, 2, 150).expect("the family exists");
        let many = chronicle(&more, 0, 2, 150).expect("the family exists");
        assert_eq!(few.life_events, many.life_events);
        for (arm, same) in few.arms.iter().zip(&many.arms[1..]) {
            assert_eq!(arm.happenings, same.happenings);
            assert_eq!(arm.weeks, same.weeks);
        }
    }

    /// Events are read off changes; what they add up to is what the engine counted.
    #[test]
    fn events_add_up_to_the_history_of_the_engine() {
        for name in ["quick_start", "full_waiting_room"] {
            let mut scenario = scenario(name);
            scenario.families = 200;
            for family in 0..40 {
                let chronicle = chronicle(&scenario, 0, 0, family * 5).expect("it exists");
                for arm in &chronicle.arms {
                    assert_eq!(arm.weeks.len() as u32, scenario.horizon_weeks);
                    check_against_end(arm);
                }
            }
        }
    }

    fn check_against_end(arm: &ArmChronicle) {
        let end = &arm.end;
        let (mut planned_sum, mut attended_sum, mut exit, mut start, mut placed) =
            (0, 0, None, None, None);
        for Happening { week, event } in &arm.happenings {
            match *event {
                Event::Visits { planned, attended } => {
                    planned_sum += planned;
                    attended_sum += attended;
                }
                Event::Starts => start = Some(*week),
                Event::Leaves(how) => {
                    assert_eq!(how, end.engagement);
                    exit = Some(*week);
                }
                Event::LeavesQueue => exit = Some(*week),
                Event::Placed { .. } if placed.is_none() => placed = Some(*week),
                _ => {}
            }
        }
        let known = |week: u32| (week != NEVER).then(|| week + 1);
        assert_eq!((planned_sum, attended_sum), (end.planned, end.attended));
        assert_eq!(exit, known(end.exit_week));
        assert_eq!(start, known(end.start_week));
        assert_eq!(placed, known(end.first_placement_week));
    }

    #[test]
    fn numbers_beyond_the_scenario_are_refused() {
        let scenario = scenario("quick_start");
        let refused = |draw, replicate, family| {
            chronicle(&scenario, draw, replicate, family)
                .expect_err("there is no such family")
                .to_string()
        };
        assert_eq!(
            refused(0, 0, 500),
            "there is no family 500: the scenario has 500 families, numbered 0 to 499; choose one of them, or more families with --set families=NUMBER"
        );
        assert!(refused(0, 4, 0).contains("numbered 0 to 3"));
        assert!(refused(1, 0, 0).starts_with("there is no parameter draw 1"));
    }
}
