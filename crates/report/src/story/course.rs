//! The course of a family under one arm: from referral month by month to the end.

use homeground_core::model::cohort::{Engagement, NEVER, Placement};
use homeground_core::outcomes::chronicle::{ArmChronicle, Event, FamilyEvent};
use homeground_figures::message;
use homeground_figures::text::{Text, plain};

use crate::story::events::{clause, visits};
use crate::story::layout::Block;
use crate::story::names::{self, state};

/// Months in a year and weeks in a year: a month has four or five weeks.
const MONTHS: u32 = 12;
const YEAR_WEEKS: u32 = 52;

/// Referral, months in which something happens, and the end.
pub(super) fn course(horizon_weeks: u32, arm: &ArmChronicle) -> Vec<Block> {
    let mut entries = vec![(message!("story-referral"), referral(arm))];
    entries.extend((1..=month_of(horizon_weeks.max(1))).map(|month| {
        let when = message!("story-month", month = plain(month.into()));
        (when, month_story(arm, month))
    }));
    entries.retain(|(_, what)| !what.is_empty());
    entries.push((message!("story-end"), end(horizon_weeks, arm)));
    entries.into_iter().map(|(when, what)| Block::Entry { when, what }).collect()
}

/// What the family answers and, at a site with few helpers, when it came, among whom.
fn referral(arm: &ArmChronicle) -> Text {
    let answers = arm.happenings.iter().filter(|one| one.week == 0);
    let intake = arm.arm.capacity.map(|capacity| {
        message!(
            "story-intake",
            helpers = plain(capacity.helpers.into()),
            week = plain((arm.referral_week + 1).into()),
            weeks = plain(capacity.intake_weeks.into()),
        )
    });
    Text::sentences(answers.map(|one| clause(arm, one)).chain(intake))
}

fn month_of(week: u32) -> u32 {
    (week - 1) * MONTHS / YEAR_WEEKS + 1
}

/// A month as a paragraph: weeks in which only visits happen are drawn together.
fn month_story(arm: &ArmChronicle, month: u32) -> Text {
    let mut sentences: Vec<Text> = Vec::new();
    let mut run: Option<VisitRun> = None;
    let within: Vec<&FamilyEvent> =
        arm.happenings.iter().filter(|one| one.week > 0 && month_of(one.week) == month).collect();
    for week in within.chunk_by(|left, right| left.week == right.week) {
        let number = week[0].week;
        if let [FamilyEvent { event: Event::Visits { planned, attended }, .. }] = week {
            let run = run.get_or_insert(VisitRun {
                first: number,
                last: number,
                planned: 0,
                attended: 0,
            });
            run.last = number;
            run.planned += planned;
            run.attended += attended;
            continue;
        }
        sentences.extend(run.take().map(VisitRun::sentence));
        let events = Text::joined("; ", week.iter().map(|one| clause(arm, one)));
        sentences.push(week_sentence(number, events));
    }
    sentences.extend(run.take().map(VisitRun::sentence));
    Text::sentences(sentences)
}

fn week_sentence(week: u32, events: Text) -> Text {
    message!("story-week", week = plain(week.into()), events)
}

/// Visits of weeks in which nothing else happened.
struct VisitRun {
    first: u32,
    last: u32,
    planned: u32,
    attended: u32,
}

impl VisitRun {
    fn sentence(self) -> Text {
        let events = visits(self.planned, self.attended);
        if self.first == self.last {
            return week_sentence(self.first, events);
        }
        let [first, last] = [self.first, self.last].map(|week| plain(week.into()));
        message!("story-weeks", first, last, events)
    }
}

/// Where the family stands at the end of follow-up.
fn end(horizon_weeks: u32, arm: &ArmChronicle) -> Text {
    let Some(last) = arm.weeks.last() else {
        return Text::default();
    };
    let ends = message!(
        "story-ends",
        horizon = plain(horizon_weeks.into()),
        placement = match arm.end.placement {
            Placement::Home => "home",
            Placement::Placed => "placed",
            Placement::Reunified => "reunified",
        },
        weeks = plain(arm.end.weeks_in_care.into()),
        engagement = match arm.end.engagement {
            Engagement::Declined => "declined",
            Engagement::Waiting => "waiting",
            Engagement::Engaged => "engaged",
            _ => "other",
        },
    );
    let states = message!(
        "story-states-at-end",
        trust = state(last.trust),
        capacity = state(last.capacity),
        stress = state(last.stress),
        wellbeing = state(last.wellbeing),
        danger = state(last.danger),
        concern = state(last.concern),
    );
    Text::sentences([ends, states])
}

/// How the measure ended, and when.
pub(super) fn measure(arm: &ArmChronicle) -> Text {
    let how = names::engagement(arm.end.engagement);
    match arm.end.exit_week {
        NEVER => how,
        week => message!("story-measure-ended", how, week = plain((week + 1).into())),
    }
}

/// How it ends, in one line: the measure, and when and how long children were in care.
pub(super) fn outcome(arm: &ArmChronicle) -> Text {
    let measure = measure(arm);
    match arm.end.first_placement_week {
        NEVER => measure,
        week => message!(
            "story-in-care-since",
            measure,
            week = plain((week + 1).into()),
            weeks = plain(arm.end.weeks_in_care.into()),
        ),
    }
}
