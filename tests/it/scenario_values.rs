//! What a scenario's text comes to: defaults, layers, assignments, draws.

use std::collections::BTreeMap;
use std::sync::Arc;

use homeground_core::scenario::fields::{Kind, Section};
use homeground_core::scenario::{
    Assignment, BuiltInProgrammes, Compensating, Diagnostic, DrawSource, Error, FileKind, Levels,
    ParameterValue, ParametersFile, Phone, Programme, ProgrammeSource, Scenario, ScenarioInput,
    SourceText, Translations, Uncertainty, Uptake, file_kind, parse_parameters_file,
    read_programme, read_scenario, sections,
};

/// Programmes that a test writes down.
struct Programmes(BTreeMap<&'static str, &'static str>);

impl ProgrammeSource for Programmes {
    fn load(&self, name: &str) -> Result<Option<Arc<SourceText>>, Box<Diagnostic>> {
        Ok(self.0.get(name).map(|text| SourceText::file(format!("{name}.toml"), text)))
    }

    fn names(&self) -> Vec<String> {
        self.0.keys().map(ToString::to_string).collect()
    }
}

const PLAIN: &str = "name = \"Plain\"\narena = \"office\"\nschedule = [{ from_week = 0, visits_per_week = 1 }]\nvisit_minutes = 60\nduration_weeks = 26\nprofession = \"nurse\"\ncontrol = \"none\"\n";

fn programmes() -> Programmes {
    Programmes(BTreeMap::from([
        ("plain", PLAIN),
        ("at_home", "extends = \"plain\"\narena = \"home\"\n[notes]\narena = \"assumed: ours\"\n"),
        (
            "often",
            "extends = \"at_home\"\nschedule = [{ from_week = 0, visits_per_week = 3 }]\nteam = true\n",
        ),
        ("by_need", "extends = \"plain\"\nlevels = \"need-based\"\n"),
        (
            "clinic_first",
            "extends = \"plain\"\nfirst_arena = \"health_clinic\"\nfirst_visits = 2\n",
        ),
        (
            "translated",
            "extends = \"plain\"\n[translations.nb]\nname = \"Enkel\"\ndescription = \"Bare det.\"\n[translations.nn]\nname = \"Enkel og grei\"\n",
        ),
        (
            "rest",
            "name = \"Rest\"\ncompensating = [{ kind = \"respite\", nights_per_month = 2, follow_up = false }, { kind = \"control_measure\", intensity = 0.25 }]\n",
        ),
    ]))
}

fn outcome(
    text: &str,
    assignments: &[&str],
    parameters: Option<&ParametersFile>,
) -> Result<(Scenario, Vec<Diagnostic>), Error> {
    let assignments: Vec<Assignment> =
        assignments.iter().map(|text| Assignment::set(text)).collect();
    let programmes = programmes();
    let mut input = ScenarioInput::new("example", "example.toml", text, &programmes);
    input.assignments = &assignments;
    input.parameters = parameters;
    read_scenario(&input).map(|parsed| (parsed.value, parsed.warnings))
}

fn read(text: &str) -> Scenario {
    outcome(text, &[], None).unwrap_or_else(|error| panic!("{error}")).0
}

fn errors(text: &str, assignments: &[&str]) -> Vec<String> {
    let error = outcome(text, assignments, None).expect_err("the scenario is wrong");
    let errors = error.diagnostics().iter().filter(|one| one.is_error());
    errors.map(|one| one.message.clone()).collect()
}

fn with_arm(arm: &str) -> String {
    format!("population = \"child_welfare\"\n[[arm]]\nname = \"first\"\n{arm}\n")
}

fn programme(arm: &str) -> Programme {
    read(&with_arm(arm)).arms.remove(0).programme.expect("the arm has a helper")
}

#[test]
fn what_a_scenario_leaves_out_has_its_stated_default() {
    let scenario = read(&with_arm(""));
    assert_eq!(scenario.name, "example");
    assert_eq!(scenario.title, "example");
    assert_eq!(scenario.question, "");
    assert_eq!((scenario.families, scenario.replicates, scenario.horizon_weeks), (5000, 20, 104));
    assert_eq!((scenario.seed, scenario.reference), (20_261_122, 0));
    assert_eq!(scenario.uncertainty, None);
    assert_eq!(scenario.population.adversity_mean, 1.4);
    assert_eq!(scenario.population.children, [0.40, 0.35, 0.18, 0.07]);
    let arm = &scenario.arms[0];
    assert!(arm.programme.is_none() && arm.compensating.is_empty() && arm.capacity.is_none());
}

