//! One arm with every number looked up: what the submodels are built from.

use crate::evidence::{self, Arena, ComponentKind, Control, FactorKind, Keyed, Profession, find};
use crate::model::parameters::{Constants, Parameters};
use crate::scenario::{Arm, Compensating, Levels, Phone, Programme, Uptake};

/// Number of risk factors.
pub const RISKS: usize = 16;
/// Number of protective factors.
pub const PROTECTIVES: usize = 8;

/// A name in a measure that no table knows.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("unknown {table} \"{key}\"")]
pub struct UnknownKey {
    /// The table that was searched.
    pub table: &'static str,
    /// The name that it lacks.
    pub key: String,
}

/// One arm: the helper measure if there is one, what stands beside it, and the numbers.
#[derive(Clone, Debug)]
pub struct Design {
    /// The helper measure.
    pub helper: Option<HelperMeasure>,
    /// Compensating measures with follow-up, summed.
    pub kept: CompensatingEffect,
    /// Compensating measures without follow-up, summed; they fade.
    pub fading: CompensatingEffect,
    /// Control κ of the arm: control function and control measures, at most 1.
    pub control: f64,
    /// Intensity of control measures.
    pub control_measure: f64,
    /// What control measures show the service, per week.
    pub control_measure_sight: f64,
    /// Parameter values of this arm and draw.
    pub parameters: Parameters,
    /// Fixed numbers of the formulas.
    pub constants: &'static Constants,
}

/// A helper measure (section 4 of the model) with its tables looked up.
#[derive(Clone, Debug)]
pub struct HelperMeasure {
    /// The fields as written.
    pub programme: Programme,
    /// Where visits are held.
    pub arena: Arena,
    /// Where the first visits are held (the same arena when nothing else is said).
    pub first_arena: Arena,
    /// Who comes.
    pub profession: Profession,
    /// With what power.
    pub control: Control,
    /// Risk factors that a component targets, a bit each.
    pub targeted_risks: u32,
    /// Protective factors that a component targets, a bit each.
    pub targeted_protectives: u32,
}

/// What compensating measures do together, at their intensities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompensatingEffect {
    /// Added to μ of each risk factor.
    pub risk_multiplier: [f64; RISKS],
    /// Added to μ of each protective factor.
    pub protective_multiplier: [f64; PROTECTIVES],
    /// Relief of stress, logit.
    pub relief: f64,
    /// Lift of child wellbeing, logit.
    pub lift: f64,
    /// Sight, per week.
    pub sight: f64,
    /// Cost per family and week, NOK.
    pub cost_nok_per_week: f64,
}

impl Design {
    /// Looks up everything that an arm names.
    ///
    /// # Errors
    /// When the arm names an arena, profession, control function, component or
    /// compensating measure that the tables lack. A checked scenario never does.
    pub fn new(arm: &Arm, parameters: &Parameters) -> Result<Self, UnknownKey> {
        let mut parameters = parameters.clone();
        for (key, value) in &arm.parameters {
            if !parameters.set(key, *value) {
                return Err(UnknownKey { table: "parameter", key: key.clone() });
            }
        }
        let constants = Constants::standard();
        let helper = arm.programme.as_ref().map(HelperMeasure::new).transpose()?;
        let mut kept = CompensatingEffect::default();
        let mut fading = CompensatingEffect::default();
        for measure in &arm.compensating {
            let effect = if measure.follow_up { &mut kept } else { &mut fading };
            effect.add(measure)?;
        }
        let control_measure = arm.control_measure.unwrap_or(0.0);
        let kappa = helper.as_ref().map_or(0.0, |measure| measure.control.kappa);
        Ok(Self {
            control: (kappa + constants.control_measure_kappa * control_measure).min(1.0),
            control_measure,
            control_measure_sight: control_measure
                * look_up(evidence::components(), "component", "control_measure")?
                    .sight
                    .unwrap_or(0.0),
            helper,
            kept,
            fading,
            parameters,
            constants,
        })
    }
}

