//! Figures of how a calibration went: its waves, and the pairs that it ties together.

use crate::calibration::rows::{PairRow, WaveRow};
use homeground_figures::axis::Scale;
use homeground_figures::fonts;
use homeground_figures::scene::{Anchor, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour};
use homeground_report::figures::page::{self, MARGIN, Page, Sign};
use homeground_report::language::Language;

use crate::calibration::pages::checks_figure::{INSIDE, OUTSIDE};

/// Pairs that are drawn; the table holds all.
const MOST_PAIRS: usize = 20;
const ROW: f64 = 24.0;
/// What bars stand on.
const BASE: Colour = Colour(232, 236, 239);

/// Draws the waves: what is left of the prior, how well emulators know the simulator, and
/// how many points meet all targets.
pub fn waves(rows: &[WaveRow], language: Language) -> Option<Scene> {
    if rows.is_empty() {
        return None;
    }
    let mut page = Page::new(
        language.pick("How the search closed in", "Hvordan søket snevret seg inn"),
        language.pick(
            "Each wave is simulated where the emulators of those before leave room. Wave 0 is drawn from the prior.",
            "Hver bølge simuleres der emulatorene fra de forrige gir rom. Bølge 0 er trukket fra prioren.",
        ),
        language,
    );
    page.key(&[
        (
            Sign::Dot(INSIDE, true),
            language.pick("error: median target", "feil: det midterste målet"),
        ),
        (
            Sign::Dot(INSIDE, false),
            language.pick("error: worst target", "feil: det verste målet"),
        ),
    ]);
    let first = MARGIN + 58.0;
    let gap = 14.0;
    let width = (WIDTH - MARGIN - first - 2.0 * gap) / 3.0;
    let headings = [
        language.pick("Prior not ruled out", "Prior som ikke er utelukket"),
        language.pick(
            "Emulator error, standard errors of the evidence",
            "Emulatorens feil, i forskningens standardfeil",
        ),
        language.pick(
            "Points with all targets within 3",
            "Punkter med alle mål innenfor 3",
        ),
    ];
    let (headings, height) = page::panel_lines(&headings, width);
    page.y += height;
    let (top, bottom) = (page.y, page.y + rows.len() as f64 * ROW);
    let left = |panel: usize| first + panel as f64 * (width + gap);
    for (panel, heading) in headings.iter().enumerate() {
        page::panel_heading(&mut page, heading, left(panel), top);
    }
    let errors = rows
        .iter()
        .flat_map(|row| [row.median_error, row.largest_error]);
    let most = errors.filter(|error| error.is_finite()).fold(0.5, f64::max);
    let places = (left(1), left(1) + width);
    let (scale, ticks) = page::fitted_axis((0.0, most), places, 4, |value, decimals| {
        language.decimal(value, decimals)
    });
    page::upright_grid(&mut page, &scale, &ticks, (top, bottom));
    for (place, row) in rows.iter().enumerate() {
        let y = top + (place as f64 + 0.5) * ROW;
        let name = match language {
            Language::English => format!("wave {}", row.wave),
            Language::Norwegian => format!("bølge {}", row.wave),
        };
        page.scene
            .text(name, (MARGIN, y + 4.2), Anchor::Start, style::LABEL);
        for (panel, share) in [(0, row.not_ruled_out), (2, row.within_three)] {
            share_bar(
                &mut page,
                share,
                (left(panel), left(panel) + width),
                y,
                language,
            );
        }
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
    Some(page.finish())
}

fn share_bar(page: &mut Page, share: f64, (left, right): (f64, f64), y: f64, language: Language) {
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
    let text = match share.is_finite() {
        true => language.percent(share),
        false => "–".to_owned(),
    };
    page.scene.text(
        text,
        (right - NUMBER + 6.0, y + 4.2),
        Anchor::Start,
        style::LABEL,
    );
}

/// Draws the pairs with the strongest correlations.
pub fn pairs(rows: &[PairRow], language: Language) -> Option<Scene> {
    if rows.is_empty() {
        return None;
    }
    let shown = &rows[..rows.len().min(MOST_PAIRS)];
    let mut page = Page::new(
        language.pick(
            "Parameters that the evidence ties together",
            "Parametre som forskningen binder sammen",
        ),
        language.pick(
            "Correlation in the posterior. To the right, high values of the one go with high values of the other; to the left, with low ones.",
            "Korrelasjon i posterioren. Til høyre følger høye verdier av den ene med høye verdier av den andre; til venstre med lave.",
        ),
        language,
    );
    let names: Vec<String> = shown
        .iter()
        .map(|row| format!("{} × {}", row.first, row.second))
        .collect();
    let (size, weight, _) = style::LABEL;
    let widest = names
        .iter()
        .map(|name| fonts::width(name, size, weight))
        .fold(0.0, f64::max)
        .min(330.0);
    let (left, right) = (MARGIN + widest + 14.0, WIDTH - MARGIN);
    let (top, bottom) = (page.y, page.y + shown.len() as f64 * 20.0);
    let (scale, ticks) = page::fitted_axis((-1.0, 1.0), (left, right), 4, |value, decimals| {
        language.decimal(value, decimals)
    });
    page::upright_grid(&mut page, &scale, &ticks, (top, bottom));
    for (place, (row, name)) in shown.iter().zip(&names).enumerate() {
        let y = top + (place as f64 + 0.5) * 20.0;
        page.scene.text(
            name.as_str(),
            (MARGIN, y + 4.2),
            Anchor::Start,
            style::LABEL,
        );
        let colour = if row.correlation > 0.0 {
            INSIDE
        } else {
            OUTSIDE
        };
        let (zero, end) = (scale.at(0.0), scale.at_inside(row.correlation));
        page.scene
            .rectangle((zero.min(end), y - 5.5), (zero.max(end), y + 5.5), colour);
        let (x, anchor) = match row.correlation > 0.0 {
            true => (zero - 6.0, Anchor::End),
            false => (zero + 6.0, Anchor::Start),
        };
        let text = language.decimal(row.correlation, 2);
        page.scene.text(text, (x, y + 4.2), anchor, style::LABEL);
    }
    page.y = bottom + 22.0;
    Some(page.finish())
}
