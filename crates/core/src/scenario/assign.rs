//! `--set PATH=VALUE`: changes a scenario's document before it is checked.

use super::assignment::{Assignment, OrDiagnostic, Segment};
use super::diagnostic::{Diagnostic, Place, Problem, Problems};
use super::document::{Entry, Node, Table, Value, empty_table};
use super::fields::{Kind, Section, Vocabulary};
use super::languages;
use super::nearest::{did_you_mean, row};
use super::sections::{ARM, PROGRAMME, RANGE, SCENARIO};

/// Applies assignments to the table of a scenario, the last one last.
pub(crate) fn apply(assignments: &[Assignment], scenario: &mut Table, problems: &mut Problems) {
    for assignment in assignments {
        if let Err(diagnostic) = apply_one(assignment, scenario) {
            problems.push(*diagnostic);
        }
    }
}

fn apply_one(assignment: &Assignment, scenario: &mut Table) -> OrDiagnostic<()> {
    let segments = assignment.segments()?;
    set_path(scenario, &segments, assignment.value()?)
}

/// Sets the value at a path of a scenario; the path has at least one part.
pub(crate) fn set_path(
    scenario: &mut Table,
    segments: &[Segment],
    value: Node,
) -> OrDiagnostic<()> {
    let first = &segments[0].text;
    let is_parameter = Vocabulary::Parameter.words().contains(&first.as_str());
    if segments.len() == 1 && is_parameter && SCENARIO.field(first).is_none() {
        let table = table_at(scenario, "parameters", &segments[0].place)?;
        put(table, &segments[0], value);
        return Ok(());
    }
    if SCENARIO.field(first).is_none() {
        return Err(unknown_segment(&segments[0], &SCENARIO, Vocabulary::Parameter.words()));
    }
    if first == "uncertainty" && !scenario.has("uncertainty") {
        add_uncertainty(scenario, &segments[0].place);
    }
    set_in_section(scenario, &SCENARIO, segments, value)
}

/// The command line adds `[uncertainty]`. If the scenario names ranges, it has
/// been drawing those alone, and a number of draws does not change that.
fn add_uncertainty(scenario: &mut Table, place: &Place) {
    let ranges = scenario
        .get("parameters")
        .and_then(Node::as_table)
        .is_some_and(|table| table.entries.iter().any(|entry| entry.node.as_table().is_some()));
    let mut entry = empty_table("uncertainty", place);
    if let (true, Some(table)) = (ranges, entry.node.as_table_mut()) {
        table.set(Entry {
            key: "only_named".to_string(),
            key_place: place.clone(),
            node: Node { value: Value::YesNo(true), place: place.clone() },
        });
    }
    scenario.set(entry);
}

fn put(table: &mut Table, segment: &Segment, node: Node) {
    table.set(Entry { key: segment.text.clone(), key_place: segment.place.clone(), node });
}

/// The table under a key; it is added if it is not there.
fn table_at<'a>(table: &'a mut Table, key: &str, place: &Place) -> OrDiagnostic<&'a mut Table> {
    if !table.has(key) {
        table.set(empty_table(key, place));
    }
    table
        .entry_mut(key)
        .and_then(|entry| entry.node.as_table_mut())
        .ok_or_else(|| not_a_table(key, place))
}

fn not_a_table(key: &str, place: &Place) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(
        Problem::Value,
        place,
        format!("`{}` holds no table in the scenario", key.escape_debug()),
        "nothing can be set within it",
    ))
}

fn set_in_section(
    table: &mut Table,
    section: &'static Section,
    path: &[Segment],
    value: Node,
) -> OrDiagnostic<()> {
    let Some((first, rest)) = path.split_first() else {
        return Ok(());
    };
    let Some(field) = section.field(&first.text) else {
        // The short form of an override: arm.home.arena for arm.home.override.arena.
        if std::ptr::eq(section, &ARM) && PROGRAMME.field(&first.text).is_some() {
            let changes = table_at(table, "override", &first.place)?;
            return set_in_section(changes, &PROGRAMME, path, value);
        }
        let more =
            if std::ptr::eq(section, &ARM) { PROGRAMME.keys().collect() } else { Vec::new() };
        return Err(unknown_segment(first, section, more));
    };
    if rest.is_empty() {
        languages::forget(table, &first.text);
        put(table, first, value);
        return Ok(());
    }
    match &field.kind {
        Kind::Translations(below) => {
            let languages = table_at(table, field.key, &first.place)?;
            let (code, more) = (&rest[0], &rest[1..]);
            if more.is_empty() {
                put(languages, code, value);
                return Ok(());
            }
            let texts = table_at(languages, &code.text, &code.place)?;
            set_in_section(texts, below, more, value)
        }
        Kind::Table(below) => {
            set_in_section(table_at(table, field.key, &first.place)?, below, rest, value)
        }
        Kind::KeyOrTable(_, below) => {
            spell_out(table, field.key, "profile");
            set_in_section(table_at(table, field.key, &first.place)?, below, rest, value)
        }
        Kind::Programme(below) => {
            spell_out(table, field.key, "extends");
            set_in_section(table_at(table, field.key, &first.place)?, below, rest, value)
        }
        Kind::Tables(below) => {
            let one = list_entry(table, field.key, first, &rest[0])?;
            if rest.len() == 1 {
                *one = value;
                return Ok(());
            }
            let inner =
                one.as_table_mut().ok_or_else(|| not_a_table(&rest[0].text, &rest[0].place))?;
            set_in_section(inner, below, &rest[1..], value)
        }
        Kind::Parameters { ranges } => {
            let inner = table_at(table, field.key, &first.place)?;
            if !Vocabulary::Parameter.words().contains(&rest[0].text.as_str()) {
                return Err(unknown_among("parameter", &rest[0], Vocabulary::Parameter.words()));
            }
            match rest {
                [key] => {
                    put(inner, key, value);
                    Ok(())
                }
                [key, more @ ..] if *ranges => {
                    set_in_section(table_at(inner, &key.text, &key.place)?, &RANGE, more, value)
                }
                _ => Err(too_deep(&rest[0], &rest[1])),
            }
        }
        Kind::Notes | Kind::Vary => match rest {
            [key] => {
                put(table_at(table, field.key, &first.place)?, key, value);
                Ok(())
            }
            _ => Err(too_deep(&rest[0], &rest[1])),
        },
        _ => Err(too_deep(first, &rest[0])),
    }
}

