//! Figures of a sensitivity study: indices beside each other, the plane of effects, and
//! what is noise.

use crate::sensitivity::rows::{IndexRow, ScreeningRow, VarianceRow};
use homeground_figures::axis::Scale;
use homeground_figures::fonts;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, LabelBox, Scene, Shape, Text, WIDTH};
use homeground_figures::style::{self, AXIS, Colour, GREY_TEXT, INK};
use homeground_report::figures::cost::candidates;
use homeground_report::figures::page::{self, MARGIN, Page, Sign};
use homeground_report::language::Language;
use homeground_report::numbers::Kind;

/// Effects upward.
const UPWARD: Colour = Colour(0, 114, 178);
/// Effects downward.
const DOWNWARD: Colour = Colour(213, 94, 0);
/// Parameters named in the plane of effects.
const NAMED: u32 = 10;
/// Effects smaller than this part of the largest are not named.
const LEAST_NAMED: f64 = 0.03;
/// Height of a row of indices: two marks, one above the other.
const INDEX_ROW: f64 = 26.0;

/// A response as figures show it.
pub struct Panel<'a> {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// Its indices; empty where they are not defined.
    pub indices: Vec<&'a IndexRow>,
    /// Its variance.
    pub variance: &'a VarianceRow,
}

/// First and total indices of all responses: a row for each parameter, those with the
/// largest total index of the first response on top.
pub fn indices(panels: &[Panel], title: &str, language: Language) -> Option<Scene> {
    let order = order(panels);
    if order.is_empty() {
        return None;
    }
    let subtitle = language.pick(
        "Share of the variance over the ranges of the parameters, Monte Carlo noise left out. Lines are 95% intervals.",
        "Andel av variansen over parametrenes spenn, uten Monte Carlo-støy. Linjene er 95 %-intervaller.",
    );
    let mut page = Page::new(title, subtitle, language);
    page.key(&[
        (
            Sign::Dot(INK, true),
            language.pick(
                "total: alone and with others",
                "total: alene og sammen med andre",
            ),
        ),
        (
            Sign::Dot(INK, false),
            language.pick("first-order: alone", "førsteordens: alene"),
        ),
    ]);
    let (size, weight, _) = style::LABEL;
    let name_width = order
        .iter()
        .map(|name| fonts::width(name, size, weight))
        .fold(0.0, f64::max)
        .min(160.0);
    let gap = 14.0;
    let first = MARGIN + name_width + 12.0;
    let count = panels.len() as f64;
    let width = ((WIDTH - MARGIN - first - gap * (count - 1.0)) / count).min(300.0);
    let names: Vec<&str> = panels.iter().map(|panel| panel.name.as_str()).collect();
    let (headings, heading_height) = page::panel_lines(&names, width);
    page.y += heading_height;
    let top = page.y;
    for (index, name) in order.iter().enumerate() {
        let upper = top + index as f64 * INDEX_ROW;
        if index % 2 == 0 {
            page.scene.rectangle(
                (MARGIN - 4.0, upper),
                (WIDTH - MARGIN + 4.0, upper + INDEX_ROW),
                style::STRIPE,
            );
        }
        let line = labels::wrap_at_most(name, 1, name_width, size, weight).concat();
        page.scene.text(
            line,
            (MARGIN, upper + INDEX_ROW / 2.0 + 4.2),
            Anchor::Start,
            style::LABEL,
        );
    }
    let bottom = top + order.len() as f64 * INDEX_ROW;
    // One scale for all: what is far to the right is a large share everywhere.
    let highest = panels
        .iter()
        .flat_map(|panel| &panel.indices)
        .map(|row| row.total_upper.max(row.first_upper))
        .fold(0.05, f64::max)
        .min(1.0);
    for (index, panel) in panels.iter().enumerate() {
        let left = first + index as f64 * (width + gap);
        page::panel_heading(&mut page, &headings[index], left, top);
        index_panel(
            &mut page,
            panel,
            &order,
            highest,
            (left, left + width),
            (top, bottom),
            language,
        );
    }
    page.y = bottom + 22.0;
    Some(page.finish())
}

