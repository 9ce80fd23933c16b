//! What happens to a family, clause by clause.

use homeground_core::model::cohort::Engagement;
use homeground_core::model::design::RISKS;
use homeground_core::outcomes::chronicle::{ArmChronicle, Event, FamilyEvent};
use homeground_core::outcomes::trace::FamilyWeek;
use homeground_figures::message;
use homeground_figures::text::{Text, plain};

use crate::story::names::{self, factor, life_event_size, state};

/// One event as a clause without capital and full stop; of an answer at referral, as
/// a sentence.
pub(super) fn clause(arm: &ArmChronicle, happening: &FamilyEvent) -> Text {
    let week = happening.week.saturating_sub(1) as usize;
    let now = arm.weeks.get(week);
    let before = week.checked_sub(1).and_then(|week| arm.weeks.get(week));
    let change = |read: fn(&FamilyWeek) -> f32| {
        let weeks = [before, now].into_iter().flatten();
        Text::joined(" → ", weeks.map(|week| state(read(week))))
    };
    // Before the first visit and after the last there is no alliance.
    let is_engaged = now.is_some_and(|week| week.engagement == Engagement::Engaged);
    match happening.event {
        Event::Declines => message!("story-declines"),
        Event::Accepts => message!("story-accepts"),
        Event::Starts => {
            let waited = plain((happening.week - 1).into());
            match now.filter(|_| is_engaged) {
                Some(week) => {
                    message!("story-starts-alliance", waited, alliance = state(week.alliance))
                }
                None => message!("story-starts", waited),
            }
        }
        Event::Leaves(how) => leaves(arm, how, now),
        Event::LeavesQueue => message!("story-leaves-queue"),
        Event::FactorComes(index) if index < RISKS => {
            message!("story-strain-comes", factor = factor(index))
        }
        Event::FactorComes(index) => message!("story-support-comes", factor = factor(index)),
        Event::FactorGoes(index) if index < RISKS => {
            message!("story-strain-goes", factor = factor(index))
        }
        Event::FactorGoes(index) => message!("story-support-goes", factor = factor(index)),
        Event::LifeEvent(size) => message!(
            "story-life-event-stress",
            size = life_event_size(size),
            stress = change(|week| week.stress),
        ),
        Event::Visits { planned, attended } => visits(planned, attended),
        Event::HelperAway { covered: true } => message!("story-colleague-comes"),
        Event::HelperAway { covered: false } => message!("story-nobody-comes"),
        Event::HelperReplaced if is_engaged => {
            message!("story-new-helper-alliance", alliance = change(|week| week.alliance),)
        }
        Event::HelperReplaced => message!("story-new-helper"),
        Event::RuptureOpens => {
            message!("story-breaks", alliance = change(|week| week.alliance))
        }
        Event::RuptureHeals { weeks } => message!("story-mends", weeks = plain(weeks.into())),
        Event::Placed { children } => {
            let children = plain(children.into());
            match now {
                Some(week) => message!(
                    "story-placed-danger",
                    children,
                    danger = state(week.danger),
                    concern = state(week.concern),
                ),
                None => message!("story-placed", children),
            }
        }
        Event::Reunified { weeks } => message!("story-reunified", weeks = plain(weeks.into())),
    }
}

/// The end of the measure.
fn leaves(arm: &ArmChronicle, how: Engagement, now: Option<&FamilyWeek>) -> Text {
    let planned = plain(arm.end.planned.into());
    let attended = plain(arm.end.attended.into());
    let capacity = now.map_or_else(Text::default, |week| state(week.capacity).into());
    match how {
        Engagement::Completed => message!("story-completes", planned, attended, capacity),
        Engagement::DroppedOut => message!("story-drops-out", planned, attended),
        Engagement::Terminated => message!(
            "story-terminated",
            missed = plain(now.map_or(0, |week| week.missed_run).into()),
            planned,
            attended,
        ),
        Engagement::Expired => message!("story-expires", planned, attended, capacity),
        Engagement::EndedByPlacement => message!("story-placement-ends-measure"),
        other => names::engagement(other),
    }
}

/// Visits of one or more weeks.
pub(super) fn visits(planned: u32, attended: u32) -> Text {
    let all = plain(planned.into());
    match attended {
        0 => message!("story-visits-all-missed", planned = all),
        kept if kept == planned => message!("story-visits-all-kept", planned = all),
        kept => message!("story-visits-some-kept", attended = plain(kept.into()), planned = all,),
    }
}
