//! What an arm offers.

use homeground_core::scenario::{Arm, Levels, Programme};
use homeground_figures::text::{Text, decimal, plain};
use homeground_figures::{key, message};

use crate::story::names::spoken;

/// The offer of an arm in words.
pub(super) fn offers(arm: &Arm) -> Text {
    let mut beside: Vec<Text> = arm
        .compensating
        .iter()
        .map(|measure| {
            let name = compensating(&measure.kind);
            match measure.follow_up {
                true => name,
                false => message!("story-not-followed-up", measure = name),
            }
        })
        .collect();
    if arm.control_measure.is_some_and(|intensity| intensity > 0.0) {
        beside.push(message!("story-checks"));
    }
    let measures = Text::list(beside);
    match (&arm.programme, measures.is_empty()) {
        (Some(programme), true) => offer(programme),
        (Some(programme), false) => {
            Text::sentences([offer(programme), message!("story-beside-programme", measures)])
        }
        (None, false) => message!("story-no-helper-but", measures),
        (None, true) => message!("story-nothing-offered"),
    }
}

/// The design of a measure in one sentence.
fn offer(programme: &Programme) -> Text {
    let mut place = arena(&programme.arena);
    if let Some(first) = &programme.first_arena {
        place = message!("story-place-changes", first = arena(first), then = place);
    }
    let [least, most] =
        [programme.duration_weeks, programme.max_weeks].map(|weeks| plain(weeks.into()));
    let weeks = match programme.max_weeks > programme.duration_weeks {
        true => Text::between(least, most, false),
        false => least.into(),
    };
    let minutes = programme.visit_minutes;
    message!(
        "story-offer",
        profession = profession(&programme.profession),
        place,
        rate = rate(programme),
        minutes = decimal(minutes, usize::from(minutes.fract() != 0.0)),
        weeks,
        control = control(&programme.control),
    )
}

/// Where visits are held.
fn arena(name: &str) -> Text {
    key!("story-arena-{name}").or(spoken(name)).into()
}

/// Who comes.
fn profession(name: &str) -> Text {
    key!("story-profession-{name}").or(spoken(name)).into()
}

/// With what power the helper comes.
fn control(name: &str) -> Text {
    key!("story-control-{name}").or(spoken(name)).into()
}

/// A compensating measure.
fn compensating(name: &str) -> Text {
    key!("story-compensating-{name}").or(spoken(name)).into()
}

/// How often the helper comes.
fn rate(programme: &Programme) -> Text {
    if programme.levels == Levels::NeedBased {
        return message!("story-rate-by-need");
    }
    let steps = programme.schedule.iter().map(|step| {
        let rate = frequency(step.visits_per_week);
        match step.from_week {
            0 => rate,
            week => message!("story-rate-from-week", rate, week = plain(week.into())),
        }
    });
    Text::joined(", ", steps)
}

fn frequency(visits_per_week: f64) -> Text {
    let every = (1.0 / visits_per_week).round();
    let is_whole = (1.0 / visits_per_week - every).abs() < 0.02;
    match visits_per_week {
        0.0 => message!("story-rate-none"),
        1.0 => message!("story-rate-weekly"),
        0.5 => message!("story-rate-every-other-week"),
        rate if rate < 1.0 && is_whole => {
            message!("story-rate-every-weeks", weeks = plain(every as u64))
        }
        rate => {
            let exact = |decimals: &usize| {
                let power = 10f64.powi(*decimals as i32);
                ((rate * power).round() / power - rate).abs() < 1e-9
            };
            let times = decimal(rate, (0..2).find(exact).unwrap_or(2));
            message!("story-rate-times-a-week", times)
        }
    }
}
