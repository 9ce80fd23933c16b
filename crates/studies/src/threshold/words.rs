//! Sentences of a search for thresholds.

use crate::threshold::ThresholdRow;
use homeground_report::language::Language;
use homeground_report::measures::{Better, better};

use crate::pages::{names, outcome_words as telling, values};
use crate::threshold::page::Thresholds;

/// Turns that the answer names.
const NAMED: usize = 3;

/// Who is ahead and who is behind when the difference has this sign; where neither way is
/// better, who has more and who has less.
pub fn ahead<'a>(thresholds: &'a Thresholds<'_>, difference: f64) -> (&'a str, &'a str) {
    let (first, second) = thresholds.arms();
    let less_is_better = better(&thresholds.results.note.outcome) == Better::Lower;
    if (difference > 0.0) == less_is_better {
        (second, first)
    } else {
        (first, second)
    }
}

/// The arm that is ahead when the difference has this sign, for keys of figures.
pub fn who(thresholds: &Thresholds<'_>, difference: f64, language: Language) -> String {
    let (arm, _) = ahead(thresholds, difference);
    match (better(&thresholds.results.note.outcome), language) {
        (Better::Neither, Language::English) => format!("{arm} has more"),
        (Better::Neither, Language::Norwegian) => format!("{arm} har mer"),
        (_, Language::English) => format!("{arm} ahead"),
        (_, Language::Norwegian) => format!("{arm} ligger foran"),
    }
}

/// The order with its difference, as a clause.
fn order(thresholds: &Thresholds<'_>, language: Language) -> String {
    let outcome = telling::outcome(thresholds.results, language);
    let (best, other) = ahead(thresholds, thresholds.start.value);
    match (better(&thresholds.results.note.outcome), language) {
        (Better::Neither, Language::English) => format!("{best} has more {outcome} than {other}"),
        (Better::Neither, Language::Norwegian) => format!("{best} har mer {outcome} enn {other}"),
        (_, Language::English) => format!("{best} stays ahead of {other} in {outcome}"),
        (_, Language::Norwegian) => format!("{best} ligger foran {other} i {outcome}"),
    }
}

/// The difference where everything starts, with its interval.
fn start(thresholds: &Thresholds<'_>, language: Language) -> String {
    let (first, second) = thresholds.arms();
    let told = telling::difference(thresholds.start, &thresholds.results.note.outcome, language);
    match language {
        Language::English => format!("{first} less {second}: {told}"),
        Language::Norwegian => format!("{first} minus {second}: {told}"),
    }
}

/// "attend_burden rises above 2.1 (95 % interval 1.9 to 2.4)".
fn condition(row: &ThresholdRow, language: Language) -> String {
    let name = names::field(&row.parameter, language);
    let Some(threshold) = row.threshold else {
        return name;
    };
    let value = values::with_unit(threshold, &row.unit, language);
    let interval = values::interval((row.threshold_lower, row.threshold_upper), language);
    let brackets = if interval.is_empty() {
        String::new()
    } else {
        format!(" ({interval})")
    };
    let verb = match (row.side == "above", language) {
        (true, Language::English) => "rises above",
        (false, Language::English) => "falls below",
        (true, Language::Norwegian) => "stiger over",
        (false, Language::Norwegian) => "synker under",
    };
    format!("{name} {verb} {value}{brackets}")
}

fn joined(conditions: &[String], language: Language) -> String {
    match conditions {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!(
            "{}{} {last}",
            first.join(", "),
            language.pick(", or", ", eller")
        ),
    }
}

/// The answer of the page.
pub fn answer(thresholds: &Thresholds<'_>, language: Language) -> String {
    let start = start(thresholds, language);
    let (first, second) = thresholds.arms();
    let outcome = telling::outcome(thresholds.results, language);
    if !thresholds.is_clear() {
        return match language {
            Language::English => format!(
                "Which of {first} and {second} is ahead in {outcome} cannot be told under the default assumptions ({start}), so there is no order that could turn."
            ),
            Language::Norwegian => format!(
                "Det kan ikke avgjøres hvem av {first} og {second} som ligger foran i {outcome} under standardantakelsene ({start}), så det er ingen rekkefølge som kan snu."
            ),
        };
    }
    let order = order(thresholds, language);
    let moved = language.whole(thresholds.by_rank().len() as u64);
    let turns: Vec<&ThresholdRow> = thresholds
        .turns()
        .into_iter()
        .filter(|row| row.confirmed != "no")
        .collect();
    let fades = thresholds.fading();
    if turns.is_empty() && fades > 0 {
        return match language {
            Language::English => format!(
                "No assumption clearly turns the order of {first} and {second} in {outcome} alone ({start}), but along {fades} of {moved} it can no longer be told from chance."
            ),
            Language::Norwegian => format!(
                "Ingen antakelse snur klart rekkefølgen mellom {first} og {second} i {outcome} alene ({start}), men langs {fades} av {moved} kan den ikke lenger skilles fra tilfeldighet."
            ),
        };
    }
    if turns.is_empty() {
        return match language {
            Language::English => format!(
                "{}, whichever of the {moved} assumptions is moved alone within its range ({start}).",
                capital(&order)
            ),
            Language::Norwegian => format!(
                "{} uansett hvilken av de {moved} antakelsene som flyttes alene innenfor sitt spenn ({start}).",
                capital(&order)
            ),
        };
    }
    let named: Vec<String> = turns
        .iter()
        .take(NAMED)
        .map(|row| condition(row, language))
        .collect();
    let more = turns.len().saturating_sub(NAMED);
    let others = match (more, language) {
        (0, _) => String::new(),
        (_, Language::English) => format!(", or {more} further assumptions move farther"),
        (_, Language::Norwegian) => format!(", eller {more} andre antakelser flyttes lenger"),
    };
    let conditions = joined(&named, language);
    match language {
        Language::English => format!("{} ({start}) unless {conditions}{others}.", capital(&order)),
        Language::Norwegian => {
            format!(
                "{} ({start}) med mindre {conditions}{others}.",
                capital(&order)
            )
        }
    }
}

