//! The languages that the program carries, and the option that chooses one.

use std::ffi::OsStr;
use std::sync::LazyLock;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command};
use homeground_report::words::{LocaleFile, Locales, Words};

/// Every file of `crates/report/locales`.
const FILES: &[LocaleFile<'static>] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

static LOCALES: LazyLock<Locales> = LazyLock::new(|| {
    // A test reads the same files, so a file that is broken never becomes a program.
    Locales::parse(FILES).unwrap_or_else(|error| panic!("{error}"))
});

/// The language of a code, such as `en`.
pub fn words(code: &str) -> Option<&'static Words> {
    LOCALES.words(code)
}

/// Reads a language from its code. Languages are parsed when one is chosen or all are
/// listed, so that commands without words need not wait for it.
#[derive(Clone, Copy, Debug)]
pub struct LanguageParser;

fn choices() -> impl Iterator<Item = PossibleValue> {
    LOCALES.all().iter().map(|words| {
        PossibleValue::new(words.code())
            .help(words.get("language-in-english"))
            .aliases(words.aliases().iter().map(String::as_str))
    })
}

impl TypedValueParser for LanguageParser {
    type Value = &'static Words;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<&'static Words, clap::Error> {
        let known = PossibleValuesParser::new(choices());
        let code = known.parse_ref(command, argument, value)?;
        // What the parser lets through is the code or an alias of a language.
        Ok(words(&code).unwrap_or_else(|| LOCALES.english()))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(choices()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_carries_every_language_and_every_file() {
        let files = homeground_report::words::testing::files();
        let carried: Vec<_> = FILES
            .iter()
            .map(|file| (file.language.to_owned(), file.file.to_owned(), file.text.to_owned()))
            .collect();
        assert_eq!(carried, files);
        assert!(words("nb").is_some() && words("no").is_some() && words("sv").is_none());
    }
}
