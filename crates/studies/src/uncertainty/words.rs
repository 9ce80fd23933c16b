//! Sentences of an uncertain decision.

use crate::uncertainty::rows::{BestRow, BoxRow};
use homeground_core::evidence;
use homeground_core::outcomes::manifest::DrawnFrom;
use homeground_report::language::Language;
use homeground_report::numbers::Kind;
use homeground_report::page_tables::Cell;
use homeground_report::results::Estimate;

use crate::pages::{names, outcome_words as telling, values};
use crate::uncertainty::page::{Uncertain, with_error};

/// Groups that the sentence on research names.
const NAMED: usize = 3;
/// Probability above which a choice is called nearly certain.
const NEARLY_CERTAIN: f64 = 0.95;

/// Heading of a section.
pub fn heading(key: &str, language: Language) -> &'static str {
    match key {
        "best" => language.pick("Which arm is best?", "Hvilket alternativ er best?"),
        "plane" => language.pick(
            "What does it bring, and what does it cost?",
            "Hva gir det, og hva koster det?",
        ),
        "acceptability" => language.pick(
            "How much must the outcome be worth?",
            "Hvor mye må utfallet være verdt?",
        ),
        "information" => language.pick(
            "Which research would pay?",
            "Hvilken forskning ville lønne seg?",
        ),
        "regret" => language.pick("What if the choice is wrong?", "Hva om valget er feil?"),
        _ => language.pick("Where does the favourite fail?", "Hvor svikter favoritten?"),
    }
}

/// One unit of the outcome in the better direction.
pub fn unit(uncertain: &Uncertain<'_>, language: Language) -> String {
    let note = &uncertain.results.note;
    match (note.outcome.as_str(), language) {
        ("placed", Language::English) => "one family fewer with a placement".to_owned(),
        ("placed", Language::Norwegian) => "én familie færre med plassering".to_owned(),
        ("placed_again", Language::English) => "one family fewer placed again".to_owned(),
        ("placed_again", Language::Norwegian) => "én familie færre plassert på nytt".to_owned(),
        ("weeks_in_care", Language::English) => "one week in care less".to_owned(),
        ("weeks_in_care", Language::Norwegian) => "én uke i plassering mindre".to_owned(),
        (name, _) => {
            let name = language.words().outcome(name);
            match (uncertain.facts.less_is_better, language) {
                (true, Language::English) => format!("one unit of {name} less"),
                (true, Language::Norwegian) => format!("én enhet {name} mindre"),
                (false, Language::English) => format!("one unit of {name} more"),
                (false, Language::Norwegian) => format!("én enhet {name} mer"),
            }
        }
    }
}

/// An amount of benefit: NOK, or units of the outcome.
pub fn worth(uncertain: &Uncertain<'_>, value: f64, language: Language) -> String {
    if uncertain.facts.by_net_benefit {
        return match language {
            Language::English => format!("{} NOK", language.value(value, Kind::Money)),
            Language::Norwegian => format!("{} kr", language.value(value, Kind::Money)),
        };
    }
    let outcome = uncertain.results.note.outcome.as_str();
    let scaled = value * telling::difference_factor(outcome, true);
    let unit = telling::unit_of(outcome, true, language);
    format!("{} {unit}", values::value(scaled, language))
        .trim_end()
        .to_owned()
}

/// The same with its interval, in words.
fn worth_with(uncertain: &Uncertain<'_>, estimate: Estimate, language: Language) -> String {
    let value = worth(uncertain, estimate.value, language);
    let Some((lower, upper)) = estimate.interval else {
        return value;
    };
    let (lower, upper) = (
        worth(uncertain, lower, language),
        worth(uncertain, upper, language),
    );
    match language {
        Language::English => format!("{value} (95% interval {lower} to {upper})"),
        Language::Norwegian => format!("{value} (95 %-intervall {lower} til {upper})"),
    }
}

