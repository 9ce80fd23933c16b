//! The story as a figure: life events on top, then each arm over the same weeks.

mod arm;

use homeground_core::outcomes::chronicle::{Chronicle, Event, FamilyEvent};
use homeground_figures::axis::Scale;
use homeground_figures::chart::Chart;
use homeground_figures::fonts;
use homeground_figures::frame::{MARGIN, Page};
use homeground_figures::message;
use homeground_figures::scene::{Anchor, Point, Scene, Shape, WIDTH};
use homeground_figures::style::{self, Colour};
use homeground_figures::text::{Teller, plain};

/// Left and right end of the weeks; words of the lines stand to the right.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 520.0;

const BLUE: Colour = Colour(0, 114, 178);
const SKY: Colour = Colour(86, 180, 233);
const GREEN: Colour = Colour(0, 158, 115);
const ORANGE: Colour = Colour(230, 159, 0);
const VERMILION: Colour = Colour(213, 94, 0);
const PURPLE: Colour = Colour(204, 121, 167);
/// Shade of weeks in care.
const CARE: Colour = Colour(226, 228, 231);

/// A story that can be drawn.
#[derive(Debug)]
pub(super) struct StoryFigure<'story> {
    /// The family under every arm.
    pub(super) chronicle: &'story Chronicle,
}

impl Chart for StoryFigure<'_> {
    fn draw(&self, teller: &dyn Teller) -> Scene {
        let chronicle = self.chronicle;
        let title = message!(
            "story-figure-title",
            arms = chronicle.arms.len(),
            family = plain(chronicle.family.family.into()),
        );
        let horizon = chronicle.horizon_weeks.max(1);
        let mut drawing = Drawing {
            page: Page::new(&title, &message!("story-figure-subtitle"), teller),
            weeks: Scale { values: (0.0, f64::from(horizon)), places: (LEFT, RIGHT) },
            horizon,
        };
        drawing.key();
        drawing.life_events(&chronicle.life_events);
        for arm in &chronicle.arms {
            drawing.arm(arm, &chronicle.life_events);
        }
        drawing.finish()
    }
}

/// A figure in the making.
struct Drawing<'page> {
    page: Page<'page>,
    weeks: Scale,
    horizon: u32,
}

/// A sign among the events of an arm.
#[derive(Clone, Copy)]
enum EventSign {
    Breaks,
    Mends,
    NewHelper,
    Away,
}

/// A sign that the key explains.
enum KeySign {
    Kept,
    Missed,
    Event(EventSign),
    Care,
}

impl Drawing<'_> {
    /// Middle of a week, counted from 1.
    fn x(&self, week: u32) -> f64 {
        self.weeks.at(f64::from(week) - 0.5)
    }

    /// What the signs mean.
    fn key(&mut self) {
        let entries = [
            (KeySign::Kept, message!("story-key-kept")),
            (KeySign::Missed, message!("story-key-missed")),
            (KeySign::Event(EventSign::Breaks), message!("story-key-breaks")),
            (KeySign::Event(EventSign::Mends), message!("story-key-mended")),
            (KeySign::Event(EventSign::NewHelper), message!("story-key-new-helper")),
            (KeySign::Event(EventSign::Away), message!("story-key-helper-away")),
            (KeySign::Care, message!("story-standing-placed")),
        ];
        let (size, weight, _) = style::SMALL;
        let (mut x, mut baseline) = (MARGIN, self.page.y + 12.0);
        for (sign, word) in entries {
            let word = self.page.tell(&word);
            let width = 16.0 + fonts::width(&word, size, weight);
            if x > MARGIN && x + width > WIDTH - MARGIN {
                x = MARGIN;
                baseline += 17.0;
            }
            let middle = (x + 5.0, baseline - 4.2);
            match sign {
                KeySign::Kept => self.bar(middle.0, baseline, -9.0, BLUE),
                KeySign::Missed => self.bar(middle.0, baseline - 9.0, 9.0, VERMILION),
                KeySign::Care => {
                    let corner = (x + 11.0, baseline + 1.0);
                    self.page.scene.rectangle((x, baseline - 9.5), corner, CARE);
                }
                KeySign::Event(sign) => self.sign(sign, middle),
            }
            self.small(word, (x + 15.0, baseline), Anchor::Start);
            x += width + 13.0;
        }
        self.page.y = baseline + 12.0;
    }

    /// A strip with a bar for each life event, as high as it is hard.
    fn life_events(&mut self, events: &[FamilyEvent]) {
        const HIGHEST: f32 = 3.0;
        const STRIP: f64 = 30.0;
        let name = self.page.tell(&message!("story-figure-life-events"));
        self.small(name, (LEFT, self.page.y + 10.0), Anchor::Start);
        let bottom = self.page.y + 18.0 + STRIP;
        for happening in events {
            if let Event::LifeEvent(size) = happening.event {
                let height = 4.0 + f64::from(size.min(HIGHEST) / HIGHEST) * (STRIP - 4.0);
                self.bar(self.x(happening.week), bottom, -height, style::INK);
            }
        }
        self.page.scene.segment((LEFT, bottom), (RIGHT, bottom), style::AXIS, 0.9);
        let legend = self.page.tell(&message!("story-figure-taller"));
        self.small(legend, (RIGHT + 8.0, bottom - 2.0), Anchor::Start);
        self.page.y = bottom + 10.0;
    }

    /// The finished figure, with the name of its axis.
    fn finish(mut self) -> Scene {
        let axis = self.page.tell(&message!("story-figure-axis"));
        let middle = ((LEFT + RIGHT) / 2.0, self.page.y + 8.0);
        self.small(axis, middle, Anchor::Middle);
        self.page.y += 10.0;
        self.page.finish()
    }

    /// A line of small text.
    fn small(&mut self, text: String, at: Point, anchor: Anchor) {
        self.page.scene.text(text, at, anchor, style::SMALL);
    }

    fn sign(&mut self, sign: EventSign, at: Point) {
        let (shape, radius, colour, filled) = match sign {
            EventSign::Breaks => (Shape::Triangle, 3.4, VERMILION, true),
            EventSign::Mends => (Shape::Triangle, 3.4, GREEN, false),
            EventSign::NewHelper => (Shape::Diamond, 3.4, PURPLE, true),
            EventSign::Away => (Shape::Circle, 2.4, style::AXIS, false),
        };
        self.page.scene.dot(at, shape, radius, colour, filled);
    }

    /// A bar from `start` so far down (or up, if negative).
    fn bar(&mut self, x: f64, start: f64, height: f64, colour: Colour) {
        self.page.scene.segment((x, start), (x, start + height), colour, 2.2);
    }
}
