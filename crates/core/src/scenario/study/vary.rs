//! Fields with the values that they take: `vary` of a study.
//!
//! A field is named by its path, as in `--set`: `arm.home.visit_minutes`,
//! `population.adversity_mean`, `attend_burden`. A field of a programme without an arm
//! stands for that field in the arms that the study varies. `visits_per_week` is a
//! schedule with that one rate.

use crate::scenario::assignment::{Segment, split_path};
use crate::scenario::check::{Required, check_table};
use crate::scenario::diagnostic::{Diagnostic, Problem, Problems};
use crate::scenario::document::{Entry, Node, Table, Value, quoted};
use crate::scenario::fields::{Field, Kind, Presence, Section};
use crate::scenario::sections::field;
use crate::scenario::write::{Lines, number, quoted as quoted_toml};

use super::PlanInput;
use super::variations::{self, Variations};

/// Values of one field at most.
const MOST_VALUES: usize = 1000;

/// Values from one number to another.
#[rustfmt::skip]
pub(crate) static SPREAD: Section = Section {
    phrase: "values from one number to another",
    meaning: "Values at equal distances.",
    fields: &[
        field("from", Kind::Number(f64::MIN, f64::MAX), "", Presence::Required, "0.0", "The first value."),
        field("to", Kind::Number(f64::MIN, f64::MAX), "", Presence::Required, "2.0", "The last value."),
        field("steps", Kind::Whole(2, 1000), "values", Presence::Optional("the two ends"), "9", "How many values, with both ends."),
    ],
};

/// A field with the values that it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Vary {
    /// The path as it was written.
    pub path: String,
    /// What is set at each level, one path for each arm that it concerns.
    pub targets: Vec<Vec<String>>,
    /// The values.
    pub levels: Vec<Level>,
    /// Were only two ends given, so that any value between them may be taken?
    pub between: bool,
    /// Does the field take whole numbers only?
    pub whole: bool,
}

/// A value of a varied field.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// As TOML.
    pub toml: String,
    /// As a number, if it is one.
    pub number: Option<f64>,
    /// For tables and figures.
    pub label: String,
}

impl Level {
    /// A number; whole ones are written without a point.
    pub fn of_number(value: f64, whole: bool) -> Level {
        if whole {
            let text = format!("{:.0}", value.round());
            return Level {
                label: text.clone(),
                toml: text,
                number: Some(value.round()),
            };
        }
        let label = format!("{value}");
        Level {
            toml: number(value),
            number: Some(value),
            label,
        }
    }

    fn of_node(node: &Node) -> Level {
        let toml = to_toml(node);
        let label = match &node.value {
            Value::Text(text) => text.clone(),
            _ => toml.clone(),
        };
        Level {
            toml,
            number: node.as_number(),
            label,
        }
    }
}

/// In which arms a field of a programme is varied that is named without an arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Targets {
    /// In every studied arm that offers a helper.
    StudiedArms,
    /// In the first studied arm.
    FirstArm,
}

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

/// Paths with their values. Keys with dots, and tables within tables, are both paths.
fn flatten<'a>(
    table: &'a Table,
    before: &[Segment],
    paths: &mut Vec<(Vec<Segment>, &'a Node)>,
    problems: &mut Problems,
) {
    for entry in &table.entries {
        let mut segments = before.to_vec();
        match (before.is_empty(), split_path(&entry.key)) {
            (true, Ok(parts)) => segments.extend(parts.into_iter().map(|(text, _)| Segment {
                text,
                place: entry.key_place.clone(),
            })),
            (true, Err((_, message, label))) => {
                problems.push(Diagnostic::error(
                    Problem::Syntax,
                    &entry.key_place,
                    message,
                    label,
                ));
                continue;
            }
            (false, _) => segments.push(Segment {
                text: entry.key.clone(),
                place: entry.key_place.clone(),
            }),
        }
        match entry.node.as_table() {
            Some(inner)
                if !inner
                    .entries
                    .iter()
                    .any(|one| SPREAD.field(&one.key).is_some()) =>
            {
                flatten(inner, &segments, paths, problems);
            }
            _ => paths.push((segments, &entry.node)),
        }
    }
}

fn one_field(
    input: &PlanInput<'_>,
    targets: Targets,
    segments: &[Segment],
    node: &Node,
    variations: &Variations<'_>,
    problems: &mut Problems,
) -> Option<Vary> {
    let targets = variations::targets(input, targets, segments, problems)?;
    let known = variations::field_of(&targets[0]);
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
        if nodes[..position]
            .iter()
            .any(|other| to_toml(other) == to_toml(one))
        {
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
        levels: nodes.iter().map(Level::of_node).collect(),
        between,
        whole,
    })
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
                    if list.is_empty() {
                        "has none"
                    } else {
                        "has one"
                    },
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
        let place = place_of(index)
            .map_or(&node.place, |end| &end.place)
            .clone();
        let value = if whole {
            Value::Whole(exact.round() as i128)
        } else {
            Value::Number(without_noise(exact))
        };
        let one = Node { value, place };
        let known = nodes
            .iter()
            .any(|other| other.as_number() == one.as_number());
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
        Some(Kind::Word(words)) => words
            .iter()
            .map(|word| Value::Text(word.to_string()))
            .collect(),
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
            .help(format!(
                "for example {name} = {{ from = 1.0, to = 2.0, steps = 5 }}"
            )),
        );
        return None;
    }
    let nodes = values.into_iter().map(|value| Node {
        value,
        place: node.place.clone(),
    });
    Some((nodes.collect(), false))
}

/// A path as text; parts with dots stand in quotes.
fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let written: Vec<String> = parts
        .map(|part| match part.contains(['.', '"']) {
            true if part.contains('"') => format!("'{part}'"),
            true => format!("\"{part}\""),
            false => part.to_string(),
        })
        .collect();
    written.join(".")
}

/// A value as TOML on one line.
pub(super) fn to_toml(node: &Node) -> String {
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

/// Writes `[study.vary]`.
pub(super) fn write(file: &mut Lines, fields: &[Vary]) {
    file.header("[study.vary]");
    for vary in fields {
        let key = quoted_toml(&vary.path);
        match (vary.between, &vary.levels[..]) {
            (true, [from, .., to]) => {
                file.raw(
                    &key,
                    format!("{{ from = {}, to = {} }}", from.toml, to.toml),
                );
            }
            _ => file.list(&key, vary.levels.iter().map(|level| level.toml.clone())),
        }
    }
}
