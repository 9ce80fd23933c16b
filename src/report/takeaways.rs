//! One sentence under each figure on what it shows, and one on how to read it.

use super::figures::EXITS;
use super::numbers::Kind;
use super::results::{Quantity, Results};
use super::sentences::{Verdict, extremes, verdict};
use super::words::Language;

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
    let [_, (most, _)] = extremes(results, ("completed", "started", week))?;
    let [(least, _), (worst, highest)] = extremes(results, ("placed", "family", week))?;
    if least == worst || highest.value == 0.0 {
        return None;
    }
    let (most_name, least_name) = (results.arm_name(most), results.arm_name(least));
    Some(match (most == least, language) {
        (true, Language::English) => format!(
            "By the estimates, {most_name} has both the highest completion and the lowest placement."
        ),
        (true, Language::Norwegian) => {
            format!("Etter estimatene har {most_name} både høyest fullføring og lavest plassering.")
        }
        (false, Language::English) => format!(
            "By the estimates, completion is highest in {most_name}, but placement is lowest in {least_name}: the two outcomes do not rank the arms alike."
        ),
        (false, Language::Norwegian) => format!(
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
    if results.manifest.interval == super::results::Interval::None {
        return Some(language.pick("One replicate: the points show what this run gave, not what is established.", "Ett replikat: punktene viser hva denne kjøringen ga, ikke hva som er fastslått.").to_owned());
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
            Some(match (exit, language) {
                ("completed", Language::English) => {
                    format!("completion is most common in {name} ({share})")
                }
                ("completed", Language::Norwegian) => {
                    format!("fullføring er vanligst i {name} ({share})")
                }
                (_, Language::English) => format!("dropout in {name} ({share})"),
                (_, Language::Norwegian) => format!("frafall i {name} ({share})"),
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

fn alliance(results: &Results, language: Language) -> Option<String> {
    let week = [12, 13, 26, results.horizon()]
        .into_iter()
        .find(|&week| extremes(results, ("alliance", "started", week)).is_some())?;
    let [(lowest, low), (highest, high)] = extremes(results, ("alliance", "started", week))?;
    if lowest == highest {
        return None;
    }
    let (low_name, high_name) = (results.arm_name(lowest), results.arm_name(highest));
    let (low, high) = (
        language.decimal(low.value, 2),
        language.decimal(high.value, 2),
    );
    Some(match language {
        Language::English => format!(
            "Among families engaged in week {week}, mean alliance is strongest in {high_name} ({high}) and weakest in {low_name} ({low}). Families with a weak alliance leave, so the mean also rises by who stays."
        ),
        Language::Norwegian => format!(
            "Blant familier som er i tiltaket i uke {week}, er alliansen i snitt sterkest i {high_name} ({high}) og svakest i {low_name} ({low}). Familier med svak allianse slutter, så snittet stiger også av hvem som blir."
        ),
    })
}

fn dose(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let [(fewest, few), (most, many)] = extremes(results, ("visits", "started", week))?;
    let (few_name, many_name) = (results.arm_name(fewest), results.arm_name(most));
    let (few, many) = (
        language.decimal(few.value, 1),
        language.decimal(many.value, 1),
    );
    let mut text = match (fewest == most, language) {
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

fn cost(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let [(cheapest, low), (dearest, high)] = extremes(results, ("cost_nok", "family", week))?;
    if cheapest == dearest {
        return None;
    }
    let (cheap_name, dear_name) = (results.arm_name(cheapest), results.arm_name(dearest));
    let (low, high) = (
        language.value(low.value, Kind::Money),
        language.value(high.value, Kind::Money),
    );
    let [(least, _), (worst, highest)] = extremes(results, ("placed", "family", week))?;
    let mut text = match language {
        Language::English => format!(
            "A family referred costs least in {cheap_name} (NOK {low}) and most in {dear_name} (NOK {high})."
        ),
        Language::Norwegian => format!(
            "En henvist familie koster minst i {cheap_name} ({low} kr) og mest i {dear_name} ({high} kr)."
        ),
    };
    if least != worst && highest.value > 0.0 {
        let name = results.arm_name(least);
        text.push_str(&match (least == cheapest, language) {
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
    let [(lowest, low), (highest, high)] = extremes(results, ("capacity", "family", week))?;
    if lowest == highest {
        return None;
    }
    let (low_name, high_name) = (results.arm_name(lowest), results.arm_name(highest));
    let (low, high) = (
        language.decimal(low.value, 3),
        language.decimal(high.value, 3),
    );
    Some(match language {
        Language::English => format!(
            "Mean caregiving capacity in week {week} ranges from {low} ({low_name}) to {high} ({high_name}), counting all families referred."
        ),
        Language::Norwegian => format!(
            "Omsorgsevnen i uke {week} går i snitt fra {low} ({low_name}) til {high} ({high_name}), regnet over alle henviste familier."
        ),
    })
}
