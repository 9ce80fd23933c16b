//! The scenario and programme files that come with the program are valid.

use homeground_core::scenario::{
    BuiltInProgrammes, ScenarioInput, built_in_programmes, built_in_scenarios, read_programme,
    read_scenario,
};

#[test]
fn every_built_in_programme_is_valid_without_a_warning() {
    assert!(!built_in_programmes().is_empty());
    for (key, text) in built_in_programmes() {
        let parsed = read_programme(key, &format!("{key}.toml"), text, &BuiltInProgrammes)
            .unwrap_or_else(|error| panic!("{key}: {:#?}", error.diagnostics()));
        let warnings: Vec<String> = parsed.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(warnings, Vec::<String>::new());
    }
}

#[test]
fn every_built_in_scenario_is_valid() {
    assert!(!built_in_scenarios().is_empty());
    for (key, text) in built_in_scenarios() {
        let file = format!("{key}.toml");
        let parsed = read_scenario(&ScenarioInput::new(key, &file, text, &BuiltInProgrammes))
            .unwrap_or_else(|error| panic!("{key}: {:#?}", error.diagnostics()));
        for warning in &parsed.warnings {
            eprintln!("{warning}");
        }
    }
}
