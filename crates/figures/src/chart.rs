//! A figure before a language is chosen.

use std::fmt::Debug;

use crate::scene::Scene;
use crate::text::Teller;

/// A figure without a language: a declaration of what it shows, drawn when a language is known.
/// Whoever makes one decides first whether there is anything to draw.
pub trait Chart: Debug + Send + Sync {
    /// Draws it with the words of a language.
    fn draw(&self, teller: &dyn Teller) -> Scene;
}
