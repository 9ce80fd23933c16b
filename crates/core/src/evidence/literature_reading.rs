//! Readings of the literature: where it disagrees, a user chooses one.

use serde::{Deserialize, Serialize};

/// Which reading of the literature the default parameters follow.
///
/// By child, intensive programmes lower placement; by family, the large trial found no
/// difference or the reverse. The two are never averaged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LiteratureReading {
    /// Calibrated with placement counted by child.
    #[default]
    Child,
    /// Calibrated with placement counted by family.
    Family,
    /// Not calibrated: the hand-set centres of the priors.
    Prior,
}

impl LiteratureReading {
    /// All readings.
    pub const ALL: [Self; 3] = [Self::Child, Self::Family, Self::Prior];

    /// Its word in files and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Family => "family",
            Self::Prior => "prior",
        }
    }

    /// The reading of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reading| reading.word() == word)
    }

    /// Was it calibrated, so that there is a posterior to draw from?
    pub const fn is_calibrated(self) -> bool {
        !matches!(self, Self::Prior)
    }

    /// Words of all readings, in their order.
    pub const WORDS: [&'static str; 3] =
        [Self::Child.word(), Self::Family.word(), Self::Prior.word()];

    /// What it means, English: goes on after its word and a colon.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Child => {
                "calibrated with placement counted by child: intensive programmes lower placement"
            }
            Self::Family => {
                "calibrated with placement counted by family: the large trial found no effect on \
                 placement, or the reverse"
            }
            Self::Prior => "not calibrated: the hand-set centres of the plausible ranges",
        }
    }
}
