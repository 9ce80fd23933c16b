//! Sentences of a switch study.

use homeground_figures::message;
use homeground_figures::text::Text;

use super::conclusions::Conclusions;
use super::{ConclusionStatus, SwitchContrastRow};
use crate::pages::{names, outcome_words};

/// The answer in one sentence, for so many mechanisms off at a time.
pub(super) fn answer(conclusions: &Conclusions<'_>, size: usize) -> Text {
    if conclusions.results.manifest.replicates < 2 {
        return message!("switch-one-replicate");
    }
    let reference = conclusions.results.reference_arm();
    let outcome = outcome_words::outcome(conclusions.results);
    let all = conclusions.concluded().len();
    if all == 0 {
        return message!("switch-no-conclusion", reference, outcome);
    }
    let robust = conclusions.robust(size);
    message!(
        "switch-answer",
        kept = robust.len(),
        all,
        outcome,
        size,
        robust = Text::list(robust.into_iter().map(|arm| conclusions.results.arm(arm))),
        reference
    )
}

/// The same for a caption.
pub(super) fn short_answer(conclusions: &Conclusions<'_>, size: usize) -> Text {
    let kept = conclusions.robust(size).len();
    let all = conclusions.concluded().len();
    message!("switch-short-answer", kept, all, size)
}

/// What becomes of one arm's conclusion.
pub(super) fn arm(conclusions: &Conclusions<'_>, arm: &str) -> Text {
    let row = conclusions.row(arm, "", "");
    let name = conclusions.results.arm(arm);
    let Some(on) = row.and_then(SwitchContrastRow::difference) else {
        return Text::joined(": ", [name, "–".into()]);
    };
    let difference = outcome_words::difference(on, conclusions.outcome());
    if !conclusions.concluded().contains(&arm) {
        return message!("switch-arm-unclear", arm = name, difference);
    }
    let lost = |status: ConclusionStatus| -> Vec<Text> {
        let rows = conclusions.needed(arm, 1).into_iter();
        rows.filter(|row| row.status() == Some(status))
            .map(|row| names::mechanism(&row.first))
            .collect()
    };
    let (fades, turns) = (lost(ConclusionStatus::Fades), lost(ConclusionStatus::Turns));
    let mut consequences = Vec::new();
    if fades.is_empty() && turns.is_empty() {
        consequences.push(message!("switch-arm-survives"));
    }
    if !fades.is_empty() {
        let mechanisms = Text::list(fades);
        consequences.push(message!("switch-arm-fades", mechanisms));
    }
    if !turns.is_empty() {
        let mechanisms = Text::list(turns);
        consequences.push(message!("switch-arm-turns", mechanisms));
    }
    let consequences = Text::joined("; ", consequences);
    message!("switch-arm", arm = name, difference, consequences)
}

/// What becomes of a conclusion, for tables and keys.
pub(super) fn status(status: Option<ConclusionStatus>) -> Text {
    let status = status.map_or("none", ConclusionStatus::word);
    message!("switch-status", status)
}
