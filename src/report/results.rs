//! A results folder in memory, and the questions that figures and sentences ask of it.

use std::collections::HashMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::error::ReportError;
use super::readings::DrawnFrom;
use super::rows::{ContrastRow, SubgroupRow, SummaryRow};
use super::tables;
use crate::evidence::{self, LiteratureReading, Parameter};
use crate::evidence::{ContrastKind, Unit};
use crate::scenario::{POSTERIOR_FILE, parse_posterior_file};

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
    pub programmes: std::collections::BTreeMap<String, String>,
    /// Of the parameters.
    #[serde(default)]
    pub parameters: String,
    /// Of the posterior file; empty where none was named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub posterior: String,
}

/// A process that worked on a run which was divided or interrupted.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct ManifestSitting {
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
    pub files: std::collections::BTreeMap<String, String>,
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
    /// The processes, if there were several: shards that were merged, sittings of a run
    /// that was interrupted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sittings: Vec<ManifestSitting>,
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

/// Files of a results folder whose digests stand in its manifest.
pub const DIGESTED: [&str; 5] = [
    "scenario.toml",
    "summary.csv",
    "contrasts.csv",
    "curves.csv",
    "subgroups.csv",
];

/// SHA-256 of bytes, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Tables that were changed after the run would give a report of something else.
pub(super) fn check_digests(folder: &Path, manifest: &Manifest) -> Result<(), ReportError> {
    check_digests_of(folder, &manifest.files)
}

/// The same for any list of files with their digests.
pub(super) fn check_digests_of(
    folder: &Path,
    files: &std::collections::BTreeMap<String, String>,
) -> Result<(), ReportError> {
    for (name, expected) in files {
        let file = folder.join(name);
        // A missing file is told by whoever needs it.
        if let Ok(bytes) = std::fs::read(&file)
            && digest(&bytes) != *expected
        {
            return Err(ReportError::Damaged {
                file,
                reason: "it is not as the run wrote it (its digest differs from manifest.json)"
                    .to_owned(),
            });
        }
    }
    Ok(())
}

/// A value with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Lower and upper end, where there is an interval.
    pub interval: Option<(f64, f64)>,
}

impl Estimate {
    /// From the cells of a table; none when there is no value.
    pub fn of(value: Option<f64>, lower: Option<f64>, upper: Option<f64>) -> Option<Estimate> {
        value.map(|value| Estimate {
            value,
            interval: lower.zip(upper),
        })
    }

    /// The value and its interval in another unit.
    pub fn times(self, factor: f64) -> Estimate {
        Estimate {
            value: self.value * factor,
            interval: self
                .interval
                .map(|(lower, upper)| (lower * factor, upper * factor)),
        }
    }

    /// Upper end, or the value where there is no interval.
    pub fn upper(self) -> f64 {
        self.interval.map_or(self.value, |(_, upper)| upper)
    }

    /// Lower end, or the value where there is no interval.
    pub fn lower(self) -> f64 {
        self.interval.map_or(self.value, |(lower, _)| lower)
    }
}

/// A measured quantity: name, unit and week.
pub type Quantity<'name> = (&'name str, &'name str, u32);

/// A curve by week; weeks without a value are left out.
pub type Curve = Vec<(u32, Estimate)>;

/// Everything a report is made from.
#[derive(Clone, Debug)]
pub struct Results {
    /// What was run.
    pub manifest: Manifest,
    /// The scenario as it was run.
    pub scenario: toml::Table,
    /// Rows of `contrasts.csv`.
    pub contrasts: Vec<ContrastRow>,
    /// Rows of `subgroups.csv`.
    pub subgroups: Vec<SubgroupRow>,
    defaults: Vec<f64>,
    summary: Vec<SummaryRow>,
    curves: HashMap<(usize, String), Curve>,
}

