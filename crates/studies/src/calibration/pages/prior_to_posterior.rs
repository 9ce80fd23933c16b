//! Which parameters the evidence could set and which it could not.

use homeground_core::evidence::{self, Parameter};
use homeground_figures::message;
use homeground_figures::text::{Text, decimal, percent_whole};
use homeground_report::answer_page::{Figure, Section};
use homeground_report::page_tables::{Cell, PageTable};

use crate::calibration::CalibrationNote;
use crate::calibration::pages::{check_values as values, convergence, parameters_figure};
use crate::calibration::tables::rows::ParameterRow;

/// Parameters of a verdict, in their order.
fn of<'rows>(rows: &[&'rows ParameterRow], verdict: &str) -> Vec<&'rows ParameterRow> {
    rows.iter().copied().filter(|row| row.verdict == verdict).collect()
}

/// What was set and what was not, in one sentence.
pub fn summary(rows: &[ParameterRow]) -> Text {
    let count = |verdict: &str| rows.iter().filter(|row| row.verdict == verdict).count();
    message!(
        "calibration-parameters-answer",
        all = rows.len(),
        informed = count("informed"),
        slightly = count("slightly"),
        not = count("not")
    )
}

/// Parameters that pile up at an edge, by name, in one sentence.
pub fn edges_in_short(rows: &[ParameterRow]) -> Text {
    let piled_up: Vec<&ParameterRow> = rows.iter().filter(|row| !row.edge.is_empty()).collect();
    match piled_up.is_empty() {
        true => message!("calibration-no-edges"),
        false => message!("calibration-edges", parameters = names(&piled_up)),
    }
}

/// Parameters that pile up at an edge, in one sentence each; none where none does.
pub fn edges(rows: &[ParameterRow]) -> Vec<Text> {
    rows.iter().filter(|row| !row.edge.is_empty()).map(edge).collect()
}

fn edge(row: &ParameterRow) -> Text {
    let (side, share, end) = match row.edge == "low" {
        true => ("lower", row.at_low, row.low),
        false => ("upper", row.at_high, row.high),
    };
    message!(
        "calibration-edge",
        parameter = &row.parameter,
        meaning = parameter(&row.parameter).map_or("", |row| row.meaning.as_str()),
        side,
        share = percent_whole(share),
        end = values::parameter(end),
        unit = &row.unit
    )
}

fn parameter(key: &str) -> Option<&'static Parameter> {
    evidence::find(evidence::parameters(), key)
}

fn names(rows: &[&ParameterRow]) -> Text {
    Text::list(rows.iter().map(|row| &row.parameter))
}

/// The section on parameters.
pub fn section(note: &CalibrationNote, rows: &[ParameterRow]) -> Section {
    let sorted = parameters_figure::most_informed_first(rows);
    let mut paragraphs = Vec::new();
    if !convergence::is_usable(note) {
        paragraphs.push(message!("calibration-parameters-first-look"));
    }
    for verdict in ["informed", "slightly", "not"] {
        let own = of(&sorted, verdict);
        if !own.is_empty() {
            paragraphs.push(message!(
                "calibration-parameters-listed",
                verdict,
                count = own.len(),
                parameters = names(&own)
            ));
        }
    }
    let edges = edges(rows);
    match edges.is_empty() {
        true => paragraphs.push(message!("calibration-no-edges")),
        false => paragraphs.extend(edges),
    }
    let charts = parameters_figure::charts(&sorted);
    let several = charts.len() > 1;
    let figures = charts.into_iter().enumerate().map(|(place, chart)| Figure {
        name: match several {
            true => format!("parameters_{}", place + 1),
            false => "parameters".to_owned(),
        },
        chart,
        takeaway: Text::default(),
        reading: message!("calibration-parameters-reading"),
    });
    Section {
        key: "parameters",
        heading: message!("calibration-parameters"),
        answer: summary(rows),
        paragraphs,
        figures: figures.collect(),
        tables: Vec::new(),
    }
    .and(table(&sorted), true)
}

fn table(rows: &[&ParameterRow]) -> PageTable {
    let number = values::parameter;
    let between = |low: f64, high: f64| Text::between(number(low), number(high), low < 0.0);
    let row = |row: &&ParameterRow| {
        let meaning = parameter(&row.parameter).map_or("", |row| row.meaning.as_str());
        vec![
            Cell::words(&row.parameter).with_small(meaning),
            Cell::words(&row.grade),
            Cell::number(between(row.low, row.high)).with_small(&row.unit),
            Cell::number(number(row.median)).with_small(between(row.lower, row.upper)),
            Cell::number(number(row.central)),
            Cell::number(decimal(row.shift, 2)),
            Cell::number(percent_whole(row.learned)),
            Cell::words(message!("calibration-verdict", verdict = &row.verdict)),
            Cell::number(decimal(row.scale_reduction, 3)),
        ]
    };
    PageTable {
        caption: message!("calibration-parameters-table"),
        headings: vec![
            Cell::words(message!("page-parameter")),
            Cell::words(message!("page-grade")),
            Cell::number(message!("calibration-heading-plausible")),
            Cell::number(message!("calibration-heading-median")),
            Cell::number(message!("calibration-heading-central")),
            Cell::number(message!("calibration-heading-moved")),
            Cell::number(message!("calibration-heading-learned")),
            Cell::words(message!("calibration-heading-verdict")),
            Cell::number(message!("calibration-heading-chains")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
