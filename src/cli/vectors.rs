//! `HOMEGROUND_VECTORS`: narrower vectors than the machine has, for showing that results
//! do not depend on them.

use homeground_core::engine::vector::{self, Width};

/// Name of the environment variable.
const VARIABLE: &str = "HOMEGROUND_VECTORS";

/// What it may say.
const WORDS: [(&str, Width); 3] =
    [("portable", Width::Portable), ("avx2", Width::Bits256), ("avx512", Width::Bits512)];

/// Does what the variable says.
///
/// # Errors
/// A message when it says something else.
pub fn limit_from_environment() -> Result<(), String> {
    let Some(word) = std::env::var_os(VARIABLE) else {
        return Ok(());
    };
    let word = word.to_string_lossy();
    match WORDS.iter().find(|(name, _)| *name == word) {
        Some((_, width)) => {
            vector::limit(*width);
            Ok(())
        }
        None => {
            let words = WORDS.map(|(name, _)| name).join(", ");
            Err(format!("{VARIABLE} is `{word}`; it can be one of {words}"))
        }
    }
}
