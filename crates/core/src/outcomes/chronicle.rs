//! The story of one family as data: who it is, what happens to it under each arm.

use crate::engine::draws;
use crate::model::arm::ArmModel;
use crate::model::design::{Design, UnknownKey};
use crate::model::parameters::Parameters;
use crate::outcomes::family_events::{self, happenings};
use crate::outcomes::trace::{self, FamilyAtReferral, FamilyEnd, FamilyTrace, FamilyWeek};
use crate::scenario::{Arm, Scenario, Translations};

pub use crate::outcomes::family_events::{Event, FamilyEvent};

/// A family under one arm.
#[derive(Clone, Debug)]
pub struct ArmChronicle {
    /// The arm.
    pub arm: Arm,
    /// Events in the order of their weeks, and within a week in the order of the model.
    pub happenings: Vec<FamilyEvent>,
    /// The weeks themselves.
    pub weeks: Vec<FamilyWeek>,
    /// The end of follow-up.
    pub end: FamilyEnd,
    /// Calendar week of referral at a site with an intake.
    pub referral_week: u32,
    /// Does the arm have life events of its own, because it sets their parameters?
    pub own_life_events: bool,
}

/// One family under every arm.
#[derive(Clone, Debug)]
pub struct Chronicle {
    /// Heading of the scenario.
    pub title: String,
    /// Its heading in other languages, as `title`.
    pub translations: Translations,
    /// Parameter draw.
    pub draw: u32,
    /// Replicate.
    pub replicate: u32,
    /// Weeks of follow-up.
    pub horizon_weeks: u32,
    /// The family as it is referred.
    pub family: FamilyAtReferral,
    /// Life events that strike it, whatever the arm.
    pub life_events: Vec<FamilyEvent>,
    /// The arms in the order of the scenario.
    pub arms: Vec<ArmChronicle>,
}

/// Why a family has no story.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChronicleError {
    /// Its number is too large.
    #[error(
        "there is no family {family}: the scenario has {families} families, numbered 0 to {}; choose one of them, or more families with --set families=NUMBER",
        families - 1
    )]
    NoSuchFamily {
        /// The number that was asked for.
        family: u32,
        /// Families of the scenario.
        families: u32,
    },
    /// The number of its replicate is too large.
    #[error(
        "there is no replicate {replicate}: the scenario has {replicates}, numbered 0 to {}; choose one of them, or more with --set replicates=NUMBER",
        replicates - 1
    )]
    NoSuchReplicate {
        /// The number that was asked for.
        replicate: u32,
        /// Replicates of the scenario.
        replicates: u32,
    },
    /// The number of its draw is too large.
    #[error(
        "there is no parameter draw {draw}: the scenario has {draws}, numbered 0 to {}; choose one of them, or more with --set uncertainty.draws=NUMBER",
        draws - 1
    )]
    NoSuchDraw {
        /// The number that was asked for.
        draw: u32,
        /// Draws of the scenario.
        draws: u32,
    },
    /// An arm names something that the tables lack; a checked scenario never does.
    #[error(transparent)]
    Design(#[from] UnknownKey),
}

/// What happens to one family under every arm.
///
/// # Errors
/// When the scenario has no such draw, replicate or family.
pub fn chronicle(
    scenario: &Scenario,
    draw: u32,
    replicate: u32,
    family: u32,
) -> Result<Chronicle, ChronicleError> {
    let draws = draws::count(scenario);
    if draw >= draws {
        return Err(ChronicleError::NoSuchDraw { draw, draws });
    }
    if replicate >= scenario.replicates {
        return Err(ChronicleError::NoSuchReplicate { replicate, replicates: scenario.replicates });
    }
    if family >= scenario.families {
        return Err(ChronicleError::NoSuchFamily { family, families: scenario.families });
    }
    let parameters = draws::parameters(scenario, draw);
    let at_referral = trace::at_referral(scenario, draw, replicate, family);
    let follow = |scenario: &Scenario| -> Result<Vec<(f32, FamilyTrace)>, UnknownKey> {
        let designs: Vec<Design> = scenario
            .arms
            .iter()
            .map(|arm| Design::new(arm, &parameters))
            .collect::<Result<_, _>>()?;
        let models: Vec<ArmModel> = designs.iter().map(ArmModel::new).collect();
        let traces = trace::trace(scenario, &models, draw, replicate, family);
        let decays = designs.iter().map(|design| shock_decay(&design.parameters));
        Ok(decays.zip(traces).collect())
    };
    // Life events are those of an arm that offers nothing, so that they depend on no arm
    // of the scenario.
    let bare = Scenario { arms: vec![untouched()], ..scenario.clone() };
    let life_events = follow(&bare)?
        .first()
        .map(|(decay, trace)| family_events::life_events(&trace.weeks, *decay))
        .unwrap_or_default();
    let arms = scenario
        .arms
        .iter()
        .zip(follow(scenario)?)
        .map(|(arm, (decay, trace))| {
            let own = family_events::life_events(&trace.weeks, decay);
            ArmChronicle {
                happenings: happenings(arm, &at_referral, &trace, decay),
                own_life_events: own != life_events,
                arm: arm.clone(),
                weeks: trace.weeks,
                end: trace.end,
                referral_week: trace.referral_week,
            }
        })
        .collect();
    Ok(Chronicle {
        title: scenario.title.clone(),
        translations: scenario.translations.clone(),
        draw,
        replicate,
        horizon_weeks: scenario.horizon_weeks,
        family: at_referral,
        life_events,
        arms,
    })
}

fn shock_decay(parameters: &Parameters) -> f32 {
    parameters.shock_decay as f32
}

/// An arm that offers nothing.
fn untouched() -> Arm {
    Arm {
        name: String::new(),
        reason: String::new(),
        translations: Translations::default(),
        programme: None,
        programme_key: None,
        compensating: Vec::new(),
        control_measure: None,
        capacity: None,
        parameters: Vec::new(),
    }
}
