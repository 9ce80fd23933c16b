//! The range of each assumption as a bar, coloured by which arm is ahead, with its turns.

use homeground_figures::chart::Chart;
use homeground_figures::frame::{MARGIN, Page, Sign};
use homeground_figures::scene::{Anchor, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour, INK};
use homeground_figures::text::{Teller, Text};
use homeground_figures::{fonts, labels, message};
use homeground_report::answer_page::Figure;

use super::ThresholdRow;
use super::results::{Thresholds, UNCLEAR, distance, turning_values};
use super::sentences;
use crate::pages::{names, outcome_words, values};
use crate::parameter_range::ParameterRange;

/// Rows at most; the table holds all.
const MOST_ROWS: usize = 16;
/// Rows without a turn that are shown when some turn.
const OTHERS: usize = 4;
const ROW_HEIGHT: f64 = 27.0;

/// The figure of ranges; none when nothing was moved.
pub(super) fn figure(thresholds: &Thresholds<'_>) -> Option<Figure> {
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
    let shown = &all[..all.len().min(most.min(MOST_ROWS))];
    if shown.is_empty() {
        return None;
    }
    let (first, second) = thresholds.arms();
    let outcome = outcome_words::outcome(thresholds.results);
    let chart = Ranges {
        subtitle: message!("threshold-ranges-subtitle", first, second, outcome),
        key: vec![
            (
                Sign::Patch(thresholds.fill(1.0)),
                sentences::who(thresholds, 1.0),
            ),
            (
                Sign::Patch(thresholds.fill(-1.0)),
                sentences::who(thresholds, -1.0),
            ),
            (Sign::Patch(UNCLEAR), message!("threshold-key-unclear")),
            (Sign::Dot(INK, true), message!("threshold-key-start")),
            (Sign::Tick(INK), message!("threshold-key-turn")),
        ],
        rows: shown
            .iter()
            .map(|sides| Row::new(thresholds, sides))
            .collect(),
        left_out: all.len() - shown.len(),
    };
    Some(Figure {
        name: "threshold_ranges".to_owned(),
        chart: Box::new(chart),
        takeaway: Text::default(),
        reading: message!("threshold-ranges-reading"),
    })
}

/// Bars of assumptions, the one that turns the order soonest first.
#[derive(Debug)]
struct Ranges {
    subtitle: Text,
    key: Vec<(Sign, Text)>,
    rows: Vec<Row>,
    /// Assumptions that are not drawn.
    left_out: usize,
}

/// The range of one assumption. Places in it are shares of the way from its low to its high end.
#[derive(Debug)]
struct Row {
    /// Name of the parameter or path of the field, which decides the room for names.
    parameter: String,
    name: Text,
    ends: (Text, Text),
    start: f64,
    /// From where to where a fill goes.
    patches: Vec<(f64, f64, Colour)>,
    /// Where the order turns.
    turns: Vec<f64>,
    remark: Remark,
}

/// What stands to the right of a bar.
#[derive(Debug)]
enum Remark {
    /// The value of the nearest turn, and its interval.
    Turn(Text, Text),
    /// That there is none.
    NoTurn(Text),
}

impl Row {
    fn new(thresholds: &Thresholds<'_>, sides: &[ThresholdRow]) -> Row {
        let row = &sides[0];
        let range = ParameterRange::new(row.low, row.start, row.high);
        let place = |value: f64| range.share(value).clamp(0.0, 1.0);
        let mut patches = Vec::new();
        for side in sides {
            let mut from = place(row.start);
            for (end, fill) in stretches(thresholds, side) {
                let to = place(end);
                patches.push((from.min(to), from.max(to), fill));
                from = to;
            }
        }
        Row {
            parameter: row.parameter.clone(),
            name: names::short_field(&row.parameter),
            ends: (values::value(row.low), values::value(row.high)),
            start: place(row.start),
            patches,
            turns: turning_values(sides).map(place).collect(),
            remark: remark(thresholds, sides),
        }
    }
}