/// The same as a cell.
pub fn worth_cell(uncertain: &Uncertain<'_>, estimate: Estimate, language: Language) -> Cell {
    let small = estimate.interval.map(|(lower, upper)| {
        let ends = [lower, upper].map(|end| worth(uncertain, end, language));
        language.between(&ends[0], &ends[1], true)
    });
    Cell {
        text: worth(uncertain, estimate.value, language),
        small: small.unwrap_or_default(),
        number: true,
    }
}

/// How a row of `best.csv` decides.
pub fn decided_by(row: &BestRow, language: Language) -> String {
    match (row.willingness_to_pay, language) {
        (None, _) => language
            .pick("the outcome alone", "utfallet alene")
            .to_owned(),
        (Some(value), Language::English) => {
            format!("net benefit at {} NOK", language.value(value, Kind::Money))
        }
        (Some(value), Language::Norwegian) => {
            format!("netto nytte ved {} kr", language.value(value, Kind::Money))
        }
    }
}

/// What an arm brings more than the reference.
pub fn more(uncertain: &Uncertain<'_>, row: &BestRow, language: Language) -> String {
    if row.arm == uncertain.results.manifest.reference {
        return "–".to_owned();
    }
    if row.willingness_to_pay.is_some() {
        let money = language.signed(row.more_than_reference, Kind::Money);
        return format!("{money} {}", language.pick("NOK", "kr"));
    }
    let outcome = uncertain.results.note.outcome.as_str();
    let scaled = row.more_than_reference * telling::difference_factor(outcome, true);
    let sign = if scaled > 0.0 { "+" } else { "" };
    let unit = telling::unit_of(outcome, true, language);
    let better = language.pick("better", "bedre");
    format!("{sign}{} {unit} {better}", values::value(scaled, language)).replace("  ", " ")
}

/// A small probability.
pub fn probability(value: f64, language: Language) -> String {
    const LEAST: f64 = 0.001;
    if value < LEAST {
        format!("<{}", language.decimal(LEAST, 3))
    } else {
        language.decimal(value, 3)
    }
}

fn share(value: f64, error: f64, language: Language) -> String {
    let estimate = with_error(value, error, (0.0, 1.0));
    let interval = language.range(estimate.interval.unwrap_or((value, value)), Kind::Share);
    match language {
        Language::English => format!(
            "{} of draws (95% interval {interval})",
            language.percent_whole(value)
        ),
        Language::Norwegian => format!(
            "{} av trekningene (95 %-intervall {interval})",
            language.percent_whole(value)
        ),
    }
}

fn criterion(uncertain: &Uncertain<'_>, language: Language) -> String {
    match (
        uncertain
            .facts
            .willingness
            .filter(|_| uncertain.facts.by_net_benefit),
        language,
    ) {
        (Some(value), Language::English) => format!(
            "when {} is worth {} NOK",
            unit(uncertain, language),
            language.value(value, Kind::Money)
        ),
        (Some(value), Language::Norwegian) => format!(
            "når {} er verdt {} kr",
            unit(uncertain, language),
            language.value(value, Kind::Money)
        ),
        (None, Language::English) => {
            format!("by {} alone", telling::outcome(uncertain.results, language))
        }
        (None, Language::Norwegian) => format!(
            "etter {} alene",
            telling::outcome(uncertain.results, language)
        ),
    }
}

fn which(uncertain: &Uncertain<'_>, language: Language) -> String {
    let favourite = &uncertain.facts.favourite;
    let Some(row) = uncertain.favourite() else {
        return String::new();
    };
    let probability = share(row.probability, row.mc_se, language);
    let criterion = criterion(uncertain, language);
    let sure = row.probability - 1.96 * row.mc_se > NEARLY_CERTAIN;
    match (sure, language) {
        (true, Language::English) => format!(
            "{favourite} is almost surely the best choice {criterion}: it is best in {probability}"
        ),
        (true, Language::Norwegian) => format!(
            "{favourite} er nesten sikkert det beste valget {criterion}: det er best i {probability}"
        ),
        (false, Language::English) => format!(
            "{favourite} is the best choice on average {criterion}, and best in {probability}"
        ),
        (false, Language::Norwegian) => format!(
            "{favourite} er det beste valget i gjennomsnitt {criterion}, og best i {probability}"
        ),
    }
}

