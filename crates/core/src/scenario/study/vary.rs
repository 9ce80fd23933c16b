//! Fields with the values that they take: `vary` of a study.
//!
//! A field is named by its path, as in `--set`: `arm.home.visit_minutes`,
//! `population.adversity_mean`, `attend_burden`. A field of a programme without an arm
//! stands for that field in the arms that the study varies. `visits_per_week` is a
//! schedule with that one rate.

use crate::scenario::assignment::Segment;
use crate::scenario::check::{Required, check_table};
use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};
use crate::scenario::document::{Entry, Node, Table, Value, quoted};
use crate::scenario::fields::{Field, Kind};
use crate::scenario::lines::{number, quoted as quoted_toml};

use super::input::PlanInput;
use super::paths::{self, SPREAD, Targets, flatten, join};
use super::types::{Level, Vary};
use super::variations::Variations;

/// Values of one field at most.
const MOST_VALUES: usize = 1000;

/// Reads and checks `vary`: every value is tried on the scenario.
pub(super) fn build(
    input: &PlanInput<'_>,
    targets: Targets,
    problems: &mut Problems,
) -> Option<Vec<Vary>> {
    let Some(node) = input.reader.node("vary") else {
        return Some(Vec::new());
    };
    let mut paths = Vec::new();
    let errors = problems.error_count();
    flatten(node.as_table()?, &[], &mut paths, problems);
    let variations = Variations::new(input.scenario, input.programmes);
    let mut fields: Vec<Vary> = Vec::new();
    for (segments, node) in paths {
        if let Some(vary) = one_field(input, targets, &segments, node, &variations, problems) {
            fields.push(vary);
        }
    }
    (problems.error_count() == errors).then_some(fields)
}

fn one_field(
    input: &PlanInput<'_>,
    targets: Targets,
    segments: &[Segment],
    node: &Node,
    variations: &Variations<'_>,
    problems: &mut Problems,
) -> Option<Vary> {
    let targets = paths::targets(input, targets, segments, problems)?;
    let known = paths::field_of(&targets[0]);
    let whole = matches!(known.map(|field| &field.kind), Some(Kind::Whole(..)));
    let (nodes, between) = values(segments, node, known, whole, problems)?;
    let errors = problems.error_count();
    for one in &nodes {
        variations.try_value(&targets, one, problems);
    }
    if problems.error_count() > errors {
        return None;
    }
    let last = segments.last()?;
    for (position, one) in nodes.iter().enumerate() {
        if nodes[..position].iter().any(|other| to_toml(other) == to_toml(one)) {
            problems.push(Diagnostic::error(
                Problem::Contradiction,
                &one.place,
                format!("`{}` takes a value twice", last.text),
                "again here",
            ));
            return None;
        }
    }
    Some(Vary {
        path: join(segments.iter().map(|segment| segment.text.as_str())),
        targets: targets
            .iter()
            .map(|path| path.iter().map(|segment| segment.text.clone()).collect())
            .collect(),
        levels: nodes.iter().map(level_of).collect(),
        between,
        whole,
    })
}

/// The level that a value stands for.
fn level_of(node: &Node) -> Level {
    let toml = to_toml(node);
    let label = match &node.value {
        Value::Text(text) => text.clone(),
        _ => toml.clone(),
    };
    Level { toml, number: node.as_number(), label }
}

