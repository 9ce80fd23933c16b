//! Parameters that a scenario, an arm or a parameter file sets.

use crate::evidence::{self, find};

use super::diagnostic::{Diagnostic, Problem, Problems};
use super::document::{Entry, Node, Table, Value};
use super::fields::Vocabulary;
use super::mistakes::not_finite;
use super::nearest::did_you_mean;
use super::types::{ParameterSetting, ParameterValue};

/// Checks an entry of a table of parameters, but for the fields of a range: that is handed
/// back, with the row of its parameter.
pub(crate) fn check<'a>(
    entry: &'a Entry,
    ranges: bool,
    problems: &mut Problems,
) -> Option<(&'a Table, &'static evidence::Parameter)> {
    let Some(row) = find(evidence::parameters(), &entry.key) else {
        problems.push(unknown(entry));
        return None;
    };
    match &entry.node.value {
        Value::Whole(_) | Value::Number(_) => check_number(&entry.node, row, problems),
        Value::Table(range) if ranges => return Some((range, row)),
        Value::Table(_) => problems.push(
            Diagnostic::error(
                Problem::Value,
                &entry.node.place,
                format!("`{}` must be a number in an arm", entry.key),
                "found a table",
            )
            .help("a range to draw from holds for all arms: write it below [parameters]"),
        ),
        _ => {
            let mut diagnostic = Diagnostic::error(
                Problem::Value,
                &entry.node.place,
                format!(
                    "`{}` must be a number{}",
                    entry.key,
                    if ranges { " or a range" } else { "" }
                ),
                format!("found {}", entry.node.found()),
            );
            match &entry.node.value {
                Value::Text(text) if text.trim().parse::<f64>().is_ok() => {
                    diagnostic = diagnostic.help(format!(
                        "a number stands without quotes: {} = {}",
                        entry.key,
                        text.trim()
                    ));
                }
                Value::List(list) if ranges && list.len() == 2 => {
                    diagnostic = diagnostic.help(format!(
                        "a range is written {} = {{ low = {}, high = {} }}",
                        entry.key,
                        list[0].place.text(),
                        list[1].place.text()
                    ));
                }
                _ => {
                    diagnostic = diagnostic
                        .help(format!("for example {} = {} ({})", entry.key, row.centre, row.unit));
                }
            }
            problems.push(diagnostic);
        }
    }
    None
}

fn unknown(entry: &Entry) -> Diagnostic {
    let words = Vocabulary::Parameter.words();
    let label = did_you_mean(&entry.key, words).unwrap_or_else(|| "not known".to_string());
    Diagnostic::error(
        Problem::UnknownKey,
        &entry.key_place,
        format!("unknown parameter `{}`", entry.key.escape_debug()),
        label,
    )
    .help("`homeground list parameters` shows all of them with their ranges")
}

fn check_number(node: &Node, row: &evidence::Parameter, problems: &mut Problems) {
    let Some(value) = node.as_number() else {
        return;
    };
    if !value.is_finite() {
        problems.push(not_finite(
            node,
            &row.key,
            &format!("must be from {} to {} ({})", row.minimum, row.maximum, row.unit),
        ));
    } else if value < row.minimum || value > row.maximum {
        let size = if value < row.minimum { "small" } else { "large" };
        problems.push(
            Diagnostic::error(
                Problem::Value,
                &node.place,
                format!("`{}` = {value} is too {size}", row.key),
                format!("must be from {} to {} ({})", row.minimum, row.maximum, row.unit),
            )
            .help(format!(
                "`{}`: {}; plausible from {} to {}",
                row.key, row.meaning, row.low, row.high
            )),
        );
    } else if value < row.low || value > row.high {
        problems.push(
            Diagnostic::warning(
                &node.place,
                format!("`{}` = {value} is outside its plausible range", row.key),
                format!("plausible from {} to {} ({})", row.low, row.high, row.unit),
            )
            .help(format!("`{}`: {} (grade {}: {})", row.key, row.meaning, row.grade, row.source)),
        );
    }
}

/// Checks the ends of a range whose fields have been checked.
pub(crate) fn check_range(
    entry: &Entry,
    range: &Table,
    row: &evidence::Parameter,
    problems: &mut Problems,
) {
    let (Some(low), Some(high)) = (range.get("low"), range.get("high")) else {
        return;
    };
    check_number(low, row, problems);
    check_number(high, row, problems);
    if low.as_number() > high.as_number() {
        problems.push(
            Diagnostic::error(
                Problem::Contradiction,
                &low.place,
                format!("the range of `{}` is upside down", entry.key),
                "`low` is above `high`",
            )
            .and(&high.place, "`high`")
            .help(format!(
                "write {} = {{ low = {}, high = {} }}",
                entry.key,
                high.place.text(),
                low.place.text()
            )),
        );
    } else if low.as_number() == high.as_number() {
        problems.push(
            Diagnostic::warning(
                &entry.node.place,
                format!("the range of `{}` is a single value", entry.key),
                "`low` and `high` are the same",
            )
            .help(format!("write {} = {}", entry.key, low.place.text())),
        );
    }
}

/// The settings of a table that has been checked.
pub(crate) fn settings(table: &Table) -> Vec<ParameterSetting> {
    table
        .entries
        .iter()
        .filter_map(|entry| {
            let value = match &entry.node.value {
                Value::Table(range) => ParameterValue::Range {
                    low: range.get("low")?.as_number()?,
                    high: range.get("high")?.as_number()?,
                },
                _ => ParameterValue::Fixed(entry.node.as_number()?),
            };
            Some(ParameterSetting { key: entry.key.clone(), value })
        })
        .collect()
}
