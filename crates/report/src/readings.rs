//! Sentences on the reading of the literature that results follow, and on where
//! parameters were drawn from.

use crate::language::Language;
use homeground_core::evidence::LiteratureReading;
use homeground_core::outcomes::manifest::{DrawnFrom, Manifest};

/// What draws from it hold, after the number of draws: "from the posterior, ...".
pub fn described(from: DrawnFrom, reading: LiteratureReading, language: Language) -> String {
    let word = reading.word();
    match (from, language) {
        (DrawnFrom::Prior, Language::English) => {
            "from the prior: the plausible ranges, before calibration".to_owned()
        }
        (DrawnFrom::Prior, Language::Norwegian) => {
            "fra førfordelingen (prior): de rimelige spennene, før kalibrering".to_owned()
        }
        (DrawnFrom::Posterior, Language::English) => {
            format!("from the posterior: what calibration under the reading {word} leaves open")
        }
        (DrawnFrom::Posterior, Language::Norwegian) => format!(
            "fra etterfordelingen (posterior): det kalibreringen under lesningen {word} lar stå åpent"
        ),
        (DrawnFrom::NamedRanges, Language::English) => {
            "from the ranges that the scenario names, all else at its default".to_owned()
        }
        (DrawnFrom::NamedRanges, Language::Norwegian) => {
            "fra spennene som scenariet oppgir, alt annet slik det er i utgangspunktet".to_owned()
        }
    }
}

/// A reading with what it means, in one sentence.
pub fn sentence(reading: LiteratureReading, language: Language) -> String {
    let word = reading.word();
    match language {
        Language::English => {
            format!("Reading of the literature: {word} ({}).", reading.meaning())
        }
        Language::Norwegian => {
            format!("Lesning av forskningen: {word} ({}).", reading.meaning_nb())
        }
    }
}

/// The reading of results, and where their parameters stood or were drawn from.
pub fn of_results(manifest: &Manifest, language: Language) -> String {
    let mut text = sentence(manifest.reading(), language);
    if !manifest.hashes.posterior.is_empty() {
        text.push_str(language.pick(
            " Its calibrated sample is that of a posterior file named for this run.",
            " Det kalibrerte utvalget er fra en egen fil som er oppgitt for denne kjøringen.",
        ));
    }
    if let Some(from) = manifest.drawn_from {
        let described = described(from, manifest.reading(), language);
        text.push_str(&match language {
            Language::English => format!(" Parameters were drawn {described}."),
            Language::Norwegian => format!(" Parameterne ble trukket {described}."),
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_named_with_what_they_mean_in_both_languages() {
        let lines: Vec<String> = LiteratureReading::ALL
            .into_iter()
            .flat_map(|reading| {
                [Language::English, Language::Norwegian].map(|language| sentence(reading, language))
            })
            .collect();
        insta::assert_snapshot!(lines.join("\n"));
    }

    #[test]
    fn draws_say_where_they_are_from() {
        let all = [
            DrawnFrom::Prior,
            DrawnFrom::Posterior,
            DrawnFrom::NamedRanges,
        ];
        let lines: Vec<String> = all
            .into_iter()
            .flat_map(|from| {
                [Language::English, Language::Norwegian]
                    .map(|language| from.described(LiteratureReading::Family, language))
            })
            .collect();
        insta::assert_snapshot!(lines.join("\n"));
    }
}
