//! Which keys Rust sources and templates use.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::Catalogue;

/// What stands before a key, and whether variables follow it.
const CALLS: [(&str, bool); 3] = [("message!(", true), ("key!(", false), ("words.get(", false)];

/// A comment that lists keys which are made in another way: `// Keys: month-* date`.
const COMMENT: &str = "// Keys:";

/// Keys in use.
#[derive(Debug, Default)]
pub struct Used {
    /// Variables of each key, in every place where it is used; none where they are not known.
    keys: BTreeMap<String, Vec<Option<BTreeSet<String>>>>,
    /// Keys made at run time, with `*` for what is put in: `outcome-*`.
    patterns: BTreeSet<String>,
}

impl Used {
    /// Adds the keys of a source or a template. Comments and unit tests are left out.
    pub fn read(&mut self, source: &str) {
        let tests = "#[cfg(test)]\nmod tests {";
        let source = source.split(tests).next().unwrap_or(source);
        let mut code = String::new();
        for line in source.lines() {
            let line = line.trim();
            if let Some(keys) = line.strip_prefix(COMMENT) {
                for key in keys.split_whitespace() {
                    self.add(key, None);
                }
            } else if !line.starts_with("//") {
                code.push_str(line);
                code.push('\n');
            }
        }
        for (call, has_variables) in CALLS {
            for (at, _) in code.match_indices(call) {
                let before = code[..at].chars().next_back();
                let is_part = before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
                let inside = code[at + call.len()..].trim_start();
                let literal = inside.strip_prefix('"').and_then(|rest| rest.split_once('"'));
                if let (false, Some((key, rest))) = (is_part, literal) {
                    self.add(key, has_variables.then(|| variables(rest)));
                }
            }
        }
    }

    fn add(&mut self, key: &str, variables: Option<BTreeSet<String>>) {
        let mut pattern = String::new();
        let mut inside = false;
        for sign in key.chars() {
            match sign {
                '{' => {
                    inside = true;
                    pattern.push('*');
                }
                '}' => inside = false,
                sign if !inside => pattern.push(sign),
                _ => {}
            }
        }
        if pattern.contains('*') {
            self.patterns.insert(pattern);
        } else {
            self.keys.entry(pattern).or_default().push(variables);
        }
    }

    /// What the sources use and the language does not have, or has with other variables.
    pub fn missing(&self, catalogue: &Catalogue) -> Vec<String> {
        let mut missing = Vec::new();
        for (key, places) in &self.keys {
            let Some(variables) = catalogue.variables(key) else {
                missing.push(format!("{key} is used, but not there"));
                continue;
            };
            for given in places.iter().flatten().filter(|given| **given != variables) {
                missing.push(format!(
                    "{key} is used with the variables {given:?}, but has {variables:?}"
                ));
            }
        }
        for pattern in &self.patterns {
            if !catalogue.keys().any(|key| matches(pattern, key)) {
                missing.push(format!("{pattern} is used, but no key is like it"));
            }
        }
        missing
    }

    /// Messages that neither the sources nor other messages use.
    pub fn unused(&self, catalogue: &Catalogue) -> Vec<String> {
        let references = catalogue.references();
        catalogue
            .keys()
            .filter(|key| !self.keys.contains_key(*key) && !references.contains(key))
            .filter(|key| !self.patterns.iter().any(|pattern| matches(pattern, key)))
            .map(|key| format!("{key} is never used"))
            .collect()
    }
}

/// Names of variables after a key, to the end of the call: `, week, arm = name)`.
fn variables(rest: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let (mut depth, mut in_text, mut escaped) = (0usize, false, false);
    let mut part = String::new();
    for sign in rest.chars() {
        if in_text {
            in_text = escaped || sign != '"';
            escaped = !escaped && sign == '\\';
            continue;
        }
        match sign {
            '"' => in_text = true,
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                names.extend(name(&part));
                part.clear();
                continue;
            }
            _ => {}
        }
        part.push(sign);
    }
    names.extend(name(&part));
    names
}

/// The name at the head of an argument.
fn name(argument: &str) -> Option<String> {
    let name: String = argument
        .trim_start()
        .chars()
        .take_while(|sign| sign.is_alphanumeric() || *sign == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

/// Is the key like the pattern, where `*` stands for any text?
fn matches(pattern: &str, key: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = key.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    for (index, part) in parts.iter().enumerate() {
        if index + 1 == parts.len() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_sources_are_found_with_their_variables() {
        let catalogue = Catalogue::new([
            "a = { $week } { $arm }\nb = x\nc-one = x\nc-two = x\nd = { e }\ne = x\nf = { $n }\ng = x\nh-x-y = x\n",
        ]);
        let mut used = Used::default();
        used.read(
            r#"
            // message!("in-a-comment")
            // Keys: g
            let a = message!("a", week, arm = name("a, b)", (1, 2)));
            let b = my_message!("no") + &message!(
                "d",
            );
            let c = key!("c-{name}").or(key!("h-{x}-y"));
            #[cfg(test)]
            mod_is_not_a_test();
            "#,
        );
        used.read("<p>{{ words.get(\"b\") }}</p>\n#[cfg(test)]\nmod tests { message!(\"none\") }");
        assert!(used.missing(&catalogue).is_empty());
        assert_eq!(used.unused(&catalogue), ["f is never used"]);
        used.read("message!(\"a\", week = 1); message!(\"z\"); key!(\"y-{x}\")");
        assert_eq!(
            used.missing(&catalogue),
            [
                "a is used with the variables {\"week\"}, but has {\"arm\", \"week\"}",
                "z is used, but not there",
                "y-* is used, but no key is like it",
            ]
        );
    }
}
