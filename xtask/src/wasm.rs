//! The crates of a browser, built and tried.

/// Builds and runs them.
///
/// # Errors
/// In words.
pub fn check() -> Result<String, String> {
    Err("not there yet".to_owned())
}
