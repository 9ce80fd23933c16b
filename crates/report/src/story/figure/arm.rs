//! The panel of one arm: states as lines, and below them visits and other events.

use homeground_core::model::cohort::{Engagement, NEVER, Placement};
use homeground_core::outcomes::chronicle::{ArmChronicle, Event, FamilyEvent};
use homeground_core::outcomes::trace::FamilyWeek;
use homeground_figures::axis::week_ticks;
use homeground_figures::key;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Dash, Point, Shape, WIDTH};
use homeground_figures::style::{self, Colour};
use homeground_figures::text::decimal;

use super::{BLUE, CARE, Drawing, EventSign, GREEN, LEFT, MARGIN, ORANGE, RIGHT, SKY, VERMILION};
use crate::story::course;
use crate::translated;

/// Height of the panel of states.
const PANEL: f64 = 112.0;
/// Height of the strip of visits below it, half above and half below its line.
const VISITS: f64 = 26.0;
/// Height of the strip of other events.
const EVENTS: f64 = 15.0;

/// A state as a line: its name, how it looks, and how it is read off a week.
struct Curve {
    name: &'static str,
    colour: Colour,
    width: f64,
    dash: Dash,
    read: fn(&FamilyWeek) -> Option<f32>,
}

const CURVES: [Curve; 6] = [
    Curve {
        name: "trust",
        colour: SKY,
        width: 1.7,
        dash: Dash::Solid,
        read: |week| Some(week.trust),
    },
    Curve {
        name: "capacity",
        colour: GREEN,
        width: 1.7,
        dash: Dash::Solid,
        read: |week| Some(week.capacity),
    },
    Curve {
        name: "stress",
        colour: ORANGE,
        width: 1.7,
        dash: Dash::Solid,
        read: |week| Some(week.stress),
    },
    Curve {
        name: "danger",
        colour: VERMILION,
        width: 1.7,
        dash: Dash::Solid,
        read: |week| Some(week.danger),
    },
    Curve {
        name: "concern",
        colour: VERMILION,
        width: 1.5,
        dash: Dash::Dotted,
        read: |week| Some(week.concern),
    },
    // Last, so that it lies on top.
    Curve {
        name: "alliance",
        colour: BLUE,
        width: 2.6,
        dash: Dash::Solid,
        read: |week| (week.engagement == Engagement::Engaged).then_some(week.alliance),
    },
];

