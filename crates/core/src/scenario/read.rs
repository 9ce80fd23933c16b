//! From the text of a scenario to its checked value.

use std::cmp::Ordering;
use std::sync::Arc;

use super::assign::apply;
use super::assignment::Assignment;
use super::build::build;
use super::check::{Required, check_table};
use super::diagnostic::{Diagnostic, Error, Parsed, Problem, Problems, SourceText};
use super::document::{Entry, Node};
use super::fields::Section;
use super::parameter_file::ParametersFile;
use super::parse::read_document;
use super::reader::Reader;
use super::sections::{PROGRAMME, SCENARIO, SMALLEST_SCENARIO};
use super::source::ProgrammeSource;
use super::study::build::build as build_study;
use super::types::Scenario;
use super::{doubts, posterior, syntax};

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
pub fn read_scenario(input: &ScenarioInput<'_>) -> Result<Parsed<Scenario>, Error> {
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
    let file = posterior::find(
        Reader::new(table, &SCENARIO),
        input.posterior,
        input.programmes,
        &mut problems,
    );
    let scenario = build(input.name, input.programmes, &file, table, &mut problems);
    // Without the file that was named, nobody knows what would be drawn.
    let scenario = scenario.filter(|_| file.is_some());
    let reader = Reader::new(table, &SCENARIO);
    let scenario = scenario.and_then(|scenario| {
        doubts::find(reader, &scenario, &mut problems);
        let study = build_study(reader, &scenario, input.programmes, &mut problems)?;
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
) -> Result<Parsed<Scenario>, Error> {
    let mut others = Problems::default();
    if let Some(table) = root.as_table() {
        check_table(table, &root.place, &SCENARIO, Required::No, &mut others);
    }
    let Err(Error::Invalid(found)) = problems.finish::<()>(None) else {
        return others.finish(None);
    };
    let lines: Vec<usize> =
        found.iter().filter_map(|one| one.place().map(|place| place.line_and_column().0)).collect();
    let in_header = lines.iter().any(|line| {
        source.text.lines().nth(line - 1).is_some_and(|text| text.trim_start().starts_with('['))
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