impl Results {
    /// Reads a results folder.
    ///
    /// # Errors
    /// When it is no results folder, or a file is missing or damaged.
    pub fn read(folder: &Path) -> Result<Results, ReportError> {
        let manifest = read_manifest(folder)?;
        check_digests(folder, &manifest)?;
        let scenario_file = folder.join("scenario.toml");
        let scenario = read_text(&scenario_file)?
            .parse::<toml::Table>()
            .map_err(|error| ReportError::Damaged {
                file: scenario_file.clone(),
                reason: error.message().to_owned(),
            })?;
        let summary = tables::read_summary(&folder.join("summary.csv"))?;
        let contrasts = tables::read_contrasts(&folder.join("contrasts.csv"))?;
        let subgroups = tables::read_subgroups(&folder.join("subgroups.csv"))?;
        let mut curves: HashMap<(usize, String), Curve> = HashMap::new();
        let places: HashMap<&str, usize> = manifest
            .arms
            .iter()
            .enumerate()
            .map(|(index, arm)| (arm.name.as_str(), index))
            .collect();
        for row in tables::read_curves(&folder.join("curves.csv"))? {
            let Some(&arm) = places.get(row.arm.as_str()) else {
                return Err(ReportError::Damaged {
                    file: folder.join("curves.csv"),
                    reason: format!("its arm {:?} is not in manifest.json", row.arm),
                });
            };
            if let Some(estimate) = Estimate::of(row.estimate, row.lower, row.upper) {
                curves
                    .entry((arm, row.curve))
                    .or_default()
                    .push((row.week, estimate));
            }
        }
        for curve in curves.values_mut() {
            curve.sort_by_key(|&(week, _)| week);
        }
        Ok(Results {
            defaults: defaults(folder, &manifest)?,
            manifest,
            scenario,
            contrasts,
            subgroups,
            summary,
            curves,
        })
    }

    /// The value of a parameter where the scenario does not set it.
    pub fn default_of(&self, parameter: &Parameter) -> f64 {
        let rows = evidence::parameters();
        let place = rows.iter().position(|row| row.key == parameter.key);
        place.map_or(parameter.centre, |place| self.defaults[place])
    }

    /// Number of arms.
    pub fn arm_count(&self) -> usize {
        self.manifest.arms.len()
    }

    /// Name of an arm.
    pub fn arm_name(&self, arm: usize) -> &str {
        &self.manifest.arms[arm].name
    }

    /// Weeks of follow-up.
    pub fn horizon(&self) -> u32 {
        self.manifest.horizon_weeks
    }

    /// Place of the reference arm; the first when the manifest names none.
    pub fn reference(&self) -> usize {
        self.manifest
            .arms
            .iter()
            .position(|arm| arm.name == self.manifest.reference)
            .unwrap_or(0)
    }

    /// A value of an arm.
    pub fn value(&self, arm: usize, (outcome, unit, week): Quantity) -> Option<Estimate> {
        let name = self.arm_name(arm);
        self.summary
            .iter()
            .find(|row| {
                row.week == week
                    && row.outcome.word() == outcome
                    && row.unit.word() == unit
                    && row.arm == name
            })
            .and_then(|row| Estimate::of(row.estimate, row.lower, row.upper))
    }

    /// A value of all arms, in their order.
    pub fn values(&self, quantity: Quantity) -> Vec<Option<Estimate>> {
        (0..self.arm_count())
            .map(|arm| self.value(arm, quantity))
            .collect()
    }

    /// The row of an arm against the reference.
    pub fn contrast_row(
        &self,
        arm: usize,
        (outcome, unit, week): Quantity,
        measure: ContrastKind,
    ) -> Option<&ContrastRow> {
        let name = self.arm_name(arm);
        self.contrasts.iter().find(|row| {
            row.week == week
                && row.outcome.word() == outcome
                && row.unit.word() == unit
                && row.measure == measure
                && row.arm == name
        })
    }

    /// The paired difference of an arm from the reference.
    pub fn difference(&self, arm: usize, quantity: Quantity) -> Option<Estimate> {
        self.contrast_row(arm, quantity, ContrastKind::Difference)
            .and_then(|row| Estimate::of(row.estimate, row.lower, row.upper))
    }

