//! Values of parameters as people write them.

use homeground_figures::message;
use homeground_figures::text::{Text, decimal};

/// Digits that count in the value of a parameter.
const DIGITS: i32 = 3;

/// A value with three digits that count and no zeros at its end: parameters lie between
/// hundredths of a thousandth and thousands.
pub fn value(value: f64) -> Text {
    if value == 0.0 || !value.is_finite() {
        return decimal(0.0, 0).into();
    }
    let size = value.abs().log10().floor() as i32;
    let decimals = (DIGITS - 1 - size).clamp(0, 9) as usize;
    let digits = format!("{value:.decimals$}");
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    decimal(value, decimals.saturating_sub(zeros)).into()
}

/// A value with its unit, where the unit says something.
pub fn with_unit(number: f64, unit: &str) -> Text {
    let value = value(number);
    // Scales without a dimension are named for what they are a scale of.
    let plain = ["", "logit", "share", "probability", "ratio", "capacity", "concern"];
    if plain.contains(&unit) || unit.starts_with("logit") || unit.starts_with("per ") {
        return value;
    }
    message!("studies-value-with-unit", value, unit)
}

/// "95 % interval a to b"; an open end is said.
pub fn interval((lower, upper): (Option<f64>, Option<f64>)) -> Text {
    match (lower.map(value), upper.map(value)) {
        (Some(lower), Some(upper)) => message!("studies-interval", lower, upper),
        (Some(lower), None) => message!("studies-interval-from", lower),
        (None, Some(upper)) => message!("studies-interval-to", upper),
        (None, None) => Text::default(),
    }
}

/// The ends of an interval alone, for figures and tables; an open one as a limit.
pub fn ends((lower, upper): (Option<f64>, Option<f64>)) -> Text {
    match (lower, upper) {
        (Some(lower), Some(upper)) => Text::between(value(lower), value(upper), lower < 0.0),
        (Some(lower), None) => Text::sentences(["≥".into(), value(lower)]),
        (None, Some(upper)) => Text::sentences(["≤".into(), value(upper)]),
        (None, None) => Text::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use homeground_figures::text::Teller;
    use homeground_report::words::testing::words;

    #[test]
    fn values_keep_three_digits_whatever_their_size() {
        let english = |number| words("en").tell(&value(number));
        assert_eq!(english(0.00002), "0.00002");
        assert_eq!(english(0.0123456), "0.0123");
        assert_eq!(english(-2.58), "−2.58");
        assert_eq!(english(50.0), "50");
        assert_eq!(english(1234.5), "1,234");
        assert_eq!(words("nb").tell(&value(0.5)), "0,5");
        assert_eq!(english(0.0), "0");
    }

    #[test]
    fn an_open_interval_is_said_to_be_open() {
        assert_eq!(
            words("en").tell(&interval((Some(0.5), None))),
            "95% interval from 0.5 to beyond the range"
        );
    }
}
