//! Texts of a file in other languages.

use std::collections::BTreeMap;

use super::lines::Lines;

/// Key of the table of translations in every file and table that may have one.
pub(crate) const KEY: &str = "translations";

/// Texts in other languages, by the code of the language and the key of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translations(BTreeMap<String, BTreeMap<String, String>>);

impl Translations {
    /// A text in other languages: code of the language and text, in the order of the codes.
    pub fn of(&self, key: &str) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter_map(move |(code, texts)| Some((code.as_str(), texts.get(key)?.as_str())))
    }
}

/// Code, key, text.
impl<Code: Into<String>, Key: Into<String>, Words: Into<String>> FromIterator<(Code, Key, Words)>
    for Translations
{
    fn from_iter<Texts: IntoIterator<Item = (Code, Key, Words)>>(texts: Texts) -> Translations {
        let mut translations = Translations::default();
        for (code, key, text) in texts {
            let language = translations.0.entry(code.into()).or_default();
            language.insert(key.into(), text.into());
        }
        translations
    }
}

/// Writes translations below a header such as `arm.`, one table for each language.
pub(crate) fn write(file: &mut Lines, above: &str, translations: &Translations) {
    for (code, texts) in &translations.0 {
        file.header(&format!("[{above}{KEY}.{code}]"));
        for (key, text) in texts {
            file.text(key, text);
        }
    }
}
