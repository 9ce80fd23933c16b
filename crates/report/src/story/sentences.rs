//! What happens to a family, clause by clause.

use crate::language::Language;
use homeground_core::model::cohort::Engagement;
use homeground_core::model::design::RISKS;
use homeground_core::outcomes::chronicle::{ArmChronicle, Chronicle, Event, Happening};
use homeground_core::outcomes::trace::FamilyWeek;

use crate::story::words;

/// A state between 0 and 1.
pub fn state(language: Language, value: f32) -> String {
    language.decimal(f64::from(value), 2)
}

/// One event as a clause without capital and full stop.
pub fn clause(language: Language, arm: &ArmChronicle, happening: &Happening) -> String {
    let week = happening.week.saturating_sub(1) as usize;
    let now = arm.weeks.get(week);
    let before = week.checked_sub(1).and_then(|week| arm.weeks.get(week));
    let moves = |read: fn(&FamilyWeek) -> f32| -> String {
        match (before, now) {
            (Some(before), Some(now)) => format!(
                "{} → {}",
                state(language, read(before)),
                state(language, read(now))
            ),
            (None, Some(now)) => state(language, read(now)),
            _ => String::new(),
        }
    };
    match happening.event {
        Event::Declines => language.pick("they say no.", "de takker nei.").to_owned(),
        Event::Accepts => language.pick("they say yes.", "de takker ja.").to_owned(),
        Event::Starts => starts(language, happening.week - 1, now),
        Event::Leaves(how) => leaves(language, arm, how, now),
        Event::LeavesQueue => language
            .pick(
                "they lose their place in the queue",
                "de mister plassen i køen",
            )
            .to_owned(),
        Event::FactorComes(index) => {
            let (risk, support) = match language {
                Language::English => ("a new strain", "a new support"),
                Language::Norwegian => ("en ny belastning", "en ny støtte"),
            };
            let what = if index < RISKS { risk } else { support };
            format!("{what}, {}", words::factor(language, index))
        }
        Event::FactorGoes(index) => {
            let (risk, support) = match language {
                Language::English => ("a strain lifts", "a support is lost"),
                Language::Norwegian => ("en belastning letter", "en støtte forsvinner"),
            };
            let what = if index < RISKS { risk } else { support };
            format!("{what}, {}", words::factor(language, index))
        }
        Event::LifeEvent(size) => format!(
            "{} (stress {})",
            words::life_event(language, size),
            moves(|week| week.stress)
        ),
        Event::Visits { planned, attended } => visits(language, planned, attended),
        Event::HelperAway { covered: true } => language
            .pick(
                "the helper is away and a colleague comes instead",
                "hjelperen er borte, og en kollega kommer i stedet",
            )
            .to_owned(),
        Event::HelperAway { covered: false } => language
            .pick(
                "the helper is away and nobody comes",
                "hjelperen er borte, og ingen kommer",
            )
            .to_owned(),
        Event::HelperReplaced => {
            let alliance = moves(|week| week.alliance);
            // In the week of an exit there is no alliance left to compare with.
            let known = now.is_some_and(|week| week.engagement == Engagement::Engaged);
            let told = match language {
                Language::English => "the helper leaves and another takes over",
                Language::Norwegian => "hjelperen slutter, og en annen tar over",
            };
            match known {
                true => format!(
                    "{told} ({} {alliance})",
                    language.pick("alliance", "allianse")
                ),
                false => told.to_owned(),
            }
        }
        Event::RuptureOpens => format!(
            "{} ({} {})",
            language.pick(
                "something breaks between family and helper",
                "noe brister mellom familie og hjelper"
            ),
            language.pick("alliance", "allianse"),
            moves(|week| week.alliance)
        ),
        Event::RuptureHeals { weeks } => match language {
            Language::English => format!("the break is mended after {}", duration(language, weeks)),
            Language::Norwegian => format!("bruddet repareres etter {}", duration(language, weeks)),
        },
        Event::Placed { children } => placed(language, children, now),
        Event::Reunified { weeks } => match language {
            Language::English => format!("home again after {} in care", duration(language, weeks)),
            Language::Norwegian => format!(
                "hjemme igjen etter {} i plassering",
                duration(language, weeks)
            ),
        },
    }
}