/// Turns a name into the table that says the same, so that fields can be set in it.
fn spell_out(table: &mut Table, key: &str, inner: &str) {
    if let Some(entry) = table.entry_mut(key)
        && entry.node.as_text().is_some()
    {
        let name = Entry {
            key: inner.to_string(),
            key_place: entry.key_place.clone(),
            node: entry.node.clone(),
        };
        entry.node.value = Value::Table(Table { entries: vec![name] });
    }
}

/// The entry of a list by its name, or by its number counted from 1.
fn list_entry<'a>(
    table: &'a mut Table,
    key: &str,
    list_segment: &Segment,
    wanted: &Segment,
) -> OrDiagnostic<&'a mut Node> {
    let noun = if key == "arm" { "arm" } else { "entry" };
    let node = table.entry_mut(key).map(|entry| &mut entry.node);
    let Some(Node { value: Value::List(list), .. }) = node else {
        return Err(Box::new(
            Diagnostic::error(
                Problem::Value,
                &list_segment.place,
                format!("the scenario has no list `{key}` here"),
                "nothing can be set within it",
            )
            .help(format!("give the whole list: {key}=[...]")),
        ));
    };
    let name_of = |node: &Node| -> Option<String> {
        let table = node.as_table()?;
        let name = table.get("name").or(table.get("kind"))?;
        name.as_text().map(str::to_string)
    };
    let names: Vec<String> = list.iter().filter_map(name_of).collect();
    let by_name =
        list.iter().position(|node| name_of(node).as_deref() == Some(wanted.text.as_str()));
    let by_number = wanted.text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let count = list.len();
    match by_name.or(by_number).and_then(|position| list.get_mut(position)) {
        Some(node) => Ok(node),
        None => {
            let label = did_you_mean(&wanted.text, names.iter().map(String::as_str))
                .unwrap_or_else(|| format!("the scenario has {count}"));
            let diagnostic = Diagnostic::error(
                Problem::UnknownKey,
                &wanted.place,
                format!("no {noun} is called `{}`", wanted.text.escape_debug()),
                label,
            );
            let shown: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
            Err(Box::new(if names.is_empty() {
                diagnostic.help(format!("use a number from 1 to {count}"))
            } else {
                diagnostic
                    .help(format!("names: {}; or a number, at most {count}", row(shown.iter().map(String::as_str))))
                    .help("a name with spaces or dots stands in quotes: arm.\"home and respite\".caseload=5")
            }))
        }
    }
}

fn unknown_segment(
    segment: &Segment,
    section: &Section,
    more: Vec<&'static str>,
) -> Box<Diagnostic> {
    let near = did_you_mean(&segment.text, section.keys().chain(more));
    let all = match near {
        Some(_) => String::new(),
        None => format!("fields of {}: {}", section.phrase, row(section.keys())),
    };
    let label = near.unwrap_or_else(|| format!("no field of {}", section.phrase));
    Box::new(
        Diagnostic::error(
            Problem::UnknownKey,
            &segment.place,
            format!("unknown field `{}`", segment.text.escape_debug()),
            label,
        )
        .help(all),
    )
}

fn unknown_among(noun: &str, segment: &Segment, words: Vec<&'static str>) -> Box<Diagnostic> {
    let label = did_you_mean(&segment.text, words.iter().copied())
        .unwrap_or_else(|| "not known".to_string());
    Box::new(Diagnostic::error(
        Problem::UnknownKey,
        &segment.place,
        format!("unknown {noun} `{}`", segment.text.escape_debug()),
        label,
    ))
}

fn too_deep(holder: &Segment, segment: &Segment) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(
        Problem::UnknownKey,
        &segment.place,
        format!("`{}` has no fields", holder.text.escape_debug()),
        "nothing can be set within it",
    ))
}
