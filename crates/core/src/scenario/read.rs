//! From the text of a scenario to its checked value.

use std::cmp::Ordering;
use std::sync::Arc;

use super::assign::apply;
use super::assignment::Assignment;
use super::check::{Required, check_table};
use super::diagnostic::{Diagnostic, Error, Problem, Problems, Reading, SourceText};
use super::document::{Entry, Node, Table, quoted, read_document};
use super::fields::Section;
use super::nearest::{did_you_mean, row};
use super::parameter_file::ParametersFile;
use super::reader::Reader;
use super::sections::{PROGRAMME, SCENARIO, SMALLEST_SCENARIO};
use super::source::ProgrammeSource;
use super::syntax;
use super::uncertainty::Sample;
use super::{
    PosteriorFile, Scenario, arm, doubts, parameters, population, posterior, study, uncertainty,
};

/// What a scenario is read from.
pub struct ScenarioInput<'a> {
    /// Name of the file without its ending.
    pub name: &'a str,
    /// Path of the file, for messages.
    pub file: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Finds the programmes that it names.
    pub programmes: &'a dyn ProgrammeSource,
    /// Parameters of another file; they replace those of the scenario.
    pub parameters: Option<&'a ParametersFile>,
    /// A posterior file named on the command line; it replaces that of the scenario.
    pub posterior: Option<&'a Arc<SourceText>>,
    /// Values given on the command line; they replace everything else.
    pub assignments: &'a [Assignment],
}

impl<'a> ScenarioInput<'a> {
    /// A scenario as its file says it.
    pub fn new(
        name: &'a str,
        file: &'a str,
        text: &'a str,
        programmes: &'a dyn ProgrammeSource,
    ) -> Self {
        ScenarioInput {
            name,
            file,
            text,
            programmes,
            parameters: None,
            posterior: None,
            assignments: &[],
        }
    }
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A question with arms.
    Scenario,
    /// A design that scenarios name.
    Programme,
}

/// What a file is for by its keys, if they tell.
pub fn file_kind(text: &str) -> Option<FileKind> {
    let source = SourceText::file("", text);
    let root = read_document(&source, &mut Problems::default());
    let table = root.as_table()?;
    let count = |section: &Section, other: &Section| {
        let own = |entry: &&Entry| {
            section.field(&entry.key).is_some() && other.field(&entry.key).is_none()
        };
        table.entries.iter().filter(own).count()
    };
    let scenario = count(&SCENARIO, &PROGRAMME);
    let programme = count(&PROGRAMME, &SCENARIO);
    match scenario.cmp(&programme) {
        Ordering::Greater => Some(FileKind::Scenario),
        Ordering::Less => Some(FileKind::Programme),
        Ordering::Equal => None,
    }
}

/// Reads and checks a scenario with the programmes that it names.
///
/// # Errors
///
/// Everything that is wrong with the scenario, its programmes, the parameter
/// file and the command line's values, each with its place.
pub fn read_scenario(input: &ScenarioInput<'_>) -> Result<Reading<Scenario>, Error> {
    let mut problems = Problems::default();
    let source = SourceText::file(input.file, input.text);
    if source.text.trim().is_empty() {
        problems.push(
            Diagnostic::of_file(
                Problem::Missing,
                input.file,
                "the file holds nothing: a scenario needs at least a population and one arm",
            )
            .help(format!(
                "a whole scenario may be as short as this:\n\n{}",
                SMALLEST_SCENARIO.trim_end()
            )),
        );
        return problems.finish(None);
    }
    let mut root = read_document(&source, &mut problems);
    if problems.error_count() > 0 {
        return problems_of_broken_text(&source, &root, problems);
    }
    let start = root.place.clone();
    let Some(table) = root.as_table_mut() else {
        return problems.finish(None);
    };
    if let Some(file) = input.parameters {
        file.put_into(table, &start);
    }
    apply(input.assignments, table, &mut problems);
    if input.posterior.is_some() {
        posterior::overrule_the_file(table);
    }
    check_table(table, &start, &SCENARIO, Required::Yes, &mut problems);
    let file = posterior::find(Reader::new(table, &SCENARIO), input, &mut problems);
    let scenario = build(input.name, input.programmes, &file, table, &mut problems);
    // Without the file that was named, nobody knows what would be drawn.
    let scenario = scenario.filter(|_| file.is_some());
    let reader = Reader::new(table, &SCENARIO);
    let scenario = scenario.and_then(|scenario| {
        doubts::find(reader, &scenario, &mut problems);
        let study = study::build(reader, &scenario, input.programmes, &mut problems)?;
        Some(Scenario { study, ..scenario })
    });
    problems.finish(scenario)
}

