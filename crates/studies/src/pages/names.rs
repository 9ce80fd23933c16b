//! Fields, their values and mechanisms in words of both languages.

use homeground_core::evidence::{self, find};
use homeground_report::language::Language;

/// A varied field for people: "home: minutes per visit", "attend_burden (travel)".
pub fn field(path: &str, language: Language) -> String {
    let mut parts: Vec<&str> = path.split('.').collect();
    let last = parts.pop().unwrap_or(path);
    if let Some(row) = find(evidence::parameters(), last) {
        return match language {
            Language::English => format!("{last} ({})", row.meaning),
            // What parameters mean stands in the tables in English alone.
            Language::Norwegian => last.to_owned(),
        };
    }
    let word = field_word(last, language);
    match parts.as_slice() {
        ["arm", arm, ..] => format!("{}: {word}", arm.trim_matches(['"', '\''])),
        ["population"] => format!("{}: {word}", language.pick("population", "befolkning")),
        _ => word,
    }
}

/// A field without its arm.
pub fn short_field(path: &str, language: Language) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    match find(evidence::parameters(), last) {
        Some(_) => last.to_owned(),
        None => field_word(last, language),
    }
}

fn field_word(key: &str, language: Language) -> String {
    let (english, norwegian) = match key {
        "arena" => ("arena", "arena"),
        "first_arena" => ("arena of the first visits", "arena for de første besøkene"),
        "first_visits" => ("visits in the first arena", "besøk i den første arenaen"),
        "visits_per_week" => ("visits per week", "besøk per uke"),
        "visit_minutes" => ("minutes per visit", "minutter per besøk"),
        "duration_weeks" => ("duration, weeks", "varighet, uker"),
        "max_weeks" => ("latest end, weeks", "seneste slutt, uker"),
        "profession" => ("profession", "yrke"),
        "training" => ("training", "opplæring"),
        "supervision" => ("supervision", "veiledning"),
        "team" => ("team", "team"),
        "caseload" => ("families per helper", "familier per hjelper"),
        "phone" => ("phone", "telefon"),
        "flexibility" => ("flexibility", "fleksibilitet"),
        "codesign" => ("say in goals and plan", "medvirkning"),
        "codesign_weeks" => (
            "first weeks of full say",
            "første uker med full medvirkning",
        ),
        "control" => ("control function", "kontrollfunksjon"),
        "wait_weeks" => ("wait, weeks", "ventetid, uker"),
        "min_attendance" => (
            "attendance that completion needs",
            "oppmøte som kreves for fullføring",
        ),
        "max_missed" => ("missed visits that end it", "uteblivelser som avslutter"),
        "uptake" => ("acceptance", "andel som takker ja"),
        "recruiter_training" => (
            "training of those who refer",
            "opplæring av dem som henviser",
        ),
        "staff_turnover" => ("helper replacements per year", "bytte av hjelper per år"),
        "adversity_mean" => ("mean adversity", "gjennomsnittlig belastning"),
        "adversity_sd" => ("spread of adversity", "spredning i belastning"),
        "referral_concern" => ("concern at referral", "bekymring ved henvisning"),
        other => return other.replace('_', " "),
    };
    language.pick(english, norwegian).to_owned()
}

/// A value for people: numbers as the language writes them, words in the language.
pub fn value(label: &str, language: Language) -> String {
    if let Ok(number) = label.parse::<f64>() {
        let decimals = label
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        return match decimals {
            0..=3 => language.decimal(number, decimals),
            // Steps that are no round numbers.
            _ => language.quantity(number),
        };
    }
    let (english, norwegian) = match label {
        "home" => ("home", "hjemme"),
        "office" => ("office", "kontor"),
        "residential" => ("residential", "døgnopphold"),
        "health_clinic" => ("health clinic", "helsestasjon"),
        "digital" => ("digital", "digitalt"),
        "nurse" => ("nurse", "sykepleier"),
        "midwife" => ("midwife", "jordmor"),
        "family_therapist" => ("family therapist", "familieterapeut"),
        "psychologist" => ("psychologist", "psykolog"),
        "social_worker" => ("social worker", "sosionom"),
        "child_welfare_worker" => ("child welfare worker", "barnevernsarbeider"),
        "paraprofessional" => ("paraprofessional", "ufaglært hjelper"),
        "none" => ("none", "ingen"),
        "duty_to_report" => ("duty to report", "meldeplikt"),
        "child_welfare_voluntary" => ("voluntary, child welfare", "frivillig, barnevern"),
        "implicit_threat" => ("implicit threat", "underforstått trussel"),
        "court_ordered" => ("court-ordered", "pålegg"),
        "true" => ("yes", "ja"),
        "false" => ("no", "nei"),
        other => return other.replace('_', " "),
    };
    language.pick(english, norwegian).to_owned()
}

/// A mechanism for people.
pub fn mechanism(key: &str, language: Language) -> String {
    match find(evidence::switches(), key) {
        Some(row) => language.pick(row.name.clone(), row.name_nb.clone()),
        None => key.replace('_', " "),
    }
}
