//! The figure of a ledger: what each assumption carries, how far it may move, what knowing
//! it would be worth.

use homeground_figures::axis::Scale;
use homeground_figures::chart::Chart;
use homeground_figures::fonts;
use homeground_figures::frame::{
    MARGIN, Page, Sign, fitted_axis, panel_heading, panel_lines, upright_grid, whisker,
};
use homeground_figures::message;
use homeground_figures::number::{Kind, decimal, percent_whole};
use homeground_figures::scene::{Anchor, Scene, Shape, WIDTH};
use homeground_figures::style::{self, AXIS, Colour, GREY_TEXT, INK};
use homeground_figures::text::{Teller, Text};

use crate::assumptions::AssumptionRow;
use crate::pages::values;

/// A turn of the order.
const TURN: Colour = Colour(213, 94, 0);
/// An order that holds.
const HOLD: Colour = Colour(178, 214, 200);
const ROW: f64 = 24.0;
const GAP: f64 = 20.0;

/// The first rows of a ledger.
#[derive(Debug)]
pub struct LedgerFigure {
    rows: Vec<AssumptionRow>,
    title: Text,
    kind: Kind,
    unit: Text,
}

impl LedgerFigure {
    /// Of these rows; none when there are none. `kind` is what information is counted in.
    pub fn of(rows: &[&AssumptionRow], title: Text, kind: Kind, unit: Text) -> Option<Self> {
        (!rows.is_empty()).then(|| Self {
            rows: rows.iter().map(|row| (*row).clone()).collect(),
            title,
            kind,
            unit,
        })
    }
}

impl Chart for LedgerFigure {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let rows: Vec<&AssumptionRow> = self.rows.iter().collect();
        let rows = rows.as_slice();
        let mut page = Page::new(
            &self.title,
            &message!("assumptions-figure-subtitle"),
            teller,
        );
        page.key(&[
            (Sign::Patch(TURN), message!("assumptions-key-turns")),
            (Sign::Patch(HOLD), message!("assumptions-key-holds")),
            (Sign::Dot(INK, false), message!("assumptions-key-worth")),
        ]);
        let (size, weight, _) = style::LABEL;
        let name_width = rows
            .iter()
            .map(|row| fonts::width(&row.parameter, size, weight))
            .fold(0.0, f64::max)
            .min(160.0);
        let with_information = rows.iter().any(|row| row.information.is_some());
        let panels = if with_information { 3.0 } else { 2.0 };
        let first = MARGIN + name_width + 32.0;
        let width = (WIDTH - MARGIN - first - GAP * (panels - 1.0)) / panels;
        let mut names = vec![
            teller.tell(&message!("assumptions-share")),
            teller.tell(&message!("assumptions-how-far")),
        ];
        if with_information {
            names.push(teller.tell(&message!("assumptions-worth-in", unit = &self.unit)));
        }
        let (headings, heading_height) = panel_lines(&names, width);
        page.y += heading_height;
        let top = page.y;
        for (index, row) in rows.iter().enumerate() {
            let upper = top + index as f64 * ROW;
            if index % 2 == 0 {
                page.scene.rectangle(
                    (MARGIN - 4.0, upper),
                    (WIDTH - MARGIN + 4.0, upper + ROW),
                    style::STRIPE,
                );
            }
            let baseline = upper + ROW / 2.0 + 4.2;
            page.scene.text(
                row.parameter.as_str(),
                (MARGIN, baseline),
                Anchor::Start,
                style::LABEL,
            );
            page.scene.text(
                row.grade.as_str(),
                (first - 14.0, baseline),
                Anchor::Middle,
                style::PANEL,
            );
        }
        let bottom = top + rows.len() as f64 * ROW;
        let place = |panel: usize| {
            let left = first + panel as f64 * (width + GAP);
            (left, left + width)
        };
        for (panel, heading) in headings.iter().enumerate() {
            panel_heading(&mut page, heading, place(panel).0, top);
        }
        shares(&mut page, rows, place(0), (top, bottom));
        distances(&mut page, rows, place(1), (top, bottom));
        if with_information {
            worth(&mut page, rows, place(2), (top, bottom), self.kind);
        }
        page.y = bottom + 22.0;
        page.note(&message!("assumptions-figure-note"));
        page.finish()
    }
}

fn middle(top: f64, index: usize) -> f64 {
    top + (index as f64 + 0.5) * ROW
}

