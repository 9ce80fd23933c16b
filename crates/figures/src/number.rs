//! Numbers before a language writes them: how many digits count, and which signs.

use std::borrow::Cow;

/// What a number counts, which decides how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A share, written in per cent.
    Share,
    /// Norwegian kroner, written whole.
    Money,
    /// Anything else: weeks, visits, hours, states between 0 and 1.
    Quantity,
}

/// A number, a date or a range as a page means it.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// A count; as the argument of a message it chooses the plural form.
    Whole(u64),
    /// The same without signs between groups of digits: a week, a seed.
    Plain(u64),
    /// A number with so many decimals.
    Decimal {
        /// The number.
        value: f64,
        /// Digits after the decimal sign.
        decimals: usize,
    },
    /// A difference with its sign and so many decimals; what prints as zero has no sign.
    SignedDecimal {
        /// The difference.
        value: f64,
        /// Digits after the decimal sign.
        decimals: usize,
    },
    /// A share in per cent, with one decimal.
    Percent(f64),
    /// A share in whole per cent.
    PercentWhole(f64),
    /// A number that already is in per cent, with so many decimals.
    Percentage {
        /// Per cent.
        percent: f64,
        /// Digits after the decimal sign.
        decimals: usize,
    },
    /// A value of this kind.
    Value(f64, Kind),
    /// A difference of this kind with its sign; of shares in percentage points without a unit.
    Signed(f64, Kind),
    /// As few digits as tell the number from its neighbours, in no groups.
    Shortest(f64),
    /// From one end to the other.
    Range {
        /// Lower end.
        lower: f64,
        /// Upper end.
        upper: f64,
        /// What both ends count.
        kind: Kind,
    },
    /// A value and its interval in brackets, if it has one.
    Estimate {
        /// The value.
        value: f64,
        /// Lower and upper end of its interval.
        interval: Option<(f64, f64)>,
        /// What all three count.
        kind: Kind,
    },
    /// Day, month and year of a moment such as `2026-11-22T...`; other text stays as it is.
    Date(Cow<'static, str>),
}

/// A count.
pub fn whole(value: u64) -> Number {
    Number::Whole(value)
}

/// A count without signs between groups of digits.
pub fn plain(value: u64) -> Number {
    Number::Plain(value)
}

/// A number with so many decimals.
pub fn decimal(value: f64, decimals: usize) -> Number {
    Number::Decimal { value, decimals }
}

/// A difference with its sign and so many decimals.
pub fn signed_decimal(value: f64, decimals: usize) -> Number {
    Number::SignedDecimal { value, decimals }
}

/// A share in per cent.
pub fn percent(share: f64) -> Number {
    Number::Percent(share)
}

/// A share in whole per cent.
pub fn percent_whole(share: f64) -> Number {
    Number::PercentWhole(share)
}

/// A number that already is in per cent.
pub fn percentage(percent: f64, decimals: usize) -> Number {
    Number::Percentage { percent, decimals }
}

/// A number with about three digits that count.
pub fn quantity(value: f64) -> Number {
    Number::Value(value, Kind::Quantity)
}

/// A value of this kind.
pub fn value(value: f64, kind: Kind) -> Number {
    Number::Value(value, kind)
}

/// A difference of this kind with its sign.
pub fn signed(value: f64, kind: Kind) -> Number {
    Number::Signed(value, kind)
}

/// As few digits as tell the number from its neighbours.
pub fn shortest(value: f64) -> Number {
    Number::Shortest(value)
}

/// From one end to the other.
pub fn range((lower, upper): (f64, f64), kind: Kind) -> Number {
    Number::Range { lower, upper, kind }
}

/// A value and its interval in brackets, if it has one.
pub fn estimate(value: f64, interval: Option<(f64, f64)>, kind: Kind) -> Number {
    Number::Estimate { value, interval, kind }
}

/// Day, month and year of a moment such as `2026-11-22T...`.
pub fn date(moment: impl Into<String>) -> Number {
    Number::Date(Cow::Owned(moment.into()))
}

/// One number with all that decides how it is written but the signs of a language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Digits {
    /// The number, already in per cent where that is its unit.
    pub value: f64,
    /// Digits after the decimal sign.
    pub decimals: usize,
    /// Stands a plus before a positive number?
    pub plus: bool,
    /// Follows a sign for per cent?
    pub percent: bool,
    /// Is the true number smaller than what is written?
    pub under: bool,
}

