//! Sentences made from numbers. They never claim more than an interval allows:
//! where the interval of a paired difference holds 0, arms "cannot be told apart".

use homeground_core::evidence::ContrastKind;
use homeground_core::outcomes::manifest::Interval;
use homeground_figures::message;
use homeground_figures::number::{Kind, decimal, estimate, percent, percent_whole, whole};
use homeground_figures::text::Text;

use crate::danger;
use crate::ranking::{Order, ranking};
use crate::readings;
use crate::results::{Estimate, Quantity, Results};
pub use crate::verdict::{Verdict, verdict};

/// Families that a difference of shares is told for.
const PER: f64 = 1000.0;

/// A statement on one arm.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Name of the arm.
    pub arm: Text,
    /// What is said of it.
    pub text: Text,
}

/// The answer on one outcome: a sentence on levels, and a point for each arm against the reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Lowest and highest level.
    pub lead: Text,
    /// What the points are measured against.
    pub against: Text,
    /// One for each arm but the reference.
    pub points: Vec<Point>,
    /// What must be known beside the points; may be empty.
    pub remark: Text,
}

/// What happens to families.
#[derive(Clone, Copy, Debug)]
enum Event {
    Placed,
    Completed,
}

impl Event {
    /// The share of families that it happens to, by a week.
    fn quantity(self, week: u32) -> Quantity<'static> {
        match self {
            Event::Placed => ("placed", "family", week),
            Event::Completed => ("completed", "started", week),
        }
    }

    /// The same in words.
    fn share(self) -> Text {
        match self {
            Event::Placed => message!("sentences-share-placed"),
            Event::Completed => message!("sentences-share-completed"),
        }
    }

    /// The same where the sentence goes on: a relative clause ends with a comma in Norwegian.
    fn share_closed(self) -> Text {
        match self {
            Event::Placed => message!("sentences-share-placed"),
            Event::Completed => message!("sentences-share-completed-closed"),
        }
    }

    /// That many families fewer or more.
    fn change(self, difference: f64, size: Text) -> Text {
        match (self, difference < 0.0) {
            (Event::Placed, true) => message!("sentences-fewer-placed", size),
            (Event::Placed, false) => message!("sentences-more-placed", size),
            (Event::Completed, true) => message!("sentences-fewer-completed", size),
            (Event::Completed, false) => message!("sentences-more-completed", size),
        }
    }
}

/// The answer on placement, by the horizon.
pub fn placement(results: &Results) -> Option<Answer> {
    let week = results.last_week();
    let reference = results.arm(results.reference());
    let nothing = message!("sentences-placed-nobody", week = &week);
    Some(Answer {
        lead: levels(results, Event::Placed, nothing)?,
        against: message!("sentences-against-placed", reference, week),
        points: points(results, Event::Placed),
        remark: danger::beside_placement(results).unwrap_or_default(),
    })
}

/// The answer on completion, by the horizon; none when no arm has a helper measure.
pub fn completion(results: &Results) -> Option<Answer> {
    let week = results.last_week();
    let reference = results.reference();
    let name = results.arm(reference);
    let nothing = message!("sentences-completed-nobody", week = &week);
    let completed = Event::Completed.quantity(results.horizon());
    Some(Answer {
        lead: levels(results, Event::Completed, nothing)?,
        against: match results.value(reference, completed) {
            None => message!("sentences-no-measure", reference = name),
            Some(_) => message!("sentences-against-completed", reference = name, week),
        },
        points: points(results, Event::Completed),
        remark: wait(results).unwrap_or_default(),
    })
}

