//! The tables of `data/`, read once from the text that is part of the program.

use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::grade::Grade;
use super::keyed::Keyed;

/// A global parameter of the model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// Name in scenario files and in `docs/model.md`.
    pub key: String,
    /// Top of the prior: the best guess before calibration.
    pub centre: f64,
    /// Lower end of the plausible range.
    pub low: f64,
    /// Upper end of the plausible range.
    pub high: f64,
    /// Smallest value that means anything.
    pub minimum: f64,
    /// Largest value that means anything.
    pub maximum: f64,
    /// Unit of the value.
    pub unit: String,
    /// How well it is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
    /// What it stands for.
    pub meaning: String,
}

/// A fixed number inside a formula of the model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Constant {
    /// Name in the code and in `docs/model.md`.
    pub key: String,
    /// Its value.
    pub value: f64,
    /// Unit of the value.
    pub unit: String,
    /// How well it is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
    /// What it stands for.
    pub meaning: String,
}

/// Does a factor raise risk or protect?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorKind {
    /// Raises stress and danger while present.
    Risk,
    /// Lowers stress while present.
    Protective,
}

/// A risk or protective factor that a family has or has not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Factor {
    /// Position among the factors of its kind.
    pub bit: u32,
    /// Risk or protective.
    pub kind: FactorKind,
    /// Name in components and in results.
    pub key: String,
    /// Level of the bioecological model.
    pub level: String,
    /// Share of families in the general population that have it.
    pub prevalence: f64,
    /// Correlation of its liability with adversity z.
    pub loading: f64,
    /// How often a present factor disappears, per year.
    #[serde(rename = "remission_or_loss_per_year")]
    pub loss_per_year: f64,
    /// How often an absent factor appears, per year.
    #[serde(rename = "onset_or_gain_per_year")]
    pub gain_per_year: f64,
    /// What it adds to the logit of danger while present.
    pub danger_weight: f64,
    /// How well the row is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
}

/// A place where visits are held.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arena {
    /// Name in programme files.
    pub key: String,
    /// Travel burden for the family.
    pub burden: f64,
    /// Shame of being seen there.
    pub stigma: f64,
    /// How far a visit exposes the family.
    pub intrusion: f64,
    /// How equal the power is: positive where the helper is the guest.
    pub parity: f64,
    /// Share of what is practised that carries over to daily life.
    pub transfer: f64,
    /// What one visit shows the service.
    pub observe: f64,
    /// Share of the visit spent on the work itself.
    pub structure: f64,
    /// Helper's travel per visit, minutes.
    pub travel_minutes: f64,
    /// How well a bond can grow through this channel.
    pub channel: f64,
    /// How well the row is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
}

/// A helper profession.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profession {
    /// Name in programme files.
    pub key: String,
    /// How threatening the profession is met as.
    pub threat: f64,
    /// Mean skill before training and supervision.
    pub competence: f64,
    /// Cost of an hour, NOK.
    pub hourly_cost_nok: f64,
    /// How well the row is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
}

/// A control function.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Control {
    /// Name in programme files.
    pub key: String,
    /// Control κ.
    pub kappa: f64,
    /// Mandate m: formal duty to accept and stay.
    pub mandate: f64,
    /// How well the row is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
}

/// Who delivers a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComponentKind {
    /// Part of a helper's work with the family.
    Helper,
    /// Given beside a helper or alone; needs no alliance.
    Compensating,
    /// A control measure.
    Control,
}

/// What a measure works on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Component {
    /// Helper work, compensating measure or control measure.
    pub kind: ComponentKind,
    /// Name in programme files.
    pub key: String,
    /// Keys of the factors it targets, separated by semicolons.
    pub targets: String,
    /// How much a compensating measure speeds change of its targets, at intensity 1.
    pub multiplier: Option<f64>,
    /// Relief of stress at intensity 1, logit.
    pub relief: Option<f64>,
    /// Lift of child wellbeing at intensity 1, logit.
    pub lift: Option<f64>,
    /// What it shows the service at intensity 1, per week.
    pub sight: Option<f64>,
    /// How well the row is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
}

impl Component {
    /// Keys of the factors it targets.
    pub fn target_keys(&self) -> impl Iterator<Item = &str> {
        self.targets.split(';').map(str::trim).filter(|key| !key.is_empty())
    }
}

/// A profile of families.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Population {
    /// Name in scenario files.
    pub key: String,
    /// Mean of adversity z; 0 is the general population.
    pub adversity_mean: f64,
    /// Standard deviation of adversity z.
    pub adversity_sd: f64,
    /// Concern that the referral itself adds to the danger seen.
    pub referral_concern: f64,
    /// Share of families with one child.
    pub children_1: f64,
    /// Share of families with two children.
    pub children_2: f64,
    /// Share of families with three children.
    pub children_3: f64,
    /// Share of families with four children.
    pub children_4: f64,
    /// Youngest age of the child, years.
    pub age_min: f64,
    /// Oldest age of the child, years.
    pub age_max: f64,
    /// How well the row is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
}

