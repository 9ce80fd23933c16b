//! From the few words that a target has for a design to a checked arm.
//!
//! | words | design |
//! | --- | --- |
//! | `nothing` | no programme |
//! | `mst` | a programme by its name |
//! | `mst at office` | all its visits in that arena |
//! | `mst with caseload = 3, phone = none` | with fields of the programme changed |
//! | `the same with caseload = 3` | the design of the row above, with fields changed |
//!
//! In the column `reference`, "the same" is the arm of its own row. The words become the table that
//! a scenario would hold, with their places in the file, and then an arm as in any scenario.

use std::ops::Range;
use std::sync::Arc;

use crate::scenario::arm;
use crate::scenario::check::{Required, check_table};
use crate::scenario::diagnostic::{Diagnostic, Place, Problem, Problems, SourceText};
use crate::scenario::document::{Entry, Node, Table, Value, quoted};
use crate::scenario::parse::read_value;
use crate::scenario::reader::Reader;
use crate::scenario::sections::{ARM, SCENARIO};
use crate::scenario::source::ProgrammeSource;
use crate::scenario::types::Arm;

use super::table::Cell;

/// The word for an arm without a programme.
pub(super) const NOTHING: &str = "nothing";
/// The words for the design of the row above.
const THE_SAME: &str = "the same";

/// A design in words that have been understood, so that a later row can change it.
#[derive(Clone, Debug)]
pub(super) struct Design {
    /// The words, with those of the row above in place of "the same".
    words: String,
    /// The name of the programme; none without one.
    programme: Option<Entry>,
    /// Changed fields of the programme.
    changes: Table,
    /// Fields of the arm.
    fields: Table,
}

impl Design {
    /// Understands the words of a cell. `same` is what "the same" stands for there: none with
    /// the reason in words, or none without a reason where it has been reported already.
    pub(super) fn read(
        cell: &Cell,
        same: Result<&Design, Option<&str>>,
        problems: &mut Problems,
    ) -> Option<Design> {
        let (head, changes) = split_word(&cell.text, "with");
        let (base, arena) = split_word(&cell.text[head.clone()], "at");
        let name = cell.text[base.clone()].trim();
        let mut design = if name == THE_SAME {
            match same {
                Ok(design) => Design {
                    words: joined(&design.words, &cell.text[base.end..]),
                    ..design.clone()
                },
                Err(reason) => {
                    if let Some(reason) = reason {
                        problems.push(Diagnostic::error(
                            Problem::Contradiction,
                            &cell.part(base),
                            "\"the same\" as what?",
                            reason,
                        ));
                    }
                    return None;
                }
            }
        } else {
            Design {
                words: cell.text.clone(),
                programme: (name != NOTHING)
                    .then(|| entry("programme", text_node(name, cell.part(base)))),
                changes: Table::default(),
                fields: Table::default(),
            }
        };
        if let Some(arena) = arena {
            design.move_to(cell, arena);
        }
        let whole = match changes {
            Some(changes) => design.change(cell, changes, problems),
            None => true,
        };
        whole.then_some(design)
    }

    /// All visits in an arena.
    fn move_to(&mut self, cell: &Cell, arena: Range<usize>) {
        let place = cell.part(arena.clone());
        let mut set = |key: &str, value: Value| {
            let place = place.clone();
            self.changes.set(entry(key, Node { value, place }));
        };
        set("arena", Value::Text(cell.text[arena].to_string()));
        // No arena of its own for the first visits.
        set("first_visits", Value::Whole(0));
        self.changes.remove("first_arena");
    }

    /// Fields that are set after `with`. False if they cannot be made out.
    fn change(&mut self, cell: &Cell, changes: Range<usize>, problems: &mut Problems) -> bool {
        let mut whole = true;
        for part in between_commas(&cell.text, changes) {
            let text = &cell.text[part.clone()];
            let Some(sign) = text.find('=') else {
                problems.push(
                    Diagnostic::error(
                        Problem::Syntax,
                        &cell.part(part.clone()),
                        "what follows `with` must set a field",
                        "expected FIELD = VALUE",
                    )
                    .help("for example: advice_and_guidance with control = court_ordered, caseload = 8"),
                );
                whole = false;
                continue;
            };
            let key = trimmed(&cell.text, part.start..part.start + sign);
            let value = trimmed(&cell.text, part.start + sign + 1..part.end);
            if value.is_empty() {
                problems.push(Diagnostic::error(
                    Problem::Syntax,
                    &cell.part(part.clone()),
                    format!("{} gets no value", quoted(&cell.text[key])),
                    "expected FIELD = VALUE",
                ));
                whole = false;
                continue;
            }
            let field = cell.text[key.clone()].to_string();
            let of_arm = ["capacity", "compensating", "control_measure", "parameters"];
            let table = match of_arm.contains(&field.as_str()) {
                true => &mut self.fields,
                false => &mut self.changes,
            };
            table.set(Entry {
                key: field,
                key_place: cell.part(key),
                node: value_node(cell, value),
            });
        }
        whole
    }

