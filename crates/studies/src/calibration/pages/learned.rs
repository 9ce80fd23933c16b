//! What the evidence could set and what it could not: parameters and pairs.

use crate::calibration::rows::{PairRow, ParameterRow};
use homeground_core::evidence::{self, Parameter};
use homeground_report::answer_page::{Figure, Section, TableBlock};
use homeground_report::language::Language;
use homeground_report::page_tables::{Cell, PageTable};

use crate::calibration::pages::manifest::CalibrationNote;
use crate::calibration::pages::{method_figures, parameters_figure, trust, words};

/// Correlations beyond this are named in words.
const STRONG: f64 = 0.5;
/// Pairs named in a sentence.
const MOST_NAMED: usize = 4;

/// Parameters of a verdict, most informed first.
fn of<'rows>(rows: &[&'rows ParameterRow], verdict: &str) -> Vec<&'rows ParameterRow> {
    rows.iter()
        .copied()
        .filter(|row| row.verdict == verdict)
        .collect()
}

fn names(rows: &[&ParameterRow], language: Language) -> String {
    let names: Vec<String> = rows.iter().map(|row| row.parameter.clone()).collect();
    language.list(&names)
}

/// What was set and what was not, in one sentence.
pub fn summary(rows: &[ParameterRow], language: Language) -> String {
    let all: Vec<&ParameterRow> = rows.iter().collect();
    let [informed, slightly, not] =
        ["informed", "slightly", "not"].map(|verdict| of(&all, verdict).len());
    let count = rows.len();
    match language {
        Language::English => format!(
            "Of {count} parameters the evidence informs {informed}, says a little about {slightly}, and nothing about {not}: those keep the whole of their plausible range."
        ),
        Language::Norwegian => format!(
            "Av {count} parametre opplyser forskningen {informed}, sier litt om {slightly} og ingenting om {not}: de beholder hele sitt rimelige spenn."
        ),
    }
}

/// Parameters that pile up at an edge, in one sentence each; none where none does.
pub fn edges(rows: &[ParameterRow], language: Language) -> Vec<String> {
    rows.iter()
        .filter(|row| !row.edge.is_empty())
        .map(|row| edge(row, language))
        .collect()
}

fn edge(row: &ParameterRow, language: Language) -> String {
    let low = row.edge == "low";
    let share = language.percent_whole(if low { row.at_low } else { row.at_high });
    let end = words::parameter(if low { row.low } else { row.high }, language);
    let key = &row.parameter;
    let meaning = parameter(key).map_or("", |row| row.meaning.as_str());
    let unit = &row.unit;
    match language {
        Language::English => format!(
            "{key} ({meaning}) piles up at the {} end of its range: {share} of the posterior lies in the last twentieth before {end} ({unit}). The evidence may want a value beyond, or a mechanism that the model lacks.",
            if low { "lower" } else { "upper" }
        ),
        Language::Norwegian => format!(
            "{key} ({meaning}) hoper seg opp ved den {} enden av spennet: {share} av posterioren ligger i den siste tjuendedelen før {end} ({unit}). Forskningen kan ville ha en verdi utenfor, eller en mekanisme som modellen mangler.",
            if low { "nedre" } else { "øvre" }
        ),
    }
}

fn parameter(key: &str) -> Option<&'static Parameter> {
    evidence::find(evidence::parameters(), key)
}

/// The section on parameters.
pub fn section(note: &CalibrationNote, rows: &[ParameterRow], language: Language) -> Section {
    let sorted = parameters_figure::most_informed_first(rows);
    let mut paragraphs = Vec::new();
    if !trust::is_usable(note) {
        paragraphs.push(
            language
                .pick(
                    "This sample is worth few draws, or its chains do not agree: some of what seems learned here, or piled up, is chance.",
                    "Utvalget er verdt få trekninger, eller kjedene er ikke enige: noe av det som her ser ut til å være lært eller hopet opp, er tilfeldig.",
                )
                .to_owned(),
        );
    }
    let lists = [
        ("informed", language.pick("Informed", "Opplyst")),
        (
            "slightly",
            language.pick("Slightly informed", "Litt opplyst"),
        ),
        (
            "not",
            language.pick(
                "Not informed, so that only judgement holds them",
                "Ikke opplyst, så bare skjønn holder dem på plass",
            ),
        ),
    ];
    for (verdict, heading) in lists {
        let own = of(&sorted, verdict);
        if !own.is_empty() {
            paragraphs.push(format!(
                "{heading} ({}): {}.",
                own.len(),
                names(&own, language)
            ));
        }
    }
    let edges = edges(rows, language);
    match edges.is_empty() {
        true => paragraphs.push(no_edges(language)),
        false => paragraphs.extend(edges),
    }
    let scenes = parameters_figure::draw(rows, language);
    let several = scenes.len() > 1;
    let figures = scenes.into_iter().enumerate().map(|(place, scene)| Figure {
        name: match several {
            true => format!("parameters_{}", place + 1),
            false => "parameters".to_owned(),
        },
        scene,
        takeaway: String::new(),
        reading: language.pick(
            "A coloured line shorter than the grey bar: the evidence has narrowed the range. A point away from the dark stroke: it has moved the value. “Learned” is the share of the prior's variance that is gone; a parameter can also be informed by having moved.",
            "En farget linje som er kortere enn den grå stolpen: forskningen har snevret inn spennet. Et punkt borte fra den mørke streken: den har flyttet verdien. «Lært» er andelen av priorens varians som er borte; en parameter kan også være opplyst ved at den har flyttet seg.",
        ).to_owned(),
    });
    Section {
        key: "parameters",
        heading: language
            .pick(
                "What the evidence could set, and what it could not",
                "Hva forskningen kunne fastsette, og hva den ikke kunne",
            )
            .to_owned(),
        answer: summary(rows, language),
        paragraphs,
        figures: figures.collect(),
        tables: vec![TableBlock {
            table: table(&sorted, language),
            note: String::new(),
            folded: true,
        }],
    }
}

