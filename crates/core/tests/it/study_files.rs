//! What a study in a file means, and that it reads back when it is written.

use homeground_core::scenario::study::{Selection, Variations};
use homeground_core::scenario::{
    BuiltInProgrammes, Scenario, ScenarioInput, StudyPlan, read_scenario,
};

const ARMS: &str = r#"
population = "child_welfare"
reference = "office"
[[arm]]
name = "office"
programme = "advice_and_guidance"
[[arm]]
name = "at home, twice"
programme = "advice_and_guidance"
override = { arena = "home" }
"#;

fn read(study: &str) -> Scenario {
    let text = format!("{ARMS}\n{study}");
    let input = ScenarioInput::new("study", "study.toml", &text, &BuiltInProgrammes);
    read_scenario(&input).unwrap_or_else(|error| panic!("{error}")).value
}

#[test]
fn every_kind_reads_back_to_the_same_value() {
    for study in [
        "[study]\nkind = \"sweep\"\noutcome = \"completed\"\nweek = 26\n[study.vary]\narm.\"at home, twice\".visit_minutes = { from = 30, to = 90, steps = 4 }\nattend_burden = { from = 1.0, to = 2.0, steps = 4 }",
        "[study]\nkind = \"sweep\"\n[study.vary]\narena = \"all\"",
        "[study]\nkind = \"design\"\ncost_limit = 1e5\n[study.vary]\narena = [\"home\", \"office\"]\nvisits_per_week = [0.5, 1.0]\nteam = \"all\"",
        "[study]\nkind = \"design\"\nselection = \"fraction\"\nresolution = 3\n[study.vary]\nvisit_minutes = [30.0, 60.0]\nvisits_per_week = [0.5, 1.0]",
        "[study]\nkind = \"design\"\nselection = \"latin_hypercube\"\n[study.vary]\nvisit_minutes = { from = 30, to = 60 }\ncaseload = { from = 8, to = 20 }",
        "[study]\nkind = \"switch\"\nswitches = [\"stigma\", \"parity\"]\npairs = false",
    ] {
        let scenario = read(study);
        let written = scenario.to_toml();
        let input = ScenarioInput::new("again", "again.toml", &written, &BuiltInProgrammes);
        let again = read_scenario(&input).unwrap_or_else(|error| panic!("{error}\n{written}"));
        assert_eq!(again.value, scenario, "{written}");
    }
}

#[test]
fn fields_take_the_values_that_are_meant() {
    let scenario = read(
        "[study]\nkind = \"sweep\"\n[study.vary]\nduration_weeks = { from = 10, to = 20, steps = 4 }",
    );
    let Some(StudyPlan::Sweep(plan)) = scenario.study.map(|study| study.plan) else {
        panic!("no sweep");
    };
    let values: Vec<f64> = plan.vary[0].levels.iter().filter_map(|level| level.number).collect();
    assert_eq!(values, [10.0, 13.0, 17.0, 20.0], "whole weeks");
    // Both arms offer a helper, so the field is varied in both.
    assert_eq!(plan.vary[0].targets.len(), 2);
}

#[test]
fn a_hypercube_takes_ten_points_a_field_and_designs_one_arm() {
    let scenario = read(
        "[study]\nkind = \"design\"\nselection = \"latin_hypercube\"\n[study.vary]\nvisit_minutes = { from = 30, to = 60 }\ncaseload = { from = 8, to = 20 }",
    );
    let study = scenario.study.unwrap();
    assert_eq!(study.arms, [1], "the arm that is not the reference");
    let StudyPlan::Design(plan) = study.plan else {
        panic!("no design");
    };
    assert_eq!(plan.selection, Selection::LatinHypercube { runs: 20 });
    assert!(plan.vary[1].whole && plan.vary[1].between);
}

#[test]
fn a_varied_duration_keeps_the_extension_and_a_rate_takes_the_place_of_the_schedule() {
    let scenario = read(
        "[study]\nkind = \"design\"\n[study.vary]\nduration_weeks = [10, 60]\nvisits_per_week = [0.25, 2.0]",
    );
    let base = scenario.arms[1].programme.clone().unwrap();
    let extension = base.max_weeks - base.duration_weeks;
    let Some(StudyPlan::Design(plan)) = scenario.study.clone().map(|study| study.plan) else {
        panic!("no design");
    };
    let variations = Variations::new(&scenario, &BuiltInProgrammes);
    let settings =
        [(&plan.vary[0], &plan.vary[0].levels[1]), (&plan.vary[1], &plan.vary[1].levels[1])];
    let varied = variations.scenario(&settings).unwrap();
    let programme = varied.arms[1].programme.clone().unwrap();
    assert_eq!((programme.duration_weeks, programme.max_weeks), (60, 60 + extension));
    assert_eq!(programme.schedule.len(), 1);
    assert_eq!(programme.schedule[0].visits_per_week, 2.0);
    assert_eq!(varied.arms[0], scenario.arms[0], "the other arm stays");
}