impl Drawing<'_> {
    /// One arm below the last: its name, how it ends, and its weeks.
    pub(super) fn arm(&mut self, arm: &ArmChronicle, events: &[FamilyEvent]) {
        let width = WIDTH - 2.0 * MARGIN;
        let (size, weight, _) = style::PANEL;
        let name = self.page.tell(&translated::name_of(&arm.arm));
        let lines = labels::wrap_at_most(&name, 2, width, size, weight);
        self.page.scene.lines(
            &lines,
            (MARGIN, self.page.y + 16.0),
            Anchor::Start,
            style::PANEL,
            15.0,
        );
        self.page.y += 16.0 + (lines.len() - 1) as f64 * 15.0 + 3.0;
        self.page.note(&course::outcome(arm));
        let top = self.page.y + 7.0;
        let bottom = top + PANEL;
        // Only those who met a helper have visits and events.
        let met = arm.end.start_week != NEVER;
        let lowest = match met {
            true => bottom + VISITS + EVENTS,
            false => bottom,
        };
        self.care(arm, top, lowest);
        self.grid(top, bottom);
        for happening in events {
            let x = self.x(happening.week);
            self.page.scene.line(vec![(x, top), (x, lowest)], style::AXIS, 0.7, Dash::Dotted);
        }
        self.curves(arm, top, bottom);
        if met {
            self.visits(arm, bottom + VISITS / 2.0);
            self.events(arm, bottom + VISITS + EVENTS / 2.0);
        }
        self.ticks(lowest);
        self.page.y = lowest + 26.0;
    }

    /// Weeks in care are shaded.
    fn care(&mut self, arm: &ArmChronicle, top: f64, bottom: f64) {
        let placed = |week: &FamilyWeek| week.placement == Placement::Placed;
        let mut week = 0;
        for run in arm.weeks.chunk_by(|left, right| placed(left) == placed(right)) {
            let next = week + run.len();
            if placed(&run[0]) {
                let (from, to) = (self.weeks.at(week as f64), self.weeks.at(next as f64));
                self.page.scene.rectangle((from, top), (to, bottom), CARE);
            }
            week = next;
        }
    }

    fn grid(&mut self, top: f64, bottom: f64) {
        for (value, decimals, colour) in
            [(0.0, 0, style::AXIS), (0.5, 1, style::GRID), (1.0, 0, style::GRID)]
        {
            let y = bottom + (top - bottom) * value;
            self.page.scene.segment((LEFT, y), (RIGHT, y), colour, 0.9);
            let label = self.page.tell(&decimal(value, decimals).into());
            self.small(label, (LEFT - 6.0, y + 4.2), Anchor::End);
        }
    }

    fn ticks(&mut self, bottom: f64) {
        for week in week_ticks(self.horizon, 8) {
            let x = self.weeks.at(f64::from(week));
            self.page.scene.segment((x, bottom), (x, bottom + 3.5), style::AXIS, 0.9);
            self.small(week.to_string(), (x, bottom + 15.5), Anchor::Middle);
        }
    }

    /// The states, with their names at the right end, moved apart.
    fn curves(&mut self, arm: &ArmChronicle, top: f64, bottom: f64) {
        let y = |value: f32| bottom + (top - bottom) * f64::from(value.clamp(0.0, 1.0));
        let mut ends: Vec<(f64, &Curve)> = Vec::new();
        for curve in &CURVES {
            let points: Vec<(u32, f32)> = arm
                .weeks
                .iter()
                .zip(1..)
                .filter_map(|(week, number)| Some((number, (curve.read)(week)?)))
                .collect();
            for run in points.chunk_by(|left, right| right.0 == left.0 + 1) {
                let line: Vec<Point> =
                    run.iter().map(|(week, value)| (self.x(*week), y(*value))).collect();
                let scene = &mut self.page.scene;
                // A line needs two places; a single week is a point.
                if let [only] = line[..] {
                    scene.dot(only, Shape::Circle, 1.5, curve.colour, true);
                }
                scene.line(line, curve.colour, curve.width, curve.dash);
            }
            if let Some((_, value)) = points.last() {
                ends.push((y(*value), curve));
            }
        }
        let wishes: Vec<(f64, f64)> = ends.iter().map(|(y, _)| (*y, 15.0)).collect();
        let places = labels::spread(&wishes, (top - 8.0, bottom + 12.0));
        for ((_, curve), middle) in ends.iter().zip(places) {
            self.curve_name(curve, middle);
        }
    }

    fn curve_name(&mut self, curve: &Curve, middle: f64) {
        let name = curve.name;
        let name = self.page.tell(&key!("story-curve-{name}").into());
        let from = RIGHT + 8.0;
        self.page.scene.line(
            vec![(from, middle), (from + 12.0, middle)],
            curve.colour,
            curve.width,
            curve.dash,
        );
        // Names that are too wide for the margin lose their middle.
        let width = WIDTH - 4.0 - from - 16.0;
        let (size, weight, _) = style::SMALL;
        let lines = labels::wrap_at_most(&name, 1, width, size, weight);
        self.page.scene.lines(
            &lines,
            (from + 16.0, middle + 4.2),
            Anchor::Start,
            style::SMALL,
            style::LINE,
        );
    }

    /// Visits kept rise above the line, visits missed hang below it; the line lasts
    /// as long as the measure.
    fn visits(&mut self, arm: &ArmChronicle, line: f64) {
        const MOST: u32 = 3;
        let each = (VISITS / 2.0 - 3.0) / f64::from(MOST);
        let end = &arm.end;
        let to = match end.exit_week {
            NEVER => self.horizon,
            week => week + 1,
        };
        let from = self.weeks.at(f64::from(end.start_week));
        self.page.scene.segment((from, line), (self.weeks.at(f64::from(to)), line), BLUE, 1.0);
        for happening in &arm.happenings {
            if let Event::Visits { planned, attended } = happening.event {
                let x = self.x(happening.week);
                let missed = (planned - attended).min(MOST);
                let kept = attended.min(MOST);
                // One visit alone must be seen, too.
                let height = |number: u32| 2.0 + each * f64::from(number);
                if kept > 0 {
                    self.bar(x, line, -height(kept), BLUE);
                }
                if missed > 0 {
                    self.bar(x, line, height(missed), VERMILION);
                }
            }
        }
    }

    fn events(&mut self, arm: &ArmChronicle, middle: f64) {
        for happening in &arm.happenings {
            let sign = match happening.event {
                Event::RuptureOpens => EventSign::Breaks,
                Event::RuptureHeals { .. } => EventSign::Mends,
                Event::HelperReplaced => EventSign::NewHelper,
                Event::HelperAway { .. } => EventSign::Away,
                _ => continue,
            };
            self.sign(sign, (self.x(happening.week), middle));
        }
    }
}
