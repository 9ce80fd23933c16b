//! Programmes in layers: a file, what it extends, and what an arm overrides.

use std::sync::Arc;

use super::check::{Required, check_table};
use super::diagnostic::{Diagnostic, Place, Problem, Problems, SourceText};
use super::document::{Entry, Node, Table, Value, quoted};
use super::languages;
use super::nearest::{did_you_mean, row};
use super::parse::read_document;
use super::sections::PROGRAMME;
use super::source::ProgrammeSource;
use super::translations::KEY;

/// Reads a programme's own text and merges it with what it extends; nothing if
/// it could not be made out.
pub(crate) fn read(
    key: &str,
    source: &Arc<SourceText>,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> Option<Table> {
    let mut chain = vec![Link { name: key.to_string(), place: None }];
    let (table, broken) = layers_of(source, &mut chain, programmes, problems);
    (!broken).then_some(table)
}

/// A programme on the way to the one that is being read.
struct Link {
    name: String,
    /// Where it was named.
    place: Option<Place>,
}

/// The merged table of the programme that an arm names.
pub(crate) fn load(
    node: &Node,
    name: &str,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> Option<Table> {
    load_in_chain(node, name, &mut Vec::new(), programmes, problems)
}

/// The merged table of an inline programme.
pub(crate) fn load_inline(
    table: &Table,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> Option<Table> {
    extended(table, &mut Vec::new(), programmes, problems)
}

fn load_in_chain(
    node: &Node,
    name: &str,
    chain: &mut Vec<Link>,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> Option<Table> {
    if let Some(start) = chain.iter().position(|link| link.name == name) {
        problems.push(cycle(node, name, &chain[start..]));
        return None;
    }
    let source = match programmes.load(name) {
        Ok(Some(source)) => source,
        Ok(None) => {
            problems.push(unknown(node, name, &programmes.names()));
            return None;
        }
        Err(diagnostic) => {
            problems.push(*diagnostic);
            return None;
        }
    };
    chain.push(Link { name: name.to_string(), place: Some(node.place.clone()) });
    let (table, syntax) = layers_of(&source, chain, programmes, problems);
    chain.pop();
    // A text that could be made out is passed on although a field may be wrong:
    // that field is reported, and the others can still be checked together.
    (!syntax).then_some(table)
}

/// Reads a programme text and merges it with what it extends; the flag says
/// whether the text, or one below it, could not be made out.
fn layers_of(
    source: &Arc<SourceText>,
    chain: &mut Vec<Link>,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> (Table, bool) {
    let errors = problems.error_count();
    let root = read_document(source, problems);
    let broken = problems.error_count() > errors;
    let Value::Table(table) = root.value else {
        return (Table::default(), true);
    };
    // What could be made out of a broken text may not be what was written.
    if broken {
        return (table, true);
    }
    check_table(&table, &root.place, &PROGRAMME, Required::No, problems);
    match extended(&table, chain, programmes, problems) {
        Some(merged) => (merged, false),
        None => (table, true),
    }
}

fn extended(
    table: &Table,
    chain: &mut Vec<Link>,
    programmes: &dyn ProgrammeSource,
    problems: &mut Problems,
) -> Option<Table> {
    let Some(node) = table.get("extends") else {
        return Some(table.clone());
    };
    let base = load_in_chain(node, node.as_text()?, chain, programmes, problems)?;
    let mut merged = merge(&base, table, None);
    merged.remove("extends");
    Some(merged)
}

fn unknown(node: &Node, name: &str, names: &[String]) -> Diagnostic {
    let near = did_you_mean(name, names.iter().map(String::as_str));
    let diagnostic = Diagnostic::error(
        Problem::Value,
        &node.place,
        format!("unknown programme: {}", quoted(name)),
        near.clone().unwrap_or_else(|| "no programme has this name".to_string()),
    )
    .help("looked for a file of this name in the folder `programmes` beside the scenario, then among the built-in programmes");
    match near {
        Some(_) => diagnostic,
        None => diagnostic.help(format!("programmes: {}", row(names.iter().map(String::as_str)))),
    }
}

fn cycle(node: &Node, name: &str, links: &[Link]) -> Diagnostic {
    let mut names: Vec<&str> = links.iter().map(|link| link.name.as_str()).collect();
    names.push(name);
    let mut diagnostic = Diagnostic::error(
        Problem::Contradiction,
        &node.place,
        format!("programmes extend each other in a circle: {}", names.join(" -> ")),
        if names.len() == 2 { "extends itself" } else { "closes the circle" },
    );
    for link in links.iter().skip(1) {
        if let Some(place) = &link.place {
            diagnostic = diagnostic.and(place, format!("leads to {}", link.name));
        }
    }
    diagnostic.help("let one of them stand alone: write out its fields and take `extends` away")
}

/// The upper layer over the lower one.
///
/// Where two fields say one thing in two ways, what the upper layer says
/// replaces both: a schedule replaces need-based levels and the other way
/// round, and `first_visits = 0` takes the first arena away. The note on a
/// replaced field goes with it; `note` stands in its place. So do the translations of a
/// text that is replaced.
pub(crate) fn merge(lower: &Table, upper: &Table, note: Option<&str>) -> Table {
    let mut merged = lower.clone();
    let levels = upper.get("levels").and_then(Node::as_text);
    if levels == Some("need-based") && !upper.has("schedule") {
        merged.remove("schedule");
    }
    if upper.has("schedule") && !upper.has("levels") {
        merged.remove("levels");
    }
    let first_visits = upper.get("first_visits").and_then(Node::as_whole);
    if first_visits == Some(0) && !upper.has("first_arena") {
        merged.remove("first_arena");
    }
    let lower_notes = merged.get("notes").and_then(Node::as_table).cloned();
    let mut notes = lower_notes.unwrap_or_default();
    for entry in &upper.entries {
        if entry.key == "notes" || entry.key == KEY {
            continue;
        }
        languages::forget(&mut merged, &entry.key);
        let had_note = notes.has(&entry.key);
        notes.remove(&entry.key);
        if let (Some(note), true) = (note, had_note) {
            notes.set(Entry {
                key: entry.key.clone(),
                key_place: entry.key_place.clone(),
                node: Node {
                    value: Value::Text(note.to_string()),
                    place: entry.node.place.clone(),
                },
            });
        }
        merged.set(entry.clone());
    }
    languages::merge(&mut merged, upper);
    let upper_notes = upper.entry("notes");
    if let Some(table) = upper_notes.and_then(|entry| entry.node.as_table()) {
        for entry in &table.entries {
            notes.set(entry.clone());
        }
    }
    if let Some(template) = upper_notes.or(lower.entry("notes")) {
        let mut entry = template.clone();
        if entry.node.as_table().is_some() {
            entry.node.value = Value::Table(notes);
        }
        merged.set(entry);
    }
    merged
}
