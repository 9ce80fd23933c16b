//! What fits and what does not: sentences and tables of checks.

use crate::calibration::rows::CheckRow;
use homeground_report::language::Language;
use homeground_report::page_tables::{Cell, PageTable};

use crate::calibration::pages::words;

/// A target that lies farther than this, in standard errors of its evidence, is far off.
pub const FAR: f64 = 3.5;

/// How many lie inside: "19 of 22 targets".
pub fn inside_of(checks: &[CheckRow], language: Language) -> String {
    let inside = checks.iter().filter(|row| row.inside).count();
    let all = checks.len();
    match language {
        Language::English => format!("{inside} of {all}"),
        Language::Norwegian => format!("{inside} av {all}"),
    }
}

/// One sentence on how a set fits.
pub fn summary(checks: &[CheckRow], language: Language) -> String {
    let inside = inside_of(checks, language);
    let rows = words::failures_first(checks);
    let most = rows
        .iter()
        .filter(|row| row.distance.is_finite())
        .max_by(|one, other| one.distance.abs().total_cmp(&other.distance.abs()));
    let lie = match (checks.len(), language) {
        (1, Language::English) => "lies",
        (_, Language::English) => "lie",
        (_, Language::Norwegian) => "ligger",
    };
    let first = match language {
        Language::English => {
            format!("{inside} {lie} inside the 95% interval of what the model predicts")
        }
        Language::Norwegian => {
            format!("{inside} {lie} innenfor 95 %-intervallet for det modellen predikerer")
        }
    };
    match (most, language) {
        (None, _) => format!("{first}."),
        (Some(row), Language::English) => format!(
            "{first}; the farthest, “{}”, is {} standard errors of its evidence away.",
            words::title(row, language),
            language.decimal(row.distance.abs(), 1)
        ),
        (Some(row), Language::Norwegian) => format!(
            "{first}; lengst unna er «{}», {} standardfeil fra forskningen.",
            words::title(row, language),
            language.decimal(row.distance.abs(), 1)
        ),
    }
}

/// A sentence for each row that does not fit, the farthest first.
pub fn failures(checks: &[CheckRow], language: Language) -> Vec<String> {
    words::failures_first(checks)
        .into_iter()
        .filter(|row| !row.inside)
        .map(|row| failure(row, language))
        .collect()
}

fn failure(row: &CheckRow, language: Language) -> String {
    let title = words::title(row, language);
    let evidence = words::value(row, row.evidence, language);
    if !row.model.is_finite() {
        return match language {
            Language::English => format!(
                "“{title}” cannot be judged: the statistic is not defined in the simulations (a ratio to nothing, or nobody left to count), while the evidence says {evidence}."
            ),
            Language::Norwegian => format!(
                "«{title}» kan ikke bedømmes: tallet er ikke definert i simuleringene (delt på null, eller ingen igjen å telle), mens forskningen sier {evidence}."
            ),
        };
    }
    let model = words::value(row, row.model, language);
    let predicted = words::range(row, (row.predictive_lower, row.predictive_upper), language);
    let errors = language.decimal(row.distance.abs(), 1);
    let more = row.distance > 0.0;
    let far = row.distance.abs() > FAR;
    match language {
        Language::English => format!(
            "“{title}” does not fit: the evidence says {evidence}, the model {model} (predicted {predicted}), {errors} standard errors too {}{}",
            if more { "high" } else { "low" },
            if far { ", which is far off." } else { "." },
        ),
        Language::Norwegian => format!(
            "«{title}» passer ikke: forskningen sier {evidence}, modellen {model} (predikert {predicted}), {errors} standardfeil for {}{}",
            if more { "høyt" } else { "lavt" },
            if far { ", og det er langt unna." } else { "." },
        ),
    }
}

/// That all fit, where none fails.
pub fn all_fit(language: Language) -> String {
    language
        .pick(
            "Nothing lies outside. That shows that the model can agree with these numbers, not that its steps are right.",
            "Ingenting ligger utenfor. Det viser at modellen kan stemme med disse tallene, ikke at stegene i den er riktige.",
        )
        .to_owned()
}

/// Everything on every row, failures first.
pub fn table(checks: &[CheckRow], caption: &str, language: Language) -> PageTable {
    let words_of = language.prose();
    let headings = vec![
        Cell::words(language.pick("Target", "Mål")),
        Cell::number(language.pick("Evidence", "Forskning")),
        Cell::number(language.pick("Model, posterior", "Modell, posterior")),
        Cell::number(language.pick("Predicted", "Predikert")),
        Cell::number(language.pick("Distance, standard errors", "Avstand, standardfeil")),
        Cell::words(language.pick("Inside", "Innenfor")),
        Cell::words(words_of.grade),
        Cell::words(language.pick("Comparable", "Sammenlignbart")),
    ];
    let rows = words::failures_first(checks).into_iter().map(|row| {
        let estimate = |value: f64, ends: (f64, f64)| Cell {
            small: words::range(row, ends, language),
            ..Cell::number(words::value(row, value, language))
        };
        vec![
            Cell {
                small: about(row, language),
                ..Cell::words(words::title(row, language))
            },
            estimate(row.evidence, (row.evidence_lower, row.evidence_upper)),
            estimate(row.model, (row.model_lower, row.model_upper)),
            Cell::number(words::range(
                row,
                (row.predictive_lower, row.predictive_upper),
                language,
            )),
            Cell::number(words::distance(row.distance, language)),
            Cell::words(words::yes_or_no(row.inside, language)),
            Cell::words(row.grade.as_str()),
            Cell::words(words::comparable(&row.comparable, language)),
        ]
    });
    PageTable {
        caption: caption.to_owned(),
        headings,
        rows: rows.collect(),
    }
}

/// Families, design, week and source of a row.
fn about(row: &CheckRow, language: Language) -> String {
    let week = language.prose().week;
    let against = match row.reference.is_empty() {
        true => String::new(),
        false => format!(" / {}", row.reference),
    };
    let source = match row.source.is_empty() {
        true => String::new(),
        false => format!("; {}", row.source),
    };
    format!(
        "{}, {}{against}, {week} {}{source}",
        row.population, row.arm, row.week
    )
}
