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
    if scale.is_finite() { (value * scale).round() / scale } else { value }
}

/// The range that a curve cannot leave, for intervals: shares and states, but for visits.
pub fn curve_limits(curve: &str) -> (f64, f64) {
    match curve {
        "attended_visits" => (0.0, f64::INFINITY),
        _ => (0.0, 1.0),
    }
}
