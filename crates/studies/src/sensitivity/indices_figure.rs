//! First-order and total indices of all responses beside each other, a row for each parameter.

use homeground_figures::chart::Write;
use homeground_figures::charts::row_chart::{Dot, RowAxis, RowChart, RowLayout, RowPanel};
use homeground_figures::estimate::Estimate;
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::style::{ArmStyle, INK};
use homeground_figures::text::Text;
use homeground_report::answer_page::Figure;

use crate::pages::outcome_words;
use crate::sensitivity::results::{ResponseResults, SensitivityResults};
use crate::sensitivity::rows::IndexRow;

/// The scale shows at least this share.
const LEAST_SHARE: f64 = 0.05;

/// The figure, with the parameters in the order of the first response that has indices; none
/// where no response has any.
pub fn figure(results: &SensitivityResults<'_>) -> Option<Figure> {
    let responses = &results.responses;
    let first = responses.iter().find(|response| !response.indices.is_empty())?;
    let parameters: Vec<&String> = first.indices.iter().map(|row| &row.parameter).collect();
    // One scale for all panels: what is far to the right is a large share everywhere.
    let rows = responses.iter().flat_map(|response| &response.indices);
    let highest =
        rows.map(|row| row.total_upper.max(row.first_upper)).fold(LEAST_SHARE, f64::max).min(1.0);
    let panel = |response: &ResponseResults| {
        let dots = |parameter: &&String| {
            let row = response.indices.iter().find(|row| row.parameter == **parameter);
            row.map_or_else(Vec::new, |row| dots(response, row))
        };
        RowPanel {
            heading: response.name.clone(),
            dots: parameters.iter().map(dots).collect(),
            axis: RowAxis::Range((0.0, highest), 4, Write::percent_whole()),
            instead: match response.indices.is_empty() {
                true => response.undefined(),
                false => Text::default(),
            },
            ..RowPanel::default()
        }
    };
    let chart = RowChart {
        title: message!(
            "sensitivity-indices-title",
            outcome = outcome_words::outcome(results.study)
        ),
        subtitle: message!("sensitivity-indices-subtitle"),
        rows: parameters.iter().map(|name| Text::from(*name)).collect(),
        panels: responses.iter().map(panel).collect(),
        key: vec![
            (Sign::Dot(INK, true), message!("sensitivity-indices-key-total")),
            (Sign::Dot(INK, false), message!("sensitivity-indices-key-first")),
        ],
        layout: RowLayout {
            names: (0.0, 160.0),
            name_lines: 1,
            before: 10.0,
            between: 14.0,
            panel: 300.0,
            row: 26.0,
            step: 10.0,
            radius: 3.4,
            ..RowLayout::default()
        },
        ..RowChart::default()
    };
    Figure::of("indices", chart.boxed(), message!("sensitivity-indices-reading"))
}

/// The total index, and the first-order index below it.
fn dots(response: &ResponseResults, row: &IndexRow) -> Vec<Dot> {
    let dot = |value, interval, filled| Dot {
        estimate: Estimate { value, interval: Some(interval) },
        style: ArmStyle::plain(response.colour),
        filled,
    };
    vec![
        dot(row.total, (row.total_lower, row.total_upper), true),
        dot(row.first, (row.first_lower, row.first_upper), false),
    ]
}
