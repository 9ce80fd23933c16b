//! What only shows when the fields of a programme are together: something is
//! missing, two fields contradict each other, the design is doubtful.

use super::diagnostic::{Diagnostic, Place, Problem, Problems, SourceText};
use super::document::{Entry, Node};
use super::fields::Presence;
use super::mistakes::report_missing;
use super::reader::Reader;
use super::sections::{PROGRAMME, STEP};
use super::types::{Levels, ScheduleStep};

/// Checks a programme that offers a helper measure.
///
/// `place` is where a field that is missing is reported; fields that stand in
/// its text are reported rather than those of layers below.
pub(crate) fn check(reader: Reader<'_>, place: &Place, problems: &mut Problems) {
    check_missing(reader, place, problems);
    contradictions(reader, &place.source, problems);
    doubts(reader, problems);
}

/// Is the planned rate set by need?
pub(crate) fn need_based(reader: Reader<'_>) -> bool {
    reader.text("levels").as_deref() == Some(Levels::NeedBased.word())
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
        if place.source == entry.node.place.source && place.span.start <= entry.node.place.span.end
        {
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
    if let (Some(duration), Some(longest)) =
        (reader.whole("duration_weeks"), reader.whole("max_weeks"))
        && longest < duration
    {
        let message =
            format!("the latest end, week {longest}, is before the planned end, week {duration}");
        problems.extend(
            against(
                reader,
                text,
                ["max_weeks", "duration_weeks"],
                message,
                ["latest end", "planned end"],
            )
            .map(|one| one.help(format!("write max_weeks = {duration} or more beside it"))),
        );
    }
    let first_visits = reader.whole("first_visits");
    if reader.has("first_arena") && first_visits == Some(0) {
        let message = "`first_arena` is given, but no first visits are held there".to_string();
        problems.extend(
            against(reader, text, ["first_arena", "first_visits"], message, ["never used", "none"])
                .map(|one| {
                    one.help("say how many with first_visits = 2, or take `first_arena` away")
                }),
        );
    }
    if let Some(visits @ 1..) = first_visits
        && !reader.has("first_arena")
    {
        let message = format!(
            "the first {visits} visits are held elsewhere, but `first_arena` does not say where"
        );
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
    let Some(node) = reader.node("schedule") else {
        return;
    };
    if need_based(reader) {
        if !steps.is_empty() {
            let message = "the planned rate is set by need and by a schedule".to_string();
            problems.extend(
                against(
                    reader,
                    text,
                    ["schedule", "levels"],
                    message,
                    ["a schedule", "need-based levels"],
                )
                .map(|one| one.help("take `schedule` away, or write levels = \"off\"")),
            );
        }
        return;
    }
    if node.as_list().is_some_and(<[Node]>::is_empty) {
        problems.push(
            Diagnostic::error(
                Problem::Missing,
                &node.place,
                "the schedule is empty",
                "needs at least one step",
            )
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
    let Some(node) = reader.node("schedule") else {
        return;
    };
    let Some(last_week) =
        reader.whole(if reader.has("max_weeks") { "max_weeks" } else { "duration_weeks" })
    else {
        return;
    };
    if !steps.is_empty()
        && steps.iter().all(|step| step.visits_per_week == 0.0 || step.from_week >= last_week)
    {
        problems.push(
            Diagnostic::warning(
                &node.place,
                "the programme plans no visits",
                "every rate before its end is 0",
            )
            .help(
                "without visits no alliance grows; families can only wait until the time is over",
            ),
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

/// The planned rates; none if need sets them.
pub(crate) fn schedule(reader: Reader<'_>) -> Option<Vec<ScheduleStep>> {
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
