//! What is asked, and differences, in words of both languages.

use crate::evidence::Outcome;
use crate::report::measures::kind_of;
use crate::report::numbers::Kind;
use crate::report::page_tables::Cell;
use crate::report::results::Estimate;
use crate::report::words::Language;

use super::names;
use super::results::StudyResults;

/// Name of a kind of study, for headings.
pub fn kind_name(kind: &str, language: Language) -> &'static str {
    match kind {
        "sweep" => language.pick("sweep", "gjennomløp"),
        "sensitivity" => language.pick("sensitivity", "følsomhet"),
        "assumptions" => language.pick("assumptions", "antakelser"),
        "design" => language.pick("designs", "utforminger"),
        "switch" => language.pick("mechanisms switched off", "mekanismer slått av"),
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

/// An outcome with its unit and week in words: "families placed by week 104".
pub fn outcome_of((outcome, unit, week): (&str, &str, u32), language: Language) -> String {
    let words = language.words();
    let name = words.outcome(outcome);
    let state = !starts_at_zero(outcome);
    match (outcome, unit, language) {
        ("placed", "family", Language::English) => format!("families placed by week {week}"),
        ("placed", "family", Language::Norwegian) => {
            format!("familier med plassering innen uke {week}")
        }
        ("placed", _, Language::English) => format!("children placed by week {week}"),
        ("placed", _, Language::Norwegian) => format!("barn plassert innen uke {week}"),
        _ if week == 0 => format!("{name} ({})", words.unit(unit)),
        (_, _, Language::English) if state => format!("{name} in week {week}"),
        (_, _, Language::Norwegian) if state => format!("{name} i uke {week}"),
        (_, "family", Language::English) => format!("{name} by week {week}"),
        (_, "family", Language::Norwegian) => format!("{name} innen uke {week}"),
        (_, _, Language::English) => format!("{name} by week {week}, of {}", words.unit(unit)),
        (_, _, Language::Norwegian) => format!("{name} innen uke {week}, av {}", words.unit(unit)),
    }
}

/// What the study asks, in one sentence.
pub fn asked(results: &StudyResults, language: Language) -> String {
    let outcome = outcome(results, language);
    let arms = language.list(&results.note.arms);
    match (results.note.kind.as_str(), language) {
        ("sweep", Language::English) => {
            format!(
                "What happens to {outcome} when {} moves? Arms: {arms}.",
                fields(results, language)
            )
        }
        ("sweep", Language::Norwegian) => {
            format!(
                "Hva skjer med {outcome} når {} endres? Alternativer: {arms}.",
                fields(results, language)
            )
        }
        ("assumptions", Language::English) => format!(
            "What does the difference between {arms} in {outcome} lean on, and what would be worth knowing better?"
        ),
        ("assumptions", Language::Norwegian) => format!(
            "Hva hviler forskjellen mellom {arms} i {outcome} på, og hva ville det vært verdt å vite bedre?"
        ),
        ("sensitivity", Language::English) => format!(
            "Which of the model's parameters does {outcome} lean on, in each arm and in the difference between them? Arms: {arms}."
        ),
        ("sensitivity", Language::Norwegian) => format!(
            "Hvilke av modellens parametre hviler {outcome} på, i hvert alternativ og i forskjellen mellom dem? Alternativer: {arms}."
        ),
        ("design", Language::English) => {
            format!("Which design of {arms} does best on {outcome}, and what does each choice do?")
        }
        ("design", Language::Norwegian) => {
            format!(
                "Hvilken utforming av {arms} gjør det best på {outcome}, og hva gjør hvert valg?"
            )
        }
        ("switch", Language::English) => {
            format!(
                "Which conclusions on {outcome} survive when a mechanism of the model is turned off? Arms: {arms}."
            )
        }
        ("switch", Language::Norwegian) => {
            format!(
                "Hvilke konklusjoner om {outcome} overlever når en mekanisme i modellen slås av? Alternativer: {arms}."
            )
        }
        ("threshold", Language::English) => {
            format!(
                "How far may each assumption move before the order of {arms} turns? Outcome: {outcome}."
            )
        }
        ("threshold", Language::Norwegian) => {
            format!(
                "Hvor langt kan hver antakelse flyttes før rekkefølgen mellom {arms} snur? Utfall: {outcome}."
            )
        }
        ("uncertainty", Language::English) => {
            format!(
                "Which of {arms} is best, how sure is that, and what research would be worth? Outcome: {outcome}."
            )
        }
        ("uncertainty", Language::Norwegian) => {
            format!(
                "Hvilket av {arms} er best, hvor sikkert er det, og hva ville forskning være verdt? Utfall: {outcome}."
            )
        }
        (_, Language::English) => format!("What does {outcome} depend on? Arms: {arms}."),
        (_, Language::Norwegian) => format!("Hva avhenger {outcome} av? Alternativer: {arms}."),
    }
}

/// The varied fields in words.
fn fields(results: &StudyResults, language: Language) -> String {
    let fields = results
        .note
        .facts
        .get("fields")
        .and_then(|fields| fields.as_array());
    let paths = fields
        .into_iter()
        .flatten()
        .filter_map(|field| field["path"].as_str());
    let names: Vec<String> = paths.map(|path| names::field(path, language)).collect();
    language.list(&names)
}

/// One line on what was simulated.
pub fn facts(results: &StudyResults, language: Language) -> String {
    let manifest = &results.manifest;
    let points = language.whole(results.note.points);
    let arms = match (results.note.arms.len(), language) {
        (1, Language::English) => "1 arm".to_owned(),
        (1, Language::Norwegian) => "1 alternativ".to_owned(),
        (arms, Language::English) => format!("{arms} arms"),
        (arms, Language::Norwegian) => format!("{arms} alternativer"),
    };
    let (families, replicates) = (
        language.whole(manifest.families),
        language.whole(manifest.replicates),
    );
    let weeks = manifest.horizon_weeks;
    let mut parts = vec![match language {
        Language::English => format!(
            "{points} points · {arms} · {replicates} × {families} families in each · {weeks} weeks from referral"
        ),
        Language::Norwegian => format!(
            "{points} punkter · {arms} · {replicates} × {families} familier i hvert · {weeks} uker fra henvisning"
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
    if results.note.kind == "assumptions" {
        return match language {
            Language::English => format!(
                "95% intervals of shares hold the choice of points, found by resampling them; those of differences hold the chance of the simulation ({replicates} replicates of {families} families)."
            ),
            Language::Norwegian => format!(
                "95 %-intervallene for andeler rommer valget av punkter, funnet ved å trekke dem på nytt; de for forskjeller rommer simuleringens tilfeldighet ({replicates} gjentakelser med {families} familier)."
            ),
        };
    }
    if results.note.kind == "sensitivity" {
        return match language {
            Language::English => format!(
                "95% intervals hold the choice of points, found by resampling them. Each point is simulated with {replicates} replicates of {families} families, the same at all points."
            ),
            Language::Norwegian => format!(
                "95 %-intervallene rommer valget av punkter, funnet ved å trekke dem på nytt. Hvert punkt er simulert med {replicates} gjentakelser med {families} familier, de samme i alle punkter."
            ),
        };
    }
    if results.note.kind == "uncertainty" {
        let draws = language.whole(results.note.points);
        let from = manifest.drawn_from.map_or_else(String::new, |from| {
            format!(" {}", from.described(manifest.reading(), language))
        });
        return match language {
            Language::English => format!(
                "95% intervals hold the chance of which parameters were drawn ({draws} draws{from}; each of {replicates} × {families} families), not how the model is built."
            ),
            Language::Norwegian => format!(
                "95 %-intervallene rommer tilfeldigheten i hvilke parametere som ble trukket ({draws} trekninger{from}; hver med {replicates} × {families} familier), ikke hvordan modellen er bygget."
            ),
        };
    }
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

/// Differences of shares are told in percentage points, so they are multiplied by this;
/// all else stays as it is.
pub fn difference_factor(outcome: &str, difference: bool) -> f64 {
    if difference && kind_of(outcome) == Kind::Share {
        100.0
    } else {
        1.0
    }
}

/// Is 0 the honest start of an axis of this outcome?
pub fn starts_at_zero(outcome: &str) -> bool {
    Outcome::from_word(outcome).is_none_or(Outcome::starts_at_zero)
}

/// Writes values of an axis of this outcome. Differences of shares come in percentage
/// points.
pub fn axis_writer(
    outcome: &str,
    difference: bool,
    language: Language,
) -> impl Fn(f64, usize) -> String + use<> {
    let kind = kind_of(outcome);
    move |value, decimals| match (kind, difference) {
        (Kind::Share, false) => {
            let percent = language.decimal(value * 100.0, decimals.saturating_sub(2));
            match language {
                Language::English => format!("{percent}%"),
                Language::Norwegian => format!("{percent}\u{202f}%"),
            }
        }
        (_, false) => language.decimal(value, decimals),
        (_, true) => signed(value, if value == 0.0 { 0 } else { decimals }, language),
    }
}

/// A number with its sign; zero has none.
pub fn signed(value: f64, decimals: usize, language: Language) -> String {
    let text = language.decimal(value, decimals);
    let is_zero = !text.chars().any(|digit| ('1'..='9').contains(&digit));
    if value > 0.0 && !is_zero {
        format!("+{text}")
    } else {
        text
    }
}

/// What an axis of the asked outcome shows, with its unit.
pub fn axis_name(results: &StudyResults, difference: bool, language: Language) -> String {
    let note = &results.note;
    let outcome = outcome(results, language);
    let unit = unit_of(&note.outcome, difference, language);
    let name = match difference {
        false => outcome,
        true => match language {
            Language::English => format!("{outcome}, less {}", results.manifest.reference),
            Language::Norwegian => format!("{outcome}, minus {}", results.manifest.reference),
        },
    };
    if unit.is_empty() {
        name
    } else {
        format!("{name}, {unit}")
    }
}

/// The unit in which an outcome or a difference is written; empty where there is none.
pub fn unit_of(outcome: &str, difference: bool, language: Language) -> &'static str {
    match (kind_of(outcome), difference) {
        (Kind::Share, true) => language.pick("percentage points", "prosentpoeng"),
        (Kind::Share, false) => language.pick("share", "andel"),
        (Kind::Money, _) => language.pick("NOK per family", "kr per familie"),
        (Kind::Quantity, _) => "",
    }
}

/// An outcome for a small panel.
pub fn short_outcome(key: (&str, &str, u32), difference: bool, language: Language) -> String {
    let name = language.words().outcome(key.0);
    match (kind_of(key.0), difference) {
        (Kind::Share, true) => format!("{name}, {}", language.pick("points", "poeng")),
        _ => name.to_owned(),
    }
}

/// A value in a cell of a heat map: short.
pub fn cell(value: f64, outcome: &str, difference: bool, language: Language) -> String {
    let shown = value * difference_factor(outcome, difference);
    match (kind_of(outcome), difference) {
        (Kind::Share, false) => language.percent(value),
        (Kind::Share, true) => signed(shown, if shown.abs() < 10.0 { 1 } else { 0 }, language),
        (Kind::Money, _) => format!(
            "{}k",
            language.decimal(shown / 1000.0, if shown.abs() < 100_000.0 { 1 } else { 0 })
        ),
        (Kind::Quantity, false) => language.quantity(shown),
        (Kind::Quantity, true) => {
            let text = language.quantity(shown);
            if shown > 0.0 {
                format!("+{text}")
            } else {
                text
            }
        }
    }
}

/// A difference in a cell of a table, with its interval below.
pub fn difference_cell(estimate: Estimate, outcome: &str, language: Language) -> Cell {
    let scaled = estimate.times(difference_factor(outcome, true));
    let decimals = decimals_of(scaled, kind_of(outcome));
    Cell {
        text: signed(scaled.value, decimals, language),
        small: scaled
            .interval
            .map(|(lower, upper)| {
                let (low, high) = (
                    language.decimal(lower, decimals),
                    language.decimal(upper, decimals),
                );
                language.between(&low, &high, lower < 0.0)
            })
            .unwrap_or_default(),
        number: true,
    }
}

/// Decimals that show two digits of the wider half of an interval, or of the value.
fn decimals_of(estimate: Estimate, kind: Kind) -> usize {
    if kind == Kind::Money {
        return 0;
    }
    let size = estimate
        .interval
        .map_or(estimate.value.abs(), |(lower, upper)| (upper - lower) / 2.0);
    if size <= 0.0 || !size.is_finite() {
        return 2;
    }
    (1.0 - size.log10().floor()).clamp(0.0, 5.0) as usize
}

/// A difference with its interval: shares in percentage points.
pub fn difference(estimate: Estimate, outcome: &str, language: Language) -> String {
    let kind = kind_of(outcome);
    let scaled = estimate.times(difference_factor(outcome, true));
    let decimals = decimals_of(scaled, kind);
    let unit = match kind {
        Kind::Share => language.pick(" percentage points", " prosentpoeng"),
        Kind::Money => language.pick(" NOK", " kr"),
        Kind::Quantity => "",
    };
    let value = signed(scaled.value, decimals, language);
    match scaled.interval {
        None => format!("{value}{unit}"),
        Some((lower, upper)) => {
            let ends = language.between(
                &language.decimal(lower, decimals),
                &language.decimal(upper, decimals),
                lower < 0.0,
            );
            match language {
                Language::English => format!("{value}{unit} (95% interval {ends})"),
                Language::Norwegian => format!("{value}{unit} (95 %-intervall {ends})"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_told_with_as_many_digits_as_their_interval_has() {
        let shares = Estimate {
            value: -0.0123,
            interval: Some((-0.02, -0.0046)),
        };
        assert_eq!(
            difference(shares, "placed", Language::English),
            "−1.23 percentage points (95% interval −2.00 to −0.46)"
        );
        let money = Estimate {
            value: 12_345.6,
            interval: Some((-10.0, 24_000.0)),
        };
        assert_eq!(
            difference(money, "cost_nok", Language::Norwegian),
            "+12\u{202f}346 kr (95 %-intervall −10 til 24\u{202f}000)"
        );
        let alone = Estimate {
            value: 0.25,
            interval: None,
        };
        assert_eq!(difference(alone, "trust", Language::English), "+0.25");
    }
}