impl Digits {
    fn new(value: f64, decimals: usize) -> Digits {
        Digits { value, decimals, plus: false, percent: false, under: false }
    }

    fn with_plus(self) -> Digits {
        Digits { plus: true, ..self }
    }

    fn with_percent(self) -> Digits {
        Digits { percent: true, ..self }
    }

    /// The digits without a sign, with a point: `1234.5`.
    pub fn unsigned(&self) -> String {
        format!("{:.*}", self.decimals, self.value.abs())
    }

    fn of_share(share: f64) -> Digits {
        let percent = share * 100.0;
        if percent > 0.0 && percent < 0.05 {
            return Digits { under: true, ..Digits::new(0.1, 1).with_percent() };
        }
        Digits::new(percent, percent_decimals(percent)).with_percent()
    }

    /// A value of this kind.
    fn of(value: f64, kind: Kind) -> Digits {
        match kind {
            Kind::Share => Digits::of_share(value),
            Kind::Money => Digits::new(to_three_digits(value), 0),
            Kind::Quantity => Digits::new(value, quantity_decimals(value)),
        }
    }

    /// Both ends of a range, with the decimals of the larger; none says per cent.
    pub fn of_range(lower: f64, upper: f64, kind: Kind) -> (Digits, Digits) {
        let larger = lower.abs().max(upper.abs());
        let end = |value: f64| match kind {
            Kind::Share => Digits::new(value * 100.0, percent_decimals(larger * 100.0)),
            Kind::Money => Digits::new(to_three_digits(value), 0),
            Kind::Quantity => Digits::new(value, quantity_decimals(larger)),
        };
        (end(lower), end(upper))
    }
}

impl Number {
    /// How it is written; none for what is not one number in digits.
    pub fn digits(&self) -> Option<Digits> {
        Some(match *self {
            Number::Whole(value) => Digits::new(value as f64, 0),
            Number::Decimal { value, decimals } => Digits::new(value, decimals),
            Number::SignedDecimal { value, decimals } => Digits::new(value, decimals).with_plus(),
            Number::Percent(share) => Digits::of_share(share),
            Number::PercentWhole(share) => Digits::new(share * 100.0, 0).with_percent(),
            Number::Percentage { percent, decimals } => {
                Digits::new(percent, decimals).with_percent()
            }
            Number::Value(value, kind) => Digits::of(value, kind),
            Number::Signed(value, Kind::Share) => {
                let percent = value * 100.0;
                Digits::new(percent, percent_decimals(percent)).with_plus()
            }
            Number::Signed(value, kind) => Digits::of(value, kind).with_plus(),
            Number::Plain(_)
            | Number::Shortest(_)
            | Number::Range { .. }
            | Number::Estimate { .. }
            | Number::Date(_) => return None,
        })
    }

    /// Will a reader see the same as for another number? Every language rounds alike.
    pub fn prints_like(&self, other: &Number) -> bool {
        let seen = |number: &Number| {
            number.digits().map(|digits| {
                let text = digits.unsigned();
                let negative = digits.value < 0.0 && !is_zero(&text);
                (text, negative, digits.percent, digits.under)
            })
        };
        match (seen(self), seen(other)) {
            (Some(one), Some(two)) => one == two,
            _ => self == other,
        }
    }

    /// Will a reader see zero?
    pub fn prints_as_zero(&self) -> bool {
        self.digits().is_some_and(|digits| is_zero(&digits.unsigned()))
    }
}

/// Do the digits say zero?
pub fn is_zero(digits: &str) -> bool {
    digits.chars().all(|digit| matches!(digit, '0' | '.'))
}

fn percent_decimals(percent: f64) -> usize {
    if percent == 0.0 || percent.abs() >= 99.95 { 0 } else { 1 }
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
    fn what_prints_alike_is_alike() {
        assert!(percent(0.0512).prints_like(&percent(0.0508)));
        assert!(!percent(0.0512).prints_like(&percent(0.0516)));
        assert!(decimal(-0.01, 1).prints_like(&decimal(0.0, 1)));
        assert!(!decimal(-1.0, 1).prints_like(&decimal(1.0, 1)));
        // "<0.1%" is not "0.1%".
        assert!(!percent(0.0001).prints_like(&percent(0.001)));
        assert!(decimal(0.04, 1).prints_as_zero());
        assert!(!decimal(0.06, 1).prints_as_zero());
    }
}
