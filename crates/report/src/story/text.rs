//! The story as text: the family, what strikes it in any case, each arm month by
//! month, and the arms side by side.

use crate::language::Language;
use crate::plain::{Column, PlainTable, hang, wrap};
use homeground_core::model::cohort::{Engagement, NEVER};
use homeground_core::model::design::{PROTECTIVES, RISKS};
use homeground_core::outcomes::chronicle::{ArmChronicle, Chronicle, Event, Happening};
use homeground_core::outcomes::trace::FamilyAtReferral;

use crate::story::sentences::{clause, duration, end, state, visits};
use crate::story::{Weeks, words};

/// Months in a year and weeks in a year: a month has four or five weeks.
const MONTHS: u32 = 12;
const YEAR_WEEKS: u32 = 52;

/// Longer lines are hard to read aloud; tables may be wider.
const LONGEST_LINE: usize = 92;

/// The story in lines no wider than `width`.
pub fn tell(
    chronicle: &Chronicle,
    language: Language,
    weeks: Weeks,
    remark: &str,
    width: usize,
) -> String {
    let mut text = String::new();
    let (width, table_width) = (width.min(LONGEST_LINE), width);
    let number = chronicle.family.family;
    heading(
        &mut text,
        &format!(
            "{} {number}",
            language.pick("The story of family", "Historien om familie")
        ),
        '=',
    );
    paragraph(&mut text, &about_run(chronicle, language), width);
    text.push('\n');
    heading(&mut text, language.pick("The family", "Familien"), '-');
    for sentences in family(&chronicle.family, language) {
        paragraph(&mut text, &sentences, width);
    }
    text.push('\n');
    heading(
        &mut text,
        language.pick(
            "What life brings, whoever helps",
            "Det livet bringer, uansett hvem som hjelper",
        ),
        '-',
    );
    paragraph(&mut text, &life_events(chronicle, language), width);
    for arm in &chronicle.arms {
        text.push('\n');
        arm_story(&mut text, chronicle, arm, language, width);
        if weeks == Weeks::All {
            text.push('\n');
            text.push_str(&all_weeks(arm, language).render(table_width));
        }
    }
    text.push('\n');
    heading(
        &mut text,
        language.pick("Side by side", "Side om side"),
        '-',
    );
    text.push_str(&comparison(chronicle, language).render(table_width));
    text.push('\n');
    if !remark.is_empty() {
        // A path is never broken.
        text.push_str(remark);
        text.push_str("\n\n");
    }
    paragraph(&mut text, one_family(language), width);
    text
}

/// What every story ends with.
pub fn one_family(language: Language) -> &'static str {
    language.pick(
        "This is one simulated family: a story of the model, not a prediction for anyone.",
        "Dette er én simulert familie: en historie fra modellen, ikke en spådom om noen.",
    )
}

fn heading(text: &mut String, words: &str, rule: char) {
    text.push_str(words);
    text.push('\n');
    text.extend(std::iter::repeat_n(rule, words.chars().count()));
    text.push('\n');
}

fn paragraph(text: &mut String, words: &str, width: usize) {
    if !words.is_empty() {
        text.push_str(&wrap(words, width).join("\n"));
        text.push('\n');
    }
}

fn about_run(chronicle: &Chronicle, language: Language) -> String {
    let (replicate, draw) = (chronicle.replicate, chronicle.draw);
    let (title, arms) = (&chronicle.title, chronicle.arms.len());
    match language {
        Language::English => format!(
            "From the scenario \"{title}\", replicate {replicate}, parameter draw {draw}. The same family lives through {arms} arms: the same start, the same luck, another service. States run from 0 to 1; weeks count from referral."
        ),
        Language::Norwegian => format!(
            "Fra scenariet «{title}», gjentakelse {replicate}, parametertrekning {draw}. Den samme familien lever gjennom {arms} alternativer: samme start, samme hell og uhell, et annet tilbud. Tilstander går fra 0 til 1; uker regnes fra henvisning."
        ),
    }
}

