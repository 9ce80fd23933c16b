//! One sentence under each figure on what it shows, and one on how to read it.

use crate::figures::EXITS;
use crate::language::Language;
use crate::numbers::Kind;
use crate::ranking::{Order, Ranking, ranking};
use crate::results::{Quantity, Results};
use crate::sentences::{Verdict, extremes, verdict};

/// What a figure shows, from the numbers; empty when there is nothing to say.
pub fn takeaway(figure: &str, results: &Results, language: Language) -> String {
    match figure {
        "placement" => placement(results, language),
        "completion_and_placement" => completion_and_placement(results, language),
        "contrasts" => contrasts(results, language),
        "exits" => exits(results, language),
        "alliance_trust" => alliance(results, language),
        "dose" => dose(results, language),
        "cost" => cost(results, language),
        "subgroups" => subgroups(results, language),
        "capacity_stress" => capacity(results, language),
        _ => None,
    }
    .unwrap_or_default()
}

fn placement(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let [(lowest, low), (highest, high)] = extremes(results, ("placed", "family", week))?;
    let half = results
        .curve(highest, "placement")
        .iter()
        .find(|(_, share)| share.value >= high.value / 2.0)?
        .0;
    if high.value == 0.0 {
        return None;
    }
    let alike = ranking(results, ("placed", "family", week), |share| {
        language.percent(share)
    })
    .is_some_and(|ranking| ranking.order == Order::Same);
    if alike {
        let share = language.percent(high.value);
        return Some(match language {
            Language::English => format!(
                "Placement by week {week} is about the same in all arms ({share}); half of the placements come by week {half}."
            ),
            Language::Norwegian => format!(
                "Plasseringen innen uke {week} er om lag lik i alle alternativer ({share}); halvparten av plasseringene skjer innen uke {half}."
            ),
        });
    }
    let gap = language.decimal((high.value - low.value) * 1000.0, 0);
    let (low, high) = (results.arm_name(lowest), results.arm_name(highest));
    Some(if lowest == highest {
        match language {
            Language::English => {
                format!("Half of the families placed by week {week} are placed by week {half}.")
            }
            Language::Norwegian => {
                format!("Halvparten av plasseringene innen uke {week} skjer innen uke {half}.")
            }
        }
    } else {
        match language {
            Language::English => format!(
                "Between {low} and {high} lie {gap} families per 1000 at week {week}; in {high}, half of the placements come by week {half}."
            ),
            Language::Norwegian => format!(
                "Mellom {low} og {high} skiller det {gap} familier per 1000 i uke {week}; i {high} skjer halvparten av plasseringene innen uke {half}."
            ),
        }
    })
}

fn completion_and_placement(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let print = |share| language.percent(share);
    let completed = ranking(results, ("completed", "started", week), print)?;
    let placed = ranking(results, ("placed", "family", week), print)?;
    let orders = [completed.order, placed.order];
    // One replicate ranks no arms, and where nobody is placed there is no order.
    if orders.contains(&Order::Unknown) || placed.highest.1.value == 0.0 {
        return None;
    }
    let (most, least) = (completed.highest.0, placed.lowest.0);
    let (most_name, least_name) = (results.arm_name(most), results.arm_name(least));
    Some(match (orders.map(|order| order == Order::Same), language) {
        ([true, true], Language::English) => {
            "Completion and placement are each about the same in all arms.".to_owned()
        }
        ([true, true], Language::Norwegian) => {
            "Både fullføring og plassering er om lag like i alle alternativer.".to_owned()
        }
        ([true, false], Language::English) => format!(
            "Completion is about the same in all arms; by the estimates, placement is lowest in {least_name}."
        ),
        ([true, false], Language::Norwegian) => format!(
            "Fullføringen er om lag lik i alle alternativer; etter estimatene er plasseringen lavest i {least_name}."
        ),
        ([false, true], Language::English) => format!(
            "By the estimates, completion is highest in {most_name}; placement is about the same in all arms."
        ),
        ([false, true], Language::Norwegian) => format!(
            "Etter estimatene er fullføringen høyest i {most_name}; plasseringen er om lag lik i alle alternativer."
        ),
        ([false, false], Language::English) if most == least => format!(
            "By the estimates, {most_name} has both the highest completion and the lowest placement."
        ),
        ([false, false], Language::Norwegian) if most == least => {
            format!("Etter estimatene har {most_name} både høyest fullføring og lavest plassering.")
        }
        ([false, false], Language::English) => format!(
            "By the estimates, completion is highest in {most_name}, but placement is lowest in {least_name}: the two outcomes do not rank the arms alike."
        ),
        ([false, false], Language::Norwegian) => format!(
            "Etter estimatene er fullføringen høyest i {most_name}, men plasseringen lavest i {least_name}: de to utfallene rangerer ikke alternativene likt."
        ),
    })
}

