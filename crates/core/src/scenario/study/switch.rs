//! What a switch study is told: which mechanisms are turned off, and whether also two at
//! a time.

use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};
use crate::scenario::document::Value;
use crate::scenario::fields::Vocabulary;

use super::input::PlanInput;
use super::types::SwitchPlan;

pub(super) fn build(input: &PlanInput<'_>, problems: &mut Problems) -> Option<SwitchPlan> {
    let reader = input.reader;
    let all = || Vocabulary::Switch.words().into_iter().map(str::to_string).collect::<Vec<_>>();
    let switches = match reader.node("switches").map(|node| (&node.value, node)) {
        None => all(),
        Some((Value::Text(_), _)) => all(),
        Some((Value::List(list), node)) => {
            let mut keys: Vec<String> = Vec::new();
            for one in list {
                let key = one.as_text()?.to_string();
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            if keys.is_empty() {
                problems.push(
                    Diagnostic::error(
                        Problem::Missing,
                        &node.place,
                        "a switch study turns off one mechanism or more",
                        "none is named",
                    )
                    .help(format!("mechanisms: {}", Vocabulary::Switch.words().join(", "))),
                );
                return None;
            }
            keys
        }
        Some(_) => return None,
    };
    Some(SwitchPlan { switches, pairs: reader.yes_no("pairs")? })
}
