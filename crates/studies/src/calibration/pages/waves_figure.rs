//! The figure of the waves: what is left of the prior, how well emulators know the simulator,
//! and how many points meet all targets.

use homeground_figures::axis::Scale;
use homeground_figures::chart::Chart;
use homeground_figures::frame::{self, MARGIN, Page, Sign};
use homeground_figures::message;
use homeground_figures::scene::{Anchor, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour};
use homeground_figures::text::{Teller, Text, decimal, percent};

use crate::calibration::pages::figure_parts::INSIDE;
use crate::calibration::tables::rows::WaveRow;

const ROW: f64 = 24.0;
/// Room for the names of waves.
const NAMES: f64 = 58.0;
const GAP: f64 = 14.0;
/// What bars stand on.
const BASE: Colour = Colour(232, 236, 239);

/// The waves; none without rows.
pub fn chart(rows: &[WaveRow]) -> Option<Box<dyn Chart>> {
    match rows.is_empty() {
        true => None,
        false => Some(Box::new(WavesFigure {
            rows: rows.to_vec(),
        })),
    }
}

#[derive(Debug)]
struct WavesFigure {
    rows: Vec<WaveRow>,
}

impl Chart for WavesFigure {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(
            &message!("calibration-waves-title"),
            &message!("calibration-waves-subtitle"),
            teller,
        );
        page.key(&[
            (
                Sign::Dot(INSIDE, true),
                message!("calibration-key-median-error"),
            ),
            (
                Sign::Dot(INSIDE, false),
                message!("calibration-key-worst-error"),
            ),
        ]);
        let first = MARGIN + NAMES;
        let width = (WIDTH - MARGIN - first - 2.0 * GAP) / 3.0;
        let headings = [
            message!("calibration-panel-not-ruled-out"),
            message!("calibration-panel-error"),
            message!("calibration-panel-within"),
        ];
        let headings = headings.map(|heading| teller.tell(&heading));
        let (headings, height) = frame::panel_lines(&headings, width);
        page.y += height;
        let (top, bottom) = (page.y, page.y + self.rows.len() as f64 * ROW);
        let panel = |panel: usize| {
            let left = first + panel as f64 * (width + GAP);
            (left, left + width)
        };
        for (place, heading) in headings.iter().enumerate() {
            frame::panel_heading(&mut page, heading, panel(place).0, top);
        }
        let errors = self
            .rows
            .iter()
            .flat_map(|row| [row.median_error, row.largest_error]);
        let most = errors.filter(|error| error.is_finite()).fold(0.5, f64::max);
        let write = |value: f64, decimals: usize| teller.tell(&decimal(value, decimals).into());
        let (scale, ticks) = frame::fitted_axis((0.0, most), panel(1), 4, write);
        frame::upright_grid(&mut page, &scale, &ticks, (top, bottom));
        for (place, row) in self.rows.iter().enumerate() {
            let y = top + (place as f64 + 0.5) * ROW;
            let name = teller.tell(&message!("calibration-wave", wave = row.wave));
            page.scene
                .text(name, (MARGIN, y + 4.2), Anchor::Start, style::LABEL);
            share_bar(&mut page, row.not_ruled_out, panel(0), y);
            share_bar(&mut page, row.within_three, panel(2), y);
            let ends = (
                scale.at_inside(row.median_error),
                scale.at_inside(row.largest_error),
            );
            page.scene.segment((ends.0, y), (ends.1, y), INSIDE, 1.0);
            page.scene
                .dot((ends.0, y), Shape::Circle, 4.0, INSIDE, true);
            page.scene
                .dot((ends.1, y), Shape::Circle, 4.0, INSIDE, false);
        }
        page.y = bottom + 20.0;
        page.finish()
    }
}

fn share_bar(page: &mut Page<'_>, share: f64, (left, right): (f64, f64), y: f64) {
    /// Room for the number behind the bar.
    const NUMBER: f64 = 50.0;
    let scale = Scale {
        values: (0.0, 1.0),
        places: (left, right - NUMBER),
    };
    page.scene
        .rectangle((left, y - 6.0), (right - NUMBER, y + 6.0), BASE);
    page.scene
        .rectangle((left, y - 6.0), (scale.at_inside(share), y + 6.0), INSIDE);
    let number = match share.is_finite() {
        true => percent(share).into(),
        false => Text::from("–"),
    };
    page.scene.text(
        page.teller.tell(&number),
        (right - NUMBER + 6.0, y + 4.2),
        Anchor::Start,
        style::LABEL,
    );
}
