//! What people read of results: values come in, HTML and SVG go out.
//!
//! | module | holds |
//! | --- | --- |
//! | [`results`], [`saved`] | results of a run in memory |
//! | [`figures`] | one file a figure: what it shows, without a language |
//! | [`words`], `locales/` | languages: messages become sentences, numbers are written |
//! | [`names`], [`readings`], [`sentences`], [`takeaways`], `danger` | what is said of results |
//! | `verdict`, `ranking` | what the numbers allow to say of differences and of the order of arms |
//! | [`html`], [`page_tables`], `assumptions`, `model_tables`, `templates/` | the page of a run |
//! | [`answer_page`] | a page that begins with its answer: studies, calibration, validation |
//! | [`terminal`], [`plain`] | tables and paragraphs for terminals |
//! | [`story`] | the story of one family, told and drawn |
//!
//! With the feature `testing` there are also the languages of the folder `locales`
//! ([`words`]), made-up results and the words of a page, for tests of other crates.

pub mod answer_page;
mod assumptions;
mod danger;
pub mod figures;
#[cfg(any(test, feature = "testing"))]
pub mod fixture;
pub mod html;
mod model_tables;
pub mod names;
pub mod outcome_kinds;
pub mod page_tables;
pub mod plain;
mod ranking;
#[cfg(any(test, feature = "testing"))]
pub mod readable;
pub mod readings;
pub mod results;
pub mod saved;
pub mod sentences;
pub mod story;
pub mod takeaways;
pub mod terminal;
pub mod translated;
mod verdict;
pub mod words;
