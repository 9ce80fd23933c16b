//! Names of what a family meets, in both languages.

use crate::language::Language;
use homeground_core::evidence;
use homeground_core::model::cohort::Engagement;
use homeground_core::scenario::{Levels, Programme};

/// A factor by its place in the catalogue; one that is new keeps its key.
pub fn factor(language: Language, index: usize) -> String {
    let Some(factor) = evidence::catalogue().get(index) else {
        return String::new();
    };
    let (english, norwegian) = match factor.key.as_str() {
        "child_behaviour" => (
            "difficult behaviour of the child",
            "utfordrende atferd hos barnet",
        ),
        "child_special_needs" => ("special needs of the child", "særskilte behov hos barnet"),
        "parental_mental_illness" => (
            "mental illness of a parent",
            "psykisk sykdom hos en forelder",
        ),
        "parental_substance_misuse" => (
            "substance misuse of a parent",
            "rusproblemer hos en forelder",
        ),
        "domestic_violence" => ("violence at home", "vold i hjemmet"),
        "parental_conflict" => ("conflict between the parents", "konflikt mellom foreldrene"),
        "limited_parenting_skills" => ("limited parenting skills", "svake foreldreferdigheter"),
        "parental_cognitive_difficulties" => (
            "cognitive difficulties of a parent",
            "kognitive vansker hos en forelder",
        ),
        "single_or_young_caregiver" => (
            "a single or very young caregiver",
            "enslig eller svært ung omsorgsperson",
        ),
        "weak_social_network" => ("a weak social network", "svakt sosialt nettverk"),
        "school_strain" => ("trouble at school", "vansker på skolen"),
        "unemployment" => ("unemployment", "arbeidsledighet"),
        "low_income" => ("low income", "lav inntekt"),
        "poor_housing" => ("poor housing", "dårlig bolig"),
        "caregiver_adversity" => (
            "a hard childhood of the caregiver",
            "en vond oppvekst hos omsorgspersonen",
        ),
        "minority_stress" => ("minority stress", "minoritetsstress"),
        "significant_adult" => (
            "another adult the child can count on",
            "en annen trygg voksen",
        ),
        "leisure_activity" => ("a leisure activity", "en fritidsaktivitet"),
        "supportive_network" => ("a supportive network", "et støttende nettverk"),
        "daycare_or_school" => (
            "a day care or school that works",
            "barnehage eller skole som fungerer",
        ),
        "reflective_capacity" => (
            "a caregiver who sees the child's side",
            "en omsorgsperson som ser barnets side",
        ),
        "easy_temperament" => (
            "a child with an easy temperament",
            "et barn med lett temperament",
        ),
        "economic_stability" => ("a stable economy", "stabil økonomi"),
        "coparent_cooperation" => ("parents who cooperate", "foreldre som samarbeider"),
        other => return other.replace('_', " "),
    };
    language.pick(english, norwegian).to_owned()
}

/// Where visits are held.
fn arena(language: Language, key: &str) -> String {
    let (english, norwegian) = match key {
        "home" => ("at home", "hjemme"),
        "office" => ("at the office", "på kontoret"),
        "residential" => ("in a residential unit", "på institusjon"),
        "health_clinic" => ("at the health clinic", "på helsestasjonen"),
        "digital" => ("on a screen", "på skjerm"),
        other => return other.replace('_', " "),
    };
    language.pick(english, norwegian).to_owned()
}

/// Who comes.
fn profession(language: Language, key: &str) -> String {
    let (english, norwegian) = match key {
        "nurse" => ("a nurse", "en sykepleier"),
        "midwife" => ("a midwife", "en jordmor"),
        "family_therapist" => ("a family therapist", "en familieterapeut"),
        "psychologist" => ("a psychologist", "en psykolog"),
        "social_worker" => ("a social worker", "en sosialarbeider"),
        "child_welfare_worker" => ("a child welfare worker", "en barnevernsarbeider"),
        "paraprofessional" => (
            "a helper without a profession",
            "en hjelper uten fagutdanning",
        ),
        other => return other.replace('_', " "),
    };
    language.pick(english, norwegian).to_owned()
}

/// With what power the helper comes.
fn control(language: Language, key: &str) -> String {
    let (english, norwegian) = match key {
        "none" => (
            "without any power over the family",
            "uten makt over familien",
        ),
        "duty_to_report" => ("with a duty to report", "med meldeplikt"),
        "child_welfare_voluntary" => (
            "as a voluntary measure of child welfare",
            "som frivillig tiltak i barnevernet",
        ),
        "implicit_threat" => ("under an unspoken threat", "under en uuttalt trussel"),
        "court_ordered" => (
            "by order, not by choice",
            "som pålegg, ikke etter eget valg",
        ),
        other => return other.replace('_', " "),
    };
    language.pick(english, norwegian).to_owned()
}

