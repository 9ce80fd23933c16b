//! What a page or a figure says, before a language is chosen.
//!
//! A [`Text`] holds keys of messages with their arguments. A [`Teller`] makes words of it.

use std::borrow::Cow;

pub use crate::number::{
    Kind, Number, date, decimal, estimate, percent, percent_whole, percentage, plain, quantity,
    range, shortest, signed, signed_decimal, value, whole,
};
pub use crate::{key, message};

/// Words without a language.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// The same in every language: names, keys, signs.
    Verbatim(Cow<'static, str>),
    /// A message that each language has under the same key.
    Message(Message),
    /// A number, a date or a range.
    Number(Number),
    /// Names in a sentence: "a, b and c".
    List(Vec<Text>),
    /// Parts side by side; empty ones are left out with their separator.
    Joined {
        /// The parts.
        parts: Vec<Text>,
        /// What stands between two of them.
        separator: &'static str,
    },
    /// From one end to the other: "1–2", or "−1 to 2" because a dash beside a minus is hard to read.
    Between {
        /// Lower and upper end.
        ends: Box<(Text, Text)>,
        /// Is one of the ends written with a minus?
        has_minus: bool,
    },
    /// The same with its first letter in upper case.
    Capital(Box<Text>),
    /// A text of a file, which may say it in other languages too.
    Translated {
        /// The text where a language has none of its own.
        text: String,
        /// Codes of languages, each with the text in it.
        translations: Vec<(String, String)>,
    },
}

impl Text {
    /// Names in a sentence: "a, b and c".
    pub fn list(names: impl IntoIterator<Item = impl Into<Text>>) -> Text {
        Text::List(names.into_iter().map(Into::into).collect())
    }

    /// Parts with a separator between them; empty ones are left out.
    pub fn joined(
        separator: &'static str,
        parts: impl IntoIterator<Item = impl Into<Text>>,
    ) -> Text {
        Text::Joined { parts: parts.into_iter().map(Into::into).collect(), separator }
    }

    /// Sentences with a blank between them; empty ones are left out.
    pub fn sentences(parts: impl IntoIterator<Item = impl Into<Text>>) -> Text {
        Text::joined(" ", parts)
    }

    /// From one end to the other; `has_minus` where an end is written with a minus.
    pub fn between(lower: impl Into<Text>, upper: impl Into<Text>, has_minus: bool) -> Text {
        Text::Between { ends: Box::new((lower.into(), upper.into())), has_minus }
    }

    /// A text of a file with what it says in other languages: code and text.
    pub fn translated<'text>(
        text: &str,
        translations: impl IntoIterator<Item = (&'text str, &'text str)>,
    ) -> Text {
        let translations: Vec<(String, String)> = translations
            .into_iter()
            .map(|(code, text)| (code.to_owned(), text.to_owned()))
            .collect();
        match translations.is_empty() {
            true => Text::from(text),
            false => Text::Translated { text: text.to_owned(), translations },
        }
    }

    /// The same with its first letter in upper case.
    pub fn capital(self) -> Text {
        Text::Capital(Box::new(self))
    }

    /// Is there nothing to say? A message always says something.
    pub fn is_empty(&self) -> bool {
        match self {
            Text::Verbatim(text) => text.is_empty(),
            Text::Message(_) | Text::Number(_) | Text::Between { .. } => false,
            Text::List(parts) | Text::Joined { parts, .. } => parts.iter().all(Text::is_empty),
            Text::Capital(text) => text.is_empty(),
            Text::Translated { text, .. } => text.is_empty(),
        }
    }
}

impl Default for Text {
    fn default() -> Text {
        Text::Verbatim(Cow::Borrowed(""))
    }
}

/// A message by its key, and what its variables stand for. See [`message!`](crate::message).
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Key in the files of every language; `key.attribute` for an attribute.
    pub key: Cow<'static, str>,
    /// Variables by name.
    pub arguments: Vec<(&'static str, Text)>,
    /// What is said where no language has the key.
    pub otherwise: Option<Box<Text>>,
}

impl Message {
    /// A message without arguments.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Message {
        Message { key: key.into(), arguments: Vec::new(), otherwise: None }
    }

    /// The same with one variable more.
    pub fn with(mut self, name: &'static str, value: impl Into<Text>) -> Message {
        self.arguments.push((name, value.into()));
        self
    }

    /// The same, with what is said where no language has the key.
    pub fn or(mut self, otherwise: impl Into<Text>) -> Message {
        self.otherwise = Some(Box::new(otherwise.into()));
        self
    }
}

/// A [`Text`] from the key of a message and its variables: `message!("cost-title", week = 52)`.
/// A variable with the name of a local value may stand alone: `message!("cost-title", week)`.
#[macro_export]
macro_rules! message {
    (@value $name:ident) => { $name };
    (@value $name:ident = $value:expr) => { $value };
    ($key:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::text::Text::Message(
            $crate::text::Message::new($key)
                $(.with(stringify!($name), $crate::message!(@value $name $(= $value)?)))*
        )
    };
}

/// A [`Message`] whose key is made at run time: `key!("outcome-{name}").or(name)`.
#[macro_export]
macro_rules! key {
    ($($format:tt)+) => { $crate::text::Message::new(format!($($format)+)) };
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::Verbatim(Cow::Owned(text.to_owned()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text::Verbatim(Cow::Owned(text))
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Text {
        Text::Verbatim(Cow::Owned(text.clone()))
    }
}

impl From<&Text> for Text {
    fn from(text: &Text) -> Text {
        text.clone()
    }
}

impl From<Message> for Text {
    fn from(message: Message) -> Text {
        Text::Message(message)
    }
}

impl From<Number> for Text {
    fn from(number: Number) -> Text {
        Text::Number(number)
    }
}

impl From<u32> for Text {
    fn from(number: u32) -> Text {
        Text::Number(Number::Whole(number.into()))
    }
}

impl From<u64> for Text {
    fn from(number: u64) -> Text {
        Text::Number(Number::Whole(number))
    }
}

impl From<usize> for Text {
    fn from(number: usize) -> Text {
        Text::Number(Number::Whole(number as u64))
    }
}

/// Makes words of texts, in one language.
pub trait Teller {
    /// Code of the language, as web pages write it: `en`.
    fn code(&self) -> &str;

    /// The words of a text.
    fn tell(&self, text: &Text) -> String;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_takes_its_arguments_by_name() {
        let week = 52u32;
        let told = message!("cost-title", week, arm = "home",);
        let expected = Message::new("cost-title").with("week", 52u32).with("arm", "home");
        assert_eq!(told, Text::Message(expected));
        let name = "placed";
        assert_eq!(key!("outcome-{name}"), Message::new("outcome-placed"));
    }

    #[test]
    fn nothing_is_empty_and_a_message_is_not() {
        assert!(Text::default().is_empty());
        assert!(Text::sentences(["", ""]).is_empty());
        assert!(!Text::sentences([Text::default(), message!("cost-title")]).is_empty());
        assert!(!Text::from(0u32).is_empty());
    }
}
