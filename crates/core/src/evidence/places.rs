//! Where each parameter and constant acts: the step of the model, the line of its
//! equation in plain text, and the source file that holds it.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::keyed::Keyed;

/// Where a number acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Key of a parameter or constant.
    pub key: String,
    /// Step of the model.
    pub step: String,
    /// Source file, from the root of the project.
    pub file: String,
    /// The equation, in words and signs of a keyboard.
    pub equation: String,
}

impl Keyed for Place {
    fn key(&self) -> &str {
        &self.key
    }
}

/// A row for every parameter, then for every constant.
pub fn places() -> &'static [Place] {
    static ROWS: LazyLock<Vec<Place>> = LazyLock::new(|| {
        super::tables::read_rows(include_str!("../../../../data/where.csv"), "where.csv")
    });
    &ROWS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{constants, parameters};

    #[test]
    fn every_parameter_and_constant_has_a_place() {
        let expected: Vec<&str> =
            parameters().iter().map(Keyed::key).chain(constants().iter().map(Keyed::key)).collect();
        let placed: Vec<&str> = places().iter().map(Keyed::key).collect();
        assert_eq!(placed, expected);
    }

    #[test]
    fn every_place_names_a_file_that_uses_the_key_and_an_equation_that_holds_it() {
        for place in places() {
            let path =
                std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(&place.file);
            let text = std::fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {}: {error}", place.key, place.file));
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            assert!(holds_word(code, &place.key), "{} in {}", place.key, place.file);
            let sure = holds_word(&place.equation, &place.key);
            assert!(sure, "{} in {:?}", place.key, place.equation);
            assert!(!place.step.is_empty(), "{}", place.key);
        }
    }

    /// Does the word stand in the text, not only as a part of a longer one?
    fn holds_word(text: &str, word: &str) -> bool {
        let part = |sign: char| sign.is_alphanumeric() || sign == '_';
        text.match_indices(word).any(|(start, _)| {
            !text[..start].ends_with(part) && !text[start + word.len()..].starts_with(part)
        })
    }
}
