//! What a field of a scenario or programme file may hold.
//!
//! The tables of [`sections`](super::sections) are made of these. Reading,
//! checking, the JSON Schema and the reference page all follow them.

use crate::evidence::{self, ComponentKind, Keyed};

/// Longest time that anything may last: forty years.
pub(crate) const LONGEST_WEEKS: i64 = 2080;

/// A table of a file: the fields that it may hold.
#[derive(Debug)]
pub struct Section {
    /// What the table is, with its article: "a scenario".
    pub phrase: &'static str,
    /// What it is for, in one sentence.
    pub meaning: &'static str,
    /// Its fields, in the order in which they are best written.
    pub fields: &'static [Field],
}

impl Section {
    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The keys of all fields.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|field| field.key)
    }
}

/// A key of a table.
#[derive(Debug)]
pub struct Field {
    /// Name in the file.
    pub key: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// Unit of a number, or empty.
    pub unit: &'static str,
    /// Must it be there, and what holds if it is not?
    pub presence: Presence,
    /// A value as it stands in a file.
    pub example: &'static str,
    /// What it says.
    pub meaning: &'static str,
}

/// A field, in the order in which a table of fields is best read.
pub(crate) const fn field(
    key: &'static str,
    kind: Kind,
    unit: &'static str,
    presence: Presence,
    example: &'static str,
    meaning: &'static str,
) -> Field {
    Field { key, kind, unit, presence, example, meaning }
}