fn starts(language: Language, waited: u32, now: Option<&FamilyWeek>) -> String {
    let alliance = now
        .filter(|week| week.engagement == Engagement::Engaged)
        .map(|week| {
            let name = language.pick("alliance", "allianse");
            format!(" ({name} {})", state(language, week.alliance))
        })
        .unwrap_or_default();
    match (language, waited) {
        (Language::English, 0) => format!("the measure starts at once{alliance}"),
        (Language::Norwegian, 0) => format!("tiltaket begynner straks{alliance}"),
        (Language::English, weeks) => format!(
            "after {} of waiting the measure starts{alliance}",
            duration(language, weeks)
        ),
        (Language::Norwegian, weeks) => format!(
            "etter {} på vent begynner tiltaket{alliance}",
            duration(language, weeks)
        ),
    }
}

fn leaves(
    language: Language,
    arm: &ArmChronicle,
    how: Engagement,
    now: Option<&FamilyWeek>,
) -> String {
    let capacity = now
        .map(|week| state(language, week.capacity))
        .unwrap_or_default();
    let missed = now.map_or(0, |week| week.missed_run);
    let kept = kept_of(language, arm.end.planned, arm.end.attended);
    match (how, language) {
        (Engagement::Completed, Language::English) => {
            format!("the measure is completed: {kept}, caregiving capacity {capacity}")
        }
        (Engagement::Completed, Language::Norwegian) => {
            format!("tiltaket er fullført: {kept}, omsorgsevne {capacity}")
        }
        (Engagement::DroppedOut, Language::English) => {
            format!("the family leaves the measure: {kept}")
        }
        (Engagement::DroppedOut, Language::Norwegian) => {
            format!("familien trekker seg fra tiltaket: {kept}")
        }
        (Engagement::Terminated, Language::English) => {
            format!("the service ends the measure after {missed} missed visits in a row: {kept}")
        }
        (Engagement::Terminated, Language::Norwegian) => {
            format!("tjenesten avslutter tiltaket etter {missed} uteblivelser på rad: {kept}")
        }
        (Engagement::Expired, Language::English) => format!(
            "time runs out before the measure is completed: {kept}, caregiving capacity {capacity}"
        ),
        (Engagement::Expired, Language::Norwegian) => {
            format!("tiden løper ut før tiltaket er fullført: {kept}, omsorgsevne {capacity}")
        }
        (Engagement::EndedByPlacement, Language::English) => {
            "the placement ends the measure".into()
        }
        (Engagement::EndedByPlacement, Language::Norwegian) => {
            "plasseringen avslutter tiltaket".into()
        }
        (other, _) => words::engagement(language, other).to_owned(),
    }
}

fn placed(language: Language, children: u32, now: Option<&FamilyWeek>) -> String {
    let children = match (children, language) {
        (1, Language::English) => "one child is placed in care".to_owned(),
        (1, Language::Norwegian) => "ett barn plasseres utenfor hjemmet".to_owned(),
        (number, Language::English) => {
            format!(
                "{} children are placed in care",
                words::number(language, number)
            )
        }
        (number, Language::Norwegian) => {
            format!(
                "{} barn plasseres utenfor hjemmet",
                words::number(language, number)
            )
        }
    };
    match now {
        Some(week) => {
            let (danger, concern) = (state(language, week.danger), state(language, week.concern));
            match language {
                Language::English => {
                    format!("{children} (danger {danger}, concern of the service {concern})")
                }
                Language::Norwegian => {
                    format!("{children} (fare {danger}, tjenestens bekymring {concern})")
                }
            }
        }
        None => children,
    }
}

