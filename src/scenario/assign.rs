//! `--set PATH=VALUE`: changes a scenario's document before it is checked.

use std::ops::Range;
use std::sync::Arc;

use super::diagnostic::{Diagnostic, Place, Problem, Problems, SourceText};
use super::document::{Entry, Node, Table, Value, read_value};
use super::fields::{Kind, Section, Vocabulary};
use super::nearest::{did_you_mean, row};
use super::read::empty_table;
use super::sections::{ARM, PROGRAMME, RANGE, SCENARIO};
use super::syntax;

/// A value for a place in a scenario, as the command line gives it.
#[derive(Clone, Debug)]
pub struct Assignment {
    source: Arc<SourceText>,
    path: Path,
    /// First byte of the value in the text.
    value_start: usize,
}

#[derive(Clone, Debug)]
enum Path {
    /// The path stands in the text, from this byte to the value.
    Written(usize),
    /// An option of its own stands for this field.
    Fixed(&'static [&'static str]),
}

impl Assignment {
    /// `--set PATH=VALUE`; `text` is what follows `--set`.
    pub fn set(text: &str) -> Self {
        const OPTION: &str = "--set ";
        let value_start = OPTION.len() + equals_sign(text).map_or(text.len(), |position| position + 1);
        Assignment {
            source: SourceText::command_line(format!("{OPTION}{text}")),
            path: Path::Written(OPTION.len()),
            value_start,
        }
    }

    /// An option that stands for one field, such as `--families 100`:
    /// `("--families", &["families"], "100")`.
    pub fn option(option: &str, path: &'static [&'static str], value: &str) -> Self {
        Assignment {
            source: SourceText::command_line(format!("{option} {value}")),
            path: Path::Fixed(path),
            value_start: option.len() + 1,
        }
    }
}

/// A part of a path with its place.
struct Segment {
    text: String,
    place: Place,
}

/// Applies assignments to the table of a scenario, the last one last.
pub(crate) fn apply(assignments: &[Assignment], scenario: &mut Table, problems: &mut Problems) {
    for assignment in assignments {
        if let Err(diagnostic) = apply_one(assignment, scenario) {
            problems.push(*diagnostic);
        }
    }
}

type Outcome<T> = Result<T, Box<Diagnostic>>;

fn apply_one(assignment: &Assignment, scenario: &mut Table) -> Outcome<()> {
    let segments = segments(assignment)?;
    let value = value(assignment)?;
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
    set_in_section(scenario, &SCENARIO, &segments, value)
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
    table.set(Entry {
        key: segment.text.clone(),
        key_place: segment.place.clone(),
        node,
    });
}

