//! The page of a validation.

use crate::calibration::rows::{CheckRow, RankRow};
use homeground_report::answer_page::{Figure, Section, StudyPage, TableBlock};
use homeground_report::language::Language;
use homeground_report::saved::{ContentError, SavedTexts};

use crate::calibration::pages::frame::Head;
use crate::calibration::pages::manifest::ValidationNote;
use crate::calibration::pages::{calibrated, checks_figure, fit, ranks, trust, words};

/// Families from which chance in a share is small beside the errors of the evidence.
const MANY_FAMILIES: u64 = 4000;

/// Puts the page of a validation together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(
    texts: &SavedTexts,
    note: &ValidationNote,
    language: Language,
) -> Result<(Head, StudyPage), ContentError> {
    let checks: Vec<CheckRow> = texts.rows("checks.csv")?;
    let sets = words::by_set(&checks);
    let mut points = Vec::new();
    for (set, rows) in &sets {
        let name = words::set_name(set, language);
        points.push(format!("{name}: {}", fit::summary(rows, language)));
        points.extend(fit::failures(rows, language));
    }
    points.extend(small(note, language));
    let mut sections: Vec<Section> = sets
        .iter()
        .map(|(set, rows)| section(set, rows, language))
        .collect();
    if note.ranks.is_some() {
        let ranked: Vec<RankRow> = texts.rows("ranks.csv")?;
        points.push(ranks::summary(&ranked, language));
        sections.push(ranks::section(&ranked, language));
    }
    let page = StudyPage {
        answer: answer(note, &checks, language),
        points,
        sections,
        method: method(language),
        limits: limits(language),
    };
    Ok((head(note, language), page))
}

/// The answer in one sentence: each set apart.
pub fn answer(note: &ValidationNote, checks: &[CheckRow], language: Language) -> String {
    let word = note.reading.word();
    let parts: Vec<String> = words::by_set(checks)
        .iter()
        .map(|(set, rows)| {
            let inside = fit::inside_of(rows, language);
            match *set {
                "calibration" => match language {
                    Language::English => format!("{inside} targets that it was calibrated to"),
                    Language::Norwegian => format!("{inside} mål den er kalibrert til"),
                },
                "validation" => match language {
                    Language::English => format!("{inside} numbers that calibration never saw"),
                    Language::Norwegian => format!("{inside} tall kalibreringen aldri så"),
                },
                _ => match language {
                    Language::English => format!("{inside} other targets"),
                    Language::Norwegian => format!("{inside} andre mål"),
                },
            }
        })
        .collect();
    let list = language.list(&parts);
    match language {
        Language::English => {
            format!("Under the reading {word} the model predicts {list} within 95% intervals.")
        }
        Language::Norwegian => {
            format!("Under lesningen {word} treffer modellen {list}, innenfor 95 %-intervaller.")
        }
    }
}

/// What small settings add of their own.
fn small(note: &ValidationNote, language: Language) -> Option<String> {
    let few_draws = note.draws < trust::ENOUGH as u64 && note.draws < note.posterior.draws;
    if !few_draws && note.families >= MANY_FAMILIES {
        return None;
    }
    let (draws, families) = (language.whole(note.draws), language.whole(note.families));
    Some(match language {
        Language::English => format!(
            "This is a small check ({draws} draws, {families} families in an ordinary design): its own chance is part of the model's intervals, and a row near a border may fall on the other side with another seed. --full takes all draws with 8,000 families."
        ),
        Language::Norwegian => format!(
            "Dette er en liten kontroll ({draws} trekninger, {families} familier i en vanlig utforming): dens egen tilfeldighet er med i modellens intervaller, og en rad nær en grense kan falle på den andre siden med et annet frø. --full tar alle trekninger med 8000 familier."
        ),
    })
}

fn section(set: &'static str, rows: &[CheckRow], language: Language) -> Section {
    let heading = words::set_name(set, language);
    let failures = fit::failures(rows, language);
    let figure = checks_figure::draw(rows, heading, language).map(|scene| Figure {
        name: format!("checks_{set}"),
        scene,
        takeaway: String::new(),
        reading: calibrated::how_to_read(language),
    });
    Section {
        key: set,
        heading: heading.to_owned(),
        answer: fit::summary(rows, language),
        paragraphs: match failures.is_empty() {
            true => vec![fit::all_fit(language)],
            false => failures,
        },
        figures: figure.into_iter().collect(),
        tables: vec![TableBlock {
            table: fit::table(rows, language.pick("Every row", "Alle radene"), language),
            note: String::new(),
            folded: true,
        }],
    }
}