/// Who the family is, a paragraph a sentence or two.
fn family(family: &FamilyAtReferral, language: Language) -> Vec<String> {
    let number = family.family;
    let children = words::number(language, family.children);
    let age = age(language, family.child_age);
    let harder = percentile(family.adversity);
    let danger = percentile(family.frailty_unit);
    let names = |range: std::ops::Range<usize>| -> Vec<String> {
        range
            .filter(|index| family.factors >> index & 1 == 1)
            .map(|index| words::factor(language, index))
            .collect()
    };
    let risks = names(0..RISKS);
    let supports = names(RISKS..RISKS + PROTECTIVES);
    let (capacity, trust) = (
        state(language, family.capacity),
        state(language, family.trust),
    );
    let wellbeing = state(language, family.wellbeing);
    let travel = degree(family.travel_burden);
    let shame = degree(family.stigma_sensitivity);
    let listed = |names: &[String], none: &str| match names.is_empty() {
        true => none.to_owned(),
        false => language.list(names),
    };
    match language {
        Language::English => vec![
            match family.children {
                1 => format!("Family {number} has one child, {age}."),
                _ => format!(
                    "Family {number} has {children} children; the one the model follows is {age}."
                ),
            } + &format!(
                " Of 100 families in the general population, about {harder} have it easier."
            ),
            format!(
                "Strains ({} of {RISKS}): {}.",
                risks.len(),
                listed(&risks, "none")
            ),
            format!(
                "Supports ({} of {PROTECTIVES}): {}.",
                supports.len(),
                listed(&supports, "none")
            ),
            format!(
                "The way to an office is {} for them, and being seen there would be {}.",
                ["short", "of middling length", "long"][travel],
                ["no great matter", "uncomfortable", "hard to bear"][shame]
            ),
            format!(
                "At referral: caregiving capacity {capacity}, trust in services {trust}, wellbeing of the child {wellbeing}. Of the danger that no list of factors explains they have more than about {danger} of 100 families; nobody sees that part directly."
            ),
        ],
        Language::Norwegian => vec![
            match family.children {
                1 => format!("Familie {number} har ett barn på {age}."),
                _ => format!(
                    "Familie {number} har {children} barn; det som modellen følger, er {age}."
                ),
            } + &format!(" Av 100 familier i befolkningen har omtrent {harder} det lettere."),
            format!(
                "Belastninger ({} av {RISKS}): {}.",
                risks.len(),
                listed(&risks, "ingen")
            ),
            format!(
                "Støtte ({} av {PROTECTIVES}): {}.",
                supports.len(),
                listed(&supports, "ingen")
            ),
            format!(
                "Veien til et kontor er {} for dem, og å bli sett der ville være {}.",
                ["kort", "middels lang", "lang"][travel],
                ["uten stor betydning", "ubehagelig", "tungt å bære"][shame]
            ),
            format!(
                "Ved henvisning: omsorgsevne {capacity}, tillit til tjenestene {trust}, barnets trivsel {wellbeing}. Av faren som ingen liste over faktorer forklarer, har de mer enn omtrent {danger} av 100 familier; den delen ser ingen direkte."
            ),
        ],
    }
}

/// Age in whole years.
fn age(language: Language, years: f32) -> String {
    match (years.floor() as u32, language) {
        (0, Language::English) => "less than a year old".into(),
        (0, Language::Norwegian) => "under ett år".into(),
        (1, Language::English) => "one year old".into(),
        (1, Language::Norwegian) => "ett år".into(),
        (years, Language::English) => format!("{years} years old"),
        (years, Language::Norwegian) => format!("{years} år"),
    }
}

/// Of 100 draws of a standard normal, how many lie below; at least 1, at most 99.
fn percentile(z: f32) -> u32 {
    let below = 0.5 * libm::erfc(-f64::from(z) / std::f64::consts::SQRT_2);
    ((below * 100.0).round() as u32).clamp(1, 99)
}