/// The answer of the page.
pub fn answer(uncertain: &Uncertain<'_>, language: Language) -> String {
    let which = capital(&which(uncertain, language));
    let Some(total) = uncertain.total() else {
        return format!("{which}.");
    };
    let value = with_error(total.value, total.mc_se, (0.0, f64::INFINITY));
    let value = worth_with(uncertain, value, language);
    match language {
        Language::English => format!(
            "{which}; knowing every parameter before choosing would be worth {value} per family."
        ),
        Language::Norwegian => format!(
            "{which}; å kjenne alle parametere før valget ville være verdt {value} per familie."
        ),
    }
}

/// Sentences below the answer.
pub fn points(uncertain: &Uncertain<'_>, language: Language) -> Vec<String> {
    let mut points = vec![
        information(uncertain, language),
        capital(&failure(uncertain, language)),
    ];
    let alone = uncertain
        .best
        .iter()
        .find(|row| row.decide_by == "outcome" && row.favourite);
    if let (true, Some(row)) = (uncertain.facts.by_net_benefit, alone) {
        let probability = share(row.probability, row.mc_se, language);
        points.insert(
            0,
            match language {
                Language::English => format!(
                    "By the outcome alone, whatever it costs, {} is best in {probability}.",
                    row.arm
                ),
                Language::Norwegian => format!(
                    "Etter utfallet alene, uansett kostnad, er {} best i {probability}.",
                    row.arm
                ),
            },
        );
    }
    points
}

/// The answer of the section on the best arm.
pub fn best(uncertain: &Uncertain<'_>, language: Language) -> String {
    format!("{}.", capital(&which(uncertain, language)))
}

/// The answer of the section on the plane.
pub fn plane(uncertain: &Uncertain<'_>, language: Language) -> String {
    let reference = &uncertain.results.manifest.reference;
    let shown = if uncertain.facts.favourite == *reference {
        uncertain.plane.first().map(|row| row.arm.clone())
    } else {
        Some(uncertain.facts.favourite.clone())
    };
    let Some(arm) = shown else {
        return String::new();
    };
    let rows: Vec<_> = uncertain
        .plane
        .iter()
        .filter(|row| row.arm == arm)
        .collect();
    let part = |test: &dyn Fn(f64, f64) -> bool| {
        let hits = rows
            .iter()
            .filter(|row| test(row.effect_without_noise, row.cost_without_noise));
        language.percent_whole(hits.count() as f64 / rows.len().max(1) as f64)
    };
    let both = part(&|effect, cost| effect > 0.0 && cost < 0.0);
    let dearer = part(&|effect, cost| effect > 0.0 && cost >= 0.0);
    let worse = part(&|effect, _| effect <= 0.0);
    match language {
        Language::English => format!(
            "Against {reference}, {arm} does better and costs less in {both} of draws, does better and costs more in {dearer}, and does no better in {worse}."
        ),
        Language::Norwegian => format!(
            "Sammenlignet med {reference} gjør {arm} det bedre og koster mindre i {both} av trekningene, bedre og dyrere i {dearer}, og ikke bedre i {worse}."
        ),
    }
}

/// The answer of the section on acceptability.
pub fn acceptability(uncertain: &Uncertain<'_>, language: Language) -> String {
    let favourites: Vec<(&str, f64)> = uncertain
        .curves
        .iter()
        .filter(|row| row.favourite)
        .map(|row| (row.arm.as_str(), row.willingness_to_pay))
        .collect();
    let Some(((first, _), (_, highest))) = favourites.first().zip(favourites.last()) else {
        return String::new();
    };
    let money = |value: f64| language.value(value, Kind::Money);
    let changes: Vec<String> = favourites
        .windows(2)
        .filter(|pair| pair[0].0 != pair[1].0)
        .map(|pair| match language {
            Language::English => format!("{} from about {} NOK", pair[1].0, money(pair[1].1)),
            Language::Norwegian => format!("{} fra omtrent {} kr", pair[1].0, money(pair[1].1)),
        })
        .collect();
    match (changes.is_empty(), language) {
        (true, Language::English) => format!(
            "{} is the best choice on average whatever the outcome is worth, up to {} NOK.",
            capital(first),
            money(*highest)
        ),
        (true, Language::Norwegian) => format!(
            "{} er det beste valget i gjennomsnitt uansett hva utfallet er verdt, inntil {} kr.",
            capital(first),
            money(*highest)
        ),
        (false, Language::English) => format!(
            "If {} is worth nothing, {first} is the best choice on average; {}.",
            unit(uncertain, language),
            language.list(&changes)
        ),
        (false, Language::Norwegian) => format!(
            "Hvis {} ikke er verdt noe, er {first} det beste valget i gjennomsnitt; {}.",
            unit(uncertain, language),
            language.list(&changes)
        ),
    }
}

