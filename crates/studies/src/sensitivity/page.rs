//! The page of a sensitivity study.

use crate::sensitivity::rows::{INDICES, IndexRow, SCREENING, ScreeningRow, VARIANCE, VarianceRow};
use homeground_core::evidence::{self, Parameter};
use homeground_figures::style::INK;
use homeground_report::language::Language;
use homeground_report::measures::kind_of;
use homeground_report::numbers::Kind;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::results::Estimate;
use homeground_report::saved::ContentError;

use crate::pages::outcome_words as telling;
use crate::pages::results::StudyResults;
use crate::sensitivity::figures;
use crate::sensitivity::figures::Panel;
use crate::sensitivity::words;
use homeground_report::answer_page::{Figure, Section, StudyPage, TableBlock};

/// Rows of the screening's table that are shown without a click.
const MOST_ROWS: usize = 20;

/// Puts the page of a sensitivity study together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(results: &StudyResults, language: Language) -> Result<StudyPage, ContentError> {
    let screening: Vec<ScreeningRow> = results.rows(SCREENING)?;
    let indices: Vec<IndexRow> = results.rows(INDICES)?;
    let variance: Vec<VarianceRow> = results.rows(VARIANCE)?;
    let panels: Vec<Panel> = variance
        .iter()
        .map(|row| Panel {
            name: response(row, language),
            colour: match row.reference.as_str() {
                "" => results.style(&row.arm).colour,
                _ => INK,
            },
            indices: indices
                .iter()
                .filter(|index| index.arm == row.arm && index.reference == row.reference)
                .collect(),
            variance: row,
        })
        .collect();
    let (difference, arms): (Vec<&Panel>, Vec<&Panel>) = panels
        .iter()
        .partition(|panel| !panel.variance.reference.is_empty());
    let answer = difference
        .first()
        .map(|panel| words::leans(results, panel, language))
        .unwrap_or_default();
    let mut points: Vec<String> = arms
        .iter()
        .map(|panel| words::leans(results, panel, language))
        .collect();
    points.extend(
        difference
            .iter()
            .filter_map(|panel| words::over_the_ranges(results, panel.variance, language)),
    );
    points.extend(
        difference
            .iter()
            .filter_map(|panel| words::interactions(panel.variance, language)),
    );
    points.push(words::noise(&panels, language));
    let first = index_section(results, &panels, &answer, language);
    let second = screening_section(results, &screening, &panels, language);
    Ok(StudyPage {
        answer,
        points,
        sections: vec![first, second, noise_section(&panels, language)],
        method: words::method(results, language)?,
        limits: words::limits(language),
    })
}

/// A response as a heading: an arm, or one less the other.
pub fn response(row: &VarianceRow, language: Language) -> String {
    match (row.reference.as_str(), language) {
        ("", _) => row.arm.clone(),
        (reference, Language::English) => format!("difference, {} less {reference}", row.arm),
        (reference, Language::Norwegian) => format!("forskjell, {} minus {reference}", row.arm),
    }
}

fn index_section(
    results: &StudyResults,
    panels: &[Panel],
    answer: &str,
    language: Language,
) -> Section {
    let outcome = telling::outcome(results, language);
    let title = match language {
        Language::English => format!("What does {outcome} lean on?"),
        Language::Norwegian => format!("Hva hviler {outcome} på?"),
    };
    let figure = figures::indices(panels, &title, language).map(|scene| Figure {
        name: "indices".to_owned(),
        scene,
        takeaway: String::new(),
        reading: language.pick(
            "A filled point is the share of the variance that a parameter takes part in, alone or together with others; a hollow one is the share that it explains alone. Where the two are far apart, the parameter matters through others. Shares of all filled points can add to more than 100%, because what two parameters do together counts for both.",
            "Et fylt punkt er andelen av variansen som en parameter tar del i, alene eller sammen med andre; et åpent er andelen den forklarer alene. Der de to er langt fra hverandre, virker parameteren gjennom andre. Andelene i de fylte punktene kan til sammen bli mer enn 100 %, fordi det to parametre gjør sammen, teller for begge.",
        ).to_owned(),
    });
    let tables = panels
        .iter()
        .filter(|panel| !panel.indices.is_empty())
        .enumerate()
        .map(|(place, panel)| TableBlock {
            table: index_table(panel, language),
            note: String::new(),
            folded: place > 0,
        });
    Section {
        key: "indices",
        heading: language
            .pick(
                "Which parameters it leans on",
                "Hvilke parametre det hviler på",
            )
            .to_owned(),
        answer: answer.to_owned(),
        paragraphs: Vec::new(),
        figures: figure.into_iter().collect(),
        tables: tables.collect(),
    }
}

fn parameter(key: &str) -> Option<&'static Parameter> {
    evidence::find(evidence::parameters(), key)
}

fn share(value: f64, lower: f64, upper: f64, language: Language) -> Cell {
    let estimate = Estimate {
        value,
        interval: Some((lower, upper)),
    };
    Cell::estimate(Some(estimate), Kind::Share, language)
}

