//! What figures are made of: a scene of marks and texts, axes, labels, and SVG.

pub mod axis;
pub mod estimate;
pub mod fonts;
pub mod labels;
pub mod number;
pub mod plane;
pub mod scene;
pub mod style;
pub mod svg;
pub mod text;
