//! The results folder of an uncertain decision in memory.

use homeground_core::outcomes::manifest::DrawnFrom;
use homeground_figures::estimate::Estimate;
use homeground_figures::text::Text;
use homeground_report::saved::ContentError;

use crate::pages::results::StudyResults;
use crate::uncertainty::rows::{
    ACCEPTABILITY, AcceptabilityRow, BEST, BOXES, BestRow, BoxRow, INFORMATION, InformationRow,
    PLANE, PlaneRow, REGRET, RegretRow,
};

/// Half-width of a 95 % interval in standard errors, over hundreds of draws.
const HALF_WIDTH: f64 = 1.96;

/// What the folder of an uncertain decision holds.
#[derive(Debug)]
pub struct UncertaintyResults<'a> {
    /// The folder.
    pub study: &'a StudyResults,
    /// What the manifest notes.
    pub facts: Facts,
    /// Which arm is best, by outcome alone and by net benefit.
    pub best: Vec<BestRow>,
    /// Effects and costs against the reference; empty if cost is left out.
    pub plane: Vec<PlaneRow>,
    /// Acceptability curves; empty if cost is left out.
    pub curves: Vec<AcceptabilityRow>,
    /// What knowing would be worth.
    pub information: Vec<InformationRow>,
    /// What each choice loses.
    pub regret: Vec<RegretRow>,
    /// Where the favourite fails.
    pub boxes: Vec<BoxRow>,
}

/// What the manifest notes of an uncertain decision.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Parameter draws.
    pub draws: u64,
    /// Does one decide by net benefit?
    pub by_net_benefit: bool,
    /// Is less of the outcome better?
    pub less_is_better: bool,
    /// NOK per unit of the outcome, if cost counts.
    pub willingness: Option<f64>,
    /// What one would choose today.
    pub favourite: String,
    /// Draws in which it is not the best.
    pub failures: u64,
    /// Coverage of a box on draws that its search has not seen.
    pub held_out_coverage: Option<f64>,
    /// Its density there.
    pub held_out_density: Option<f64>,
    /// Part of the variance between draws that was chance of the simulation.
    pub noise_share: Option<f64>,
}

impl Facts {
    fn of(study: &StudyResults) -> Result<Facts, ContentError> {
        Ok(Facts {
            draws: study.fact("draws")?,
            by_net_benefit: study.fact("by_net_benefit")?,
            less_is_better: study.fact("less_is_better")?,
            willingness: study.fact("willingness_to_pay")?,
            favourite: study.fact("favourite")?,
            failures: study.fact("failures")?,
            held_out_coverage: study.fact("held_out_coverage")?,
            held_out_density: study.fact("held_out_density")?,
            noise_share: study.fact("noise_share")?,
        })
    }
}

/// A value with the interval that its standard error gives, cut at limits.
fn with_error(value: f64, error: f64, (least, most): (f64, f64)) -> Estimate {
    Estimate {
        value,
        interval: Some((
            (value - HALF_WIDTH * error).max(least),
            (value + HALF_WIDTH * error).min(most),
        )),
    }
}

/// A probability with the interval that its standard error gives.
pub fn probability(value: f64, error: f64) -> Estimate {
    with_error(value, error, (0.0, 1.0))
}

/// An amount that is never below zero, with the interval that its standard error gives.
pub fn amount(value: f64, error: f64) -> Estimate {
    with_error(value, error, (0.0, f64::INFINITY))
}

impl<'a> UncertaintyResults<'a> {
    /// Reads the tables of the folder.
    ///
    /// # Errors
    /// When a table is missing or damaged.
    pub fn new(study: &'a StudyResults) -> Result<UncertaintyResults<'a>, ContentError> {
        let facts = Facts::of(study)?;
        let (mut plane, mut curves) = (Vec::new(), Vec::new());
        let best = study.rows(BEST)?;
        if facts.willingness.is_some() {
            plane = study.rows(PLANE)?;
            curves = study.rows(ACCEPTABILITY)?;
        }
        Ok(UncertaintyResults {
            study,
            facts,
            best,
            plane,
            curves,
            information: study.rows(INFORMATION)?,
            regret: study.rows(REGRET)?,
            boxes: study.rows(BOXES)?,
        })
    }

    /// Name of the outcome that is asked about, as the tables write it.
    pub fn outcome(&self) -> &str {
        &self.study.note.outcome
    }

    /// Name of the arm that others are compared with, as tables hold it.
    pub fn reference(&self) -> &str {
        &self.study.manifest.reference
    }

    /// What one would choose today, as pages call it.
    pub fn favourite_arm(&self) -> Text {
        self.study.arm(&self.facts.favourite)
    }

    /// Were parameters drawn from a calibrated sample?
    pub fn draws_posterior(&self) -> bool {
        self.study.manifest.drawn_from == Some(DrawnFrom::Posterior)
    }

    /// The row of the favourite by what one decides by.
    pub fn favourite(&self) -> Option<&BestRow> {
        let decide_by = if self.facts.by_net_benefit { "net_benefit" } else { "outcome" };
        self.best.iter().find(|row| row.decide_by == decide_by && row.arm == self.facts.favourite)
    }

    /// The value of perfect information.
    pub fn total(&self) -> Option<&InformationRow> {
        self.information_of("total").next()
    }

    /// Rows of the value of groups (`group`) or of single parameters (`parameter`).
    pub fn information_of(&self, what: &str) -> impl Iterator<Item = &InformationRow> {
        self.information.iter().filter(move |row| row.what == what)
    }
}
