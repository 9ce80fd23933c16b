//! Numbers and dates as people write them in each language.

use std::cell::Cell;

use fluent_bundle::FluentValue;
use homeground_figures::number::{Digits, Kind, Number, is_zero};
use homeground_figures::text::Text;

use super::Words;

const MINUS: char = '−';

/// Signs that a language writes in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    decimal: Option<char>,
    group: Option<char>,
    /// From how many digits on groups are set apart.
    group_from: usize,
}

impl Signs {
    pub(super) fn new(decimal: &str, group: &str, group_from: &str) -> Signs {
        Signs {
            decimal: decimal.chars().next(),
            group: group.chars().next(),
            group_from: group_from.parse().unwrap_or(usize::MAX),
        }
    }

    /// Writes digits such as `1234.5`.
    fn write(self, digits: &str, out: &mut String) {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        for (index, digit) in whole.chars().enumerate() {
            let left = whole.len() - index;
            if index > 0 && left % 3 == 0 && whole.len() >= self.group_from {
                out.extend(self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.extend(self.decimal);
            out.push_str(fraction);
        }
    }
}

thread_local! {
    /// Signs of the language in use: Fluent calls [`write_count`] with the number alone.
    static SIGNS: Cell<Signs> = const {
        Cell::new(Signs { decimal: None, group: None, group_from: usize::MAX })
    };
}

pub(super) fn set_signs(signs: Signs) {
    SIGNS.set(signs);
}

/// Writes a number in a message by the rule of the language; all else is left to Fluent.
pub(super) fn write_count<Memoizer>(value: &FluentValue<'_>, _: &Memoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let decimals = number.options.minimum_fraction_digits.unwrap_or(0);
    let digits = format!("{:.decimals$}", number.value);
    if !number.options.use_grouping {
        return Some(digits);
    }
    let mut text = String::new();
    SIGNS.get().write(&digits, &mut text);
    Some(text)
}

impl Words {
    pub(super) fn write_number(&self, number: &Number, out: &mut String) {
        match number {
            Number::Plain(value) => out.push_str(&value.to_string()),
            Number::Shortest(value) => {
                let digits = value.abs().to_string();
                if value.is_sign_negative() {
                    out.push(MINUS);
                }
                let whole = digits.split('.').next().unwrap_or_default();
                out.push_str(whole);
                if let Some(fraction) = digits.get(whole.len() + 1..) {
                    out.extend(self.signs.decimal);
                    out.push_str(fraction);
                }
            }
            Number::Range { lower, upper, kind } => {
                self.write_range((*lower, *upper), *kind, out);
            }
            Number::Estimate { value, interval, kind } => {
                self.write_number(&Number::Value(*value, *kind), out);
                if let Some(interval) = interval {
                    out.push_str(" (");
                    self.write_range(*interval, *kind, out);
                    out.push(')');
                }
            }
            Number::Date(moment) => self.write_date(moment, out),
            Number::Whole(_)
            | Number::Decimal { .. }
            | Number::SignedDecimal { .. }
            | Number::Percent(_)
            | Number::PercentWhole(_)
            | Number::Percentage { .. }
            | Number::Value(..)
            | Number::Signed(..) => {
                if let Some(digits) = number.digits() {
                    self.write_digits(digits, out);
                }
            }
        }
    }

    fn write_digits(&self, digits: Digits, out: &mut String) {
        let text = digits.unsigned();
        if digits.under {
            out.push('<');
        }
        if digits.percent {
            out.push_str(&self.percent.0);
        }
        if digits.value < 0.0 && !is_zero(&text) {
            out.push(MINUS);
        }
        if digits.plus && digits.value > 0.0 && !is_zero(&text) {
            out.push('+');
        }
        self.signs.write(&text, out);
        if digits.percent {
            out.push_str(&self.percent.1);
        }
    }

    fn write_range(&self, (lower, upper): (f64, f64), kind: Kind, out: &mut String) {
        let (low, high) = Digits::of_range(lower, upper, kind);
        let write = |digits: Digits| {
            let mut text = String::new();
            self.write_digits(digits, &mut text);
            text
        };
        let is_share = kind == Kind::Share;
        if is_share {
            out.push_str(&self.percent.0);
        }
        self.write_between(&write(low), &write(high), lower < 0.0, out);
        if is_share {
            out.push_str(&self.percent.1);
        }
    }

    pub(super) fn write_between(
        &self,
        lower: &str,
        upper: &str,
        has_minus: bool,
        out: &mut String,
    ) {
        let ends = [("lower", lower), ("upper", upper)];
        if has_minus {
            self.write_pattern("number-range-minus", &ends, out);
        } else {
            self.write_pattern("number-range", &ends, out);
        }
    }

    fn write_date(&self, moment: &str, out: &mut String) {
        let parts: Vec<&str> = moment.get(..10).unwrap_or_default().split('-').collect();
        let numbers: Vec<u64> = parts.iter().filter_map(|part| part.parse().ok()).collect();
        let &[year, month @ 1..=12, day] = numbers.as_slice() else {
            return out.push_str(moment);
        };
        let [year, month, day] =
            [year, month, day].map(|number| Text::Number(Number::Plain(number)));
        self.write(&homeground_figures::message!("date", day, month, year), out);
    }
}

#[cfg(test)]
mod tests {
    use homeground_figures::text::{
        Kind, Number, Teller, date, decimal, estimate, percent, percent_whole, percentage, plain,
        quantity, range, shortest, signed, signed_decimal, value, whole,
    };

    use crate::words::testing::locales;

    /// The number in English, bokmål and nynorsk; the last two write alike.
    fn told(number: Number) -> [String; 2] {
        let [english, bokmål, nynorsk] = ["en", "nb", "nn"].map(|code| {
            let words = locales().words(code).expect("a language");
            words.tell(&number.clone().into())
        });
        assert_eq!(bokmål, nynorsk);
        [english, bokmål]
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(told(decimal(-1234.56, 1)), ["−1,234.6", "−1234,6"]);
        assert_eq!(told(decimal(-12345.67, 1)), ["−12,345.7", "−12\u{202f}345,7"]);
        assert_eq!(told(decimal(-0.01, 1)), ["0.0", "0,0"]);
        assert_eq!(told(decimal(1_234_567.0, 0)), ["1,234,567", "1\u{202f}234\u{202f}567"]);
        assert_eq!(told(percent(0.05204)), ["5.2%", "5,2\u{202f}%"]);
        assert_eq!(told(percent(0.0)), ["0%", "0\u{202f}%"]);
        assert_eq!(told(percent(0.0001)), ["<0.1%", "<0,1\u{202f}%"]);
        assert_eq!(told(percent(-0.052)), ["−5.2%", "−5,2\u{202f}%"]);
        assert_eq!(told(percent(0.9996)), ["100%", "100\u{202f}%"]);
        assert_eq!(told(percent_whole(0.955)), ["96%", "96\u{202f}%"]);
        assert_eq!(told(percentage(12.5, 1)), ["12.5%", "12,5\u{202f}%"]);
        assert_eq!(told(value(123_456.0, Kind::Money)), ["123,000", "123\u{202f}000"]);
        assert_eq!(told(quantity(0.0123)), ["0.012", "0,012"]);
        assert_eq!(told(quantity(12.34)), ["12.3", "12,3"]);
        assert_eq!(told(whole(1234)), ["1,234", "1234"]);
        assert_eq!(told(plain(12345)), ["12345", "12345"]);
        assert_eq!(told(shortest(-0.125)), ["−0.125", "−0,125"]);
        assert_eq!(told(shortest(20000.0)), ["20000", "20000"]);
    }

    #[test]
    fn differences_have_a_sign_unless_they_print_as_zero() {
        assert_eq!(told(signed(0.0123, Kind::Share)), ["+1.2", "+1,2"]);
        assert_eq!(told(signed(-0.0123, Kind::Share)), ["−1.2", "−1,2"]);
        assert_eq!(told(signed(0.0001, Kind::Share)), ["0.0", "0,0"]);
        assert_eq!(told(signed(12345.0, Kind::Money)), ["+12,300", "+12\u{202f}300"]);
        assert_eq!(told(signed_decimal(0.04, 1)), ["0.0", "0,0"]);
        assert_eq!(told(signed_decimal(1.25, 2)), ["+1.25", "+1,25"]);
    }

    #[test]
    fn ranges_have_no_dash_beside_a_minus() {
        assert_eq!(
            told(range((-0.01, 0.02), Kind::Share)),
            ["−1.0 to 2.0%", "−1,0 til 2,0\u{202f}%"]
        );
        assert_eq!(told(range((0.01, 0.2), Kind::Share)), ["1.0–20.0%", "1,0–20,0\u{202f}%"]);
        assert_eq!(told(range((1.0, 10.0), Kind::Quantity)), ["1.0–10.0", "1,0–10,0"]);
        assert_eq!(
            told(estimate(0.05, Some((0.04, 0.06)), Kind::Share)),
            ["5.0% (4.0–6.0%)", "5,0\u{202f}% (4,0–6,0\u{202f}%)"]
        );
        assert_eq!(told(estimate(3.0, None, Kind::Quantity)), ["3.00", "3,00"]);
    }

    #[test]
    fn dates_name_their_month() {
        assert_eq!(told(date("2026-05-07T10:00:00Z")), ["7 May 2026", "7. mai 2026"]);
        assert_eq!(told(date("2026-13-07")), ["2026-13-07", "2026-13-07"]);
        assert_eq!(told(date("soon")), ["soon", "soon"]);
    }
}
