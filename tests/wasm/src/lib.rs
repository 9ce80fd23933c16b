//! A scenario from its text to tables and page, through the crates that a browser takes.
//!
//! [`answer`] is the whole; the functions below it are how a page or Node.js calls it: it
//! asks for memory, writes the request as JSON, and reads the answer as JSON.

use std::collections::BTreeMap;

use homeground_core::engine::parallel::Progress;
use homeground_core::outcomes::experiment::{self, NoRows};
use homeground_core::outcomes::manifest::Manifest;
use homeground_core::scenario::{
    Assignment, BuiltInProgrammes, ScenarioInput, built_in_scenarios, read_scenario,
};
use homeground_report::figures::FIGURES;
use homeground_report::html;
use homeground_report::results::{Results, SavedRows};
use homeground_report::saved::SavedTexts;
use homeground_report::words::{LocaleFile, Locales};
use homeground_studies::StudyContext;
use homeground_studies::evaluate::NoCheckpoints;
use homeground_studies::findings::Table;
use serde_json::{Value, json};

/// What comes of a request `{scenario, set: ["path=value"], language, locales: [[language,
/// file, text]]}`: the tables of a run by file name and its page, or, where the scenario has
/// a `[study]`, the tables of the study.
///
/// # Errors
/// In words.
pub fn answer(request: &Value) -> Result<Value, String> {
    let word = |key: &str| request[key].as_str().unwrap_or_default();
    let name = word("scenario");
    let (_, text) = built_in_scenarios()
        .iter()
        .find(|(key, _)| *key == name)
        .ok_or_else(|| format!("there is no scenario {name:?}"))?;
    let assignments: Vec<Assignment> = request["set"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|text| Assignment::set(text.as_str().unwrap_or_default()))
        .collect();
    let input = ScenarioInput {
        assignments: &assignments,
        ..ScenarioInput::new(name, name, text, &BuiltInProgrammes)
    };
    let scenario = read_scenario(&input).map_err(|error| error.to_string())?.value;
    let progress = Progress::default();
    if scenario.study.is_some() {
        let mut study = StudyContext {
            scenario: &scenario,
            programmes: &BuiltInProgrammes,
            progress: &progress,
            checkpoints: &mut NoCheckpoints,
            expect: &|_| {},
        };
        let findings = homeground_studies::run(&mut study).map_err(|error| error.to_string())?;
        let tables: BTreeMap<&str, &str> =
            findings.tables.iter().map(|table| (table.file, table.csv.as_str())).collect();
        return Ok(json!({ "tables": tables }));
    }
    let tables =
        experiment::run(&scenario, &progress, &mut NoRows).map_err(|error| error.to_string())?;
    let written = BTreeMap::from([
        ("summary.csv", Table::new("summary.csv", &tables.summary)?.csv),
        ("contrasts.csv", Table::new("contrasts.csv", &tables.contrasts)?.csv),
        ("curves.csv", Table::new("curves.csv", &tables.curves)?.csv),
        ("subgroups.csv", Table::new("subgroups.csv", &tables.subgroups)?.csv),
    ]);
    let texts = BTreeMap::from([("scenario.toml".to_owned(), scenario.to_toml())]);
    let rows_of_page = SavedRows {
        summary: tables.summary,
        contrasts: tables.contrasts,
        curves: tables.curves,
        subgroups: tables.subgroups,
    };
    let manifest = Manifest::of_run(&scenario);
    let results = Results::new(manifest, rows_of_page, &SavedTexts::new(texts))
        .map_err(|error| error.to_string())?;
    let files: Vec<[&str; 3]> = request["locales"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|file| [0, 1, 2].map(|place| file[place].as_str().unwrap_or_default()))
        .collect();
    let files: Vec<LocaleFile<'_>> =
        files.iter().map(|[language, file, text]| LocaleFile { language, file, text }).collect();
    let locales = Locales::parse(&files).map_err(|error| error.to_string())?;
    let words = locales.words(word("language")).ok_or("there is no such language")?;
    let drawn: Vec<_> = FIGURES.iter().map(|(name, chart)| (*name, chart(&results))).collect();
    let page = html::page(&results, &drawn, words)?;
    Ok(json!({ "tables": written, "page": page }))
}

/// Memory for a request of so many bytes; whoever asks writes it there and hands it to
/// [`run`], which takes it back.
#[unsafe(no_mangle)]
pub extern "C" fn memory_for(length: usize) -> *mut u8 {
    Box::leak(vec![0; length].into_boxed_slice()).as_mut_ptr()
}

/// The answer to a request as JSON, behind its length in four bytes.
///
/// # Safety
/// `request` comes from [`memory_for`] with this length, and is handed over once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn run(request: *mut u8, length: usize) -> *const u8 {
    // SAFETY: as the caller promises.
    let request = unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(request, length)) };
    let answered = serde_json::from_slice(&request)
        .map_err(|error| error.to_string())
        .and_then(|request| answer(&request));
    let text = match answered {
        Ok(answer) => answer.to_string(),
        Err(error) => json!({ "error": error }).to_string(),
    };
    let mut bytes = (text.len() as u32).to_le_bytes().to_vec();
    bytes.extend(text.into_bytes());
    Box::leak(bytes.into_boxed_slice()).as_ptr()
}
