//! What the pages of all kinds of study share. What the page of a kind says and shows stands
//! in the folder of the kind.
//!
//! | file | holds |
//! | --- | --- |
//! | `results` | a study's results folder in memory |
//! | `names` | fields, values and mechanisms in words |
//! | `values` | values of parameters and their intervals |
//! | `outcome_words` | outcomes and differences in words |

pub mod names;
pub mod outcome_words;
pub mod results;
pub mod values;