/// Low, middle or high on the scale of Beta(2,3), cut so that about a third of
/// families fall into each.
fn degree(value: f32) -> usize {
    const LOW: f32 = 0.29;
    const HIGH: f32 = 0.49;
    usize::from(value >= LOW) + usize::from(value >= HIGH)
}

fn life_events(chronicle: &Chronicle, language: Language) -> String {
    let events: Vec<String> = chronicle
        .life_events
        .iter()
        .filter_map(|happening| match happening.event {
            Event::LifeEvent(size) => Some(format!(
                "{} {}: {}",
                language.pick("week", "uke"),
                happening.week,
                words::life_event(language, size)
            )),
            _ => None,
        })
        .collect();
    if events.is_empty() {
        return language
            .pick(
                "No life event strikes this family during follow-up.",
                "Ingen livshendelse rammer denne familien i oppfølgingstiden.",
            )
            .to_owned();
    }
    let first = language.pick(
        "The same life events strike in every arm",
        "De samme livshendelsene rammer i alle alternativer",
    );
    format!("{first}: {}.", events.join("; "))
}

fn arm_story(
    text: &mut String,
    chronicle: &Chronicle,
    arm: &ArmChronicle,
    language: Language,
    width: usize,
) {
    heading(text, &arm.arm.name, '-');
    paragraph(text, &arm.arm.reason, width);
    paragraph(text, &offers(arm, language), width);
    if arm.own_life_events {
        let own = language.pick(
            "This arm sets the parameters of life events, so its life events are its own.",
            "Dette alternativet setter parameterne for livshendelser og har derfor sine egne.",
        );
        paragraph(text, own, width);
    }
    let indent = " ".repeat(label(language, 10).chars().count() + 2);
    let mut referral: Vec<String> = arm
        .happenings
        .iter()
        .filter(|one| one.week == 0)
        .map(|one| capital(&clause(language, arm, one)))
        .collect();
    if let Some(queue) = queue(arm, language) {
        referral.push(queue);
    }
    if !referral.is_empty() {
        let first = pad(language.pick("Referral", "Henvist"), indent.len());
        text.push_str(&hang(&first, &referral.join(" "), &indent, width));
    }
    for month in 1..=month_of(chronicle.horizon_weeks.max(1)) {
        let told = month_story(arm, language, month);
        if !told.is_empty() {
            let first = pad(&label(language, month), indent.len());
            text.push_str(&hang(&first, &told, &indent, width));
        }
    }
    let first = pad(language.pick("The end", "Slutten"), indent.len());
    text.push_str(&hang(
        &first,
        &end(language, chronicle, arm),
        &indent,
        width,
    ));
}

fn label(language: Language, month: u32) -> String {
    format!("{} {month}", language.pick("Month", "Måned"))
}

fn pad(text: &str, width: usize) -> String {
    format!(
        "{text}{}",
        " ".repeat(width.saturating_sub(text.chars().count()))
    )
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    match signs.next() {
        Some(first) => first.to_uppercase().chain(signs).collect(),
        None => String::new(),
    }
}

/// The offer of an arm in words.
fn offers(arm: &ArmChronicle, language: Language) -> String {
    let mut sentences: Vec<String> = Vec::new();
    if let Some(programme) = &arm.arm.programme {
        sentences.push(words::offer(language, programme));
    }
    let mut beside: Vec<String> = arm
        .arm
        .compensating
        .iter()
        .map(|measure| {
            let name = words::compensating(language, &measure.kind);
            match measure.follow_up {
                true => name,
                false => format!(
                    "{name} ({})",
                    language.pick("not followed up", "uten oppfølging")
                ),
            }
        })
        .collect();
    if arm
        .arm
        .control_measure
        .is_some_and(|intensity| intensity > 0.0)
    {
        let checks = language.pick(
            "checks (unannounced visits, drug tests)",
            "kontroll (uanmeldte besøk, rustester)",
        );
        beside.push(checks.to_owned());
    }
    if !beside.is_empty() {
        let first = match arm.arm.programme {
            Some(_) => language.pick("Beside it", "Ved siden av"),
            None => language.pick("No helper, but", "Ingen hjelper, men"),
        };
        sentences.push(format!("{first}: {}.", language.list(&beside)));
    }
    if sentences.is_empty() {
        let nothing = language.pick(
            "Nothing is offered; the family manages alone.",
            "Ingenting tilbys; familien greier seg selv.",
        );
        sentences.push(nothing.to_owned());
    }
    sentences.join(" ")
}

