//! A small writer of Parquet files, for tables of a fixed kind and any length.
//!
//! Why not the writer of the library that reads tables? Because a run may be stopped
//! and gone on with, and split over machines, and the file must have the same bytes
//! all the same. So row groups are made apart from the file: each is a piece of bytes
//! and a note of what is in it ([`Group`]), made on any thread, laid one after
//! another, kept over a stop, and copied from file to file without being made again.
//! The end of the file follows from the notes alone.
//!
//! What is written is the plain core of the format (pages of version 1), so that every
//! reader can read it:
//!
//! | kind of column | type | encoding |
//! | --- | --- | --- |
//! | [`Kind::Small`] | unsigned integer | dictionary of the group, in order |
//! | [`Kind::Counter`] | unsigned integer | differences, packed in bits |
//! | [`Kind::Bits`] | unsigned integer | as they are |
//! | [`Kind::Real`] | float | bytes of one place together |
//! | [`Kind::YesNo`] | boolean | one bit each |
//! | [`Kind::Word`] | text | dictionary of the words |
//!
//! Every page is compressed with Zstandard.
//!
//! | file | holds |
//! | --- | --- |
//! | `encode` | values as bytes |
//! | `group` | columns as pages, pages as a row group |
//! | `footer` | the end of the file |
//! | `thrift` | the notation that headers and footer are written in |

mod encode;
mod footer;
mod group;
mod thrift;

pub use footer::{MAGIC, footer};
pub use group::{Encoder, Group};

/// A number that stands for "none" in a column of numbers that may be missing.
pub const NO_NUMBER: u32 = u32::MAX;

/// What a column holds, and so how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whole numbers of which few are different.
    Small,
    /// Whole numbers that go up one by one, or stay.
    Counter,
    /// Whole numbers without order.
    Bits,
    /// Measured numbers.
    Real,
    /// Yes or no.
    YesNo,
    /// One of a list of words, by its place in the list.
    Word,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// May a value be missing? Then [`NO_NUMBER`] or a NaN says so. Never for yes or
    /// no and for words.
    pub optional: bool,
    /// The list, for words; else empty.
    pub words: Vec<String>,
}

/// The values of a column in some rows.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Values {
    /// Whole numbers, or places in a list of words.
    Numbers(Vec<u32>),
    /// Measured numbers.
    Reals(Vec<f32>),
    /// Yes or no.
    Flags(Vec<bool>),
}

impl Values {
    /// An empty column of a kind.
    pub fn new(kind: Kind) -> Self {
        match kind {
            Kind::Real => Self::Reals(Vec::new()),
            Kind::YesNo => Self::Flags(Vec::new()),
            Kind::Small | Kind::Counter | Kind::Bits | Kind::Word => Self::Numbers(Vec::new()),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(values) => values.len(),
            Self::Reals(values) => values.len(),
            Self::Flags(values) => values.len(),
        }
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Leaves none, and keeps the memory.
    pub fn clear(&mut self) {
        match self {
            Self::Numbers(values) => values.clear(),
            Self::Reals(values) => values.clear(),
            Self::Flags(values) => values.clear(),
        }
    }
}
