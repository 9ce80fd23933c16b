//! All kinds of studies, one a line.

use homeground_core::scenario::StudyKind;
use homeground_report::answer_page::{AnswerPage, Frame};
use homeground_report::saved::ContentError;

use crate::assumptions::kind::AssumptionsStudy;
use crate::context::{StudyContext, StudyError};
use crate::design::kind::DesignStudy;
use crate::findings::Findings;
use crate::frame::frame;
use crate::pages::results::StudyResults;
use crate::sensitivity::kind::SensitivityStudy;
use crate::study::Study;
use crate::sweep::kind::SweepStudy;
use crate::switch::kind::SwitchStudy;
use crate::threshold::kind::ThresholdStudy;
use crate::uncertainty::kind::UncertaintyStudy;

/// All kinds of studies.
pub static STUDIES: [&dyn Study; StudyKind::ALL.len()] = [
    &SweepStudy,
    &DesignStudy,
    &SwitchStudy,
    &ThresholdStudy,
    &UncertaintyStudy,
    &SensitivityStudy,
    &AssumptionsStudy,
];

/// The study of a kind, by the word of the kind in files.
fn study(kind: &str) -> Option<&'static dyn Study> {
    STUDIES.iter().copied().find(|one| one.kind().word() == kind)
}

/// Carries out the study that the scenario describes.
///
/// # Errors
/// [`StudyError`].
pub fn run(context: &mut StudyContext<'_>) -> Result<Findings, StudyError> {
    let plan = context.described()?.plan.clone();
    let study = study(plan.kind().word()).ok_or(StudyError::NoStudy)?;
    study.run(context, &plan)
}

/// The page of a study: its frame, and what it says and shows.
///
/// # Errors
/// When a table is missing or damaged, or the kind is not known.
pub fn page(results: &StudyResults) -> Result<(Frame<'_>, AnswerPage), ContentError> {
    let kind = &results.note.kind;
    let study = study(kind).ok_or_else(|| ContentError::Damaged {
        file: "manifest.json".to_owned(),
        reason: format!("it holds a study of the kind {kind:?}, which this version does not know"),
    })?;
    Ok((frame(study, results), study.page(results)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_study_has_one_entry() {
        for &kind in StudyKind::ALL {
            let found = STUDIES.iter().filter(|one| one.kind() == kind);
            assert_eq!(found.count(), 1, "{}", kind.word());
        }
    }
}
