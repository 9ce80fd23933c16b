//! Kinds of charts that several figures share.

pub mod chart;
pub mod heat_map;
pub mod row_chart;
pub mod scatter;
pub mod small_multiples;