/// Sentences below the answer.
pub fn points(thresholds: &Thresholds<'_>, language: Language) -> Vec<String> {
    let mut points = Vec::new();
    let turns = thresholds.turns();
    let refuted: Vec<String> = turns
        .iter()
        .filter(|row| row.confirmed == "no")
        .map(|row| names::short_field(&row.parameter, language))
        .collect();
    let confirmed = turns.len() - refuted.len();
    if confirmed > 0 {
        points.push(match language {
            Language::English => format!(
                "{confirmed} of {} turns were confirmed by simulating both sides of the value with other random numbers.",
                turns.len()
            ),
            Language::Norwegian => format!(
                "{confirmed} av {} vendepunkter ble bekreftet ved å simulere begge sider av verdien med andre tilfeldige tall.",
                turns.len()
            ),
        });
    }
    if !refuted.is_empty() {
        let list = language.list(&refuted);
        points.push(match language {
            Language::English => {
                format!("Not confirmed, and best looked at with more families: {list}.")
            }
            Language::Norwegian => {
                format!("Ikke bekreftet, og bør ses på med flere familier: {list}.")
            }
        });
    }
    let count = thresholds.fading();
    if count > 0 && confirmed > 0 {
        points.push(match language {
            Language::English => format!(
                "Along {count}, the order does not turn but can no longer be told from chance somewhere in the range."
            ),
            Language::Norwegian => format!(
                "Langs {count} snur ikke rekkefølgen, men kan et sted i spennet ikke skilles fra tilfeldighet."
            ),
        });
    }
    points
}

/// The answer of the section on ranges.
pub fn ranges(thresholds: &Thresholds<'_>, language: Language) -> String {
    let moved = thresholds.by_rank().len();
    let turning: std::collections::BTreeSet<&str> = thresholds
        .turns()
        .into_iter()
        .filter(|row| row.confirmed != "no")
        .map(|row| row.parameter.as_str())
        .collect();
    let count = turning.len();
    let turns = thresholds.turns();
    let soonest = turns
        .iter()
        .find(|row| count == 0 || row.confirmed != "no")
        .and_then(|row| row.share_of_way);
    match (soonest, language) {
        (Some(share), Language::English) if count > 0 => format!(
            "{count} of {moved} assumptions can turn the order alone; the soonest does so after {} of the way to the end of its range.",
            language.percent_whole(share)
        ),
        (Some(share), Language::Norwegian) if count > 0 => format!(
            "{count} av {moved} antakelser kan snu rekkefølgen alene; den første gjør det etter {} av veien til enden av spennet.",
            language.percent_whole(share)
        ),
        (Some(_), Language::English) => format!(
            "None of {moved} assumptions turns the order alone in a way that other random numbers confirm."
        ),
        (Some(_), Language::Norwegian) => format!(
            "Ingen av {moved} antakelser snur rekkefølgen alene på en måte som andre tilfeldige tall bekrefter."
        ),
        (None, Language::English) => format!("None of {moved} assumptions turns the order alone."),
        (None, Language::Norwegian) => {
            format!("Ingen av {moved} antakelser snur rekkefølgen alene.")
        }
    }
}

/// The answer of the section on profiles.
pub fn profiles(thresholds: &Thresholds<'_>, language: Language) -> String {
    let turns = thresholds.turns();
    match turns.iter().find(|row| row.confirmed != "no") {
        Some(row) => {
            let condition = condition(row, language);
            match language {
                Language::English => format!("The difference changes sign soonest when {condition}."),
                Language::Norwegian => {
                    format!("Forskjellen skifter fortegn tidligst når {condition}.")
                }
            }
        }
        None => language
            .pick(
                "No confirmed change of sign was found along any assumption; these bring the difference nearest to zero.",
                "Det ble ikke funnet noe bekreftet fortegnsskifte langs noen antakelse; disse bringer forskjellen nærmest null.",
            )
            .to_owned(),
    }
}

