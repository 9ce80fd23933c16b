//! Columns as pages, pages as a row group.

use std::io;

use serde::{Deserialize, Serialize};

use crate::parquet::thrift::Compact;
use crate::parquet::{Field, Kind, NO_NUMBER, Values, encode};

/// Encodings as the format numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Plain = 0,
    Hybrid = 3,
    Differences = 5,
    Dictionary = 8,
    SplitBytes = 9,
}

/// What is known of a column of a row group without reading it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// Bytes of the dictionary with its header; 0 without one.
    pub(super) dictionary: u32,
    /// Bytes of all pages with their headers.
    pub(super) bytes: u32,
    /// The same before compression.
    pub(super) plain_bytes: u32,
    /// Values that are missing.
    pub(super) missing: u32,
    /// Smallest and largest of whole numbers.
    pub(super) range: Option<(u32, u32)>,
}

/// What is known of a row group without reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Rows.
    pub rows: u32,
    /// Its columns, in their order.
    pub chunks: Vec<Chunk>,
}

impl Group {
    /// Bytes that the group takes in a file.
    pub fn bytes(&self) -> u64 {
        self.chunks.iter().map(|chunk| u64::from(chunk.bytes)).sum()
    }
}

/// Whole numbers below this may have a dictionary.
const DICTIONARY_LIMIT: usize = 1 << 16;

/// Makes row groups; keeps the memory that this takes.
pub struct Encoder {
    compressor: zstd::bulk::Compressor<'static>,
    page: Vec<u8>,
    present: Vec<bool>,
    indices: Vec<u32>,
    levels: Vec<u32>,
    numbers: Vec<u32>,
    measures: Vec<f32>,
}

impl Encoder {
    /// With a level of compression, as Zstandard counts them.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn new(level: i32) -> io::Result<Self> {
        Ok(Self {
            compressor: zstd::bulk::Compressor::new(level)?,
            page: Vec::new(),
            present: Vec::new(),
            indices: Vec::new(),
            levels: Vec::new(),
            numbers: Vec::new(),
            measures: Vec::new(),
        })
    }

    /// Makes a row group of columns of the same length; its bytes are put behind
    /// those that are there.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn group(
        &mut self,
        fields: &[Field],
        columns: &[Values],
        bytes: &mut Vec<u8>,
    ) -> io::Result<Group> {
        let mut chunks = Vec::with_capacity(fields.len());
        for (field, values) in fields.iter().zip(columns) {
            chunks.push(self.column(field, values, bytes)?);
        }
        Ok(Group { rows: columns.first().map_or(0, Values::len) as u32, chunks })
    }

    fn column(&mut self, field: &Field, values: &Values, bytes: &mut Vec<u8>) -> io::Result<Chunk> {
        let mut pages = Pages { begin: bytes.len(), bytes, dictionary: 0, plain_bytes: 0 };
        self.page.clear();
        self.levels(field, values);
        let (mut missing, mut range) = (0, None);
        let encoding = match values {
            Values::Flags(flags) => {
                encode::bits(flags, &mut self.page);
                Encoding::Plain
            }
            Values::Reals(measures) => {
                let known = if field.optional {
                    self.measures.clear();
                    self.measures.extend(measures.iter().filter(|value| !value.is_nan()));
                    &self.measures
                } else {
                    measures
                };
                missing = measures.len() - known.len();
                encode::split_bytes(known, &mut self.page);
                Encoding::SplitBytes
            }
            Values::Numbers(numbers) => {
                let mut known = std::mem::take(&mut self.numbers);
                known.clear();
                if field.optional {
                    known.extend(numbers.iter().filter(|value| **value != NO_NUMBER));
                } else {
                    known.extend_from_slice(numbers);
                }
                missing = numbers.len() - known.len();
                if field.kind != Kind::Word {
                    let smallest = known.iter().min().copied();
                    range = smallest.zip(known.iter().max().copied());
                }
                let encoding = self.numbers(field, &known, range, &mut pages)?;
                self.numbers = known;
                encoding
            }
        };
        pages.data(&self.page, values.len(), encoding, &mut self.compressor)?;
        Ok(Chunk {
            dictionary: pages.dictionary as u32,
            bytes: (pages.bytes.len() - pages.begin) as u32,
            plain_bytes: pages.plain_bytes as u32,
            missing: missing as u32,
            range,
        })
    }

    /// Which values are there, at the beginning of a page.
    fn levels(&mut self, field: &Field, values: &Values) {
        if !field.optional {
            return;
        }
        self.levels.clear();
        match values {
            Values::Numbers(numbers) => {
                self.levels.extend(numbers.iter().map(|value| u32::from(*value != NO_NUMBER)))
            }
            Values::Reals(measures) => {
                self.levels.extend(measures.iter().map(|value| u32::from(!value.is_nan())))
            }
            Values::Flags(flags) => self.levels.resize(flags.len(), 1),
        }
        self.page.extend([0; 4]);
        encode::hybrid(&self.levels, 1, &mut self.page);
        let length = (self.page.len() - 4) as u32;
        self.page[..4].copy_from_slice(&length.to_le_bytes());
    }

    fn numbers(
        &mut self,
        field: &Field,
        known: &[u32],
        range: Option<(u32, u32)>,
        pages: &mut Pages,
    ) -> io::Result<Encoding> {
        match (field.kind, range) {
            (Kind::Counter, _) => {
                encode::differences(known, &mut self.page);
                Ok(Encoding::Differences)
            }
            (Kind::Word, _) => {
                let mut words = Vec::new();
                for word in &field.words {
                    words.extend((word.len() as u32).to_le_bytes());
                    words.extend(word.as_bytes());
                }
                pages.dictionary(&words, field.words.len(), &mut self.compressor)?;
                self.places(known, field.words.len());
                Ok(Encoding::Dictionary)
            }
            (Kind::Small, Some((_, largest))) if (largest as usize) < DICTIONARY_LIMIT => {
                self.present.clear();
                self.present.resize(largest as usize + 1, false);
                for value in known {
                    self.present[*value as usize] = true;
                }
                let mut dictionary = Vec::new();
                self.indices.clear();
                for (value, present) in self.present.iter().enumerate() {
                    self.indices.push(dictionary.len() as u32 / 4);
                    if *present {
                        dictionary.extend((value as u32).to_le_bytes());
                    }
                }
                let different = dictionary.len() / 4;
                pages.dictionary(&dictionary, different, &mut self.compressor)?;
                let indices = &self.indices;
                let places: Vec<u32> = known.iter().map(|value| indices[*value as usize]).collect();
                self.places(&places, different);
                Ok(Encoding::Dictionary)
            }
            _ => {
                encode::plain(known, &mut self.page);
                Ok(Encoding::Plain)
            }
        }
    }

    /// Places in a dictionary. Whole bytes where a few bits would do: Zstandard then
    /// sees what is frequent, and makes less of it than the few bits.
    fn places(&mut self, places: &[u32], different: usize) {
        let width = match different {
            0..=2 => 1,
            3..=256 => 8,
            _ => usize::BITS - (different - 1).leading_zeros(),
        };
        self.page.push(width as u8);
        encode::hybrid(places, width, &mut self.page);
    }
}

