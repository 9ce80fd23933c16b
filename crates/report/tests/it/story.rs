//! What would be wrong with a story that these tests do not hold.

use homeground_core::evidence::LiteratureReading;
use homeground_core::outcomes::chronicle::chronicle;
use homeground_core::scenario::{
    BuiltInProgrammes, Scenario, ScenarioInput, built_in_scenarios, read_scenario,
};
use homeground_figures::chart::Chart;
use homeground_figures::svg;
use homeground_figures::text::Text;
use homeground_report::readable;
use homeground_report::story::{Weeks, figure, tell};
use homeground_report::words::testing::{locales, words};

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

fn story(name: &str, family: u32, language: &str, weeks: Weeks) -> String {
    let chronicle = chronicle(&scenario(name), 0, 0, family).expect("the family exists");
    tell(&chronicle, words(language), weeks, &Text::default(), 100)
}

/// The part of a story that is about one arm.
fn part<'a>(story: &'a str, arm: &str) -> &'a str {
    let heading = format!("\n{arm}\n---");
    let start = story.find(&heading).expect("the arm is told");
    let rest = &story[start + heading.len()..];
    &rest[..rest.find("\n\n").unwrap_or(rest.len())]
}

#[test]
fn the_stories_of_two_families_read_so() {
    insta::assert_snapshot!("story_english", story("quick_start", 3, "en", Weeks::Eventful));
    insta::assert_snapshot!(
        "story_norwegian",
        story("full_waiting_room", 150, "nb", Weeks::Eventful)
    );
    insta::assert_snapshot!(
        "story_nynorsk",
        story("full_waiting_room", 150, "nn", Weeks::Eventful)
    );
}

#[test]
fn the_figure_of_a_family_reads_so() {
    let chronicle = chronicle(&scenario("quick_start"), 0, 0, 3).expect("the family exists");
    for code in locales().codes() {
        let svg = svg::inline(&figure(&chronicle).draw(words(code)), "family");
        insta::assert_snapshot!(format!("figure_{code}"), readable::page(&svg));
    }
}

#[test]
fn one_more_arm_leaves_the_other_stories_byte_for_byte() {
    let few = scenario("quick_start");
    let mut many = few.clone();
    let mut extra = many.arms[1].clone();
    extra.name = "extra".into();
    extra.control_measure = Some(1.0);
    many.arms.insert(1, extra);
    for family in [3, 120, 499] {
        let text = |scenario| {
            let chronicle = chronicle(scenario, 0, 1, family).expect("the family exists");
            tell(&chronicle, words("en"), Weeks::All, &Text::default(), 100)
        };
        let (short, long) = (text(&few), text(&many));
        for arm in &few.arms {
            assert_eq!(part(&short, &arm.name), part(&long, &arm.name));
        }
    }
}

#[test]
fn every_story_ends_with_what_it_is_and_keeps_to_its_width() {
    for name in ["quick_start", "money_and_respite", "when_the_helper_leaves"] {
        for code in locales().codes() {
            let text = story(name, 17, code, Weeks::All);
            let last = words(code).get("story-one-family");
            assert!(text.trim_end().ends_with(&last));
            assert!(!text.contains("{"), "{code}: {text}");
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(100), "{name}: {widest:?}");
        }
    }
}

#[test]
fn all_weeks_are_told_when_asked_for() {
    let text = story("quick_start", 3, "en", Weeks::All);
    let rows = text.lines().filter(|line| line.trim_start().starts_with("104 ")).count();
    assert_eq!(rows, 3);
}

#[test]
fn no_label_of_a_figure_is_cut_off_or_overlaps_another() {
    for (name, families) in [
        ("quick_start", [0, 3, 77]),
        ("full_waiting_room", [10, 150, 199]),
        ("help_or_control", [5, 60, 4000]),
        ("eleven_home_visiting_models", [1, 2, 3]),
    ] {
        for family in families {
            let chronicle = chronicle(&scenario(name), 0, 0, family).expect("the family exists");
            for code in locales().codes() {
                let scene = figure(&chronicle).draw(words(code));
                let problems = scene.label_problems();
                assert!(problems.is_empty(), "{code} {name} {family}: {problems:#?}");
            }
        }
    }
}
