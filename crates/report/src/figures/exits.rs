//! How families leave the measure: stacked cumulative incidence, one panel an arm.

use crate::figures::page::{self, MARGIN, Page, Sign};
use crate::language::Language;
use crate::results::Results;
use homeground_figures::axis::{self, Scale};
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Point, Scene, WIDTH};
use homeground_figures::style::{self, INK, WHITE};

/// Ways out in the order they are stacked, from the axis upwards.
pub const EXITS: [&str; 7] = [
    "completed",
    "dropped_out",
    "terminated",
    "expired",
    "ended_by_placement",
    "still_engaged",
    "waiting",
];

/// Mean share of families waiting over the follow-up from which the wait is worth an
/// entry in the key; the week between referral and first visit is not.
const WORTH_NAMING: f64 = 0.02;

/// Does any arm keep families waiting long enough to be told?
pub fn waits(results: &Results) -> bool {
    results.arms_with_helper().iter().any(|&arm| {
        let curve = results.curve(arm, "waiting");
        let sum: f64 = curve.iter().map(|(_, share)| share.value).sum();
        !curve.is_empty() && sum / curve.len() as f64 > WORTH_NAMING
    })
}

const AXIS_WIDTH: f64 = 40.0;
const GAP: f64 = 30.0;

/// Draws the figure; none when no arm has a helper measure.
pub fn draw(results: &Results, language: Language) -> Option<Scene> {
    let arms = results.arms_with_helper();
    if arms.is_empty() {
        return None;
    }
    let words = language.words();
    let mut page = Page::new(words.exits_title, words.exits_subtitle, language);
    let entries: Vec<(Sign, &str)> = EXITS
        .iter()
        .zip(style::EXITS)
        .filter(|(exit, _)| **exit != "waiting" || waits(results))
        .map(|(exit, colour)| (Sign::Patch(colour), words.outcome(exit)))
        .collect();
    page.key(&entries);

    let columns = page::grid_columns(arms.len());
    let width = (WIDTH - 2.0 * MARGIN - AXIS_WIDTH - GAP * (columns - 1) as f64) / columns as f64;
    let width = width.min(300.0);
    let height = if arms.len() > 12 { 92.0 } else { 124.0 };
    for row in arms.chunks(columns) {
        let names: Vec<Vec<String>> = row
            .iter()
            .map(|&arm| {
                let (size, weight, _) = style::PANEL;
                labels::wrap_at_most(results.arm_name(arm), 3, width, size, weight)
            })
            .collect();
        let most = names.iter().map(Vec::len).max().unwrap_or(1);
        let top = page.y + most as f64 * 15.0 + 10.0;
        for (column, &arm) in row.iter().enumerate() {
            let left = MARGIN + AXIS_WIDTH + column as f64 * (width + GAP);
            page::panel_heading(&mut page, &names[column], left, top);
            panel(
                &mut page,
                results,
                arm,
                (left, top),
                (width, height),
                column == 0,
            );
        }
        page.y = top + height + 20.0;
    }
    page.scene.text(
        words.weeks_since_referral,
        (WIDTH / 2.0, page.y + 12.0),
        Anchor::Middle,
        style::SMALL,
    );
    page.y += 20.0;
    page.note_arms_without_helper(results);
    Some(page.finish())
}

fn panel(
    page: &mut Page,
    results: &Results,
    arm: usize,
    (left, top): Point,
    (width, height): (f64, f64),
    with_shares: bool,
) {
    let (right, bottom) = (left + width, top + height);
    let time = Scale {
        values: (0.0, f64::from(results.horizon().max(1))),
        places: (left, right),
    };
    let share = Scale {
        values: (0.0, 1.0),
        places: (bottom, top),
    };
    let mut below: Vec<(u32, f64)> = results
        .curve(arm, EXITS[0])
        .iter()
        .map(|point| (point.0, 0.0))
        .collect();
    let mut final_shares = Vec::new();
    for (exit, colour) in EXITS.iter().zip(style::EXITS) {
        let curve = results.curve(arm, exit);
        let above: Vec<(u32, f64)> = below
            .iter()
            .map(|&(week, base)| {
                let value = curve
                    .binary_search_by_key(&week, |point| point.0)
                    .map_or(0.0, |index| curve[index].1.value);
                (week, (base + value.max(0.0)).min(1.0))
            })
            .collect();
        let place = |&(week, value): &(u32, f64)| (time.at(f64::from(week)), share.at(value));
        if above.iter().zip(&below).any(|(up, down)| up.1 > down.1) {
            let mut outline: Vec<Point> = above.iter().map(place).collect();
            outline.extend(below.iter().rev().map(place));
            page.scene.area(outline, colour, 1.0);
            // A white line between layers keeps them apart on a grey printer.
            page.scene.line(
                above.iter().map(place).collect(),
                WHITE,
                0.8,
                homeground_figures::scene::Dash::Solid,
            );
        }
        if let (Some(up), Some(down)) = (above.last(), below.last()) {
            final_shares.push((*exit, down.1, up.1));
        }
        below = above;
    }
    for (exit, low, high) in final_shares {
        let colour = match exit {
            "completed" | "terminated" | "ended_by_placement" => WHITE,
            _ => INK,
        };
        if (high - low) * height >= 17.0 {
            page.scene.text(
                page.language.percent_whole(high - low),
                (right - 5.0, share.at((low + high) / 2.0) + 4.2),
                Anchor::End,
                (12.0, style::PANEL.1, colour),
            );
        }
    }
    page.scene
        .segment((left, bottom), (right, bottom), style::AXIS, 1.0);
    for week in axis::week_ticks(results.horizon(), if width > 130.0 { 4 } else { 2 }) {
        let x = time.at(f64::from(week));
        page.scene
            .segment((x, bottom), (x, bottom + 3.5), style::AXIS, 0.9);
        page.scene.text(
            week.to_string(),
            (x, bottom + 15.5),
            Anchor::Middle,
            style::SMALL,
        );
    }
    if with_shares {
        for value in [0.0, 0.5, 1.0] {
            page.scene.text(
                page.language.percent_whole(value),
                (left - 5.0, share.at(value) + 4.2),
                Anchor::End,
                style::SMALL,
            );
        }
    }
}