/// Must a field be there?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Yes.
    Required,
    /// No; this value, written as in a file, holds instead.
    Default(&'static str),
    /// No; what happens instead, in words.
    Optional(&'static str),
}

/// What a field may hold.
#[derive(Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// Any text but an empty one.
    NonEmptyText,
    /// A text that is not empty and unique among its neighbours.
    Label,
    /// A text that can be the name of a folder.
    FolderName,
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// A number from the first to the second.
    Number(f64, f64),
    /// `true` or `false`.
    YesNo,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A key of an evidence table.
    Key(Vocabulary),
    /// A list of keys of an evidence table, each at most once.
    Keys(Vocabulary),
    /// This word, or a number from the first to the second.
    WordOrNumber(&'static str, f64, f64),
    /// A table.
    Table(&'static Section),
    /// A list of tables.
    Tables(&'static Section),
    /// A key of an evidence table, or a table.
    KeyOrTable(Vocabulary, &'static Section),
    /// The name of a programme, or a table that holds one.
    Programme(&'static Section),
    /// The name of another programme.
    ProgrammeName,
    /// The name of an arm.
    ArmName,
    /// A list of names of arms.
    ArmNames,
    /// Parameters with a value, or also with a range.
    Parameters {
        /// May a parameter have a range?
        ranges: bool,
    },
    /// A remark for each field of a programme.
    Notes,
    /// Texts of the table in other languages: a table for each code of a language.
    Translations(&'static Section),
    /// This word, or a list of keys of an evidence table, each at most once.
    WordOrKeys(&'static str, Vocabulary),
    /// Fields by their paths, with the values that they take.
    Vary,
}

/// Words that an evidence table defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// Places of visits.
    Arena,
    /// Helper professions.
    Profession,
    /// Control functions.
    Control,
    /// Components of helper work.
    HelperComponent,
    /// Compensating measures, and control measures.
    Compensating,
    /// Profiles of families.
    Population,
    /// Parameters of the model.
    Parameter,
    /// Mechanisms that a study can turn off.
    Switch,
}

impl Vocabulary {
    /// One of the words, as a noun.
    pub fn noun(self) -> &'static str {
        match self {
            Vocabulary::Arena => "arena",
            Vocabulary::Profession => "profession",
            Vocabulary::Control => "control function",
            Vocabulary::HelperComponent => "component",
            Vocabulary::Compensating => "kind of compensating measure",
            Vocabulary::Population => "population",
            Vocabulary::Parameter => "parameter",
            Vocabulary::Switch => "switch",
        }
    }

    /// The words, in the order of their table.
    pub fn words(self) -> Vec<&'static str> {
        fn keys<Row: Keyed>(rows: &'static [Row]) -> Vec<&'static str> {
            rows.iter().map(Keyed::key).collect()
        }
        let components = |helper: bool| {
            evidence::components()
                .iter()
                .filter(|row| (row.kind == ComponentKind::Helper) == helper)
                .map(Keyed::key)
                .collect()
        };
        match self {
            Vocabulary::Arena => keys(evidence::arenas()),
            Vocabulary::Profession => keys(evidence::professions()),
            Vocabulary::Control => keys(evidence::controls()),
            Vocabulary::HelperComponent => components(true),
            Vocabulary::Compensating => components(false),
            Vocabulary::Population => keys(evidence::populations()),
            Vocabulary::Parameter => keys(evidence::parameters()),
            Vocabulary::Switch => keys(evidence::switches()),
        }
    }
}

impl Field {
    /// What the field must hold, in words that follow "must be".
    pub fn expectation(&self) -> String {
        let unit = self.unit_in_brackets();
        match &self.kind {
            Kind::Text | Kind::Label => "a text in quotes".to_string(),
            Kind::NonEmptyText => "a text in quotes that is not empty".to_string(),
            Kind::FolderName => "a text of letters, digits, spaces, `.`, `_` and `-`".to_string(),
            Kind::Whole(low, high) => {
                format!("a whole number from {} to {}{unit}", grouped(*low), grouped(*high))
            }
            Kind::Number(low, high) => format!("a number from {low} to {high}{unit}"),
            Kind::YesNo => "true or false".to_string(),
            Kind::Word(words) => quoted_or(words),
            Kind::Key(vocabulary) => format!("the name of {}", article(vocabulary.noun())),
            Kind::Keys(vocabulary) => format!("a list of {}s in quotes", vocabulary.noun()),
            Kind::WordOrNumber(word, low, high) => {
                format!("\"{word}\" or a number from {low} to {high}{unit}")
            }
            Kind::Table(section) => format!("a table ({})", section.phrase),
            Kind::Tables(_) => "a list of tables".to_string(),
            Kind::KeyOrTable(vocabulary, _) => {
                format!("the name of {} or a table", article(vocabulary.noun()))
            }
            Kind::Programme(_) => "the name of a programme or a table".to_string(),
            Kind::ProgrammeName => "the name of a programme".to_string(),
            Kind::ArmName => "the name of an arm".to_string(),
            Kind::Parameters { ranges: true } => {
                "a table of parameters with a number or a range each".to_string()
            }
            Kind::Parameters { ranges: false } => {
                "a table of parameters with a number each".to_string()
            }
            Kind::Translations(_) => "a table with a table of texts for each language".to_string(),
            Kind::Notes => "a table with a text for each field".to_string(),
            Kind::ArmNames => "a list of names of arms".to_string(),
            Kind::WordOrKeys(word, vocabulary) => {
                format!("\"{word}\" or a list of names of {}", plural(vocabulary.noun()))
            }
            Kind::Vary => "a table of fields with a list of values each".to_string(),
        }
    }

    /// ` (weeks)`; nothing where the key says it already.
    pub(crate) fn unit_in_brackets(&self) -> String {
        if self.unit.is_empty() || self.unit == self.key {
            String::new()
        } else {
            format!(" ({})", self.unit)
        }
    }

    /// The field as a line of a file.
    pub fn example_line(&self) -> String {
        match self.kind {
            Kind::Tables(_) if self.key == "arm" => "[[arm]] name = \"first\"".to_string(),
            _ => format!("{} = {}", self.key, self.example),
        }
    }
}

/// `"off" or "need-based"`.
fn quoted_or(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The noun with its indefinite article.
pub(crate) fn article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// More than one of a noun.
fn plural(noun: &str) -> String {
    let ending = if noun.ends_with("ch") { "es" } else { "s" };
    format!("{noun}{ending}")
}

/// A whole number with thin groups of three digits: 100 000 000.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) && digits.len() > 4 {
            text.push(' ');
        }
        text.push(digit);
    }
    if number < 0 { format!("-{text}") } else { text }
}