/// Parameters by the largest total index of the first response that has any.
fn order(panels: &[Panel]) -> Vec<String> {
    let mut rows: Vec<&IndexRow> = panels
        .iter()
        .find(|panel| !panel.indices.is_empty())
        .map(|panel| panel.indices.clone())
        .unwrap_or_default();
    rows.sort_by_key(|row| row.rank);
    rows.iter().map(|row| row.parameter.clone()).collect()
}

fn index_panel(
    page: &mut Page,
    panel: &Panel,
    order: &[String],
    highest: f64,
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
    language: Language,
) {
    if panel.indices.is_empty() {
        let text = undefined(panel.variance, language);
        let (size, weight, _) = style::SMALL;
        let lines = labels::wrap(&text, right - left - 8.0, size, weight);
        page.scene.lines(
            &lines,
            (left + 4.0, top + 16.0),
            Anchor::Start,
            style::SMALL,
            14.5,
        );
        return;
    }
    let (scale, ticks) = page::fitted_axis((0.0, highest), (left, right), 4, |value, _| {
        language.percent_whole(value)
    });
    page::upright_grid(page, &scale, &ticks, (top, bottom));
    for (place, name) in order.iter().enumerate() {
        let Some(row) = panel.indices.iter().find(|row| row.parameter == *name) else {
            continue;
        };
        let middle = top + (place as f64 + 0.5) * INDEX_ROW;
        let marks = [
            (
                row.total,
                (row.total_lower, row.total_upper),
                middle - 5.0,
                true,
            ),
            (
                row.first,
                (row.first_lower, row.first_upper),
                middle + 5.0,
                false,
            ),
        ];
        for (value, interval, y, filled) in marks {
            let colour = if filled {
                panel.colour
            } else {
                panel.colour.mix(style::WHITE, 0.35)
            };
            page::whisker(page, &scale, Some(interval), y, colour);
            page.scene.dot(
                (scale.at_inside(value), y),
                Shape::Circle,
                3.4,
                panel.colour,
                filled,
            );
        }
    }
}

/// Why a response has no indices, in words.
pub fn undefined(row: &VarianceRow, language: Language) -> String {
    match row.undefined.as_str() {
        "constant" => language.pick(
            "does not change whatever the parameters are",
            "endrer seg ikke, uansett parametre",
        ),
        "missing" => language.pick(
            "is not defined at some points",
            "er ikke definert i noen punkter",
        ),
        _ => language.pick(
            "cannot be told from Monte Carlo noise; take more families",
            "kan ikke skilles fra Monte Carlo-støy; ta flere familier",
        ),
    }
    .to_owned()
}

