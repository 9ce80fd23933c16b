//! The page of a sweep.

use crate::report::error::ReportError;
use crate::report::measures::kind_of;
use crate::report::numbers::Kind;
use crate::report::page_tables::{Cell, PageTable};
use crate::report::results::Estimate;
use crate::report::words::Language;
use crate::study::sweep::{SWEEP, SWEEP_CONTRASTS, SweepContrastRow, SweepRow};

use super::chart::{LineChart, Series};
use super::page::{Figure, Section, StudyPage, TableBlock};
use super::results::StudyResults;
use super::telling;

/// A varied field as the manifest notes it.
#[derive(Clone, Debug, serde::Deserialize)]
struct Field {
    path: String,
    levels: Vec<String>,
    numbers: Option<Vec<f64>>,
}

/// Puts the page of a sweep together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ReportError> {
    let fields: Vec<Field> = results.fact("fields")?;
    let rows: Vec<SweepRow> = results.rows(SWEEP)?;
    let contrasts: Vec<SweepContrastRow> = results.rows(SWEEP_CONTRASTS)?;
    let note = &results.note;
    let asked: Vec<&SweepRow> = rows
        .iter()
        .filter(|row| row.outcome == note.outcome && row.unit == note.unit && row.week == note.week)
        .collect();
    let figure = levels_figure(results, &fields, &asked, language);
    let answer = answer(results, &fields, &contrasts, language);
    Ok(StudyPage {
        answer: answer.clone(),
        points: Vec::new(),
        sections: vec![Section {
            key: "levels",
            heading: language.pick("The outcome at each value", "Utfallet for hver verdi").to_owned(),
            answer,
            paragraphs: Vec::new(),
            figures: figure.into_iter().collect(),
            tables: vec![TableBlock {
                table: levels_table(results, &fields, &asked, language),
                note: String::new(),
                folded: false,
            }],
        }],
        method: vec![language.pick(
            "Each value of the varied field is set in turn, and every arm is simulated with it; all else stays as the scenario says.",
            "Hver verdi av feltet settes etter tur, og alle alternativer simuleres med den; alt annet står som i scenarioet.",
        ).to_owned()],
        limits: vec![language.pick(
            "Only the varied fields move. What other assumptions would change is not seen here.",
            "Bare feltene som varieres, endres. Hva andre antakelser ville endret, ses ikke her.",
        ).to_owned()],
    })
}

fn answer(
    results: &StudyResults,
    fields: &[Field],
    contrasts: &[SweepContrastRow],
    language: Language,
) -> String {
    let note = &results.note;
    let asked: Vec<Estimate> = contrasts
        .iter()
        .filter(|row| row.outcome == note.outcome && row.unit == note.unit && row.week == note.week)
        .filter_map(|row| Estimate::of(row.estimate, row.lower, row.upper))
        .collect();
    let outcome = telling::outcome(results, language);
    let paths: Vec<String> = fields.iter().map(|field| field.path.clone()).collect();
    let paths = language.list(&paths);
    let ends = asked
        .iter()
        .min_by(|one, other| one.value.total_cmp(&other.value))
        .zip(asked.iter().max_by(|one, other| one.value.total_cmp(&other.value)));
    match (ends, language) {
        (Some((low, high)), Language::English) => format!(
            "Over the values of {paths}, the difference from {} in {outcome} runs from {} to {}.",
            results.manifest.reference,
            telling::difference(*low, &note.outcome, language),
            telling::difference(*high, &note.outcome, language),
        ),
        (Some((low, high)), Language::Norwegian) => format!(
            "Over verdiene av {paths} går forskjellen fra {} i {outcome} fra {} til {}.",
            results.manifest.reference,
            telling::difference(*low, &note.outcome, language),
            telling::difference(*high, &note.outcome, language),
        ),
        (None, Language::English) => format!("{outcome} over the values of {paths}: see the figure."),
        (None, Language::Norwegian) => format!("{outcome} over verdiene av {paths}: se figuren."),
    }
}

fn levels_figure(
    results: &StudyResults,
    fields: &[Field],
    rows: &[&SweepRow],
    language: Language,
) -> Option<Figure> {
    let field = fields.first()?;
    let numbers: Vec<f64> = field
        .numbers
        .clone()
        .unwrap_or_else(|| (0..field.levels.len()).map(|index| index as f64).collect());
    let place = |label: &str| {
        let index = field.levels.iter().position(|level| level == label)?;
        numbers.get(index).copied()
    };
    let series: Vec<Series> = results
        .note
        .arms
        .iter()
        .map(|arm| Series {
            name: arm.clone(),
            style: results.style(arm),
            points: rows
                .iter()
                .filter(|row| row.arm == *arm && row.second.is_empty())
                .filter_map(|row| {
                    let estimate = Estimate::of(row.estimate, row.lower, row.upper)?;
                    Some((place(&row.first)?, estimate))
                })
                .collect(),
        })
        .filter(|series: &Series| !series.points.is_empty())
        .collect();
    let kind = kind_of(&results.note.outcome);
    let outcome = telling::outcome(results, language);
    let write = move |value: f64, decimals: usize| match kind {
        Kind::Share => language.percent(value),
        _ => language.decimal(value, decimals),
    };
    let scene = LineChart {
        title: &outcome,
        subtitle: "",
        across: &field.path,
        up: &outcome,
        series: &series,
        from_zero: true,
        write: &write,
        dots: true,
        ticks: None,
        note: "",
    }
    .draw(language)?;
    Some(Figure {
        name: "sweep".to_owned(),
        scene,
        takeaway: String::new(),
        reading: language.pick(
            "Each line is an arm. Bands are 95% intervals.",
            "Hver linje er et alternativ. Båndene er 95 %-intervaller.",
        ).to_owned(),
    })
}

fn levels_table(
    results: &StudyResults,
    fields: &[Field],
    rows: &[&SweepRow],
    language: Language,
) -> PageTable {
    let mut points: Vec<u32> = rows.iter().map(|row| row.point).collect();
    points.dedup();
    let mut headings: Vec<Cell> = fields.iter().map(|field| Cell::words(field.path.clone())).collect();
    headings.extend(results.note.arms.iter().map(|arm| Cell::number(arm.clone())));
    let body = points.iter().map(|point| {
        let here: Vec<&&SweepRow> = rows.iter().filter(|row| row.point == *point).collect();
        let mut cells: Vec<Cell> = Vec::new();
        if let Some(row) = here.first() {
            cells.push(Cell::words(row.first.clone()));
            if fields.len() > 1 {
                cells.push(Cell::words(row.second.clone()));
            }
        }
        cells.extend(results.note.arms.iter().map(|arm| {
            let row = here.iter().find(|row| row.arm == *arm);
            let estimate = row.and_then(|row| Estimate::of(row.estimate, row.lower, row.upper));
            Cell::estimate(estimate, kind_of(&results.note.outcome), language)
        }));
        cells
    });
    PageTable {
        caption: telling::outcome(results, language),
        headings,
        rows: body.collect(),
    }
}
