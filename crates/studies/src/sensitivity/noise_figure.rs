//! How much of the variance seen is response and how much is noise, a bar a response.

use homeground_figures::charts::row_chart::{
    RowAxis, RowChart, RowColumn, RowLayout, RowMark, RowPanel,
};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::number::percent;
use homeground_figures::scene::Anchor;
use homeground_figures::style::{self, Colour, GREY_TEXT, INK};
use homeground_figures::text::Text;
use homeground_report::answer_page::Figure;

use crate::sensitivity::results::{ResponseResults, SensitivityResults};

/// Fill of noise.
const NOISE: Colour = Colour(205, 211, 216);

/// The figure; none where no response varies.
pub fn figure(results: &SensitivityResults<'_>) -> Option<Figure> {
    let responses = &results.responses;
    let share = |response: &ResponseResults| response.variance.noise_share;
    if responses.iter().all(|response| share(response).is_none()) {
        return None;
    }
    let told = |response: &ResponseResults| {
        let label = |share| message!("sensitivity-noise-label", share = percent(share));
        let label = share(response).map(label);
        (label.unwrap_or_default(), Text::default())
    };
    let chart = RowChart {
        title: message!("sensitivity-noise-title"),
        subtitle: message!("sensitivity-noise-subtitle"),
        rows: responses.iter().map(|response| response.name.clone()).collect(),
        panels: vec![RowPanel {
            marks: responses.iter().map(bar).collect(),
            axis: RowAxis::Bare,
            columns: vec![RowColumn {
                heading: Text::default(),
                cells: responses.iter().map(told).collect(),
                width: 118.0,
                anchor: Anchor::Start,
            }],
            ..RowPanel::default()
        }],
        key: vec![
            (Sign::Patch(INK), message!("sensitivity-noise-key-response")),
            (Sign::Patch(NOISE), message!("sensitivity-noise-key-noise")),
        ],
        layout: RowLayout {
            names: (0.0, 190.0),
            name_lines: 2,
            before: 12.0,
            panel: 600.0,
            row: 34.0,
            ..RowLayout::default()
        },
        ..RowChart::default()
    };
    Figure::of("noise", chart.boxed(), message!("sensitivity-noise-reading"))
}

/// Response and noise with the interval of their border, or why there is none.
fn bar(response: &ResponseResults) -> Vec<RowMark> {
    let variance = &response.variance;
    let Some(share) = variance.noise_share else {
        return vec![RowMark::words(0.0, (0.0, Anchor::Start), response.undefined(), style::SMALL)];
    };
    let border = 1.0 - share;
    let part = |ends, colour| RowMark::bar(ends, colour, 9.0);
    let mut marks = vec![part((0.0, border), response.colour), part((border, 1.0), NOISE)];
    let interval = variance.noise_share_lower.zip(variance.noise_share_upper);
    for (colour, width) in [(style::WHITE, 4.0), (GREY_TEXT, 2.0)] {
        marks.extend(
            interval.map(|(lower, upper)| RowMark::line((1.0 - upper, 1.0 - lower), colour, width)),
        );
    }
    marks
}
