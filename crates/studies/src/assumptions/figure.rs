//! The figure of a ledger: what each assumption carries, how far it may move, what knowing
//! it would be worth.

use homeground_figures::chart::{Chart, Write};
use homeground_figures::charts::row_chart::{Dot, RowAxis, RowChart, RowLayout, RowMark, RowPanel};
use homeground_figures::estimate::Estimate;
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::number::Kind;
use homeground_figures::scene::Anchor;
use homeground_figures::style::{ArmStyle, Colour, INK, SMALL};
use homeground_figures::text::Text;

use crate::assumptions::AssumptionRow;
use crate::pages::values;

/// A turn of the order.
const TURN: Colour = Colour(213, 94, 0);
/// An order that holds.
const HOLD: Colour = Colour(178, 214, 200);

/// The first rows of a ledger; none when there are none. `kind` is what information is counted
/// in.
pub fn chart(
    rows: &[&AssumptionRow],
    title: Text,
    kind: Kind,
    unit: Text,
) -> Option<Box<dyn Chart>> {
    let mut panels = vec![shares(rows), distances(rows)];
    if rows.iter().any(|row| row.information.is_some()) {
        panels.push(worth(rows, kind, unit));
    }
    RowChart {
        title,
        subtitle: message!("assumptions-figure-subtitle"),
        rows: rows.iter().map(|row| (&row.parameter).into()).collect(),
        letters: rows.iter().map(|row| (&row.grade).into()).collect(),
        panels,
        key: vec![
            (Sign::Patch(TURN), message!("assumptions-key-turns")),
            (Sign::Patch(HOLD), message!("assumptions-key-holds")),
            (Sign::Dot(INK, false), message!("assumptions-key-worth")),
        ],
        note: message!("assumptions-figure-note"),
        layout: RowLayout {
            names: (0.0, 160.0),
            name_lines: 1,
            before: 30.0,
            between: 20.0,
            panel: 600.0,
            row: 24.0,
            radius: 3.6,
            ..RowLayout::default()
        },
        ..RowChart::default()
    }
    .boxed()
}

fn dot(value: f64, interval: Option<(f64, f64)>, filled: bool) -> Dot {
    Dot::new(Estimate { value, interval }, ArmStyle::plain(INK), filled)
}

fn shares(rows: &[&AssumptionRow]) -> RowPanel {
    let dots = rows.iter().map(|row| {
        let interval = row.total_lower.zip(row.total_upper);
        Vec::from_iter(row.total.map(|total| dot(total, interval, true)))
    });
    let ends = rows.iter().filter_map(|row| row.total_upper);
    let highest = ends.fold(0.05, f64::max).min(1.0);
    let is_noise = rows.iter().all(|row| row.total.is_none());
    RowPanel {
        heading: message!("assumptions-share"),
        dots: dots.collect(),
        axis: RowAxis::Range((0.0, highest), 4, Write::percent_whole()),
        instead: match is_noise {
            true => message!("assumptions-noise-only"),
            false => Text::default(),
        },
        ..RowPanel::default()
    }
}

fn distances(rows: &[&AssumptionRow]) -> RowPanel {
    let bar = |end: f64| RowMark::bar((0.0, end), HOLD, 5.0);
    let words = |text: Text| RowMark::words(0.0, (4.0, Anchor::Start), text, SMALL);
    let marks = |row: &&AssumptionRow| match (row.order.as_str(), row.share_of_range) {
        ("turns", Some(at)) => {
            let turn = RowMark::tick(at, TURN, (8.0, 2.6));
            let value =
                row.threshold.map(|value| RowMark::Beside { at, text: values::value(value) });
            [bar(at), turn].into_iter().chain(value).collect()
        }
        ("unclear", _) => vec![words(message!("assumptions-order-unclear-short"))],
        ("fades", _) => vec![bar(1.0), words(message!("assumptions-fades-short"))],
        _ => vec![bar(1.0)],
    };
    RowPanel {
        heading: message!("assumptions-how-far"),
        marks: rows.iter().map(marks).collect(),
        axis: RowAxis::Ends(message!("assumptions-start"), message!("assumptions-end-of-range")),
        ..RowPanel::default()
    }
}

fn worth(rows: &[&AssumptionRow], kind: Kind, unit: Text) -> RowPanel {
    let factor = if kind == Kind::Share { 100.0 } else { 1.0 };
    let dots = rows.iter().map(|row| {
        let one = row.information.map(|value| {
            let reach = 1.96 * row.information_se.unwrap_or(0.0) * factor;
            let value = value * factor;
            let interval = ((value - reach).max(0.0), value + reach);
            dot(value, Some(interval), row.is_surely_worth_knowing())
        });
        Vec::from_iter(one)
    });
    let dots: Vec<Vec<Dot>> = dots.collect();
    let ends = dots.iter().flatten().map(|dot| dot.estimate.upper());
    let highest = ends.fold(0.0, f64::max);
    let highest = if highest > 0.0 { highest } else { 1.0 };
    RowPanel {
        heading: message!("assumptions-worth-in", unit),
        dots,
        axis: RowAxis::Range((0.0, highest), 3, Write::default()),
        ..RowPanel::default()
    }
}
