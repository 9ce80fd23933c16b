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
pub(crate) mod kind;
mod method;
pub(crate) mod noise;
mod page;
mod results;
mod rows;
mod run;
mod smooth;
mod tables;
