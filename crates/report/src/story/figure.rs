//! The story as a figure: life events on top, then each arm over the same weeks.

use crate::language::Language;
use homeground_core::model::cohort::{Engagement, NEVER, Placement};
use homeground_core::outcomes::chronicle::{ArmChronicle, Chronicle, Event, Happening};
use homeground_core::outcomes::trace::FamilyWeek;
use homeground_figures::axis::{Scale, week_ticks};
use homeground_figures::fonts;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Dash, Point, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour};

use crate::story::text;

const MARGIN: f64 = 14.0;
/// Left and right end of the weeks; words of the lines stand to the right.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 520.0;
/// Height of the panel of states.
const PANEL: f64 = 112.0;
/// Height of the lane of visits below it, half above and half below its line.
const VISITS: f64 = 26.0;
/// Height of the lane of other events.
const EVENTS: f64 = 15.0;

const BLUE: Colour = Colour(0, 114, 178);
const SKY: Colour = Colour(86, 180, 233);
const GREEN: Colour = Colour(0, 158, 115);
const ORANGE: Colour = Colour(230, 159, 0);
const VERMILION: Colour = Colour(213, 94, 0);
const PURPLE: Colour = Colour(204, 121, 167);

/// A state as a line: its word, how it looks, and how it is read off a week.
struct Curve {
    words: [&'static str; 2],
    colour: Colour,
    width: f64,
    dash: Dash,
    read: fn(&FamilyWeek) -> Option<f32>,
}

const CURVES: [Curve; 6] = [
    Curve {
        words: ["trust", "tillit"],
        colour: SKY,
        width: 1.7,
        dash: Dash::Solid,
        read: |week| Some(week.trust),
    },
    Curve {
        words: ["capacity", "omsorgsevne"],
        colour: GREEN,
        width: 1.7,
        dash: Dash::Solid,
        read: |week| Some(week.capacity),
    },
    Curve {
        words: ["stress", "stress"],
        colour: ORANGE,
        width: 1.7,
        dash: Dash::Solid,
        read: |week| Some(week.stress),
    },
    Curve {
        words: ["danger", "fare"],
        colour: VERMILION,
        width: 1.7,
        dash: Dash::Solid,
        read: |week| Some(week.danger),
    },
    Curve {
        words: ["concern", "bekymring"],
        colour: VERMILION,
        width: 1.5,
        dash: Dash::Dotted,
        read: |week| Some(week.concern),
    },
    // Last, so that it lies on top.
    Curve {
        words: ["alliance", "allianse"],
        colour: BLUE,
        width: 2.6,
        dash: Dash::Solid,
        read: |week| (week.engagement == Engagement::Engaged).then_some(week.alliance),
    },
];

/// Draws the story.
pub fn draw(chronicle: &Chronicle, language: Language) -> Scene {
    let family = chronicle.family.family;
    let title = match language {
        Language::English => format!(
            "One family, {} lives: family {family}",
            chronicle.arms.len()
        ),
        Language::Norwegian => {
            format!("Én familie, {} liv: familie {family}", chronicle.arms.len())
        }
    };
    let subtitle = language.pick(
        "The same family under every arm, with the same life events. 0 is lowest, 1 is highest. One simulated family: a story of the model, not a prediction for anyone.",
        "Den samme familien i hvert alternativ, med de samme livshendelsene. 0 er lavest, 1 er høyest. Én simulert familie: en historie fra modellen, ikke en spådom om noen.",
    );
    let mut page = Page {
        scene: Scene::new(&title, subtitle),
        y: 12.0,
        language,
        weeks: Scale {
            values: (0.0, f64::from(chronicle.horizon_weeks.max(1))),
            places: (LEFT, RIGHT),
        },
        horizon: chronicle.horizon_weeks.max(1),
    };
    page.heading(&title, subtitle);
    page.key();
    page.life_events(&chronicle.life_events);
    for arm in &chronicle.arms {
        page.arm(arm, &chronicle.life_events);
    }
    let axis = language.pick("weeks since referral", "uker siden henvisning");
    page.scene.text(
        axis,
        ((LEFT + RIGHT) / 2.0, page.y + 8.0),
        Anchor::Middle,
        style::SMALL,
    );
    page.scene.height = page.y + 20.0;
    page.scene
}

struct Page {
    scene: Scene,
    /// Where the next thing begins.
    y: f64,
    language: Language,
    weeks: Scale,
    horizon: u32,
}

/// A sign of the lane of events.
#[derive(Clone, Copy)]
enum Sign {
    Breaks,
    Mends,
    NewHelper,
    Away,
}

impl Page {
    /// Middle of a week, counted from 1.
    fn x(&self, week: u32) -> f64 {
        self.weeks.at(f64::from(week) - 0.5)
    }