/// Fills on one side, each with the value at which it ends, from the start outward.
fn stretches(thresholds: &Thresholds<'_>, side: &ThresholdRow) -> Vec<(f64, Colour)> {
    let (end, near, far) = if side.side == "above" {
        (side.high, side.threshold_lower, side.threshold_upper)
    } else {
        (side.low, side.threshold_upper, side.threshold_lower)
    };
    let sign = thresholds.start.value.signum();
    let own = thresholds.fill(sign);
    match (side.finding.as_str(), side.threshold) {
        ("holds", _) => vec![(end, own)],
        ("fades", Some(from)) => vec![(from, own), (end, UNCLEAR)],
        ("turns", Some(_)) => vec![
            (near.unwrap_or(side.start), own),
            (far.unwrap_or(end), UNCLEAR),
            (end, thresholds.fill(-sign)),
        ],
        ("settles", Some(from)) => {
            let profile = thresholds.profile(&side.parameter);
            let there = profile.iter().find(|point| point.value == from);
            let sign = there.map_or(sign, |point| point.estimate.signum());
            vec![(from, UNCLEAR), (end, thresholds.fill(sign))]
        }
        _ => vec![(end, UNCLEAR)],
    }
}

fn remark(thresholds: &Thresholds<'_>, sides: &[ThresholdRow]) -> Remark {
    let turns = sides.iter().filter(|side| side.finding == "turns");
    let nearest = turns.min_by(|one, other| distance(one).total_cmp(&distance(other)));
    if let Some(side) = nearest {
        return Remark::Turn(
            side.threshold.map(values::value).unwrap_or_default(),
            values::ends((side.threshold_lower, side.threshold_upper)),
        );
    }
    let fades = sides.iter().any(|side| side.finding == "fades");
    Remark::NoTurn(match (fades, thresholds.is_clear()) {
        (_, false) => message!("threshold-no-order"),
        (true, _) => message!("threshold-becomes-unclear"),
        (false, _) => message!("threshold-never-turns"),
    })
}

impl Chart for Ranges {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let title = message!("threshold-ranges-title");
        let mut page = Page::new(&title, &self.subtitle, teller);
        page.key(&self.key);
        page.y += 4.0;
        let (size, weight, _) = style::LABEL;
        let name_width = self
            .rows
            .iter()
            .map(|row| fonts::width(&row.parameter, size, weight) + 2.0)
            .fold(60.0, f64::max)
            .min(170.0);
        for (index, row) in self.rows.iter().enumerate() {
            let (top, bottom) = (page.y, page.y + ROW_HEIGHT);
            if index % 2 == 0 {
                let (left, right) = (MARGIN - 4.0, WIDTH - MARGIN + 4.0);
                page.scene
                    .rectangle((left, top), (right, bottom), style::STRIPE);
            }
            row.draw(&mut page, name_width);
            page.y = bottom;
        }
        page.y += 4.0;
        if self.left_out > 0 {
            page.note(&message!("threshold-left-out", count = self.left_out));
        }
        page.finish()
    }
}

impl Row {
    fn draw(&self, page: &mut Page<'_>, name_width: f64) {
        let middle = page.y + ROW_HEIGHT / 2.0;
        let baseline = middle + 4.2;
        let bar = (MARGIN + name_width + 62.0, WIDTH - MARGIN - 52.0 - 128.0);
        let (size, weight, _) = style::LABEL;
        let name = labels::wrap_at_most(&page.tell(&self.name), 1, name_width, size, weight);
        page.scene
            .lines(&name, (MARGIN, baseline), Anchor::Start, style::LABEL, 14.0);
        let (low, high) = (page.tell(&self.ends.0), page.tell(&self.ends.1));
        page.scene
            .text(low, (bar.0 - 6.0, baseline), Anchor::End, style::SMALL);
        page.scene
            .text(high, (bar.1 + 6.0, baseline), Anchor::Start, style::SMALL);
        let across = |share: f64| bar.0 + share * (bar.1 - bar.0);
        for &(from, to, fill) in &self.patches {
            let (from, to) = (across(from), across(to));
            if to > from {
                page.scene
                    .rectangle((from, middle - 6.0), (to, middle + 6.0), fill);
            }
        }
        for turn in &self.turns {
            let x = across(*turn);
            page.scene
                .segment((x, middle - 9.0), (x, middle + 9.0), INK, 2.2);
        }
        page.scene
            .dot((across(self.start), middle), Shape::Circle, 3.8, INK, true);
        let right = bar.1 + 52.0;
        match &self.remark {
            Remark::Turn(value, interval) => {
                let (value, interval) = (page.tell(value), page.tell(interval));
                page.scene
                    .text(value, (right, baseline - 5.5), Anchor::Start, style::LABEL);
                page.scene.text(
                    interval,
                    (right, baseline + 7.5),
                    Anchor::Start,
                    style::SMALL,
                );
            }
            Remark::NoTurn(word) => {
                let word = page.tell(word);
                page.scene
                    .text(word, (right, baseline), Anchor::Start, style::SMALL);
            }
        }
    }
}
