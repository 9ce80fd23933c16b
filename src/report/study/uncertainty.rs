//! The page.
use crate::report::error::ReportError;
use crate::report::words::Language;
use super::page::StudyPage;
use super::results::StudyResults;

pub fn page(_results: &StudyResults, _language: Language) -> Result<StudyPage, ReportError> {
    Ok(StudyPage { answer: String::new(), points: Vec::new(), sections: Vec::new(), method: Vec::new(), limits: Vec::new() })
}