fn shares(
    page: &mut Page<'_>,
    rows: &[&AssumptionRow],
    sides: (f64, f64),
    (top, bottom): (f64, f64),
) {
    if rows.iter().all(|row| row.total.is_none()) {
        let text = page.tell(&message!("assumptions-noise-only"));
        page.scene.text(
            text,
            (sides.0, top + ROW / 2.0 + 4.0),
            Anchor::Start,
            style::SMALL,
        );
        return;
    }
    let highest = rows
        .iter()
        .filter_map(|row| row.total_upper)
        .fold(0.05, f64::max)
        .min(1.0);
    let (scale, ticks) = fitted_axis((0.0, highest), sides, 4, |value, _| {
        page.tell(&percent_whole(value).into())
    });
    upright_grid(page, &scale, &ticks, (top, bottom));
    for (index, row) in rows.iter().enumerate() {
        let y = middle(top, index);
        if let Some(total) = row.total {
            whisker(page, &scale, row.total_lower.zip(row.total_upper), y, INK);
            page.scene
                .dot((scale.at_inside(total), y), Shape::Circle, 3.6, INK, true);
        }
    }
}

fn distances(
    page: &mut Page<'_>,
    rows: &[&AssumptionRow],
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
) {
    let scale = Scale {
        values: (0.0, 1.0),
        places: (left, right),
    };
    for (index, row) in rows.iter().enumerate() {
        let y = middle(top, index);
        let bar = |page: &mut Page<'_>, to: f64, colour: Colour| {
            page.scene
                .rectangle((left, y - 5.0), (scale.at_inside(to), y + 5.0), colour);
        };
        match (row.order.as_str(), row.share_of_way) {
            ("turns", Some(share)) => {
                bar(page, share, HOLD);
                let x = scale.at_inside(share);
                page.scene.segment((x, y - 8.0), (x, y + 8.0), TURN, 2.6);
                if let Some(value) = row.threshold {
                    let text = page.tell(&values::value(value));
                    let (size, weight, _) = style::SMALL;
                    let room = right - x - 6.0 >= fonts::width(&text, size, weight);
                    let (at, anchor) = if room {
                        (x + 5.0, Anchor::Start)
                    } else {
                        (x - 5.0, Anchor::End)
                    };
                    page.scene
                        .text(text, (at, y + 4.0), anchor, (size, weight, INK));
                }
            }
            ("unclear", _) => {
                let text = page.tell(&message!("assumptions-order-unclear-short"));
                page.scene
                    .text(text, (left + 4.0, y + 4.0), Anchor::Start, style::SMALL);
            }
            (word, _) => {
                bar(page, 1.0, HOLD);
                if word == "fades" {
                    let text = page.tell(&message!("assumptions-fades-short"));
                    page.scene.text(
                        text,
                        (left + 4.0, y + 4.0),
                        Anchor::Start,
                        (style::SMALL.0, style::SMALL.1, GREY_TEXT),
                    );
                }
            }
        }
    }
    for (share, word) in [
        (0.0, message!("assumptions-start")),
        (1.0, message!("assumptions-end-of-range")),
    ] {
        let x = scale.at(share);
        page.scene.segment((x, top), (x, bottom), AXIS, 1.0);
        let anchor = if share == 0.0 {
            Anchor::Start
        } else {
            Anchor::End
        };
        let word = page.tell(&word);
        page.scene
            .text(word, (x, bottom + 14.0), anchor, style::SMALL);
    }
}

fn worth(
    page: &mut Page<'_>,
    rows: &[&AssumptionRow],
    sides: (f64, f64),
    (top, bottom): (f64, f64),
    kind: Kind,
) {
    let factor = if kind == Kind::Share { 100.0 } else { 1.0 };
    let upper = |row: &AssumptionRow| {
        Some((row.information? + 1.96 * row.information_se.unwrap_or(0.0)) * factor)
    };
    let highest = rows.iter().filter_map(|row| upper(row)).fold(0.0, f64::max);
    let highest = if highest > 0.0 { highest } else { 1.0 };
    let (scale, ticks) = fitted_axis((0.0, highest), sides, 3, |value, decimals| {
        page.tell(&decimal(value, decimals).into())
    });
    upright_grid(page, &scale, &ticks, (top, bottom));
    for (index, row) in rows.iter().enumerate() {
        let Some(value) = row.information.map(|value| value * factor) else {
            continue;
        };
        let y = middle(top, index);
        let reach = 1.96 * row.information_se.unwrap_or(0.0) * factor;
        whisker(
            page,
            &scale,
            Some(((value - reach).max(0.0), value + reach)),
            y,
            INK,
        );
        let above = row.is_surely_worth_knowing();
        page.scene
            .dot((scale.at_inside(value), y), Shape::Circle, 3.6, INK, above);
    }
}
