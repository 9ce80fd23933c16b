//! Figures of a search for thresholds: ranges with their turns, profiles, planes.

use crate::threshold::{LineRow, PairRow, ProfileRow, ThresholdRow};
use crate::way::Way;
use homeground_figures::axis::Scale;
use homeground_figures::fonts;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Dash, Shape, WIDTH};
use homeground_figures::style::{self, Colour, INK, WHITE};
use homeground_report::figures::page::{self, MARGIN, Page, Sign};
use homeground_report::language::Language;

use crate::pages::{names, outcome_words as telling, values};
use crate::threshold::page::Thresholds;
use crate::threshold::words;
use homeground_report::answer_page::Figure;

/// Rows of the figure of ranges at most; the table holds all.
const MOST_ROWS: usize = 16;
/// Rows without a turn that are shown when some turn.
const OTHERS: usize = 4;
/// Profiles that are drawn.
const MOST_PROFILES: usize = 6;
/// Fill where the order cannot be told.
const UNCLEAR: Colour = Colour(214, 219, 224);
const ROW: f64 = 27.0;

/// The range of each assumption, coloured by who has more, with the turn.
pub fn ranges(thresholds: &Thresholds<'_>, language: Language) -> Option<Figure> {
    let all = thresholds.by_rank();
    let turning = all
        .iter()
        .filter(|sides| sides.iter().any(|row| row.finding == "turns"))
        .count();
    let most = if turning == 0 {
        OTHERS * 2
    } else {
        turning + OTHERS
    };
    let shown: Vec<&[ThresholdRow]> = all.into_iter().take(most.min(MOST_ROWS)).collect();
    if shown.is_empty() {
        return None;
    }
    let outcome = telling::outcome(thresholds.results, language);
    let (first, second) = thresholds.arms();
    let title = match language {
        Language::English => "How far may each assumption move before the order turns?",
        Language::Norwegian => "Hvor langt kan hver antakelse flyttes før rekkefølgen snur?",
    };
    let subtitle = match language {
        Language::English => format!(
            "Each bar is the range of one assumption, moved alone, by how soon it turns the order of {first} and {second} in {outcome}."
        ),
        Language::Norwegian => format!(
            "Hver stolpe er spennet til én antakelse, flyttet alene, etter hvor snart den snur rekkefølgen mellom {first} og {second} i {outcome}."
        ),
    };
    let mut page = Page::new(title, &subtitle, language);
    let (own, other) = (
        words::who(thresholds, 1.0, language),
        words::who(thresholds, -1.0, language),
    );
    page.key(&[
        (Sign::Patch(fill(thresholds, 1.0)), own.as_str()),
        (Sign::Patch(fill(thresholds, -1.0)), other.as_str()),
        (
            Sign::Patch(UNCLEAR),
            language.pick("cannot be told", "kan ikke avgjøres"),
        ),
        (Sign::Dot(INK, true), language.pick("start", "utgangspunkt")),
        (Sign::Tick(INK), language.pick("turn", "vendepunkt")),
    ]);
    page.y += 4.0;
    let (size, weight, _) = style::LABEL;
    let widest = shown
        .iter()
        .map(|sides| fonts::width(&sides[0].parameter, size, weight) + 2.0)
        .fold(60.0, f64::max);
    let name_width = widest.min(170.0);
    let bar = (MARGIN + name_width + 62.0, WIDTH - MARGIN - 52.0 - 128.0);
    for (index, sides) in shown.iter().enumerate() {
        let (top, bottom) = (page.y, page.y + ROW);
        if index % 2 == 0 {
            page.scene.rectangle(
                (MARGIN - 4.0, top),
                (WIDTH - MARGIN + 4.0, bottom),
                style::STRIPE,
            );
        }
        one_range(&mut page, thresholds, sides, (name_width, bar), language);
        page.y = bottom;
    }
    page.y += 4.0;
    let left_out = thresholds.by_rank().len() - shown.len();
    if left_out > 0 {
        page.note(&match language {
            Language::English => {
                format!("{left_out} more do not turn the order; they stand in the table.")
            }
            Language::Norwegian => {
                format!("{left_out} til snur ikke rekkefølgen; de står i tabellen.")
            }
        });
    }
    Some(Figure {
        name: "threshold_ranges".to_owned(),
        scene: page.finish(),
        takeaway: String::new(),
        reading: language
            .pick(
                "From the dot, follow the bar to either side: where its colour changes, the order of the arms is another one. Numbers at the ends are the ends of the range, the number to the right is the turn that is nearest to the start, with its 95% interval.",
                "Følg stolpen fra punktet til hver side: der fargen skifter, er rekkefølgen en annen. Tallene ved endene er endene av spennet, tallet til høyre er vendepunktet nærmest utgangspunktet, med 95 %-intervall.",
            )
            .to_owned(),
    })
}

