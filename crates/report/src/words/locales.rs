//! All languages, from the texts of their files.

use std::sync::Arc;

use fluent_bundle::{FluentError, FluentResource};
use thiserror::Error;

use super::{Bundle, MASTER, Words, numbers};

/// A file of messages in one language.
#[derive(Clone, Copy, Debug)]
pub struct LocaleFile<'text> {
    /// Code of the language, the name of its folder: `nb`.
    pub language: &'text str,
    /// Name of the file, for errors: `cost.ftl`.
    pub file: &'text str,
    /// What stands in it.
    pub text: &'text str,
}

/// What is wrong with the files of the languages.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WordsError {
    /// A folder is not named by a code.
    #[error("`{0}` is no code of a language, such as `en`")]
    Language(String),
    /// A message is not written as Fluent asks.
    #[error("locales/{language}/{file}, line {line}: {problem}")]
    Syntax {
        /// Code of the language.
        language: String,
        /// Name of the file.
        file: String,
        /// Line, counted from 1.
        line: usize,
        /// What is wrong there.
        problem: String,
    },
    /// A message stands twice in a language.
    #[error("locales/{language}/{file}: the message `{key}` stands twice in this language")]
    Repeated {
        /// Code of the language.
        language: String,
        /// File with the second one.
        file: String,
        /// Its key.
        key: String,
    },
    /// English, which stands in for the others, is missing.
    #[error("there is no language `en`, which stands in where another lacks a message")]
    NoEnglish,
}

/// All languages, English first.
#[derive(Debug)]
pub struct Locales {
    words: Vec<Words>,
}

impl Locales {
    /// Reads the files of all languages, in any order.
    ///
    /// # Errors
    ///
    /// A file that is not Fluent, a message that stands twice in a language, no English.
    pub fn parse(files: &[LocaleFile<'_>]) -> Result<Locales, WordsError> {
        let mut codes: Vec<&str> = files.iter().map(|file| file.language).collect();
        codes.sort_unstable_by_key(|code| (*code != MASTER, *code));
        codes.dedup();
        let mut words: Vec<Words> = Vec::new();
        for code in codes {
            let bundle = Arc::new(bundle(code, files)?);
            let english = words.first().map(|english| Arc::clone(&english.bundle));
            if english.is_none() && code != MASTER {
                return Err(WordsError::NoEnglish);
            }
            words.push(Words::new(code, bundle, english));
        }
        if words.is_empty() {
            return Err(WordsError::NoEnglish);
        }
        Ok(Locales { words })
    }

    /// The language with this code or alias.
    pub fn words(&self, code: &str) -> Option<&Words> {
        self.words.iter().find(|words| words.has_code(code))
    }

    /// English, which is always there.
    pub fn english(&self) -> &Words {
        &self.words[0]
    }

    /// All languages, English first.
    pub fn all(&self) -> &[Words] {
        &self.words
    }

    /// Codes of all languages, English first.
    pub fn codes(&self) -> Vec<&str> {
        self.words.iter().map(Words::code).collect()
    }
}

fn bundle(code: &str, files: &[LocaleFile<'_>]) -> Result<Bundle, WordsError> {
    let language = code.parse().map_err(|_| WordsError::Language(code.to_owned()))?;
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(numbers::write_count));
    for file in files.iter().filter(|file| file.language == code) {
        let resource = FluentResource::try_new(file.text.to_owned()).map_err(|(_, errors)| {
            let first = errors.first();
            let before = first.and_then(|error| file.text.get(..error.pos.start));
            WordsError::Syntax {
                language: code.to_owned(),
                file: file.file.to_owned(),
                line: before.unwrap_or_default().matches('\n').count() + 1,
                problem: first.map(ToString::to_string).unwrap_or_default(),
            }
        })?;
        bundle.add_resource(resource).map_err(|errors| {
            let key = errors.into_iter().find_map(|error| match error {
                FluentError::Overriding { id, .. } => Some(id),
                _ => None,
            });
            WordsError::Repeated {
                language: code.to_owned(),
                file: file.file.to_owned(),
                key: key.unwrap_or_default(),
            }
        })?;
    }
    Ok(bundle)
}
