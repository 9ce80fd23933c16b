//! Programmes: a file, what it extends, and what an arm overrides, as one value.

use super::check::{Required, check_table, report_missing};
use super::diagnostic::{Diagnostic, Error, Place, Problem, Problems, Reading, SourceText};
use super::document::{Entry, Node, Table, Value, quoted, read_document};
use super::fields::{Field, Presence};
use super::nearest::{did_you_mean, row};
use super::reader::Reader;
use super::sections::{COMPENSATING, PROGRAMME, STEP};
use super::source::ProgrammeSource;
use super::{Compensating, Levels, Phone, Programme, ScheduleStep, Uptake};

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
) -> Result<Reading<ResolvedProgramme>, Error> {
    let mut problems = Problems::default();
    let source = SourceText::file(file, text);
    let mut chain = vec![Link { name: key.to_string(), place: None }];
    if source.text.trim().is_empty() {
        problems.push(nothing_offered(&Place::new(&source, 0..0)));
        return problems.finish(None);
    }
    let (table, syntax) = layers_of(&source, &mut chain, programmes, &mut problems);
    let start = Place::new(&source, 0..0);
    let value = (!syntax)
        .then(|| build(&table, &start, &mut problems))
        .flatten()
        .map(|parts| parts.named(key));
    problems.finish(value)
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
    source: &std::sync::Arc<SourceText>,
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
    check_table(&table, &root.place, &PROGRAMME, Required::No, problems);
    if broken {
        return (table, true);
    }
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
/// replaced field goes with it; `note` stands in its place.
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
        if entry.key == "notes" {
            continue;
        }
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
const ABOUT: [&str; 6] = ["name", "description", "source", "extends", "compensating", "notes"];

/// Checks what only shows when all fields are together, and builds the value.
///
/// `place` is where a field that is missing would be reported.
pub(crate) fn build(table: &Table, place: &Place, problems: &mut Problems) -> Option<Parts> {
    let reader = Reader::new(table, &PROGRAMME);
    let offers_helper = table.entries.iter().any(|entry| {
        !ABOUT.contains(&entry.key.as_str()) && PROGRAMME.field(&entry.key).is_some()
    });
    let (compensating, control_measure) = compensating(reader, problems);
    if !offers_helper && reader.tables("compensating").is_empty() {
        problems.push(nothing_offered(place));
        return None;
    }
    let programme = if offers_helper {
        check_missing(reader, place, problems);
        contradictions(reader, &place.source, problems);
        doubts(reader, problems);
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
        Diagnostic::error(Problem::Missing, place, message, "has neither a helper nor compensating measures")
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

fn need_based(reader: Reader<'_>) -> bool {
    reader.text("levels").as_deref() == Some("need-based")
}

fn check_missing(reader: Reader<'_>, place: &Place, problems: &mut Problems) {
    let missing = PROGRAMME.fields.iter().filter(|field| {
        field.presence == Presence::Required
            && !reader.has(field.key)
            && !(field.key == "schedule" && need_based(reader))
    });
    report_missing(missing, &PROGRAMME, place, problems);
}

/// A contradiction between two fields, at the one that stands in the text that
/// is being read, if the other comes from a layer below.
fn against(
    reader: Reader<'_>,
    text: &SourceText,
    keys: [&str; 2],
    message: String,
    labels: [&str; 2],
) -> Option<Diagnostic> {
    let entries = keys.map(|key| reader.entry(key));
    let place = |entry: &Entry| {
        let mut place = entry.key_place.clone();
        if place.source == entry.node.place.source && place.span.start <= entry.node.place.span.end {
            place.span.end = entry.node.place.span.end.max(place.span.end);
        }
        place
    };
    let diagnostic = match entries {
        [Some(first), Some(second)]
            if *first.node.place.source != *text && *second.node.place.source == *text =>
        {
            Diagnostic::error(Problem::Contradiction, &place(second), message, labels[1])
                .and(&place(first), labels[0])
        }
        [Some(first), Some(second)] => {
            Diagnostic::error(Problem::Contradiction, &place(first), message, labels[0])
                .and(&place(second), labels[1])
        }
        [Some(first), None] => {
            Diagnostic::error(Problem::Contradiction, &place(first), message, labels[0])
        }
        [None, Some(second)] => {
            Diagnostic::error(Problem::Contradiction, &place(second), message, labels[1])
        }
        [None, None] => return None,
    };
    Some(diagnostic)
}

fn contradictions(reader: Reader<'_>, text: &SourceText, problems: &mut Problems) {
    if let (Some(duration), Some(longest)) = (reader.whole("duration_weeks"), reader.whole("max_weeks"))
        && longest < duration
    {
        let message = format!("the latest end, week {longest}, is before the planned end, week {duration}");
        problems.extend(
            against(reader, text, ["max_weeks", "duration_weeks"], message, ["latest end", "planned end"])
                .map(|one| one.help(format!("write max_weeks = {duration} or more beside it"))),
        );
    }
    let first_visits = reader.whole("first_visits");
    if reader.has("first_arena") && first_visits == Some(0) {
        let message = "`first_arena` is given, but no first visits are held there".to_string();
        problems.extend(
            against(reader, text, ["first_arena", "first_visits"], message, ["never used", "none"])
                .map(|one| one.help("say how many with first_visits = 2, or take `first_arena` away")),
        );
    }
    if let Some(visits @ 1..) = first_visits
        && !reader.has("first_arena")
    {
        let message = format!("the first {visits} visits are held elsewhere, but `first_arena` does not say where");
        problems.extend(
            against(reader, text, ["first_visits", "first_arena"], message, ["where?", ""])
                .map(|one| one.help("add for example first_arena = \"health_clinic\"")),
        );
    }
    if reader.node("schedule").is_some_and(|node| node.as_list().is_some()) {
        check_schedule(reader, text, problems);
    }
}

fn check_schedule(reader: Reader<'_>, text: &SourceText, problems: &mut Problems) {
    let steps = reader.tables("schedule");
    let Some(node) = reader.node("schedule") else { return };
    if need_based(reader) {
        if !steps.is_empty() {
            let message = "the planned rate is set by need and by a schedule".to_string();
            problems.extend(
                against(reader, text, ["schedule", "levels"], message, ["a schedule", "need-based levels"])
                    .map(|one| one.help("take `schedule` away, or write levels = \"off\"")),
            );
        }
        return;
    }
    if node.as_list().is_some_and(<[Node]>::is_empty) {
        problems.push(
            Diagnostic::error(Problem::Missing, &node.place, "the schedule is empty", "needs at least one step")
                .help("for example schedule = [{ from_week = 0, visits_per_week = 1.0 }]"),
        );
        return;
    }
    let mut last: Option<(u32, &Place)> = None;
    for (_, table) in steps {
        let step = Reader::new(table, &STEP);
        let (Some(week), Some(place)) = (step.whole("from_week"), step.place("from_week")) else {
            return;
        };
        match last {
            None if week != 0 => problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    place,
                    format!("the schedule starts at week {week}"),
                    "the first step must be from_week = 0",
                )
                .help(format!(
                    "to wait before the first visit use wait_weeks = {week}; for weeks without visits add {{ from_week = 0, visits_per_week = 0 }}"
                )),
            ),
            Some((before, before_place)) if week <= before => problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    place,
                    "the steps of the schedule are not in ascending order",
                    format!("week {week} is not after week {before}"),
                )
                .and(before_place, "the step before"),
            ),
            _ => {}
        }
        last = Some((week, place));
    }
}

