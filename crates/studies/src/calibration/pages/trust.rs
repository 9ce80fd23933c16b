//! How far a calibration can be trusted: conflicts between targets, convergence, and what
//! the sample is worth.

use crate::calibration::rows::{CheckRow, ConflictRow, WaveRow};
use homeground_report::answer_page::{Figure, Section, TableBlock};
use homeground_report::language::Language;
use homeground_report::page_tables::{Cell, PageTable};

use crate::calibration::pages::manifest::CalibrationNote;
use crate::calibration::pages::{method_figures, words};

/// A target that the others do not lead to within so many standard errors is in conflict
/// with them.
const CONFLICT: f64 = 2.0;
/// With fewer draws left, what the others say of a target is not known.
const FEW_LEFT: f64 = 20.0;
/// Chains agree up to here (Vehtari and others 2021 ask for 1.01 of each quantity that is
/// reported; 1.05 for all parameters together is in use).
pub const AGREE: f64 = 1.05;
/// Beyond this they do not.
pub const DISAGREE: f64 = 1.1;
/// Draws of equal weight that are enough for intervals, and for tails.
pub const ENOUGH: f64 = 100.0;
/// Fewer are too few for intervals.
pub const FEW: f64 = 40.0;
/// A weight beyond this lets one draw decide.
const HEAVY: f64 = 0.1;

/// Do the chains agree, in one sentence.
pub fn convergence(note: &CalibrationNote, language: Language) -> String {
    let reduction = note.largest_scale_reduction;
    let number = language.decimal(reduction, 3);
    let verdict = if !reduction.is_finite() || reduction > DISAGREE {
        language.pick(
            "the chains do not agree: take more steps (--steps) before the posterior is used",
            "kjedene er ikke enige: ta flere steg (--steps) før posterioren brukes",
        )
    } else if reduction > AGREE {
        language.pick(
            "the chains agree roughly: good enough for medians, take more steps (--steps) for tails",
            "kjedene er omtrent enige: bra nok for medianer, ta flere steg (--steps) for halene",
        )
    } else {
        language.pick("the chains agree", "kjedene er enige")
    };
    match language {
        Language::English => format!(
            "Largest scale reduction of {} chains: {number} (1 is agreement); {verdict}.",
            note.effort.chains
        ),
        Language::Norwegian => format!(
            "Største skalareduksjon for {} kjeder: {number} (1 er enighet); {verdict}.",
            note.effort.chains
        ),
    }
}

/// What the sample is worth, in one sentence.
pub fn worth(note: &CalibrationNote, language: Language) -> String {
    let effective = note.effective_draws;
    let number = language.decimal(effective, 0);
    let draws = language.whole(note.effort.kept);
    let largest = language.percent(note.largest_weight);
    let verdict = if effective < FEW {
        language.pick(
            "too few for 95% intervals: take more draws (--draws) or more points (--points)",
            "for få til 95 %-intervaller: ta flere trekninger (--draws) eller flere punkter (--points)",
        )
    } else if effective < ENOUGH {
        language.pick(
            "enough for medians and rough intervals",
            "nok til medianer og grove intervaller",
        )
    } else {
        language.pick("enough for intervals", "nok til intervaller")
    };
    let heavy = match note.largest_weight > HEAVY {
        true => language.pick(
            " One draw alone has a large part in every result.",
            " Én trekning alene har stor del i hvert resultat.",
        ),
        false => "",
    };
    match language {
        Language::English => format!(
            "The {draws} weighted draws are worth {number} of equal weight, {verdict}. The largest weight is {largest}.{heavy}"
        ),
        Language::Norwegian => format!(
            "De {draws} vektede trekningene er verdt {number} med lik vekt, {verdict}. Den største vekten er {largest}.{heavy}"
        ),
    }
}

/// Can the posterior be used as it is?
pub fn is_usable(note: &CalibrationNote) -> bool {
    note.largest_scale_reduction <= DISAGREE && note.effective_draws >= FEW
}

/// The section on how the search went.
pub fn section(note: &CalibrationNote, waves: &[WaveRow], language: Language) -> Section {
    let figure = method_figures::waves(waves, language).map(|scene| Figure {
        name: "waves".to_owned(),
        scene,
        takeaway: String::new(),
        reading: language.pick(
            "Emulators are quick stand-ins for the simulator. Where their error is well below 1, what they rule out is ruled out by the evidence; the last word always has the simulator itself, by the weights of the draws.",
            "Emulatorene er raske stedfortredere for simulatoren. Der feilen deres er godt under 1, er det forskningen som utelukker; siste ord har alltid simulatoren selv, gjennom vektene til trekningene.",
        ).to_owned(),
    });
    let answer = match is_usable(note) {
        true => language.pick(
            "The sample can be used as it is.",
            "Utvalget kan brukes som det er.",
        ),
        false => language.pick(
            "The sample is for a first look: see why below, and give it more work before it is used.",
            "Utvalget er til et første blikk: se hvorfor under, og gi det mer arbeid før det brukes.",
        ),
    };
    Section {
        key: "trust",
        heading: language
            .pick("How far to trust it", "Hvor langt det er til å stole på")
            .to_owned(),
        answer: answer.to_owned(),
        paragraphs: vec![convergence(note, language), worth(note, language)],
        figures: figure.into_iter().collect(),
        tables: vec![TableBlock {
            table: waves_table(waves, language),
            note: String::new(),
            folded: true,
        }],
    }
}