#[test]
fn what_a_programme_leaves_out_has_its_stated_default() {
    let programme = programme("programme = \"plain\"");
    assert_eq!(
        (programme.first_visits, programme.levels, programme.max_weeks),
        (0, Levels::Off, 26)
    );
    assert_eq!((programme.training, programme.supervision, programme.team), (0.5, false, false));
    assert_eq!(
        (programme.caseload, programme.phone, programme.flexibility),
        (15, Phone::None, 0.5)
    );
    assert_eq!((programme.codesign, programme.codesign_weeks, programme.wait_weeks), (0.5, 0, 1));
    assert_eq!((programme.min_attendance, programme.max_missed), (0.5, 6));
    assert_eq!(
        (programme.uptake, programme.recruiter_training, programme.staff_turnover),
        (Uptake::Model, 0.5, 0.15)
    );
    assert_eq!(programme.components, Vec::<String>::new());
}

#[test]
fn a_programme_takes_what_it_extends_and_then_its_own_fields() {
    let programme = programme("programme = \"often\"\noverride = { profession = \"midwife\" }");
    assert_eq!(programme.name, "Plain");
    assert_eq!(
        (programme.arena.as_str(), programme.profession.as_str(), programme.team),
        ("home", "midwife", true)
    );
    assert_eq!(programme.schedule[0].visits_per_week, 3.0);
    assert_eq!(programme.notes, vec![("arena".to_string(), "assumed: ours".to_string())]);
}

/// Translations of a text, as `nb: ..., nn: ...`.
fn told(translations: &Translations, key: &str) -> String {
    let of: Vec<String> =
        translations.of(key).map(|(code, text)| format!("{code}: {text}")).collect();
    of.join(", ")
}

#[test]
fn a_text_said_anew_in_an_upper_layer_loses_the_translations_of_the_lower_one() {
    let named = "programme = \"plain\"\noverride = { translations.nb = { name = \"Enkel\", description = \"Bare det.\" } }";
    let first = programme(named).translations;
    assert_eq!(told(&first, "name"), "nb: Enkel");
    assert_eq!(told(&first, "description"), "nb: Bare det.");
    let inline = "[arm.programme]\nextends = \"translated\"\n";
    let kept = programme(inline).translations;
    assert_eq!(told(&kept, "name"), "nb: Enkel, nn: Enkel og grei");
    let renamed = programme(&format!("{inline}name = \"Other\"\n")).translations;
    assert_eq!(told(&renamed, "name"), "");
    assert_eq!(told(&renamed, "description"), "nb: Bare det.");
    let both = format!("{inline}name = \"Other\"\ntranslations.nn.name = \"Annleis\"\n");
    assert_eq!(told(&programme(&both).translations, "name"), "nn: Annleis");
}

#[test]
fn assignments_set_translations_and_take_those_of_a_new_text_away() {
    let text = "translations.nb = { title = \"Hjemme\", question = \"Hvor?\" }\npopulation = \"child_welfare\"\n[[arm]]\nname = \"home\"\ntranslations.nn = { name = \"heime\", reason = \"vanleg\" }\n";
    let assigned = ["title=Away", "translations.nn.title=Borte", "arm.home.reason=usual"];
    let (scenario, _) = outcome(text, &assigned, None).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(told(&scenario.translations, "title"), "nn: Borte");
    assert_eq!(told(&scenario.translations, "question"), "nb: Hvor?");
    let arm = &scenario.arms[0].translations;
    assert_eq!((told(arm, "name"), told(arm, "reason")), ("nn: heime".into(), String::new()));
    assert_eq!(
        errors(text, &["translations.norsk.title=Borte"]),
        ["`norsk` is no code of a language"]
    );
}

