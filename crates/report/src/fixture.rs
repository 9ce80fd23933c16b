//! Made-up results for tests of this crate and of others: plausible in form, never meant
//! as results.

use std::collections::BTreeMap;

use homeground_core::evidence::{ContrastKind, Outcome, Unit};
use homeground_core::outcomes::rows::{ContrastRow, CurveRow, SubgroupRow, SummaryRow};

use crate::results::{Results, SavedRows};
use crate::saved::SavedTexts;

fn outcome_of(word: &str) -> Outcome {
    Outcome::from_word(word).expect("an outcome")
}

fn unit_of(word: &str) -> Unit {
    Unit::from_word(word).expect("a unit")
}

/// Results to be made up.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// Names of the arms; one that is called `nothing` has no helper measure.
    pub arms: Vec<String>,
    /// Place of the reference arm.
    pub reference: usize,
    /// Weeks of follow-up.
    pub horizon: u32,
    /// Half the width of intervals of shares; none for one replicate.
    pub half_width: Option<f64>,
    /// Are there parameter draws?
    pub draws: bool,
    /// Share placed at the horizon in the first arm.
    pub placed: f64,
    /// Heading.
    pub title: String,
}

impl Fixture {
    /// Five arms followed for two years.
    pub fn five() -> Fixture {
        Fixture {
            arms: ["home", "office", "residential", "health clinic", "digital"]
                .map(str::to_owned)
                .to_vec(),
            reference: 1,
            horizon: 104,
            half_width: Some(0.001),
            draws: false,
            placed: 0.04,
            title: "Home or office".to_owned(),
        }
    }

    /// The results.
    ///
    /// # Panics
    /// When they do not fit together.
    pub fn results(&self) -> Results {
        let manifest = serde_json::from_str(&self.manifest()).expect("a manifest");
        let texts =
            SavedTexts::new(BTreeMap::from([("scenario.toml".to_owned(), self.scenario())]));
        Results::new(manifest, self.rows(), &texts).expect("results")
    }

    /// The rows of its tables.
    pub fn rows(&self) -> SavedRows {
        SavedRows {
            summary: self.summary(),
            contrasts: self.contrasts(),
            curves: self.curves(),
            subgroups: self.subgroups(),
        }
    }

    fn has_helper(&self, arm: usize) -> bool {
        self.arms[arm] != "nothing"
    }

    fn weeks(&self) -> Vec<u32> {
        let mut weeks: Vec<u32> =
            [13, 26, 52, 104].into_iter().filter(|&week| week < self.horizon).collect();
        weeks.push(self.horizon);
        weeks
    }

    fn placed_by(&self, arm: usize, week: u32) -> f64 {
        // Arms differ in a fixed pattern, so that some are close and some far apart.
        let factor = 1.0 + 0.07 * ((arm * 5) % 7) as f64;
        let reach = 1.0 - (-f64::from(self.horizon) / 35.0).exp();
        self.placed * factor * (1.0 - (-f64::from(week) / 35.0).exp()) / reach
    }

