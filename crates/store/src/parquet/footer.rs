//! The end of a Parquet file: what its columns are, and where each row group stands.

use crate::parquet::group::{Chunk, Encoding, Group};
use crate::parquet::thrift::{Compact, Element};
use crate::parquet::{Field, Kind};

/// The four letters that begin and end a file.
pub const MAGIC: [u8; 4] = *b"PAR1";

/// Types as the format numbers them.
const BOOLEAN: i32 = 0;
const INTEGER: i32 = 1;
const FLOAT: i32 = 4;
const BYTES: i32 = 6;

/// Older names of text and of unsigned numbers of 32 bits, for older readers.
const OLDER_TEXT: i32 = 0;
const OLDER_UNSIGNED: i32 = 13;

/// Zstandard.
const ZSTANDARD: i32 = 6;

/// Whole numbers are 32 bits wide when they are read, however few they take in the
/// file: narrower ones are an option of some readers that not everybody has chosen.
const BITS: u8 = 32;

/// The end of a file whose groups stand one after another behind [`MAGIC`].
///
/// `facts` are names and texts about the table as a whole.
pub fn footer(
    fields: &[Field],
    groups: &[Group],
    facts: &[(String, String)],
    program: &str,
) -> Vec<u8> {
    let mut file = Compact::new();
    file.integer(1, 1);
    file.list(2, Element::Structs, fields.len() + 1);
    file.begin_element();
    file.binary(4, b"families");
    file.integer(5, fields.len() as i32);
    file.end();
    for field in fields {
        file.begin_element();
        schema(&mut file, field);
        file.end();
    }
    file.long(3, groups.iter().map(|group| i64::from(group.rows)).sum());
    file.list(4, Element::Structs, groups.len());
    let mut offset = MAGIC.len() as u64;
    for group in groups {
        file.begin_element();
        row_group(&mut file, fields, group, offset);
        file.end();
        offset += group.bytes();
    }
    file.list(5, Element::Structs, facts.len());
    for (name, text) in facts {
        file.begin_element();
        file.binary(1, name.as_bytes());
        file.binary(2, text.as_bytes());
        file.end();
    }
    file.binary(6, program.as_bytes());
    file.list(7, Element::Structs, fields.len());
    for _ in fields {
        // Values are ordered as their type is.
        file.begin_element();
        file.begin(1);
        file.end();
        file.end();
    }
    let mut bytes = file.finish();
    let length = bytes.len() as u32;
    bytes.extend(length.to_le_bytes());
    bytes.extend(MAGIC);
    bytes
}

fn schema(file: &mut Compact, field: &Field) {
    file.integer(1, physical(field.kind));
    file.integer(3, i32::from(field.optional));
    file.binary(4, field.name.as_bytes());
    match field.kind {
        Kind::Word => {
            file.integer(6, OLDER_TEXT);
            file.begin(10);
            file.begin(1);
            file.end();
            file.end();
        }
        Kind::Small | Kind::Counter | Kind::Bits => {
            file.integer(6, OLDER_UNSIGNED);
            file.begin(10);
            file.begin(10);
            file.byte(1, BITS);
            file.flag(2, false);
            file.end();
            file.end();
        }
        Kind::Real | Kind::YesNo => {}
    }
}

fn physical(kind: Kind) -> i32 {
    match kind {
        Kind::Small | Kind::Counter | Kind::Bits => INTEGER,
        Kind::Real => FLOAT,
        Kind::YesNo => BOOLEAN,
        Kind::Word => BYTES,
    }
}

fn row_group(file: &mut Compact, fields: &[Field], group: &Group, begin: u64) {
    file.list(1, Element::Structs, fields.len());
    let mut offset = begin;
    let mut plain_bytes = 0;
    for (field, chunk) in fields.iter().zip(&group.chunks) {
        file.begin_element();
        file.long(2, 0);
        file.begin(3);
        column(file, field, chunk, group.rows, offset);
        file.end();
        file.end();
        offset += u64::from(chunk.bytes);
        plain_bytes += i64::from(chunk.plain_bytes);
    }
    file.long(2, plain_bytes);
    file.long(3, i64::from(group.rows));
    file.long(5, begin as i64);
    file.long(6, group.bytes() as i64);
}

fn column(file: &mut Compact, field: &Field, chunk: &Chunk, rows: u32, offset: u64) {
    file.integer(1, physical(field.kind));
    let values = match (field.kind, chunk.dictionary) {
        (Kind::Real, _) => Encoding::SplitBytes,
        (Kind::Counter, _) => Encoding::Differences,
        (_, 0) => Encoding::Plain,
        _ => Encoding::Dictionary,
    };
    let mut encodings = vec![values];
    if values == Encoding::Dictionary {
        encodings.push(Encoding::Plain);
    }
    if field.optional || values == Encoding::Dictionary {
        encodings.push(Encoding::Hybrid);
    }
    file.list(2, Element::Integers, encodings.len());
    for encoding in encodings {
        file.element_integer(encoding as i32);
    }
    file.list(3, Element::Texts, 1);
    file.element_binary(field.name.as_bytes());
    file.integer(4, ZSTANDARD);
    file.long(5, i64::from(rows));
    file.long(6, i64::from(chunk.plain_bytes));
    file.long(7, i64::from(chunk.bytes));
    file.long(9, (offset + u64::from(chunk.dictionary)) as i64);
    if chunk.dictionary > 0 {
        file.long(11, offset as i64);
    }
    file.begin(12);
    file.long(3, i64::from(chunk.missing));
    if let Some((smallest, largest)) = chunk.range {
        file.binary(5, &largest.to_le_bytes());
        file.binary(6, &smallest.to_le_bytes());
    }
    file.end();
}