/// A text with syntax errors: of what could be made out, only mistakes in
/// single values on other lines are reported. What seems to be missing or
/// misplaced may be hidden by the syntax error.
fn problems_of_broken_text(
    source: &Arc<SourceText>,
    root: &Node,
    problems: Problems,
) -> Result<Reading<Scenario>, Error> {
    let mut others = Problems::default();
    if let Some(table) = root.as_table() {
        check_table(table, &root.place, &SCENARIO, Required::No, &mut others);
    }
    let Err(Error::Invalid(found)) = problems.finish::<()>(None) else {
        return others.finish(None);
    };
    let lines: Vec<usize> = found
        .iter()
        .filter_map(|one| one.place().map(|place| place.line_and_column().0))
        .collect();
    let in_header = lines.iter().any(|line| {
        source
            .text
            .lines()
            .nth(line - 1)
            .is_some_and(|text| text.trim_start().starts_with('['))
    });
    let open_list = found
        .iter()
        .filter(|one| syntax::is_about_open_list(one))
        .filter_map(|one| one.place().map(|place| place.line_and_column().0))
        .min();
    others.retain(|one| {
        let line = one.place().map_or(0, |place| place.line_and_column().0);
        let sure = match one.problem {
            Problem::Value => true,
            Problem::UnknownKey => !in_header,
            _ => false,
        };
        sure && !lines.contains(&line) && open_list.is_none_or(|open| line < open)
    });
    others.extend(found);
    others.finish(None)
}

/// Puts the values of a checked table together; its study is left to others. `file` is
/// the posterior file that it goes by, if any; empty if one was named that cannot be used.
pub(super) fn build(
    name: &str,
    programmes: &dyn ProgrammeSource,
    file: &Option<Option<Arc<PosteriorFile>>>,
    table: &Table,
    problems: &mut Problems,
) -> Option<Scenario> {
    let reader = Reader::new(table, &SCENARIO);
    let population = population::build(reader, problems);
    let arms = arm::build_all(reader, programmes, problems);
    let reference = reference(reader, problems);
    let parameters = table
        .get("parameters")
        .and_then(Node::as_table)
        .map_or_else(Vec::new, parameters::settings);
    let file = file.as_ref();
    let own = file.and_then(|file| file.as_deref());
    let literature = posterior::reading(reader, own, problems);
    // Of a file that cannot be used, it is not known what it is of.
    let sample = match (file, literature) {
        (Some(None), reading) => Sample::Of(reading.unwrap_or_default()),
        _ => Sample::File,
    };
    let uncertainty = uncertainty::build(reader, sample, problems);
    let text_or_name = |key: &str| match reader.has(key) {
        true => reader.text(key),
        false => Some(name.to_string()),
    };
    Some(Scenario {
        name: text_or_name("name")?,
        title: text_or_name("title")?,
        question: reader.text("question")?,
        population: population?,
        families: reader.whole("families")?,
        replicates: reader.whole("replicates")?,
        horizon_weeks: reader.whole("horizon_weeks")?,
        seed: reader.whole_64("seed")?,
        reference: reference?,
        arms: arms?,
        reading: literature?,
        posterior: file.cloned().flatten(),
        parameters,
        uncertainty: uncertainty?,
        study: None,
    })
}

/// Index of the arm that the others are compared with.
fn reference(reader: Reader<'_>, problems: &mut Problems) -> Option<usize> {
    let names: Vec<&str> = reader
        .tables("arm")
        .into_iter()
        .filter_map(|(_, arm)| arm.get("name").and_then(Node::as_text))
        .collect();
    let Some(node) = reader.node("reference") else {
        return Some(0);
    };
    let wanted = node.as_text()?;
    if let Some(position) = names.iter().position(|name| *name == wanted) {
        return Some(position);
    }
    if !names.is_empty() {
        let label = did_you_mean(wanted, names.iter().copied())
            .unwrap_or_else(|| "no arm has this name".to_string());
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &node.place,
                format!("the reference {} is no arm", quoted(wanted)),
                label,
            )
            .help(format!("arms: {}", row(names.iter().copied()))),
        );
    }
    None
}