#[test]
fn the_note_on_an_overridden_field_says_that_the_scenario_set_it() {
    let programme = programme("programme = \"at_home\"\noverride = { arena = \"digital\" }");
    assert_eq!(programme.notes.len(), 1);
    assert!(programme.notes[0].1.starts_with("set:"), "{:?}", programme.notes);
}

#[test]
fn a_schedule_and_need_based_levels_replace_each_other_between_layers() {
    let by_need = programme("programme = \"by_need\"");
    assert_eq!((by_need.levels, by_need.schedule.len()), (Levels::NeedBased, 0));
    let again = programme(
        "programme = \"by_need\"\noverride = { schedule = [{ from_week = 0, visits_per_week = 2 }] }",
    );
    assert_eq!((again.levels, again.schedule.len()), (Levels::Off, 1));
    let both = "programme = \"plain\"\noverride = { levels = \"need-based\", schedule = [{ from_week = 0, visits_per_week = 2 }] }";
    assert_eq!(errors(&with_arm(both), &[]), ["the planned rate is set by need and by a schedule"]);
}

#[test]
fn no_first_visits_take_the_first_arena_of_the_layer_below_away() {
    let programme = programme("programme = \"clinic_first\"\noverride = { first_visits = 0 }");
    assert_eq!((programme.first_arena, programme.first_visits), (None, 0));
}

#[test]
fn compensating_measures_of_an_arm_join_those_of_its_programme_or_replace_them() {
    let text = with_arm(
        "programme = \"rest\"\ncompensating = [{ kind = \"leisure\", intensity = 1 }, { kind = \"respite\", intensity = 0.75 }]",
    );
    let arm = &read(&text).arms[0];
    assert!(arm.programme.is_none());
    assert_eq!(arm.programme_key.as_deref(), Some("rest"));
    assert_eq!(arm.control_measure, Some(0.25));
    let measure =
        |kind: &str, intensity| Compensating { kind: kind.to_string(), intensity, follow_up: true };
    assert_eq!(arm.compensating, [measure("respite", 0.75), measure("leisure", 1.0)]);
    let alone =
        &read(&with_arm("programme = \"rest\"\ncontrol_measure = { intensity = 1 }")).arms[0];
    assert_eq!(alone.compensating[0].intensity, 0.5, "two nights of four");
    assert!(!alone.compensating[0].follow_up);
    assert_eq!(alone.control_measure, Some(1.0));
}

#[test]
fn a_population_table_changes_its_profile_alone_where_it_says_so() {
    let text = "population = { profile = \"new_parents\", adversity_mean = 2, age_max = 1.5 }\n[[arm]]\nname = \"a\"\n";
    let population = read(text).population;
    assert_eq!((population.adversity_mean, population.adversity_sd), (2.0, 1.0));
    assert_eq!((population.age_min, population.age_max), (0.0, 1.5));
    assert_eq!(population.children, [0.60, 0.35, 0.05, 0.00]);
}

#[test]
fn ranges_are_drawn_alone_unless_uncertainty_is_asked_for() {
    let named = with_arm("[parameters]\nattend_burden = { low = 1, high = 2 }\nattend_trust = 1");
    let (scenario, warnings) = outcome(&named, &[], None).expect("the scenario is valid");
    assert_eq!(
        scenario.uncertainty,
        Some(Uncertainty { draws: 100, from: DrawSource::Prior, only_named: true })
    );
    assert_eq!(warnings.len(), 1);
    assert_eq!(scenario.parameters[0].value, ParameterValue::Range { low: 1.0, high: 2.0 });
    assert_eq!(scenario.parameters[1].value, ParameterValue::Fixed(1.0));

    let all = format!("{named}\n[uncertainty]\ndraws = 7\n");
    let (scenario, warnings) = outcome(&all, &[], None).expect("the scenario is valid");
    assert_eq!(
        scenario.uncertainty,
        Some(Uncertainty { draws: 7, from: DrawSource::Prior, only_named: false })
    );
    assert_eq!(warnings, []);
}

