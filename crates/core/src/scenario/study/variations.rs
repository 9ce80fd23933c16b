//! A scenario with some of its fields set otherwise.

use crate::scenario::assign::set_path;
use crate::scenario::assignment::Segment;
use crate::scenario::build;
use crate::scenario::check::{Required, check_table};
use crate::scenario::diagnostic::{Diagnostic, Error, Place, Problems, SourceText};
use crate::scenario::document::{Entry, Node, Table, Value};
use crate::scenario::parse::{read_document, read_value};
use crate::scenario::sections::SCENARIO;
use crate::scenario::source::ProgrammeSource;
use crate::scenario::types::Scenario;

use super::paths::RATE;
use super::types::{Level, Vary};

/// A field set to a value.
pub type Setting<'a> = (&'a Vary, &'a Level);

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
        let plain = Scenario { study: None, uncertainty: None, ..scenario.clone() };
        let source = SourceText::file("the scenario with everything resolved", &plain.to_toml());
        // What is written reads back; a test of the writer holds that.
        let root = read_document(&source, &mut Problems::default());
        Variations { scenario, root, programmes }
    }

    /// The scenario with these fields set.
    ///
    /// # Errors
    /// When the values are impossible together.
    pub fn scenario(&self, settings: &[Setting<'_>]) -> Result<Scenario, Error> {
        let mut problems = Problems::default();
        let mut table = self.root.as_table().cloned().unwrap_or_default();
        let varied: Vec<&Vec<String>> =
            settings.iter().flat_map(|(vary, _)| &vary.targets).collect();
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
                    .map(|text| Segment { text: text.clone(), place: place.clone() })
                    .collect();
                self.set(&mut table, &segments, &node, &varied, &mut problems);
            }
        }
        let scenario = self.build(&table, &mut problems);
        problems.finish(scenario).map(|parsed| parsed.value)
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
            Ok(parsed) => {
                // Remarks about the scenario itself are made when it is read.
                let own = |one: &Diagnostic| {
                    one.place().is_some_and(|place| place.source == node.place.source)
                };
                problems.extend(parsed.warnings.into_iter().filter(own));
            }
            Err(Error::Invalid(errors)) => problems.extend(errors),
        }
    }

    fn build(&self, table: &Table, problems: &mut Problems) -> Option<Scenario> {
        check_table(table, &self.root.place, &SCENARIO, Required::Yes, problems);
        let file = Some(self.scenario.posterior.clone());
        build::build(&self.scenario.name, self.programmes, &file, table, problems)
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
                let off = Node { value: Value::Text("off".to_string()), place: place.clone() };
                put(table, &beside("levels"), off);
            }
            Some("duration_weeks") => {
                put(table, path, node.clone());
                // The time by which the measure may be extended stays as it is.
                let extension = self.extension(&path[1].text);
                let latest = beside("max_weeks");
                let names = |target: &&Vec<String>| {
                    target.iter().zip(&latest).all(|(text, segment)| *text == segment.text)
                };
                let own = varied.iter().any(names);
                if let (Some(extension), Some(weeks), false) = (extension, node.as_whole(), own) {
                    let value = Value::Whole(weeks + i128::from(extension));
                    put(table, &latest, Node { value, place: place.clone() });
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
        node: Node { value, place: place.clone() },
    };
    let step = Table {
        entries: vec![entry("from_week", Value::Whole(0)), entry(RATE, node.value.clone())],
    };
    let step = Node { value: Value::Table(step), place: place.clone() };
    Node { value: Value::List(vec![step]), place: place.clone() }
}