/// Light colour of the arm that is ahead when the difference has this sign.
fn fill(thresholds: &Thresholds<'_>, sign: f64) -> Colour {
    let (arm, _) = words::ahead(thresholds, sign);
    thresholds.results.style(arm).colour.mix(WHITE, 0.45)
}

fn one_range(
    page: &mut Page,
    thresholds: &Thresholds<'_>,
    sides: &[ThresholdRow],
    (name_width, bar): (f64, (f64, f64)),
    language: Language,
) {
    let row = &sides[0];
    let middle = page.y + ROW / 2.0;
    let baseline = middle + 4.2;
    let (size, weight, _) = style::LABEL;
    let name = names::short_field(&row.parameter, language);
    let lines = labels::wrap_at_most(&name, 1, name_width, size, weight);
    page.scene.lines(
        &lines,
        (MARGIN, baseline),
        Anchor::Start,
        style::LABEL,
        14.0,
    );
    let write = |value: f64| values::value(value, language);
    page.scene.text(
        write(row.low),
        (bar.0 - 6.0, baseline),
        Anchor::End,
        style::SMALL,
    );
    page.scene.text(
        write(row.high),
        (bar.1 + 6.0, baseline),
        Anchor::Start,
        style::SMALL,
    );
    let way = Way::new(row.low, row.start, row.high);
    let at = |value: f64| bar.0 + way.share(value).clamp(0.0, 1.0) * (bar.1 - bar.0);
    let patch = |page: &mut Page, from: f64, to: f64, colour: Colour| {
        let (from, to) = (at(from.min(to)), at(from.max(to)));
        if to > from {
            page.scene
                .rectangle((from, middle - 6.0), (to, middle + 6.0), colour);
        }
    };
    let sign = thresholds.start.value.signum();
    let (own, other) = (fill(thresholds, sign), fill(thresholds, -sign));
    for side in sides {
        let above = side.side == "above";
        let end = if above { row.high } else { row.low };
        let (near, far) = if above {
            (side.threshold_lower, side.threshold_upper)
        } else {
            (side.threshold_upper, side.threshold_lower)
        };
        match (side.finding.as_str(), side.threshold) {
            ("holds", _) => patch(page, row.start, end, own),
            ("fades", Some(from)) => {
                patch(page, row.start, from, own);
                patch(page, from, end, UNCLEAR);
            }
            ("turns", Some(_)) => {
                let near = near.unwrap_or(row.start);
                patch(page, row.start, near, own);
                patch(page, near, far.unwrap_or(end), UNCLEAR);
                if let Some(far) = far {
                    patch(page, far, end, other);
                }
            }
            ("settles", Some(from)) => {
                patch(page, row.start, from, UNCLEAR);
                let there = thresholds
                    .profiles
                    .iter()
                    .find(|point| point.parameter == row.parameter && point.value == from);
                let sign = there.map_or(sign, |point| point.estimate.signum());
                patch(page, from, end, fill(thresholds, sign));
            }
            _ => patch(page, row.start, end, UNCLEAR),
        }
    }
    for side in sides.iter().filter(|side| side.finding == "turns") {
        if let Some(threshold) = side.threshold {
            let x = at(threshold);
            page.scene
                .segment((x, middle - 9.0), (x, middle + 9.0), INK, 2.2);
        }
    }
    page.scene
        .dot((at(row.start), middle), Shape::Circle, 3.8, INK, true);
    let nearest = sides
        .iter()
        .filter(|side| side.finding == "turns")
        .min_by(|one, other| {
            let way = |side: &ThresholdRow| side.share_of_way.unwrap_or(f64::INFINITY);
            way(one).total_cmp(&way(other))
        });
    let right = bar.1 + 52.0;
    match nearest {
        Some(side) => {
            let value = side.threshold.map_or(String::new(), write);
            page.scene
                .text(value, (right, baseline - 5.5), Anchor::Start, style::LABEL);
            let ends = values::ends((side.threshold_lower, side.threshold_upper), language);
            page.scene
                .text(ends, (right, baseline + 7.5), Anchor::Start, style::SMALL);
        }
        None => {
            let fades = sides.iter().any(|side| side.finding == "fades");
            let word = match (fades, thresholds.is_clear()) {
                (_, false) => language.pick("no order at start", "ingen rekkefølge"),
                (true, _) => language.pick("becomes unclear", "blir uklart"),
                (false, _) => language.pick("never turns", "snur aldri"),
            };
            page.scene
                .text(word, (right, baseline), Anchor::Start, style::SMALL);
        }
    }
}

