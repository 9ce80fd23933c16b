//! A resolved scenario reads back to the same value, whatever it holds.

use homeground_core::evidence::{self, Keyed, LiteratureReading};
use homeground_core::scenario::{
    Arm, BuiltInProgrammes, Capacity, Compensating, DrawSource, Levels, ParameterSetting,
    ParameterValue, Phone, Population, Programme, Scenario, ScenarioInput, ScheduleStep,
    Translations, Uncertainty, Uptake, read_scenario,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,20}", any::<String>(), Just("\"\"\"'''\\\u{7f}\r\n\t#".to_string())]
}

/// A text on one line that is not blank.
fn label() -> impl Strategy<Value = String> {
    "[a-zæøå0-9\"'\\\\.#=🏠 ]{0,6}[a-z]"
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![0.0..=1.0, Just(0.0), Just(1.0), Just(1e-300), Just(0.1 + 0.2)]
}

fn key<Row: Keyed>(rows: &'static [Row]) -> impl Strategy<Value = String> {
    select(rows.iter().map(|row| row.key().to_string()).collect::<Vec<_>>())
}

fn schedule() -> impl Strategy<Value = Vec<ScheduleStep>> {
    (vec(0.0..=21.0, 1..4), btree_set(1..2080u32, 3)).prop_map(|(rates, weeks)| {
        let weeks = std::iter::once(0).chain(weeks);
        let steps = weeks.zip(rates);
        steps
            .map(|(from_week, visits_per_week)| ScheduleStep { from_week, visits_per_week })
            .collect()
    })
}

fn components() -> impl Strategy<Value = Vec<String>> {
    let keys =
        evidence::components().iter().filter(|row| row.kind == evidence::ComponentKind::Helper);
    subsequence(keys.map(|row| row.key.clone()).collect::<Vec<_>>(), 0..5)
}

prop_compose! {
    fn about()(
        name in text(), description in text(), translations in translations("description"),
        source in text(), note in text(),
    ) -> (String, String, Translations, String, String) {
        (name, description, translations, source, note)
    }
}

prop_compose! {
    fn work()(
        training in share(), flexibility in share(), codesign in share(), min_attendance in share(),
        recruiter_training in share(), supervision in any::<bool>(), team in any::<bool>(),
        phone in select(vec![Phone::None, Phone::Own, Phone::Always]),
        uptake in prop_oneof![Just(Uptake::Model), share().prop_map(Uptake::Fixed)],
        components in components(),
    ) -> (f64, f64, f64, f64, f64, bool, bool, Phone, Uptake, Vec<String>) {
        (training, flexibility, codesign, min_attendance, recruiter_training, supervision, team, phone, uptake, components)
    }
}

prop_compose! {
    fn programme()(
        (name, description, translations, source, note) in about(),
        (training, flexibility, codesign, min_attendance, recruiter_training, supervision, team, phone, uptake, components) in work(),
        arena in key(evidence::arenas()),
        first in option::of((key(evidence::arenas()), 1..=1000u32)),
        schedule in option::of(schedule()),
        profession in key(evidence::professions()),
        control in key(evidence::controls()),
        visit_minutes in 1.0..=1440.0,
        duration_weeks in 1..=1000u32,
        longer in 0..=1000u32,
        counts in (1..=1000u32, 0..=2080u32, 0..=2080u32, 1..=1000u32),
        staff_turnover in 0.0..=52.0,
    ) -> Programme {
        let (caseload, codesign_weeks, wait_weeks, max_missed) = counts;
        Programme {
            name, description, translations, source, arena,
            first_visits: first.as_ref().map_or(0, |(_, visits)| *visits),
            first_arena: first.map(|(arena, _)| arena),
            levels: if schedule.is_some() { Levels::Off } else { Levels::NeedBased },
            schedule: schedule.unwrap_or_default(),
            visit_minutes, duration_weeks,
            max_weeks: duration_weeks + longer,
            profession, training, supervision, team, caseload, phone, flexibility, codesign,
            codesign_weeks, control, components, wait_weeks, min_attendance, max_missed, uptake,
            recruiter_training, staff_turnover,
            notes: vec![("arena".to_string(), note.clone()), ("two words".to_string(), note)],
        }
    }
}

