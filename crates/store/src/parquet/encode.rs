//! Values as bytes, in the encodings of the Parquet format.

use crate::parquet::thrift::{varint, zigzag};

/// Equal values in a row that are worth a run of their own.
const RUN: usize = 64;

/// Runs of equal values and values packed in `width` bits, at most 16, mixed ("RLE /
/// bit-packed hybrid").
pub fn hybrid(values: &[u32], width: u32, bytes: &mut Vec<u8>) {
    let mut packed_from = 0;
    let mut place = 0;
    // Packed values come by eights, so a run is looked for where an eight begins.
    while place + RUN <= values.len() {
        let value = values[place];
        if values[place..place + 8].iter().any(|other| *other != value) {
            place += 8;
            continue;
        }
        let run = values[place..].iter().take_while(|other| **other == value).count();
        if run < RUN {
            place += run / 8 * 8;
            continue;
        }
        pack(&values[packed_from..place], width, bytes);
        varint(bytes, (run as u64) << 1);
        bytes.extend_from_slice(&value.to_le_bytes()[..width.div_ceil(8) as usize]);
        place += run;
        packed_from = place;
    }
    pack(&values[packed_from..], width, bytes);
}

/// Values by eights; the last eight is filled up with zeros.
fn pack(values: &[u32], width: u32, bytes: &mut Vec<u8>) {
    if values.is_empty() {
        return;
    }
    varint(bytes, (values.len().div_ceil(8) as u64) << 1 | 1);
    if width == 8 {
        bytes.extend(values.iter().map(|value| *value as u8));
        bytes.resize(bytes.len() + values.len().next_multiple_of(8) - values.len(), 0);
        return;
    }
    for eight in values.chunks(8) {
        let mut bits = 0u128;
        for (place, value) in eight.iter().enumerate() {
            bits |= u128::from(*value) << (place as u32 * width);
        }
        bytes.extend_from_slice(&bits.to_le_bytes()[..width as usize]);
    }
}

/// Values in a block and in each of its parts.
const BLOCK: usize = 128;
const PART: usize = 32;

/// Differences between neighbours, packed ("DELTA_BINARY_PACKED").
pub fn differences(values: &[u32], bytes: &mut Vec<u8>) {
    varint(bytes, BLOCK as u64);
    varint(bytes, (BLOCK / PART) as u64);
    varint(bytes, values.len() as u64);
    let first = values.first().copied().unwrap_or(0);
    varint(bytes, zigzag(i64::from(first as i32)));
    let mut steps = [0i32; BLOCK];
    let mut before = first;
    for block in values.get(1..).unwrap_or_default().chunks(BLOCK) {
        for (step, value) in steps.iter_mut().zip(block) {
            *step = value.wrapping_sub(before) as i32;
            before = *value;
        }
        let steps = &steps[..block.len()];
        let smallest = steps.iter().copied().min().unwrap_or(0);
        varint(bytes, zigzag(i64::from(smallest)));
        let above = |step: &i32| step.wrapping_sub(smallest) as u32;
        let widths = bytes.len();
        bytes.resize(widths + BLOCK / PART, 0);
        for (index, part) in steps.chunks(PART).enumerate() {
            let largest = part.iter().map(above).max().unwrap_or(0);
            let width = 32 - largest.leading_zeros();
            bytes[widths + index] = width as u8;
            let end = bytes.len() + PART * width as usize / 8;
            let (mut bits, mut filled) = (0u64, 0);
            for step in part {
                bits |= u64::from(above(step)) << filled;
                filled += width;
                while filled >= 8 {
                    bytes.push(bits as u8);
                    bits >>= 8;
                    filled -= 8;
                }
            }
            if filled > 0 {
                bytes.push(bits as u8);
            }
            bytes.resize(end, 0);
        }
    }
}

/// Numbers as they are, the lowest byte first ("PLAIN").
pub fn plain(values: &[u32], bytes: &mut Vec<u8>) {
    bytes.extend(values.iter().flat_map(|value| value.to_le_bytes()));
}

/// First the lowest byte of every number, then the next of every number, and so on
/// ("BYTE_STREAM_SPLIT"): bytes of one place are alike, which compresses well.
pub fn split_bytes(values: &[f32], bytes: &mut Vec<u8>) {
    for place in 0..4 {
        bytes.extend(values.iter().map(|value| (value.to_bits() >> (8 * place)) as u8));
    }
}

/// One bit each, the lowest bit first ("PLAIN" for yes or no).
pub fn bits(values: &[bool], bytes: &mut Vec<u8>) {
    bytes.extend(values.chunks(8).map(|eight| {
        eight.iter().enumerate().fold(0u8, |byte, (place, value)| byte | u8::from(*value) << place)
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_values_are_those_of_the_format_s_own_example() {
        // The description of the format packs 0..=7 in three bits so.
        let mut bytes = Vec::new();
        hybrid(&[0, 1, 2, 3, 4, 5, 6, 7], 3, &mut bytes);
        assert_eq!(bytes, [3, 0b1000_1000, 0b1100_0110, 0b1111_1010]);
    }

    #[test]
    fn a_long_run_takes_a_few_bytes_and_begins_after_an_eight() {
        let mut values = vec![1, 2, 3];
        values.extend([5; 100]);
        let mut bytes = Vec::new();
        hybrid(&values, 8, &mut bytes);
        // Eight packed, of which five belong to the run, then 95 in a run.
        assert_eq!(bytes, [3, 1, 2, 3, 5, 5, 5, 5, 5, 95 << 1 & 0x7f | 0x80, 1, 5]);
    }

    #[test]
    fn counting_up_takes_no_bits() {
        let values: Vec<u32> = (7..7 + 129).collect();
        let mut bytes = Vec::new();
        differences(&values, &mut bytes);
        // 128 a block in 4 parts, 129 values from 7, steps of 1 in no bits.
        assert_eq!(bytes, [0x80, 1, 4, 0x81, 1, 14, 2, 0, 0, 0, 0]);
    }

    #[test]
    fn steps_are_packed_above_the_smallest() {
        let mut bytes = Vec::new();
        differences(&[7, 5, 3, 1, 2, 3, 4, 5], &mut bytes);
        // The format's own example: smallest step −2, the others 0 0 0 3 3 3 3 above it.
        let packed = [0b1100_0000, 0b0011_1111, 0, 0, 0, 0, 0, 0];
        assert_eq!(bytes[..6], [0x80, 1, 4, 8, 14, 3]);
        assert_eq!(bytes[6..10], [2, 0, 0, 0]);
        assert_eq!(bytes[10..], packed);
    }

    #[test]
    fn bytes_of_a_place_stand_together() {
        let mut bytes = Vec::new();
        let values = [0x4433_2211, 0x8877_6655].map(f32::from_bits);
        split_bytes(&values, &mut bytes);
        assert_eq!(bytes, [0x11, 0x55, 0x22, 0x66, 0x33, 0x77, 0x44, 0x88]);
    }

    #[test]
    fn nine_flags_take_two_bytes() {
        let mut bytes = Vec::new();
        let mut flags = [false; 9];
        flags[1] = true;
        flags[8] = true;
        bits(&flags, &mut bytes);
        assert_eq!(bytes, [2, 1]);
    }
}
