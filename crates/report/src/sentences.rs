//! Sentences made from numbers. They never claim more than an interval allows:
//! where the interval of a paired difference holds 0, arms "cannot be told apart".

use crate::danger;
use homeground_core::evidence::ContrastKind;
use homeground_figures::message;
use homeground_figures::text::{Teller, Text};

use crate::language::Language;
use crate::numbers::Kind;
use crate::ranking::{Order, ranking};
use crate::readings;
use crate::results::{Estimate, Quantity, Results};
use homeground_core::outcomes::manifest::Interval;

/// Families that a difference of shares is told for.
const PER: f64 = 1000.0;

/// A statement on one arm.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Name of the arm.
    pub arm: String,
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

/// What an interval allows to say of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval lies below 0.
    Lower,
    /// The whole interval lies above 0.
    Higher,
    /// The interval holds 0.
    Unclear,
    /// There is no interval.
    Unknown,
}

/// What an interval allows to say of a difference.
pub fn verdict(difference: Estimate) -> Verdict {
    match difference.interval {
        None => Verdict::Unknown,
        Some((_, upper)) if upper < 0.0 => Verdict::Lower,
        Some((lower, _)) if lower > 0.0 => Verdict::Higher,
        Some(_) => Verdict::Unclear,
    }
}

/// The words in which a difference of shares is told.
struct Phrasing {
    fewer: &'static str,
    more: &'static str,
    tail: &'static str,
}

/// The answer on placement, by the horizon.
pub fn placement(results: &Results, language: Language) -> Option<Answer> {
    let week = results.horizon();
    let lead = levels(
        results,
        language,
        ("placed", "family", week),
        language.pick(
            "the share of families with a child placed",
            "andelen familier med et barn plassert",
        ),
        language.pick(
            "No family in any arm had a child placed",
            "Ingen familie i noe alternativ fikk et barn plassert",
        ),
    )?;
    let reference = results.arm_name(results.reference());
    let against = match language {
        Language::English => {
            format!("Compared with {reference}, of 1000 families referred, by week {week}:")
        }
        Language::Norwegian => {
            format!("Sammenlignet med {reference}, av 1000 henviste familier, innen uke {week}:")
        }
    };
    let phrasing = Phrasing {
        fewer: language.pick("fewer", "færre"),
        more: language.pick("more", "flere"),
        tail: language.pick("have a child placed", "får et barn plassert"),
    };
    Some(Answer {
        lead: lead.into(),
        against: against.into(),
        points: points(results, language, ("placed", "family", week), &phrasing),
        remark: danger::beside_placement(results, language)
            .unwrap_or_default()
            .into(),
    })
}

/// The answer on completion, by the horizon; none when no arm has a helper measure.
pub fn completion(results: &Results, language: Language) -> Option<Answer> {
    let week = results.horizon();
    let lead = levels(
        results,
        language,
        ("completed", "started", week),
        language.pick(
            "the share of started families that complete",
            "andelen som fullfører av familiene som begynte",
        ),
        language.pick(
            "No family completed in any arm",
            "Ingen familie fullførte i noe alternativ",
        ),
    )?;
    let reference = results.arm_name(results.reference());
    let points = points(
        results,
        language,
        ("completed", "started", week),
        &Phrasing {
            fewer: language.pick("fewer", "færre"),
            more: language.pick("more", "flere"),
            tail: language.pick("complete", "fullfører"),
        },
    );
    let against = if results
        .value(results.reference(), ("completed", "started", week))
        .is_none()
    {
        match language {
            Language::English => format!(
                "{reference} has no helper measure to complete, so arms are not compared with it here."
            ),
            Language::Norwegian => format!(
                "{reference} har ikke noe hjelpetiltak å fullføre, så alternativene sammenlignes ikke med det her."
            ),
        }
    } else {
        match language {
            Language::English => {
                format!("Compared with {reference}, of 1000 families that start, by week {week}:")
            }
            Language::Norwegian => {
                format!(
                    "Sammenlignet med {reference}, av 1000 familier som begynner, innen uke {week}:"
                )
            }
        }
    };
    Some(Answer {
        lead: lead.into(),
        against: against.into(),
        points,
        remark: wait(results, language).unwrap_or_default().into(),
    })
}

