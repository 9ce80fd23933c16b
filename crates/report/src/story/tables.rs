//! Tables of the story: arms side by side, and every week of an arm.

use homeground_core::model::cohort::{Engagement, NEVER, Placement};
use homeground_core::outcomes::chronicle::{ArmChronicle, Chronicle, Event};
use homeground_core::outcomes::trace::FamilyWeek;
use homeground_figures::message;
use homeground_figures::text::{Text, plain};

use crate::plain::Column;
use crate::story::course::measure;
use crate::story::layout::Table;
use crate::story::names::{self, state};
use crate::translated;

/// The arms at the end of follow-up, with the start for comparison.
pub(super) fn comparison(chronicle: &Chronicle) -> Table {
    let start = &chronicle.family;
    let none = || Text::from("–");
    let at_referral = vec![
        message!("story-row-at-referral"),
        none(),
        none(),
        none(),
        none(),
        none(),
        state(start.trust).into(),
        state(start.capacity).into(),
        none(),
        state(start.wellbeing).into(),
    ];
    let arms = chronicle.arms.iter().map(|arm| {
        let (end, last) = (&arm.end, arm.weeks.last());
        let read = |value: fn(&FamilyWeek) -> f32| {
            last.map_or_else(none, |week| state(value(week)).into())
        };
        let breaks = arm.happenings.iter().filter(|one| one.event == Event::RuptureOpens).count();
        let (visits, breaks) = match end.start_week {
            NEVER => (none(), none()),
            _ => (of_planned(end.attended, end.planned), plain(breaks as u64).into()),
        };
        vec![
            translated::name_of(&arm.arm),
            measure(arm),
            visits,
            breaks,
            match end.first_placement_week {
                NEVER => none(),
                week => plain((week + 1).into()).into(),
            },
            plain(end.weeks_in_care.into()).into(),
            read(|week| week.trust),
            read(|week| week.capacity),
            read(|week| week.stress),
            read(|week| week.wellbeing),
        ]
    });
    Table {
        rows: std::iter::once(at_referral).chain(arms).collect(),
        columns: vec![
            (message!("story-column-arm"), Column::Text),
            (message!("story-column-measure"), Column::Text),
            (message!("story-column-visits-kept"), Column::Number),
            (message!("story-column-breaks"), Column::Number),
            (message!("story-column-away-from-week"), Column::Number),
            (message!("story-column-weeks-away"), Column::Number),
            (message!("story-column-trust"), Column::Number),
            (message!("story-column-capacity"), Column::Number),
            (message!("story-column-stress"), Column::Number),
            (message!("story-column-wellbeing"), Column::Number),
        ],
    }
}

/// Every week of an arm.
pub(super) fn all_weeks(arm: &ArmChronicle) -> Table {
    let rows = arm.weeks.iter().zip(1u64..).map(|(week, number)| {
        vec![
            plain(number).into(),
            match week.planned {
                0 => Text::default(),
                planned => of_planned(week.attended, planned),
            },
            match week.engagement {
                Engagement::Engaged => state(week.alliance).into(),
                _ => Text::default(),
            },
            state(week.trust).into(),
            state(week.stress).into(),
            state(week.capacity).into(),
            state(week.wellbeing).into(),
            state(week.danger).into(),
            state(week.concern).into(),
            standing(week),
        ]
    });
    Table {
        rows: rows.collect(),
        columns: vec![
            (message!("story-column-week"), Column::Number),
            (message!("story-column-visits"), Column::Number),
            (message!("story-column-alliance"), Column::Number),
            (message!("story-column-trust"), Column::Number),
            (message!("story-column-stress"), Column::Number),
            (message!("story-column-capacity"), Column::Number),
            (message!("story-column-wellbeing"), Column::Number),
            (message!("story-column-danger"), Column::Number),
            (message!("story-column-concern"), Column::Number),
            (message!("story-column-standing"), Column::Text),
        ],
    }
}

/// Visits attended of those planned: `3/9`.
fn of_planned(attended: u32, planned: u32) -> Text {
    Text::from(format!("{attended}/{planned}"))
}

fn standing(week: &FamilyWeek) -> Text {
    match (week.placement, week.engagement) {
        (Placement::Placed, _) => message!("story-standing-placed"),
        (_, Engagement::Engaged) => message!("story-standing-engaged"),
        (_, Engagement::Waiting) => message!("story-standing-waiting"),
        (_, other) => names::engagement(other),
    }
}
