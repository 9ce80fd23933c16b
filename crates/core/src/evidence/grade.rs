//! How well a number is known.

use serde::{Deserialize, Serialize};

/// How well a number is known, from a pooled estimate (A) to our own assumption (D).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Pooled estimate of a systematic review or meta-analysis.
    A,
    /// One trial, cohort or official statistic.
    B,
    /// Sources report the direction; the size is ours.
    C,
    /// Our assumption.
    D,
}

impl Grade {
    /// All grades, best known first.
    pub const ALL: [Grade; 4] = [Grade::A, Grade::B, Grade::C, Grade::D];

    /// The letter.
    pub fn letter(self) -> &'static str {
        match self {
            Grade::A => "A",
            Grade::B => "B",
            Grade::C => "C",
            Grade::D => "D",
        }
    }

    /// What the letter stands for, in a few words.
    pub fn meaning(self) -> &'static str {
        match self {
            Grade::A => "pooled estimate of a systematic review",
            Grade::B => "one trial, cohort or official statistic",
            Grade::C => "direction reported by the sources, size is ours",
            Grade::D => "our assumption",
        }
    }
}

impl std::fmt::Display for Grade {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.letter())
    }
}
