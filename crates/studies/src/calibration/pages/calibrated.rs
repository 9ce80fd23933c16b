//! The page of a calibration.

use crate::calibration::rows::{CheckRow, ConflictRow, PairRow, ParameterRow, WaveRow};
use homeground_report::answer_page::{Figure, Section, StudyPage, TableBlock};
use homeground_report::language::Language;
use homeground_report::page_tables::{Cell, PageTable};
use homeground_report::saved::{ContentError, SavedTexts};

use crate::calibration::pages::frame::Head;
use crate::calibration::pages::manifest::{CalibrationNote, TargetsNote};
use crate::calibration::pages::{checks_figure, fit, learned, trust};

/// Failures that are told in the answer; the section holds all.
const MOST_TOLD: usize = 6;

/// Puts the page of a calibration together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(
    texts: &SavedTexts,
    note: &CalibrationNote,
    language: Language,
) -> Result<(Head, StudyPage), ContentError> {
    let checks: Vec<CheckRow> = texts.rows("checks.csv")?;
    let parameters: Vec<ParameterRow> = texts.rows("parameters.csv")?;
    let pairs: Vec<PairRow> = texts.rows("pairs.csv")?;
    let waves: Vec<WaveRow> = texts.rows("waves.csv")?;
    let conflicts: Vec<ConflictRow> = texts.rows("conflicts.csv")?;
    let failures = fit::failures(&checks, language);
    let mut points: Vec<String> = failures.iter().take(MOST_TOLD).cloned().collect();
    points.push(learned::summary(&parameters, language));
    points.push(edges_in_short(&parameters, language));
    points.push(trust::convergence(note, language));
    points.push(trust::worth(note, language));
    let page = StudyPage {
        answer: answer(note, &checks, language),
        points,
        sections: vec![
            fit_section(&checks, failures, language),
            learned::section(note, &parameters, language),
            trust::conflicts_section(&conflicts, &checks, language),
            learned::pairs_section(&pairs, language),
            trust::section(note, &waves, language),
            use_section(note, language),
        ],
        method: method(note, language),
        limits: limits(language),
    };
    Ok((head(note, language), page))
}

/// The answer in one sentence or two.
pub fn answer(note: &CalibrationNote, checks: &[CheckRow], language: Language) -> String {
    let word = note.reading.word();
    let fit = fit::summary(checks, language);
    let first = match language {
        Language::English => {
            format!("Calibrated under the reading {word}, the targets fit like this: {fit}")
        }
        Language::Norwegian => {
            format!("Kalibrert under lesningen {word} passer målene slik: {fit}")
        }
    };
    match trust::is_usable(note) {
        true => first,
        false => format!(
            "{first} {}",
            language.pick(
                "This sample is for a first look: it is worth too few draws, or its chains do not agree.",
                "Utvalget er til et første blikk: det er verdt for få trekninger, eller kjedene er ikke enige.",
            )
        ),
    }
}

fn edges_in_short(parameters: &[ParameterRow], language: Language) -> String {
    let names: Vec<String> = parameters
        .iter()
        .filter(|row| !row.edge.is_empty())
        .map(|row| row.parameter.clone())
        .collect();
    if names.is_empty() {
        return learned::no_edges(language);
    }
    let list = language.list(&names);
    match language {
        Language::English => format!("Piled up at an edge of the range: {list}."),
        Language::Norwegian => format!("Hopet opp ved en ende av spennet: {list}."),
    }
}

fn fit_section(checks: &[CheckRow], failures: Vec<String>, language: Language) -> Section {
    let heading = language.pick(
        "What fits, and what does not",
        "Hva som passer, og hva som ikke gjør det",
    );
    let figure = checks_figure::draw(
        checks,
        language.pick(
            "The calibrated model against its targets",
            "Den kalibrerte modellen mot målene sine",
        ),
        language,
    );
    Section {
        key: "fit",
        heading: heading.to_owned(),
        answer: fit::summary(checks, language),
        paragraphs: match failures.is_empty() {
            true => vec![fit::all_fit(language)],
            false => failures,
        },
        figures: figure
            .into_iter()
            .map(|scene| Figure {
                name: "checks".to_owned(),
                scene,
                takeaway: String::new(),
                reading: how_to_read(language),
            })
            .collect(),
        tables: vec![TableBlock {
            table: fit::table(
                checks,
                language.pick("Every target", "Alle målene"),
                language,
            ),
            note: String::new(),
            folded: true,
        }],
    }
}

