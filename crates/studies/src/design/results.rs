//! All that the page of a design study is made from.

use std::collections::BTreeMap;

use crate::design::{DesignRow, EffectRow, RankRow};
use crate::pages::results::StudyResults;

#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Field {
    pub(crate) path: String,
    pub(crate) levels: Vec<String>,
    pub(crate) between: bool,
}

#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Selection {
    pub(crate) kind: String,
    pub(crate) runs: u64,
    #[serde(default)]
    pub(crate) all: Option<u64>,
    #[serde(default)]
    pub(crate) resolution: Option<u32>,
}

#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Explained {
    pub(crate) outcome: String,
    pub(crate) unit: String,
    pub(crate) week: u32,
    pub(crate) share: Option<f64>,
}

/// All that the page is made from.
pub(crate) struct Designs<'a> {
    pub(crate) results: &'a StudyResults,
    pub(crate) fields: Vec<Field>,
    pub(crate) selection: Selection,
    pub(crate) explained: Vec<Explained>,
    pub(crate) cost: String,
    pub(crate) cost_limit: Option<f64>,
    pub(crate) effects: Vec<EffectRow>,
    pub(crate) outcomes: Vec<DesignRow>,
    pub(crate) ranking: Vec<RankRow>,
    pub(crate) points: Vec<BTreeMap<String, String>>,
}
