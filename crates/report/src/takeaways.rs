//! One sentence under each figure on what it shows.

use homeground_core::outcomes::manifest::Interval;
use homeground_figures::message;
use homeground_figures::number::{
    Kind, Number, decimal, percent, percent_whole, plain, range, value,
};
use homeground_figures::text::Text;

use crate::figures::EXITS;
use crate::names;
use crate::ranking::{Order, Ranking, ranking};
use crate::results::{Quantity, Results};
use crate::verdict::verdict;

/// What a figure shows, from the numbers; empty when there is nothing to say.
pub fn takeaway(figure: &str, results: &Results) -> Text {
    match figure {
        "placement" => placement(results),
        "completion_and_placement" => completion_and_placement(results),
        "contrasts" => contrasts(results),
        "exits" => exits(results),
        "alliance_trust" => alliance(results),
        "dose" => dose(results),
        "cost" => cost(results),
        "subgroups" => subgroups(results),
        "capacity_stress" => capacity(results),
        _ => None,
    }
    .unwrap_or_default()
}

fn placement(results: &Results) -> Option<Text> {
    let placed = ("placed", "family", results.horizon());
    let [(lowest, low), (highest, high)] = results.extremes(placed)?;
    let half = results
        .curve(highest, "placement")
        .iter()
        .find(|(_, share)| share.value >= high.value / 2.0)?
        .0;
    if high.value == 0.0 {
        return None;
    }
    let (week, half) = (results.last_week(), plain(half.into()));
    let ranking = ranking(results, placed, percent);
    if ranking.is_some_and(|ranking| ranking.order == Order::Same) {
        let share = percent(high.value);
        return Some(message!("takeaways-placement-same", week, share, half));
    }
    if lowest == highest {
        return Some(message!("takeaways-placement-one", week, half));
    }
    let families = decimal((high.value - low.value) * 1000.0, 0);
    let (low, high) = (results.arm(lowest), results.arm(highest));
    Some(message!("takeaways-placement", low, high, families, week, half))
}

fn completion_and_placement(results: &Results) -> Option<Text> {
    let week = results.horizon();
    let completed = ranking(results, ("completed", "started", week), percent)?;
    let placed = ranking(results, ("placed", "family", week), percent)?;
    let orders = [completed.order, placed.order];
    // One replicate ranks no arms, and where nobody is placed there is no order.
    if orders.contains(&Order::Unknown) || placed.highest.1.value == 0.0 {
        return None;
    }
    let (most, least) = (completed.highest.0, placed.lowest.0);
    let (completed, placed) = (results.arm(most), results.arm(least));
    Some(match orders.map(|order| order == Order::Same) {
        [true, true] => message!("takeaways-both-same"),
        [true, false] => message!("takeaways-completion-same", placed),
        [false, true] => message!("takeaways-placed-same", completed),
        [false, false] if most == least => message!("takeaways-both-best", arm = completed),
        [false, false] => message!("takeaways-ranked-apart", completed, placed),
    })
}

fn contrasts(results: &Results) -> Option<Text> {
    let week = results.horizon();
    // Arms that differ clearly from the reference, and all that are compared with it.
    let count = |quantity: Quantity| {
        let differences = (0..results.arm_count())
            .filter(|&arm| arm != results.reference())
            .filter_map(|arm| results.difference(arm, quantity));
        differences.fold((0usize, 0usize), |(clear, all), difference| {
            (clear + usize::from(verdict(difference).is_clear()), all + 1)
        })
    };
    let (placed, compared) = count(("placed", "family", week));
    if compared == 0 {
        return None;
    }
    if results.manifest.interval == Interval::None {
        return Some(message!("takeaways-contrasts-one-replicate"));
    }
    let reference = results.arm(results.reference());
    Some(match count(("completed", "started", week)) {
        (_, 0) => message!("takeaways-contrasts-placed", placed, compared, reference),
        (completed, compared_completed) => message!(
            "takeaways-contrasts",
            placed,
            compared,
            reference,
            completed,
            compared_completed,
        ),
    })
}

fn exits(results: &Results) -> Option<Text> {
    let week = results.horizon();
    let exits = ["completed", "dropped_out"];
    let parts: Vec<Text> =
        exits.into_iter().filter_map(|exit| exit_by_arm(results, exit)).collect();
    if parts.is_empty() {
        return None;
    }
    let reference = results.reference();
    let common = EXITS
        .iter()
        .filter_map(|exit| Some((*exit, results.value(reference, (exit, "started", week))?)))
        .max_by(|left, right| left.1.value.total_cmp(&right.1.value))
        .map(|(exit, share)| {
            message!(
                "takeaways-exits-common",
                arm = results.arm(reference),
                exit = names::outcome(exit),
                share = percent_whole(share.value),
            )
        });
    let parts = message!("takeaways-exits", week = results.last_week(), parts = Text::list(parts));
    Some(Text::sentences([parts, common.unwrap_or_default()]))
}

/// In which arm a way out is most common.
fn exit_by_arm(results: &Results, exit: &'static str) -> Option<Text> {
    let quantity = (exit, "started", results.horizon());
    let [_, (arm, share)] = results.extremes(quantity)?;
    let share = percent_whole(share.value);
    Some(match ranking(results, quantity, percent_whole) {
        Some(Ranking { order: Order::Same, .. }) => message!("takeaways-exits-same", exit, share),
        Some(Ranking { lowest, order: Order::Unknown, .. }) => {
            let low = percent_whole(lowest.1.value);
            message!("takeaways-exits-between", exit, low, high = share)
        }
        _ => message!("takeaways-exits-most", exit, arm = results.arm(arm), share),
    })
}

/// Week in which arms must have no more than this share of families waiting, for their
/// alliance in week 12 to be compared: after a long wait it is younger.
const STARTED_BY: u32 = 8;
const STILL_WAITING: f64 = 0.05;