/// A price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    /// Name.
    pub key: String,
    /// Value in NOK (a share per year for the discount rate).
    pub value_nok: f64,
    /// Lower end of the plausible range.
    pub low: f64,
    /// Upper end of the plausible range.
    pub high: f64,
    /// What the price is for.
    pub unit: String,
    /// Year of the price level.
    pub price_year: Option<u32>,
    /// How well it is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: String,
}

/// A mechanism of the model that a study can turn off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Switch {
    /// Name in studies.
    pub key: String,
    /// What is set: `PARAMETER=VALUE`, `arena.ATTRIBUTE=VALUE`, `constant.KEY=VALUE`,
    /// `control_measure.sight=VALUE` or `compensating.sight=VALUE`, with `;` between.
    pub values: String,
    /// Parameters that then have no effect any more, with `;` between; may be empty.
    pub silences: String,
    /// Name for people, English.
    pub name: String,
    /// Name for people, Norwegian.
    pub name_nb: String,
    /// What is gone when it is off.
    pub removes: String,
    /// How well it is known that these values make the mechanism.
    pub grade: Grade,
    /// Where it stands in the model.
    pub source: String,
}

impl Switch {
    /// The targets that are set, with their values.
    pub fn settings(&self) -> impl Iterator<Item = (&str, f64)> {
        self.values.split(';').filter_map(|setting| {
            let (target, value) = setting.split_once('=')?;
            Some((target.trim(), value.trim().parse().ok()?))
        })
    }

    /// Parameters that have no effect any more when it is off, beside those it sets.
    pub fn silenced(&self) -> impl Iterator<Item = &str> {
        self.silences.split(';').filter(|key| !key.is_empty())
    }
}

macro_rules! table {
    ($(#[$doc:meta])* $function:ident: $row:ty = $file:literal) => {
        impl Keyed for $row {
            fn key(&self) -> &str {
                &self.key
            }
        }

        $(#[$doc])*
        pub fn $function() -> &'static [$row] {
            static ROWS: LazyLock<Vec<$row>> = LazyLock::new(|| {
                read_rows(include_str!(concat!("../../../../data/", $file)), $file)
            });
            &ROWS
        }
    };
}

table!(
    /// Global parameters, in the order of the model.
    parameters: Parameter = "parameters.csv");
table!(
    /// Fixed numbers inside the formulas, in the order of the model.
    constants: Constant = "constants.csv");
table!(
    /// Risk factors, then protective factors, in the order that chooses which one flips.
    catalogue: Factor = "catalogue.csv");
table!(
    /// Places where visits are held.
    arenas: Arena = "arenas.csv");
table!(
    /// Helper professions.
    professions: Profession = "professions.csv");
table!(
    /// Control functions.
    controls: Control = "controls.csv");
table!(
    /// What helper work, compensating and control measures act on.
    components: Component = "components.csv");
table!(
    /// Profiles of families.
    populations: Population = "populations.csv");
table!(
    /// Prices.
    costs: Cost = "costs.csv");
table!(
    /// Mechanisms that a study can turn off.
    switches: Switch = "switches.csv");

/// Reads an embedded table. The files are part of the program and every one is
/// read by a test, so a malformed row is a defect of the build, not of the input.
pub(super) fn read_rows<Row: DeserializeOwned>(text: &str, file: &str) -> Vec<Row> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .map(|row| row.unwrap_or_else(|error| panic!("data/{file}: {error}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_has_a_source_and_keys_are_unique() {
        fn check<Row: Keyed>(rows: &[Row], source: impl Fn(&Row) -> &str) {
            let keys: BTreeSet<&str> = rows.iter().map(Keyed::key).collect();
            assert_eq!(keys.len(), rows.len());
            assert!(rows.iter().all(|row| !source(row).trim().is_empty()));
        }
        check(parameters(), |row| &row.source);
        check(constants(), |row| &row.source);
        check(catalogue(), |row| &row.source);
        check(arenas(), |row| &row.source);
        check(professions(), |row| &row.source);
        check(controls(), |row| &row.source);
        check(components(), |row| &row.source);
        check(populations(), |row| &row.source);
        check(costs(), |row| &row.source);
        check(switches(), |row| &row.source);
    }

    #[test]
    fn centres_lie_within_their_ranges() {
        for parameter in parameters() {
            assert!(
                parameter.minimum <= parameter.low
                    && parameter.low <= parameter.centre
                    && parameter.centre <= parameter.high
                    && parameter.high <= parameter.maximum,
                "{}",
                parameter.key
            );
        }
    }

    #[test]
    fn components_target_factors_of_the_catalogue() {
        for component in components() {
            for target in component.target_keys() {
                assert!(
                    crate::evidence::find(catalogue(), target).is_some(),
                    "{} targets unknown factor {target}",
                    component.key
                );
            }
        }
    }

    #[test]
    fn catalogue_lists_sixteen_risks_then_eight_protective_factors() {
        let bits: Vec<(FactorKind, u32)> = catalogue().iter().map(|f| (f.kind, f.bit)).collect();
        let expected: Vec<(FactorKind, u32)> = (0..16)
            .map(|bit| (FactorKind::Risk, bit))
            .chain((0..8).map(|bit| (FactorKind::Protective, bit)))
            .collect();
        assert_eq!(bits, expected);
    }
}
