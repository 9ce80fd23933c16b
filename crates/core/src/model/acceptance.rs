//! Acceptance: does the family say yes, and how does the alliance begin?
//! (docs/model.md, "Acceptance").
//!
//! τ trust, S_A stigma of the arena of the first visit, G stigma sensitivity,
//! m mandate, κ control.

use crate::model::design::{Design, HelperMeasure};
use crate::model::math::sigmoid_exact;

/// Acceptance of one helper measure.
#[derive(Clone, Debug)]
pub struct Acceptance {
    fixed: Option<f64>,
    offset: f64,
    by_trust: f64,
    by_stigma: f64,
    mandate: f64,
    bond: [f64; 2],
    agreement: [f64; 2],
    limits: [f64; 2],
}

/// Trust at which trust neither helps nor hinders.
const NEUTRAL: f64 = 1.0 / 2.0;

impl Acceptance {
    /// Looks up the coefficients.
    pub fn new(design: &Design, measure: &HelperMeasure) -> Self {
        let (p, k) = (&design.parameters, design.constants);
        let threat = measure.profession.threat;
        Self {
            fixed: measure.fixed_uptake(),
            offset: p.accept_base - p.accept_threat * threat
                + p.accept_recruiter * (measure.programme.recruiter_training - NEUTRAL),
            by_trust: p.accept_trust,
            by_stigma: p.accept_stigma * measure.arena_of_first_visit().stigma,
            mandate: measure.control.mandate,
            bond: [k.bond_start - k.bond_threat * threat, k.bond_trust],
            agreement: [
                k.agreement_start - k.agreement_control * design.control,
                k.agreement_trust,
            ],
            limits: [k.alliance_start_low, k.alliance_start_high],
        }
    }

    /// Probability that a family accepts.
    pub fn probability(&self, trust: f64, stigma_sensitivity: f64) -> f64 {
        if let Some(probability) = self.fixed {
            return probability;
        }
        let willing = sigmoid_exact(
            self.offset + self.by_trust * (trust - NEUTRAL) - self.by_stigma * stigma_sensitivity,
        );
        willing + (1.0 - willing) * self.mandate
    }

    /// Bond and agreement of a family that has just accepted.
    pub fn first_alliance(&self, trust: f64) -> (f64, f64) {
        let start = |[level, by_trust]: [f64; 2]| {
            (level + by_trust * (trust - NEUTRAL)).clamp(self.limits[0], self.limits[1])
        };
        (start(self.bond), start(self.agreement))
    }
}
