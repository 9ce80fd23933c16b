//! Names and numbers that several parts of the story use.

use homeground_core::evidence;
use homeground_core::model::cohort::Engagement;
use homeground_figures::text::{Number, Text, decimal};
use homeground_figures::{key, message};

/// A state between 0 and 1.
pub(super) fn state(value: f32) -> Number {
    decimal(f64::from(value), 2)
}

/// A factor by its place in the catalogue; one that is new keeps its key.
pub(super) fn factor(index: usize) -> Text {
    let Some(factor) = evidence::catalogue().get(index) else {
        return Text::default();
    };
    let name = &factor.key;
    key!("story-factor-{name}").or(spoken(name)).into()
}

/// A key as it is said where no language has a name for it.
pub(super) fn spoken(key: &str) -> String {
    key.replace('_', " ")
}

/// How hard a life event of so many logits strikes. Events are exponential with a
/// mean of 0.8, so that about half are small and one in five is heavy.
pub(super) fn life_event_size(size: f32) -> &'static str {
    const SMALL: f32 = 0.5;
    const HEAVY: f32 = 1.3;
    match size {
        size if size < SMALL => "small",
        size if size < HEAVY => "hard",
        _ => "heavy",
    }
}

/// Where a family stands with its measure, without the week.
pub(super) fn engagement(engagement: Engagement) -> Text {
    match engagement {
        Engagement::Untreated => message!("story-engagement-untreated"),
        Engagement::Declined => message!("story-engagement-declined"),
        Engagement::Waiting => message!("story-engagement-waiting"),
        Engagement::Engaged => message!("story-engagement-engaged"),
        Engagement::Completed => message!("story-engagement-completed"),
        Engagement::DroppedOut => message!("story-engagement-dropped-out"),
        Engagement::Terminated => message!("story-engagement-terminated"),
        Engagement::Expired => message!("story-engagement-expired"),
        Engagement::EndedByPlacement => message!("story-engagement-ended-by-placement"),
    }
}