/// A compensating measure.
pub fn compensating(language: Language, key: &str) -> String {
    let (english, norwegian) = match key {
        "respite" => ("a respite home", "avlastning"),
        "support_contact" => ("a support contact", "støttekontakt"),
        "leisure" => ("support for leisure", "støtte til fritid"),
        "financial" => ("financial support", "økonomisk støtte"),
        other => return other.replace('_', " "),
    };
    language.pick(english, norwegian).to_owned()
}

/// The design of a measure in one sentence.
pub fn offer(language: Language, programme: &Programme) -> String {
    let mut places = arena(language, &programme.arena);
    if let Some(first) = &programme.first_arena {
        places = match language {
            Language::English => format!("first {}, then {places}", arena(language, first)),
            Language::Norwegian => format!("først {}, så {places}", arena(language, first)),
        };
    }
    let weeks = match programme.max_weeks > programme.duration_weeks {
        true => format!("{}–{}", programme.duration_weeks, programme.max_weeks),
        false => programme.duration_weeks.to_string(),
    };
    let minutes = programme.visit_minutes;
    let minutes = language.decimal(minutes, usize::from(minutes.fract() != 0.0));
    let rate = rate(language, programme);
    let who = profession(language, &programme.profession);
    let power = control(language, &programme.control);
    match language {
        Language::English => format!(
            "The offer: {who} meets the family {places}, {rate}, {minutes} minutes each time, for {weeks} weeks, {power}."
        ),
        Language::Norwegian => format!(
            "Tilbudet: {who} møter familien {places}, {rate}, {minutes} minutter hver gang, i {weeks} uker, {power}."
        ),
    }
}

fn rate(language: Language, programme: &Programme) -> String {
    if programme.levels == Levels::NeedBased {
        return language
            .pick("as often as the need says", "så ofte behovet tilsier")
            .to_owned();
    }
    let steps: Vec<String> = programme
        .schedule
        .iter()
        .map(|step| {
            let often = frequency(language, step.visits_per_week);
            match step.from_week {
                0 => often,
                week => format!("{often} {} {week}", language.pick("from week", "fra uke")),
            }
        })
        .collect();
    steps.join(", ")
}

fn frequency(language: Language, visits_per_week: f64) -> String {
    let every = (1.0 / visits_per_week).round();
    let is_whole = (1.0 / visits_per_week - every).abs() < 0.02;
    match visits_per_week {
        0.0 => language.pick("no visits", "ingen besøk").to_owned(),
        1.0 => language.pick("weekly", "hver uke").to_owned(),
        0.5 => language
            .pick("every other week", "annenhver uke")
            .to_owned(),
        rate if rate < 1.0 && is_whole => match language {
            Language::English => format!("every {every} weeks"),
            Language::Norwegian => format!("hver {every}. uke"),
        },
        rate => {
            let exact = |decimals: &usize| {
                let power = 10f64.powi(*decimals as i32);
                ((rate * power).round() / power - rate).abs() < 1e-9
            };
            let number = language.decimal(rate, (0..2).find(exact).unwrap_or(2));
            format!(
                "{number} {}",
                language.pick("times a week", "ganger i uken")
            )
        }
    }
}

/// Where a family stands with its measure, without the week.
pub fn engagement(language: Language, engagement: Engagement) -> &'static str {
    let (english, norwegian) = match engagement {
        Engagement::Untreated => ("no helper", "ingen hjelper"),
        Engagement::Declined => ("said no", "takket nei"),
        Engagement::Waiting => ("still waiting", "venter ennå"),
        Engagement::Engaged => ("still in the measure", "fortsatt i tiltaket"),
        Engagement::Completed => ("completed", "fullført"),
        Engagement::DroppedOut => ("dropped out", "frafall"),
        Engagement::Terminated => ("ended by the service", "avsluttet av tjenesten"),
        Engagement::Expired => ("time ran out", "tiden løp ut"),
        Engagement::EndedByPlacement => ("ended by placement", "avsluttet ved plassering"),
    };
    language.pick(english, norwegian)
}

/// A small number in words.
pub fn number(language: Language, number: u32) -> String {
    let word = match number {
        1 => language.pick("one", "ett"),
        2 => language.pick("two", "to"),
        3 => language.pick("three", "tre"),
        4 => language.pick("four", "fire"),
        _ => return number.to_string(),
    };
    word.to_owned()
}

/// How hard a life event of so many logits strikes. Events are exponential with a
/// mean of 0.8, so that about half are small and one in five is heavy.
pub fn life_event(language: Language, size: f32) -> &'static str {
    const SMALL: f32 = 0.5;
    const HEAVY: f32 = 1.3;
    match size {
        size if size < SMALL => language.pick("a small blow", "et lite slag"),
        size if size < HEAVY => language.pick("a hard blow", "et hardt slag"),
        _ => language.pick("a heavy blow", "et tungt slag"),
    }
}
