//! A scenario with some of its fields set otherwise.

use crate::scenario::assign::set_path;
use crate::scenario::assignment::Segment;
use crate::scenario::check::{Required, check_table};
use crate::scenario::diagnostic::{Diagnostic, Error, Place, Problem, Problems, SourceText};
use crate::scenario::document::{Entry, Node, Table, Value, quoted, read_document, read_value};
use crate::scenario::fields::{Field, Vocabulary};
use crate::scenario::sections::{ARM, POPULATION, PROGRAMME, SCENARIO};
use crate::scenario::source::ProgrammeSource;
use crate::scenario::{Scenario, read};

use super::vary::Targets;
use super::{Level, PlanInput, Vary};

/// A field set to a value.
pub type Setting<'a> = (&'a Vary, &'a Level);

/// A short word for a schedule with one rate.
const RATE: &str = "visits_per_week";

/// Makes scenarios that differ from one in some fields.
pub struct Variations<'a> {
    scenario: &'a Scenario,
    root: Node,
    programmes: &'a dyn ProgrammeSource,
}

impl<'a> Variations<'a> {
    /// Variations of a scenario.
    pub fn new(scenario: &'a Scenario, programmes: &'a dyn ProgrammeSource) -> Self {
        // No point of a study draws by [uncertainty], so it cannot contradict a field either.
        let plain = Scenario {
            study: None,
            uncertainty: None,
            ..scenario.clone()
        };
        let source = SourceText::file("the scenario with everything resolved", &plain.to_toml());
        // What is written reads back; a test of the writer holds that.
        let root = read_document(&source, &mut Problems::default());
        Variations {
            scenario,
            root,
            programmes,
        }
    }