    fn heading(&mut self, title: &str, subtitle: &str) {
        let width = WIDTH - 2.0 * MARGIN;
        let (size, weight, _) = style::TITLE;
        let lines = labels::wrap(title, width, size, weight);
        self.scene.lines(
            &lines,
            (MARGIN, self.y + 13.0),
            Anchor::Start,
            style::TITLE,
            20.0,
        );
        self.y += 20.0 * lines.len() as f64;
        let (size, weight, _) = style::SMALL;
        let lines = labels::wrap(subtitle, width, size, weight);
        self.scene.lines(
            &lines,
            (MARGIN, self.y + 12.0),
            Anchor::Start,
            style::SMALL,
            style::LINE,
        );
        self.y += style::LINE * lines.len() as f64 + 6.0;
    }

    /// What the signs of the lanes mean.
    fn key(&mut self) {
        let language = self.language;
        let entries: [(KeySign, &str); 7] = [
            (
                KeySign::Kept,
                language.pick("visit kept", "besøk gjennomført"),
            ),
            (
                KeySign::Missed,
                language.pick("visit missed", "besøk uteblitt"),
            ),
            (
                KeySign::Lane(Sign::Breaks),
                language.pick("alliance breaks", "brudd i alliansen"),
            ),
            (
                KeySign::Lane(Sign::Mends),
                language.pick("break mended", "brudd reparert"),
            ),
            (
                KeySign::Lane(Sign::NewHelper),
                language.pick("new helper", "ny hjelper"),
            ),
            (
                KeySign::Lane(Sign::Away),
                language.pick("helper away", "hjelper borte"),
            ),
            (KeySign::Care, language.pick("in care", "plassert")),
        ];
        let (size, weight, _) = style::SMALL;
        let (mut x, mut baseline) = (MARGIN, self.y + 12.0);
        for (sign, word) in entries {
            let width = 16.0 + fonts::width(word, size, weight);
            if x > MARGIN && x + width > WIDTH - MARGIN {
                x = MARGIN;
                baseline += 17.0;
            }
            let middle = (x + 5.0, baseline - 4.2);
            match sign {
                KeySign::Kept => self.bar(middle.0, baseline, -9.0, BLUE),
                KeySign::Missed => self.bar(middle.0, baseline - 9.0, 9.0, VERMILION),
                KeySign::Care => {
                    self.scene
                        .rectangle((x, baseline - 9.5), (x + 11.0, baseline + 1.0), CARE)
                }
                KeySign::Lane(sign) => self.sign(sign, middle),
            }
            self.scene
                .text(word, (x + 15.0, baseline), Anchor::Start, style::SMALL);
            x += width + 13.0;
        }
        self.y = baseline + 12.0;
    }

