//! Programmes: from merged layers to a checked value.

use super::diagnostic::{Diagnostic, Error, Parsed, Place, Problem, Problems, SourceText};
use super::document::{Node, Table};
use super::fields::{Field, Presence};
use super::reader::Reader;
use super::sections::PROGRAMME;
use super::source::ProgrammeSource;
use super::translations::KEY;
use super::types::{Compensating, Levels, Phone, Programme, Uptake};
use super::{compensating, design, languages, layers};

/// A programme with everything that it extends.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolvedProgramme {
    /// Name of its file, without the ending.
    pub key: String,
    /// Name for people.
    pub name: String,
    /// What it is.
    pub description: String,
    /// Where the design comes from.
    pub source: String,
    /// The helper measure, if it offers one.
    pub programme: Option<Programme>,
    /// Measures that need no alliance.
    pub compensating: Vec<Compensating>,
    /// Intensity of control measures.
    pub control_measure: Option<f64>,
    /// What is stated and what is assumed, by field.
    pub notes: Vec<(String, String)>,
}

/// Reads a programme file.
///
/// `key` is the file's name without ending, `programmes` finds what it extends.
///
/// # Errors
///
/// Everything that is wrong with the text, each with its place.
pub fn read_programme(
    key: &str,
    file: &str,
    text: &str,
    programmes: &dyn ProgrammeSource,
) -> Result<Parsed<ResolvedProgramme>, Error> {
    let mut problems = Problems::default();
    let source = SourceText::file(file, text);
    if source.text.trim().is_empty() {
        problems.push(nothing_offered(&Place::new(&source, 0..0)));
        return problems.finish(None);
    }
    let table = layers::read(key, &source, programmes, &mut problems);
    let value = table
        .and_then(|table| build(&table, &Place::new(&source, 0..0), &mut problems))
        .map(|parts| parts.named(key));
    problems.finish(value)
}

/// What a merged table describes.
pub(crate) struct Parts {
    pub name: String,
    pub description: String,
    pub source: String,
    pub programme: Option<Programme>,
    pub compensating: Vec<Compensating>,
    pub control_measure: Option<f64>,
    pub notes: Vec<(String, String)>,
}

impl Parts {
    fn named(self, key: &str) -> ResolvedProgramme {
        ResolvedProgramme {
            key: key.to_string(),
            name: if self.name.is_empty() { key.to_string() } else { self.name },
            description: self.description,
            source: self.source,
            programme: self.programme,
            compensating: self.compensating,
            control_measure: self.control_measure,
            notes: self.notes,
        }
    }
}

/// Fields that say something about a programme without making it a helper measure.
const ABOUT: [&str; 7] = ["name", "description", KEY, "source", "extends", "compensating", "notes"];

/// Checks what only shows when all fields are together, and builds the value.
///
/// `place` is where a field that is missing would be reported.
pub(crate) fn build(table: &Table, place: &Place, problems: &mut Problems) -> Option<Parts> {
    let reader = Reader::new(table, &PROGRAMME);
    let offers_helper = table
        .entries
        .iter()
        .any(|entry| !ABOUT.contains(&entry.key.as_str()) && PROGRAMME.field(&entry.key).is_some());
    let (compensating, control_measure) = compensating::build(reader, problems);
    if !offers_helper && reader.tables("compensating").is_empty() {
        problems.push(nothing_offered(place));
        return None;
    }
    let programme = if offers_helper {
        design::check(reader, place, problems);
        helper_measure(reader)
    } else {
        None
    };
    if offers_helper && programme.is_none() {
        return None;
    }
    Some(Parts {
        name: reader.text("name")?,
        description: reader.text("description")?,
        source: reader.text("source")?,
        programme,
        compensating,
        control_measure,
        notes: notes(reader),
    })
}

fn nothing_offered(place: &Place) -> Diagnostic {
    let message = "the programme offers nothing";
    let diagnostic = if place.span.is_empty() {
        Diagnostic::of_file(Problem::Missing, place.source.file.clone(), message)
    } else {
        Diagnostic::error(
            Problem::Missing,
            place,
            message,
            "has neither a helper nor compensating measures",
        )
    };
    let required: Vec<String> = PROGRAMME
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required)
        .map(Field::example_line)
        .collect();
    diagnostic
        .help(format!("a helper measure needs at least: {}", required.join("; ")))
        .help("a programme without a helper needs compensating = [{ kind = \"respite\", intensity = 0.5 }]")
}

fn helper_measure(reader: Reader<'_>) -> Option<Programme> {
    let duration_weeks = reader.whole("duration_weeks")?;
    Some(Programme {
        name: reader.text("name")?,
        description: reader.text("description")?,
        translations: languages::build(reader),
        source: reader.text("source")?,
        arena: reader.text("arena")?,
        first_arena: match reader.has("first_arena") {
            true => Some(reader.text("first_arena")?),
            false => None,
        },
        first_visits: reader.whole("first_visits")?,
        schedule: design::schedule(reader)?,
        levels: if design::need_based(reader) { Levels::NeedBased } else { Levels::Off },
        visit_minutes: reader.number("visit_minutes")?,
        duration_weeks,
        max_weeks: match reader.has("max_weeks") {
            true => reader.whole("max_weeks")?,
            false => duration_weeks,
        },
        profession: reader.text("profession")?,
        training: reader.number("training")?,
        supervision: reader.yes_no("supervision")?,
        team: reader.yes_no("team")?,
        caseload: reader.whole("caseload")?,
        phone: Phone::from_word(&reader.text("phone")?)?,
        flexibility: reader.number("flexibility")?,
        codesign: reader.number("codesign")?,
        codesign_weeks: reader.whole("codesign_weeks")?,
        control: reader.text("control")?,
        components: components(reader)?,
        wait_weeks: reader.whole("wait_weeks")?,
        min_attendance: reader.number("min_attendance")?,
        max_missed: reader.whole("max_missed")?,
        uptake: match reader.number("uptake") {
            Some(share) => Uptake::Fixed(share),
            None => reader.text("uptake").map(|_| Uptake::Model)?,
        },
        recruiter_training: reader.number("recruiter_training")?,
        staff_turnover: reader.number("staff_turnover")?,
        notes: notes(reader),
    })
}

fn components(reader: Reader<'_>) -> Option<Vec<String>> {
    let Some(node) = reader.node("components") else {
        return Some(Vec::new());
    };
    let mut keys: Vec<String> = Vec::new();
    for one in node.as_list()? {
        let key = one.as_text()?.to_string();
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Some(keys)
}

fn notes(reader: Reader<'_>) -> Vec<(String, String)> {
    let table = reader.node("notes").and_then(Node::as_table);
    table.map_or_else(Vec::new, |table| {
        table
            .entries
            .iter()
            .filter_map(|entry| Some((entry.key.clone(), entry.node.as_text()?.to_string())))
            .collect()
    })
}