/// The values of a field, and whether they are the ends of a range.
fn values(
    segments: &[Segment],
    node: &Node,
    known: Option<&'static Field>,
    whole: bool,
    problems: &mut Problems,
) -> Option<(Vec<Node>, bool)> {
    let name = &segments.last()?.text;
    match &node.value {
        Value::List(list) if list.len() > MOST_VALUES => {
            problems.push(Diagnostic::error(
                Problem::Value,
                &node.place,
                format!("`{name}` takes {} values", list.len()),
                format!("at most {MOST_VALUES}"),
            ));
            None
        }
        Value::List(list) if list.len() > 1 => Some((list.clone(), false)),
        Value::List(list) => {
            problems.push(
                Diagnostic::error(
                    Problem::Value,
                    &node.place,
                    format!("`{name}` needs two values or more to vary between"),
                    if list.is_empty() { "has none" } else { "has one" },
                )
                .help(format!("one value for the whole study: --set {name}=...")),
            );
            None
        }
        Value::Table(table) => {
            let errors = problems.error_count();
            check_table(table, &node.place, &SPREAD, Required::Yes, problems);
            if problems.error_count() > errors {
                return None;
            }
            Some((spread(table, node, whole)?, !table.has("steps")))
        }
        Value::Text(text) if text == "all" => all_words(name, node, known, problems),
        _ => {
            problems.push(
                Diagnostic::error(
                    Problem::Value,
                    &node.place,
                    format!("`{name}` must have a list of values"),
                    format!("found {}", node.found()),
                )
                .help(format!("for example {name} = [1.0, 2.0], {name} = {{ from = 1.0, to = 2.0, steps = 5 }}, or \"all\" for all words"))
                .help(format!("on the command line: --vary {name}=1,2 or --vary {name}=1..2/5")),
            );
            None
        }
    }
}

/// Values at equal distances; whole numbers where the field takes no others.
fn spread(table: &Table, node: &Node, whole: bool) -> Option<Vec<Node>> {
    let end = |key: &str| table.get(key).and_then(Node::as_number);
    let (from, to) = (end("from")?, end("to")?);
    let steps = table.get("steps").and_then(Node::as_whole).unwrap_or(2);
    let place_of = |index: i128| match index {
        0 => table.get("from"),
        index if index + 1 == steps => table.get("to"),
        _ => None,
    };
    let mut nodes: Vec<Node> = Vec::new();
    for index in 0..steps {
        let exact = from + (to - from) * index as f64 / (steps - 1) as f64;
        let place = place_of(index).map_or(&node.place, |end| &end.place).clone();
        let value = if whole {
            Value::Whole(exact.round() as i128)
        } else {
            Value::Number(without_noise(exact))
        };
        let one = Node { value, place };
        let known = nodes.iter().any(|other| other.as_number() == one.as_number());
        if !(whole && known) {
            nodes.push(one);
        }
    }
    Some(nodes)
}

/// Twelve digits: a third of a step and a sum of thirds print alike.
fn without_noise(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

fn all_words(
    name: &str,
    node: &Node,
    known: Option<&'static Field>,
    problems: &mut Problems,
) -> Option<(Vec<Node>, bool)> {
    let values: Vec<Value> = match known.map(|field| &field.kind) {
        Some(Kind::Key(vocabulary) | Kind::KeyOrTable(vocabulary, _)) => {
            let words = vocabulary.words().into_iter();
            words.map(|word| Value::Text(word.to_string())).collect()
        }
        Some(Kind::Word(words)) => words.iter().map(|word| Value::Text(word.to_string())).collect(),
        Some(Kind::YesNo) => vec![Value::YesNo(false), Value::YesNo(true)],
        _ => Vec::new(),
    };
    if values.is_empty() {
        problems.push(
            Diagnostic::error(
                Problem::Value,
                &node.place,
                format!("`{name}` has no fixed words"),
                "\"all\" of what?",
            )
            .help(format!("for example {name} = {{ from = 1.0, to = 2.0, steps = 5 }}")),
        );
        return None;
    }
    let nodes = values.into_iter().map(|value| Node { value, place: node.place.clone() });
    Some((nodes.collect(), false))
}

/// A value as TOML on one line.
fn to_toml(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => quoted_toml(text),
        Value::Whole(value) => value.to_string(),
        Value::Number(value) => number(*value),
        Value::YesNo(value) => value.to_string(),
        Value::Date => quoted(node.place.text()),
        Value::List(list) => {
            let entries: Vec<String> = list.iter().map(to_toml).collect();
            format!("[{}]", entries.join(", "))
        }
        Value::Table(table) => {
            let entry =
                |entry: &Entry| format!("{} = {}", quoted_toml(&entry.key), to_toml(&entry.node));
            let entries: Vec<String> = table.entries.iter().map(entry).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}
