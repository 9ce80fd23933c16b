//! What fits and what does not: sentences, figure and table of a set of checks.

use homeground_figures::message;
use homeground_figures::text::{Text, decimal, plain};
use homeground_report::answer_page::{Figure, Section};
use homeground_report::page_tables::{Cell, PageTable};

use crate::calibration::pages::check_values as values;
use crate::calibration::pages::checks_figure;
use crate::calibration::tables::rows::CheckRow;

/// A target that lies farther than this, in standard errors of its evidence, is far off.
const FAR: f64 = 3.5;

/// How many lie inside: "19 of 22".
pub fn inside_of(checks: &[CheckRow]) -> Text {
    let inside = checks.iter().filter(|row| row.inside).count();
    message!("checks-inside-of", inside, all = checks.len())
}

/// One sentence on how a set fits.
pub fn summary(checks: &[CheckRow]) -> Text {
    let inside = checks.iter().filter(|row| row.inside).count();
    let inside = message!("checks-inside", inside, all = checks.len());
    let farthest = values::failures_first(checks)
        .into_iter()
        .filter(|row| row.distance.is_finite())
        .max_by(|one, other| one.distance.abs().total_cmp(&other.distance.abs()));
    match farthest {
        None => message!("checks-summary", inside),
        Some(row) => message!(
            "checks-summary-farthest",
            inside,
            title = values::title(row),
            errors = decimal(row.distance.abs(), 1)
        ),
    }
}

/// A sentence for each row that does not fit, the farthest first.
pub fn failures(checks: &[CheckRow]) -> Vec<Text> {
    values::failures_first(checks).into_iter().filter(|row| !row.inside).map(failure).collect()
}

fn failure(row: &CheckRow) -> Text {
    let title = values::title(row);
    let evidence = values::value(row, row.evidence);
    if !row.model.is_finite() {
        return message!("checks-undefined", title, evidence);
    }
    let is_far = row.distance.abs() > FAR;
    message!(
        "checks-failure",
        title,
        evidence,
        model = values::value(row, row.model),
        predicted = values::range(row, (row.predictive_lower, row.predictive_upper)),
        errors = decimal(row.distance.abs(), 1),
        side = if row.distance > 0.0 { "high" } else { "low" },
        extent = if is_far { "far" } else { "near" },
    )
}

/// How the section of a set is called.
pub struct Names {
    /// For links within the page.
    pub key: &'static str,
    /// Heading.
    pub heading: Text,
    /// Name of the files of its figure.
    pub figure: String,
    /// Title of its figure.
    pub figure_title: Text,
    /// What its table holds.
    pub table: Text,
}

/// The section of a set of checks.
pub fn section(names: Names, checks: &[CheckRow]) -> Section {
    let failures = failures(checks);
    let chart = checks_figure::chart(checks, names.figure_title);
    let section = Section {
        key: names.key,
        heading: names.heading,
        answer: summary(checks),
        paragraphs: match failures.is_empty() {
            true => vec![message!("checks-all-fit")],
            false => failures,
        },
        ..Section::default()
    };
    let figure = Figure::of(names.figure, chart, message!("checks-figure-reading"));
    section.with(figure).and(table(checks, names.table), true)
}

/// Everything on every row, failures first.
fn table(checks: &[CheckRow], caption: Text) -> PageTable {
    let rows = values::failures_first(checks).into_iter().map(|row| {
        let estimate = |value: f64, ends: (f64, f64)| {
            Cell::number(values::value(row, value)).with_small(values::range(row, ends))
        };
        let predictive = (row.predictive_lower, row.predictive_upper);
        vec![
            Cell::words(values::title(row)).with_small(about(row)),
            estimate(row.evidence, (row.evidence_lower, row.evidence_upper)),
            estimate(row.model, (row.model_lower, row.model_upper)),
            Cell::number(values::range(row, predictive)),
            Cell::number(values::distance(row.distance)),
            Cell::words(values::yes_or_no(row.inside)),
            Cell::words(&row.grade),
            Cell::words(values::comparable(&row.comparable)),
        ]
    });
    PageTable {
        caption,
        headings: vec![
            Cell::words(message!("checks-heading-target")),
            Cell::number(message!("checks-heading-evidence")),
            Cell::number(message!("checks-heading-posterior")),
            Cell::number(message!("checks-heading-predicted")),
            Cell::number(message!("checks-heading-distance")),
            Cell::words(message!("checks-heading-inside")),
            Cell::words(message!("page-grade")),
            Cell::words(message!("checks-heading-comparable")),
        ],
        rows: rows.collect(),
    }
}

/// Families, design, week and source of a row.
fn about(row: &CheckRow) -> Text {
    let about = message!(
        "checks-about",
        population = &row.population,
        designs = Text::joined(" / ", [&row.arm, &row.reference]),
        week = plain(row.week.into())
    );
    Text::joined("; ", [about, (&row.source).into()])
}
