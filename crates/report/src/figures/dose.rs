//! Dose: visits planned, delivered and attended, for each family that started.

use homeground_figures::chart::{Chart, Write};
use homeground_figures::charts::row_chart::{
    Dot, RowAxis, RowChart, RowColumn, RowLayout, RowMark, RowPanel,
};
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::number::{decimal, percent_whole};
use homeground_figures::scene::Anchor;
use homeground_figures::style::{ArmStyle, GREY_TEXT, INK, WHITE};
use homeground_figures::text::Text;

use crate::figures::{arms_without_helper, last_week, names};
use crate::results::{Estimate, Results};

/// The figure; none when no arm has visits.
pub fn chart(results: &Results) -> Option<Box<dyn Chart>> {
    let values = |outcome| results.values((outcome, "started", results.horizon()));
    let (planned, delivered) = (values("visits_planned"), values("visits_delivered"));
    let (attended, share) = (values("visits"), values("attended_share"));
    let arms: Vec<usize> =
        (0..results.arm_count()).filter(|&arm| attended[arm].is_some()).collect();
    let dots = |&arm: &usize| {
        let style = ArmStyle::plain(ArmStyle::of(arm).colour);
        let dot = |estimate, filled| Dot::new(estimate, style, filled);
        let alone = |Estimate { value, .. }| Estimate::point(value);
        let offered = delivered[arm].map(|estimate| dot(alone(estimate), false));
        let met = attended[arm].map(|estimate| dot(estimate, true));
        offered.into_iter().chain(met).collect()
    };
    let marks = |&arm: &usize| {
        let all = [planned[arm], delivered[arm], attended[arm]];
        let ends = all.iter().flatten().map(|estimate| estimate.value);
        let ends =
            ends.fold((f64::MAX, f64::MIN), |(from, to), value| (from.min(value), to.max(value)));
        let line = RowMark::line(ends, ArmStyle::of(arm).colour.mix(WHITE, 0.45), 1.6);
        let tick =
            planned[arm].map(|estimate| RowMark::tick(estimate.value, GREY_TEXT, (7.0, 2.2)));
        std::iter::once(line).chain(tick).collect()
    };
    let told = |&arm: &usize| {
        let visits = |value: Option<Estimate>| {
            value.map_or_else(Text::default, |value| decimal(value.value, 1).into())
        };
        let share = share[arm].map(|share| percent_whole(share.value).into());
        let visits = Text::joined(" / ", [visits(attended[arm]), visits(planned[arm])]);
        let told = Text::joined(" · ", [visits, share.unwrap_or_default()]);
        (told, Text::default())
    };
    let visits = [&planned, &delivered, &attended];
    let ends = arms.iter().flat_map(|&arm| visits.map(|values| values[arm]));
    let highest = ends.flatten().map(Estimate::upper).fold(0.0, f64::max);
    let highest = if highest > 0.0 { highest } else { 1.0 };
    let (rows, numbers) = names(results, &arms);
    RowChart {
        title: message!("figures-dose-title"),
        subtitle: message!("figures-dose-subtitle", week = last_week(results)),
        rows,
        numbers,
        panels: vec![RowPanel {
            dots: arms.iter().map(dots).collect(),
            marks: arms.iter().map(marks).collect(),
            axis: RowAxis::Range((0.0, highest), 6, Write::default()),
            columns: vec![RowColumn {
                heading: message!("figures-dose-values"),
                cells: arms.iter().map(told).collect(),
                width: 150.0,
                anchor: Anchor::End,
            }],
            ..RowPanel::default()
        }],
        in_line: true,
        key: vec![
            (Sign::Tick(GREY_TEXT), message!("figures-dose-planned")),
            (Sign::Dot(INK, false), message!("figures-dose-delivered")),
            (Sign::Dot(INK, true), message!("figures-dose-attended")),
        ],
        across: message!("figures-dose-axis"),
        note: arms_without_helper(results),
        layout: RowLayout {
            names: (40.0, 180.0),
            before: 19.0,
            panel: 600.0,
            row: 26.0,
            radius: 4.0,
            ..RowLayout::default()
        },
        ..RowChart::default()
    }
    .boxed()
}
