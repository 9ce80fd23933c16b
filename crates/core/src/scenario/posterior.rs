//! The calibrated sample of a scenario: that of its reading, or of a file that it names.

use std::sync::Arc;

use crate::evidence::LiteratureReading;

use super::diagnostic::{Diagnostic, Error, Label, Origin, Problem, Problems, SourceText};
use super::document::{Node, Table};
use super::posterior_file::parse_posterior_file;
use super::reader::Reader;
use super::sections::UNCERTAINTY;
use super::source::ProgrammeSource;
use super::types::PosteriorFile;

/// Finds the file that the command line or the scenario names. The outer option is empty
/// when something was wrong, the inner one when none is named.
pub(super) fn find(
    reader: Reader<'_>,
    command_line: Option<&Arc<SourceText>>,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> Option<Option<Arc<PosteriorFile>>> {
    let source = match (command_line, named(reader)) {
        (Some(source), _) => Arc::clone(source),
        (None, None) => return Some(None),
        (None, Some(node)) => {
            // That it is a text has been checked.
            let path = node.as_text()?;
            match programmes.posterior(path) {
                Ok(Some(source)) => source,
                Ok(None) => {
                    problems.push(
                        Diagnostic::error(
                            Problem::Unreadable,
                            &node.place,
                            "a posterior file cannot be reached from here",
                            "no files beside this scenario",
                        )
                        .help("name it on the command line with --posterior FILE"),
                    );
                    return None;
                }
                Err(mut diagnostic) => {
                    diagnostic
                        .labels
                        .push(Label { place: node.place.clone(), text: "named here".to_string() });
                    problems.push(*diagnostic);
                    return None;
                }
            }
        }
    };
    match parse_posterior_file(&source.file, &source.text) {
        Ok(posterior) => {
            Some(Some(Arc::new(PosteriorFile { text: source.text.clone(), posterior })))
        }
        Err(Error::Invalid(found)) => {
            problems.extend(found);
            None
        }
    }
}

/// Who names a posterior file on the command line wants to draw from it, whatever the
/// scenario file says; what else the command line says still holds.
pub(super) fn overrule_the_file(table: &mut Table) {
    let Some(entry) = table.entry_mut("uncertainty") else {
        return;
    };
    let Some(uncertainty) = entry.node.as_table_mut() else {
        return;
    };
    let from = uncertainty.get("from");
    if from.is_some_and(|node| node.place.source.origin == Origin::File) {
        uncertainty.remove("from");
    }
}

fn named<'a>(reader: Reader<'a>) -> Option<&'a Node> {
    let table = reader.node("uncertainty")?.as_table()?;
    Reader::new(table, &UNCERTAINTY).node("posterior")
}

/// The reading of a scenario: what it says, else that of its posterior file, else the
/// program's default. Empty when something was wrong.
pub(super) fn reading(
    reader: Reader<'_>,
    file: Option<&PosteriorFile>,
    problems: &mut Problems,
) -> Option<LiteratureReading> {
    let own = file.map(|file| file.posterior.reading);
    let Some(node) = reader.node("reading") else {
        return Some(own.unwrap_or_default());
    };
    let said = LiteratureReading::of_word(&reader.text("reading")?)?;
    let Some(own) = own.filter(|own| *own != said) else {
        return Some(said);
    };
    let mut diagnostic = Diagnostic::error(
        Problem::Contradiction,
        &node.place,
        format!(
            "the posterior file is of the reading `{}`, but the scenario is to follow `{}`",
            own.word(),
            said.word()
        ),
        format!("the file says `{}`", own.word()),
    );
    if let Some(node) = named(reader) {
        diagnostic = diagnostic.and(&node.place, "the file");
    }
    problems.push(diagnostic.help(format!(
        "leave `reading` out to follow the file, or name a file of `{}`",
        said.word()
    )));
    None
}
