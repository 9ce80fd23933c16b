//! States over time: the middle family and the span of most families, two panels an arm.

use crate::figures::page::{self, MARGIN, Page, Sign};
use crate::language::Language;
use crate::results::Results;
use homeground_figures::axis::{self, Scale};
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Dash, Point, Scene, WIDTH};
use homeground_figures::style::{self, ArmStyle};

const AXIS_WIDTH: f64 = 24.0;
const GAP: f64 = 24.0;

/// Alliance and trust.
pub fn alliance_trust(results: &Results, language: Language) -> Option<Scene> {
    let words = language.words();
    draw(
        results,
        language,
        ["alliance", "trust"],
        words.alliance_trust_title,
        words.alliance_trust_subtitle,
    )
}

/// Caregiving capacity and stress.
pub fn capacity_stress(results: &Results, language: Language) -> Option<Scene> {
    let words = language.words();
    draw(
        results,
        language,
        ["capacity", "stress"],
        words.capacity_stress_title,
        words.capacity_stress_subtitle,
    )
}

fn draw(
    results: &Results,
    language: Language,
    curves: [&str; 2],
    title: &str,
    subtitle: &str,
) -> Option<Scene> {
    let arms: Vec<usize> = (0..results.arm_count())
        .filter(|&arm| {
            curves
                .iter()
                .any(|curve| !results.curve(arm, curve).is_empty())
        })
        .collect();
    if arms.is_empty() {
        return None;
    }
    let words = language.words();
    let mut page = Page::new(title, subtitle, language);
    page.key(&[
        (Sign::Line(style::INK), words.key_median),
        (Sign::Ribbon(style::INK), words.key_percentiles),
    ]);
    let pairs = match arms.len() {
        1 => 1,
        2..=12 => 2,
        _ => 3,
    };
    let between = 22.0;
    let pair_width = (WIDTH - 2.0 * MARGIN - between * (pairs - 1) as f64) / pairs as f64;
    let width = (pair_width - AXIS_WIDTH - GAP) / 2.0;
    let height = match arms.len() {
        1..=8 => 92.0,
        9..=12 => 76.0,
        _ => 66.0,
    };
    for row in arms.chunks(pairs) {
        let (size, weight, _) = style::PANEL;
        let names: Vec<Vec<String>> = row
            .iter()
            .map(|&arm| {
                labels::wrap_at_most(
                    results.arm_name(arm),
                    2,
                    pair_width - AXIS_WIDTH,
                    size,
                    weight,
                )
            })
            .collect();
        let most = names.iter().map(Vec::len).max().unwrap_or(1);
        let top = page.y + most as f64 * 15.0 + 26.0;
        for (column, &arm) in row.iter().enumerate() {
            let left = MARGIN + AXIS_WIDTH + column as f64 * (pair_width + between);
            page::panel_heading(&mut page, &names[column], left, top - 16.0);
            for (side, curve) in curves.iter().enumerate() {
                let corner = (left + side as f64 * (width + GAP), top);
                page.scene.text(
                    words.outcome(curve),
                    (corner.0, top - 5.0),
                    Anchor::Start,
                    style::SMALL,
                );
                panel(
                    &mut page,
                    results,
                    (arm, curve),
                    corner,
                    (width, height),
                    side == 0,
                );
            }
        }
        page.y = top + height + 20.0;
    }
    page.scene.text(
        words.weeks_since_referral,
        (WIDTH / 2.0, page.y + 10.0),
        Anchor::Middle,
        style::SMALL,
    );
    page.y += 20.0;
    Some(page.finish())
}

fn panel(
    page: &mut Page,
    results: &Results,
    (arm, curve): (usize, &str),
    (left, top): Point,
    (width, height): (f64, f64),
    with_values: bool,
) {
    let (right, bottom) = (left + width, top + height);
    let time = Scale {
        values: (0.0, f64::from(results.horizon().max(1))),
        places: (left, right),
    };
    let state = Scale {
        values: (0.0, 1.0),
        places: (bottom, top),
    };
    for value in [0.0, 0.5, 1.0] {
        let y = state.at(value);
        let colour = if value == 0.0 {
            style::AXIS
        } else {
            style::GRID
        };
        page.scene.segment((left, y), (right, y), colour, 0.9);
        if with_values {
            let decimals = usize::from(value == 0.5);
            page.scene.text(
                page.language.decimal(value, decimals),
                (left - 5.0, y + 4.2),
                Anchor::End,
                style::SMALL,
            );
        }
    }
    for week in axis::week_ticks(results.horizon(), if width > 180.0 { 4 } else { 2 }) {
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
    let points = |name: &str| -> Vec<(u32, f64)> {
        results
            .curve(arm, name)
            .iter()
            .map(|(week, estimate)| (*week, estimate.value))
            .collect()
    };
    let low = points(&format!("{curve}_p10"));
    let high = points(&format!("{curve}_p90"));
    let median = points(&format!("{curve}_p50"));
    let middle = if median.is_empty() {
        points(curve)
    } else {
        median
    };
    if middle.is_empty() {
        page.scene.text(
            page.words.no_helper_short,
            (left + 6.0, state.at(0.25) + 4.2),
            Anchor::Start,
            style::SMALL,
        );
        return;
    }
    let look = ArmStyle::of(arm);
    let place = |&(week, value): &(u32, f64)| (time.at(f64::from(week)), state.at_inside(value));
    // Nobody may be left to measure in some weeks: the ribbon ends and may begin again.
    for (low, high) in runs(&low).iter().zip(runs(&high)) {
        let mut outline: Vec<Point> = high.iter().map(place).collect();
        outline.extend(low.iter().rev().map(place));
        page.scene.area(outline, look.colour, 0.25);
    }
    for run in runs(&middle) {
        page.scene.line(
            run.iter().map(place).collect(),
            look.colour,
            1.9,
            Dash::Solid,
        );
    }
}

/// Cuts a curve where weeks are missing.
fn runs(points: &[(u32, f64)]) -> Vec<&[(u32, f64)]> {
    points
        .chunk_by(|left, right| right.0 == left.0 + 1)
        .collect()
}