    /// A strip with a bar for each life event, as high as it is hard.
    fn life_events(&mut self, events: &[Happening]) {
        const HIGHEST: f32 = 3.0;
        const STRIP: f64 = 30.0;
        let name = self.language.pick(
            "life events, the same in every arm",
            "livshendelser, de samme i hvert alternativ",
        );
        self.scene
            .text(name, (LEFT, self.y + 10.0), Anchor::Start, style::SMALL);
        let bottom = self.y + 18.0 + STRIP;
        for happening in events {
            if let Event::LifeEvent(size) = happening.event {
                let height = 4.0 + f64::from(size.min(HIGHEST) / HIGHEST) * (STRIP - 4.0);
                self.bar(self.x(happening.week), bottom, -height, style::INK);
            }
        }
        self.scene
            .segment((LEFT, bottom), (RIGHT, bottom), style::AXIS, 0.9);
        let legend = self.language.pick("taller: harder", "høyere: hardere");
        self.scene.text(
            legend,
            (RIGHT + 8.0, bottom - 2.0),
            Anchor::Start,
            style::SMALL,
        );
        self.y = bottom + 10.0;
    }

    fn arm(&mut self, arm: &ArmChronicle, events: &[Happening]) {
        let width = WIDTH - 2.0 * MARGIN;
        let (size, weight, _) = style::PANEL;
        let names = labels::wrap_at_most(&arm.arm.name, 2, width, size, weight);
        self.scene.lines(
            &names,
            (MARGIN, self.y + 16.0),
            Anchor::Start,
            style::PANEL,
            15.0,
        );
        self.y += 16.0 + (names.len() - 1) as f64 * 15.0;
        let (size, weight, _) = style::SMALL;
        let end = labels::wrap(&outcome(arm, self.language), width, size, weight);
        self.scene.lines(
            &end,
            (MARGIN, self.y + 15.0),
            Anchor::Start,
            style::SMALL,
            style::LINE,
        );
        self.y += style::LINE * end.len() as f64 + 10.0;
        let top = self.y;
        let bottom = top + PANEL;
        // Lanes are for those who met a helper.
        let met = arm.end.start_week != NEVER;
        let lowest = if met {
            bottom + VISITS + EVENTS
        } else {
            bottom
        };
        self.care(arm, top, lowest);
        self.grid(top, bottom);
        for happening in events {
            let x = self.x(happening.week);
            self.scene
                .line(vec![(x, top), (x, lowest)], style::AXIS, 0.7, Dash::Dotted);
        }
        self.curves(arm, top, bottom);
        if met {
            self.visits(arm, bottom + VISITS / 2.0);
            self.events(arm, bottom + VISITS + EVENTS / 2.0);
        }
        self.ticks(lowest);
        self.y = lowest + 26.0;
    }

    /// Weeks in care are shaded.
    fn care(&mut self, arm: &ArmChronicle, top: f64, bottom: f64) {
        let placed = |week: &FamilyWeek| week.placement == Placement::Placed;
        let mut week = 0;
        for run in arm
            .weeks
            .chunk_by(|left, right| placed(left) == placed(right))
        {
            let next = week + run.len();
            if placed(&run[0]) {
                let (from, to) = (self.weeks.at(week as f64), self.weeks.at(next as f64));
                self.scene.rectangle((from, top), (to, bottom), CARE);
            }
            week = next;
        }
    }

    fn grid(&mut self, top: f64, bottom: f64) {
        for value in [0.0, 0.5, 1.0] {
            let y = bottom + (top - bottom) * value;
            let colour = if value == 0.0 {
                style::AXIS
            } else {
                style::GRID
            };
            self.scene.segment((LEFT, y), (RIGHT, y), colour, 0.9);
            let decimals = usize::from(value == 0.5);
            self.scene.text(
                self.language.decimal(value, decimals),
                (LEFT - 6.0, y + 4.2),
                Anchor::End,
                style::SMALL,
            );
        }
    }

    fn ticks(&mut self, bottom: f64) {
        for week in week_ticks(self.horizon, 8) {
            let x = self.weeks.at(f64::from(week));
            self.scene
                .segment((x, bottom), (x, bottom + 3.5), style::AXIS, 0.9);
            self.scene.text(
                week.to_string(),
                (x, bottom + 15.5),
                Anchor::Middle,
                style::SMALL,
            );
        }
    }

