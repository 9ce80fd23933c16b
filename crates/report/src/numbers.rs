//! Numbers and dates as people write them in each language.

use crate::language::Language;
use crate::results::Estimate;

/// A space that breaks no line and is narrow.
const NARROW_SPACE: char = '\u{202f}';
const MINUS: char = '−';

pub use homeground_figures::number::Kind;

impl Language {
    /// A number with so many decimals.
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        let digits = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let is_zero = digits.chars().all(|digit| matches!(digit, '0' | '.'));
        let mut text = String::new();
        if value < 0.0 && !is_zero {
            text.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            let left = whole.len() - index;
            // Four digits are read without a gap.
            if index > 0 && left % 3 == 0 && (whole.len() > 4 || self == Language::English) {
                text.push(match self {
                    Language::English => ',',
                    Language::Norwegian => NARROW_SPACE,
                });
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(match self {
                Language::English => '.',
                Language::Norwegian => ',',
            });
            text.push_str(fraction);
        }
        text
    }

    /// A number with about three digits that count.
    pub fn quantity(self, value: f64) -> String {
        self.decimal(value, quantity_decimals(value))
    }

    /// A whole number.
    pub fn whole(self, value: u64) -> String {
        self.decimal(value as f64, 0)
    }

    /// A share in per cent.
    pub fn percent(self, share: f64) -> String {
        let percent = share * 100.0;
        if percent > 0.0 && percent < 0.05 {
            return format!("<{}", self.with_percent_sign(self.decimal(0.1, 1)));
        }
        self.with_percent_sign(self.decimal(percent, percent_decimals(percent)))
    }

    /// A share in whole per cent.
    pub fn percent_whole(self, share: f64) -> String {
        self.with_percent_sign(self.decimal(share * 100.0, 0))
    }

    fn with_percent_sign(self, number: String) -> String {
        match self {
            Language::English => format!("{number}%"),
            Language::Norwegian => format!("{number}{NARROW_SPACE}%"),
        }
    }

    /// A value of this kind.
    pub fn value(self, value: f64, kind: Kind) -> String {
        match kind {
            Kind::Share => self.percent(value),
            Kind::Money => self.decimal(to_three_digits(value), 0),
            Kind::Quantity => self.quantity(value),
        }
    }

    /// From one end to the other.
    pub fn range(self, (lower, upper): (f64, f64), kind: Kind) -> String {
        let larger = lower.abs().max(upper.abs());
        let write = |value: f64| match kind {
            Kind::Share => {
                let percent = value * 100.0;
                self.decimal(percent, percent_decimals(larger * 100.0))
            }
            Kind::Money => self.decimal(to_three_digits(value), 0),
            Kind::Quantity => self.decimal(value, quantity_decimals(larger)),
        };
        let joined = self.between(&write(lower), &write(upper), lower < 0.0);
        if kind == Kind::Share {
            self.with_percent_sign(joined)
        } else {
            joined
        }
    }

    /// Joins the ends of a range; a dash beside a minus would be hard to read.
    pub fn between(self, lower: &str, upper: &str, has_minus: bool) -> String {
        match (has_minus, self) {
            (false, _) => format!("{lower}–{upper}"),
            (true, Language::English) => format!("{lower} to {upper}"),
            (true, Language::Norwegian) => format!("{lower} til {upper}"),
        }
    }

    /// A value and its interval in brackets, if it has one.
    pub fn estimate(self, estimate: Estimate, kind: Kind) -> String {
        match estimate.interval {
            Some(interval) => format!(
                "{} ({})",
                self.value(estimate.value, kind),
                self.range(interval, kind)
            ),
            None => self.value(estimate.value, kind),
        }
    }

    /// A difference with its sign.
    pub fn signed(self, value: f64, kind: Kind) -> String {
        let text = match kind {
            Kind::Share => self.decimal(value * 100.0, percent_decimals(value * 100.0)),
            _ => self.value(value, kind),
        };
        let is_zero = !text.chars().any(|digit| ('1'..='9').contains(&digit));
        if value > 0.0 && !is_zero {
            format!("+{text}")
        } else {
            text
        }
    }

    /// Day, month and year of a moment written as `2026-11-22T...`; other text stays as it is.
    pub fn date(self, moment: &str) -> String {
        let parts: Vec<&str> = moment.get(..10).unwrap_or_default().split('-').collect();
        let numbers: Vec<usize> = parts.iter().filter_map(|part| part.parse().ok()).collect();
        let (&[year, month, day], months) = (numbers.as_slice(), self.months()) else {
            return moment.to_owned();
        };
        match (months.get(month.wrapping_sub(1)), self) {
            (Some(name), Language::English) => format!("{day} {name} {year}"),
            (Some(name), Language::Norwegian) => format!("{day}. {name} {year}"),
            (None, _) => moment.to_owned(),
        }
    }

    fn months(self) -> [&'static str; 12] {
        match self {
            Language::English => [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
            Language::Norwegian => [
                "januar",
                "februar",
                "mars",
                "april",
                "mai",
                "juni",
                "juli",
                "august",
                "september",
                "oktober",
                "november",
                "desember",
            ],
        }
    }

    /// Names in a sentence: "a, b and c".
    pub fn list(self, names: &[String]) -> String {
        let and = match self {
            Language::English => "and",
            Language::Norwegian => "og",
        };
        match names {
            [] => String::new(),
            [name] => name.clone(),
            [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
        }
    }
}

fn percent_decimals(percent: f64) -> usize {
    if percent == 0.0 || percent.abs() >= 99.95 {
        0
    } else {
        1
    }
}

fn quantity_decimals(value: f64) -> usize {
    match value.abs() {
        0.0 => 0,
        small if small < 0.1 => 3,
        small if small < 10.0 => 2,
        middle if middle < 100.0 => 1,
        _ => 0,
    }
}

/// Money to three digits that count: more would pretend to know prices better than we do.
fn to_three_digits(value: f64) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    let unit = 10f64.powf((value.abs().log10().floor() - 2.0).max(0.0));
    (value / unit).round() * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(Language::English.decimal(-1234.56, 1), "−1,234.6");
        assert_eq!(
            Language::Norwegian.decimal(-12345.67, 1),
            "−12\u{202f}345,7"
        );
        assert_eq!(Language::English.decimal(-0.01, 1), "0.0");
        assert_eq!(Language::English.percent(0.05204), "5.2%");
        assert_eq!(Language::Norwegian.percent(0.05204), "5,2\u{202f}%");
        assert_eq!(Language::English.percent(0.0), "0%");
        assert_eq!(Language::English.percent(0.0001), "<0.1%");
        assert_eq!(
            Language::English.range((-0.01, 0.02), Kind::Share),
            "−1.0 to 2.0%"
        );
        assert_eq!(Language::English.value(123_456.0, Kind::Money), "123,000");
        assert_eq!(
            Language::Norwegian.date("2026-05-17T10:00:00Z"),
            "17. mai 2026"
        );
        assert_eq!(Language::English.date("soon"), "soon");
    }
}
