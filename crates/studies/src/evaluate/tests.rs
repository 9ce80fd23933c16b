//! Points against runs, threads against each other, and what an interruption leaves.

use std::sync::atomic::AtomicU32;

use crate::evaluate::simulation::FAMILIES_AT_ONCE;
use crate::evaluate::*;
use crate::interval::Mean;
use crate::point::central_parameters;
use homeground_core::evidence::{Outcome, Unit};
use homeground_core::outcomes::experiment::{self, NoRows};
use homeground_core::scenario::{BuiltInProgrammes, ScenarioInput, read_scenario};

/// Two arms without limit and one site, small and short.
fn scenario() -> Scenario {
    let text = r#"
        population = "child_welfare"
        families = 300
        replicates = 3
        horizon_weeks = 30
        [[arm]]
        name = "office"
        programme = "advice_and_guidance"
        [[arm]]
        name = "home"
        programme = "advice_and_guidance"
        override = { arena = "home" }
        [[arm]]
        name = "queue"
        programme = "advice_and_guidance"
        capacity = { helpers = 2, intake_weeks = 5 }
    "#;
    let input = ScenarioInput::new("small", "small.toml", text, &BuiltInProgrammes);
    read_scenario(&input).unwrap().value
}

fn outcomes() -> Vec<Key> {
    [
        (Outcome::Completed, Unit::Started, 30),
        (Outcome::Placed, Unit::Child, 26),
        (Outcome::Uptake, Unit::Offered, 0),
        (Outcome::Trust, Unit::Family, 13),
        (Outcome::Alliance, Unit::Started, 12),
        (Outcome::CostNok, Unit::Family, 30),
    ]
    .map(|(outcome, unit, week)| Key { outcome, unit, week })
    .to_vec()
}

/// Kept in memory.
#[derive(Default)]
struct Memory(Option<StageState>);

impl CheckpointStore for Memory {
    fn load(&mut self, _: &str) -> Option<StageState> {
        self.0.clone()
    }

    fn save(&mut self, _: &str, saved: &StageState) -> Result<(), String> {
        self.0 = Some(saved.clone());
        Ok(())
    }
}

/// Other values of two parameters at each point.
fn point(scenario: &Scenario, index: usize) -> Result<Point, UnknownKey> {
    let mut parameters = central_parameters(scenario);
    assert!(parameters.set("attend_burden", 1.0 + 0.25 * index as f64));
    Point::new(scenario, &[0, 1, 2], &parameters)
}

fn ask(
    scenario: &Scenario,
    points: usize,
    progress: &Progress,
    checkpoints: &mut dyn CheckpointStore,
    point: &(dyn Fn(usize) -> Result<Point, UnknownKey> + Sync),
) -> Result<Answers, EvaluateError> {
    let question = Question {
        stage: "test",
        scenario,
        identity: "",
        outcomes: &outcomes(),
        arms: 3,
        points,
        point,
    };
    evaluate(&question, progress, checkpoints)
}

#[test]
fn a_point_without_changes_gives_what_a_run_gives() {
    let scenario = scenario();
    let parameters = central_parameters(&scenario);
    let answers = ask(&scenario, 1, &Progress::default(), &mut NoCheckpoints, &|_| {
        Point::new(&scenario, &[0, 1, 2], &parameters)
    })
    .unwrap();
    let tables = experiment::run(&scenario, &Progress::default(), &mut NoRows).unwrap();
    for (arm, name) in ["office", "home", "queue"].iter().enumerate() {
        for (place, key) in answers.outcomes.iter().enumerate() {
            let row = tables
                .summary
                .iter()
                .find(|row| {
                    row.arm == *name
                        && (row.outcome, row.unit, row.week) == (key.outcome, key.unit, key.week)
                })
                .unwrap();
            let mean = Mean::of(answers.replicates(0, arm, place));
            // The tables are rounded to twelve digits.
            let near = |one: Option<f64>, other: Option<f64>| match (one, other) {
                (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * other.abs().max(1e-3),
                (one, other) => one == other,
            };
            assert!(near(mean.estimate, row.estimate), "{name} {key:?}: {mean:?} {row:?}");
            assert!(near(mean.mc_se, row.mc_se), "{name} {key:?}: {mean:?} {row:?}");
        }
    }
}

#[test]
fn an_interrupted_study_goes_on_to_the_same_answers() {
    let scenario = scenario();
    let all = ask(&scenario, 8, &Progress::default(), &mut NoCheckpoints, &|index| {
        point(&scenario, index)
    })
    .unwrap();
    let mut memory = Memory::default();
    let (progress, made) = (Progress::default(), AtomicU32::new(0));
    let stopped = ask(&scenario, 8, &progress, &mut memory, &|index| {
        if made.fetch_add(1, Ordering::Relaxed) == 4 {
            progress.stop();
        }
        point(&scenario, index)
    });
    assert!(matches!(stopped, Err(EvaluateError::Interrupted)));
    let left = memory.0.as_ref().map(|saved| saved.done.iter().filter(|done| !**done).count());
    assert!(left.is_some_and(|left| left > 0 && left < 8), "{left:?} left");
    let made = AtomicU32::new(0);
    let resumed = ask(&scenario, 8, &Progress::default(), &mut memory, &|index| {
        made.fetch_add(1, Ordering::Relaxed);
        point(&scenario, index)
    })
    .unwrap();
    assert_eq!(resumed, all);
    assert_eq!(made.into_inner() as usize, left.unwrap());
}

#[test]
fn a_checkpoint_of_another_question_is_not_used() {
    let scenario = scenario();
    let mut memory = Memory::default();
    let first =
        ask(&scenario, 2, &Progress::default(), &mut memory, &|index| point(&scenario, index));
    assert!(first.is_ok());
    let other = Scenario { seed: 5, ..scenario.clone() };
    let kept = ask(&other, 2, &Progress::default(), &mut memory, &|index| point(&other, index));
    assert_ne!(kept.unwrap().values, first.unwrap().values);
}

#[test]
fn answers_do_not_depend_on_threads_or_on_the_families_that_are_kept() {
    let scenario = Scenario {
        families: FAMILIES_AT_ONCE + 300,
        replicates: 1,
        horizon_weeks: 13,
        ..scenario()
    };
    let outcomes = [Key { outcome: Outcome::Placed, unit: Unit::Child, week: 13 }];
    let with = |threads: usize, points: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let parameters = central_parameters(&scenario);
        let question = Question {
            stage: "test",
            scenario: &scenario,
            identity: "",
            outcomes: &outcomes,
            arms: 2,
            points,
            point: &|_| Point::new(&scenario, &[0, 1], &parameters),
        };
        pool.install(|| evaluate(&question, &Progress::default(), &mut NoCheckpoints)).unwrap()
    };
    let one = with(1, 1);
    let two = with(3, 2);
    // Two points keep the families of the first; one point makes them as it goes.
    for point in 0..2 {
        for arm in 0..2 {
            assert_eq!(two.replicates(point, arm, 0), one.replicates(0, arm, 0));
        }
    }
}
