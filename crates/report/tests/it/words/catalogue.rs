//! Which messages a language has, and what they need.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// Forms of plurals and genders may differ between languages; other variants may not.
const PLURAL_FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What a pattern holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Contents {
    /// Variables: `$name`.
    variables: BTreeSet<String>,
    /// Variants by name of what is chosen from: `$unit: family`.
    variants: BTreeSet<String>,
    /// Messages and terms: `key`, `key.attribute`, `-term`.
    references: BTreeSet<String>,
    has_line_break: bool,
}

/// Messages, attributes (`key.attribute`) and terms (`-term`) of one language.
#[derive(Debug, Default)]
pub struct Catalogue {
    entries: BTreeMap<String, Contents>,
}

impl Catalogue {
    /// Reads the files of one language.
    pub fn new<'text>(texts: impl IntoIterator<Item = &'text str>) -> Catalogue {
        let mut catalogue = Catalogue::default();
        for text in texts {
            let resource = match fluent_syntax::parser::parse(text) {
                Ok(resource) => resource,
                Err((_, errors)) => panic!("{errors:?}"),
            };
            for entry in &resource.body {
                let (key, value, attributes) = match entry {
                    Entry::Message(message) => {
                        (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
                    }
                    Entry::Term(term) => {
                        (format!("-{}", term.id.name), Some(&term.value), &term.attributes)
                    }
                    _ => continue,
                };
                for attribute in attributes {
                    let key = format!("{key}.{}", attribute.id.name);
                    catalogue.add(key, &attribute.value);
                }
                if let Some(value) = value {
                    catalogue.add(key, value);
                }
            }
        }
        catalogue
    }

    fn add(&mut self, key: String, pattern: &Pattern<&str>) {
        let mut contents = Contents::default();
        contents.read(pattern);
        self.entries.insert(key, contents);
    }

    /// Keys of messages and attributes.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let keys = self.entries.keys().map(String::as_str);
        keys.filter(|key| !key.starts_with('-'))
    }

    /// Variables of a message, also those of messages that it holds.
    pub fn variables(&self, key: &str) -> Option<BTreeSet<String>> {
        Some(self.whole(self.entries.get(key)?).variables)
    }

    /// Keys that other messages refer to.
    pub fn references(&self) -> BTreeSet<&str> {
        let entries = self.entries.values();
        entries.flat_map(|entry| entry.references.iter().map(String::as_str)).collect()
    }

    /// What is wrong with the language: references to nothing, terms without use, breaks of lines.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let used = self.references();
        for key in used.iter().filter(|key| !self.entries.contains_key(**key)) {
            problems.push(format!("a message refers to {key}, which is not there"));
        }
        for (key, contents) in &self.entries {
            let name = key.split('.').next().unwrap_or(key);
            if key.starts_with('-') && !used.contains(name) {
                problems.push(format!("{key} is not used"));
            }
            if contents.has_line_break {
                problems.push(format!("{key} holds a break of a line"));
            }
        }
        problems
    }

    /// In what another language differs from this one.
    pub fn differences(&self, other: &Catalogue) -> Vec<String> {
        let mut differences = Vec::new();
        for key in self.keys() {
            let Some(contents) = other.entries.get(key) else {
                differences.push(format!("{key} is missing"));
                continue;
            };
            let (mine, theirs) = (self.whole(&self.entries[key]), other.whole(contents));
            if mine.variables != theirs.variables {
                differences.push(format!(
                    "{key} has the variables {:?}, not {:?}",
                    theirs.variables, mine.variables
                ));
            }
            if mine.variants != theirs.variants {
                differences.push(format!(
                    "{key} has the variants {:?}, not {:?}",
                    theirs.variants, mine.variants
                ));
            }
        }
        for key in other.keys().filter(|key| !self.entries.contains_key(*key)) {
            differences.push(format!("{key} is unknown"));
        }
        differences
    }

    /// The contents with those of all that they refer to.
    fn whole(&self, contents: &Contents) -> Contents {
        let mut whole = contents.clone();
        let mut open: Vec<String> = contents.references.iter().cloned().collect();
        let mut seen = BTreeSet::new();
        while let Some(key) = open.pop() {
            if let Some(inner) = self.entries.get(&key).filter(|_| seen.insert(key.clone())) {
                open.extend(inner.references.iter().cloned());
                // A term has variables of its own, which its message sets.
                if !key.starts_with('-') {
                    whole.variables.extend(inner.variables.iter().cloned());
                    whole.variants.extend(inner.variants.iter().cloned());
                }
            }
        }
        whole
    }
}

impl Contents {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.has_line_break |= value.contains('\n');
                }
                PatternElement::Placeable { expression } => self.read_expression(expression),
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        let Expression::Select { selector, variants } = expression else {
            if let Expression::Inline(inline) = expression {
                self.read_inline(inline);
            }
            return;
        };
        self.read_inline(selector);
        for variant in variants {
            if let (VariantKey::Identifier { name }, InlineExpression::VariableReference { id }) =
                (&variant.key, selector)
                && !PLURAL_FORMS.contains(name)
            {
                self.variants.insert(format!("${}: {name}", id.name));
            }
            self.read(&variant.value);
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                self.references.insert(match attribute {
                    Some(attribute) => format!("{}.{attribute}", id.name),
                    None => id.name.to_owned(),
                });
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                self.read_arguments(arguments.as_ref());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                self.read_arguments(Some(arguments));
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn read_arguments(&mut self, arguments: Option<&CallArguments<&str>>) {
        let Some(arguments) = arguments else { return };
        for argument in &arguments.positional {
            self.read_inline(argument);
        }
        for argument in &arguments.named {
            self.read_inline(&argument.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_compared_by_keys_variables_and_variants() {
        let english = Catalogue::new([
            "a = { $n ->\n [one] { $n } week\n *[other] { $n } weeks\n }\n",
            "b = { c }\nc = { $unit ->\n [family] families\n *[other] { $unit }\n }\n    .short = x\n",
        ]);
        let alike = "a = { $n } veker\nb = { c }\nc = { $unit ->\n [family] familiar\n *[other] { $unit }\n }\n    .short = y\n";
        assert!(english.differences(&Catalogue::new([alike])).is_empty());
        let other = "a = { $m } veker\nb = { $unit }\nc = { $unit ->\n [child] barn\n *[other] { $unit }\n }\nd = e\n";
        assert_eq!(
            english.differences(&Catalogue::new([other])),
            [
                "a has the variables {\"m\"}, not {\"n\"}",
                "b has the variants {}, not {\"$unit: family\"}",
                "c has the variants {\"$unit: child\"}, not {\"$unit: family\"}",
                "c.short is missing",
                "d is unknown",
            ]
        );
    }

    #[test]
    fn loose_ends_are_found() {
        let text = "-unused = x\n-used = y\na = { b } { -used }\nc = one\n    two\n";
        assert_eq!(
            Catalogue::new([text]).problems(),
            [
                "a message refers to b, which is not there",
                "-unused is not used",
                "c holds a break of a line",
            ]
        );
    }
}
