//! Sentences of a sensitivity study, made from its numbers.

use crate::sensitivity::rows::{IndexRow, ScreeningRow, VarianceRow};
use homeground_core::evidence;
use homeground_report::language::Language;
use homeground_report::measures::kind_of;
use homeground_report::numbers::Kind;
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::pages::outcome_words as telling;
use crate::pages::results::StudyResults;
use crate::sensitivity::figures::{Panel, undefined};

/// Parameters named in a sentence before the rest is only counted.
const MOST_NAMED: usize = 4;

/// Low to high, as the tables of the program write numbers.
pub fn range(low: f64, high: f64, language: Language) -> String {
    let write = |value: f64| {
        let text = value.to_string().replace('-', "−");
        match language {
            Language::English => text,
            Language::Norwegian => text.replace('.', ","),
        }
    };
    language.between(&write(low), &write(high), low < 0.0)
}

/// The outcome of an arm, or the difference between two, as the subject of a sentence.
fn subject(results: &StudyResults, row: &VarianceRow, language: Language) -> String {
    let outcome = telling::outcome(results, language);
    match (row.reference.as_str(), language) {
        ("", Language::English) => format!("Under {}, {outcome}", row.arm),
        ("", Language::Norwegian) => format!("Med {} gjelder det {outcome}: utfallet", row.arm),
        (reference, Language::English) => {
            format!(
                "The difference between {} and {reference} in {outcome}",
                row.arm
            )
        }
        (reference, Language::Norwegian) => {
            format!("Forskjellen mellom {} og {reference} i {outcome}", row.arm)
        }
    }
}

/// What a response leans on most. Parameters whose intervals reach into that of the first
/// are named with it: the order among them is not known.
pub fn leans(results: &StudyResults, panel: &Panel, language: Language) -> String {
    let row = panel.variance;
    let subject = subject(results, row, language);
    let mut rows: Vec<&IndexRow> = panel.indices.clone();
    rows.sort_by_key(|row| row.rank);
    let Some(first) = rows.first() else {
        return match (row.undefined.as_str(), language) {
            ("only_noise", Language::English) => format!(
                "What the parameters do to it cannot be told from Monte Carlo noise: {subject} may lean on any of them or none. Take more families."
            ),
            ("only_noise", Language::Norwegian) => format!(
                "{subject} kan ikke skilles fra Monte Carlo-støy, så det kan hvile på hvilken som helst av parametrene eller ingen. Ta flere familier."
            ),
            _ => format!("{subject} {}.", undefined(row, language)),
        };
    };
    let together: Vec<&IndexRow> = rows
        .iter()
        .copied()
        .filter(|row| row.total_upper >= first.total_lower)
        .collect();
    let names: Vec<String> = together
        .iter()
        .take(MOST_NAMED)
        .map(|row| with_meaning(&row.parameter, language))
        .collect();
    let more = together.len() - names.len();
    let shares: Vec<String> = together
        .iter()
        .take(MOST_NAMED)
        .map(|row| share(row.total, (row.total_lower, row.total_upper), language))
        .collect();
    let count = rows.len();
    let names = and_more(&names, more, language);
    let shares = language.list(&shares);
    match (together.len(), language) {
        (1, Language::English) => format!(
            "{subject} leans most on {names}: it takes part in {shares} of the variance over the ranges of {count} parameters."
        ),
        (1, Language::Norwegian) => format!(
            "{subject} hviler mest på {names}: den tar del i {shares} av variansen over spennene til {count} parametre."
        ),
        (_, Language::English) => format!(
            "{subject} leans most on {names}, whose order cannot be told: they take part in {shares} of the variance over the ranges of {count} parameters."
        ),
        (_, Language::Norwegian) => format!(
            "{subject} hviler mest på {names}, uten at rekkefølgen kan avgjøres: de tar del i {shares} av variansen over spennene til {count} parametre."
        ),
    }
}

/// A parameter with what it stands for. The tables of the model are in English.
pub fn with_meaning(key: &str, language: Language) -> String {
    let meaning = evidence::find(evidence::parameters(), key).map(|row| row.meaning.as_str());
    match (meaning, language) {
        (Some(meaning), Language::English) => format!("{key} ({meaning})"),
        _ => key.to_owned(),
    }
}

/// Names in a row, with how many were left out.
pub fn and_more(names: &[String], more: usize, language: Language) -> String {
    match (more, language) {
        (0, _) => language.list(names),
        (more, Language::English) => format!("{} and {more} more", names.join(", ")),
        (more, Language::Norwegian) => format!("{} og {more} til", names.join(", ")),
    }
}