fn doubts(reader: Reader<'_>, problems: &mut Problems) {
    let steps = schedule(reader).unwrap_or_default();
    if need_based(reader) {
        return;
    }
    let Some(node) = reader.node("schedule") else { return };
    let Some(last_week) = reader.whole(if reader.has("max_weeks") { "max_weeks" } else { "duration_weeks" }) else {
        return;
    };
    if !steps.is_empty()
        && steps.iter().all(|step| step.visits_per_week == 0.0 || step.from_week >= last_week)
    {
        problems.push(
            Diagnostic::warning(&node.place, "the programme plans no visits", "every rate before its end is 0")
                .help("without visits no alliance grows; families can only wait until the time is over"),
        );
        return;
    }
    let late = reader.tables("schedule").into_iter().find(|(_, table)| {
        Reader::new(table, &STEP).whole("from_week").is_some_and(|week| week >= last_week)
    });
    if let Some((late, _)) = late {
        problems.push(Diagnostic::warning(
            &late.place,
            format!("this step of the schedule begins after the programme's latest end, week {last_week}"),
            "never reached",
        ));
    }
}

fn schedule(reader: Reader<'_>) -> Option<Vec<ScheduleStep>> {
    if need_based(reader) {
        return Some(Vec::new());
    }
    let list = reader.node("schedule")?.as_list()?;
    list.iter()
        .map(|node| {
            let step = Reader::new(node.as_table()?, &STEP);
            Some(ScheduleStep {
                from_week: step.whole("from_week")?,
                visits_per_week: step.number("visits_per_week")?,
            })
        })
        .collect()
}