/// The answer of the section on pairs.
pub fn planes(thresholds: &Thresholds<'_>, language: Language) -> String {
    let planes = thresholds
        .pairs
        .iter()
        .map(|row| row.plane)
        .max()
        .unwrap_or(0);
    let mut with_line: Vec<u32> = thresholds.lines.iter().map(|row| row.plane).collect();
    with_line.dedup();
    let count = with_line.len();
    let other = |sign: f64| {
        let rows = thresholds.pairs.iter();
        let clear = rows.filter(|row| row.lower * sign > 0.0 && row.upper * sign > 0.0);
        clear.count() as f64 / thresholds.pairs.len().max(1) as f64
    };
    let sign = thresholds.start.value.signum();
    let (kept, turned) = (
        language.percent_whole(other(sign)),
        language.percent_whole(other(-sign)),
    );
    match language {
        Language::English => format!(
            "The order turns in {count} of {planes} planes; over all points of these planes it holds clearly in {kept} and is clearly the other way in {turned}."
        ),
        Language::Norwegian => format!(
            "Rekkefølgen snur i {count} av {planes} plan; over alle punkter i disse planene holder den klart i {kept} og er klart motsatt i {turned}."
        ),
    }
}

/// What was found on one side, for the table.
pub fn finding(row: &ThresholdRow, language: Language) -> String {
    let value = row
        .threshold
        .map_or(String::new(), |value| values::value(value, language));
    match (row.finding.as_str(), language) {
        ("turns", Language::English) => format!("turns at {value}"),
        ("turns", Language::Norwegian) => format!("snur ved {value}"),
        ("fades", Language::English) => format!("unclear from {value}"),
        ("fades", Language::Norwegian) => format!("uklart fra {value}"),
        ("settles", Language::English) => format!("clear from {value}"),
        ("settles", Language::Norwegian) => format!("klart fra {value}"),
        ("holds", _) => language.pick("holds", "holder").to_owned(),
        ("unclear", _) => language
            .pick("unclear throughout", "uklart hele veien")
            .to_owned(),
        _ => language
            .pick("starts at this end", "starter i denne enden")
            .to_owned(),
    }
}

/// Was a turn confirmed?
pub fn confirmed(word: &str, language: Language) -> &'static str {
    match word {
        "clearly" => language.pick("clearly", "klart"),
        "yes" => language.pick("yes", "ja"),
        _ => language.pick("no", "nei"),
    }
}

/// How thresholds are found.
pub fn method(language: Language) -> Vec<String> {
    match language {
        Language::English => vec![
            "One assumption moves from its start to either end of its range while everything else stays. First the difference between the arms is worked out on a coarse grid over the whole range, because it need not rise or fall all the way; the nearest change of sign on either side of the start is then closed in on, by turns with a straight line and by halving, until what is left is far narrower than what chance makes uncertain. Ranges whose ends lie a factor of 20 or more apart are walked on the logarithm.".to_owned(),
            "The interval of a turning value holds the values around it at which the difference cannot be told from zero, replicate by replicate. It is open where the range ends first. Each turn is confirmed with random numbers that the search has not used, at both ends of its interval.".to_owned(),
            "Planes are mapped on a grid of 9 by 9 points; the line is straight between them.".to_owned(),
        ],
        Language::Norwegian => vec![
            "Én antakelse flyttes fra utgangspunktet mot begge ender av sitt spenn mens alt annet står stille. Først regnes forskjellen mellom alternativene ut i et grovt rutenett over hele spennet, fordi den ikke trenger å stige eller synke hele veien; så ringes det nærmeste fortegnsskiftet på hver side av utgangspunktet inn, vekselvis med en rett linje og ved halvering, til det som gjenstår er langt smalere enn det tilfeldigheten gjør usikkert. Spenn der endene ligger en faktor 20 eller mer fra hverandre, gås på logaritmen.".to_owned(),
            "Intervallet for et vendepunkt rommer verdiene rundt det der forskjellen ikke kan skilles fra null, gjentakelse for gjentakelse. Det er åpent der spennet slutter først. Hvert vendepunkt bekreftes med tilfeldige tall som søket ikke har brukt, i begge ender av intervallet.".to_owned(),
            "Plan kartlegges i et rutenett på 9 ganger 9 punkter; linjen er rett mellom dem.".to_owned(),
        ],
    }
}

/// What thresholds cannot tell.
pub fn limits(language: Language) -> Vec<String> {
    match language {
        Language::English => vec![
            "One or two assumptions move at a time. Several that move together can turn an order that none of them turns alone.".to_owned(),
            "A range is what we hold plausible; a turn near its end says little about how likely the turn is.".to_owned(),
        ],
        Language::Norwegian => vec![
            "Én eller to antakelser flyttes om gangen. Flere som flyttes sammen, kan snu en rekkefølge som ingen av dem snur alene.".to_owned(),
            "Et spenn er det vi holder for rimelig; et vendepunkt nær enden sier lite om hvor sannsynlig vendingen er.".to_owned(),
        ],
    }
}

/// The first letter large; names of arms that begin with a small letter stay readable.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
