//! Of which run results are: what was simulated, with what, and how.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::engine::{draws, parallel};
use crate::evidence::{LiteratureReading, MODEL_VERSION, Posterior};
use crate::model::parameters::Parameters;
use crate::scenario::{DrawSource, Scenario, Uncertainty};

/// What manifests call the program.
pub const PROGRAM: &str = "homeground";

/// What the intervals of a run hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Interval {
    /// Chance of the simulation: replicates.
    MonteCarlo,
    /// Parameter draws and chance.
    ParametersAndMonteCarlo,
    /// There are no intervals.
    None,
}

/// An arm as the manifest lists it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct ManifestArm {
    /// Its name.
    pub name: String,
    /// Why it is there.
    #[serde(default)]
    pub reason: Option<String>,
    /// Key of its programme.
    #[serde(default)]
    pub programme: Option<String>,
}

/// Digests of what went into a run.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Hashes {
    /// Of the scenario.
    #[serde(default)]
    pub scenario: String,
    /// Of each programme file.
    #[serde(default)]
    pub programmes: BTreeMap<String, String>,
    /// Of the parameters.
    #[serde(default)]
    pub parameters: String,
    /// Of the posterior file; empty where none was named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub posterior: String,
}

/// A process that worked on a run which was divided or interrupted.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct ManifestProcess {
    /// Which shard of the run, such as `2/3`; none for a run in one piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard: Option<String>,
    /// When it began.
    pub started: String,
    /// How long it took.
    pub seconds: f64,
    /// Threads used.
    pub threads: u64,
}

/// Which share of a run a folder holds.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct ManifestShard {
    /// Which one, counted from 1.
    pub number: u32,
    /// Of how many.
    pub of: u32,
    /// Tasks in it, of all tasks of the run.
    pub tasks: u64,
    /// Tasks of the run.
    pub all_tasks: u64,
    /// What to do with it.
    pub note: String,
}

/// `manifest.json`: what was run, with what, and how.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Manifest {
    /// Always `homeground`.
    pub program: String,
    /// Version of the program.
    pub version: String,
    /// Version of the model.
    pub model_version: serde_json::Value,
    /// Name of the scenario.
    pub scenario: String,
    /// Heading.
    #[serde(default)]
    pub title: String,
    /// What the run is meant to answer.
    #[serde(default)]
    pub question: String,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Families per replicate.
    pub families: u64,
    /// Replicates.
    pub replicates: u64,
    /// Parameter draws, if any.
    #[serde(default)]
    pub draws: Option<u64>,
    /// Weeks of follow-up.
    pub horizon_weeks: u32,
    /// Name of the reference arm.
    pub reference: String,
    /// Arms in the order of the scenario.
    pub arms: Vec<ManifestArm>,
    /// What the intervals hold.
    pub interval: Interval,
    /// The reading of the literature that default parameters follow.
    #[serde(default)]
    pub reading: Option<LiteratureReading>,
    /// What the reading means, in words.
    #[serde(default)]
    pub reading_meaning: Option<String>,
    /// Where parameters were drawn from, if they were.
    #[serde(default)]
    pub drawn_from: Option<DrawnFrom>,
    /// Digests of the input.
    #[serde(default)]
    pub hashes: Hashes,
    /// Digests of the tables, by file name.
    #[serde(default)]
    pub files: BTreeMap<String, String>,
    /// Families simulated in all arms together.
    #[serde(default)]
    pub families_simulated: Option<u64>,
    /// Weeks of families simulated.
    #[serde(default)]
    pub family_weeks: Option<u64>,
    /// Threads used.
    #[serde(default)]
    pub threads: Option<u64>,
    /// When the run began.
    #[serde(default)]
    pub started: Option<String>,
    /// How long it took; all processes together, if there were several.
    #[serde(default)]
    pub seconds: Option<f64>,
    /// The processes, if there were several: shards that were merged, processes of a run
    /// that was interrupted.
    #[serde(rename = "sittings", default, skip_serializing_if = "Vec::is_empty")]
    pub processes: Vec<ManifestProcess>,
    /// Which share of the run this is, if it is not the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard: Option<ManifestShard>,
    /// The command line.
    #[serde(default)]
    pub command: Option<String>,
    /// What the user should know about the run.
    #[serde(default)]
    pub warnings: Vec<String>,
    /// The study, where the folder holds one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub study: Option<StudyNote>,
}

/// What a study was about: a part of its manifest.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct StudyNote {
    /// Its kind.
    pub kind: String,
    /// The outcome that is asked about.
    pub outcome: String,
    /// Of whom it is measured.
    pub unit: String,
    /// Weeks since referral.
    pub week: u32,
    /// Names of the studied arms; where two are compared, the first less the second.
    pub arms: Vec<String>,
    /// Points that were simulated.
    pub points: u64,
    /// What the kind notes beside its tables.
    #[serde(default)]
    pub facts: serde_json::Map<String, serde_json::Value>,
}

impl Manifest {
    /// Of a run of a scenario that has not begun: no command line, threads, times or
    /// warnings.
    pub fn of_run(scenario: &Scenario) -> Self {
        let draws = draws::count(scenario);
        let runs = u64::from(draws) * u64::from(scenario.replicates);
        Manifest {
            program: PROGRAM.to_owned(),
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
            command: None,
            warnings: Vec::new(),
            study: None,
        }
    }

    /// The reading that default parameters followed. Folders of versions that knew no
    /// readings followed the centres of the priors.
    pub fn reading(&self) -> LiteratureReading {
        self.reading.unwrap_or(LiteratureReading::Prior)
    }
}

/// Where the parameters of a run were drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DrawnFrom {
    /// Their plausible ranges.
    Prior,
    /// The calibrated sample of the reading.
    Posterior,
    /// The ranges that the scenario names, and no others.
    NamedRanges,
}

impl DrawnFrom {
    /// Of a run of a scenario; none if it draws no parameters.
    pub fn of_run(scenario: &Scenario) -> Option<Self> {
        scenario.uncertainty.filter(|own| own.draws > 1).map(Self::of)
    }

    /// Of a study that draws parameters whether its scenario does or not.
    pub fn of_study(scenario: &Scenario) -> Self {
        scenario.uncertainty.map_or(Self::Prior, Self::of)
    }

    fn of(uncertainty: Uncertainty) -> Self {
        match uncertainty.from {
            _ if uncertainty.only_named => Self::NamedRanges,
            DrawSource::Prior => Self::Prior,
            DrawSource::Posterior => Self::Posterior,
        }
    }
}

/// Draws below which the ends of an interval over draws are little more than the
/// smallest and largest of them.
const FEW_DRAWS: u32 = 40;

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
            programmes.insert(arm.name.clone(), digest(programme.to_string().as_bytes()));
        }
    }
    let parameters = draws::parameters(scenario, 0);
    let values: String = Parameters::KEYS
        .iter()
        .map(|key| format!("{key} = {}\n", parameters.get(key).unwrap_or(f64::NAN)))
        .collect();
    Hashes {
        scenario: digest(resolved.as_bytes()),
        programmes,
        parameters: digest(values.as_bytes()),
        posterior: scenario
            .posterior
            .as_ref()
            .map_or_else(String::new, |file| digest(file.text.as_bytes())),
    }
}

/// SHA-256 of bytes, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
