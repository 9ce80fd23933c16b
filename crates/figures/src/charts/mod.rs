//! Kinds of charts that several figures share.

pub mod heat_map;
pub mod line_chart;
pub mod row_chart;
pub mod scatter;
mod scatter_labels;
pub mod small_multiples;
pub mod time_panels;
