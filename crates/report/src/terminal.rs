//! The short table at the end of a run: plain text, at most 100 columns.

use homeground_core::evidence::{Outcome, Unit};
use homeground_core::outcomes::rows::SummaryRow;
use homeground_core::scenario::Arm;
use homeground_figures::message;
use homeground_figures::number::{Kind, decimal, percent, plain, value};
use homeground_figures::text::{Teller, Text};

use crate::outcome_kinds::kind_of;
use crate::results::Estimate;
use crate::translated;
use crate::words::Words;

/// Longest name of an arm that is shown whole.
const NAME_WIDTH: usize = 28;

/// A table of arms by placement, completion and cost, from rows of `summary.csv`.
/// Arms stand in the order of the rows, with the names that `named` gives them in the
/// language; a dash is a value that is not defined.
pub fn table(rows: &[SummaryRow], named: &[Arm], words: &Words) -> String {
    let placed = rows.iter().filter(|row| row.outcome == Outcome::Placed);
    let horizon = placed.map(|row| row.week).max().unwrap_or(0);
    let placed_by =
        |week: u32| (Outcome::Placed, Unit::Family, week, message!("terminal-placed-by"));
    let mut columns = vec![
        placed_by(horizon),
        (Outcome::Completed, Unit::Started, horizon, message!("terminal-completed-by")),
        (Outcome::CostNok, Unit::Family, horizon, message!("terminal-cost")),
    ];
    if horizon > 52 {
        columns.insert(0, placed_by(52));
    }
    let mut arms: Vec<&str> = Vec::new();
    for row in rows {
        if !arms.contains(&row.arm.as_str()) {
            arms.push(&row.arm);
        }
    }
    let mut first = vec![String::new()];
    let mut second = vec![words.get("page-arm")];
    for (_, _, week, heading) in &columns {
        first.push(words.tell(heading));
        second.push(words.tell(&message!("terminal-week", week = plain((*week).into()))));
    }
    let mut lines = vec![first, second];
    for arm in arms {
        let name = match named.iter().find(|one| one.name == arm) {
            Some(one) => words.tell(&translated::name_of(one)),
            None => arm.to_owned(),
        };
        let mut cells = vec![shorten(&name)];
        for (outcome, unit, week, _) in &columns {
            let row = rows.iter().find(|row| {
                row.week == *week && row.outcome == *outcome && row.unit == *unit && row.arm == arm
            });
            let estimate = row.and_then(|row| Estimate::of(row.estimate, row.lower, row.upper));
            cells.push(estimate.map_or_else(
                || "–".to_owned(),
                |estimate| short(estimate, kind_of(outcome.word()), words),
            ));
        }
        lines.push(cells);
    }
    let widths: Vec<usize> = (0..=columns.len())
        .map(|column| lines.iter().map(|cells| cells[column].chars().count()).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for cells in &lines {
        let mut line = pad(&cells[0], widths[0], false);
        for (cell, width) in cells.iter().zip(&widths).skip(1) {
            line.push_str("  ");
            line.push_str(&pad(cell, *width, true));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A value with its interval; money in the table needs no interval to be compared roughly.
fn short(estimate: Estimate, kind: Kind, words: &Words) -> String {
    let told = match (kind, estimate.interval) {
        (Kind::Share, Some((lower, upper))) => {
            let bare = |share: f64| decimal(share * 100.0, 1);
            let interval = Text::between(bare(lower.max(0.0)), bare(upper), false);
            let share = words.tell(&percent(estimate.value).into());
            format!("{share} ({})", words.tell(&interval))
        }
        _ => words.tell(&value(estimate.value, kind).into()),
    };
    // Terminals may show a narrow space as a box.
    told.replace('\u{202f}', " ")
}

fn pad(text: &str, width: usize, right: bool) -> String {
    let space = " ".repeat(width.saturating_sub(text.chars().count()));
    if right { format!("{space}{text}") } else { format!("{text}{space}") }
}

/// A long name loses its middle, because names often begin alike.
fn shorten(name: &str) -> String {
    let characters: Vec<char> = name
        .chars()
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    if characters.len() <= NAME_WIDTH {
        return characters.into_iter().collect();
    }
    let half = (NAME_WIDTH - 1) / 2;
    let head: String = characters[..half].iter().collect();
    let tail: String = characters[characters.len() - half..].iter().collect();
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::testing::{locales, words};

    fn row(
        arm: &str,
        outcome: &str,
        unit: &str,
        week: u32,
        estimate: Option<f64>,
        half: Option<f64>,
    ) -> SummaryRow {
        SummaryRow {
            arm: arm.to_owned(),
            outcome: Outcome::from_word(outcome).expect("an outcome"),
            unit: Unit::from_word(unit).expect("a unit"),
            week,
            estimate,
            mc_se: None,
            lower: estimate.zip(half).map(|(estimate, half)| estimate - half),
            upper: estimate.zip(half).map(|(estimate, half)| estimate + half),
        }
    }

    #[test]
    fn the_table_fits_a_terminal_in_all_languages() {
        let long = "Intensive family preservation at home, twice weekly, with respite";
        let mut rows = Vec::new();
        for (arm, completed) in [("nothing", None), (long, Some(0.452))] {
            rows.push(row(arm, "placed", "family", 52, Some(0.0436), Some(0.0006)));
            rows.push(row(arm, "placed", "family", 104, Some(0.0522), Some(0.0007)));
            rows.push(row(arm, "completed", "started", 104, completed, Some(0.002)));
            rows.push(row(arm, "cost_nok", "family", 104, Some(1_234_567.0), None));
        }
        for code in locales().codes() {
            let text = table(&rows, &[], words(code));
            assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
            insta::assert_snapshot!(format!("table_{code}"), text);
        }
    }
}
