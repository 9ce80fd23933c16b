//! Dose: visits planned, delivered and attended, for each family that started.

use crate::figures::page::{self, MARGIN, Page, Sign};
use crate::language::Language;
use crate::results::Results;
use homeground_figures::scene::{Anchor, Scene, Shape, WIDTH};
use homeground_figures::style::{self, ArmStyle, GREY_TEXT, INK};

const VALUE_WIDTH: f64 = 150.0;

/// Draws the figure; none when no arm has visits.
pub fn draw(results: &Results, language: Language) -> Option<Scene> {
    let week = results.horizon();
    let words = language.words();
    let planned = results.values(("visits_planned", "started", week));
    let delivered = results.values(("visits_delivered", "started", week));
    let attended = results.values(("visits", "started", week));
    let share = results.values(("attended_share", "started", week));
    let arms: Vec<usize> = (0..results.arm_count())
        .filter(|&arm| attended[arm].is_some())
        .collect();
    if arms.is_empty() {
        return None;
    }
    let mut page = Page::new(
        words.dose_title,
        &words.dose_subtitle.replace("{week}", &week.to_string()),
        language,
    );
    page.key(&[
        (Sign::Tick(GREY_TEXT), words.visits_planned),
        (Sign::Dot(INK, false), words.visits_delivered),
        (Sign::Dot(INK, true), words.visits_attended),
    ]);
    let name_width = page::name_width(results, &arms, 180.0);
    let left = MARGIN + name_width + 20.0;
    let right = WIDTH - MARGIN - VALUE_WIDTH;
    page.y += 22.0;
    let top = page.y;
    page.scene.text(
        words.dose_values,
        (WIDTH - MARGIN, top - 8.0),
        Anchor::End,
        style::SMALL,
    );
    let rows = page::rows(&mut page, results, &arms, name_width, 26.0);
    let bottom = page.y;
    let highest = arms
        .iter()
        .flat_map(|&arm| [planned[arm], delivered[arm], attended[arm]])
        .flatten()
        .map(|estimate| estimate.upper())
        .fold(0.0, f64::max);
    let (scale, labelled) = page::fitted_axis(
        (0.0, if highest > 0.0 { highest } else { 1.0 }),
        (left, right),
        6,
        |value, decimals| language.decimal(value, decimals),
    );
    page::upright_grid(&mut page, &scale, &labelled, (top, bottom));
    for row in &rows {
        let (y, look) = (row.middle(), ArmStyle::of(row.arm));
        let values = [planned[row.arm], delivered[row.arm], attended[row.arm]];
        let ends = values
            .iter()
            .flatten()
            .map(|estimate| scale.at(estimate.value));
        let (from, to) = ends.fold((f64::MAX, f64::MIN), |(from, to), x| {
            (from.min(x), to.max(x))
        });
        page.scene
            .segment((from, y), (to, y), look.colour.mix(style::WHITE, 0.45), 1.6);
        if let Some(estimate) = planned[row.arm] {
            let x = scale.at(estimate.value);
            page.scene
                .segment((x, y - 7.0), (x, y + 7.0), GREY_TEXT, 2.2);
        }
        if let Some(estimate) = delivered[row.arm] {
            page.scene.dot(
                (scale.at(estimate.value), y),
                Shape::Circle,
                3.8,
                look.colour,
                false,
            );
        }
        if let Some(estimate) = attended[row.arm] {
            page::whisker(&mut page, &scale, estimate.interval, y, look.colour);
            page.scene.dot(
                (scale.at(estimate.value), y),
                Shape::Circle,
                4.2,
                look.colour,
                true,
            );
            let mut text = language.decimal(estimate.value, 1);
            if let Some(planned) = planned[row.arm] {
                text = format!("{text} / {}", language.decimal(planned.value, 1));
            }
            if let Some(share) = share[row.arm] {
                text = format!("{text} · {}", language.percent_whole(share.value));
            }
            page.scene
                .text(text, (WIDTH - MARGIN, y + 4.2), Anchor::End, style::LABEL);
        }
    }
    page.y = bottom + 18.0;
    let height = page.y;
    page.y += page::axis_name(&mut page, words.visits_per_started, (left, right), height);
    page.y += 4.0;
    page.note_arms_without_helper(results);
    Some(page.finish())
}