/// That none piles up.
pub fn no_edges(language: Language) -> String {
    language
        .pick(
            "No parameter piles up at an edge of its range.",
            "Ingen parameter hoper seg opp ved en ende av spennet sitt.",
        )
        .to_owned()
}

fn verdict(row: &ParameterRow, language: Language) -> &'static str {
    match row.verdict.as_str() {
        "informed" => language.pick("informed", "opplyst"),
        "slightly" => language.pick("slightly", "litt"),
        _ => language.pick("not informed", "ikke opplyst"),
    }
}

fn table(rows: &[&ParameterRow], language: Language) -> PageTable {
    let prose = language.prose();
    let number = |value: f64| words::parameter(value, language);
    let between = |low: f64, high: f64| language.between(&number(low), &number(high), low < 0.0);
    PageTable {
        caption: language
            .pick(
                "Every parameter that could move",
                "Alle parametre som kunne flytte seg",
            )
            .to_owned(),
        headings: vec![
            Cell::words(prose.parameter),
            Cell::words(prose.grade),
            Cell::number(language.pick("Plausible", "Rimelig")),
            Cell::number(language.pick("Posterior median", "Posterior median")),
            Cell::number(language.pick("Central draw", "Sentral trekning")),
            Cell::number(language.pick("Moved, prior SD", "Flyttet, prior-SD")),
            Cell::number(language.pick("Learned", "Lært")),
            Cell::words(language.pick("Verdict", "Vurdering")),
            Cell::number(language.pick("Chains agree", "Kjedene enige")),
        ],
        rows: rows
            .iter()
            .map(|row| {
                vec![
                    Cell {
                        small: parameter(&row.parameter)
                            .map(|row| row.meaning.clone())
                            .unwrap_or_default(),
                        ..Cell::words(row.parameter.as_str())
                    },
                    Cell::words(row.grade.as_str()),
                    Cell {
                        small: row.unit.clone(),
                        ..Cell::number(between(row.low, row.high))
                    },
                    Cell {
                        small: between(row.lower, row.upper),
                        ..Cell::number(number(row.median))
                    },
                    Cell::number(number(row.central)),
                    Cell::number(language.decimal(row.shift, 2)),
                    Cell::number(language.percent_whole(row.learned)),
                    Cell::words(verdict(row, language)),
                    Cell::number(language.decimal(row.scale_reduction, 3)),
                ]
            })
            .collect(),
    }
}

/// The section on pairs.
pub fn pairs_section(rows: &[PairRow], language: Language) -> Section {
    let strong: Vec<&PairRow> = rows
        .iter()
        .filter(|row| row.correlation.abs() >= STRONG)
        .collect();
    let named: Vec<String> = strong
        .iter()
        .take(MOST_NAMED)
        .map(|row| {
            let correlation = language.decimal(row.correlation, 2);
            match language {
                Language::English => format!("{} with {} ({correlation})", row.first, row.second),
                Language::Norwegian => format!("{} med {} ({correlation})", row.first, row.second),
            }
        })
        .collect();
    let answer = match (rows.is_empty(), strong.is_empty()) {
        (true, _) => language
            .pick(
                "No two parameters are tied together: each could be set, or left open, by itself.",
                "Ingen to parametre er bundet sammen: hver kunne settes, eller stå åpen, for seg.",
            )
            .to_owned(),
        (false, true) => language
            .pick(
                "No two parameters are tied together strongly (correlation of 0.5 or more).",
                "Ingen to parametre er sterkt bundet sammen (korrelasjon på 0,5 eller mer).",
            )
            .to_owned(),
        (false, false) => {
            let list = language.list(&named);
            match language {
                Language::English => format!(
                    "{} pairs are tied together strongly; the strongest: {list}. Setting one of a pair by hand calls for moving the other.",
                    strong.len()
                ),
                Language::Norwegian => format!(
                    "{} par er sterkt bundet sammen; de sterkeste: {list}. Setter man den ene i et par for hånd, må den andre flyttes med.",
                    strong.len()
                ),
            }
        }
    };
    let figure = method_figures::pairs(rows, language).map(|scene| Figure {
        name: "pairs".to_owned(),
        scene,
        takeaway: String::new(),
        reading: language.pick(
            "The evidence sets such a pair together and not each alone. Draws from the posterior keep the tie; an interval of one parameter does not show it.",
            "Forskningen fastsetter et slikt par samlet, og ikke hver for seg. Trekninger fra posterioren beholder båndet; intervallet for én parameter viser det ikke.",
        ).to_owned(),
    });
    Section {
        key: "pairs",
        heading: language
            .pick(
                "Parameters that are tied together",
                "Parametre som henger sammen",
            )
            .to_owned(),
        answer,
        paragraphs: Vec::new(),
        figures: figure.into_iter().collect(),
        tables: Vec::new(),
    }
}