/// Arms with the lowest and the highest value; none without values.
pub fn extremes(results: &Results, quantity: Quantity) -> Option<[(usize, Estimate); 2]> {
    let values: Vec<(usize, Estimate)> = results
        .values(quantity)
        .into_iter()
        .enumerate()
        .filter_map(|(arm, value)| Some((arm, value?)))
        .collect();
    let by_value = |left: &&(usize, Estimate), right: &&(usize, Estimate)| {
        left.1.value.total_cmp(&right.1.value)
    };
    let lowest = values.iter().min_by(by_value)?;
    // Of equals the first, as for the lowest.
    let highest = values.iter().rev().max_by(by_value)?;
    Some([*lowest, *highest])
}

fn levels(
    results: &Results,
    language: Language,
    quantity: Quantity,
    what: &str,
    nothing: &str,
) -> Option<String> {
    let [(lowest, low), (highest, high)] = extremes(results, quantity)?;
    let week = quantity.2;
    let (low_text, high_text) = (
        language.estimate(low, Kind::Share),
        language.estimate(high, Kind::Share),
    );
    let (low_name, high_name) = (results.arm_name(lowest), results.arm_name(highest));
    if high.value == 0.0 {
        return Some(match language {
            Language::English => format!("{nothing} by week {week}."),
            Language::Norwegian => format!("{nothing} innen uke {week}."),
        });
    }
    let Some(ranking) = ranking(results, quantity, |value| language.percent(value)) else {
        return Some(match language {
            Language::English => format!("By week {week}, {what} is {low_text} in {low_name}."),
            Language::Norwegian => format!("Innen uke {week} er {what} {low_text} i {low_name}."),
        });
    };
    // A relative clause ends with a comma in Norwegian.
    let comma = if what.contains(" som ") { "," } else { "" };
    match ranking.order {
        Order::Same => {
            let share = language.percent(low.value);
            return Some(match language {
                Language::English => {
                    format!("By week {week}, {what} is about the same in all arms: {share}.")
                }
                Language::Norwegian => {
                    format!(
                        "Innen uke {week} er {what}{comma} om lag lik i alle alternativer: {share}."
                    )
                }
            });
        }
        Order::Unknown => {
            return Some(match language {
                Language::English => format!(
                    "By week {week}, {what} runs from {low_text} ({low_name}) to {high_text} ({high_name}) in this one replicate."
                ),
                Language::Norwegian => format!(
                    "Innen uke {week} ligger {what}{comma} mellom {low_text} ({low_name}) og {high_text} ({high_name}) i denne ene gjentakelsen."
                ),
            });
        }
        Order::Clear | Order::PairedUnclear | Order::Overlapping => {}
    }
    let mut text = match language {
        Language::English => format!(
            "By week {week}, {what} is lowest in {low_name}, {low_text}, and highest in {high_name}, {high_text}."
        ),
        Language::Norwegian => format!(
            "Innen uke {week} er {what}{comma} lavest i {low_name}, {low_text}, og høyest i {high_name}, {high_text}."
        ),
    };
    text.push_str(match ranking.order {
        Order::PairedUnclear => language.pick(
            " The interval of their paired difference holds 0, so this order is not certain.",
            " Intervallet for den parvise forskjellen mellom dem inneholder 0, så rekkefølgen er ikke sikker.",
        ),
        Order::Overlapping => language.pick(
            " Their intervals overlap; look at the paired differences.",
            " Intervallene deres overlapper; se på de parvise forskjellene.",
        ),
        Order::Same | Order::Unknown | Order::Clear => "",
    });
    Some(text)
}

/// How long families wait for a first visit; none when the wait is of no account.
fn wait(results: &Results, language: Language) -> Option<String> {
    if !crate::figures::waits(results) {
        return None;
    }
    let week = results.horizon();
    let [(_, shortest), (arm, longest)] = extremes(results, ("weeks_waited", "started", week))?;
    let name = results.arm_name(arm);
    let (short, long) = (
        language.decimal(shortest.value, 1),
        language.decimal(longest.value, 1),
    );
    let mut text = match (short == long, language) {
        (true, Language::English) => {
            format!("Families that start have waited {long} weeks on average.")
        }
        (true, Language::Norwegian) => {
            format!("Familier som begynner, har i snitt ventet {long} uker.")
        }
        (false, Language::English) => format!(
            "Families that start have waited between {short} and {long} weeks on average, most in {name}."
        ),
        (false, Language::Norwegian) => format!(
            "Familier som begynner, har i snitt ventet mellom {short} og {long} uker, mest i {name}."
        ),
    };
    let still = extremes(results, ("waiting", "offered", week)).map(|[_, highest]| highest);
    if let Some((arm, share)) = still.filter(|(_, share)| share.value > 0.0) {
        let (name, share) = (results.arm_name(arm), language.percent(share.value));
        text.push_str(&match language {
            Language::English => format!(
                " In week {week}, up to {share} of the families offered help still wait ({name})."
            ),
            Language::Norwegian => format!(
                " I uke {week} venter fortsatt opptil {share} av familiene som fikk tilbudet ({name})."
            ),
        });
    }
    Some(text)
}