/// At a site with few helpers: when the family came, among whom.
fn queue(arm: &ArmChronicle, language: Language) -> Option<String> {
    let capacity = arm.arm.capacity?;
    let (week, helpers) = (arm.referral_week + 1, capacity.helpers);
    let weeks = capacity.intake_weeks;
    Some(match language {
        Language::English => format!(
            "The service has {helpers} helpers; this family comes in week {week} of an intake of {weeks} weeks."
        ),
        Language::Norwegian => format!(
            "Tjenesten har {helpers} hjelpere; denne familien kommer i uke {week} av et inntak på {weeks} uker."
        ),
    })
}

fn month_of(week: u32) -> u32 {
    (week - 1) * MONTHS / YEAR_WEEKS + 1
}

/// A month as a paragraph: weeks in which only visits happen are drawn together.
fn month_story(arm: &ArmChronicle, language: Language, month: u32) -> String {
    let mut sentences: Vec<String> = Vec::new();
    let mut run: Option<VisitRun> = None;
    let within: Vec<&Happening> = arm
        .happenings
        .iter()
        .filter(|one| one.week > 0 && month_of(one.week) == month)
        .collect();
    for week in within.chunk_by(|left, right| left.week == right.week) {
        let number = week[0].week;
        if let [
            Happening {
                event: Event::Visits { planned, attended },
                ..
            },
        ] = week
        {
            let run = run.get_or_insert(VisitRun {
                first: number,
                last: number,
                planned: 0,
                attended: 0,
            });
            run.last = number;
            run.planned += planned;
            run.attended += attended;
            continue;
        }
        sentences.extend(run.take().map(|run| run.sentence(language)));
        let clauses: Vec<String> = week.iter().map(|one| clause(language, arm, one)).collect();
        sentences.push(format!(
            "{} {number}: {}.",
            language.pick("Week", "Uke"),
            clauses.join("; ")
        ));
    }
    sentences.extend(run.take().map(|run| run.sentence(language)));
    sentences.join(" ")
}

/// Visits of weeks in which nothing else happened.
struct VisitRun {
    first: u32,
    last: u32,
    planned: u32,
    attended: u32,
}

impl VisitRun {
    fn sentence(&self, language: Language) -> String {
        let (first, last) = (self.first, self.last);
        let weeks = match (first == last, language) {
            (true, Language::English) => format!("Week {first}"),
            (true, Language::Norwegian) => format!("Uke {first}"),
            (false, Language::English) => format!("Weeks {first}–{last}"),
            (false, Language::Norwegian) => format!("Uke {first}–{last}"),
        };
        format!(
            "{weeks}: {}.",
            visits(language, self.planned, self.attended)
        )
    }
}