/// The pages of a column as they are written.
struct Pages<'a> {
    begin: usize,
    bytes: &'a mut Vec<u8>,
    dictionary: usize,
    plain_bytes: usize,
}

impl Pages<'_> {
    fn dictionary(
        &mut self,
        page: &[u8],
        values: usize,
        compressor: &mut zstd::bulk::Compressor<'static>,
    ) -> io::Result<()> {
        self.page(page, compressor, |compressed| {
            let mut header = Compact::new();
            header.integer(1, DICTIONARY_PAGE);
            header.integer(2, page.len() as i32);
            header.integer(3, compressed as i32);
            header.begin(7);
            header.integer(1, values as i32);
            header.integer(2, Encoding::Plain as i32);
            header.end();
            header.finish()
        })?;
        self.dictionary = self.bytes.len() - self.begin;
        Ok(())
    }

    fn data(
        &mut self,
        page: &[u8],
        values: usize,
        encoding: Encoding,
        compressor: &mut zstd::bulk::Compressor<'static>,
    ) -> io::Result<()> {
        self.page(page, compressor, |compressed| {
            let mut header = Compact::new();
            header.integer(1, DATA_PAGE);
            header.integer(2, page.len() as i32);
            header.integer(3, compressed as i32);
            header.begin(5);
            header.integer(1, values as i32);
            header.integer(2, encoding as i32);
            header.integer(3, Encoding::Hybrid as i32);
            header.integer(4, Encoding::Hybrid as i32);
            header.end();
            header.finish()
        })
    }

    fn page(
        &mut self,
        page: &[u8],
        compressor: &mut zstd::bulk::Compressor<'static>,
        header: impl Fn(usize) -> Vec<u8>,
    ) -> io::Result<()> {
        let compressed = compressor.compress(page)?;
        let header = header(compressed.len());
        self.plain_bytes += header.len() + page.len();
        self.bytes.extend_from_slice(&header);
        self.bytes.extend_from_slice(&compressed);
        Ok(())
    }
}

/// Kinds of pages as the format numbers them.
const DATA_PAGE: i32 = 0;
const DICTIONARY_PAGE: i32 = 2;
