//! The figure of parameters: what was held plausible against what agrees with the evidence.

use homeground_core::engine::draws::is_wide;
use homeground_figures::axis::Scale;
use homeground_figures::chart::Chart;
use homeground_figures::frame::{MARGIN, Page, Sign};
use homeground_figures::scene::{Anchor, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour};
use homeground_figures::text::{Teller, Text, percent_whole};
use homeground_figures::{fonts, message};

use crate::calibration::pages::check_values as values;
use crate::calibration::pages::figure_parts::{INSIDE, OUTSIDE, column_headings, stripe};
use crate::calibration::tables::rows::ParameterRow;

/// Rows of a figure; more make another.
const MOST_ROWS: usize = 40;
const ROW: f64 = 18.0;
/// Room for the numbers at the right.
const NUMBERS: f64 = 186.0;
/// The prior.
const PRIOR: Colour = Colour(198, 205, 211);
/// Of parameters that the evidence says nothing about.
const NOT_INFORMED: Colour = Colour(110, 118, 126);

/// Parameters in the order of what was learned, most first.
pub fn most_informed_first(rows: &[ParameterRow]) -> Vec<&ParameterRow> {
    let rank = |row: &ParameterRow| match row.verdict.as_str() {
        "informed" => 0,
        "slightly" => 1,
        _ => 2,
    };
    // What a narrower and a moved posterior tell, in one number.
    let information = |row: &ParameterRow| row.learned.max(0.0) + row.shift * row.shift;
    let mut sorted: Vec<&ParameterRow> = rows.iter().collect();
    sorted.sort_by(|one, other| {
        rank(one)
            .cmp(&rank(other))
            .then(information(other).total_cmp(&information(one)))
    });
    sorted
}

/// All parameters in their order, so many in a figure.
pub fn charts(rows: &[&ParameterRow]) -> Vec<Box<dyn Chart>> {
    let parts: Vec<&[&ParameterRow]> = rows.chunks(MOST_ROWS).collect();
    let count = parts.len();
    let figure = |(place, rows): (usize, &[&ParameterRow])| -> Box<dyn Chart> {
        let part = match count {
            1 => String::new(),
            _ => format!("({}/{count})", place + 1),
        };
        Box::new(ParametersFigure {
            part,
            rows: rows.iter().map(|row| (*row).clone()).collect(),
        })
    };
    parts.into_iter().enumerate().map(figure).collect()
}

#[derive(Debug)]
struct ParametersFigure {
    /// Which of several figures this is; empty where it is the only one.
    part: String,
    rows: Vec<ParameterRow>,
}

impl Chart for ParametersFigure {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let title = message!("calibration-parameters-title");
        let mut page = Page::new(
            &Text::sentences([title, (&self.part).into()]),
            &message!("calibration-parameters-subtitle"),
            teller,
        );
        page.key(&key());
        let (size, weight, _) = style::LABEL;
        let widest = self
            .rows
            .iter()
            .map(|row| fonts::width(&row.parameter, size, weight))
            .fold(0.0, f64::max);
        let (left, right) = (MARGIN + widest + 12.0, WIDTH - MARGIN - NUMBERS);
        let ends = [right + 128.0, WIDTH - MARGIN];
        let headings = [
            message!("calibration-column-values"),
            message!("calibration-column-learned"),
        ];
        column_headings(&mut page, headings, ends);
        let top = page.y;
        for (place, row) in self.rows.iter().enumerate() {
            let upper = top + place as f64 * ROW;
            stripe(&mut page, place, (upper, upper + ROW));
            one_row(&mut page, row, (left, right), ends, upper + ROW / 2.0);
        }
        let bottom = top + self.rows.len() as f64 * ROW;
        for x in [left, right] {
            page.scene.segment((x, top), (x, bottom), style::AXIS, 0.8);
        }
        let ends_of_range = [
            (left, Anchor::Start, message!("calibration-lowest")),
            (right, Anchor::End, message!("calibration-highest")),
        ];
        for (x, anchor, word) in ends_of_range {
            page.scene
                .text(teller.tell(&word), (x, bottom + 14.0), anchor, style::SMALL);
        }
        page.y = bottom + 22.0;
        page.finish()
    }
}

fn key() -> [(Sign, Text); 7] {
    [
        (Sign::Patch(PRIOR), message!("calibration-key-prior")),
        (Sign::Tick(style::INK), message!("calibration-key-centre")),
        (Sign::Line(INSIDE), message!("calibration-key-posterior")),
        (Sign::Dot(INSIDE, true), message!("calibration-key-central")),
        (
            Sign::Dot(INSIDE, false),
            message!("calibration-key-slightly"),
        ),
        (Sign::Line(NOT_INFORMED), message!("calibration-key-not")),
        (Sign::Line(OUTSIDE), message!("calibration-key-edge")),
    ]
}

/// Where in its plausible range a value lies, 0 to 1; of a wide range on a scale of ratios.
fn place(row: &ParameterRow, value: f64) -> f64 {
    let on_scale = |value: f64| match is_wide(row.low, row.high) {
        true => value.ln(),
        false => value,
    };
    let (low, high) = (on_scale(row.low), on_scale(row.high));
    ((on_scale(value) - low) / (high - low)).clamp(0.0, 1.0)
}

fn one_row(page: &mut Page<'_>, row: &ParameterRow, places: (f64, f64), ends: [f64; 2], y: f64) {
    let scale = Scale {
        values: (0.0, 1.0),
        places,
    };
    let at = |value: f64| scale.at(place(row, value));
    let colour = match (row.edge.is_empty(), row.verdict.as_str()) {
        (false, _) => OUTSIDE,
        (true, "informed" | "slightly") => INSIDE,
        (true, _) => NOT_INFORMED,
    };
    let baseline = y + 4.2;
    page.scene.text(
        row.parameter.as_str(),
        (MARGIN, baseline),
        Anchor::Start,
        style::LABEL,
    );
    page.scene.rectangle(
        (at(row.prior_lower), y - 5.0),
        (at(row.prior_upper), y + 5.0),
        PRIOR,
    );
    let centre = at(row.centre);
    page.scene
        .segment((centre, y - 6.0), (centre, y + 6.0), style::INK, 1.4);
    page.scene
        .segment((at(row.lower), y), (at(row.upper), y), colour, 2.6);
    let filled = row.verdict != "slightly";
    page.scene
        .dot((at(row.central), y), Shape::Circle, 3.6, colour, filled);
    let texts = [
        Text::joined(" → ", [row.centre, row.central].map(values::parameter)),
        percent_whole(row.learned.max(0.0)).into(),
    ];
    for (text, end) in texts.iter().zip(ends) {
        page.scene.text(
            page.teller.tell(text),
            (end, baseline),
            Anchor::End,
            style::LABEL,
        );
    }
}
