//! What happens to one family, read off the changes from week to week, so that the
//! engine carries nothing for its sake. A rupture that opens or heals in the very week in
//! which the measure ends leaves no change to read, and is not among the events.

use crate::model::cohort::{Engagement, Placement};
use crate::model::design::{PROTECTIVES, RISKS};
use crate::outcomes::trace::{FamilyAtReferral, FamilyTrace, FamilyWeek};
use crate::scenario::Arm;

/// Something that happens to a family. Weeks are counted from referral, the first
/// week being 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The family says no to the offer.
    Declines,
    /// The family says yes and waits.
    Accepts,
    /// The first visit becomes possible.
    Starts,
    /// The measure ends so.
    Leaves(Engagement),
    /// A placement takes the family out of the queue before the measure began.
    LeavesQueue,
    /// A factor appears; its place in the catalogue.
    FactorComes(usize),
    /// A factor disappears; its place in the catalogue.
    FactorGoes(usize),
    /// A life event strikes; its size, logit.
    LifeEvent(f32),
    /// Visits that could be held, and those attended.
    Visits {
        /// Held out to the family.
        planned: u32,
        /// Attended.
        attended: u32,
    },
    /// The helper is absent; did a colleague come instead?
    HelperAway {
        /// A colleague came instead.
        covered: bool,
    },
    /// Another helper takes over.
    HelperReplaced,
    /// A rupture opens.
    RuptureOpens,
    /// A rupture is repaired, so many weeks after it opened.
    RuptureHeals {
        /// Weeks it was open.
        weeks: u32,
    },
    /// So many children are placed in care.
    Placed {
        /// Children placed.
        children: u32,
    },
    /// The children come home after so many weeks.
    Reunified {
        /// Weeks in care.
        weeks: u32,
    },
}

/// An event with its week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FamilyEvent {
    /// Week since referral, from 1; 0 is the referral itself.
    pub week: u32,
    /// What happens.
    pub event: Event,
}

/// A shock above what is left of the week before is a new life event.
pub(super) fn life_events(weeks: &[FamilyWeek], decay: f32) -> Vec<FamilyEvent> {
    let mut before = 0.0;
    let mut events = Vec::new();
    for (index, week) in weeks.iter().enumerate() {
        let left = before * decay;
        if week.shock > left {
            events.push(FamilyEvent {
                week: index as u32 + 1,
                event: Event::LifeEvent(week.shock - left),
            });
        }
        before = week.shock;
    }
    events
}

/// What happens to a family under an arm, week by week.
pub(super) fn happenings(
    arm: &Arm,
    family: &FamilyAtReferral,
    trace: &FamilyTrace,
    decay: f32,
) -> Vec<FamilyEvent> {
    let weeks = &trace.weeks;
    let mut reader = EventReader {
        events: Vec::new(),
        team: arm.programme.as_ref().is_some_and(|programme| programme.team),
        start_week: trace.end.start_week,
        engagement: Engagement::Untreated,
        placement: Placement::Home,
        rupture_since: None,
        placed_since: 0,
    };
    if arm.programme.is_some() {
        let declines = weeks.first().is_some_and(|week| week.engagement == Engagement::Declined);
        let (event, state) = match declines {
            true => (Event::Declines, Engagement::Declined),
            false => (Event::Accepts, Engagement::Waiting),
        };
        reader.push(0, event);
        reader.engagement = state;
    }
    let struck = life_events(weeks, decay);
    let mut factors = family.factors;
    for (index, week) in weeks.iter().enumerate() {
        let number = index as u32 + 1;
        reader.factors(number, factors, week.factors);
        factors = week.factors;
        for happening in struck.iter().filter(|one| one.week == number) {
            reader.events.push(*happening);
        }
        reader.contact(number, week);
        reader.care(number, week);
        reader.exit(number, week);
    }
    reader.events
}

/// Reads events off weeks, one week after the other.
struct EventReader {
    events: Vec<FamilyEvent>,
    team: bool,
    /// Week since referral of the start, counted from 0.
    start_week: u32,
    engagement: Engagement,
    placement: Placement,
    /// Week in which the open rupture opened.
    rupture_since: Option<u32>,
    placed_since: u32,
}

impl EventReader {
    fn push(&mut self, week: u32, event: Event) {
        self.events.push(FamilyEvent { week, event });
    }

    fn factors(&mut self, week: u32, before: u32, now: u32) {
        for index in 0..RISKS + PROTECTIVES {
            if (before ^ now) >> index & 1 == 1 {
                let event = match now >> index & 1 {
                    1 => Event::FactorComes(index),
                    _ => Event::FactorGoes(index),
                };
                self.push(week, event);
            }
        }
    }

    fn contact(&mut self, number: u32, week: &FamilyWeek) {
        let engaged = week.engagement == Engagement::Engaged;
        if number - 1 == self.start_week {
            self.push(number, Event::Starts);
            self.engagement = Engagement::Engaged;
        }
        if week.helper_absent {
            let covered = self.team && week.planned > 0;
            if covered || !self.team {
                self.push(number, Event::HelperAway { covered });
            }
        }
        if week.planned > 0 {
            let (planned, attended) = (week.planned, week.attended);
            self.push(number, Event::Visits { planned, attended });
        }
        if engaged {
            match (self.rupture_since, week.rupture) {
                (None, true) => {
                    self.push(number, Event::RuptureOpens);
                    self.rupture_since = Some(number);
                }
                (Some(since), false) => {
                    let weeks = number - since;
                    self.push(number, Event::RuptureHeals { weeks });
                    self.rupture_since = None;
                }
                _ => {}
            }
        }
        if week.helper_replaced {
            self.push(number, Event::HelperReplaced);
        }
    }

    fn care(&mut self, number: u32, week: &FamilyWeek) {
        match (self.placement, week.placement) {
            (Placement::Home | Placement::Reunified, Placement::Placed) => {
                let children = week.children_in_care;
                self.push(number, Event::Placed { children });
                self.placed_since = number;
            }
            (Placement::Placed, Placement::Reunified) => {
                let weeks = number - self.placed_since;
                self.push(number, Event::Reunified { weeks });
            }
            _ => {}
        }
        self.placement = week.placement;
    }

    fn exit(&mut self, number: u32, week: &FamilyWeek) {
        if week.engagement == self.engagement {
            return;
        }
        let event = match self.engagement {
            Engagement::Engaged => Event::Leaves(week.engagement),
            _ => Event::LeavesQueue,
        };
        self.push(number, event);
        self.engagement = week.engagement;
    }
}