impl HelperMeasure {
    fn new(programme: &Programme) -> Result<Self, UnknownKey> {
        let arena = look_up(evidence::arenas(), "arena", &programme.arena)?.clone();
        let first_arena = match &programme.first_arena {
            Some(key) => look_up(evidence::arenas(), "arena", key)?.clone(),
            None => arena.clone(),
        };
        let profession = look_up(evidence::professions(), "profession", &programme.profession)?;
        let control = look_up(evidence::controls(), "control function", &programme.control)?;
        let (mut targeted_risks, mut targeted_protectives) = (0, 0);
        for key in &programme.components {
            let component = evidence::components()
                .iter()
                .find(|row| row.kind == ComponentKind::Helper && row.key == *key)
                .ok_or_else(|| UnknownKey { table: "component", key: key.clone() })?;
            for target in component.target_keys() {
                let factor = look_up(evidence::catalogue(), "factor", target)?;
                match factor.kind {
                    FactorKind::Risk => targeted_risks |= 1 << factor.bit,
                    FactorKind::Protective => targeted_protectives |= 1 << factor.bit,
                }
            }
        }
        Ok(Self {
            programme: programme.clone(),
            arena,
            first_arena,
            profession: profession.clone(),
            control: control.clone(),
            targeted_risks,
            targeted_protectives,
        })
    }

    /// Number of attended visits that are held in the first arena.
    pub fn first_visits(&self) -> u32 {
        match self.programme.first_arena {
            Some(_) => self.programme.first_visits,
            None => 0,
        }
    }

    /// Arena of the very first visit.
    pub fn arena_of_first_visit(&self) -> &Arena {
        if self.first_visits() > 0 { &self.first_arena } else { &self.arena }
    }

    /// Planned rate λ, visits per week, in a week since start, when the schedule holds.
    pub fn planned_rate(&self, week_since_start: u32) -> f64 {
        self.programme
            .schedule
            .iter()
            .take_while(|step| step.from_week <= week_since_start)
            .last()
            .map_or(0.0, |step| step.visits_per_week)
    }

    /// Is λ set from capacity instead of the schedule?
    pub fn is_need_based(&self) -> bool {
        self.programme.levels == Levels::NeedBased
    }

    /// Mean planned rate λ̄ over the planned duration, visits per week.
    pub fn mean_planned_rate(&self, constants: &Constants) -> f64 {
        if self.is_need_based() {
            return constants.need_based_mean_rate;
        }
        let weeks = self.programme.duration_weeks.max(1);
        (0..weeks).map(|week| self.planned_rate(week)).sum::<f64>() / f64::from(weeks)
    }

    /// Reachability by phone: 0, ½ or 1.
    pub fn phone(&self, constants: &Constants) -> f64 {
        match self.programme.phone {
            Phone::None => 0.0,
            Phone::Own => constants.phone_own,
            Phone::Always => 1.0,
        }
    }

    /// The probability of accepting, when it is fixed.
    pub fn fixed_uptake(&self) -> Option<f64> {
        match self.programme.uptake {
            Uptake::Model => None,
            Uptake::Fixed(probability) => Some(probability),
        }
    }
}

impl CompensatingEffect {
    fn add(&mut self, measure: &Compensating) -> Result<(), UnknownKey> {
        let component = evidence::components()
            .iter()
            .find(|row| row.kind == ComponentKind::Compensating && row.key == measure.kind)
            .ok_or_else(|| UnknownKey {
                table: "compensating measure",
                key: measure.kind.clone(),
            })?;
        let scaled = |value: Option<f64>| value.unwrap_or(0.0) * measure.intensity;
        self.relief += scaled(component.relief);
        self.lift += scaled(component.lift);
        self.sight += scaled(component.sight);
        for target in component.target_keys() {
            let factor = look_up(evidence::catalogue(), "factor", target)?;
            let multiplier = match factor.kind {
                FactorKind::Risk => &mut self.risk_multiplier[factor.bit as usize],
                FactorKind::Protective => &mut self.protective_multiplier[factor.bit as usize],
            };
            *multiplier += scaled(component.multiplier);
        }
        let price = look_up(evidence::costs(), "cost", &format!("{}_week", measure.kind))?;
        self.cost_nok_per_week += price.value_nok * measure.intensity;
        Ok(())
    }
}

fn look_up<'a, Row: Keyed>(
    rows: &'a [Row],
    table: &'static str,
    key: &str,
) -> Result<&'a Row, UnknownKey> {
    find(rows, key).ok_or_else(|| UnknownKey { table, key: key.to_string() })
}
