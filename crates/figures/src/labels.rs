//! Fitting words into figures: wrapping, shortening, and moving labels apart.

use crate::fonts::{self, Weight};

/// Breaks text into lines no wider than `width`, at spaces and after hyphens;
/// a word that is wider than a line is broken anywhere.
pub fn wrap(text: &str, width: f64, size: f64, weight: Weight) -> Vec<String> {
    let fits = |line: &str| fonts::width(line, size, weight) <= width;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let joined = format!("{line}{piece}");
        if fits(joined.trim_end()) {
            line = joined;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        line = String::new();
        for character in piece.chars() {
            line.push(character);
            if !fits(line.trim_end()) && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(character);
            }
        }
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Words with the space or hyphen that follows them.
fn pieces(text: &str) -> Vec<&str> {
    text.split_inclusive([' ', '-', '/', '–']).collect()
}

/// Wraps into at most `most` lines; what is too long loses words of its middle,
/// because names of designs often begin alike and differ at the end. A long word
/// loses letters.
pub fn wrap_at_most(text: &str, most: usize, width: f64, size: f64, weight: Weight) -> Vec<String> {
    let lines = wrap(text, width, size, weight);
    if lines.len() <= most {
        return lines;
    }
    let words: Vec<&str> = text.split(' ').collect();
    for kept in (2..words.len()).rev() {
        let head = words[..kept.div_ceil(2)].join(" ");
        let tail = words[words.len() - kept / 2..].join(" ");
        let lines = wrap(&format!("{head} … {tail}"), width, size, weight);
        if lines.len() <= most {
            return lines;
        }
    }
    let characters: Vec<char> = text.chars().collect();
    for kept in (2..characters.len()).rev() {
        let head: String = characters[..kept.div_ceil(2)].iter().collect();
        let tail: String = characters[characters.len() - kept / 2..].iter().collect();
        let lines =
            wrap(&format!("{}… {}", head.trim_end(), tail.trim_start()), width, size, weight);
        if lines.len() <= most {
            return lines;
        }
    }
    lines.into_iter().take(most).collect()
}

/// Moves spans on a line apart so that none overlap, each as near to its wish as
/// the others allow. `wishes` are (middle, length); all must lie in `range` if
/// they fit there at all. Returns the middles in the order given.
pub fn spread(wishes: &[(f64, f64)], range: (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|&left, &right| wishes[left].0.total_cmp(&wishes[right].0));
    // Blocks of touching spans: each sits at the mean wish of its members.
    struct Block {
        members: Vec<usize>,
        start: f64,
        length: f64,
    }
    let place = |members: &[usize], length: f64| {
        let mut offset = 0.0;
        let mut sum = 0.0;
        for &member in members {
            sum += wishes[member].0 - wishes[member].1 / 2.0 - offset;
            offset += wishes[member].1;
        }
        let start = sum / members.len() as f64;
        start.min(range.1 - length).max(range.0)
    };
    let mut blocks: Vec<Block> = Vec::new();
    for index in order {
        let length = wishes[index].1;
        let mut block = Block { start: place(&[index], length), members: vec![index], length };
        while let Some(previous) = blocks.last() {
            if previous.start + previous.length <= block.start {
                break;
            }
            let mut members = blocks.pop().map(|block| block.members).unwrap_or_default();
            members.append(&mut block.members);
            let length = members.iter().map(|&member| wishes[member].1).sum();
            block = Block { start: place(&members, length), members, length };
        }
        blocks.push(block);
    }
    let mut middles = vec![0.0; wishes.len()];
    for block in blocks {
        let mut edge = block.start;
        for member in block.members {
            middles[member] = edge + wishes[member].1 / 2.0;
            edge += wishes[member].1;
        }
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_name_keeps_both_ends() {
        let lines = wrap_at_most(
            "Intensive family preservation at home, twice weekly, with respite home",
            2,
            150.0,
            12.0,
            Weight::Regular,
        );
        assert_eq!(lines.len(), 2);
        let text = lines.join(" ");
        assert!(text.starts_with("Intensive") && text.ends_with("home") && text.contains('…'));
    }

    #[test]
    fn no_letter_is_lost_when_a_word_is_wider_than_the_line() {
        let word = "barnevernsinstitusjonsplasseringsvedtak";
        let lines = wrap(word, 60.0, 12.0, Weight::Regular);
        assert!(lines.len() > 2);
        assert_eq!(lines.concat(), word);
    }

    proptest! {
        #[test]
        fn spread_spans_never_overlap_and_stay_in_range(
            middles in proptest::collection::vec(0.0..100.0f64, 1..12)
        ) {
            let wishes: Vec<(f64, f64)> = middles.iter().map(|&middle| (middle, 8.0)).collect();
            let mut placed = spread(&wishes, (0.0, 100.0));
            placed.sort_by(f64::total_cmp);
            prop_assert!(placed[0] >= 4.0 - 1e-9);
            prop_assert!(placed[placed.len() - 1] <= 96.0 + 1e-9);
            for pair in placed.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 8.0 - 1e-9);
            }
        }

        #[test]
        fn wrapped_lines_fit(text in "[a-zæøå \\-]{0,80}", width in 30.0..200.0f64) {
            for line in wrap(&text, width, 12.0, Weight::Regular) {
                prop_assert!(fonts::width(&line, 12.0, Weight::Regular) <= width);
            }
        }
    }
}