#[test]
fn a_number_of_draws_on_the_command_line_keeps_what_is_drawn() {
    let uncertainty = |text: &str| {
        outcome(text, &["uncertainty.draws=9"], None).expect("the scenario is valid").0.uncertainty
    };
    let drawn = |only_named| Some(Uncertainty { draws: 9, from: DrawSource::Prior, only_named });
    assert_eq!(uncertainty(&with_arm("")), drawn(false));
    assert_eq!(
        uncertainty(&with_arm("[parameters]\nattend_burden = { low = 1, high = 2 }")),
        drawn(true)
    );
    assert_eq!(uncertainty(&with_arm("[uncertainty]\ndraws = 2")), drawn(false));
}

#[test]
fn assignments_reach_every_level_of_a_scenario() {
    let text = "population = \"child_welfare\"\n[[arm]]\nname = \"home and respite\"\nprogramme = \"plain\"\ncompensating = [{ kind = \"respite\", intensity = 0.5 }]\n[[arm]]\nname = \"own\"\n[arm.programme]\nextends = \"plain\"\n";
    let assigned = [
        "families=100",
        "title=Home or office",
        "question='Is it 3=3?'",
        "population.adversity_mean=1.6",
        "attend_burden=2",
        "parameters.attend_trust = { low = 0.5, high = 1.5 }",
        "uncertainty.draws=10",
        "reference=own",
        "arm.\"home and respite\".arena=digital",
        "arm.1.override.caseload=5",
        "arm.1.capacity.helpers=2",
        "arm.1.capacity.intake_weeks=26",
        "arm.'home and respite'.compensating.respite.intensity=0.25",
        "arm.1.reason=why",
        "arm.2.parameters.attend_stress=1",
        "arm.own.programme.wait_weeks=4",
        "arm.own.schedule=[{ from_week = 0, visits_per_week = 2 }]",
    ];
    let (scenario, _) = outcome(text, &assigned, None).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(
        (scenario.families, scenario.title.as_str(), scenario.question.as_str()),
        (100, "Home or office", "Is it 3=3?")
    );
    assert_eq!((scenario.population.adversity_mean, scenario.population.adversity_sd), (1.6, 0.8));
    assert_eq!(scenario.parameters[0].value, ParameterValue::Fixed(2.0));
    assert_eq!(scenario.parameters[1].value, ParameterValue::Range { low: 0.5, high: 1.5 });
    assert_eq!((scenario.uncertainty.map(|one| one.draws), scenario.reference), (Some(10), 1));
    let [first, second] = &scenario.arms[..] else { panic!("two arms") };
    let programme = first.programme.as_ref().expect("a helper");
    assert_eq!((programme.arena.as_str(), programme.caseload), ("digital", 5));
    assert_eq!(first.capacity.map(|one| (one.helpers, one.intake_weeks)), Some((2, 26)));
    assert_eq!((first.compensating[0].intensity, first.reason.as_str()), (0.25, "why"));
    assert_eq!(second.parameters, [("attend_stress".to_string(), 1.0)]);
    let programme = second.programme.as_ref().expect("a helper");
    assert_eq!((programme.wait_weeks, programme.schedule[0].visits_per_week), (4, 2.0));
}

#[test]
fn the_last_of_two_assignments_holds() {
    let (scenario, _) = outcome(&with_arm(""), &["families=1", "families=2"], None).expect("valid");
    assert_eq!(scenario.families, 2);
}

#[test]
fn parameters_of_a_file_go_over_the_scenario_and_under_assignments() {
    let file = parse_parameters_file("x.csv", "\u{feff}key,value\r\n\r\nattend_burden, 1.5\r\n\"attend_trust\",\"0.9\"\r\nattend_stress,1\r\n").expect("the file is valid");
    let text = with_arm("[parameters]\nattend_burden = 2\nattend_flex = 0.6");
    let (scenario, _) = outcome(&text, &["attend_stress=0.5"], Some(&file)).expect("valid");
    let values: Vec<(&str, ParameterValue)> =
        scenario.parameters.iter().map(|one| (one.key.as_str(), one.value)).collect();
    let fixed = ParameterValue::Fixed;
    assert_eq!(
        values,
        [
            ("attend_burden", fixed(1.5)),
            ("attend_flex", fixed(0.6)),
            ("attend_trust", fixed(0.9)),
            ("attend_stress", fixed(0.5))
        ]
    );
    let toml = parse_parameters_file(
        "x.toml",
        "attend_burden = 1.5\n[parameters]\nattend_trust = 0.9\nattend_stress = 1\n",
    )
    .expect("the file is valid");
    assert_eq!(outcome(&text, &["attend_stress=0.5"], Some(&toml)).expect("valid").0, scenario);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let text = with_arm("programme = \"plain\"");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(read(&windows), read(&text));
}

