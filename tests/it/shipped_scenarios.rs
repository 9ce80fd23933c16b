//! The scenario and programme files that come with the program are valid.

use homeground_core::scenario::{
    BuiltInProgrammes, ScenarioInput, Translations, built_in_programmes, built_in_scenarios,
    read_programme, read_scenario,
};
use homeground_report::words::testing::locales;

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

/// Languages that texts of files must be translated into: all but their own.
fn languages() -> Vec<&'static str> {
    let mut codes = locales().codes();
    codes.retain(|code| *code != "en");
    assert!(codes.len() >= 2);
    codes
}

#[test]
fn every_built_in_scenario_and_programme_has_its_texts_in_every_language() {
    let codes_of = |translations: &Translations, key: &str| -> Vec<String> {
        let of = translations.of(key);
        of.map(|(code, _)| code.to_string()).collect()
    };
    for (key, text) in built_in_scenarios() {
        let file = format!("{key}.toml");
        let input = ScenarioInput::new(key, &file, text, &BuiltInProgrammes);
        let scenario = read_scenario(&input).expect("it is valid").value;
        for text in ["title", "question"] {
            let codes = codes_of(&scenario.translations, text);
            assert_eq!(codes, languages(), "{key}: {text}");
        }
        for arm in &scenario.arms {
            let codes = codes_of(&arm.translations, "reason");
            assert_eq!(codes, languages(), "{key}, {}: reason", arm.name);
        }
    }
    for (key, text) in built_in_programmes() {
        let table: toml::Table = text.parse().expect("a programme is TOML");
        for code in languages() {
            let description = &table["translations"][code]["description"];
            assert!(description.is_str(), "{key}: description in {code}");
        }
    }
}