fn levels(results: &Results, event: Event, nothing: Text) -> Option<Text> {
    let quantity = event.quantity(results.horizon());
    let week = results.last_week();
    let [(lowest, low), (highest, high)] = results.extremes(quantity)?;
    let (low_arm, high_arm) = (results.arm(lowest), results.arm(highest));
    if high.value == 0.0 {
        return Some(nothing);
    }
    let share = |share: Estimate| estimate(share.value, share.interval, Kind::Share);
    let Some(ranking) = ranking(results, quantity, percent) else {
        let (what, arm) = (event.share(), low_arm);
        return Some(message!("sentences-level-one", week, what, share = share(low), arm));
    };
    let what = event.share_closed();
    let (low_share, high_share) = (share(low), share(high));
    let doubt = match ranking.order {
        Order::Same => {
            return Some(message!("sentences-level-same", week, what, share = percent(low.value)));
        }
        Order::Unknown => {
            return Some(message!(
                "sentences-level-one-replicate",
                week,
                what,
                low_share,
                low_arm,
                high_share,
                high_arm,
            ));
        }
        Order::Clear => Text::default(),
        Order::PairedUnclear => message!("sentences-order-paired-unclear"),
        Order::Overlapping => message!("sentences-order-overlapping"),
    };
    let order =
        message!("sentences-level-order", week, what, low_share, low_arm, high_share, high_arm,);
    Some(Text::sentences([order, doubt]))
}

/// How long families wait for a first visit; none when the wait is of no account.
fn wait(results: &Results) -> Option<Text> {
    if !crate::figures::waits(results) {
        return None;
    }
    let week = results.horizon();
    let [(_, shortest), (arm, longest)] = results.extremes(("weeks_waited", "started", week))?;
    let (short, long) = (decimal(shortest.value, 1), decimal(longest.value, 1));
    let waited = if short.prints_like(&long) {
        message!("sentences-waited", weeks = long)
    } else {
        message!("sentences-waited-between", short, long, arm = results.arm(arm))
    };
    let still = results.extremes(("waiting", "offered", week));
    let still = still.filter(|[_, (_, share)]| share.value > 0.0).map(|[_, (arm, share)]| {
        message!(
            "sentences-still-waiting",
            week = results.last_week(),
            share = percent(share.value),
            arm = results.arm(arm),
        )
    });
    Some(Text::sentences([waited, still.unwrap_or_default()]))
}

fn points(results: &Results, event: Event) -> Vec<Point> {
    let quantity = event.quantity(results.horizon());
    let reference = results.reference();
    let point = |arm: usize| {
        let difference = results.difference(arm, quantity)?.times(PER);
        let text = difference_of_shares(difference, results.arm(reference), event);
        let better = results
            .contrast_row(arm, quantity, ContrastKind::Difference)
            .and_then(|row| row.share_of_draws_better)
            .map(|share| message!("sentences-better-in-draws", share = percent_whole(share)));
        Some(Point {
            arm: results.arm(arm),
            text: Text::sentences([text, better.unwrap_or_default()]),
        })
    };
    (0..results.arm_count()).filter(|&arm| arm != reference).filter_map(point).collect()
}

/// A difference per 1000 in words.
fn difference_of_shares(difference: Estimate, reference: Text, event: Event) -> Text {
    let largest =
        difference.value.abs().max(difference.lower().abs()).max(difference.upper().abs());
    // One decimal where whole families would hide the interval.
    let decimals = usize::from(largest < 9.95 || difference.upper() - difference.lower() < 2.0);
    let size = |value: f64| -> Text {
        if value != 0.0 && value.abs() < 0.05 && decimals == 1 {
            message!("sentences-size-under", size = decimal(0.1, 1))
        } else {
            decimal(value.abs(), decimals).into()
        }
    };
    let fewer = |value: f64| message!("sentences-fewer", size = size(value));
    let more = |value: f64| message!("sentences-more", size = size(value));
    let value = difference.value;
    let change = event.change(value, size(value));
    match (verdict(difference), difference.interval) {
        (Verdict::Unknown, _) | (_, None) => {
            message!("sentences-difference-one-replicate", change)
        }
        (Verdict::Unclear, Some((0.0, 0.0))) => {
            message!("sentences-difference-none", reference)
        }
        (Verdict::Unclear, Some((lower, upper))) => message!(
            "sentences-difference-unclear",
            reference,
            lower = fewer(lower),
            upper = more(upper),
        ),
        (_, Some((lower, upper))) => {
            let (near, far) =
                if value < 0.0 { (size(upper), fewer(lower)) } else { (size(lower), more(upper)) };
            let clear = message!("sentences-difference-clear", change, near, far);
            let tiny = (largest < 1.0).then(|| message!("sentences-under-one-family"));
            Text::sentences([clear, tiny.unwrap_or_default()])
        }
    }
}

