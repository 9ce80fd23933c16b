//! How a sensitivity study is done, and what it cannot tell.

use homeground_figures::message;
use homeground_figures::number::plain;
use homeground_figures::text::Text;
use homeground_report::saved::ContentError;

use crate::pages::results::StudyResults;

/// How it is done, in paragraphs.
///
/// # Errors
/// When the manifest lacks a fact.
pub fn method(study: &StudyResults) -> Result<Vec<Text>, ContentError> {
    let count = |fact: &str| study.fact(fact).map(plain);
    let (screened, walks, samples) = (count("screened")?, count("walks")?, count("samples")?);
    let spread: String = study.fact("spread")?;
    Ok(vec![
        message!("sensitivity-method-screening", screened, walks),
        message!(
            "sensitivity-method-indices",
            samples,
            weight = message!("sensitivity-method-weight", spread)
        ),
        message!("sensitivity-method-halves"),
    ])
}

/// What it cannot tell.
pub fn limits() -> Vec<Text> {
    vec![
        message!("sensitivity-limits-ranges"),
        message!("sensitivity-limits-independent"),
        message!("sensitivity-limits-intervals"),
    ]
}