fn waves_table(rows: &[WaveRow], language: Language) -> PageTable {
    PageTable {
        caption: language.pick("The waves", "Bølgene").to_owned(),
        headings: vec![
            Cell::words(language.pick("Wave", "Bølge")),
            Cell::number(language.pick("Points", "Punkter")),
            Cell::number(language.pick("Prior not ruled out", "Prior ikke utelukket")),
            Cell::number(language.pick("Emulator error, median", "Emulatorfeil, median")),
            Cell::number(language.pick("Emulator error, worst", "Emulatorfeil, verst")),
            Cell::number(language.pick("All targets within 3", "Alle mål innenfor 3")),
            Cell::number(language.pick("Median distance", "Midtre avstand")),
        ],
        rows: rows
            .iter()
            .map(|row| {
                vec![
                    Cell::words(row.wave.to_string()),
                    Cell::number(language.whole(row.points.into())),
                    Cell::number(language.percent(row.not_ruled_out)),
                    Cell::number(language.decimal(row.median_error, 2)),
                    Cell::number(language.decimal(row.largest_error, 2)),
                    Cell::number(language.percent(row.within_three)),
                    Cell::number(language.decimal(row.median_distance, 2)),
                ]
            })
            .collect(),
    }
}

/// Targets that the others do not lead to.
fn conflicting(rows: &[ConflictRow]) -> impl Iterator<Item = &ConflictRow> {
    rows.iter().filter(|row| {
        row.distance_left_out.abs() >= CONFLICT && row.effective_draws >= FEW_LEFT
            || !row.against.is_empty()
    })
}

/// The section on conflicts.
pub fn conflicts_section(rows: &[ConflictRow], checks: &[CheckRow], language: Language) -> Section {
    let title = |id: &str| {
        let row = checks.iter().find(|row| row.target == id);
        row.map_or_else(
            || id.to_owned(),
            |row| words::title(row, language).to_owned(),
        )
    };
    let paragraphs: Vec<String> = conflicting(rows)
        .map(|row| conflict(row, &title, language))
        .collect();
    let answer = match (paragraphs.len(), language) {
        (0, _) => language
            .pick(
                "No target pulls against the others: each lies where the others lead to, within two standard errors.",
                "Ingen mål drar mot de andre: hvert ligger der de andre fører, innenfor to standardfeil.",
            )
            .to_owned(),
        (1, Language::English) => "One target pulls against others.".to_owned(),
        (1, Language::Norwegian) => "Ett mål drar mot andre.".to_owned(),
        (count, Language::English) => format!("{count} targets pull against others."),
        (count, Language::Norwegian) => format!("{count} mål drar mot andre."),
    };
    Section {
        key: "conflicts",
        heading: language
            .pick("Targets that pull against each other", "Mål som drar mot hverandre")
            .to_owned(),
        answer,
        paragraphs,
        figures: Vec::new(),
        tables: vec![TableBlock {
            table: conflicts_table(rows, &title, language),
            note: language.pick(
                "Distances are in standard errors of evidence and posterior together. “Without it” is what all other targets lead to; it is uncertain where few draws are left.",
                "Avstandene er i standardfeil for forskning og posterior sammen. «Uten det» er det alle andre mål fører til; det er usikkert der få trekninger er igjen.",
            ).to_owned(),
            folded: true,
        }],
    }
}

fn conflict(row: &ConflictRow, title: &dyn Fn(&str) -> String, language: Language) -> String {
    let own = title(&row.target);
    let away = language.decimal(row.distance_left_out.abs(), 1);
    let relief = language.decimal(row.relief, 1);
    let against = (!row.against.is_empty()).then(|| title(&row.against));
    match (against, language) {
        (Some(other), Language::English) => format!(
            "“{own}”: left out, it would lie {away} standard errors from where the others lead. “{other}” holds it back most: without that, it would come {relief} standard errors nearer."
        ),
        (Some(other), Language::Norwegian) => format!(
            "«{own}»: utelatt ville det ligge {away} standardfeil fra der de andre fører. «{other}» holder det mest igjen: uten det ville det komme {relief} standardfeil nærmere."
        ),
        (None, Language::English) => format!(
            "“{own}”: left out, it would lie {away} standard errors from where the others lead. No other target alone holds it back: the model's own steps, or its plausible ranges, do."
        ),
        (None, Language::Norwegian) => format!(
            "«{own}»: utelatt ville det ligge {away} standardfeil fra der de andre fører. Ikke noe annet mål alene holder det igjen: det gjør modellens egne steg, eller de rimelige spennene."
        ),
    }
}

fn conflicts_table(
    rows: &[ConflictRow],
    title: &dyn Fn(&str) -> String,
    language: Language,
) -> PageTable {
    PageTable {
        caption: language
            .pick(
                "What happens to each target without itself",
                "Hva som skjer med hvert mål uten det selv",
            )
            .to_owned(),
        headings: vec![
            Cell::words(language.pick("Target", "Mål")),
            Cell::number(language.pick("With it", "Med det")),
            Cell::number(language.pick("Without it", "Uten det")),
            Cell::number(language.pick("Draws left", "Trekninger igjen")),
            Cell::words(language.pick("Held back by", "Holdt igjen av")),
        ],
        rows: rows
            .iter()
            .map(|row| {
                vec![
                    Cell::words(title(&row.target)),
                    Cell::number(words::distance(row.distance, language)),
                    Cell::number(words::distance(row.distance_left_out, language)),
                    Cell::number(language.decimal(row.effective_draws, 0)),
                    Cell::words(match row.against.is_empty() {
                        true => "–".to_owned(),
                        false => title(&row.against),
                    }),
                ]
            })
            .collect(),
    }
}