/// How a figure of checks is read.
pub fn how_to_read(language: Language) -> String {
    language
        .pick(
            "All rows share one axis: 0 is what the evidence says, the grey band is its 95% interval. The thick line is what calibration leaves open, the thin one also holds the error of another study like that of the evidence. A target fits if the thin line reaches 0. To the right the model has more than the evidence.",
            "Alle rader har samme akse: 0 er det forskningen sier, det grå båndet er 95 %-intervallet for den. Den tykke linjen er det kalibreringen lar stå åpent, den tynne rommer også feilen i en ny studie som den i forskningen. Et mål passer hvis den tynne linjen når 0. Til høyre har modellen mer enn forskningen.",
        )
        .to_owned()
}

/// How to use the sample, with commands that can be copied.
fn use_section(note: &CalibrationNote, language: Language) -> Section {
    let word = note.reading.word();
    let commands = [
        (
            language.pick("Draw parameters from it in a run", "Trekke parametre fra den i en kjøring"),
            "homeground run SCENARIO --set uncertainty.from=posterior --posterior DIR/posterior.csv".to_owned(),
        ),
        (
            language.pick("Run with its central draw alone", "Kjøre med bare den sentrale trekningen"),
            "homeground run SCENARIO --posterior DIR/posterior.csv".to_owned(),
        ),
        (
            language.pick(
                "Hold it against evidence that it has not seen",
                "Holde den opp mot forskning den ikke har sett",
            ),
            "homeground validate --posterior DIR/posterior.csv --full".to_owned(),
        ),
        (
            language.pick("Use the sample that is part of the program", "Bruke utvalget som følger med programmet"),
            format!("homeground run SCENARIO --reading {word} --set uncertainty.from=posterior"),
        ),
    ];
    let table = PageTable {
        caption: language.pick("Commands", "Kommandoer").to_owned(),
        headings: vec![
            Cell::words(language.pick("To", "For å")),
            Cell::words(language.prose().command),
        ],
        rows: commands
            .into_iter()
            .map(|(what, command)| vec![Cell::words(what), Cell::words(command)])
            .collect(),
    };
    Section {
        key: "use",
        heading: language.pick("How to use it", "Slik brukes den").to_owned(),
        answer: String::new(),
        paragraphs: vec![
            language
                .pick(
                    "posterior.csv holds the weighted draws and the central draw, which stands for all of them: the values that parameters have when a scenario says nothing. DIR is this folder.",
                    "posterior.csv inneholder de vektede trekningene og den sentrale trekningen, som står for dem alle: verdiene parameterne har når et scenario ikke sier noe. DIR er denne mappen.",
                )
                .to_owned(),
        ],
        figures: Vec::new(),
        tables: vec![TableBlock {
            table,
            note: String::new(),
            folded: false,
        }],
    }
}

fn head(note: &CalibrationNote, language: Language) -> Head {
    let effort = &note.effort;
    let whole = |number: u64| language.whole(number);
    let points = effort.points + effort.waves * effort.further_points;
    let facts = match language {
        Language::English => format!(
            "{} targets, {} parameters. {} points in {} waves of {} families in each design, then {} draws of {}. Targets: {}.",
            whole(note.targets.count),
            whole(note.parameters),
            whole(points),
            effort.waves + 1,
            whole(effort.families),
            whole(effort.draws),
            whole(effort.draw_families),
            origin(&note.targets, language),
        ),
        Language::Norwegian => format!(
            "{} mål, {} parametre. {} punkter i {} bølger med {} familier i hver utforming, så {} trekninger med {}. Mål: {}.",
            whole(note.targets.count),
            whole(note.parameters),
            whole(points),
            effort.waves + 1,
            whole(effort.families),
            whole(effort.draws),
            whole(effort.draw_families),
            origin(&note.targets, language),
        ),
    };
    let prose = language.prose();
    Head {
        title: language.pick("Calibration to the literature", "Kalibrering mot forskningen"),
        asked: language.pick(
            "Which values of the parameters agree with what the literature reports, what does the literature leave open, and where does the model not agree with it?",
            "Hvilke verdier av parameterne stemmer med det forskningen rapporterer, hva lar forskningen stå åpent, og hvor stemmer ikke modellen med den?",
        ),
        facts,
        intervals: language
            .pick(
                "Intervals of the model (95%) hold what calibration leaves open about the parameters. Predictive intervals also hold the error of the evidence itself.",
                "Modellens intervaller (95 %) rommer det kalibreringen lar stå åpent om parameterne. Prediktive intervaller rommer også forskningens egen feil.",
            )
            .to_owned(),
        again: vec![
            (prose.seed.to_owned(), note.seed.to_string()),
            (prose.size.to_owned(), size(note.family_weeks, note.seconds, language)),
            (format!("{}: targets.csv", prose.hash), note.targets.hash.clone()),
        ],
    }
}

