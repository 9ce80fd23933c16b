//! Parameters that the evidence ties together: section and figure.

use homeground_figures::chart::Chart;
use homeground_figures::frame::{self, MARGIN, Page};
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::text::{Teller, Text, decimal};
use homeground_figures::{fonts, message, style};
use homeground_report::answer_page::{Figure, Section};

use crate::calibration::pages::figure_parts::{INSIDE, OUTSIDE};
use crate::calibration::tables::rows::PairRow;

/// Correlations beyond this are named in words.
const STRONG: f64 = 0.5;
/// Pairs named in a sentence.
const MOST_NAMED: usize = 4;
/// Pairs that are drawn; the file holds all.
const MOST_DRAWN: usize = 20;
/// Height of a row.
const ROW: f64 = 20.0;
/// Room for names at most.
const MOST_NAME_WIDTH: f64 = 330.0;

/// The section on pairs.
pub fn section(rows: &[PairRow]) -> Section {
    let figure = chart(rows).map(|chart| Figure {
        name: "pairs".to_owned(),
        chart,
        takeaway: Text::default(),
        reading: message!("calibration-pairs-reading"),
    });
    let section = Section {
        key: "pairs",
        heading: message!("calibration-pairs"),
        answer: answer(rows),
        ..Section::default()
    };
    section.with(figure)
}

fn answer(rows: &[PairRow]) -> Text {
    if rows.is_empty() {
        return message!("calibration-pairs-none");
    }
    let strong = || rows.iter().filter(|row| row.correlation.abs() >= STRONG);
    let count = strong().count();
    if count == 0 {
        return message!("calibration-pairs-weak");
    }
    let named = strong().take(MOST_NAMED).map(|row| {
        message!(
            "calibration-pair",
            first = &row.first,
            second = &row.second,
            correlation = decimal(row.correlation, 2)
        )
    });
    message!("calibration-pairs-strong", count, pairs = Text::list(named))
}

/// The pairs with the strongest correlations; none where there are none.
pub fn chart(rows: &[PairRow]) -> Option<Box<dyn Chart>> {
    let rows = rows[..rows.len().min(MOST_DRAWN)].to_vec();
    match rows.is_empty() {
        true => None,
        false => Some(Box::new(PairsFigure { rows })),
    }
}

#[derive(Debug)]
struct PairsFigure {
    rows: Vec<PairRow>,
}

impl Chart for PairsFigure {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let mut page = Page::new(
            &message!("calibration-pairs-title"),
            &message!("calibration-pairs-subtitle"),
            teller,
        );
        let names: Vec<String> = self
            .rows
            .iter()
            .map(|row| format!("{} × {}", row.first, row.second))
            .collect();
        let (size, weight, _) = style::LABEL;
        let widest = names
            .iter()
            .map(|name| fonts::width(name, size, weight))
            .fold(0.0, f64::max)
            .min(MOST_NAME_WIDTH);
        let (left, right) = (MARGIN + widest + 14.0, WIDTH - MARGIN);
        let (top, bottom) = (page.y, page.y + self.rows.len() as f64 * ROW);
        let write = |value: f64, decimals: usize| teller.tell(&decimal(value, decimals).into());
        let (scale, ticks) = frame::fitted_axis((-1.0, 1.0), (left, right), 4, write);
        frame::upright_grid(&mut page, &scale, &ticks, (top, bottom));
        for (place, (row, name)) in self.rows.iter().zip(names).enumerate() {
            let y = top + (place as f64 + 0.5) * ROW;
            let baseline = y + 4.2;
            page.scene
                .text(name, (MARGIN, baseline), Anchor::Start, style::LABEL);
            let zero = scale.at(0.0);
            let (colour, x, anchor) = match row.correlation > 0.0 {
                true => (INSIDE, zero - 6.0, Anchor::End),
                false => (OUTSIDE, zero + 6.0, Anchor::Start),
            };
            let end = scale.at_inside(row.correlation);
            page.scene
                .rectangle((zero.min(end), y - 5.5), (zero.max(end), y + 5.5), colour);
            let correlation = teller.tell(&decimal(row.correlation, 2).into());
            page.scene
                .text(correlation, (x, baseline), anchor, style::LABEL);
        }
        page.y = bottom + 22.0;
        page.finish()
    }
}