fn points(
    results: &Results,
    language: Language,
    quantity: Quantity,
    phrasing: &Phrasing,
) -> Vec<Point> {
    let reference = results.reference();
    (0..results.arm_count())
        .filter(|&arm| arm != reference)
        .filter_map(|arm| {
            let difference = results.difference(arm, quantity)?.times(PER);
            let mut text =
                difference_of_shares(difference, results.arm_name(reference), phrasing, language);
            let share = results
                .contrast_row(arm, quantity, ContrastKind::Difference)
                .and_then(|row| row.share_of_draws_better);
            if let Some(share) = share {
                let share = language.percent_whole(share);
                text.push_str(&match language {
                    Language::English => format!(" Better in {share} of the parameter draws."),
                    Language::Norwegian => format!(" Bedre i {share} av parametertrekningene."),
                });
            }
            Some(Point {
                arm: results.arm_name(arm).to_owned(),
                text: text.into(),
            })
        })
        .collect()
}

/// A difference per 1000 in words.
fn difference_of_shares(
    difference: Estimate,
    reference: &str,
    phrasing: &Phrasing,
    language: Language,
) -> String {
    let largest = difference
        .value
        .abs()
        .max(difference.lower().abs())
        .max(difference.upper().abs());
    // One decimal where whole families would hide the interval.
    let decimals = usize::from(largest < 9.95 || difference.upper() - difference.lower() < 2.0);
    let size = |value: f64| {
        let text = language.decimal(value.abs(), decimals);
        if value != 0.0 && value.abs() < 0.05 && decimals == 1 {
            format!("under {}", language.decimal(0.1, 1))
        } else {
            text
        }
    };
    let way = |value: f64| {
        if value < 0.0 {
            phrasing.fewer
        } else {
            phrasing.more
        }
    };
    let value = difference.value;
    let change = format!("{} {} {}", size(value), way(value), phrasing.tail);
    match (verdict(difference), difference.interval) {
        (Verdict::Unknown, _) | (_, None) => match language {
            Language::English => {
                format!("{change} in this run; without an interval this may be chance.")
            }
            Language::Norwegian => {
                format!("{change} i denne kjøringen; uten intervall kan det være tilfeldig.")
            }
        },
        (Verdict::Unclear, Some((lower, upper))) if lower == 0.0 && upper == 0.0 => {
            match language {
                Language::English => format!("no difference from {reference} in any replicate."),
                Language::Norwegian => {
                    format!("ingen forskjell fra {reference} i noen gjentakelse.")
                }
            }
        }
        (Verdict::Unclear, Some((lower, upper))) => match language {
            Language::English => format!(
                "cannot be told apart from {reference}: the interval runs from {} {} to {} {}.",
                size(lower),
                phrasing.fewer,
                size(upper),
                phrasing.more
            ),
            Language::Norwegian => format!(
                "kan ikke skilles fra {reference}: intervallet går fra {} {} til {} {}.",
                size(lower),
                phrasing.fewer,
                size(upper),
                phrasing.more
            ),
        },
        (_, Some((lower, upper))) => {
            let (near, far) = if value < 0.0 {
                (upper, lower)
            } else {
                (lower, upper)
            };
            let (near, far) = (size(near), size(far));
            let mut text = match language {
                Language::English => {
                    format!("{change} (95% interval: {near} to {far} {}).", way(value))
                }
                Language::Norwegian => {
                    format!(
                        "{change} (95 %-intervall: {near} til {far} {}).",
                        way(value)
                    )
                }
            };
            if largest < 1.0 {
                text.push_str(language.pick(
                    " That is less than one family in 1000.",
                    " Det er mindre enn én familie av 1000.",
                ));
            }
            text
        }
    }
}