/// The plane of effects of one response: size across, spread upward.
pub fn effects(
    rows: &[&ScreeningRow],
    title: &str,
    kind: Kind,
    unit: &str,
    language: Language,
) -> Option<Scene> {
    let factor = if kind == Kind::Share { 100.0 } else { 1.0 };
    let size = |row: &ScreeningRow| row.mu_star.max(0.0) * factor;
    let spread = |row: &ScreeningRow| row.sigma * factor;
    let highest = rows.iter().map(|row| size(row)).fold(0.0, f64::max);
    if highest <= 0.0 {
        return None;
    }
    let subtitle = language.pick(
        "Each point is a parameter moved through its whole range while the others are somewhere in theirs.",
        "Hvert punkt er en parameter som flyttes gjennom hele sitt spenn mens de andre er et sted i sitt.",
    );
    let mut page = Page::new(title, subtitle, language);
    page.key(&[
        (Sign::Dot(UPWARD, true), language.pick("raises it", "hever")),
        (
            Sign::Dot(DOWNWARD, true),
            language.pick("lowers it", "senker"),
        ),
        (
            Sign::Dot(AXIS, true),
            language.pick(
                "either, or too little to say",
                "begge deler, eller for lite til å si",
            ),
        ),
        (
            Sign::Dot(AXIS, false),
            language.pick("not looked at closer", "ikke sett nærmere på"),
        ),
    ]);
    page.note(&format!(
        "{} ({unit})",
        language.pick("Spread of the effect, σ", "Effektens spredning, σ")
    ));
    page.y += 4.0;
    let (top, bottom) = (page.y, page.y + 330.0);
    let write = |value: f64, decimals: usize| language.decimal(value, decimals);
    let top_spread = rows
        .iter()
        .map(|row| spread(row))
        .fold(highest / 4.0, f64::max);
    let (upright, up_ticks) = page::fitted_axis((0.0, top_spread), (bottom, top), 5, write);
    let upright = Scale {
        places: (bottom, top),
        ..upright
    };
    let tick_width = up_ticks
        .iter()
        .map(|(_, word)| fonts::width(word, style::SMALL.0, style::SMALL.1))
        .fold(0.0, f64::max);
    let (left, right) = (MARGIN + tick_width + 8.0, WIDTH - MARGIN);
    for (value, word) in &up_ticks {
        let y = upright.at(*value);
        page.scene.segment((left, y), (right, y), style::GRID, 0.8);
        page.scene.text(
            word.as_str(),
            (left - 6.0, y + 4.0),
            Anchor::End,
            style::SMALL,
        );
    }
    let (across, ticks) = page::fitted_axis((0.0, highest), (left, right), 6, write);
    page::upright_grid(&mut page, &across, &ticks, (top, bottom));
    let corner = across.values.1.min(upright.values.1);
    page.scene.segment(
        (across.at(0.0), upright.at(0.0)),
        (across.at(corner), upright.at(corner)),
        style::GRID.mix(AXIS, 0.35),
        1.0,
    );
    let spots: Vec<(&ScreeningRow, (f64, f64))> = rows
        .iter()
        .map(|row| {
            (
                *row,
                (across.at_inside(size(row)), upright.at_inside(spread(row))),
            )
        })
        .collect();
    // Those with small effects first, so that the large ones lie on top.
    for (row, at) in spots.iter().rev() {
        let colour = match (row.mu_lower > 0.0, row.mu_upper < 0.0) {
            (true, _) => UPWARD,
            (_, true) => DOWNWARD,
            _ => AXIS,
        };
        page.scene
            .dot(*at, Shape::Circle, 3.8, colour, row.taken_on);
    }
    name_spots(&mut page, &spots, (left, right), (top, bottom));
    page.y = bottom + 20.0;
    let name = format!(
        "{} ({unit})",
        language.pick("Size of the effect, μ*", "Effektens størrelse, μ*")
    );
    page.y += page::axis_name(&mut page, &name, (left, right), bottom + 16.0);
    page.y += 4.0;
    page.note(language.pick(
        "Above the slanting line an effect varies more than it is large: it depends on the other parameters, or on where in its range the parameter is. Noise is kept out of both axes.",
        "Over den skrå linjen varierer effekten mer enn den er stor: den avhenger av de andre parametrene, eller av hvor i spennet parameteren er. Støyen er holdt utenfor begge akser.",
    ));
    Some(page.finish())
}

