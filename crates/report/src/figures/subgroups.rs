//! Whom it helps: placement and completion by risk factors and by adversity, a row an arm.

use crate::figures::page::{self, MARGIN, Page, Sign};
use crate::figures::placement::percent_tick;
use crate::language::Language;
use crate::results::Results;
use homeground_figures::scene::{Anchor, Scene, Shape, WIDTH};
use homeground_figures::style;

const GAP: f64 = 12.0;

/// Draws the figure; none when there are no subgroups.
pub fn draw(results: &Results, language: Language) -> Option<Scene> {
    let words = language.words();
    let groupings = ["risk_factors", "adversity_quartile"];
    let panels: Vec<(&str, &str)> = ["placed", "completed"]
        .into_iter()
        .flat_map(|outcome| groupings.map(|grouping| (outcome, grouping)))
        .filter(|(outcome, grouping)| {
            results.subgroups.iter().any(|row| {
                row.outcome.word() == *outcome
                    && row.grouping == *grouping
                    && row.estimate.is_some()
            })
        })
        .collect();
    if panels.is_empty() {
        return None;
    }
    let mut page = Page::new(
        words.subgroups_title,
        &words
            .subgroups_subtitle
            .replace("{week}", &results.horizon().to_string()),
        language,
    );
    for grouping in groupings {
        let groups = results.groups(grouping);
        let names: Vec<String> = groups
            .iter()
            .map(|group| words.group(grouping, group))
            .collect();
        let entries: Vec<(Sign, &str)> = style::ordered(groups.len())
            .into_iter()
            .map(|colour| Sign::Dot(colour, true))
            .zip(names.iter().map(String::as_str))
            .collect();
        if !entries.is_empty() {
            page.key(&entries);
        }
    }
    let arms: Vec<usize> = (0..results.arm_count()).collect();
    let name_width = page::name_width(results, &arms, 118.0);
    let count = panels.len() as f64;
    let first = MARGIN + name_width + 20.0;
    let width = ((WIDTH - MARGIN - 8.0 - first - GAP * (count - 1.0)) / count).min(230.0);
    let headings: Vec<String> = panels
        .iter()
        .map(|(outcome, grouping)| words.subgroup_panel(outcome, grouping))
        .collect();
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let (headings, heading_height) = page::panel_lines(&headings, width);
    page.y += heading_height;
    let top = page.y;
    let rows = page::rows(&mut page, results, &arms, name_width, 34.0);
    let bottom = page.y;
    for (index, (outcome, grouping)) in panels.iter().enumerate() {
        let left = first + index as f64 * (width + GAP);
        page::panel_heading(&mut page, &headings[index], left, top);
        // Panels of one outcome share their scale, so that they can be compared.
        let highest = arms
            .iter()
            .flat_map(|&arm| {
                groupings.into_iter().flat_map(move |grouping| {
                    results
                        .groups(grouping)
                        .into_iter()
                        .filter_map(move |group| results.subgroup(arm, (grouping, group), outcome))
                })
            })
            .map(|estimate| estimate.upper())
            .fold(0.0, f64::max);
        let (scale, labelled) = page::fitted_axis(
            (0.0, if highest > 0.0 { highest } else { 0.01 }),
            (left, left + width),
            3,
            |value, decimals| percent_tick(language, value, decimals),
        );
        page::upright_grid(&mut page, &scale, &labelled, (top, bottom));
        let groups = results.groups(grouping);
        let colours = style::ordered(groups.len());
        for row in &rows {
            let step = ((row.bottom - row.top - 10.0) / groups.len().max(1) as f64).min(8.0);
            let mut any = false;
            for (place, group) in groups.iter().enumerate() {
                let Some(estimate) = results.subgroup(row.arm, (grouping, group), outcome) else {
                    continue;
                };
                any = true;
                let y = row.middle() + (place as f64 - (groups.len() - 1) as f64 / 2.0) * step;
                page::whisker(&mut page, &scale, estimate.interval, y, colours[place]);
                page.scene.dot(
                    (scale.at(estimate.value), y),
                    Shape::Circle,
                    2.6,
                    colours[place],
                    true,
                );
            }
            if !any {
                page.scene.text(
                    "–",
                    (left + 8.0, row.middle() + 4.2),
                    Anchor::Middle,
                    style::SMALL,
                );
            }
        }
    }
    page.y = bottom + 24.0;
    page.note(words.interval_note(&results.manifest));
    Some(page.finish())
}