/// A share of variance with its interval, in whole per cent.
pub fn share(value: f64, (lower, upper): (f64, f64), language: Language) -> String {
    let whole = |value: f64| language.decimal(value * 100.0, 0);
    let ends = language.between(&whole(lower), &whole(upper), lower < -0.005);
    match language {
        Language::English => format!("{} (95% interval {ends}%)", language.percent_whole(value)),
        Language::Norwegian => format!(
            "{} (95 %-intervall {ends}\u{202f}%)",
            language.percent_whole(value)
        ),
    }
}

/// Where the response lies over the ranges, and how far it moves.
pub fn over_the_ranges(
    results: &StudyResults,
    row: &VarianceRow,
    language: Language,
) -> Option<String> {
    if !row.undefined.is_empty() {
        return None;
    }
    let outcome = &results.note.outcome;
    let deviation = row.response?.max(0.0).sqrt();
    let mean = telling::difference(
        Estimate {
            value: row.mean?,
            interval: None,
        },
        outcome,
        language,
    );
    let factor = if kind_of(outcome) == Kind::Share {
        100.0
    } else {
        1.0
    };
    let deviation = language.quantity(deviation * factor);
    Some(match language {
        Language::English => format!(
            "Over the ranges the difference is {mean} on average, with a standard deviation of {deviation} that is due to the parameters."
        ),
        Language::Norwegian => format!(
            "Over spennene er forskjellen {mean} i gjennomsnitt, med et standardavvik på {deviation} som skyldes parametrene."
        ),
    })
}

/// What no parameter explains alone.
pub fn interactions(row: &VarianceRow, language: Language) -> Option<String> {
    let value = row.interactions?;
    let (lower, upper) = row.interactions_lower.zip(row.interactions_upper)?;
    let together = share(value, (lower, upper), language);
    Some(match (lower > 0.0, language) {
        (true, Language::English) => format!(
            "Parameters acting together, and not alone, account for {together} of the variance of the difference."
        ),
        (true, Language::Norwegian) => format!(
            "Parametre i samspill, og ikke alene, står for {together} av forskjellens varians."
        ),
        (false, Language::English) => format!(
            "That parameters act together, and not each alone, cannot be shown: the share is {together} of the variance of the difference."
        ),
        (false, Language::Norwegian) => format!(
            "At parametre virker i samspill og ikke hver for seg, kan ikke vises: andelen er {together} av forskjellens varians."
        ),
    })
}

/// The share of noise in each response.
pub fn noise(panels: &[Panel], language: Language) -> String {
    let parts: Vec<String> = panels
        .iter()
        .filter_map(|panel| {
            let row = panel.variance;
            let ends = row.noise_share_lower.zip(row.noise_share_upper)?;
            let part = share(row.noise_share?, ends, language);
            Some(match (row.reference.is_empty(), language) {
                (true, Language::English) => format!("{part} for {}", row.arm),
                (true, Language::Norwegian) => format!("{part} for {}", row.arm),
                (false, Language::English) => format!("{part} for the difference"),
                (false, Language::Norwegian) => format!("{part} for forskjellen"),
            })
        })
        .collect();
    match (parts.is_empty(), language) {
        (true, Language::English) => {
            "Nothing varies over the points, not even by chance.".to_owned()
        }
        (true, Language::Norwegian) => {
            "Ingenting varierer over punktene, ikke engang tilfeldig.".to_owned()
        }
        (false, Language::English) => format!(
            "Monte Carlo noise is this share of the variance seen over the points, and is kept out of the indices: {}.",
            language.list(&parts)
        ),
        (false, Language::Norwegian) => format!(
            "Monte Carlo-støy er denne andelen av variansen over punktene, og er holdt utenfor indeksene: {}.",
            language.list(&parts)
        ),
    }
}

