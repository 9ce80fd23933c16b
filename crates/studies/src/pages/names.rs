//! Fields, their values and mechanisms in words.

use homeground_core::evidence::{self, find};
use homeground_figures::text::{Text, decimal, quantity};
use homeground_figures::{key, message};

/// A parameter or a varied field for people: "home: minutes per visit",
/// "attend_burden (travel)". Arms are called as in the path.
pub fn field(path: &str) -> Text {
    field_of(path, |name| name.into())
}

/// The same, with what an arm of this name is called.
pub fn field_of(path: &str, arm: impl Fn(&str) -> Text) -> Text {
    let mut parts: Vec<&str> = path.split('.').collect();
    let last = parts.pop().unwrap_or(path);
    if let Some(row) = find(evidence::parameters(), last) {
        return message!("studies-parameter", key = last, meaning = &row.meaning);
    }
    let field = field_word(last);
    match parts.as_slice() {
        ["arm", name, ..] => {
            let whole = arm(name.trim_matches(['"', '\'']));
            message!("studies-field-of", whole, field)
        }
        ["population"] => {
            message!("studies-field-of", whole = message!("studies-population"), field)
        }
        _ => field,
    }
}

/// A field without its arm.
pub fn short_field(path: &str) -> Text {
    let last = path.rsplit('.').next().unwrap_or(path);
    match find(evidence::parameters(), last) {
        Some(_) => last.into(),
        None => field_word(last),
    }
}

fn field_word(key: &str) -> Text {
    key!("studies-field-{key}").or(key.replace('_', " ")).into()
}

/// A value for people: numbers as the language writes them, words in the language.
pub fn value(label: &str) -> Text {
    let Ok(number) = label.parse::<f64>() else {
        let word = label.replace('_', " ");
        return key!("studies-value-{label}").or(word).into();
    };
    let decimals = label.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    match decimals {
        0..=3 => decimal(number, decimals),
        // Steps that are no round numbers.
        _ => quantity(number),
    }
    .into()
}

/// A mechanism for people.
pub fn mechanism(key: &str) -> Text {
    key!("studies-mechanism-{key}").or(key.replace('_', " ")).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_figures::text::Teller;
    use homeground_report::words::testing::words;

    #[test]
    fn fields_and_values_are_named_in_each_language() {
        let all = |text: Text| ["en", "nb", "nn"].map(|code| words(code).tell(&text));
        assert_eq!(
            all(field("arm.\"home\".visit_minutes")),
            ["home: minutes per visit", "home: minutter per besøk", "home: minutt per besøk"]
        );
        let meaning = &find(evidence::parameters(), "fade").unwrap().meaning;
        assert_eq!(all(field("fade")), [&format!("fade ({meaning})"), "fade", "fade"]);
        assert_eq!(all(field("some_field"))[1], "some field");
        assert_eq!(all(value("2.50")), ["2.50", "2,50", "2,50"]);
        assert_eq!(all(value("false")), ["no", "nei", "nei"]);
        assert_eq!(all(value("home_or_away"))[2], "home or away");
    }

    #[test]
    fn mechanisms_are_named_as_in_their_table() {
        for row in evidence::switches() {
            let name = mechanism(&row.key);
            assert_eq!(words("en").tell(&name), row.name);
            assert_eq!(words("nb").tell(&name), row.name_nb);
        }
    }
}
