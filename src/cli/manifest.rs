//! The manifest of a run, as far as it is known before the run begins.

use std::collections::BTreeMap;

use homeground_core::engine::share::Share;
use homeground_core::engine::{draws, parallel};
use homeground_core::evidence::{MODEL_VERSION, Posterior};
use homeground_core::outcomes::manifest::DrawnFrom;
use homeground_core::outcomes::manifest::{
    Hashes, Interval, Manifest, ManifestArm, ManifestProcess,
};
use homeground_core::scenario::Scenario;
use homeground_store::checkpoint::ProcessRecord;
use homeground_store::saved;

use crate::cli::load::Loaded;

/// What is known of a run before it begins.
pub fn manifest(loaded: &Loaded) -> Manifest {
    let scenario = &loaded.scenario;
    let draws = draws::count(scenario);
    let runs = u64::from(draws) * u64::from(scenario.replicates);
    Manifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        model_version: MODEL_VERSION.into(),
        scenario: scenario.name.clone(),
        title: scenario.title.clone(),
        question: scenario.question.clone(),
        seed: scenario.seed,
        families: scenario.families.into(),
        replicates: scenario.replicates.into(),
        draws: Some(draws.into()),
        horizon_weeks: scenario.horizon_weeks,
        reference: scenario.arms[scenario.reference].name.clone(),
        arms: scenario
            .arms
            .iter()
            .map(|arm| ManifestArm {
                name: arm.name.clone(),
                reason: (!arm.reason.is_empty()).then(|| arm.reason.clone()),
                programme: arm.programme_key.clone(),
            })
            .collect(),
        interval: match (draws, scenario.replicates) {
            (1, 1) => Interval::None,
            (1, _) => Interval::MonteCarlo,
            _ => Interval::ParametersAndMonteCarlo,
        },
        reading: Some(scenario.reading),
        reading_meaning: Some(scenario.reading.meaning().to_owned()),
        drawn_from: DrawnFrom::of_run(scenario),
        hashes: hashes(scenario),
        files: BTreeMap::new(),
        families_simulated: Some(
            runs.saturating_mul(u64::from(scenario.families) * scenario.arms.len() as u64),
        ),
        family_weeks: Some(parallel::total_family_weeks(scenario)),
        threads: None,
        started: None,
        seconds: None,
        processes: Vec::new(),
        shard: None,
        command: Some(command_line()),
        warnings: warnings(loaded),
        study: None,
    }
}

/// The manifest with the processes that worked on the run, and of which shard each.
pub fn of_processes(whole: Manifest, parts: &[(Option<Share>, Vec<ProcessRecord>)]) -> Manifest {
    let mut processes: Vec<ManifestProcess> = parts
        .iter()
        .flat_map(|(share, processes)| {
            processes.iter().map(|process| ManifestProcess {
                shard: share.map(|share| share.to_string()),
                started: process.started.clone(),
                seconds: process.seconds,
                threads: process.threads,
            })
        })
        .collect();
    let threads = processes.first().map(|first| first.threads);
    Manifest {
        // Times are in one form and in one zone, so their texts are in their order.
        started: processes
            .iter()
            .map(|process| process.started.clone())
            .min(),
        seconds: Some(processes.iter().map(|process| process.seconds).sum()),
        threads: threads.filter(|_| processes.len() == 1),
        // A single process in one piece is what one expects.
        processes: match processes.len() {
            0 | 1 => Vec::new(),
            _ => std::mem::take(&mut processes),
        },
        ..whole
    }
}

/// Draws below which the ends of an interval over draws are little more than the
/// smallest and largest of them.
const FEW_DRAWS: u32 = 40;

/// What a reader of the results should know.
fn warnings(loaded: &Loaded) -> Vec<String> {
    let of_the_files = loaded
        .warnings
        .iter()
        .map(|warning| warning.message.clone());
    of_the_files.chain(remarks(&loaded.scenario)).collect()
}

/// What the numbers of draws and replicates mean for the intervals.
pub fn remarks(scenario: &Scenario) -> Vec<String> {
    let mut warnings = Vec::new();
    let draws = draws::count(scenario);
    if draws > 1 {
        warnings.push(format!(
            "levels are means over {draws} parameter draws, not values at the default parameters: \
             compare them with each other, not with a run without draws"
        ));
    }
    if (2..FEW_DRAWS).contains(&draws) {
        warnings.push(format!(
            "{draws} draws are few: intervals hold about the smallest and largest of them, less \
             than 95 % of what the parameters allow; take {FEW_DRAWS} or more"
        ));
    }
    let worth = scenario.posterior().map(Posterior::effective_draws);
    if let Some(worth) = worth.filter(|worth| *worth < f64::from(FEW_DRAWS))
        && scenario.draws_posterior()
    {
        warnings.push(format!(
            "the calibrated sample is worth {worth:.0} draws of equal weight, which are few: \
             intervals hold less than 95 % of what it would allow"
        ));
    }
    if draws == 1 && scenario.replicates == 1 {
        warnings.push("one replicate gives no intervals; take 10 or more".to_owned());
    }
    warnings
}

/// Digests of what went into a run: the resolved scenario, each arm's programme as it
/// was used, and the parameters of the first draw.
fn hashes(scenario: &Scenario) -> Hashes {
    let resolved = scenario.to_toml();
    let table: toml::Table = resolved.parse().unwrap_or_default();
    let arms = table.get("arm").and_then(|arms| arms.as_array());
    let mut programmes = BTreeMap::new();
    for (arm, design) in scenario.arms.iter().zip(arms.into_iter().flatten()) {
        if let Some(programme) = design.get("programme") {
            programmes.insert(
                arm.name.clone(),
                saved::digest(programme.to_string().as_bytes()),
            );
        }
    }
    let parameters = draws::parameters(scenario, 0);
    let values: String = homeground_core::model::parameters::Parameters::KEYS
        .iter()
        .map(|key| format!("{key} = {}\n", parameters.get(key).unwrap_or(f64::NAN)))
        .collect();
    Hashes {
        scenario: saved::digest(resolved.as_bytes()),
        programmes,
        parameters: saved::digest(values.as_bytes()),
        posterior: scenario
            .posterior
            .as_ref()
            .map_or_else(String::new, |file| saved::digest(file.text.as_bytes())),
    }
}

/// The command line as it could be typed again.
pub fn command_line() -> String {
    let plain = |word: &str| {
        !word.is_empty()
            && word
                .chars()
                .all(|letter| letter.is_alphanumeric() || "-_./=:,%+@".contains(letter))
    };
    let words = std::env::args_os().skip(1).map(|word| {
        let word = word.to_string_lossy().into_owned();
        if plain(&word) {
            word
        } else {
            format!("'{}'", word.replace('\'', "'\\''"))
        }
    });
    std::iter::once("homeground".to_owned())
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}