/// The arms at the end of follow-up, with the start for comparison.
fn comparison(chronicle: &Chronicle, language: Language) -> PlainTable {
    let mut table = PlainTable::new(&[
        (language.pick("arm", "alternativ"), Column::Text),
        (
            language.pick("helper measure", "hjelpetiltak"),
            Column::Text,
        ),
        (language.pick("visits kept", "besøk"), Column::Number),
        (language.pick("breaks", "brudd"), Column::Number),
        (
            language.pick("away from week", "ute fra uke"),
            Column::Number,
        ),
        (language.pick("weeks away", "uker ute"), Column::Number),
        (language.pick("trust", "tillit"), Column::Number),
        (language.pick("capacity", "evne"), Column::Number),
        (language.pick("stress", "stress"), Column::Number),
        (language.pick("wellbeing", "trivsel"), Column::Number),
    ]);
    let start = &chronicle.family;
    let none = || "–".to_owned();
    table.row(vec![
        language.pick("at referral", "ved henvisning").to_owned(),
        none(),
        none(),
        none(),
        none(),
        none(),
        state(language, start.trust),
        state(language, start.capacity),
        none(),
        state(language, start.wellbeing),
    ]);
    for arm in &chronicle.arms {
        let (end, last) = (&arm.end, arm.weeks.last());
        let read = |value: Option<f32>| value.map_or_else(none, |value| state(language, value));
        let breaks = arm
            .happenings
            .iter()
            .filter(|one| one.event == Event::RuptureOpens)
            .count();
        let started = end.start_week != NEVER;
        table.row(vec![
            arm.arm.name.clone(),
            measure(arm, language),
            match started {
                true => format!("{}/{}", end.attended, end.planned),
                false => none(),
            },
            if started { breaks.to_string() } else { none() },
            match end.first_placement_week {
                NEVER => none(),
                week => (week + 1).to_string(),
            },
            end.weeks_in_care.to_string(),
            read(last.map(|week| week.trust)),
            read(last.map(|week| week.capacity)),
            read(last.map(|week| week.stress)),
            read(last.map(|week| week.wellbeing)),
        ]);
    }
    table
}

/// How the measure ended, and when.
pub fn measure(arm: &ArmChronicle, language: Language) -> String {
    let how = words::engagement(language, arm.end.engagement);
    match arm.end.exit_week {
        NEVER => how.to_owned(),
        week => format!("{how}, {} {}", language.pick("week", "uke"), week + 1),
    }
}

/// When children were first placed, and for how long in all.
pub fn care(arm: &ArmChronicle, language: Language) -> String {
    match arm.end.first_placement_week {
        NEVER => language.pick("no", "nei").to_owned(),
        week => {
            let weeks = duration(language, arm.end.weeks_in_care);
            match language {
                Language::English => format!("from week {}, {weeks}", week + 1),
                Language::Norwegian => format!("fra uke {}, {weeks}", week + 1),
            }
        }
    }
}

/// Every week of an arm.
fn all_weeks(arm: &ArmChronicle, language: Language) -> PlainTable {
    let mut table = PlainTable::new(&[
        (language.pick("week", "uke"), Column::Number),
        (language.pick("visits", "besøk"), Column::Number),
        (language.pick("alliance", "allianse"), Column::Number),
        (language.pick("trust", "tillit"), Column::Number),
        (language.pick("stress", "stress"), Column::Number),
        (language.pick("capacity", "evne"), Column::Number),
        (language.pick("wellbeing", "trivsel"), Column::Number),
        (language.pick("danger", "fare"), Column::Number),
        (language.pick("concern", "bekymring"), Column::Number),
        (
            language.pick("where they stand", "hvor de står"),
            Column::Text,
        ),
    ]);
    for (index, week) in arm.weeks.iter().enumerate() {
        let engaged = week.engagement == Engagement::Engaged;
        let visits = match week.planned {
            0 => String::new(),
            planned => format!("{}/{planned}", week.attended),
        };
        table.row(vec![
            (index + 1).to_string(),
            visits,
            if engaged {
                state(language, week.alliance)
            } else {
                String::new()
            },
            state(language, week.trust),
            state(language, week.stress),
            state(language, week.capacity),
            state(language, week.wellbeing),
            state(language, week.danger),
            state(language, week.concern),
            stands(week, language),
        ]);
    }
    table
}

fn stands(week: &homeground_core::outcomes::trace::FamilyWeek, language: Language) -> String {
    use homeground_core::model::cohort::Placement;
    if week.placement == Placement::Placed {
        return language.pick("in care", "plassert").to_owned();
    }
    let stands = match week.engagement {
        Engagement::Engaged => language.pick("in the measure", "i tiltaket"),
        Engagement::Waiting => language.pick("waiting", "venter"),
        other => words::engagement(language, other),
    };
    stands.to_owned()
}
