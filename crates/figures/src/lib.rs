//! What figures are made of: kinds of charts, the frame they share, a scene of marks and
//! texts, and SVG. No figure holds a language: it is told in one when drawn.
//!
//! | module | holds |
//! | --- | --- |
//! | [`charts`] | kinds of charts: lines with bands, rows of dots and bars, stacked areas and bands over weeks, small multiples, scatters, heat maps |
//! | [`chart`] | what a figure is, and how axes are written |
//! | [`frame`] | heading, notes, keys, axes and names, alike in all figures |
//! | [`text`], [`number`] | words and numbers before a language is chosen |
//! | [`scene`], [`svg`] | marks on a page, and the file they become |
//! | [`axis`], [`labels`], [`fonts`], [`style`] | scales and ticks, space for words, the font, the look |
//! | [`estimate`] | a value with its interval |

pub mod axis;
pub mod chart;
pub mod charts;
pub mod estimate;
pub mod fonts;
pub mod frame;
pub mod labels;
pub mod number;
pub mod scene;
mod strokes;
pub mod style;
pub mod svg;
pub mod text;