/// Visits of one or more weeks.
pub fn visits(language: Language, planned: u32, attended: u32) -> String {
    match (language, planned, attended) {
        (Language::English, 1, 1) => "one visit, kept".into(),
        (Language::English, 1, 0) => "one visit, missed".into(),
        (Language::English, 2, 2) => "both visits kept".into(),
        (Language::English, 2, 0) => "both visits missed".into(),
        (Language::English, all, 0) => format!("all {all} visits missed"),
        (Language::English, all, kept) if all == kept => format!("all {all} visits kept"),
        (Language::English, all, kept) => format!("{kept} of {all} visits kept"),
        (Language::Norwegian, 1, 1) => "ett besøk, gjennomført".into(),
        (Language::Norwegian, 1, 0) => "ett besøk, uteblitt".into(),
        (Language::Norwegian, 2, 2) => "begge besøk gjennomført".into(),
        (Language::Norwegian, 2, 0) => "uteblitt fra begge besøk".into(),
        (Language::Norwegian, all, 0) => format!("uteblitt fra alle {all} besøk"),
        (Language::Norwegian, all, kept) if all == kept => format!("alle {all} besøk gjennomført"),
        (Language::Norwegian, all, kept) => format!("{kept} av {all} besøk gjennomført"),
    }
}

fn kept_of(language: Language, planned: u32, attended: u32) -> String {
    match (language, planned) {
        (Language::English, 0) => "no visit was ever held".into(),
        (Language::Norwegian, 0) => "det ble aldri noe besøk".into(),
        (Language::English, all) => format!("{attended} of {all} visits kept"),
        (Language::Norwegian, all) => format!("{attended} av {all} besøk gjennomført"),
    }
}

/// So many weeks.
pub fn duration(language: Language, weeks: u32) -> String {
    match (weeks, language) {
        (1, Language::English) => "one week".into(),
        (1, Language::Norwegian) => "én uke".into(),
        (weeks, Language::English) => format!("{weeks} weeks"),
        (weeks, Language::Norwegian) => format!("{weeks} uker"),
    }
}

/// Where the family stands at the end of follow-up.
pub fn end(language: Language, chronicle: &Chronicle, arm: &ArmChronicle) -> String {
    let weeks = chronicle.horizon_weeks;
    let mut parts = vec![care_at_end(language, arm)];
    let in_measure = match arm.end.engagement {
        Engagement::Untreated => None,
        Engagement::Declined => {
            Some(language.pick("they never had a helper", "de har aldri hatt en hjelper"))
        }
        Engagement::Waiting => Some(language.pick(
            "they still wait for a helper",
            "de venter ennå på en hjelper",
        )),
        Engagement::Engaged => {
            Some(language.pick("they are still in the measure", "de er fortsatt i tiltaket"))
        }
        _ => None,
    };
    parts.extend(in_measure.map(str::to_owned));
    let Some(last) = arm.weeks.last() else {
        return String::new();
    };
    let (trust, capacity) = (state(language, last.trust), state(language, last.capacity));
    let (stress, wellbeing) = (
        state(language, last.stress),
        state(language, last.wellbeing),
    );
    let (danger, concern) = (state(language, last.danger), state(language, last.concern));
    let parts = parts.join("; ");
    match language {
        Language::English => format!(
            "After {weeks} weeks {parts}. Trust {trust}, caregiving capacity {capacity}, stress {stress}, wellbeing of the child {wellbeing}; danger {danger}, concern of the service {concern}."
        ),
        Language::Norwegian => format!(
            "Etter {weeks} uker {parts}. Tillit {trust}, omsorgsevne {capacity}, stress {stress}, barnets trivsel {wellbeing}; fare {danger}, tjenestens bekymring {concern}."
        ),
    }
}

fn care_at_end(language: Language, arm: &ArmChronicle) -> String {
    use homeground_core::model::cohort::Placement;
    let weeks = duration(language, arm.end.weeks_in_care);
    match (arm.end.placement, language) {
        (Placement::Home, Language::English) => "everyone lives at home, and has all along".into(),
        (Placement::Home, Language::Norwegian) => {
            "bor alle hjemme, og har gjort det hele tiden".into()
        }
        (Placement::Placed, Language::English) => format!("care goes on, {weeks} so far"),
        (Placement::Placed, Language::Norwegian) => {
            format!("varer plasseringen ennå, {weeks} til nå")
        }
        (Placement::Reunified, Language::English) => {
            format!("everyone lives at home again, after {weeks} in care")
        }
        (Placement::Reunified, Language::Norwegian) => {
            format!("bor alle hjemme igjen, etter {weeks} i plassering")
        }
    }
}