fn head(note: &ValidationNote, language: Language) -> Head {
    let sample = match (&note.posterior.file, language) {
        (Some(file), _) => file.clone(),
        (None, Language::English) => "the sample of the program".to_owned(),
        (None, Language::Norwegian) => "programmets eget utvalg".to_owned(),
    };
    let (count, draws) = (
        language.whole(note.targets.count),
        language.whole(note.draws),
    );
    let all = language.whole(note.posterior.draws);
    let families = language.whole(note.families);
    let origin = calibrated::origin(&note.targets, language);
    let facts = match language {
        Language::English => format!(
            "{count} numbers against {draws} of {all} draws ({sample}), {families} families in an ordinary design. Targets: {origin}."
        ),
        Language::Norwegian => format!(
            "{count} tall mot {draws} av {all} trekninger ({sample}), {families} familier i en vanlig utforming. Mål: {origin}."
        ),
    };
    let prose = language.prose();
    let mut again = vec![
        (prose.seed.to_owned(), note.seed.to_string()),
        (
            prose.size.to_owned(),
            calibrated::size(note.family_weeks, note.seconds, language),
        ),
        (
            format!("{}: targets.csv", prose.hash),
            note.targets.hash.clone(),
        ),
    ];
    if let Some(hash) = &note.posterior.file_hash {
        again.push((format!("{}: posterior", prose.hash), hash.clone()));
    }
    Head {
        title: language.pick("Validation against the literature", "Validering mot forskningen"),
        asked: language.pick(
            "Does the calibrated model show what studies have found, those that it was calibrated to and those that it has never seen?",
            "Viser den kalibrerte modellen det studier har funnet, både dem den er kalibrert til og dem den aldri har sett?",
        ),
        facts,
        intervals: language
            .pick(
                "Intervals of the model (95%) hold what calibration leaves open about the parameters, and the chance of the simulated families. Predictive intervals also hold the error of the evidence itself.",
                "Modellens intervaller (95 %) rommer det kalibreringen lar stå åpent om parameterne, og tilfeldigheten i de simulerte familiene. Prediktive intervaller rommer også forskningens egen feil.",
            )
            .to_owned(),
        again,
    }
}

fn method(language: Language) -> Vec<String> {
    let pick = |english: &str, norwegian: &str| language.pick(english, norwegian).to_owned();
    vec![
        pick(
            "Posterior-predictive check: the designs that each number speaks about are simulated under draws of the calibrated parameters. The statistic of each draw gets an error like that of the evidence; where 95% of those lie is the predictive interval. A number fits if the evidence lies inside.",
            "Posterior prediktiv kontroll: utformingene hvert tall handler om, simuleres under trekninger av de kalibrerte parameterne. Tallet fra hver trekning får en feil som den i forskningen; der 95 % av dem ligger, er det prediktive intervallet. Et tall passer hvis forskningen ligger innenfor.",
        ),
        pick(
            "The validation set was chosen before the first calibration, and calibration never uses it.",
            "Valideringssettet ble valgt før den første kalibreringen, og kalibreringen bruker det aldri.",
        ),
    ]
}

fn limits(language: Language) -> Vec<String> {
    let pick = |english: &str, norwegian: &str| language.pick(english, norwegian).to_owned();
    vec![
        pick(
            "Of twenty numbers that fit in truth, one lies outside by chance. A wide interval is easily met: look at its width too.",
            "Av tjue tall som i virkeligheten passer, ligger ett utenfor ved en tilfeldighet. Et vidt intervall er lett å treffe: se også på bredden.",
        ),
        pick(
            "The validation set is of other studies, but of the same field: what all studies have in common, it cannot test.",
            "Valideringssettet er fra andre studier, men fra samme felt: det alle studier har felles, kan det ikke prøve.",
        ),
    ]
}
