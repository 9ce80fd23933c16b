//! Indices and effects against SALib (Herman and Usher 2017, doi:10.21105/joss.00097;
//! Iwanaga, Usher, Herman 2022, doi:10.18174/sesmo.18155), version 1.6, on outputs of this
//! program.
//!
//! `tests/reference/sensitivity/` holds the points of a study (`home_or_office`, families that
//! completed at home and at the office, six parameters, 32 base samples, 6 walks, 2 × 256
//! families a point) and what SALib makes of the mean of the halves: `sobol.analyze` without
//! second order, `morris.analyze` with four levels. SALib knows of no halves, so it is
//! compared with the measures that have noise in them; and with all measures when both
//! halves are given the same values.

use std::collections::HashMap;

use homeground_studies::sensitivity::base_samples::BaseSamples;
use homeground_studies::sensitivity::indices::sobol_indices;
use homeground_studies::sensitivity::screening::elementary_effects;
use homeground_studies::sensitivity::trajectories::Trajectories;
use homeground_studies::split_halves::Halved;

const PARAMETERS: [&str; 6] =
    ["attend_stigma", "attend_burden", "fade", "bond_rate", "drop_base", "danger_base"];
/// Seed of `home_or_office`.
const SEED: u64 = 20_261_122;
/// Both compute in double precision, in another order of sums.
const ROUNDING: f64 = 1e-10;

fn table(file: &str) -> Vec<HashMap<String, String>> {
    let path = format!("tests/reference/sensitivity/{file}");
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Outcomes of home, office, and their difference, at every point of a file.
fn responses(file: &str) -> [(&'static str, &'static str, Vec<Halved>); 3] {
    let rows = table(file);
    let arm = |name: &str| -> Vec<Halved> {
        let half = |row: &HashMap<String, String>, half: u8| {
            row[&format!("{name} half {half}")].parse().unwrap()
        };
        rows.iter().map(|row| Halved { first: half(row, 1), second: half(row, 2) }).collect()
    };
    let (home, office) = (arm("home"), arm("office"));
    let difference = home.iter().zip(&office).map(|(a, b)| *a - *b).collect();
    [("home", "office", difference), ("home", "", home), ("office", "", office)]
}

fn without_halves(outcomes: &[Halved]) -> Vec<Halved> {
    outcomes.iter().map(|outcome| Halved::certain(outcome.mean())).collect()
}

struct Salib(HashMap<[String; 4], f64>);

impl Salib {
    fn read() -> Self {
        let rows = table("salib.csv");
        let key = |row: &HashMap<String, String>| {
            ["arm", "reference", "parameter", "measure"].map(|column| row[column].clone())
        };
        Self(rows.iter().map(|row| (key(row), row["value"].parse().unwrap())).collect())
    }

    fn agrees(&self, key: [&str; 4], value: f64) {
        let theirs = self.0[&key.map(str::to_owned)];
        assert!((theirs - value).abs() < ROUNDING, "{key:?}: {theirs} and {value}");
    }
}

#[test]
fn indices_of_our_outputs_are_those_of_salib() {
    let salib = Salib::read();
    let samples = BaseSamples::new(PARAMETERS.len(), 32, SEED).unwrap();
    for (arm, reference, outcomes) in responses("index_evaluations.csv") {
        let ours = sobol_indices(&samples, &outcomes, 200, SEED);
        let certain = sobol_indices(&samples, &without_halves(&outcomes), 200, SEED);
        let (ours, certain) = (ours.indices.unwrap(), certain.indices.unwrap());
        for (place, parameter) in PARAMETERS.iter().enumerate() {
            let key = |measure| [arm, reference, parameter, measure];
            salib.agrees(key("first"), ours[place].first_with_noise);
            salib.agrees(key("total"), ours[place].total_with_noise);
            salib.agrees(key("first"), certain[place].first.value);
            salib.agrees(key("total"), certain[place].total.value);
        }
    }
}

#[test]
fn effects_of_our_outputs_are_those_of_salib() {
    let salib = Salib::read();
    let design = Trajectories::new(PARAMETERS.len(), 6, SEED);
    for (point, row) in table("screening_evaluations.csv").iter().enumerate() {
        let (walk, changed) = design.place(point);
        assert_eq!(row["walk"], (walk + 1).to_string());
        assert_eq!(row["changed"], changed.map_or("", |place| PARAMETERS[place]));
    }
    for (arm, reference, outcomes) in responses("screening_evaluations.csv") {
        let ours = elementary_effects(&design, &outcomes, 50, SEED).unwrap();
        let certain = elementary_effects(&design, &without_halves(&outcomes), 50, SEED).unwrap();
        for (place, parameter) in PARAMETERS.iter().enumerate() {
            let key = |measure| [arm, reference, parameter, measure];
            salib.agrees(key("mu"), ours[place].mu.value);
            salib.agrees(key("mu_star"), ours[place].mu_star_with_noise);
            salib.agrees(key("sigma"), ours[place].sigma_with_noise);
            salib.agrees(key("mu_star"), certain[place].mu_star.value);
            salib.agrees(key("sigma"), certain[place].sigma.value);
        }
    }
}