    fn exits_by(&self, arm: usize, week: u32) -> [(&'static str, f64); 6] {
        let week = f64::from(week);
        let complete = 0.25 + 0.06 * ((arm * 3) % 8) as f64;
        let start = 1.0 / (1.0 + 10f64.exp());
        let completed = complete * ((1.0 / (1.0 + (-(week - 30.0) / 3.0).exp())) - start).max(0.0);
        let left = 1.0 - complete;
        let dropped = left * 0.75 * (1.0 - (-week / 14.0).exp());
        let terminated = left * 0.15 * (1.0 - (-week / 9.0).exp());
        let expired = if week >= 52.0 { left * 0.06 } else { 0.0 };
        let ended = left * 0.04 * (1.0 - (-week / 20.0).exp());
        let engaged = 1.0 - completed - dropped - terminated - expired - ended;
        [
            ("completed", completed),
            ("dropped_out", dropped),
            ("terminated", terminated),
            ("expired", expired),
            ("ended_by_placement", ended),
            ("still_engaged", engaged),
        ]
    }

    /// Outcome, unit, week, value and half width of the interval for one share of half width.
    fn outcomes(&self, arm: usize) -> Vec<(&'static str, &'static str, u32, Option<f64>, f64)> {
        let (horizon, helper) = (self.horizon, self.has_helper(arm));
        let mut rows = Vec::new();
        for week in self.weeks() {
            let placed = self.placed_by(arm, week);
            rows.push(("placed", "family", week, Some(placed), 1.0));
            rows.push(("placed", "child", week, Some(placed * 0.9), 1.0));
            for (exit, share) in self.exits_by(arm, week) {
                rows.push((exit, "started", week, helper.then_some(share), 1.0));
                rows.push((exit, "offered", week, helper.then_some(share * 0.8), 1.0));
            }
        }
        let visits = 8.0 + 2.0 * arm as f64;
        let care = self.placed_by(arm, horizon) * 60.0;
        rows.extend([
            ("uptake", "offered", 0, helper.then_some(0.8), 1.0),
            ("visits_planned", "started", horizon, helper.then_some(visits * 1.9), 10.0),
            ("visits_delivered", "started", horizon, helper.then_some(visits * 1.7), 10.0),
            ("visits", "started", horizon, helper.then_some(visits), 10.0),
            ("attended_share", "started", horizon, helper.then_some(0.58), 1.0),
            ("alliance", "started", 12, helper.then_some(0.3 + 0.02 * arm as f64), 1.0),
            ("capacity", "family", horizon, Some(0.55 + 0.003 * arm as f64), 1.0),
            // Next to the same everywhere, however much placement differs.
            ("danger", "family", horizon, Some(0.08 + 0.0001 * arm as f64), 0.05),
            ("weeks_in_care", "family", horizon, Some(care), 60.0),
            ("helper_hours", "family", horizon, Some(if helper { visits } else { 0.0 }), 10.0),
            (
                "cost_nok",
                "family",
                horizon,
                Some(care * 20_000.0 + if helper { visits * 1500.0 } else { 0.0 }),
                800_000.0,
            ),
        ]);
        rows
    }

    fn interval(&self, value: Option<f64>, scale: f64) -> (Option<f64>, Option<f64>, Option<f64>) {
        let half = self.half_width.map(|half| half * scale);
        (
            half.and(value).and(half.map(|half| half / 1.96)),
            value.zip(half).map(|(value, half)| value - half),
            value.zip(half).map(|(value, half)| value + half),
        )
    }

    fn summary(&self) -> Vec<SummaryRow> {
        (0..self.arms.len())
            .flat_map(|arm| {
                self.outcomes(arm).into_iter().map(move |(outcome, unit, week, value, scale)| {
                    let (mc_se, lower, upper) = self.interval(value, scale);
                    SummaryRow {
                        arm: self.arms[arm].clone(),
                        outcome: outcome_of(outcome),
                        unit: unit_of(unit),
                        week,
                        estimate: value,
                        mc_se,
                        lower,
                        upper,
                    }
                })
            })
            .collect()
    }

    fn contrasts(&self) -> Vec<ContrastRow> {
        let reference = self.outcomes(self.reference);
        let mut rows = Vec::new();
        for arm in (0..self.arms.len()).filter(|&arm| arm != self.reference) {
            for (own, other) in self.outcomes(arm).into_iter().zip(&reference) {
                let difference = own.3.zip(other.3).map(|(own, other)| own - other);
                let ratio = own
                    .3
                    .zip(other.3)
                    .filter(|(_, other)| *other > 0.0)
                    .map(|(own, other)| own / other);
                for (contrast, value) in
                    [(ContrastKind::Difference, difference), (ContrastKind::Ratio, ratio)]
                {
                    let (mc_se, lower, upper) = self.interval(value, own.4);
                    rows.push(ContrastRow {
                        arm: self.arms[arm].clone(),
                        reference: self.arms[self.reference].clone(),
                        outcome: outcome_of(own.0),
                        unit: unit_of(own.1),
                        week: own.2,
                        contrast,
                        estimate: value,
                        mc_se,
                        lower,
                        upper,
                        share_of_draws_better: (self.draws
                            && contrast == ContrastKind::Difference
                            && value.is_some())
                        .then_some(0.9),
                    });
                }
            }
        }
        rows
    }

    fn curves(&self) -> Vec<CurveRow> {
        let mut rows = Vec::new();
        for arm in 0..self.arms.len() {
            for week in 0..=self.horizon {
                let mut push = |curve: String, value: Option<f64>| {
                    let (_, lower, upper) = self.interval(value, 1.0);
                    rows.push(CurveRow {
                        arm: self.arms[arm].clone(),
                        curve,
                        week,
                        estimate: value,
                        lower,
                        upper,
                    });
                };
                push("placement".to_owned(), Some(self.placed_by(arm, week)));
                let helper = self.has_helper(arm);
                if helper {
                    for (exit, share) in self.exits_by(arm, week) {
                        push(exit.to_owned(), Some(share));
                    }
                }
                for (state, level) in
                    [("alliance", 0.4), ("trust", 0.5), ("capacity", 0.6), ("stress", 0.2)]
                {
                    // Nobody is left in the measure after week 60.
                    let there = state != "alliance" || (helper && week < 60);
                    for (suffix, shift) in [("", 0.0), ("_p10", -0.1), ("_p50", 0.0), ("_p90", 0.1)]
                    {
                        push(format!("{state}{suffix}"), there.then_some(level + shift));
                    }
                }
            }
        }
        rows
    }

    fn subgroups(&self) -> Vec<SubgroupRow> {
        let mut rows = Vec::new();
        let groups = [
            ("risk_factors", ["0-1", "2-3", "4+"].as_slice()),
            ("adversity_quartile", ["1", "2", "3", "4"].as_slice()),
        ];
        for arm in 0..self.arms.len() {
            for (grouping, names) in groups {
                for (place, group) in names.iter().enumerate() {
                    let factor = 0.5 + 0.4 * place as f64;
                    let completed = self.has_helper(arm).then_some(
                        self.exits_by(arm, self.horizon)[0].1 * (1.2 - 0.1 * place as f64),
                    );
                    let placed = Some(self.placed_by(arm, self.horizon) * factor);
                    for (outcome, unit, value) in
                        [("placed", "family", placed), ("completed", "started", completed)]
                    {
                        let (mc_se, lower, upper) = self.interval(value, 2.0);
                        rows.push(SubgroupRow {
                            arm: self.arms[arm].clone(),
                            grouping: grouping.to_owned(),
                            group: (*group).to_owned(),
                            outcome: outcome_of(outcome),
                            unit: unit_of(unit),
                            week: self.horizon,
                            estimate: value,
                            mc_se,
                            lower,
                            upper,
                        });
                    }
                }
            }
        }
        rows
    }

    /// The text of its `manifest.json`.
    pub fn manifest(&self) -> String {
        let arms: Vec<serde_json::Value> = self
            .arms
            .iter()
            .map(|name| serde_json::json!({"name": name, "reason": "", "programme": null}))
            .collect();
        let interval = match (self.half_width, self.draws) {
            (None, _) => "none",
            (Some(_), true) => "parameters_and_monte_carlo",
            (Some(_), false) => "monte_carlo",
        };
        serde_json::json!({
            "program": "homeground", "version": "0.1.0", "model_version": 1, "scenario": "made_up",
            "title": self.title, "question": "Does it matter where guidance is given?", "seed": 7,
            "families": 5000, "replicates": if self.half_width.is_some() { 20 } else { 1 },
            "draws": if self.draws { 200 } else { 0 }, "horizon_weeks": self.horizon,
            "reference": self.arms[self.reference], "arms": arms, "interval": interval,
            "hashes": {"scenario": "ab12", "programmes": {}, "parameters": "cd34"},
            "families_simulated": 500000, "family_weeks": 52000000, "threads": 2,
            "started": "2026-11-22T07:41:05Z", "seconds": 3.5,
            "command": "homeground run made_up.toml", "warnings": ["Be careful & calm."],
        })
        .to_string()
    }

    /// The text of its `scenario.toml`.
    pub fn scenario(&self) -> String {
        let mut scenario = toml::Table::new();
        let mut parameters = toml::Table::new();
        parameters.insert("attend_burden".to_owned(), 99.5.into());
        scenario.insert("title".to_owned(), self.title.clone().into());
        scenario.insert("parameters".to_owned(), parameters.into());
        let arms: Vec<toml::Value> = (0..self.arms.len())
            .map(|arm| {
                let mut table = toml::Table::new();
                table.insert("name".to_owned(), self.arms[arm].clone().into());
                if self.has_helper(arm) {
                    let programme: toml::Table = "arena = 'home'\nvisit_minutes = 60\nteam = true\n\
                        schedule = [{ from_week = 0, visits_per_week = 0.5 }]\n[notes]\narena = 'assumed: as usual'\n"
                        .parse()
                        .expect("a table");
                    table.insert("programme".to_owned(), programme.into());
                }
                table.into()
            })
            .collect();
        scenario.insert("arm".to_owned(), arms.into());
        scenario.to_string()
    }
}
