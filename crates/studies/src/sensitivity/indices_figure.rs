//! First-order and total indices of all responses beside each other, a row for each parameter.

use homeground_figures::chart::Chart;
use homeground_figures::frame::{self, MARGIN, Page, Sign};
use homeground_figures::number::percent_whole;
use homeground_figures::scene::{Anchor, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour, INK, WHITE};
use homeground_figures::text::{Teller, Text};
use homeground_figures::{fonts, labels, message};
use homeground_report::answer_page::Figure;

use crate::pages::outcome_words;
use crate::sensitivity::results::{ResponseResults, SensitivityResults};
use crate::sensitivity::rows::IndexRow;

/// Height of a row: two marks, one above the other.
const ROW: f64 = 26.0;
/// Space between panels.
const GAP: f64 = 14.0;
/// Room for names at most.
const MOST_NAME_WIDTH: f64 = 160.0;
/// Width of a panel at most.
const MOST_WIDTH: f64 = 300.0;
/// The scale shows at least this share.
const LEAST_SHARE: f64 = 0.05;

#[derive(Debug)]
struct IndicesFigure {
    title: Text,
    /// Names of parameters, from above.
    parameters: Vec<String>,
    panels: Vec<Panel>,
}

#[derive(Debug)]
struct Panel {
    name: Text,
    colour: Colour,
    indices: Vec<IndexRow>,
    /// Why there are none.
    undefined: Text,
}

/// The figure, with the parameters in the order of the first response that has indices; none
/// where no response has any.
pub fn figure(results: &SensitivityResults<'_>) -> Option<Figure> {
    let panel = |response: &ResponseResults| Panel {
        name: response.name.clone(),
        colour: response.colour,
        indices: response.indices.clone(),
        undefined: response.undefined(),
    };
    let panels: Vec<Panel> = results.responses.iter().map(panel).collect();
    let first = panels.iter().find(|panel| !panel.indices.is_empty())?;
    let parameters = first.indices.iter().map(|row| row.parameter.clone());
    let chart = IndicesFigure {
        title: message!(
            "sensitivity-indices-title",
            outcome = outcome_words::outcome(results.study)
        ),
        parameters: parameters.collect(),
        panels,
    };
    Some(Figure {
        name: "indices".to_owned(),
        chart: Box::new(chart),
        takeaway: Text::default(),
        reading: message!("sensitivity-indices-reading"),
    })
}

impl Chart for IndicesFigure {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let subtitle = message!("sensitivity-indices-subtitle");
        let mut page = Page::new(&self.title, &subtitle, teller);
        page.key(&[
            (
                Sign::Dot(INK, true),
                message!("sensitivity-indices-key-total"),
            ),
            (
                Sign::Dot(INK, false),
                message!("sensitivity-indices-key-first"),
            ),
        ]);
        let (size, weight, _) = style::LABEL;
        let name_width = self
            .parameters
            .iter()
            .map(|name| fonts::width(name, size, weight))
            .fold(0.0, f64::max)
            .min(MOST_NAME_WIDTH);
        let first = MARGIN + name_width + 12.0;
        let count = self.panels.len() as f64;
        let width = ((WIDTH - MARGIN - first - GAP * (count - 1.0)) / count).min(MOST_WIDTH);
        let names: Vec<String> = self
            .panels
            .iter()
            .map(|panel| teller.tell(&panel.name))
            .collect();
        let (headings, heading_height) = frame::panel_lines(&names, width);
        page.y += heading_height;
        let top = page.y;
        for (index, name) in self.parameters.iter().enumerate() {
            let upper = top + index as f64 * ROW;
            if index % 2 == 0 {
                let right = WIDTH - MARGIN + 4.0;
                page.scene
                    .rectangle((MARGIN - 4.0, upper), (right, upper + ROW), style::STRIPE);
            }
            let line = labels::wrap_at_most(name, 1, name_width, size, weight).concat();
            let at = (MARGIN, upper + ROW / 2.0 + 4.2);
            page.scene.text(line, at, Anchor::Start, style::LABEL);
        }
        let bottom = top + self.parameters.len() as f64 * ROW;
        for (index, panel) in self.panels.iter().enumerate() {
            let left = first + index as f64 * (width + GAP);
            frame::panel_heading(&mut page, &headings[index], left, top);
            self.draw_panel(&mut page, panel, (left, left + width), (top, bottom));
        }
        page.y = bottom + 22.0;
        page.finish()
    }
}

impl IndicesFigure {
    /// One end of the scale for all panels: what is far to the right is a large share everywhere.
    fn highest(&self) -> f64 {
        let rows = self.panels.iter().flat_map(|panel| &panel.indices);
        rows.map(|row| row.total_upper.max(row.first_upper))
            .fold(LEAST_SHARE, f64::max)
            .min(1.0)
    }

    fn draw_panel(
        &self,
        page: &mut Page<'_>,
        panel: &Panel,
        (left, right): (f64, f64),
        (top, bottom): (f64, f64),
    ) {
        if panel.indices.is_empty() {
            let (size, weight, _) = style::SMALL;
            let reason = page.tell(&panel.undefined);
            let lines = labels::wrap(&reason, right - left - 8.0, size, weight);
            let at = (left + 4.0, top + 16.0);
            page.scene
                .lines(&lines, at, Anchor::Start, style::SMALL, 14.5);
            return;
        }
        let teller = page.teller;
        let write = |value: f64, _| teller.tell(&percent_whole(value).into());
        let (scale, ticks) = frame::fitted_axis((0.0, self.highest()), (left, right), 4, write);
        frame::upright_grid(page, &scale, &ticks, (top, bottom));
        for (place, name) in self.parameters.iter().enumerate() {
            let Some(row) = panel.indices.iter().find(|row| row.parameter == *name) else {
                continue;
            };
            let middle = top + (place as f64 + 0.5) * ROW;
            let total = (row.total, (row.total_lower, row.total_upper));
            let first = (row.first, (row.first_lower, row.first_upper));
            let faint = panel.colour.mix(WHITE, 0.35);
            for ((value, interval), y, colour, filled) in [
                (total, middle - 5.0, panel.colour, true),
                (first, middle + 5.0, faint, false),
            ] {
                frame::whisker(page, &scale, Some(interval), y, colour);
                let at = (scale.at_inside(value), y);
                page.scene.dot(at, Shape::Circle, 3.4, panel.colour, filled);
            }
        }
    }
}