/// The answer of the section on information.
pub fn information(uncertain: &Uncertain<'_>, language: Language) -> String {
    let clear: Vec<String> = uncertain
        .information_of("group")
        .into_iter()
        .filter(|row| row.above_chance)
        .take(NAMED)
        .map(|row| {
            format!(
                "{} ({})",
                group(&row.key, language),
                worth(uncertain, row.value, language)
            )
        })
        .collect();
    let list = language.list(&clear);
    let told = uncertain.total().is_some_and(|row| row.above_chance);
    match (clear.is_empty(), told, language) {
        (false, _, Language::English) => format!("Research would pay most on {list}, per family that the choice concerns."),
        (false, _, Language::Norwegian) => format!("Forskning ville lønne seg mest om {list}, per familie som valget gjelder."),
        (true, true, Language::English) => "Knowing everything would be worth something, but with these draws no single group of parameters stands out from chance.".to_owned(),
        (true, true, Language::Norwegian) => "Å vite alt ville være verdt noe, men med disse trekningene skiller ingen enkelt gruppe av parametere seg fra tilfeldighet.".to_owned(),
        (true, false, Language::English) => "No research on parameters would be likely to change the choice.".to_owned(),
        (true, false, Language::Norwegian) => "Ingen forskning på parametere ville trolig endre valget.".to_owned(),
    }
}

/// The answer of the section on regret.
pub fn regret(uncertain: &Uncertain<'_>, language: Language) -> String {
    let Some(row) = uncertain.regret.iter().find(|row| row.favourite) else {
        return String::new();
    };
    let mean = with_error(row.mean, row.mc_se, (0.0, f64::INFINITY));
    let mean = worth_with(uncertain, mean, language);
    let high = worth(uncertain, row.percentile_95, language);
    let arm = &row.arm;
    match language {
        Language::English => format!(
            "Choosing {arm} loses {mean} per family on average against the best arm of each draw; in one draw of twenty it loses more than {high}."
        ),
        Language::Norwegian => format!(
            "Å velge {arm} taper {mean} per familie i gjennomsnitt mot det beste alternativet i hver trekning; i én av tjue trekninger taper det mer enn {high}."
        ),
    }
}

/// The answer of the section on failure.
pub fn failure(uncertain: &Uncertain<'_>, language: Language) -> String {
    let facts = &uncertain.facts;
    let favourite = &facts.favourite;
    let base = facts.failures as f64 / facts.draws.max(1) as f64;
    let fails = language.percent_whole(base);
    let first: Vec<&BoxRow> = uncertain
        .boxes
        .iter()
        .filter(|row| row.number == 1)
        .collect();
    let Some(head) = first.first() else {
        return match language {
            Language::English => format!(
                "{favourite} is not the best in {fails} of draws, and no simple region of the parameters gathers them."
            ),
            Language::Norwegian => format!(
                "{favourite} er ikke best i {fails} av trekningene, og ikke noe enkelt område av parameterne samler dem."
            ),
        };
    };
    let limits: Vec<String> = first.iter().map(|row| limit(row, language)).collect();
    let limits = language.list(&limits);
    let inside = language.percent_whole(head.density);
    let unseen = facts
        .held_out_density
        .zip(facts.held_out_coverage)
        .map(|(density, coverage)| {
            (
                language.percent_whole(density),
                language.percent_whole(coverage),
            )
        });
    let coverage = language.percent_whole(head.coverage);
    match language {
        Language::English => format!(
            "{favourite} is not the best in {fails} of draws, but in {inside} of those in which {limits}; they hold {coverage} of its failures{}.",
            unseen.map_or(String::new(), |(density, coverage)| format!(" (on draws that the search had not seen, such regions held {coverage}, and it failed in {density} of them)"))
        ),
        Language::Norwegian => format!(
            "{favourite} er ikke best i {fails} av trekningene, men i {inside} av dem der {limits}; de rommer {coverage} av svikten{}.",
            unseen.map_or(String::new(), |(density, coverage)| format!(" (i trekninger som søket ikke hadde sett, rommet slike områder {coverage}, og det sviktet i {density} av dem)"))
        ),
    }
}

