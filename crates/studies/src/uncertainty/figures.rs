//! Figures of an uncertain decision that are charts of rows or of lines.

use std::sync::Arc;

use homeground_figures::chart::{Chart, write_decimal};
use homeground_figures::charts::line_chart::{LineChart, Series};
use homeground_figures::charts::row_chart::{Dot, RowChart, RowPanel};
use homeground_figures::estimate::Estimate;
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::number::percent_whole;
use homeground_figures::style::{ArmStyle, INK};
use homeground_figures::text::Text;
use homeground_report::answer_page::Figure;

use crate::pages::outcome_words;
use crate::uncertainty::amounts::{decided_by, unit};
use crate::uncertainty::results::{UncertaintyResults, amount, probability};
use crate::uncertainty::rows::RegretRow;

fn figure(name: &str, chart: impl Chart + 'static, reading: Text) -> Figure {
    Figure {
        name: format!("uncertainty_{name}"),
        chart: Box::new(chart),
        takeaway: Text::default(),
        reading,
    }
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
    let panels: Vec<RowPanel> = results
        .best
        .chunk_by(|one, other| one.decide_by == other.decide_by)
        .map(|rows| {
            let dots = |arm: &String| {
                let row = rows.iter().find(|row| row.arm == *arm);
                let dot = row.map(|row| Dot {
                    estimate: probability(row.probability, row.mc_se),
                    style: results.study.style(arm),
                    filled: row.favourite,
                });
                dot.into_iter().collect()
            };
            RowPanel {
                heading: decided_by(&rows[0]),
                dots: arms.iter().map(dots).collect(),
            }
        })
        .collect();
    if panels.is_empty() {
        return None;
    }
    let chart = RowChart {
        title: message!("uncertainty-best-title"),
        subtitle: message!("uncertainty-best-subtitle"),
        rows: arms.iter().map(Text::from).collect(),
        rules: Vec::new(),
        panels,
        shared: true,
        write: Arc::new(|value, _| percent_whole(value).into()),
        key: key_of_choice(),
        from_zero: true,
        note: Text::default(),
    };
    Some(figure("best", chart, message!("uncertainty-best-reading")))
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
            name: arm.into(),
            style: results.study.style(arm),
            points: points.collect(),
        }
    };
    let series: Vec<Series> = results.study.note.arms.iter().map(curve).collect();
    if series.iter().all(|series| series.points.is_empty()) {
        return None;
    }
    let chart = LineChart {
        title: message!("uncertainty-acceptability-title"),
        subtitle: message!("uncertainty-acceptability-subtitle", unit = unit(results)),
        across: message!("uncertainty-willingness"),
        up: message!("uncertainty-acceptability-up"),
        series,
        from_zero: true,
        write: Arc::new(|value, _| percent_whole(value).into()),
        dots: false,
        ticks: None,
        note: Text::default(),
    };
    let reading = message!("uncertainty-acceptability-reading");
    Some(figure("acceptability", chart, reading))
}

/// Value of perfect information over the willingness to pay.
pub fn information_curve(results: &UncertaintyResults<'_>) -> Option<Figure> {
    let points: Vec<(f64, Estimate)> = results
        .curves
        .iter()
        .filter(|row| row.favourite)
        .map(|row| {
            let value = amount(row.information, row.information_se);
            (row.willingness_to_pay / 1000.0, value)
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    let series = Series {
        name: message!("uncertainty-curve-series"),
        style: ArmStyle {
            colour: INK,
            ..ArmStyle::of(0)
        },
        points,
    };
    let chart = LineChart {
        title: message!("uncertainty-curve-title"),
        subtitle: message!("uncertainty-curve-subtitle"),
        across: message!("uncertainty-willingness"),
        up: message!("uncertainty-nok-per-family"),
        series: vec![series],
        from_zero: true,
        write: write_decimal(),
        dots: false,
        ticks: None,
        note: Text::default(),
    };
    let reading = message!("uncertainty-curve-reading");
    Some(figure("information_curve", chart, reading))
}

/// What each choice loses.
pub fn regret(results: &UncertaintyResults<'_>) -> Option<Figure> {
    if results.regret.is_empty() {
        return None;
    }
    let outcome = results.outcome();
    let (factor, unit) = if results.facts.by_net_benefit {
        (0.001, message!("uncertainty-thousand-nok-per-family"))
    } else {
        (
            outcome_words::difference_factor(outcome, true),
            outcome_words::unit_of(outcome, true),
        )
    };
    let panel = |heading: Text, of: fn(&RegretRow) -> Estimate| {
        let dot = |row: &RegretRow| Dot {
            estimate: of(row).times(factor),
            style: results.study.style(&row.arm),
            filled: row.favourite,
        };
        RowPanel {
            heading,
            dots: results.regret.iter().map(|row| vec![dot(row)]).collect(),
        }
    };
    let alone = |value: f64| Estimate {
        value,
        interval: None,
    };
    let chart = RowChart {
        title: message!("uncertainty-regret-title"),
        subtitle: message!("uncertainty-regret-subtitle", unit),
        rows: results.regret.iter().map(|row| Text::from(&row.arm)).collect(),
        rules: Vec::new(),
        panels: vec![
            panel(message!("uncertainty-regret-mean"), |row| amount(row.mean, row.mc_se)),
            panel(message!("uncertainty-regret-high"), |row| alone(row.percentile_95)),
            panel(message!("uncertainty-regret-worst"), |row| alone(row.worst)),
        ],
        shared: false,
        write: write_decimal(),
        key: key_of_choice(),
        from_zero: true,
        note: Text::default(),
    };
    Some(figure("regret", chart, message!("uncertainty-regret-reading")))
}
