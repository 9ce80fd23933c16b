//! What is asked, and differences, in words of both languages.

use crate::report::measures::kind_of;
use crate::report::numbers::Kind;
use crate::report::results::Estimate;
use crate::report::words::Language;

use super::results::StudyResults;

/// Name of a kind of study, for headings.
pub fn kind_name(kind: &str, language: Language) -> &'static str {
    match kind {
        "sweep" => language.pick("sweep", "gjennomløp"),
        "threshold" => language.pick("thresholds", "terskler"),
        "uncertainty" => language.pick("an uncertain decision", "en usikker beslutning"),
        _ => language.pick("study", "studie"),
    }
}

/// The outcome of the study in words: "placed, families, week 104".
pub fn outcome(results: &StudyResults, language: Language) -> String {
    let note = &results.note;
    outcome_of((&note.outcome, &note.unit, note.week), language)
}

/// An outcome with its unit and week in words.
pub fn outcome_of((outcome, unit, week): (&str, &str, u32), language: Language) -> String {
    let words = language.words();
    let (name, of) = (words.outcome(outcome), words.unit(unit));
    match week {
        0 => format!("{name} ({of})"),
        week => match language {
            Language::English => format!("{name} ({of}, week {week})"),
            Language::Norwegian => format!("{name} ({of}, uke {week})"),
        },
    }
}

/// What the study asks, in one sentence.
pub fn asked(results: &StudyResults, language: Language) -> String {
    let outcome = outcome(results, language);
    let arms = language.list(&results.note.arms);
    match (results.note.kind.as_str(), language) {
        ("sweep", Language::English) => {
            format!("How does {outcome} move when what is assumed or offered moves? Arms: {arms}.")
        }
        ("sweep", Language::Norwegian) => {
            format!("Hvordan endrer {outcome} seg når antakelser eller tilbud endres? Alternativer: {arms}.")
        }
        ("threshold", Language::English) => {
            format!("How far may each assumption move before the order of {arms} turns? Outcome: {outcome}.")
        }
        ("threshold", Language::Norwegian) => {
            format!("Hvor langt kan hver antakelse flyttes før rekkefølgen mellom {arms} snur? Utfall: {outcome}.")
        }
        ("uncertainty", Language::English) => {
            format!("Which of {arms} is best, how sure is that, and what research would be worth? Outcome: {outcome}.")
        }
        ("uncertainty", Language::Norwegian) => {
            format!("Hvilket av {arms} er best, hvor sikkert er det, og hva ville forskning være verdt? Utfall: {outcome}.")
        }
        (_, Language::English) => format!("What does {outcome} depend on? Arms: {arms}."),
        (_, Language::Norwegian) => format!("Hva avhenger {outcome} av? Alternativer: {arms}."),
    }
}

/// One line on what was simulated.
pub fn facts(results: &StudyResults, language: Language) -> String {
    let manifest = &results.manifest;
    let points = language.whole(results.note.points);
    let arms = results.note.arms.len();
    let (families, replicates) = (
        language.whole(manifest.families),
        language.whole(manifest.replicates),
    );
    let weeks = manifest.horizon_weeks;
    let mut parts = vec![match language {
        Language::English => format!(
            "{points} points · {arms} arms · {replicates} × {families} families in each · {weeks} weeks from referral"
        ),
        Language::Norwegian => format!(
            "{points} punkter · {arms} alternativer · {replicates} × {families} familier i hvert · {weeks} uker fra henvisning"
        ),
    }];
    if let Some(started) = &manifest.started {
        parts.push(language.date(started));
    }
    parts.push(format!("homeground {}", manifest.version));
    parts.join(" · ")
}

/// What the intervals hold.
pub fn intervals(results: &StudyResults, language: Language) -> String {
    let manifest = &results.manifest;
    let (replicates, families) = (
        language.whole(manifest.replicates),
        language.whole(manifest.families),
    );
    match (manifest.replicates, language) {
        (1, Language::English) => "There are no intervals, because one replicate cannot tell chance from difference. Run again with more replicates.".to_owned(),
        (1, Language::Norwegian) => "Det er ingen intervaller, fordi én gjentakelse ikke kan skille tilfeldighet fra forskjell. Kjør på nytt med flere gjentakelser.".to_owned(),
        (_, Language::English) => format!(
            "Unless said otherwise, 95% intervals hold the chance of the simulation alone ({replicates} replicates of {families} families), not what is unknown about the model."
        ),
        (_, Language::Norwegian) => format!(
            "Der ikke annet er sagt, rommer 95 %-intervallene bare simuleringens tilfeldighet ({replicates} gjentakelser med {families} familier), ikke det som er ukjent om modellen."
        ),
    }
}

/// How all studies work.
pub fn common_method(language: Language) -> &'static str {
    language.pick(
        "All points simulate the same families with the same life events and the same other random numbers. Differences between points and between arms are taken replicate by replicate, so that they show the assumption or the design and not the luck of the draw.",
        "Alle punkter simulerer de samme familiene med de samme livshendelsene og de samme øvrige tilfeldige tallene. Forskjeller mellom punkter og mellom alternativer regnes gjentakelse for gjentakelse, så de viser antakelsen eller utformingen og ikke flaksen.",
    )
}

/// A level of an outcome with its interval.
pub fn level(estimate: Estimate, outcome: &str, language: Language) -> String {
    language.estimate(estimate, kind_of(outcome))
}

/// A difference with its interval: shares in percentage points.
pub fn difference(estimate: Estimate, outcome: &str, language: Language) -> String {
    let kind = kind_of(outcome);
    let sign = language.signed(estimate.value, kind);
    let (scaled, unit) = match kind {
        Kind::Share => (estimate.times(100.0), language.pick(" percentage points", " prosentpoeng")),
        Kind::Money => (estimate, language.pick(" NOK", " kr")),
        Kind::Quantity => (estimate, ""),
    };
    match scaled.interval {
        None => format!("{sign}{unit}"),
        Some(interval) => {
            let shown = match kind {
                Kind::Share => Kind::Quantity,
                other => other,
            };
            let ends = language.range(interval, shown);
            match language {
                Language::English => format!("{sign}{unit} (95% interval {ends})"),
                Language::Norwegian => format!("{sign}{unit} (95 %-intervall {ends})"),
            }
        }
    }
}