/// Where targets are from.
pub fn origin(note: &TargetsNote, language: Language) -> String {
    match (&note.file, note.only_own) {
        (None, _) => language
            .pick("those of the program", "programmets egne")
            .to_owned(),
        (Some(file), false) => match language {
            Language::English => format!("those of the program and {file}"),
            Language::Norwegian => format!("programmets egne og {file}"),
        },
        (Some(file), true) => match language {
            Language::English => format!("{file} alone"),
            Language::Norwegian => format!("bare {file}"),
        },
    }
}

/// Family-weeks and time.
pub fn size(family_weeks: u64, seconds: f64, language: Language) -> String {
    let millions = language.decimal(family_weeks as f64 / 1e6, 0);
    let time = match seconds {
        short if short < 120.0 => format!("{} s", language.decimal(short, 0)),
        long => format!("{} min", language.decimal(long / 60.0, 0)),
    };
    match language {
        Language::English => format!("{millions} million family-weeks, {time}"),
        Language::Norwegian => format!("{millions} millioner familieuker, {time}"),
    }
}

fn method(note: &CalibrationNote, language: Language) -> Vec<String> {
    let waves = note.effort.waves;
    let more = match (waves, language) {
        (1, Language::English) => "1 further wave".to_owned(),
        (_, Language::English) => format!("{waves} further waves"),
        (1, Language::Norwegian) => "1 bølge til".to_owned(),
        (_, Language::Norwegian) => format!("{waves} bølger til"),
    };
    match language {
        Language::English => vec![
            format!(
                "History matching: the model is simulated at points of the prior, and for each target a Gaussian process learns the statistic as a function of the parameters. In {more} new points are taken where no emulator rules the targets out, so that emulators become exact where it matters."
            ),
            "Then chains draw from the posterior under the last emulators, draws spread over them are simulated with many families, and each is weighted by how well the simulator itself agrees with the targets, over what the emulator said (importance weights). A target counts by its standard error; targets count as independent of each other.".to_owned(),
            "The prior of each parameter is a triangle over its plausible range with its top at the centre, on a scale of ratios where the range is wide. The central draw is the weighted mean of all draws on the scale of the prior's quantiles.".to_owned(),
            "A parameter is informed when a third of its prior variance is gone or its mean has moved by 0.7 standard deviations; slightly informed from a tenth, or 0.35. It piles up at an edge when more than a quarter of its posterior lies in the outer twentieth of its range, and at least three times as much as of its prior.".to_owned(),
        ],
        Language::Norwegian => vec![
            format!(
                "Historietilpasning (history matching): modellen simuleres i punkter fra prioren, og for hvert mål lærer en gaussisk prosess tallet som funksjon av parameterne. I {more} tas nye punkter der ingen emulator utelukker målene, slik at emulatorene blir nøyaktige der det gjelder."
            ),
            "Deretter trekker kjeder fra posterioren under de siste emulatorene, trekninger spredt over dem simuleres med mange familier, og hver vektes etter hvor godt simulatoren selv stemmer med målene, delt på det emulatoren sa (viktighetsvekter). Et mål teller etter standardfeilen sin; målene regnes som uavhengige av hverandre.".to_owned(),
            "Prioren til hver parameter er en trekant over det rimelige spennet med toppen i midten, på forholdsskala der spennet er vidt. Den sentrale trekningen er det vektede gjennomsnittet av alle trekninger på skalaen til priorens kvantiler.".to_owned(),
            "En parameter er opplyst når en tredjedel av prior-variansen er borte eller gjennomsnittet har flyttet seg 0,7 standardavvik; litt opplyst fra en tidel, eller 0,35. Den hoper seg opp ved en ende når mer enn en fjerdedel av posterioren ligger i den ytterste tjuendedelen av spennet, og minst tre ganger så mye som av prioren.".to_owned(),
        ],
    }
}

fn limits(language: Language) -> Vec<String> {
    let pick = |english: &str, norwegian: &str| language.pick(english, norwegian).to_owned();
    vec![
        pick(
            "That the model agrees with a target does not show that it is right for the same reasons as the world.",
            "At modellen stemmer med et mål, viser ikke at den gjør det av de samme grunnene som virkeligheten.",
        ),
        pick(
            "Most targets are from other countries and services; how far each may be compared stands in the table, and counts only through its standard error.",
            "De fleste målene er fra andre land og tjenester; hvor langt hvert kan sammenlignes, står i tabellen, og teller bare gjennom standardfeilen.",
        ),
        pick(
            "What the evidence does not inform is still judgement: look at the list before leaning on such a parameter.",
            "Det forskningen ikke opplyser, er fortsatt skjønn: se på listen før du støtter deg på en slik parameter.",
        ),
        pick(
            "The two readings of the literature stand beside each other. Neither is the truth, and their mean is none either.",
            "De to lesningene av forskningen står ved siden av hverandre. Ingen av dem er sannheten, og gjennomsnittet er det heller ikke.",
        ),
    ]
}
