//! Sentences on the reading of the literature that results follow, and on where
//! parameters were drawn from.

use homeground_core::evidence::LiteratureReading;
use homeground_core::outcomes::manifest::{DrawnFrom, Manifest};
use homeground_figures::text::Text;
use homeground_figures::{key, message};

/// What draws from it hold, after the number of draws: "from the posterior, ...".
pub fn described(from: DrawnFrom, reading: LiteratureReading) -> Text {
    match from {
        DrawnFrom::Prior => message!("readings-from-prior"),
        DrawnFrom::Posterior => message!("readings-from-posterior", reading = reading.word()),
        DrawnFrom::NamedRanges => message!("readings-from-named-ranges"),
    }
}

/// A reading with what it means, in one sentence.
pub fn sentence(reading: LiteratureReading) -> Text {
    let word = reading.word();
    let meaning = key!("readings-meaning-{word}");
    message!("readings-sentence", reading = word, meaning)
}

/// The reading of results, and where their parameters stood or were drawn from.
pub fn of_results(manifest: &Manifest) -> Text {
    let reading = manifest.reading();
    let has_own_sample = !manifest.hashes.posterior.is_empty();
    let drawn = manifest.drawn_from.map(|from| {
        let described = described(from, reading);
        message!("readings-drawn", described)
    });
    let parts =
        [Some(sentence(reading)), has_own_sample.then(|| message!("readings-own-sample")), drawn];
    Text::sentences(parts.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use homeground_figures::text::Teller;

    use super::*;
    use crate::words::testing::{locales, words};

    fn in_all_languages(texts: &[Text]) -> String {
        let mut lines = Vec::new();
        for text in texts {
            for code in locales().codes() {
                lines.push(words(code).tell(text));
            }
        }
        lines.join("\n")
    }

    #[test]
    fn readings_are_named_with_what_they_mean() {
        insta::assert_snapshot!(in_all_languages(&LiteratureReading::ALL.map(sentence)));
    }

    #[test]
    fn pages_and_files_give_a_reading_the_same_meaning() {
        for reading in LiteratureReading::ALL {
            let meaning = words("en").get(&format!("readings-meaning-{}", reading.word()));
            assert_eq!(meaning, reading.meaning());
        }
    }

    #[test]
    fn draws_say_where_they_are_from() {
        let all = [DrawnFrom::Prior, DrawnFrom::Posterior, DrawnFrom::NamedRanges];
        let texts = all.map(|from| described(from, LiteratureReading::Family));
        insta::assert_snapshot!(in_all_languages(&texts));
    }
}
