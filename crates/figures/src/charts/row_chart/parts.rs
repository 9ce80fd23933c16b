//! What a chart of rows consists of.

use crate::chart::Write;
use crate::estimate::Estimate;
use crate::scene::Anchor;
use crate::style::{ArmStyle, Colour, TextLook};
use crate::text::Text;

/// A dot with its interval.
#[derive(Clone, Copy, Debug)]
pub struct Dot {
    /// The value.
    pub estimate: Estimate,
    /// How it looks.
    pub style: ArmStyle,
    /// Hollow dots cannot be told apart from zero.
    pub filled: bool,
}

impl Dot {
    /// A dot with its interval, if the value has one.
    pub fn new(estimate: Estimate, style: ArmStyle, filled: bool) -> Dot {
        Dot { estimate, style, filled }
    }

    /// A difference: hollow where its interval holds 0.
    pub fn difference(estimate: Estimate, style: ArmStyle) -> Dot {
        let filled = estimate.interval.is_none_or(|(lower, upper)| lower > 0.0 || upper < 0.0);
        Dot::new(estimate, style, filled)
    }
}

/// What lies behind the dots of a row.
#[derive(Clone, Debug)]
pub enum RowMark {
    /// A filled bar.
    Bar {
        /// Its ends, in either order.
        ends: (f64, f64),
        /// Its fill.
        colour: Colour,
        /// Half its height.
        half: f64,
    },
    /// A level line.
    Line {
        /// Its ends, in either order.
        ends: (f64, f64),
        /// Its colour.
        colour: Colour,
        /// Its thickness.
        width: f64,
    },
    /// An upright stroke.
    Tick {
        /// Its place.
        at: f64,
        /// Its colour.
        colour: Colour,
        /// Half its height.
        half: f64,
        /// Its thickness.
        width: f64,
    },
    /// Words beside a place.
    Words {
        /// The place.
        at: f64,
        /// From there to the right, and down.
        offset: (f64, f64),
        /// Which part of the words lies there.
        anchor: Anchor,
        /// The words.
        text: Text,
        /// Their size, weight and colour.
        look: TextLook,
    },
    /// Words to the right of a place where the panel has space for them, else to its left.
    Beside {
        /// The place.
        at: f64,
        /// The words.
        text: Text,
    },
}

impl RowMark {
    /// A filled bar with half its height.
    pub fn bar(ends: (f64, f64), colour: Colour, half: f64) -> RowMark {
        RowMark::Bar { ends, colour, half }
    }

    /// A level line with its thickness.
    pub fn line(ends: (f64, f64), colour: Colour, width: f64) -> RowMark {
        RowMark::Line { ends, colour, width }
    }

    /// An upright stroke with half its height and its thickness.
    pub fn tick(at: f64, colour: Colour, (half, width): (f64, f64)) -> RowMark {
        RowMark::Tick { at, colour, half, width }
    }

    /// Words that start or end so far to the right of a place.
    pub fn words(at: f64, (right, anchor): (f64, Anchor), text: Text, look: TextLook) -> RowMark {
        RowMark::Words { at, offset: (right, 0.0), anchor, text, look }
    }
}

/// The axis of a panel.
#[derive(Clone, Debug, Default)]
pub enum RowAxis {
    /// Over the dots of the panel, written as the chart writes.
    #[default]
    Dots,
    /// Over a range, with so many ticks at most.
    Range((f64, f64), usize, Write),
    /// From 0 to 1, with a line and words at both ends.
    Ends(Text, Text),
    /// From 0 to 1, without lines or words.
    Bare,
}

/// Numbers in words beside a panel.
#[derive(Clone, Debug)]
pub struct RowColumn {
    /// What stands above it; may be empty.
    pub heading: Text,
    /// By row: a value, and in small letters what goes with it. Either may be empty.
    pub cells: Vec<(Text, Text)>,
    /// Its width.
    pub width: f64,
    /// Does it begin at its left end, a little beside the panel, or end at its right end?
    pub anchor: Anchor,
}

/// A panel.
#[derive(Clone, Debug, Default)]
pub struct RowPanel {
    /// What stands above it.
    pub heading: Text,
    /// Dots by row.
    pub dots: Vec<Vec<Dot>>,
    /// What lies behind the dots, by row, from the back to the front; may be empty.
    pub marks: Vec<Vec<RowMark>>,
    /// Its axis.
    pub axis: RowAxis,
    /// Where panels share their scale: those with the same number do.
    pub scale: usize,
    /// A see-through band from one value to another.
    pub band: Option<((f64, f64), Colour)>,
    /// Numbers at its right.
    pub columns: Vec<RowColumn>,
    /// Words in place of a panel that has nothing to show; else empty.
    pub instead: Text,
}

/// Space for the parts of a chart of rows.
#[derive(Clone, Debug)]
pub struct RowLayout {
    /// Width of the names at least and at most.
    pub names: (f64, f64),
    /// Lines of a name at most.
    pub name_lines: usize,
    /// Space between names and the first panel.
    pub before: f64,
    /// Space between panels.
    pub between: f64,
    /// Space behind the last panel.
    pub after: f64,
    /// Width of a panel at most.
    pub panel: f64,
    /// Height of a row at least; dots below each other and long names may ask for more.
    pub row: f64,
    /// Space between dots below each other at most.
    pub step: f64,
    /// Half the width of a dot.
    pub radius: f64,
    /// Ticks of an axis at most.
    pub ticks: usize,
}

impl Default for RowLayout {
    fn default() -> RowLayout {
        RowLayout {
            names: (40.0, 210.0),
            name_lines: 3,
            before: 16.0,
            between: 16.0,
            after: 0.0,
            panel: 380.0,
            row: 20.0,
            step: 6.0,
            radius: 3.2,
            ticks: 4,
        }
    }
}
