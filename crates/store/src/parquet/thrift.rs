//! Thrift's compact notation, as far as Parquet's headers and footer need it.

/// Types as the notation numbers them.
const TRUE: u8 = 1;
const FALSE: u8 = 2;
const BYTE: u8 = 3;
const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// What a list holds.
#[derive(Clone, Copy, Debug)]
pub enum Element {
    /// Whole numbers of 32 bits.
    Integers = I32 as isize,
    /// Texts.
    Texts = BINARY as isize,
    /// Structs.
    Structs = STRUCT as isize,
}

/// A struct under way. Fields are written in the order of their numbers.
#[derive(Debug, Default)]
pub struct Compact {
    bytes: Vec<u8>,
    /// Number of the last field, of this struct and of those around it.
    last: Vec<i16>,
}

impl Compact {
    /// Begins a struct that stands for itself.
    pub fn new() -> Self {
        Self { bytes: Vec::new(), last: vec![0] }
    }

    /// Ends it.
    pub fn finish(mut self) -> Vec<u8> {
        self.end();
        self.bytes
    }

    /// A whole number.
    pub fn integer(&mut self, field: i16, value: i32) {
        self.field(field, I32);
        self.zigzag(i64::from(value));
    }

    /// A long whole number.
    pub fn long(&mut self, field: i16, value: i64) {
        self.field(field, I64);
        self.zigzag(value);
    }

    /// A whole number of one byte.
    pub fn byte(&mut self, field: i16, value: u8) {
        self.field(field, BYTE);
        self.bytes.push(value);
    }

    /// Yes or no.
    pub fn flag(&mut self, field: i16, value: bool) {
        self.field(field, if value { TRUE } else { FALSE });
    }

    /// Bytes, or a text.
    pub fn binary(&mut self, field: i16, value: &[u8]) {
        self.field(field, BINARY);
        self.element_binary(value);
    }

    /// Begins a struct; [`Compact::end`] ends it.
    pub fn begin(&mut self, field: i16) {
        self.field(field, STRUCT);
        self.last.push(0);
    }

    /// Begins a struct in a list; [`Compact::end`] ends it.
    pub fn begin_element(&mut self) {
        self.last.push(0);
    }

    /// Ends a struct.
    pub fn end(&mut self) {
        self.bytes.push(0);
        self.last.pop();
    }

    /// Begins a list of so many elements, which follow.
    pub fn list(&mut self, field: i16, of: Element, length: usize) {
        self.field(field, LIST);
        let kind = of as u8;
        if length < 15 {
            self.bytes.push((length as u8) << 4 | kind);
        } else {
            self.bytes.push(0xf0 | kind);
            varint(&mut self.bytes, length as u64);
        }
    }

    /// A whole number in a list.
    pub fn element_integer(&mut self, value: i32) {
        self.zigzag(i64::from(value));
    }

    /// Bytes or a text in a list.
    pub fn element_binary(&mut self, value: &[u8]) {
        varint(&mut self.bytes, value.len() as u64);
        self.bytes.extend_from_slice(value);
    }

    fn field(&mut self, field: i16, kind: u8) {
        let last = self.last.last_mut();
        let step = field - last.as_deref().copied().unwrap_or(0);
        if let Some(last) = last {
            *last = field;
        }
        if (1..=15).contains(&step) {
            self.bytes.push((step as u8) << 4 | kind);
        } else {
            self.bytes.push(kind);
            self.zigzag(i64::from(field));
        }
    }

    fn zigzag(&mut self, value: i64) {
        varint(&mut self.bytes, zigzag(value));
    }
}

/// Whole numbers with a sign as those without: small ones stay small.
pub fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// Seven bits a byte, the lowest first.
pub fn varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_notation_says() {
        let mut bytes = Vec::new();
        varint(&mut bytes, 300);
        assert_eq!(bytes, [0xac, 0x02]);
        assert_eq!([0, -1, 1, -2].map(zigzag), [0, 1, 2, 3]);
        assert_eq!(zigzag(i64::MIN), u64::MAX);
    }

    #[test]
    fn fields_stand_with_the_step_from_the_last_one() {
        let mut whole = Compact::new();
        whole.integer(1, -1);
        whole.begin(3);
        whole.flag(2, true);
        whole.end();
        whole.list(20, Element::Integers, 2);
        whole.element_integer(1);
        whole.element_integer(64);
        assert_eq!(whole.finish(), [0x15, 1, 0x2c, 0x21, 0, 0x09, 40, 0x25, 2, 0x80, 1, 0]);
    }
}
