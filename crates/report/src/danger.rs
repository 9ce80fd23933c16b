//! Whether arms that place fewer children are also safer: the sentence that keeps a
//! change in what the service does apart from a change at home.

use crate::language::Language;
use crate::results::Results;
use crate::sentences::{Verdict, verdict};

/// A relative change of danger below this part of the relative change of placement
/// leaves most of the change in placement to other causes.
const SMALL_PART: f64 = 0.25;
/// More arms than these are told together.
const NAMED_AT_MOST: usize = 3;

/// Does danger in the last week go with placement, in the arms whose placement differs
/// clearly from the reference? None when no placement differs or danger is not there.
pub fn beside_placement(results: &Results, language: Language) -> Option<String> {
    let week = results.horizon();
    let (placed, danger) = (("placed", "family", week), ("danger", "family", week));
    let reference = results.reference();
    let base_placed = results.value(reference, placed)?.value;
    let base_danger = results.value(reference, danger)?.value;
    if base_placed <= 0.0 || base_danger <= 0.0 {
        return None;
    }
    let (mut hardly, mut along, mut against, mut unclear) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut largest, mut any_more) = (0.0_f64, false);
    for arm in (0..results.arm_count()).filter(|&arm| arm != reference) {
        let (Some(placement), Some(change)) = (
            results.difference(arm, placed),
            results.difference(arm, danger),
        ) else {
            continue;
        };
        let way = verdict(placement);
        if !matches!(way, Verdict::Lower | Verdict::Higher) {
            continue;
        }
        let name = results.arm_name(arm);
        let relative = change.value / base_danger;
        let bound = change.lower().abs().max(change.upper().abs()) / base_danger;
        let told = format!("{name} {}", relative_change(relative, language));
        if bound < SMALL_PART * (placement.value / base_placed).abs() {
            hardly.push(told);
            largest = largest.max(relative.abs());
            any_more |= way == Verdict::Higher;
        } else if verdict(change) == way {
            along.push(told);
        } else if verdict(change) == Verdict::Unclear {
            unclear.push(name.to_owned());
        } else {
            against.push(told);
        }
    }
    let mut sentences = Vec::new();
    if !hardly.is_empty() {
        let sizes = if hardly.len() <= NAMED_AT_MOST {
            hardly.join("; ")
        } else {
            let largest = language.percent(largest);
            match language {
                Language::English => format!("at most {largest} in {} arms", hardly.len()),
                Language::Norwegian => {
                    format!("høyst {largest} i {} alternativer", hardly.len())
                }
            }
        };
        sentences.push(match (language, any_more) {
            (Language::English, false) => format!(
                "Danger itself hardly differs in week {week} ({sizes}): fewer placements are no sign here that homes became safer. What the service sees and believes, and cooperation, move placement too."
            ),
            (Language::English, true) => format!(
                "Danger itself hardly differs in week {week} ({sizes}): the difference in placement is no sign here of how safe homes are. What the service sees and believes, and cooperation, move placement too."
            ),
            (Language::Norwegian, false) => format!(
                "Selve faren er nesten den samme i uke {week} ({sizes}): færre plasseringer er her ikke et tegn på tryggere hjem. Hva tjenesten ser og tror, og samarbeidet, virker også på plassering."
            ),
            (Language::Norwegian, true) => format!(
                "Selve faren er nesten den samme i uke {week} ({sizes}): forskjellen i plassering er her ikke et tegn på hvor trygge hjemmene er. Hva tjenesten ser og tror, og samarbeidet, virker også på plassering."
            ),
        });
    }
    let mut with_names = |names: &[String], english: &str, norwegian: &str| {
        if !names.is_empty() {
            let start = language.pick(english, norwegian);
            sentences.push(format!("{start}: {}.", names.join("; ")));
        }
    };
    with_names(
        &along,
        "Danger differs in the same direction as placement",
        "Faren skiller seg i samme retning som plasseringen",
    );
    with_names(
        &against,
        "Danger differs the other way than placement",
        "Faren skiller seg i motsatt retning av plasseringen",
    );
    with_names(
        &unclear,
        "Whether danger differs too cannot be told here",
        "Om faren også er forskjellig, kan ikke avgjøres her",
    );
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// "0.2% lower".
fn relative_change(relative: f64, language: Language) -> String {
    let size = language.percent(relative.abs());
    if relative < 0.0 {
        format!("{size} {}", language.pick("lower", "lavere"))
    } else {
        format!("{size} {}", language.pick("higher", "høyere"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    fn told(fixture: &Fixture, language: Language) -> Option<String> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fixture.write(folder.path());
        let results = Results::read(folder.path()).expect("results");
        beside_placement(&results, language)
    }

    #[test]
    fn fewer_placements_are_not_taken_for_safer_homes() {
        let two = Fixture {
            arms: ["home", "office"].map(str::to_owned).to_vec(),
            ..Fixture::five()
        };
        insta::assert_snapshot!(told(&two, Language::English).expect("a sentence"), @"Danger itself hardly differs in week 104 (home 0.1% lower): fewer placements are no sign here that homes became safer. What the service sees and believes, and cooperation, move placement too.");
        insta::assert_snapshot!(told(&Fixture::five(), Language::Norwegian).expect("a sentence"), @"Selve faren er nesten den samme i uke 104 (høyst 0,4 % i 4 alternativer): forskjellen i plassering er her ikke et tegn på hvor trygge hjemmene er. Hva tjenesten ser og tror, og samarbeidet, virker også på plassering.");
    }

    #[test]
    fn nothing_is_said_of_danger_where_placement_does_not_differ() {
        let unclear = Fixture {
            half_width: Some(0.5),
            ..Fixture::five()
        };
        assert_eq!(told(&unclear, Language::English), None);
    }
}
