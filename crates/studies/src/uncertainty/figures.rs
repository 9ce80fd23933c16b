//! Figures of an uncertain decision that are charts of rows or of lines.

use homeground_figures::chart::{Chart, Write};
use homeground_figures::charts::line_chart::{LineChart, Series};
use homeground_figures::charts::row_chart::{Dot, RowChart, RowPanel};
use homeground_figures::estimate::Estimate;
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::style::{ArmStyle, INK};
use homeground_figures::text::Text;
use homeground_report::answer_page::Figure;

use crate::uncertainty::amounts::{decided_by, scale, unit};
use crate::uncertainty::results::{UncertaintyResults, amount, probability};
use crate::uncertainty::rows::RegretRow;

fn figure(name: &str, chart: Option<Box<dyn Chart>>, reading: Text) -> Option<Figure> {
    Figure::of(format!("uncertainty_{name}"), chart, reading)
}

/// Filled dots are what one would choose.
fn key_of_choice() -> Vec<(Sign, Text)> {
    vec![
        (Sign::Dot(INK, true), message!("uncertainty-key-chosen")),
        (Sign::Dot(INK, false), message!("uncertainty-key-not-chosen")),
    ]
}

/// Probability of being best, by outcome alone and by net benefit.
pub fn best(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let arms = &results.study.note.arms;
    let panels = results.best.chunk_by(|one, other| one.decide_by == other.decide_by).map(|rows| {
        let dots = |arm: &String| {
            let row = rows.iter().find(|row| row.arm == *arm);
            let dot = row.map(|row| {
                Dot::new(
                    probability(row.probability, row.mc_se),
                    results.study.style(arm),
                    row.favourite,
                )
            });
            dot.into_iter().collect()
        };
        RowPanel {
            heading: decided_by(&rows[0]),
            dots: arms.iter().map(dots).collect(),
            ..RowPanel::default()
        }
    });
    let chart = RowChart {
        title: message!("uncertainty-best-title"),
        subtitle: message!("uncertainty-best-subtitle"),
        rows: arms.iter().map(|arm| results.study.arm(arm)).collect(),
        panels: panels.collect(),
        shared: true,
        write: Write::percent_whole(),
        key: key_of_choice(),
        from_zero: true,
        ..RowChart::default()
    };
    figure("best", chart.boxed(), message!("uncertainty-best-reading"))
}

/// Probability of the highest net benefit over the willingness to pay.
pub fn acceptability(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let curve = |arm: &String| {
        let rows = results.curves.iter().filter(|row| row.arm == *arm);
        let points = rows.map(|row| {
            let share = probability(row.probability, row.mc_se);
            (row.willingness_to_pay / 1000.0, share)
        });
        Series {
            name: results.study.arm(arm),
            style: results.study.style(arm),
            points: points.collect(),
        }
    };
    let chart = LineChart {
        title: message!("uncertainty-acceptability-title"),
        subtitle: message!("uncertainty-acceptability-subtitle", unit = unit(results)),
        across: message!("uncertainty-willingness"),
        up: message!("uncertainty-acceptability-up"),
        series: results.study.note.arms.iter().map(curve).collect(),
        from_zero: true,
        write: Write::percent_whole(),
        ..LineChart::default()
    };
    let reading = message!("uncertainty-acceptability-reading");
    figure("acceptability", chart.boxed(), reading)
}

/// Value of perfect information over the willingness to pay.
pub fn information_curve(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let frontier = results.curves.iter().filter(|row| row.favourite);
    let points = frontier.map(|row| {
        let value = amount(row.information, row.information_se);
        (row.willingness_to_pay / 1000.0, value)
    });
    let series = Series {
        name: message!("uncertainty-curve-series"),
        style: ArmStyle::plain(INK),
        points: points.collect(),
    };
    let chart = LineChart {
        title: message!("uncertainty-curve-title"),
        subtitle: message!("uncertainty-curve-subtitle"),
        across: message!("uncertainty-willingness"),
        up: message!("studies-nok-per-family"),
        series: vec![series],
        from_zero: true,
        ..LineChart::default()
    };
    let reading = message!("uncertainty-curve-reading");
    figure("information_curve", chart.boxed(), reading)
}

/// What each choice loses.
pub fn regret(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let (factor, unit) = match results.facts.by_net_benefit {
        true => (0.001, message!("uncertainty-thousand-nok-per-family")),
        false => scale(results),
    };
    let panel = |heading: Text, of: fn(&RegretRow) -> Estimate| {
        let dot = |row: &RegretRow| {
            Dot::new(of(row).times(factor), results.study.style(&row.arm), row.favourite)
        };
        RowPanel {
            heading,
            dots: results.regret.iter().map(|row| vec![dot(row)]).collect(),
            ..RowPanel::default()
        }
    };
    let chart = RowChart {
        title: message!("uncertainty-regret-title"),
        subtitle: message!("uncertainty-regret-subtitle", unit),
        rows: results.regret.iter().map(|row| results.study.arm(&row.arm)).collect(),
        panels: vec![
            panel(message!("uncertainty-regret-mean"), |row| amount(row.mean, row.mc_se)),
            panel(message!("uncertainty-regret-high"), |row| Estimate::point(row.percentile_95)),
            panel(message!("uncertainty-regret-worst"), |row| Estimate::point(row.worst)),
        ],
        key: key_of_choice(),
        from_zero: true,
        ..RowChart::default()
    };
    figure("regret", chart.boxed(), message!("uncertainty-regret-reading"))
}
