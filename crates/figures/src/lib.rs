//! What figures are made of: kinds of charts, the frame they share, a scene of marks and
//! texts, axes, labels, and SVG. No figure holds a language: it is told in one when drawn.

pub mod axis;
pub mod chart;
pub mod charts;
pub mod estimate;
pub mod fonts;
pub mod frame;
pub mod labels;
pub mod number;
pub mod scene;
pub mod style;
pub mod svg;
pub mod text;
