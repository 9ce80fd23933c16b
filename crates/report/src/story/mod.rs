//! The story of one family: told in text, and drawn.
//!
//! | file | holds |
//! | --- | --- |
//! | `words` | names of factors, places, people and states in both languages |
//! | `sentences` | what happens, as clauses |
//! | `text` | the story from the family to the table of arms |
//! | `figure` | the same weeks as a figure |

mod figure;
mod sentences;
mod text;
mod words;

use crate::language::Language;
use homeground_core::outcomes::chronicle::Chronicle;
use homeground_figures::scene::Scene;

/// Which weeks are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weeks {
    /// Those in which something happens.
    #[default]
    Eventful,
    /// Those, and then every week in a table.
    All,
}

/// The story in lines no wider than `width`, if its words allow it.
///
/// `remark` stands before the last sentence, which is always the same: that this is
/// one simulated family.
pub fn tell(
    chronicle: &Chronicle,
    language: Language,
    weeks: Weeks,
    remark: &str,
    width: usize,
) -> String {
    text::tell(chronicle, language, weeks, remark, width)
}

/// The same weeks as a figure.
pub fn draw(chronicle: &Chronicle, language: Language) -> Scene {
    figure::draw(chronicle, language)
}

#[cfg(test)]
mod tests;