#[test]
fn a_file_tells_what_it_is_by_its_keys() {
    assert_eq!(file_kind(&with_arm("")), Some(FileKind::Scenario));
    assert_eq!(file_kind(PLAIN), Some(FileKind::Programme));
    assert_eq!(file_kind("compensating = []"), Some(FileKind::Programme));
    assert_eq!(file_kind("name = \"x\""), None);
}

#[test]
fn a_built_in_programme_says_how_every_value_is_known() {
    for (key, text) in homeground_core::scenario::built_in_programmes() {
        let programme = read_programme(key, key, text, &BuiltInProgrammes).expect("valid").value;
        let file: toml::Table = text.parse().expect("the file is TOML");
        for field in file.keys().filter(|key| {
            !["name", "description", "source", "notes", "translations"].contains(&key.as_str())
        }) {
            assert!(
                programme.notes.iter().any(|(noted, _)| noted == field),
                "{key}: no note on {field}"
            );
        }
    }
}

/// One step beyond each end of every number of a section is refused, the ends are not
/// (a contradiction with another field may be found, but no limit).
fn limits_hold(section: &Section, prefix: &str, text: &str) -> usize {
    let mut tried = 0;
    for field in section.fields {
        let (low, high, below, above) = match &field.kind {
            Kind::Whole(low, high) => (
                low.to_string(),
                high.to_string(),
                (i128::from(*low) - 1).to_string(),
                (i128::from(*high) + 1).to_string(),
            ),
            Kind::Number(low, high) | Kind::WordOrNumber(_, low, high) => (
                low.to_string(),
                high.to_string(),
                (low - 0.001).to_string(),
                (high + 0.001).to_string(),
            ),
            _ => continue,
        };
        let says = |value: &str, size: &str| {
            let wanted = format!("`{}` = {value} is too {size}", field.key);
            match outcome(text, &[&format!("{prefix}{}={value}", field.key)], None) {
                Ok(_) => false,
                Err(error) => error.diagnostics().iter().any(|one| one.message == wanted),
            }
        };
        assert!(says(&below, "small"), "{}: {below}", field.key);
        assert!(says(&above, "large"), "{}: {above}", field.key);
        assert!(!says(&low, "small") && !says(&high, "large"), "{}", field.key);
        tried += 1;
    }
    tried
}

#[test]
fn every_number_has_the_limits_that_its_field_states() {
    let text =
        with_arm("programme = \"plain\"\ncompensating = [{ kind = \"respite\", intensity = 0.5 }]");
    assert_eq!(limits_hold(&sections::SCENARIO, "", &text), 4);
    assert_eq!(limits_hold(&sections::POPULATION, "population.", &text), 9);
    assert_eq!(limits_hold(&sections::PROGRAMME, "arm.1.", &text), 15);
    assert_eq!(limits_hold(&sections::CAPACITY, "arm.1.capacity.", &text), 2);
    assert_eq!(limits_hold(&sections::COMPENSATING, "arm.1.compensating.1.", &text), 2);
    assert_eq!(limits_hold(&sections::CONTROL_MEASURE, "arm.1.control_measure.", &text), 1);
    assert_eq!(limits_hold(&sections::UNCERTAINTY, "uncertainty.", &text), 1);
}

#[test]
fn every_parameter_has_the_limits_of_its_table() {
    let text = with_arm("");
    for row in homeground_core::evidence::parameters() {
        for value in [row.minimum - 1.0, row.maximum + 1.0] {
            assert_eq!(errors(&text, &[&format!("{}={value}", row.key)]).len(), 1, "{}", row.key);
        }
        let (_, warnings) = outcome(&text, &[&format!("{}={}", row.key, row.centre)], None)
            .expect("the default is valid");
        assert_eq!(warnings, [], "{}", row.key);
    }
}