fn compensating() -> impl Strategy<Value = Vec<Compensating>> {
    subsequence(vec!["respite", "support_contact", "leisure", "financial"], 0..4).prop_flat_map(
        |kinds| {
            let each = vec((share(), any::<bool>()), kinds.len());
            each.prop_map(move |each| {
                let measures = kinds.iter().zip(each);
                measures
                    .map(|(kind, (intensity, follow_up))| Compensating {
                        kind: kind.to_string(),
                        intensity,
                        follow_up,
                    })
                    .collect()
            })
        },
    )
}

fn parameters() -> impl Strategy<Value = Vec<(String, f64)>> {
    subsequence(evidence::parameters().iter().collect::<Vec<_>>(), 0..5).prop_flat_map(|rows| {
        let shares = vec(share(), rows.len());
        shares.prop_map(move |shares| {
            let values = rows.iter().zip(shares);
            values
                .map(|(row, share)| {
                    (
                        row.key.clone(),
                        (row.low + share * (row.high - row.low)).clamp(row.low, row.high),
                    )
                })
                .collect()
        })
    })
}

/// Translations of one text into some languages.
fn translations(key: &'static str) -> impl Strategy<Value = Translations> {
    let words =
        || text().prop_filter("a translation says something", |text| !text.trim().is_empty());
    subsequence(vec!["nb", "nn", "pt-BR"], 0..3).prop_flat_map(move |codes| {
        vec(words(), codes.len()).prop_map(move |texts| {
            codes.iter().zip(texts).map(|(code, text)| (*code, key, text)).collect()
        })
    })
}

prop_compose! {
    fn arm()(
        reason in text(), translations in translations("reason"), programme in option::of(programme()), programme_key in option::of(text()),
        compensating in compensating(), control_measure in option::of(share()),
        capacity in option::of((1..=1_000_000u32, 1..=2080u32)), parameters in parameters(),
    ) -> Arm {
        let capacity = capacity.filter(|_| programme.is_some());
        Arm {
            name: String::new(), reason, translations, programme, programme_key, compensating, control_measure,
            capacity: capacity.map(|(helpers, intake_weeks)| Capacity { helpers, intake_weeks }),
            parameters,
        }
    }
}

prop_compose! {
    fn scenario()(
        title in text(), question in text(), translations in translations("title"), name in "[a-zæøå0-9_-]{1,9}",
        arms in btree_map(label(), arm(), 1..4),
        adversity in (-10.0..=10.0, 0.0..=10.0, share()),
        ages in (0.0..=9.0, 9.0..=18.0),
        counts in (1..=100_000_000u32, 1..=1_000_000u32, 1..=2080u32, 0..=i64::MAX as u64),
        reference in any::<prop::sample::Index>(),
        settings in parameters(),
        uncertainty in option::of((1..=1_000_000u32, any::<bool>(), any::<bool>())),
        reading in select(LiteratureReading::ALL.to_vec()),
    ) -> Scenario {
        let arms: Vec<Arm> = arms.into_iter().map(|(name, arm)| Arm { name, ..arm }).collect();
        let ranges = uncertainty.is_some() && !settings.is_empty();
        Scenario {
            name, title, question, translations,
            population: Population {
                profile: "universal".to_string(), adversity_mean: adversity.0, adversity_sd: adversity.1,
                referral_concern: adversity.2, children: [0.25, 0.5, 0.125, 0.125], age_min: ages.0, age_max: ages.1,
            },
            families: counts.0, replicates: counts.1, horizon_weeks: counts.2, seed: counts.3,
            reference: reference.index(arms.len()),
            arms,
            parameters: settings.into_iter().map(|(key, value)| {
                let low = evidence::find(evidence::parameters(), &key).map_or(value, |row| row.low);
                let value = if ranges { ParameterValue::Range { low, high: value } } else { ParameterValue::Fixed(value) };
                ParameterSetting { key, value }
            }).collect(),
            reading,
            posterior: None,
            uncertainty: uncertainty.map(|(draws, only_named, calibrated)| Uncertainty {
                draws,
                from: match calibrated && reading.is_calibrated() {
                    true => DrawSource::Posterior,
                    false => DrawSource::Prior,
                },
                only_named: only_named && ranges,
            }),
            study: None,
        }
    }
}

proptest! {
    #[test]
    fn reads_back_to_the_same_value(scenario in scenario()) {
        let written = scenario.to_toml();
        let input = ScenarioInput::new("other", "scenario.toml", &written, &BuiltInProgrammes);
        match read_scenario(&input) {
            Ok(parsed) => prop_assert_eq!(parsed.value, scenario),
            Err(error) => prop_assert!(false, "{}\n{}", error, written),
        }
    }
}
