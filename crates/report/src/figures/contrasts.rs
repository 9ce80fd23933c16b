//! Paired differences from the reference arm, with a line at no difference.

use crate::figures::page::{self, MARGIN, Page, Sign};
use crate::language::Language;
use crate::results::{Estimate, Quantity, Results};
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style::{self, ArmStyle, INK};

const GAP: f64 = 12.0;

/// Draws the figure; none when there is nothing to compare.
pub fn draw(results: &Results, language: Language) -> Option<Scene> {
    let week = results.horizon();
    let words = language.words();
    let reference = results.reference();
    let arms: Vec<usize> = (0..results.arm_count())
        .filter(|&arm| arm != reference)
        .collect();
    let panels: Vec<Panel> = [
        (words.contrast_placed, ("placed", "family", week), 1000.0),
        (
            words.contrast_completed,
            ("completed", "started", week),
            1000.0,
        ),
        (
            words.contrast_weeks_in_care,
            ("weeks_in_care", "family", week),
            1.0,
        ),
        (words.contrast_cost, ("cost_nok", "family", week), 0.001),
    ]
    .into_iter()
    .filter_map(|(name, quantity, factor)| Panel::of(results, &arms, name, quantity, factor))
    .collect();
    if panels.is_empty() {
        return None;
    }
    let mut page = Page::new(
        &words
            .contrasts_title
            .replace("{reference}", results.arm_name(reference)),
        &words.with_intervals(
            &words
                .contrasts_subtitle
                .replace("{week}", &week.to_string()),
            words.line_interval,
            results.manifest.interval,
        ),
        language,
    );
    if results.manifest.interval != homeground_core::outcomes::manifest::Interval::None {
        page.key(&[
            (Sign::Dot(INK, true), words.key_clear),
            (Sign::Dot(INK, false), words.key_unclear),
        ]);
    }
    let name_width = page::name_width(results, &arms, 150.0);
    let count = panels.len() as f64;
    let first = MARGIN + name_width + 20.0;
    let width = ((WIDTH - MARGIN - first - GAP * (count - 1.0)) / count).min(260.0);
    let headings: Vec<&str> = panels.iter().map(|panel| panel.name).collect();
    let (headings, heading_height) = page::panel_lines(&headings, width);
    page.y += heading_height;
    let top = page.y;
    let rows = page::rows(&mut page, results, &arms, name_width, 24.0);
    let bottom = page.y;
    for (index, panel) in panels.iter().enumerate() {
        let left = first + index as f64 * (width + GAP);
        page::panel_heading(&mut page, &headings[index], left, top);
        let (scale, labelled) =
            page::fitted_axis(panel.range(), (left, left + width), 3, |value, decimals| {
                let is_zero = value.abs() < 1e-12;
                let text = language.decimal(value, if is_zero { 0 } else { decimals });
                if value > 0.0 && !is_zero {
                    format!("+{text}")
                } else {
                    text
                }
            });
        page::upright_grid(&mut page, &scale, &labelled, (top, bottom));
        for row in &rows {
            let y = row.middle();
            let Some(estimate) = panel.values[row.arm] else {
                page.scene.text(
                    "–",
                    (left + width / 2.0, y + 4.2),
                    Anchor::Middle,
                    style::SMALL,
                );
                continue;
            };
            let look = ArmStyle::of(row.arm);
            let clear = estimate
                .interval
                .is_none_or(|(lower, upper)| lower > 0.0 || upper < 0.0);
            page::whisker(&mut page, &scale, estimate.interval, y, look.colour);
            page.scene.dot(
                (scale.at(estimate.value), y),
                look.shape,
                3.6,
                look.colour,
                clear,
            );
        }
    }
    page.y = bottom + 24.0;
    page.note(words.interval_note(&results.manifest));
    Some(page.finish())
}

struct Panel {
    name: &'static str,
    /// By place of the arm in the scenario.
    values: Vec<Option<Estimate>>,
}

impl Panel {
    fn of(
        results: &Results,
        arms: &[usize],
        name: &'static str,
        quantity: Quantity,
        factor: f64,
    ) -> Option<Panel> {
        let values: Vec<Option<Estimate>> = (0..results.arm_count())
            .map(|arm| {
                results
                    .difference(arm, quantity)
                    .map(|estimate| estimate.times(factor))
            })
            .collect();
        arms.iter()
            .any(|&arm| values[arm].is_some())
            .then_some(Panel { name, values })
    }

    /// From the lowest to the highest end, zero included.
    fn range(&self) -> (f64, f64) {
        let all = || self.values.iter().flatten();
        let low = all().map(|value| value.lower()).fold(0.0, f64::min);
        let high = all().map(|value| value.upper()).fold(0.0, f64::max);
        if low == high {
            (-1.0, 1.0)
        } else {
            (low, high)
        }
    }
}
