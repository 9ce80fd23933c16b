//! The table of translations of a file: codes of languages, and the texts below each.

use super::diagnostic::{Diagnostic, Problem, Problems};
use super::document::{Entry, Node, Table};
use super::fields::Section;
use super::mistakes::shown_key;
use super::nearest::nearest;
use super::reader::Reader;
use super::translations::{KEY, Translations};

/// What a code of a language looks like, as BCP 47 has it, for the JSON Schema.
pub(crate) const CODE_PATTERN: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

/// Languages of two letters (ISO 639-1). Those of three letters are too many to list.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// What people write for a code, with the code.
const NAMES: [(&str, &str); 21] = [
    ("nb", "nb"),
    ("nn", "nn"),
    ("en", "en"),
    ("bokmål", "nb"),
    ("bokmaal", "nb"),
    ("norsk", "nb"),
    ("norwegian", "nb"),
    ("norsk bokmål", "nb"),
    ("nynorsk", "nn"),
    ("norsk nynorsk", "nn"),
    ("english", "en"),
    ("engelsk", "en"),
    ("swedish", "sv"),
    ("svenska", "sv"),
    ("danish", "da"),
    ("dansk", "da"),
    ("german", "de"),
    ("deutsch", "de"),
    ("finnish", "fi"),
    ("suomi", "fi"),
    ("davvisámegiella", "se"),
];

/// The translations of a table that has been checked.
pub(crate) fn build(reader: Reader<'_>) -> Translations {
    languages(reader.table)
        .flat_map(|(code, texts)| texts.entries.iter().map(move |entry| (code, entry)))
        .filter_map(|(code, entry)| {
            Some((code.key.clone(), entry.key.clone(), entry.node.as_text()?.to_owned()))
        })
        .collect()
}

/// The languages of a table that may have translations, each with its texts.
pub(crate) fn languages(table: &Table) -> impl Iterator<Item = (&Entry, &Table)> {
    let languages = table.get(KEY).and_then(|node| node.as_table());
    languages
        .into_iter()
        .flat_map(|languages| &languages.entries)
        .filter_map(|entry| Some((entry, entry.node.as_table()?)))
}

/// A text of a table as a language shows it: its translation, or else the text itself.
pub(crate) fn shown<'a>(table: &'a Table, code: &str, key: &str) -> Option<&'a Node> {
    let translated = languages(table)
        .find(|(language, _)| language.key == code)
        .and_then(|(_, texts)| texts.get(key));
    translated.or_else(|| table.get(key))
}

/// Reports a key that is no code of a language, and what should be done in its place;
/// `section` is that of the texts below it.
pub(crate) fn check_code(entry: &Entry, section: &Section, problems: &mut Problems) -> bool {
    let code = &entry.key;
    if is_code(code) {
        return true;
    }
    let meant = code_meant(code);
    let label = match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "no language has this code".to_string(),
    };
    let below = match section.field(code) {
        Some(field) => format!(".nb.{} = ...", field.key),
        None => format!(".{}", meant.unwrap_or("nb")),
    };
    problems.push(
        Diagnostic::error(
            Problem::UnknownKey,
            &entry.key_place,
            format!("{} is no code of a language", shown_key(code)),
            label,
        )
        .help(format!(
            "texts stand below a code of two or three letters, as {KEY}{below}; nb is bokmål, nn nynorsk, en English"
        )),
    );
    false
}

/// Is this the code of a language, perhaps with its script or region: `nb`, `sma`, `pt-BR`?
fn is_code(code: &str) -> bool {
    let mut parts = code.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language = match language.len() {
        2 => CODES.split(' ').any(|code| code == language),
        3 => language.bytes().all(|letter| letter.is_ascii_lowercase()),
        _ => false,
    };
    is_language
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_alphanumeric())
        })
}

fn code_meant(word: &str) -> Option<&'static str> {
    let names = || NAMES.iter().map(|(name, _)| *name);
    let start = word.split(['-', '_']).next().unwrap_or_default();
    let near = nearest(word, names()).or_else(|| nearest(start, names()))?;
    NAMES.iter().find(|(name, _)| *name == near).map(|(_, code)| *code)
}

/// Takes the translations of a text away, because the text is said anew.
pub(crate) fn forget(table: &mut Table, key: &str) {
    let languages = table.entry_mut(KEY).and_then(|entry| entry.node.as_table_mut());
    for language in languages.into_iter().flat_map(|table| &mut table.entries) {
        if let Some(texts) = language.node.as_table_mut() {
            texts.remove(key);
        }
    }
}

/// Puts the translations of an upper layer over those of a lower one, text by text.
pub(crate) fn merge(lower: &mut Table, upper: &Table) {
    let Some(entry) = upper.entry(KEY) else {
        return;
    };
    let below = lower.entry_mut(KEY);
    let (Some(below), Some(above)) =
        (below.and_then(|entry| entry.node.as_table_mut()), entry.node.as_table())
    else {
        lower.set(entry.clone());
        return;
    };
    for language in &above.entries {
        let texts = below.entry_mut(&language.key);
        match (texts.and_then(|entry| entry.node.as_table_mut()), language.node.as_table()) {
            (Some(texts), Some(over)) => {
                for text in &over.entries {
                    texts.set(text.clone());
                }
            }
            _ => below.set(language.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{code_meant, is_code};

    #[test]
    fn codes_of_languages_are_known() {
        for code in ["nb", "nn", "en", "se", "sma", "pt-BR", "zh-Hant-TW"] {
            assert!(is_code(code), "{code}");
        }
        for word in ["", "n", "xx", "NB", "norsk", "nb_NO", "nb-", "nb-N", "title"] {
            assert!(!is_code(word), "{word}");
        }
    }

    #[test]
    fn what_people_write_for_a_code_finds_it() {
        for (word, code) in [
            ("NB", "nb"),
            ("nb_NO", "nb"),
            ("nb-", "nb"),
            ("norsk", "nb"),
            ("nynorks", "nn"),
            ("English", "en"),
            ("Bokmål", "nb"),
        ] {
            assert_eq!(code_meant(word), Some(code), "{word}");
        }
        assert_eq!(code_meant("title"), None);
    }
}