fn index_table(panel: &Panel, language: Language) -> PageTable {
    let mut rows = panel.indices.clone();
    rows.sort_by_key(|row| row.rank);
    let rows = rows.into_iter().map(|row| {
        let of = |read: fn(&Parameter) -> String| {
            parameter(&row.parameter).map(read).unwrap_or_default()
        };
        vec![
            Cell {
                small: of(|parameter| parameter.meaning.clone()),
                ..Cell::words(row.parameter.as_str())
            },
            Cell::words(of(|parameter| parameter.grade.to_string())),
            Cell {
                small: of(|parameter| parameter.unit.clone()),
                ..Cell::number(words::range(row.low, row.high, language))
            },
            share(row.total, row.total_lower, row.total_upper, language),
            share(row.first, row.first_lower, row.first_upper, language),
        ]
    });
    let prose = language.prose();
    PageTable {
        caption: panel.name.clone(),
        headings: vec![
            Cell::words(prose.parameter),
            Cell::words(prose.grade),
            Cell::number(language.pick("Range", "Spenn")),
            Cell::number(language.pick("Total index", "Totalindeks")),
            Cell::number(language.pick("First-order index", "Førsteordens indeks")),
        ],
        rows: rows.collect(),
    }
}

fn screening_section(
    results: &StudyResults,
    rows: &[ScreeningRow],
    panels: &[Panel],
    language: Language,
) -> Section {
    let kind = kind_of(&results.note.outcome);
    let unit = match kind {
        Kind::Share => language
            .pick("percentage points", "prosentpoeng")
            .to_owned(),
        Kind::Money => language.pick("NOK", "kr").to_owned(),
        Kind::Quantity => language.words().outcome(&results.note.outcome).to_owned(),
    };
    let mut figures = Vec::new();
    let mut tables = Vec::new();
    for (place, panel) in panels.iter().enumerate() {
        let row = panel.variance;
        let mut rows: Vec<&ScreeningRow> = rows
            .iter()
            .filter(|effect| effect.arm == row.arm && effect.reference == row.reference)
            .collect();
        rows.sort_by_key(|row| row.rank);
        let title = match language {
            Language::English => format!("Effects of single parameters: {}", panel.name),
            Language::Norwegian => format!("Virkningen av enkeltparametre: {}", panel.name),
        };
        figures.extend(figures::effects(&rows, &title, kind, &unit, language).map(|scene| Figure {
            name: match place {
                0 => "screening".to_owned(),
                place => format!("screening_arm_{place}"),
            },
            scene,
            takeaway: String::new(),
            reading: language.pick(
                "Far to the right: a large effect. High up: an effect that depends on the other assumptions. The ten largest are named.",
                "Langt til høyre: stor virkning. Høyt oppe: en virkning som avhenger av de andre antakelsene. De ti største har navn.",
            ).to_owned(),
        }));
        if !rows.is_empty() {
            tables.push(TableBlock {
                table: screening_table(&rows, panel, kind, &unit, language),
                note: String::new(),
                folded: true,
            });
        }
    }
    Section {
        key: "screening",
        heading: language
            .pick(
                "All parameters, one at a time",
                "Alle parametre, én om gangen",
            )
            .to_owned(),
        answer: words::screened(rows, panels, language),
        paragraphs: Vec::new(),
        figures,
        tables,
    }
}

fn screening_table(
    rows: &[&ScreeningRow],
    panel: &Panel,
    kind: Kind,
    unit: &str,
    language: Language,
) -> PageTable {
    let factor = if kind == Kind::Share { 100.0 } else { 1.0 };
    let cell = |value: f64, lower: f64, upper: f64| {
        let estimate = Estimate {
            value,
            interval: Some((lower, upper)),
        };
        Cell::estimate(Some(estimate.times(factor)), Kind::Quantity, language)
    };
    let heading = |text: &str| Cell {
        small: unit.to_owned(),
        ..Cell::number(text)
    };
    PageTable {
        caption: panel.name.clone(),
        headings: vec![
            Cell::words(language.prose().parameter),
            heading(language.pick("Size, μ*", "Størrelse, μ*")),
            heading(language.pick("Mean, μ", "Gjennomsnitt, μ")),
            heading(language.pick("Spread, σ", "Spredning, σ")),
            Cell::words(language.pick("Looked at closer", "Sett nærmere på")),
        ],
        rows: rows
            .iter()
            .take(MOST_ROWS.max(rows.iter().filter(|row| row.taken_on).count()))
            .map(|row| {
                vec![
                    Cell {
                        small: parameter(&row.parameter)
                            .map(|row| row.meaning.clone())
                            .unwrap_or_default(),
                        ..Cell::words(row.parameter.as_str())
                    },
                    cell(row.mu_star, row.mu_star_lower, row.mu_star_upper),
                    cell(row.mu, row.mu_lower, row.mu_upper),
                    cell(row.sigma, row.sigma_lower, row.sigma_upper),
                    Cell::words(match row.taken_on {
                        true => language.pick("yes", "ja"),
                        false => language.pick("no", "nei"),
                    }),
                ]
            })
            .collect(),
    }
}

fn noise_section(panels: &[Panel], language: Language) -> Section {
    let figure = figures::noise(panels, language).map(|scene| Figure {
        name: "noise".to_owned(),
        scene,
        takeaway: String::new(),
        reading: language.pick(
            "The grey part would be gone with enough families. A large grey part makes the indices uncertain, but does not shift them.",
            "Den grå delen ville vært borte med nok familier. En stor grå del gjør indeksene usikre, men forskyver dem ikke.",
        ).to_owned(),
    });
    Section {
        key: "noise",
        heading: language
            .pick("Response and noise", "Svar og støy")
            .to_owned(),
        answer: words::noise(panels, language),
        paragraphs: Vec::new(),
        figures: figure.into_iter().collect(),
        tables: Vec::new(),
    }
}
