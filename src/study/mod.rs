//! Questions over many runs: estimators that know no file, thread or terminal.
//!
//! | file | holds |
//! | --- | --- |
//! | [`way`] | the range of a parameter as a way from low to high |
//! | [`turning`] | where the order of two arms turns as one parameter moves |
//! | [`contour`] | the line in a plane of two parameters on which it turns |
//! | [`noise`] | parameter draws without what chance put there |
//! | [`decision`] | which arm is best, acceptability, regret, perfect information |
//! | [`smooth`] | a smooth function of several inputs, from noisy points |
//! | [`information`] | what knowing some parameters would be worth |
//! | [`boxes`] | where in the space of parameters something happens often |

pub mod boxes;
pub mod contour;
pub mod decision;
pub mod information;
pub mod noise;
pub mod way;
pub mod smooth;
pub mod turning;