/// What the intervals of this run hold, with its counts.
pub fn uncertainty(results: &Results) -> Text {
    let manifest = &results.manifest;
    match manifest.interval {
        Interval::MonteCarlo => message!(
            "sentences-intervals-monte-carlo",
            replicates = whole(manifest.replicates),
            families = whole(manifest.families),
        ),
        Interval::ParametersAndMonteCarlo => {
            let draws = message!("sentences-draws", draws = whole(manifest.draws.unwrap_or(0)));
            let from =
                manifest.drawn_from.map(|from| readings::described(from, manifest.reading()));
            let draws = Text::sentences([draws, from.unwrap_or_default()]);
            message!("sentences-intervals-parameters", draws)
        }
        Interval::None => message!("sentences-intervals-none"),
    }
}

#[cfg(test)]
mod tests {
    use homeground_figures::text::Teller;

    use super::*;
    use crate::words::testing::{locales, words};

    fn told(value: f64, interval: Option<(f64, f64)>) -> String {
        let difference = Estimate { value, interval };
        let text = difference_of_shares(difference, "office".into(), Event::Placed);
        let lines: Vec<String> =
            locales().codes().into_iter().map(|code| words(code).tell(&text)).collect();
        lines.join("\n")
    }

    #[test]
    fn clear_differences_are_told_with_their_interval() {
        insta::assert_snapshot!(told(-8.2, Some((-10.4, -6.1))), @r"
    8 fewer have a child placed (95% interval: 6 to 10 fewer).
    8 færre får et barn plassert (95 %-intervall: 6 til 10 færre).
    8 færre får eit barn plassert (95 %-intervall: 6 til 10 færre).
    ");
        insta::assert_snapshot!(told(4.04, Some((2.0, 6.0))), @r"
    4.0 more have a child placed (95% interval: 2.0 to 6.0 more).
    4,0 flere får et barn plassert (95 %-intervall: 2,0 til 6,0 flere).
    4,0 fleire får eit barn plassert (95 %-intervall: 2,0 til 6,0 fleire).
    ");
    }

    #[test]
    fn an_interval_with_zero_never_becomes_a_claim() {
        insta::assert_snapshot!(told(-0.6, Some((-3.1, 1.9))), @r"
    cannot be told apart from office: the interval runs from 3.1 fewer to 1.9 more.
    kan ikke skilles fra office: intervallet går fra 3,1 færre til 1,9 flere.
    kan ikkje skiljast frå office: intervallet går frå 3,1 færre til 1,9 fleire.
    ");
        insta::assert_snapshot!(told(0.0, Some((0.0, 0.0))), @r"
    no difference from office in any replicate.
    ingen forskjell fra office i noen gjentakelse.
    ingen skilnad frå office i nokon gjentaking.
    ");
    }

    #[test]
    fn one_replicate_gives_no_certainty() {
        insta::assert_snapshot!(told(-8.2, None), @r"
    8.2 fewer have a child placed in this run; without an interval this may be chance.
    8,2 færre får et barn plassert i denne kjøringen; uten intervall kan det være tilfeldig.
    8,2 færre får eit barn plassert i denne køyringa; utan intervall kan det vere tilfeldig.
    ");
    }

    #[test]
    fn a_tiny_clear_difference_is_called_tiny() {
        insta::assert_snapshot!(told(-0.3, Some((-0.4, -0.2))), @r"
    0.3 fewer have a child placed (95% interval: 0.2 to 0.4 fewer). That is less than one family in 1000.
    0,3 færre får et barn plassert (95 %-intervall: 0,2 til 0,4 færre). Det er mindre enn én familie av 1000.
    0,3 færre får eit barn plassert (95 %-intervall: 0,2 til 0,4 færre). Det er mindre enn éin familie av 1000.
    ");
    }
}