/// What the intervals of this run hold, with its counts.
pub fn uncertainty(results: &Results, language: Language) -> String {
    let manifest = &results.manifest;
    let (replicates, families) = (
        language.whole(manifest.replicates),
        language.whole(manifest.families),
    );
    let draws = language.whole(manifest.draws.unwrap_or(0));
    let from = manifest.drawn_from.map_or_else(String::new, |from| {
        format!(
            " {}",
            language
                .teller()
                .tell(&readings::described(from, manifest.reading()))
        )
    });
    match (manifest.interval, language) {
        (Interval::MonteCarlo, Language::English) => format!(
            "The intervals hold the chance of the simulation alone ({replicates} replicates of {families} families). They are narrow because computing is cheap, not because the numbers behind the model are well known: what other assumptions would give is not in them."
        ),
        (Interval::MonteCarlo, Language::Norwegian) => format!(
            "Intervallene rommer bare simuleringens tilfeldighet ({replicates} gjentakelser med {families} familier). De er smale fordi det er billig å regne, ikke fordi tallene bak modellen er godt kjent: hva andre antakelser ville gitt, er ikke med."
        ),
        (Interval::ParametersAndMonteCarlo, Language::English) => format!(
            "The intervals hold what we do not know about the parameters ({draws} draws{from}) and the chance of the simulation. That the model itself may be wrong is not in them."
        ),
        (Interval::ParametersAndMonteCarlo, Language::Norwegian) => format!(
            "Intervallene rommer det vi ikke vet om parameterne ({draws} trekninger{from}), og simuleringens tilfeldighet. At modellen selv kan være feil, er ikke med."
        ),
        (Interval::None, Language::English) => "There are no intervals, because one replicate cannot tell chance from difference. Read no difference here as established; run again with more replicates.".to_owned(),
        (Interval::None, Language::Norwegian) => "Det er ingen intervaller, fordi én gjentakelse ikke kan skille tilfeldighet fra forskjell. Ingen forskjell her er fastslått; kjør på nytt med flere gjentakelser.".to_owned(),
    }
}

/// The verdict on a difference in a word or two, for tables.
pub(crate) fn verdict_word(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Lower => message!("sentences-verdict-lower"),
        Verdict::Higher => message!("sentences-verdict-higher"),
        Verdict::Unclear => message!("sentences-verdict-unclear"),
        Verdict::Unknown => message!("sentences-verdict-unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(value: f64, interval: Option<(f64, f64)>) -> String {
        let mut lines = Vec::new();
        for language in [Language::English, Language::Norwegian] {
            let phrasing = Phrasing {
                fewer: language.pick("fewer", "færre"),
                more: language.pick("more", "flere"),
                tail: language.pick("have a child placed", "får et barn plassert"),
            };
            lines.push(difference_of_shares(
                Estimate { value, interval },
                "office",
                &phrasing,
                language,
            ));
        }
        lines.join("\n")
    }

    #[test]
    fn clear_differences_are_told_with_their_interval() {
        insta::assert_snapshot!(told(-8.2, Some((-10.4, -6.1))), @r"
    8 fewer have a child placed (95% interval: 6 to 10 fewer).
    8 færre får et barn plassert (95 %-intervall: 6 til 10 færre).
    ");
        insta::assert_snapshot!(told(4.04, Some((2.0, 6.0))), @r"
    4.0 more have a child placed (95% interval: 2.0 to 6.0 more).
    4,0 flere får et barn plassert (95 %-intervall: 2,0 til 6,0 flere).
    ");
    }

    #[test]
    fn an_interval_with_zero_never_becomes_a_claim() {
        insta::assert_snapshot!(told(-0.6, Some((-3.1, 1.9))), @r"
    cannot be told apart from office: the interval runs from 3.1 fewer to 1.9 more.
    kan ikke skilles fra office: intervallet går fra 3,1 færre til 1,9 flere.
    ");
        insta::assert_snapshot!(told(0.0, Some((0.0, 0.0))), @r"
    no difference from office in any replicate.
    ingen forskjell fra office i noen gjentakelse.
    ");
        // An end on 0 still holds 0.
        assert_eq!(
            verdict(Estimate {
                value: 1.0,
                interval: Some((0.0, 2.0))
            }),
            Verdict::Unclear
        );
    }

    #[test]
    fn one_replicate_gives_no_certainty() {
        insta::assert_snapshot!(told(-8.2, None), @r"
    8.2 fewer have a child placed in this run; without an interval this may be chance.
    8,2 færre får et barn plassert i denne kjøringen; uten intervall kan det være tilfeldig.
    ");
    }

    #[test]
    fn a_tiny_clear_difference_is_called_tiny() {
        insta::assert_snapshot!(told(-0.3, Some((-0.4, -0.2))), @r"
    0.3 fewer have a child placed (95% interval: 0.2 to 0.4 fewer). That is less than one family in 1000.
    0,3 færre får et barn plassert (95 %-intervall: 0,2 til 0,4 færre). Det er mindre enn én familie av 1000.
    ");
    }
}
