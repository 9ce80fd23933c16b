//! Boxes in which the favourite often fails, within the ranges of their parameters.

use homeground_core::evidence;
use homeground_figures::chart::Chart;
use homeground_figures::frame::{MARGIN, Page};
use homeground_figures::number::percent_whole;
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style::{self, INK};
use homeground_figures::text::{Teller, Text};
use homeground_figures::{fonts, labels, message};
use homeground_report::answer_page::Figure;

use crate::pages::{names, values};
use crate::parameter_range::ParameterRange;
use crate::uncertainty::results::UncertaintyResults;
use crate::uncertainty::rows::BoxRow;

/// Height of a row.
const ROW: f64 = 26.0;
/// Room for names at most.
const MOST_NAME_WIDTH: f64 = 200.0;
/// Room for the ends of a range beside its bar.
const END: f64 = 70.0;

/// Boxes, each with its limits.
#[derive(Debug)]
struct BoxRanges {
    title: Text,
    boxes: Vec<(Text, Vec<Limit>)>,
}

/// The limits of a box in one parameter.
#[derive(Debug)]
struct Limit {
    parameter: Text,
    /// The whole range; none for a parameter that this version does not know.
    range: Option<ParameterRange>,
    low: Option<f64>,
    high: Option<f64>,
}

impl Limit {
    fn new(row: &BoxRow) -> Limit {
        let parameter = evidence::find(evidence::parameters(), &row.parameter);
        Limit {
            parameter: names::short_field(&row.parameter),
            range: parameter.map(ParameterRange::of_prior),
            low: row.low,
            high: row.high,
        }
    }
}

/// The figure; none where there is no box.
pub fn figure(results: &UncertaintyResults<'_>) -> Option<Figure> {
    if results.boxes.is_empty() {
        return None;
    }
    let boxes = results
        .boxes
        .chunk_by(|one, other| one.number == other.number)
        .map(|rows| {
            let heading = message!(
                "uncertainty-boxes-heading",
                number = rows[0].number,
                density = percent_whole(rows[0].density),
                coverage = percent_whole(rows[0].coverage)
            );
            (heading, rows.iter().map(Limit::new).collect())
        })
        .collect();
    let arm = &results.facts.favourite;
    let chart = BoxRanges {
        title: message!("uncertainty-boxes-title", arm),
        boxes,
    };
    Some(Figure {
        name: "uncertainty_boxes".to_owned(),
        chart: Box::new(chart),
        takeaway: Text::default(),
        reading: message!("uncertainty-boxes-reading"),
    })
}

impl Chart for BoxRanges {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let subtitle = message!("uncertainty-boxes-subtitle");
        let mut page = Page::new(&self.title, &subtitle, teller);
        let (size, weight, _) = style::LABEL;
        let limits = self.boxes.iter().flat_map(|(_, limits)| limits);
        let name_width = limits
            .map(|limit| fonts::width(&teller.tell(&limit.parameter), size, weight) + 2.0)
            .fold(0.0, f64::max)
            .min(MOST_NAME_WIDTH);
        for (heading, limits) in &self.boxes {
            page.y += 8.0;
            let (heading, at) = (teller.tell(heading), (MARGIN, page.y + 12.0));
            page.scene.text(heading, at, Anchor::Start, style::PANEL);
            page.y += 20.0;
            for limit in limits {
                draw_limit(&mut page, limit, name_width);
                page.y += ROW;
            }
        }
        page.finish()
    }
}

fn draw_limit(page: &mut Page<'_>, limit: &Limit, name_width: f64) {
    let middle = page.y + 9.0;
    let baseline = middle + 4.2;
    let (size, weight, _) = style::LABEL;
    let name = page.tell(&limit.parameter);
    let lines = labels::wrap_at_most(&name, 1, name_width, size, weight);
    let at = (MARGIN, baseline);
    page.scene
        .lines(&lines, at, Anchor::Start, style::LABEL, 14.0);
    let Some(range) = limit.range else {
        return;
    };
    let (left, right) = (MARGIN + name_width + END, WIDTH - MARGIN - END);
    let at = |value: f64| left + range.share(value).clamp(0.0, 1.0) * (right - left);
    let mut bar = |from: f64, to: f64, colour| {
        page.scene
            .rectangle((from, middle - 5.0), (to, middle + 5.0), colour);
    };
    bar(left, right, style::GRID);
    let (from, to) = (
        limit.low.unwrap_or(range.low),
        limit.high.unwrap_or(range.high),
    );
    bar(at(from), at(to), style::EXITS[2]);
    let teller = page.teller;
    let write = |value: f64| teller.tell(&values::value(value));
    let ends = [
        (range.low, left - 6.0, Anchor::End),
        (range.high, right + 6.0, Anchor::Start),
    ];
    for (value, x, anchor) in ends {
        page.scene
            .text(write(value), (x, baseline), anchor, style::SMALL);
    }
    let kind = (10.5, weight, INK);
    let limits = [
        (limit.low, -4.0, Anchor::End),
        (limit.high, 4.0, Anchor::Start),
    ];
    for (value, shift, anchor) in limits {
        if let Some(value) = value {
            page.scene.text(
                write(value),
                (at(value) + shift, middle + 3.8),
                anchor,
                kind,
            );
        }
    }
}
