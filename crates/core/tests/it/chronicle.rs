//! The story of a family under every arm, against what the engine counted.

use homeground_core::evidence::LiteratureReading;
use homeground_core::model::cohort::NEVER;
use homeground_core::outcomes::chronicle::{ArmChronicle, Event, FamilyEvent, chronicle};
use homeground_core::scenario::{
    Arm, BuiltInProgrammes, Scenario, ScenarioInput, built_in_scenarios, read_scenario,
};

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

fn struck(arm: &ArmChronicle) -> Vec<FamilyEvent> {
    arm.happenings.iter().filter(|one| matches!(one.event, Event::LifeEvent(_))).copied().collect()
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
    // An arm that offers nothing.
    let idle = Arm {
        programme: None,
        programme_key: None,
        compensating: Vec::new(),
        control_measure: None,
        capacity: None,
        parameters: Vec::new(),
        ..scenario.arms[0].clone()
    };
    more.arms.insert(0, idle);
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
    for FamilyEvent { week, event } in &arm.happenings {
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
