//! Words in each language. A language is a folder of messages (Project Fluent) in
//! `locales/`: adding one needs no line of Rust. Numbers follow the rules that the
//! language writes in its `language.ftl`.
//!
//! Texts without a language are in [`homeground_figures::text`].

mod locales;
mod numbers;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

use std::fmt;
use std::sync::Arc;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use homeground_figures::text::{Message, Number, Teller, Text};

pub use locales::{LocaleFile, Locales, WordsError};
use numbers::Signs;

// Keys: list-last list-separator number-percent number-range number-range-minus

type Bundle = fluent_bundle::concurrent::FluentBundle<FluentResource>;

/// The language whose keys are the measure of the others, and that stands in for them.
const MASTER: &str = "en";

/// The largest count that a floating number holds exactly.
const LARGEST_EXACT: u64 = 1 << 53;

/// One language. It tells texts, and never fails: where it lacks a message it says it in
/// English, and where that lacks it too, it shows the key in braces.
pub struct Words {
    code: String,
    name: String,
    aliases: Vec<String>,
    signs: Signs,
    /// What stands before and behind a number in per cent.
    percent: (String, String),
    bundle: Arc<Bundle>,
    /// None for English itself.
    english: Option<Arc<Bundle>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Words").field(&self.code).finish()
    }
}

impl Words {
    fn new(code: &str, bundle: Arc<Bundle>, english: Option<Arc<Bundle>>) -> Words {
        let mut words = Words {
            code: code.to_owned(),
            name: String::new(),
            aliases: Vec::new(),
            signs: Signs::default(),
            percent: Default::default(),
            bundle,
            english,
        };
        words.name = words.get("language-name");
        // An alias belongs to the language alone; the ones of English are not its own.
        if words.bundle.has_message("language-aliases") {
            let aliases = words.get("language-aliases");
            words.aliases = aliases.split_whitespace().map(str::to_owned).collect();
        }
        words.signs = Signs::new(
            &words.get("number-decimal-sign"),
            &words.get("number-group-sign"),
            &words.get("number-group-from"),
        );
        // The pattern is cut at a mark that no language writes.
        let mark = "\u{0}";
        let mut pattern = String::new();
        words.write_pattern("number-percent", &[("number", mark)], &mut pattern);
        if let Some((before, behind)) = pattern.split_once(mark) {
            words.percent = (before.to_owned(), behind.to_owned());
        }
        words
    }

    /// Code of the language, as `--lang` and web pages write it: `en`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What the language calls itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Other codes of the language.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// Is this the language of a code? Some languages have more than one.
    pub fn has_code(&self, code: &str) -> bool {
        self.code == code || self.aliases.iter().any(|alias| alias == code)
    }

    /// A message without variables.
    pub fn get(&self, key: &str) -> String {
        let mut text = String::new();
        self.write_pattern(key, &[], &mut text);
        text
    }

    fn write(&self, text: &Text, out: &mut String) {
        match text {
            Text::Verbatim(text) => out.push_str(text),
            Text::Message(message) => self.write_message(message, out),
            Text::Number(number) => self.write_number(number, out),
            Text::List(parts) => self.write_list(parts, out),
            Text::Joined { parts, separator } => {
                let parts = parts.iter().filter(|part| !part.is_empty());
                for (index, part) in parts.enumerate() {
                    if index > 0 {
                        out.push_str(separator);
                    }
                    self.write(part, out);
                }
            }
            Text::Between { ends, has_minus } => {
                let (lower, upper) = (self.tell(&ends.0), self.tell(&ends.1));
                self.write_between(&lower, &upper, *has_minus, out);
            }
            Text::Translated { text, translations } => {
                let own = translations.iter().find(|(code, _)| self.has_code(code));
                out.push_str(own.map_or(text, |(_, translation)| translation));
            }
            Text::Capital(text) => {
                let text = self.tell(text);
                let mut signs = text.chars();
                out.extend(signs.next().into_iter().flat_map(char::to_uppercase));
                out.push_str(signs.as_str());
            }
        }
    }

    fn write_list(&self, parts: &[Text], out: &mut String) {
        let [first @ .., last] = parts else {
            return;
        };
        let last = self.tell(last);
        if first.is_empty() {
            out.push_str(&last);
            return;
        }
        let first: Vec<String> = first.iter().map(|part| self.tell(part)).collect();
        let first = first.join(&self.get("list-separator"));
        self.write_pattern("list-last", &[("first", &first), ("last", &last)], out);
    }

    fn write_message(&self, message: &Message, out: &mut String) {
        if let Some(otherwise) = &message.otherwise
            && !self.knows(&message.key)
        {
            return self.write(otherwise, out);
        }
        let mut arguments = FluentArgs::with_capacity(message.arguments.len());
        for (name, value) in &message.arguments {
            arguments.set(*name, self.argument(value));
        }
        self.write_with(&message.key, &arguments, out);
    }

    /// Counts stay numbers, so that they choose plural forms; all else is told.
    fn argument<'text>(&self, text: &'text Text) -> FluentValue<'text> {
        match text {
            Text::Verbatim(text) => FluentValue::from(text.as_ref()),
            Text::Number(Number::Whole(number)) => FluentValue::from(*number),
            Text::Number(Number::Plain(number)) if *number < LARGEST_EXACT => {
                // Options take part in comparisons, so `[1]` needs those of a written number.
                let options = FluentNumberOptions {
                    use_grouping: *number < 1000,
                    ..FluentNumberOptions::default()
                };
                FluentValue::Number(FluentNumber::new(*number as f64, options))
            }
            other => FluentValue::from(self.tell(other)),
        }
    }

    fn write_pattern(&self, key: &str, arguments: &[(&str, &str)], out: &mut String) {
        let arguments = arguments.iter().copied().collect();
        self.write_with(key, &arguments, out);
    }

    fn write_with(&self, key: &str, arguments: &FluentArgs<'_>, out: &mut String) {
        let bundles = [Some(&self.bundle), self.english.as_ref()];
        let told = bundles.into_iter().flatten().any(|bundle| {
            let Some(pattern) = pattern(bundle, key) else {
                return false;
            };
            numbers::set_signs(self.signs);
            // What lacks a value is shown as `{$name}`; there is nobody to tell more.
            let mut errors = Vec::new();
            bundle.write_pattern(out, pattern, Some(arguments), &mut errors).is_ok()
        });
        if !told {
            out.push('{');
            out.push_str(key);
            out.push('}');
        }
    }

    /// Has this language or English a message under this key?
    fn knows(&self, key: &str) -> bool {
        let english = self.english.as_deref();
        pattern(&self.bundle, key).is_some()
            || english.is_some_and(|bundle| pattern(bundle, key).is_some())
    }
}

impl Teller for Words {
    fn code(&self) -> &str {
        Words::code(self)
    }

    fn tell(&self, text: &Text) -> String {
        let mut told = String::new();
        self.write(text, &mut told);
        told
    }
}

/// The pattern of `key` or `key.attribute`.
fn pattern<'bundle>(bundle: &'bundle Bundle, key: &str) -> Option<&'bundle Pattern<'bundle>> {
    let Some((key, attribute)) = key.split_once('.') else {
        return bundle.get_message(key)?.value();
    };
    Some(bundle.get_message(key)?.get_attribute(attribute)?.value())
}

type Pattern<'text> = fluent_syntax::ast::Pattern<&'text str>;