/// The difference along the assumptions that turn it soonest.
pub fn profiles(thresholds: &Thresholds<'_>, language: Language) -> Option<Figure> {
    const COLUMNS: usize = 3;
    const GAP: f64 = 22.0;
    const HEIGHT: f64 = 110.0;
    let outcome = thresholds.results.note.outcome.as_str();
    let factor = telling::difference_factor(outcome, true);
    let shown: Vec<&[ThresholdRow]> = thresholds
        .by_rank()
        .into_iter()
        .take(MOST_PROFILES)
        .collect();
    let of = |name: &str| -> Vec<&ProfileRow> {
        let points = thresholds.profiles.iter();
        points.filter(|point| point.parameter == name).collect()
    };
    let all: Vec<&ProfileRow> = shown
        .iter()
        .flat_map(|sides| of(&sides[0].parameter))
        .collect();
    if all.is_empty() {
        return None;
    }
    let low = all
        .iter()
        .map(|point| point.lower * factor)
        .fold(0.0, f64::min);
    let high = all
        .iter()
        .map(|point| point.upper * factor)
        .fold(0.0, f64::max);
    let (first, second) = thresholds.arms();
    let title = match language {
        Language::English => format!("How does {first} less {second} change on the way?"),
        Language::Norwegian => format!("Hvordan endrer {first} minus {second} seg på veien?"),
    };
    let unit = telling::unit_of(outcome, true, language);
    let what = telling::outcome(thresholds.results, language);
    let mut page = Page::new(&title, &format!("{what}, {unit}. "), language);
    page.key(&[
        (
            Sign::Ribbon(INK),
            language.pick("95% interval", "95 %-intervall"),
        ),
        (Sign::Dot(INK, true), language.pick("start", "utgangspunkt")),
        (Sign::Tick(INK), language.pick("turn", "vendepunkt")),
    ]);
    let width = (WIDTH - 2.0 * MARGIN - GAP * (COLUMNS - 1) as f64) / COLUMNS as f64;
    let writer = telling::axis_writer(outcome, true, language);
    for row in shown.chunks(COLUMNS) {
        let headings: Vec<String> = row
            .iter()
            .map(|sides| names::short_field(&sides[0].parameter, language))
            .collect();
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let (lines, height) = page::panel_lines(&headings, width);
        page.y += height + 2.0;
        let top = page.y;
        for (index, sides) in row.iter().enumerate() {
            let left = MARGIN + index as f64 * (width + GAP);
            page::panel_heading(&mut page, &lines[index], left, top);
            let (scale, ticks) =
                page::fitted_axis((low, high), (top + 6.0, top + 6.0 + HEIGHT), 4, &writer);
            let scale = Scale {
                places: (top + 6.0 + HEIGHT, top + 6.0),
                ..scale
            };
            let (size, weight, _) = style::SMALL;
            let widest = ticks
                .iter()
                .map(|(_, word)| fonts::width(word, size, weight))
                .fold(0.0, f64::max);
            let area = (left + widest + 6.0, left + width);
            for (value, word) in &ticks {
                let y = scale.at(*value);
                let zero = value.abs() < 1e-12;
                let (colour, thickness) = if zero { (INK, 1.0) } else { (style::GRID, 0.8) };
                page.scene
                    .segment((area.0, y), (area.1, y), colour, thickness);
                page.scene.text(
                    word.as_str(),
                    (area.0 - 5.0, y + 4.0),
                    Anchor::End,
                    style::SMALL,
                );
            }
            one_profile(
                &mut page,
                thresholds,
                sides,
                (area, scale, factor),
                language,
            );
        }
        page.y = top + 6.0 + HEIGHT + 26.0;
    }
    Some(Figure {
        name: "threshold_profiles".to_owned(),
        scene: page.finish(),
        takeaway: String::new(),
        reading: match language {
            Language::English => format!(
                "Each panel moves one assumption over its range (numbers at its ends). Above the line at 0, {first} has more; below it, {second}."
            ),
            Language::Norwegian => format!(
                "Hver rute flytter én antakelse over spennet (tallene ved endene). Over linjen ved 0 har {first} mer, under den {second}."
            ),
        },
    })
}

