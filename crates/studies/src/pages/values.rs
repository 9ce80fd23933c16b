//! Values of parameters as people write them.

use homeground_report::language::Language;

/// Digits that count in the value of a parameter.
const DIGITS: i32 = 3;

/// A value with three digits that count and no zeros at its end: parameters lie between
/// hundredths of a thousandth and thousands.
pub fn value(value: f64, language: Language) -> String {
    if value == 0.0 || !value.is_finite() {
        return language.decimal(0.0, 0);
    }
    let size = value.abs().log10().floor() as i32;
    let decimals = (DIGITS - 1 - size).clamp(0, 9) as usize;
    let text = language.decimal(value, decimals);
    let point = language.pick('.', ',');
    match decimals {
        0 => text,
        _ => text
            .trim_end_matches('0')
            .trim_end_matches(point)
            .to_owned(),
    }
}

/// A value with its unit, where the unit says something.
pub fn with_unit(number: f64, unit: &str, language: Language) -> String {
    let text = value(number, language);
    // Scales without a dimension are named for what they are a scale of.
    let plain = [
        "",
        "logit",
        "share",
        "probability",
        "ratio",
        "capacity",
        "concern",
    ];
    if plain.contains(&unit) || unit.starts_with("logit") || unit.starts_with("per ") {
        return text;
    }
    match language {
        Language::English => format!("{text} {unit}"),
        // Units stand in the tables in English alone.
        Language::Norwegian => text,
    }
}

/// "95 % interval a to b"; an open end is said.
pub fn interval((lower, upper): (Option<f64>, Option<f64>), language: Language) -> String {
    let of = |number: f64| value(number, language);
    match (lower, upper, language) {
        (Some(lower), Some(upper), Language::English) => {
            format!("95% interval {} to {}", of(lower), of(upper))
        }
        (Some(lower), Some(upper), Language::Norwegian) => {
            format!("95 %-intervall {} til {}", of(lower), of(upper))
        }
        (Some(lower), None, Language::English) => {
            format!("95% interval from {} to beyond the range", of(lower))
        }
        (Some(lower), None, Language::Norwegian) => {
            format!("95 %-intervall fra {} til utenfor spennet", of(lower))
        }
        (None, Some(upper), Language::English) => {
            format!("95% interval from below the range to {}", of(upper))
        }
        (None, Some(upper), Language::Norwegian) => {
            format!("95 %-intervall fra under spennet til {}", of(upper))
        }
        (None, None, _) => String::new(),
    }
}

/// The ends of an interval alone, for figures and tables; an open one as a limit.
pub fn ends((lower, upper): (Option<f64>, Option<f64>), language: Language) -> String {
    let of = |number: f64| value(number, language);
    match (lower, upper) {
        (Some(lower), Some(upper)) => language.between(&of(lower), &of(upper), lower < 0.0),
        (Some(lower), None) => format!("≥ {}", of(lower)),
        (None, Some(upper)) => format!("≤ {}", of(upper)),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_three_digits_whatever_their_size() {
        let english = |number| value(number, Language::English);
        assert_eq!(english(0.00002), "0.00002");
        assert_eq!(english(0.0123456), "0.0123");
        assert_eq!(english(-2.58), "−2.58");
        assert_eq!(english(50.0), "50");
        assert_eq!(english(1234.5), "1,234");
        assert_eq!(value(0.5, Language::Norwegian), "0,5");
        assert_eq!(english(0.0), "0");
    }

    #[test]
    fn an_open_interval_is_said_to_be_open() {
        assert_eq!(
            interval((Some(0.5), None), Language::English),
            "95% interval from 0.5 to beyond the range"
        );
    }
}