    /// The arm, checked like one of a scenario.
    pub(super) fn arm(
        &self,
        cell: &Cell,
        programmes: &dyn ProgrammeSource,
        problems: &mut Problems,
    ) -> Option<Arm> {
        let before = problems.error_count();
        let mut table = self.fields.clone();
        if let Some(programme) = &self.programme {
            table.set(programme.clone());
        }
        if let Some(first) = self.changes.entries.first() {
            let key_place = first.key_place.clone();
            let node =
                Node { value: Value::Table(self.changes.clone()), place: cell.place.clone() };
            table.set(Entry { key: "override".to_string(), key_place, node });
        }
        if let (None, Some(first)) = (&self.programme, self.changes.entries.first()) {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &first.key_place,
                    format!("`{NOTHING}` has no programme that could be changed"),
                    "changes what?",
                )
                .help(
                    "name a programme; `compensating` and `control_measure` can be set without one",
                ),
            );
            return None;
        }
        check_table(&table, &cell.place, &ARM, Required::No, problems);
        table.set(entry("name", text_node(&self.words, cell.place.clone())));
        let list = Node {
            value: Value::List(vec![Node {
                value: Value::Table(table),
                place: cell.place.clone(),
            }]),
            place: cell.place.clone(),
        };
        let scenario = Table { entries: vec![entry("arm", list)] };
        let arms = arm::build_all(Reader::new(&scenario, &SCENARIO), programmes, problems)?;
        let arm = arms.into_iter().next()?;
        (problems.error_count() == before).then_some(arm)
    }
}

/// What stands before a word, and what stands after it, if it is there.
fn split_word(text: &str, word: &str) -> (Range<usize>, Option<Range<usize>>) {
    let found = text.match_indices(word).find(|(position, _)| {
        let blank = |sign: Option<char>| sign.is_some_and(char::is_whitespace);
        blank(text[..*position].chars().next_back())
            && blank(text[position + word.len()..].chars().next())
    });
    match found {
        Some((position, _)) => {
            (trimmed(text, 0..position), Some(trimmed(text, position + word.len()..text.len())))
        }
        None => (trimmed(text, 0..text.len()), None),
    }
}

/// A stretch of a text without the spaces at its ends.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let inner = &text[span.clone()];
    let start = span.start + (inner.len() - inner.trim_start().len());
    start..(start + inner.trim().len())
}

/// The stretches between commas that stand outside quotes and brackets.
fn between_commas(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut depth) = (Vec::new(), span.start, 0_i32);
    let mut quote = None;
    for (position, sign) in text[span.clone()].char_indices() {
        match (quote, sign) {
            (Some(open), _) if open == sign => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(sign),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth -= 1,
            (None, ',') if depth <= 0 => {
                parts.push(trimmed(text, start..span.start + position));
                start = span.start + position + 1;
            }
            _ => {}
        }
    }
    parts.push(trimmed(text, start..span.end));
    parts
}

/// The words of a design and what is added to them.
fn joined(words: &str, more: &str) -> String {
    let more = more.trim();
    match more.strip_prefix("with ") {
        Some(fields) if split_word(words, "with").1.is_some() => format!("{words}, {fields}"),
        _ => format!("{words} {more}").trim().to_string(),
    }
}

fn entry(key: &str, node: Node) -> Entry {
    Entry { key: key.to_string(), key_place: node.place.clone(), node }
}

fn text_node(text: &str, place: Place) -> Node {
    Node { value: Value::Text(text.to_string()), place }
}

/// A value as in a scenario file; a word needs no quotes.
fn value_node(cell: &Cell, span: Range<usize>) -> Node {
    let text = &cell.text[span.clone()];
    let source: Arc<SourceText> = SourceText::command_line(text);
    match read_value(&source, 0..text.len()) {
        Ok(mut node) => {
            relocate(&mut node, cell, span.start);
            node
        }
        Err(_) => text_node(text, cell.part(span)),
    }
}

/// Moves places within the text of a value to where it stands in the file.
fn relocate(node: &mut Node, cell: &Cell, start: usize) {
    let moved = |place: &Place| cell.part(start + place.span.start..start + place.span.end);
    node.place = moved(&node.place);
    match &mut node.value {
        Value::List(list) => list.iter_mut().for_each(|one| relocate(one, cell, start)),
        Value::Table(table) => {
            for entry in &mut table.entries {
                entry.key_place = moved(&entry.key_place);
                relocate(&mut entry.node, cell, start);
            }
        }
        _ => {}
    }
}