    /// The scenario with these fields set.
    ///
    /// # Errors
    /// When the values are impossible together.
    pub fn scenario(&self, settings: &[Setting<'_>]) -> Result<Scenario, Error> {
        let mut problems = Problems::default();
        let mut table = self.root.as_table().cloned().unwrap_or_default();
        let varied: Vec<&Vec<String>> = settings
            .iter()
            .flat_map(|(vary, _)| &vary.targets)
            .collect();
        for (vary, level) in settings {
            let text = format!("{} = {}", vary.path, level.toml);
            let source = SourceText::command_line(text);
            let start = vary.path.len() + 3;
            let Ok(node) = read_value(&source, start..source.text.len()) else {
                continue;
            };
            let place = Place::new(&source, 0..vary.path.len());
            for target in &vary.targets {
                let segments: Vec<Segment> = target
                    .iter()
                    .map(|text| Segment {
                        text: text.clone(),
                        place: place.clone(),
                    })
                    .collect();
                self.set(&mut table, &segments, &node, &varied, &mut problems);
            }
        }
        let scenario = self.build(&table, &mut problems);
        problems.finish(scenario).map(|reading| reading.value)
    }

    /// Tries a value of a field and reports what is wrong with it.
    pub(super) fn try_value(&self, targets: &[Vec<Segment>], node: &Node, problems: &mut Problems) {
        let mut found = Problems::default();
        let mut table = self.root.as_table().cloned().unwrap_or_default();
        for target in targets {
            self.set(&mut table, target, node, &[], &mut found);
        }
        let scenario = self.build(&table, &mut found);
        match found.finish(scenario) {
            Ok(reading) => {
                // Remarks about the scenario itself are made when it is read.
                let own = |one: &Diagnostic| {
                    one.place()
                        .is_some_and(|place| place.source == node.place.source)
                };
                problems.extend(reading.warnings.into_iter().filter(own));
            }
            Err(Error::Invalid(errors)) => problems.extend(errors),
        }
    }

    fn build(&self, table: &Table, problems: &mut Problems) -> Option<Scenario> {
        check_table(table, &self.root.place, &SCENARIO, Required::Yes, problems);
        let file = Some(self.scenario.posterior.clone());
        read::build(&self.scenario.name, self.programmes, &file, table, problems)
    }

    fn set(
        &self,
        table: &mut Table,
        path: &[Segment],
        node: &Node,
        varied: &[&Vec<String>],
        problems: &mut Problems,
    ) {
        let place = &node.place;
        let mut put = |table: &mut Table, path: &[Segment], value: Node| {
            if let Err(diagnostic) = set_path(table, path, value) {
                problems.push(*diagnostic);
            }
        };
        let beside = |key: &str| {
            let mut path = path.to_vec();
            if let Some(last) = path.last_mut() {
                last.text = key.to_string();
            }
            path
        };
        if !of_programme(path) {
            return put(table, path, node.clone());
        }
        match path.last().map(|segment| segment.text.as_str()) {
            Some(RATE) => {
                put(table, &beside("schedule"), one_rate(node));
                let off = Node {
                    value: Value::Text("off".to_string()),
                    place: place.clone(),
                };
                put(table, &beside("levels"), off);
            }
            Some("duration_weeks") => {
                put(table, path, node.clone());
                // The time by which the measure may be extended stays as it is.
                let extension = self.extension(&path[1].text);
                let latest = beside("max_weeks");
                let names = |target: &&Vec<String>| {
                    target
                        .iter()
                        .zip(&latest)
                        .all(|(text, segment)| *text == segment.text)
                };
                let own = varied.iter().any(names);
                if let (Some(extension), Some(weeks), false) = (extension, node.as_whole(), own) {
                    let value = Value::Whole(weeks + i128::from(extension));
                    put(
                        table,
                        &latest,
                        Node {
                            value,
                            place: place.clone(),
                        },
                    );
                }
            }
            _ => put(table, path, node.clone()),
        }
    }

    fn extension(&self, arm: &str) -> Option<u32> {
        let arm = self.scenario.arms.iter().find(|one| one.name == arm)?;
        let programme = arm.programme.as_ref()?;
        Some(programme.max_weeks.saturating_sub(programme.duration_weeks))
    }
}

/// Is it the path of a field of an arm's programme?
fn of_programme(path: &[Segment]) -> bool {
    let is = |index: usize, word: &str| path.get(index).is_some_and(|one| one.text == word);
    match path.len() {
        3 => is(0, "arm"),
        4 => is(0, "arm") && (is(2, "programme") || is(2, "override")),
        _ => false,
    }
}

/// `[{ from_week = 0, visits_per_week = RATE }]`.
fn one_rate(node: &Node) -> Node {
    let place = &node.place;
    let entry = |key: &str, value: Value| Entry {
        key: key.to_string(),
        key_place: place.clone(),
        node: Node {
            value,
            place: place.clone(),
        },
    };
    let step = Table {
        entries: vec![
            entry("from_week", Value::Whole(0)),
            entry(RATE, node.value.clone()),
        ],
    };
    let step = Node {
        value: Value::Table(step),
        place: place.clone(),
    };
    Node {
        value: Value::List(vec![step]),
        place: place.clone(),
    }
}

/// The paths that a path of `vary` stands for: a field of a programme without an arm is
/// that field in the arms that are varied.
pub(super) fn targets(
    input: &PlanInput<'_>,
    targets: Targets,
    path: &[Segment],
    problems: &mut Problems,
) -> Option<Vec<Vec<Segment>>> {
    let first = path.first()?;
    let known = SCENARIO.field(&first.text).is_some()
        || Vocabulary::Parameter.words().contains(&first.text.as_str());
    let bare = !known && (PROGRAMME.field(&first.text).is_some() || first.text == RATE);
    if !bare {
        return refuse_what_cannot_vary(path, problems).then(|| vec![path.to_vec()]);
    }
    let count = match targets {
        Targets::StudiedArms => input.arms.len(),
        Targets::FirstArm => 1,
    };
    let arms = input
        .arms
        .iter()
        .take(count)
        .filter_map(|arm| input.scenario.arms.get(*arm));
    let with_helper: Vec<Vec<Segment>> = arms
        .filter(|arm| arm.programme.is_some())
        .map(|arm| {
            let segment = |text: &str| Segment {
                text: text.to_string(),
                place: first.place.clone(),
            };
            let mut whole = vec![segment("arm"), segment(&arm.name)];
            whole.extend_from_slice(path);
            whole
        })
        .collect();
    if with_helper.is_empty() {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &first.place,
                format!(
                    "`{}` is a field of a programme, but no arm here offers a helper",
                    first.text
                ),
                "in which arm?",
            )
            .help("name the arm: arm.home.visit_minutes"),
        );
        return None;
    }
    Some(with_helper)
}

/// Fields that say how much is simulated, or what things are called, cannot be varied;
/// reports it and returns false.
fn refuse_what_cannot_vary(path: &[Segment], problems: &mut Problems) -> bool {
    let Some((first, last)) = path.first().zip(path.last()) else {
        return false;
    };
    let reason = match first.text.as_str() {
        "families" | "replicates" | "seed" | "horizon_weeks" => {
            "all points of a study share families, random numbers and follow-up"
        }
        "name" | "title" | "question" | "reference" | "study" | "uncertainty" => {
            "it changes nothing that is simulated"
        }
        "arm" if path.len() < 3 => "a path goes on to a field of the arm: arm.home.visit_minutes",
        "arm" if path.len() == 3 && last.text == "programme" => {
            "compare whole programmes as arms of their own"
        }
        "arm" if ["name", "reason", "resolved_from"].contains(&last.text.as_str()) => {
            "it changes nothing that is simulated"
        }
        _ => return true,
    };
    problems.push(Diagnostic::error(
        Problem::Contradiction,
        &last.place,
        format!("{} cannot be varied", quoted(&last.text)),
        reason,
    ));
    false
}

/// The field that a path ends at, if it is one with a type of its own.
pub(super) fn field_of(path: &[Segment]) -> Option<&'static Field> {
    let last = &path.last()?.text;
    match (path.first()?.text.as_str(), path.len()) {
        ("arm", 3 | 4) => PROGRAMME.field(last).or_else(|| ARM.field(last)),
        ("population", 2) => POPULATION.field(last),
        (first, 1) => SCENARIO.field(first),
        _ => None,
    }
}