/// What the screening found, and how much of it was left out of the closer look.
pub fn screened(rows: &[ScreeningRow], panels: &[Panel], language: Language) -> String {
    let Some(row) = panels.first().map(|panel| panel.variance) else {
        return String::new();
    };
    let rows: Vec<&ScreeningRow> = rows
        .iter()
        .filter(|effect| effect.arm == row.arm && effect.reference == row.reference)
        .collect();
    let taken = rows.iter().filter(|row| row.taken_on).count();
    let largest = |on: bool| {
        let sizes = rows
            .iter()
            .filter(|row| row.taken_on == on)
            .map(|row| row.mu_star);
        sizes.fold(0.0, f64::max)
    };
    let (inside, outside) = (largest(true), largest(false));
    let count = rows.len();
    if rows.is_empty() || inside <= 0.0 {
        return language
            .pick(
                "No parameter moved the difference in the screening.",
                "Ingen parameter flyttet forskjellen i siktingen.",
            )
            .to_owned();
    }
    if taken == count {
        return match language {
            Language::English => {
                format!("All {count} parameters were looked at closely, so nothing was left out.")
            }
            Language::Norwegian => {
                format!("Alle {count} parametre ble sett nærmere på, så ingenting ble utelatt.")
            }
        };
    }
    let part = language.percent_whole(outside / inside);
    match language {
        Language::English => format!(
            "Of {count} parameters, {taken} were looked at closely; among those left out, the largest effect on the difference was {part} of the largest of all."
        ),
        Language::Norwegian => format!(
            "Av {count} parametre ble {taken} sett nærmere på; blant dem som ble utelatt, var den største virkningen på forskjellen {part} av den aller største."
        ),
    }
}

/// How it was done.
pub fn method(results: &StudyResults, language: Language) -> Result<Vec<String>, ContentError> {
    let (screened, walks, samples): (usize, u32, u32) = (
        results.fact("screened")?,
        results.fact("walks")?,
        results.fact("samples")?,
    );
    let spread: String = results.fact("spread")?;
    let weight = match spread.as_str() {
        "uniform" => language.pick("every value has the same weight", "hver verdi har samme vekt"),
        _ => language.pick(
            "values near the default have most weight and the ends none (a triangle; on the logarithm where a range spans a factor of 20 or more)",
            "verdier nær standardverdien har mest vekt og endene ingen (en trekant; på logaritmen der spennet er en faktor 20 eller mer)",
        ),
    };
    Ok(match language {
        Language::English => vec![
            format!("First {screened} parameters were screened: {walks} walks through a grid of four levels, each walk changing every parameter once (Morris 1991). Those with the largest effect, on either arm or on the difference, were looked at closely; the others stay where the scenario has them."),
            format!("Those were then moved together over {samples} base samples of a shifted Sobol sequence. First-order indices follow Saltelli et al. (2010), total indices Jansen (1999); intervals come from 1,000 resamples of the base samples. Within a range {weight}; a range that the scenario gives has equal weight everywhere."),
            "Every point is simulated in two halves that share no random number. Squares and products are taken across the halves, so that Monte Carlo noise has no part in the indices; an index near zero can come out below it.".to_owned(),
        ],
        Language::Norwegian => vec![
            format!("Først ble {screened} parametre siktet: {walks} vandringer gjennom et rutenett med fire nivåer, der hver vandring endrer hver parameter én gang (Morris 1991). De med størst virkning, på et av alternativene eller på forskjellen, ble sett nærmere på; de andre står der scenarioet har dem."),
            format!("Disse ble så flyttet sammen over {samples} grunnpunkter i en forskjøvet Sobol-følge. Førsteordens indekser følger Saltelli mfl. (2010), totalindekser Jansen (1999); intervallene kommer fra 1000 nye utvalg av grunnpunktene. Innenfor et spenn har {weight}; et spenn som scenarioet gir, har lik vekt overalt."),
            "Hvert punkt simuleres i to halvdeler som ikke deler noe tilfeldig tall. Kvadrater og produkter tas på tvers av halvdelene, så Monte Carlo-støy ikke inngår i indeksene; en indeks nær null kan bli negativ.".to_owned(),
        ],
    })
}

/// What it cannot tell.
pub fn limits(language: Language) -> Vec<String> {
    [
        (
            "Indices share out the variance over these ranges. Other ranges give other indices; a parameter with a narrow range looks unimportant however strong its effect.",
            "Indeksene fordeler variansen over disse spennene. Andre spenn gir andre indekser; en parameter med smalt spenn ser uviktig ut, uansett hvor sterkt den virker.",
        ),
        (
            "Parameters move independently of each other. What is known of them together is not used.",
            "Parametrene flyttes uavhengig av hverandre. Det som vites om dem samlet, er ikke brukt.",
        ),
        (
            "Intervals hold the choice of points, not the choice of families, which all points share.",
            "Intervallene rommer valget av punkter, ikke valget av familier, som alle punktene deler.",
        ),
    ]
    .into_iter()
    .map(|(english, norwegian)| language.pick(english, norwegian).to_owned())
    .collect()
}
