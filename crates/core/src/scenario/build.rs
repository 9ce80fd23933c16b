//! From the checked table of a scenario to its value.

use std::sync::Arc;

use super::diagnostic::{Diagnostic, Problem, Problems};
use super::document::{Node, Table, quoted};
use super::nearest::{did_you_mean, row};
use super::reader::Reader;
use super::sections::SCENARIO;
use super::source::ProgrammeSource;
use super::types::{PosteriorFile, Scenario};
use super::uncertainty::Sample;
use super::{arm, languages, parameters, population, posterior, uncertainty};

/// Puts the values of a checked table together; its study is left to others. `file` is
/// the posterior file that it goes by, if any; empty if one was named that cannot be used.
pub(crate) fn build(
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
        translations: languages::build(reader),
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