fn limit(row: &BoxRow, language: Language) -> String {
    let name = names::short_field(&row.parameter, language);
    let of = |value: f64| values::value(value, language);
    match (row.low, row.high, language) {
        (Some(low), Some(high), Language::English) => {
            format!("{name} is from {} to {}", of(low), of(high))
        }
        (Some(low), Some(high), Language::Norwegian) => {
            format!("{name} er fra {} til {}", of(low), of(high))
        }
        (Some(low), None, Language::English) => format!("{name} is {} or more", of(low)),
        (Some(low), None, Language::Norwegian) => format!("{name} er {} eller mer", of(low)),
        (None, Some(high), Language::English) => format!("{name} is {} or less", of(high)),
        (None, Some(high), Language::Norwegian) => format!("{name} er {} eller mindre", of(high)),
        (None, None, _) => name,
    }
}

/// Name of a group of parameters.
pub fn group(key: &str, language: Language) -> String {
    match evidence::find(evidence::parameter_groups(), key) {
        Some(row) => language.pick(row.name.clone(), row.name_nb.clone()),
        None => key.to_owned(),
    }
}

/// What research on a group would find out.
pub fn research(key: &str, language: Language) -> String {
    match evidence::find(evidence::parameter_groups(), key) {
        Some(row) => language.pick(row.research.clone(), row.research_nb.clone()),
        None => String::new(),
    }
}