fn contrasts(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let count = |quantity: Quantity| {
        let verdicts: Vec<Verdict> = (0..results.arm_count())
            .filter(|&arm| arm != results.reference())
            .filter_map(|arm| results.difference(arm, quantity))
            .map(verdict)
            .collect();
        let clear = verdicts
            .iter()
            .filter(|verdict| matches!(verdict, Verdict::Lower | Verdict::Higher))
            .count();
        (clear, verdicts.len())
    };
    let (placed, compared) = count(("placed", "family", week));
    if compared == 0 {
        return None;
    }
    if results.manifest.interval == homeground_core::outcomes::manifest::Interval::None {
        return Some(language.pick("One replicate: the points show what this run gave, not what is established.", "Én gjentakelse: punktene viser hva denne kjøringen ga, ikke hva som er fastslått.").to_owned());
    }
    let reference = results.arm_name(results.reference());
    let (completed, compared_completed) = count(("completed", "started", week));
    let completion = match (compared_completed, language) {
        (0, _) => String::new(),
        (_, Language::English) => {
            format!(", and {completed} of {compared_completed} in completion")
        }
        (_, Language::Norwegian) => {
            format!(", og {completed} av {compared_completed} i fullføring")
        }
    };
    Some(match language {
        Language::English => format!(
            "In placement, {placed} of {compared} arms can be told apart from {reference}{completion}."
        ),
        Language::Norwegian => format!(
            "I plassering kan {placed} av {compared} alternativer skilles fra {reference}{completion}."
        ),
    })
}