    /// The states, with their words at the right end, moved apart.
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
                let line: Vec<Point> = run
                    .iter()
                    .map(|(week, value)| (self.x(*week), y(*value)))
                    .collect();
                // A line needs two places; a single week is a point.
                if let [only] = line[..] {
                    self.scene.dot(only, Shape::Circle, 1.5, curve.colour, true);
                }
                self.scene.line(line, curve.colour, curve.width, curve.dash);
            }
            if let Some((_, value)) = points.last() {
                ends.push((y(*value), curve));
            }
        }
        let wishes: Vec<(f64, f64)> = ends.iter().map(|(y, _)| (*y, 15.0)).collect();
        let places = labels::spread(&wishes, (top - 8.0, bottom + 12.0));
        let (size, weight, _) = style::SMALL;
        for ((_, curve), middle) in ends.iter().zip(places) {
            let word = self.language.pick(curve.words[0], curve.words[1]);
            let from = RIGHT + 8.0;
            self.scene.line(
                vec![(from, middle), (from + 12.0, middle)],
                curve.colour,
                curve.width,
                curve.dash,
            );
            // Words that are too wide for the margin lose their middle.
            let room = WIDTH - 4.0 - from - 16.0;
            let words = labels::wrap_at_most(word, 1, room, size, weight);
            self.scene.lines(
                &words,
                (from + 16.0, middle + 4.2),
                Anchor::Start,
                style::SMALL,
                style::LINE,
            );
        }
    }

    /// Visits kept rise above the line, visits missed hang below it; the line lasts
    /// as long as the measure.
    fn visits(&mut self, arm: &ArmChronicle, line: f64) {
        const MOST: u32 = 3;
        let each = (VISITS / 2.0 - 3.0) / f64::from(MOST);
        let end = &arm.end;
        if end.start_week != NEVER {
            let to = if end.exit_week == NEVER {
                self.horizon
            } else {
                end.exit_week + 1
            };
            let from = self.weeks.at(f64::from(end.start_week));
            self.scene.segment(
                (from, line),
                (self.weeks.at(f64::from(to)), line),
                BLUE,
                1.0,
            );
        }
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
                Event::RuptureOpens => Sign::Breaks,
                Event::RuptureHeals { .. } => Sign::Mends,
                Event::HelperReplaced => Sign::NewHelper,
                Event::HelperAway { .. } => Sign::Away,
                _ => continue,
            };
            self.sign(sign, (self.x(happening.week), middle));
        }
    }

    fn sign(&mut self, sign: Sign, at: Point) {
        let (shape, radius, colour, filled) = match sign {
            Sign::Breaks => (Shape::Triangle, 3.4, VERMILION, true),
            Sign::Mends => (Shape::Triangle, 3.4, GREEN, false),
            Sign::NewHelper => (Shape::Diamond, 3.4, PURPLE, true),
            Sign::Away => (Shape::Circle, 2.4, style::AXIS, false),
        };
        self.scene.dot(at, shape, radius, colour, filled);
    }

    /// A bar from `start` so far down (or up, if negative).
    fn bar(&mut self, x: f64, start: f64, height: f64, colour: Colour) {
        self.scene
            .segment((x, start), (x, start + height), colour, 2.2);
    }
}

enum KeySign {
    Kept,
    Missed,
    Lane(Sign),
    Care,
}

/// Shade of weeks in care.
const CARE: Colour = Colour(226, 228, 231);

/// How it ends, in one line.
fn outcome(arm: &ArmChronicle, language: Language) -> String {
    let measure = text::measure(arm, language);
    match arm.end.first_placement_week {
        NEVER => measure,
        _ => {
            let care = text::care(arm, language);
            format!("{measure}; {} {care}", language.pick("in care", "plassert"))
        }
    }
}