/// How it is worked out.
pub fn method(uncertain: &Uncertain<'_>, language: Language) -> Vec<String> {
    let draws = language.whole(uncertain.facts.draws);
    let noise = uncertain
        .facts
        .noise_share
        .map(|share| language.percent_whole(share));
    let reading = uncertain.results.manifest.reading().word();
    let drawn = match (uncertain.results.manifest.drawn_from, language) {
        (Some(DrawnFrom::Posterior), Language::English) => format!(
            "All parameters that the scenario leaves free are drawn together, {draws} times, from the calibrated sample of the reading {reading}, each draw of the sample as often as its weight says."
        ),
        (Some(DrawnFrom::Posterior), Language::Norwegian) => format!(
            "Alle parametere som scenariet lar stå fri, trekkes sammen, {draws} ganger, fra det kalibrerte utvalget under lesningen {reading}, hver trekning i utvalget så ofte som vekten sier."
        ),
        (Some(DrawnFrom::NamedRanges), Language::English) => format!(
            "Every parameter to which the scenario gives a range is drawn {draws} times from it; all others stay at their defaults."
        ),
        (Some(DrawnFrom::NamedRanges), Language::Norwegian) => format!(
            "Hver parameter som scenariet gir et spenn, trekkes {draws} ganger fra det; alle andre står slik de er i utgangspunktet."
        ),
        (Some(DrawnFrom::Prior) | None, Language::English) => format!(
            "Every parameter that the scenario leaves free is drawn {draws} times from its range, most often near the centre of its prior."
        ),
        (Some(DrawnFrom::Prior) | None, Language::Norwegian) => format!(
            "Hver parameter som scenariet lar stå fri, trekkes {draws} ganger fra sitt spenn, oftest nær midten av førfordelingen."
        ),
    };
    match language {
        Language::English => vec![
            format!("{drawn} Each draw is simulated for all arms on the same families, and has families of its own. Intervals on this page hold the chance of the draws."),
            format!("Each draw holds chance of the simulation{}. Quantities that look at the best of several arms would take it for knowledge; the draws are therefore pulled towards their mean until only the variance beyond it is left. Tables hold values with and without it.", noise.map_or(String::new(), |share| format!(" (at most {share} of the variance between draws)"))),
            "Net benefit is the worth of the outcome less cost, per family. Cost is what the report of a run counts. What one unit is worth is a choice, not a finding: see the acceptability curve.".to_owned(),
            "The value of knowing a group of parameters is the mean benefit of choosing by what the group alone tells, less that of choosing today; what the group tells is a smooth regression of the benefit on it (Strong, Oakley and Brennan 2014). \"By chance alone\" is what the same method finds when the values of the group are dealt out to the draws anew.".to_owned(),
            "Boxes are found by the patient rule induction method (Friedman and Fisher 1999; Bryant and Lempert 2010) among the draws in which the favourite is not the best; quasi-p is the probability of as many failures if a limit did nothing.".to_owned(),
        ],
        Language::Norwegian => vec![
            format!("{drawn} Hver trekning simuleres for alle alternativer på de samme familiene, og har sine egne familier. Intervallene på denne siden rommer tilfeldigheten i trekningene."),
            format!("Hver trekning rommer simuleringens tilfeldighet{}. Størrelser som ser på det beste av flere alternativer, ville ta den for kunnskap; trekningene trekkes derfor mot gjennomsnittet til bare variansen utover den er igjen. Tabellene har verdier med og uten.", noise.map_or(String::new(), |share| format!(" (høyst {share} av variansen mellom trekninger)"))),
            "Netto nytte er verdien av utfallet minus kostnad, per familie. Kostnaden er det rapporten fra en kjøring teller. Hva en enhet er verdt, er et valg og ikke et funn: se akseptkurven.".to_owned(),
            "Verdien av å kjenne en gruppe parametere er den gjennomsnittlige nytten av å velge etter det gruppen alene forteller, minus nytten av å velge i dag; det gruppen forteller, er en glatt regresjon av nytten på den (Strong, Oakley og Brennan 2014). «Av tilfeldighet alene» er det samme metode finner når gruppens verdier deles ut til trekningene på nytt.".to_owned(),
            "Bokser finnes med «patient rule induction» (Friedman og Fisher 1999; Bryant og Lempert 2010) blant trekningene der favoritten ikke er best; kvasi-p er sannsynligheten for like mye svikt om en grense ikke gjorde noe.".to_owned(),
        ],
    }
}

/// What it cannot tell.
pub fn limits(calibrated: bool, language: Language) -> Vec<String> {
    let ranges = match (calibrated, language) {
        (false, Language::English) => {
            "Ranges are our judgement; probabilities follow from them and from the structure of the model, which is not varied here."
        }
        (false, Language::Norwegian) => {
            "Spennene er vårt skjønn; sannsynlighetene følger av dem og av modellens oppbygning, som ikke varieres her."
        }
        (true, Language::English) => {
            "Probabilities follow from the calibrated sample: from its targets, from ranges that are our judgement, and from the structure of the model, which is not varied here."
        }
        (true, Language::Norwegian) => {
            "Sannsynlighetene følger av det kalibrerte utvalget: av målene det er kalibrert til, av spenn som er vårt skjønn, og av modellens oppbygning, som ikke varieres her."
        }
    };
    match language {
        Language::English => vec![
            ranges.to_owned(),
            "Prices and the worth of the outcome are held fixed within a draw.".to_owned(),
            "The value of information is for one family. A decision that concerns many families is worth as many times more.".to_owned(),
        ],
        Language::Norwegian => vec![
            ranges.to_owned(),
            "Priser og verdien av utfallet holdes fast innen en trekning.".to_owned(),
            "Verdien av informasjon gjelder én familie. En beslutning som gjelder mange familier, er verdt tilsvarende mer.".to_owned(),
        ],
    }
}

/// The first letter large.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
