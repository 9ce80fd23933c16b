//! Whether arms that place fewer children are also safer: the sentence that keeps a
//! change in what the service does apart from a change at home.

use homeground_figures::message;
use homeground_figures::number::percent;
use homeground_figures::text::Text;

use crate::results::Results;
use crate::verdict::{Verdict, verdict};

/// A relative change of danger below this part of the relative change of placement
/// leaves most of the change in placement to other causes.
const SMALL_PART: f64 = 0.25;
/// More arms than these are told together.
const NAMED_AT_MOST: usize = 3;

/// Does danger in the last week go with placement, in the arms whose placement differs
/// clearly from the reference? None when no placement differs or danger is not there.
pub fn beside_placement(results: &Results) -> Option<Text> {
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
        let (Some(placement), Some(change)) =
            (results.difference(arm, placed), results.difference(arm, danger))
        else {
            continue;
        };
        let direction = verdict(placement);
        if !direction.is_clear() {
            continue;
        }
        let name = results.arm(arm);
        let relative = change.value / base_danger;
        let bound = change.lower().abs().max(change.upper().abs()) / base_danger;
        let told = relative_change(name.clone(), relative);
        if bound < SMALL_PART * (placement.value / base_placed).abs() {
            hardly.push(told);
            largest = largest.max(relative.abs());
            any_more |= direction == Verdict::Higher;
        } else if verdict(change) == direction {
            along.push(told);
        } else if verdict(change) == Verdict::Unclear {
            unclear.push(name);
        } else {
            against.push(told);
        }
    }
    let named = |arms: Vec<Text>| Text::joined("; ", arms);
    let mut sentences = Vec::new();
    if !hardly.is_empty() {
        let week = results.last_week();
        let sizes = if hardly.len() <= NAMED_AT_MOST {
            named(hardly)
        } else {
            let share = percent(largest);
            message!("danger-at-most", share, arms = hardly.len())
        };
        sentences.push(if any_more {
            message!("danger-hardly-differs", week, sizes)
        } else {
            message!("danger-hardly-differs-fewer", week, sizes)
        });
    }
    if !along.is_empty() {
        sentences.push(message!("danger-along", arms = named(along)));
    }
    if !against.is_empty() {
        sentences.push(message!("danger-against", arms = named(against)));
    }
    if !unclear.is_empty() {
        sentences.push(message!("danger-unclear", arms = named(unclear)));
    }
    (!sentences.is_empty()).then(|| Text::sentences(sentences))
}

/// "home 0.2% lower".
fn relative_change(arm: Text, relative: f64) -> Text {
    let share = percent(relative.abs());
    if relative < 0.0 {
        message!("danger-lower", arm, share)
    } else {
        message!("danger-higher", arm, share)
    }
}

#[cfg(test)]
mod tests {
    use homeground_figures::text::Teller;

    use super::*;
    use crate::fixture::Fixture;
    use crate::words::testing::words;

    fn told(fixture: &Fixture, code: &str) -> Option<String> {
        beside_placement(&fixture.results()).map(|text| words(code).tell(&text))
    }

    #[test]
    fn fewer_placements_are_not_taken_for_safer_homes() {
        let two =
            Fixture { arms: ["home", "office"].map(str::to_owned).to_vec(), ..Fixture::five() };
        insta::assert_snapshot!(told(&two, "en").expect("a sentence"), @"Danger itself hardly differs in week 104 (home 0.1% lower): fewer placements are no sign here that homes became safer. What the service sees and believes, and cooperation, move placement too.");
        insta::assert_snapshot!(told(&Fixture::five(), "nb").expect("a sentence"), @"Selve faren er nesten den samme i uke 104 (høyst 0,4 % i 4 alternativer): forskjellen i plassering er her ikke et tegn på hvor trygge hjemmene er. Hva tjenesten ser og tror, og samarbeidet, virker også på plassering.");
    }

    #[test]
    fn nothing_is_said_of_danger_where_placement_does_not_differ() {
        let unclear = Fixture { half_width: Some(0.5), ..Fixture::five() };
        assert_eq!(told(&unclear, "en"), None);
    }
}
