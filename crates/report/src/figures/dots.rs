//! Completion and placement side by side: a dot with its interval for each arm.

use crate::figures::page::{self, MARGIN, Page};
use crate::figures::placement::percent_tick;
use crate::language::Language;
use crate::results::{Estimate, Results};
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style::{self, ArmStyle};

const VALUE_WIDTH: f64 = 50.0;
const GAP: f64 = 24.0;

/// Draws the figure; none when neither outcome is there.
pub fn draw(results: &Results, language: Language) -> Option<Scene> {
    let week = results.horizon();
    let words = language.words();
    let panels: Vec<(String, Vec<Option<Estimate>>)> = [
        (words.completed_of_started, ("completed", "started", week)),
        (words.families_placed, ("placed", "family", week)),
    ]
    .into_iter()
    .map(|(name, quantity)| (name.to_owned(), results.values(quantity)))
    .filter(|(_, values)| values.iter().any(Option::is_some))
    .collect();
    if panels.is_empty() {
        return None;
    }
    let mut page = Page::new(
        words.dots_title,
        &words.with_intervals(
            &words.dots_subtitle.replace("{week}", &week.to_string()),
            words.line_interval,
            results.manifest.interval,
        ),
        language,
    );
    let arms: Vec<usize> = (0..results.arm_count()).collect();
    let name_width = page::name_width(results, &arms, 170.0);
    let count = panels.len() as f64;
    let first = MARGIN + name_width + 18.0;
    let width = ((WIDTH - MARGIN - first - GAP * (count - 1.0)) / count).min(330.0);
    let headings: Vec<&str> = panels.iter().map(|panel| panel.0.as_str()).collect();
    let (headings, heading_height) = page::panel_lines(&headings, width);
    page.y += heading_height;
    let top = page.y;
    let rows = page::rows(&mut page, results, &arms, name_width, 24.0);
    let bottom = page.y;
    for (index, (_, values)) in panels.iter().enumerate() {
        let left = first + index as f64 * (width + GAP);
        page::panel_heading(&mut page, &headings[index], left, top);
        let highest = values
            .iter()
            .flatten()
            .map(|estimate| estimate.upper())
            .fold(0.0, f64::max);
        let (scale, labelled) = page::fitted_axis(
            (0.0, if highest > 0.0 { highest } else { 0.01 }),
            (left + 4.0, left + width - VALUE_WIDTH),
            4,
            |value, decimals| percent_tick(language, value, decimals),
        );
        page::upright_grid(&mut page, &scale, &labelled, (top, bottom));
        for row in &rows {
            let y = row.middle();
            let Some(estimate) = values[row.arm] else {
                page.scene.text(
                    words.no_helper_short,
                    (left + 4.0, y + 4.2),
                    Anchor::Start,
                    style::SMALL,
                );
                continue;
            };
            let look = ArmStyle::of(row.arm);
            page::whisker(&mut page, &scale, estimate.interval, y, look.colour);
            page.scene.dot(
                (scale.at(estimate.value), y),
                look.shape,
                3.6,
                look.colour,
                true,
            );
            page.scene.text(
                language.percent(estimate.value),
                (left + width, y + 4.2),
                Anchor::End,
                style::LABEL,
            );
        }
    }
    page.y = bottom + 24.0;
    page.note(words.interval_note(&results.manifest));
    Some(page.finish())
}