/// The table under a key; it is added if it is not there.
fn table_at<'a>(table: &'a mut Table, key: &str, place: &Place) -> Outcome<&'a mut Table> {
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
) -> Outcome<()> {
    let Some((first, rest)) = path.split_first() else {
        return Ok(());
    };
    let Some(field) = section.field(&first.text) else {
        // The short form of an override: arm.home.arena for arm.home.override.arena.
        if std::ptr::eq(section, &ARM) && PROGRAMME.field(&first.text).is_some() {
            let changes = table_at(table, "override", &first.place)?;
            return set_in_section(changes, &PROGRAMME, path, value);
        }
        let more = if std::ptr::eq(section, &ARM) { PROGRAMME.keys().collect() } else { Vec::new() };
        return Err(unknown_segment(first, section, more));
    };
    if rest.is_empty() {
        put(table, first, value);
        return Ok(());
    }
    match &field.kind {
        Kind::Table(below) => set_in_section(table_at(table, field.key, &first.place)?, below, rest, value),
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
            let inner = one.as_table_mut().ok_or_else(|| not_a_table(&rest[0].text, &rest[0].place))?;
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
        Kind::Notes => match rest {
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
) -> Outcome<&'a mut Node> {
    let noun = if key == "arm" { "arm" } else { "entry" };
    let node = table.entry_mut(key).map(|entry| &mut entry.node);
    let Some(Node { value: Value::List(list), .. }) = node else {
        return Err(Box::new(Diagnostic::error(
            Problem::Value,
            &list_segment.place,
            format!("the scenario has no list `{key}` here"),
            "nothing can be set within it",
        ).help(format!("give the whole list: {key}=[...]"))));
    };
    let name_of = |node: &Node| -> Option<String> {
        let table = node.as_table()?;
        let name = table.get("name").or(table.get("kind"))?;
        name.as_text().map(str::to_string)
    };
    let names: Vec<String> = list.iter().filter_map(name_of).collect();
    let by_name = list.iter().position(|node| name_of(node).as_deref() == Some(wanted.text.as_str()));
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

fn unknown_segment(segment: &Segment, section: &Section, more: Vec<&'static str>) -> Box<Diagnostic> {
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

/// Byte of the first `=` outside quotes.
fn equals_sign(text: &str) -> Option<usize> {
    scan(text).0
}

/// Byte of a quote that no other one closes, if no `=` stands before it.
fn open_quote(text: &str) -> Option<usize> {
    scan(text).1
}

fn scan(text: &str) -> (Option<usize>, Option<usize>) {
    let mut quote: Option<(usize, char)> = None;
    for (position, sign) in text.char_indices() {
        match quote {
            Some((_, open)) if sign == open => quote = None,
            Some(_) => {}
            None if sign == '"' || sign == '\'' => quote = Some((position, sign)),
            None if sign == '=' => return (Some(position), None),
            None => {}
        }
    }
    (None, quote.map(|(position, _)| position))
}

fn segments(assignment: &Assignment) -> Outcome<Vec<Segment>> {
    let source = &assignment.source;
    let start = match assignment.path {
        Path::Fixed(keys) => {
            let option = Place::new(source, 0..assignment.value_start - 1);
            return Ok(keys
                .iter()
                .map(|key| Segment { text: key.to_string(), place: option.clone() })
                .collect());
        }
        Path::Written(start) => start,
    };
    let syntax = |span: Range<usize>, message: &str, label: &str| {
        Box::new(
            Diagnostic::error(Problem::Syntax, &Place::new(source, span), message, label)
                .help("for example --set families=100 or --set arm.home.arena=digital"),
        )
    };
    let text = &source.text;
    if equals_sign(&text[start..]).is_none() {
        if let Some(position) = open_quote(&text[start..]) {
            return Err(syntax(start + position..start + position + 1, "a quote is not closed", "opened here"));
        }
        return Err(syntax(start..text.len(), "an assignment needs a `=`", "expected PATH=VALUE"));
    }
    let end = assignment.value_start - 1;
    let mut segments = Vec::new();
    let mut position = start;
    loop {
        let rest = &text[position..end];
        let quote = rest.chars().next().filter(|sign| "\"'".contains(*sign));
        let (span, next) = match quote {
            Some(quote) => {
                let Some(length) = rest[1..].find(quote) else {
                    return Err(syntax(position..end, "a quote is not closed", "opened here"));
                };
                (position + 1..position + 1 + length, position + length + 2)
            }
            None => {
                let length = rest.find('.').unwrap_or(rest.len());
                (position..position + length, position + length)
            }
        };
        let written = text[span.clone()].trim().to_string();
        if written.is_empty() && quote.is_none() {
            return Err(syntax(position..end.max(position), "a part of the path is empty", "expected a name"));
        }
        segments.push(Segment { text: written, place: Place::new(source, span) });
        if next == end {
            return Ok(segments);
        }
        if !text[next..end].starts_with('.') {
            return Err(syntax(next..end, "unexpected text after a quoted name", "expected a dot or `=`"));
        }
        position = next + 1;
    }
}

/// The value: TOML if it is, otherwise the text as it stands.
fn value(assignment: &Assignment) -> Outcome<Node> {
    let source = &assignment.source;
    let after = &source.text[assignment.value_start..];
    let start = source.text.len() - after.trim_start().len();
    let text = after.trim();
    let place = Place::new(source, start..start + text.len());
    if text.is_empty() {
        return Err(Box::new(
            Diagnostic::error(
                Problem::Syntax,
                &Place::new(source, source.text.len()..source.text.len()),
                "an assignment needs a value",
                "nothing stands here",
            )
            .help("an empty text is written '\"\"'"),
        ));
    }
    match read_value(source, place.span.clone()) {
        Ok(node) => Ok(node),
        Err(error) if text.starts_with(['"', '\'', '[', '{']) => {
            let span = error.span().unwrap_or(0..text.len());
            let place = Place::new(source, span.start + start..span.end + start);
            Err(Box::new(syntax::diagnose(error.message(), &place, None)))
        }
        Err(_) => Ok(Node { value: Value::Text(text.to_string()), place }),
    }
}
