//! What to write instead, for mistakes that are made again and again.

use super::document::{Node, Value, quoted};
use super::fields::{Field, Kind, Section, Vocabulary};
use super::sections;

/// Where a key that is right in another table should stand.
pub(crate) fn belongs_elsewhere(key: &str, section: &'static Section) -> Option<String> {
    let is = |other: &Section| std::ptr::eq(section, other);
    if [
        &sections::SCENARIO_TRANSLATION,
        &sections::ARM_TRANSLATION,
        &sections::PROGRAMME_TRANSLATION,
    ]
    .into_iter()
    .any(is)
    {
        if sections::SCENARIO_TRANSLATION.field(key).is_some() {
            return Some(format!(
                "`{key}` belongs to the scenario: write it below [translations.nb]"
            ));
        }
        if sections::ARM_TRANSLATION.field(key).is_some() {
            return Some(format!(
                "`{key}` belongs to an arm: write it below its [[arm]], as translations.nb.{key} = ..."
            ));
        }
    }
    if is(&sections::ARM) && sections::PROGRAMME.field(key).is_some() {
        return Some(format!(
            "`{key}` is a field of a programme: write override = {{ {key} = ... }}"
        ));
    }
    if !is(&sections::SCENARIO) && sections::SCENARIO.field(key).is_some() {
        return Some(format!(
            "`{key}` belongs to the scenario: move it to the top of the file, before the first [[arm]] or [table]"
        ));
    }
    if is(&sections::SCENARIO) && sections::ARM.field(key).is_some() {
        return Some(format!("`{key}` belongs to an arm: move it below its [[arm]]"));
    }
    if Vocabulary::Parameter.words().contains(&key) {
        return Some(format!("`{key}` is a parameter: move it below [parameters]"));
    }
    let owner =
        [&sections::PROGRAMME, &sections::POPULATION, &sections::UNCERTAINTY, &sections::CAPACITY]
            .into_iter()
            .find(|other| !is(other) && other.field(key).is_some())?;
    Some(format!("`{key}` is a field of {}", owner.phrase))
}

/// What to write where a value has the wrong type.
pub(crate) fn for_type(node: &Node, field: &Field) -> String {
    let key = field.key;
    let wants_number =
        matches!(field.kind, Kind::Whole(..) | Kind::Number(..) | Kind::WordOrNumber(..));
    match (&field.kind, &node.value) {
        (_, Value::Text(text)) if wants_number && text.trim().parse::<f64>().is_ok() => {
            format!("a number stands without quotes: {key} = {}", text.trim())
        }
        (_, Value::Text(text)) if wants_number && text.trim().ends_with('%') => {
            match text.trim().trim_end_matches('%').trim().parse::<f64>() {
                Ok(percent) => {
                    format!("a share is written as a number: {key} = {}", percent / 100.0)
                }
                Err(_) => format!("for example {}", field.example_line()),
            }
        }
        (_, Value::Text(text)) if wants_number && number_before_unit(text).is_some() => {
            let number = number_before_unit(text).unwrap_or_default();
            format!("the unit is always {}: {key} = {number}", field.unit)
        }
        (Kind::YesNo, Value::Text(text)) => match text.to_lowercase().as_str() {
            "yes" | "true" | "ja" | "on" => format!("write {key} = true"),
            "no" | "false" | "nei" | "off" => format!("write {key} = false"),
            _ => format!("for example {}", field.example_line()),
        },
        (Kind::YesNo, Value::Whole(value @ 0..=1)) => format!("write {key} = {}", *value == 1),
        (
            Kind::Text | Kind::NonEmptyText | Kind::Label | Kind::ArmName | Kind::FolderName,
            Value::Whole(_) | Value::Number(_) | Value::YesNo(_) | Value::Date,
        ) => {
            format!("put it in quotes: {key} = \"{}\"", node.place.text())
        }
        (Kind::Tables(_), Value::Table(_)) if key == "arm" => {
            "write [[arm]] with two brackets on each side: there may be several".to_string()
        }
        (Kind::Tables(_), Value::Table(_)) => format!("put it in brackets: {key} = [{{ ... }}]"),
        (Kind::Keys(_), Value::Text(text)) => {
            format!("put it in brackets: {key} = [{}]", quoted(text))
        }
        (Kind::Tables(section), Value::Whole(_) | Value::Number(_))
            if std::ptr::eq(*section, &sections::STEP) =>
        {
            format!("write {key} = [{{ from_week = 0, visits_per_week = {} }}]", node.place.text())
        }
        _ => format!("for example {}", field.example_line()),
    }
}

/// The number of "26 weeks", if a text is a number and then letters.
fn number_before_unit(text: &str) -> Option<&str> {
    let (number, _unit) = text.trim().split_once(char::is_whitespace)?;
    number.parse::<f64>().ok().map(|_| number)
}
