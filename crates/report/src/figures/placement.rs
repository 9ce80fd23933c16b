//! Placement over time, one line an arm with its band and its name at the end.

use crate::figures::page::{self, MARGIN, Page};
use crate::language::Language;
use crate::results::{Estimate, Results};
use homeground_core::outcomes::manifest::Interval;
use homeground_figures::axis::{self, Scale};
use homeground_figures::fonts;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Scene, WIDTH};
use homeground_figures::style::{self, ArmStyle};

const LEADER: f64 = 22.0;
const NAME_LINE: f64 = 14.5;
/// With more arms their bands would cover each other.
const MOST_BANDS: usize = 6;

/// Draws the figure; none when no arm has the curve.
pub fn draw(results: &Results, language: Language) -> Option<Scene> {
    let arms: Vec<usize> = (0..results.arm_count())
        .filter(|&arm| !results.curve(arm, "placement").is_empty())
        .collect();
    let ends: Vec<Estimate> = arms
        .iter()
        .filter_map(|&arm| results.curve(arm, "placement").last().map(|point| point.1))
        .collect();
    if arms.is_empty() {
        return None;
    }
    let words = language.words();
    let mut page = Page::new(
        words.placement_title,
        &words.with_intervals(
            words.placement_subtitle,
            words.placement_shading,
            results.manifest.interval,
        ),
        language,
    );

    let names_at_most = if arms.len() > 12 { 2 } else { 3 };
    let name_width = page::name_width(results, &arms, if arms.len() > 12 { 190.0 } else { 150.0 });
    let names = page::name_lines(results, &arms, names_at_most, name_width);
    let shares: Vec<String> = ends.iter().map(|end| language.percent(end.value)).collect();
    let (size, weight, _) = style::PANEL;
    let share_width = shares
        .iter()
        .map(|share| fonts::width(share, size, weight))
        .fold(0.0, f64::max)
        + 7.0;
    let heights: Vec<f64> = names
        .iter()
        .map(|lines| lines.len() as f64 * NAME_LINE + 4.0)
        .collect();

    let highest = arms
        .iter()
        .flat_map(|&arm| results.curve(arm, "placement"))
        .map(|(_, estimate)| estimate.upper())
        .fold(0.0, f64::max);
    let (tick_values, decimals) = axis::ticks(0.0, if highest > 0.0 { highest } else { 0.01 }, 5);
    let tick_words: Vec<String> = tick_values
        .iter()
        .map(|value| percent_tick(language, *value, decimals))
        .collect();
    let left = MARGIN
        + tick_words
            .iter()
            .map(|word| fonts::width(word, 12.0, style::SMALL.1))
            .fold(0.0, f64::max)
        + 6.0;
    let right = WIDTH - MARGIN - name_width - share_width - LEADER;
    let top = page.y + 24.0;
    let height = heights.iter().sum::<f64>().max(290.0);
    let bottom = top + height;
    let time = Scale {
        values: (0.0, f64::from(results.horizon().max(1))),
        places: (left, right),
    };
    let share = Scale {
        values: (0.0, tick_values[tick_values.len() - 1]),
        places: (bottom, top),
    };

    page.scene.text(
        words.share_of_families,
        (MARGIN, page.y + 12.0),
        Anchor::Start,
        style::SMALL,
    );
    for (value, word) in tick_values.iter().zip(&tick_words) {
        let y = share.at(*value);
        let colour = if *value == 0.0 {
            style::AXIS
        } else {
            style::GRID
        };
        page.scene.segment((left, y), (right, y), colour, 0.9);
        page.scene.text(
            word.as_str(),
            (left - 6.0, y + 4.2),
            Anchor::End,
            style::SMALL,
        );
    }
    for week in axis::week_ticks(results.horizon(), 5) {
        let x = time.at(f64::from(week));
        page.scene
            .segment((x, bottom), (x, bottom + 4.0), style::AXIS, 0.9);
        page.scene.text(
            week.to_string(),
            (x, bottom + 17.0),
            Anchor::Middle,
            style::SMALL,
        );
    }
    page.scene.text(
        words.weeks_since_referral,
        ((left + right) / 2.0, bottom + 34.0),
        Anchor::Middle,
        style::SMALL,
    );

    let opacity = if arms.len() > 5 { 0.10 } else { 0.18 };
    let banded: Vec<usize> = if arms.len() > MOST_BANDS {
        vec![results.reference()]
    } else {
        arms.clone()
    };
    for &arm in &banded {
        let curve = results.curve(arm, "placement");
        let place = |week: u32, value: f64| (time.at(f64::from(week)), share.at_inside(value));
        let with_interval: Vec<(u32, (f64, f64))> = curve
            .iter()
            .filter_map(|(week, estimate)| Some((*week, estimate.interval?)))
            .collect();
        let mut outline: Vec<_> = with_interval
            .iter()
            .map(|&(week, (_, upper))| place(week, upper))
            .collect();
        outline.extend(
            with_interval
                .iter()
                .rev()
                .map(|&(week, (lower, _))| place(week, lower)),
        );
        page.scene.area(outline, ArmStyle::of(arm).colour, opacity);
    }
    for &arm in &arms {
        let look = ArmStyle::of(arm);
        let points = results
            .curve(arm, "placement")
            .iter()
            .map(|(week, estimate)| (time.at(f64::from(*week)), share.at(estimate.value)))
            .collect();
        page.scene.line(points, look.colour, 1.9, look.dash);
    }

    let wishes: Vec<(f64, f64)> = ends
        .iter()
        .zip(&heights)
        .map(|(end, height)| (share.at(end.value), *height))
        .collect();
    let middles = labels::spread(&wishes, (top - 4.0, bottom + 4.0));
    for (index, &arm) in arms.iter().enumerate() {
        let look = ArmStyle::of(arm);
        let last_week = results
            .curve(arm, "placement")
            .last()
            .map_or(results.horizon(), |point| point.0);
        let from = (time.at(f64::from(last_week)), wishes[index].0);
        let label_left = right + LEADER;
        let first = middles[index] + 4.2 - (names[index].len() - 1) as f64 * NAME_LINE / 2.0;
        // The leader ends at the number, which stands in the first line of the label.
        let end = first - 4.2;
        page.scene
            .segment(from, (label_left - 7.0, end), look.colour, 0.9);
        page.scene.segment(
            (label_left - 8.0, end),
            (label_left - 3.0, end),
            look.colour,
            3.0,
        );
        page.scene.text(
            shares[index].as_str(),
            (label_left, first),
            Anchor::Start,
            style::PANEL,
        );
        page.scene.lines(
            &names[index],
            (label_left + share_width, first),
            Anchor::Start,
            style::LABEL,
            NAME_LINE,
        );
    }
    page.y = bottom + 40.0;
    if results.manifest.interval != Interval::None {
        if arms.len() > MOST_BANDS {
            let reference = results.arm_name(results.reference());
            page.note(&words.placement_one_band.replace("{reference}", reference));
        } else if arms.len() > 1 {
            page.note(words.placement_bands);
        }
    }
    page.note(words.interval_note(&results.manifest));
    Some(page.finish())
}

/// A tick on an axis of shares.
pub fn percent_tick(language: Language, share: f64, decimals: usize) -> String {
    // Zero is exact, whatever its neighbours need.
    let decimals = if share == 0.0 {
        0
    } else {
        decimals.saturating_sub(2)
    };
    let number = language.decimal(share * 100.0, decimals);
    match language {
        Language::English => format!("{number}%"),
        Language::Norwegian => format!("{number}\u{202f}%"),
    }
}
