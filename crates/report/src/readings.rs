//! Sentences on the reading of the literature that results follow, and on where
//! parameters were drawn from.

use serde::{Deserialize, Serialize};

use super::results::Manifest;
use super::words::Language;
use crate::evidence::LiteratureReading;
use crate::scenario::{DrawSource, Scenario, Uncertainty};

/// Where the parameters of a run were drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DrawnFrom {
    /// Their plausible ranges.
    Prior,
    /// The calibrated sample of the reading.
    Posterior,
    /// The ranges that the scenario names, and no others.
    NamedRanges,
}

impl DrawnFrom {
    /// Of a run of a scenario; none if it draws no parameters.
    pub fn of_run(scenario: &Scenario) -> Option<Self> {
        scenario
            .uncertainty
            .filter(|own| own.draws > 1)
            .map(Self::of)
    }

    /// Of a study that draws parameters whether its scenario does or not.
    pub fn of_study(scenario: &Scenario) -> Self {
        scenario.uncertainty.map_or(Self::Prior, Self::of)
    }

    fn of(uncertainty: Uncertainty) -> Self {
        match uncertainty.from {
            _ if uncertainty.only_named => Self::NamedRanges,
            DrawSource::Prior => Self::Prior,
            DrawSource::Posterior => Self::Posterior,
        }
    }

    /// What draws from it hold, after the number of draws: "from the posterior, ...".
    pub fn described(self, reading: LiteratureReading, language: Language) -> String {
        let word = reading.word();
        match (self, language) {
            (Self::Prior, Language::English) => {
                "from the prior: the plausible ranges, before calibration".to_owned()
            }
            (Self::Prior, Language::Norwegian) => {
                "fra førfordelingen (prior): de rimelige spennene, før kalibrering".to_owned()
            }
            (Self::Posterior, Language::English) => {
                format!("from the posterior: what calibration under the reading {word} leaves open")
            }
            (Self::Posterior, Language::Norwegian) => format!(
                "fra etterfordelingen (posterior): det kalibreringen under lesningen {word} lar stå åpent"
            ),
            (Self::NamedRanges, Language::English) => {
                "from the ranges that the scenario names, all else at its default".to_owned()
            }
            (Self::NamedRanges, Language::Norwegian) => {
                "fra spennene som scenariet oppgir, alt annet slik det er i utgangspunktet"
                    .to_owned()
            }
        }
    }
}

impl Manifest {
    /// The reading that default parameters followed. Folders of versions that knew no
    /// readings followed the centres of the priors.
    pub fn reading(&self) -> LiteratureReading {
        self.reading.unwrap_or(LiteratureReading::Prior)
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
        let described = from.described(manifest.reading(), language);
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