fn one_profile(
    page: &mut Page,
    thresholds: &Thresholds<'_>,
    sides: &[ThresholdRow],
    ((left, right), scale, factor): ((f64, f64), Scale, f64),
    language: Language,
) {
    let row = &sides[0];
    let points: Vec<&ProfileRow> = thresholds
        .profiles
        .iter()
        .filter(|point| point.parameter == row.parameter)
        .collect();
    let across = |share: f64| left + 4.0 + share.clamp(0.0, 1.0) * (right - left - 8.0);
    let place =
        |point: &ProfileRow, value: f64| (across(point.share), scale.at_inside(value * factor));
    let lower = points.iter().map(|point| place(point, point.lower));
    let upper = points.iter().rev().map(|point| place(point, point.upper));
    page.scene.area(lower.chain(upper).collect(), INK, 0.16);
    let line = points
        .iter()
        .map(|point| place(point, point.estimate))
        .collect();
    page.scene.line(line, INK, 1.8, Dash::Solid);
    let way = Way::new(row.low, row.start, row.high);
    let zero = scale.at_inside(0.0);
    for side in sides.iter().filter(|side| side.finding == "turns") {
        if let Some(threshold) = side.threshold {
            let x = across(way.share(threshold));
            page.scene
                .segment((x, zero - 8.0), (x, zero + 8.0), INK, 2.2);
        }
    }
    let start = (
        across(way.share(row.start)),
        scale.at_inside(thresholds.start.value * factor),
    );
    page.scene.dot(start, Shape::Circle, 3.6, INK, true);
    let bottom = scale.places.0.max(scale.places.1) + 15.0;
    page.scene.text(
        values::value(row.low, language),
        (left, bottom),
        Anchor::Start,
        style::SMALL,
    );
    page.scene.text(
        values::value(row.high, language),
        (right, bottom),
        Anchor::End,
        style::SMALL,
    );
}

/// Planes of two assumptions, coloured by who has more, with the line of the turn.
pub fn planes(thresholds: &Thresholds<'_>, language: Language) -> Option<Figure> {
    const GAP: f64 = 26.0;
    const COLUMNS: usize = 3;
    let planes: Vec<&[PairRow]> = thresholds
        .pairs
        .chunk_by(|one, other| one.plane == other.plane)
        .collect();
    if planes.is_empty() {
        return None;
    }
    let title = match language {
        Language::English => "Where does the order turn when two assumptions move?",
        Language::Norwegian => "Hvor snur rekkefølgen når to antakelser flyttes?",
    };
    let what = telling::outcome(thresholds.results, language);
    let mut page = Page::new(title, &what, language);
    let (own, other) = (
        words::who(thresholds, 1.0, language),
        words::who(thresholds, -1.0, language),
    );
    page.key(&[
        (Sign::Patch(fill(thresholds, 1.0)), own.as_str()),
        (Sign::Patch(fill(thresholds, -1.0)), other.as_str()),
        (
            Sign::Patch(UNCLEAR),
            language.pick("cannot be told", "kan ikke avgjøres"),
        ),
        (
            Sign::Line(INK),
            language.pick("order turns", "rekkefølgen snur"),
        ),
        (Sign::Dot(INK, true), language.pick("start", "utgangspunkt")),
    ]);
    let columns = planes.len().min(COLUMNS);
    let cell = ((WIDTH - 2.0 * MARGIN - GAP * (columns - 1) as f64) / columns as f64).min(300.0);
    for row in planes.chunks(COLUMNS) {
        let top = page.y + 6.0;
        let mut lowest = top;
        for (index, plane) in row.iter().enumerate() {
            let left = MARGIN + index as f64 * (cell + GAP);
            let bottom = one_plane(&mut page, thresholds, plane, (left, top), cell, language);
            lowest = f64::max(lowest, bottom);
        }
        page.y = lowest + 10.0;
    }
    Some(Figure {
        name: "threshold_planes".to_owned(),
        scene: page.finish(),
        takeaway: String::new(),
        reading: language
            .pick(
                "Each square is one point that was simulated. The line joins the places where the mean difference is zero; grey squares cannot be told from zero.",
                "Hver rute er ett punkt som er simulert. Linjen forbinder stedene der den gjennomsnittlige forskjellen er null; grå ruter kan ikke skilles fra null.",
            )
            .to_owned(),
    })
}

