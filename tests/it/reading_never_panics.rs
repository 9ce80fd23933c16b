//! Whatever a file holds, reading it ends in a value or in problems with places.

use std::sync::Arc;

use homeground::cli::diagnostics::{Colour, render};
use homeground_core::scenario::{
    Assignment, BuiltInProgrammes, Diagnostic, Error, ProgrammeSource, ScenarioInput, SourceText,
    built_in_programmes, built_in_scenarios, parse_parameters_file, read_programme, read_scenario,
};
use proptest::prelude::*;

/// Short, but with a table of every kind.
const EVERYTHING: &str = r#"title = "Hjemme – på besøk 🏠"
question = "Does it matter?"
population = { profile = "child_welfare", adversity_mean = 1.6, children_1 = 0.4 }
families = 5000
replicates = 20
horizon_weeks = 104
seed = 20261122
reference = "home"

[[arm]]
name = "home"
programme = "advice_and_guidance"
override = { arena = "home", first_arena = "health_clinic", first_visits = 2, uptake = 0.5 }
compensating = [{ kind = "respite", nights_per_month = 2, follow_up = true }]
control_measure = { intensity = 0.5 }
capacity = { helpers = 3, intake_weeks = 26 }
parameters = { attend_burden = 2.0 }

[[arm]]
name = "own"
[arm.programme]
extends = "own"
schedule = [{ from_week = 0, visits_per_week = 1.0 }, { from_week = 13, visits_per_week = 0.5 }]
components = ["parenting_skills"]
[arm.programme.notes]
arena = "assumed: ours"

[parameters]
attend_trust = 1.0
intrusion_visits = { low = 3, high = 8 }

[uncertainty]
draws = 200
from = "prior"
"#;

/// A change to a text of any length; the place is a share of its length.
#[derive(Clone, Debug)]
enum Change {
    Delete(f64, usize),
    Insert(f64, String),
    Flip(f64, u8),
    Swap(f64, f64),
}

fn change() -> impl Strategy<Value = Change> {
    let place = || 0.0..1.0f64;
    prop_oneof![
        (place(), 1..40usize).prop_map(|(at, length)| Change::Delete(at, length)),
        (place(), inserted()).prop_map(|(at, text)| Change::Insert(at, text)),
        (place(), 1..=255u8).prop_map(|(at, bits)| Change::Flip(at, bits)),
        (place(), place()).prop_map(|(at, from)| Change::Swap(at, from)),
    ]
}

fn inserted() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{1,8}",
        "[\\[\\]{}=,.\"'#\n\r\t\\\\-]{1,4}",
        Just("nan".to_string()),
        Just("-1e999".to_string()),
        Just("99999999999999999999999999999999999999999999".to_string()),
        Just("\u{feff}\u{0}\u{1b}[31m".to_string()),
        Just("[[arm]]\nname = \"home\"\n".to_string()),
        Just("extends = \"mst\"\n".to_string()),
        Just("levels = \"need-based\"\n".to_string()),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for change in changes {
        let at = |share: f64| (share * bytes.len() as f64) as usize;
        match change {
            Change::Delete(share, length) => {
                let start = at(*share);
                bytes.drain(start..(start + length).min(bytes.len()));
            }
            Change::Insert(share, text) => {
                let start = at(*share);
                bytes.splice(start..start, text.bytes());
            }
            Change::Flip(share, bits) => {
                let start = at(*share);
                if let Some(byte) = bytes.get_mut(start) {
                    *byte ^= bits;
                }
            }
            Change::Swap(one, other) => {
                let (one, other) = (at(*one), at(*other));
                if one < bytes.len() && other < bytes.len() {
                    bytes.swap(one, other);
                }
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Gives the same text for every programme, so that it may extend itself.
struct OneText(String);

impl ProgrammeSource for OneText {
    fn load(&self, name: &str) -> Result<Option<Arc<SourceText>>, Box<Diagnostic>> {
        Ok(Some(SourceText::file(format!("{name}.toml"), &self.0)))
    }

    fn names(&self) -> Vec<String> {
        vec!["mst".to_string()]
    }
}

/// Draws everything that was found, and checks that each has a file or place.
fn look_at<T>(outcome: Result<T, Error>) -> Result<(), TestCaseError> {
    if let Err(error) = outcome {
        prop_assert!(error.diagnostics().iter().any(Diagnostic::is_error));
        for diagnostic in error.diagnostics() {
            prop_assert!(!diagnostic.message.is_empty() && !diagnostic.file.is_empty());
            let _ = diagnostic.to_string();
        }
        prop_assert!(!render(error.diagnostics(), Colour::Never).is_empty());
    }
    Ok(())
}

fn texts() -> Vec<&'static str> {
    let scenarios = built_in_scenarios().iter().map(|(_, text)| *text);
    scenarios.chain([EVERYTHING, EVERYTHING, EVERYTHING]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn changed_scenarios(
        text in prop::sample::select(texts()),
        changes in prop::collection::vec(change(), 1..6),
        assignment in "\\PC{0,12}[=.\"']{0,3}\\PC{0,8}",
    ) {
        let text = changed(text, &changes);
        look_at(read_scenario(&ScenarioInput::new("x", "x.toml", &text, &BuiltInProgrammes)))?;
        let assignments = [Assignment::set(&assignment)];
        let mut input = ScenarioInput::new("x", "x.toml", EVERYTHING, &BuiltInProgrammes);
        input.assignments = &assignments;
        look_at(read_scenario(&input))?;
    }

    #[test]
    fn changed_programmes(
        (key, text) in prop::sample::select(built_in_programmes()),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let text = changed(text, &changes);
        look_at(read_programme(key, "x.toml", &text, &BuiltInProgrammes))?;
        let programmes = OneText(text);
        look_at(read_scenario(&ScenarioInput::new("x", "x.toml", EVERYTHING, &programmes)))?;
    }

    #[test]
    fn changed_parameter_files(
        csv in any::<bool>(),
        changes in prop::collection::vec(change(), 0..6),
    ) {
        let text = match csv {
            true => "key,value\nattend_burden,2.0\nattend_trust,1.0\n",
            false => "attend_burden = 2.0\n[parameters]\nattend_trust = { low = 0.5, high = 1.0 }\n",
        };
        let outcome = parse_parameters_file("x", &changed(text, &changes));
        if let Ok(parameters) = &outcome {
            let mut input = ScenarioInput::new("x", "x.toml", EVERYTHING, &BuiltInProgrammes);
            input.parameters = Some(parameters);
            look_at(read_scenario(&input))?;
        }
        look_at(outcome)?;
    }
}
