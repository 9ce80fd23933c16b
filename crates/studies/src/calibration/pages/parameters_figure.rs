//! The figure of parameters: what was held plausible against what agrees with the evidence.

use crate::calibration::rows::ParameterRow;
use homeground_core::engine::draws::is_wide;
use homeground_figures::axis::Scale;
use homeground_figures::fonts;
use homeground_figures::scene::{Anchor, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour};
use homeground_report::figures::page::{MARGIN, Page, Sign};
use homeground_report::language::Language;

use crate::calibration::pages::checks_figure::{INSIDE, OUTSIDE};
use crate::calibration::pages::words;

/// Rows of a figure; more make another.
const MOST_ROWS: usize = 40;
const ROW: f64 = 18.0;
/// Room for the numbers at the right.
const NUMBERS: f64 = 186.0;
/// The prior.
const PRIOR: Colour = Colour(198, 205, 211);
/// Of parameters that the evidence says nothing about.
const SILENT: Colour = Colour(110, 118, 126);

/// Parameters in the order of what was learned, most first.
pub fn most_informed_first(rows: &[ParameterRow]) -> Vec<&ParameterRow> {
    let rank = |row: &ParameterRow| match row.verdict.as_str() {
        "informed" => 0,
        "slightly" => 1,
        _ => 2,
    };
    // What a narrower and a moved posterior tell, in one number.
    let told = |row: &ParameterRow| row.learned.max(0.0) + row.shift * row.shift;
    let mut sorted: Vec<&ParameterRow> = rows.iter().collect();
    sorted.sort_by(|one, other| {
        rank(one)
            .cmp(&rank(other))
            .then(told(other).total_cmp(&told(one)))
    });
    sorted
}

/// Draws all parameters, so many in a figure.
pub fn draw(rows: &[ParameterRow], language: Language) -> Vec<Scene> {
    let sorted = most_informed_first(rows);
    let pages: Vec<&[&ParameterRow]> = sorted.chunks(MOST_ROWS).collect();
    let count = pages.len();
    pages
        .into_iter()
        .enumerate()
        .map(|(number, rows)| one_page(rows, (number + 1, count), language))
        .collect()
}

fn one_page(rows: &[&ParameterRow], (number, count): (usize, usize), language: Language) -> Scene {
    let title = language.pick(
        "What was learned of the parameters",
        "Hva som ble lært om parameterne",
    );
    let title = match count {
        1 => title.to_owned(),
        _ => format!("{title} ({number}/{count})"),
    };
    let mut page = Page::new(
        &title,
        language.pick(
            "Each across its plausible range, from the lowest value to the highest. Most informed first.",
            "Hver på tvers av sitt rimelige spenn, fra laveste til høyeste verdi. De mest opplyste først.",
        ),
        language,
    );
    page.key(&[
        (
            Sign::Patch(PRIOR),
            language.pick("prior, 95%", "prior, 95 %"),
        ),
        (
            Sign::Tick(style::INK),
            language.pick("its centre", "midten av den"),
        ),
        (
            Sign::Line(INSIDE),
            language.pick("posterior, 95%", "posterior, 95 %"),
        ),
        (
            Sign::Dot(INSIDE, true),
            language.pick("central draw", "sentral trekning"),
        ),
        (
            Sign::Dot(INSIDE, false),
            language.pick("slightly informed", "litt opplyst"),
        ),
        (
            Sign::Line(SILENT),
            language.pick("not informed", "ikke opplyst"),
        ),
        (
            Sign::Line(OUTSIDE),
            language.pick("piled up at an edge", "hopet opp ved en ende"),
        ),
    ]);
    let (size, weight, _) = style::LABEL;
    let widest = rows
        .iter()
        .map(|row| fonts::width(&row.parameter, size, weight))
        .fold(0.0, f64::max);
    let left = MARGIN + widest + 12.0;
    let right = WIDTH - MARGIN - NUMBERS;
    let ends = [right + 128.0, WIDTH - MARGIN];
    let headings = [
        language.pick("centre → central", "midt → sentral"),
        language.pick("learned", "lært"),
    ];
    for (heading, end) in headings.into_iter().zip(ends) {
        page.scene
            .text(heading, (end, page.y + 10.0), Anchor::End, style::PANEL);
    }
    page.y += 18.0;
    let top = page.y;
    for (place, row) in rows.iter().enumerate() {
        let upper = top + place as f64 * ROW;
        if place.is_multiple_of(2) {
            page.scene.rectangle(
                (MARGIN - 4.0, upper),
                (WIDTH - MARGIN + 4.0, upper + ROW),
                style::STRIPE,
            );
        }
        one_row(
            &mut page,
            row,
            (left, right),
            ends,
            upper + ROW / 2.0,
            language,
        );
    }
    let bottom = top + rows.len() as f64 * ROW;
    for x in [left, right] {
        page.scene.segment((x, top), (x, bottom), style::AXIS, 0.8);
    }
    let words = [
        (left, Anchor::Start, language.pick("lowest", "lavest")),
        (
            right,
            Anchor::End,
            language.pick("highest plausible", "høyest rimelig"),
        ),
    ];
    for (x, anchor, word) in words {
        page.scene
            .text(word, (x, bottom + 14.0), anchor, style::SMALL);
    }
    page.y = bottom + 22.0;
    page.finish()
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

fn one_row(
    page: &mut Page,
    row: &ParameterRow,
    places: (f64, f64),
    ends: [f64; 2],
    y: f64,
    language: Language,
) {
    let scale = Scale {
        values: (0.0, 1.0),
        places,
    };
    let at = |value: f64| scale.at(place(row, value));
    let colour = match (row.edge.is_empty(), row.verdict.as_str()) {
        (false, _) => OUTSIDE,
        (true, "informed" | "slightly") => INSIDE,
        (true, _) => SILENT,
    };
    page.scene.text(
        row.parameter.as_str(),
        (MARGIN, y + 4.2),
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
    let number = |value: f64| words::parameter(value, language);
    let texts = [
        format!("{} → {}", number(row.centre), number(row.central)),
        language.percent_whole(row.learned.max(0.0)),
    ];
    for (text, end) in texts.into_iter().zip(ends) {
        page.scene
            .text(text, (end, y + 4.2), Anchor::End, style::LABEL);
    }
}