    /// A value of a group of families in an arm.
    pub fn subgroup(
        &self,
        arm: usize,
        (grouping, group): (&str, &str),
        outcome: &str,
    ) -> Option<Estimate> {
        let name = self.arm_name(arm);
        self.subgroups
            .iter()
            .filter(|row| {
                row.outcome.word() == outcome
                    && row.group == group
                    && row.grouping == grouping
                    && row.arm == name
                    && matches!(row.unit, Unit::Family | Unit::Started)
            })
            .max_by_key(|row| row.week)
            .and_then(|row| Estimate::of(row.estimate, row.lower, row.upper))
    }

    /// Groups of a grouping in the order of the file.
    pub fn groups(&self, grouping: &str) -> Vec<&str> {
        let mut groups = Vec::new();
        for row in self.subgroups.iter().filter(|row| row.grouping == grouping) {
            if !groups.contains(&row.group.as_str()) {
                groups.push(row.group.as_str());
            }
        }
        groups
    }

    /// A curve of an arm; empty when the arm has none.
    pub fn curve(&self, arm: usize, curve: &str) -> &[(u32, Estimate)] {
        // A key that borrows would need another map; a short copy is cheap here.
        self.curves
            .get(&(arm, curve.to_owned()))
            .map_or(&[], Vec::as_slice)
    }

    /// Arms in which families start a helper measure.
    pub fn arms_with_helper(&self) -> Vec<usize> {
        (0..self.arm_count())
            .filter(|&arm| !self.curve(arm, "completed").is_empty())
            .collect()
    }
}

/// Default values of the parameters of a run: those of its posterior file, or of its
/// reading.
fn defaults(folder: &Path, manifest: &Manifest) -> Result<Vec<f64>, ReportError> {
    if !manifest.files.contains_key(POSTERIOR_FILE) {
        return Ok(evidence::central_draw(manifest.reading()).to_vec());
    }
    let file = folder.join(POSTERIOR_FILE);
    let text = read_text(&file)?;
    match parse_posterior_file(&file.display().to_string(), &text) {
        Ok(posterior) => Ok(posterior.central),
        Err(error) => Err(ReportError::Damaged {
            reason: error.to_string(),
            file,
        }),
    }
}

/// Reads the manifest of a folder that homeground has written, of whatever kind.
pub(super) fn read_json(folder: &Path) -> Result<serde_json::Value, ReportError> {
    let file = folder.join("manifest.json");
    if !file.is_file() {
        return Err(ReportError::NoResults {
            folder: folder.to_owned(),
        });
    }
    let damaged = |reason: String| ReportError::Damaged {
        file: file.clone(),
        reason,
    };
    let value: serde_json::Value =
        serde_json::from_str(&read_text(&file)?).map_err(|error| damaged(error.to_string()))?;
    let program = value["program"].as_str().unwrap_or("another program");
    if program != "homeground" {
        return Err(ReportError::Foreign {
            program: program.to_owned(),
            file,
        });
    }
    Ok(value)
}

/// Reads the manifest of a run or a study.
pub(super) fn read_manifest(folder: &Path) -> Result<Manifest, ReportError> {
    let value = read_json(folder)?;
    let damaged = |reason: String| ReportError::Damaged {
        file: folder.join("manifest.json"),
        reason,
    };
    let manifest: Manifest =
        serde_json::from_value(value).map_err(|error| damaged(error.to_string()))?;
    if let Some(shard) = &manifest.shard {
        return Err(ReportError::Shard {
            folder: folder.to_owned(),
            number: shard.number,
            of: shard.of,
        });
    }
    if manifest.arms.is_empty() {
        return Err(damaged("it lists no arms".to_owned()));
    }
    Ok(manifest)
}

/// Reads a file of a results folder.
pub(super) fn read_text(file: &Path) -> Result<String, ReportError> {
    if !file.is_file() {
        return Err(ReportError::Missing {
            file: file.to_owned(),
        });
    }
    std::fs::read_to_string(file).map_err(|error| ReportError::Damaged {
        file: file.to_owned(),
        reason: error.to_string(),
    })
}
