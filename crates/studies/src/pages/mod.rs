//! What the pages of all kinds of study share. What the page of a kind says and shows stands
//! in the folder of the kind.
//!
//! | file | holds |
//! | --- | --- |
//! | `results` | a study's results folder in memory |
//! | `frame` | what the head and the foot of a page say |
//! | `names` | fields, values and mechanisms in words |
//! | `values` | values of parameters and their intervals |
//! | `outcome_words` | outcomes and differences in words |

pub(crate) mod frame;
pub mod names;
pub mod outcome_words;
pub mod results;
pub mod values;
