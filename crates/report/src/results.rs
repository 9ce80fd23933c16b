//! Results of a run, and the questions that figures and sentences ask of them.

use std::collections::HashMap;

use crate::saved::{ContentError, SavedTexts};
use crate::translated;
use homeground_core::evidence::{self, ContrastKind, Parameter, Unit};
use homeground_core::outcomes::manifest::Manifest;
use homeground_core::outcomes::rows::{ContrastRow, CurveRow, SubgroupRow, SummaryRow};
use homeground_core::scenario::{POSTERIOR_FILE, parse_posterior_file};
pub use homeground_figures::estimate::Estimate;
use homeground_figures::number::plain;
use homeground_figures::text::Text;

/// A measured quantity: name, unit and week.
pub type Quantity<'name> = (&'name str, &'name str, u32);

/// A curve by week; weeks without a value are left out.
pub type Curve = Vec<(u32, Estimate)>;

/// The rows of the four tables of a run.
#[derive(Clone, Debug, Default)]
pub struct SavedRows {
    /// Of `summary.csv`.
    pub summary: Vec<SummaryRow>,
    /// Of `contrasts.csv`.
    pub contrasts: Vec<ContrastRow>,
    /// Of `curves.csv`.
    pub curves: Vec<CurveRow>,
    /// Of `subgroups.csv`.
    pub subgroups: Vec<SubgroupRow>,
}

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
    /// Results of a run from its saved rows and texts; `rows` as the run wrote them.
    ///
    /// # Errors
    /// When they do not fit together, or the scenario or posterior cannot be read.
    pub fn new(
        manifest: Manifest,
        rows: SavedRows,
        texts: &SavedTexts,
    ) -> Result<Results, ContentError> {
        let scenario = texts.scenario()?;
        let mut curves: HashMap<(usize, String), Curve> = HashMap::new();
        let places: HashMap<&str, usize> = manifest
            .arms
            .iter()
            .enumerate()
            .map(|(index, arm)| (arm.name.as_str(), index))
            .collect();
        for row in rows.curves {
            let Some(&arm) = places.get(row.arm.as_str()) else {
                return Err(ContentError::Damaged {
                    file: "curves.csv".to_owned(),
                    reason: format!("its arm {:?} is not in manifest.json", row.arm),
                });
            };
            if let Some(estimate) = Estimate::of(row.estimate, row.lower, row.upper) {
                curves.entry((arm, row.curve)).or_default().push((row.week, estimate));
            }
        }
        for curve in curves.values_mut() {
            curve.sort_by_key(|&(week, _)| week);
        }
        Ok(Results {
            defaults: defaults(texts, &manifest)?,
            manifest,
            scenario,
            contrasts: rows.contrasts,
            subgroups: rows.subgroups,
            summary: rows.summary,
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

    /// Name of an arm as tables call it.
    pub fn arm_name(&self, arm: usize) -> &str {
        &self.manifest.arms[arm].name
    }

    /// Name of an arm as pages call it, which may differ between languages.
    pub fn arm(&self, arm: usize) -> Text {
        translated::arm_name(self.arm_name(arm), &self.scenario)
    }

    /// Weeks of follow-up.
    pub fn horizon(&self) -> u32 {
        self.manifest.horizon_weeks
    }

    /// The last week of follow-up, as it is written.
    pub fn last_week(&self) -> Text {
        plain(self.horizon().into()).into()
    }

    /// Place of the reference arm; the first when the manifest names none.
    pub fn reference(&self) -> usize {
        self.manifest.arms.iter().position(|arm| arm.name == self.manifest.reference).unwrap_or(0)
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
        (0..self.arm_count()).map(|arm| self.value(arm, quantity)).collect()
    }

    /// Arms with the lowest and the highest value, of equals the first; none without values.
    pub fn extremes(&self, quantity: Quantity) -> Option<[(usize, Estimate); 2]> {
        let values = self.values(quantity).into_iter().enumerate();
        let values: Vec<(usize, Estimate)> =
            values.filter_map(|(arm, value)| Some((arm, value?))).collect();
        let by_value = |left: &&(usize, Estimate), right: &&(usize, Estimate)| {
            left.1.value.total_cmp(&right.1.value)
        };
        let lowest = values.iter().min_by(by_value)?;
        let highest = values.iter().rev().max_by(by_value)?;
        Some([*lowest, *highest])
    }

    /// The row of an arm against the reference.
    pub fn contrast_row(
        &self,
        arm: usize,
        (outcome, unit, week): Quantity,
        contrast: ContrastKind,
    ) -> Option<&ContrastRow> {
        let name = self.arm_name(arm);
        self.contrasts.iter().find(|row| {
            row.week == week
                && row.outcome.word() == outcome
                && row.unit.word() == unit
                && row.contrast == contrast
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
        self.curves.get(&(arm, curve.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// Arms in which families start a helper measure.
    pub fn arms_with_helper(&self) -> Vec<usize> {
        (0..self.arm_count()).filter(|&arm| !self.curve(arm, "completed").is_empty()).collect()
    }
}

/// Default values of the parameters of a run: those of its posterior file, or of its
/// reading.
fn defaults(texts: &SavedTexts, manifest: &Manifest) -> Result<Vec<f64>, ContentError> {
    if !manifest.files.contains_key(POSTERIOR_FILE) {
        return Ok(evidence::central_draw(manifest.reading()).to_vec());
    }
    match parse_posterior_file(POSTERIOR_FILE, texts.text(POSTERIOR_FILE)?) {
        Ok(posterior) => Ok(posterior.central),
        Err(error) => Err(ContentError::Damaged {
            file: POSTERIOR_FILE.to_owned(),
            reason: error.to_string(),
        }),
    }
}
