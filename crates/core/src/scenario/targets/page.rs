//! The tables of `docs/evidence.md`, made from the data so that page and data cannot differ.

use std::fmt::Write;

use crate::evidence::{Finding, Grade, LiteratureReading};

use super::types::{Comparable, Randomised, Scale, Target};

/// Targets as a Markdown table: what is compared with which number.
pub fn numbers_table(targets: &[Target]) -> String {
    let mut table = heading(&[
        "target", "reading", "families", "arm", "counts", "of", "as", "week", "value", "error",
        "evidence",
    ]);
    for target in targets {
        let arm = match target.reference_text.as_str() {
            "" => format!("`{}`", target.arm_text),
            reference => format!("`{}` against `{reference}`", target.arm_text),
        };
        let error = match target.scale {
            Scale::Identity => target.standard_error.to_string(),
            scale => format!("{} ({})", target.standard_error, scale.word()),
        };
        line(
            &mut table,
            &[
                format!("`{}`", target.id),
                target.reading.map_or("both", LiteratureReading::word).to_string(),
                target.population.profile.clone(),
                arm,
                target.outcome_text.clone(),
                target.unit_text.clone(),
                target.measure_text.clone(),
                target.week.to_string(),
                target.value.to_string(),
                error,
                target.evidence.clone(),
            ],
        );
    }
    table
}

/// Targets as a Markdown table: how far each may be compared with the model, and why.
pub fn comparability_table(targets: &[Target]) -> String {
    let mut table = heading(&[
        "target",
        "grade",
        "country",
        "years",
        "studies counted",
        "randomised",
        "comparable",
        "why, and how the number was worked out",
    ]);
    for target in targets {
        let about = &target.comparability;
        let word = |word: Option<&str>| word.unwrap_or_default().to_string();
        line(
            &mut table,
            &[
                format!("`{}`", target.id),
                word(about.grade.map(Grade::letter)),
                about.country.clone(),
                about.years.clone(),
                about.counted.clone(),
                word(about.randomised.map(Randomised::word)),
                word(about.comparable.map(Comparable::word)),
                format!("{}. *Number:* {}", about.why, target.note),
            ],
        );
    }
    table
}

/// Findings as a Markdown table.
pub fn findings_table(findings: &[Finding]) -> String {
    let mut table =
        heading(&["key", "grade", "finding", "value", "uncertainty", "of whom", "source"]);
    for finding in findings {
        line(
            &mut table,
            &[
                finding.key.clone(),
                finding.grade.to_string(),
                finding.quantity.clone(),
                finding.value.clone(),
                finding.uncertainty.clone(),
                finding.population.clone(),
                finding.source.clone(),
            ],
        );
    }
    table
}

fn heading(names: &[&str]) -> String {
    format!("| {} |\n|{}\n", names.join(" | "), " --- |".repeat(names.len()))
}

fn line(table: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    // Writing to a String cannot fail.
    let _ = writeln!(table, "| {} |", cells.join(" | "));
}