fn one_plane(
    page: &mut Page,
    thresholds: &Thresholds<'_>,
    plane: &[PairRow],
    (left, top): (f64, f64),
    width: f64,
    language: Language,
) -> f64 {
    let head = &plane[0];
    let distinct = |take: fn(&PairRow) -> f64| -> Vec<f64> {
        let mut values: Vec<f64> = plane.iter().map(take).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        values
    };
    let (along, up) = (
        distinct(|row| row.first_value),
        distinct(|row| row.second_value),
    );
    let (size, weight, _) = style::SMALL;
    let ends_up = [up[0], up[up.len() - 1]].map(|value| values::value(value, language));
    let margin = ends_up
        .iter()
        .map(|word| fonts::width(word, size, weight))
        .fold(0.0, f64::max)
        + 6.0;
    let name_up = format!("↑ {}", names::short_field(&head.second, language));
    let lines = labels::wrap_at_most(&name_up, 2, width, style::PANEL.0, style::PANEL.1);
    page.scene.lines(
        &lines,
        (left, top + 12.0),
        Anchor::Start,
        style::PANEL,
        15.0,
    );
    let top = top + lines.len() as f64 * 15.0 + 5.0;
    let (left, right) = (left + margin, left + width);
    let size_of = (right - left) / along.len() as f64;
    let height = size_of * up.len() as f64;
    let place = |values: &[f64], value: f64| values.iter().position(|one| *one == value);
    for row in plane {
        let (Some(column), Some(step)) =
            (place(&along, row.first_value), place(&up, row.second_value))
        else {
            continue;
        };
        let colour = if row.lower > 0.0 {
            fill(thresholds, 1.0)
        } else if row.upper < 0.0 {
            fill(thresholds, -1.0)
        } else {
            UNCLEAR
        };
        let x = left + column as f64 * size_of;
        let y = top + height - (step + 1) as f64 * size_of;
        page.scene.rectangle(
            (x + 0.4, y + 0.4),
            (x + size_of - 0.4, y + size_of - 0.4),
            colour,
        );
    }
    // Values lie in the middle of their squares; between them the axes are straight.
    let across = |value: f64| left + (step_of(&along, value) + 0.5) * size_of;
    let upward = |value: f64| top + height - (step_of(&up, value) + 0.5) * size_of;
    let lines: Vec<&LineRow> = thresholds
        .lines
        .iter()
        .filter(|row| row.plane == head.plane)
        .collect();
    for line in lines.chunk_by(|one, other| one.line == other.line) {
        let points = line
            .iter()
            .map(|point| (across(point.first_value), upward(point.second_value)))
            .collect();
        page.scene.line(points, INK, 2.2, Dash::Solid);
    }
    let start_of = |name: &str| {
        let row = thresholds.rows.iter().find(|row| row.parameter == name);
        row.map(|row| row.start)
    };
    if let (Some(x), Some(y)) = (start_of(&head.first), start_of(&head.second)) {
        page.scene
            .dot((across(x), upward(y)), Shape::Circle, 3.8, INK, true);
    }
    page.scene.text(
        ends_up[1].as_str(),
        (left - 5.0, top + size_of / 2.0 + 4.0),
        Anchor::End,
        style::SMALL,
    );
    page.scene.text(
        ends_up[0].as_str(),
        (left - 5.0, top + height - size_of / 2.0 + 4.0),
        Anchor::End,
        style::SMALL,
    );
    let below = top + height + 14.0;
    page.scene.text(
        values::value(along[0], language),
        (left, below),
        Anchor::Start,
        style::SMALL,
    );
    page.scene.text(
        values::value(along[along.len() - 1], language),
        (right, below),
        Anchor::End,
        style::SMALL,
    );
    let name = format!("{} →", names::short_field(&head.first, language));
    let lines = labels::wrap_at_most(&name, 2, right - left, style::PANEL.0, style::PANEL.1);
    page.scene.lines(
        &lines,
        (right, below + 17.0),
        Anchor::End,
        style::PANEL,
        15.0,
    );
    below + 17.0 + (lines.len() - 1) as f64 * 15.0
}

/// The place of a value among ascending ones, with parts of steps.
fn step_of(values: &[f64], value: f64) -> f64 {
    let above = values
        .iter()
        .position(|one| *one >= value)
        .unwrap_or(values.len() - 1);
    match above {
        0 => 0.0,
        above => {
            let (from, to) = (values[above - 1], values[above]);
            (above - 1) as f64 + (value - from) / (to - from)
        }
    }
}
