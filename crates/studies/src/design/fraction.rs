//! Regular fractions of two-level factorials: which runs, and which effects they cannot
//! tell apart (Box and Hunter 1961, "The 2^(k-p) fractional factorial designs",
//! doi:10.1080/00401706.1961.10489951).
//!
//! A term is a set of factors, one bit each. Base factors take all combinations; every
//! further factor is the product of some of them. Products that are 1 in every run are
//! the defining words; the length of the shortest is the resolution.

/// A fraction of all combinations of two-level factors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// Number of factors.
    pub factors: usize,
    /// Number of base factors; there are 2^base runs.
    pub base: usize,
    /// For each further factor, the base factors whose product it is.
    pub generators: Vec<u32>,
    /// All products that are 1 in every run, without the empty one.
    pub words: Vec<u32>,
}

impl Fraction {
    /// The smallest fraction of at least this resolution.
    pub fn new(factors: usize, resolution: u32) -> Fraction {
        for base in 1..factors {
            let mut generators = Vec::new();
            if search(factors, base, resolution, &mut generators, &mut vec![0]) {
                let mut words = vec![0];
                for (index, generator) in generators.iter().enumerate() {
                    add_word(&mut words, generator | 1 << (base + index));
                }
                words.retain(|word| *word != 0);
                words.sort_by_key(|word| (word.count_ones(), *word));
                return Fraction { factors, base, generators, words };
            }
        }
        Fraction { factors, base: factors, generators: Vec::new(), words: Vec::new() }
    }

    /// Length of the shortest defining word; none for all combinations.
    pub fn resolution(&self) -> Option<u32> {
        self.words.iter().map(|word| word.count_ones()).min()
    }

    /// The runs: level 0 or 1 of each factor. The first factor changes slowest.
    pub fn runs(&self) -> Vec<Vec<usize>> {
        (0..1u32 << self.base)
            .map(|run| {
                let mut levels: Vec<usize> = (0..self.base)
                    .map(|factor| (run >> (self.base - 1 - factor) & 1) as usize)
                    .collect();
                for generator in &self.generators {
                    // With −1 and 1 for the levels, the product is 1 when an even
                    // number of its factors are low.
                    let low = (0..self.base)
                        .filter(|factor| generator >> factor & 1 == 1 && levels[*factor] == 0)
                        .count();
                    levels.push(usize::from(low % 2 == 0));
                }
                levels
            })
            .collect()
    }

    /// Terms of at most two factors that this term cannot be told apart from.
    pub fn aliases(&self, term: u32) -> Vec<u32> {
        let mut aliases: Vec<u32> = self
            .words
            .iter()
            .map(|word| word ^ term)
            .filter(|other| (1..=2).contains(&other.count_ones()))
            .collect();
        aliases.sort_by_key(|other| (other.count_ones(), other.trailing_zeros(), *other));
        aliases
    }
}

/// Adds generators one by one until all factors have one; `words` are the products that
/// are 1 so far.
fn search(
    factors: usize,
    base: usize,
    resolution: u32,
    generators: &mut Vec<u32>,
    words: &mut Vec<u32>,
) -> bool {
    if base + generators.len() == factors {
        return true;
    }
    // Generators in ascending order: other orders are the same fraction.
    let from = generators.last().map_or(1, |last| last + 1);
    for generator in from..1 << base {
        let word = generator | 1 << (base + generators.len());
        if words.iter().any(|other| (other ^ word).count_ones() < resolution) {
            continue;
        }
        let length = words.len();
        add_word(words, word);
        generators.push(generator);
        if search(factors, base, resolution, generators, words) {
            return true;
        }
        generators.pop();
        words.truncate(length);
    }
    false
}

fn add_word(words: &mut Vec<u32>, word: u32) {
    let more: Vec<u32> = words.iter().map(|other| other ^ word).collect();
    words.extend(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_those_of_the_tables() {
        // Runs by factors and resolution, as in Box, Hunter and Hunter, table 12.15.
        for (factors, resolution, runs) in [
            (3, 3, 4),
            (4, 4, 8),
            (5, 3, 8),
            (5, 5, 16),
            (6, 3, 8),
            (6, 4, 16),
            (7, 3, 8),
            (7, 4, 16),
            (8, 4, 16),
            (8, 5, 64),
            (9, 4, 32),
            (6, 5, 32),
        ] {
            let fraction = Fraction::new(factors, resolution);
            assert_eq!(fraction.runs().len(), runs, "{factors} factors, resolution {resolution}");
            assert!(fraction.resolution() >= Some(resolution));
        }
    }

    #[test]
    fn columns_are_balanced_and_aliases_are_equal_columns() {
        let fraction = Fraction::new(6, 4);
        let runs = fraction.runs();
        let sign = |run: &Vec<usize>, term: u32| -> i32 {
            (0..6)
                .filter(|factor| term >> factor & 1 == 1)
                .map(|factor| if run[factor] == 1 { 1 } else { -1 })
                .product()
        };
        for factor in 0..6 {
            let sum: i32 = runs.iter().map(|run| sign(run, 1 << factor)).sum();
            assert_eq!(sum, 0);
            assert_eq!(fraction.aliases(1 << factor), Vec::<u32>::new());
        }
        let mut pairs_with_aliases = 0;
        for first in 0..6 {
            for second in first + 1..6 {
                let term = 1 << first | 1 << second;
                let aliases = fraction.aliases(term);
                pairs_with_aliases += usize::from(!aliases.is_empty());
                for other in aliases {
                    let same = runs.iter().all(|run| sign(run, term) == sign(run, other));
                    assert!(same);
                }
            }
        }
        assert!(pairs_with_aliases > 0);
    }

    #[test]
    fn too_few_factors_for_a_fraction_give_all_combinations() {
        let fraction = Fraction::new(3, 5);
        assert_eq!((fraction.runs().len(), fraction.resolution()), (8, None));
    }
}