/// Names beside the points with the largest effects, where there is room.
fn name_spots(
    page: &mut Page,
    spots: &[(&ScreeningRow, (f64, f64))],
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
) {
    let (size, weight, colour) = style::LABEL;
    let around = |(x, y): (f64, f64)| LabelBox {
        content: String::new(),
        edges: [x - 4.5, y - 4.5, x + 4.5, y + 4.5],
    };
    let mut taken: Vec<LabelBox> = spots.iter().map(|(_, at)| around(*at)).collect();
    let largest = spots.iter().map(|(row, _)| row.mu_star).fold(0.0, f64::max);
    let worth_a_name =
        |row: &ScreeningRow| row.rank <= NAMED && row.mu_star > LEAST_NAMED * largest;
    for (row, spot) in spots.iter().filter(|(row, _)| worth_a_name(row)) {
        let place = candidates(*spot).find_map(|(at, anchor, leader)| {
            let text = Text {
                content: row.parameter.clone(),
                at,
                anchor,
                size,
                weight,
                colour,
            };
            let label = text.label_box();
            let [label_left, label_top, label_right, label_bottom] = label.edges;
            let inside = label_left >= left
                && label_right <= right
                && label_top >= top - 4.0
                && label_bottom <= bottom - 2.0;
            let free = !taken.iter().any(|other| label.overlaps(other));
            (inside && free).then_some((label, text, leader))
        });
        if let Some((label, text, leader)) = place {
            if let Some((from, to)) = leader {
                page.scene.segment(from, to, AXIS, 0.7);
            }
            page.scene
                .text(text.content, text.at, text.anchor, style::LABEL);
            taken.push(label);
        }
    }
}

/// How much of the variance seen is response and how much is noise, a bar a response.
pub fn noise(panels: &[Panel], language: Language) -> Option<Scene> {
    if panels
        .iter()
        .all(|panel| panel.variance.noise_share.is_none())
    {
        return None;
    }
    let mut page = Page::new(
        language.pick("How much of the variance is noise?", "Hvor mye av variansen er støy?"),
        language.pick(
            "Variance of the outcome over the points: what the parameters do, and what the draw of families adds. Lines are 95% intervals of the border.",
            "Utfallets varians over punktene: det parametrene gjør, og det trekningen av familier legger til. Linjene er 95 %-intervaller for grensen.",
        ),
        language,
    );
    let grey = Colour(205, 211, 216);
    page.key(&[
        (
            Sign::Patch(INK),
            language.pick("response to the parameters", "svar på parametrene"),
        ),
        (
            Sign::Patch(grey),
            language.pick(
                "Monte Carlo noise, kept out of the indices",
                "Monte Carlo-støy, holdt utenfor indeksene",
            ),
        ),
    ]);
    let (size, weight, _) = style::LABEL;
    let widest = panels
        .iter()
        .map(|panel| fonts::width(&panel.name, size, weight))
        .fold(0.0, f64::max)
        .min(190.0);
    let (left, right) = (MARGIN + widest + 14.0, WIDTH - MARGIN - 118.0);
    let scale = Scale {
        values: (0.0, 1.0),
        places: (left, right),
    };
    let top = page.y + 2.0;
    for (index, panel) in panels.iter().enumerate() {
        let middle = top + index as f64 * 34.0 + 16.0;
        let lines = labels::wrap_at_most(&panel.name, 2, widest, size, weight);
        let first = middle + 4.2 - (lines.len() - 1) as f64 * 7.25;
        page.scene
            .lines(&lines, (MARGIN, first), Anchor::Start, style::LABEL, 14.5);
        let row = panel.variance;
        let Some(share) = row.noise_share else {
            let text = undefined(row, language);
            page.scene
                .text(text, (left, middle + 4.2), Anchor::Start, style::SMALL);
            continue;
        };
        let border = scale.at(1.0 - share);
        page.scene
            .rectangle((left, middle - 9.0), (border, middle + 9.0), panel.colour);
        page.scene
            .rectangle((border, middle - 9.0), (right, middle + 9.0), grey);
        if let (Some(lower), Some(upper)) = (row.noise_share_lower, row.noise_share_upper) {
            let ends = (scale.at_inside(1.0 - upper), scale.at_inside(1.0 - lower));
            page.scene
                .segment((ends.0, middle), (ends.1, middle), style::WHITE, 4.0);
            page.scene
                .segment((ends.0, middle), (ends.1, middle), GREY_TEXT, 2.0);
        }
        let words = language.pick("noise", "støy");
        page.scene.text(
            format!("{words} {}", language.percent(share)),
            (right + 8.0, middle + 4.2),
            Anchor::Start,
            style::LABEL,
        );
    }
    page.y = top + panels.len() as f64 * 34.0 + 2.0;
    Some(page.finish())
}