fn starts_late(results: &Results) -> bool {
    (0..results.arm_count()).any(|arm| {
        results
            .curve(arm, "waiting")
            .iter()
            .any(|(week, share)| *week == STARTED_BY && share.value > STILL_WAITING)
    })
}

/// Names and values of the lowest and the highest arm.
fn ends(
    results: &Results,
    ranking: &Ranking,
    print: impl Fn(f64) -> Number,
) -> [(Text, Number); 2] {
    [ranking.lowest, ranking.highest].map(|(arm, value)| (results.arm(arm), print(value.value)))
}

fn alliance(results: &Results) -> Option<Text> {
    if starts_late(results) {
        return None;
    }
    let week = [12, 13, 26, results.horizon()]
        .into_iter()
        .find(|&week| results.extremes(("alliance", "started", week)).is_some())?;
    let print = |value| decimal(value, 2);
    let ranked = ranking(results, ("alliance", "started", week), print)?;
    let [(low_arm, low), (high_arm, high)] = ends(results, &ranked, print);
    let week = plain(week.into());
    let levels = match ranked.order {
        Order::Same => message!("takeaways-alliance-same", week, alliance = high),
        Order::Unknown => {
            message!("takeaways-alliance-one-replicate", week, low, low_arm, high, high_arm)
        }
        _ => message!("takeaways-alliance", week, low, low_arm, high, high_arm),
    };
    Some(Text::sentences([levels, message!("takeaways-alliance-who-stays")]))
}

fn dose(results: &Results) -> Option<Text> {
    let visits = ("visits", "started", results.horizon());
    let [(fewest, few), (most, many)] = results.extremes(visits)?;
    let (low, high) = (decimal(few.value, 1), decimal(many.value, 1));
    let several = results.values(visits).iter().flatten().count() > 1;
    let attended = if several && low.prints_like(&high) {
        message!("takeaways-dose-same", visits = high)
    } else if fewest == most {
        message!("takeaways-dose-one", visits = high)
    } else {
        let (low_arm, high_arm) = (results.arm(fewest), results.arm(most));
        message!("takeaways-dose", low, low_arm, high, high_arm)
    };
    let shares = results.extremes(("attended_share", "started", results.horizon()));
    let share = shares.map(|[(_, least), (_, largest)]| {
        let share = if least.value == largest.value {
            percent(least.value)
        } else {
            range((least.value, largest.value), Kind::Share)
        };
        message!("takeaways-dose-attended", share)
    });
    Some(Text::sentences([attended, share.unwrap_or_default()]))
}

/// The arm whose paired cost differs most from the reference, of those that differ clearly.
fn clearest_cost(results: &Results) -> Option<(usize, f64)> {
    let quantity = ("cost_nok", "family", results.horizon());
    (0..results.arm_count())
        .filter(|&arm| arm != results.reference())
        .filter_map(|arm| Some((arm, results.difference(arm, quantity)?)))
        .filter(|(_, difference)| verdict(*difference).is_clear())
        .map(|(arm, difference)| (arm, difference.value))
        .max_by(|left, right| left.1.abs().total_cmp(&right.1.abs()))
}

fn cost(results: &Results) -> Option<Text> {
    let week = results.horizon();
    let print = |money| value(money, Kind::Money);
    let cost = ranking(results, ("cost_nok", "family", week), print)?;
    let [(low_arm, low), (high_arm, high)] = ends(results, &cost, print);
    let costs = match (cost.order, clearest_cost(results)) {
        (Order::Clear, _) => message!("takeaways-cost", low, low_arm, high, high_arm),
        (Order::Unknown, _) => {
            message!("takeaways-cost-one-replicate", low, low_arm, high, high_arm)
        }
        (_, Some((arm, difference))) => {
            let arm = results.arm(arm);
            let reference = results.arm(results.reference());
            let cost = print(difference.abs());
            if difference < 0.0 {
                message!("takeaways-cost-less", reference, arm, cost)
            } else {
                message!("takeaways-cost-more", reference, arm, cost)
            }
        }
        (_, None) => message!("takeaways-cost-alike"),
    };
    let placed = ranking(results, ("placed", "family", week), percent);
    let placed = placed.filter(|placed| placed.order == Order::Clear);
    let placed = placed.map(|placed| {
        let arm = results.arm(placed.lowest.0);
        if placed.lowest.0 == cost.lowest.0 && cost.order == Order::Clear {
            message!("takeaways-cost-placed-also", arm)
        } else {
            message!("takeaways-cost-placed", arm)
        }
    });
    Some(Text::sentences([costs, placed.unwrap_or_default()]))
}

fn subgroups(results: &Results) -> Option<Text> {
    let reference = results.reference();
    let groups = results.groups("risk_factors");
    let (first, last) = (groups.first()?, groups.last()?);
    let few = results.subgroup(reference, ("risk_factors", first), "placed")?;
    let many = results.subgroup(reference, ("risk_factors", last), "placed")?;
    Some(message!(
        "takeaways-subgroups",
        arm = results.arm(reference),
        low = percent(few.value),
        low_group = names::group("risk_factors", first),
        high = percent(many.value),
        high_group = names::group("risk_factors", last),
    ))
}

fn capacity(results: &Results) -> Option<Text> {
    let print = |value| decimal(value, 3);
    let ranked = ranking(results, ("capacity", "family", results.horizon()), print)?;
    let [(low_arm, low), (high_arm, high)] = ends(results, &ranked, print);
    let week = results.last_week();
    Some(match ranked.order {
        Order::Same => message!("takeaways-capacity-same", week, capacity = high),
        _ => message!("takeaways-capacity", week, low, low_arm, high, high_arm),
    })
}