fn exits(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let words = language.words();
    let parts: Vec<String> = ["completed", "dropped_out"]
        .into_iter()
        .filter_map(|exit| {
            let [_, (arm, share)] = extremes(results, (exit, "started", week))?;
            let (name, share) = (results.arm_name(arm), language.percent_whole(share.value));
            let ranked = ranking(results, (exit, "started", week), |share| {
                language.percent_whole(share)
            });
            let noun = match exit {
                "completed" => language.pick("completion", "fullføring"),
                _ => language.pick("dropout", "frafall"),
            };
            match ranked {
                Some(Ranking {
                    order: Order::Same, ..
                }) => {
                    let same = language.pick(
                        "is about the same in all arms",
                        "er om lag likt i alle alternativer",
                    );
                    return Some(format!("{noun} {same} ({share})"));
                }
                Some(Ranking {
                    lowest,
                    order: Order::Unknown,
                    ..
                }) => {
                    let low = language.percent_whole(lowest.1.value);
                    return Some(match language {
                        Language::English => format!("{noun} runs from {low} to {share}"),
                        Language::Norwegian => format!("{noun} ligger mellom {low} og {share}"),
                    });
                }
                _ => {}
            }
            Some(match (exit, language) {
                ("completed", Language::English) => {
                    format!("completion is most common in {name} ({share})")
                }
                ("completed", Language::Norwegian) => {
                    format!("fullføring er vanligst i {name} ({share})")
                }
                (_, Language::English) => format!("dropout is most common in {name} ({share})"),
                (_, Language::Norwegian) => format!("frafall er vanligst i {name} ({share})"),
            })
        })
        .collect();
    let reference = results.reference();
    let main_way = EXITS
        .iter()
        .filter_map(|exit| Some((*exit, results.value(reference, (exit, "started", week))?)))
        .max_by(|left, right| left.1.value.total_cmp(&right.1.value));
    let mut text = match language {
        Language::English => format!("By week {week}, {}.", parts.join(" and ")),
        Language::Norwegian => format!("I uke {week}: {}.", parts.join(" og ")),
    };
    if parts.is_empty() {
        return None;
    }
    if let Some((exit, share)) = main_way {
        let (name, share) = (
            results.arm_name(reference),
            language.percent_whole(share.value),
        );
        let exit = words.outcome(exit);
        text.push_str(&match language {
            Language::English => {
                format!(" The most common outcome in {name} is “{exit}” ({share}).")
            }
            Language::Norwegian => format!(" Det vanligste i {name} er «{exit}» ({share})."),
        });
    }
    Some(text)
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

fn alliance(results: &Results, language: Language) -> Option<String> {
    if starts_late(results) {
        return None;
    }
    let week = [12, 13, 26, results.horizon()]
        .into_iter()
        .find(|&week| extremes(results, ("alliance", "started", week)).is_some())?;
    let print = |value| language.decimal(value, 2);
    let ranked = ranking(results, ("alliance", "started", week), print)?;
    let (low_name, high_name) = (
        results.arm_name(ranked.lowest.0),
        results.arm_name(ranked.highest.0),
    );
    let (low, high) = (print(ranked.lowest.1.value), print(ranked.highest.1.value));
    let levels = match (ranked.order, language) {
        (Order::Same, Language::English) => format!(
            "Among families engaged in week {week}, mean alliance is about the same in all arms ({high})."
        ),
        (Order::Same, Language::Norwegian) => format!(
            "Blant familier som er i tiltaket i uke {week}, er alliansen i snitt om lag lik i alle alternativer ({high})."
        ),
        (Order::Unknown, Language::English) => format!(
            "Among families engaged in week {week}, mean alliance runs from {low} ({low_name}) to {high} ({high_name}) in this one replicate."
        ),
        (Order::Unknown, Language::Norwegian) => format!(
            "Blant familier som er i tiltaket i uke {week}, ligger alliansen i snitt mellom {low} ({low_name}) og {high} ({high_name}) i denne ene gjentakelsen."
        ),
        (_, Language::English) => format!(
            "Among families engaged in week {week}, mean alliance is strongest in {high_name} ({high}) and weakest in {low_name} ({low})."
        ),
        (_, Language::Norwegian) => format!(
            "Blant familier som er i tiltaket i uke {week}, er alliansen i snitt sterkest i {high_name} ({high}) og svakest i {low_name} ({low})."
        ),
    };
    let who_stays = language.pick(
        "Families with a weak alliance leave, so the mean also rises by who stays.",
        "Familier med svak allianse slutter, så snittet stiger også fordi de med sterkest allianse blir igjen.",
    );
    Some(format!("{levels} {who_stays}"))
}

fn dose(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let [(fewest, few), (most, many)] = extremes(results, ("visits", "started", week))?;
    let (few_name, many_name) = (results.arm_name(fewest), results.arm_name(most));
    let (few, many) = (
        language.decimal(few.value, 1),
        language.decimal(many.value, 1),
    );
    let several = results
        .values(("visits", "started", week))
        .iter()
        .flatten()
        .count()
        > 1;
    let mut text = match (fewest == most, language) {
        (_, Language::English) if several && few == many => {
            format!(
                "A family that starts attends about the same number of visits in all arms: {many}."
            )
        }
        (_, Language::Norwegian) if several && few == many => {
            format!(
                "En familie som begynner, får gjennomført om lag like mange besøk i alle alternativer: {many}."
            )
        }
        (true, Language::English) => format!("A family that starts attends {many} visits."),
        (true, Language::Norwegian) => {
            format!("En familie som begynner, får gjennomført {many} besøk.")
        }
        (false, Language::English) => format!(
            "A family that starts attends from {few} visits ({few_name}) to {many} ({many_name})."
        ),
        (false, Language::Norwegian) => format!(
            "En familie som begynner, får gjennomført fra {few} besøk ({few_name}) til {many} ({many_name})."
        ),
    };
    if let Some([(_, least), (_, largest)]) = extremes(results, ("attended_share", "started", week))
    {
        let share = language.range((least.value, largest.value), Kind::Share);
        let share = if least.value == largest.value {
            language.percent(least.value)
        } else {
            share
        };
        text.push_str(&match language {
            Language::English => format!(" Of the planned visits, {share} are attended."),
            Language::Norwegian => format!(" Av de planlagte besøkene blir {share} gjennomført."),
        });
    }
    Some(text)
}

/// The arm whose paired cost differs most from the reference, of those that differ clearly.
fn clearest_cost(results: &Results) -> Option<(usize, f64)> {
    let quantity = ("cost_nok", "family", results.horizon());
    (0..results.arm_count())
        .filter(|&arm| arm != results.reference())
        .filter_map(|arm| Some((arm, results.difference(arm, quantity)?)))
        .filter(|(_, difference)| matches!(verdict(*difference), Verdict::Lower | Verdict::Higher))
        .map(|(arm, difference)| (arm, difference.value))
        .max_by(|left, right| left.1.abs().total_cmp(&right.1.abs()))
}

fn cost(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let print = |value| language.value(value, Kind::Money);
    let cost = ranking(results, ("cost_nok", "family", week), print)?;
    let (cheapest, dearest) = (cost.lowest.0, cost.highest.0);
    let (cheap_name, dear_name) = (results.arm_name(cheapest), results.arm_name(dearest));
    let (low, high) = (print(cost.lowest.1.value), print(cost.highest.1.value));
    let mut text = match (cost.order, language) {
        (Order::Clear, Language::English) => format!(
            "A family referred costs least in {cheap_name} (NOK {low}) and most in {dear_name} (NOK {high})."
        ),
        (Order::Clear, Language::Norwegian) => format!(
            "En henvist familie koster minst i {cheap_name} ({low} kr) og mest i {dear_name} ({high} kr)."
        ),
        (Order::Unknown, Language::English) => format!(
            "A family referred costs from NOK {low} ({cheap_name}) to NOK {high} ({dear_name}) in this one replicate."
        ),
        (Order::Unknown, Language::Norwegian) => format!(
            "En henvist familie koster mellom {low} kr ({cheap_name}) og {high} kr ({dear_name}) i denne ene gjentakelsen."
        ),
        _ if clearest_cost(results).is_some() => {
            let (arm, difference) = clearest_cost(results)?;
            let (name, reference) = (results.arm_name(arm), results.arm_name(results.reference()));
            let size = print(difference.abs());
            match (difference < 0.0, language) {
                (true, Language::English) => format!(
                    "Pair by pair, cost differs most from {reference} in {name}: NOK {size} less per family referred."
                ),
                (false, Language::English) => format!(
                    "Pair by pair, cost differs most from {reference} in {name}: NOK {size} more per family referred."
                ),
                (true, Language::Norwegian) => format!(
                    "Parvis skiller kostnaden seg mest fra {reference} i {name}: {size} kr mindre per henvist familie."
                ),
                (false, Language::Norwegian) => format!(
                    "Parvis skiller kostnaden seg mest fra {reference} i {name}: {size} kr mer per henvist familie."
                ),
            }
        }
        (_, Language::English) => "Costs differ too little to be told apart.".to_owned(),
        (_, Language::Norwegian) => "Kostnadene er for like til at de kan skilles.".to_owned(),
    };
    let placed = ranking(results, ("placed", "family", week), |share| {
        language.percent(share)
    });
    if let Some(placed) = placed.filter(|placed| placed.order == Order::Clear) {
        let least = placed.lowest.0;
        let name = results.arm_name(least);
        let also = least == cheapest && cost.order == Order::Clear;
        text.push_str(&match (also, language) {
            (true, Language::English) => format!(" {cheap_name} also has the lowest placement."),
            (true, Language::Norwegian) => format!(" {cheap_name} har også lavest plassering."),
            (false, Language::English) => format!(" Placement is lowest in {name}."),
            (false, Language::Norwegian) => format!(" Plasseringen er lavest i {name}."),
        });
    }
    Some(text)
}

fn subgroups(results: &Results, language: Language) -> Option<String> {
    let reference = results.reference();
    let groups = results.groups("risk_factors");
    let (first, last) = (groups.first()?, groups.last()?);
    let few = results.subgroup(reference, ("risk_factors", first), "placed")?;
    let many = results.subgroup(reference, ("risk_factors", last), "placed")?;
    let words = language.words();
    let name = results.arm_name(reference);
    let (few, many) = (language.percent(few.value), language.percent(many.value));
    let (first, last) = (
        words.group("risk_factors", first),
        words.group("risk_factors", last),
    );
    Some(match language {
        Language::English => format!(
            "In {name}, {few} of families with {first} have a child placed, against {many} with {last}."
        ),
        Language::Norwegian => format!(
            "I {name} får {few} av familiene med {first} et barn plassert, mot {many} med {last}."
        ),
    })
}

fn capacity(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let print = |value| language.decimal(value, 3);
    let ranked = ranking(results, ("capacity", "family", week), print)?;
    let (low_name, high_name) = (
        results.arm_name(ranked.lowest.0),
        results.arm_name(ranked.highest.0),
    );
    let (low, high) = (print(ranked.lowest.1.value), print(ranked.highest.1.value));
    Some(match (ranked.order, language) {
        (Order::Same, Language::English) => format!(
            "Mean caregiving capacity in week {week} is about the same in all arms ({high}), counting all families referred."
        ),
        (Order::Same, Language::Norwegian) => format!(
            "Omsorgsevnen i uke {week} er i snitt om lag lik i alle alternativer ({high}), regnet over alle henviste familier."
        ),
        (_, Language::English) => format!(
            "Mean caregiving capacity in week {week} ranges from {low} ({low_name}) to {high} ({high_name}), counting all families referred."
        ),
        (_, Language::Norwegian) => format!(
            "Omsorgsevnen i uke {week} ligger i snitt mellom {low} ({low_name}) og {high} ({high_name}), regnet over alle henviste familier."
        ),
    })
}
