//! The page of a sensitivity study.

use homeground_figures::message;
use homeground_figures::text::Text;
use homeground_report::answer_page::{AnswerPage, Section};
use homeground_report::saved::ContentError;

use crate::pages::results::StudyResults;
use crate::sensitivity::results::SensitivityResults;
use crate::sensitivity::{answers, indices_figure, method, noise_figure, screening_figure, tables};

/// Puts the page of a sensitivity study together.
///
/// # Errors
/// When a table is missing or damaged.
pub fn page(study: &StudyResults) -> Result<AnswerPage, ContentError> {
    let results = &SensitivityResults::new(study)?;
    let answer = answers::answer(results);
    let indices = indices(results, answer.clone());
    let noise = Section {
        key: "noise",
        heading: message!("sensitivity-noise-heading"),
        answer: answers::noise(results),
        ..Section::default()
    };
    Ok(AnswerPage {
        answer,
        points: answers::points(results),
        sections: vec![indices, screening(results), noise.with(noise_figure::figure(results))],
        method: method::method(study)?,
        limits: method::limits(),
    })
}

fn indices(results: &SensitivityResults<'_>, answer: Text) -> Section {
    let mut section = Section {
        key: "indices",
        heading: message!("sensitivity-indices-heading"),
        answer,
        ..Section::default()
    }
    .with(indices_figure::figure(results));
    for response in &results.responses {
        let folded = !section.tables.is_empty();
        section = section.and(tables::indices(response), folded);
    }
    section
}

fn screening(results: &SensitivityResults<'_>) -> Section {
    let mut section = Section {
        key: "screening",
        heading: message!("sensitivity-screening-heading"),
        answer: answers::screened(results),
        ..Section::default()
    };
    let scale = results.scale();
    for (place, response) in results.responses.iter().enumerate() {
        let name = match place {
            0 => "screening".to_owned(),
            place => format!("screening_arm_{place}"),
        };
        section = section
            .with(screening_figure::figure(name, response, &scale))
            .and(tables::screening(response, &scale), true);
    }
    section
}
