//! `uncertainty`: which arm is best under parameter draws, what research would be worth,
//! and where the favourite fails.
//!
//! | file | holds |
//! | --- | --- |
//! | `rows` | the rows of the tables |
//! | `draws` | what each arm brings and costs in each draw |
//! | `noise` | parameter draws without what chance put there |
//! | `decision` | which arm is best, acceptability, regret, perfect information |
//! | `smooth` | a smooth function of several inputs, from noisy points |
//! | `information` | what knowing some parameters would be worth |
//! | `boxes` | where in the space of parameters something happens often |
//! | `run` | the study |
//! | `results` | the results folder in memory |
//! | `amounts`, `answers`, `method` | what the page says |
//! | `tables` | tables on the page |
//! | `figures`, `cost_effectiveness_plane`, `information_bars`, `box_ranges` | figures |
//! | `page` | the page |

use homeground_core::scenario::{StudyKind, StudyPlan};
use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::AnswerPage;
use homeground_report::readings;
use homeground_report::saved::ContentError;

use crate::context::{StudyContext, StudyError};
use crate::findings::Findings;
use crate::pages::outcome_words;
use crate::pages::results::StudyResults;
use crate::study::Study;

mod amounts;
mod answers;
mod box_ranges;
mod boxes;
mod cost_effectiveness_plane;
pub(crate) mod decision;
mod draws;
mod figures;
pub(crate) mod information;
mod information_bars;
mod method;
pub(crate) mod noise;
mod page;
mod results;
mod rows;
mod run;
mod smooth;
mod tables;

/// The kind of study.
pub struct UncertaintyStudy;

impl Study for UncertaintyStudy {
    fn kind(&self) -> StudyKind {
        StudyKind::Uncertainty
    }

    fn name(&self) -> Text {
        message!("uncertainty-name")
    }

    fn asked(&self, results: &StudyResults) -> Text {
        message!(
            "uncertainty-asked",
            outcome = outcome_words::outcome(results),
            arms = Text::list(&results.note.arms)
        )
    }

    fn intervals(&self, results: &StudyResults) -> Text {
        let manifest = &results.manifest;
        let drawn_from = manifest
            .drawn_from
            .map(|from| readings::described(from, manifest.reading()));
        let draws = message!("uncertainty-draws", draws = results.note.points);
        message!(
            "uncertainty-intervals",
            draws = Text::sentences([draws, drawn_from.unwrap_or_default()]),
            replicates = manifest.replicates,
            families = manifest.families
        )
    }

    fn run(
        &self,
        context: &mut StudyContext<'_>,
        plan: &StudyPlan,
    ) -> Result<Findings, StudyError> {
        let StudyPlan::Uncertainty(plan) = plan else {
            return Err(StudyError::NoStudy);
        };
        run::run(context, plan)
    }

    fn page(&self, results: &StudyResults) -> Result<AnswerPage, ContentError> {
        page::page(results)
    }
}
