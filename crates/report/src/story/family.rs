//! Who the family is at referral, and what strikes it under any arm.

use std::ops::Range;

use homeground_core::model::design::{PROTECTIVES, RISKS};
use homeground_core::outcomes::chronicle::{Event, FamilyEvent};
use homeground_core::outcomes::trace::FamilyAtReferral;
use homeground_figures::message;
use homeground_figures::text::{Text, plain};

use crate::story::names::{factor, life_event_size, state};

/// Who the family is, in five paragraphs.
pub(super) fn at_referral(family: &FamilyAtReferral) -> impl Iterator<Item = Text> {
    let names = |range: Range<usize>| -> Vec<Text> {
        range.filter(|index| family.factors >> index & 1 == 1).map(factor).collect()
    };
    let (risks, supports) = (names(0..RISKS), names(RISKS..RISKS + PROTECTIVES));
    let who = message!(
        "story-family",
        family = plain(family.family.into()),
        children = plain(family.children.into()),
        age = plain(family.child_age.floor() as u64),
    );
    let adversity = message!("story-adversity", harder = percentile(family.adversity));
    [
        Text::sentences([who, adversity]),
        message!("story-strains", count = risks.len(), all = RISKS, names = Text::list(risks),),
        message!(
            "story-supports",
            count = supports.len(),
            all = PROTECTIVES,
            names = Text::list(supports),
        ),
        message!(
            "story-way-to-office",
            travel = degree(family.travel_burden),
            shame = degree(family.stigma_sensitivity),
        ),
        message!(
            "story-at-referral",
            capacity = state(family.capacity),
            trust = state(family.trust),
            wellbeing = state(family.wellbeing),
            danger = percentile(family.frailty_unit),
        ),
    ]
    .into_iter()
}

/// Of 100 draws of a standard normal, how many lie below; at least 1, at most 99.
fn percentile(z: f32) -> u32 {
    let below = 0.5 * libm::erfc(-f64::from(z) / std::f64::consts::SQRT_2);
    ((below * 100.0).round() as u32).clamp(1, 99)
}

/// Low, middle or high on the scale of Beta(2,3), cut so that about a third of
/// families fall into each.
fn degree(value: f32) -> &'static str {
    const LOW: f32 = 0.29;
    const HIGH: f32 = 0.49;
    if value >= HIGH {
        "high"
    } else if value >= LOW {
        "middle"
    } else {
        "low"
    }
}

/// What strikes the family, whatever the arm.
pub(super) fn life_events(happenings: &[FamilyEvent]) -> Text {
    let events: Vec<Text> = happenings
        .iter()
        .filter_map(|happening| match happening.event {
            Event::LifeEvent(size) => Some(message!(
                "story-life-event-in-week",
                week = plain(happening.week.into()),
                size = life_event_size(size),
            )),
            _ => None,
        })
        .collect();
    if events.is_empty() {
        return message!("story-no-life-events");
    }
    message!("story-life-events", events = Text::joined("; ", events))
}