fn helper_measure(reader: Reader<'_>) -> Option<Programme> {
    let duration_weeks = reader.whole("duration_weeks")?;
    Some(Programme {
        name: reader.text("name")?,
        description: reader.text("description")?,
        source: reader.text("source")?,
        arena: reader.text("arena")?,
        first_arena: match reader.has("first_arena") {
            true => Some(reader.text("first_arena")?),
            false => None,
        },
        first_visits: reader.whole("first_visits")?,
        schedule: schedule(reader)?,
        levels: if need_based(reader) { Levels::NeedBased } else { Levels::Off },
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
        phone: match reader.text("phone")?.as_str() {
            "own" => Phone::Own,
            "always" => Phone::Always,
            _ => Phone::None,
        },
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

/// Nights of respite a month that are intensity 1 (`respite_nights` of the model).
const RESPITE_NIGHTS: f64 = 4.0;

/// The key among compensating measures that stands for control measures.
const CONTROL_MEASURE: &str = "control_measure";

/// The compensating measures of a programme or an arm, and the intensity of
/// control measures if the list holds them.
pub(crate) fn compensating(
    reader: Reader<'_>,
    problems: &mut Problems,
) -> (Vec<Compensating>, Option<f64>) {
    let mut measures: Vec<(Compensating, &Place)> = Vec::new();
    let mut control: Option<(f64, &Place)> = None;
    for (node, table) in reader.tables("compensating") {
        let entry = Reader::new(table, &COMPENSATING);
        let Some(kind) = entry.text("kind") else { continue };
        let before = if kind == CONTROL_MEASURE {
            control.map(|(_, place)| place)
        } else {
            measures.iter().find(|(other, _)| other.kind == kind).map(|(_, place)| *place)
        };
        if let Some(before) = before {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &node.place,
                    format!("`{kind}` is given twice"),
                    "again here",
                )
                .and(before, "first here"),
            );
            continue;
        }
        let Some(intensity) = intensity(entry, &kind, node, problems) else { continue };
        if kind == CONTROL_MEASURE {
            if let Some(place) = entry.place("follow_up") {
                problems.push(Diagnostic::error(
                    Problem::Contradiction,
                    place,
                    "control measures have no `follow_up`",
                    "take it away",
                ));
            }
            control = Some((intensity, &node.place));
        } else if let Some(follow_up) = entry.yes_no("follow_up") {
            measures.push((Compensating { kind, intensity, follow_up }, &node.place));
        }
    }
    (
        measures.into_iter().map(|(measure, _)| measure).collect(),
        control.map(|(intensity, _)| intensity),
    )
}

fn intensity(entry: Reader<'_>, kind: &str, node: &Node, problems: &mut Problems) -> Option<f64> {
    match (entry.entry("intensity"), entry.entry("nights_per_month")) {
        (Some(intensity), Some(nights)) => {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &nights.node.place,
                    "the strength is given twice, as `intensity` and as `nights_per_month`",
                    "nights per month",
                )
                .and(&intensity.node.place, "intensity")
                .help("keep one of the two: intensity is nights per month divided by 4, at most 1"),
            );
            None
        }
        (Some(_), None) => entry.number("intensity"),
        (None, Some(nights)) if kind != "respite" => {
            problems.push(
                Diagnostic::error(
                    Problem::Contradiction,
                    &nights.key_place,
                    format!("`{kind}` has no nights"),
                    "only respite is counted in nights",
                )
                .help("write intensity = 0.5 (share, 0 to 1)"),
            );
            None
        }
        (None, Some(nights)) => {
            let value = entry.number("nights_per_month")?;
            if value > RESPITE_NIGHTS {
                problems.push(Diagnostic::warning(
                    &nights.node.place,
                    format!("{value} nights a month count as intensity 1"),
                    format!("the model knows no more than {RESPITE_NIGHTS} nights"),
                ));
            }
            Some((value / RESPITE_NIGHTS).min(1.0))
        }
        (None, None) => {
            let help = if kind == "respite" {
                "add intensity = 0.5 (share, 0 to 1) or nights_per_month = 2"
            } else {
                "add intensity = 0.5 (share, 0 to 1)"
            };
            problems.push(
                Diagnostic::error(
                    Problem::Missing,
                    &node.place,
                    format!("`{kind}` needs an intensity"),
                    "how much?",
                )
                .help(help),
            );
            None
        }
    }
}
