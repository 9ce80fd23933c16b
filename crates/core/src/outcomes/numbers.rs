//! How values of the tables are rounded, and where they must lie.

/// A value without the noise of its last digits: two ways to the same number, such
/// as a share and a product of shares, must print alike.
pub fn tidy(value: f64) -> f64 {
    /// Significant digits that are kept.
    const DIGITS: i32 = 12;
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = 10f64.powi(DIGITS - 1 - value.abs().log10().floor() as i32);
    if scale.is_finite() {
        (value * scale).round() / scale
    } else {
        value
    }
}

/// The range that an outcome cannot leave, for intervals.
pub fn limits(outcome: &str) -> (f64, f64) {
    let above_one = [
        "visits",
        "visits_planned",
        "visits_delivered",
        "hours",
        "hours_planned",
        "hours_delivered",
        "attended_visits",
        "helper_hours",
        "weeks_waited",
        "weeks_in_care",
        "risk_factors",
    ];
    if above_one.contains(&outcome) || outcome.starts_with("cost_") {
        (0.0, f64::INFINITY)
    } else {
        (0.0, 1.0)
    }
}
